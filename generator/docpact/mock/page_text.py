"""What the mock's page looks like: plain HTML, with a style and a script that stand in files beside this one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any

from docpact.mock.document import Document
from docpact.mock.engine import Engine, Panel
from docpact.mock.faults import Deviating, Fault
from docpact.mock.recorder import Exchange
from docpact.mock.store import Collection

SHOWN = 20
"""Things of a collection; faults, and what else there may be many of."""
LONGEST = 200
"""Characters of what others wrote."""
SERVER_FAILURE, FAILURE = 500, 400
STYLE = files("docpact.mock").joinpath("page.css").read_text("utf-8")
SCRIPT = files("docpact.mock").joinpath("page.js").read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = (
    # This style and this script only; nothing is loaded from anywhere, and nobody can put the page into a frame.
    f"default-src 'none'; style-src {_digest(STYLE)}; script-src {_digest(SCRIPT)}; "
    "img-src data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """All that is to be seen."""

    document: Document
    engine: Engine
    token: str
    """For the forms."""
    faults: Sequence[Deviating]
    """Those that are on."""
    choices: Sequence[Fault]
    """Those that fit."""
    asked: Sequence[Exchange]
    """The latest first."""


def format_page(sight: Sight) -> str:
    """Return the page."""
    title = escape(str(sight.document.raw.get("info", {}).get("title", "Mock")))
    about = f"{len(sight.document.operations)} operations at <code>{escape(sight.document.base_path or '/')}</code>"
    version = f"version {escape(sight.document.version)}, " if sight.document.version else ""
    panels, collections = sight.engine.behaviours.panels, sight.engine.store.collections
    shown = [_format_panel(sight, collections[path], panel) for path, panel in panels.items() if path in collections]
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}: mock</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><style>{STYLE}</style></head><body>'
        f'<header><h1>{title}: mock</h1><p class="quiet">{version}{about}</p></header><main>'
        f"{format_live('things', ''.join(shown))}{_format_asked(sight.asked)}{_format_faults(sight)}"
        f"{_format_others(collections, panels)}<footer>This server remembers what it is told until it is stopped."
        f"</footer></main><script>{SCRIPT}</script></body></html>"
    )


def format_live(name: str, text: str) -> str:
    """Return a part of a page that the script keeps as things are."""
    return f'<section id="{name}" data-live>{text}</section>'


def _format_panel(sight: Sight, collection: Collection, panel: Panel) -> str:
    found = list(collection.resources.values())
    cards = "".join(_format_card(sight, collection, panel, resource) for resource in found[:SHOWN])
    more = f'<p class="quiet">and {len(found) - SHOWN} more</p>' if len(found) > SHOWN else ""
    head = f"<h2>{escape(panel.title)} <code>{escape(collection.path)}</code></h2>"
    return f'{head}<div class="cards">{cards}</div>{more}'


def _format_card(sight: Sight, collection: Collection, panel: Panel, resource: Mapping[str, Any]) -> str:
    tone, state, more = panel.describe(resource)
    name, key = _name(resource), str(resource[collection.key])
    buttons = "".join(
        _form(sight, f'<input type="hidden" name="id" value="{escape(key)}">{_button(text, signature, name)}')
        for text, signature in panel.commands.items()
    )
    said = f" · {escape(more)}" if more else ""
    return (
        f'<article class="card"><div class="row"><h3>{escape(name)}</h3>{format_badge(state, tone)}</div>'
        f'<p class="quiet"><code>{escape(key)}</code>{said}</p><div class="buttons">{buttons}</div></article>'
    )


def _button(text: str, signature: str, name: str) -> str:
    label = escape(f"{text} {name}")
    return f'<button name="command" value="{escape(signature)}" aria-label="{label}">{escape(text)}</button>'


def format_badge(text: object, tone: str) -> str:
    """Return a text in a colour: `good`, `bad`, `busy`, `open`, or none."""
    return f'<span class="badge {tone}">{escape(str(text))}</span>'


def _format_asked(asked: Sequence[Exchange]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(one.method)} {escape(one.path[:LONGEST])}</code>"
        f'<td class="number">{format_badge(one.status, _tone(one.status))}'
        f'<td class="verdict">{_format_verdict(one.verdict or "")}'
        for one in asked
    )
    head = "<thead><tr><th>Request<th>Status<th>Answer</thead>"
    shown = f"<table>{head}<tbody>{rows}</table>" if rows else '<p class="pad quiet">none yet</p>'
    return format_live("asked", f'<h2>Last requests</h2><div class="panel">{shown}</div>')


def _tone(status: int) -> str:
    return "bad" if status >= SERVER_FAILURE else "" if status >= FAILURE else "good"


def _format_verdict(verdict: str) -> str:
    if not verdict:
        return '<span class="quiet">as documented</span>'
    return f"{format_badge('breaks the document', 'bad')} {escape(verdict[:LONGEST])}"


def _format_faults(sight: Sight) -> str:
    on = "".join(
        _format_fault(sight, name, list(found)) for name, found in groupby(sight.faults, key=lambda fault: fault.name)
    )
    groups = "".join(
        f'<optgroup label="{escape(family)}">{"".join(_format_choice(fault) for fault in found)}</optgroup>'
        for family, found in groupby(sight.choices, key=lambda fault: fault.family)
    )
    form = _form(
        sight,
        f'<div class="switch"><label>Fault <select name="fault">{groups}</select></label>'
        '<label>Where <select name="operation"><option value="">first that fits</option>'
        '<option value="*">everywhere</option></select></label><button class="main">Switch</button></div>'
        '<p id="about" class="quiet"></p>',
    )
    shown = on or '<p class="on quiet">none is on: the mock keeps to the document</p>'
    return f'<h2>Faults</h2><div class="panel">{format_live("faults", shown)}</div><div class="pad">{form}</div>'


def _format_choice(fault: Fault) -> str:
    return f'<option value="{escape(fault.name)}" title="{escape(fault.description)}">{escape(fault.name)}</option>'


def _format_fault(sight: Sight, name: str, sites: Sequence[Deviating]) -> str:
    about = next((fault.description for fault in sight.choices if fault.name == name), "")
    where = sites[0].site.operation.signature if len(sites) == 1 else f"{len(sites)} operations"
    button = f'<button name="fault" value="{escape(name)}" aria-label="Switch {escape(name)} off">Off</button>'
    return (
        f'<div class="on"><div><strong>{escape(name)}</strong> <code>{escape(where)}</code>'
        f'<p class="quiet">{escape(about)}</p></div>{_form(sight, button)}</div>'
    )


def _format_others(collections: Mapping[str, Collection], panels: Iterable[str]) -> str:
    others = sorted((path, found) for path, found in collections.items() if "{" not in path and path not in panels)
    rows = "".join(
        f'<tr><td><code>{escape(path)}</code><td class="number">{len(found.resources)}<td>{escape(_names(found))}'
        for path, found in others
    )
    head = "<thead><tr><th>Collection<th>Things<th>Names</thead>"
    title = "What else there is" if panels else "What there is"
    return (
        format_live("others", f'<h2>{title}</h2><div class="panel"><table>{head}<tbody>{rows}</table></div>')
        if rows
        else ""
    )


def _form(sight: Sight, content: str) -> str:
    return f'<form method="post" action="/"><input type="hidden" name="token" value="{sight.token}">{content}</form>'


def _name(resource: Mapping[str, Any]) -> str:
    named = [resource[name] for name in ("name", "alias", "title") if resource.get(name)]
    return str((named or list(resource.values()) or [""])[0])[:LONGEST]


def _names(collection: Collection) -> str:
    found = list(collection.resources.values())
    named = [str(r[collection.key]) if "name" not in r and "title" not in r else _name(r) for r in found[:SHOWN]]
    return ", ".join(named) + (f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "") or "nothing"
