"""Acts that can be told apart: one population figure for one day in one municipality."""
import datetime
import hashlib
import json
import sqlite3

HEADER = "kommun,datum,antal,uppgift\n"
MUNICIPALITIES = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
FIRST = datetime.date(2011, 1, 1)
KIND = "members.population-recorded"


class Act:
    """The act with a number: no two share their day, municipality or count."""

    def __init__(self, number):
        self.municipality = MUNICIPALITIES[number % len(MUNICIPALITIES)]
        self.day = FIRST + datetime.timedelta(days=number // len(MUNICIPALITIES))
        self.count = 1_000_001 + number
        self.form = hashlib.sha256(f"act {number}".encode()).hexdigest()

    @property
    def row(self):
        return f"{self.municipality},{self.day},{self.count},publicerad\n"

    @property
    def file(self):
        return ("befolkning.csv", HEADER + self.row)

    def __repr__(self):
        return f"{self.count} in {self.municipality} on {self.day}"


def recorded(database):
    """The positions of each act in a journal, by its count."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        rows = connection.execute("SELECT position, happened, payload FROM journal WHERE kind = ?", (KIND,)).fetchall()
    finally:
        connection.close()
    found = {}
    for position, happened, payload in rows:
        payload = json.loads(payload)
        day = datetime.date(1970, 1, 1) + datetime.timedelta(days=happened)
        found.setdefault(payload["count"], []).append((position, day, payload.get("municipality")))
    return found


def recorded_once(act, found):
    """Whether an act stands in the journal exactly once and as it was sent; otherwise what was found."""
    rows = found.get(act.count, [])
    if len(rows) != 1 or rows[0][1:] != (act.day, act.municipality):
        return False, rows
    return True, rows
