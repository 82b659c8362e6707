"""The journeys of those who work in the cooperation, with the keyboard alone.

Every page on the way is looked at: axe, and nothing that scrolls sideways at 320 pixels.
"""

import contextlib
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile
import zoneinfo

import accessibility
import layout
import lost_factor
import round
import uploads
from authenticator import Authenticator, let_pass
from browser import NARROWEST, PHONE, Tab
from hands import Hands, Stuck
from server import Server

CHECK = "resan i arbetsytan"
LEADER = "utvecklingsledare@samverka.example"
PASSWORD = "elva stolar vid sjön"
HOLDER = "Ordförande Haninge"
HOLDERS_MAIL = "ordforande.haninge@samverka.example"
SEAT = "Ledamot för Haninge"
BODY = "Samarbetskommittén"
OTHER = "Administratör"
OTHERS_MAIL = "administrator@samverka.example"
KEPT = "Det du skrev finns kvar."


class Ended(Exception):
    """A step went wrong, so that those after it can't be taken."""


class Journey:
    """A server, those who use it, and what has been found on the way.

    `check` is what its steps are reported as. `sizes` are those in which axe looks at a page the first time that somebody comes there;
    later, with other words on it, it looks in the first of them alone. Without any, pages aren't looked at.
    """

    def __init__(self, browser, server, report, check=CHECK, sizes=(PHONE,)):
        self.browser, self.server, self.report, self.check, self.sizes = browser, server, report, check, sizes
        self.seen = set()
        self.leader = Person(self, LEADER)
        self.other = Person(self, OTHERS_MAIL)

    @contextlib.contextmanager
    def step(self, title):
        problems = []
        try:
            yield problems
        except Exception as error:
            known = isinstance(error, Stuck)
            problems.append(str(error) if known else f"gick sönder: {(str(error).splitlines() or [''])[0] or type(error).__name__}")
            self.report.add(self.check, title, problems)
            raise Ended from error
        self.report.add(self.check, title, problems)


class Person:
    """Somebody with a browser of their own, and an app for the second factor."""

    def __init__(self, journey, mail):
        self.journey, self.mail = journey, mail
        self.tab = Tab(journey.browser, journey.server.base)
        self.hands = Hands(self.tab)
        self.authenticator = None
        self.recovery_codes = []

    @property
    def page(self):
        return self.tab.page

    def arrived(self, path, heading=None):
        """Looks at the page, and says what is wrong with where it is."""
        here = self.hands.path
        if not re.fullmatch(path, here):
            raise Stuck(f"kom till {here} i stället för {path}")
        found = self.page.locator("h1").inner_text()
        if heading is not None and found != heading:
            raise Stuck(f"{here} har rubriken ”{found}” i stället för ”{heading}”")
        look(self)

    def says(self, text, where="main"):
        said = self.page.locator(where).first.inner_text() if self.page.locator(where).count() else ""
        return [] if text in " ".join(said.split()) else [f"”{text}” står inte på {self.hands.path}"]

    # What is done more than once

    def give_password(self):
        """Writes address and password on the page that asks for them."""
        hands = self.hands
        hands.write("E-postadress", self.mail)
        hands.write("Lösenord", PASSWORD)
        hands.go()

    def sign_in(self, code=None):
        """Gives address and password, and a code on the next page."""
        self.give_password()
        self.arrived(r"/logga-in/kod\?.*", "Ange koden från din app")
        self.hands.write("Kod", code or self.authenticator.code())
        self.hands.go()

    def enrol(self):
        """Chooses a password and connects an app, from the page that a one-time link leads to."""
        self.hands.write("Nytt lösenord", PASSWORD)
        self.hands.send("Spara lösenordet")
        self.connect_app()

    def connect_app(self):
        hands = self.hands
        self.arrived(r"/logga-in/tvafaktor\?.*", "Ställ in tvåfaktor")
        self.authenticator = Authenticator(self.page.locator(".key code").inner_text())
        hands.write("Kod", self.authenticator.code())
        hands.send("Slå på tvåfaktor")
        self.arrived("/logga-in/tvafaktor", "Spara dina reservkoder")
        self.recovery_codes = self.page.locator(".codes code").all_inner_texts()
        hands.follow("Jag har sparat koderna")
        self.arrived("/arbete", "Arbete")

    def makes_link(self, name):
        """Makes a one-time link for somebody, and gives its path."""
        self.goes_to_person(name)
        self.hands.send("Skapa en länk")
        self.arrived("/arbete/personer/[0-9a-f]{32}/lank", f"Länk till {name}")
        link = self.page.locator(".key code").inner_text()
        self.hands.follow("Till personen")
        self.arrived("/arbete/personer/[0-9a-f]{32}", name)
        # It has the address that the server was told, whose port is another here.
        return "/logga-in/" + link.split("/logga-in/")[1]

    def goes_to_person(self, name):
        hands = self.hands
        hands.follow("Arbete")
        hands.follow("Personer och platser")
        self.arrived("/arbete/personer", "Personer och platser")
        hands.follow(name)
        self.arrived("/arbete/personer/[0-9a-f]{32}", name)

    def goes_to_seat(self, body, seat, steps):
        hands = self.hands
        hands.follow("Arbete")
        hands.follow("Personer och platser")
        hands.follow(body)
        self.arrived(f"{steps}/platser", f"Platser i {body}")
        hands.follow(seat)
        self.arrived(f"{steps}/platser/[a-z-]+")


