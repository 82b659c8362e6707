"""Proof that the checks on the journeys of the workspace can fail: each is shown a page that is broken in its own way."""

import can_fail
import signed_in
import workspace
from browser import DESK, PHONE
from hands import Hands, Stuck
from report import Report

FIELD = "E-postadress i arbetet"
WRITTEN = "nix"


class BrokenWay(can_fail.BrokenTab):
    """A tab where every page that has the words is changed on its way; at least one must have them."""

    def __init__(self, browser, crawl, old="", new="", css="", cookie=None):
        super().__init__(browser, crawl.base, old, new, css)
        self.changed = 0
        if cookie:
            self.tab.context.add_cookies([{"name": signed_in.COOKIE, "value": cookie, "url": crawl.base}])

    def _change(self, route):
        if route.request.resource_type not in ("document", "stylesheet"):
            route.continue_()
            return
        # Follows what a form leads to: the page after it comes under the form's own address.
        answer = route.fetch()
        text = answer.text()
        if route.request.resource_type == "document" and self.old and self.old in text:
            self.changed += 1
            text = text.replace(self.old, self.new)
        elif route.request.resource_type == "stylesheet":
            text += self.css
        route.fulfill(response=answer, body=text)

    def __exit__(self, kind, *rest):
        super().__exit__(kind, *rest)
        if kind is None and self.old and not self.changed:
            raise RuntimeError(f"”{self.old}” fanns inte på någon sida")


def check(browser, inside):
    """Yields each proof's title and, when the check let the break pass, that it did."""
    person = next(page.path for page in inside.listed if signed_in.kind(page.path) == "/arbete/personer/{}/andra?")
    for title, old, new, expected in [
        ("fel utan fokus märks", " autofocus", "", "fokus står inte vid felen"),
        ("fel som inte läses upp märks", 'role="alert"', 'role="group"', "läses inte upp"),
        ("en titel utan fel märks", "<title>Fel: ", "<title>", "sidans titel"),
        ("ett fel utan länk till fältet märks", 'href="#falt-e-post"', 'href="#innehall"', "felets länk leder till"),
        ("ett fält som inte säger att det är fel märks", 'aria-invalid="true"', "", "säger inte att det är fel"),
        ("ett fält som inte säger vad som är fel märks", 'id="falt-e-post-fel"', 'id="falt-e-post-borta"', "säger inte vad som är fel"),
        ("ett tömt fält märks", f'value="{WRITTEN}"', 'value=""', f"i stället för ”{WRITTEN}”"),
        ("ett helt formulär går igenom", "", "", None),
    ]:
        with BrokenWay(browser, inside, old, new, cookie=inside.cookie) as tab:
            hands = Hands(tab)
            tab.open(person)
            hands.write(FIELD, WRITTEN)
            hands.go()
            problems = workspace.at_fault(hands, FIELD, kept=WRITTEN)
        yield can_fail._verdict(title, problems, expected) if expected else (title, problems)

    for title, old, new, expected in [
        ("ett besked som inte läses upp märks", 'role="status"', "", "0 ställen säger"),
        ("ett helt besked går igenom", "", "", None),
    ]:
        with BrokenWay(browser, inside, old, new, cookie=inside.cookie) as tab:
            hands = Hands(tab)
            tab.open(person)
            hands.send("Spara uppgifterna")
            problems = workspace.done(tab.page, "Ingenting var ändrat, så inget är sparat.")
        yield can_fail._verdict(title, problems, expected) if expected else (title, problems)

    with BrokenWay(browser, inside, cookie=inside.cookie) as tab:
        hands = Hands(tab)
        tab.open(person)
        yield can_fail._verdict("fel värde i ett fält märks", workspace.holds(tab.page, {"telefon": "08-1"}), "i stället för ”08-1”")
        problems = workspace.in_dispute(hands, "Vad ska gälla för ”Namn”?", "ett", "två")
        for title, expected in [
            ("en krock utan titel märks", "sidans titel"), ("en krock utan fokus märks", "fokus står inte vid krocken"),
            ("en krock utan två sidor märks", "sida vid sida"), ("en krock utan fråga märks", "frågan är inte"),
        ]:
            yield can_fail._verdict(title, problems, expected)
        yield _stuck("ett fält som inte finns märks", lambda: hands.to("fält", "Skonummer"))

    with BrokenWay(browser, inside, '<a href="/arbete"', '<a tabindex="-1" href="/arbete"', cookie=inside.cookie) as tab:
        tab.open("/arbete/personer")
        yield _stuck("en väg utan tabb märks", lambda: Hands(tab).follow("Arbete"))
    with BrokenWay(browser, inside, cookie=inside.cookie) as tab:
        tab.open(next(page.path for page in inside.listed if page.path.endswith("/byt")))
        yield _stuck("en lista utan valet märks", lambda: Hands(tab).choose("Person", "Kejsaren"))

    for title, css, expected in [
        ("svag text på resan märks", "body { color: #BBB !important }", "color-contrast"),
        ("svag text bara på ett skrivbord märks", "@media (min-width: 60rem) { body { color: #BBB !important } }", "color-contrast"),
        ("en bred sida på resan märks", "h1 { width: 60rem }", "rullar i sidled"),
    ]:
        with BrokenWay(browser, inside, css=css, cookie=inside.cookie) as tab:
            report = Report()
            tab.page.set_viewport_size(PHONE)
            tab.open("/arbete/konto")
            workspace.look(_Walker(tab, report))
        yield can_fail._verdict(title, [problem for _, problem in report.problems], expected)


class _Walker:
    """As much of a person on a journey as a look at a page needs."""

    def __init__(self, tab, report):
        self.page, self.hands, self.journey = tab.page, Hands(tab), self
        self.report, self.seen, self.sizes = report, set(), (PHONE, DESK)


def _stuck(title, attempt):
    try:
        attempt()
    except Stuck:
        return title, []
    return title, ["tangenterna kom dit ändå"]
