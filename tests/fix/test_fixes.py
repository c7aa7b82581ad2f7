"""Each fix: the page afterwards is the page before but for the piece that is named, and says what was taken before."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from docpact.cli import main
from docpact.config import Config
from docpact.diagnostics import Diagnostic
from docpact.errors import OutputError
from docpact.fix import FIXES, find_fixes, fix_pages, write_fixed
from docpact.fix.find import Way
from docpact.fix.text import Change, Places
from docpact.pipeline import extract, extract_with_tree

BOAT = """\
Boat
====

+-------+---------------------+-------------+
| Name  | Type                | Description |
+=======+=====================+=============+
| name  | string              | its name    |
+-------+---------------------+-------------+
| crew  | string              | who is on   |
|       |                     | board       |
+-------+---------------------+-------------+
| built | date                | when        |
+-------+---------------------+-------------+
"""
# Its column of types has no room for another word.
NARROW = """\
Boat
====

+-------+--------+-------------+
| Name  | Type   | Description |
+=======+========+=============+
| name  | string | its name    |
+-------+--------+-------------+
| crew  | string | who is on   |
|       |        | board       |
+-------+--------+-------------+
| built | date   | when        |
+-------+--------+-------------+
"""
# It has none in a line, but in the line below.
LOW = """\
Boat
====

+-------+-------------+-------------+
| Name  | Type        | Description |
+=======+=============+=============+
| name  | string      | its name    |
+-------+-------------+-------------+
| crew  | string      | who is on   |
|       |             | board       |
+-------+-------------+-------------+
| built | date        | when        |
+-------+-------------+-------------+
"""
PAGE = """\
Change a boat
=============

.. code-block:: sh

    PUT https://harbour.example/v1/boats/{id}

URI Parameters
--------------

====  =======  ===========
Name  Type     Description
====  =======  ===========
id    integer  which boat
====  =======  ===========

Body Parameters
---------------

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - name
     - string
     - its name

Responses
---------

====  ============================  ===========
Name  Type                          Description
====  ============================  ===========
200   :doc:`Boat <../data/boat>`    the boat
====  ============================  ===========

Examples
--------

**Sample request**

.. code-block:: sh

    CURL

Body:

.. code-block:: js

    {"name": "Tern"}

**Sample response**

HTTP status code: ``200``

.. code-block:: js

    SAMPLE
"""
CURL = 'curl -X PUT "https://harbour.example/v1/boats/7" -H "Accept: application/json" -d "<<body>>"'
GET = """\
Get a boat
==========

.. code-block:: sh

    GET https://harbour.example/v1/boats/{id}

Examples
--------

.. code-block:: sh

    CURL
"""
GOOD = '{"name": "Tern", "crew": "Ida", "built": "2020-01-31"}'


@dataclass(frozen=True, kw_only=True)
class Case:
    """A fault on a page, and its fix."""

    code: str
    sample: str = GOOD
    curl: str = CURL
    boat: str = BOAT
    page: str = PAGE
    old: str
    """A piece of one page …"""
    new: str
    """… and what stands in its place afterwards."""

    def pages(self) -> dict[str, str]:
        """The tree's pages, with the samples indented as the page has them."""
        page = self.page
        for name, text in (("CURL", self.curl), ("SAMPLE", self.sample)):
            page = page.replace(name, text.replace("\n", "\n    "))
        return {"data/boat.rst": self.boat, "boats/change.rst": page}


