"""A round of decisions is locked, sent and decided on while the server is killed: what was acknowledged is there once, and nothing is overwritten unseen."""
import collections
import contextlib
import json
import os
import random
import re
import sqlite3
import threading

from bench import equal, holds
from editors import Editor, let_in, today
from kills import changed
from visitor import form
from wire import Broken

# All who decide on the programme.
PLACES = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
# Whose boards have two registrars, who record at once.
CONTESTED = ["haninge", "salem", "tyreso"]
# The steps of a track by the last part of their addresses, in the order they are taken.
STEPS = ["diarium", "beslut", "justering", "anslag"]
KINDS = {
    "diarium": "ratification.registered", "beslut": "ratification.decided", "justering": "ratification.adjusted",
    "anslag": "ratification.posted",
}


class Registrars:
    """Those who take part, made anew for each life of the server: who locks must have come in lately."""

    def __init__(self, bench, folder, server, life):
        def user(command, *more):
            outcome = bench.run("user", command, "--data", folder, *more)
            equal(f"user {command}: {outcome.said}", outcome.code, 0)
            return outcome.out

        def enter(name, body, role, municipality=None):
            mail = f"{name}-{life}@samverka.example"
            user("add", "--name", f"Prov {name}", "--mail", mail)
            seat = ["--municipality", municipality] if municipality else []
            user("seat", "--mail", mail, "--body", body, "--seat", f"prov-{name}-{life}", "--role", role, *seat)
            editor = Editor(server.port, f"{name} {life}", role, body, municipality)
            let_in(editor, user("reset", "--mail", mail).splitlines()[0], name)
            return editor

        self.leaders = [enter(f"ledare{number}", "kansliet", "development-leader") for number in (1, 2)]
        # In the long run they stay: a sign-in costs more than all they do.
        self.boards = [
            enter(f"{place}{number}", f"kommunstyrelsen-{place}", "registrar", place)
            for place in PLACES for number in ((1, 2) if place in CONTESTED else (1,))
        ]

    def __iter__(self):
        return iter(self.leaders + self.boards)


class Deed:
    """One form that has been sent, and what came of it: acknowledged, refused, or no answer yet."""

    def __init__(self, kind, who, edition, path, body, mark=None, basis=None):
        self.kind, self.who, self.edition, self.path, self.body = kind, who, edition, path, body
        # A number that no other deed of the kind has: a paragraph, or what a case number has in it.
        self.mark = mark
        # The position that the form was read at.
        self.basis = basis
        self.outcome, self.answer = None, None

    @property
    def place(self):
        return self.who.municipality

    def __repr__(self):
        return f"{self.kind} by {self.who} in {self.edition} ({self.mark}): {self.outcome} {self.answer}"


class Ledger:
    """All that has been sent, over all lives."""

    def __init__(self):
        self.lock = threading.Lock()
        self.deeds, self.trouble = [], []
        self.count = 0

    def number(self):
        with self.lock:
            self.count += 1
            return self.count

    def note(self, deed):
        with self.lock:
            self.deeds.append(deed)

    def settle(self, deed, answer):
        deed.answer = answer.status
        if answer.status == 303 and not answer["location"].startswith("/logga-in"):
            deed.outcome = "acknowledged"
        elif answer.status in (404, 409, 422, 503):
            deed.outcome = "refused"
        else:
            deed.outcome = "refused"
            self.trouble.append(f"{deed!r} was answered with {answer}")


def begin(leader, year):
    """A draft to lock; gives the edition's id."""
    page = leader.ask("/program/ny")
    answer = leader.send(page, titel=f"Prov {year}", **{"galler-fran": str(year), "galler-till": str(year + 3), "kopia-av": "2019"})
    equal(f"the draft of {year} is begun: {answer}", answer.status, 303)
    return re.fullmatch(r"/program/([a-z0-9-]+)/utkast", answer["location"]).group(1)


