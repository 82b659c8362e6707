"""Eight people edit the organisation and the boards' case numbers at once while the server is killed: nothing acknowledged is lost, doubled or overwritten unseen."""
import base64
import collections
import contextlib
import datetime
import json
import os
import random
import re
import sqlite3
import threading
import zoneinfo

from bench import equal, fail, holds
from kills import changed
from users import time_code
from visitor import Form, Visitor, form, words
from wire import Broken

PASSWORD = "elva stolar vid sjön"
PLACES = ["botkyrka", "haninge", "huddinge"]
NETWORKS = ["planeringschefer", "naringslivschefer"]
# Who they are: name, body, seat, role, municipality.
EDITORS = (
    [(f"Registrator {place}", f"kommunstyrelsen-{place}", "prov-registrator", "registrar", place) for place in PLACES]
    + [(f"Sammankallande {network}", network, "prov-sammankallande", "convener", "haninge") for network in NETWORKS]
    + [(f"Kansliet {seat}", "kansliet", f"prov-{seat}", role, None)
       for seat, role in (("ett", "administrator"), ("tva", "administrator"), ("tre", "development-leader"))]
)
# The name of the field for what a body is for.
TASK = "uppgift"
# The name of the field for a municipality's case number, and the forms that have it: of a round that all have decided in.
CASE = "diarienummer"
GROUND = "bygger-pa"
CASES = [f"/ratificering/2019/{place}/diarium" for place in PLACES]
SHARED = ["delad.ett@samverka.example", "delad.tva@samverka.example"]


