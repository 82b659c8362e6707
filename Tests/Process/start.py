"""Starting anew after an end that nobody planned."""
import os
import re

from bench import contains, equal, holds
from chain import change
from population import Act


def test_after_kill(bench):
    """After kill -9 the socket and the lock that are left do not hinder a restart, and the socket works again."""
    folder = bench.path("data")
    for number in range(3):
        server = bench.serve(folder)
        with server.connect() as connection:
            act = Act(number)
            answer = connection.ask(act.form, act.file)
            equal("an act is recorded in each life of the server", answer.get("recorded"), 1)
        equal("the server ran until it was killed", server.kill(), -9)
        left = sorted(os.listdir(folder))
        for name in ("samverka.lock", "samverka.socket"):
            holds("what the kill left behind", name in left, f"a stale {name}", left)
    server = bench.serve(folder)
    with server.connect() as connection:
        act = Act(0)
        answer = connection.ask(act.form, act.file)
        equal("an act sent again after the restarts", (answer.get("recorded"), answer.get("isRepeat")), (1, True))
    equal("the server stops well after SIGTERM", server.stop(), 0)
    holds("a clean stop takes the socket away", not os.path.exists(os.path.join(folder, "samverka.socket")), "no socket", "a socket")
    bench.is_whole(folder)


def test_command_after_kill(bench):
    """After kill -9 a command finds nobody behind the stale socket and does its work itself."""
    folder = bench.path("data")
    server = bench.serve(folder)
    server.connect().close()
    server.kill()
    outcome = bench.run("import", "--data", folder, bench.file(*Act(0).file))
    equal(f"import with a stale socket: {outcome}", outcome.code, 0)
    bench.is_whole(folder)


def test_health_verifies(bench):
    """/halsa says how many entries were verified at the start, and 503 when one of them is altered."""
    folder = bench.filled()
    server = bench.serve(folder)
    health = server.wait_until_verified()
    equal("a whole journal is well", health.status, 200)
    contains("the answer begins with", health.text.splitlines()[0], "200 ok")
    found = re.search(r"journal: hel, (\d+) poster kontrollerade", health.text)
    holds("the health tells of the verification", found is not None, "journal: hel, N poster kontrollerade", health.text)
    count = len(re.findall(r'"position" :', bench.run("export", "--format", "json", "--data", folder).out))
    holds("all entries were verified", 0 < int(found.group(1)) <= count, f"up to {count}", found.group(1))
    equal("the server stops well after SIGTERM", server.stop(), 0)
    change(os.path.join(folder, "samverka.sqlite"), "UPDATE journal SET recorded = recorded + 1 WHERE position = 1")
    server = bench.serve(folder)
    health = server.wait_until_verified()
    equal(f"the health of an altered journal: {health.text}", health.status, 503)
    contains("it says so", health.text, "inte som den skrevs")
    equal("pages are served still", server.get("/").status, 200)
    contains("the log says so too", server.log, "the journal is not as it was written")
    server.stop()


def test_health_compares_heads(bench):
    """/halsa says 503 when the end of the journal has been cut off, which only the signed heads tell."""
    folder = bench.filled()
    database = os.path.join(folder, "samverka.sqlite")
    change(database, "DELETE FROM journal WHERE position = (SELECT max(position) FROM journal)")
    server = bench.serve(folder)
    health = server.wait_until_verified()
    equal(f"the health of a journal that was cut off: {health.text}", health.status, 503)
    server.stop()


def test_one_file(bench):
    """After a clean stop everything is in the one database file, so that whoever copies it has the whole journal."""
    folder = bench.path("data")
    for number in range(20):
        server = bench.serve(folder)
        with server.connect() as connection:
            act = Act(number)
            equal("an act is recorded", connection.ask(act.form, act.file).get("recorded"), 1)
        equal("the server stops well after SIGTERM", server.stop(), 0)
        left = sorted(name for name in os.listdir(folder) if name.startswith("samverka.sqlite"))
        equal(f"the database after clean stop {number + 1} of 20", left, ["samverka.sqlite"])


def test_torn_head(bench):
    """A line of heads.txt that was cut short, as by a full disk, does not keep the server from signing the next head."""
    folder = bench.filled()
    heads = os.path.join(folder, "heads.txt")
    with open(heads, "a") as file:
        file.write("samverka-head 1 2026-01")
    server = bench.serve(folder)
    with server.connect() as connection:
        act = Act(0)
        equal("an act is recorded", connection.ask(act.form, act.file).get("recorded"), 1)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    with open(heads) as file:
        lines = file.read().splitlines()
    last = re.fullmatch(r"samverka-head 1 \S+ (\d+) [0-9a-f]{64} [0-9a-f]{128} [0-9a-f]{64}", lines[-1])
    holds(f"a head is signed after the torn line; log: {server.log}", last is not None, "a whole last line", lines)
