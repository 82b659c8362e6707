"""One reader's way through the site; the keyboard and the browser without scripts walk it each in their own manner."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Step:
    title: str
    # The link to follow, or the field to fill in.
    target: str
    # Where the step leads.
    arrives: str
    # What is written in the field, when the step is a form.
    writes: str | None = None
    # The button that sends the form, when the field is one where Enter makes a new line.
    sends: str | None = None
    # What is then on the page, and what is not.
    shows: str = "h1"
    lacks: str | None = None


START = "/"

STEPS = [
    Step("menyn till programmet", ".masthead a[href='/program']", "/program"),
    Step("programmet till en utgåva", "main a[href='/program/2019']", "/program/2019"),
    Step("utgåvan till ett fokusområde", "main a[href='/program/2019/infrastruktur']", "/program/2019/infrastruktur"),
    Step("tillbaka till utgåvan", ".trail a[href='/program/2019']", "/program/2019"),
    Step("menyn till kommunerna", ".masthead a[href='/kommuner']", "/kommuner"),
    Step("till en kommun", "table a[href='/kommuner/botkyrka']", "/kommuner/botkyrka", lacks=".then"),
    Step(
        "till en annan dag", ".day input[name=datum]", "/kommuner/botkyrka?datum=2020-01-01", writes="2020-01-01",
        shows=".then:has-text('1 januari 2020')",
    ),
    Step("tillbaka till i dag", ".then a", "/kommuner/botkyrka", lacks=".then"),
    Step("menyn till organisationen", ".masthead a[href='/organisation']", "/organisation"),
    Step("till ett nätverk", ".tier a[href='/natverk/planeringschefer']", "/natverk/planeringschefer"),
    Step("menyn till påverkan", ".masthead a[href='/paverkan']", "/paverkan"),
    Step("till en satsning", "main a[href='/paverkan/tvarforbindelse-sodertorn']", "/paverkan/tvarforbindelse-sodertorn"),
    Step("menyn till sök", ".masthead a[href='/sok']", "/sok"),
    Step("söker ett ord", "#fraga", "/sok?fraga=radslag", writes="radslag", shows=".hits a[href='/konferenser/radslag']"),
    Step("till en träff", ".hits a[href='/konferenser/radslag']", "/konferenser/radslag"),
    Step("till tillgängligheten", ".site-links a[href='/tillganglighet']", "/tillganglighet"),
    Step(
        "anmäler en brist", "textarea[name=brist]", "/tillganglighet/tack", writes="Prövningens egen anmälan.",
        sends=".questions button",
    ),
    Step("tillbaka till redogörelsen", "main a[href='/tillganglighet']", "/tillganglighet"),
    Step("menyn till kommunerna igen", ".masthead a[href='/kommuner']", "/kommuner"),
    Step("till kommunen igen", "table a[href='/kommuner/botkyrka']", "/kommuner/botkyrka"),
    Step("till engelska", ".tongue a", "/kommuner/botkyrka?sprak=en", shows="html[lang=en] h1"),
    Step("tillbaka till svenska", ".tongue a", "/kommuner/botkyrka", shows="html[lang=sv] h1"),
]


def arrived(tab, step):
    """What is wrong with where the step led."""
    page = tab.page
    problems = []
    if page.url != tab.base + step.arrives:
        problems.append(f"kom till {page.url.removeprefix(tab.base)} i stället för {step.arrives}")
    if page.locator(step.shows).count() == 0:
        problems.append(f"{step.shows} finns inte på {step.arrives}")
    if step.lacks and page.locator(step.lacks).count():
        problems.append(f"{step.lacks} finns kvar på {step.arrives}")
    return problems


def walk(tab, follow):
    """Takes every step with `follow(tab, step)`; yields each step's title and its problems. A step that fails ends the journey."""
    tab.open(START)
    for index, step in enumerate(STEPS):
        problems = follow(tab, step) or arrived(tab, step)
        yield step.title, problems
        if problems:
            for left in STEPS[index + 1 :]:
                yield left.title, ["nåddes aldrig, eftersom ett steg före gick fel"]
            return