def today(days=0):
    return (datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Stockholm")).date() + datetime.timedelta(days=days)).isoformat()


class Editor(Visitor):
    """Somebody with a seat who has signed in."""

    def __init__(self, port, name, role, body, municipality):
        super().__init__(port)
        self.name, self.role, self.body, self.municipality = name, role, body, municipality

    @property
    def is_convener(self):
        return self.role == "convener"

    @property
    def places(self):
        return [self.municipality] if self.municipality else PLACES

    def __repr__(self):
        return self.name


def let_in(visitor, link, what):
    """Chooses a password by a one-time link, and connects an authenticator where one is asked for."""
    path = re.sub(r"^http://[^/]+", "", link)
    visitor.ask(path)
    answer = visitor.ask(path, b"")
    equal(f"{what} uses the link: {answer}", (answer.status, answer["location"].split("?")[0]), (303, "/logga-in/losenord"))
    answer = visitor.send(visitor.ask(answer["location"]), nytt=PASSWORD)
    equal(f"{what} chooses a password: {answer}", answer.status, 303)
    if answer["location"].startswith("/logga-in/tvafaktor"):
        page = visitor.ask(answer["location"])
        key = re.search(r"<code>([A-Z2-7 ]{39})</code>", page.text).group(1)
        answer = visitor.send(page, kod=time_code(base64.b32decode(key.replace(" ", ""))))
        equal(f"{what} connects an authenticator: {answer}", answer.status, 200)
    equal(f"{what} has come in", visitor.ask("/arbete").status, 200)


def settle(bench, folder, server):
    """Makes the people from the shell; they come in over HTTP."""
    def user(command, *more):
        outcome = bench.run("user", command, "--data", folder, *more)
        equal(f"user {command}: {outcome.said}", outcome.code, 0)
        return outcome.out

    people = [user("add", "--name", f"Delad {mail[6:9]}", "--mail", mail, "--telephone", "08-100 000 00").strip() for mail in SHARED]
    editors = []
    for number, (name, body, seat, role, municipality) in enumerate(EDITORS):
        mail = f"prov{number}@samverka.example"
        user("add", "--name", name, "--mail", mail)
        user("seat", "--mail", mail, "--body", body, "--seat", seat, "--role", role, *(["--municipality", municipality] if municipality else []))
        editor = Editor(server.port, name, role, body, municipality)
        let_in(editor, user("reset", "--mail", mail).splitlines()[0], name)
        editors.append(editor)
    return editors, people


class Edit:
    """One form that has been sent, and what came of it: acknowledged, refused, or no answer."""

    def __init__(self, kind, editor, path, body, mark=None, basis=None, about=None, seen=None, written=None, mail=None):
        self.kind, self.editor, self.path, self.body = kind, editor, path, body
        # A text that no other edit has, and that stands in the record when this one is done.
        self.mark = mark
        # The position that the form was read at, and the seat or the field that it changes.
        self.basis, self.about = basis, about
        # What stood in the field when the editor read it, and what is to stand there.
        self.seen, self.written = seen, written
        self.mail = mail
        self.outcome = None
        self.answer = None

    def __repr__(self):
        return f"{self.kind} by {self.editor} at {self.path} ({self.mark or self.written}): {self.outcome}"


class Ledger:
    """All that has been sent, over all rounds."""

    def __init__(self):
        self.lock = threading.Lock()
        self.edits = []
        self.count = 0
        self.trouble = []

    def number(self):
        with self.lock:
            self.count += 1
            return self.count

    def note(self, edit):
        with self.lock:
            self.edits.append(edit)

    def of(self, *kinds):
        return [edit for edit in self.edits if edit.kind in kinds]


class Work:
    """What an editor can do: each way reads a form, fills it in, and says what is sent."""

    def __init__(self, ledger, people, bodies):
        self.ledger, self.people = ledger, people
        # The pages of bodies that have a form of their own.
        self.bodies = bodies

    def next(self, editor, chance):
        has_body = bool(self.bodies_of(editor))
        if editor.is_convener:
            ways = [self.not_allowed] + [self.body] * 3 * has_body
        else:
            ways = [self.holder, self.holder, self.person, self.person, self.seat, self.case, self.case, self.wrong] + [self.body] * has_body
        return chance.choice(ways)(editor, chance)

    def _holder_form(self, editor, chance):
        place = chance.choice(editor.places)
        path = f"/organisation/ledningsgruppen/platser/{place}/byt"
        return f"ledningsgruppen/{place}", path, form(editor.ask(path))

    def holder(self, editor, chance):
        """Another holder of a seat; sometimes somebody new."""
        seat, path, one = self._holder_form(editor, chance)
        number = self.ledger.number()
        mark, mail = f"PROV-{number}-", None
        known = [person for person in one.choices["person"] if person != "ny" and person not in self.people]
        written = {"person": chance.choice(known), "anmarkning": mark}
        if chance.random() < 0.3:
            mail = f"ny{number}@samverka.example"
            written |= {"person": "ny", "namn": f"Ny ledamot {number}", "e-post": mail}
        return Edit("holder", editor, path, one.filled(**written), mark, int(one.values["lage"]), seat, mail=mail)

    def seat(self, editor, chance):
        """A new seat in the board of a municipality."""
        place = chance.choice(editor.places)
        path = f"/organisation/kommunstyrelsen-{place}/platser/ny"
        one, mark = form(editor.ask(path)), f"PROV-{self.ledger.number()}-"
        body = one.filled(roll=chance.choice(["member", "substitute"]), kommun=place, anmarkning=mark)
        return Edit("seat", editor, path, body, mark)

    def person(self, editor, chance):
        """Another telephone number for somebody whom others edit too."""
        person = chance.choice(self.people)
        path = f"/arbete/personer/{person}/andra"
        return self._field(editor, path, person, "telefon", f"08-2{self.ledger.number():08d}")

    def case(self, editor, chance):
        """Another case number of a municipality's, which the secretariat and the registrar both record."""
        path = chance.choice([path for path in CASES if path.split("/")[3] in editor.places])
        return self._field(editor, path, path, CASE, f"KS {self.ledger.number()}")

    def bodies_of(self, editor):
        """The bodies that an editor may change: all of them for the secretariat, the own one for others."""
        return [path for path in self.bodies if editor.body in path or editor.body == "kansliet"]

    def body(self, editor, chance):
        """Another task for a body that others edit too."""
        path = chance.choice(self.bodies_of(editor))
        return self._field(editor, path, path, TASK, f"Prov av uppgift {self.ledger.number()}-")

    def _field(self, editor, path, about, name, written):
        one = form(editor.ask(path))
        # The secretariat also says what it goes by.
        ground = {GROUND: "Prov"} if GROUND in one.values else {}
        return Edit("field", editor, path, one.filled(**{name: written}, **ground), about=f"{about} {name}", seen=one.values[name], written=written)

    def wrong(self, editor, chance):
        """A last day before the first: it is refused, and nothing of it stays, not even somebody new."""
        _, path, one = self._holder_form(editor, chance)
        number = self.ledger.number()
        mail = f"fel{number}@samverka.example"
        body = one.filled(**{"person": "ny", "namn": "Ingen", "e-post": mail, "till": today(-1), "anmarkning": f"PROV-{number}-"})
        return Edit("wrong", editor, path, body, f"PROV-{number}-", mail=mail)

    def not_allowed(self, editor, chance):
        """What a convener may not: the marks of a form are those of another."""
        page = editor.ask("/arbete")
        pairs = dict(re.findall(r'name="(formular|nyckel|lage)" value="([^"]*)"', page.text))
        number = self.ledger.number()
        place = chance.choice(PLACES)
        one = Form("")
        one.values |= pairs
        sent = one.filled(roll="member", kommun=place, fran=today(), anmarkning=f"PROV-{number}-")
        return Edit("not allowed", editor, f"/organisation/kommunstyrelsen-{place}/platser/ny", sent, f"PROV-{number}-")


def settle_answer(ledger, edit, answer):
    """Notes what an answer says of an edit."""
    edit.answer = answer.status
    if answer.status == 303 and not answer["location"].startswith("/logga-in"):
        edit.outcome = "acknowledged"
    elif answer.status in (403, 409, 422, 503):
        edit.outcome = "refused"
    else:
        edit.outcome = "refused"
        ledger.trouble.append(f"{edit!r} was answered with {answer}")
    expected = {"wrong": {422, 503}, "not allowed": {403}}.get(edit.kind)
    if expected and answer.status not in expected:
        ledger.trouble.append(f"{edit!r} was answered with {answer.status}")


def decided(ledger, edit, answer):
    """The same form once more, after its editor has seen what somebody else wrote and holds on to the own words; None if not asked."""
    name = edit.about.split(" ")[1] if edit.kind == "field" else None
    if answer.status != 409 or name is None:
        return None
    stands = re.search(rf'id="falt-{name}-nu-text"[^>]*>(.*?)</div>', answer.text, re.S)
    one = form(answer)
    written = one.values[name]
    return Edit("field", edit.editor, edit.path, one.filled(**{f"val-{name}": "mitt"}), about=edit.about, seen=words(stands.group(1)), written=written)


class Round:
    """One life of the server: everybody edits until it is killed."""

    def __init__(self, server, ledger, editors, work, chance):
        self.server, self.ledger, self.editors, self.work = server, ledger, editors, work
        self.target = chance.randrange(25, 60)
        self.way = chance.choice(["answer", "write", "write", "spin"])
        self.steps = chance.randrange(0, 60_000)
        self.seeds = [chance.random() for _ in editors]
        self.answers = 0
        self.reached, self.killed = threading.Event(), threading.Event()

    def edit(self, editor, seed):
        chance = random.Random(seed)
        try:
            while not self.killed.is_set():
                self.one(editor, chance)
                with self.ledger.lock:
                    self.answers += 1
                    if self.answers >= self.target:
                        self.reached.set()
        except (Broken, OSError) as error:
            if not self.killed.is_set() and self.server.process.poll() is None and not self.reached.is_set():
                self.ledger.trouble.append(f"the server ended a connection of {editor} by itself: {error!r}")
        except Exception as error:
            self.ledger.trouble.append(f"{editor}: {error!r}"[:1500])
        finally:
            self.reached.set()

    def one(self, editor, chance):
        edit = self.work.next(editor, chance)
        while edit is not None:
            self.ledger.note(edit)
            answer = editor.ask(edit.path, edit.body)
            settle_answer(self.ledger, edit, answer)
            edit = decided(self.ledger, edit, answer) if chance.random() < 0.7 else None

    def run(self):
        threads = [threading.Thread(target=self.edit, args=pair) for pair in zip(self.editors, self.seeds)]
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
        equal("the server ran until it was killed", code, -9)


def resend(ledger, way):
    """Sends again what got no answer: done once whether or not it was written."""
    for edit in [edit for edit in ledger.edits if edit.outcome is None]:
        answer = edit.editor.ask(edit.path, edit.body)
        if edit.kind == "field" and answer.status == 409:
            # It was written and somebody has changed it since, or it wasn't: the form can't tell, and needn't.
            edit.outcome = "unknown"
            continue
        settle_answer(ledger, edit, answer)
        way["answered after the kill"] += 1


class Record:
    """What is on disk."""

    def __init__(self, folder):
        with contextlib.closing(sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True)) as database:
            texts = database.execute("SELECT hex(commitment), CAST(bytes AS TEXT) FROM content WHERE CAST(bytes AS TEXT) LIKE 'PROV-%'").fetchall()
            acts = database.execute("SELECT position, kind, payload FROM journal WHERE kind LIKE 'organisation.seat-%'").fetchall()
            self.people = [json.loads(row[0]) for row in database.execute("SELECT bytes FROM vault WHERE purpose = 'person'")]
        self.texts = collections.defaultdict(list)
        for commitment, text in texts:
            self.texts[text].append(commitment.lower())
        self.positions = collections.defaultdict(list)
        self.of_seat = collections.defaultdict(list)
        for position, kind, payload in acts:
            payload = json.loads(payload)
            for remark in payload["remarks"]:
                self.positions[remark].append(position)
            if kind in ("organisation.seat-taken", "organisation.seat-left", "organisation.seat-closed"):
                self.of_seat[f"{payload['body']}/{payload['seat']}"].append(position)

    def times(self, mark):
        return [position for commitment in self.texts[mark] for position in self.positions[commitment]]

    def persons(self, mail):
        return [person for person in self.people if person["mail"] == mail]