class Life:
    """One life of the server: all work on one edition until it is killed."""

    def __init__(self, server, ledger, people, edition, chance):
        self.server, self.ledger, self.people, self.edition = server, ledger, people, edition
        self.target = chance.randrange(1, 45)
        self.way = chance.choice(["answer", "write", "write", "spin"])
        self.steps = chance.randrange(0, 60_000)
        self.seeds = {who: chance.random() for who in people}
        self.answers = 0
        self.reached, self.killed = threading.Event(), threading.Event()

    def send(self, kind, who, path, one, mark=None, **written):
        deed = Deed(kind, who, self.edition, path, one.filled(**written), mark, int(one.values["lage"]))
        self.ledger.note(deed)
        self.ledger.settle(deed, who.ask(path, deed.body))
        with self.ledger.lock:
            self.answers += 1
            if self.answers >= self.target:
                self.reached.set()
        return deed

    def lead(self, who, chance):
        """Both lock the draft, each by a paragraph of its own; then both send it to all."""
        round = f"/ratificering/{self.edition}"
        if not self.is_locked(who):
            number = self.ledger.number()
            self.send("lås", who, f"{round}/las", form(who.ask(f"{round}/las")), number, motesdag=today(), paragraf=str(number), rubrik=f"Prov {number}")
        page = who.ask(f"{round}/skicka")
        if page.status != 200:
            return False
        chosen = re.findall(r'name="kommuner"[^>]*value="([a-z]+)"|value="([a-z]+)"[^>]*name="kommuner"', page.text)
        one, left = form(page), sorted({first or second for first, second in chosen})
        if not left:
            return True
        # A choice of several is several pairs; the form keeps one of each name.
        one.values.pop("kommuner", None)
        some = left if chance.random() < 0.5 else left[: max(1, len(left) // 2)]
        deed = Deed("skicka", who, self.edition, f"{round}/skicka", one.filled() + b"".join(b"&kommuner=" + place.encode() for place in some), some)
        self.ledger.note(deed)
        self.ledger.settle(deed, who.ask(deed.path, deed.body))
        with self.ledger.lock:
            self.answers += 1
            if self.answers >= self.target:
                self.reached.set()
        return False

    def is_locked(self, who):
        return who.ask(f"/ratificering/{self.edition}/skicka").status == 200

    def board(self, who, chance):
        """The next step of the own municipality's track."""
        track = f"/ratificering/{self.edition}/{who.municipality}"
        answer = who.ask(f"{track}.json")
        if answer.status != 200:
            return False
        now = json.loads(answer.text)["page"]["track"]
        if now["state"] == "not-sent":
            return False
        step = next_step(now)
        if step is None:
            return True
        page = who.ask(f"{track}/{step}")
        number = self.ledger.number()
        written = {"dag": today()}
        if step == "diarium":
            written["diarienummer"] = f"KS {number}"
        elif step == "beslut":
            written |= {"utfall": chance.choice(["adopted", "adopted", "rejected"]), "paragraf": str(number)}
        self.send(step, who, f"{track}/{step}", form(page), number if step in ("diarium", "beslut") else None, **written)
        return False

    def work(self, who):
        chance = random.Random(self.seeds[who])
        one = self.lead if who.municipality is None else self.board
        try:
            while not self.killed.is_set() and not one(who, chance):
                pass
        except (Broken, OSError) as error:
            if not self.killed.is_set() and self.server.process.poll() is None and not self.reached.is_set():
                self.ledger.trouble.append(f"the server ended a connection of {who} by itself: {error!r}")
        except Exception as error:
            self.ledger.trouble.append(f"{who}: {error!r}"[:1500])

    def run(self):
        threads = [threading.Thread(target=self.work, args=[who]) for who in self.people]
        for thread in threads:
            thread.start()
        # All may have done what there is before so many answers have come.
        while not self.reached.wait(0.05) and any(thread.is_alive() for thread in threads):
            pass
        if self.way == "write" and any(thread.is_alive() for thread in threads):
            log = os.path.join(self.server.folder, "samverka.sqlite-wal")
            before = changed(log)
            while changed(log) == before and self.server.process.poll() is None and any(thread.is_alive() for thread in threads):
                pass
        elif self.way == "spin":
            for _ in range(self.steps):
                pass
        self.killed.set()
        code = self.server.kill()
        for thread in threads:
            thread.join()
        equal("the server ran until it was killed", code, -9)


def next_step(track):
    """The step that a track waits for; None when it has been posted."""
    if track.get("decided") is None:
        return "beslut" if track.get("caseNumber") else "diarium"
    if track.get("adjusted") is None:
        return "justering"
    return "anslag" if track.get("posted") is None else None


def resend(ledger, ways):
    """Sends again what got no answer: it is done once, whether or not it was written."""
    for deed in [deed for deed in ledger.deeds if deed.outcome is None]:
        ledger.settle(deed, deed.who.ask(deed.path, deed.body))
        ways[f"resent, {deed.outcome}"] += 1


class Record:
    """What is on disk of the rounds."""

    def __init__(self, folder):
        with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as database:
            rows = database.execute(
                "SELECT position, kind, payload FROM journal WHERE kind LIKE 'ratification.%' OR kind = 'meetings.decided' ORDER BY position"
            ).fetchall()
        self.acts = [(position, kind, json.loads(payload)) for position, kind, payload in rows]

    def of(self, kind):
        return [payload for _, found, payload in self.acts if found == kind]

    def on_track(self, edition, place):
        """What has happened on a track: where it stands in the journal, its kind, and what it says."""
        def spot(payload):
            return payload.get("place", payload)

        return [act for act in self.acts if spot(act[2]).get("edition") == edition and spot(act[2]).get("municipality") == place]


def wrong_lockings(deeds, record):
    """Lockings that aren't there exactly when they should be, and what a refused one has left behind."""
    problems = []
    for deed in [deed for deed in deeds if deed.kind == "lås"]:
        wanted = 1 if deed.outcome == "acknowledged" else 0
        decided = sum(one["paragraph"] == deed.mark and one["body"] == "samarbetskommitten" for one in record.of("meetings.decided"))
        locked = sum(
            one["edition"] == deed.edition and (one.get("decision") or {}).get("paragraph") == deed.mark for one in record.of("ratification.proposed")
        )
        if (decided, locked) != (wanted, wanted):
            problems.append(f"{deed!r}: {locked} lockings, {decided} decisions")
    for edition in {deed.edition for deed in deeds}:
        numbers = [one["number"] for one in record.of("ratification.proposed") if one["edition"] == edition]
        if numbers not in ([], [1]):
            problems.append(f"{edition} is locked as {numbers}: the second of two at once was told nothing")
    return problems


def wrong_sendings(deeds, record):
    """Municipalities that got a proposal more or less than once."""
    problems = []
    for edition in {deed.edition for deed in deeds}:
        sent = collections.Counter(
            place for one in record.of("ratification.sent") if one["edition"] == edition for place in one["municipalities"]
        )
        problems += [f"{edition} was sent to {place} {count} times" for place, count in sent.items() if count > 1]
        for deed in deeds:
            if deed.kind == "skicka" and deed.edition == edition and deed.outcome == "acknowledged":
                problems += [f"{deed!r} did not reach {place}" for place in deed.mark if not sent[place]]
    return problems


def mark_of(kind, payload):
    """The number by which a recorded step is known; None for those that are known by their track alone."""
    if kind == "ratification.decided":
        return payload["decision"]["paragraph"]
    return int(payload["caseNumber"].removeprefix("KS ")) if kind == "ratification.registered" else None


def wrong_steps(deeds, record):
    """Steps on tracks that are lost, doubled, or taken by somebody who didn't know of another."""
    problems = []
    for edition, place in sorted({(deed.edition, deed.place) for deed in deeds if deed.place}):
        acts = record.on_track(edition, place)
        for step in STEPS:
            tried = [deed for deed in deeds if (deed.edition, deed.place, deed.kind) == (edition, place, step)]
            done = [deed for deed in tried if deed.outcome == "acknowledged"]
            found = [(position, mark_of(kind, payload)) for position, kind, payload in acts if kind == KINDS[step]]
            if len(found) != len(done):
                problems.append(f"{step} of {place} in {edition} is recorded {len(found)} times, and {len(done)} were acknowledged")
            # A case number can be changed by who has seen the one before; all else happens once.
            if len(found) > 1 and step != "diarium":
                problems.append(f"{step} of {place} in {edition} is recorded {len(found)} times")
            for deed in tried:
                positions = [position for position, mark in found if mark == deed.mark]
                if deed.mark is not None and len(positions) != (deed.outcome == "acknowledged"):
                    problems.append(f"{deed!r} is recorded {len(positions)} times")
                if deed.outcome == "acknowledged" and len(positions) == 1:
                    unseen = [position for position, _, _ in acts if deed.basis < position < positions[0]]
                    if unseen:
                        problems.append(f"{deed!r} at {positions[0]} had seen {deed.basis}, but not {unseen}")
    return problems


def unlike_pages(visitor, deeds):
    """Tracks whose page says something else than what was acknowledged."""
    problems = []
    for deed in deeds:
        if deed.kind == "beslut" and deed.outcome == "acknowledged":
            track = json.loads(visitor.ask(f"/ratificering/{deed.edition}/{deed.place}.json").text)["page"]["track"]
            if track.get("paragraph") != deed.mark:
                problems.append(f"{deed!r}, but the page says § {track.get('paragraph')}")
    return problems


def test_at_once(bench):
    """A proposal is locked, sent and decided on by many at once while the server is killed: each acknowledged step is there, once."""
    lives = 30 if bench.full else 5
    folder = bench.path("data")
    server = bench.serve(folder)
    server.connect().close()
    ledger, ways = Ledger(), collections.Counter()
    people, edition, year = None, None, 2040
    for life in range(lives):
        if life % 5 == 0:
            # A draft of its own, and people who have come in lately.
            people, year = Registrars(bench, folder, server, life), year + 1
            edition = begin(people.leaders[0], year)
        one = Life(server, ledger, people, edition, bench.random)
        one.run()
        ways[one.way] += 1
        holds(f"life {life + 1} (kill on {one.way} after {one.target} answers)", not ledger.trouble, "no trouble", ledger.trouble)
        server = bench.serve(folder)
        for who in people:
            who.port = server.port
        resend(ledger, ways)
        equal("no answer was wrong", ledger.trouble, [])
    health = server.wait_until_verified()
    holds("the server is well after the last restart", health.status == 200, 200, health)
    equal("each page says what was acknowledged", unlike_pages(people.leaders[0], ledger.deeds), [])
    equal("the server stops well after SIGTERM", server.stop(), 0)
    record = Record(folder)
    equal("each acknowledged locking is there once, and nothing of others", wrong_lockings(ledger.deeds, record), [])
    equal("each municipality got the proposal once", wrong_sendings(ledger.deeds, record), [])
    equal("each acknowledged step is there once", wrong_steps(ledger.deeds, record), [])
    bench.is_whole(folder)
    outcomes = collections.Counter((deed.kind, deed.outcome) for deed in ledger.deeds)
    for kind in ("lås", "skicka", "diarium", "beslut"):
        holds(f"some of the kind {kind} were acknowledged", outcomes[kind, "acknowledged"] > 0, "some", outcomes)
    told = ", ".join(f"{count} {kind} {outcome}" for (kind, outcome), count in sorted(outcomes.items(), key=str))
    bench.note(f"seed {bench.seed}: {lives} kills ({dict(ways)}); {told}")


def test_notices(bench):
    """The checks on a round notice what is lost, doubled, left behind, and written over."""
    class Somebody:
        municipality = "salem"

    def deed(kind, outcome, mark=None, basis=0):
        one = Deed(kind, Somebody(), "e", "/", b"", mark, basis)
        one.outcome = outcome
        return one

    def record(*acts):
        one = Record.__new__(Record)
        one.acts = [(number + 1, *act) for number, act in enumerate(acts)]
        return one

    place = {"edition": "e", "number": 1, "municipality": "salem"}
    locked = ("ratification.proposed", {"edition": "e", "number": 1, "decision": {"paragraph": 7}})
    minutes = ("meetings.decided", {"body": "samarbetskommitten", "paragraph": 7})
    sent = ("ratification.sent", {"edition": "e", "number": 1, "municipalities": ["salem"]})

    def decided(paragraph):
        return ("ratification.decided", {"place": place, "decision": {"paragraph": paragraph}})

    def registered(number):
        return ("ratification.registered", {"place": place, "caseNumber": f"KS {number}"})

    done, refused = "acknowledged", "refused"
    for what, check, deeds, acts, is_wrong in [
        ("locked once", wrong_lockings, [deed("lås", done, 7)], [minutes, locked], False),
        ("a lost locking", wrong_lockings, [deed("lås", done, 7)], [], True),
        ("a refused locking that left its decision", wrong_lockings, [deed("lås", refused, 7)], [minutes], True),
        ("locked twice", wrong_lockings, [deed("lås", done, 7)], [minutes, locked, (locked[0], {**locked[1], "number": 2, "decision": None})], True),
        ("sent once", wrong_sendings, [deed("skicka", done, ["salem"])], [sent], False),
        ("sent twice", wrong_sendings, [deed("skicka", done, ["salem"])], [sent, sent], True),
        ("a lost sending", wrong_sendings, [deed("skicka", done, ["salem"])], [], True),
        ("decided once", wrong_steps, [deed("beslut", done, 9)], [decided(9)], False),
        ("a lost decision", wrong_steps, [deed("beslut", done, 9)], [], True),
        ("another's in its place", wrong_steps, [deed("beslut", done, 9)], [decided(8)], True),
        ("both of two at once", wrong_steps, [deed("beslut", done, 9), deed("beslut", done, 8)], [decided(9), decided(8)], True),
        ("one of two at once", wrong_steps, [deed("beslut", done, 9), deed("beslut", refused, 8)], [decided(9)], False),
        ("refused and there", wrong_steps, [deed("beslut", refused, 9)], [decided(9)], True),
        ("another case number by who had seen the first", wrong_steps, [deed("diarium", done, 1), deed("diarium", done, 2, basis=1)],
         [registered(1), registered(2)], False),
        ("another case number by who hadn't", wrong_steps, [deed("diarium", done, 1), deed("diarium", done, 2)],
         [registered(1), registered(2)], True),
        ("adjusted once", wrong_steps, [deed("justering", done)], [("ratification.adjusted", place)], False),
        ("adjusted twice", wrong_steps, [deed("justering", done)], [("ratification.adjusted", place)] * 2, True),
    ]:
        equal(what, bool(check(deeds, record(*acts))), is_wrong)
