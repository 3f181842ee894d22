"""``python -m prevent``."""

import sys

from prevent.cli import main

if __name__ == "__main__":
    sys.exit(main())
