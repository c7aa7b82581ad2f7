"""Changes → the next version of what is made from the document, and its entry in a changelog."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from docpact.diff.markdown import format_rules
from docpact.diff.rules import RULES
from docpact.diff.types import Change, Impact
from docpact.errors import UsageError

VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
HEADINGS = {Impact.BREAKING: "Breaking", Impact.POSSIBLY: "Possibly breaking", Impact.COMPATIBLE: "Compatible"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The version that comes next."""

    before: str
    version: str
    """The same as before where nothing changed."""
    reason: str
    """The part that is raised, and why."""


def propose_release(changes: Sequence[Change], version: str) -> Release:
    """Return the version after that one: major where something breaks, minor for what is new, patch for words.

    Before 1.0.0 the minor version is raised where something breaks, else the patch version. Raises `UsageError`
    for what is no version of three numbers. Source: https://semver.org/spec/v2.0.0.html, 4 and 6 to 8.
    """
    found = VERSION.fullmatch(version)
    if found is None:
        raise UsageError(f"`{version}` is no version", hint="three numbers such as 1.4.0")
    major, minor, patch = map(int, found.groups())
    breaking = sum(change.impact is Impact.BREAKING for change in changes)
    renamed = sum(RULES[change.rule].names for change in changes if change.impact is not Impact.BREAKING)
    if not changes:
        return Release(before=version, version=version, reason="nothing changed")
    if breaking or renamed:
        counts = [f"{breaking} breaking" if breaking else "", f"{renamed} of names in the client" if renamed else ""]
        reason = f"changes: {', '.join(filter(None, counts))}"
        after = f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
        return Release(before=version, version=after, reason=f"{'major' if major else 'minor, before 1.0.0'}; {reason}")
    if all(RULES[change.rule].words for change in changes):
        return Release(before=version, version=f"{major}.{minor}.{patch + 1}", reason="patch; only words changed")
    after = f"{major}.{minor + 1}.0" if major else f"0.{minor}.{patch + 1}"
    reason = f"{'minor' if major else 'patch, before 1.0.0'}; {len(changes)} changes, none of them breaking"
    return Release(before=version, version=after, reason=reason)


def format_release(changes: Sequence[Change], release: Release) -> str:
    """Return the release's entry in a changelog, as Markdown; changes of words are counted, not listed."""
    parts = [f"## {release.version}", f"{release.before} → {release.version}: {release.reason}."]
    told = [change for change in changes if not RULES[change.rule].words]
    for impact, group in groupby(told, key=lambda change: change.impact):
        parts.append(f"### {HEADINGS[impact]}")
        parts.append(format_rules(list(group)))
    if words := len(changes) - len(told):
        parts.append(f"Words and samples changed in {words} place{'s' * (words > 1)}.")
    return "\n\n".join(parts) + "\n"
