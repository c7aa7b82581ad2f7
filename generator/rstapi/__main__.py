"""`python -m rstapi`."""

import sys

from rstapi.cli import main

if __name__ == "__main__":
    sys.exit(main())
