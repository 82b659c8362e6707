"""People and how they sign in: the commands about them, the example's first link, training copies."""
import base64
import contextlib
import hashlib
import hmac
import html
import os
import re
import sqlite3
import stat
import struct
import time
import urllib.parse

from bench import contains, equal, holds, lacks
from chain import unguarded
from commands import ends
from population import Act

LINK = re.compile(r"Logga in som exemplets utvecklingsledare: (http://\S+/logga-in/lank/[A-Za-z0-9_-]{43})  \(gäller i 15 minuter, fungerar en gång\)\n")
LEADER = "utvecklingsledare@samverka.example"
PASSWORD = "elva stolar vid sjön"


class Browser:
    """Somebody with a browser: keeps cookies, fills in forms."""

    def __init__(self, server):
        self.server, self.cookies = server, {}

    def ask(self, path, method="GET", body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.server.get(path, method, headers, body)
        name, _, value = answer["set-cookie"].split(";")[0].partition("=")
        if name:
            self.cookies[name] = value
        return answer

    def send(self, page, path, **fields):
        """Sends the form of a page, with what is hidden in it."""
        hidden = {name: html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)}
        return self.ask(path, "POST", urllib.parse.urlencode({**hidden, **fields}).encode())


def path_of(address):
    return re.sub(r"^http://[^/]+", "", address)


def time_code(secret, ahead=0):
    """A code of an authenticator (RFC 6238)."""
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30 + ahead), "sha1").digest()
    start = digest[19] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7fffffff) % 10 ** 6:06}"


def settle(server, link):
    """Chooses a password by a link and connects an authenticator; gives its secret, and everything that nobody else may know."""
    browser = Browser(server)
    path = path_of(link)
    page = browser.ask(path)
    equal(f"the link's page: {page}", page.status, 200)
    answer = browser.send(page, path)
    equal(f"the link is used: {answer}", (answer.status, answer["location"].split("?")[0]), (303, "/logga-in/losenord"))
    page = browser.ask(answer["location"])
    answer = browser.send(page, "/logga-in/losenord", nytt=PASSWORD)
    equal(f"a password is chosen: {answer}", (answer.status, answer["location"].split("?")[0]), (303, "/logga-in/tvafaktor"))
    page = browser.ask(answer["location"])
    shown = re.search(r"<code>([A-Z2-7 ]{39})</code>", page.text)
    holds("the key is shown", shown is not None, "eight groups of four", page.text)
    secret = base64.b32decode(shown.group(1).replace(" ", ""))
    answer = browser.send(page, "/logga-in/tvafaktor", kod=time_code(secret))
    equal(f"the second factor is made: {answer}", answer.status, 200)
    codes = re.findall(r"<code>([^<]+)</code>", answer.text)
    equal("recovery codes are shown", len(codes), 10)
    equal("the work page", browser.ask("/arbete").status, 200)
    return secret, [path.split("/")[-1], PASSWORD, shown.group(1), *codes, *browser.cookies.values()]


def sign_in(server, mail, password=PASSWORD):
    """Signs in with a password; gives the browser and the answer."""
    browser = Browser(server)
    answer = browser.send(browser.ask("/logga-in"), "/logga-in", **{"e-post": mail, "losenord": password})
    return browser, answer


def rows(folder, sql, *values):
    with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def add(bench, folder, name, mail, *more):
    outcome = bench.run("user", "add", "--data", folder, "--name", name, "--mail", mail, *more)
    equal(f"user add: {outcome}", (outcome.code, bool(re.fullmatch(r"[0-9a-f]{32}\n", outcome.out)), outcome.err), (0, True, ""))
    return outcome.out.strip()


def link_of(outcome, address):
    found = re.fullmatch(rf"({re.escape(address)}/logga-in/lank/[A-Za-z0-9_-]{{43}})\n.+\n", outcome.out)
    holds(f"user reset: {outcome}", outcome.code == 0 and outcome.err == "" and found is not None, f"a link at {address}", outcome)
    return found.group(1)


