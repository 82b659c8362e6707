"""The journey of a study from its question to its follow-up: whoever calls a network together carries it, the secretariat records what the
committee decides, a municipality answers for itself, and everybody can read it.
"""

import contextlib
import csv
import io
import json
import tempfile

import can_fail
import made_statistics
import round
import workspace
from browser import DESK, PHONE
from server import Server

CHECK = "resan med en studie"
NETWORK = "Ekonomidirektörer"
CONVENER = "sammankallande.ekonomidirektorer@samverka.example"
REGISTRAR = "registrator.haninge@samverka.example"
CARDS = "/jamforelser/tjanstekort"
CARD = "Grundskola, årskurs 1–9"
STUDIES = "/jamforelser/studier"
TITLE = "Skolans kostnader"
STUDY = f"{STUDIES}/skolans-kostnader"
EXAMPLE = f"{STUDY}/exempel/haninge-grundskola"
DAY = "/jamforelser/temadag/temadagen"
QUESTION = "Varför kostar skolan olika mycket?"
MEASURES = ["N15008 Kostnad per elev", "N15419 Betyg i alla ämnen"]
COMPARED = {"0128": "Salem", "0136": "Haninge", "0123": "Järfälla"}
ANALYSIS = "Skolorna är olika stora."
PROPOSAL = "Pröva större klasser i årskurs sju."
ASKED = "Vad gjorde ni som sänkte kostnaden?"
ANSWER = "Vi byggde om två skolor så att klasserna kunde bli större."
ITEM = "Så gjorde Haninge"
PARAGRAPH, DECISION = 14, "Större klasser prövas"
FOLLOWED = "Klasserna blev större i alla skolor."
SAVED = "Ändringen är sparad."


def walk(browser, binary, report):
    """The journey, on a server of its own with statistics in which there is something to find."""
    with Server(binary) as server, contextlib.ExitStack() as stack:
        journey = workspace.Journey(browser, server, report, CHECK, sizes=(PHONE, DESK))
        with contextlib.suppress(workspace.Ended):
            play(journey, stack)
        for person in (journey.leader, journey.other):
            person.tab.close()
        report.add(CHECK, "servern stannar väl", server.stop())


def play(journey, stack):
    _takes_in_statistics(journey)
    convener = _enters(journey, CONVENER, stack)
    _makes_card_own(convener)
    _begins(convener)
    _chooses_measures(convener)
    _chooses_places(convener)
    _writes(convener, "Skriv analysen", "analys", "Varför skiljer vi oss?", ANALYSIS)
    _proposes(convener)
    _takes_case(convener)
    _asks(convener)
    _answers(_enters(journey, REGISTRAR, stack))
    _plans_day(convener)
    _decided(_enters(journey, workspace.LEADER, stack))
    _records_decision(convener)
    _follows_up(convener)
    _reads(round._somebody(journey, stack))


def _takes_in_statistics(journey):
    with journey.step("statistik läses in medan servern går") as problems, tempfile.TemporaryDirectory() as folder:
        said = journey.server.command("statistics", "import", *made_statistics.save(folder))
        if "Servern visar nu statistiken" not in said:
            problems.append(f"kommandot säger inte att servern visar den: {said}")


def _enters(journey, mail, stack):
    """Somebody of the example comes in by a link from the installation's own shell."""
    person = round._somebody(journey, stack, mail)
    # The pages on the way in are looked at on the other journeys.
    sizes, journey.sizes = journey.sizes, ()
    with journey.step(f"{mail} kommer in"):
        link = journey.server.command("user", "reset", "--mail", mail).split()[0]
        person.tab.open(link.removeprefix(journey.server.base))
        person.hands.send("Fortsätt")
        person.hands.write("Nytt lösenord", workspace.PASSWORD)
        person.hands.send("Spara lösenordet")
        # Not everybody needs a second factor.
        if person.hands.path != "/arbete":
            person.connect_app()
        person.arrived("/arbete", "Arbete")
    journey.sizes = sizes
    return person


