"""Links between the document's parts, in docstrings: what they lead to is named, for nothing can be clicked there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from docpact.client.surface import Argument, Group, Method

LINK = re.compile(r"\[([^\[\]]*)\]\(#(operation|schema)/([^()\s]*)\)")


def name_links(text: str, methods: Mapping[str, str], models: Container[str]) -> str:
    """Return the text with the method or the class in place of a link; the link's words where there is neither."""

    def named(found: re.Match[str]) -> str:
        words, kind, name = found.groups()
        if kind == "operation":
            return f"`{methods[name]}`" if name in methods else words
        if name not in models:
            return words
        return f"`{name}`" if words.replace(" ", "").casefold() == name.casefold() else f"{words} (`{name}`)"

    return LINK.sub(named, text)


def name_all_links(groups: Iterable[Group], models: Container[str]) -> list[Group]:
    """Return the groups with all their texts so."""
    found = list(groups)
    methods = {method.operation: f"{group.attribute}.{method.name}" for group in found for method in group.methods}

    def argument(given: Argument) -> Argument:
        return replace(given, description=name_links(given.description, methods, models))

    def method(given: Method) -> Method:
        text = name_links(given.documentation, methods, models)
        return replace(given, documentation=text, arguments=tuple(map(argument, given.arguments)))

    return [
        replace(
            group,
            documentation=name_links(group.documentation, methods, models),
            methods=tuple(map(method, group.methods)),
        )
        for group in found
    ]
