"""Feeds and calendars that other programs can read."""

import collections
import datetime
import io
import re
import zoneinfo
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import icalendar

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# What RFC 4287 lets stand in a feed and in an entry, with the least and the most number of times (None: as many as one likes).
IN_FEED = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (0, None), "category": (0, None), "contributor": (0, None),
    "generator": (0, 1), "icon": (0, 1), "link": (0, None), "logo": (0, 1), "rights": (0, 1), "subtitle": (0, 1), "entry": (0, None),
}
IN_ENTRY = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (0, None), "category": (0, None), "content": (0, 1),
    "contributor": (0, None), "link": (0, None), "published": (0, 1), "rights": (0, 1), "source": (0, 1), "summary": (0, 1),
}
TEXTS = ("title", "subtitle", "summary", "rights")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
TAG = re.compile(r"tag:[a-z0-9._@-]+,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*", re.ASCII)
ADDRESS = re.compile(r"([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+", re.ASCII)

WIDEST = 75
STATUSES = ("CONFIRMED", "TENTATIVE", "CANCELLED")


def atom_problems(body):
    """What is wrong with a feed in Atom, by RFC 4287 and by a reader that many use."""
    try:
        feed = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError) as error:
        return [f"går inte att läsa som XML: {error}"]
    if feed.tag != ATOM + "feed":
        return [f"är inget flöde utan {feed.tag}"]
    entries = feed.findall(ATOM + "entry")
    problems = _elements(feed, IN_FEED, "flödet")
    for number, entry in enumerate(entries, 1):
        problems += _elements(entry, IN_ENTRY, _named(entry, number))
    if not feed.get(LANGUAGE):
        problems.append("flödet saknar språk")
    if len(_links(feed, "self")) != 1:
        problems.append(f"flödet har {len(_links(feed, 'self'))} länkar till sig självt")
    if not _links(feed, "alternate"):
        problems.append("flödet saknar länk till sin sida")
    problems += _authors(feed, entries)
    problems += _ids(feed, entries)
    problems += _order(feed, entries)
    return problems + _as_read(body, feed, entries)


def _named(entry, number):
    title = (entry.findtext(ATOM + "title") or "").strip()
    return f"inlägget ”{title}”" if title else f"inlägg {number}"


def _elements(parent, allowed, place):
    """The elements that stand in a feed or an entry: how many, and what each of them holds."""
    problems = []
    counts = collections.Counter(child.tag for child in parent)
    for name, (least, most) in allowed.items():
        count = counts.pop(ATOM + name, 0)
        if count < least:
            problems.append(f"{place} saknar {name}")
        elif most is not None and count > most:
            problems.append(f"{place} har {count} {name}")
    problems += [f"{place} har ett {tag.removeprefix(ATOM)}, som inte får stå där" for tag in counts if tag.startswith(ATOM)]
    if "content" in allowed and parent.find(ATOM + "content") is None:
        if not _links(parent, "alternate"):
            problems.append(f"{place} har varken innehåll eller länk till sin sida")
        if parent.find(ATOM + "summary") is None:
            problems.append(f"{place} har varken innehåll eller sammanfattning")
    for child in parent:
        name = child.tag.removeprefix(ATOM)
        text = child.text or ""
        if name in ("updated", "published") and _moment(text) is None:
            problems.append(f"{place} har {name} {text!r}, som inte är en tidpunkt enligt RFC 3339")
        elif name == "id" and not _is_absolute(text):
            problems.append(f"{place} har id {text!r}, som inte är en fullständig adress")
        elif name == "link":
            if not _is_absolute(child.get("href", "")):
                problems.append(f"{place} har en länk till {child.get('href')!r}, som inte är en fullständig adress")
        elif name == "category" and not child.get("term"):
            problems.append(f"{place} har en category utan term")
        elif name in TEXTS:
            if child.get("type", "text") == "text" and len(child):
                problems.append(f"{place} har märkning i {name}, som ska vara ren text")
            if not "".join(child.itertext()).strip():
                problems.append(f"{place} har tomt {name}")
    alternates = collections.Counter((link.get("type"), link.get("hreflang")) for link in _links(parent, "alternate"))
    problems += [f"{place} har {count} länkar till sidor av samma slag" for count in alternates.values() if count > 1]
    return problems


def _links(parent, relation):
    return [link for link in parent.findall(ATOM + "link") if link.get("rel", "alternate") == relation]


def _authors(feed, entries):
    problems = []
    if feed.find(ATOM + "author") is None and (not entries or any(entry.find(ATOM + "author") is None for entry in entries)):
        problems.append("flödet saknar author")
    for author in feed.iter(ATOM + "author"):
        if not (author.findtext(ATOM + "name") or "").strip():
            problems.append("en author saknar namn")
    return problems


