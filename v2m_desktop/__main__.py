"""`python -m v2m_desktop` is the `v2m` command."""

import sys

from v2m_desktop.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
