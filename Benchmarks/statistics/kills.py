"""Kills an import at fifty random moments, and looks each time at what is left: the old store or the new, whole, and nothing else.

usage: kills.py BINARY PAGES FOLDER
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

binary, pages, folder = sys.argv[1:]
os.makedirs(folder)
series = os.path.join(folder, "series")
draw = random.Random(20261123)


def begin(day):
    return subprocess.Popen([binary, "take", pages, folder, day], stdout=subprocess.DEVNULL)


def answers():
    out = subprocess.run([binary, "open", "-", folder, "N20001", "2018"], check=True, capture_output=True, text=True).stdout
    return {key: json.loads(out)[key] for key in ("cells", "values", "b_answer", "c_answer")}


start = time.monotonic()
if begin("2026-11-01").wait():
    sys.exit("the first import failed")
whole = time.monotonic() - start
expected = answers()
old = open(series, "rb").read()
finished = 0
for number in range(50):
    process = begin(f"2026-11-{2 + number % 28:02}")
    time.sleep(draw.uniform(0, 1.1 * whole))
    process.send_signal(signal.SIGKILL)
    process.wait()
    now = open(series, "rb").read()
    if now != old:
        # It had come to the renaming, or past it.
        finished += 1
        old = now
    if answers() != expected:
        sys.exit(f"after kill {number} the store says something else")
    left = set(os.listdir(folder)) - {"series", "series.new", "series.lock"}
    if any(not name.startswith("series.spill.") for name in left):
        sys.exit(f"after kill {number} there is also {left}")
if begin("2026-11-30").wait():
    sys.exit("the import after the kills failed")
if answers() != expected or os.path.exists(series + ".new"):
    sys.exit("the import after the kills left something else")
print(f"50 kills within {1.1 * whole:.1f} s: {finished} after the new file was in place, {50 - finished} before; the store was whole each time")
