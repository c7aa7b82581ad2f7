"""Which diagnostics are new: a baseline may only shrink."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docpact.diagnostics import Diagnostic, format_diagnostic
from docpact.errors import InputError

LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<rest>(?:error|warning|note)\[[a-z-]+\] .+)")
PLACE = re.compile(r"[\w./-]+\.\w+:\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Diagnostics beside a baseline."""

    new: tuple[Diagnostic, ...]
    gone: int
    """How many of the baseline's are found no more."""


def read_baseline(path: Path) -> Counter[str]:
    """Return what the file lists, without lines: an edit further up moves them. Raises `InputError` for no baseline."""
    try:
        # Only `\n` ends a line: `splitlines` ends one at what a page may hold, too.
        lines = path.read_text("utf-8").removesuffix("\n").split("\n")
    except FileNotFoundError:
        raise InputError("the baseline does not exist", where=str(path), hint="docpact build writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the baseline cannot be read: {error}", where=str(path)) from error
    found: Counter[str] = Counter()
    for number, line in enumerate(lines if lines != [""] else (), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise InputError("is no line of a baseline", where=f"{path}:{number}", hint="docpact build writes one")
        found[_key(match["path"], match["rest"])] += 1
    return found


def compare_baseline(diagnostics: Sequence[Diagnostic], baseline: Counter[str]) -> Comparison:
    """Return what the baseline doesn't have; of several alike, those beyond its number."""
    left = Counter(baseline)
    new: list[Diagnostic] = []
    for diagnostic in diagnostics:
        match = LINE.fullmatch(format_diagnostic(diagnostic))
        key = _key(match["path"], match["rest"]) if match else _key(diagnostic.origin.path, diagnostic.message)
        if left[key]:
            left[key] -= 1
        else:
            new.append(diagnostic)
    return Comparison(new=tuple(new), gone=left.total())


def _key(path: str, rest: str) -> str:
    """Return what stays the same when lines move."""
    return f"{path} {PLACE.sub(lambda match: match[0].rpartition(':')[0], rest)}"
