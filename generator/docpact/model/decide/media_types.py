"""Media types: which bodies are JSON, and what a body is that isn't."""

from __future__ import annotations

from docpact.model.types import Content, Scalar, Schema, Unknown

JSON = "application/json"
# What has fields as an object has properties.
FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
# Registered outside of `text/`, and text all the same.
TEXTS = frozenset({"application/xml", "application/javascript", "application/x-ndjson", "application/yaml"})


def is_json(media_type: str) -> bool:
    """Tell whether bodies of that media type are JSON; nothing said means that they are."""
    kind = bare_type(media_type)
    return not kind or kind == JSON or kind.endswith("+json")


def bare_type(media_type: str) -> str:
    """Return the media type without parameters such as the charset, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def undescribed_body(media_type: str) -> Schema:
    """Return the schema of a body of which no page says more than its media type: any JSON, text, or bytes."""
    if is_json(media_type):
        return Unknown()
    kind = bare_type(media_type)
    is_text = kind.startswith("text/") or kind in TEXTS or kind.endswith("+xml")
    return Scalar(type="string") if is_text else Scalar(type="string", format="binary")


def other_contents(main: Content, media_types: tuple[str, ...]) -> tuple[Content, ...]:
    """Return the same content in other media types: another JSON or form has its schema, all else is text or bytes."""
    found: list[Content] = []
    for media_type in media_types:
        same = is_json(media_type) if is_json(main.media_type) else bare_type(media_type) in FORMS
        if same:
            found.append(Content(media_type=media_type, schema=main.schema, enveloped=main.enveloped))
        else:
            found.append(Content(media_type=media_type, schema=undescribed_body(media_type)))
    return tuple(found)
