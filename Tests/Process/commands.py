"""The commands as those who run them meet them: words, exit codes, and what is left behind."""
import contextlib
import datetime
import hashlib
import html
import json
import os
import re
import signal
import socket
import sqlite3
import stat

from bench import PATIENCE, Outcome, Server, contains, equal, fail, holds, lacks
from chain import append, change, digest, fields
from population import HEADER, Act, recorded, recorded_once
from requests import LARGE
from wire import Broken, Reader, request

COMMANDS = ["serve", "import", "export", "verify", "backup", "restore", "training", "user", "shortcomings"]
ENGLISH = ["USAGE", "OPTIONS", "OVERVIEW", "ARGUMENTS", "SUBCOMMANDS", "Show", "default:", "values:", "help information", "See ", "Error", "Usage",
           "Unknown", "Unexpected", "Missing", "Did you mean", "provide", "invalid", "one of", "can't", "No such", "unable", "in use", "there is", "corrupt", "cannot ", "is not a "]

# What a text is sealed as.
MEDIA = "text/plain; charset=utf-8"

NEW = "kommun: ny\n  namn: Ny\n  officiellt namn: Ny kommun\n  kod: 9903\n  medlem från: 2024-01-01\n"

SMALL = """samverkan: tva
  namn: Tvåan
  kallas: Tvåan
  kortnamn: Två
  från: 2024-01-01
  antar program: kommunfullmäktige
  platser per kommun: 2

kommun: norrsjo
  namn: Norrsjö
  officiellt namn: Norrsjö kommun
  kod: 9901
  medlem från: 2024-01-01
"""


def is_swedish(what, text):
    for word in ENGLISH:
        lacks(f"{what} is in Swedish", text, word)
    lacks(f"{what}: quotation marks that belong together", re.sub(r"”[^”\n]*”", "", text), "”")


def ends(what, outcome, code, *parts):
    """How a command ends: its code, and words in what it said."""
    equal(f"{what}: {outcome}", outcome.code, code)
    for part in parts:
        contains(f"{what}: what it says", outcome.said, part)
    is_swedish(what, outcome.said)
    return outcome


def count(folder):
    """How many entries a journal has, but for those that the passing of days brings about by itself."""
    with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT count(*) FROM journal WHERE kind <> 'notice.crossed'").fetchone()[0]


def test_help(bench):
    """The help of the program and of each command is in Swedish."""
    for command in ([], *([name] for name in COMMANDS)):
        outcome = bench.run(*command, "--help")
        ends(f"samverka {' '.join(command)} --help", outcome, 0, "ANVÄNDNING: samverka")
        equal("help goes to standard out", outcome.err, "")
        equal("-h is the same", bench.run(*command, "-h").out, outcome.out)
        if command:
            equal("help COMMAND is the same", bench.run("help", *command).out, outcome.out)
    for name in COMMANDS:
        contains("the help names every command", bench.run("--help").out, f"  {name}")
    outcome = bench.run("--version")
    equal("--version", (outcome.code, bool(re.fullmatch(r"\d+\.\d+\.\d+\n", outcome.out))), (0, True))


def test_wrong_arguments(bench):
    """Wrong arguments end with 64 and a message in Swedish that says which."""
    for arguments, word in [(["nix"], "nix"), (["--nix"], "--nix"), (["serve", "--nix"], "--nix"), (["serve", "--port"], "--port"),
                            (["serve", "--port", "x"], "--port"), (["serve", "--port", "65536"], "65536"), (["serve", "--port=-1"], "-1"),
                            (["serve", "x"], "x"), (["serve", "--prot", "1"], "--prot"), (["serve", "--prot", "1"], "--port"),
                            (["import"], "fil"), (["export"], "--format"),
                            (["export", "--format", "xml"], "xml"), (["export", "--format", "xml"], "json"), (["backup"], "fil"), (["restore"], "fil"),
                            (["verify", "a", "b"], "oväntade"), (["verify", "--head-file"], "--head-file"), (["backup", "a", "b"], "b")]:
        outcome = bench.run(*arguments)
        ends(f"samverka {' '.join(arguments)}", outcome, 64, word)
        equal(f"samverka {' '.join(arguments)}: nothing on standard out", outcome.out, "")


