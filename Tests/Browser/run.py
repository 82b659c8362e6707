"""Runs the browser tests on a binary: `run.py --binary PATH [--screenshots DIR] [--page PATH …]`."""

import argparse
import pathlib
import queue
import sys
import threading
import time
import traceback

import accessibility
import can_fail
import keyboard
import layout
import links
import live
import noscript
import pages
import signed_in
import studies
import validity
import workspace
import workspace_can_fail
from browser import DESK, NARROWEST, PHONE, Tab, chromium
from report import Report
from server import Server

WORKERS = 2
SIZES = {"360": PHONE, "1280": DESK}
SCHEMES = ["light", "dark"]
# The walk with the tab key is long; each width and each scheme is walked once.
WALKS = {("360", "dark"), ("1280", "light")}


def examine(tab, plain, page, report, screenshots=None, cookies=()):
    """All that is looked at in a browser on one page."""
    name = page.path + (" (inloggad)" if cookies else "")
    tab.page.set_viewport_size(PHONE)
    tab.page.emulate_media(color_scheme="light")
    tab.open(page.path)
    report.add("adress", name, [] if tab.page.url == tab.base + page.path else [f"leder vidare till {tab.page.url.removeprefix(tab.base)}"])
    report.add("trafik", name, validity.traffic(tab, cookies))
    said = noscript.words(tab.page)
    plain.open(page.path)
    report.add("utan skript", name, noscript.same_words(said, noscript.words(plain.page)))
    if screenshots:
        photograph(tab.page, page, screenshots)
    accessibility.load(tab.page)
    # What can be unfolded is looked at unfolded.
    tab.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    report.add("följer med", name, live.keeps_what_is_unfolded(tab.page))
    for width, size in SIZES.items():
        tab.page.set_viewport_size(size)
        for scheme in SCHEMES:
            tab.page.emulate_media(color_scheme=scheme)
            place = f"{name} ({width}, {scheme})"
            violations, undecided = accessibility.check(tab.page)
            report.add("axe", place, violations)
            report.add("bilder", place, layout.drawings(tab.page))
            report.remark("axe kunde inte avgöra", place, undecided)
            if (width, scheme) in WALKS:
                problems, remarks = layout.walk(tab.page)
                report.add("fokus och träffytor", place, problems)
                report.remark("träffytor", place, remarks)
        report.add("bredd", f"{name} ({width})", layout.overflow(tab.page))
        report.remark("brutna ord", f"{name} ({width})", layout.broken_words(tab.page))
    tab.page.set_viewport_size(NARROWEST)
    report.add("bredd", f"{name} (320)", layout.overflow(tab.page))
    report.add("bredd med glesare text", f"{name} (320)", layout.overflow_with_wide_spacing(tab.page))


def photograph(page, found, folder):
    for width, size in SIZES.items():
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=folder / f"{pages.name(found.path)}-{width}-{scheme}.png", full_page=True)


def read(crawl, report):
    """All that needs no browser."""
    for page in crawl.listed:
        expected = pages.BESIDE.get(page.path, 200)
        report.add("svar", page.path, [] if page.status == expected else [f"svarar {page.status}, inte {expected} (länk från {page.linked_from})"])
        report.add("ordning", page.path, validity.structure(page))
        report.add("länkar", page.path, links.dead(crawl, page))
        report.add("vikt", page.path, links.weight(crawl, page))
    for file in list(crawl.found.values()):
        if not file.is_page:
            report.add("filer", file.path, links.readable(file))
        if file.kind == "text/csv":
            page = crawl.found.get(file.path.replace(".csv", ""))
            report.add("tabell och fil", file.path, links.same_rows(page, file) if page else ["filen hör inte till någon sida"])
        if file.status >= 500:
            report.add("svar", file.path, [f"svarar {file.status}"])


def check_markup(crawl, report):
    for path, problems in validity.vnu(crawl.listed).items():
        report.add("giltig HTML", path, problems)


def read_signed_in(crawl, report):
    """The same of pages that only those who have signed in can see."""
    report.add("inloggade sidor", "alla slag", signed_in.structure(crawl))
    for page in crawl.listed:
        report.add("svar", f"{page.path} (inloggad)", [] if page.status == 200 else [f"svarar {page.status} (länk från {page.linked_from})"])
        report.add("ordning", f"{page.path} (inloggad)", validity.structure(page))
        report.add("länkar", f"{page.path} (inloggad)", links.dead(crawl, page))
        report.add("vikt", f"{page.path} (inloggad)", links.weight(crawl, page))


