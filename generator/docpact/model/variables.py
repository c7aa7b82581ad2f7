"""Names of path variables: one path has one, since OpenAPI forbids templates that differ by them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import OperationStatement
from docpact.dialects.words.paths import NAME, placeholders


def unify_variables(operations: Sequence[OperationStatement], report: Report) -> list[OperationStatement]:
    """Return the operations with one name for each variable of a path: the commonest, of equals the first."""
    spellings: dict[str, Counter[tuple[str, ...]]] = {}
    firsts: dict[tuple[str, tuple[str, ...]], OperationStatement] = {}
    for one in operations:
        path, names = NAME.sub("{}", one.path), placeholders(one.path)
        spellings.setdefault(path, Counter())[names] += 1
        firsts.setdefault((path, names), one)
    found: list[OperationStatement] = []
    for one in operations:
        path, own = NAME.sub("{}", one.path), placeholders(one.path)
        names = spellings[path].most_common(1)[0][0]
        if names != own:
            like = firsts[path, names]
            message = f"`{one.path}` is `{like.path}` in another operation, whose names are taken"
            report(Diagnostic(code="path-variables-differ", message=message, origin=one.origin, related=(like.origin,)))
        found.append(_renamed(one, names) if names != own else one)
    return found


def _renamed(operation: OperationStatement, names: Sequence[str]) -> OperationStatement:
    own = placeholders(operation.path)
    new = dict(zip((name.lower() for name in own), names, strict=True))
    fresh = iter(names)
    return replace(
        operation,
        path=NAME.sub(lambda _: f"{{{next(fresh)}}}", operation.path),
        fields=tuple(
            replace(one, name=new[one.name.lower()]) if one.location == "path" and one.name.lower() in new else one
            for one in operation.fields
        ),
    )
