"""The run over all pages: directives, what they tell, their operations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.base import with_base
from docpact.dialects.httpdomain.direction import find_direction
from docpact.dialects.httpdomain.linked import fill_linked
from docpact.dialects.httpdomain.naming import find_tags, index_pages, operation_name, unique_names
from docpact.dialects.httpdomain.operations import OperationReader, Read
from docpact.dialects.httpdomain.resources import find_resources
from docpact.dialects.httpdomain.retold import unite_retold
from docpact.dialects.httpdomain.scope import Found, find_directives
from docpact.dialects.httpdomain.telling import read_telling, share_twins
from docpact.dialects.httpdomain.vocabulary import CONNECTION, GENERATED, OTHER_METHODS
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import Documentation, PageStatement, TagStatement


def read_pages(pages: Sequence[PageView], report: Report) -> Documentation:
    """Return the operations of all claimed sections, in the pages' order."""
    found = [one for view in pages for one in find_directives(view.page, view.sections)]
    supported = [one for one in found if _is_supported(one, report)]
    sent = find_direction([one.directive for one in supported], report)
    tellings = [read_telling(one, report) for one in supported]
    reader = OperationReader(
        sent=sent,
        resources=find_resources(view.page for view in pages if view.sections),
        routes=tuple(route for telling in tellings for route in telling.routes),
        report=report,
    )
    tags = _tags(supported, pages)
    read = [
        one
        for (telling, source), tag in zip(share_twins(tellings), tags, strict=True)
        for one in reader.read(telling, source, tag)
    ]
    read = fill_linked(read)
    schemes = {scheme.scheme: scheme for one in reversed(read) for scheme in one.schemes}
    if len(schemes) == 1:
        read = [_with_only_scheme(one, next(iter(schemes))) for one in read]
    unindexed = frozenset(place for place, one in enumerate(read) if one.unindexed)
    united = with_base(unite_retold([one.operation for one in read], report, unindexed))
    names = unique_names([operation_name(one.method, one.path) for one in united])
    return Documentation(
        operations=tuple(replace(one, name=name) for one, name in zip(united, names, strict=True)),
        schemes=tuple(schemes[word] for word in sorted(schemes)),
        pages=tuple(_page(view) for view in pages if view.sections),
    )


def _with_only_scheme(read: Read, scheme: str) -> Read:
    """Return an operation that takes `Authorization` with the one way of authentication that the pages name."""
    if read.operation.security is not None or not read.authorized:
        return read
    return replace(read, operation=replace(read.operation, security=(scheme,)))


def _is_supported(found: Found, report: Report) -> bool:
    """Tell whether the directive's operation can be in the document; report it where it can't."""
    directive = found.directive
    argument = re.sub(r"\s+", " ", directive.argument)
    if directive.name in GENERATED:
        source = f"`{directive.name}` makes its operations from the application `{argument}`"
        message = f"{source}: they are missing from the document"
        report(Diagnostic(code="operations-generated", message=message, origin=directive.origin))
        return False
    if directive.name == CONNECTION or found.method.lower() in OTHER_METHODS:
        message = f"`{directive.name}` is not supported: `{argument}` is missing from the document"
        report(Diagnostic(code="operation-unsupported", message=message, origin=directive.origin))
        return False
    if not argument:
        message = f"`{directive.name}` has no path: the operation is missing from the document"
        report(Diagnostic(code="signature-missing", message=message, origin=directive.origin))
        return False
    return True


def _tags(found: Sequence[Found], pages: Sequence[PageView]) -> list[TagStatement]:
    """Return the group of each directive; the directives of a page stand together."""
    indexes = index_pages([view.page for view in pages])
    tags: list[TagStatement] = []
    for name, group in groupby(found, key=lambda one: one.page.name):
        tags += find_tags(list(group), indexes.get(name.rpartition("/")[0]))
    return tags


def _page(view: PageView) -> PageStatement:
    page = view.page
    labels = tuple(label for section in page.sections for label in section.labels)
    return PageStatement(name=page.name, path=page.origin.path, labels=labels)
