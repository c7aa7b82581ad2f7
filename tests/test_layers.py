"""Who may import whom: data flows one way."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "docpact"
EVERYWHERE = {
    "docpact.diagnostics", "docpact.errors", "docpact.config", "docpact.files",
    "docpact.json_schema", "docpact.extensions", "docpact.plain_text", "docpact.regular_files", "docpact.spelling",
}  # fmt: skip
# Folder → the folders that it may import beside its own. `emit` resolves links, so it asks `read` for page types; the
# base document and overlays are read as documents are.
ALLOWED = {
    "document": set(),
    "read": set(),
    "dialects": {"read"},
    "model": {"dialects", "read"},
    "emit": {"model", "dialects", "read", "document"},
    "client": {"document"},
    "mock": {"document"},
    "contract": {"document", "mock"},
    "report": {"model", "dialects"},
    "diff": {"document"},
    "conform": {"document", "diff"},
}
# Files that may import what belongs to another folder.
BESIDE = {
    # The place of the rendered reference on a page is a node.
    "docutils": "sphinx/reference.py",
    # `emit` reads YAML into values; a dialect whose pages refer to YAML files needs the lines of what stands in them.
    "yaml": "dialects/os_api_ref/yaml_text.py",
}
# What only one folder may import, or few.
OWNED = {
    "docutils": "read",
    "sphinx": "sphinx",
    # The proxy is a server, too.
    "starlette": "mock contract",
    "uvicorn": "mock",
    "orjson": "mock",
    "openapi_spec_validator": "emit",
    "yaml": "emit document",
    "referencing": "emit document",
    "jsonpath_rfc9535": "emit",
    "schemathesis": "",
}


# The modules of the contract tests that the tool imports, in `contract/suite.py`.
SHARED = {
    "contract_suite.checks", "contract_suite.credentials", "contract_suite.errors", "contract_suite.findings",
    "contract_suite.journal", "contract_suite.key_place", "contract_suite.left_behind", "contract_suite.plan",
    "contract_suite.redaction",
}  # fmt: skip
NEEDED = {"contract_suite.differences"}
"""What these need in turn."""
# Those that judge responses, in `contract/traffic/suite.py`: with schemathesis.
JUDGING = {
    "contract_suite.document", "contract_suite.envelope", "contract_suite.loading", "contract_suite.recorded",
    "contract_suite.recording", "contract_suite.results", "contract_suite.sources", "contract_suite.traffic",
    "contract_suite.unknown_properties", "contract_suite.violations",
}  # fmt: skip
GATES = {
    PACKAGE / "contract" / "suite.py": SHARED,
    PACKAGE / "contract" / "traffic" / "suite.py": JUDGING,
}


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_layer_imports_only_what_is_left_of_it(folder: str) -> None:
    """No stage calls back."""
    allowed = {folder, *ALLOWED[folder]}
    for path in (PACKAGE / folder).rglob("*.py"):
        for name in imports(path):
            if name.startswith("docpact.") and name not in EVERYWHERE:
                assert name.split(".")[1] in allowed, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("library", OWNED)
def test_a_library_is_known_to_its_layers(library: str) -> None:
    """docutils is read's, Starlette the mock's, and so on."""
    for path in PACKAGE.rglob("*.py"):
        folder = path.relative_to(PACKAGE).parts[0]
        if folder not in OWNED[library].split() and path.relative_to(PACKAGE).as_posix() != BESIDE.get(library):
            assert library not in {name.split(".")[0] for name in imports(path)}, path.relative_to(ROOT)


def test_reading_knows_no_dialect() -> None:
    """`read` knows reStructuredText only: no request lines, no column names, no kinds of pages."""
    words = {"endpoint", "parameter", "response", "operation", "openapi", "curl"}
    for path in (PACKAGE / "read").rglob("*.py"):
        strings = [
            node.value
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        code = [text for text in strings if " " not in text]
        assert not [text for text in code if text.lower() in words], path.relative_to(ROOT)


@pytest.mark.parametrize("layer", ["model", "emit", "report"])
def test_after_the_dialects_only_statements_are_known(layer: str) -> None:
    """Of `dialects`, later stages know the neutral statements and what words mean; of `read`, the types of text."""
    allowed = {"docpact.dialects.statements", "docpact.read.page"}
    for path in (PACKAGE / layer).rglob("*.py"):
        found = {name for name in imports(path) if name.startswith(("docpact.read", "docpact.dialects"))}
        found = {name for name in found if not name.startswith("docpact.dialects.words.")}
        assert found <= allowed, path.relative_to(ROOT)


def test_dialects_know_pages_and_one_another_not() -> None:
    """A dialect is a folder; what several need stands in `words/`, beside the statements and the protocol."""
    shared = {"statements", "protocol", "words", "nesting", "shapes"}
    for path in (PACKAGE / "dialects").rglob("*.py"):
        parts = path.relative_to(PACKAGE / "dialects").parts
        own = {parts[0]} if len(parts) > 1 else {entry.stem for entry in (PACKAGE / "dialects").iterdir()}
        for name in imports(path):
            if name.startswith("docpact.dialects."):
                assert name.split(".")[2] in shared | own, f"{path.relative_to(ROOT)} imports {name}"
            if name.startswith("docpact.read"):
                known = {"docpact.read.page", "docpact.read.markup", "docpact.read.fragment"}
                assert name in known, f"{path.relative_to(ROOT)}: {name}"


def test_contract_tests_import_nothing_of_the_tool() -> None:
    """They are plain pytest for whoever wants them."""
    for path in (ROOT / "contract_tests").rglob("*.py"):
        assert not [name for name in imports(path) if name.split(".")[0] == "docpact"], path.relative_to(ROOT)


def test_the_tool_imports_the_contract_tests_parts_in_two_places() -> None:
    """What both need is defined by the contract tests; nothing else of theirs is imported."""
    for path in PACKAGE.rglob("*.py"):
        found = {name for name in imports(path) if name.split(".")[0] == "contract_suite"}
        assert found <= GATES.get(path, set()), path.relative_to(ROOT)
    for gate, wanted in GATES.items():
        assert {name for name in imports(gate) if name.startswith("contract_suite")} == wanted


@pytest.mark.parametrize("module", sorted(SHARED | NEEDED))
def test_what_the_tool_shares_with_contract_tests_needs_the_standard_library_only(module: str) -> None:
    """So that no command pays for schemathesis before it tests something."""
    path = ROOT / "contract_tests" / f"{module.replace('.', '/')}.py"
    others = {name for name in imports(path) if name.split(".")[0] not in sys.stdlib_module_names}
    assert others <= SHARED | NEEDED


def test_the_parts_of_contract_tests_are_built_bottom_up() -> None:
    """No module imports another one that, by whatever way, imports it."""
    folder = ROOT / "contract_tests" / "contract_suite"
    graph = {
        f"contract_suite.{path.stem}": {name for name in imports(path) if name.startswith("contract_suite.")}
        for path in folder.glob("*.py")
    }
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("contract_suite.plan") < order.index("contract_suite.client")
    assert order.index("contract_suite.client") < order.index("contract_suite.context")


def test_only_the_command_line_prints() -> None:
    """One place prints and exits."""
    for path in PACKAGE.rglob("*.py"):
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        printing = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id in {"print", "exit"}]
        assert not printing or path == PACKAGE / "cli" / "terminal.py", path.relative_to(ROOT)


# Elsewhere `revision` is git's, and `model` has lists of English words.
GENERAL = ("emit", "client", "mock", "contract", "report", "cli")
# `operationId` is a keyword of OpenAPI; what a parameter of that name looks like in small letters is not.
OF_ONE_API = re.compile(
    r"errorMessages|statusCode|[Ff]ilters\.\w|[Xx]-[Cc]orrelation-|api-supported-versions|apiVersion|operationid"
    r"|[\"'`]revision[\"'`]"
)


def test_general_code_knows_no_names_of_one_api() -> None:
    """They stand in docpact.toml and in the document, and in the package of the API's behaviours."""
    modules = [*PACKAGE.glob("*.py"), *(module for name in GENERAL for module in (PACKAGE / name).rglob("*.py"))]
    assert PACKAGE / "mock" / "server.py" in modules
    for path in modules:
        found = OF_ONE_API.findall(path.read_text("utf-8"))
        assert not found or "behaviours" in path.parts, f"{path.relative_to(ROOT)}: {found}"


def test_the_names_of_one_api_are_told() -> None:
    """Such words as the embedded API's own modules have."""
    written = ['"errorMessages"', "`Filters.State`", '"x-correlation-id"', '["operationid"]', 'get("revision")']
    assert all(OF_ONE_API.search(text) for text in written)
    assert not OF_ONE_API.search('the operationId; filters. A revision of git; operation.get("operationId")')
