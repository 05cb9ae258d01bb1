"""`course progress`: shows, exports, imports and resets what the learner has solved."""

from __future__ import annotations

import re
from pathlib import Path

from course import project, record, say, syllabus
from course.record import Record, Standing, Standings
from course.workcopy import WorkCopy

ACTIONS = ("show", "export", "import", "reset")
COURSE = project.ROOT / "lib" / "rendezvous" / "course"
TITLE = re.compile(r"# (\d\d\.[a-z]?\d{1,2}) (\S.*)")
STARS = re.compile(r"^stars: *(\d)", re.MULTILINE)
HINTS = 3


def run(work: WorkCopy, action: str, words: list[str], answers: bool) -> int:
    """Does what `course progress ACTION …` asks for."""
    mine = Record(work.progress)
    if action == "show":
        _want(words, 0, "show")
        show(mine)
    elif action == "export":
        _want(words, 1, "export FILE")
        standings = mine.read()
        target = Path(words[0])
        if target.exists():
            raise say.Problem(f"{target} is there already. Name another file.")
        target.write_text(
            record.text(standings if answers else record.without_answers(standings)), "utf-8", newline="\n"
        )
        say.line(f"{len(standings)} records are in {target}.")
    elif action == "import":
        _want(words, 1, "import FILE")
        source = Path(words[0])
        if not source.is_file():
            raise say.Problem(f"There is no file {source}.")
        read = record.parse(source.read_bytes(), source)
        if not read.whole or not read.standings:
            raise say.Problem(f"{source} is not a whole progress file, as `export` writes it. Nothing was imported.")
        changed = mine.add(read.standings)
        say.line(f"{len(read.standings)} records were read, {changed} of yours changed. Nothing of yours was lost.")
    else:
        reset(mine, words)
    return 0


def _want(words: list[str], count: int, use: str) -> None:
    if len(words) != count:
        raise say.Problem(f"Write it so: {project.command()} progress {use}", say.USAGE)


def reset(mine: Record, words: list[str]) -> None:
    """Forgets exercises, whole chapters, or all."""
    if not words:
        raise say.Problem("Say what to reset: an exercise such as 05.1, a chapter such as 05, or all.", say.USAGE)
    known = mine.read()
    names: set[str] | None = set()
    for word in words:
        if word == "all":
            names = None
            break
        chapter = word.zfill(2) if word.isdecimal() else None
        found = {name for name in known if name == word or (chapter and name.startswith(f"{chapter}."))}
        if not found:
            raise say.Problem(f"Nothing is known of {word}. Known: {', '.join(sorted(known)) or 'nothing yet'}.")
        names |= found
    gone = mine.forget(names)
    say.line(f"Reset: {', '.join(gone)}. The old file is kept beside it." if gone else "There was nothing to reset.")


def show(mine: Record) -> None:
    """A line for each chapter, and for each exercise and question of it that was begun."""
    standings = mine.read()
    items = _items()
    for name in standings:
        items.setdefault(name, ("no longer in the course", 0))
    if not items:
        say.line("The course has no exercises yet.")
        return
    for chapter in sorted({name[:2] for name in items}):
        here = {name: items[name] for name in sorted(items, key=_order) if name.startswith(f"{chapter}.")}
        say.line(f"{chapter}  {_sum(here, standings)}")
        for name, (title, stars) in here.items():
            one = standings.get(name)
            if one:
                hints = f", {one.hints} of {HINTS} hints" if one.hints else ""
                say.line(f"      {_state(one)}  {name} {title}{' ' + '★' * stars if stars else ''}{hints}")
    say.line(f"It is kept in {mine.path}, on this machine only.")


def _order(name: str) -> tuple[str, bool, str, int]:
    kind = re.sub(r"[\d.]", "", name)
    return name[:2], not kind, kind, int(re.sub(r"\D", "", name[3:]))


def _sum(here: dict[str, tuple[str, int]], standings: Standings) -> str:
    solved = [name for name in here if standings.get(name, Standing()).solved]
    tried = [name for name in here if name not in solved and standings.get(name, Standing()).tries]
    stars, won = sum(here[name][1] for name in here), sum(here[name][1] for name in solved)
    text = f"{len(solved)} solved, {len(tried)} tried, {len(here) - len(solved) - len(tried)} open"
    return f"{text}, ★ {won} of {stars}" if stars else text


def _state(one: Standing) -> str:
    return "✓ solved" if one.solved else "… tried " if one.tries else "· open  "


def _items() -> dict[str, tuple[str, int]]:
    """Title and stars of all exercises and questions, by id."""
    found = {}
    exercises = [path for path in COURSE.glob("c[0-9][0-9]/*/exercise.md") if _is_written(path.parents[1])]
    for path in [*exercises, *COURSE.glob("c[0-9][0-9]/[a-z][0-9]*.md")]:
        text = path.read_text("utf-8")
        if title := TITLE.match(text):
            stars = STARS.search(text) if path.name == "exercise.md" else None
            found[title[1]] = (title[2].strip(), int(stars[1]) if stars else 0)
    return found


def _is_written(chapter: Path) -> bool:
    """Whether the chapter of this folder is there; its exercises may be ahead of it."""
    return (chapter / syllabus.FILE).is_file()