def test_commands(bench):
    """The first person can be made from the shell, beside a server and without one, and what is wrong is told in Swedish."""
    for beside in (True, False):
        where = "beside a server" if beside else "without a server"
        folder = bench.path(f"data-{beside}")
        server = bench.serve(folder)
        if beside:
            server.connect().close()
        else:
            equal("the server stops well after SIGTERM", server.stop(), 0)
        user = lambda command, *more: bench.run("user", command, "--data", folder, *more)
        mail = "registrator@nynashamn.example"
        add(bench, folder, "Registrator Nynäshamn", mail, "--telephone", "08-520 680 00", "--shows-name")
        for code, part, more in [
            (1, "redan den adressen", ("--name", "Någon", "--mail", mail.upper())), (1, "e-postadress", ("--name", "Någon", "--mail", "nix")),
            (1, "namn", ("--name", " ", "--mail", "b@b.example")), (1, "telefonnumret", ("--name", "Någon", "--mail", "b@b.example", "--telephone", "nix")),
            (1, "personnummer", ("--name", "640823-3234", "--mail", "b@b.example")), (64, "--mail", ("--name", "Någon")), (64, "--name", ("--mail", "b@b.example")),
        ]:
            outcome = ends(f"user add {where} {more}", user("add", *more), code, part)
            equal("nothing on standard out", outcome.out, "")
        listed = ends(f"user list {where}", user("list"), 0, "Registrator Nynäshamn", mail, "Platser: inga", "Konto: inget\n", "kansliet/utvecklingsledare").out
        equal("everybody is listed", listed.count("  E-post: "), 15)
        seat = ("--mail", mail, "--body", "kommunstyrelsen-nynashamn", "--seat", "bitrade")
        ends(f"a seat without a role {where}", user("seat", *seat), 1, "--role")
        ends(f"a seat that there is with another role {where}",
             user("seat", "--mail", mail, "--body", "kansliet", "--seat", "administrator", "--role", "guest"), 1, "administrator", "--role")
        ends(f"a role that there isn't {where}", user("seat", *seat, "--role", "kung"), 64, "kung", "registrar")
        ends(f"a day that there isn't {where}", user("seat", *seat, "--role", "registrar", "--from", "2026-02-30"), 64, "2026-02-30", "--from")
        ends(f"an unknown body {where}", user("seat", "--mail", mail, "--body", "nix", "--seat", "a", "--role", "member"), 1, "nix")
        ends(f"days the wrong way {where}", user("seat", *seat, "--role", "registrar", "--from", "2026-05-02", "--until", "2026-05-01"), 1, "Sista dagen")
        ends(f"somebody unknown {where}", user("seat", "--mail", "nix@b.example", "--body", "kansliet", "--seat", "administrator"), 1, "nix@b.example", "user add")
        before = rows(folder, "SELECT count(*) FROM journal")[0][0]
        ends(f"a new seat is taken {where}", user("seat", *seat, "--role", "registrar", "--municipality", "nynashamn"), 0, "kommunstyrelsen-nynashamn/bitrade")
        kinds = rows(folder, "SELECT kind, actor FROM journal WHERE position > ? AND kind <> 'notice.crossed'", before)
        equal("two acts by the shell", kinds, [("organisation.seat-established", "import"), ("organisation.seat-taken", "import")])
        ends(f"a seat that there is {where}", user("seat", "--mail", mail, "--body", "kansliet", "--seat", "administrator", "--until", "2999-12-31"), 0, "2999-12-31")
        ends(f"seats in the list {where}", user("list"), 0, "kommunstyrelsen-nynashamn/bitrade", "kansliet/administrator (till och med 2999-12-31)")
        ends(f"no account to shut {where}", user("disable", "--mail", mail), 1, "inget konto")
        default = f"http://127.0.0.1:{server.port}" if beside else "http://127.0.0.1:8080"
        first = link_of(user("reset", "--mail", mail.upper()), default)
        second = link_of(user("reset", "--mail", mail, "--new-factor", "--address", "https://samverkan.example/"), "https://samverkan.example")
        ends(f"an address that is none {where}", user("reset", "--mail", mail, "--address", "nix"), 64, "nix")
        listed = ends(f"the account in the list {where}", user("list"), 0, "Konto: öppet, inget lösenord, ingen tvåfaktor, aldrig inloggad").out
        lacks("the list has no link", listed, "lank/")
        ends(f"shut {where}", user("disable", "--mail", mail), 0, "avstängt")
        ends(f"no link to a shut account {where}", user("reset", "--mail", mail), 1, "user disable --enable")
        ends(f"the list says so {where}", user("list"), 0, "Konto: avstängt")
        ends(f"opened {where}", user("disable", "--mail", mail, "--enable"), 0, "öppet igen")
        if not beside:
            server = bench.serve(folder)
        equal("a link that a later one has replaced", server.get(path_of(first)).status, 410)
        equal("a link of an account that has been shut", server.get(path_of(second)).status, 410)
        equal("the server stops well after SIGTERM", server.stop(), 0)
        for link in (first, second):
            lacks("the log", server.log, link.split("/")[-1])
        lacks("the log", server.log, mail)
        equal("no errors in the log", [line for line in server.log.splitlines() if " error " in line], [])
        bench.is_whole(folder)


