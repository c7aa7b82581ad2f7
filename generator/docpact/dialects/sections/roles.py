"""Which table or list is what: one rule a function, asked in order; the first that takes a block decides.

`docpact explain --page` shows the rule that took each block.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.cell_lists import with_cell_lists
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.dialects.sections.context import InContext, blocks_in_context
from docpact.dialects.sections.entries import read_list
from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.labels import labels_in
from docpact.dialects.sections.line_labels import is_line_part, labelled_values
from docpact.dialects.sections.request_line import LINE_ALONE
from docpact.dialects.sections.rows import Rows, read_table, status_column
from docpact.dialects.sections.statuses import statuses_of
from docpact.dialects.words.paths import placeholders
from docpact.read.page import Block, DefinitionList, FieldList, List, Note, Paragraph, Sample, Table

WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})


class Role(StrEnum):
    """What a block tells about its operation."""

    PATH = "path parameters"
    QUERY = "query parameters"
    HEADER = "request headers"
    COOKIE = "cookies"
    BODY = "request body"
    MIXED = "parameters of several places"
    RESPONSE = "response body"
    RESPONSE_HEADER = "response headers"
    STATUSES = "statuses"
    SCOPES = "scopes"
    CODES = "codes of the API's own"
    SAMPLE = "sample"
    STRUCTURE = "structure that a type refers to"
    UNPLACED = "fields that no rule places"
    LINE = "request line"
    REST = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A block with its role."""

    found: InContext
    role: Role
    rule: str
    rows: Rows
    """The rows of a table or list of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the rules look at."""

    found: InContext
    rows: Rows
    """Those of a table or list of names."""
    names: tuple[str, ...]
    """The names that the block lists."""
    method: str
    variables: frozenset[str]
    """The names of the path's variables, in lower case."""
    referred: frozenset[str]
    """The labels that types refer to, in lower case."""
    own: frozenset[str]
    """Those that types of the topic itself refer to."""
    in_query: bool
    """Whether the request line has a query string and no sample sends a body."""


def take_blocks(topic: Topic, referred: frozenset[str]) -> list[Taken]:
    """Return the topic's blocks, each with the role that the first fitting rule gives it."""
    line = topic.line
    method = line.method if line else "GET"
    lines = [one for one in (line, *topic.siblings) if one is not None]
    variables = frozenset(squash(name) for one in lines for name in placeholders(one.path))
    own = frozenset(label for section in topic.sections for label in labels_in(section))
    blocks = list(blocks_in_context(topic))
    in_query = line is not None and bool(line.query) and not any(map(_sends_body, blocks))
    taken: list[Taken] = []
    for found in blocks:
        rows = _rows(found.block)
        asked = Asked(
            own=own,
            in_query=in_query,
            found=found,
            rows=rows,
            names=tuple(row.name for row in rows.rows),
            method=method,
            variables=variables,
            referred=referred,
        )
        taken.append(_take(asked))
    return taken


def _sends_body(found: InContext) -> bool:
    """Tell whether a block shows, or words over it speak of, a request's body."""
    if isinstance(found.block, Sample):
        return found.about.direction == "request" and found.block.text.lstrip().startswith(("{", "[", "<"))
    return found.about.place == "body" and found.about.direction != "response"


def squash(name: str) -> str:
    """Return a variable's name as request lines and tables spell it alike: small, without what joins its words."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _take(asked: Asked) -> Taken:
    for rule in RULES:
        if (role := rule(asked)) is not None:
            words = (rule.__doc__ or "").split("\n", 1)[0]
            return Taken(found=asked.found, role=role, rule=words, rows=asked.rows)
    return Taken(found=asked.found, role=Role.REST, rule="", rows=asked.rows)


def _rows(block: Block) -> Rows:
    if isinstance(block, Table):
        read = read_table(with_header(block))
        faults = list(read.faults)
        return Rows(rows=tuple(with_cell_lists(read.rows, faults.append)), faults=tuple(faults))
    return read_list(block) if isinstance(block, FieldList | DefinitionList | List) else Rows()


def _sample(asked: Asked) -> Role | None:
    """Take a literal block as a sample."""
    return Role.SAMPLE if isinstance(asked.found.block, Sample) else None


def _line_alone(asked: Asked) -> Role | None:
    """Take a paragraph of nothing but a method and a path as the request line."""
    block = asked.found.block
    if not isinstance(block, Paragraph) or not block.text.plain:
        return None
    parts = list(labelled_values(block))
    told = bool(parts) and all(is_line_part(label, value) for label, value, _ in parts)
    return Role.LINE if told or LINE_ALONE.fullmatch(block.text.plain) else None


def _prose(asked: Asked) -> Role | None:
    """Leave a paragraph or note to the description."""
    return Role.REST if isinstance(asked.found.block, Paragraph | Note) else None


def _structure(asked: Asked) -> Role | None:
    """Take a table under a label that a type refers to as that type's."""
    block = asked.found.block
    labels = {label.lower() for label in block.labels} if isinstance(block, Table) else set()
    caption = parse_caption(block.caption if isinstance(block, Table) else "")
    # One that another operation refers to may be this operation's body or response as well.
    speaks = caption.direction or caption.place or caption.status
    return Role.STRUCTURE if labels & asked.own or (labels & asked.referred and not speaks) else None