def test_nothing_there(bench):
    """Commands on a folder without a journal end with 2, say so in Swedish, and make nothing there."""
    os.mkdir(bench.path("empty"))
    for name in ("empty", "none"):
        folder = bench.path(name)
        for command in (["verify"], ["verify", "--head"], ["export", "--format", "json"], ["backup", bench.path("copy")]):
            ends(f"samverka {command[0]} on a folder without a journal", bench.run(*command, "--data", folder), 2)
        equal("the folder afterwards", os.listdir(folder) if os.path.exists(folder) else None, [] if name == "empty" else None)
        equal("no backup", os.path.exists(bench.path("copy")), False)
    ends("import of a file that is not there", bench.run("import", bench.path("nix.txt"), "--data", bench.path("none")), 2, "nix.txt")
    ends("restore of a file that is not there", bench.run("restore", bench.path("nix"), "--data", bench.path("none")), 2, "nix")
    ends("serve where there is no folder above", bench.run("serve", "--port", "0", "--data", bench.path("a/b/c")), 2, "a/b")


def test_faulty_import(bench):
    """A faulty file changes nothing, and each fault is told with file, line and reason: with and without a server."""
    folder = bench.filled()
    before = count(folder)
    rows = bench.file("folkmangd.csv", HEADER + Act(0).row + "nix,2020-01-01,5,publicerad\nhaninge,2027-02-30,5,publicerad\nhaninge,2020-01-01,fem,gissad\n")
    text = bench.file("ny.txt", "kommun: ny\n  namn: Ny\n  kood: 1234\n")
    data = bench.path("latin.txt")
    with open(data, "wb") as file:
        file.write("kommun: å\n".encode("latin-1"))
    faults = ["folkmangd.csv, rad 3", "folkmangd.csv, rad 4", "2027-02-30", "folkmangd.csv, rad 5", "fem", "gissad", "ny.txt, rad 3", "kood", "Menade du ”kod”",
              "Ingenting har lästs in"]
    for beside in (False, True):
        server = bench.serve(folder) if beside else None
        if server:
            server.connect().close()
        where = "beside a server" if beside else "without a server"
        ends(f"import of faulty files {where}", bench.run("import", rows, text, "--data", folder), 1, *faults)
        ends(f"import of latin-1 {where}", bench.run("import", data, "--data", folder), 1, "latin.txt", "UTF-8")
        ends(f"import of a good and a faulty file {where}", bench.run("import", bench.file(*Act(1).file), text, "--data", folder), 1, "ny.txt, rad 3")
        if server:
            equal("the server stops well after SIGTERM", server.stop(), 0)
        equal(f"entries after faulty imports {where}", count(folder), before)
    bench.is_whole(folder)


def test_import(bench):
    """Files are read in beside a running server, which shows them at once, and without one."""
    folder = bench.filled()
    server = bench.serve(folder)
    server.connect().close()
    one, other = Act(0), Act(8)
    before = server.get(f"/kommuner/{one.municipality}.json").text
    lacks("the figure before", before, str(one.count))
    ends("import beside a server", bench.run("import", bench.file(*one.file), "--data", folder), 0, "Klart. En post har lagts till")
    contains("the figure is shown", server.get(f"/kommuner/{one.municipality}.json").text, str(one.count))
    contains("the figure is shown on the page", html.unescape(server.get(f"/kommuner/{one.municipality}").text).replace("\u00a0", "").replace("\u202f", ""),
             str(one.count))
    equal("the server stops well after SIGTERM", server.stop(), 0)
    ends("import without a server", bench.run("import", bench.file(*other.file), "--data", folder), 0, "Klart. En post har lagts till")
    found = recorded(os.path.join(folder, "samverka.sqlite"))
    for act in (one, other):
        holds(f"{act!r} is recorded once", *reversed_pair(recorded_once(act, found)))
    bench.is_whole(folder)


