"""The generated parts of the library's own page: how to depend on it, and how fast it is."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

OURS = "rendezvous"
OTHERS = {"go": "Go", "jox": "Jox", "kotlin": "Kotlin", "jdk": "JDK"}
SPACE = {"m": "http://maven.apache.org/POM/4.0.0"}


def parts(root: Path) -> dict[str, str]:
    """What stands between the page's markers."""
    return {"dependency": dependency(root), "figures": figures(root)}


def dependency(root: Path) -> str:
    """The lines for somebody's POM."""
    pom = ElementTree.parse(root / "pom.xml").getroot()
    names = ("groupId", "artifactId", "version")
    lines = "".join(f"  <{name}>{pom.findtext(f'm:{name}', '', SPACE)}</{name}>\n" for name in names)
    return f"```xml\n<dependency>\n{lines}</dependency>\n```\n"


def figures(root: Path) -> str:
    """This library's times, and them as multiples of the others', from the page of the benchmark."""
    page = (root / "lib" / "rendezvous" / "BENCHMARKS.md").read_text("utf-8")
    lines = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in page.splitlines()]
    begin = next((at for at, line in enumerate(lines) if line[:2] == ["ns", "who"]), None)
    if begin is None:
        return "Nothing has been measured yet.\n"
    carriers = [name for name in lines[begin][2:] if name.endswith(("carrier", "carriers"))]
    head = ["", *(f"ns, {name}" for name in carriers), *OTHERS.values()]
    rows: list[list[str]] = []
    for line in lines[begin + 2 :]:
        if len(line) < 2:
            break
        title, who, *cells = line
        if title:
            rows.append([title, *cells[::3], *[""] * len(OTHERS)])
        if who in OTHERS:
            rows[-1][1 + len(carriers) + list(OTHERS).index(who)] = " / ".join(cells[2::3])
    table = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    facts = re.findall(r"^- ((?:machine|JDK|Go|run|load): .+)$", page, re.M)
    text = "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |").replace("|  |", "| |") for row in table)
    return text + "\n" + " · ".join(facts) + "\n"