def test_control_characters(bench):
    """What a name holds can't make a terminal do anything."""
    folder = bench.filled()
    with unguarded(os.path.join(folder, "samverka.sqlite")) as connection:
        row, data = connection.execute("SELECT id, bytes FROM vault WHERE instr(CAST(bytes AS TEXT), ?) > 0", (LEADER,)).fetchone()
        connection.execute("UPDATE vault SET bytes = ? WHERE id = ?", (data.replace(b'"Utvecklingsledare"', b'"Utv\\u001b[2J\\nledare"'), row))
    outcome = ends("user list", bench.run("user", "list", "--data", folder), 0, "Utv [2J ledare")
    lacks("the list", outcome.out, "\x1b")


def test_nothing_there(bench):
    """On a folder without a journal the commands end with 2 and make nothing there, so that the example still comes."""
    folder = bench.path("data")
    mail = ("--mail", "a@b.example")
    for command in (["add", "--name", "A", *mail], ["list"], ["seat", *mail, "--body", "kansliet", "--seat", "a"], ["reset", *mail], ["disable", *mail]):
        ends(f"user {command[0]}", bench.run("user", *command, "--data", folder), 2, "ingen journal")
    ends("training", bench.run("training", "--to", bench.path("copy"), "--data", folder), 2, "ingen journal")
    equal("the folders", (os.path.exists(folder), os.path.exists(bench.path("copy"))), (False, False))
    for arguments, word in [(["user", "nix"], "nix"), (["training"], "--to"), (["serve", "--proxy", "localhost"], "localhost")]:
        ends(f"samverka {' '.join(arguments)}", bench.run(*arguments), 64, word)
    for command in (["user"], ["user", "add"], ["user", "list"], ["user", "seat"], ["user", "reset"], ["user", "disable"], ["training"]):
        ends(f"samverka {' '.join(command)} --help", bench.run(*command, "--help"), 0, "ANVÄNDNING: samverka")
    ends("samverka user alone is its help", bench.run("user"), 0, "user add", "disable")