def _ids(feed, entries):
    ids = collections.Counter(element.findtext(ATOM + "id") for element in [feed, *entries])
    return [f"id {name} finns {count} gånger" for name, count in ids.items() if name and count > 1]


def _order(feed, entries):
    """The latest comes first, nothing is newer than the feed, and nothing has changed before it came."""
    problems = []
    previous = _moment(feed.findtext(ATOM + "updated") or "")
    whole = previous
    for number, entry in enumerate(entries, 1):
        updated, published = (_moment(entry.findtext(ATOM + name) or "") for name in ("updated", "published"))
        if updated is None:
            continue
        if whole and updated > whole:
            problems.append(f"{_named(entry, number)} är nyare än flödet")
        elif previous and updated > previous:
            problems.append(f"{_named(entry, number)} är nyare än det före")
        if published and published > updated:
            problems.append(f"{_named(entry, number)} ändrades innan det kom")
        previous = updated
    return problems


def _as_read(body, feed, entries):
    """What feedparser makes of the feed."""
    headers = {"content-type": "application/atom+xml; charset=utf-8"}
    read = feedparser.parse(io.BytesIO(body), response_headers=headers)
    if read.bozo:
        return [f"feedparser klagar: {read.get('bozo_exception')}"]
    if read.version != "atom10":
        return [f"feedparser ser {read.version or 'inget format'}, inte Atom 1.0"]
    problems = [f"feedparser hittar inte flödets {name}" for name in ("id", "title", "link", "updated_parsed", "author") if not read.feed.get(name)]
    if [entry.get("id") for entry in read.entries] != [entry.findtext(ATOM + "id") for entry in entries]:
        problems.append(f"feedparser läser {len(read.entries)} inlägg, men {len(entries)} finns, eller i annan ordning")
    for number, entry in enumerate(read.entries, 1):
        missing = [name for name in ("id", "title", "link", "updated_parsed") if not entry.get(name)]
        problems += [f"feedparser hittar inte {name} i inlägg {number}" for name in missing]
    return problems


def _moment(text):
    if not MOMENT.fullmatch(text):
        return None
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def _is_absolute(address):
    """Whether an address has a scheme and holds only what an address may."""
    if address.startswith("tag:"):
        return bool(TAG.fullmatch(address))
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    whole = parts.netloc if parts.scheme in ("http", "https") else parts.scheme and parts.path
    return bool(whole and ADDRESS.fullmatch(address))


def calendar_problems(body):
    """What is wrong with a calendar in iCalendar, by RFC 5545 and by a reader that many use."""
    problems = _lines(body)
    try:
        calendars = icalendar.Calendar.from_ical(body, multiple=True)
    except Exception as error:  # the reader lets through whatever its parts raise
        return problems + [f"går inte att läsa som kalender: {error}"]
    if [part.name for part in calendars] != ["VCALENDAR"]:
        return problems + [f"innehåller {[part.name for part in calendars]}, inte en kalender"]
    calendar = calendars[0]
    for part in calendar.walk():
        problems += _properties(part)
    if calendar.get("VERSION", "2.0") != "2.0":
        problems.append(f"kalendern har VERSION {calendar['VERSION']}, inte 2.0")
    if "METHOD" in calendar:
        problems.append(f"kalendern har METHOD {calendar['METHOD']}, som gör den till en inbjudan")
    if not (calendar.get("NAME") or calendar.get("X-WR-CALNAME")):
        problems.append("kalendern saknar namn")
    if not calendar.subcomponents:
        problems.append("kalendern är tom; den måste ha minst en del")
    events = calendar.walk("VEVENT")
    for event in events:
        problems += _event(event)
    uids = collections.Counter((str(event.get("UID")), str(event.get("RECURRENCE-ID"))) for event in events if "UID" in event)
    problems += [f"UID {uid} finns {count} gånger" for (uid, _), count in uids.items() if count > 1]
    return problems + _zones(calendar, events)


