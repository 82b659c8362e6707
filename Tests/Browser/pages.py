"""Every page of the site, found by following its own links."""

import dataclasses
import datetime
import gzip
import http.client
import zoneinfo
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Stockholm")).date().isoformat()

# Addresses that no link leads to, with the status that each shall have.
BESIDE = {
    "/?datum=2012-06-30": 200,
    "/program?datum=2012-06-30": 200,
    f"/?datum=2020-01-01&kant={TODAY}": 200,
    "/kommuner?datum=2020-01-01&sprak=en": 200,
    "/organisation?datum=2012-06-30": 200,
    "/konferenser?datum=2016-06-30": 200,
    "/dokument?datum=2012-06-30": 200,
    "/paverkan?datum=2012-06-30": 200,
    "/plan/2021?datum=2021-05-01": 200,
    "/sok?fraga=utveklingsprogram": 200,
    "/sok?fraga=qwxz": 200,
    "/sok?fraga=konferens&sprak=en": 200,
    "/tillganglighet/tack": 200,
    "/nyheter": 200,
    "/nyheter?sprak=en": 200,
    "/nyheter/finns-inte": 404,
    "/dokument?slag=finns-inte": 200,
    "/yttranden?slag=inspel&datum=2010-06-30": 200,
    "/yttranden?slag=finns-inte": 404,
    "/dokument?datum=2019-12-31": 200,
    "/plan/2021?datum=2021-05-01": 200,
    "/finns-inte": 404,
    "/finns-inte?sprak=en": 404,
    "/?datum=2027-02-30": 400,
}


class Outline(HTMLParser):
    """What the checks need to know of a page's markup."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.lang = None
        self.title = None
        self.ids = []
        self.headings = []
        self.mains = 0
        self.references = []
        self.links = []
        self.parts = []
        self.tables = []
        self._row = None
        self._cell = None
        self._table = None
        self._small = 0
        self._in_title = False
        self._in_svg = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            self.references += [(name, value) for value in (values.get(name) or "").split()]
        if tag == "html":
            self.lang = values.get("lang")
        elif tag == "main":
            self.mains += 1
        elif tag == "svg":
            self._in_svg += 1
        elif tag == "title" and not self._in_svg:
            self._in_title, self.title = True, ""
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))
        elif tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and values.get("rel") == "alternate":
            self.links.append(values["href"])
        elif tag == "link" and "href" in values:
            self.parts.append(values["href"])
        elif tag in ("script", "img", "source", "iframe") and "src" in values:
            self.parts.append(values["src"])
        elif tag == "table":
            self._table = {"columns": [], "rows": [], "part": None}
            self.tables.append(self._table)
        elif tag in ("thead", "tbody", "tfoot") and self._table:
            self._table["part"] = tag
        elif tag == "tr" and self._table:
            self._row = []
        elif tag in ("th", "td") and self._table:
            self._cell = ""
        elif tag == "small":
            self._small += 1

    def handle_endtag(self, tag):
        if tag == "title":
            self._in_title = False
        elif tag == "svg":
            self._in_svg -= 1
        elif tag == "small":
            self._small -= 1
        elif tag in ("th", "td") and self._table:
            self._row.append(self._cell.strip())
            self._cell = None
        elif tag == "tr" and self._table:
            if self._table["part"] == "thead":
                self._table["columns"] = self._row
            elif self._table["part"] == "tbody":
                self._table["rows"].append(self._row)
        elif tag == "table":
            self._table = None

    def handle_data(self, data):
        if self._in_title:
            self.title += data
        if self._cell is not None and not self._small:
            self._cell += data


@dataclasses.dataclass
class Found:
    """What the server answered with at one address."""

    path: str
    status: int
    kind: str
    body: bytes
    wire: int
    linked_from: str
    outline: Outline | None = None

    @property
    def is_page(self):
        return self.kind == "text/html"

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def language(self):
        return self.outline.lang


class Crawl:
    """All that can be reached from the front page, and the addresses beside."""

    def __init__(self, base):
        self.base = base
        self.host = urlsplit(base).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self.found = {}
        self.external = set()
        waiting = [("/", "")]
        while waiting:
            path, linked_from = waiting.pop(0)
            if path in self.found:
                continue
            found = self.fetch(path, linked_from)
            # The same pages exist for every day; one day's links are followed one step only.
            if found.is_page and not _is_of_another_day(path):
                waiting += [(link, path) for link in self.links(found)]
        self.listed = [found for found in self.found.values() if found.is_page and not _is_of_another_day(found.path)]
        for path in BESIDE:
            self.listed.append(self.fetch(path, "prövningen"))
        for page in self.listed[-len(BESIDE) :]:
            for link in self.links(page):
                if link not in self.found:
                    self.fetch(link, page.path)

    def fetch(self, path, linked_from):
        try:
            answer, sent = self._get(path)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server closes a connection that has been silent for a while.
            self.connection.close()
            answer, sent = self._get(path)
        body = gzip.decompress(sent) if answer.getheader("Content-Encoding") == "gzip" else sent
        kind = (answer.getheader("Content-Type") or "").split(";")[0]
        found = Found(path, answer.status, kind, body, len(sent), linked_from)
        if found.is_page:
            found.outline = Outline(found.text)
        self.found[path] = found
        return found

    def _get(self, path):
        self.connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = self.connection.getresponse()
        return answer, answer.read()

    def internal(self, page, link):
        """The path and the fragment of a link; no path when it leads elsewhere."""
        address, fragment = urldefrag(urljoin(self.base + page.path, link))
        parts = urlsplit(address)
        if parts.netloc != self.host:
            self.external.add(address)
            return None, fragment
        return (parts.path or "/") + ("?" + parts.query if parts.query else ""), fragment

    def links(self, page):
        paths = [self.internal(page, link)[0] for link in page.outline.links + page.outline.parts]
        return [path for path in dict.fromkeys(paths) if path]


def _is_of_another_day(path):
    query = parse_qs(urlsplit(path).query)
    return "datum" in query or "kant" in query


def name(path):
    """A page's path as a file name."""
    parts = urlsplit(path)
    stem = parts.path.strip("/").replace("/", "-") or "start"
    return stem + ("-" + parts.query.replace("=", "-").replace("&", "-") if parts.query else "")