def look(person):
    """Looks at the page as it is, once for each page with other words."""
    page, report = person.page, person.journey.report
    words = (person.hands.path.split("?")[0], page.locator("body").inner_text())
    if words in person.journey.seen or not person.journey.sizes:
        return
    sizes = person.journey.sizes[: 1 if (person, words[0]) in person.journey.seen else None]
    person.journey.seen |= {words, (person, words[0])}
    place = f"{words[0]} ”{page.title()}”"
    before = person.hands.focus()
    accessibility.load(page)
    for size in sizes:
        page.set_viewport_size(size)
        violations, undecided = accessibility.check(page)
        report.add("axe på resan", f"{place} ({size['width']})", violations)
        report.remark("axe kunde inte avgöra", f"{place} ({size['width']})", undecided)
    page.set_viewport_size(NARROWEST)
    report.add("bredd på resan", f"{place} (320)", layout.overflow(page))
    page.set_viewport_size(PHONE)
    if person.hands.focus() != before:
        raise RuntimeError("granskningen flyttade fokus")


def at_fault(hands, field, kept, kind="fält"):
    """What is wrong with how a page shows that an answer can't be taken.

    The focus stands at the list of faults, whose link leads to the field; the field says what is wrong and holds what was written.
    """
    problems = []
    if not hands.page.title().startswith("Fel: "):
        problems.append("sidans titel säger inte att något är fel")
    here = hands.focus()
    if here is None or here["id"] != "formularfel":
        return problems + [f"fokus står inte vid felen utan vid {here and here['name']}"]
    if not hands.page.locator(".faults[role=alert] #formularfel").count():
        problems.append("felen läses inte upp")
    hands.press("Tab")
    link = hands.focus()
    if link is None or link["kind"] != "länk":
        return problems + ["felet är ingen länk"]
    hands.press("Enter")
    here = hands.focus()
    if here is None or here["kind"] != kind or here["name"] != field:
        return problems + [f"felets länk leder till {here and here['name']} och inte till ”{field}”"]
    if not here["invalid"]:
        problems.append(f"fältet ”{field}” säger inte att det är fel")
    if link["name"] not in here["described"]:
        problems.append(f"fältet ”{field}” säger inte vad som är fel")
    if here["value"] != kept:
        problems.append(f"i fältet ”{field}” står ”{here['value']}” i stället för ”{kept}”")
    return problems


