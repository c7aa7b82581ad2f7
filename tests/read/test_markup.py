"""Directives and roles: those that dialects ask for, Sphinx's, and those that nobody knows."""

from __future__ import annotations

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.markup import DirectiveSpec, Markup
from docpact.read.page import Directive, FieldList, LinkKind, List, Paragraph, Row, Sample, Table, walk_blocks
from read.outlines import ReadSections, outline

CALLS = Markup(
    directives=(
        DirectiveSpec(name="shop:get"),
        DirectiveSpec(name="fields", content="text", file_word=0),
        DirectiveSpec(name="call"),
    ),
    roles=("shop:status", "shop:get"),
)


def directives(blocks: object) -> list[Directive]:
    """Every directive in the blocks."""
    assert isinstance(blocks, tuple)
    return [block for block in walk_blocks(blocks) if isinstance(block, Directive)]


def test_a_directive_keeps_all_that_it_says(sections: ReadSections, found: list[Diagnostic]) -> None:
    """The argument with its lines, any options, the content parsed and as it stands, and where each begins."""
    (section,) = sections(
        """
        .. shop:get:: /books
                      /books/(int:id)
           :synopsis: all books,
              or one
           :deprecated:

           Text.

           :query int offset: number
              of books
        """,
        markup=CALLS,
    )
    (directive,) = directives(section.blocks)
    assert (directive.name, directive.argument, directive.known) == ("shop:get", "/books\n/books/(int:id)", True)
    assert directive.options == (("synopsis", "all books,\nor one"), ("deprecated", ""))
    assert directive.text == "Text.\n\n:query int offset: number\n   of books"
    assert (directive.origin, directive.text_origin) == (Origin("folder/page.rst", 1), Origin("folder/page.rst", 7))
    assert outline(directive.blocks) == ["Text.", {"fields": {"query int offset": ["number of books"]}}]
    fields = directive.blocks[1]
    assert isinstance(fields, FieldList)
    assert fields.fields[0].origin.line == 9
    assert not found


@pytest.mark.parametrize(
    ("text", "argument", "content"),
    [
        (".. call:: GET /books\n   :field with words: below", "GET /books", ":field with words: below"),
        (".. call::\n   GET /books\n   version: 2", "", "GET /books\nversion: 2"),
        (".. call::\n\n   GET /books", "", "GET /books"),
        (".. call:: GET /books", "GET /books", ""),
        (".. call:: a\n\n   :b: c", "a", ":b: c"),
    ],
)
def test_argument_and_content_are_told_apart(sections: ReadSections, text: str, argument: str, content: str) -> None:
    """An argument begins on the directive's own line; all that is no option is content."""
    (directive,) = directives(sections(text, markup=CALLS)[0].blocks)
    assert (directive.argument, directive.text, directive.options) == (argument, content, ())


def test_a_directive_stands_anywhere(sections: ReadSections, found: list[Diagnostic]) -> None:
    """In lists, cells, notes and other directives."""
    (section,) = sections(
        """
        - .. call:: in a list

        +---------------------+
        | .. call:: in a cell |
        +---------------------+

        .. note::

           .. call:: in a note

              .. call:: in another
        """,
        markup=CALLS,
    )
    lists, table, note = section.blocks
    assert isinstance(lists, List)
    assert isinstance(table, Table)
    (row,) = table.rows
    assert isinstance(row, Row)
    found_in = [*directives(lists.entries[0]), *directives(row.blocks[0]), *directives((note,))]
    assert [(one.argument, one.origin.line) for one in found_in] == [
        ("in a list", 1), ("in a cell", 4), ("in a note", 9), ("in another", 11),
    ]  # fmt: skip
    assert not found


@pytest.mark.parametrize("conf", ["primary_domain = 'shop'", ""])
def test_the_default_domain_gives_short_names(sections: ReadSections, found: list[Diagnostic], conf: str) -> None:
    """Of the configuration, or of the page from its `default-domain` on."""
    begin = "" if conf else ".. default-domain:: shop\n\n"
    (section,) = sections(f"{begin}.. get:: /books\n\n   :status:`200`\n", markup=CALLS, conf=conf)
    (directive,) = directives(section.blocks)
    assert directive.name == "shop:get"
    (paragraph,) = directive.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(span.text, span.role) for span in paragraph.text.spans] == [("200", "shop:status")]
    assert not found


