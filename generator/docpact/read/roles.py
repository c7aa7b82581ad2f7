"""The roles that Sphinx, its extensions and dialects add to docutils' own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeAlias

from docutils import nodes
from docutils.parsers.rst import roles
from docutils.parsers.rst.languages import en

from docpact.diagnostics import Origin
from docpact.read.context import page_context

Nodes: TypeAlias = tuple[list[nodes.Node], list[nodes.Node]]
"""What a role returns: the nodes in its place, and docutils' complaints."""
Role: TypeAlias = Callable[..., Nodes]

# Sphinx's roles that link → what their target is a name of. `any` names either; a page is more likely to be a type.
LINK_ROLES = {"doc": "doc", "ref": "ref", "numref": "ref", "any": "doc", "std:doc": "doc", "std:ref": "ref"}


def split_title(text: str) -> tuple[str, str]:
    """Return title and target of `title <target>`; the title is empty where there is a target alone."""
    text = text.strip()
    title, _, target = text.removesuffix(">").rpartition("<")
    if not text.endswith(">") or not title.strip() or not target or ">" in target:
        return "", text
    return title.rstrip(), target


def make_reference(name: str, rawtext: str, text: str) -> nodes.reference:
    """Return a reference for `title <target>` or a bare target: `:doc:` and `:ref:`."""
    title, target = split_title(text)
    target = "".join(target.strip("<>").split())
    return nodes.reference(rawtext, title or target, role=LINK_ROLES[name.lower()], target=target)


def link_role(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401 - docutils' signature.
    """Return a reference that keeps the role's name and target."""
    return [make_reference(name, rawtext, nodes.unescape(text))], []


def text_role(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return the role's words as a literal: `:file:`, `:kbd:`."""
    text = nodes.unescape(text)
    return [nodes.literal(rawtext, split_title(text)[0] or text)], []


def object_role(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return the name of an object of a programming language as a literal: `:py:class:`, `:option:`."""
    title, target = split_title(nodes.unescape(text))
    words = title or (target[1:].rpartition(".")[2] if target.startswith("~") else target.lstrip("!"))
    return [nodes.literal(rawtext, words)], []


def plain_role(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return the role's words: `:term:`, `:abbr:`."""
    title, target = split_title(nodes.unescape(text))
    return [nodes.inline(rawtext, title or target)], []


def raw_role(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return nothing: markup of an output format says nothing about the API."""
    return [], []


raw_role.options = {"format": str}  # type: ignore[attr-defined] # docutils asks the function for them.


def number_role(name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401
    """Return a link to an RFC or PEP; Sphinx takes a title, which docutils' own role refuses."""
    title, target = split_title(nodes.unescape(text))
    own, _ = roles.role(f"{name.lower()}-reference", en, lineno, inliner.reporter)
    found, messages = own(name, rawtext, target, lineno, inliner)
    if title and isinstance(found[0], nodes.reference):
        found[0][:] = [nodes.Text(title)]
    return found, messages


def kept_role(name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return the words with the name of the role, for the dialect that asked for it."""
    title, target = split_title(nodes.unescape(text))
    role = page_context(inliner.document).role(name)
    return [nodes.inline(rawtext, title or target, kept_role=role, target=target if title else "")], []


def external_role(name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401, ARG001
    """Return a link of `extlinks`."""
    title, target = split_title(nodes.unescape(text))
    url, caption = page_context(inliner.document).settings.conf.extlinks[name]
    address = url.replace("%s", target)
    words = title or (caption.replace("%s", target) if caption else address)
    return [nodes.reference(rawtext, words, refuri=address)], []


def unknown_role(name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any, **__: Any) -> Nodes:  # noqa: ANN401
    """Return the words, and report the role."""
    context = page_context(inliner.document)
    path, line = inliner.reporter.get_source_and_line(lineno)
    origin = Origin(path if path in context.sources else context.path, line or 1)
    context.report_unknown("role-unknown", name, f"nobody knows the role `{name}`: its words are kept", origin)
    title, target = split_title(nodes.unescape(text))
    return [nodes.inline(rawtext, title or target)], []


LITERAL = ("download", "envvar", "file", "guilabel", "kbd", "menuselection", "option", "samp", "term", "command",
           "mailheader", "makevar", "manpage", "mimetype", "newsgroup", "program", "regexp", "confval")  # fmt: skip
OBJECTS = ("func", "meth", "class", "attr", "mod", "data", "exc", "obj", "const", "deco", "type", "keyword", "token",
           "cve", "cwe", "eq")  # fmt: skip
PLAIN = ("abbr", "dfn", "index")
DOMAINS = ("py:", "c:", "cpp:", "js:", "rst:", "std:")
"""The domains that Sphinx brings: their roles name objects of programming languages."""

SPHINX_ROLES: dict[str, Role] = {
    **dict.fromkeys(LITERAL, text_role),
    **dict.fromkeys(OBJECTS, object_role),
    **dict.fromkeys(PLAIN, plain_role),
    **dict.fromkeys(LINK_ROLES, link_role),
    **dict.fromkeys(("rfc", "pep"), number_role),
    "raw": raw_role,
}


def find_role(name: str, extlinks: Collection[str] = ()) -> Role | None:
    """Return the function of a role that Sphinx or the configuration defines; None for others."""
    if name in extlinks:
        return external_role
    return SPHINX_ROLES.get(name) or (object_role if name.startswith(DOMAINS) else None)


__all__ = ["LINK_ROLES", "Nodes", "Role", "find_role", "kept_role", "make_reference", "unknown_role"]
