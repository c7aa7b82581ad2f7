"""Fields that stand in the wrong list, put right: each rule is one function that says why it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.draft import Draft, top_names
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.vocabulary import NEVER_BODY, RECEIVED, SENT, WITHOUT_BODY, Kind


def correct_entries(draft: Draft, report: Report) -> Draft:
    """Return the draft with each entry under the kind that the whole directive shows it to be."""
    for rule in RULES:
        draft = replace(draft, entries=tuple(rule(draft, report)))
    return draft


def name_variables(draft: Draft, report: Report) -> Sequence[Entry]:
    """Give a `:param:` the name of the variable that it is about: an alternative's, or another spelling of it."""
    variables = draft.signature.variables
    names = {variable.name for variable in variables}
    aliases = {alias: variable.name for variable in variables for alias in variable.aliases}
    documented = {entry.name for entry in draft.entries if entry.kind is Kind.PATH}
    spellings = {_squash(name): name for name in names if name not in documented}
    found: list[Entry] = []
    for stated in draft.entries:
        entry = stated
        if entry.kind is Kind.PATH and entry.name not in names:
            if entry.name in aliases:
                entry = replace(entry, name=aliases[entry.name])
            elif (name := spellings.get(_squash(entry.name))) is not None:
                message = f"`{entry.name}` is called `{name}` in the path; the path's name is taken"
                _say(report, "path-parameter-misspelt", message, entry, draft)
                entry = replace(entry, name=name)
        first = next((place for place, one in enumerate(found) if _same_variable(one, entry)), None)
        if first is not None and entry.name in aliases.values():
            # What is said of `id` and `slug` is said of one variable that takes either.
            words = "|".join(dict.fromkeys(word for word in (found[first].type_words, entry.type_words) if word))
            found[first] = replace(found[first], type_words=words, blocks=(*found[first].blocks, *entry.blocks))
        else:
            found.append(entry)
    return found


def _same_variable(first: Entry, second: Entry) -> bool:
    return first.kind is second.kind is Kind.PATH and first.name == second.name


def place_parameters(draft: Draft, report: Report) -> Sequence[Entry]:
    """Put a `:param:` that is no variable of the path where the samples send it.

    It was the only field that httpdomain 1.0 had, so that pages use it for anything. Where no sample tells, a method
    with a body sends it there, and another in its query string.
    """
    names = {variable.name for variable in draft.signature.variables}
    sent, asked, form = top_names(draft.sent), _queried(draft), _form_names(draft)
    shown = {variable.name for variable in draft.signature.query}
    found: list[Entry] = []
    for entry in draft.entries:
        if entry.kind is Kind.PATH and entry.name in shown - names:
            # The argument's query string has it: to the package that is a variable like those of the path.
            found.append(replace(entry, kind=Kind.QUERY))
        elif entry.kind is Kind.PATH and entry.name not in names:
            if entry.name in asked:
                kind = Kind.QUERY
            elif entry.name in form:
                kind = Kind.FORM
            elif entry.name in sent or draft.method not in WITHOUT_BODY:
                forms = any(one.kind is Kind.FORM for one in draft.entries)
                kind = Kind.FORM if forms and entry.name not in sent else Kind.SENT_JSON
            else:
                kind = Kind.QUERY
            message = f"`{entry.name}` is no variable of the path; it is read as a {kind}"
            _say(report, "path-parameter-misplaced", message, entry, draft)
            found.append(replace(entry, kind=kind))
        else:
            found.append(entry)
    return found


def place_query(draft: Draft, report: Report) -> Sequence[Entry]:
    """Put `:query:` parameters into the body where the samples send them in it, and none in a query string."""
    queries = [entry for entry in draft.entries if entry.kind is Kind.QUERY]
    described = any(entry.kind in SENT or entry.kind is Kind.FORM for entry in draft.entries)
    sent = top_names(draft.sent)
    names = {entry.name for entry in queries}
    if draft.method in NEVER_BODY or described or not names & sent or names & _queried(draft) or sent - names:
        return draft.entries
    message = f"{len(queries)} query parameters such as `{queries[0].name}` are sent in the body by the samples"
    _say(report, "query-in-body", message, queries[0], draft)
    return [replace(entry, kind=Kind.SENT_JSON) if entry.kind is Kind.QUERY else entry for entry in draft.entries]


def receive_of_get(draft: Draft, report: Report) -> Sequence[Entry]:
    """Take what a GET is said to send for what it receives, if no sample sends anything."""
    wrong = [entry for entry in draft.entries if entry.kind in SENT]
    if draft.method not in NEVER_BODY or not wrong or draft.sent:
        return draft.entries
    message = f"`{wrong[0].name}` is said to be sent, but a {draft.method} sends no body; it is read as received"
    _say(report, "direction-contradicted", message, wrong[0], draft)
    turned = {Kind.SENT_JSON: Kind.RECEIVED_JSON, Kind.SENT_ITEMS: Kind.RECEIVED_ITEMS}
    return [replace(entry, kind=turned.get(entry.kind, entry.kind)) for entry in draft.entries]


def receive_repeated(draft: Draft, report: Report) -> Sequence[Entry]:
    """Take "sent" fields among the received ones for received, if one of them was listed as sent before.

    Nobody lists one property of a request twice; the slip is in the sign, for all fields of that run.
    """
    entries = list(draft.entries)
    before: set[str] = set()
    place = 0
    while place < len(entries):
        entry = entries[place]
        if entry.kind not in SENT:
            place += 1
            continue
        end = place
        while end < len(entries) and entries[end].kind in SENT:
            end += 1
        run = entries[place:end]
        repeated = next((one for one in run if one.name in before), None)
        if place and entries[place - 1].kind in RECEIVED and repeated is not None:
            message = f"`{repeated.name}` is listed as sent twice; the second time it is read as received"
            _say(report, "direction-contradicted", message, repeated, draft)
            turned = {Kind.SENT_JSON: Kind.RECEIVED_JSON, Kind.SENT_ITEMS: Kind.RECEIVED_ITEMS}
            entries[place:end] = [replace(one, kind=turned[one.kind]) for one in run]
        before |= {one.name for one in run}
        place = end
    return entries


RULES: tuple[Callable[[Draft, Report], Sequence[Entry]], ...] = (
    name_variables,
    place_parameters,
    place_query,
    receive_of_get,
    receive_repeated,
)
"""In the order in which they are applied."""


def _queried(draft: Draft) -> set[str]:
    """Return the names in the query strings of the sample requests."""
    found: set[str] = set()
    for one in draft.requests:
        try:
            found |= {name for name, _ in parse_qsl(urlsplit(one.message.url).query, keep_blank_values=True)}
        except ValueError:
            continue
    return found


def _form_names(draft: Draft) -> set[str]:
    """Return the names in the forms that sample requests send."""
    return {
        name
        for one in draft.requests
        if not one.message.is_json and "urlencoded" in one.message.media_type
        for name, _ in parse_qsl(one.message.body, keep_blank_values=True)
    }


def _squash(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def _say(report: Report, code: str, message: str, entry: Entry, draft: Draft) -> None:
    report(Diagnostic(code=code, message=message, origin=entry.origin, related=(draft.origin,)))
