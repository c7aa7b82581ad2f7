"""Faults of lists: filters and pages."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Ask, Request, Site
from docpact.mock.faults.places import lists
from docpact.mock.listing import filter_names, find_listing, include_names, page_names
from docpact.mock.operations import Operation

FILTER, PAGING = Family("filter"), Family("paging")
FAMILIES = (FILTER, PAGING)
FILTERS, PAGES = "filter_conformance", "paging_conformance"


def filters(document: Document, operation: Operation) -> bool:
    """Fits lists with a filter."""
    return lists(document, operation) and bool(filter_names(document, operation))


def pages(document: Document, operation: Operation) -> bool:
    """Fits lists that come in pages."""
    return lists(document, operation) and all(page_names(operation))


def includes(document: Document, operation: Operation) -> bool:
    """Fits what leaves members out unless they are asked for."""
    return operation.method == "GET" and bool(include_names(document, operation))


def without(request: Request, *names: str) -> Request:
    """Return the request without some of its query parameters."""
    left_out = {name.lower() for name in names}
    kept = [(k, v) for k, v in parse_qsl(request.query, keep_blank_values=True) if k.lower() not in left_out]
    return replace(request, query=urlencode(kept))


def moved(request: Request, name: str, by: int) -> Request:
    """Return the request with another number in one of its query parameters, if it has it."""
    pairs = parse_qsl(request.query, keep_blank_values=True)
    changed = [(k, str(int(v) + by) if k.lower() == name.lower() and v.isdecimal() else v) for k, v in pairs]
    return replace(request, query=urlencode(changed))


def with_elements(site: Site, answer: Answer, *, empty: bool = False, start: int = 0, end: int | None = None) -> Answer:
    """Return the answer with a part of its list only."""
    listing = find_listing(site.document, site.operation)
    if listing is None or not answer.good:
        return answer
    content = answer.content
    _, held = site.document.answer_schema(site.operation, answer.status)
    elements = listing.elements(content.get(held) if held else content)
    elements[:] = [] if empty else elements[start:end]
    return answer.but(content)


@FILTER.around(FILTERS, filters)
async def ignored_filters(site: Site, request: Request, ask: Ask) -> Answer:
    """No filter has an effect."""
    return await ask(without(request, *filter_names(site.document, site.operation)))


@FILTER.around(FILTERS, filters)
async def ignored_filter(site: Site, request: Request, ask: Ask) -> Answer:
    """The last filter that is documented has no effect."""
    return await ask(without(request, filter_names(site.document, site.operation)[-1]))


@FILTER.around(FILTERS, filters)
async def filter_finds_nothing(site: Site, request: Request, ask: Ask) -> Answer:
    """With a filter, the list is empty."""
    answer = await ask(request)
    names = filter_names(site.document, site.operation)
    return with_elements(site, answer, empty=without(request, *names).query != request.query)


@FILTER.around("include_conformance", includes)
async def ignored_include(site: Site, request: Request, ask: Ask) -> Answer:
    """What is asked to be included is not."""
    return await ask(without(request, *include_names(site.document, site.operation)))


@PAGING.around(PAGES, pages)
async def ignored_paging(site: Site, request: Request, ask: Ask) -> Answer:
    """The whole list comes, whatever page is asked for."""
    return await ask(without(request, *page_names(site.operation)))


@PAGING.around(PAGES, pages)
async def one_more_on_a_page(site: Site, request: Request, ask: Ask) -> Answer:
    """A page holds one more than was asked for."""
    return await ask(moved(request, page_names(site.operation)[1], 1))


@PAGING.around(PAGES, pages)
async def one_less_on_a_page(site: Site, request: Request, ask: Ask) -> Answer:
    """The last thing of every page is missing."""
    answer = await ask(request)
    return (
        with_elements(site, answer, end=-1)
        if page_names(site.operation)[1].lower() in request.query.lower()
        else answer
    )


@PAGING.around(PAGES, pages)
async def first_page_again(site: Site, request: Request, ask: Ask) -> Answer:
    """Every page is the first one."""
    return await ask(without(request, page_names(site.operation)[0]))


@PAGING.around(PAGES, pages)
async def pages_from_zero(site: Site, request: Request, ask: Ask) -> Answer:
    """Pages are counted from another number than documented, so that each is the one after it."""
    return await ask(moved(request, page_names(site.operation)[0], 1))