def _lines(body):
    """Lines as they are sent: how they end, how long they are, and that none parts a character."""
    problems = []
    if body.startswith(b"\xef\xbb\xbf"):
        problems.append("börjar med en byteordningsmarkering")
    if not body.endswith(b"\r\n"):
        problems.append("sista raden slutar inte med CR LF")
    for number, line in enumerate(body.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if b"\r" in line or b"\n" in line:
            problems.append(f"rad {number} bryts inte med CR LF")
        if len(line) > WIDEST:
            problems.append(f"rad {number} är {len(line)} byte lång, högst {WIDEST} får den vara")
        if not line:
            problems.append(f"rad {number} är tom")
        try:
            text = line.decode()
        except UnicodeDecodeError:
            problems.append(f"rad {number} är inte hel UTF-8")
            continue
        controls = sorted({f"U+{ord(letter):04X}" for letter in text if letter not in "\t\r\n" and (letter < " " or "\x7f" <= letter < "\xa0")})
        if controls:
            problems.append(f"rad {number} innehåller styrtecken: {' '.join(controls)}")
    return problems


def _place(part):
    if part.name == "VEVENT":
        return f"händelsen {part.get('UID') or part.get('SUMMARY') or 'utan UID'}"
    return {"VCALENDAR": "kalendern", "VTIMEZONE": "tidszonen"}.get(part.name, part.name)


def _properties(part):
    """What the reader could not read, and what its lists say must stand or must not stand twice."""
    place = _place(part)
    problems = [f"{place} har {name or 'en rad'} som inte går att läsa: {error}" for name, error in part.errors]
    problems += [f"{place} saknar {name}" for name in part.required if not part.get(name)]
    problems += [f"{place} har {len(part[name])} {name}" for name in part.singletons if isinstance(part.get(name), list)]
    if len([name for name in part.exclusive if name in part]) > 1:
        problems.append(f"{place} har både {' och '.join(part.exclusive)}")
    return problems


def _event(event):
    place, problems = _place(event), []
    problems += [f"{place} saknar {name}" for name in ("DTSTART", "SUMMARY") if not event.get(name)]
    stamp, start, end = (_time(event, name) for name in ("DTSTAMP", "DTSTART", "DTEND"))
    if "DTSTAMP" in event and not (isinstance(stamp, datetime.datetime) and stamp.utcoffset() == datetime.timedelta(0)):
        problems.append(f"{place} har DTSTAMP som inte är i UTC")
    if isinstance(start, datetime.datetime) and start.tzinfo is None:
        problems.append(f"{place} börjar på ett klockslag utan tidszon")
    if start is not None and end is not None:
        if type(start) is not type(end):
            problems.append(f"{place} börjar med dag och slutar med klockslag, eller tvärtom")
        elif (getattr(start, "tzinfo", None) is None) != (getattr(end, "tzinfo", None) is None):
            problems.append(f"{place} har tidszon bara på början eller slutet")
        elif end <= start:
            problems.append(f"{place} slutar inte efter sin början")
    if str(event.get("STATUS", "CONFIRMED")) not in STATUSES:
        problems.append(f"{place} har STATUS {event['STATUS']}, som inte finns")
    if "URL" in event and not _is_absolute(str(event["URL"])):
        problems.append(f"{place} har URL {str(event['URL'])!r}, som inte är en fullständig adress")
    sequence = event.get("SEQUENCE", 0)
    if isinstance(sequence, int) and sequence < 0:
        problems.append(f"{place} har SEQUENCE {sequence}")
    return problems


def _time(event, name):
    """A day or a moment; None when there is none, or none that could be read."""
    value = event.get(name)
    when = None if isinstance(value, icalendar.vBroken) else getattr(value, "dt", None)
    return when if isinstance(when, datetime.date) else None


def _zones(calendar, events):
    """Every time zone that is used is told of, and as the rest of the world knows it."""
    zones = {str(zone.get("TZID")): zone for zone in calendar.walk("VTIMEZONE")}
    times = [(name, _time(event, name), event) for event in events for name in ("DTSTART", "DTEND") if name in event]
    used = {event[name].params.get("TZID") for name, time, event in times if time} - {None}
    problems = [f"tidszonen {name} används men beskrivs inte" for name in sorted(used - zones.keys())]
    years = {time.year for _, time, _ in times if isinstance(time, datetime.datetime)} or {datetime.date.today().year}
    for name, zone in zones.items():
        if not any(part.name in ("STANDARD", "DAYLIGHT") for part in zone.subcomponents):
            problems.append(f"tidszonen {name} saknar regler")
            continue
        try:
            theirs = zoneinfo.ZoneInfo(name)
            ours = zone.to_tz(lookup_tzid=False)
            odd = [time for year in sorted(years) for time in _hours(year) if time.replace(tzinfo=ours).utcoffset() != time.replace(tzinfo=theirs).utcoffset()]
        except Exception as error:  # an unknown name, or rules that cannot be followed
            problems.append(f"tidszonen {name} går inte att följa: {error}")
            continue
        if odd:
            problems.append(f"tidszonen {name} visar fel tid {odd[0].isoformat(' ', 'minutes')}")
    return problems


def _hours(year):
    """Every third hour of a year from one o'clock: never the hours when the clock is moved, which each reader has its own way with."""
    start = datetime.datetime(year, 1, 1, 1)
    return [start + datetime.timedelta(hours=hours) for hours in range(0, 365 * 24, 3)]