CASES = {
    "missing comma": Case(
        code="sample-json", sample='{\n    "name": "Tern"\n    "crew": "Ida"\n}', old='"Tern"\n', new='"Tern",\n'
    ),
    "missing comma in a list": Case(
        code="sample-json", sample='{"name": "Tern", "crew": "Ida", "x": ["a" "b"]}', old='["a" "b"]', new='["a", "b"]'
    ),
    "comma after the last one": Case(
        code="sample-json", sample='{\n    "name": "Tern",\n    "crew": "Ida",\n}', old='"Ida",', new='"Ida"'
    ),
    "comma after nothing": Case(code="sample-json", sample='{"name": "Tern",, "crew": "Ida"}', old=",,", new=","),
    "missing brace": Case(
        code="sample-json",
        sample='{\n    "crew": {\n        "name": "Ida",\n    "name": "Tern"\n}',
        old='"Ida",\n',
        new='"Ida"\n        },\n',
    ),
    "missing brace at the end": Case(
        code="sample-json", sample='{\n    "name": "Tern",\n    "crew": "Ida"', old='"Ida"', new='"Ida"\n    }'
    ),
    "missing bracket at the end": Case(
        code="sample-json", sample='[\n    {"name": "Tern", "crew": "Ida"}', old='"Ida"}', new='"Ida"}\n    ]'
    ),
    "missing colon": Case(
        code="sample-json", sample='{"name" "Tern", "crew": "Ida"}', old='"name" "T', new='"name": "T'
    ),
    "value without quotes": Case(
        code="sample-json", sample='{"name": Tern, "crew": "Ida"}', old=": Tern,", new=': "Tern",'
    ),
    "string over several lines": Case(
        code="sample-json", sample='{"name": "Te\n    rn", "crew": "Ida"}', old='"Te\n        rn"', new='"Tern"'
    ),
    "backslash that escapes nothing": Case(
        code="sample-json", sample='{"name": "T\\ern", "crew": "Ida"}', old="T\\ern", new="T\\\\ern"
    ),
    "two commas in one line": Case(
        code="sample-json",
        sample='{"name": "Tern" "crew": "Ida" "built": "2020-01-31"}',
        old='"Tern" "crew": "Ida" ',
        new='"Tern", "crew": "Ida", ',
    ),
    "null, with room in the cell": Case(
        code="null-unmarked",
        sample=GOOD.replace('"Tern"', "null"),
        old="| string              | its",
        new="| string (nullable)   | its",
    ),
    "null, below in the cell": Case(
        code="null-unmarked",
        boat=LOW,
        sample=GOOD.replace('"Ida"', "null"),
        old="|       |             | board",
        new="|       | (nullable)  | board",
    ),
    "list, typed as one": Case(
        code="array-contradicted",
        sample=GOOD.replace('"Ida"', '["Ida"]'),
        old="| string              | who",
        new="| string[]            | who",
    ),
    "content type without a body": Case(
        code="curl-header",
        page=GET,
        curl='curl "https://harbour.example/v1/boats/7" -H "Accept: */*" -H "Content-Type: application/json" -v',
        old=' -H "Content-Type: application/json"',
        new="",
    ),
    "content type in a line of its own": Case(
        code="curl-header",
        page=GET,
        curl='curl https://harbour.example/v1/boats/7 \\\n  -H "content-type: application/json" \\\n  -H "Accept: */*"',
        old='      -H "content-type: application/json" \\\n',
        new="",
    ),
    "content type of a patch": Case(
        code="curl-header",
        curl=CURL + " -H 'Content-Type: application/json-patch+json; charset=utf-8'",
        old="application/json-patch+json",
        new="application/json",
    ),
    "method": Case(code="curl-method", curl=CURL.replace("-X PUT", "-X POST"), old="-X POST", new="-X PUT"),
    "body": Case(
        code="curl-body",
        page=GET,
        curl='curl -X GET "https://harbour.example/v1/boats/7" -d "<<body>>" -v',
        old=' -d "<<body>>"',
        new="",
    ),
    "name": Case(code="name-contradicted", sample=GOOD.replace('"built"', '"Built"'), old="| built |", new="| Built |"),
    "optional": Case(
        code="required-contradicted",
        page=PAGE.replace(
            "====  =======  ===========\nName  Type     Description\n====  =======  ===========\n"
            "id    integer  which boat\n====  =======  ===========\n",
            ".. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Type\n     - Description\n"
            "   * - id\n     - integer\n     - which boat\n   * - wait\n     - boolean\n     - for it to be done\n"
            "   * - note\n     - string (optional)\n     - for the log\n",
        ),
        old="     - boolean\n",
        new="     - boolean (optional)\n",
    ),
    "time": Case(
        code="sample-time",
        boat=BOAT.replace("| date                |", "| datetime            |"),
        sample=GOOD.replace("2020-01-31", "2020-01-31T10:00:00"),
        old="10:00:00",
        new="10:00:00Z",
    ),
}