def doubled_or_lost(edits, record):
    """Edits of the journal that aren't there exactly when they should be."""
    problems = []
    for edit in edits:
        if edit.mark is None:
            continue
        found = len(record.times(edit.mark))
        wanted = 1 if edit.outcome == "acknowledged" else 0
        if found != wanted or len(record.texts[edit.mark]) != wanted:
            problems.append(f"{edit!r} is recorded {found} times, with {len(record.texts[edit.mark])} texts")
        if edit.mail and edit.outcome == "acknowledged" and len(record.persons(edit.mail)) != 1:
            problems.append(f"{edit!r}: {len(record.persons(edit.mail))} people with {edit.mail}")
        if edit.mail and edit.kind == "wrong" and record.persons(edit.mail):
            problems.append(f"{edit!r} left somebody behind")
    return problems


def overwritten_seats(edits, record):
    """Seats that somebody took over without having seen who had taken them in between."""
    problems = []
    for edit in edits:
        if edit.kind != "holder" or edit.outcome != "acknowledged":
            continue
        for position in record.times(edit.mark):
            unseen = [other for other in record.of_seat[edit.about] if edit.basis < other < position]
            if unseen:
                problems.append(f"{edit!r} at {position} had seen {edit.basis}, but not {unseen}")
    return problems


