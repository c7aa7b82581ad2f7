"""However a tree of pages is spelled, the document says the same: each spelling is one that authors really use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "api_docs"
# Pages of every kind that link one another, few enough to be read once a spelling.
KEPT = ("endpoints/lock/*.rst", "endpoints/lockpin/*.rst", "datastructures/*.rst", "enums/*.rst", "webhooks/*.rst")
Respell = Callable[[str], str]
Rows = list[list[str]]

GRID = re.compile(r"^( *)\+[-=+]+\+ *\n(?:\1[+|].*(?:\n|$))+", re.MULTILINE)
REQUEST = re.compile(r"^( +(?:GET|PUT|POST|DELETE|PATCH) )(\S+)", re.MULTILINE)


def grid_rows(text: str) -> Rows | None:
    """The cells of a plain grid table with a header; None for one with spans."""
    lines = [line.strip() for line in text.strip().split("\n")]
    borders = {line.replace("=", "-") for line in lines if line.startswith("+")}
    if len(borders) != 1 or not any("=" in line for line in lines if line.startswith("+")):
        return None
    edges = [found.start() for found in re.finditer(r"\+", lines[0])]
    rows: Rows = []
    cells: list[list[str]] = [[] for _ in edges[1:]]
    for line in lines[1:]:
        if line.startswith("+"):
            rows.append([" ".join(filter(None, cell)) for cell in cells])
            cells = [[] for _ in edges[1:]]
        else:
            for index, cell in enumerate(cells):
                cell.append(line[edges[index] + 1 : edges[index + 1]].strip())
    return rows


def tables(write: Callable[[Rows], Sequence[str]]) -> Respell:
    """Write every plain table anew."""

    def rewrite(found: re.Match[str]) -> str:
        rows = grid_rows(found[0])
        return found[0] if rows is None else "".join(f"{found[1]}{line}".rstrip() + "\n" for line in write(rows))

    return lambda text: GRID.sub(rewrite, text)


def list_table(rows: Rows) -> list[str]:
    """A `list-table`."""
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        lines += [f"   {'* -' if index == 0 else '  -'} {cell}" for index, cell in enumerate(row)]
    return [*lines, ""]


def csv_table(rows: Rows) -> list[str]:
    """A `csv-table`."""
    written = [", ".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return [".. csv-table::", f"   :header: {written[0]}", "", *(f"   {line}" for line in written[1:]), ""]


def grid(rows: Rows) -> list[str]:
    """A grid table."""
    widths = [max(len(row[index]) for row in rows) + 2 for index in range(len(rows[0]))]
    lines = ["+" + "+".join("-" * width for width in widths) + "+"]
    for number, row in enumerate(rows):
        lines.append("|" + "|".join(f" {cell}".ljust(width) for cell, width in zip(row, widths, strict=True)) + "|")
        lines.append("+" + "+".join("-="[number == 0] * width for width in widths) + "+")
    return lines


def cells(*changes: tuple[str, str], only: int | None = None) -> Respell:
    """Change what stands in cells, or in those of one column only."""

    def change(cell: str) -> str:
        for pattern, words in changes:
            cell = re.sub(pattern, words, cell)
        return cell

    def rewrite(rows: Rows) -> list[str]:
        return grid([[change(c) if only in {None, index} else c for index, c in enumerate(row)] for row in rows])

    return tables(rewrite)


def words(*changes: tuple[str, str]) -> Respell:
    """Change what stands in lines."""

    def change(text: str) -> str:
        for pattern, to in changes:
            text = re.sub(pattern, to, text, flags=re.MULTILINE)
        return text

    return change


def placeholders(to: str) -> Respell:
    """Write the path's parameters otherwise."""
    return lambda text: REQUEST.sub(lambda m: m[1] + re.sub(r"(?<=/)\{(\w+)\}", to, m[2]), text)


def operations(respell: Respell) -> Respell:
    """Pages about operations only: their tables mark what is optional, those of structures mark nothing."""
    return lambda text: respell(text) if REQUEST.search(text) else text


def required_column(rows: Rows) -> list[str]:
    """A column that says what `(optional)` says otherwise; a table that marks nothing says nothing in a column."""
    if rows[0] != ["Name", "Type", "Description"] or not any("optional" in row[1] for row in rows[1:]):
        return grid(rows)
    made = [[*rows[0][:2], "Required", rows[0][2]]]
    for name, kind, *more in rows[1:]:
        made.append([name, kind.replace(" (optional)", ""), "no" if "optional" in kind else "yes", *more])
    return grid(made)