def write(pages: dict[str, str], folder: Path, newline: str = "\n") -> Path:
    """Write the tree."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", newline).encode())
    return folder


def without_lines(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """The document without the numbers of lines, which move."""
    return json.loads(re.sub(r'("x-source": "[^"]+):\d+"', r'\1"', json.dumps(value)))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_a_fix_changes_its_piece_and_nothing_else(name: str, newline: str, tmp_path: Path) -> None:
    """Every other byte of every page stays; the diagnostic is gone; the document is the one that was promised."""
    case = CASES[name]
    docs = write(case.pages(), tmp_path / "docs", newline)
    before = extract([docs], Config(root=tmp_path))
    assert case.code in {diagnostic.code for diagnostic in before.diagnostics}
    bytes_before = {path: path.read_bytes() for path in docs.rglob("*.rst")}
    way = FIXES[case.code]
    fixed = fix_pages([docs], Config(root=tmp_path), lambda d, _: d.code == case.code, unsafe=not way.safe)
    assert {path: path.read_bytes() for path in docs.rglob("*.rst")} == bytes_before
    write_fixed(fixed)
    old, new = (text.replace("\n", newline).encode() for text in (case.old, case.new))
    assert sum(content.count(old) for content in bytes_before.values()) == 1
    expected = {path: content.replace(old, new) for path, content in bytes_before.items()}
    assert {path: path.read_bytes() for path in docs.rglob("*.rst")} == expected
    after = extract([docs], Config(root=tmp_path))
    assert case.code not in {diagnostic.code for diagnostic in after.diagnostics}
    assert {diagnostic.code for diagnostic in after.diagnostics} <= {d.code for d in before.diagnostics}
    if way.same_document:
        assert without_lines(after.document) == without_lines(before.document)
    else:
        assert json.dumps(before.document).replace("10:00:00", "10:00:00Z") == json.dumps(after.document)


def test_every_fix_has_a_case() -> None:
    """A new fix needs one."""
    assert {case.code for case in CASES.values()} == set(FIXES)


@pytest.mark.parametrize(("shown", "safe"), [("Built", True), ("buillt", False)])
def test_a_name_that_differs_by_case_alone_needs_no_judgement(shown: str, *, safe: bool, tmp_path: Path) -> None:
    """It is the same name; another one may be the sample's mistake."""
    case = Case(code="", sample=GOOD.replace('"built"', f'"{shown}"'), old="", new="")
    docs = write(case.pages(), tmp_path / "docs")
    tree, extraction = extract_with_tree([docs], Config(root=tmp_path))
    (found,) = [d for d in extraction.diagnostics if d.code == "name-contradicted"]
    (fix,) = find_fixes([found], tree, unsafe=True)
    assert fix.safe is safe
    assert bool(find_fixes([found], tree, unsafe=False)) is safe


def test_a_column_that_is_too_narrow_is_made_wider(tmp_path: Path) -> None:
    """Only padding is added, in the lines of the table; the description in the next column stays."""
    docs = write(
        Case(code="", sample=GOOD.replace('"Tern"', "null"), boat=NARROW, old="", new="").pages(), tmp_path / "docs"
    )
    fixed = fix_pages([docs], Config(root=tmp_path), lambda d, _: d.code == "null-unmarked")
    (after,) = fixed.after.values()
    assert after.splitlines()[5:9] == [
        "+=======+===================+=============+",
        "| name  | string (nullable) | its name    |",
        "+-------+-------------------+-------------+",
        "| crew  | string            | who is on   |",
    ]
    assert re.sub(r"[ =-]+", "", after).replace("(nullable)", "") == re.sub(r"[ =-]+", "", NARROW)