def overwritten_fields(edits, first, last):
    """Fields where an acknowledged text is gone without anybody having seen it: each text must follow on the one its writer had seen."""
    problems = []
    for about, start in first.items():
        parents = {edit.written: edit for edit in edits if edit.about == about and edit.kind == "field" and edit.outcome != "refused"}
        text, passed = last[about], set()
        while text in parents and text not in passed:
            passed.add(text)
            text = parents[text].seen
        if text != start:
            problems.append(f"{about}: {last[about]!r} leads back to {text!r} and not to {start!r}")
        for written, edit in parents.items():
            if edit.outcome == "acknowledged" and written not in passed:
                problems.append(f"{edit!r}, on {edit.seen!r}, was overwritten unseen")
    return problems


def read_fields(editor, people, bodies):
    fields = {f"{person} telefon": (f"/arbete/personer/{person}/andra", "telefon") for person in people}
    fields |= {f"{path} {TASK}": (path, TASK) for path in bodies}
    fields |= {f"{path} {CASE}": (path, CASE) for path in CASES}
    return {about: form(editor.ask(path)).values[name] for about, (path, name) in fields.items()}


def test_at_once(bench):
    """Eight people edit at once while the server is killed: each acknowledged edit is there once, and none is overwritten unseen."""
    rounds = 20 if bench.full else 2
    folder = bench.path("data")
    server = bench.serve(folder)
    server.connect().close()
    editors, people = settle(bench, folder, server)
    leader = editors[-1]
    paths = [f"/natverk/{network}/andra" for network in NETWORKS] + [f"/organisation/kommunstyrelsen-{PLACES[0]}/andra"]
    pages = {path: leader.ask(path) for path in paths}
    bodies = [path for path, page in pages.items() if page.status == 200 and TASK in form(page).values]
    ledger, ways = Ledger(), collections.Counter()
    work = Work(ledger, people, bodies)
    first = read_fields(leader, people, bodies)
    for number in range(rounds):
        one = Round(server, ledger, editors, work, bench.random)
        one.run()
        ways[one.way] += 1
        holds(f"round {number + 1} (kill on {one.way} after {one.target} answers)", not ledger.trouble, "no trouble", ledger.trouble)
        server = bench.serve(folder)
        for editor in editors:
            editor.port = server.port
        resend(ledger, ways)
        equal("no answer was wrong", ledger.trouble, [])
    last = read_fields(leader, people, bodies)
    health = server.wait_until_verified()
    holds("the server is well after the last restart", health.status == 200, 200, health)
    equal("the server stops well after SIGTERM", server.stop(), 0)
    record = Record(folder)
    equal("each acknowledged edit is there once, and nothing is left of others", doubled_or_lost(ledger.edits, record), [])
    equal("nobody took a seat over unseen", overwritten_seats(ledger.edits, record), [])
    equal("nobody wrote over a field unseen", overwritten_fields(ledger.edits, first, last), [])
    bench.is_whole(folder)
    outcomes = collections.Counter((edit.kind, edit.outcome) for edit in ledger.edits)
    for kind in ("holder", "seat", "field"):
        holds(f"some edits of the kind {kind} were acknowledged", outcomes[kind, "acknowledged"] > 0, "some", outcomes)
    for kind in ("wrong", "not allowed"):
        holds(f"some edits of the kind {kind} were refused", outcomes[kind, "refused"] > 0, "some", outcomes)
    told = ", ".join(f"{count} {kind} {outcome}" for (kind, outcome), count in sorted(outcomes.items(), key=str))
    bench.note(f"seed {bench.seed}: {rounds} kills ({dict(ways)}); {told}; bodies edited: {len(bodies)}")