def _line_itself(asked: Asked) -> Role | None:
    """Take a list or table of a method and a path as the request line."""
    pairs = list(labelled_values(asked.found.block))
    about = [label for label, value, _ in pairs if is_line_part(label, value)]
    return Role.LINE if about and len(about) == len(pairs) else None


def _scopes(asked: Asked) -> Role | None:
    """Take what stands under words for permissions, or has a column of scopes, as who may call."""
    block = asked.found.block
    if isinstance(block, Table) and block.header and find_column(block, Column.SCOPE) == 0:
        return Role.SCOPES
    words = [text for text in asked.found.texts if SCOPES_ALONE.fullmatch(text.strip(" :"))]
    return Role.SCOPES if words else None


SCOPES_ALONE = re.compile(
    r"(?:required |oauth |access |user )*(?:scopes?|permissions?|roles?|privileges?|jwt claims?|claims?)"
    r"(?: required| needed)?|required (?:jwt )?claims|required permissions",
    re.IGNORECASE,
)


def _statuses(asked: Asked) -> Role | None:
    """Take a table or list whose rows begin with statuses as what comes back with each."""
    block = asked.found.block
    if isinstance(block, Table):
        return Role.STATUSES if status_column(with_header(block)) is not None else None
    listed = statuses_of(block)
    # Errors that are numbered from 100 on are the API's own, not HTTP's.
    own = asked.found.about.errors and any(one.status[0] not in "45" for one in listed)
    return Role.STATUSES if listed and not own else None


def _own_codes(asked: Asked) -> Role | None:
    """Take a list of codes from 100 on as the API's own: no response of HTTP ends with such a status."""
    listed = statuses_of(asked.found.block)
    strange = [one for one in listed if one.status[0] == "1" and not INTERIM.search(one.description.plain)]
    return Role.CODES if strange else None


INTERIM = re.compile(r"\b(continue|switching|upgrade[ds]?|processing|early hints)\b", re.IGNORECASE)


def _example(asked: Asked) -> Role | None:
    """Leave what stands under words for an example."""
    return Role.REST if asked.found.about.example else None


def _nameless(asked: Asked) -> Role | None:
    """Leave a table or list without names to the description."""
    return None if asked.names else Role.REST


def _about_one_parameter(asked: Asked) -> Role | None:
    """Leave what stands under the name of one parameter: it lists its values."""
    title = asked.found.texts[-1] if asked.found.texts else ""
    nearest = next((text for text in asked.found.texts if ONE_PARAMETER.search(text)), "")
    return Role.REST if nearest and nearest in {title, *asked.found.texts[-2:]} else None


ONE_PARAMETER = re.compile(
    r"(?:['\"\u2018\u2019\u201c\u201d`]|\bthe )[\w.-]+['\"\u2018\u2019\u201c\u201d`]?"
    r"(?: and ['\"\u2018\u201c`]?[\w.-]+['\"\u2019\u201d`]?)? (?:query )?(?:parameters?|fields?|option)$",
    re.IGNORECASE,
)


def _response_headers(asked: Asked) -> Role | None:
    """Place headers of the response by words for both."""
    about = asked.found.about
    headers = about.place == "header" or _names_headers(asked)
    return Role.RESPONSE_HEADER if about.direction == "response" and headers else None


def _headers(asked: Asked) -> Role | None:
    """Place what stands in a column headed `Header` in the header fields."""
    return Role.HEADER if _names_headers(asked) else None


