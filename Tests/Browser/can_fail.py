"""Proof that each check can fail: it is shown a page that is broken in its own way, and must say so."""

import dataclasses

import accessibility
import journey
import keyboard
import layout
import links
import noscript
import pages
import validity
from browser import DESK, PHONE, Tab

PAGE = "/program/2019"


def check(browser, crawl):
    """Yields each proof's title and, when the check let the break pass, that it did."""
    page, table = crawl.found[PAGE], crawl.found["/kommuner"]
    yield from _in_a_browser(browser, crawl)
    yield from _on_text(crawl, page, table)


def _verdict(title, problems, expected):
    if any(expected in problem for problem in problems):
        return title, []
    return title, [f"märkte inte felet; väntade ”{expected}”, fick {problems[:3]}"]


class BrokenTab:
    """A tab where one page or the style sheet has been changed on its way."""

    def __init__(self, browser, base, old, new, css="", scripts=True, size=PHONE):
        self.tab = Tab(browser, base, scripts=scripts)
        self.tab.page.set_viewport_size(size)
        self.old, self.new, self.css = old, new, css

    def __enter__(self):
        self.tab.page.route("**/*", self._change)
        return self.tab

    def _change(self, route):
        kind = route.request.resource_type
        if kind not in ("document", "stylesheet"):
            route.continue_()
            return
        answer = route.fetch()
        text = answer.text()
        if kind == "document" and self.old:
            # A proof that changes nothing proves nothing.
            if self.old not in text:
                raise RuntimeError(f"”{self.old}” finns inte på {route.request.url}")
            text = text.replace(self.old, self.new, 1)
        elif kind == "stylesheet":
            text += self.css
        route.fulfill(response=answer, body=text)

    def __exit__(self, *_):
        self.tab.page.unroute_all(behavior="ignoreErrors")
        self.tab.close()


def _in_a_browser(browser, crawl):
    def broken(old="", new="", css="", **options):
        return BrokenTab(browser, crawl.base, old, new, css, **options)

    for title, change, expected in [
        ("axe ser en bild utan text", {"old": "<h1", "new": '<img src="/"><h1'}, "image-alt"),
        ("axe ser svag text", {"css": ".lead { color: #AAA }"}, "color-contrast"),
        ("axe ser en namnlös länk", {"old": "<h1", "new": '<a href="/om"></a><h1'}, "link-name"),
    ]:
        with broken(**change) as tab:
            tab.open(PAGE)
            accessibility.load(tab.page)
            yield _verdict(title, accessibility.check(tab.page)[0], expected)

    for title, change, look, expected in [
        ("en bred sida märks", {"css": "h1 { width: 60rem }"}, layout.overflow, "rullar i sidled"),
        ("små texter i en bild märks", {"css": ".tree text { font-size: 5px }"}, layout.overflow, "för små"),
        ("text utanför en bild märks", {"css": ".tree text { font-size: 30px }"}, layout.overflow, "går utanför"),
        ("text över text i en bild märks", {"css": ".tree text { font-size: 30px }"}, layout.overflow, "ligger över"),
        ("svag text i en bild märks", {"css": ".tree text { fill: #BBB }"}, layout.drawings, "kontrasten"),
        ("svaga streck i en bild märks", {"css": ".tree path { stroke: #DDD !important }"}, layout.drawings, "path"),
        ("ett brutet ord i en rubrik märks", {"css": "h1 { font-size: 4rem; width: 6rem }"}, layout.broken_words, "bryts mitt i"),
        ("text som inte får glesas märks", {"css": "h1 { white-space: nowrap; font-size: 20px }"}, layout.overflow_with_wide_spacing, "rullar i sidled"),
    ]:
        with broken(**change) as tab:
            tab.open(PAGE)
            yield _verdict(title, look(tab.page), expected)

    ring = "outline: 3px solid"
    for title, change, expected in [
        ("osynligt fokus märks", {"css": ":focus-visible { outline: none }"}, "fokus syns inte"),
        ("svagt fokus märks", {"css": f":focus-visible {{ {ring} #F5F0E0 }}"}, "fokusringen har kontrasten"),
        ("små träffytor märks", {"css": ".masthead li a { min-height: 0; height: 12px; line-height: 10px; border: 0 }"}, "träffytan"),
        ("det som skyms märks", {"css": ".masthead::after { content: ''; position: fixed; inset: 0; z-index: 9 }"}, "skyms"),
        ("en länk utan tabb märks", {"old": 'class="trail"', "new": 'class="trail" style="" inert'}, "nås inte med tabb"),
        ("en annan ordning märks", {"old": '<a href="/kommuner"', "new": '<a tabindex="1" href="/kommuner"'}, "går före i ordningen"),
    ]:
        with broken(**change, size=DESK) as tab:
            tab.open(PAGE)
            yield _verdict(title, layout.walk(tab.page)[0], expected)

    for title, change, expected in [
        ("en främmande fråga märks", {"old": "<h1", "new": '<link rel="stylesheet" href="http://127.0.0.2:9/x.css"><h1'}, "frågar någon annan"),
        ("ett fel i konsolen märks", {"old": "<h1", "new": "<script>1</script><h1"}, "i konsolen"),
    ]:
        with BrokenTab(browser, crawl.base, change["old"], change["new"]) as tab:
            tab.page.route("http://127.0.0.2:9/**", lambda route: route.abort())
            tab.open(PAGE)
            yield _verdict(title, validity.traffic(tab), expected)
    with broken() as tab:
        tab.open(PAGE)
        tab.context.add_cookies([{"name": "spår", "value": "1", "url": crawl.base}])
        yield _verdict("en kaka märks", validity.traffic(tab), "sätter kakan")

    with broken('href="#innehall"', 'href="#borta"') as tab:
        yield _verdict("en trasig länk till innehållet märks", keyboard.skip_link(tab), "fokus flyttades inte")
    with broken('<a href="/program"', '<a tabindex="-1" href="/program"') as tab:
        yield _verdict("en meny utan tabb märks", [text for _, found in journey.walk(tab, keyboard.follow) for text in found], "nås inte med tabb")
    with broken('<a href="/program"', '<a data-href="/program"', scripts=False) as tab:
        yield _verdict("en meny som behöver skript märks", [text for _, found in noscript.check(tab) for text in found], "finns inte på")
    with broken("<h1", "<noscript><p>Slå på skript</p></noscript><h1", scripts=False) as tab:
        tab.open(PAGE)
        said = noscript.words(tab.page)
    with broken() as tab:
        tab.open(PAGE)
        yield _verdict("andra ord utan skript märks", noscript.same_words(noscript.words(tab.page), said), "säger annat")