def done(page, text):
    """What is wrong with how a page says what was done."""
    said = page.locator("[role=status]")
    if said.count() != 1:
        return [f"{said.count()} ställen säger vad som gjordes"]
    return [] if said.inner_text() == text else [f"sidan säger ”{said.inner_text()}” i stället för ”{text}”"]


def holds(page, values):
    """What is wrong with what stands in the fields of a form, by their names."""
    found = {name: page.locator(f"[name='{name}']").input_value() for name in values}
    return [f"i fältet {name} står ”{found[name]}” i stället för ”{value}”" for name, value in values.items() if found[name] != value]


def in_dispute(hands, group, stands, wrote):
    """What is wrong with how a page shows that two have changed the same."""
    page, problems = hands.page, []
    if not page.title().startswith("Välj: "):
        problems.append("sidans titel säger inte att något ska väljas")
    here = hands.focus()
    if here is None or here["id"] != "krock":
        problems.append(f"fokus står inte vid krocken utan vid {here and here['name']}")
    sides = page.locator(".clash-sides .clash-text").all_inner_texts()
    if sides != [stands, wrote]:
        problems.append(f"sida vid sida står {sides} och inte {[stands, wrote]}")
    if page.locator(".clash legend").all_inner_texts() != [group]:
        problems.append(f"frågan är inte ”{group}”")
    return problems


def today(days=0):
    return (datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Stockholm")).date() + datetime.timedelta(days=days)).isoformat()


# The journeys, in order: each goes on where the one before it ended.


def first_time(journey):
    leader, hands = journey.leader, journey.leader.hands
    link = journey.server.first_link().removeprefix(journey.server.base)
    with journey.step("länken öppnas") as problems:
        leader.tab.open(link)
        leader.arrived(re.escape(link), "Välkommen")
        hands.send("Fortsätt")
        leader.arrived(r"/logga-in/losenord\?.*", "Välj lösenord")
    for password, title in (("kort", "ett för kort lösenord"), ("utvecklingsledare", "ett lösenord med adressen i")):
        with journey.step(title) as problems:
            hands.write("Nytt lösenord", password)
            hands.go()
            leader.arrived(r"/logga-in/losenord.*", "Välj lösenord")
            # A password is never sent back.
            problems += at_fault(hands, "Nytt lösenord", kept="")
    with journey.step("rätt lösenord, tvåfaktor och reservkoder"):
        leader.enrol()
        if len(leader.recovery_codes) != 10:
            raise Stuck(f"{len(leader.recovery_codes)} reservkoder visas")
    with journey.step("länken fungerar en gång") as problems:
        again = Person(journey, LEADER)
        again.tab.open(link)
        again.arrived(re.escape(link), "Länken fungerar inte")
        again.tab.close()


def drawn_key(journey):
    """The drawing that a telephone reads holds the key that stands beside it."""
    title = "bilden har samma nyckel som texten"
    decoder = shutil.which("zbarimg")
    if decoder is None:
        journey.report.remark("HOPPAS ÖVER", title, ["zbarimg (paketet zbar-tools) finns inte, så att ingen läste av bilden för tvåfaktor"])
        return
    with journey.step(title) as problems:
        other, hands = journey.other, journey.other.hands
        key = other.page.locator(".key code").inner_text().replace(" ", "")
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder, "bild.png")
            other.page.locator("svg.qr").screenshot(path=picture)
            read = subprocess.run([decoder, "--quiet", "--raw", picture], capture_output=True, text=True, timeout=60, check=False).stdout
        if f"secret={key}&" not in read.strip() + "&":
            problems.append(f"bilden säger ”{read.strip()}”")
        if not read.startswith("otpauth://totp/"):
            problems.append("bilden är ingen nyckel för en app")


