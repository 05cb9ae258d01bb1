"""A chapter on one sheet of A4: goals, Go beside Java, rules, what to keep in mind, and one picture.

Of a cell with the tag `summary` the sheet has the tables and the numbered lists too, below the cell's last heading.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

from course import docs, glossary, handoutpage, navigation, slidepage
from course.notebooks import tags

_HERE = Path(__file__)
_RULE = re.compile(r"\*\*Rule[^*]*\*\*.*?(?=\n[ \t]*\n|\Z)", re.S)
_SUMMARY = re.compile(r"^## Summary *\n(.*?)(?=^#|\Z)", re.M | re.S)
_HEADING = re.compile(r"^#+ +(.*\S)", re.M)
_LABEL = re.compile(r"\*\*Rule:\*\* *|\*\*Rule\*\*,? *")
# As large as fits the sheet, from 120 % of the usual size down to 70 %; the picture takes what is left.
_FIT = """
const sheet = document.querySelector(".sheet");
let fit = 120;
do sheet.style.setProperty("--fit", fit / 100); while (sheet.scrollHeight > sheet.clientHeight && --fit >= 70);
const image = document.querySelector("figure img");
if (image) {
  const free = image.parentElement.clientHeight - image.nextElementSibling.offsetHeight - 8;
  if (free > image.clientHeight) image.style.maxHeight = `${free}px`;
}
"""


def render(path: Path, notebook: NotebookNode) -> str:
    """The sheet of one chapter."""
    title = f"{path.name[:2]} · {navigation.title(path)}"
    style = _HERE.with_name("summary.css").read_text("utf-8")
    parts = (
        ("From Go to Java", _phrases(path)),
        ("Afterwards you can", _list(docs.chapter(path).goals)),
        ("To remember", _markdown(summary(notebook))),
        ("Rules", _list(rules(notebook))),
        *((slidepage.text(name), _markdown(text)) for name, text in to_look_up(notebook)),
    )
    # A table is as wide as the sheet, so those stand above the columns.
    parts = sorted(parts, key=lambda part: "<table" not in part[1])
    body = "".join(
        f"<section{' class=wide' if '<table' in text else ''}><h2>{name}</h2>{text}</section>\n"
        for name, text in parts
        if text
    )
    return handoutpage.document(
        f"{title} · Summary",
        style,
        f"""<main class="sheet">
<h1>{slidepage.text(title)}</h1>
<div class="columns">
{body}</div>
{picture(notebook)}
<footer>Rendezvous {handoutpage.version()} · text CC BY 4.0, code Apache 2.0</footer>
</main>
<script>{_FIT}</script>
""",
    )


def rules(notebook: NotebookNode) -> list[str]:
    """What the chapter calls a rule, in its own words."""
    found = (one for cell in _texts(notebook) for one in _RULE.findall(cell))
    said = (_LABEL.sub("", one).strip() for one in found)
    # What comes after a colon at the end, or is to be changed, is a cell that the sheet has not.
    cut = (re.sub(r"(?<=[.!?]) [^.!?]*:$| \*\*Change it.*", "", " ".join(one.split())) for one in said)
    return [one[:1].upper() + one[1:] for one in cut]


def summary(notebook: NotebookNode) -> str:
    """The list below the chapter's heading Summary."""
    for text in _texts(notebook):
        if found := _SUMMARY.search(text):
            return re.split(r"\n[ \t]*\n(?![-*] )", found[1].strip())[0]
    return ""


def to_look_up(notebook: NotebookNode) -> list[tuple[str, str]]:
    """The tables and numbered lists of the cells with the tag `summary`, each cell's with its last heading."""
    found = []
    for cell in notebook.cells:
        if "summary" in tags(cell):
            paragraphs = re.split(r"\n[ \t]*\n", cell.source)
            kept = [one for one in paragraphs if one.startswith(("|", "1. "))]
            found.append((_HEADING.findall(cell.source)[-1], "\n\n".join(kept)))
    return found


def picture(notebook: NotebookNode) -> str:
    """The first picture of the first idea, below its section's heading: what comes before it is the pain."""
    section, found = "", []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            section = ([section, *re.findall(r"^## (.*)", cell.source, re.M)])[-1]
        for output in cell.get("outputs", []):
            shown = output.get("data", {}).get("text/html", "")
            if shown.startswith("<figure"):
                found.append((section, shown.partition("</figure>")[0] + "</figure>"))
    first = [each for each in found if not each[0].startswith("The pain")] or found
    if not first:
        return ""
    section, shown = first[0]
    heading = f"<h2>{slidepage.text(section)}</h2>\n" if section else ""
    return heading + re.sub(r'(<img[^>]*?)width="\d+" style="[^"]*"', r"\1", shown)


def _texts(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def _phrases(path: Path) -> str:
    return "".join(_markdown(table) for table in glossary.phrases_of(path))


def _list(items: list[str] | tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{slidepage.text(each)}</li>' for each in items)}</ul>" if items else ""


def _markdown(text: str) -> str:
    return slidepage.without_links(handoutpage.markdown(text))
