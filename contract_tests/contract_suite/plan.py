"""The options of a run: one dataclass, read from a JSON file or a command line. Each default is written here only."""

from __future__ import annotations

import argparse
import ipaddress
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from contract_suite.errors import SuiteError

EXAMPLES = {"quick": 0, "default": 10, "deep": 100}
"""Depth → generated cases for each operation, beside the systematic ones."""
LARGEST_LIMIT = 1_000_000
SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The options of one run. Credentials are no part of it: they stay in the environment, out of files."""

    base_url: str
    """The server, with the path before all operations; empty as long as no server is known."""
    document: Path
    """The OpenAPI document."""
    depth: str = "default"
    """How much is generated: a key of `EXAMPLES`."""
    examples: int | None = None
    """Generated cases for each operation; None for as many as the depth has."""
    seed: int = 0
    """The same seed sends the same cases."""
    shard: tuple[int, int] = (1, 1)
    """Which part of the operations is tested, of how many parts."""
    only: frozenset[str] = frozenset()
    """The operations to test, as `METHOD /path`; empty for all."""
    keyword: str = ""
    """An expression for pytest's `-k`, which selects tests by their names."""
    allow: frozenset[str] = frozenset()
    """Of `write` and `physical`: which operations may be called on a server that isn't on this machine."""
    allow_operations: frozenset[str] = frozenset()
    """Operations that may be called there although nothing takes their effect back, by `operationId` or label."""
    devices: frozenset[str] = frozenset()
    """The ids that requests which change something may name on such a server."""
    budget: int = 600
    """The most requests that such a server gets."""
    max_failures: int | None = None
    """The run ends when so many failures are found; None for no such limit."""
    max_time: int | None = None
    """The run ends after so many seconds; None for no such limit."""
    remote: bool = False
    """Whether a loopback address is the near end of a tunnel to such a server."""
    journal: Path | None = None
    """Where to list what is created, until it is deleted; None to list it nowhere."""
    record: Path | None = None
    """Where to write every request and response, one JSON object a line; None to write none."""
    results: Path | None = None
    """Where to write the findings as JSON; None to print them only."""
    progress: bool = False
    """Whether the name of each test is written to standard error when it has run."""

    @property
    def cases(self) -> int:
        """Return how many cases are generated for each operation."""
        return EXAMPLES[self.depth] if self.examples is None else max(0, self.examples)

    @property
    def guarded(self) -> bool:
        """Whether the server is somebody's, so that only requests that `allow` and `devices` permit are sent."""
        return self.remote or not is_loopback(self.base_url)


def add_options(add: Callable[..., object]) -> None:
    """Add the options that people give; `add` is `add_argument` of argparse or `addoption` of pytest."""
    add(
        "--examples", type=int, default=DEFAULTS.examples, metavar="N",
        help=f"generated cases for each operation (default: {EXAMPLES[DEFAULTS.depth]})",
    )  # fmt: skip
    add(
        "--shard", type=parse_shard, default=DEFAULTS.shard, metavar="I/N",
        help="test only the I-th of N parts of the operations",
    )  # fmt: skip
    add(
        "--seed", type=int, default=DEFAULTS.seed, metavar="N",
        help=f"the same seed sends the same cases (default: {DEFAULTS.seed})",
    )  # fmt: skip
    add(
        "--allow", action="append", default=[], choices=["write", "physical"],
        help="on a server that isn't on this machine, also call operations that change data (write) or move "
        "something (physical); repeatable",
    )  # fmt: skip
    add(
        "--allow-operation", dest="allow_operations", action="append", default=[], metavar="ID",
        help="with --allow, also call this operation, whose effect nothing takes back (operationId or `METHOD /path`); "
        "repeatable",
    )  # fmt: skip
    add(
        "--device", dest="devices", action="append", default=[], metavar="ID",
        help="the id of a device, or of anything else, that such operations may touch; repeatable",
    )  # fmt: skip
    add(
        "--budget", type=int, default=DEFAULTS.budget, metavar="N",
        help=f"most requests to a server that isn't on this machine (default: {DEFAULTS.budget})",
    )  # fmt: skip
    add(
        "--max-failures", type=parse_limit, default=DEFAULTS.max_failures, metavar="N",
        help="end the run after N failures, and report them",
    )  # fmt: skip
    add(
        "--max-time", type=parse_limit, default=DEFAULTS.max_time, metavar="SECONDS",
        help="end the run after this many seconds, and report what was found until then",
    )  # fmt: skip
    add(
        "--remote", action="store_true", default=DEFAULTS.remote,
        help="treat a loopback address as somebody's server: it is a tunnel to one",
    )  # fmt: skip