def _to_studies(person):
    person.tab.open("/jamforelser")
    person.arrived("/jamforelser", "Jämförelser")
    person.hands.follow("Jämförelsestudier")
    person.arrived(STUDIES, "Jämförelsestudier")


def _to_study(person):
    _to_studies(person)
    person.hands.follow(TITLE)
    person.arrived(STUDY, TITLE)


def _unfold(person, name, begins=False):
    person.hands.to("mer", name, begins)
    person.hands.press("Enter")
    workspace.look(person)


def _tick(person, *boxes):
    for box in boxes:
        person.hands.to("ruta", box)
        person.hands.press("Space")


# The card, the question and what is compared


def _makes_card_own(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("ett kort som följer med programmet fälls ut") as problems:
        hands.follow("Jämförelser")
        convener.arrived("/jamforelser", "Jämförelser")
        hands.follow("Tjänstekort")
        convener.arrived(CARDS, "Tjänstekort")
        _unfold(convener, CARD)
        problems += convener.says("Kort som följer med programmet") + convener.says("Kommunens egna skolor.")
    with journey.step("kortet blir samarbetets eget, ifyllt som det är") as problems:
        hands.follow(f"Gör ”{CARD}” till vårt eget kort")
        convener.arrived(rf"{CARDS}/ny\?kort=grundskola", "Nytt tjänstekort")
        problems += convener.says("Kortet är ifyllt som det följer med programmet.")
        problems += workspace.holds(convener.page, {"namn": CARD, "enhet": "kronor per elev", "liknande": "grundskola"})
        hands.send("Spara tjänstekortet")
        convener.arrived(f"{CARDS}/grundskola", CARD)
        problems += workspace.done(convener.page, SAVED)
        for said in (NETWORK, "Version 1", made_statistics.FIGURES["N15008"], "Fem poäng är ett betygssteg"):
            problems += convener.says(said)
    with journey.step("kortet är inte längre programmets") as problems:
        hands.follow("Tjänstekort")
        convener.arrived(CARDS, "Tjänstekort")
        problems += convener.says(CARD, "table")
        if CARD in convener.page.locator("summary").all_inner_texts():
            problems.append("kortet står kvar bland dem som följer med programmet")


def _begins(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("en studie börjar med sin fråga") as problems:
        _to_studies(convener)
        hands.follow("Ny studie")
        convener.arrived(f"{STUDIES}/ny", "En ny studie")
        hands.write("Rubrik", TITLE)
        hands.write("Fråga", QUESTION)
        hands.send("Börja studien")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, "Studien är påbörjad.")
        problems += convener.says(QUESTION) + convener.says("Nu ska några få mått väljas.")


def _chooses_measures(convener):
    hands, journey = convener.hands, convener.journey
    # The example has agreed on no number of its own, and then eight are the most.
    many, reason = [f"N1500{number} Mått {number}" for number in range(1, 10)], "De svarar på frågan."
    with journey.step("fler mått än vad som är avtalat") as problems:
        hands.follow("Välj mått")
        convener.arrived(f"{STUDY}/matt", f"Mått: {TITLE}")
        hands.write("Nyckeltal", "\n".join(many))
        hands.write("Varför", reason)
        hands.send("Spara ändringen")
        convener.arrived(f"{STUDY}/matt", f"Mått: {TITLE}")
        problems += convener.says("Det är 9 mått, och en studie kan ha högst 8.")
        problems += workspace.at_fault(hands, "Nyckeltal (frivilligt)", kept="\n".join(many))
        problems += workspace.holds(convener.page, {"varfor": reason})
    with journey.step("några få mått") as problems:
        hands.write("Nyckeltal", "\n".join(MEASURES))
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED)
        problems += convener.says("Kostnad per elev (N15008, kronor per elev)") + convener.says(reason)
        problems += convener.says("Nu ska de kommuner väljas som jämförs.")