def _on_text(crawl, page, table):
    def changed(page, old, new):
        if old not in page.text:
            raise RuntimeError(f"”{old}” finns inte på {page.path}")
        text = page.text.replace(old, new, 1)
        return dataclasses.replace(page, body=text.encode(), outline=pages.Outline(text))

    def file_changed(file, old, new):
        if old not in file.body.decode():
            raise RuntimeError(f"”{old}” finns inte i {file.path}")
        return dataclasses.replace(file, body=file.body.decode().replace(old, new, 1).encode())

    yield _verdict("ogiltig HTML märks", validity.vnu([changed(page, "<h1", "<p><div></p><h1")])[page.path], "No “p” element in scope")
    for title, old, new, expected in [
        ("en sida utan titel märks", "<title>", "<titel>", "saknar titel"),
        ("en sida utan språk märks", '<html lang="sv">', "<html>", "saknar språk"),
        ("två huvudrubriker märks", "<h1", "<h1>Till</h1><h1", "2 huvudrubriker"),
        ("en sida utan main märks", "<main", "<div", "har 0 main"),
        ("ett hopp i rubrikerna märks", "<h1", "<h1>Till</h1><h4>Hopp</h4><h1", "hoppar från 1 till 4"),
        ("ett upprepat id märks", "<h1", '<i id="innehall"></i><h1', "id innehall finns 2 gånger"),
        ("en hänvisning till inget märks", "<h1", '<p aria-labelledby="borta">x</p><h1', "aria-labelledby=borta"),
    ]:
        yield _verdict(title, validity.structure(changed(page, old, new)), expected)

    yield _verdict("en död länk märks", links.dead(crawl, changed(page, "<h1", '<a href="/borta">x</a><h1')), "svarar 404")
    yield _verdict("en länk till ingen plats märks", links.dead(crawl, changed(page, "<h1", '<a href="/om#borta">x</a><h1')), "#borta, som inte finns")
    yield _verdict("en tung sida märks", links.weight(crawl, dataclasses.replace(page, wire=links.MOST_BYTES)), "sidan väger")
    file = crawl.found["/kommuner.csv"]
    yield _verdict("en annan rad i filen märks", links.same_rows(table, file_changed(file, "95905", "95906")), "bara i filen")
    yield _verdict("en rad som bara står på sidan märks", links.same_rows(changed(table, "0127", "0999"), file), "bara i sidans tabell")
    yield _verdict("en ojämn fil märks", links.readable(file_changed(file, "95905,", "95905,,")), "ett annat antal celler")
    data = crawl.found["/kommuner.json"]
    yield _verdict("en trasig fil märks", links.readable(file_changed(data, "{", "{{")), "går inte att läsa")

    feed = crawl.found["/paverkan/tvarforbindelse-sodertorn.atom"]
    for title, old, new, expected in [
        ("ett trasigt flöde märks", "</title>", "</titel>", "går inte att läsa som XML"),
        ("ett flöde utan id märks", "<id>", "<di>", "går inte att läsa som XML"),
        ("en relativ länk i ett flöde märks", 'href="http', 'href="/http', "länk till"),
        ("en omöjlig tid i ett flöde märks", "<updated>2", "<updated>9x", "inte är en tidpunkt"),
    ]:
        yield _verdict(title, links.readable(file_changed(feed, old, new)), expected)
    calendar = crawl.found["/konferenser.ics"]
    for title, old, new, expected in [
        ("en kalender med fel radslut märks", "VERSION:2.0\r\n", "VERSION:2.0\n", "bryts inte med CR LF"),
        ("en kalender utan slut märks", "END:VCALENDAR\r\n", "", "innehåller []"),
        ("en för lång rad i en kalender märks", "SUMMARY:", "SUMMARY:" + "x" * 70, "byte lång"),
    ]:
        yield _verdict(title, links.readable(file_changed(calendar, old, new)), expected)
