"""A directive's argument → path templates and their variables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote

URL = re.compile(r"(?:https?|wss?)://[^/?]*")
# `(name)` and `(type:name)` are the package's own; the others are those of web frameworks, as pages copy them.
VARIABLE = re.compile(
    r"\((?P<round>[^()]+)\)|\{(?P<curly>[^{}]+)\}|<(?P<angle>[^<>]+)>|(?<=/):(?P<colon>[A-Za-z_]\w*)"
    # A name in capitals: `$expand` and the like are words of their own.
    r"|(?<=/)\$(?P<dollar>[A-Z][A-Z0-9_]*)(?=[/?]|$)"
)
BRACKETED = re.compile(r"[({<][^(){}<>]*[)}>]")
EXPANDED = re.compile(r"\{[?&]([^{}]+)\}")
# A type may have arguments of its own: Flask's `<any(a, b):kind>`, or `<regex("[a-z]+"):name>`.
ARGUMENTS = re.compile(r"\([^()]*\)(?=:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A variable of a path, or of a query string that the signature shows."""

    name: str
    types: tuple[str, ...] = ()
    """The words before its colon; several where it has alternatives."""
    aliases: tuple[str, ...] = ()
    """The other names that it goes by: `(int:id|string:slug)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One path of a directive."""

    server: str
    """The URL before the path, where the signature has one."""
    path: str
    """`/books/{id}`."""
    variables: tuple[Variable, ...]
    query: tuple[Variable, ...]
    """The parameters that the signature's query string names."""
    repeated: tuple[str, ...]
    """Names that stand twice in the path; the later ones got a number."""


def parse_signatures(argument: str) -> tuple[Signature, ...]:
    r"""Return a signature for each line of the argument; a line that ends with `\` goes on in the next.

    signature = [ url ] path [ "?" query ]
    variable  = "(" alternatives ")" | "{" alternatives "}" | "<" alternatives ">" | ":" name | "$" NAME
    alternatives = [ type ":" ] name { "|" [ type ":" ] name }
    """
    lines = [line.strip() for line in re.sub(r"\\\n\s*", "", argument).split("\n")]
    return tuple(_parse(line.replace("\\", "")) for line in lines if line)


def _parse(line: str) -> Signature:
    # Blanks stand inside brackets only; behind the path they part it from a remark.
    line = BRACKETED.sub(lambda found: found[0].replace(" ", ""), ARGUMENTS.sub("", line)).split(" ", maxsplit=1)[0]
    # RFC 6570's `{?page,size}` names parameters of the query string.
    line = EXPANDED.sub(lambda found: f"?{found[1].replace(',', '&')}", line)
    host = URL.match(line)
    address, _, query = _split_query(line[host.end() :] if host else line)
    variables: list[Variable] = []
    repeated: list[str] = []
    taken: set[str] = set()
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))

    def replace(found: re.Match[str]) -> str:
        variable = parse_variable(
            found["round"] or found["curly"] or found["angle"] or found["colon"] or found["dollar"]
        )
        name = variable.name
        if name in taken:
            repeated.append(name)
            while name in taken:
                name = f"{variable.name}_{next(numbers[variable.name])}"
        taken.add(name)
        variables.append(Variable(name=name, types=variable.types, aliases=variable.aliases))
        return f"{{{name}}}"

    path = VARIABLE.sub(replace, address)
    return Signature(
        server=host[0] if host else "",
        path=path if path.startswith("/") else f"/{path}",
        variables=tuple(variables),
        query=tuple(_parse_query(query)),
        repeated=tuple(repeated),
    )


def _split_query(address: str) -> tuple[str, str, str]:
    """Part the address at the first `?` that stands outside of a variable."""
    outside = VARIABLE.sub(lambda found: "x" * len(found[0]), address)
    place = outside.find("?")
    return (address, "", "") if place < 0 else (address[:place], "?", address[place + 1 :])


def parse_variable(text: str) -> Variable:
    """Return what stands between the brackets, read."""
    names: list[str] = []
    types: list[str] = []
    for part in text.split("|"):
        kind, _, name = part.strip().rpartition(":")
        names.append(re.sub(r"[^\w.-]+", "_", name.strip().lstrip("*")).strip("_") or "value")
        types += [kind.strip()] if kind.strip() else []
    return Variable(name=names[0], types=tuple(types), aliases=tuple(dict.fromkeys(names[1:])))


def _parse_query(query: str) -> list[Variable]:
    """Return the names of a query string; a name that only a variable states, `?(name)`, is that variable's."""
    found: list[Variable] = []
    if "[&" in query:
        # `?page=1[&size=2]`: brackets around what may be left out.
        query = query.replace("[&", "&").rstrip("]")
    for part in re.split(r"[&;]", query):
        name, equals, value = part.partition("=")
        marked = VARIABLE.fullmatch(value if equals else name)
        variable = parse_variable(marked[0][1:-1]) if marked else None
        if variable is not None and not equals:
            found.append(variable)
        elif re.fullmatch(r"[\w.\[\]%-]+", name):
            found.append(Variable(name=unquote(name), types=variable.types if variable else ()))
    return found