def out_and_in(journey):
    leader, hands = journey.leader, journey.leader.hands
    with journey.step("ut") as problems:
        hands.send("Logga ut")
        leader.arrived(r"/logga-in\?ut=ja", "Logga in")
        problems += leader.says("Du är utloggad.")
        if "samverka" in [cookie["name"] for cookie in leader.tab.context.cookies()]:
            problems.append("webbläsaren har kakan kvar")
    with journey.step("fel kod") as problems:
        leader.sign_in(leader.authenticator.wrong_code())
        leader.arrived(r"/logga-in/kod.*", "Ange koden från din app")
        problems += at_fault(hands, "Kod", kept="")
    with journey.step("rätt kod"):
        hands.write("Kod", leader.authenticator.code())
        hands.go()
        leader.arrived("/arbete", "Arbete")
    with journey.step("in med en reservkod"):
        hands.send("Logga ut")
        leader.sign_in(leader.recovery_codes[0])
        leader.arrived("/arbete", "Arbete")
    with journey.step("reservkoden är förbrukad") as problems:
        hands.follow("Ditt konto")
        leader.arrived("/arbete/konto", "Ditt konto")
        problems += leader.says("Du har nio reservkoder kvar.")
        problems += leader.says(LEADER)


def new_holder(journey):
    leader, hands = journey.leader, journey.leader.hands
    others = "Huddinge, Nykvarn, Nynäshamn, Salem, Södertälje och Tyresö"
    vacancy = f"{BODY} saknar någon från Botkyrka, Haninge, {others}"
    with journey.step("en tom plats väntar") as problems:
        hands.follow("Arbete")
        leader.arrived("/arbete", "Arbete")
        problems += leader.says(vacancy)
        hands.follow(f"Fyll platsen: {vacancy}")
        leader.arrived("/organisation/samarbetskommitten/platser", f"Platser i {BODY}")
        hands.follow(SEAT)
        leader.arrived("/organisation/samarbetskommitten/platser/haninge", f"{SEAT} i {BODY}")
    with journey.step("en ny person får platsen") as problems:
        hands.follow("Byt innehavare")
        leader.arrived(".*/haninge/byt", f"Byt innehavare: {SEAT} i {BODY}")
        hands.choose("Person", "En ny person")
        hands.write("Den nya personens namn", HOLDER)
        hands.write("Den nya personens e-postadress i arbetet", HOLDERS_MAIL)
        hands.send("Byt innehavare")
        leader.arrived("/organisation/samarbetskommitten/platser/haninge")
        problems += done(leader.page, "Bytet är registrerat.")
        problems += leader.says(HOLDER, "table")
    with journey.step("platsen väntar inte längre") as problems:
        hands.follow("Arbete")
        leader.arrived("/arbete", "Arbete")
        if not leader.says(vacancy):
            problems.append("den tomma platsen står kvar på arbetslistan")
        problems += leader.says(f"{BODY} saknar någon från Botkyrka, {others}")


def wrong_and_right(journey):
    leader, hands = journey.leader, journey.leader.hands
    with journey.step("en ställföreträdare vars sista dag är före den första") as problems:
        leader.goes_to_seat(BODY, SEAT, "/organisation/samarbetskommitten")
        hands.follow("Utse en ställföreträdare")
        leader.arrived(".*/haninge/stallforetradare")
        hands.choose("Person", OTHER)
        hands.write("Första dagen", today())
        hands.write("Sista dagen", today(-1))
        hands.write("Anmärkning", "Enligt beslut i kommunstyrelsen.")
        hands.send("Utse ställföreträdaren")
        leader.arrived(".*/haninge/stallforetradare")
        problems += at_fault(hands, "Sista dagen", kept=today(-1))
        problems += holds(leader.page, {"fran": today(), "anmarkning": "Enligt beslut i kommunstyrelsen."})
        if not hands.page.evaluate("document.querySelector('[name=person]').selectedOptions[0].text").startswith(OTHER):
            problems.append("den valda personen står inte kvar")
    with journey.step("rättat och sparat") as problems:
        hands.write("Sista dagen", today(1))
        hands.send("Utse ställföreträdaren")
        leader.arrived("/organisation/samarbetskommitten/platser/haninge")
        problems += done(leader.page, "Ställföreträdaren är utsedd.")
    with journey.step("en adress som inte går att läsa") as problems:
        leader.goes_to_person(HOLDER)
        hands.follow(f"Ändra: {HOLDER}")
        leader.arrived(".*/andra", f"Ändra uppgifter om {HOLDER}")
        hands.write("E-postadress i arbetet", "ordforande(at)haninge")
        hands.write("Telefon i arbetet", "08-606 70 00")
        hands.send("Spara uppgifterna")
        leader.arrived(".*/andra", f"Ändra uppgifter om {HOLDER}")
        problems += at_fault(hands, "E-postadress i arbetet", kept="ordforande(at)haninge")
        problems += holds(leader.page, {"namn": HOLDER, "telefon": "08-606 70 00"})
    with journey.step("adressen rättad och sparad") as problems:
        hands.write("E-postadress i arbetet", HOLDERS_MAIL)
        hands.send("Spara uppgifterna")
        leader.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        problems += done(leader.page, "Ändringen är sparad.")
        problems += leader.says("08-606 70 00")


