"""How large a picture is that stands in a page as data."""

from __future__ import annotations

import base64
import re
import struct

_START = re.compile(r"data:image/png;base64,([A-Za-z0-9+/]{32})")


def sizes(page: str) -> list[tuple[int, int]]:
    """Width and height of each picture of a page, in pixels, by the heads of their files."""
    return [struct.unpack(">II", base64.b64decode(start)[16:24]) for start in _START.findall(page)]
