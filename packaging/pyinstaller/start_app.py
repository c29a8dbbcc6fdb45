"""What the bundle's `v2m` runs."""

import sys

from v2m_desktop.app.frozen import prepare

prepare()

from v2m_desktop.app.cli import main  # noqa: E402 - only after the environment is right

sys.exit(main())
