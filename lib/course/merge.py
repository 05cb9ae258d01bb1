"""Merges a new version of a notebook into a learner's copy of it, cell by cell.

Three versions are compared: `base`, the course's notebook as the learner got it; `mine`, what the learner
made of it; `new`, the course's notebook now. Cells are known by their ids. What the learner wrote is never
lost: where both sides changed a cell, the learner's text is kept as a cell of its own below the new one.
Only type and source of a cell count; outputs stay with the source that made them.

Works on the notebook's JSON, so that the command needs no package for it.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

Cell = dict[str, Any]
Notebook = dict[str, Any]

NOTE_CHANGED = (
    "**Kept for you:** the course has changed the cell above, and so had you. The next cell is yours, as it was. "
    "Take from it what you need, then delete it and this note."
)
NOTE_GONE = (
    "**Kept for you:** the course has dropped a cell that stood here, and you had changed it. The next cell is yours, "
    "as it was. Delete it and this note when you no longer need it."
)


@dataclass
class Merged:
    """What came of a merge. `notebook` is what the learner gets."""

    notebook: Notebook
    touched: bool = False
    updated: int = 0
    conflicts: list[str] = field(default_factory=list)


def content(cell: Cell) -> tuple[str, str]:
    """What counts of a cell: its type and its text."""
    source = cell.get("source", "")
    return str(cell.get("cell_type", "")), "".join(source) if isinstance(source, list) else str(source)


def touched(base: Notebook, mine: Notebook) -> bool:
    """Whether the learner has changed more than outputs."""
    return [(_id(cell), content(cell)) for cell in base["cells"]] != [
        (_id(cell), content(cell)) for cell in mine["cells"]
    ]


def merge(base: Notebook, mine: Notebook, new: Notebook) -> Merged:
    """The new notebook with what the learner has made."""
    result = Merged({**copy.deepcopy(new), "cells": []}, touched(base, mine))
    was, have, want = _by_id(base), _by_id(mine), _by_id(new)
    taken = set(want) | set(have)
    cells = result.notebook["cells"]
    follow = _followers(mine, was, want)
    cells.extend(_own(follow.pop("", []), want))
    for cell in new["cells"]:
        name = _id(cell)
        mine_now = have.get(name)
        if mine_now is not None:
            _both(cell, was.get(name), mine_now, cells, taken, result)
        elif name not in was:
            cells.append(copy.deepcopy(cell))
            result.updated += 1
        # Else the learner has deleted it, and it stays deleted.
        cells.extend(_own(follow.pop(name, []), want))
    # What followed cells that the learner has kept and the course has dropped.
    for cell in mine["cells"]:
        name = _id(cell)
        if name in was and name not in want:
            _dropped(cell, was[name], want, mine, cells, taken, result)
    for left in follow.values():
        cells.extend(_own(left, want))
    return result


def _both(new: Cell, base: Cell | None, mine: Cell, cells: list[Cell], taken: set[str], result: Merged) -> None:
    """Adds a cell that the course and the learner have."""
    if content(mine) == content(new):
        cells.append(_with_outputs(new, mine))
    elif base is not None and content(mine) == content(base):
        cells.append(copy.deepcopy(new))
        result.updated += 1
    elif base is not None and content(new) == content(base):
        cells.append(_in_the_form_of(mine, new))
    else:
        cells.append(copy.deepcopy(new))
        result.updated += 1
        cells.extend(_kept(mine, NOTE_CHANGED, taken))
        result.conflicts.append(_id(mine))


def _dropped(
    cell: Cell,
    base: Cell,
    want: dict[str, Cell],
    mine: Notebook,
    cells: list[Cell],
    taken: set[str],
    result: Merged,
) -> None:
    """A cell that the course no longer has: it goes, unless the learner has changed it."""
    if content(cell) == content(base):
        result.updated += 1
        return
    order = [_id(each) for each in mine["cells"]]
    before = [name for name in order[: order.index(_id(cell))] if name in want]
    at = 0
    if before:
        at = next(i + 1 for i, each in enumerate(cells) if _id(each) == before[-1])
        while at < len(cells) and _id(cells[at]) not in want:
            at += 1  # past what is the learner's already: a note stays with its cell
    cells[at:at] = _kept(cell, NOTE_GONE, taken)
    result.conflicts.append(_id(cell))


def _followers(mine: Notebook, was: dict[str, Cell], want: dict[str, Cell]) -> dict[str, list[Cell]]:
    """The learner's own cells, by the id of the course's cell that they come after; `""` at the top."""
    found: dict[str, list[Cell]] = {}
    after = ""
    for cell in mine["cells"]:
        name = _id(cell)
        if name in want:
            after = name
        elif name not in was:
            found.setdefault(after, []).append(cell)
    return found


def _own(cells: list[Cell], want: dict[str, Cell]) -> list[Cell]:
    return [copy.deepcopy(cell) for cell in cells if _id(cell) not in want]


def _kept(mine: Cell, note: str, taken: set[str]) -> list[Cell]:
    """The learner's cell under another id, below a note."""
    yours = copy.deepcopy(mine)
    yours["id"] = _free(f"{_id(mine)}-yours", taken)
    metadata = yours.get("metadata", {})
    # A tag makes a cell the course's: this one is the learner's.
    yours["metadata"] = {key: value for key, value in metadata.items() if key != "tags"}
    told = {"cell_type": "markdown", "id": _free(f"{_id(mine)}-note", taken), "metadata": {}, "source": note}
    return [told, yours]


def _free(name: str, taken: set[str]) -> str:
    wanted = name[-60:]
    candidate, number = wanted, 2
    while candidate in taken:
        candidate, number = f"{wanted}-{number}", number + 1
    taken.add(candidate)
    return candidate


def _with_outputs(new: Cell, mine: Cell) -> Cell:
    """The course's cell with what the learner's run of the same source gave."""
    cell = copy.deepcopy(new)
    if new.get("cell_type") == "code":
        cell["outputs"] = copy.deepcopy(mine.get("outputs", []))
        cell["execution_count"] = mine.get("execution_count")
    return cell


def _in_the_form_of(mine: Cell, new: Cell) -> Cell:
    """The learner's cell with the course's tags."""
    cell = copy.deepcopy(mine)
    cell["metadata"] = {**mine.get("metadata", {}), **copy.deepcopy(new.get("metadata", {}))}
    return cell


def _id(cell: Cell) -> str:
    return str(cell.get("id", ""))


def _by_id(notebook: Notebook) -> dict[str, Cell]:
    return {_id(cell): cell for cell in notebook["cells"]}


def read(text: str) -> Notebook:
    """A notebook from its text; ValueError with a reason if it is none, or its cells cannot be told apart."""
    notebook = json.loads(text)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it has no list of cells")
    if notebook.get("nbformat") != 4:
        raise ValueError(f"it is of version {notebook.get('nbformat')}, and 4 is wanted")
    if not all(isinstance(cell, dict) for cell in notebook["cells"]):
        raise ValueError("one of its cells is no cell")
    taken: set[str] = set()
    for number, cell in enumerate(notebook["cells"], 1):
        # Other programs write notebooks without ids, or copy a cell with its id.
        name = _id(cell) or f"cell-{number}"
        cell["id"] = _free(name, taken) if name in taken else name
        taken.add(cell["id"])
    return notebook


def text_of(notebook: Notebook) -> str:
    """A notebook's JSON, laid out as JupyterLab does."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