def _chooses_places(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("kommuner att jämföra") as problems:
        hands.follow("Välj kommuner")
        convener.arrived(f"{STUDY}/kommuner", f"Jämförelsekommuner: {TITLE}")
        _tick(convener, "Haninge", "Salem")
        hands.write("Andra kommuner och grupper", "0123 Järfälla")
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED)
        problems += convener.says("Nu ska det skrivas varför kommunerna skiljer sig åt.")
        for name in COMPARED.values():
            problems += convener.says(name)


# Why they differ, what could be tried, and who has tried it


def _writes(convener, link, step, heading, text):
    """A step that rests on values is written, and they are kept with it."""
    hands, journey = convener.hands, convener.journey
    with journey.step(f"{link.lower()}, med de värden som gäller nu") as problems:
        hands.follow(link)
        convener.arrived(f"{STUDY}/{step}", f"{heading}: {TITLE}")
        hands.write("Varför skiljer vi oss?" if step == "analys" else "Vad har det blivit av beslutet?", text)
        if not hands.to("ruta", "Spara statistikens senaste värden tillsammans med texten")["checked"]:
            problems.append("värdena sparas inte om ingen ber om det")
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED) + convener.says(text)
    with journey.step("värdena fälls ut"):
        _unfold(convener, f"Värden som det bygger på ({len(MEASURES) * len(COMPARED)})")


def _proposes(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("ett förslag, och vem som kan pröva det") as problems:
        hands.follow("Skriv förslaget")
        convener.arrived(f"{STUDY}/forslag", f"Förslag: {TITLE}")
        hands.write("Förslag", PROPOSAL)
        _tick(convener, "Salem")
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED) + convener.says(PROPOSAL) + convener.says("Kan prövas av: Salem")


def _takes_case(convener):
    """What is found in the statistics is taken to the study."""
    hands, journey = convener.hands, convener.journey
    with journey.step("ett fall bland dem som statistiken visar") as problems:
        hands.follow("Jämförelser")
        hands.follow("Förbättringsexempel")
        convener.arrived("/jamforelser/forbattringar", "Förbättringsexempel")
        problems += convener.says("är 1 förbättringsexempel (klass A)")
        hands.follow(f"Haninge: {CARD}")
        convener.arrived("/jamforelser/forbattringar/grundskola/haninge", f"Haninge: {CARD}")
    with journey.step("fallet tas till studien, ifyllt som det är") as problems:
        hands.follow(TITLE)
        convener.arrived(rf"{STUDY}/exempel/ny\?kort=grundskola&kommun=haninge", "Välj ett exempel")
        problems += workspace.holds(convener.page, {"kommun": "0136 Haninge", "forsta": "2017", "sista": "2024"})
        hands.write("Varför", "Kostnaden har sjunkit mest här.")
        hands.send("Välj exemplet")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED)
        for said in (f"Haninge: {CARD}", "A: förbättringsexempel", "○ Kommunen är inte tillfrågad"):
            problems += convener.says(said)


def _asks(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("kommunen tillfrågas") as problems:
        hands.follow("Fråga kommunen")
        convener.arrived(f"{EXAMPLE}/fraga", "Fråga om exemplet från Haninge")
        hands.write("Det som frågades", ASKED)
        hands.send("Spara frågan")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED)
        problems += convener.says(ASKED) + convener.says("○ Kommunen tillfrågades den ")


def _answers(registrar):
    hands, journey = registrar.hands, registrar.journey
    with journey.step("kommunens egen registrator svarar och bekräftar") as problems:
        _to_study(registrar)
        hands.follow("Kommunens svar")
        registrar.arrived(f"{EXAMPLE}/svar", "Svar om exemplet från Haninge")
        hands.write("Kommunens svar", ANSWER)
        _tick(registrar, "Kommunen bekräftar att det är en förbättring att berätta om")
        hands.send("Spara svaret")
        registrar.arrived(STUDY, TITLE)
        problems += workspace.done(registrar.page, SAVED)
        problems += registrar.says(ANSWER) + registrar.says("● Bekräftat av kommunen")


