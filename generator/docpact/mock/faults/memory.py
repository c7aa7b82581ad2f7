"""Faults of what is remembered: writes, reads, deletion, ids, repetition."""

from __future__ import annotations

import asyncio

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Ask, Request, Site
from docpact.mock.faults.places import both, fabricate, lists, method, refusal, with_body
from docpact.mock.faults.statuses import can_be_missed
from docpact.mock.listing import find_key, find_listing
from docpact.mock.operations import Operation

WRITE, READ, DELETE = Family("lost write"), Family("stale read"), Family("use after delete")
IDS, AGAIN = Family("ids"), Family("repetition")
FAMILIES = (WRITE, READ, DELETE, IDS, AGAIN)

WRITTEN, CREATED, GONE = "read_after_write", "created_is_available", "deleted_is_gone"
UNIQUE, IDEMPOTENT, AVAILABLE = "unique_ids", "idempotent_put", "listed_is_available"
NOT_FOUND, CONFLICT = 404, 409
LATE = 3.0
"""Seconds."""


def updates(document: Document, operation: Operation) -> bool:
    """Fits what changes one thing that can be fetched."""
    readable = {o.path for o in document.operations if o.method == "GET"}
    shown = operation.path in readable or operation.path.rpartition("/{")[0] in readable
    return operation.method in {"PUT", "PATCH"} and with_body(document, operation) and shown


def creates(document: Document, operation: Operation) -> bool:
    """Fits what adds to a list."""
    listed = document.operation(f"GET {operation.path}")
    return operation.method == "POST" and listed is not None and lists(document, listed)


def fetches(document: Document, operation: Operation) -> bool:
    """Fits what fetches one thing by its id."""
    listed = document.operation(f"GET {operation.path.rpartition('/{')[0]}")
    found = operation.method == "GET" and operation.path.endswith("}") and can_be_missed(document, operation)
    return found and listed is not None and lists(document, listed)


def deletes(document: Document, operation: Operation) -> bool:
    """Fits what deletes one thing by its id."""
    del document
    return operation.method == "DELETE" and operation.path.endswith("}")


def fetches_deletable(document: Document, operation: Operation) -> bool:
    """Fits what fetches one thing that can be deleted."""
    return fetches(document, operation) and document.operation(f"DELETE {operation.path}") is not None


def lists_fetchable(document: Document, operation: Operation) -> bool:
    """Fits lists of what can be fetched by its id."""
    return lists(document, operation) and any(fetches(document, o) for o in _below(document, operation))


def lists_deletable(document: Document, operation: Operation) -> bool:
    """Fits lists of what can be deleted."""
    return lists(document, operation) and any(deletes(document, o) for o in _below(document, operation))


def fetches_changeable(document: Document, operation: Operation) -> bool:
    """Fits what fetches one thing that can be changed."""
    near = (operation.path, operation.path.rpartition("/{")[0])
    return fetches(document, operation) and any(updates(document, o) and o.path in near for o in document.operations)


def lists_creatable(document: Document, operation: Operation) -> bool:
    """Fits lists that can be added to."""
    return lists(document, operation) and document.operation(f"POST {operation.path}") is not None


def _below(document: Document, operation: Operation) -> list[Operation]:
    """Return the operations on one thing of a list."""
    return [o for o in document.operations if o.path.rpartition("/{")[0] == operation.path]


async def forgetting(site: Site, request: Request, ask: Ask) -> Answer:
    """Return what the mock answers, and make it forget what it has done for it."""
    kept = site.engine.store.snapshot()
    answer = await ask(request)
    if answer.good:
        site.engine.store.restore(kept)
    return answer


@WRITE.around(WRITTEN, updates)
async def lost_update(site: Site, request: Request, ask: Ask) -> Answer:
    """A change is accepted and forgotten."""
    return await forgetting(site, request, ask)


@WRITE.around(CREATED, creates)
async def lost_creation(site: Site, request: Request, ask: Ask) -> Answer:
    """Something is created, has an id, and is not there."""
    return await forgetting(site, request, ask)


@WRITE.around(WRITTEN, updates)
async def late_update(site: Site, request: Request, ask: Ask) -> Answer:
    """A change is accepted at once and made three seconds later."""
    answer = await forgetting(site, request, ask)

    async def make() -> None:
        await asyncio.sleep(LATE)
        await ask(request)

    if answer.good:
        # The loop itself keeps weak references only.
        tasks = site.memory.setdefault("tasks", set())
        task = asyncio.create_task(make())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    return answer


@READ.around(WRITTEN, fetches_changeable)
async def stale_read(site: Site, request: Request, ask: Ask) -> Answer:
    """What was fetched once is answered from memory for ever."""
    answer = await ask(request)
    return site.memory.setdefault(request.path, answer) if answer.good else answer