def time_passes(journey, seconds):
    for problem in journey.server.restart(lambda data: let_pass(data, seconds)):
        raise Stuck(problem)
    for person in (journey.leader, journey.other):
        if person.authenticator:
            person.authenticator.let_pass(seconds)


def session_ends(journey):
    leader, hands = journey.leader, journey.leader.hands
    with journey.step("sessionen går ut medan ett formulär fylls i") as problems:
        leader.goes_to_person(HOLDER)
        hands.follow(f"Ändra: {HOLDER}")
        hands.write("Telefon i arbetet", "08-606 70 11")
        time_passes(journey, 3 * 3600)
        hands.send("Spara uppgifterna")
        leader.arrived(r"/logga-in\?.*utkast=[0-9a-f]{32}.*", "Logga in")
        problems += leader.says("Det du skrev är sparat.")
    with journey.step("det som skrevs står kvar efter inloggning") as problems:
        leader.sign_in()
        leader.arrived(r"/arbete/personer/[0-9a-f]{32}/andra\?utkast=[0-9a-f]{32}", f"Ändra uppgifter om {HOLDER}")
        problems += leader.says(KEPT)
        problems += holds(leader.page, {"namn": HOLDER, "e-post": HOLDERS_MAIL, "telefon": "08-606 70 11"})
    with journey.step("och går att skicka") as problems:
        hands.send("Spara uppgifterna")
        leader.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        problems += done(leader.page, "Ändringen är sparad.")
        problems += leader.says("08-606 70 11")
        hands.follow("Arbete")
        if not leader.says("Ett utkast är inte skickat"):
            problems.append("utkastet finns kvar")


def second_editor(journey):
    leader, other = journey.leader, journey.other
    with journey.step("en länk till en kollega"):
        path = leader.makes_link(OTHER)
    with journey.step("kollegan kommer in"):
        other.tab.open(path)
        other.hands.send("Fortsätt")
        other.hands.write("Nytt lösenord", PASSWORD)
        other.hands.send("Spara lösenordet")
        other.arrived(r"/logga-in/tvafaktor\?.*", "Ställ in tvåfaktor")
    drawn_key(journey)
    with journey.step("kollegan kopplar sin app"):
        other.authenticator = Authenticator(other.page.locator(".key code").inner_text())
        other.hands.write("Kod", other.authenticator.code())
        other.hands.send("Slå på tvåfaktor")
        other.hands.follow("Jag har sparat koderna")
        other.arrived("/arbete", "Arbete")


