"""Writes what is derived from other files: the chapter tables and the conda environment.

    python lib/course/docs.py           says what is out of date, exit 1 if anything is
    python lib/course/docs.py --write   writes it

| written | from |
|---|---|
| README.md, between its markers | the notebooks; `<scm>` in pom.xml |
| lib/rendezvous/README.md, between its markers | pom.xml; BENCHMARKS.md beside it |
| notebooks/start.md | the notebooks |
| notebooks/glossary.md | the terms in lib/rendezvous/course/cNN/chapter.md |
| notebooks/phrasebook.md | the notebooks' tables of Go beside Java |
| environment.yml, its pip section | requirements.in |
| binder/environment.yml | environment.yml |

These files are committed, though derived: they are read where nothing can be run first.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "lib"))

from course import glossary, librarypage, syllabus  # noqa: E402

MARKERS = re.compile(r"(<!-- (?P<name>[a-z]+): generated -->\n)(.*?)(<!-- /(?P=name) -->\n)", re.S)
START = "notebooks/start.md"
LIBRARY = "lib/rendezvous/README.md"


class DocsError(Exception):
    """A source cannot be read as wanted; the message says where, what was found and wanted."""


@dataclass(frozen=True)
class Chapter:
    """What the tables say of a notebook."""

    number: str
    file: str
    title: str
    minutes: str
    goals: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """Where the newest release can be found: `OWNER/REPO` on GitHub and its tag."""

    repository: str
    tag: str

    def binder(self, path: str) -> str:
        """The Binder address that opens `path` of this release in JupyterLab."""
        place = quote(f"lab/tree/{path}", safe="")
        return f"https://mybinder.org/v2/gh/{self.repository}/{self.tag}?urlpath={place}"


def chapter(path: Path) -> Chapter:
    """Reads title, minutes and goals from the text before the chapter's second `##` heading."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    except (ValueError, KeyError, TypeError) as problem:
        raise DocsError(f"{path.name}: not a notebook of version 4: {problem!r}") from None
    opening = "##".join(re.split(r"(?m)^##(?=\s)", "\n\n".join(texts))[:2])

    number = r"(\d+)(?:\s*[^\w\s.,;]\s*(\d+))?"
    title = re.search(r"(?im)^#\s+(?:(?:chapter\s+)?\d+\s*[^\w\s]\s*|\d\d\s+)?(.+?)\s*$", opening)
    minutes = re.search(rf"(?i)\b{number}\s*min(?:utes)?\b", opening) or re.search(
        rf"(?i)\bminutes\W{{1,8}}{number}", opening
    )
    more = re.search(r"(?i)\band (\d+) more for the exercises\b", opening)
    goals = list_below(r"(?i)\byou (can|will be able)\b", opening)
    for found, wanted in (
        (title, "a title such as '# 05 · Unbuffered channels'"),
        (minutes, "a duration such as '75 minutes'"),
        (goals, "a line with 'you can' and a list below it"),
    ):
        if not found:
            raise DocsError(f"{path.name}: before its second '##' heading there must be {wanted}")
    return Chapter(
        number=path.name[:2],
        file=path.name,
        title=title[1],
        minutes="\u2013".join(each for each in minutes.groups() if each) + (f" + {more[1]}" if more else ""),
        goals=tuple(goals),
    )


def list_below(lead: str, text: str) -> list[str]:
    """The items of the first bulleted list below the first line that matches `lead`."""
    lines = iter(text.splitlines())
    items: list[str] = []
    if any(re.search(lead, line) for line in lines):
        for line in lines:
            bullet = re.match(r"\s*[-*]\s+(.+)", line)
            if bullet:
                items.append(bullet[1])
            elif items and re.match(r"\s+\S", line):
                items[-1] += f" {line.strip()}"
            elif items or re.match(r"#", line):
                break
    return [re.sub(r"\s+", " ", item).strip().rstrip(".;,") for item in items]


def chapters(root: Path = ROOT) -> list[Chapter]:
    """All chapters, in the order of their numbers."""
    return [chapter(path) for path in sorted((root / "notebooks").glob("[0-9][0-9]-*.ipynb"))]


def release(root: Path = ROOT) -> Release | None:
    """The newest release by pom.xml's `<scm>`: its `<url>` and `<tag>`; None before the first."""
    space = {"m": "http://maven.apache.org/POM/4.0.0"}
    scm = ElementTree.parse(root / "pom.xml").getroot().find("m:scm", space)
    tag = (scm is not None and scm.findtext("m:tag", "", space).strip()) or "HEAD"
    if tag == "HEAD":
        return None
    url = scm.findtext("m:url", "", space).strip()
    place = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", url)
    if not place or not re.fullmatch(r"v\d+\.\d+\.\d+", tag):
        raise DocsError(
            f"pom.xml: <scm> has url {url!r} and tag {tag!r}; wanted https://github.com/OWNER/REPO "
            "and vX.Y.Z, or the tag HEAD as long as nothing is released"
        )
    return Release(place[1], tag)


