"""Prints our engine's figures beside the others', and ends badly when the answers differ.

usage: compare.py PAGES.json|- TABLE.json OTHERS.json [the six numbers of the known answers]
"""

import json
import sys

pages = None if sys.argv[1] == "-" else json.load(open(sys.argv[1]))
table = json.load(open(sys.argv[2]))
engines = {}
for line in open(sys.argv[3]):
    if line.startswith("{"):
        engines.update(json.loads(line))
known = [float(number) for number in sys.argv[4:]]

sound = True


def check(name, answers, expected):
    global sound
    if any(abs(a - b) > 2e-6 * max(1, abs(b)) ** 0.5 for a, b in zip(answers, expected)) or len(answers) != len(expected):
        sound = False
        print(f"DIFFERENT: {name} says {answers}, not {expected}")


ours = [*table["b_answer"], *table["c_answer"]]
if known:
    check("ours", ours, known)
if pages:
    check("ours from pages", [*pages["b_answer"], *pages["c_answer"]], ours)
    check("cells from pages", [pages["cells"]], [table["cells"]])
for name, figures in engines.items():
    check(name, [*figures["b_answer"], *figures["c_answer"]], ours)
    check(f"rows of {name}", [figures["rows"]], [table["cells"]])

rows = [("pages to store", "a_json", pages and pages["load"]), ("table to store", "a_csv", table["load"])]
best = pages or table
rows += [("one key figure ranked", "b", best["b"]), ("scan of all", "c", best["c"])]
print(f"{'seconds, the best of some':26} {'ours':>10}" + "".join(f" {name:>10} {'times':>6}" for name in engines))
for title, key, mine in rows:
    if mine is None:
        continue
    line = f"{title:26} {mine:10.4f}"
    for figures in engines.values():
        theirs = figures.get(key)
        line += f" {theirs['best']:10.4f} {theirs['best'] / mine:6.1f}" if theirs else f" {'–':>10} {'':6}"
    print(line)
print(
    f"processor time: load {best['load_cpu']:.3f} s, scan {best['c_cpu']:.4f} s; file {best['bytes'] / 1e6:.1f} MB for {best['cells']} cells,"
    f" of which {best['values']} values; opened in {best['open'] * 1e6:.0f} µs, checked in {best['verify']:.3f} s"
)
print("peak memory in MB: " + ", ".join([f"ours {best['peak_rss_mb']}"] + [f"{n} {f['peak_rss_mb']}" for n, f in engines.items()]))
print("the answers are the same" if sound else "THE ANSWERS DIFFER")
sys.exit(0 if sound else 1)