def test_first_link(bench):
    """The example's development leader is let in by a link after the line with the address, once, until a password is chosen."""
    folder = bench.path("data")
    server = bench.serve(folder)
    said = server.line()
    link = LINK.fullmatch(said or "")
    holds("the second line", link is not None, "a link", said)
    path = path_of(link.group(1))
    contains("the link has the port that was taken", link.group(1), f"http://127.0.0.1:{server.port}/")
    # Programs that look through mail open links: that uses nothing up, but the browser that was first must go on.
    browser, other = Browser(server), Browser(server)
    page = browser.ask(path)
    equal("the link's page", (page.status, page["cache-control"]), (200, "no-store"))
    for method in ("GET", "POST"):
        answer = other.ask(path, method, b"" if method == "POST" else None)
        equal(f"another browser, {method}: {answer}", answer.status, 410)
    equal("the first browser again", browser.ask(path).status, 200)
    answer = browser.send(page, path)
    equal(f"used: {answer}", answer.status, 303)
    for method in ("GET", "POST"):
        answer = browser.ask(path, method, b"" if method == "POST" else None)
        equal(f"used again, {method}", answer.status, 410)
        contains(f"used again, {method}", html.unescape(answer.text), "redan använd")
    secrets = [path.split("/")[-1], *browser.cookies.values()]
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("nothing more on standard out", server.line(), None)
    log = server.log
    # Nobody has chosen a password: the next start makes another link.
    server = bench.serve(folder, "--address", "https://samverkan.example")
    link = re.search(r"https://samverkan\.example/logga-in/lank/(\S{43})", server.line() or "")
    holds("a link at the public address", link is not None, "a link", link)
    secrets.append(link.group(1))
    equal("the server stops well after SIGTERM", server.stop(), 0)
    log += server.log
    server = bench.serve(folder)
    _, more = settle(server, LINK.fullmatch(server.line()).group(1))
    secrets += more
    equal("the server stops well after SIGTERM", server.stop(), 0)
    log += server.log
    server = bench.serve(folder)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("no link once there is a password", server.line(), None)
    for secret in secrets + [LEADER]:
        lacks("the log", log, secret)
        with open(os.path.join(folder, "samverka.sqlite"), "rb") as file:
            holds(f"the database lacks {secret}", secret == LEADER or secret.encode() not in file.read(), "nothing", "it is there")
    equal("no errors in the log", [line for line in log.splitlines() if " error " in line], [])
    bench.is_whole(folder)


def test_example(bench):
    """The example's seats and people come with it, once and all of them, also after a start that was broken off."""
    folder = bench.filled()
    database = os.path.join(folder, "samverka.sqlite")
    seats = lambda: rows(folder, "SELECT kind, count(*) FROM journal WHERE kind LIKE 'organisation.seat-%' GROUP BY kind ORDER BY kind")
    people = lambda: rows(folder, "SELECT count(*) FROM vault WHERE purpose = 'person'")[0][0]
    whole = [("organisation.seat-established", 3 + 3 * 8 + 3), ("organisation.seat-taken", 3 + 8 + 3)]
    equal("the example's seats", (seats(), people()), (whole, 14))
    equal("all by the shell", rows(folder, "SELECT DISTINCT actor FROM journal WHERE kind LIKE 'organisation.seat-%'"), [("import",)])
    equal("the server stops well after SIGTERM", bench.serve(folder).stop(), 0)
    equal("the seats after another start", (seats(), people()), (whole, 14))
    # Broken off when half the people were in the vault and nothing of the seats on disk.
    with unguarded(database) as connection:
        last = connection.execute("SELECT last FROM answered WHERE form = CAST('example.sodertorn' AS BLOB)").fetchone()[0]
        connection.execute("DELETE FROM journal WHERE position > ?", (last,))
        connection.execute("DELETE FROM answered WHERE form = CAST('example.seats' AS BLOB)")
        connection.execute("DELETE FROM vault WHERE id IN (SELECT id FROM vault WHERE purpose = 'person' ORDER BY id LIMIT 7)")
        connection.execute("DELETE FROM head")
    os.remove(os.path.join(folder, "heads.txt"))
    equal("the server stops well after SIGTERM", bench.serve(folder).stop(), 0)
    equal("the seats after a start that was broken off", (seats(), people()), (whole, 14))
    # Whoever has gone on with the example without its seats, as before there were any, gets none.
    with unguarded(database) as connection:
        connection.execute("DELETE FROM journal WHERE position > ?", (last,))
        connection.execute("DELETE FROM answered WHERE form = CAST('example.seats' AS BLOB)")
        connection.execute("DELETE FROM vault")
        connection.execute("DELETE FROM head")
    os.remove(os.path.join(folder, "heads.txt"))
    equal("an import", bench.run("import", bench.file(*Act(0).file), "--data", folder).code, 0)
    server = bench.serve(folder)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("no link", server.line(), None)
    equal("no seats", (seats(), people()), ([], 0))
    server = bench.serve(bench.path("empty"), "--empty")
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("no link from an empty folder", server.line(), None)


