"""What this dialect has in common with others: reading JSON samples and `curl` lines, and limits in words."""

from __future__ import annotations

from dataclasses import replace

from docpact.dialects.statements import Limits
from docpact.dialects.words.calls import CURL, parse_curl
from docpact.dialects.words.json_samples import read_json
from docpact.dialects.words.limits import parse_stated
from docpact.dialects.words.several import says_several

__all__ = ["CURL", "limits_in_words", "parse_curl", "read_json", "says_several"]


def limits_in_words(text: str) -> Limits:
    """Return the limits that a description states, without the default, whose wordings differ between dialects."""
    return replace(parse_stated(text).limits, default=None)
