"""Plants falls in made-up statistics, lets the finder look for them, and counts what it finds and what it only thinks it finds.

usage: planted.py BINARY KOLADA RUNS [FIRST]

BINARY is `samverka`; KOLADA is ../shared/kolada, whose generator makes statistics with the source's own profile and notes where it
has planted a fall. RUNS with a cost to test are made, and those without are told. Each run takes every cost that falls were planted
in as a service card without quality. A found fall is false
when none was planted there. The generator leaves out no year before it plants, and draws its noise from the real profile, so its
power isn't that of `ref/sim_power.json`, whose conditions are tried by the tests; what must hold in both is the rate of false ones.
"""

import csv
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

binary, kolada, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
population = json.load(open(os.path.join(kolada, "data/population_2022.json")))


def card(key_figure):
    return {
        "id": key_figure.lower(),
        "namn": key_figure,
        "kostnad": {"nyckeltal": key_figure, "enhet": "kronor"},
        "liknande": "övergripande",
        "kvalitet": [],
        "skäl": "Prov.",
    }


def run(seed, folder):
    made, data = os.path.join(folder, "made"), os.path.join(folder, "data")
    subprocess.run(
        [sys.executable, f"{kolada}/gen_full.py", "--out", made, "--scale", "0.05", "--seed", str(seed), "--no-json", "--plant", "0.05"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    truth = {(row["kpi"], row["municipality"]) for row in csv.DictReader(open(f"{made}/truth.csv"))}
    costs = sorted({key_figure for key_figure, _ in truth})
    if not costs:
        return None
    with open(f"{made}/data.csv", "a") as file:
        for code, count in population.items():
            file.write(f"N01951,{code},2022,T,1,,{count}\n")
    with open(f"{folder}/cards.json", "w") as file:
        json.dump({"version": 1, "kort": [card(key_figure) for key_figure in costs]}, file)
    meta = [os.path.join(made, "meta", name) for name in sorted(os.listdir(f"{made}/meta"))]
    subprocess.run(
        [binary, "statistics", "import", "--data", data, f"{made}/data.csv", *meta], check=True, stdout=subprocess.DEVNULL
    )
    found = subprocess.run(
        [binary, "statistics", "find", "--json", "--data", data, "--cards", f"{folder}/cards.json", "--from", "2017", "--to", "2024"],
        capture_output=True,
        text=True,
    )
    # Now and then none of the costs has enough municipalities with a value every year.
    if found.returncode == 1 and "Inget av tjänstekorten gick att använda." in found.stderr:
        return None
    found.check_returncode()
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    tested = {(row["card"].upper(), row["municipality"]) for row in rows}
    there = truth & tested
    result = {"tests": len(tested), "planted": len(there)}
    for rate in (0.1, 0.3):
        called = {(row["card"].upper(), row["municipality"]) for row in rows if row["q"] <= rate}
        result[f"false {rate}"] = len(called - truth) / len(called) if called else 0.0
        result[f"power {rate}"] = len(called & there) / len(there) if there else None
    return result


results = []
for seed in itertools.count(first):
    if len(results) == runs:
        break
    folder = tempfile.mkdtemp(prefix="samverka-planted-")
    try:
        result = run(seed, folder)
        print(json.dumps({"seed": seed, **(result or {"tests": 0})}), flush=True)
        if result:
            results.append(result)
    finally:
        shutil.rmtree(folder)
for name in results[0]:
    values = [result[name] for result in results if result[name] is not None]
    error = statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0
    print(f"{name}: {statistics.mean(values):.4f} ± {error:.4f} over {len(values)} runs")
