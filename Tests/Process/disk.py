"""A disk that is really full: a small file system of its own for the data folder."""
import contextlib
import os
import re
import sqlite3
import subprocess
import sys

from bench import PATIENCE, Bench, Failure, Skipped, contains, equal, holds
from population import Act, recorded, recorded_once

SIZE = "8m"
FULL = "Disken är full"

MOUNT = """
import os, sys
place, *command = sys.argv[1:]
if os.system(f"mount -t tmpfs -o size=%s,mode=0700 tmpfs '{place}'") != 0:
    sys.exit(125)
os.execv(command[0], command)
""" % SIZE


def in_small_disk(bench, test):
    """Carries out a test in a process of its own that has a small file system at `bench.path("disk")`.

    A mount namespace takes the file system away with the process, however it ends. Without one root can mount in the open.
    """
    place = bench.path("disk")
    os.mkdir(place)
    inside = [sys.executable, os.path.abspath(__file__), bench.name, bench.binary, str(bench.full), str(bench.seed), place, test.__name__]
    for wrapper in (["unshare", "-m"], ["unshare", "-rm"]):
        try:
            process = bench.start([*wrapper, sys.executable, "-c", MOUNT, place, *inside], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except FileNotFoundError:
            raise Skipped("a small file system can't be mounted: there is no unshare here")
        said = process.communicate(timeout=PATIENCE)[0].decode("utf-8", "replace")
        if process.returncode == 0:
            return
        if process.returncode == 3:
            raise Failure(said)
        if process.returncode not in (1, 32, 125) or "Traceback" in said:
            raise Failure(f"exit code {process.returncode}: {said}")
    raise Skipped(f"a small file system can't be mounted, not even with 'unshare -rm': {said.strip()}")


def fill(place):
    """Fills the disk to its last byte; gives the file that fills it."""
    path = os.path.join(place, "ballast")
    file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    try:
        for size in (1 << 16, 4096, 1):
            try:
                while os.write(file, bytes(size)):
                    pass
            except OSError:
                continue
    finally:
        os.close(file)
    return path


def send_until_refused(connection, first):
    """Sends acts until one is refused: the log may have room for some."""
    taken = []
    for number in range(first, first + 5000):
        act = Act(number)
        answer = connection.ask(act.form, act.file)
        if answer.get("recorded") != 1:
            return taken, act, answer
        taken.append(act)
    raise Failure(f"nothing was refused on a full disk in {len(taken)} acts")


def test_writes(bench):
    """On a full disk a submission is refused in words, pages are served, /halsa says 503, and room makes all well again."""
    in_small_disk(bench, writes)


def writes(bench, place):
    folder = os.path.join(place, "data")
    server = bench.serve(folder)
    with server.connect() as connection:
        acts = [Act(number) for number in range(10)]
        for act in acts:
            equal("an act is recorded while there is room", connection.ask(act.form, act.file).get("recorded"), 1)
        for number in range(3):
            ballast = fill(place)
            taken, refused, answer = send_until_refused(connection, 1000 * (number + 1))
            acts += taken
            contains("the refusal says why", str(answer.get("unavailable")), FULL)
            contains("and what to do", answer["unavailable"], "Frigör utrymme")
            again = connection.ask(refused.form, refused.file)
            contains("asked again it is refused again", str(again.get("unavailable")), FULL)
            health = server.get("/halsa")
            equal(f"the health on a full disk: {health.text}", health.status, 503)
            contains("the health says why", health.text, FULL)
            for path in ("/", "/program", "/kommuner", "/kommuner/haninge.json", "/?datum=2020-01-01", f"/program?datum=2021-01-{number + 1:02}"):
                equal(f"{path} is served on a full disk", server.get(path).status, 200)
            shown = server.get("/kommuner/haninge.json").text
            for act in acts:
                if act.municipality == "haninge":
                    contains(f"{act!r} is shown", shown, str(act.count))
            lines = [act for act in [refused] if str(act.count) in shown]
            equal("what was refused is not shown", lines, [])
            os.remove(ballast)
            answer = connection.ask(refused.form, refused.file)
            equal("with room the same form is recorded", (answer.get("recorded"), answer.get("isRepeat")), (1, False))
            acts.append(refused)
            health = server.get("/halsa")
            equal(f"the health with room again: {health.text}", health.status, 200)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    found = recorded(os.path.join(folder, "samverka.sqlite"))
    for act in acts:
        ok, rows = recorded_once(act, found)
        holds(f"{act!r} is recorded once", ok, "once", rows)
    equal("nothing else was recorded", sorted(count for count in found if count > 1_000_000), sorted(act.count for act in acts))
    bench.is_whole(folder)


def test_first_start(bench):
    """A first start on a full disk says so, and leaves nothing behind that hinders the next start."""
    in_small_disk(bench, first_start)


def first_start(bench, place):
    folder = os.path.join(place, "data")
    for rooms in range(0, 40, 3 if bench.full else 9):
        ballast = fill(place)
        size = os.path.getsize(ballast)
        os.truncate(ballast, max(0, size - rooms * 4096))
        outcome = bench.run("import", "--data", folder, example(bench))
        holds(f"import into a new folder with room for {rooms} pages: {outcome}", outcome.code in (0, 2), "exit code 0 or 2", outcome.code)
        if outcome.code == 2:
            contains("the message says why", outcome.err, FULL)
        os.remove(ballast)
        if outcome.code == 2:
            equal(f"entries after {outcome}, with room for {rooms} pages", entries(os.path.join(folder, "samverka.sqlite")), 0)
        server = bench.serve(folder)
        with server.connect() as connection:
            answer = connection.ask(Act(0).form, Act(0).file)
            holds("the next start, with room, can record", answer.get("recorded") is not None or "faults" in answer, "an answer", answer)
        equal(f"the server with room again, after a first start with room for {rooms} pages, stops well", server.stop(), 0)
        bench.is_whole(folder)
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))
        os.rmdir(folder)


