"""Everything that pages claim together."""

from __future__ import annotations

from dataclasses import dataclass, field

from docpact.dialects.statements.definitions import EnumStatement, StructureStatement, WebhookStatement
from docpact.dialects.statements.fields import FieldStatement
from docpact.dialects.statements.operations import OperationStatement
from docpact.dialects.statements.pages import PageStatement
from docpact.dialects.statements.security import OAuthStatement, RateLimitStatement, SchemeStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentation:
    """Everything that the pages claim."""

    title: str = ""
    """The API's name, where a page states one."""
    servers: tuple[str, ...] = ()
    """The addresses that the pages call the API's."""
    operations: tuple[OperationStatement, ...] = ()
    structures: tuple[StructureStatement, ...] = ()
    enums: tuple[EnumStatement, ...] = ()
    webhooks: tuple[WebhookStatement, ...] = ()
    sections: dict[str, tuple[FieldStatement, ...]] = field(default_factory=dict)
    """Label, in lower case → the fields described in the section that it stands before."""
    schemes: tuple[SchemeStatement, ...] = ()
    rate_limit: RateLimitStatement | None = None
    oauth: OAuthStatement | None = None
    pages: tuple[PageStatement, ...] = ()


def merge_documentation(parts: tuple[Documentation, ...]) -> Documentation:
    """Return what several dialects claim together; of what there can be one of, the first counts."""
    return Documentation(
        title=next((part.title for part in parts if part.title), ""),
        servers=tuple(dict.fromkeys(one for part in parts for one in part.servers)),
        operations=tuple(one for part in parts for one in part.operations),
        structures=tuple(one for part in parts for one in part.structures),
        enums=tuple(one for part in parts for one in part.enums),
        webhooks=tuple(one for part in parts for one in part.webhooks),
        sections={label: fields for part in reversed(parts) for label, fields in part.sections.items()},
        schemes=tuple(dict.fromkeys(one for part in parts for one in part.schemes)),
        rate_limit=next((part.rate_limit for part in parts if part.rate_limit), None),
        oauth=next((part.oauth for part in parts if part.oauth), None),
        pages=tuple(dict.fromkeys(one for part in parts for one in part.pages)),
    )
