"""What reading one page gives, and its form in the cache and between processes.

JSON and not pickle: what lies in a cache folder of a strange checkout must not be able to run.
"""

from __future__ import annotations

import msgspec

from docpact.diagnostics import Diagnostic
from docpact.read.page import Page


class PageReading(msgspec.Struct, frozen=True):
    """A page, and what else became known while it was read."""

    page: Page | None
    """None where it could not be read."""
    diagnostics: tuple[Diagnostic, ...]
    included: dict[str, str]
    """Path → digest of each file that the page depends on beside itself; empty for one that could not be read."""


DECODER = msgspec.json.Decoder(PageReading)


def dump_reading(reading: PageReading) -> str:
    """Return the reading as one line of JSON."""
    return msgspec.json.encode(reading).decode()


def load_reading(text: str) -> PageReading:
    """Return what `dump_reading` was given; raises `ValueError` for other text."""
    try:
        return DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError) as error:
        raise ValueError(f"is no page: {error}") from error
