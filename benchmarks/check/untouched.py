"""What runs leave changed on servers with each fault of the mock's catalogue, at each kind of operation.

    python benchmarks/check/untouched.py [--sites N] [NAME …]

Each run may change one lock and one PIN of it, and create what it deletes again. Afterwards everything else must be
byte for byte as before, and those two equal, or a failure of the run must say that they aren't.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator"), str(ROOT / "contract_tests")]

from contract.untouched import find_sites, find_touched, write_part  # noqa: E402 - found only now.
from docpact.mock import FAULTS  # noqa: E402


def main() -> int:
    """Print what isn't as it was, then how many runs there were; return 1 where anything isn't."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="faults; all where none is named")
    parser.add_argument("--sites", type=int, default=3, metavar="N", help="operations for each fault")
    options = parser.parse_args()
    runs = touched = 0
    with tempfile.TemporaryDirectory() as folder:
        path = write_part(ROOT / "spec" / "openapi.yaml", Path(folder))
        for name in options.names or FAULTS:
            sites = find_sites(path, name)
            # Those that write first: there something may be lost.
            sites.sort(key=lambda label: label.startswith("GET"))
            for site in sites[: options.sites]:
                found = list(find_touched(path, f"{name}:{site}"))
                runs, touched = runs + 1, touched + bool(found)
                for line in found:
                    print(line, flush=True)
    print(f"{runs} runs; {touched} left something changed without saying so")
    return int(touched > 0)


if __name__ == "__main__":
    sys.exit(main())
