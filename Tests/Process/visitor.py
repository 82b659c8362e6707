"""Somebody with a browser, as far as forms go: keeps cookies, reads forms out of pages, fills them in and sends them."""
import html
import html.parser
import re
import urllib.parse

from wire import Reader


class Form:
    """A form as a page shows it: where it goes and what stands in it."""

    def __init__(self, action, is_question=False):
        self.action, self.is_question = action, is_question
        self.values = {}
        # What can be chosen in each list, without the empty choice.
        self.choices = {}

    def filled(self, **written):
        """The body to send: what stands there, but for what is written."""
        values = {**self.values, **written}
        return urllib.parse.urlencode({name: value for name, value in values.items() if value is not None}).encode()


class _Forms(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms, self._form, self._list, self._area = [], None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self._form = Form(values.get("action", ""), "questions" in (values.get("class") or ""))
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input" and "name" in values:
            if values.get("type") not in ("checkbox", "radio") or "checked" in values:
                self._form.values[values["name"]] = values.get("value") or ""
        elif tag == "textarea":
            self._area = values["name"]
            self._form.values[self._area] = ""
        elif tag == "select":
            self._list = values["name"]
            self._form.values[self._list] = None
            self._form.choices[self._list] = []
        elif tag == "option" and self._list:
            if values.get("value"):
                self._form.choices[self._list].append(values["value"])
            if "selected" in values or self._form.values[self._list] is None:
                self._form.values[self._list] = values.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            # The line break after the tag belongs to the markup and not to the text.
            self._form.values[self._area] = self._form.values[self._area].removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._list = None

    def handle_data(self, data):
        if self._area:
            self._form.values[self._area] += data


def forms(answer):
    """The forms with questions on a page."""
    return [form for form in _Forms(answer.text).forms if form.is_question]


def form(answer):
    """The one form with questions on a page."""
    found = forms(answer)
    if len(found) != 1:
        raise ValueError(f"{len(found)} forms with questions: {answer}")
    return found[0]


def words(markup):
    """What markup says."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


class Visitor:
    """A browser with its cookies."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, path, body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with Reader(self.port) as reader:
            answer = reader.ask("GET" if body is None else "POST", path, headers, body)
        name, _, value = answer["set-cookie"].split(";")[0].partition("=")
        if name:
            self.cookies[name] = value
        return answer

    def send(self, page, **written):
        one = form(page)
        return self.ask(one.action, one.filled(**written))
