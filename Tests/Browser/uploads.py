"""The journey of a file to a document's page: a liar first, then a right one, which comes down again byte for byte."""

import pathlib
import re
import tempfile

import workspace

DOCUMENT = "samarbetsavtal"
RIGHT = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n"
LIAR = b"<!doctype html><title>avtal</title><script>alert(1)</script>\n"
REMARK = "Undertecknat av alla."


def attach(journey):
    leader, hands, page = journey.leader, journey.leader.hands, journey.leader.page
    form = f"/dokument/{DOCUMENT}/bifoga"

    def choose(name, content):
        file = pathlib.Path(folder, name)
        file.write_bytes(content)
        hands.choose_file("Fil", file)

    with tempfile.TemporaryDirectory() as folder:
        with journey.step("en fil som inte är vad den heter") as problems:
            leader.tab.open(f"/dokument/{DOCUMENT}")
            leader.arrived(f"/dokument/{DOCUMENT}")
            hands.follow("Bifoga en fil")
            leader.arrived(form)
            choose("avtal.pdf", LIAR)
            hands.write("Anmärkningar", REMARK)
            hands.send("Bifoga filen")
            leader.arrived(form)
            # No browser sends a chosen file back into its field.
            problems += workspace.at_fault(hands, "Fil", kept="", kind="fil")
            problems += workspace.holds(page, {"anmarkningar": REMARK})
        with journey.step("rätt fil bifogas") as problems:
            choose("avtal.pdf", RIGHT)
            hands.send("Bifoga filen")
            leader.arrived(f"/dokument/{DOCUMENT}")
            problems += workspace.done(page, "Filen är bifogad.")
        with journey.step("filen kommer ned som den skickades") as problems:
            hands.to("länk", "avtal.pdf", begins=True)
            with page.expect_download() as download:
                hands.press("Enter")
            if not re.search(rf"/dokument/{DOCUMENT}/filer/[0-9a-f]+", download.value.url):
                problems.append(f"filen kom från {download.value.url}")
            if pathlib.Path(download.value.path()).read_bytes() != RIGHT:
                problems.append("filen som kom ned är en annan än den som skickades")
            if download.value.suggested_filename != "avtal.pdf":
                problems.append(f"filen heter {download.value.suggested_filename}")