def read_options(options: argparse.Namespace, **more: object) -> Plan:
    """Return the plan that a command line gives; `more` are fields that are no options there."""
    given = {field.name: getattr(options, field.name) for field in fields(Plan) if hasattr(options, field.name)}
    values: dict[str, Any] = {n: frozenset(v) if isinstance(v, list) else v for n, v in (given | more).items()}
    return Plan(**values)


def parse_limit(text: str) -> int:
    """Return a limit; raises `ArgumentTypeError` for what is no whole number from 1."""
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= LARGEST_LIMIT:
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number from 1 to {LARGEST_LIMIT}")
    return int(text)


def parse_shard(text: str) -> tuple[int, int]:
    """Return the part and the number of parts that `2/8` names; raises `ArgumentTypeError` for anything else."""
    match = SHARD.fullmatch(text.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise argparse.ArgumentTypeError(f"`{text}` names no part (write 2/8 for the second of eight)")
    return int(match[1]), int(match[2])


def dump_plan(plan: Plan) -> str:
    """Return the plan as JSON, which `load_plan` reads."""
    return json.dumps(asdict(plan), default=lambda value: sorted(value) if isinstance(value, frozenset) else str(value))


def load_plan(path: Path) -> Plan:
    """Return the plan in a JSON file: the fields of `Plan`; raises `SuiteError` for a file that holds none."""
    try:
        raw = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SuiteError(f"{path}: cannot be read: {error} (write the fields of a plan as a JSON object)") from None
    if not isinstance(raw, dict):
        raise SuiteError(f"{path}: is no JSON object (write the fields of a plan)")
    known = {field.name: str(field.type) for field in fields(Plan)}
    if unknown := sorted(set(raw) - set(known)):
        raise SuiteError(f"{path}: unknown option {unknown[0]!r} (known are {', '.join(known)})")
    if missing := sorted({"base_url", "document"} - set(raw)):
        raise SuiteError(f"{path}: {missing[0]!r} is missing (it has no default)")
    values: dict[str, Any] = {}
    for name, value in raw.items():
        kind, convert = READERS[known[name].removesuffix(" | None")]
        optional = known[name].endswith(" | None")
        if not (value is None and optional) and not kind(value):
            raise SuiteError(f"{path}: {name!r} cannot be {value!r} (it must be {known[name]})")
        values[name] = None if value is None else convert(value)
    if values.get("depth", DEFAULTS.depth) not in EXAMPLES:
        raise SuiteError(f"{path}: 'depth' cannot be {values['depth']!r} (known are {', '.join(EXAMPLES)})")
    return Plan(**values)


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _is_shard(value: object) -> bool:
    if not (isinstance(value, list) and len(value) == len(DEFAULTS.shard) and all(map(_is_int, value))):
        return False
    return bool(1 <= value[0] <= value[1])


READERS: Mapping[str, tuple[Callable[[object], bool], Callable[[Any], object]]] = {
    "str": (lambda value: isinstance(value, str), str),
    "int": (_is_int, int),
    "bool": (lambda value: isinstance(value, bool), bool),
    "Path": (lambda value: isinstance(value, str), Path),
    "frozenset[str]": (_is_strings, frozenset),
    "tuple[int, int]": (_is_shard, tuple),
}
"""Type of a field → whether a JSON value can be one, and what makes it one."""
DEFAULTS = Plan(base_url="", document=Path())


def validate_plan(plan: Plan) -> Plan:
    """Return the plan, its URL without a slash at the end; raises `SuiteError` where no run can start with it."""
    parts = urlsplit(plan.base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SuiteError(f"{plan.base_url or 'no URL'}: is no http or https URL (give the server's base URL)")
    if parts.username or parts.password:
        raise SuiteError(f"{parts.hostname}: credentials don't belong in the URL (put them in the environment)")
    if not plan.document.is_file():
        raise SuiteError(f"{plan.document}: does not exist (name the OpenAPI document with --document)")
    if plan.budget < 1:
        raise SuiteError(f"--budget {plan.budget}: leaves no request to send (give 1 or more)")
    if unclear := sorted(device for device in plan.devices if not device.strip() or "," in device):
        raise SuiteError(f"--device {unclear[0]!r}: is no single id (repeat --device for each)")
    if "physical" in plan.allow and plan.guarded and not plan.devices:
        raise SuiteError("--allow physical needs --device: name each device that may be touched")
    return replace(plan, base_url=plan.base_url.rstrip("/"))


def is_loopback(url: str) -> bool:
    """Whether the URL's host is an address of this machine, or `localhost`: any other name may lead anywhere."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
