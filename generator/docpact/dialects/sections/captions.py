"""The words of titles, captions, labels and sentences → what they say about the block that they stand over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal["request", "response"]
Place: TypeAlias = Literal["path", "query", "header", "cookie", "body", "uri"]
"""`uri` is a path or query parameter: which, the path's own variables tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a caption says; whatever it doesn't speak of is empty."""

    direction: Direction | None = None
    place: Place | None = None
    example: bool = False
    status: str = ""
    """`200`, `4XX`: the only one that it names."""
    statuses: bool = False
    """It speaks of status codes."""
    errors: bool = False
    parameters: bool = False
    """It speaks of parameters, fields, properties or attributes."""
    form: bool = False
    scopes: bool = False


NO_CAPTION = Caption()
MOST_CHARACTERS = 600
"""What a caption says stands in these; more is prose, and takes long to look through."""
LONGEST_TITLE = 120
EXAMPLE = re.compile(r"\b(examples?|samples?|e\.g\.|curl|snippets?|demonstrations?)\b", re.IGNORECASE)
RESPONSE = re.compile(
    r"\b(responses?|repl(y|ies)|answers?|returns?|returned|returning|results?|outputs?|outcomes?|retrieved)\b",
    re.IGNORECASE,
)
REQUEST = re.compile(r"\b(requests?|inputs?|sent|submitted|accepts?|posted|payload)\b", re.IGNORECASE)
PARAMETERS = re.compile(
    r"\b(param(eter)?s?|arguments?|args?|fields?|propert(y|ies)|attributes?|members?|elements?|keys?|variables?)\b",
    re.IGNORECASE,
)
# The first that fits is the place: a query string is part of a URL.
PLACES: tuple[tuple[Place, re.Pattern[str]], ...] = (
    ("query", re.compile(r"\b(query|querystring|query[- ]string|get param(eter)?s|filters?)\b", re.IGNORECASE)),
    ("header", re.compile(r"\bheaders?\b", re.IGNORECASE)),
    ("cookie", re.compile(r"\bcookies?\b", re.IGNORECASE)),
    ("body", re.compile(r"\b(body|payload|post|put|patch|forms?|form[- ]data|json|data|content)\b", re.IGNORECASE)),
    ("path", re.compile(r"\b(path|route|in the ur[il]|ur[il] variables?|url[- ]?path)\b", re.IGNORECASE)),
    ("uri", re.compile(r"\bur[il]s?\b", re.IGNORECASE)),
)
# "Make a GET request to": the words after it say what is sent or comes back.
CALL = re.compile(
    r"\b(?:make|send|issue|perform|submit|do|execute|use)s? (?:an? |the )?(?:HTTP )?(?:GET|HEAD|POST|PUT|PATCH|DELETE) "
    r"(?:HTTP )?(?:requests?|call|method)\b",
    re.IGNORECASE,
)
USED = re.compile(
    r"\b(?:param(?:eter)?s?|arguments?|options|filters)\b[^.]{0,40}\b(?:can|may|must|should|has to|have to)\b"
    r"[^.]{0,20}\b(?:used|given|passed|sent|specified|set|supplied|provided|included|added)\b",
    re.IGNORECASE,
)
STATUSES = re.compile(
    r"\b(status|statuses|(status|response|return|http|error) codes?|returned values?)\b", re.IGNORECASE
)
ERRORS = re.compile(r"\b(errors?|faults?|failures?|exceptions?)\b", re.IGNORECASE)
FORM = re.compile(r"\b(forms?|form[- ]data|x-www-form-urlencoded|multipart)\b", re.IGNORECASE)
SCOPES = re.compile(r"\b(scopes?|permissions?|roles?|privileges?|claims?|rights|polic(y|ies))\b", re.IGNORECASE)
STATUS = re.compile(r"(?<![\w.])([1-5](?:\d\d|[xX]{2}))(?![\w.]*\w)")

# What the titles of an operation's own sections consist of.
_COMMON = (
    r"\W|\d|the|an?|of|for|and|or|with|http|api|rest|json|xml|curl|python|possible|normal|abnormal|usual|success(ful)?"
)
_OUTCOME = (
    r"responses?|returns?|returned|values?|results?|outputs?|errors?|status(es)?|codes?|body|bodies|message|messages"
    r"|structure|parameters?|fields?|propert(y|ies)|attributes?|headers?|formats?|elements?|content|schema|objects?|data"
)
_SHOWN = r"requests?|responses?|calls?|usage|body|bodies|payload|output|input|code|snippet"
OUTCOME_TITLE = re.compile(rf"(?:\b(?:{_COMMON}|{_OUTCOME})\b|\W)*", re.IGNORECASE)
EXAMPLE_TITLE = re.compile(
    rf".*\bexamples?\b.*|(?:\b(?:{_COMMON}|{_SHOWN}|samples?|snippets?|demo(nstration)?s?)\b|\W)*", re.IGNORECASE
)
SHOWS = re.compile(r"\b(examples?|samples?|curl|snippets?|demo(nstration)?s?)\b", re.IGNORECASE)


def is_example_title(title: str) -> bool:
    """Tell whether a title says that examples follow: `Sample request`, but not `Get a sample`."""
    return len(title) <= LONGEST_TITLE and bool(SHOWS.search(title) and EXAMPLE_TITLE.fullmatch(title))


def is_outcome_title(title: str) -> bool:
    """Tell whether a title says that what comes back follows: `Response codes`, but not `Get the error page`."""
    if len(title) > LONGEST_TITLE:
        return False
    words = re.search(r"\b(responses?|returns?|returned|results?|outputs?|errors?|status(es)?)\b", title, re.IGNORECASE)
    return bool(words and OUTCOME_TITLE.fullmatch(title))


@lru_cache(maxsize=8192)
def parse_caption(words: str) -> Caption:
    """Return what the words say."""
    if not words:
        return NO_CAPTION
    words = CALL.sub("", words[:MOST_CHARACTERS])
    asked, answered = REQUEST.search(words), RESPONSE.search(words)
    # "These parameters can be used to narrow the result" is about what is asked for.
    direction = "request" if USED.search(words) else _direction(asked, answered)
    found = dict.fromkeys(match[1].upper() for match in STATUS.finditer(words))
    return Caption(
        direction=direction,
        place=next((place for place, pattern in PLACES if pattern.search(words)), None),
        example=bool(EXAMPLE.search(words)),
        status=next(iter(found)) if len(found) == 1 else "",
        statuses=bool(STATUSES.search(words)),
        errors=bool(ERRORS.search(words)),
        parameters=bool(PARAMETERS.search(words)),
        form=bool(FORM.search(words)),
        scopes=bool(SCOPES.search(words)),
    )


def _direction(asked: re.Match[str] | None, answered: re.Match[str] | None) -> Direction | None:
    """Return what the words are about: of "the response to the request" what is spoken of first."""
    if asked and answered:
        if re.fullmatch("returns?|returned|returning", answered[0], re.IGNORECASE):
            # "A request returns": the verb says what is meant.
            return "response"
        return "request" if asked.start() < answered.start() else "response"
    return "request" if asked else "response" if answered else None
