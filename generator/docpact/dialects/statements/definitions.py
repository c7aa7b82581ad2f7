"""Statements about what has a page or place of its own beside operations: structures, enums, webhooks."""

from __future__ import annotations

from dataclasses import dataclass

from docpact.diagnostics import Origin
from docpact.dialects.statements.fields import FieldStatement, Member, TypeStatement
from docpact.dialects.statements.operations import SampleStatement
from docpact.read.page import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureStatement:
    """An object type that has a page, or a place with a label, of its own."""

    key: str
    """The page's name, or `page#label` for one of several on a page: unique, and what component names are made from."""
    page: str
    title: str
    labels: tuple[str, ...] = ()
    """The explicit targets that lead to it."""
    fields: tuple[FieldStatement, ...]
    extends: tuple[TypeStatement, ...] = ()
    """The structures whose properties it has as well."""
    blocks: tuple[Block, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumStatement:
    """A list of values that has a page of its own."""

    key: str
    """As of a structure."""
    page: str
    title: str
    labels: tuple[str, ...] = ()
    members: tuple[Member, ...]
    flags: bool = False
    """Whether values are sums of members: a bit mask, not one of a list."""
    blocks: tuple[Block, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookStatement:
    """A request that the API makes to its user's server."""

    event: str
    page: str
    title: str
    blocks: tuple[Block, ...] = ()
    fields: tuple[FieldStatement, ...]
    samples: tuple[SampleStatement, ...] = ()
    origin: Origin