# The theme day, the decision and what came of it


def _plans_day(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("en temadag planeras") as problems:
        _to_studies(convener)
        hands.follow("Ny temadag")
        convener.arrived("/jamforelser/temadag/ny", "Ny temadag")
        hands.write("Namn", "Temadagen")
        hands.write("Dag", workspace.today(60))
        hands.send("Spara temadagen")
        convener.arrived(DAY, "Temadagen")
        problems += workspace.done(convener.page, SAVED) + convener.says("Programmet är inte lagt än.")
    with journey.step("exemplet kommer i programmet") as problems:
        hands.follow("Lägg till en punkt")
        convener.arrived(f"{DAY}/punkt/ny", "Lägg till en punkt")
        hands.write("Punkt", ITEM)
        hands.choose("Medlemskommun eller organ", "Haninge")
        hands.choose("Exempel", f"Haninge: {CARD}")
        hands.send("Spara punkten")
        convener.arrived(DAY, "Temadagen")
        problems += workspace.done(convener.page, SAVED)
        for said in (ITEM, "Berättar: Haninge", f"Haninge: {CARD}", "Tillsammans 20 minuter."):
            problems += convener.says(said)
    with journey.step("studien berättas om på temadagen") as problems:
        hands.follow("Jämförelsestudier")
        hands.follow(TITLE)
        convener.arrived(STUDY, TITLE)
        hands.follow("Välj temadag")
        convener.arrived(f"{STUDY}/temadag", f"Temadag: {TITLE}")
        hands.choose("Temadag", "Temadagen")
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED) + convener.says("Nu väntar studien på ett beslut.")


def _decided(leader):
    """What the committee has decided is recorded by the secretariat."""
    round._meets(leader)
    round._decides_in_committee(leader, PARAGRAPH, DECISION)


