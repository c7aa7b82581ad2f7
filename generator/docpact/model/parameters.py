"""Path and query parameters: the request line, the tables, the pages beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from docpact.diagnostics import Diagnostic, Origin
from docpact.model.describe import describe_schema
from docpact.model.drafts import Context, draft_property, note_texts
from docpact.model.evidence import OPTIONAL, REQUIRED, Aspect, Claim, Source
from docpact.model.names import squash
from docpact.model.operations import OperationDraft
from docpact.model.rows import Field, notes_about
from docpact.model.types import Array, Enum, Object, Parameter, Reference, Scalar, Schema, Unknown
from docpact.read import Text


@dataclass(slots=True)
class ParameterBuilder:
    """Builds the parameters of all operations, so that a page without a table can be helped by its siblings."""

    drafts: Sequence[OperationDraft]
    components: Mapping[str, Object | Enum]
    context: Context
    _known: dict[tuple[str, str | None], list[tuple[Schema, Origin]]] = field(init=False)
    """(parameter name in lower case, group) → schema and place of every table row about it; of all groups by None."""
    _common: dict[tuple[str, str | None], tuple[Schema, Origin]] = field(init=False, default_factory=dict)
    """The commonest of them, once it was asked for."""

    def __post_init__(self) -> None:
        self._known = {}
        for draft in self.drafts:
            for row in draft.uri_fields:
                prop = draft_property(row, draft.page, (), None, self._silent())
                for group in (draft.page.group, None):
                    self._known.setdefault((row.name.lower(), group), []).append((prop.schema, row.origin))

    def build(self, draft: OperationDraft, result: Schema | None) -> tuple[Parameter, ...]:
        """Return the operation's parameters: those of the path in its order, then those of the query in the table's.

        `result` is what the operation answers: a path parameter that no table describes may be a member of it.
        """
        rows = {row.name.lower(): row for row in draft.uri_fields}
        about = notes_about([row.name for row in draft.uri_fields], note_texts(draft.blocks))
        found: list[Parameter] = []
        for name in draft.line.placeholders:
            row = rows.pop(name.lower(), None)
            found.append(
                self._described(draft, row, about, name, "path") if row else self._undescribed_path(draft, name, result)
            )
        for row in list(rows.values()):
            if row.name.lower() in {p.name.lower() for p in found}:
                continue
            found.append(self._described(draft, row, about, self._query_spelling(draft, row.name), "query"))
        found += self._only_in_line(draft, found)
        return tuple(found)

    def _described(
        self,
        draft: OperationDraft,
        row: Field,
        about: Mapping[str, Sequence[Text]],
        name: str,
        location: Literal["path", "query"],
    ) -> Parameter:
        prop = draft_property(row, draft.page, about[row.name], None, self.context)
        schema = prop.schema
        repeated = sum(key.lower() == name.lower() for key, _ in draft.line.query) > 1
        if location == "query" and repeated and not isinstance(schema, Array):
            schema = Array(items=schema)
        claims, required = list(prop.claims), location == "path"
        if required:
            claims.append(_line_claim(Aspect.REQUIRED, REQUIRED, draft.line.origin, name))
        else:
            left_out = self._left_out(draft, name)
            required = prop.required and left_out is None
            claims += _sent_claims(draft, left_out)
            if prop.required and left_out:
                message = f"`{name}` is not marked optional, but a sample request leaves it out; it is optional"
                self._say("required-contradicted", message, row.origin, left_out)
        return Parameter(
            name=name,
            location=location,
            schema=schema,
            required=required,
            blocks=prop.blocks,
            origin=row.origin,
            claims=tuple(claims),
        )

    def _left_out(self, draft: OperationDraft, name: str) -> Origin | None:
        """Return the first sample request that leaves the parameter out, which shows that it may be."""
        for curl in draft.samples.curls:
            sent = {key.lower() for key, _ in parse_qsl(urlsplit(curl.url).query, keep_blank_values=True)}
            if name.lower() not in sent:
                return curl.origin
        return None

    def _query_spelling(self, draft: OperationDraft, name: str) -> str:
        return next((key for key, _ in draft.line.query if key.lower() == name.lower()), name)

    def _undescribed_path(self, draft: OperationDraft, name: str, result: Schema | None) -> Parameter:
        schema, where = self._borrowed(draft, name, result)
        related = (where,) if where else ()
        message = f"`{{{name}}}` is in the path, but in no table" + ("; its type is another page's" if where else "")
        self._say("path-parameter-undocumented", message, draft.line.origin, *related)
        source = Source.SIBLING if where else Source.REQUEST_LINE
        origin, kind = where or draft.line.origin, describe_schema(schema)
        claims = (
            Claim(aspect=Aspect.TYPE, source=source, value=kind, origin=origin, text=name),
            _line_claim(Aspect.REQUIRED, REQUIRED, draft.line.origin, name),
        )
        return Parameter(
            name=name, location="path", schema=schema, required=True, origin=draft.line.origin, claims=claims
        )

    def _borrowed(self, draft: OperationDraft, name: str, result: Schema | None) -> tuple[Schema, Origin | None]:
        """Return the type that other pages give to that name: siblings first, then the answer's member, then any page.

        Where nobody knows it, a path segment is a string: every URL keeps to that.
        """
        if siblings := self._commonest(name, draft.page.group):
            return siblings
        target = self.components.get(result.name) if isinstance(result, Reference) else result
        for prop in target.properties if isinstance(target, Object) else ():
            if squash(prop.name) == squash(name) and isinstance(prop.schema, Scalar):
                return prop.schema, prop.origin
        return self._commonest(name, None) or (Scalar(type="string"), None)

    def _commonest(self, name: str, group: str | None) -> tuple[Schema, Origin] | None:
        key = name.lower(), group
        if key in self._known and key not in self._common:
            counts = Counter(repr(schema) for schema, _ in self._known[key])
            self._common[key] = max(self._known[key], key=lambda entry: counts[repr(entry[0])])
        return self._common.get(key)

    def _only_in_line(self, draft: OperationDraft, found: Sequence[Parameter]) -> list[Parameter]:
        have = {p.name.lower() for p in found if p.location == "query"}
        added: dict[str, Parameter] = {}
        for name, value in draft.line.query:
            if name.lower() in have or name in added:
                continue
            message = f"`{name}` is in the request line, but in no table"
            self._say("query-undocumented", message, draft.line.origin)
            schema: Schema = Scalar(type="boolean") if value in {"true", "false"} else Unknown()
            claims = (
                _line_claim(Aspect.TYPE, describe_schema(schema), draft.line.origin, f"{name}={value}"),
                _line_claim(Aspect.REQUIRED, OPTIONAL, draft.line.origin, name),
            )
            added[name] = Parameter(
                name=name, location="query", schema=schema, required=False, origin=draft.line.origin, claims=claims
            )
        return list(added.values())

    def _say(self, code: str, message: str, origin: Origin, *related: Origin) -> None:
        self.context.report(Diagnostic(code=code, message=message, origin=origin, related=related))

    def _silent(self) -> Context:
        return Context(resolver=self.context.resolver, names=self.context.names, report=lambda _: None)


def _line_claim(aspect: Aspect, value: str, origin: Origin, text: str) -> Claim:
    return Claim(aspect=aspect, source=Source.REQUEST_LINE, value=value, origin=origin, text=text)


def _sent_claims(draft: OperationDraft, left_out: Origin | None) -> list[Claim]:
    """Return what the sample requests show: that the parameter may be left out, or that all send it."""
    if not draft.samples.curls:
        return []
    value, text = (OPTIONAL, "a sample leaves it out") if left_out else (REQUIRED, "every sample sends it")
    origin = left_out or draft.samples.curls[0].origin
    return [Claim(aspect=Aspect.REQUIRED, source=Source.SAMPLE_REQUEST, value=value, origin=origin, text=text)]
