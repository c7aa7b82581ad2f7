"""Media types and ranges of them: `application/json; charset=utf-8`, `text/*`.

Source: https://www.rfc-editor.org/rfc/rfc9110#name-media-type, #name-accept, and https://www.rfc-editor.org/rfc/rfc8259#section-8.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*)')
PART = "[!#$%&'*+.^_`|~A-Za-z0-9-]+"
TYPE = re.compile(rf"\s*({PART})/({PART})\s*(?=;|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    """A media type, or a range of them."""

    main: str
    """`application`, in lower case; `*` for every one."""
    sub: str
    """`problem+json`, in lower case; `*` for every one."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Name, in lower case → value. A charset of JSON's is left out: JSON is UTF-8, whatever is said."""

    @property
    def is_json(self) -> bool:
        """Whether it holds JSON."""
        return (self.main in {"application", "text"} and self.sub == "json") or self.sub.endswith("+json")

    @property
    def is_range(self) -> bool:
        """Whether it stands for several."""
        return self.sub == "*"

    def __str__(self) -> str:
        return f"{self.main}/{self.sub}" + "".join(f"; {n}={_quote(v)}" for n, v in self.parameters.items())


def parse_media_type(text: str) -> MediaType | None:
    """Return the media type that a text names; None where it names none.

    `Application/JSON; Charset="UTF-8"` is `application/json`.
    """
    match = TYPE.match(text)
    if match is None:
        return None
    main, sub = match[1].lower(), match[2].lower()
    found = {name.lower(): _unquote(value) for name, value in PARAMETER.findall(text[match.end() :])}
    if "charset" in found:
        found["charset"] = found["charset"].lower()
    bare = MediaType(main=main, sub=sub)
    return MediaType(
        main=main, sub=sub, parameters={n: v for n, v in found.items() if n != "charset" or not bare.is_json}
    )


def normalise_media_type(text: str) -> str:
    """Return how a media type is written here, so that equal ones are equal texts; what isn't one stays as it is."""
    found = parse_media_type(text)
    return str(found) if found else text


def covers(documented: str, actual: str) -> bool:
    """Tell whether a media type or range of a document covers the one of a message.

    `text/*` covers `text/csv`, `*/*` everything; parameters that the document names must be there, others may.
    """
    wanted, found = parse_media_type(documented), parse_media_type(actual)
    if wanted is None or found is None:
        return documented.strip().lower() == actual.strip().lower()
    if wanted.main not in {"*", found.main} or wanted.sub not in {"*", found.sub}:
        return False
    # A charset that isn't said is the type's own: for texts that is UTF-8 nowadays.
    given = {"charset": "utf-8", **found.parameters}
    return all(given.get(name, "").lower() == value.lower() for name, value in wanted.parameters.items())


def choose(documented: Iterable[str], actual: str) -> str | None:
    """Return the documented media type that a message's is held against: the most specific one that covers it."""
    fitting = [name for name in documented if covers(name, actual)]
    return max(fitting, key=_precision, default=None)


def _precision(name: str) -> tuple[int, int]:
    found = parse_media_type(name)
    if found is None:
        return 3, 0
    return (found.main != "*") + (found.sub != "*"), len(found.parameters)


def _unquote(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


def _quote(value: str) -> str:
    return value if re.fullmatch(PART, value) else '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