@READ.around(CREATED, lists_creatable)
async def stale_list(site: Site, request: Request, ask: Ask) -> Answer:
    """A list is answered from memory, so that what is new is not in it."""
    answer = await ask(request)
    return site.memory.setdefault(f"{request.path}?{request.query}", answer) if answer.good else answer


@READ.change(AVAILABLE, fetches)
def wrong_thing(site: Site, request: Request, answer: Answer) -> Answer:
    """Whatever id is asked for, the thing of the documentation's sample is answered."""
    del request
    return fabricate(site) if answer.good else answer


@READ.change(AVAILABLE, fetches)
def listed_but_missing(site: Site, request: Request, answer: Answer) -> Answer:
    """What is in the list is answered with 404 when it is asked for."""
    del request
    return refusal(site, NOT_FOUND, "there is no such thing") if answer.good else answer


@DELETE.around(GONE, deletes)
async def deletes_nothing(site: Site, request: Request, ask: Ask) -> Answer:
    """Deleting succeeds, and everything stays."""
    return await forgetting(site, request, ask)


@DELETE.around(GONE, fetches_deletable)
async def readable_after_delete(site: Site, request: Request, ask: Ask) -> Answer:
    """What is deleted can still be fetched."""
    answer = await ask(request)
    if answer.good:
        site.memory[request.path] = answer
    return site.memory.get(request.path, answer) if answer.status == NOT_FOUND else answer


@DELETE.around(GONE, lists_deletable)
async def listed_after_delete(site: Site, request: Request, ask: Ask) -> Answer:
    """What is deleted stays in the list."""
    answer = await ask(request)
    listing = find_listing(site.document, site.operation)
    if listing is None or not answer.good:
        return answer
    _, held = site.document.answer_schema(site.operation, answer.status)
    content = answer.content
    elements = listing.elements(content.get(held) if held else content)
    known = site.memory.setdefault(request.path, {})
    known.update({element[listing.key]: element for element in elements})
    elements.extend(known[key] for key in sorted(set(known) - {e[listing.key] for e in elements}, key=str))
    return answer.but(content)


@DELETE.around("idempotent_delete", deletes)
async def deletes_what_is_gone(site: Site, request: Request, ask: Ask) -> Answer:
    """Deleting what is not there succeeds."""
    answer = await ask(request)
    return fabricate(site) if answer.status == NOT_FOUND else answer


@IDS.change(CREATED, creates)
def made_up_id(site: Site, request: Request, answer: Answer) -> Answer:
    """What is created answers an id that leads nowhere."""
    del request
    schema, held = site.document.answer_schema(site.operation, answer.status)
    content = answer.content
    key = find_key(site.document, schema)
    payload = content.get(held) if held and isinstance(content, dict) else content
    if not answer.good or not isinstance(payload, dict) or key not in payload:
        return answer
    payload[key] = payload[key] + 900_000 if isinstance(payload[key], int) else f"{payload[key][:-3]}eee"
    return answer.but(content)


@IDS.around(UNIQUE, creates)
async def same_id_again(site: Site, request: Request, ask: Ask) -> Answer:
    """Everything that is created gets the id of the first."""
    answer = await ask(request)
    return site.memory.setdefault("first", answer) if answer.good else answer


@IDS.change(UNIQUE, lists_fetchable)
def duplicate_in_list(site: Site, request: Request, answer: Answer) -> Answer:
    """The first thing of a list is in it twice."""
    del request
    listing = find_listing(site.document, site.operation)
    content = answer.content
    _, held = site.document.answer_schema(site.operation, answer.status)
    if listing is None or not answer.good:
        return answer
    elements = listing.elements(content.get(held) if held else content)
    elements += elements[:1]
    return answer.but(content)


@AGAIN.around(IDEMPOTENT, both(updates, method("PUT")))
async def put_once_only(site: Site, request: Request, ask: Ask) -> Answer:
    """The same PUT a second time is a conflict."""
    again = site.memory.get(request.path) == request.body
    site.memory[request.path] = request.body
    return refusal(site, CONFLICT, "this has been done") if again else await ask(request)


@AGAIN.around(IDEMPOTENT, both(updates, method("PUT")))
async def put_takes_turns(site: Site, request: Request, ask: Ask) -> Answer:
    """The same PUT a second time takes the change back."""
    body, before = site.memory.pop(request.path, (None, None))
    kept = site.engine.store.snapshot()
    answer = await ask(request)
    if answer.good and before is not None and body == request.body:
        site.engine.store.restore(before)
    elif answer.good:
        site.memory[request.path] = (request.body, kept)
    return answer
