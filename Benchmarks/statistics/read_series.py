"""Reads a file of series after docs/series-format.md, by none of our own code, and holds every cell against a table.

usage: read_series.py SERIES TABLE.csv
"""

import csv
import struct
import sys
import zlib

STATES = {"": 1, "Missing": 1, "Not applicable": 2, "Privacy": 3}


def code(number):
    return number.to_bytes(8, "big").rstrip(b"\0").decode("ascii")


def rows(block, genders, places, years):
    sizes = struct.unpack_from(f"<{len(genders)}I", block)
    at = 4 * len(genders)
    for gender, size in zip(genders, sizes):
        lengths = struct.unpack_from(f"<{places}H", block, at)
        start = at + 2 * places
        for place, length in enumerate(lengths):
            yield gender, place, row(block[start : start + length], years)
            start += length
        at += size
        assert start == at


def row(data, years):
    if not data:
        return [(5, None)] * years
    decimals, at, states = data[0] & 31, 1, [0] * years
    if data[0] & 128:
        length = (3 * years + 7) // 8
        bits = int.from_bytes(data[at : at + length], "little")
        states = [bits >> 3 * year & 7 for year in range(years)]
        at += length
    count = states.count(0)
    if decimals == 31:
        values = list(struct.unpack_from(f"<{count}d", data, at))
        assert len(data) == at + 8 * count
    elif count == 0:
        values = []
        assert len(data) == at
    else:
        width, at, least, shift = data[at], at + 1, 0, 0
        while True:
            byte, at = data[at], at + 1
            least |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        least = least >> 1 if least & 1 == 0 else -(least + 1 >> 1)
        assert len(data) == at + (width * count + 7) // 8
        bits = int.from_bytes(data[at:], "little")
        values = [(least + (bits >> width * number & (1 << width) - 1)) / 10.0**decimals for number in range(count)]
    rest = iter(values)
    return [(state, next(rest) if state == 0 else None) for state in states]


def read(path):
    data = open(path, "rb").read()
    head = data[:64]
    assert head[:8] == b"SMVKTAL\n" and zlib.crc32(head[:60]) == struct.unpack_from("<I", head, 60)[0]
    version, _, start, length, checksum, figures, size = struct.unpack_from("<IIQQIIQ", head, 8)
    assert (version, size, start + length) == (1, len(data), len(data)) and zlib.crc32(data[start:]) == checksum
    at = start
    (texts,) = struct.unpack_from("<I", data, at)
    at += 4
    for _ in range(texts):
        at += 2 + struct.unpack_from("<H", data, at)[0]
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    lists = []
    for _ in range(count):
        (places,) = struct.unpack_from("<I", data, at)
        lists.append([code(number) for number in struct.unpack_from(f"<{places}Q", data, at + 4)])
        at += 4 + 8 * places
    for _ in range(figures):
        figure, offset, size, checksum, places, first, years, genders, _, _, _, cells, values = struct.unpack_from("<QQIIIHHIIIIII", data, at)
        at += 56
        block = data[offset : offset + size]
        assert zlib.crc32(block) == checksum
        present = [letter for bit, letter in enumerate("TKM") if genders >> bit & 1]
        for gender, place, content in rows(block, present, len(lists[places]), years):
            for year, (state, value) in enumerate(content, first):
                if state != 5:
                    yield (code(figure), lists[places][place], year, gender), state, value
    assert at == len(data)


def main():
    expected = {}
    with open(sys.argv[2], newline="") as table:
        for line in csv.DictReader(table):
            key = (line["kpi"], line["municipality"], int(line["period"]), line["gender"])
            expected[key] = float(line["value"]) if line["value"] else line["status"]
    cells = 0
    for key, state, value in read(sys.argv[1]):
        told = expected.pop(key)
        if isinstance(told, float):
            # By their bits, so that minus nought is told from nought.
            assert state == 0 and struct.pack("<d", told) == struct.pack("<d", value), (key, told, value)
        else:
            assert state == STATES[told], (key, told, state)
        cells += 1
    assert not expected, len(expected)
    print(f"{cells} cells, each as the table has it, bit for bit")


main()
