"""What is found in the input: severity, code, origin, text, hint. Validation is a stream of these; `cli` prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from docpact.plain_text import visible


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in the documentation."""

    path: str
    """The file, relative to the documentation's root, with forward slashes."""
    line: int
    """Counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Severity(StrEnum):
    """How much a finding costs."""

    ERROR = "error"
    """Something was left out of the document."""
    WARNING = "warning"
    """Two places contradict one another, or one contradicts itself; settled by a rule."""
    NOTE = "note"
    """Could be clearer; read as it was most probably meant."""

    @property
    def rank(self) -> int:
        """How much it costs beside the others: more is worse."""
        return [Severity.NOTE, Severity.WARNING, Severity.ERROR].index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. `format_diagnostic` draws it."""

    code: str
    """A key of `CODES`."""
    message: str
    """What was found and what was made of it."""
    origin: Origin
    """The place that speaks against the others, or the only one."""
    related: tuple[Origin, ...] = ()
    """The places that it disagrees with."""
    level: Severity | None = None
    """The severity that the configuration gives to the code; None for the catalogue's."""
    suggestion: str = ""
    """What the author probably meant, where something that exists is spelt nearly so."""

    @property
    def severity(self) -> Severity:
        """The configured severity, else the one that `CODES` gives to the code."""
        return self.level or CODES[self.code].severity

    @property
    def hint(self) -> str:
        """What the author of the page can do about it."""
        return CODES[self.code].hint


