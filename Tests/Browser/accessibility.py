"""Accessibility by axe: no violation on any page, on a phone and on a desk, in light and in dark."""

import collections
import importlib.resources

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
SECONDS = 30

RUN = """
([tags, milliseconds]) => Promise.race([
  axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete']}),
  new Promise((_, reject) => setTimeout(() => reject(new Error('axe blev inte klar')), milliseconds)),
])
"""


def load(page):
    """Puts axe in the page. It is evaluated by the debugger, so the page's own policy does not stop it."""
    page.evaluate(AXE)


def check(page):
    """Returns the violations, and what axe could not decide."""
    result = page.evaluate(RUN, [TAGS, SECONDS * 1000])
    undecided = [rule for rule in result["incomplete"] if rule["id"] != "color-contrast"]
    # Text over a picture or beside an edge: axe can't tell the ground. layout.py measures the drawings instead.
    unmeasured = [rule for rule in result["incomplete"] if rule["id"] == "color-contrast"]
    reasons = collections.Counter(_reason(node) for rule in unmeasured for node in rule["nodes"] if "image node" not in _reason(node))
    return _lines(result["violations"]), _lines(undecided) + [f"color-contrast: {reason}" for reason in reasons]


def _lines(rules):
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {_reason(node)}"
        for rule in rules
        for node in rule["nodes"]
    ]


def _reason(node):
    checks = node["any"] + node["all"] + node["none"]
    return "; ".join(check["message"] for check in checks)
