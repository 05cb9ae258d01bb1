"""Where slides break: of all ways to lay parts on slides, the one that costs least.

A slide more costs, and so does what is made smaller or parted from what it belongs to, and a slide with little on it;
the numbers say what is worth a slide. Heights are estimates: the page's script has the last word on sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from course import slidewords

RESULTS = ("output", "error", "figure", "verdict")
# Of 720 pixels, what is below the heading and above the foot; the sizes are those of slides.css.
ROOM = 540
# How far what stands on a slide may go beyond the room: text and code are made smaller for that, a picture hardly.
SPILL, SPILL_BESIDE_PICTURE = 160, 30
# How much of the slide's width a picture may lose to stand with other things.
NARROWER = 0.22
# Below this a slide looks empty.
LITTLE = ROOM / 3
# One of each is enough for a slide.
ALONE = ("code", "card", "figure")
# What it costs: a slide; a full one, so that all are about as full; all of the spill; nothing on a slide; a lead
# without what it announces; a result without its code; what is merely next to each other.
SLIDE, FULL, SMALL, EMPTY, PARTED, APART, LOOSE = 80, 15, 160, 120, 120, 60, 12


@dataclass
class Part:
    """Something on a slide: Markdown, code, or HTML that a run made; as high as it is, in pixels."""

    kind: str
    text: str
    height: int
    fragment: bool = False
    # Whether a slide begins with it, and whether it goes on in the paragraph of the text before.
    begins: bool = False
    continues: bool = False
    # What stands in its place if there is little room.
    shorter: Part | None = None
    # How much of the height is a picture's, and how much it would be if the picture were as wide as the slide.
    picture: int = 0
    widest: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def least(self) -> int:
        """How high the picture is at least."""
        return min(self.picture, int(self.widest * (1 - NARROWER)))

    def brief(self) -> Part:
        if not self.shorter:
            return self
        notes = [*self.shorter.notes, *self.notes]
        return replace(self.shorter, notes=notes, fragment=self.fragment, begins=self.begins)


@dataclass
class Slide:
    """One slide: the section it is in, its heading, what stands on it, and the speaker's notes in Markdown."""

    section: str
    heading: str
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_title: bool = False

    @property
    def height(self) -> int:
        return sum(part.height for part in self.parts)

    @property
    def results(self) -> int:
        """The place of the first part that its code, on the same slide, gave; behind the last if there is none."""
        code = next((place for place, part in enumerate(self.parts) if part.kind == "code"), len(self.parts))
        given = (place for place, part in enumerate(self.parts) if place > code and part.kind in RESULTS)
        return next(given, len(self.parts))


def broken(whole: Slide) -> list[Slide]:
    """The slides of what stands under one heading."""
    if whole.is_title or not whole.parts:
        return [whole]
    made = [_slide(whole, parts) for parts in _best(whole.parts)]
    made[0].notes[:0] = whole.notes
    return made


def _slide(whole: Slide, parts: Sequence[Part]) -> Slide:
    """A slide with its notes, and with each paragraph in one piece."""
    slide = Slide(whole.section, whole.heading)
    for part in parts:
        last = slide.parts[-1] if slide.parts else None
        if part.continues and last and last.kind == "text":
            slide.parts[-1] = replace(last, text=f"{last.text} {part.text}", height=last.height + part.height)
        else:
            slide.parts.append(part)
        slide.notes += part.notes
    return slide


def _best(parts: list[Part]) -> list[list[Part]]:
    # The least that the parts up to each place cost, with a slide's end there, and the slides.
    least: list[tuple[float, list[list[Part]]]] = [(0, [])]
    for end in range(1, len(parts) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            trial = _Trial(parts[start:end])
            if trial.is_possible:
                cost, before = least[start]
                parting = _parting(trial.parts, parts[end]) if end < len(parts) else 0
                ways.append((cost + trial.cost + parting, [*before, trial.parts]))
            if parts[start].begins or trial.is_hopeless:
                break
        least.append(min(ways, key=lambda way: way[0]))
    return least[-1][1]


class _Trial:
    """Some parts on one slide."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        if sum(part.height for part in parts) > ROOM:
            self.parts = [part.brief() for part in parts]
        self._picture = sum(part.picture for part in self.parts)
        self._height = sum(part.height for part in self.parts)
        self._least = self._height - self._picture + sum(part.least for part in self.parts)

    @property
    def is_possible(self) -> bool:
        kinds = [part.kind for part in self.parts]
        most = ROOM + (SPILL_BESIDE_PICTURE if self._picture else SPILL)
        return len(kinds) == 1 or (self._least <= most and all(kinds.count(kind) <= 1 for kind in ALONE))

    @property
    def is_hopeless(self) -> bool:
        """Whether more parts would be too many as well."""
        return not self.is_possible and self._least > 2 * (ROOM + SPILL)

    @property
    def cost(self) -> float:
        over = max(0, self._height - ROOM)
        smaller = min(over, self._height - self._least)
        spill = min(over - smaller, SPILL) / SPILL
        empty = max(0.0, 1 - (self._height - smaller) / LITTLE)
        full = (self._height - smaller) / ROOM
        return SLIDE + FULL * full**2 + SMALL * spill**2 + EMPTY * empty


def _parting(slide: Sequence[Part], after: Part) -> float:
    """What it costs that a slide ends where it does."""
    last, kinds = slide[-1], [part.kind for part in slide]
    if after.begins:
        return 0
    if last.kind == "text" and slidewords.leads(last.text):
        return PARTED
    if last.kind == "code" and after.kind in RESULTS:
        return APART
    if last.kind == "text" and after.kind in ("code", "card"):
        concludes = len(kinds) > 1 and kinds[-2] in RESULTS
        return 0 if concludes else LOOSE
    if after.kind == "text" and (after.continues or slidewords.leans(after.text)):
        return LOOSE
    return LOOSE if last.kind in RESULTS and after.kind in ("text", *RESULTS) else 0
