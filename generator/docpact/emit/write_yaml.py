"""Mappings → YAML text, as PyYAML writes it, in a quarter of its time.

A document is some twenty thousand small values, nearly all of which can be written in one way only. Those are written
here; where a text could need more than quotes, the library is asked for that text, and for the whole document where its
answer would depend on the place. A property test holds that every byte is the library's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Ask = Callable[[Any], str]
"""How the library writes a value."""

INDENT = "  "
# A key that is longer is written in another form.
LONGEST_KEY = 100
INK = "[!-~]"
# Letters beyond ASCII that can be shown are nothing to YAML: they are looked at as if each were a question mark.
LAST_LETTER = "\ud7ff"
WORD_PART = "[!-9;-~]"
WORD = rf"(?:{WORD_PART}|:(?={INK}))"
# A text that no reader takes for anything else: it begins with a letter or a slash, and holds no `: ` and no ` #`.
PLAIN = re.compile(rf"[A-Za-z/_$(^]{WORD}*(?: +(?!#){WORD}+)*")
# The same after a digit, where something shows that it is no number, and its beginning that it is no date.
LIKE_NUMBER = re.compile(
    rf"(?![0-9]{{4}}-|0[xX])[0-9](?=.*(?:[g-zG-Z ]|[^eE]-|\..*\.))(?:{WORD_PART})*(?: +(?!#)(?:{WORD_PART})+)*"
)
# YAML 1.1 reads these as truth values and null, written so; and no text at all as null.
TAKEN = frozenset(
    form
    for word in ("yes", "no", "on", "off", "true", "false", "null", "")
    for form in (word, word.upper(), word.capitalize())
)
LINE = re.compile(rf"{INK}(?:[ -~]*{INK})?")
# In one line: what has `: ` or ` #` in it, begins with an indicator, or is a number or a time is nothing but quoted.
TIME = (
    r"[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:[0-9][0-9]:[0-9][0-9](?:\.[0-9]+)?(?:Z|[+-][0-9][0-9]:[0-9][0-9])?)?"
)
QUOTED = re.compile(rf".*(?:: | #|:$)|[#,\[\]{{}}&*!|>'\"%@`]|(?:(?:0|[1-9][0-9]*)|[0-9]+\.[0-9]+|{TIME})$")
PLAIN_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
# Lines without white space at their ends, the first of them not empty, and one line break at the end at most.
BLOCK = re.compile(rf"{INK}(?:[ -~]*{INK})?(?:\n+ *{INK}(?:[ -~]*{INK})?)+\n?|{INK}(?:[ -~]*{INK})?\n")


class UnusualError(ValueError):
    """The value holds something whose form depends on where it stands."""


def write_yaml(document: dict[str, Any], ask: Ask) -> str:
    """Return the document as YAML, keys in their order; raises `UnusualError` where the library must write it all."""
    if type(document) is not dict or not document:
        raise UnusualError
    writer = _Writer(ask)
    writer.mapping(document, "", inline=False)
    return "".join(writer.parts)


def see_as_ascii(text: str) -> str:
    """Return the text with one letter for each beyond ASCII; nothing where one of them can't be shown as it is."""
    shown = text.replace("\n", "").isprintable() and max(text) <= LAST_LETTER
    return text.encode("ascii", "replace").decode("ascii") if shown else ""


class _Writer:
    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.parts: list[str] = []
        self.texts: dict[str, str] = {}
        self.keys: dict[str, str] = {}

    def mapping(self, node: dict[str, Any], pad: str, *, inline: bool) -> None:
        """Write a mapping that isn't empty; `inline`: its first key stands behind a dash."""
        write = self.parts.append
        for key, value in node.items():
            head = f"{'' if inline else pad}{self.keys.get(key) or self.key(key)}:"
            inline = False
            if type(value) is str:
                write(f"{head} {self.text(value, pad)}\n")
            elif type(value) is dict and value:
                write(f"{head}\n")
                self.mapping(value, pad + INDENT, inline=False)
            elif type(value) is list and value:
                write(f"{head}\n")
                self.sequence(value, pad, inline=False)
            else:
                write(f"{head} {self.rest(value)}\n")

    def sequence(self, node: list[Any], pad: str, *, inline: bool) -> None:
        """Write a list that isn't empty; `inline`: its first entry stands behind another's dash."""
        write = self.parts.append
        for value in node:
            head = f"{'' if inline else pad}-"
            inline = False
            if type(value) is str:
                write(f"{head} {self.text(value, pad)}\n")
            elif type(value) is dict and value:
                write(f"{head} ")
                self.mapping(value, pad + INDENT, inline=True)
            elif type(value) is list and value:
                write(f"{head} ")
                self.sequence(value, pad + INDENT, inline=True)
            else:
                write(f"{head} {self.rest(value)}\n")

    def key(self, key: Any) -> str:  # noqa: ANN401 - whatever a mapping has.
        """Return a key's text."""
        if type(key) is not str or len(key) > LONGEST_KEY or not (key.isascii() and LINE.fullmatch(key)):
            raise UnusualError
        return self.keys.setdefault(key, self.text(key, ""))

    def text(self, text: str, pad: str) -> str:
        """Return a text in the form that it has at that indentation."""
        written = self.texts.get(text) or self.texts.setdefault(text, self.form(text))
        return re.sub(r"\n(?!\n)", f"\n{pad}", written) if "\n" in written else written

    def form(self, text: str) -> str:
        """Return a text in the form that it has at no indentation."""
        if text in TAKEN:
            return f"'{text}'"
        seen = text if text.isascii() else see_as_ascii(text)
        if PLAIN.fullmatch(seen) or LIKE_NUMBER.fullmatch(seen):
            return text
        if LINE.fullmatch(seen):
            return "'" + text.replace("'", "''") + "'" if QUOTED.match(seen) else self.asked(text)
        if BLOCK.fullmatch(seen):
            kept = text.removesuffix("\n")
            return ("|-" if kept == text else "|") + re.sub(r"\n(?!\n)", f"\n{INDENT}", f"\n{kept}")
        return self.asked(text)

    def asked(self, value: str | float) -> str:
        """Return the library's form of a value; raises `UnusualError` for one of several lines."""
        written = self.ask([value]).removeprefix("- ").removesuffix("\n")
        if len(written.splitlines()) > 1:
            raise UnusualError
        return written

    def rest(self, value: Any) -> str:  # noqa: ANN401 - any JSON value.
        """Return what is neither a text nor holds anything."""
        if value is True or value is False:
            return "true" if value else "false"
        if type(value) is int:
            return str(value)
        if value is None:
            return "null"
        if type(value) is dict or type(value) is list:
            return "[]" if type(value) is list else "{}"
        if type(value) is not float:
            raise UnusualError
        written = repr(value)
        return written if PLAIN_FLOAT.fullmatch(written) else self.asked(value)