def reversed_pair(pair):
    return pair[0], "once", pair[1]


def test_import_into_nothing(bench):
    """Files are read into a folder that doesn't exist yet, and `serve` then doesn't add the example."""
    folder = bench.path("data")
    ends("import into a new folder", bench.run("import", bench.file("liten.txt", SMALL), "--data", folder), 0, "Klart.")
    modes(folder, ["samverka.sqlite", "samverka.lock", "signing-key", "heads.txt"])
    server = bench.serve(folder)
    contains("the front page", html.unescape(server.get("/").text), "Tvåan")
    equal("an address of the example", server.get("/kommuner/haninge").status, 404)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def test_two_servers(bench):
    """Of two servers on one folder the second is refused in words, and the first goes on."""
    folder = bench.path("data")
    server = bench.serve(folder)
    ends("a second server", bench.run("serve", "--port", "0", "--data", folder), 2, "En annan process använder redan", folder)
    ends("restore beside a server", bench.run("restore", bench.file("copy", "x"), "--data", folder), 2, "En annan process använder redan")
    equal("the first server", server.get("/").status, 200)
    with server.connect() as connection:
        equal("an act is recorded by the first", connection.ask(Act(0).form, Act(0).file).get("recorded"), 1)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def test_later_version(bench):
    """A journal with an act that came with a later version is refused, naming kind and version, and left as it is."""
    folder = bench.filled()
    database = os.path.join(folder, "samverka.sqlite")
    append(database, "harvest.reaped", b'{"from":"the future"}')
    change(database, "UPDATE meta SET value = ? WHERE key = 'version'", b"99.1.2")
    bench.is_whole(folder, heads=False)
    before = fingerprint(folder)
    for command in (["serve", "--port", "0"], ["import", bench.file(*Act(0).file)], ["export", "--format", "json"]):
        ends(f"samverka {command[0]} on a later journal", bench.run(*command, "--data", folder), 2, "harvest.reaped", "99.1.2", "Ingenting har ändrats")
    equal("the journal afterwards", fingerprint(folder), before)
    change(database, "PRAGMA user_version = 3")
    ends("serve on a later format", bench.run("serve", "--port", "0", "--data", folder), 2, "format 3")


def fingerprint(folder):
    with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode("utf-8", "surrogateescape")).hexdigest()