def test_a_table_whose_cells_span_columns_is_left_alone(tmp_path: Path) -> None:
    """What can't be edited without doubt isn't."""
    spanned = NARROW.replace("| built | date   | when        |", "| built | date and when        |")
    docs = write(
        Case(code="", sample=GOOD.replace('"Tern"', "null"), boat=spanned, old="", new="").pages(), tmp_path / "docs"
    )
    assert not fix_pages([docs], Config(root=tmp_path), lambda d, _: d.code == "null-unmarked").after


def test_a_fix_that_would_change_the_document_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are, also those of the same page."""

    def rename(_diagnostic: Diagnostic, _places: Places) -> list[Change]:
        def make(lines: list[str]) -> bool:
            lines[0] = "Another title\n"
            return True

        return [Change(line=0, column=0, make=make)]

    monkeypatch.setitem(FIXES, "curl-method", Way(find=rename))  # type: ignore[arg-type]
    case = Case(
        code="", curl=CURL.replace("-X PUT", "-X POST"), sample='{"name": "Tern" "crew": "Ida"}', old="", new=""
    )
    docs = write(case.pages(), tmp_path / "docs")
    fixed = fix_pages([docs], Config(root=tmp_path), lambda d, _: d.code in {"curl-method", "sample-json"})
    assert [diagnostic.code for diagnostic in fixed.settled] == ["sample-json"]
    assert "Another title" not in fixed.after["boats/change.rst"]


def test_a_page_that_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """Nothing is written then."""
    docs = write(CASES["missing comma"].pages(), tmp_path / "docs")
    fixed = fix_pages([docs], Config(root=tmp_path), lambda _, __: True)
    (docs / "boats" / "change.rst").write_text("mine\n")
    with pytest.raises(OutputError, match="was changed while it was fixed"):
        write_fixed(fixed)
    assert (docs / "boats" / "change.rst").read_text() == "mine\n"


def test_lint_fixes_and_shows_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--diff` shows the changes and writes nothing; `--fix` makes them; what needs judgement has its own option."""
    case = Case(
        code="", curl=CURL.replace("-X PUT", "-X POST"), sample='{"name": "Tern" "crew": "Ida"}', old="", new=""
    )
    docs = write(case.pages(), tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    page = docs / "boats" / "change.rst"
    before = page.read_text()
    only = ["--select", "sample-json,curl-method"]
    assert main(["lint", "docs", *only]) == 1
    shown = capsys.readouterr()
    assert "= help: fix the sample [*]" in shown.out
    assert shown.err == "2 warnings; 1 fixable with --fix [*]; 1 with --fix --unsafe-fixes\n"
    assert main(["lint", "docs", "--diff", *only]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("--- docs/boats/change.rst\n+++ docs/boats/change.rst\n@@ ")
    assert '+    {"name": "Tern", "crew": "Ida"}\n' in shown.out
    assert shown.err == "1 diagnostic would be fixed in 1 file\n"
    assert page.read_text() == before
    assert main(["lint", "docs", "--fix", *only]) == 1
    shown = capsys.readouterr()
    assert shown.err == "1 diagnostic fixed in 1 file\n1 warning; 1 with --fix --unsafe-fixes\n"
    assert main(["lint", "docs", "--fix", "--unsafe-fixes", *only]) == 0
    assert page.read_text() == before.replace('"Tern" "crew"', '"Tern", "crew"').replace("-X POST", "-X PUT")
    assert main(["lint", "docs", "--diff", "--unsafe-fixes", *only]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("tree", ["tedee-v37", "tedee-2020-12"])
def test_half_of_what_real_pages_have_is_fixed(tree: str, shared: Path, tmp_path: Path) -> None:
    """Without a judgement, and the document stays as it is."""
    docs = shared / "corpora" / tree
    before = extract([docs], Config(root=tmp_path))
    fixed = fix_pages([docs], Config(root=tmp_path), lambda _, __: True)
    assert len(fixed.extraction.diagnostics) * 2 <= len(before.diagnostics)
    assert without_lines(fixed.extraction.document) == without_lines(before.document)
