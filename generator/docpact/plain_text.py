"""Text of pages, documents and servers → text that no terminal, CI log or Markdown takes for anything else.

Pages and documents are untrusted: a property's name may hold a line break and a command to a CI runner, an escape
sequence, a mark that turns the direction of what follows, or HTML.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

# Controls, separators of lines, halves of surrogate pairs, and marks that turn the direction of text: everything that
# moves a cursor, ends a line or shows other text than is there. Joiners (U+200C, U+200D) belong to words.
_UNSAFE = (
    "\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f"
)
UNSAFE = re.compile(f"[{_UNSAFE}]")
UNSAFE_BUT_LINES = re.compile(f"(?!\\n)[{_UNSAFE}]")
# GitHub's runner takes `##[…]` anywhere in a line, and `::` at its start, for a command; Azure's takes `##vso[…]`,
# TeamCity's `##teamcity[…]`.
# Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
BRACKET_COMMAND = re.compile(r"##(?=\w{0,20}\[)")
COLON_COMMAND = re.compile(r"^(\s*)(?=::)", re.MULTILINE)
LAST_OF_ASCII = 0x7F
BACKTICKS = re.compile("`+")
ESCAPES = "docpact-escapes"
"""The name of the error handler for encodings that lack a character."""


def visible(text: object) -> str:
    """Return the text on one line: what can't be seen or ends a line is shown as an escape, commands are broken."""
    return break_commands(UNSAFE.sub(escape_character, str(text)))


def visible_lines(text: str) -> str:
    r"""Return a text of several lines, each as `visible` shows it; only `\n` ends a line."""
    return break_commands("\n".join(UNSAFE.sub(escape_character, line) for line in text.split("\n")))


def format_json(value: Any) -> str:  # noqa: ANN401 - any JSON value.
    r"""Return JSON for people and tools: letters of all scripts as they are, what `visible` hides as `\uNNNN`."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    shown = "\n".join(UNSAFE.sub(_escape_json, line) for line in text.split("\n"))
    return BRACKET_COMMAND.sub(r"#\\u0023", shown)


def code_span(text: str) -> str:
    """Return a code span of Markdown that shows the text, whatever it holds; empty for none.

    The fence is longer than any run of backticks inside; a blank keeps it from those at the ends.
    Source: https://spec.commonmark.org/0.31.2/#code-spans
    """
    words = " ".join(text.split())
    if not words:
        return ""
    fence = "`"
    runs = set(BACKTICKS.findall(words))
    while fence in runs:
        fence += "`"
    blank = " " if words[0] == "`" or words[-1] == "`" else ""
    return f"{fence}{blank}{words}{blank}{fence}"


def escape_unencodable(error: UnicodeError) -> tuple[str, int]:
    r"""Write what an encoding lacks as `\uNNNN`, which is the same text in JSON: an error handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_json_units, error.object[error.start : error.end])), error.end


codecs.register_error(ESCAPES, escape_unencodable)


def break_commands(text: str) -> str:
    """Return the text with a backslash in what CI runners take for commands."""
    return COLON_COMMAND.sub(r"\1\\", BRACKET_COMMAND.sub(r"##\\", text))


def escape_character(found: re.Match[str]) -> str:
    """Return the character as an escape that Python, too, reads as that character."""
    code = ord(found[0])
    if found[0] in "\n\r":
        return "\\n" if found[0] == "\n" else "\\r"
    return found[0].encode("ascii", "backslashreplace").decode("ascii") if code > LAST_OF_ASCII else f"\\x{code:02x}"


def _escape_json(found: re.Match[str]) -> str:
    return _json_units(found[0])


def _json_units(character: str) -> str:
    return json.dumps(character)[1:-1]
