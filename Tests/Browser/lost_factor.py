"""The journey of somebody who has lost the second factor: they ask, two others confirm that it is them, and they connect a new app."""

import workspace

NAME = "Systemadministratör"
MAIL = "systemadministrator@samverka.example"
ASKS = f"{NAME} ber att få ställa in en ny app för tvåfaktor"
CONFIRM = "Bekräfta att det är personen"


def find_the_way_back(journey):
    leader, other = journey.leader, journey.other
    lost = workspace.Person(journey, MAIL)
    try:
        _enrolled(journey, lost)
        old_app, old_codes = lost.authenticator, lost.recovery_codes
        _asks(journey, lost)
        _first_confirms(journey, leader)
        _one_is_not_enough(journey, lost)
        _second_confirms(journey, other)
        _new_app(journey, lost)
        _old_ones_are_dead(journey, lost, old_app, old_codes)
    finally:
        lost.tab.close()


def _enrolled(journey, lost):
    with journey.step("en tredje kommer in"):
        path = journey.leader.makes_link(NAME)
        lost.tab.open(path)
        lost.hands.send("Fortsätt")
        lost.enrol()


def _asks(journey, lost):
    with journey.step("varken telefon eller reservkod: en ny app begärs") as problems:
        lost.hands.send("Logga ut")
        lost.give_password()
        lost.arrived(r"/logga-in/kod\?.*", "Ange koden från din app")
        lost.hands.send("Begär en ny app")
        lost.arrived("/logga-in/ny-app", "Din begäran är sparad")
        problems += lost.says("När två administratörer har bekräftat loggar du in som vanligt och ställer in appen på nytt.")


def _opens_request(person):
    person.hands.follow("Arbete")
    person.arrived("/arbete", "Arbete")
    person.hands.follow(f"Se begäran: {ASKS}")
    person.arrived("/arbete/personer/[0-9a-f]{32}", NAME)


def _no_longer_asked(person):
    """What is wrong when the request still waits for somebody who has confirmed it."""
    person.hands.follow("Arbete")
    person.arrived("/arbete", "Arbete")
    problems = [] if person.says(ASKS) else ["begäran står kvar på arbetslistan"]
    if not person.says("Ett utkast är inte skickat"):
        problems.append("en knapp har blivit ett utkast")
    return problems


def _first_confirms(journey, person):
    with journey.step("den första bekräftar") as problems:
        _opens_request(person)
        problems += person.says("Ingen har bekräftat än. Två behövs.")
        person.hands.send(CONFIRM)
        person.arrived("/arbete/personer/[0-9a-f]{32}", NAME)
        problems += workspace.done(person.page, "Du har bekräftat. En administratör till behöver bekräfta.")
        problems += person.says("En har bekräftat. En till behövs.")
    with journey.step("samma person räknas inte två gånger") as problems:
        person.hands.send(CONFIRM)
        person.arrived("/arbete/personer/[0-9a-f]{32}", NAME)
        problems += workspace.done(person.page, "Du kan inte bekräfta den här begäran. Du har redan gjort det, eller så är den din egen.")
        problems += person.says("En har bekräftat. En till behövs.")
        problems += _no_longer_asked(person)


def _one_is_not_enough(journey, lost):
    with journey.step("en bekräftelse räcker inte"):
        lost.tab.open("/logga-in")
        # Half in, one is led to where one was.
        lost.give_password()
        lost.arrived(r"/logga-in/kod\?.*", "Ange koden från din app")


def _second_confirms(journey, person):
    with journey.step("den andra anger först en ny kod"):
        _opens_request(person)
        # More than ten minutes have passed since this one's last code.
        person.hands.send(CONFIRM)
        person.arrived(r"/logga-in/bekrafta\?.*", "Bekräfta att det är du")
        person.hands.write("Kod", person.authenticator.code())
        person.hands.go()
        person.arrived("/arbete/personer/[0-9a-f]{32}", NAME)
    with journey.step("den andra bekräftar") as problems:
        problems += person.says("En har bekräftat. En till behövs.")
        person.hands.send(CONFIRM)
        person.arrived("/arbete/personer/[0-9a-f]{32}", NAME)
        problems += workspace.done(person.page, "Två har bekräftat. Personen ställer in en ny app vid nästa inloggning.")
        problems += person.says("Tvåfaktor är av.")
        problems += _no_longer_asked(person)


def _new_app(journey, lost):
    with journey.step("sessionen på väg in har slutat"):
        # The page for the code was open all the while.
        lost.hands.write("Kod", lost.authenticator.code())
        lost.hands.go()
        lost.arrived(r"/logga-in(\?.*)?", "Logga in")
    with journey.step("en ny app kopplas, och personen är inne") as problems:
        lost.give_password()
        lost.connect_app()
        if len(lost.recovery_codes) != 10:
            problems.append(f"{len(lost.recovery_codes)} reservkoder visas")


def _old_ones_are_dead(journey, lost, old_app, old_codes):
    for title, code in (("den gamla appen är avstängd", old_app.code), ("de gamla reservkoderna är förbrukade", lambda: old_codes[1])):
        with journey.step(title) as problems:
            lost.hands.send("Logga ut")
            lost.sign_in(code())
            lost.arrived(r"/logga-in/kod.*", "Ange koden från din app")
            problems += workspace.at_fault(lost.hands, "Kod", kept="")
            lost.hands.write("Kod", lost.authenticator.code())
            lost.hands.go()
            lost.arrived("/arbete", "Arbete")
