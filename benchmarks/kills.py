"""Kill runs at random moments; clean up; count what they created or changed. `python benchmarks/kills.py 100`."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator"), str(ROOT / "contract_tests")]

from contract.kills import kill_and_clean_up  # noqa: E402 - found only now.
from contract.test_broken_off import command  # noqa: E402


def main(times: int) -> int:
    """Print what was left each time, then how often anything was; return the exit code."""
    moments = random.Random(0)  # noqa: S311 - the same moments each time.
    left = 0
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            seconds = moments.uniform(0, 2.0)
            found = kill_and_clean_up(ROOT / "spec" / "openapi.yaml", Path(folder), seconds, command)
        left += bool(found)
        if found:
            print(f"{number}, {seconds:.3f} s: {found}")
    print(f"{times} runs killed; {left} times something was left after --clean-up")
    return int(left > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