def two_editors(journey):
    leader, other = journey.leader, journey.other

    def open_both():
        for person in (leader, other):
            person.goes_to_person(HOLDER)
            person.hands.follow(f"Ändra: {HOLDER}")
            person.arrived("/arbete/personer/[0-9a-f]{32}/andra", f"Ändra uppgifter om {HOLDER}")

    def save(person, field, text):
        person.hands.write(field, text)
        person.hands.send("Spara uppgifterna")

    changed = "ks.ordforande.haninge@samverka.example"
    with journey.step("två ändrar olika saker") as problems:
        open_both()
        save(leader, "Telefon i arbetet", "08-606 70 22")
        leader.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        save(other, "E-postadress i arbetet", changed)
        other.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        problems += done(other.page, "Ändringen är sparad.")
        problems += other.says("08-606 70 22") + other.says(changed)
    with journey.step("två ändrar samma sak på olika sätt") as problems:
        open_both()
        save(leader, "Telefon i arbetet", "08-606 70 33")
        leader.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        save(other, "Telefon i arbetet", "08-606 70 44")
        other.arrived("/arbete/personer/[0-9a-f]{32}/andra", f"Ändra uppgifter om {HOLDER}")
        problems += in_dispute(other.hands, "Vad ska gälla för ”Telefon i arbetet”?", "08-606 70 33", "08-606 70 44")
        leader.goes_to_person(HOLDER)
        problems += leader.says("08-606 70 33")
    with journey.step("utan att välja sparas inget") as problems:
        other.hands.send("Spara uppgifterna")
        other.arrived("/arbete/personer/[0-9a-f]{32}/andra", f"Ändra uppgifter om {HOLDER}")
        problems += at_fault(other.hands, "Behåll det som står nu", kept="nu", kind="val")
    with journey.step("valet görs med piltangenterna och sparas") as problems:
        other.hands.pick("Vad ska gälla för ”Telefon i arbetet”?", "Använd det jag skrev")
        other.hands.send("Spara uppgifterna")
        other.arrived("/arbete/personer/[0-9a-f]{32}", HOLDER)
        problems += done(other.page, "Ändringen är sparad.")
        problems += other.says("08-606 70 44") + other.says(changed)


def fresh_factor(journey):
    leader, hands = journey.leader, journey.leader.hands
    seat = "/organisation/kansliet/platser/systemadministrator"
    with journey.step("en ny kod krävs mitt i ett formulär") as problems:
        leader.goes_to_seat("Kansliet", "Systemadministratör", "/organisation/kansliet")
        # The code of the sign-in is still fresh.
        hands.follow("Utse en ställföreträdare")
        leader.arrived(f"{seat}/stallforetradare")
        hands.choose("Person", OTHER)
        hands.write("Sista dagen", today(7))
        hands.write("Anmärkning", "Under en ledighet.")
        time_passes(journey, 11 * 60)
        hands.send("Utse ställföreträdaren")
        leader.arrived(r"/logga-in/bekrafta\?.*utkast=[0-9a-f]{32}.*", "Bekräfta att det är du")
    with journey.step("formuläret är ifyllt efter koden") as problems:
        hands.write("Kod", leader.authenticator.code())
        hands.go()
        leader.arrived(rf"{seat}/stallforetradare\?utkast=[0-9a-f]{{32}}")
        problems += leader.says(KEPT)
        problems += holds(leader.page, {"fran": today(), "till": today(7), "anmarkning": "Under en ledighet."})
    with journey.step("och går att skicka") as problems:
        hands.send("Utse ställföreträdaren")
        leader.arrived(seat)
        problems += done(leader.page, "Ställföreträdaren är utsedd.")


JOURNEYS = [
    first_time, out_and_in, new_holder, wrong_and_right, session_ends, second_editor, two_editors, fresh_factor,
    lost_factor.find_the_way_back, uploads.attach, round.play,
]


def walk(browser, binary, report):
    """All journeys, on a server of their own."""
    with Server(binary) as server:
        journey = Journey(browser, server, report)
        for index, one in enumerate(JOURNEYS):
            try:
                one(journey)
            except Ended:
                for left in JOURNEYS[index + 1 :]:
                    report.add(CHECK, left.__name__, ["nåddes aldrig, eftersom ett steg före gick fel"])
                break
        for person in (journey.leader, journey.other):
            person.tab.close()
        report.add(CHECK, "servern stannar väl", server.stop())
