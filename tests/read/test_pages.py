"""Text → pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docutils.parsers.rst import directives, roles

from docpact.diagnostics import Diagnostic
from docpact.read import Note, Page, Paragraph, Sample, Table
from docpact.read.page import LinkKind, walk_blocks
from docpact.read.tree import parse_page

Read = Callable[..., Page]


def tables(page: Page) -> list[Table]:
    """All tables of a page."""
    return [block for section in page.sections for block in section.blocks if isinstance(block, Table)]


def samples(page: Page) -> list[Sample]:
    """All literal blocks of a page."""
    return [block for s in page.sections for block in walk_blocks(s.blocks) if isinstance(block, Sample)]


def cells(page: Page) -> list[list[str]]:
    """The words of the first table's rows."""
    return [[cell.plain for cell in row.cells] for row in tables(page)[0].rows]


def test_sections_keep_their_depth_and_labels(page: Read) -> None:
    """A target before a heading belongs to that heading, also where it stands at the end of the section before."""
    read = page("""
        Lock
        ====

        Text.

        .. _data-lock:

        Data
        ----

        More.

        .. _deeper:

        Deeper
        ^^^^^^
    """)
    assert [(s.title, s.depth, s.labels) for s in read.sections] == [
        ("Lock", 1, ()),
        ("Data", 2, ("data-lock",)),
        ("Deeper", 3, ("deeper",)),
    ]


def test_a_caption_does_not_cost_the_code_block(page: Read, found: list[Diagnostic]) -> None:
    """`:caption:` is Sphinx's; plain docutils would drop the block. Its lines are counted from its text."""
    read = page("""
        Sync
        ====

        .. code-block:: sh
            :caption: curl

            curl -X GET "x"
    """)
    assert [(s.language, s.caption, s.text, s.origin.line) for s in samples(read)] == [
        ("sh", "curl", 'curl -X GET "x"', 7)
    ]
    assert not found


def test_a_row_span_stands_in_its_first_row(page: Read) -> None:
    """The second row of a span has one cell for docutils; it is read as the second column's."""
    read = page("""
        +--------+-----------+-------+
        | Name   | Type      | About |
        +========+===========+=======+
        | 200 OK | Lock []   | fine  |
        +        +-----------+       +
        |        | Bridge [] |       |
        +--------+-----------+-------+
        | 404    | none      | gone  |
        +--------+-----------+-------+
    """)
    assert cells(read) == [["200 OK", "Lock []", "fine"], ["", "Bridge []", ""], ["404", "none", "gone"]]
    assert [row.continued for row in tables(read)[0].rows] == [False, True, False]


def test_a_malformed_table_is_mended_and_reported(page: Read, found: list[Diagnostic]) -> None:
    """A row shifted by a rename is read by its `|`, with the line numbers that it has."""
    read = page("""
        Scopes
        ======

        +-----------+--------+
        | Name      | About  |
        +===========+========+
        | Link.Read | see |
        +-----------+--------+
    """)
    assert cells(read) == [["Link.Read", "see"]]
    assert tables(read)[0].rows[0].origin.line == 7
    assert [d.code for d in found] == ["table-malformed"]


def test_a_table_that_cannot_be_told_is_lost_with_a_diagnostic(page: Read, found: list[Diagnostic]) -> None:
    """Rows of different lengths are not guessed at."""
    read = page("""
        +------+--------+
        | Name | About  |
        +======+========+
        | a | b | c |
        +------+--------+
    """)
    assert tables(read) == []
    assert [d.code for d in found] == ["table-malformed", "table-lost"]


def test_a_stray_plus_in_the_header_rule_makes_no_column(page: Read) -> None:
    """Three columns in the `===` line over two real ones are two columns."""
    read = page("""
        +------+------+
        | Name | Type |
        +======+==+===+
        | id   | UUID |
        +------+------+
    """)
    assert tables(read)[0].header == ("Name", "Type")
    assert cells(read) == [["id", "UUID"]]


def test_links_keep_their_targets_also_without_a_blank(page: Read) -> None:
    """`:doc:` and `:ref:` are kept as links, with no blank before `<` or before `[]`, and over two lines."""
    read = page("""
        +---------------------------+
        | Type                      |
        +===========================+
        | :doc:`Gate List<../gate>` |
        +---------------------------+
        | :doc:`Lock <../lock>`[]   |
        +---------------------------+
        | :doc:`Lock                |
        | sync <../lock-sync>` []   |
        +---------------------------+
        | :ref:`Data <data-lock>`   |
        +---------------------------+
    """)
    links = [(s.text, s.link.kind, s.link.target) for r in tables(read)[0].rows for s in r.cells[0].links if s.link]
    assert links == [
        ("Gate List", LinkKind.DOCUMENT, "../gate"),
        ("Lock", LinkKind.DOCUMENT, "../lock"),
        ("Lock\nsync", LinkKind.DOCUMENT, "../lock-sync"),
        ("Data", LinkKind.LABEL, "data-lock"),
    ]
    assert [cell for row in cells(read) for cell in row] == ["Gate List", "Lock[]", "Lock sync []", "Data"]


def test_pages_are_untrusted(tmp_path: Path, found: list[Diagnostic]) -> None:
    """Nothing in a page reads a file, carries raw markup through or reaches the network."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    text = f"""
Page
====

.. include:: {secret}

.. literalinclude:: {secret}

.. raw:: html

   <script>alert(1)</script>

.. raw:: html
   :file: {secret}

.. csv-table:: x
   :file: {secret}

.. csv-table:: x
   :url: http://127.0.0.1:9/x
"""
    read = parse_page(text, "page.rst", found.append)
    assert "the secret" not in repr(read)
    assert "the secret" not in repr(found)
    assert read is not None
    assert not [block for s in read.sections for block in s.blocks if isinstance(block, Table)]


def test_a_page_cannot_change_the_next(page: Read) -> None:
    """Roles and directives that a page defines are gone after it."""
    before = dict(directives._directives), dict(roles._roles)  # noqa: SLF001 - the state that must not change.
    page("""
        .. role:: mine

        .. default-role:: strong

        :mine:`x`
    """)
    assert (dict(directives._directives), dict(roles._roles)) == before  # noqa: SLF001


def test_notes_keep_their_kind_and_lists_their_depth(page: Read) -> None:
    """A note's entries can be told from running text."""
    read = page("""
        Lock
        ====

        .. warning::
            Beware:

            - of this
            - * and that
    """)
    note = read.sections[0].blocks[0]
    assert isinstance(note, Note)
    assert note.kind == "warning"
    found = [(b.text.plain, b.depth) for b in note.blocks if isinstance(b, Paragraph)]
    assert found == [("Beware:", 0), ("of this", 1), ("and that", 2)]