def entries(database):
    """How many entries a journal has that may not have been made yet."""
    if not os.path.exists(database):
        return 0
    with contextlib.closing(sqlite3.connect(database)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'").fetchall():
            return 0
        return connection.execute("SELECT count(*) FROM journal").fetchone()[0]


def example(bench):
    path = bench.path("liten.txt")
    if not os.path.exists(path):
        bench.file("liten.txt", "samverkan: tva\n  namn: Två\n  kallas: Tvåan\n  kortnamn: Två\n  från: 2024-01-01\n"
                   "  antar program: kommunfullmäktige\n  platser per kommun: 2\n")
    return path


def test_restart(bench):
    """A server that was full can be stopped, started and killed while it is full; then it says why or serves, and later all is there."""
    in_small_disk(bench, restart)


def restart(bench, place):
    folder = os.path.join(place, "data")
    acts = []
    for number, end in enumerate(["stop", "kill", "stop"]):
        server = bench.serve(folder)
        with server.connect() as connection:
            act = Act(100 * number)
            equal("an act is recorded while there is room", connection.ask(act.form, act.file).get("recorded"), 1)
            ballast = fill(place)
            taken, refused, answer = send_until_refused(connection, 1000 * (number + 1))
            acts += [act, *taken]
            contains("the refusal says why", str(answer.get("unavailable")), FULL)
        if end == "stop":
            equal(f"a server on a full disk stops well after SIGTERM; log: {server.log}", server.stop(), 0)
        else:
            equal("the server ran until it was killed", server.kill(), -9)
        fill(place)
        started(bench, folder)
        os.remove(ballast)
    server = bench.serve(folder)
    health = server.wait_until_verified()
    equal(f"the health with room again: {health.text}", health.status, 200)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    found = recorded(os.path.join(folder, "samverka.sqlite"))
    for act in acts:
        ok, rows = recorded_once(act, found)
        holds(f"{act!r} is recorded once", ok, "once", rows)
    bench.is_whole(folder)


def started(bench, folder):
    """Starts a server on a full disk: it serves, or it says in words that the disk is full."""
    try:
        server = bench.serve(folder)
    except Failure as failure:
        found = re.search(r"exit code (-?\d+)", str(failure))
        equal(f"the exit code of a server that can't start: {failure}", found and found.group(1), "2")
        contains("a server that can't start on a full disk says why", str(failure), FULL)
        return
    equal("a server that starts on a full disk serves pages", server.get("/").status, 200)
    equal("and stops well after SIGTERM", server.stop(), 0)


def main():
    name, binary, full, seed, place, test = sys.argv[1:]
    try:
        with Bench(name, binary, full == "True", int(seed)) as bench:
            globals()[test](bench, place)
    except Failure as failure:
        print(failure)
        sys.exit(3)


if __name__ == "__main__":
    main()
