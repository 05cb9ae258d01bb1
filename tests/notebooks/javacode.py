"""What the rules need to know of the Java in a cell: what it declares, imports and loads."""

from __future__ import annotations

import re

_QUIET = re.compile(r'"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.S)
_TYPE = re.compile(r"\b(?:class|record|interface|enum)\s+([A-Za-z_]\w*)")
_METHOD = re.compile(
    r"(?<![\w.])(?:[A-Za-z_][\w.]*(?:<[^;(){}]*>)?(?:\[\])*)\s+([A-Za-z_]\w*)\s*\([^;{}]*\)"
    r"\s*(?:throws\s+[\w.,\s]+)?\{"
)
_IMPORT = re.compile(r"^\s*import\s+(?:static\s+|module\s+)?([\w.*]+)\s*;\s*$", re.M)
_MAGIC = re.compile(r"^\s*(%{1,2}\w+)", re.M)


def bare(source: str) -> str:
    """The code with strings, characters and comments emptied."""
    return _QUIET.sub(lambda found: "" if found[0].startswith("/") else '""', source)


def types(source: str) -> list[str]:
    """The names of the types that the code declares, nested and local ones too."""
    return _TYPE.findall(bare(source))


def methods(source: str) -> list[str]:
    """The names of the methods with a body that the code declares."""
    return _METHOD.findall(bare(source))


def imports(source: str) -> list[str]:
    """What the code imports."""
    return _IMPORT.findall(bare(source))


def magics(source: str) -> list[str]:
    """The kernel's own commands in the code, as `%jars`."""
    return _MAGIC.findall(bare(source))


def imports_only(source: str) -> bool:
    """Whether the code imports something and does nothing else."""
    return bool(imports(source)) and not _IMPORT.sub("", bare(source)).strip()


def code_lines(source: str) -> int:
    """How many lines the code takes on the screen."""
    return len(source.strip("\n").splitlines())


def camel_words(name: str) -> list[str]:
    """The words of a name, as `Int`, `Chan` of `IntChan`."""
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|^[a-z][a-z0-9]*", name)
