"""Statistics that are made up, as pages and a table that somebody has saved: forty municipalities, in one of which school has become
cheaper against those that are like it, and no worse."""

import json
import pathlib
import random

CHEAPER = "0136"
MEMBERS = {
    "0126": "Huddinge", "0127": "Botkyrka", "0128": "Salem", CHEAPER: "Haninge", "0138": "Tyresö", "0140": "Nykvarn",
    "0181": "Södertälje", "0192": "Nynäshamn",
}
PLACES = MEMBERS | {f"{code}": f"Kommun {code}" for code in range(1000, 1032)}
YEARS = range(2017, 2025)
# What the card for school that comes with the program asks for: the cost, two measures of quality and the guard; and the population.
FIGURES = {
    "N15008": "Kostnad kommunal grundskola åk 1-9, kr/elev", "N15419": "Elever i åk 9 med betyg i alla ämnen, andel (%)",
    "N15505": "Elever i åk 9, meritvärde, genomsnitt", "N15001": "Nettokostnadsavvikelse grundskola, (%)",
    "N01951": "Invånare totalt, antal",
}


def values():
    """Each value by key figure, place and year; the same every time."""
    chance = random.Random(7)
    found = {}
    for place in PLACES:
        for since, year in enumerate(YEARS):
            better = since if place == CHEAPER else 0
            for figure, value in (
                ("N15008", 100_000 * 1.02**since * chance.uniform(0.985, 1.015) * (1.1 - 0.04 * better if place == CHEAPER else 1)),
                ("N15419", chance.uniform(74.7, 75.3) + 0.5 * better),
                ("N15505", chance.uniform(229, 231) + better),
                ("N15001", chance.uniform(-0.3, 0.3)),
                ("N01951", 50_000),
            ):
                found[figure, place, year] = round(value, 1)
    return found


def save(folder):
    """Writes the files, and gives their paths."""
    names = list(PLACES.items())
    pages = {
        "kpi": [
            {
                "id": figure, "title": title, "description": "Påhittade tal för ett prov.", "is_divided_by_gender": False,
                "municipality_type": "K", "operating_area": "Grundskola", "has_ou_data": False,
            }
            for figure, title in FIGURES.items()
        ],
        "municipality": [{"id": code, "title": name, "type": "K"} for code, name in names],
        # The seven that follow are like each.
        "municipality_groups": [
            {
                "id": f"G{code}", "title": f"Liknande kommuner grundskola, {name}, 2024",
                "members": [{"member_id": names[(index + ahead) % len(names)][0]} for ahead in range(1, 8)],
            }
            for index, (code, name) in enumerate(names)
        ],
    }
    paths = []
    for name, entries in pages.items():
        paths.append(pathlib.Path(folder, f"{name}.json"))
        paths[-1].write_text(json.dumps({"values": entries, "next_url": None}), encoding="utf-8")
    rows = ["kpi,municipality,period,gender,value", *(f"{figure},{place},{year},T,{value}" for (figure, place, year), value in values().items())]
    paths.append(pathlib.Path(folder, "values.csv"))
    paths[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    return paths
