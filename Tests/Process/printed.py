#!/usr/bin/env python3
"""What stands in a printed document, as other programs than ours see it.

    python Tests/Process/printed.py FILE.pdf | FILE.docx

Prints a line for each thing found, `name<TAB>value`. Needs what Tests/DocumentToolsTests/requirements.txt has.
"""
import sys


def is_misread(failure, pdf):
    """Whether the validator took the last byte of a stream for a part of the line end after it.

    It does so where that byte is a carriage return, as one of 256 compressed streams has it, and then calls the length wrong.
    """
    if failure.rule_id != "PDFA2A-STREAM-LENGTH-001" or failure.object_id is None:
        return False
    stream = pdf.get_object(failure.object_id.object_number, failure.object_id.generation)
    raw = stream.read_raw_bytes()
    return raw.endswith(b"\r") and len(raw) == int(stream.Length)


def faults_of_pdf(path):
    """Where a PDF breaks PDF/UA-1 or PDF/A-2a, a text for each fault."""
    import page
    import pikepdf
    faults = []
    for profile in [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]:
        report = page.validate_pdf(path, profile=profile, limits=page.SafetyLimits.unlimited())
        with pikepdf.open(path) as pdf:
            failures = [failure for failure in report.failures if not is_misread(failure, pdf)]
        faults += [f"{profile.value}: {failure.rule_id} {failure.message}" for failure in failures]
        if not report.is_compliant and not report.failures:
            faults.append(f"{profile.value}: not compliant")
    return faults


def tags_of_pdf(path):
    """The structure's tags in the order of reading, such as H1, P and TH."""
    import pikepdf
    tags = []

    def walk(element):
        if isinstance(element, pikepdf.Array):
            for part in element:
                walk(part)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                tags.append(str(element.S)[1:])
            if "/K" in element:
                walk(element.K)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return tags


def facts_of_pdf(path):
    """What the file says of itself, and how it keeps to the standards."""
    import pikepdf
    yield from (("fault", fault) for fault in faults_of_pdf(path))
    yield from (("tag", tag) for tag in tags_of_pdf(path))
    with pikepdf.open(path) as pdf:
        yield "language", str(pdf.Root.Lang)
        yield "title", str(pdf.docinfo.get("/Title", ""))
        yield "author", str(pdf.docinfo.get("/Author", ""))
        yield "pages", str(len(pdf.pages))
        for number in range(len(pdf.pages)):
            for note in pdf.pages[number].get("/Annots", []):
                yield "link", str(note.A.URI)


def facts_of_docx(path):
    """What the file says of itself, and its paragraphs and tables with their styles."""
    import docx
    document = docx.Document(path)
    about = document.core_properties
    yield "title", about.title
    yield "author", about.author
    yield "created", about.created.strftime("%Y-%m-%dT%H:%M:%S")
    yield "language", next(iter(document.styles.element.xpath("//w:docDefaults//w:lang/@w:val")))
    for section in document.sections:
        yield "paper", f"{round(section.page_width.mm)} x {round(section.page_height.mm)}"
        yield from (("header", paragraph.text) for paragraph in section.header.paragraphs)
        yield from (("footer", paragraph.text) for paragraph in section.footer.paragraphs)
    for paragraph in document.paragraphs:
        yield f"paragraph {paragraph.style.name}", paragraph.text
        for run in paragraph.runs:
            if run.underline:
                yield "underlined", run.text
            if run.font.strike:
                yield "struck", run.text
    for table in document.tables:
        for row in table.rows:
            heads = "header row" if row._tr.xpath("./w:trPr/w:tblHeader") else "row"
            yield heads, " | ".join(cell.text for cell in row.cells)
    for relation in document.part.rels.values():
        if relation.is_external:
            yield "link", relation.target_ref


if __name__ == "__main__":
    for path in sys.argv[1:]:
        for name, value in facts_of_pdf(path) if path.endswith(".pdf") else facts_of_docx(path):
            print(name, value.replace("\n", "⏎"), sep="\t")
