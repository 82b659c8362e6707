#!/usr/bin/env python3
"""Kontrollerar en journal från Samverka, utan Samverkas egen kod.

    verify.py [--heads heads.txt] [--key HEX] JOURNAL...

Läser varje post i databasfilen, räknar om kedjan av kontrollsummor och namnger den första post som inte är som den
skrevs. Med --heads prövas också att journalen stämmer med signerade huvuden; utan dem kan det inte synas om slutet är
avklippt eller om allt är omskrivet. Med --key (64 hexadecimala siffror) godtas bara huvuden signerade med den nyckeln.

Svarar med 0 om allt är helt, 1 om något är ändrat, 2 om frågan inte gick att pröva.
Formatet beskrivs i docs/journal-format.md. Kräver Python 3.9 och inget annat.
"""
import argparse
import contextlib
import datetime
import functools
import hashlib
import os
import sqlite3
import sys
import urllib.parse

COLUMNS = [("position", b"integer"), ("previous", b"blob"), ("recorded", b"integer"), ("happened", b"integer"),
           ("precision", b"text"), ("actor", b"text"), ("kind", b"text"), ("payload", b"blob"), ("hash", b"blob")]
QUERY = "SELECT {}, {} FROM journal NOT INDEXED ORDER BY position".format(
    ", ".join(name for name, _ in COLUMNS), ", ".join(f"typeof({name})" for name, _ in COLUMNS))


class Altered(Exception):
    """Något är inte som det skrevs."""


class Unusable(Exception):
    """Frågan går inte att pröva."""


def fields(*values):
    """Each value as a field: its length in eight bytes, then its bytes. An integer is eight bytes."""
    written = bytearray()
    for value in values:
        if isinstance(value, int):
            value = value.to_bytes(8, "big", signed=True)
        written += len(value).to_bytes(8, "big") + value
    return bytes(written)


def check_entry(row, count, previous):
    """Checks a row as entry number `count`, and gives its hash."""
    for (name, declared), value, stored in zip(COLUMNS, row, row[len(COLUMNS):]):
        if stored != declared:
            raise Altered(f"fältet {name} är lagrat som {stored.decode()}, inte {declared.decode()}")
        if stored == b"text":
            try:
                value.decode("utf-8")
            except UnicodeDecodeError:
                raise Altered(f"fältet {name} är inte text i UTF-8")
    position, stated, recorded, happened, precision, actor, kind, payload, digest = row[:len(COLUMNS)]
    if position != count:
        raise Altered(f"på dess plats står nummer {position}")
    if precision not in (b"day", b"month", b"year"):
        raise Altered("dagens noggrannhet är okänd")
    if stated != previous:
        raise Altered("den följer inte på posten före")
    computed = hashlib.sha256(fields(b"samverka.journal.1", stated, position, recorded, happened,
                                     precision, actor, kind, payload)).digest()
    if computed != digest:
        raise Altered("kontrollsumman är inte postens")
    return digest


def check_journal(path, heads, key):
    """Walks one file; gives the number of entries and the last hash."""
    try:
        open(path, "rb").close()
    except OSError as error:
        raise Unusable(f"går inte att öppna: {error.strerror}")
    # Without a log beside it nobody writes to the file, and SQLite need not make files of its own in the folder.
    uri = "file:" + urllib.parse.quote(path) + ("?mode=ro" if os.path.exists(path + "-wal") else "?mode=ro&immutable=1")
    hashes = [bytes(32)]
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.text_factory = bytes
            for row in connection.execute(QUERY):
                hashes.append(check_entry(row, len(hashes), hashes[-1]))
    except Altered as fault:
        raise Altered(f"post {len(hashes)} är inte som den skrevs: {fault}")
    except (sqlite3.Error, ValueError) as error:  # ValueError: a message that quotes altered bytes isn't UTF-8
        raise Altered(f"filen går inte att läsa efter post {len(hashes) - 1}: {error}")
    for head in heads:
        head.check(hashes, key)
    return len(hashes) - 1, hashes[-1]


class Head:
    """One line of heads.txt."""

    def __init__(self, line):
        try:
            word, version, self.date, position, digest, signature, key = line.split(" ")
            self.position = int(position)
            self.day = (datetime.date.fromisoformat(self.date) - datetime.date(1970, 1, 1)).days
            self.hash, self.signature, self.key = bytes.fromhex(digest), bytes.fromhex(signature), bytes.fromhex(key)
        except ValueError:
            raise Unusable(f"raden är inget huvud: {line}")
        if (word, version) != ("samverka-head", "1") or len(self.hash) != 32 or self.position < 0:
            raise Unusable(f"raden är inget huvud: {line}")

    def check(self, hashes, key):
        if key is not None and self.key != key:
            raise Altered(f"huvudet för {self.date} är signerat med en annan nyckel än den angivna")
        if not is_signed(self.key, fields(b"samverka.head.1", self.day, self.position, self.hash), self.signature):
            raise Altered(f"huvudet för {self.date} är inte signerat med nyckeln på sin rad")
        if self.position >= len(hashes):
            raise Altered(f"journalen slutar före post {self.position} i huvudet för {self.date}: slutet är avklippt")
        if hashes[self.position] != self.hash:
            raise Altered(f"post {self.position} är en annan än i huvudet för {self.date}: journalen är omskriven")


# Ed25519, RFC 8032 section 5.1. Points are extended coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    product = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            product = add(product, point)
        point, scalar = add(point, point), scalar >> 1
    return product


def point_from(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    squared = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(squared, (P + 3) // 8, P)
    if (x * x - squared) % P:
        x = x * ROOT % P
    if y >= P or (x * x - squared) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_from((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=None)
def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = point_from(key), point_from(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    one, other = multiply(s, BASE), add(r, multiply(k, a))
    return all((one[i] * other[2] - other[i] * one[2]) % P == 0 for i in (0, 1))


def main():
    parser = argparse.ArgumentParser(description="Kontrollerar en journal från Samverka.")
    parser.add_argument("--heads", metavar="FIL", help="signerade huvuden, ett på varje rad")
    parser.add_argument("--key", metavar="HEX", type=bytes.fromhex, help="nyckeln som huvudena ska vara signerade med")
    parser.add_argument("journals", metavar="JOURNAL", nargs="+", help="databasfil")
    arguments = parser.parse_args()
    try:
        lines = open(arguments.heads, encoding="utf-8").read().splitlines() if arguments.heads else []
        heads = [Head(line) for line in lines if len(line.rsplit(" ", 1)[-1]) == 64]  # else cut short by a power failure
    except (OSError, UnicodeDecodeError, Unusable) as error:
        sys.exit(print(f"{arguments.heads}: {error}", file=sys.stderr) or 2)
    status = 0
    for path in arguments.journals:
        try:
            count, digest = check_journal(path, heads, arguments.key)
            print(f"{path}: hel, {count} poster, {len(heads)} huvuden, sista kontrollsumman {digest.hex()}")
        except Altered as fault:
            print(f"{path}: ändrad: {fault}")
            status = max(status, 1)
        except Unusable as fault:
            print(f"{path}: {fault}", file=sys.stderr)
            status = 2
    sys.exit(status)


if __name__ == "__main__":
    main()
