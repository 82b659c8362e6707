"""Every kind of page that somebody who has signed in can reach, found by following links."""

import http.client
import os
import re
from urllib.parse import parse_qs, urlsplit

import pages
from browser import Tab, chromium
from report import Report
from workspace import Journey, first_time

COOKIE = "samverka"
# How many pages of one kind are looked at: two seats say no more than one of them each.
IS_FULL = os.environ.get("SAMVERKA_FULL") == "1"
MOST_OF_A_KIND = 2 if IS_FULL else 1
# More kinds than this, and the daily run is too long: then they are to be looked through, and this raised.
MOST = 110

# The words of addresses that stand below something with a name; every other step below the first is such a name.
WORDS = {
    "alla", "andra", "andra-samarbeten", "avsluta", "bekrafta", "bifoga", "byt", "filer", "folkmangd", "kasta", "konto", "lamna", "lank",
    "losenord", "medlemskap", "ny", "ordforande", "personer", "platser", "ratta", "stallforetradare", "stryk", "synlighet", "ta-bort",
    "ta-upp", "tack", "tvafaktor", "uppdrag", "utkast",
}


def sign_in(server):
    """Lets the example's development leader in, by the keyboard; gives the cookie."""
    report = Report()
    with chromium() as browser:
        journey = Journey(browser, server, report)
        first_time(journey)
        cookie = next(cookie for cookie in journey.leader.tab.context.cookies() if cookie["name"] == COOKIE)
        return cookie["value"]


def kind(path):
    """What a page is, whatever it is about: /organisation/{}/platser/{}."""
    parts = urlsplit(path)
    steps = [step for step in parts.path.split("/") if step]
    kept = [step if index == 0 or step in WORDS else "{}" for index, step in enumerate(steps)]
    # A network is a body under another address, with the same forms.
    if len(kept) > 1 and kept[0] == "natverk" and not IS_FULL:
        kept[0] = "organisation"
    return "/" + "/".join(kept) + "?" + "&".join(sorted(parse_qs(parts.query)))


class Crawl(pages.Crawl):
    """The pages that can be reached with a cookie, a few of each kind. Only GET, only our own host, and not the way out."""

    def __init__(self, base, cookie):
        self.base, self.cookie = base, cookie
        self.host = urlsplit(base).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self.found, self.external, self.listed = {}, set(), []
        counts, asked, waiting = {}, set(), [("/arbete", "")]
        # What only those who have signed in can see comes first, before the kinds are full.
        while waiting:
            path, linked_from = waiting.pop(0)
            if path in asked or not self._is_followed(path):
                continue
            asked.add(path)
            if counts.get(kind(path), 0) >= MOST_OF_A_KIND:
                continue
            found = self.fetch(path, linked_from)
            if not found.is_page:
                continue
            counts[kind(path)] = counts.get(kind(path), 0) + 1
            self.listed.append(found)
            waiting += [(link, path) for link in self.links(found)]
        self.kinds = counts

    def _is_followed(self, path):
        parts = urlsplit(path)
        query = parse_qs(parts.query)
        # The same pages on other days and in English are looked at for the public.
        if {"datum", "kant", "sprak"} & set(query):
            return False
        return not re.match(r"/logga-ut", parts.path) and "." not in parts.path.rsplit("/", 1)[1]

    def _get(self, path):
        self.connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Cookie": f"{COOKIE}={self.cookie}"})
        answer = self.connection.getresponse()
        return answer, answer.read()


def tab(browser, crawl, scripts=True):
    """A tab that has signed in."""
    made = Tab(browser, crawl.base, scripts=scripts)
    made.context.add_cookies([{"name": COOKIE, "value": crawl.cookie, "url": crawl.base}])
    return made


def structure(crawl):
    """What is wrong with what was found as a whole."""
    if len(crawl.kinds) > MOST:
        return [f"{len(crawl.kinds)} slag av sidor är fler än {MOST}"]
    wanted = {"/arbete?", "/arbete/konto?", "/arbete/personer/{}/andra?", "/organisation/{}/platser/{}/byt?"}
    return [f"ingen sida av slaget {missing} nåddes" for missing in sorted(wanted - set(crawl.kinds))]