def test_notices(bench):
    """The checks on what was edited notice what is lost, doubled, left behind, and overwritten unseen."""
    record = Record.__new__(Record)
    record.texts = collections.defaultdict(list, {"PROV-1-": ["a"], "PROV-2-": ["b", "c"], "PROV-4-": ["d"], "PROV-5-": ["e"]})
    record.positions = collections.defaultdict(list, {"a": [10], "b": [11], "c": [12], "d": [13], "e": [16]})
    record.of_seat = collections.defaultdict(list, {"organ/plats": [10, 14, 16]})
    record.people = [{"mail": "fel@a.example"}, {"mail": "ny@a.example"}, {"mail": "ny@a.example"}]

    def edit(outcome, mark=None, kind="seat", **more):
        one = Edit(kind, "någon", "/", b"", mark, **more)
        one.outcome = outcome
        return one

    done, refused = "acknowledged", "refused"
    for what, one, is_wrong in [
        ("there once", edit(done, "PROV-1-"), False), ("doubled", edit(done, "PROV-2-"), True), ("lost", edit(done, "PROV-3-"), True),
        ("refused and gone", edit(refused, "PROV-3-"), False), ("refused and there", edit(refused, "PROV-4-"), True),
        ("somebody left behind", edit(refused, "PROV-3-", kind="wrong", mail="fel@a.example"), True),
        ("nobody left behind", edit(refused, "PROV-3-", kind="wrong", mail="ingen@a.example"), False),
        ("somebody twice", edit(done, "PROV-1-", kind="holder", mail="ny@a.example"), True),
    ]:
        equal(what, bool(doubled_or_lost([one], record)), is_wrong)
    for what, basis, is_wrong in [("another's change seen", 14, False), ("another's change unseen", 13, True)]:
        one = edit(done, "PROV-5-", kind="holder", basis=basis, about="organ/plats")
        equal(what, bool(overwritten_seats([one], record)), is_wrong)

    def field(outcome, seen, written):
        return edit(outcome, kind="field", about="x", seen=seen, written=written)

    for what, edits, last, is_wrong in [
        ("one after another", [field(done, "0", "1"), field(done, "1", "2")], "2", False),
        ("two on the same ground", [field(done, "0", "1"), field(done, "0", "2")], "2", True),
        ("a lost text", [field(done, "0", "1")], "0", True),
        ("no answer, and written", [field(done, "0", "1"), field("unknown", "1", "2")], "2", False),
        ("no answer, and not written", [field(done, "0", "1"), field("unknown", "1", "2")], "1", False),
        ("refused", [field(refused, "0", "1")], "0", False), ("refused, and written", [field(refused, "0", "1")], "1", True),
        ("a text from nowhere", [], "9", True),
    ]:
        equal(what, bool(overwritten_fields(edits, {"x": "0"}, {"x": last})), is_wrong)