def test_empty(bench):
    """`serve --empty` serves a site without content, and can be filled while it runs."""
    folder = bench.path("data")
    server = bench.serve(folder, "--empty")
    for path in ("/", "/program", "/kommuner", "/om", "/index.json", "/program.json", "/kommuner.json", "/kommuner.csv", "/halsa"):
        answer = server.get(path)
        equal(f"{path} of an empty site: {answer}", answer.status, 200)
    server.connect().close()
    equal("the journal is empty", count(folder), 0)
    ends("verify of an empty journal", bench.run("verify", "--data", folder), 0, "0 poster")
    exported = json.loads(ends("export of an empty journal", bench.run("export", "--format", "json", "--data", folder), 0).out)
    equal("the export's acts", exported["acts"], [])
    ends("import beside it", bench.run("import", bench.file("liten.txt", SMALL), "--data", folder), 0, "Klart.")
    contains("the front page afterwards", html.unescape(server.get("/").text), "Tvåan")
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def test_export(bench):
    """The export parses, its chain recomputes, and it holds every text that the pages show."""
    folder = bench.path("data")
    server = bench.serve(folder)
    server.wait_until_day_is_closed()
    beside = ends("export beside a server", bench.run("export", "--format", "json", "--data", folder), 0)
    exported = json.loads(beside.out)
    previous = bytes(32)
    for number, act in enumerate(exported["acts"]):
        equal("the acts are in order", act["position"], number + 1)
        equal(f"act {number + 1} names the one before", act["previous"], previous.hex())
        happened, precision = last_day(act["happened"])
        previous = digest(previous, act["position"], act["recorded"], happened, precision, act["actor"], act["kind"], act["payload"].encode())
        equal(f"the hash of act {number + 1} recomputes", act["hash"], previous.hex())
    equal("the end of the chain", (exported["position"], exported["hash"]), (len(exported["acts"]), previous.hex()))
    for commitment, text in exported["texts"].items():
        computed = hashlib.sha256(fields("samverka.content.1", bytes.fromhex(text["salt"]), MEDIA, text["text"])).hexdigest()
        equal(f"the commitment of a text recomputes: {text}", computed, commitment)
    texts = {text["text"] for text in exported["texts"].values()}
    with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as connection:
        stored = {bytes(row[0]).decode() for row in connection.execute("SELECT bytes FROM content WHERE bytes IS NOT NULL")}
    equal("every text of the journal, none of which is withdrawn", texts, stored)
    everything = beside.out + "".join(texts)
    pages = 0
    for path in linked_pages(server):
        if path.startswith("/program/") or path.startswith("/kommuner/"):
            pages += 1
            for text in strings(server.get(path + ".json").json["page"]):
                if len(text) > 60 and not text.startswith(("http", "/")):
                    contains(f"a text of {path} is in the export", everything, text.split("\n")[0])
    holds("pages were compared", pages >= 15, "at least 15", pages)
    path = bench.path("export.json")
    ends("export to a file", bench.run("export", "--format", "json", "--output", path, "--data", folder), 0, path)
    with open(path, encoding="utf-8") as file:
        equal("the same in a file", json.load(file)["hash"], exported["hash"])
    ends("export over a file", bench.run("export", "--format", "json", "--output", path, "--data", folder), 2, "finns redan")
    ends("export where no folder is", bench.run("export", "--format", "json", "--output", bench.path("a/b"), "--data", folder), 2, "a/b")
    equal("the server stops well after SIGTERM", server.stop(), 0)


def last_day(text):
    """What the journal holds for a day, a month or a year as the export writes it."""
    parts = [int(part) for part in text.split("-")]
    epoch = datetime.date(1970, 1, 1)
    if len(parts) == 3:
        return (datetime.date(*parts) - epoch).days, "day"
    if len(parts) == 2:
        after = datetime.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return (after - epoch).days - 1, "month"
    return (datetime.date(parts[0], 12, 31) - epoch).days, "year"


def linked_pages(server):
    """Every page that can be reached from the front page."""
    seen, waiting = {"/"}, ["/"]
    while waiting:
        answer = server.get(waiting.pop())
        if answer.status == 200 and "html" in answer["content-type"]:
            for link in re.findall(r'href="(/[^"?#]*)', answer.text):
                if link not in seen and "." not in link:
                    seen.add(link)
                    waiting.append(link)
    return sorted(seen)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_backup(bench):
    """A backup beside a running server, restored into an empty folder, gives the same site."""
    folder, restored, copy = bench.path("data"), bench.path("restored"), bench.path("copy.samverka")
    server = bench.serve(folder)
    with server.connect() as connection:
        equal("an act that is only in the log", connection.ask(Act(0).form, Act(0).file).get("recorded"), 1)
        ends("backup beside a server", bench.run("backup", copy, "--data", folder), 0, "Klart.", copy)
        equal("an act after the backup", connection.ask(Act(8).form, Act(8).file).get("recorded"), 1)
    equal("nothing beside the copy", sorted(name for name in os.listdir(bench.place) if name.startswith("copy")), ["copy.samverka"])
    equal("the copy's mode", oct(stat.S_IMODE(os.stat(copy).st_mode)), oct(0o600))
    programme = server.get("/program.json")
    ends("backup over a file", bench.run("backup", copy, "--data", folder), 2, "finns redan")
    ends("backup where no folder is", bench.run("backup", bench.path("a/b"), "--data", folder), 2, "a/b")
    equal("tools/verify.py of the copy", bench.verify_py(copy).code, 0)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    ends("restore into a new folder", bench.run("restore", copy, "--data", restored), 0, "Klart.")
    bench.is_whole(restored, heads=False)
    equal("one entry fewer", count(restored), count(folder) - 1)
    other = bench.serve(restored)
    one, same = programme.json, other.get("/program.json").json
    equal("the programme is the same", same["page"], one["page"])
    contains("the act from the log is there", other.get("/kommuner/botkyrka.json").text, str(Act(0).count))
    with other.connect() as connection:
        answer = connection.ask(Act(0).form, Act(0).file)
        equal("the act is known by its form", (answer.get("recorded"), answer.get("isRepeat")), (1, True))
    equal("the restored server stops well after SIGTERM", other.stop(), 0)
    bench.is_whole(restored)


