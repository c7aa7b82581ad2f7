"""Text of other files: read inside the documentation folder, with its own places."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.read.clipping import clip_include, clip_literal, parse_lines
from docpact.read.page import Paragraph, Sample, Table, walk_blocks
from read.outlines import ReadSections, outline


def test_an_included_file_stands_in_the_page(sections: ReadSections, found: list[Diagnostic]) -> None:
    """With its headings, its own places, and what it includes in turn, relative to itself."""
    read = sections(
        "Books\n=====\n\n.. include:: parts/list.inc\n\nAfter.\n",
        {"folder/parts/list.inc": "List\n----\n\nText.\n\n.. include:: more.inc\n", "folder/parts/more.inc": "More.\n"},
    )
    assert [(one.title, one.depth, str(one.origin)) for one in read] == [
        ("Books", 1, "folder/page.rst:1"), ("List", 2, "folder/parts/list.inc:1"),
    ]  # fmt: skip
    places = [(block.text.plain, str(block.text.origin)) for block in read[1].blocks if isinstance(block, Paragraph)]
    assert places == [
        ("Text.", "folder/parts/list.inc:4"), ("More.", "folder/parts/more.inc:1"), ("After.", "folder/page.rst:6"),
    ]  # fmt: skip
    assert not found


def test_an_include_stands_anywhere(sections: ReadSections, found: list[Diagnostic]) -> None:
    """In lists, cells, directives; and the same file may come again."""
    (section,) = sections(
        """
        - .. include:: /part.txt

        +------------------------+
        | .. include:: /part.txt |
        +------------------------+

        .. note::

           .. include:: /part.txt

        - last
        """,
        {"part.txt": "a\n\n- b\n"},
    )
    part = ["a", {"list": [["b"]]}]
    first, table, note, last = section.blocks
    assert outline((first, note, last)) == [{"list": [part]}, {"note": part}, {"list": [["last"]]}]
    assert isinstance(table, Table)
    assert outline(table.rows[0].blocks[0]) == part
    assert not found


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        (".. include:: ../../outside.txt", "leads out"),
        (".. include:: /etc/passwd", "does not exist"),
        (".. literalinclude:: ../../outside.txt", "leads out"),
        (".. include:: /link.txt", "is a link that leads out"),
        (".. include:: /folder", "is no regular file"),
        (".. include:: /pipe", "is no regular file"),
        (".. include:: /large.txt", "more than 1,048,576 are not read"),
        (".. include:: /binary.txt", "NUL"),
        (".. include:: page.rst", "includes itself"),
        (".. include:: /loop.txt", "includes itself"),
        (".. include:: /fine.txt\n   :start-after: nothing", "isn't in the file"),
        (".. literalinclude:: /fine.txt\n   :lines: one", "names no lines"),
        (".. csv-table::\n   :file: ../../outside.txt", "leads out"),
        (".. csv-table::\n   :url: http://127.0.0.1:9/x", "is not fetched"),
    ],
)
def test_what_may_not_be_included_costs_itself(
    sections: ReadSections, found: list[Diagnostic], tmp_path: Path, directive: str, said: str
) -> None:
    """It is reported where it is asked for, and the rest of the page is read."""
    (tmp_path.parent / "outside.txt").write_text("the secret")
    (tmp_path / "link.txt").symlink_to(tmp_path.parent / "outside.txt")
    (tmp_path / "large.txt").write_bytes(b"a " * 600_000)
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    import os  # noqa: PLC0415 - there are no pipes elsewhere.

    os.mkfifo(tmp_path / "pipe")
    text = f"Before.\n\n{directive}\n\nAfter.\n"
    (section,) = sections(text, {"folder/page.rst": text, "loop.txt": ".. include:: loop.txt\n", "fine.txt": "a\n"})
    assert outline(section.blocks) == ["Before.", "After."]
    assert {d.code for d in found} <= {"file-unreadable", "page-encoding"}
    assert said in found[0].message
    assert "the secret" not in repr(found)


def test_files_that_multiply_are_cut_off(sections: ReadSections, found: list[Diagnostic]) -> None:
    """Each includes the next twice: no page grows without end."""
    twice = {f"{n}.txt": f".. include:: {n + 1}.txt\n\n.. include:: {n + 1}.txt\n\n{'a ' * 2000}\n" for n in range(18)}
    sections(".. include:: /0.txt\n", twice | {"18.txt": "end\n"})
    assert any("includes more than" in diagnostic.message for diagnostic in found)


def test_code_and_tables_come_from_files(sections: ReadSections, found: list[Diagnostic]) -> None:
    """As Sphinx has it: relative to the page, also in a file that it includes."""
    (section,) = sections(
        ".. include:: parts/all.inc\n",
        {
            "folder/parts/all.inc": """
                .. literalinclude:: a.json
                   :language: json
                   :caption: A book

                .. include:: a.json
                   :code: js

                .. csv-table:: Fields
                   :file: a.csv
                   :header-rows: 1
                """,
            "folder/a.json": "{}\n",
            "folder/parts/a.json": "[]\n",
            "folder/a.csv": 'name,type\nid,"*number*,\nnull"\n',
        },
    )
    first, second, table = section.blocks
    assert isinstance(first, Sample)
    assert isinstance(second, Sample)
    assert (first.language, first.caption, first.text, str(first.origin)) == ("json", "A book", "{}", "folder/a.json:1")
    assert (second.language, second.text) == ("js", "[]\n")
    assert isinstance(table, Table)
    assert (table.caption, table.header) == ("Fields", ("name", "type"))
    assert [cell.plain for cell in table.rows[0].cells] == ["id", "number, null"]
    assert str(table.rows[0].origin) == "folder/a.csv:2"
    assert not found


@pytest.mark.parametrize(
    ("options", "text", "line"),
    [
        ({}, "one\ntwo\nthree\nfour\n", 1),
        ({"start-line": "1", "end-line": "3"}, "two\nthree", 2),
        ({"start-after": "two\n", "end-before": "four"}, "three\n", 3),
    ],
)
def test_parts_of_included_files(options: dict[str, str], text: str, line: int) -> None:
    """docutils' options, with the line that the part begins at."""
    clip = clip_include("one\ntwo\nthree\nfour\n", options)
    assert (clip.text, clip.line) == (text, line)


