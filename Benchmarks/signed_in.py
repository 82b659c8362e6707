"""What it costs to sign in, for Benchmarks/run; also lets somebody in for what it measures of signed-in pages.

    signed_in.py FOLDER ADDRESS LINK

FOLDER is the data of the server at ADDRESS, and LINK a one-time link into it. The last line is the cookie of who came in.
"""
import ctypes
import ctypes.util
import os
import re
import sqlite3
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tests", "Process"))

from bench import equal
from editors import PASSWORD, let_in
from visitor import Visitor, form
from wire import Reader

MAIL = "utvecklingsledare@samverka.example"
COUNT = 60
# Each sign-in begins a session, and of one person's only the latest thirty are kept: with more, the one that came in would be gone.
SIGN_INS = 8


def spread(seconds):
    """The median, and the slowest but one in ten, in milliseconds."""
    deciles = statistics.quantiles(seconds, n=10)
    return f"median {statistics.median(seconds) * 1000:.2f} ms, p90 {deciles[8] * 1000:.2f} ms"


def timed(count, work):
    taken = []
    for _ in range(count):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return taken


def hash_check(folder):
    """The check of a hash as the server keeps it, by the library that the server uses."""
    sodium = ctypes.CDLL(ctypes.util.find_library("sodium"))
    sodium.sodium_init()
    with sqlite3.connect(f"file:{folder}/samverka.sqlite?mode=ro", uri=True) as database:
        kept = database.execute("SELECT password FROM account WHERE password IS NOT NULL").fetchone()[0]
    password = PASSWORD.encode()
    check = sodium.crypto_pwhash_str_verify

    def work():
        if check(kept.encode(), password, ctypes.c_ulonglong(len(password))) != 0:
            raise RuntimeError("the hash is of another password")

    work()
    # What stands before the salt: the kind, the version, the memory in KiB, the passes and the lanes.
    return kept.rsplit("$", 2)[0], timed(COUNT, work)


def main():
    folder, address, link = sys.argv[1:]
    port = int(re.search(r":(\d+)/?$", address).group(1))
    visitor = Visitor(port)
    let_in(visitor, link, "the development leader")

    kind, checks = hash_check(folder)
    print(f"password hash checked ({kind}): {spread(checks)}")

    with Reader(port) as reader:
        page = form(Visitor(port).ask("/logga-in"))
        body = page.filled(**{"e-post": MAIL, "losenord": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded"}

        def sign_in():
            answer = reader.ask("POST", "/logga-in", headers, body)
            equal("the password is right", (answer.status, answer["location"].split("?")[0]), (303, "/logga-in/kod"))

        def read():
            equal("the page is there", reader.ask("GET", "/program").status, 200)

        # In turns, so that whatever else the machine does falls on both.
        rounds = [(timed(SIGN_INS, sign_in), timed(COUNT, read)) for _ in range(3)]
    signed, pages = ([one for part in parts for one in part] for parts in zip(*rounds))
    print(f"sign-in request, one at a time: {spread(signed)}")
    print(f"/program from cache, by the same client: {spread(pages)}")
    print(f"a sign-in request is {statistics.median(signed) / statistics.median(pages):.0f} cached pages, "
          f"and {statistics.median(checks) / statistics.median(signed):.0%} of it is the hash")
    equal("who came in is still there", visitor.ask("/arbete").status, 200)
    print("; ".join(f"{name}={value}" for name, value in visitor.cookies.items()))


main()
