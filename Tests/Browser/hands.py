"""Hands on a keyboard: tab, shift, enter, space, arrows and letters.

Nothing is clicked, filled in or given focus by script. Where the focus is, is read from the page.
"""

MOST_PRESSES = 250

FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const text = node => node.innerText.replace(/\\s+/g, ' ').trim();
  const tag = element.tagName.toLowerCase();
  const inputs = {checkbox: 'ruta', radio: 'val', file: 'fil'};
  const kinds = {a: 'länk', button: 'knapp', textarea: 'fält', select: 'lista', input: inputs[element.type] ?? 'fält', summary: 'mer'};
  // What is said of a group is said of each of its answers.
  const described = [element, element.closest('fieldset')].flatMap(one => (one?.getAttribute('aria-describedby') ?? '').split(' '))
    .map(id => document.getElementById(id)).filter(Boolean);
  return {
    kind: kinds[tag] ?? tag,
    id: element.id,
    name: element.getAttribute('aria-label') ?? (element.labels?.length ? text(element.labels[0]) : text(element)),
    group: element.closest('fieldset')?.querySelector('legend')?.innerText ?? null,
    value: tag === 'select' ? element.selectedOptions[0]?.text ?? '' : element.value ?? null,
    checked: element.checked ?? null,
    invalid: element.getAttribute('aria-invalid') === 'true' || element.closest('fieldset')?.getAttribute('aria-invalid') === 'true',
    described: described.map(text).join(' '),
  };
}
"""

OPTIONAL = " (frivilligt)"


class Stuck(Exception):
    """The keyboard does not lead where it should."""


class Hands:
    """Somebody at a tab who has a keyboard and no pointer."""

    def __init__(self, tab):
        self.tab, self.page = tab, tab.page

    @property
    def path(self):
        return self.page.url.removeprefix(self.tab.base)

    def focus(self):
        """What has focus: its kind, its name, what is in it; None when nothing has."""
        return self.page.evaluate(FOCUSED)

    def press(self, key):
        self.page.keyboard.press(key)

    def to(self, kind, name, begins=False, group=None, back=False):
        """Presses Tab (or Shift and Tab) until the focus is there; gives what has focus."""
        for presses in range(MOST_PRESSES):
            here = self.focus()
            if here and here["kind"] == kind and _is_called(here["name"], name, begins) and group in (None, here["group"]):
                return here
            self.press("Shift+Tab" if back else "Tab")
        raise Stuck(f"{kind} ”{name}” nås inte med tabb på {self.path}")

    def go(self, key="Enter"):
        """Presses a key that leads to another page."""
        with self.page.expect_navigation():
            self.press(key)

    def follow(self, name, begins=False):
        self.to("länk", name, begins)
        self.go()

    def send(self, button, begins=False):
        """Presses a button with the space bar."""
        self.to("knapp", button, begins)
        self.go("Space")

    def write(self, field, text):
        """Writes in a field instead of what is there."""
        self.to("fält", field)
        self.press("Control+A")
        if text:
            self.page.keyboard.type(text)
        else:
            self.press("Delete")

    def choose(self, field, option):
        """Goes down a list with the arrow keys to the first option that begins so."""
        self.to("lista", field)
        self.press("Home")
        for _ in range(MOST_PRESSES):
            value = self.focus()["value"]
            if value.startswith(option):
                return
            self.press("ArrowDown")
            if self.focus()["value"] == value:
                break
        raise Stuck(f"listan ”{field}” har inget val ”{option}” på {self.path}")

    def choose_file(self, field, file):
        """Opens the dialogue for files; what is done in it is the system's and not the page's."""
        # The browser must know that somebody waits for the dialogue before it would open one of its own.
        with self.page.expect_file_chooser() as dialogue:
            self.to("fil", field)
            self.press("Space")
        dialogue.value.set_files(file)

    def pick(self, group, label):
        """Picks one of several with the arrow keys."""
        here = self._to_group(group)
        if not here["checked"]:
            self.press("Space")
        for _ in range(10):
            here = self.focus()
            if here["name"] == label:
                if not here["checked"]:
                    raise Stuck(f"valet ”{label}” går inte att välja på {self.path}")
                return
            self.press("ArrowDown")
        raise Stuck(f"”{group}” har inget val ”{label}” på {self.path}")

    def _to_group(self, group):
        for _ in range(MOST_PRESSES):
            here = self.focus()
            if here and here["kind"] == "val" and here["group"] == group:
                return here
            self.press("Tab")
        raise Stuck(f"valen under ”{group}” nås inte med tabb på {self.path}")


def _is_called(name, wanted, begins):
    return name.startswith(wanted) if begins else name in (wanted, wanted + OPTIONAL)
