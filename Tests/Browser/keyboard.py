"""The journey with the keyboard alone."""

import journey

MOST_PRESSES = 150


def skip_link(tab):
    """The first stop is a visible link past the head, and it moves focus to the content."""
    tab.open("/")
    tab.page.keyboard.press("Tab")
    problems = []
    if not tab.page.evaluate("document.activeElement.matches('.skip')"):
        return ["den första anhalten är inte länken till innehållet"]
    if not tab.page.evaluate("(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.height > 0 })()"):
        problems.append("länken till innehållet syns inte när den har fokus")
    tab.page.keyboard.press("Enter")
    if not tab.page.evaluate("document.activeElement.matches('main')"):
        problems.append("fokus flyttades inte till innehållet")
    tab.page.keyboard.press("Tab")
    if not tab.page.evaluate("document.querySelector('main').contains(document.activeElement)"):
        problems.append("nästa anhalt efter länken ligger inte i innehållet")
    return problems


def follow(tab, step):
    page = tab.page
    if not reach(page, step.target):
        return [f"{step.target} nås inte med tabb på {page.url.removeprefix(tab.base)}"]
    if step.writes is not None:
        page.keyboard.press("Control+A")
        page.keyboard.type(step.writes)
    if step.sends is not None and not reach(page, step.sends):
        return [f"{step.sends} nås inte med tabb från {step.target}"]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return []


def reach(page, target):
    """Presses Tab until the target has the focus; tells whether it got it."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return True
    return False


def check(tab):
    yield "förbi sidhuvudet", skip_link(tab)
    yield from journey.walk(tab, follow)
