"""Statements about fields → draft schemas: what the pages say, before the samples are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docpact.dialects.statements import OBJECT, BodyStatement, FieldStatement, Limits, Member, TypeStatement
from docpact.dialects.words.limits import merge_limits
from docpact.model.collect.claims import make_claim, silence_claim, statement_claims
from docpact.model.context import Context
from docpact.model.evidence import Aspect, Claim, decide
from docpact.model.types import Array, Map, Object, OneOf, Property, Reference, Scalar, Schema, Unknown
from docpact.read.page import LinkKind, Paragraph, Text


def draft_object(statements: Iterable[FieldStatement], group: str, context: Context) -> Object:
    """Return the object whose properties the statements are about, in their order.

    `group` is where the names of enums are looked for first.
    """
    fields = group_fields(statements)
    return Object(properties=tuple(draft_property(about, group, context) for about in fields))


def group_fields(statements: Iterable[FieldStatement]) -> list[list[FieldStatement]]:
    """Return the statements by the field that they are about, whatever the case of its name, in the order of the first.

    A field that is only spoken of in notes isn't one: notes are about fields that others list.
    """
    found: dict[str, list[FieldStatement]] = {}
    for statement in statements:
        found.setdefault(statement.name.lower(), []).append(statement)
    return list(found.values())


def draft_property(about: Sequence[FieldStatement], group: str, context: Context) -> Property:
    """Return the property as the pages describe it, with the claims that they make."""
    claims = list(field_claims(about, group, context))
    first = about[0]
    required, nullable = decide(claims, Aspect.REQUIRED), decide(claims, Aspect.NULLABLE)
    return Property(
        name=first.name,
        schema=draft_schema(about, claims, context),
        required=bool(required and required.value),
        nullable=bool(nullable and nullable.value),
        deprecated=any(statement.deprecated for statement in about),
        blocks=next((statement.description for statement in about if statement.description), ()),
        required_if=next((statement.required_if for statement in about if statement.required_if), ()),
        extensions=tuple(dict.fromkeys(pair for statement in about for pair in statement.extensions)),
        origin=first.origin,
        claims=tuple(claims),
    )


def field_claims(about: Sequence[FieldStatement], group: str, context: Context) -> list[Claim]:
    """Return what the statements about one field claim, and what their silence means."""
    claims: list[Claim] = []
    for statement in about:
        kind = statement.type
        schema = type_schema(kind, statement, group, context) if kind is not None else None
        if kind is None and statement.fields:
            nested = draft_object(statement.fields, group, context)
            claims.append(make_claim(Aspect.TYPE, statement.source, nested, Text((), statement.origin)))
        claims += statement_claims(statement, schema)
    return [*claims, *silence_claim(about)]


def draft_schema(about: Sequence[FieldStatement], claims: Sequence[Claim], context: Context) -> Schema:
    """Return the schema that the claims make: the type, in its lists, with limits and values."""
    kind, lists = decide(claims, Aspect.TYPE), decide(claims, Aspect.ARRAY)
    depth = lists.value if lists else 0
    schema: Schema = kind.value if kind else Unknown()
    if depth and schema == Unknown():
        schema = _entries_by_description(about, context)
    return compose_schema(schema, depth, claims)


def compose_schema(schema: Schema, lists: int, claims: Sequence[Claim]) -> Schema:
    """Return the type with the limits and values that are claimed, inside that many lists."""
    limits, values = decide(claims, Aspect.LIMITS), decide(claims, Aspect.VALUES)
    stated: Limits = limits.value if limits else Limits()
    if lists and isinstance(schema, Scalar) and schema.type not in {"integer", "number"}:
        # A number of texts can only be how many there are; of numbers it may be how large they are.
        stated = _counted(stated, "items")
    if isinstance(schema, Unknown) and not lists and stated.default is not None:
        schema = replace(schema, default=stated.default)
    if isinstance(schema, Scalar):
        schema = _limited(schema, stated, values.value if values else ())
    for level in range(lists):
        outermost = level == lists - 1
        own = Limits(
            min_items=stated.min_items if outermost else None,
            max_items=stated.max_items if outermost else None,
            unique_items=stated.unique_items if outermost else None,
        )
        schema = Array(items=schema, limits=own)
    return schema


def type_schema(kind: TypeStatement, statement: FieldStatement | None, group: str, context: Context) -> Schema:
    """Return the schema that a type names, without its lists; `statement` is about the field that has it."""
    schema = _innermost(kind, statement, group, context)
    return Map(values=schema) if kind.map else schema


def body_schema(body: BodyStatement, group: str, context: Context) -> Schema:
    """Return the schema of a body: of its fields, or else of its type."""
    if body.fields:
        return field_schema(body.fields, body.type, group, context)
    if body.type is None:
        return Object(properties=())
    return listed(type_schema(body.type, None, group, context), body.type.lists)


def field_schema(
    statements: Sequence[FieldStatement], kind: TypeStatement | None, group: str, context: Context
) -> Schema:
    """Return the object of those fields, or the list or map whose entries they describe."""
    schema: Schema = draft_object(statements, group, context)
    if kind is not None and kind.map:
        schema = Map(values=schema)
    return listed(schema, kind.lists if kind is not None else 0)


def listed(schema: Schema, lists: int) -> Schema:
    """Return the schema inside that many lists."""
    for _ in range(lists):
        schema = Array(items=schema)
    return schema


def _innermost(kind: TypeStatement, statement: FieldStatement | None, group: str, context: Context) -> Schema:
    if statement is not None and statement.fields:
        return draft_object(statement.fields, group, context)
    if kind.one_of:
        options = tuple(listed(type_schema(one, None, group, context), one.lists) for one in kind.one_of)
        return OneOf(options=options)
    if kind.link:
        return _linked(kind, group, context)
    if kind.type:
        return _scalar(kind, statement, group, context)
    if kind.name and not kind.open:
        return _named(kind, statement, context)
    # `object` says that much; `any` and `mixed` say nothing.
    return Object(properties=()) if kind.open and kind.name == OBJECT else Unknown()


def _counted(limits: Limits, what: str) -> Limits:
    """Return the limits with what would limit a number as a limit of how many `items` there are, or of a `length`."""
    low = limits.minimum if isinstance(limits.minimum, int) and limits.minimum >= 0 else None
    high = limits.maximum if isinstance(limits.maximum, int) and limits.maximum >= 0 else None
    bare = replace(limits, minimum=None, maximum=None)
    if what == "items":
        return merge_limits(bare, Limits(min_items=low, max_items=high))
    return merge_limits(bare, Limits(min_length=low, max_length=high))


def _limited(schema: Scalar, limits: Limits, members: tuple[Member, ...]) -> Scalar:
    own = replace(limits, min_items=None, max_items=None, unique_items=None)
    if schema.type == "string":
        own = _counted(own, "length")
        if isinstance(own.default, bool | int | float):
            # What is written without quotes is a text all the same where the type is one.
            own = replace(own, default=str(own.default).lower())
    return Scalar(type=schema.type, format=schema.format, limits=own, members=members)


def _scalar(kind: TypeStatement, statement: FieldStatement | None, group: str, context: Context) -> Schema:
    scalar = Scalar(type=kind.type or "string", format=kind.format)
    if statement is None or statement.members or kind.format or kind.type == "boolean":
        return scalar
    enum = _enum_by_name(statement.name, group, context)
    if enum is None:
        return scalar
    message = f"`{statement.name}` has the name of an enum, but no link to it"
    context.fault("enum-unlinked", message, statement.origin)
    return Reference(name=enum)


def _enum_by_name(name: str, group: str, context: Context) -> str | None:
    """Return the enum that a field is a value of by its name, alone or after its group.

    `Filters.State` on the lock's pages takes values of the lock state; plain `state` in a structure is linked.
    """
    last = name.rsplit(".", 1)[-1]
    candidates = [last] if "." not in name else [last, f"{group}-{last}"]
    keys = (context.links.find_enum(candidate) for candidate in candidates)
    return next((context.names.get(key) for key in keys if key), None)


def _linked(kind: TypeStatement, group: str, context: Context) -> Schema:
    link = kind.link
    if link is None:
        return Unknown()
    label = link.target.lower()
    if link.kind is LinkKind.LABEL and label in context.sections:
        # Inside its own table, a label leads to nothing that could be written inline without end.
        others = {name: fields for name, fields in context.sections.items() if name != label}
        return draft_object(context.sections[label], group, replace(context, sections=others))
    key = context.links.resolve(link, kind.words.origin.path)
    if key is not None and key in context.names:
        return Reference(name=context.names[key])
    what = "leads to no page" if key is None else "leads to a page that describes no type"
    context.fault("link-dangling", f"`{link.target}` {what}; the type is left open", kind.words.origin)
    return Unknown(name=kind.words.plain)


def _named(kind: TypeStatement, statement: FieldStatement | None, context: Context) -> Schema:
    origin = statement.origin if statement is not None else kind.words.origin
    key = context.links.find_type(kind.name)
    if key is not None and key in context.names:
        context.fault("type-unlinked", f"`{kind.name}` is a page's name, but no link to it", origin)
        return Reference(name=context.names[key])
    context.fault("type-unknown", f"`{kind.name}` is described nowhere; only samples tell what it is", origin)
    return Unknown(name=kind.name)


def _entries_by_description(about: Sequence[FieldStatement], context: Context) -> Schema:
    """Return the structure or enum that a description links to, for a list whose type cell names no entries."""
    for statement in about:
        for block in statement.description:
            for span in block.text.links if isinstance(block, Paragraph) else ():
                key = context.links.resolve(span.link, statement.origin.path) if span.link else None
                if key in context.links.types and key in context.names:
                    return Reference(name=context.names[key])
    return Unknown()