def test_a_directive_names_a_file(sections: ReadSections, found: list[Diagnostic]) -> None:
    """Its text comes with the directive; what can't be read is reported."""
    (section,) = sections(
        ".. fields:: books.yaml\n\n   - id: book_id\n\n.. fields:: ../../secret.yaml\n",
        {"folder/books.yaml": "book_id: {in: path}\n"},
        markup=CALLS,
    )
    first, second = directives(section.blocks)
    assert first.file is not None
    assert (first.file.path, first.file.text) == ("folder/books.yaml", "book_id: {in: path}\n")
    assert (first.text, first.blocks) == ("- id: book_id", ())
    assert second.file is None
    assert [(d.code, d.origin.line) for d in found] == [("file-unreadable", 5)]


def test_roles_keep_their_names_and_targets(sections: ReadSections) -> None:
    """The words are the title; what it leads to is the link's target."""
    (section,) = sections(":shop:status:`404 Not Found` :shop:get:`all </books>`", markup=CALLS)
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    first, _, second = paragraph.text.spans
    assert (first.text, first.role, first.link) == ("404 Not Found", "shop:status", None)
    assert second.link is not None
    assert (second.text, second.role, second.link.kind, second.link.target) == (
        "all", "shop:get", LinkKind.OBJECT, "/books",
    )  # fmt: skip


def test_what_nobody_knows_is_read_and_reported_once(sections: ReadSections, found: list[Diagnostic]) -> None:
    """The content is parsed in place; docutils' opinion of it is nobody's concern."""
    (section,) = sections("""
        .. endpoint:: /books
           :auth: none

           ``GET /books``

           ==== ======
           Name Type
           ==== ======
           id   number
           ==== ======

           *unclosed

        .. endpoint:: /authors

        .. endpoint:: Never do that, please.

        :verb:`GET <get>` and :verb:`PUT`
    """)
    first, second, third, words = section.blocks
    assert isinstance(first, Directive)
    assert (first.argument, first.options, first.known) == ("/books", (("auth", "none"),), False)
    assert outline(first.blocks)[:2] == ["GET /books", {"table": [["Name", "Type"], ["id", "number"]]}]
    assert isinstance(second, Directive)
    assert second.blocks == ()
    assert outline((third, words)) == [{"endpoint Never do that, please.": ["Never do that, please."]}, "GET and PUT"]
    assert [(d.code, d.origin.line) for d in found] == [("directive-unknown", 1), ("role-unknown", 18)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".. only:: html\n\n   kept", ["kept"]),
        (".. only:: not html\n\n   for paper", []),
        (".. only:: latex\n   right below", ["right below"]),
        (".. tabs::\n\n   .. tab:: One\n\n      a\n\n   .. group-tab:: Two\n\n      b", ["One", "a", "Two", "b"]),
        (".. tab-set::\n\n   .. tab-item:: One\n      :sync: x\n\n      a", ["One", "a"]),
        (".. code-tab:: py Python\n\n   x = 1", [{"sample py": "x = 1"}]),
        (".. dropdown:: More\n   :open:\n\n   a", ["More", "a"]),
        (".. details:: More\n\n   - a", ["More", {"list": [["a"]]}]),
        (".. container:: wide\n\n   a", ["a"]),
        (".. rst-class:: wide\n\nafter", ["after"]),
        (".. hlist::\n\n   * a", [{"list": [["a"]]}]),
        (".. topic:: Title\n\n   a", ["Title", "a"]),
        (".. sidebar:: Title\n\n   a", ["Title", "a"]),
        (".. admonition:: Title\n\n   a", [{"admonition-title": ["Title", "a"]}]),
        (".. rubric:: Title", ["Title"]),
        (".. centered:: Title", ["Title"]),
        (".. deprecated:: 2.0\n   Use the other.", [{"deprecated": ["2.0 Use the other."]}]),
        (".. versionadded:: 2.0\n\n   More.", [{"versionadded": ["2.0", "More."]}]),
        (".. glossary::\n\n   book\n      paper", [{"definitions": {"book": ["paper"]}}]),
        (".. parsed-literal::\n\n   GET *x*", [{"sample": "GET x"}]),
        (".. math:: a = b", ["a = b"]),
        (".. figure:: x.png\n\n   Caption", ["Caption"]),
        (".. raw:: html\n\n   <b>", []),
        (".. toctree::\n\n   a", []),
        (".. image:: x.png\n   :alt: a", []),
        (".. py:function:: f(x)\n\n   does", [{"definitions": {"f(x)": ["does"]}}]),
        (".. envvar:: HOME\n\n   where", [{"definitions": {"HOME": ["where"]}}]),
        (".. highlight:: json\n\n::\n\n   {}", [{"sample json": "{}"}]),
        (".. default-role:: samp\n\n`a`", ["a"]),
        (".. list-table:: T\n   :align: default\n   :widths: 1 2 3\n   :new: x\n\n   * - a", [{"table": [[], ["a"]]}]),
        (":download:`a <b>` :file:`c` :abbr:`d (e)` :py:class:`~f.g` :rfc:`9110` :rfc:`h <9110#x>`",
         ["a c d (e) g RFC 9110 h"]),
    ],
)  # fmt: skip
def test_markup_of_sphinx_is_known(
    sections: ReadSections, found: list[Diagnostic], text: str, expected: list[object]
) -> None:
    """Its containers are transparent, and nobody calls it wrong."""
    assert [block for section in sections(text) for block in outline(section.blocks)] == expected
    assert not found


