"""The site without scripts: the same journey, and the same words on every page."""

import re

import journey


def follow(tab, step):
    page = tab.page
    target = page.locator(step.target).first
    if target.count() == 0:
        return [f"{step.target} finns inte på {page.url.removeprefix(tab.base)}"]
    if step.writes is None:
        with page.expect_navigation():
            target.click()
    else:
        target.fill(step.writes)
        with page.expect_navigation():
            target.locator("xpath=ancestor::form").get_by_role("button").click()
    return []


def check(tab):
    yield from journey.walk(tab, follow)


def words(page):
    """All that a page says, as it stands on the screen."""
    said = page.locator("body").inner_text()
    # The number of a fault is new each time, and the framework drops its leading zeros.
    return re.sub(r"\b[0-9a-f]{24,32}\b", "…", said)


def same_words(with_scripts, without):
    if with_scripts == without:
        return []
    pairs = zip(with_scripts.splitlines() + [""], without.splitlines() + [""])
    first = next(((one, other) for one, other in pairs if one != other), ("", ""))
    return [f"sidan säger annat utan skript: ”{first[1][:60]}” i stället för ”{first[0][:60]}”"]
