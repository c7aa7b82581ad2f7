"""General pages → how callers authenticate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.model.drafts import note_texts
from docpact.model.operations import OperationDraft
from docpact.model.samples import PageSamples
from docpact.model.types import OAuth
from docpact.read import Column, DocumentationTree, PageKind, Sample, Table, find_column
from docpact.read.page import walk_blocks

# RFC 6749, section 3: the two endpoints that the authorization code flow needs.
AUTHORIZE = re.compile(r"https://[^\s\"'`<>?|]+/authorize\b(?![/\w])")
TOKEN = re.compile(r"https://[^\s\"'`<>?|]+/token\b(?![/\w])")


def authentication_schemes(drafts: Sequence[OperationDraft], general: Sequence[PageSamples]) -> tuple[str, ...]:
    """Return the `Authorization` schemes that the sample requests of any page show."""
    found: set[str] = set()
    for samples in [*(draft.samples for draft in drafts), *general]:
        found |= {value.split(" ", 1)[0] for curl in samples.curls if (value := curl.header("Authorization"))}
    return tuple(scheme for scheme in sorted(found) if scheme.isalnum())


def find_oauth(tree: DocumentationTree) -> OAuth | None:
    """Return the authorization code flow that the general pages describe; None where they name no two URLs for it."""
    texts = list(_texts(tree))
    authorize = next((match[0] for text in texts if (match := AUTHORIZE.search(text))), "")
    token = next((match[0] for text in texts if (match := TOKEN.search(text))), "")
    if not authorize or not token:
        return None
    return OAuth(authorization_url=authorize, token_url=token, scopes=tuple(_scopes(tree)))


def _texts(tree: DocumentationTree) -> Iterator[str]:
    for page in tree.of_kind(PageKind.GENERAL):
        for section in page.sections:
            for block in walk_blocks(section.blocks):
                if isinstance(block, Sample):
                    yield block.text
            yield from (text.plain for text in note_texts(section.blocks))


def _scopes(tree: DocumentationTree) -> Iterator[tuple[str, str]]:
    """Yield names and descriptions from tables with a column of scopes, each name once."""
    seen: set[str] = set()
    for page in tree.of_kind(PageKind.GENERAL):
        for section in page.sections:
            for table in section.blocks:
                if not isinstance(table, Table) or (names := find_column(table, Column.SCOPE)) is None:
                    continue
                for row in table.rows:
                    words = [cell.plain for cell in row.cells]
                    if words[names] and " " not in words[names] and words[names] not in seen:
                        seen.add(words[names])
                        yield words[names], " ".join(word for i, word in enumerate(words) if i != names)
