"""What is said to the person: output, progress, counts; and the exit codes that end it."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from docpact.diagnostics import Diagnostic, Severity
from docpact.plain_text import ESCAPES, visible_lines

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
FINE, FAILED, WRONG = 0, 1, 2
INTERRUPTED = 130
MOST_FINDINGS = 20


def say(text: str) -> None:
    """Print to the terminal beside the output: progress, verdicts, errors."""
    print(visible_lines(text), file=sys.stderr)


def out(text: str) -> None:
    """Print what was asked for, for people: nothing in it commands the terminal or CI."""
    print(visible_lines(text))


def out_as_is(text: str, *, utf8: bool = False) -> None:
    """Print what was asked for, for a tool: the format has its own escapes.

    `utf8` is for formats that are UTF-8 wherever they are read, whatever the terminal's encoding: YAML, JSON.
    """
    if utf8 and "utf" not in (sys.stdout.encoding or "utf-8").lower():
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", ESCAPES))
    else:
        print(text)


def escape_unencodable() -> None:
    """Have characters that the output's encoding lacks written as escapes: none of them ends a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ESCAPES)


def out_report(text: str, form: str) -> None:
    """Print a report in that format, a key of the commands' `--format`; `painted` is one with colours of our own."""
    match form:
        case "json" | "sarif":
            out_as_is(text, utf8=True)
        case "github" | "painted":
            out_as_is(text)
        case _:
            out(text)


def find_paint() -> Callable[[str, str], str]:
    """Return what gives text a style: none where the output is no terminal or `NO_COLOR` is set.

    `FORCE_COLOR` has colour in any case. Source: https://no-color.org, https://force-color.org
    """
    wanted = os.environ.get("FORCE_COLOR") or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
    if os.environ.get("NO_COLOR") or not wanted:
        return lambda text, _: text
    from rich.color import ColorSystem  # noqa: PLC0415 - takes longer to import than most commands run.
    from rich.style import Style  # noqa: PLC0415

    return lambda text, style: Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def say_findings(findings: Iterable[object]) -> None:
    """Say what isn't understood of a document, each in a line; of many the first."""
    listed = list(findings)
    for finding in listed[:MOST_FINDINGS]:
        say(f"docpact: note: {finding}")
    if len(listed) > MOST_FINDINGS:
        say(f"docpact: note: {len(listed) - MOST_FINDINGS} more")


def is_watched() -> bool:
    """Return whether a person looks on: a terminal, and not CI's."""
    return sys.stderr.isatty() and not os.environ.get("CI")


def find_command() -> str:
    """Return how the person's shell calls this command from the working directory.

    By its name, unless their shell doesn't find it: it is in an environment of tox's, or in one that isn't activated.
    """
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{Path(sys.executable).name} -m docpact"
    found = None if os.environ.get("TOX_ENV_NAME") else shutil.which("docpact")
    return "docpact" if found or called.name != "docpact" else os.path.relpath(called)


def show_progress(text: str) -> None:
    """Say on a terminal what is being done; nothing in CI or into a file."""
    if is_watched():
        say(f"· {text}")


class StatusLine:
    """The last line of a terminal, which is written over again and again."""

    def __init__(self) -> None:
        self._shown = False
        self._red = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Return how many characters it has room for; the last column stays empty, since some terminals wrap there."""
        return max(1, shutil.get_terminal_size().columns - 1)

    def show(self, text: str, *, bad: bool = False) -> None:
        """Write a text in the place of the last one, in red for bad news."""
        shown = f"\x1b[31m{text}\x1b[0m" if bad and self._red else text
        sys.stderr.write(f"\r{shown}{' ' * (self.width - len(text))}")
        sys.stderr.flush()
        self._shown = True

    def say(self, text: str) -> None:
        """Write a line that stays, above."""
        self.clear()
        say(text)

    def clear(self) -> None:
        """Leave the line as empty as it was."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self.width}\r")
            sys.stderr.flush()
            self._shown = False


def format_document_line(document: Mapping[str, Any]) -> str:
    """Return what the document has, in words."""
    operations = sum(method in METHODS for item in document["paths"].values() for method in item)
    schemas = len(document.get("components", {}).get("schemas", ()))
    webhooks = len(document.get("webhooks", ()))
    return f"{operations} operations, {schemas} schemas" + (f", {webhooks} webhooks" if webhooks else "")


def format_severity_line(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many diagnostics of each severity there are, in words."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    found = [f"{count} {severity}{'s' * (count > 1)}" for severity in Severity if (count := counts[severity])]
    return ", ".join(found) or "no diagnostics"