Report: TypeAlias = Callable[[Diagnostic], None]
"""Where a function that can find fault with its input says so. A test passes `found.append`."""


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the catalogue of diagnostics."""

    severity: Severity
    meaning: str
    """What is wrong with the page, for its author."""
    hint: str
    """What to write instead."""


def format_diagnostic(diagnostic: Diagnostic, place: Callable[[Origin], str] = str) -> str:
    """Return `path:line: severity[code] message (see path:line) - hint`, on one line whatever the page says.

    `place` returns what a place is called where a person must find the file from where they are.
    """
    related = f" (see {', '.join(map(place, diagnostic.related))})" if diagnostic.related else ""
    code = f"{diagnostic.severity}[{diagnostic.code}]"
    return visible(f"{place(diagnostic.origin)}: {code} {diagnostic.message}{related} - {diagnostic.hint}")


def file_name(origin: Origin, files: Mapping[str, Path]) -> str:
    """Return the page's file as seen from the working directory, with forward slashes.

    `files` has the file of each path that an origin names; a path that it doesn't have is returned as it is.
    """
    path = files.get(origin.path)
    if path is None:
        return origin.path
    absolute, here = path.resolve(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def origin_names(files: Mapping[str, Path]) -> Callable[[Origin], str]:
    """Return what names a place by its file as seen from the working directory: `docs/books.rst:12`."""
    return lambda origin: f"{file_name(origin, files)}:{origin.line}"


def sort_diagnostics(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return them by place, code and text, each once."""
    return sorted(set(diagnostics), key=lambda d: (d.origin, d.code, d.message, d.related))


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, Code] = {
    # Pages
    "page-unreadable": Code(_E, "The page cannot be read; it is left out.", "fix the file or remove it"),
    "page-encoding": Code(_E, "The page is not UTF-8 text; it is left out.", "save it as UTF-8"),
    "file-unreadable": Code(
        _E,
        "A file that the page includes cannot be read; its text is left out.",
        "correct its name; files outside the documentation are read from folders in `include` of docpact.toml's [docs]",
    ),
    "directive-unknown": Code(
        _N,
        "A directive that no dialect, docutils or Sphinx defines; its content is read all the same.",
        "look at what the document has of it; a dialect can be added for it",
    ),
    "role-unknown": Code(
        _N,
        "A role that no dialect, docutils or Sphinx defines; its words are kept.",
        "look at what the document has of it; a dialect can be added for it",
    ),
    "markup-unsupported": Code(
        _N,
        "Markup that Sphinx understands and docpact reads only in part.",
        "look at what the document has of it, and write it another way where that matters",
    ),
    "markup": Code(_N, "docutils objects to the markup.", "fix the markup; Sphinx shows it wrongly too"),
    "substitution-unknown": Code(
        _W,
        "A `|name|` in request lines is replaced by nothing.",
        "define it in conf.py, or under [docs] in docpact.toml",
    ),
    "link-dangling": Code(
        _W, "A type's link leads to no page that describes a type.", "fix the link or write the page"
    ),
    "heading-misspelt": Code(
        _N,
        "A heading or column differs by a letter or two from a word with a meaning.",
        "spell it as the rules know it",
    ),
    "ignore-unknown": Code(
        _W, "A comment `docpact: ignore` names a code that doesn't exist.", "name a code, as diagnostics do in brackets"
    ),
    # Tables
    "table-malformed": Code(_W, "docutils can't read the table.", "line up its columns"),
    "table-lost": Code(_E, "The table's columns cannot be recognised; it is left out.", "line up its columns"),
    "table-unplaced": Code(
        _W, "A table under a caption that the dialect doesn't know.", "call it URI Parameters or Body Parameters"
    ),
    "literal-unread": Code(
        _E,
        "A literal block has parameters or a response in plain text below a request line; they are left out.",
        "write them below the block, as a table or list",
    ),
    "codes-own": Code(
        _W,
        "A list of codes from 100 on: they aren't statuses of HTTP, and stand in the description only.",
        "list the statuses of HTTP apart; describe the codes as values of a property",
    ),
    "row-nameless": Code(
        _W, "A table row has no usable name; it is left out.", "give it a name or merge it with the row above"
    ),
    "name-blank": Code(_N, "A name has blanks in it; it is taken as it stands.", "write the name that travels"),
    "row-repeated": Code(_W, "One name or status is listed twice; the first counts.", "keep one row"),
    # Structures and enums
    "structure-empty": Code(
        _W, "A structure's page has no table of its properties.", "add a table with Name, Type and Description"
    ),
    "enum-empty": Code(
        _E, "An enum's page has no table of its values; it is left out.", "add a table with Number and Name"
    ),
    "enum-unlinked": Code(_N, "A property has an enum's name, but no link to it.", "link the enum in the type cell"),
    "type-unknown": Code(
        _W,
        "A type that no page describes; what all samples agree on is taken, else it is left open.",
        "describe it on a page and link it",
    ),
    "type-unlinked": Code(_N, "A type is a page's name without a link.", "link it with :doc:"),
    "field-undocumented": Code(
        _W, "A sample shows a property that no table lists; it is left out.", "list it or take it out of the sample"
    ),
    "null-unmarked": Code(_N, "A sample shows null where the table doesn't say so.", "mark the type (nullable)"),
    # Contradictions
    "type-contradicted": Code(_W, "The table's type and the samples disagree.", "make them agree"),
    "array-contradicted": Code(
        _W, "Table and samples disagree whether it is a list.", "put [] after the type, or take it away"
    ),
    "name-contradicted": Code(_W, "Table and samples spell a name differently.", "use the name that the API uses"),
    "required-contradicted": Code(
        _W, "A sample lacks a property that isn't marked optional.", "mark it (optional) or send it"
    ),
    "shape-contradicted": Code(
        _W, "The response's type and its samples have different shapes.", "describe what the samples show"
    ),
    # Operations
    "request-line-missing": Code(
        _E, "An endpoint page without a request line; it is left out.", "add a literal block with METHOD and URL"
    ),
    "method-missing": Code(
        _E,
        "An address stands over parameters or samples, and no method with it: no operation is made of it.",
        "write the method before the path: `GET /books`",
    ),
    "request-line-malformed": Code(_E, "A request line cannot be read; it is skipped.", "write one whole path"),
    "request-line-repeated": Code(
        _N,
        "Several request lines with one description; each operation gets all of it.",
        "give each operation a heading of its own",
    ),
    "directive-unused": Code(
        _E,
        "An unknown directive contains a request line, table, field list or sample, and none of it is used.",
        "say under [dialect] in docpact.toml what the directive means, or write it as text",
    ),
    "request-line-unused": Code(
        _E,
        "A request line that documents no operation: it may be missing from the document.",
        "describe it under a heading of its own, with tables of its parameters and responses, or head it as an example",
    ),
    "part-invalid": Code(
        _E,
        "What a page says has no place in OpenAPI: the operation or webhook is left out, a schema is left open.",
        "look at what the message names; it may be a misspelled name or number",
    ),
    "operation-repeated": Code(
        _E, "Two pages describe one operation; the second is left out.", "keep one of the pages"
    ),
    "path-case": Code(_N, "A path is spelled in another case than on other pages.", "spell it as the others do"),
    "path-parameter-unknown": Code(
        _E, "A parameter is said to be in the path, which doesn't have it; it is left out.", "spell both the same"
    ),
    "name-collision": Code(
        _N, "Two schemas of the document would have one name; one gets another.", "rename the page or the base's schema"
    ),
    "path-variables-differ": Code(
        _W, "Operations of one path call its variable differently; the commonest name is taken.", "use one name"
    ),
    "path-parameter-undocumented": Code(_W, "A path parameter is in no table.", "add a row for it"),
    "query-undocumented": Code(_W, "A query parameter of the request line is in no table.", "add a row for it"),
    "body-misplaced": Code(
        _W, "A GET is described with a body; it is left out.", "call the fields query parameters, or response fields"
    ),
    "body-undocumented": Code(_W, "A sample sends a body that no table describes.", "add a Body Parameters table"),
    "scopes-missing": Code(_W, "No scopes are listed.", "add a Scopes table"),
    # Responses
    "responses-missing": Code(_W, "The page describes no response of the operation.", "add a Responses table"),
    "status-unlisted": Code(_W, "A sample shows a status that the table doesn't list.", "list the status"),
    "body-impossible": Code(_W, "A body is shown for a status that has none.", "take the sample's body out"),
    "envelope-missing": Code(_W, "A sample has no envelope, unlike the others.", "show the whole body"),
    # Directives and field lists of sphinxcontrib-httpdomain
    "operation-unsupported": Code(
        _E,
        "A directive whose method OpenAPI 3.1 has no place for; the operation is left out.",
        "document it under a method that OpenAPI knows, or leave it out",
    ),
    "operations-generated": Code(
        _E,
        "A directive that makes its operations from the application's code; they are left out.",
        "write the operations out, as `http:get` and the like",
    ),
    "signature-missing": Code(
        _E, "A directive without a path; the operation is left out.", "write the path after `::`"
    ),
    "operation-retold": Code(
        _W,
        "One operation is described in two places; what only the second says is added to the first.",
        "describe it once, or mark the second with `:noindex:`",
    ),
    "path-parameter-misplaced": Code(
        _W,
        "A `:param:` is no variable of the path; it is read as what the samples or the method make of it.",
        "use `:query:`, `:form:` or `:<json:`, or put the variable into the path",
    ),
    "path-parameter-repeated": Code(
        _W, "A variable stands twice in a path; the second gets a number.", "give each variable a name of its own"
    ),
    "query-in-body": Code(
        _W, "Parameters are listed with `:query:`, but samples send them in the body.", "list them with `:<json:`"
    ),
    "direction-contradicted": Code(
        _W,
        "A field with `<` or `>` stands on the other side than the method, the header or its neighbours say.",
        "turn the sign round",
    ),
    "direction-turned": Code(
        _N,
        "Most fields use `>` for what is sent and `<` for what is received, as httpdomain does since 2.1.0.",
        "use `reqjson`, `resjson`, `reqheader` and `resheader`, which mean the same in all releases",
    ),
    "field-swallowed": Code(
        _W, "A field stands inside the text of another; it is read as a field.", "begin a new line with it"
    ),
    "field-outside": Code(
        _W,
        "Fields stand after their directive, not in it; they are read as its own.",
        "indent them under the directive",
    ),
    "field-turned": Code(_W, "A field names the type after the name.", "write the type first: `:query int limit:`"),
    "field-unknown": Code(
        _W, "A field looks like one of httpdomain's, but isn't one; it is left as text.", "use one of its fields"
    ),
    "status-unreadable": Code(_W, "A status isn't a number from 100 to 599; it is left out.", "write the number first"),
    "path-optional": Code(
        _W,
        "A path has a part in brackets that may be left out; only the path without it is in the document.",
        "write both paths",
    ),
    "parameter-in-prose": Code(
        _W, "Only a sentence speaks of a parameter; it is left out.", "list it in a table or list of parameters"
    ),
    "column-unread": Code(
        _W, "A column says yes or no, and no rule knows to what; it is left out.", "head it `Required`, or use words"
    ),
    "fields-general": Code(
        _N,
        "A table of typed fields stands in no operation, and nothing refers to it; it is left out.",
        "link it from where it is sent or returned",
    ),
    "statuses-general": Code(
        _N, "A table of statuses stands in no operation; it is left out.", "repeat those that an operation returns"
    ),
    "same-taken": Code(
        _N, "An operation is said to have the same fields as another one; they are taken from there.", "repeat them"
    ),
    "same-unknown": Code(
        _W,
        "An operation is said to have fields of something that isn't an operation; they are left out.",
        "link the operation, or name it by its title or its method and path; repeat what isn't one's",
    ),
    # Samples
    "sample-json": Code(_W, "A sample is not JSON; it was repaired.", "fix the sample"),
    "sample-unreadable": Code(_W, "A sample is not JSON and cannot be repaired; it is left out.", "fix the sample"),
    "sample-sketch": Code(
        _N, "A sample has placeholders or dots: its names are taken, not its values.", "show a real body"
    ),
    "sample-invalid": Code(
        _W,
        "A sample contradicts the tables, and no rule decides between them.",
        "make the sample and the tables agree",
    ),
    "sample-time": Code(_N, "A sample shows a time without its offset from UTC.", "write the offset: `Z` for UTC"),
    "curl-method": Code(_W, "A curl line has another method than the request line.", "use the request line's"),
    "curl-path": Code(_W, "A curl line has another path than the request line.", "use the request line's"),
    "curl-query": Code(_W, "A curl line sends a query parameter that no table lists.", "list it or take it out"),
    "curl-body": Code(_W, "A curl line sends a body where none is described.", "describe it or take it out"),
    "curl-header": Code(_N, "A curl line's Content-Type does not fit what it sends.", "send application/json, or none"),
    "sample-curl": Code(_W, "A curl line cannot be read; it is left out.", "close its quotes"),
    # YAML files of parameters and statuses, and lists that name their entries
    "yaml-unreadable": Code(_E, "A YAML text can't be read; what it holds is left out.", "fix the YAML"),
    "definition-malformed": Code(
        _E, "A definition isn't a mapping; it is left out.", "give it `in`, `type`, `required` and `description`"
    ),
    "definition-repeated": Code(_W, "A YAML file defines one name twice; the last counts.", "keep one definition"),
    "definition-key-unknown": Code(_W, "A definition has a key that means nothing.", "fix its spelling"),
    "parameter-unknown": Code(
        _E, "A listed parameter has no definition that can be read; it is left out.", "define it, or take it out"
    ),
    "parameters-unplaced": Code(
        _E, "A parameter list belongs to no operation; it is left out.", "put it below an operation's heading"
    ),
    "parameters-empty": Code(_N, "A parameter list is empty.", "list the parameters, or take the directive out"),
    "location-unknown": Code(
        _E, "A definition doesn't say where the parameter travels; it is left out.", "write `in: path`, or another"
    ),
    "location-contradicted": Code(
        _W, "A definition's `in` is contradicted by the place that uses it.", "use a definition of the right `in`"
    ),
    "path-parameter-misspelt": Code(
        _W, "A parameter spells a variable otherwise than the path.", "use the path's name"
    ),
    "path-variable-renamed": Code(
        _W, "A variable of the URL has a name that a path template can't have.", "use letters, digits, `_` and `-`"
    ),
    "path-spelling": Code(_W, "Two paths differ by hyphens and underscores alone.", "spell both as the API does"),
    "wrapper-unlisted": Code(
        _N, "A list leaves out the object that the sample wraps its properties in.", "list the wrapper first"
    ),
    "status-reason-unknown": Code(
        _W, "A status names a reason that the YAML file doesn't have.", "add the reason, or name another"
    ),
}
"""Every code that can be reported."""