RESPELLED: dict[str, Respell] = {
    "list tables": tables(list_table),
    "csv tables": tables(csv_table),
    "windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "column of required": operations(tables(required_column)),
    "optional after a comma": cells((r" \(optional\)", ", optional")),
    "optional in brackets": cells((r"\(optional\)", "[optional]")),
    "not required": cells((r" \(optional\)", " (not required)")),
    "list of": cells((r"^(:doc:`[^`]*`) ?\[\]", r"list of \1"), (r"^string\[\]", "List<string>")),
    "capital types": cells((r"^string\b", "String"), (r"^boolean\b", "Bool"), (r"^datetime\b", "DateTime"), only=1),
    "narrowed types": cells((r"^datetime( \(optional\))?$", r"string (date-time)\1"), (r"^integer\b", "int"), only=1),
    "fields": cells((r"^Name$", "Field"), (r"^Type$", "Data type"), (r"^Description$", "Notes")),
    "bare statuses": cells((r"^(\d{3}) .*", r"\1")),
    "HTTP statuses": cells((r"^(\d{3}) ", r"HTTP \1 ")),
    "response codes": words((r"^Responses *\n-+", "Response codes\n--------------")),
    "URL and body": words((r"^\*\*URI Parameters", "**URL parameters"), (r"^\*\*Body Parameters", "**Request body")),
    "any": words((r":doc:`", ":any:`")),
    "colons": placeholders(r":\1"),
    "angles": placeholders(r"<\1>"),
    "dollars": placeholders(r"${\1}"),
    "bold method": words((r"\.\. code-block:: sh\n\s*\n +(GET|PUT|POST|DELETE|PATCH) (\S+)", r"**\1** ``\2``")),
    "json blocks": words((r"code-block:: js\b", "sourcecode:: json")),
    "literal blocks": words((r"\.\. code-block:: js\b", "::")),
    "messages": words(
        (
            r"^HTTP status code: ``(\d+)``\n\s*\n\.\. code-block:: js\n\s*\n( +)",
            r".. code-block:: http\n\n\2HTTP/1.1 \1 OK\n\2Content-Type: application/json\n\n\2",
        )
    ),
}


def said(pages: dict[str, str], folder: Path) -> str:
    """What the document of those pages says, without where and in which words the pages say it."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return json.dumps(without_words(extract([folder], Config(root=folder)).document), indent=1)


def difference(before: str, after: str) -> str:
    """The lines that differ, with those around them."""
    return "\n".join(unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=5))


def without_words(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """The value without lines of pages and descriptions."""
    if isinstance(value, dict):
        return {k: without_words(v) for k, v in value.items() if k not in {"x-source", "description"}}
    return [without_words(entry) for entry in value] if isinstance(value, list) else value


@cache
def pages_as_written() -> dict[str, str]:
    """The pages by name, as they stand."""
    found = {path.relative_to(PAGES).as_posix(): path for pattern in KEPT for path in sorted(PAGES.glob(pattern))}
    return {name: path.read_text("utf-8") for name, path in found.items()} | {
        "conf.py": (PAGES / "conf.py").read_text("utf-8")
    }


@pytest.fixture(scope="module")
def as_written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the document says of the pages as they stand."""
    return said(pages_as_written(), tmp_path_factory.mktemp("as-written"))


@pytest.mark.parametrize("spelling", RESPELLED)
def test_a_respelled_page_says_the_same(spelling: str, as_written: str, tmp_path: Path) -> None:
    """Tables, marks, types, headings, placeholders and samples may be written in each of these ways."""
    pages = {
        name: RESPELLED[spelling](text) if name.endswith(".rst") else text for name, text in pages_as_written().items()
    }
    changed = [name for name, text in pages.items() if text != pages_as_written()[name]]
    assert len(changed) > 1, "the spelling changes no page: it tests nothing"
    changes = difference(as_written, said(pages, tmp_path))
    assert not changes, changes


def test_folders_may_have_other_names(as_written: str, tmp_path: Path) -> None:
    """A page's shape tells what it is where its folder's name doesn't."""
    renamed = {"datastructures": "models", "enums": "constants"}

    def rename(text: str) -> str:
        return re.sub(
            r"(?<=[/<])(datastructures|enums)/|^(datastructures|enums)/", lambda m: f"{renamed[m[1] or m[2]]}/", text
        )

    pages = {rename(name): rename(text) for name, text in pages_as_written().items()}
    changes = difference(as_written, said(pages, tmp_path))
    assert not changes, changes


def test_a_page_may_document_several_operations(as_written: str, tmp_path: Path) -> None:
    """A file a group, with a section an operation, is the same documentation as a file an operation."""
    pages = dict(pages_as_written())
    deeper = str.maketrans("=-^", "-^~")
    for group in ("lock", "lockpin"):
        names = [name for name in pages if name.startswith(f"endpoints/{group}/")]
        texts = {name.rsplit("/", 1)[1]: pages.pop(name) for name in names}
        index = texts.pop("index.rst")
        demoted = [
            re.sub(r"^[=^-]+$", lambda line: line[0].translate(deeper), text, flags=re.MULTILINE).replace(
                "../../", "../"
            )
            for text in texts.values()
        ]
        pages[f"endpoints/{group}.rst"] = "\n\n".join([index, *demoted])
    changes = difference(as_written, said(pages, tmp_path))
    assert not changes, changes
