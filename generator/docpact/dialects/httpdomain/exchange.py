"""Which of the messages that a page shows belong to which operation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from docpact.dialects.httpdomain.content import Shown
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.messages import Message
from docpact.dialects.httpdomain.placement import seen_names
from docpact.dialects.httpdomain.vocabulary import NO_CONTENT, RECEIVED, SENT, WITHOUT_BODY, Kind
from docpact.dialects.words.paths import is_path_of

Route = tuple[str, str]
"""Method and path template."""


def is_request_of(route: Route, message: Message) -> bool:
    """Tell whether a request is one of the operation's, whatever server and base path it is sent to.

    A path of variables alone, `/{db}/{id}`, would be the end of any path: there nothing may stand before it.
    """
    method, template = route
    if message.method != method:
        return False
    try:
        path = unquote(urlsplit(message.url).path) or "/"
    except ValueError:
        return False
    return is_path_of(template, path, anywhere=_literals(template) > 0)


def _literals(template: str) -> int:
    """Return how many segments of a path template are no variables."""
    return sum("{" not in segment for segment in template.split("/") if segment)


def own_exchanges(route: Route, shown: Iterable[Shown], routes: Sequence[Route]) -> tuple[Shown, ...]:
    """Return the messages in a directive without the exchanges that show another operation.

    A request of the same method whose path no operation has is still its own: pages misspell paths. That another path
    template fits as well says nothing if it has fewer words of its own.
    """

    def is_rivals(message: Message) -> bool:
        least = max(1, _literals(route[1]))
        others = (other for other in routes if other != route and is_request_of(other, message))
        return any(_literals(template) >= least for _, template in others)

    found: list[Shown] = []
    own = True
    for one in shown:
        if one.message.method:
            of_method = one.message.method == route[0]
            own = of_method and (is_request_of(route, one.message) or not is_rivals(one.message))
        if own:
            found.append(one)
    return tuple(found)


def later_exchanges(route: Route, shown: Iterable[Shown], *, begun: bool) -> tuple[Shown, ...]:
    """Return the messages after a directive that are the operation's: its requests and what they are answered.

    `begun`: responses without a request before them are its own, too.
    """
    found: list[Shown] = []
    own = begun
    for one in shown:
        if one.message.method:
            own = is_request_of(route, one.message)
        if own:
            found.append(one)
    return tuple(found)


def settle_directions(shown: Sequence[Shown], entries: Sequence[Entry], method: str) -> tuple[Shown, ...]:
    """Return the messages with a direction for each body that nothing announces.

    One that was sent before is shown in another form: behind a tab, say. Else the names in it tell, where they are
    described; of two bodies in a row the first is sent, and one is where no success has a body.
    """
    sent = {entry.name for entry in entries if entry.kind in SENT or entry.kind is Kind.FORM}
    received = {entry.name for entry in entries if entry.kind in RECEIVED}
    successes = [entry.name[:3] for entry in entries if entry.kind is Kind.STATUS and entry.name[:1] == "2"]
    silent = bool(successes) and all(status in NO_CONTENT for status in successes)
    found: list[Shown] = []
    for place, one in enumerate(shown):
        direction = one.direction
        if one.message.method or (not one.message.status and any(_is_same(one, before) for before in found)):
            direction = "request"
        elif direction is None and not one.message.status:
            names = seen_names([one.message.value], deepest=0)
            asked, answered = len(names & sent), len(names & received)
            following = shown[place + 1] if place + 1 < len(shown) else None
            bare = following is not None and not following.message.method
            first = (bare or silent) and method not in WITHOUT_BODY and not any(s.direction == "request" for s in found)
            direction = "request" if asked > answered or (asked == answered and first) else "response"
        found.append(replace(one, direction=direction))
    return tuple(found)


def _is_same(one: Shown, before: Shown) -> bool:
    both_json = one.message.is_json and before.message.is_json
    return both_json and before.direction == "request" and one.message.value == before.message.value
