"""The journey of a programme from the first draft to its being in force, each step taken by whoever's it is.

The secretariat writes and asks, a network and a citizen answer, the committee's text is locked and sent, and eight boards decide: first so that
a common text is needed, and then on that.
"""

import contextlib
import hashlib
import pathlib
import re
import sys
import tempfile

import uploads
import workspace
from hands import Stuck

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Process"))

import printed  # noqa: E402

TITLE = "Södertörns utvecklingsprogram 2027–2030"
BASE = "Södertörns utvecklingsprogram 2035"
BEFORE = "Södertörns utvecklingsprogram (2023–)"
EDITION = "/program/2027"
DRAFT = f"{EDITION}/utkast"
ROUND = "/ratificering/2027"
TRACK = f"{ROUND}/[a-z-]+"
NETWORKS = ["Ekonomidirektörer", "Planeringschefer"]
CHANGED = "Inriktad mot näringsliv, kommuner och region"
ADDED = "Genom trygga cykelvägar mellan kommunerna"
PROPOSED = "Genom tillgänglighet till högre utbildning nära hemmet i hela Södertörn"
REASON = "Det ska gå att läsa vidare nära hemmet."
ANSWER = "Bra förslag. Vi tar in det."
OPINION = "Målet bör gå att mäta."
ADDITION = "Haninge vill att målen följs upp varje år."
QUESTION = "Hur ska målen mätas?"
# Those whose decisions the secretariat records, on extracts that it has been shown.
OTHERS = ["Botkyrka", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"]
PAPERS = ["Missiv", "Förslag till beslut", "Programmets text"]
RECORDED = "Beslutet är registrerat. Alla registratorer och kommitténs ordförande ser det."
FOLLOWED = "Det är sparat. Alla registratorer och kommitténs ordförande ser det."


def play(journey):
    leader = journey.leader
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        citizen = _somebody(journey, stack)
        _writes(leader)
        _opens(leader)
        _comments(_enters(leader, "Sammankallande Ekonomidirektörer", stack))
        _proposes(citizen)
        _answers(leader, citizen)
        _looks_over(leader)
        _meets(leader)
        _decides_in_committee(leader, 12, "Förslag till utvecklingsprogram")
        workspace.time_passes(journey, 11 * 60)
        _confirms(leader)
        text = _locks(leader, 12)
        _sends(leader)
        huddinge = _enters(leader, "Registrator Huddinge", stack)
        haninge = _enters(leader, "Registrator Haninge", stack)
        _first_round(journey, citizen, huddinge, haninge, folder)
        _compares(huddinge, text, folder)
        _writes_again(leader)
        _decides_in_committee(leader, 13, "Gemensam text om utvecklingsprogrammet")
        _locks(leader, 13, again=True)
        _sends(leader)
        _second_round(journey, citizen, huddinge, haninge, folder)
        _follows(haninge)
        _in_force(citizen)
        _papers(citizen, folder)


def _somebody(journey, stack, mail=None):
    person = workspace.Person(journey, mail)
    stack.callback(person.tab.close)
    return person


def _enters(leader, name, stack):
    """Somebody of the example comes in for the first time."""
    person = _somebody(leader.journey, stack)
    with leader.journey.step(f"{name} kommer in"):
        person.tab.open(leader.makes_link(name))
        person.hands.send("Fortsätt")
        person.hands.write("Nytt lösenord", workspace.PASSWORD)
        person.hands.send("Spara lösenordet")
        # Not everybody needs a second factor.
        if person.hands.path != "/arbete":
            person.connect_app()
        person.arrived("/arbete", "Arbete")
    return person


# Writing


def _writes(leader):
    hands, journey = leader.hands, leader.journey

    def at_draft():
        leader.arrived(f"{DRAFT}(#.*)?", f"Utkast till {TITLE}")

    with journey.step("ett utkast börjar som en kopia") as problems:
        leader.tab.open("/program")
        hands.follow("Börja skriva ett nytt program")
        leader.arrived("/program/ny", "Börja skriva ett nytt program")
        hands.write("Titel", TITLE)
        hands.write("Gäller från", "2027")
        hands.write("Gäller till", "2030")
        hands.pick("Vad ska utkastet börja med?", "En kopia av ett program")
        hands.choose("Kopia av", BASE)
        hands.send("Börja skriva")
        at_draft()
        problems += workspace.done(leader.page, "Utkastet är påbörjat.")
    with journey.step("en del ändras") as problems:
        hands.follow("Ändra: 1.1.2.1.2 ", begins=True)
        leader.arrived(f"{DRAFT}/.*/andra")
        hands.write("Text", CHANGED)
        hands.send("Spara")
        at_draft()
        problems += leader.says(f"1.1.2.1.2 {CHANGED}")
    with journey.step("en del läggs till") as problems:
        hands.follow("Lägg till en del")
        leader.arrived(f"{DRAFT}/ny-del", "Lägg till en del")
        hands.choose("Står under", "1.1.1.1 ")
        hands.choose("Nivå", "Delmål")
        hands.write("Text", ADDED)
        hands.write("Om ursprunget", "Kommunerna har bett om det.")
        hands.send("Lägg till")
        at_draft()
        problems += leader.says(f"1.1.1.1.4 {ADDED}")
    with journey.step("delen flyttas") as problems:
        hands.follow("Flytta: 1.1.1.1.4 ", begins=True)
        leader.arrived(f"{DRAFT}/.*/flytta")
        hands.choose("Före", "1.1.1.1.1 ")
        hands.send("Flytta")
        at_draft()
        problems += leader.says(f"1.1.1.1.1 {ADDED}")


def _opens(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("utkastet öppnas för nätverk, kommuner och alla") as problems:
        hands.follow("Bjud in")
        leader.arrived(f"{DRAFT}/inbjudan", "Bjud in till synpunkter")
        for box in [*NETWORKS, "Alla, utan inloggning"]:
            hands.to("ruta", box)
            hands.press("Space")
        hands.write("Sista dag", workspace.today(30))
        hands.write("Vad vill ni veta?", "Saknas något?")
        hands.send("Bjud in")
        leader.arrived(DRAFT, f"Utkast till {TITLE}")
        problems += leader.says("Saknas något?") + leader.says("Alla kan säga vad de tycker")


def _comments(convener):
    hands, journey = convener.hands, convener.journey
    with journey.step("en sammankallande säger vad nätverket tycker") as problems:
        hands.follow("Läs och kommentera: Utkastet tar emot synpunkter", begins=True)
        convener.arrived(DRAFT, f"Utkast till {TITLE}")
        hands.follow("Kommentera: 1.2.1.1.2 ", begins=True)
        convener.arrived(f"{DRAFT}/.*/synpunkt")
        problems += convener.says(f"Du skriver som Sammankallande för Huddinge i {NETWORKS[0]}")
        hands.pick("Vad gäller det?", "Delen som helhet")
        hands.write("Vad tycker du, eller varför ska texten ändras?", OPINION)
        hands.send("Skicka synpunkten")
        convener.arrived(f"{DRAFT}#.*", f"Utkast till {TITLE}")
        problems += workspace.done(convener.page, "Synpunkten är skickad.")


def _proposes(citizen):
    hands, journey = citizen.hands, citizen.journey
    with journey.step("en medborgare föreslår en annan lydelse"):
        citizen.tab.open("/program")
        citizen.arrived("/program")
        hands.follow(f"Läs utkastet till {TITLE}")
        citizen.arrived(DRAFT, f"Utkast till {TITLE}")
        hands.follow("Kommentera: 1.1.2.1.1 ", begins=True)
        citizen.arrived(f"{DRAFT}/.*/synpunkt")
        hands.pick("Vad gäller det?", "Texten")
        hands.write("Så borde det lyda", PROPOSED)
        hands.write("Vad tycker du, eller varför ska texten ändras?", REASON)
        hands.send("Skicka synpunkten")
        citizen.arrived(f"{DRAFT}/tack", "Tack för din synpunkt")
    with journey.step("den syns inte förrän någon har läst den") as problems:
        hands.follow("Till utkastet")
        citizen.arrived(DRAFT)
        hands.follow("Ni sa, vi gjorde")
        citizen.arrived(f"{EDITION}/synpunkter", "Ni sa, vi gjorde")
        if not citizen.says(REASON):
            problems.append("det som ingen har läst visas")
        if not citizen.says(OPINION):
            problems.append("det som ett nätverk har skrivit visas för alla")


def _answers(leader, citizen):
    hands, journey = leader.hands, leader.journey
    with journey.step("förslaget släpps igenom") as problems:
        hands.follow("Arbete")
        hands.follow("Läs: En synpunkt väntar på att läsas", begins=True)
        leader.arrived(f"{DRAFT}/synpunkter", "Synpunkter")
        hands.send("Släpp igenom: 1.1.2.1.1 ", begins=True)
        leader.arrived(f"{DRAFT}/synpunkter", "Synpunkter")
        problems += workspace.done(leader.page, "Synpunkten är släppt igenom.")
    with journey.step("förslaget tas in, med ett skäl") as problems:
        hands.follow("Besvara: 1.1.2.1.1 ", begins=True)
        leader.arrived(f"{DRAFT}/synpunkter/[0-9a-f]+/besvara")
        hands.pick("Vad blir det av den?", "Tas in")
        hands.write("Svar", ANSWER)
        hands.send("Besvara")
        leader.arrived(f"{DRAFT}/synpunkter", "Synpunkter")
        problems += workspace.done(leader.page, "Synpunkten är besvarad.")
    with journey.step("den som skrev ser vad det blev av det") as problems:
        citizen.tab.open(f"{EDITION}/synpunkter")
        citizen.arrived(f"{EDITION}/synpunkter", "Ni sa, vi gjorde")
        problems += citizen.says(ANSWER) + citizen.says(REASON)
        citizen.hands.follow("Till utkastet")
        citizen.arrived(DRAFT, f"Utkast till {TITLE}")
        problems += citizen.says(f"1.1.2.1.1 {PROPOSED}")
    with journey.step("skillnaden mot det förra programmet visas ord för ord") as problems:
        citizen.hands.follow(f"Jämför med {BASE}")
        citizen.arrived(rf"{DRAFT}/jamfor\?fran=forlaga", "Jämför versioner")
        problems += citizen.says("en ny del,") + citizen.says("två delar med ändrad text och")
        for sign, said in (("ins", "tillagt: nära hemmet i slut på ändringen."), ("del", "struket: för slut på ändringen.")):
            if said not in [" ".join(text.split()) for text in citizen.page.locator(f"main {sign}").all_text_contents()]:
                problems.append(f"”{said}” står inte som {sign}")


def _looks_over(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("det som bör ses över innan utkastet låses") as problems:
        hands.follow(f"Utkast till {TITLE}")
        leader.arrived(DRAFT)
        hands.follow("Kontroll före låsning")
        leader.arrived(f"{DRAFT}/kontroll", "Kontroll före låsning")
        problems += leader.says("Mål utan ansvarig") + leader.says("Hela utkastet har LIX")


# The committee


def _meets(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("kommitténs möte läggs in"):
        leader.tab.open("/moten")
        leader.arrived("/moten", "Möten")
        hands.follow("Nytt möte")
        leader.arrived("/moten/ny", "Ett nytt möte")
        hands.choose("Organ", "Samarbetskommittén")
        hands.write("Dag", workspace.today())
        hands.write("Plats", "Huddinge kommunhus")
        hands.send("Lägg in mötet")
        leader.arrived(f"/moten/samarbetskommitten/{workspace.today()}")


def _decides_in_committee(leader, paragraph, title):
    hands, journey = leader.hands, leader.journey
    with journey.step(f"kommitténs beslut läggs in: § {paragraph}") as problems:
        leader.tab.open(f"/moten/samarbetskommitten/{workspace.today()}")
        leader.arrived(f"/moten/samarbetskommitten/{workspace.today()}")
        hands.follow("Lägg in ett beslut")
        leader.arrived(f"/moten/samarbetskommitten/{workspace.today()}/beslut/ny", "Lägg in ett beslut från mötet")
        hands.write("Paragraf", str(paragraph))
        hands.write("Vad beslutet gäller", title)
        hands.send("Lägg in beslutet")
        leader.arrived(f"/beslut/samarbetskommitten/{workspace.today()}/{paragraph}", f"§ {paragraph} {title}")
        problems += workspace.done(leader.page, "Beslutet är inlagt.")


def _confirms(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("att låsa kräver en ny kod"):
        leader.tab.open(DRAFT)
        hands.follow("Lås förslaget")
        leader.arrived(r"/logga-in/bekrafta\?.*", "Bekräfta att det är du")
        hands.write("Kod", leader.authenticator.code())
        hands.go()
        leader.arrived(f"{ROUND}/las", f"Lås förslaget: {TITLE}")


def _locks(leader, paragraph, again=False):
    """Locks the text as a decision of the committee has it, and gives its words."""
    hands, journey = leader.hands, leader.journey
    with journey.step(f"texten låses enligt § {paragraph}") as problems:
        if again:
            leader.tab.open(ROUND)
            leader.arrived(ROUND)
            hands.follow("Lås ett nytt förslag")
            leader.arrived(f"{ROUND}/las", f"Lås förslaget: {TITLE}")
        digest = leader.page.locator("main .chain code").inner_text()
        _chooses_decision(leader, paragraph)
        hands.pick("Vad krävs för att programmet ska gälla?", "Alla medlemmar har antagit det utan tillägg")
        # It begins with the first day of the period, which would be too late to see here.
        hands.write("Gäller tidigast", "")
        hands.send("Lås förslaget")
        leader.arrived(ROUND, f"Besluten om {TITLE}")
        problems += workspace.done(leader.page, "Förslaget är låst. Nu kan det skickas till kommunerna.")
        problems += leader.says("Förslaget är låst men inte skickat till kommunerna än.") + leader.says(digest)
    with journey.step("fingeravtrycket är textfilens") as problems:
        text = leader.tab.context.request.get(f"{journey.server.base}{ROUND}/text.txt").body()
        if hashlib.sha256(text).hexdigest() != digest:
            problems.append("textfilen har ett annat fingeravtryck")
    return text.decode()


def _chooses_decision(leader, paragraph):
    options = leader.page.locator("select[name=beslut] option").all_inner_texts()
    found = [option for option in options if f", § {paragraph} " in option]
    if len(found) != 1:
        raise Stuck(f"§ {paragraph} går inte att välja bland {options}")
    leader.hands.choose("Beslut som är inlagt", found[0])


def _sends(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("förslaget skickas till kommunerna") as problems:
        hands.follow("Skicka förslaget")
        leader.arrived(f"{ROUND}/skicka", f"Skicka förslaget: {TITLE}")
        hands.send("Skicka förslaget")
        leader.arrived(ROUND, f"Besluten om {TITLE}")
        problems += workspace.done(leader.page, "Förslaget är skickat till 8 kommuner.")
        problems += leader.says("Ingen av de åtta kommunerna har antagit förslaget än")


def _writes_again(leader):
    hands, journey = leader.hands, leader.journey
    with journey.step("den gemensamma texten skrivs") as problems:
        leader.tab.open(ROUND)
        leader.arrived(ROUND)
        hands.follow("Till utkastet")
        leader.arrived(DRAFT)
        hands.follow("Ändra: 1.2.1.1.2 ", begins=True)
        hands.write("Bakgrund", "Målet följs upp varje år.")
        hands.send("Spara")
        leader.arrived(f"{DRAFT}#.*")
        problems += leader.says("Målet följs upp varje år.")


# The boards


def _registers(person, town, number):
    hands, journey = person.hands, person.journey
    with journey.step(f"{town} diarieför förslaget") as problems:
        hands.follow("Arbete")
        person.arrived("/arbete", "Arbete")
        hands.follow("Lägg in diarienummer: ", begins=True)
        person.arrived(f"{TRACK}/diarium", "Lägg in diarienummer")
        hands.write("Diarienummer", number)
        hands.send("Spara")
        person.arrived(TRACK, f"Ärendet i {town}")
        problems += workspace.done(person.page, FOLLOWED) + person.says(number)


def _decides(person, town, outcome, paragraph, text=None, extract=None):
    """What a board has decided is recorded, from the page of its track."""
    hands, journey = person.hands, person.journey
    with journey.step(f"{town}, § {paragraph}: {outcome}") as problems:
        hands.follow("Lägg in beslutet")
        person.arrived(f"{TRACK}/beslut", "Lägg in beslutet")
        hands.pick("Vad beslutade kommunen?", outcome)
        hands.write("Mötets dag", workspace.today())
        hands.write("Paragraf", str(paragraph))
        if text:
            hands.write("Tillägget eller frågan", text)
        if extract:
            hands.choose_file("Protokollsutdrag", extract)
        hands.send("Registrera beslutet")
        person.arrived(TRACK, f"Ärendet i {town}")
        problems += workspace.done(person.page, RECORDED) + person.says(outcome) + person.says(f"§ {paragraph}")


def _records(leader, towns, first, folder):
    """The secretariat records what other boards have decided, each on an extract that it has been shown."""
    extract = folder / "protokollsutdrag.pdf"
    extract.write_bytes(uploads.RIGHT)
    for paragraph, town in enumerate(towns, first):
        leader.tab.open(ROUND)
        leader.arrived(ROUND, f"Besluten om {TITLE}")
        leader.hands.follow(town)
        leader.arrived(TRACK, f"Ärendet i {town}")
        _decides(leader, town, "Antaget", paragraph, extract=extract)


@contextlib.contextmanager
def _seen(citizen, sentence):
    """What happens meanwhile is seen on the status page where somebody else has it open, without its being loaded again."""
    citizen.tab.open(ROUND)
    citizen.arrived(ROUND, f"Besluten om {TITLE}")
    citizen.page.evaluate("window.stayed = true")
    yield
    with citizen.journey.step(f"den öppna sidan säger ”{sentence}”") as problems:
        citizen.page.wait_for_function("said => document.querySelector('main').innerText.includes(said)", arg=sentence)
        if not citizen.page.evaluate("window.stayed === true"):
            problems.append("sidan lästes in på nytt")
        citizen.arrived(ROUND, f"Besluten om {TITLE}")


def _first_round(journey, citizen, huddinge, haninge, folder):
    leader = journey.leader
    _registers(huddinge, "Huddinge", "KS 2026/4711")
    with _seen(citizen, "Huddinge har återremitterat, så en gemensam text behövs."):
        _decides(huddinge, "Huddinge", "Återremitterat", 31, QUESTION)
    _is_told(leader, haninge)
    _registers(haninge, "Haninge", "KS 2026/0815")
    _decides(haninge, "Haninge", "Antaget med tillägg", 44, ADDITION)
    with _seen(citizen, "Antaget av 6 av 8 kommuner."):
        _records(leader, OTHERS, 50, folder)
    with journey.step("en gemensam text behövs") as problems:
        problems += citizen.says("Haninge har antagit med ett tillägg och Huddinge har återremitterat, så en gemensam text behövs.")
        problems += citizen.says(ADDITION) + citizen.says(QUESTION) + citizen.says("inlagt av kansliet på uppvisat utdrag")
        leader.hands.follow("Arbete")
        leader.arrived("/arbete", "Arbete")
        problems += leader.says(f"En gemensam text behövs för {TITLE}")


def _is_told(leader, registrar):
    told = f"Huddinge återremitterade {TITLE}"
    with leader.journey.step("de andra registratorerna får veta det") as problems:
        registrar.hands.follow("Arbete")
        registrar.arrived("/arbete", "Arbete")
        problems += registrar.says(told)
        if not registrar.says(f"antog {BASE}"):
            problems.append("det som var före systemet meddelas")
    with leader.journey.step("meddelandet ligger bland det som ska skickas") as problems:
        leader.hands.follow("Arbete")
        leader.hands.follow("Utskick")
        leader.arrived("/arbete/utskick", "Utskick")
        # Those who get the latest are many, and stand folded.
        leader.hands.to("mer", "Till: ", begins=True)
        leader.hands.press("Enter")
        problems += leader.says(told) + leader.says("Registrator för Haninge i Kommunstyrelsen i Haninge") + leader.says(QUESTION)


def _second_round(journey, citizen, huddinge, haninge, folder):
    _registers(haninge, "Haninge", "KS 2026/0815")
    _decides(haninge, "Haninge", "Antaget", 61)
    _registers(huddinge, "Huddinge", "KS 2026/4711")
    _decides(huddinge, "Huddinge", "Antaget", 62)
    with _seen(citizen, "Antaget av alla åtta kommuner."):
        _records(journey.leader, OTHERS, 70, folder)


def _follows(registrar):
    """The minutes are adjusted and that is posted, so that the last day of an appeal can be reckoned."""
    hands, journey = registrar.hands, registrar.journey
    registrar.tab.open(f"{ROUND}/haninge")
    for step, title in (("justering", "Lägg in justeringen"), ("anslag", "Lägg in anslaget")):
        with journey.step(title) as problems:
            hands.follow(title)
            registrar.arrived(f"{TRACK}/{step}", title)
            hands.send("Spara")
            registrar.arrived(TRACK, "Ärendet i Haninge")
            problems += workspace.done(registrar.page, FOLLOWED)
    with journey.step("sista dagen att överklaga räknas ut") as problems:
        problems += registrar.says("Sista dag att överklaga") + registrar.says("Tre veckor efter att justeringen anslogs")


def _compares(registrar, text, folder):
    """The annex in the municipality's file is compared with the locked text: as it is, and with one letter changed."""
    hands, journey = registrar.hands, registrar.journey
    registrar.tab.open(f"{ROUND}/huddinge")
    for name, words, verdict in (
        ("samma-ord", text, "Bilagan har samma ord som den låsta texten. Bara utseendet skiljer."),
        ("en-bokstav", text.replace("resor och transporter", "resor och transporten", 1), "Bilagan skiljer sig från den låsta texten."),
    ):
        with journey.step(f"bilagan {name}.pdf jämförs") as problems:
            _prints(journey, words, folder / f"{name}.pdf")
            hands.follow("Jämför en bilaga med den låsta texten")
            registrar.arrived(f"{TRACK}/bilaga", "Jämför bilagan från Huddinge")
            hands.choose_file("Bilagan", folder / f"{name}.pdf")
            hands.send("Jämför bilagan")
            registrar.arrived(TRACK, "Ärendet i Huddinge")
            problems += workspace.done(registrar.page, "Bilagan är jämförd med den låsta texten.") + registrar.says(verdict)
    with journey.step("den ändrade bokstaven visas") as problems:
        hands.to("länk", "en-bokstav.pdf", begins=True)
        hands.follow("Visa jämförelsen")
        registrar.arrived(f"{ROUND}/1/huddinge/bilagor/[0-9a-f]+", "Bilagan från Huddinge och den låsta texten")
        problems += registrar.says("Antal ord som saknas: 1. Antal ord som har tillkommit: 1.")
        for sign, said in (("del", "transporter"), ("ins", "transporten")):
            if not any(said in shown for shown in registrar.page.locator(f"main {sign}").all_text_contents()):
                problems.append(f"”{said}” står inte som {sign}")


def _prints(journey, text, file):
    """A text as somebody prints it from another program, on pages of another measure."""
    # Headings are marked with signs in the text file alone.
    lines = re.sub("^#+ ", "", text, flags=re.MULTILINE).splitlines()
    page = journey.browser.new_page()
    try:
        page.set_content("<!doctype html><title>Bilaga</title><style>p { font: 13pt/1.6 serif }</style>")
        page.evaluate("lines => lines.forEach(line => document.body.appendChild(document.createElement('p')).textContent = line)", lines)
        page.pdf(path=file, format="A5", margin={"top": "20mm", "bottom": "20mm", "left": "15mm", "right": "25mm"})
    finally:
        page.close()


# What came of it


def _in_force(citizen):
    hands, journey = citizen.hands, citizen.journey
    with journey.step("programmet gäller") as problems:
        citizen.tab.open("/program")
        citizen.arrived("/program", "Utvecklingsprogrammet")
        problems += citizen.says(f"{TITLE} gäller sedan")
        problems += citizen.says(f"Läs programmet: {TITLE}")
        if not citizen.says("Tyck till om utkastet"):
            problems.append("sidan ber om synpunkter på det som gäller")
    with journey.step("det förra programmet säger att det är ersatt") as problems:
        hands.follow(BEFORE)
        citizen.arrived("/program/2023", BEFORE)
        problems += citizen.says(f"{BEFORE} är ersatt.") + citizen.says(f"gäller {TITLE}.")
    with journey.step("programmets sida som den var i går") as problems:
        citizen.tab.open("/program")
        hands.write("Dag", workspace.today(-1))
        hands.send("Visa dagen")
        citizen.arrived(rf"/program\?datum={workspace.today(-1)}", "Utvecklingsprogrammet")
        problems += citizen.says(f"{BEFORE} gäller sedan")
    for query in (f"datum={workspace.today(-1)}", f"datum={workspace.today()}&kant={workspace.today(-1)}"):
        with journey.step(f"i går visste ingen om besluten: {query}") as problems:
            answer = citizen.tab.open(f"{ROUND}?{query}")
            citizen.arrived(re.escape(f"{ROUND}?{query}"), "Sidan finns inte")
            if answer.status != 404:
                problems.append(f"sidan svarar {answer.status}")


def _papers(citizen, folder):
    """The papers come down to whoever wants them, and other programs than ours can read them."""
    hands, journey = citizen.hands, citizen.journey
    with journey.step("handlingarna till en kommun"):
        citizen.tab.open(f"{ROUND}/haninge")
        citizen.arrived(f"{ROUND}/haninge", "Ärendet i Haninge")
        hands.follow("Handlingar till Haninge")
        citizen.arrived(f"{ROUND}/2/haninge/handlingar", "Handlingar till Haninge")
    kinds = ["PDF", "Word (DOCX)"]
    if not citizen.page.get_by_role("link", name="PDF").count():
        journey.report.remark("HOPPAS ÖVER", "handlingarna som PDF", ["typst finns inte, så att servern inte kunde göra dem"])
        kinds.remove("PDF")
    for name, kind in [(name, kind) for name in PAPERS for kind in kinds]:
        with journey.step(f"{name} som {kind}") as problems:
            hands.to("länk", f"{name}, {kind}")
            with citizen.page.expect_download() as download:
                hands.press("Enter")
            file = folder / download.value.suggested_filename
            download.value.save_as(file)
            facts = list((printed.facts_of_pdf if kind == "PDF" else printed.facts_of_docx)(file))
            problems += [value for key, value in facts if key == "fault"]
            said = dict(facts)
            if not said["language"].startswith("sv"):
                problems.append(f"{file.name} säger att språket är {said['language']}")
            if TITLE not in said["title"]:
                problems.append(f"{file.name} heter ”{said['title']}”")