def _names_headers(asked: Asked) -> bool:
    block = asked.found.block
    column = find_column(block, Column.NAME) if isinstance(block, Table) and block.header else None
    return isinstance(block, Table) and column is not None and bool(HEADER_HEAD.fullmatch(block.header[column]))


HEADER_HEAD = re.compile(r"\W*(?:(?:http|request|response) )*headers?(?: name)?\W*", re.IGNORECASE)


def _response(asked: Asked) -> Role | None:
    """Place fields in the response by words for what comes back."""
    return Role.RESPONSE if asked.found.about.direction == "response" else None


def _path(asked: Asked) -> Role | None:
    """Place path parameters by words for the path, or where all names are its variables."""
    all_variables = all(squash(name) in asked.variables for name in asked.names)
    return Role.PATH if all_variables or asked.found.about.place == "path" else None


def _placed(asked: Asked) -> Role | None:
    """Place fields by words for a place: `URI` is the path or query; what a GET has as data or JSON comes back."""
    place, about = asked.found.about.place, asked.found.about
    if (
        place == "body"
        and asked.method in {"GET", "HEAD"}
        and not about.direction
        and not CALL_WORDS.search(about.near)
    ):
        return Role.RESPONSE
    roles = {"query": Role.QUERY, "header": Role.HEADER, "cookie": Role.COOKIE, "body": Role.BODY, "uri": Role.QUERY}
    return roles.get(place) if place is not None else None


def _attributes(asked: Asked) -> Role | None:
    """Place attributes of a thing by the method: a GET returns them, a POST sends them."""
    about = asked.found.about
    if not about.attributes or about.direction or CALL_WORDS.search(about.near):
        return None
    return Role.RESPONSE if asked.method in WITHOUT_BODY else Role.BODY


CALL_WORDS = re.compile(r"\b(param(eter)?s?|arguments?|args?|filters?)\b", re.IGNORECASE)


def _by_method(asked: Asked) -> Role | None:
    """Place parameters by the method: in the query without a body or where the request line has one, else the body."""
    about = asked.found.about
    with_variables = any(squash(name) in asked.variables for name in asked.names)
    if not (about.direction == "request" or about.parameters or with_variables or _is_lead_table(asked)):
        return None
    if isinstance(asked.found.block, List) and not (about.parameters or about.direction):
        return None
    if asked.in_query:
        return Role.QUERY
    return Role.MIXED if with_variables and asked.method not in WITHOUT_BODY else _default(asked.method)


def _default(method: str) -> Role:
    return Role.QUERY if method in WITHOUT_BODY else Role.BODY


def _is_lead_table(asked: Asked) -> bool:
    """Tell whether it is a table of names and types, or a list of typed names, that nothing stands over."""
    block, found = asked.found.block, asked.found
    if not found.in_head or found.texts:
        return False
    if isinstance(block, Table):
        return find_column(with_header(block), Column.TYPE, Column.REQUIRED, Column.OPTIONAL) is not None
    return isinstance(block, FieldList) and any(field.name.plain.split()[0] in PARAM_WORDS for field in block.fields)


PARAM_WORDS = frozenset({
    "param", "parameter", "arg", "argument", "query", "queryparam", "qparam", "form", "formparam", "header",
    "reqheader", "json", "jsonparam", "reqjson", "body", "path", "url", "cookie",
})  # fmt: skip


def _unplaced(asked: Asked) -> Role | None:
    """Report a table of names with types or explanations, or a list of typed names, that no words place."""
    if isinstance(asked.found.block, FieldList | DefinitionList | List):
        rows = asked.rows.rows
        typed_rows = [row for row in rows if row.type is not None and row.type.type is not None]
        return Role.UNPLACED if len(rows) > 1 and 2 * len(typed_rows) > len(rows) else Role.REST
    table = with_header(asked.found.block) if isinstance(asked.found.block, Table) else None
    if table is None:
        return Role.REST
    typed = find_column(table, Column.TYPE) is not None
    explained = None not in {find_column(table, Column.NAME), find_column(table, Column.DESCRIPTION)}
    return Role.UNPLACED if typed or explained else Role.REST


RULES: tuple[Callable[[Asked], Role | None], ...] = (
    _sample, _line_alone, _prose, _line_itself, _structure, _own_codes, _statuses, _scopes, _example, _nameless,
    _about_one_parameter, _response_headers, _headers, _response, _path, _placed, _attributes, _by_method, _unplaced,
)  # fmt: skip
