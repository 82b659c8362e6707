"""Links that lead somewhere, files that say what their page says, pages that are light."""

import csv
import io
import json
import re

import feeds

MOST_BYTES = 100_000

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("januari", "January"), ("februari", "February"), ("mars", "March"), ("april", "April"), ("maj", "May"), ("juni", "June"),
            ("juli", "July"), ("augusti", "August"), ("september", "September"), ("oktober", "October"), ("november", "November"),
            ("december", "December"),
        ],
        1,
    )
    for name in names
}


def dead(crawl, page):
    """Links of a page that lead nowhere."""
    problems = []
    for link in page.outline.links + page.outline.parts:
        path, fragment = crawl.internal(page, link)
        if path is None:
            continue
        target = crawl.found.get(path) or crawl.fetch(path, page.path)
        # A page for another day may lead to what did not exist then; the switch of language stays on a page that is not there.
        same = path.split("?")[0] == page.path.split("?")[0]
        if target.status >= 400 and not (same and target.status == page.status):
            problems.append(f"länken {link} svarar {target.status}")
        elif fragment and target.is_page and fragment not in target.outline.ids:
            problems.append(f"länken {link} leder till #{fragment}, som inte finns")
    return problems


def readable(file):
    """A file beside a page can be read."""
    if file.status != 200:
        return [f"svarar {file.status}"]
    try:
        if file.kind == "application/json":
            json.loads(file.body)
        elif file.kind == "text/csv":
            rows = list(csv.reader(io.StringIO(file.body.decode("utf-8-sig")), strict=True))
            odd = [row for row in rows if len(row) != len(rows[0])]
            return [f"raden {row} har ett annat antal celler än rubrikraden" for row in odd]
        elif file.kind == "application/atom+xml":
            return feeds.atom_problems(file.body)
        elif file.kind == "text/calendar":
            return feeds.calendar_problems(file.body)
    except (ValueError, csv.Error) as error:
        return [f"går inte att läsa: {error}"]
    return []


def same_rows(page, file):
    """The rows of a page's tables are those of its file, in the columns that both have.

    A table belongs to the file when its first column is one of the file's columns. Order does not matter.
    """
    rows = list(csv.DictReader(io.StringIO(file.body.decode("utf-8-sig"))))
    mine = [table for table in page.outline.tables if rows and table["columns"] and table["columns"][0] in rows[0]]
    if not mine:
        return []
    shared = [column for column in mine[0]["columns"] if column in rows[0]]
    wanted = sorted(tuple(_plain(row[column], "iso") for column in shared) for row in rows)
    shown = sorted(
        tuple(_plain(row[table["columns"].index(column)], page.language) for column in shared)
        for table in mine
        for row in table["rows"]
    )
    only_shown = [row for row in shown if row not in wanted]
    only_filed = [row for row in wanted if row not in shown]
    problems = [f"bara i sidans tabell: {row}" for row in only_shown] + [f"bara i filen: {row}" for row in only_filed]
    if not problems and len(shown) != len(wanted):
        problems.append(f"tabellen har {len(shown)} rader, filen {len(wanted)}")
    return problems


def _plain(text, language):
    """A cell without the manners of the page: the sign before a label, dates in words, spaces and commas in numbers."""
    # What stands empty is told under the label; the file has a column of its own for it.
    text = re.sub(r"(Saknar någon|Nobody from): .*$", "", text, flags=re.DOTALL)
    text = re.sub(r"^[^\w–]+\s", "", " ".join(text.split()) if language == "iso" else text.strip())
    text = " ".join(text.split())
    # That a day is the last that it can have been is told with the day; the file has a column of its own for it.
    text = re.sub(r"^(senast den|by) (?=\d)", "", text)
    if text in ("uppgift saknas i källan", "not stated by the source", "inte angivet", "not stated"):
        return ""
    date = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text)
    if date and date.group(2) in MONTHS:
        return f"{date.group(3)}-{MONTHS[date.group(2)]:02}-{int(date.group(1)):02}"
    month = re.fullmatch(r"(\w+) (\d{4})", text)
    if month and month.group(1) in MONTHS:
        return f"{month.group(2)}-{MONTHS[month.group(1)]:02}"
    since = re.fullmatch(r"(?:Från|From|Since) (\d{4})", text)
    text = re.sub(rf"(?:(\d{{1,2}}) )?\b({'|'.join(MONTHS)}) (\d{{4}})\b", _iso, text)
    since = re.fullmatch(r"(?:Från|From|Since) (\d{4}(?:-\d\d){0,2})", text)
    if since:
        return since.group(1) + "–"
    until = re.fullmatch(r"(?:Till och med|Until) (\d{4}(?:-\d\d){0,2})", text)
    if until:
        return "–" + until.group(1)
    if language == "sv" and re.fullmatch(r"[\d\s]+(,\d+)?", text):
        return re.sub(r"\s", "", text).replace(",", ".")
    if language == "en" and re.fullmatch(r"[\d,]+(\.\d+)?", text):
        return text.replace(",", "")
    return text


def _iso(date):
    day, month, year = date.groups()
    return f"{year}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else "")


def weight(crawl, page):
    """A page with all that it shows, as it goes over the wire."""
    parts = [crawl.found[path] for path in (crawl.internal(page, part)[0] for part in page.outline.parts) if path]
    total = page.wire + sum(part.wire for part in parts)
    return [f"sidan väger {total} byte komprimerad, högst {MOST_BYTES} får den"] if total > MOST_BYTES else []
