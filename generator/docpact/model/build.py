"""Statements → `Api`: the steps in order, each a function over values that no other changes."""

from __future__ import annotations

from collections.abc import Mapping

from docpact.diagnostics import Report
from docpact.dialects.statements import Documentation, Source
from docpact.model.assemble import Drafts, build_operation, list_anchors, list_tags
from docpact.model.collect.check_calls import check_calls
from docpact.model.collect.find_servers import find_servers
from docpact.model.collect.links import index_links
from docpact.model.components import build_components, decide_components, draft_components, find_bases
from docpact.model.context import Context
from docpact.model.decide.bodies import draft_bodies
from docpact.model.decide.envelope import learn_envelope
from docpact.model.decide.objects import Evidence
from docpact.model.decide.parameters import find_namesakes
from docpact.model.decide.payloads import PayloadDecider
from docpact.model.decide.responses import ResponseDrafter, structures_by_name
from docpact.model.names import component_names
from docpact.model.operations import unify_operations
from docpact.model.samples import observe_samples, response_bodies
from docpact.model.types import Api, Enum, Object
from docpact.model.webhooks import build_webhook, draft_webhook


def build_api(documentation: Documentation, report: Report) -> Api:
    """Return what the statements say together: drafts first, then the samples, then every aspect decided by both."""
    operations = unify_operations(documentation.operations, report)
    names = component_names([one.key for one in documentation.structures], [one.key for one in documentation.enums])
    context = Context(links=index_links(documentation), names=names, sections=documentation.sections, report=report)
    components = draft_components(documentation, context)
    bases = find_bases(documentation, context)
    envelope = learn_envelope(response_bodies(list(operations.values())))
    drafter = ResponseDrafter(context=context, decider=_payload_decider(components, bases, context), envelope=envelope)
    drafts = {
        name: Drafts(operation=one, bodies=draft_bodies(one, context), responses=drafter.draft(one))
        for name, one in operations.items()
    }
    webhooks = [(one, draft_webhook(one, context)) for one in documentation.webhooks]
    observations = observe_samples(components, bases, drafts, webhooks, drafter)
    for operation in operations.values():
        check_calls(operation, report)
    sent = Evidence(observations=observations, source=Source.SAMPLE_REQUEST, report=report)
    received = Evidence(observations=observations, source=Source.SAMPLE_RESPONSE, report=report)
    decided = decide_components(components, received)
    namesakes = find_namesakes(list(operations.values()), decided, context)
    return Api(
        servers=find_servers(list(operations.values()), documentation.servers, report),
        title=documentation.title,
        operations=tuple(
            build_operation(name, one, namesakes, sent=sent, received=received, context=context)
            for name, one in drafts.items()
        ),
        components=build_components(documentation, decided, bases, context),
        webhooks=tuple(build_webhook(statement, draft, received) for statement, draft in webhooks),
        envelope=envelope,
        tags=list_tags(operations.values()),
        links=context.links,
        anchors=list_anchors(operations, names),
        schemes=documentation.schemes,
        rate_limit=documentation.rate_limit,
        oauth=documentation.oauth,
    )


def _payload_decider(
    components: Mapping[str, Object | Enum], bases: Mapping[str, tuple[str, ...]], context: Context
) -> PayloadDecider:
    structures = {key: name for key, name in context.names.items() if isinstance(components[name], Object)}
    return PayloadDecider(drafts=components, bases=bases, by_name=structures_by_name(structures), report=context.report)