def test_forgotten(bench):
    """When the vault has forgotten somebody, the next start forgets the account, and no trace of it is left in the file."""
    folder = bench.filled()
    person = add(bench, folder, "Någon", "nagon@haninge.example")
    link_of(bench.run("user", "reset", "--data", folder, "--mail", "nagon@haninge.example"), "http://127.0.0.1:8080")
    equal("an account", rows(folder, "SELECT count(*) FROM account WHERE person = ?", person), [(1,)])
    with unguarded(os.path.join(folder, "samverka.sqlite")) as connection:
        connection.execute("UPDATE vault SET keep_until = 1 WHERE id = ?", (bytes.fromhex(person),))
    server = bench.serve(folder)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    equal("no errors in the log", [line for line in server.log.splitlines() if " error " in line], [])
    equal("no account", rows(folder, "SELECT count(*) FROM account WHERE person = ?", person), [(0,)])
    with open(os.path.join(folder, "samverka.sqlite"), "rb") as file:
        holds("no trace in the file", person.encode() not in file.read(), "nothing", "the id")
    ends("user list", bench.run("user", "list", "--data", folder), 0)
    holds("the others are there", rows(folder, "SELECT count(*) FROM vault WHERE purpose = 'person'") == [(14,)], 14, "another number")
    bench.is_whole(folder)


def test_training(bench):
    """A training copy made beside a running server: people sign in with password and authenticator, and every page says what it is."""
    folder, copy = bench.path("data"), bench.path("copy")
    server = bench.serve(folder)
    secret, _ = settle(server, LINK.fullmatch(server.line()).group(1))
    ends("training beside a server", bench.run("training", "--data", folder, "--to", copy), 0, "Klart.", copy)
    equal("what is in the copy", sorted(os.listdir(copy)), ["identity-key", "samverka.sqlite"])
    equal("modes", [oct(stat.S_IMODE(os.stat(os.path.join(copy, name)).st_mode)) for name in (".", "identity-key", "samverka.sqlite")], ["0o700", "0o600", "0o600"])
    for table in ("session", "link", "draft", "head"):
        equal(f"no {table} in the copy", rows(copy, f"SELECT count(*) FROM {table}"), [(0,)])
    before = {name: hashlib.sha256(open(os.path.join(copy, name), "rb").read()).hexdigest() for name in os.listdir(copy)}
    ends("training into a folder with something in it", bench.run("training", "--data", folder, "--to", copy), 2, copy, "inte tom")
    ends("training into itself", bench.run("training", "--data", folder, "--to", folder), 2, "inte tom")
    equal("what was there", {name: hashlib.sha256(open(os.path.join(copy, name), "rb").read()).hexdigest() for name in os.listdir(copy)}, before)
    training = bench.serve(copy)
    for path in ("/", "/program", "/program.json", "/kommuner.csv", "/historik.atom", "/nix", "/logga-in"):
        answer = training.get(path)
        equal(f"{path} of the copy is for no search engine", answer["x-robots-tag"], "noindex")
        if "html" in answer["content-type"]:
            contains(f"{path} of the copy says what it is", html.unescape(answer.text), "Övningskopia.")
        other = server.get(path)
        equal(f"{path} of the original", other["x-robots-tag"], "")
        lacks(f"{path} of the original", html.unescape(other.text), "Övningskopia.")
    equal("the same programme", training.get("/program.json").json["page"], server.get("/program.json").json["page"])
    browser, answer = sign_in(training, LEADER)
    equal(f"the password is right in the copy: {answer}", (answer.status, answer["location"].split("?")[0]), (303, "/logga-in/kod"))
    page = browser.ask(answer["location"])
    # The step of the last code is used; the next may be given a little early.
    answer = browser.send(page, "/logga-in/kod", kod=time_code(secret, ahead=1))
    equal(f"so is the authenticator's code: {answer}", (answer.status, answer["location"]), (303, "/arbete"))
    contains("the work page says that it is a copy", html.unescape(browser.ask("/arbete").text), "Övningskopia.")
    _, wrong = sign_in(training, LEADER, "fel lösenord helt och hållet")
    equal("another password", wrong.status, 422)
    health = training.wait_until_verified()
    equal(f"the copy is well: {health.text}", health.status, 200)
    with training.connect() as connection:
        equal("an act in the copy", connection.ask(Act(0).form, Act(0).file).get("recorded"), 1)
    equal("the copy stops well after SIGTERM", training.stop(), 0)
    equal("no link for who has a password", training.line(), None)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(copy)
    bench.is_whole(folder)
    keys = [open(os.path.join(place, "signing-key")).read() for place in (folder, copy)]
    holds("the copy has a signing key of its own", keys[0] != keys[1], "two keys", "one")
    # What is restored from a training copy's backup is still one.
    ends("backup of the copy", bench.run("backup", "--data", copy, bench.path("backup")), 0)
    restored = ends("restore of it", bench.run("restore", "--data", bench.path("restored"), bench.path("backup")), 0, "identity-key")
    contains("it is said that the key is missing", restored.err, "identity-key")
    other = bench.serve(bench.path("restored"))
    equal("the restored copy", other.get("/")["x-robots-tag"], "noindex")
    equal("it stops well after SIGTERM", other.stop(), 0)


