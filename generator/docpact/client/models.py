"""The models that openapi-python-client writes, with the run time's rules in place of its own.

Its `from_dict` refuses what the façade takes, and its `to_dict` fails on what was taken. So both are replaced by calls
of the client's parser, and the attributes' types say what a server may send beside what is documented.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from pathlib import Path

from docpact.client.raw import RawClient, RawModel, payload_type
from docpact.errors import ToolError

METHODS = """\
    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__({signature}) -> None:
{assignments}

    def to_dict(self) -> dict[str, Any]:
        \"\"\"Return the members as JSON has them: what was read, with what was changed since.\"\"\"
        from .._tables import PARSER

        return PARSER.dump({name!r}, self)

    def to_json(self) -> str:
        \"\"\"Return the members as a JSON text.\"\"\"
        from .._runtime.parsing import to_json

        return to_json(self)
"""
IMPORTS = """\
from .._runtime.discretion import hide as _hide, show as _show
"""
# Made by attrs, it would take what the attributes may hold; ours takes what is documented.
DECORATOR, OWN_INIT = "@_attrs_define\n", "@_attrs_define(init=False)\n"
EXTRA = " = _attrs_field(init=False, factory=dict)\n"
DISCREET_EXTRA = " = _attrs_field(init=False, factory=dict, repr=_show)\n"
READING = """\
    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        \"\"\"Return what the members of a JSON object say, by the rules that responses are read by.\"\"\"
        from .._tables import PARSER

        made: T = PARSER.read(cls, {name!r}, src_dict)
        return made
"""
READ = """\
        from ..._tables import PARSER

        parsed_{number}: {kind} = PARSER.parse({spec!r}, response.json())
        return parsed_{number}
"""


def rewrite_models(package: Path, raw: RawClient, sensitive: Mapping[str, Collection[str]]) -> None:
    """Rewrite the models of a package that openapi-python-client has written.

    `sensitive` is model → names of the members in JSON that `repr` must not show.

    Raises `ToolError` where its modules are written in another way than is known.
    """
    for model in raw.models.values():
        path = package / "models" / f"{model.module}.py"
        path.write_text(_rewrite(path.read_text("utf-8"), model, sensitive[model.name]), "utf-8")


def _rewrite(text: str, model: RawModel, sensitive: Collection[str]) -> str:
    lines = text.splitlines(keepends=True)
    node = next(n for n in ast.parse(text).body if isinstance(n, ast.ClassDef) and n.name == model.name)
    functions = {part.name: part for part in node.body if isinstance(part, ast.FunctionDef)}
    if not {"to_dict", "from_dict"} <= functions.keys():
        raise ToolError("openapi-python-client writes its models differently than this version of docpact expects")
    known = {field.name: field.wire in sensitive for field in model.fields}
    changes: list[tuple[int, int, str]] = []
    for name, new in (("to_dict", _methods(model)), ("from_dict", READING.format(name=model.name))):
        found = functions[name]
        first = min([found.lineno, *(decorator.lineno for decorator in found.decorator_list)])
        changes.append((first - 1, found.end_lineno or found.lineno, new))
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and part.target.id in known:
            start, end = part.lineno - 1, part.end_lineno or part.lineno
            changes.append((start, end, _attribute(part, hidden=known[part.target.id])))
    for start, end, new in sorted(changes, reverse=True):
        lines[start:end] = [new]
    lines.insert(lines.index("from __future__ import annotations\n") + 1, IMPORTS)
    return "".join(lines).replace(EXTRA, DISCREET_EXTRA).replace(DECORATOR, OWN_INIT)


def _methods(model: RawModel) -> str:
    arguments = (f"{f.name}: {f.annotation}{'' if f.required else ' = UNSET'}" for f in model.fields)
    own = [] if model.extra is None else ["additional_properties = {}"]
    assigned = [*(f"{f.name} = {f.name}" for f in model.fields), *own, "_came = None"]
    return METHODS.format(
        name=model.name,
        signature=", ".join(["self", *arguments]),
        assignments="\n".join(f"        self.{one}" for one in assigned),
    )


def _attribute(part: ast.AnnAssign, *, hidden: bool) -> str:
    """Return an attribute whose type says that a server may send something else than what is documented.

    `X | Any` is checked as `X` where it is used, and a guard against None, or against what else came, is no dead code.
    Who makes a model is held to the documented types, by the signature of its `__init__`.
    """
    assert isinstance(part.target, ast.Name)  # noqa: S101 - the caller has looked.
    annotation = ast.unparse(part.annotation)
    kinds = annotation if "Any" in annotation.split(" | ") else f"{annotation} | Any"
    default = "" if part.value is None else f" = {ast.unparse(part.value)}"
    if hidden:
        given = "" if part.value is None else f"default={ast.unparse(part.value)}, "
        default = f" = _attrs_field({given}repr=_hide)"
    return f"    {part.target.id}: {kinds}{default}\n"


def rewrite_endpoints(package: Path, raw: RawClient) -> None:
    """Have the functions below `api` read responses by the parser too: `from_dict` refuses nothing any more."""
    for path in sorted((package / "api").glob("*/*.py")):
        if path.stem == "__init__":
            continue
        text = path.read_text("utf-8")
        lines = text.splitlines(keepends=True)
        parse = next(n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.name == "_parse_response")
        branches = [part for part in parse.body if isinstance(part, ast.If)]
        for number, branch in reversed([*enumerate(branches, 1)]):
            kind = payload_type(branch.body)
            spec = raw.spec(kind) if kind is not None and kind not in {"Any", "File"} else ""
            if spec and "response.json()" in ast.unparse(branch):
                start, end = branch.body[0].lineno - 1, branch.body[-1].end_lineno
                lines[start:end] = [READ.format(kind=kind, spec=spec, number=number)]
        path.write_text("".join(lines), "utf-8")