def table(listed: Sequence[Chapter], folder: str, released: Release | None) -> str:
    """The chapters as a Markdown table, linking into `folder` and, once released, to Binder."""
    head = ["", "Chapter", "Minutes", "Afterwards you can"]
    rows = []
    for each in listed:
        goals = "; ".join(each.goals)
        row = [each.number, f"[{each.title}]({folder}{each.file})", each.minutes, goals]
        if released:
            row.append(f"[open]({released.binder('notebooks/' + each.file)})")
        rows.append([cell.replace("|", r"\|") for cell in row])
    if released:
        head.append("Binder")
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n".replace("|  |", "| |") for line in lines)


def binder(released: Release | None) -> str:
    """The README's paragraph on Binder: true before the first release as well as after it."""
    if released is None:
        return (
            "No release exists yet, so there is nothing to link to: badge and links, which point "
            "at a\nrelease's tag, appear here with the first one. For a fork on GitHub the address "
            "is\n`https://mybinder.org/v2/gh/OWNER/REPO/COMMIT?urlpath=lab/tree/"
            f"{START}`.\n"
        )
    badge = "https://mybinder.org/badge_logo.svg"
    return (
        f"[![Open release {released.tag} in Binder]({badge})]({released.binder(START)})\n"
        f"opens release {released.tag}; the table links each chapter.\n"
    )


def readme(text: str, root: Path = ROOT) -> str:
    """`text` with what stands between its markers made anew."""
    released = release(root)
    parts = {"chapters": table(chapters(root), "notebooks/", released), "binder": binder(released)}
    return filled("README.md", text, parts)


def filled(name: str, text: str, parts: dict[str, str]) -> str:
    """`text` with each of the parts in its place."""
    found = [match["name"] for match in MARKERS.finditer(text)]
    if sorted(found) != sorted(parts):
        raise DocsError(
            f"{name}: generated parts {found}, wanted each of {sorted(parts)} once, between "
            "'<!-- NAME: generated -->' and '<!-- /NAME -->' on lines of their own"
        )
    return MARKERS.sub(lambda match: match[1] + parts[match["name"]] + match[4], text)


def start_page(root: Path = ROOT) -> str:
    """What JupyterLab opens first."""
    return (
        "# Rendezvous\n\n"
        "Go-style concurrency, learned in Java 25. Open a chapter by its link, read from the top, "
        "and run each\ncell with Shift+Enter. Java and the library are ready: nothing has to be "
        "set up in a notebook.\n\n"
        f"{table(chapters(root), '', None)}\n"
        "- **Predict** before you run: the cell compares your answer with what happened.\n"
        "- **Exercises** are checked by the cell below them. Three hints and an explained solution "
        "wait behind\n  a call each; open them when you need them.\n"
        "- **Stuck?** *Restart Kernel* in the menu *Kernel* starts afresh; each section runs on its "
        "own after\n  that. `./course reset 05` gives you chapter 05 afresh, and keeps yours aside.\n"
        "- **A word, a phrase?** The [glossary](glossary.md) explains the course's words; [from Go to "
        "Java](phrasebook.md) puts the\n  two languages side by side.\n"
        "- **How far am I?** `progress()` in any cell shows what you have solved. These notebooks are your "
        "own copy:\n  what you write stays, also when the course is updated, and nothing leaves your machine.\n"
        "- **You teach?** [A workshop](workshop.md) has agendas, the room, and what to do without a network.\n"
    )


def pins(root: Path = ROOT) -> list[str]:
    """The lines of requirements.in that name a package and its version."""
    lines = (root / "requirements.in").read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines if re.match(r"[A-Za-z0-9]", line)]


def environment(text: str, root: Path = ROOT) -> str:
    """`text`, which ends in a pip section, with that section's pins made anew."""
    head, section, _ = text.partition("  - pip:\n")
    if not section:
        raise DocsError("environment.yml: no line '  - pip:' found; the pins of pip go below it")
    return head + section + "".join(f"      - {pin}\n" for pin in pins(root))


def derived(root: Path = ROOT) -> dict[str, str]:
    """Each derived file with the content that it should have."""
    conda = environment((root / "environment.yml").read_text(encoding="utf-8"), root)
    return {
        "README.md": readme((root / "README.md").read_text(encoding="utf-8"), root),
        LIBRARY: filled(LIBRARY, (root / LIBRARY).read_text(encoding="utf-8"), librarypage.parts(root)),
        START: start_page(root),
        glossary.GLOSSARY: glossary.glossary(root),
        glossary.PHRASES: glossary.phrases(root),
        "environment.yml": conda,
        "binder/environment.yml": conda,
    }


def stale(root: Path = ROOT) -> dict[str, str]:
    """The derived files whose content is not as it should be, with that content."""

    def differs(name: str, content: str) -> bool:
        path = root / name
        return not path.is_file() or path.read_bytes() != content.encode()

    return {name: content for name, content in derived(root).items() if differs(name, content)}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="docs.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write what is out of date")
    options = parser.parse_args(arguments)
    try:
        changed = stale(ROOT)
        for name, content in changed.items():
            if options.write:
                (ROOT / name).write_bytes(content.encode())
            print(f"{name}: {'written' if options.write else 'out of date; write it: --write'}")
    except (DocsError, syllabus.SyllabusError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 1 if changed and not options.write else 0


if __name__ == "__main__":
    sys.exit(main())