def look(crawl, inside, report, screenshots, binary, alone):
    """Everything that needs a browser, by a few browsers side by side.

    `crawl` is of what everybody sees, `inside` of what those see who have signed in; `alone` leaves out all but the pages themselves.
    """

    def work_journeys(browser, crawl, report):
        workspace.walk(browser, binary, report)

    def study_journey(browser, crawl, report):
        studies.walk(browser, binary, report)

    def prove_inside(browser, crawl, report):
        for title, problems in workspace_can_fail.check(browser, inside):
            report.add("prövning av prövningen", title, problems)

    jobs = queue.SimpleQueue()
    # The longest first. Those inside before those outside: some ask for a code again when ten minutes have passed.
    walks = ([], []) if alone else ([work_journeys, prove, prove_inside], [study_journey, journeys])
    for job in [*walks[0], *inside.listed, *walks[1], *crawl.listed]:
        jobs.put(job)
    are_inside = {id(page) for page in inside.listed}

    def work():
        with chromium() as browser:
            outer = Tab(browser, crawl.base), Tab(browser, crawl.base, scripts=False)
            inner = signed_in.tab(browser, inside), signed_in.tab(browser, inside, scripts=False)
            while not jobs.empty():
                try:
                    job = jobs.get_nowait()
                except queue.Empty:
                    return
                try:
                    if id(job) in are_inside:
                        examine(*inner, job, report, cookies=[signed_in.COOKIE])
                    elif isinstance(job, pages.Found):
                        examine(*outer, job, report, screenshots)
                    else:
                        job(browser, crawl, report)
                except Exception as error:  # a check that breaks is a check that failed
                    traceback.print_exc()
                    place = job.path if isinstance(job, pages.Found) else job.__name__
                    report.add("prövningen", place, [f"gick sönder: {str(error).splitlines()[0] if str(error) else type(error).__name__}"])

    threads = [threading.Thread(target=guarded, args=(work, report)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not jobs.empty():
        report.add("prövningen", "webbläsaren", ["alla sidor hann inte prövas"])


def guarded(work, report):
    try:
        work()
    except Exception as error:
        traceback.print_exc()
        report.add("prövningen", "webbläsaren", [f"gick sönder: {type(error).__name__}"])


def journeys(browser, crawl, report):
    for check, scripts, size in ((keyboard.check, True, DESK), (keyboard.check, True, PHONE), (noscript.check, False, PHONE)):
        tab = Tab(browser, crawl.base, scripts=scripts)
        tab.page.set_viewport_size(size)
        for title, problems in check(tab):
            report.add("resan med tangentbord" if scripts else "resan utan skript", f"{title} ({size['width']})", problems)
        tab.close()


def prove(browser, crawl, report):
    """Each check is shown a page that is broken in its own way, and must say so."""
    for title, problems in can_fail.check(browser, crawl):
        report.add("prövning av prövningen", title, problems)


def main():
    parser = argparse.ArgumentParser(description="Prövar webbplatsen i webbläsaren.")
    parser.add_argument("--binary", required=True, help="programmet samverka")
    parser.add_argument("--screenshots", type=pathlib.Path, help="mapp för bilder av varje sida")
    parser.add_argument("--page", action="append", help="pröva bara den här sidan, till exempel /program")
    options = parser.parse_args()
    if options.screenshots:
        options.screenshots.mkdir(parents=True, exist_ok=True)

    report, start = Report(), time.monotonic()
    with Server(options.binary) as server, Server(options.binary) as other:
        crawl = pages.Crawl(server.base)
        inside = signed_in.Crawl(other.base, signed_in.sign_in(other))
        if options.page:
            for one in (crawl, inside):
                one.listed = [page for page in one.listed if page.path in options.page]
        print(f"{len(crawl.listed)} sidor och {sum(not found.is_page for found in crawl.found.values())} filer.")
        print(f"{len(inside.listed)} sidor för den som har loggat in.")
        read(crawl, report)
        read_signed_in(inside, report)
        for one in (crawl, inside):
            check_markup(one, report)
        look(crawl, inside, report, options.screenshots, options.binary, alone=bool(options.page))
        for one in (server, other):
            report.add("servern", "avslutning", one.stop())
    print(f"Färdig på {time.monotonic() - start:.0f} sekunder.")
    report.show()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