def _records_decision(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("beslutet, och när det följs upp") as problems:
        hands.follow("Lägg in beslutet")
        convener.arrived(f"{STUDY}/beslut", f"Beslut: {TITLE}")
        hands.choose("Beslut", f"§ {PARAGRAPH} {DECISION}")
        hands.write("Följs upp senast", workspace.today(365))
        hands.send("Spara ändringen")
        convener.arrived(STUDY, TITLE)
        problems += workspace.done(convener.page, SAVED)
        problems += convener.says(f"§ {PARAGRAPH} {DECISION}") + convener.says("Nu ska det följas upp vad det blev av beslutet.")


def _follows_up(convener):
    with convener.journey.step("uppföljningen väntar på arbetslistan") as problems:
        convener.hands.follow("Arbete")
        convener.arrived("/arbete", "Arbete")
        problems += convener.says(f"Följ upp studien ”{TITLE}”")
    _writes(convener, f"Öppna: Följ upp studien ”{TITLE}”", "uppfoljning", "Uppföljning", FOLLOWED)
    with convener.journey.step("studien är klar") as problems:
        problems += convener.says("● Klar")
        convener.hands.follow("Arbete")
        convener.arrived("/arbete", "Arbete")
        if not convener.says(TITLE):
            problems.append("studien står kvar på arbetslistan")


# What everybody can read


def _reads(visitor):
    hands, journey = visitor.hands, visitor.journey
    with journey.step("en besökare läser studien från frågan till uppföljningen") as problems:
        _to_study(visitor)
        wanted = [
            QUESTION, "Kostnad per elev (N15008", "Järfälla", ANALYSIS, PROPOSAL, "Temadagen", f"§ {PARAGRAPH} {DECISION}", FOLLOWED,
            f"Haninge: {CARD}", "● Bekräftat av kommunen", ASKED, ANSWER,
        ]
        text = " ".join(visitor.page.locator("main").inner_text().split())
        places = [text.find(words) for words in wanted]
        problems += [f"”{words}” står inte på {STUDY}" for words, place in zip(wanted, places) if place < 0]
        if places != sorted(places):
            problems.append("stegen står inte i ordning")
        if visitor.page.locator("main a.button").count():
            problems.append("den som inte har loggat in erbjuds att ändra")
    with journey.step("samma studie som JSON och som CSV") as problems:
        for kind in ("JSON", "CSV"):
            hands.to("länk", kind, begins=True)
        page = json.loads(_file(visitor, "json"))["page"]
        rows = list(csv.DictReader(io.StringIO(_file(visitor, "csv").removeprefix("\ufeff"))))
        problems += left_out(page, rows)
    for title, broken, expected in [
        ("ett steg som saknas i filen märks", {**page, "proposal": None}, "proposal"),
        ("ett annat värde i filen märks", {**page, "values": [{**page["values"][0], "value": "1"}, *page["values"][1:]]}, "N15008"),
    ]:
        journey.report.add("prövning av prövningen", *can_fail._verdict(title, left_out(broken, rows), expected))
    with journey.step("temadagens program går att läsa") as problems:
        hands.follow("Temadagen")
        visitor.arrived(DAY, "Temadagen")
        problems += visitor.says(ITEM) + visitor.says(TITLE)


def _file(visitor, ending):
    answer = visitor.tab.context.request.get(f"{visitor.journey.server.base}{STUDY}.{ending}")
    return answer.body().decode()


def left_out(page, rows):
    """What of the study is missing or other in its files: JSON, and the rows of CSV, which have the values that the texts rest on."""
    said = {
        "title": page["study"]["title"], "question": page["study"]["question"], "next": page["study"].get("next"),
        "measures": [measure["id"] for measure in page["measures"]], "places": {place["code"]: place["name"] for place in page["places"]},
        "analysis": page["analysis"], "proposal": page["proposal"], "triedBy": page["triedBy"], "themeDay": page["themeDay"]["title"],
        "decision": page["decision"]["title"].replace("\u00a0", " "), "followUps": [one["text"] for one in page["followUps"]],
        "examples": [(one["place"], one["class"], one["question"], one["answer"], one["isConfirmed"]) for one in page["examples"]],
    }
    wanted = {
        "title": TITLE, "question": QUESTION, "next": None, "measures": [line.split()[0] for line in MEASURES], "places": COMPARED,
        "analysis": ANALYSIS, "proposal": PROPOSAL, "triedBy": ["Salem"], "themeDay": "Temadagen", "decision": f"§ {PARAGRAPH} {DECISION}",
        "followUps": [FOLLOWED], "examples": [("Haninge", "a", ASKED, ANSWER, True)],
    }
    problems = [f"{name} är {said[name]} i filen och inte {value}" for name, value in wanted.items() if said[name] != value]
    made, year = made_statistics.values(), made_statistics.YEARS[-1]
    for texts, values in (("analysen", page["values"]), ("uppföljningen", page["followUps"][0]["values"])):
        found = {(one["measure"], one["place"], one["year"]): one.get("value") for one in values}
        # A place that the statistics have nothing of is there without a value.
        expected = {(measure, place, year): made.get((measure, place, year)) for measure in wanted["measures"] for place in COMPARED}
        problems += [
            f"{key} är {found.get(key)} under {texts} och inte {value}"
            for key, value in expected.items()
            if key not in found or (found[key] and float(found[key])) != value
        ]
    # What an example rests on is its municipality's cost, year by year.
    examples = [one for example in page["examples"] for one in example["values"]]
    for one in examples:
        key = (one["measure"], one["place"], one["year"])
        if one.get("value") and float(one["value"]) != made.get(key):
            problems.append(f"{key} är {one['value']} under exemplet och inte {made.get(key)}")
    if not examples:
        problems.append("exemplet har inga värden")
    values = [*page["values"], *page["followUps"][0]["values"], *examples]
    cells = [(row["Mått"], row["kod"], row["År"], row["Värde"]) for row in rows]
    if cells != [(one["measure"], one["place"], str(one["year"]), one.get("value") or "") for one in values]:
        problems.append("raderna i CSV är inte värdena i JSON")
    return problems
