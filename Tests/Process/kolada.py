"""Statistics are fetched and taken in by commands that are killed again and again, and fed with what is no statistics; a server shows them."""
import csv
import glob
import hashlib
import io
import json
import os
import shutil
import ssl
import subprocess

import replay
from bench import Skipped, contains, equal, fail, holds, lacks
from replay import KEY_FIGURES, PLACES, Replay


def fetch(bench, data, server, *more, **options):
    arguments = ("statistics", "fetch", "--data", data, "--address", server.address, "--all", *more)
    return bench.run(*arguments, **options)


def started(bench, *arguments):
    return bench.start([bench.binary, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def spin(bench, most):
    """Does nothing for a random while, which may end anywhere in what the other process does."""
    for _ in range(bench.random.randrange(0, most)):
        pass


def series(data):
    path = os.path.join(data, "statistics", "series")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def is_whole(bench, data):
    said = bench.run("statistics", "status", "--data", data)
    equal(f"the statistics can be read: {said.said}", said.code, 0)


def table(bench, name, value):
    """Everything that the server has, as a table."""
    rows = ["kpi,municipality,period,gender,value"]
    for kpi in KEY_FIGURES:
        for place in PLACES:
            if place != "0001":
                rows += [f"{kpi},{place},{year},T,{value(kpi, place, year)}" for year in range(2020, 2027)]
    return bench.file(name, "\n".join(rows) + "\n"), len(rows) - 1


def has_exactly(bench, data, value):
    """Every value is there, and no other: taken in once more, none is new and none is another."""
    path, count = table(bench, "facit.csv", value)
    said = bench.run("statistics", "import", "--data", data, path)
    equal(f"the table is taken in: {said.said}", said.code, 0)
    spaced = f"{count:,}".replace(",", "\u00a0")
    contains("nothing is missing, doubled or changed", said.out, f"0 nya uppgifter, {spaced} som förut, 0 ändrade.")


class Moved:
    """The values become others, as when a source revises them."""

    def __init__(self, change):
        self.change, self.original = change, replay.value

    def __enter__(self):
        replay.value = lambda kpi, place, year: self.original(kpi, place, year) + self.change
        return replay.value

    def __exit__(self, *_):
        replay.value = self.original


def test_killed_fetch(bench):
    """A fetch that is killed at random points goes on where it was, and the old values are there until all of the new are"""
    data, server = bench.path("data"), Replay()
    said = fetch(bench, data, server)
    equal(f"the first fetch: {said.said}", said.code, 0)
    whole, manifest = len(server.asked), os.path.join(data, "statistics", "fetch", "manifest")
    equal("no question is asked twice", len(set(server.asked)), whole)
    has_exactly(bench, data, replay.value)
    kills, wanted, change = 0, 50 if bench.full else 15, 0
    while kills < wanted:
        change += 1
        with Moved(change) as value:
            before, server.asked[:] = series(data), []
            lives = 0
            while True:
                process = None
                target = bench.random.randrange(1, 12)
                way = bench.random.choice(["question", "anywhere", "taking in"])
                count = [0]

                def strike(path, number):
                    count[0] += 1
                    if count[0] == target and kills < wanted and way == "question":
                        process.kill()
                        return "close"
                    return None

                server.instead = strike
                process = started(bench, "statistics", "fetch", "--data", data, "--address", server.address, "--all")
                if kills < wanted and way == "anywhere":
                    spin(bench, 4_000_000)
                    process.kill()
                # What it says is read to the end, so that it never waits for somebody to listen.
                for line in process.stderr:
                    if "Läser in".encode() in line and kills < wanted and way == "taking in":
                        spin(bench, 1_500_000)
                        process.kill()
                code = process.wait()
                server.instead = None
                if code == 0:
                    break
                lives += 1
                kills += 1
                is_whole(bench, data)
                if not os.path.exists(manifest) and series(data) != before:
                    # It was all done, and killed before it could say so.
                    break
                if os.path.exists(manifest) and len(server.asked) < whole:
                    equal("the old values are there", series(data), before)
            doubled = len(server.asked) - len(set(server.asked))
            holds("each life asks at most one question again", doubled <= lives, f"at most {lives}", doubled)
            has_exactly(bench, data, value)
        rows = len(KEY_FIGURES) * (len(PLACES) - 1) * 7
        tables = sorted(glob.glob(os.path.join(data, "statistics", "revisions", "*.csv")), key=os.path.getmtime)
        with open(tables[-1], encoding="utf-8") as file:
            equal("every revision is listed once", sum(1 for _ in file) - 1, rows)
    bench.note(f"{kills} kills over {change} fetches; {whole} questions in one")
    server.close()


def test_killed_import(bench):
    """An import that is killed at random points leaves the old values or the new ones, whole"""
    data = bench.path("data")
    first, _ = table(bench, "forst.csv", replay.value)
    equal("the first import", bench.run("statistics", "import", "--data", data, first).code, 0)
    kills, wanted, change = 0, 50 if bench.full else 15, 0
    while kills < wanted:
        change += 1
        with Moved(change) as value:
            path, _count = table(bench, "nasta.csv", value)
            process = started(bench, "statistics", "import", "--data", data, path)
            spin(bench, 2_500_000)
            process.kill()
            kills += process.wait() != 0
            is_whole(bench, data)
            said = bench.run("statistics", "import", "--data", data, path)
            equal(f"the import after it: {said.said}", said.code, 0)
            has_exactly(bench, data, value)
    bench.note(f"{kills} of {change} imports were killed before their end")


def test_refused_files(bench):
    """What is no page, or has values that can't be, is refused with file and place, and nothing is changed"""
    data = bench.path("data")
    first, _ = table(bench, "forst.csv", replay.value)
    equal("the first import", bench.run("statistics", "import", "--data", data, first).code, 0)
    before = series(data)
    cell = '{"gender":"T","count":1,"status":"","value":%s}'
    page = '{"values":[{"kpi":"N15000","municipality":"0126","period":%s,"values":[' + cell + ']}],"next_url":null}'
    wrong = {
        "avhuggen.json": (page % (2025, 1))[:60], "stor.json": page % (2025, "1e400"), "nan.json": page % (2025, "NaN"),
        "ar.json": page % (99999, 1), "kon.json": (page % (2025, 1)).replace('"T"', '"X"'), "fel.json": '{"error":"stängt"}',
        "detalj.json": '{"detail":[{"loc":["path"],"msg":"too many","type":"value_error"}]}', "tom.json": "", "djup.json": "[" * 100_000,
        "html.json": "<html></html>", "tabell.csv": "kpi,municipality,period,gender,value\nN15000,0126,2025,T,mycket\n",
        "tabell2.csv": "a;b\n1;2\n",
    }
    for name, text in wrong.items():
        said = bench.run("statistics", "import", "--data", data, bench.file(name, text))
        holds(f"{name} is refused", said.code in (1, 2), "exit code 1 or 2", said)
        contains(f"the file is named", said.err, name)
        equal(f"{name} has changed nothing", series(data), before)
    for number in range(3):
        path = bench.path(f"slump-{number}.json")
        with open(path, "wb") as file:
            file.write((b'{"values":[' if number == 1 else b"") + bench.random.getrandbits(8_000_000).to_bytes(1_000_000, "big"))
        said = bench.run("statistics", "import", "--data", data, path)
        holds("a million random bytes are refused", said.code in (1, 2), "exit code 1 or 2", said)
        contains("the file is named", said.err, f"slump-{number}.json")
    equal("nothing has been changed", series(data), before)


def test_bad_answers(bench):
    """A source that answers wrongly is asked again, or left with words that say what to do"""
    data, server = bench.path("data"), Replay()
    rough = {
        5: (500, {}, b""), 6: (429, {"Retry-After": "1"}, b""), 8: "close", 9: (200, {"Content-Type": "application/json", "Content-Length": "9"}, b'{"values"'),
        11: (200, {"Content-Type": "text/html"}, b"<html></html>"),
    }
    server.instead = lambda path, number: rough.get(number)
    said = fetch(bench, data, server)
    equal(f"the fetch gets through: {said.said}", said.code, 0)
    has_exactly(bench, data, replay.value)
    before = series(data)
    for status, words in [(422, "godtog inte frågan"), (410, "stängt den versionen"), (404, "Adressen finns inte")]:
        server.instead = lambda path, number: (status, {"Content-Type": "application/json"}, b'{"detail":[]}') if "/data/" in path else None
        said = fetch(bench, data, server, "--restart")
        equal(f"{status} stops: {said.said}", said.code, 2)
        contains("in words", said.err, words)
    empty = json.dumps({"values": [], "next_url": None, "count": 0}).encode()
    server.instead = lambda path, number: (200, {"Content-Type": "application/json"}, empty) if "/data/" in path else None
    said = fetch(bench, data, server, "--restart")
    equal(f"nothing at all is refused: {said.said}", said.code, 2)
    equal("the values are as they were", series(data), before)
    server.close()


def comparisons(server):
    """The list of the key figures, as the server shows it."""
    answer = server.get("/jamforelser.json")
    equal(f"the list of key figures: {answer}", answer.status, 200)
    return answer.json["page"]


def latest(server, kpi):
    """The latest value of a key figure for Huddinge, as the server shows it."""
    answer = server.get(f"/jamforelser/{kpi}.csv?kommun=huddinge")
    equal(f"the key figure {kpi}: {answer}", answer.status, 200)
    rows = csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig")))
    return max((int(row["År"]), float(row["Värde"])) for row in rows if row["Kod"] == "0126")


def test_running_server(bench):
    """A server shows what has been fetched or taken in from the next page on, without a restart, and no page that it has kept"""
    data, source = bench.path("data"), Replay()
    server = bench.serve(data)
    # The commands tell the server by its socket.
    server.connect().close()
    server.wait_until_day_is_closed()
    equal("what comes with the program was never fetched", comparisons(server).get("fetched"), None)
    # The program and the source both have this one.
    kpi = "N15008"
    paths = ["/jamforelser", "/jamforelser.json", "/jamforelser/forbattringar", f"/jamforelser/{kpi}", f"/jamforelser/{kpi}.json"]

    def tags():
        """The tag of each page, once it is one that is kept: what a start does last makes all of them anew."""
        found = {}
        for path in paths:
            for _ in range(2000):
                last, found[path] = found.get(path), server.get(path)["etag"]
                if last == found[path]:
                    break
            else:
                fail(f"{path} is kept", "the same tag twice", "other tags in 2000 answers")
        return found

    def is_shown(what, before, said, value):
        equal(f"{what}: {said.said}", said.code, 0)
        contains("the command says that the server shows them", said.out, "Servern visar nu statistiken som hämtades")
        page = comparisons(server)
        equal(f"{what}: the key figures", [one["id"] for one in page["keyFigures"]], KEY_FIGURES)
        holds("it is said when they were fetched", bool(page.get("fetched")), "a day", page.get("fetched"))
        equal("the latest value", latest(server, kpi), (2026, value(kpi, "0126", 2026)))
        for path, tag in before.items():
            answer = server.get(path, headers={"If-None-Match": tag})
            equal(f"{path} is not what was kept before", (answer.status, answer["etag"] != tag), (200, True))

    before = tags()
    is_shown("a fetch beside the server", before, fetch(bench, data, source), replay.value)
    before = tags()
    with Moved(1000) as value:
        path, _count = table(bench, "flyttat.csv", value)
        is_shown("an import beside the server", before, bench.run("statistics", "import", "--data", data, path), value)
        equal("the server stops well after SIGTERM", server.stop(), 0)
        server = bench.serve(data)
        equal("they are shown after a restart too", latest(server, kpi), (2026, value(kpi, "0126", 2026)))
    server.stop()
    source.close()


def test_damaged_statistics(bench):
    """Damaged statistics don't keep a server from starting: it says so, and shows those of the program until there are whole ones"""
    data, source = bench.path("data"), Replay()
    server = bench.serve(data)
    shipped = comparisons(server)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("the fetch", fetch(bench, data, source).code, 0)
    for name in ("series", "catalogue"):
        path = os.path.join(data, "statistics", name)
        with open(path, "rb") as file:
            whole = file.read()
        for what, damaged in [
            ("empty", b""), ("cut short", whole[: len(whole) // 2]), ("something else", b"<html></html>"),
            ("random", bench.random.getrandbits(8 * len(whole)).to_bytes(len(whole), "big")),
        ]:
            with open(path, "wb") as file:
                file.write(damaged)
            server = bench.serve(data)
            told = "Den hämtade statistiken går inte att läsa, så den som följer med programmet visas."
            for part in (told, path, "samverka statistics fetch"):
                contains(f"{name} that is {what} is told, with its name and what to do", server.log, part)
            equal("what comes with the program is shown", comparisons(server), shipped)
            equal(f"a server with {name} that is {what} stops well", server.stop(), 0)
        with open(path, "wb") as file:
            file.write(whole)
    # A byte among the values costs one key figure, which is left out rather than shown wrong.
    path = os.path.join(data, "statistics", "series")
    with open(path, "rb") as file:
        whole = file.read()
    middle = len(whole) // 2
    with open(path, "wb") as file:
        file.write(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    server = bench.serve(data)
    page = comparisons(server)
    shown = [one["id"] for one in page["keyFigures"]]
    (gone,) = page["damaged"]
    equal("the one that isn't shown is told", gone, (set(KEY_FIGURES) - set(shown)).pop())
    contains("in the log", server.log, f"1 nyckeltal i den hämtade statistiken är skadade på disken och visas inte: {gone}.")
    contains("where its health is told", server.get("/halsa").text, "statistik: 1 nyckeltal är skadade")
    equal("its own page says so", server.get(f"/jamforelser/{gone}").status, 503)
    equal("all key figures but one are shown", (len(shown), set(shown) < set(KEY_FIGURES)), (len(KEY_FIGURES) - 1, True))
    for kpi in shown:
        equal("with the right values", latest(server, kpi), (2026, replay.value(kpi, "0126", 2026)))
    server.stop()
    equal("the status tells", bench.run("statistics", "status", "--data", data).code, 2)
    with open(path, "wb") as file:
        file.write(whole)
    server = bench.serve(data)
    lacks("nothing is told of whole statistics", server.log, "går inte att läsa")
    equal("they are shown", [one["id"] for one in comparisons(server)["keyFigures"]], KEY_FIGURES)
    server.stop()
    source.close()


def test_proxy(bench):
    """A proxy is used, from the environment or as it is said"""
    proxy = Replay(per_page=5000)
    address = "http://127.0.0.1:9/v3"
    arguments = ["statistics", "fetch", "--address", address, "--all", "--key-figures", "N15000"]
    original = replay.entries
    replay.entries = lambda path: original(path.removeprefix("/v3"))
    try:
        clean = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
        said = bench.run(*arguments, "--data", bench.path("a"), "--proxy", proxy.address, env=clean)
        equal(f"a proxy that is said: {said.said}", said.code, 0)
        said = bench.run(*arguments, "--data", bench.path("b"), env={**clean, "http_proxy": proxy.address})
        equal(f"a proxy from the environment: {said.said}", said.code, 0)
        holds("it was asked for whole addresses", all(path.startswith(address) for path in proxy.asked), address, proxy.asked[:3])
    finally:
        replay.entries = original
    proxy.close()


def test_unknown_certificate(bench):
    """Who can't prove who it is, is asked nothing"""
    if not shutil.which("openssl"):
        raise Skipped("openssl saknas; det behövs för att göra ett certifikat")
    key, certificate = bench.path("key.pem"), bench.path("certificate.pem")
    made = bench.run_other(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "1", "-subj",
        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    if made.code != 0:
        fail("openssl makes a certificate", 0, made)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Replay(tls=context)
    said = fetch(bench, bench.path("data"), server, "--key-figures", "N15000")
    equal(f"the fetch stops: {said.said}", said.code, 2)
    contains("and says why", said.err, "Det går inte att lita på den som svarar")
    equal("no question was asked", server.asked, [])
    server.close()
