"""The server is killed under writes, again and again, and nothing that was acknowledged is lost or doubled."""
import collections
import os
import random
import threading

from bench import equal, fail, holds
from population import Act, recorded, recorded_once
from wire import Broken

CONNECTIONS = 4


class Ledger:
    """What has been sent and what has been acknowledged, over all rounds."""

    def __init__(self):
        self.lock = threading.Lock()
        self.next = 0
        self.unanswered = collections.deque()
        self.positions = {}
        self.acts = {}
        self.written_unanswered = 0
        self.trouble = []

    def take(self, chance):
        """An act to send: one that got no answer, sometimes one that did, otherwise a new one."""
        with self.lock:
            if self.unanswered:
                return self.unanswered.popleft()
            if self.positions and chance.random() < 0.1:
                return self.acts[chance.choice(sorted(self.positions))]
            act = Act(self.next)
            self.next += 1
            self.acts[act.count] = act
            return act

    def give_back(self, act):
        with self.lock:
            if act.count not in self.positions:
                self.unanswered.append(act)

    def settle(self, act, answer):
        """Takes an answer; gives how many have come."""
        with self.lock:
            if answer.get("recorded") != 1 or "first" not in answer:
                self.trouble.append(f"{act!r} was answered with {answer}")
            elif act.count not in self.positions:
                self.written_unanswered += bool(answer.get("isRepeat"))
                self.positions[act.count] = answer["first"]
            elif self.positions[act.count] != answer["first"] or not answer.get("isRepeat"):
                self.trouble.append(f"{act!r} stood at {self.positions[act.count]} and was answered anew with {answer}")


class Round:
    """One life of the server: several connections write at once until it is killed."""

    def __init__(self, server, ledger, chance):
        self.server, self.ledger = server, ledger
        self.target = chance.randrange(0, 25)
        # 'answer' kills on an answer; 'write' on the first change of the log after it, between writing and answering;
        # 'spin' a random number of steps after it, which is anywhere.
        self.way = chance.choice(["answer", "write", "write", "spin"])
        self.steps = chance.randrange(0, 60_000)
        self.seeds = [chance.random() for _ in range(CONNECTIONS)]
        self.answers = 0
        self.reached = threading.Event()
        self.killed = threading.Event()

    def write(self, connection, seed):
        chance = random.Random(seed)
        while True:
            act = self.ledger.take(chance)
            try:
                connection.send(act.form, act.file)
                answer = connection.answer()
            except (Broken, OSError):
                self.ledger.give_back(act)
                if not self.killed.is_set() and self.server.process.poll() is None and not self.reached.is_set():
                    self.ledger.trouble.append(f"the server ended a connection by itself, at {act!r}")
                self.reached.set()
                return
            self.ledger.settle(act, answer)
            with self.ledger.lock:
                self.answers += 1
                if self.answers >= self.target:
                    self.reached.set()

    def run(self):
        connections = [self.server.connect() for _ in range(CONNECTIONS)]
        threads = [threading.Thread(target=self.write, args=pair) for pair in zip(connections, self.seeds)]
        if self.target == 0:
            self.reached.set()
        for thread in threads:
            thread.start()
        self.reached.wait()
        if self.way == "write":
            log = os.path.join(self.server.folder, "samverka.sqlite-wal")
            before = changed(log)
            while changed(log) == before and self.server.process.poll() is None:
                pass
        elif self.way == "spin":
            for _ in range(self.steps):
                pass
        self.killed.set()
        code = self.server.kill()
        for thread in threads:
            thread.join()
        for connection in connections:
            connection.close()
        equal("the server ran until it was killed", code, -9)


def changed(path):
    try:
        status = os.stat(path)
        return status.st_size, status.st_mtime_ns
    except FileNotFoundError:
        return None


def test_survives(bench):
    """What was acknowledged before a kill -9 is in the journal exactly once, and what is sent again is not doubled."""
    rounds = 100 if bench.full else 10
    folder = bench.path("data")
    ledger = Ledger()
    ways = collections.Counter()
    for number in range(rounds):
        server = bench.serve(folder)
        one = Round(server, ledger, bench.random)
        one.run()
        ways[one.way] += 1
        holds(f"round {number + 1} (kill on {one.way} after {one.target} answers)", not ledger.trouble, "no trouble", ledger.trouble)
    server = bench.serve(folder)
    with server.connect() as connection:
        while ledger.unanswered:
            act = ledger.unanswered.popleft()
            ledger.settle(act, connection.ask(act.form, act.file))
        act = Act(ledger.next)
        ledger.acts[act.count] = act
        ledger.settle(act, connection.ask(act.form, act.file))
    health = server.wait_until_verified()
    holds("the server is well after the last restart", health.status == 200, 200, health)
    equal("no answer was wrong", ledger.trouble, [])
    found = recorded(os.path.join(folder, "samverka.sqlite"))
    for count, act in ledger.acts.items():
        ok, rows = recorded_once(act, found)
        holds(f"{act!r} is recorded once", ok and rows[0][0] == ledger.positions.get(count),
              f"once, at position {ledger.positions.get(count)}", rows)
    strangers = [rows for count, rows in found.items() if count > 1_000_000 and count not in ledger.acts]
    equal("nothing is recorded that was not sent", strangers, [])
    equal("the server stops well after SIGTERM", server.stop(), 0)
    bench.is_whole(folder)
    bench.note(f"seed {bench.seed}: {rounds} kills ({dict(ways)}), {len(ledger.positions)} acts acknowledged, "
               f"{ledger.written_unanswered} of them written before a kill and answered after it")
    if bench.full and ledger.written_unanswered == 0:
        fail("kills hit the moment between writing and answering", "at least one such act", 0)