def test_backup_while_writing(bench):
    """Backups made while acts are recorded are whole, each up to at least the place that it says."""
    folder = bench.path("data")
    server = bench.serve(folder)
    with server.connect() as connection:
        for number in range(5):
            acts = [Act(100 * number + step) for step in range(60)]
            for act in acts:
                connection.send(act.form, act.file)
            copy = bench.path(f"copy-{number}")
            outcome = ends("backup under writes", bench.run("backup", copy, "--data", folder), 0)
            said = int(re.search(r"post (\d+)", outcome.out).group(1))
            verdict = bench.verify_py(copy)
            equal(f"tools/verify.py of the copy: {verdict}", verdict.code, 0)
            found = int(re.search(r"(\d+) poster", verdict.out).group(1))
            holds("the copy reaches the place it says", found >= said, f"at least {said}", found)
            for act in acts:
                equal(f"{act!r} is recorded meanwhile", connection.answer().get("recorded"), 1)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def test_restore_refuses(bench):
    """A damaged backup and a folder that has a journal are refused, and nothing is changed; --replace puts the old one aside."""
    folder, copy = bench.filled(), bench.path("copy")
    ends("backup", bench.run("backup", copy, "--data", folder), 0)
    with open(copy, "rb") as file:
        data = file.read()
    place = data.rindex(b"programme.recorded")
    damaged = {"a changed byte": data[:place] + b"q" + data[place + 1:], "half a file": data[:len(data) // 2], "another file": b"hello" * 2000, "no bytes": b""}
    for what, content in damaged.items():
        path, target = bench.path("damaged"), bench.path("target")
        with open(path, "wb") as file:
            file.write(content)
        ends(f"restore of {what}", bench.run("restore", path, "--data", target), 1, "Ingenting har ändrats")
        holds(f"no journal after restore of {what}", not os.path.exists(os.path.join(target, "samverka.sqlite")), "no file", os.listdir(target))
        before = fingerprint(folder)
        ends(f"restore --replace of {what}", bench.run("restore", "--replace", path, "--data", folder), 1, "Ingenting har ändrats")
        equal("the journal afterwards", fingerprint(folder), before)
    before = fingerprint(folder)
    ends("restore over a journal", bench.run("restore", copy, "--data", folder), 2, "finns redan en journal", "--replace")
    equal("the journal afterwards", fingerprint(folder), before)
    ends("restore --replace", bench.run("restore", "--replace", copy, "--data", folder), 0, "Klart.", "Den gamla journalen")
    aside = [name for name in os.listdir(folder) if re.fullmatch(r"samverka\.sqlite\.\d+", name)]
    equal("the old journal is put aside", len(aside), 1)
    bench.is_whole(folder)


def test_port_in_use(bench):
    """A port that is taken, and an address that the machine doesn't have, are told in Swedish."""
    folder = bench.path("data")
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        outcome = bench.run("serve", "--data", folder, "--port", port)
        equal(f"serve on a port in use: {outcome}", outcome.code, 2)
        equal("no line with an address", outcome.out, "")
        said_without_innards(outcome, "Porten", "--port")
    outcome = bench.run("serve", "--data", folder, "--port", "0", "--host", "203.0.113.7")
    equal(f"serve on another's address: {outcome}", outcome.code, 2)
    said_without_innards(outcome, "adressen", "--host")
    server = bench.serve(folder)
    equal("the folder can be served afterwards", server.stop(), 0)


def said_without_innards(outcome, *parts):
    """The last line is for a person: what was wrong and what to do."""
    last = outcome.err.strip().splitlines()[-1]
    is_swedish("the last line", last)
    for part in parts:
        contains("the last line", last, part)
    for word in ("errno", "bind(", "descriptor", "Address"):
        lacks("the last line", last, word)


def test_long_path(bench):
    """A folder whose path is too long for a socket is served, or refused in Swedish before the line with the address."""
    folder = bench.path("m" * 150)
    server = Server(bench, folder)
    line = server.line()
    if line is None:
        outcome = Outcome(server.process.wait(timeout=PATIENCE), "", server.log)
        ends("serve with a long path", outcome, 2)
        lacks("what it says", outcome.said, "PathTooLong")
        return
    outcome = bench.run("import", bench.file(*Act(0).file), "--data", folder)
    ends(f"import beside a server with a long path, whose log is {server.log}", outcome, 0)
    equal("a server with a long path stops well after SIGTERM", server.stop(), 0)


def test_signal_while_reading(bench):
    """SIGTERM and SIGINT while a slow client reads: the answer is completed, idle connections end, and the exit code is 0."""
    folder = bench.path("data")
    server = bench.serve(folder)
    with server.connect() as connection:
        equal("a large text is recorded", connection.ask("ab" * 32, ("ny.txt", LARGE)).get("recorded"), 2)
    for number in (signal.SIGTERM, signal.SIGINT):
        whole = server.get("/kommuner/nyby")
        equal("the page with the large text", whole.status, 200)
        with Reader(server.port, receive_buffer=4096) as reader, Reader(server.port) as idle, server.connect() as command:
            idle.ask("GET", "/")
            reader.send(request("GET", "/kommuner/nyby", server.port))
            reader.peek()
            server.send_signal(number)
            equal(f"an idle connection after {number.name}", idle.rest(), b"")
            equal(f"the server waits for the slow reader after {number.name}; log: {server.log}", server.process.poll(), None)
            try:
                answer = reader.answer()
            except (Broken, ConnectionError) as error:
                fail(f"the answer that was under way at {number.name}; log: {server.log}", f"{len(whole.body)} bytes", repr(error))
            holds(f"the answer that was under way at {number.name}", answer.body == whole.body, f"{len(whole.body)} bytes", f"{len(answer.body)} bytes")
            equal("nothing follows it", reader.rest(), b"")
            equal(f"a command connection after {number.name}", command.socket.recv(1), b"")
            code = server.process.wait(timeout=PATIENCE)
            equal(f"the exit code after {number.name}; log: {server.log}", code, 0)
        server = bench.serve(folder)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def modes(folder, names):
    equal("the mode of the folder", oct(stat.S_IMODE(os.stat(folder).st_mode)), oct(0o700))
    for name in names:
        equal(f"the mode of {name}", oct(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode)), oct(0o600))


def test_modes(bench):
    """The folder is its owner's alone, and so is everything in it, whatever the umask."""
    for mask in (0o022, 0o000):
        folder = bench.path(f"data-{mask:o}")
        before = os.umask(mask)
        try:
            server = bench.serve(folder)
        finally:
            os.umask(before)
        server.connect().close()
        server.wait_until_verified()
        modes(folder, sorted(os.listdir(folder)))
        contains("there is a socket", " ".join(os.listdir(folder)), "samverka.socket")
        equal("the server stops well after SIGTERM", server.stop(), 0)
    path = os.path.join(folder, "signing-key")
    os.chmod(path, 0o644)
    ends("serve with a key that others may read", bench.run("serve", "--port", "0", "--data", folder), 2, "signing-key", "chmod 600")


def test_log(bench):
    """The log holds no query values, no paths as they were asked for and no bodies, whatever goes wrong."""
    folder = bench.path("data")
    server = bench.serve(folder)
    secret = "hemlighet4711"
    for path in (f"/?datum={secret}", f"/program?x={secret}", f"/{secret}", f"/%{secret}", f"/?%{secret}", f"/kommuner/{secret}?sprak=en", f"/{secret}/?x=1",
                 f"/program/{secret}.json", f"/?datum=2020-01-01&namn={secret}", "/" + secret * 400):
        for headers in ({}, {"Accept": "application/json", "Cookie": secret, "Authorization": "Bearer " + secret, "Referer": "http://" + secret}):
            server.get(path, headers=headers)
            server.get(path, "POST", headers, secret.encode())
    with Reader(server.port) as reader:
        reader.send(f"{secret} {secret}\r\n\r\n".encode())
        reader.end()
        reader.rest()
    with server.connect() as connection:
        connection.ask("ab" * 32, (secret + ".csv", f"{secret},x\n"))
        connection.socket.sendall(secret.encode() + b"\n")
        connection.answer()
        connection.ask("ac" * 32, (secret + ".txt", f"kommun: {secret}\n  {secret}: x\n"))
    equal("the server stops well after SIGTERM", server.stop(), 0)
    lacks("the log", server.log, secret)


def test_socket_takes_anything(bench):
    """What is no command is answered in Swedish, and the connection, the server and the journal live on."""
    folder = bench.path("data")
    server = bench.serve(folder)
    with server.connect() as connection:
        total = count(folder)
        for line in (b"", b"hello", b"{}", b"[]", b"null", b'{"importing":[]}', b'{"form":"ab"}', b'{"importing":"x","form":"ab"}', b"\xff\xfe\x00",
                     b'{"importing":[{"name":"a.csv"}],"form":"ab"}', b"[" * 100_000, b'{"importing":[{"name":"\\ud800","text":""}],"form":"ab"}'):
            connection.socket.sendall(line + b"\n")
            answer = connection.answer()
            holds(f"the answer to {line[:60]!r}", bool(answer.get("unavailable") or answer.get("faults")), "a refusal", answer)
        answer = connection.ask("ef" * 32)
        holds("no files at all", answer.get("recorded") in (0, None), "nothing recorded", answer)
        half = server.connect()
        half.socket.sendall(b'{"importing":[')
        half.close()
        act = Act(0)
        connection.socket.sendall(json.dumps({"importing": [dict(zip(("name", "text"), act.file))], "form": act.form}).encode()[:40])
        connection.socket.sendall(json.dumps({"importing": [dict(zip(("name", "text"), act.file))], "form": act.form}).encode()[40:] + b"\n")
        equal("a command in two pieces", connection.answer().get("recorded"), 1)
        equal("entries afterwards", count(folder), total + 1)
    equal("the server is well", server.get("/halsa").status, 200)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)