def test_backup(bench):
    """Accounts come along in a backup; sessions and links don't."""
    folder, restored = bench.path("data"), bench.path("restored")
    server = bench.serve(folder)
    secret, _ = settle(server, LINK.fullmatch(server.line()).group(1))
    ends("a link that isn't used", bench.run("user", "reset", "--data", folder, "--mail", "administrator@samverka.example"), 0)
    ends("backup", bench.run("backup", "--data", folder, bench.path("copy")), 0)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    os.mkdir(restored)
    with open(os.path.join(folder, "identity-key"), "rb") as key, open(os.path.join(restored, "identity-key"), "wb") as other:
        other.write(key.read())
    os.chmod(os.path.join(restored, "identity-key"), 0o600)
    outcome = ends("restore", bench.run("restore", "--data", restored, bench.path("copy")), 0)
    equal("nothing to warn of", outcome.err, "")
    equal("accounts, sessions, links", [rows(restored, f"SELECT count(*) FROM {table}")[0][0] for table in ("account", "session", "link")], [2, 0, 0])
    server = bench.serve(restored)
    browser, answer = sign_in(server, LEADER)
    answer = browser.send(browser.ask(answer["location"]), "/logga-in/kod", kod=time_code(secret, ahead=1))
    equal(f"signed in after a restore: {answer}", (answer.status, answer["location"]), (303, "/arbete"))
    equal("the server stops well after SIGTERM", server.stop(), 0)


def test_proxy(bench):
    """Failures are counted by the reader's address behind a proxy that is named, and by the connection's otherwise."""
    for arguments, expected in [((), "wait"), (("--proxy", "127.0.0.1"), "no wait"), (("--proxy", "192.0.2.1"), "wait")]:
        folder = bench.path("data" + "".join(arguments[1:]))
        server = bench.serve(folder, *arguments)
        page = server.get("/logga-in")
        # As many as one address has for nothing, each with a mail of its own, and each said to come from another place.
        for number in range(31):
            body = urllib.parse.urlencode({"e-post": f"{number}@b.example", "losenord": "fel"}).encode()
            answer = server.get("/logga-in", "POST", {"X-Forwarded-For": f"10.0.0.1, 198.51.100.{number}"}, body)
            equal("an answer in words", answer.status, 422)
        waits = "För många försök" in html.unescape(answer.text)
        equal(f"after 31 failures with {arguments}: {html.unescape(answer.text)[-3000:]}", "wait" if waits else "no wait", expected)
        equal("the server stops well after SIGTERM", server.stop(), 0)
        lacks("the log", server.log, "198.51.100")
