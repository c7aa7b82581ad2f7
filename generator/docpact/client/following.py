"""What follows a call: the next page of its answer, or the end of the command that it gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.client.python_text import key_of, to_identifier
from docpact.client.raw import RawClient, entry_of, without_unset
from docpact.client.surface import Group, Method, Paging, StatusMethod
from docpact.extensions import Conventions


def find_paging(method: Method, raw: RawClient, taken: set[str]) -> Paging | None:
    """Return how its pages are asked for; None where it has none."""
    if method.verb != "get" or method.optional:
        return None
    names = {key_of(argument.name): argument for argument in method.arguments if not argument.positional}
    listing = method.name.removeprefix("get_").removeprefix("list_")
    name = to_identifier(f"iter {listing}", taken)
    page_name = to_identifier(f"page {listing}", taken)
    listed = {"": method.result}
    if method.result in raw.models:
        listed = {field.name: without_unset(field.annotation) for field in raw.models[method.result].fields}
    entries = {key: entry for key, kind in listed.items() if (entry := entry_of(kind))}
    if len(entries) != 1:
        return None
    (member, entry) = next(iter(entries.items()))
    if "page" in names and not names["page"].required:
        size = next((names[key].name for key in ("itemsperpage", "pagesize", "perpage") if key in names), "")
        return Paging(
            kind="page", argument=names["page"].name, size=size, member=member, entry=entry, name=name,
            page_name=page_name,
        )  # fmt: skip
    cursor = next((a for key, a in names.items() if key.startswith("last") and key.endswith("date")), None)
    times = (
        [f.name for f in raw.models[entry].fields if f.annotation == "datetime.datetime"] if entry in raw.models else []
    )
    if cursor and not cursor.required and not member and len(times) == 1:
        size = next((names[key].name for key in ("elements", "limit", "count") if key in names), "")
        return Paging(
            kind="cursor", argument=cursor.name, size=size, member=times[0], entry=entry, name=name, page_name=page_name
        )
    return None


def find_status(groups: Sequence[Group], raw: RawClient, conventions: Conventions) -> StatusMethod | None:
    """Return the operation that reports on an accepted command, by the id of the command, and how it is read.

    None in an API without such a convention.
    """
    if not conventions.pending_id or not conventions.pending_status:
        return None
    wanted = [key_of(conventions.pending_id)]
    for group in groups:
        for method in group.methods:
            positional = [argument for argument in method.arguments if argument.positional]
            model = raw.models.get(method.result)
            options = {"timeout", "headers", "retries"} & {argument.name for argument in method.arguments}
            if method.verb != "get" or [key_of(a.name) for a in positional] != wanted or model is None or options:
                continue
            members = {field.wire: field for field in model.fields}
            identifier, status = members.get(conventions.pending_id), members.get(conventions.pending_status)
            if identifier is None or status is None:
                continue
            result = members.get(conventions.pending_result)
            return StatusMethod(
                group=group,
                method=method,
                identifier=identifier.name,
                status=status.name,
                result=result.name if result and result.annotation == "int" else "",
            )
    return None


def mark_waiting(groups: Sequence[Group], status: StatusMethod | None, raw: RawClient) -> Iterator[Group]:
    """Yield the groups with what gives a command marked as such."""
    for group in groups:
        methods = [
            replace(method, waits=True)
            if status
            and method.verb != "get"
            and method.result in raw.models
            and any(f.name == status.identifier for f in raw.models[method.result].fields)
            else method
            for method in group.methods
        ]
        yield replace(group, methods=tuple(methods))
