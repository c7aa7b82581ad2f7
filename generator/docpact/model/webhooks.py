"""Statements about webhooks → what the API sends to its user's server."""

from __future__ import annotations

from docpact.dialects.statements import WebhookStatement
from docpact.model.collect.drafts import draft_object
from docpact.model.context import Context
from docpact.model.decide.bodies import make_examples
from docpact.model.decide.objects import Evidence, decide_object
from docpact.model.types import Object, Webhook


def draft_webhook(statement: WebhookStatement, context: Context) -> Object:
    """Return the webhook's body as its page describes it, before the samples are asked."""
    return draft_object(statement.fields, "", context)


def webhook_owner(statement: WebhookStatement) -> str:
    """Return the name that samples of the body are observed by."""
    return f"#webhook.{statement.event}"


def build_webhook(statement: WebhookStatement, draft: Object, evidence: Evidence) -> Webhook:
    """Return the webhook with its body decided."""
    return Webhook(
        event=statement.event,
        page=statement.page,
        title=statement.title,
        blocks=statement.blocks,
        body=decide_object(webhook_owner(statement), draft, evidence),
        examples=make_examples(statement.samples),
        origin=statement.origin,
    )
