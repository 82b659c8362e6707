"""A journal's file is altered behind the program's back, and both verifiers see it."""
import contextlib
import os
import re
import shutil
import sqlite3

from bench import equal, holds
from chain import COLUMNS, change, cut, in_one_file, rewrite

READ = "SELECT {}, {} FROM journal NOT INDEXED ORDER BY position".format(
    ", ".join(COLUMNS), ", ".join(f"typeof({name})" for name in COLUMNS))


def rows_of(path):
    """Every journal row as it reads, with how it is stored; the error instead when it can't be read."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            return connection.execute(READ).fetchall()
    except (sqlite3.Error, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def journal_pages(data, rows):
    """The pages that hold a hash of the journal: its leaves."""
    size = int.from_bytes(data[16:18], "big")
    pages = set()
    for row in rows:
        pages.update(match.start() // size for match in re.finditer(re.escape(row[8]), data))
    return size, sorted(pages)


def draw(data, rows, chance):
    """One altered byte: half of them anywhere, half where the journal lies."""
    size, pages = journal_pages(data, rows)
    offset = chance.randrange(len(data)) if chance.random() < 0.5 else chance.choice(pages) * size + chance.randrange(size)
    return offset, data[offset] ^ chance.randrange(1, 256)


def test_single_bytes(bench):
    """Every altered byte that changes a journal row as it reads is found by samverka verify and by tools/verify.py."""
    count = 1000 if bench.full else 100
    folder = bench.filled()
    heads = os.path.join(folder, "heads.txt")
    database = os.path.join(folder, "samverka.sqlite")
    in_one_file(database)
    with open(database, "rb") as file:
        data = file.read()
    before = rows_of(database)
    holds("the journal reads", isinstance(before, list) and len(before) > 50, "more than 50 rows", before)
    changed, kinds = 0, {"reads otherwise": 0, "can't be read": 0}
    batch = 50
    for start in range(0, count, batch):
        drawn = []
        for number in range(start, min(start + batch, count)):
            offset, value = draw(data, before, bench.random)
            place = bench.path(f"altered-{number}")
            os.mkdir(place, 0o700)
            path = os.path.join(place, "samverka.sqlite")
            with open(path, "wb") as file:
                file.write(data[:offset] + bytes([value]) + data[offset + 1:])
            after = rows_of(path)
            drawn.append((place, path, f"byte {offset} from {data[offset]} to {value}", after))
        other = bench.verify_py("--heads", heads, *(path for _, path, _, _ in drawn))
        verdicts = {line.split(": ", 1)[0]: line.split(": ", 1)[1] for line in other.said.splitlines() if ": " in line}
        for place, path, what, after in drawn:
            own = bench.run("verify", "--data", place)
            holds(f"{what}: samverka verify ends in order: {own}", own.code in (0, 1, 2), "exit code 0, 1 or 2", own.code)
            verdict = verdicts.get(path, f"no verdict in {other.said[-2000:]}")
            if after != before:
                changed += 1
                kinds["can't be read" if isinstance(after, str) else "reads otherwise"] += 1
                holds(f"{what}, which {difference(before, after)}: samverka verify", own.code == 1, "exit code 1", own)
                holds(f"{what}, which {difference(before, after)}: tools/verify.py", verdict.startswith("ändrad"), "ändrad: …", verdict)
            else:
                holds(f"{what}, which changes no row: tools/verify.py", verdict.startswith("hel"), "hel, …", verdict)
            shutil.rmtree(place)
    bench.note(f"seed {bench.seed}: {count} altered bytes, {changed} changed the journal as it reads ({kinds})")
    holds("enough of the alterations touch the journal", changed >= count // 5, f"at least {count // 5}", changed)


def difference(before, after):
    if isinstance(after, str):
        return f"makes it unreadable ({after})"
    if len(before) != len(after):
        return f"leaves {len(after)} of {len(before)} rows"
    number = next(index for index, pair in enumerate(zip(before, after)) if pair[0] != pair[1])
    columns = [COLUMNS[index % len(COLUMNS)] for index in range(2 * len(COLUMNS)) if before[number][index] != after[number][index]]
    return f"changes {', '.join(columns)} in row {number + 1}"


def test_end_cut_off(bench):
    """An end that was cut off is whole to those who have no heads, and found by both verifiers with them."""
    folder = bench.filled()
    for count in (1, 2, 10, 80):
        copy = copied(bench, folder, f"cut-{count}")
        cut(os.path.join(copy, "samverka.sqlite"), count)
        bench.is_whole(copy, heads=False)
        both_find(bench, copy, "slut", f"{count} rows cut off the end")


def test_rewritten(bench):
    """A chain that was written anew from some entry on is whole in itself, and found by both verifiers with the heads."""
    folder = bench.filled()
    for position in (1, 40, 80):
        copy = copied(bench, folder, f"rewritten-{position}")
        rewrite(os.path.join(copy, "samverka.sqlite"), position)
        bench.is_whole(copy, heads=False)
        both_find(bench, copy, "skriv", f"the chain written anew from entry {position}")


def test_swapped(bench):
    """Two entries that have changed places, and an entry that is gone from the middle, are found without heads."""
    folder = bench.filled()
    copy = copied(bench, folder, "gone")
    change(os.path.join(copy, "samverka.sqlite"), "DELETE FROM journal WHERE position = 40")
    both_find(bench, copy, "40", "an entry gone from the middle", heads=False)
    copy = copied(bench, folder, "swapped")
    change(os.path.join(copy, "samverka.sqlite"),
           "UPDATE journal SET payload = (SELECT payload FROM journal WHERE position = 41) WHERE position = 40")
    both_find(bench, copy, "40", "a payload of another entry", heads=False)


def test_texts(bench):
    """A text that was altered is found by samverka verify, which checks texts too, and named by its commitment."""
    folder = bench.filled()
    database = os.path.join(folder, "samverka.sqlite")
    with contextlib.closing(sqlite3.connect(database)) as connection:
        commitment = connection.execute("SELECT commitment FROM content ORDER BY commitment LIMIT 1 OFFSET 20").fetchone()[0]
    change(database, "UPDATE content SET bytes = CAST(bytes || x'21' AS BLOB) WHERE commitment = ?", commitment)
    own = bench.run("verify", "--data", folder)
    equal(f"samverka verify of an altered text: {own}", own.code, 1)
    holds("it names the text", commitment.hex() in own.said, commitment.hex(), own.said)


def copied(bench, folder, name):
    copy = bench.path(name)
    shutil.copytree(folder, copy, ignore=lambda _, names: [name for name in names if name.endswith((".socket", ".lock"))])
    return copy


def both_find(bench, folder, word, what, heads=True):
    own = bench.run("verify", *(["--head"] if heads else []), "--data", folder)
    equal(f"{what}: samverka verify{' --head' if heads else ''}: {own}", own.code, 1)
    holds(f"{what}: samverka verify says what", word in own.said, f"something with {word!r}", own.said)
    arguments = ["--heads", os.path.join(folder, "heads.txt")] if heads else []
    other = bench.verify_py(*arguments, os.path.join(folder, "samverka.sqlite"))
    equal(f"{what}: tools/verify.py: {other}", other.code, 1)
    holds(f"{what}: tools/verify.py says what", word in other.said, f"something with {word!r}", other.said)