def test_forms(bench):
    """The same form sent at once on many connections is recorded once and answered alike on all; also with another content."""
    folder = bench.path("data")
    server = bench.serve(folder)
    act = Act(0)
    connections = [server.connect() for _ in range(20)]
    for connection in connections:
        connection.send(act.form, act.file)
    answers = [connection.answer() for connection in connections]
    equal("all are answered alike", {(answer.get("first"), answer.get("recorded")) for answer in answers}, {(answers[0]["first"], 1)})
    equal("one is the first", sum(not answer["isRepeat"] for answer in answers), 1)
    for connection in connections:
        connection.close()
    with server.connect() as connection:
        answer = connection.ask(act.form, ("befolkning.csv", HEADER + Act(800).row))
        equal("another content with the same form", (answer.get("first"), answer.get("isRepeat")), (answers[0]["first"], True))
        first = connection.ask("cd" * 32, ("ny.txt", NEW))
        holds("a new municipality is recorded", first.get("recorded", 0) > 0, "an answer", first)
        again = connection.ask("cd" * 32, ("ny.txt", NEW))
        equal("the same form again, when what it asks for is there already", again, {**first, "isRepeat": True})
    equal("the server stops well after SIGTERM", server.stop(), 0)
    found = recorded(os.path.join(folder, "samverka.sqlite"))
    holds(f"{act!r} is recorded once", *reversed_pair(recorded_once(act, found)))
    bench.is_whole(folder)
