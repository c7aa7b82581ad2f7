"""What an argument's text means; argparse says which argument a refusal is about."""

from __future__ import annotations

import argparse
from pathlib import Path

LARGEST_COUNT = 1_000_000
OUTPUTS = ("text", "github", "json", "junit", "sarif", "html")
"""What `docpact check` can print."""


def parse_source(text: str) -> Path | str:
    """Return the file that an argument names, or the text where it is a URL or standard input."""
    return text if text == "-" or text.lower().startswith(("http://", "https://")) else Path(text)


def parse_codes(text: str) -> tuple[str, ...]:
    """Return the diagnostics' codes that an argument lists."""
    from difflib import get_close_matches  # noqa: PLC0415 - the help needs neither.

    from docpact.diagnostics import CODES  # noqa: PLC0415

    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    if unknown := sorted(set(codes) - set(CODES)):
        near = get_close_matches(unknown[0], CODES, n=1)
        raise argparse.ArgumentTypeError(f"there is no code `{unknown[0]}`{f', but `{near[0]}`' if near else ''}")
    return codes


def parse_names(text: str) -> tuple[str, ...]:
    """Return the names in an argument."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def parse_count(text: str) -> int:
    """Return a number of things."""
    if not text.isascii() or not text.isdigit() or int(text) > LARGEST_COUNT:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {LARGEST_COUNT}")
    return int(text)
