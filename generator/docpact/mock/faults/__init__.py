"""Ways in which a server can differ from its document, each with a name, to show that contract tests notice."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from docpact.errors import UsageError
from docpact.mock.document import Document
from docpact.mock.engine import Engine
from docpact.mock.faults import access, bodies, envelopes, lists, memory, requests, statuses, wire
from docpact.mock.faults.catalogue import Fault
from docpact.mock.faults.mechanism import Deviating, FaultyApp, Site, raw_path
from docpact.mock.operations import Operation
from docpact.mock.requests import RequestReader

__all__ = ["FAULTS", "Deviating", "Fault", "FaultyApp", "format_faults", "place_fault", "raw_path"]

MODULES = (statuses, wire, bodies, envelopes, requests, access, memory, lists)
FAULTS: Mapping[str, Fault] = MappingProxyType(
    {name: fault for module in MODULES for family in module.FAMILIES for name, fault in family.faults.items()}
)
"""All faults, by name."""
EVERYWHERE = "*"


def place_fault(text: str, document: Document, engine: Engine, reader: RequestReader) -> list[Deviating]:
    """Return the fault of `NAME`, `NAME:OPERATION` or `NAME:*` at work: at the first operation that it fits otherwise.

    Raises `UsageError` for an unknown name or operation, or one that the fault cannot show in.
    """
    name, _, wanted = text.partition(":")
    fault = FAULTS.get(name)
    if fault is None:
        near = get_close_matches(name, FAULTS, n=1)
        hint = f"did you mean {near[0]}?" if near else "docpact mock --list-faults shows them all"
        raise UsageError(f"there is no fault `{name}`", where="--fault", hint=hint)
    chosen = _choose(fault, wanted, document)
    return [
        fault.at(Site(document=document, operation=operation, engine=engine, reader=reader)) for operation in chosen
    ]


def format_faults(document: Document | None = None) -> str:
    """Return the catalogue for people, by family; with a document, how many of its operations each fits."""
    lines: list[str] = []
    for family in dict.fromkeys(fault.family for fault in FAULTS.values()):
        lines += ["", family] if lines else [family]
        for name, fault in FAULTS.items():
            if fault.family == family:
                fitting = f" [{len(fault.operations(document))} operations]" if document else ""
                lines.append(f"  {name.ljust(30)}  {fault.description} ({fault.expected_check}){fitting}")
    return "\n".join(lines)


def _choose(fault: Fault, wanted: str, document: Document) -> tuple[Operation, ...]:
    fitting = fault.operations(document)
    if not wanted or wanted == EVERYWHERE:
        if not fitting:
            raise UsageError(f"the fault `{fault.name}` fits no operation of this document", where="--fault")
        return fitting if wanted else fitting[:1]
    operation = document.operation(wanted)
    if operation is None:
        raise UsageError(f"there is no operation `{wanted}`", where="--fault", hint="an operationId or `METHOD /path`")
    if operation not in fitting:
        raise UsageError(f"the fault `{fault.name}` cannot show in {operation.signature}", where="--fault")
    return (operation,)