def test_headings_in_containers_are_sections(sections: ReadSections) -> None:
    """A tab or condition around a section doesn't hide it; what comes after belongs to the last one."""
    read = sections("""
        Books
        =====

        .. only:: html

           Responses
           ---------

           a
    """)
    assert [(one.title, one.depth, one.origin.line) for one in read] == [("Books", 1, 1), ("Responses", 2, 6)]


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        (".. note::\n   :unheard: of\n\n   kept", ["kept"], "markup"),
        (
            ".. list-table::\n\n   * - a\n     - b\n   * - c",
            [{"table": [[], ["a", "b"], ["c", ""]]}],
            "table-malformed",
        ),
        (".. list-table::\n\n   one\n\n   two", ["one", "two"], "table-malformed"),
        (".. endpoint::\n\n   Title\n   -----\n\n   text", [{"endpoint": ["Title", "text"]}], "directive-unknown"),
    ],
)
def test_what_docutils_refuses_is_not_lost(
    sections: ReadSections, found: list[Diagnostic], text: str, expected: list[object], code: str
) -> None:
    """It is reported, and its content is read."""
    assert outline(sections(text)[0].blocks) == expected
    assert [d.code for d in found] == [code]


def test_a_page_cannot_change_the_next_by_what_it_asks(sections: ReadSections, found: list[Diagnostic]) -> None:
    """A name that one page uses for a directive of a dialect means nothing on the next without it."""
    sections(".. call:: a", markup=CALLS)
    (section,) = sections(".. call:: a\n\n   text")
    assert [directive.known for directive in directives(section.blocks)] == [False]
    assert [d.code for d in found] == ["directive-unknown"]


def test_a_sample_shows_what_its_names_stand_for(sections: ReadSections) -> None:
    """A page's own substitutions reach literal text too, since request lines stand there."""
    (section,) = sections("""
        .. |base| replace:: https://books.example
        .. |loop| replace:: a |loop|

        ``GET |base|/a``, |loop|, |other|, |release|

        ::

           GET |base|/b |x
    """, conf="release = '2.1'")  # fmt: skip
    paragraph, sample = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(sample, Sample)
    assert paragraph.text.plain == "GET https://books.example/a, a |loop|, |other|, 2.1"
    assert sample.text == "GET https://books.example/b |x"


def test_targets_among_the_text_are_that_sections(sections: ReadSections) -> None:
    """Not those of the next one; a directive that a dialect asked for has those right before and in it, too."""
    text = """
        Books
        =====

        .. _words:

        Text.

        .. _call:

        .. call:: /books

           .. _fields:

           :status 200: fine

        Shelves
        -------
    """
    books, shelves = sections(text, markup=CALLS)
    (call,) = directives(books.blocks)
    assert (books.labels, shelves.labels, call.labels) == (("words", "call"), (), ("call", "fields"))