@pytest.mark.parametrize(
    ("options", "text", "line"),
    [
        ({"start-at": "two"}, "  two\n    three\nfour", 2),
        ({"start-after": "two", "end-at": "four"}, "    three\nfour", 3),
        ({"start-at": "two", "end-before": "four", "dedent": ""}, "two\n  three", 2),
        ({"lines": "2-3", "dedent": "2"}, "two\n  three", 2),
        ({"lines": "1,4-"}, "one\nfour", 1),
        ({"start-at": "two", "lines": "1"}, "  two", 2),
    ],
)
def test_parts_of_shown_files(options: dict[str, str], text: str, line: int) -> None:
    """Sphinx' options: marks first, then numbers of the lines that are left."""
    clip = clip_literal("one\n  two\n    three\nfour\n", options)
    assert (clip.text, clip.line) == (text, line)


def test_numbers_of_lines() -> None:
    """Numbers, ranges, and ranges without an end; too many are refused."""
    assert parse_lines("2, 4-5,7-", 8) == [1, 3, 4, 6, 7]
    assert parse_lines("9-12", 8) == []
    with pytest.raises(ValueError, match="more than"):
        parse_lines(",".join(["1-"] * 200), 1000)


def test_prologue_and_epilogue_are_on_each_page(sections: ReadSections, found: list[Diagnostic]) -> None:
    """After the page's own fields, which are no text; complaints about them name conf.py."""
    read = sections(
        ":orphan:\n\nBooks\n=====\n\n|shop| :bug:`7`\n",
        conf="""
        rst_prolog = '.. |shop| replace:: *Reading* room'
        rst_epilog = '''
        *unclosed
        '''
        extlinks = {'bug': ('https://bugs.example/%s', 'bug %s')}
        """,
    )
    (section,) = read
    assert outline(section.blocks) == ["Reading room bug 7", "*unclosed"]
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [span.link.target for span in paragraph.text.links if span.link] == ["https://bugs.example/7"]
    assert [(d.code, str(d.origin)) for d in found] == [("markup", "conf.py:4")]
    assert list(walk_blocks(section.blocks)) == list(section.blocks)
