"""Faults of who may do what: credentials, scopes, and what belongs to others."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from typing import Any

from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Ask, Request, Site
from docpact.mock.faults.memory import fetches, lists_fetchable
from docpact.mock.faults.places import both, fabricate, listed_status, refusal, secured
from docpact.mock.faults.statuses import answering, lacks
from docpact.mock.listing import find_listing
from docpact.mock.security import KEY, sample_authorization

CREDENTIALS, SCOPES, LEAK = Family("credentials"), Family("scopes"), Family("leak")
FAMILIES = (CREDENTIALS, SCOPES, LEAK)

UNAUTHORIZED, FORBIDDEN, NOT_FOUND = 401, 403, 404
IGNORED, STATUSES = "ignored_auth", "status_code_conformance"
AUTHORIZATION = "authorization"
STRANGER = "Somebody Else"


async def ask_trusted(site: Site, request: Request, ask: Ask) -> Answer:
    """Return what is answered to who may everything: for this request there is a key that nobody else knows."""
    keys, key = site.engine.store.records["keys"], secrets.token_hex()
    authorization = sample_authorization(site.document.raw).replace(KEY, key)
    keys[key] = {"id": "", "scopes": None}
    try:
        return await ask(replace(request, headers={**request.headers, AUTHORIZATION: authorization}))
    finally:
        del keys[key]


@CREDENTIALS.around(IGNORED, secured)
async def ignores_credentials(site: Site, request: Request, ask: Ask) -> Answer:
    """Credentials are not looked at."""
    return await ask_trusted(site, request, ask)


@CREDENTIALS.around(IGNORED, secured)
async def accepts_any_key(site: Site, request: Request, ask: Ask) -> Answer:
    """Any key will do, as long as there is one."""
    return await (ask_trusted(site, request, ask) if request.headers.get(AUTHORIZATION) else ask(request))


@CREDENTIALS.around(IGNORED, secured)
async def needs_no_key(site: Site, request: Request, ask: Ask) -> Answer:
    """A wrong key is refused, but none at all is fine."""
    return await (ask(request) if request.headers.get(AUTHORIZATION) else ask_trusted(site, request, ask))


@CREDENTIALS.around(STATUSES, secured)
async def forbidden_for_unauthorized(site: Site, request: Request, ask: Ask) -> Answer:
    """Missing credentials are answered with 418 instead of 401."""
    answer = await ask(request)
    return answering(site, answer, 418) if answer.status == UNAUTHORIZED else answer


@SCOPES.around("ignored_scopes", secured)
async def ignores_scopes(site: Site, request: Request, ask: Ask) -> Answer:
    """A key without the scopes that are documented will do."""
    answer = await ask(request)
    return await ask_trusted(site, request, ask) if answer.status == FORBIDDEN else answer


@SCOPES.around(STATUSES, both(secured, lacks(FORBIDDEN)))
async def no_scope_suffices(site: Site, request: Request, ask: Ask) -> Answer:
    """Every good key is refused for lack of scopes."""
    answer = await ask(request)
    return refusal(site, FORBIDDEN, "a scope is missing") if answer.good else answer


@LEAK.change("unknown_is_missing", fetches)
def everybodys(site: Site, request: Request, answer: Answer) -> Answer:
    """An id that is not the account's leads to somebody else's thing."""
    del request
    return fabricate(site) if answer.status == NOT_FOUND else answer


@LEAK.change("listed_is_available", lists_fetchable)
def lists_somebody_elses(site: Site, request: Request, answer: Answer) -> Answer:
    """A list has one more thing, which is somebody else's."""
    del request
    listing = find_listing(site.document, site.operation)
    content = answer.content
    if listing is None or not answer.good or not isinstance(content, dict):
        return answer
    _, held = site.document.answer_schema(site.operation, answer.status)
    elements = listing.elements(content.get(held) if held else content)
    if elements:
        elements.append({**elements[0], listing.key: _other(elements[0][listing.key])})
    return answer.but(content)


@LEAK.change("secret_in_response", both(secured, listed_status(400)))
def repeats_credentials(site: Site, request: Request, answer: Answer) -> Answer:
    """An error message repeats the `Authorization` header."""
    repeated = json.dumps(request.headers.get(AUTHORIZATION, ""))
    said = refusal(site, answer.status, repeated)
    return answer if answer.good else replace(answer, body=said.body, headers={**answer.headers, **said.headers})


def _other(key: Any) -> Any:  # noqa: ANN401 - a number or a text.
    return key + 700_000 if isinstance(key, int) else f"{key[:-3]}fff"
