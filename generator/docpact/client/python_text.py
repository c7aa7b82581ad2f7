"""Text of an API's as Python text: names that are names, and free text that stays text.

Everything emitted goes through here: identifiers are made of ASCII letters and digits, values go through `repr`, and
descriptions become docstrings that can't be left.
"""

from __future__ import annotations

import builtins
import keyword
import re
import textwrap
import unicodedata
from collections.abc import Container, Mapping
from typing import Any

WIDTH = 112
# A method of such a name would hide the type in the annotations below it.
HIDING = frozenset({name for name in dir(builtins) if name.islower()} & {
    "bool", "bytes", "classmethod", "dict", "float", "int", "list", "object", "property", "set", "str", "tuple", "type",
})  # fmt: skip


def to_words(text: str) -> list[str]:
    """Return the words of a name however it joins them: `LockPIN`, `lock-pin`, `Lock PIN`; ASCII only."""
    return re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+", text)


def key_of(name: str) -> str:
    """Return what two spellings of a name have in common: `itemsPerPage`, `items_per_page`."""
    return "".join(filter(str.isalnum, name)).lower()


def to_identifier(text: str, taken: Container[str] = (), *, fallback: str = "unnamed") -> str:
    """Return a name in snake case that is an identifier, no keyword, none of those taken, without a leading `_`."""
    name = "_".join(word.lower() for word in to_words(text)) or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in HIDING:
        name += "_"
    return next_free(name, taken)


def to_class_name(text: str, taken: Container[str] = (), *, fallback: str = "Unnamed") -> str:
    """Return a name in camel case, with the same promises; `True`, `False` and `None` are keywords."""
    name = "".join(word[0].upper() + word[1:] for word in to_words(text)) or fallback
    if name[0].isdigit():
        name = f"{fallback}{name}"
    return next_free(f"{name}_" if keyword.iskeyword(name) else name, taken)


def next_free(name: str, taken: Container[str]) -> str:
    """Return the name, with a number where it is taken."""
    if name not in taken:
        return name
    number = 2
    while (numbered := f"{name.rstrip('_')}_{number}") in taken:
        number += 1
    return numbered


def is_name(text: str) -> bool:
    """Return whether the text can stand as a name as it is."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("_")


def clean_text(text: object) -> str:
    """Return text for people without what can't be seen: control characters, marks that turn its direction."""
    if not isinstance(text, str):
        return ""
    kept = (
        c if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} else " " for c in text
    )
    return "\n".join(line.rstrip() for line in "".join(kept).splitlines()).strip()


def title_of(document: Mapping[str, Any]) -> str:
    """Return the API's name, in one line."""
    return " ".join(clean_text(document["info"].get("title")).split()) or "an API"


def to_markdown(text: str) -> str:
    """Return a line of Markdown that shows the text, whatever it is made of."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~&])", r"\\\1", " ".join(clean_text(text).split()))


def to_docstring(text: str, indent: int) -> str:
    """Return the literal, quotes and all, without the indent of its first line; long lines are wrapped."""
    lines: list[str] = []
    for line in clean_text(text).splitlines():
        room, hanging = WIDTH - indent, re.match(r"\s*(?:[-*]|\d+\.)?\s*", line)
        spaces = " " * len(hanging[0]) if hanging else ""
        lines += textwrap.wrap(
            line, room, subsequent_indent=spaces, break_long_words=False, break_on_hyphens=False
        ) or [""]
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for line in lines]
    if len(escaped) == 1 and not escaped[0].endswith('"'):
        return f'"""{escaped[0]}"""'
    margin = " " * indent
    return "\n".join(
        [f'"""{escaped[0] if escaped else ""}', *(f"{margin}{line}".rstrip() for line in escaped[1:]), f'{margin}"""']
    )
