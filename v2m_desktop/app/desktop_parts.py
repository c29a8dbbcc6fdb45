"""The parts of the desktop that this session has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from v2m_desktop.app.welcoming_focus import WelcomingFocus
from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.external_command import ExternalCommand
from v2m_desktop.os_integration.field_choice import choose_fields
from v2m_desktop.os_integration.target_choice import choose_focus_probe, choose_key_injector
from v2m_desktop.os_integration.typist_choice import choose_typist
from v2m_desktop.pipeline.desktop import Desktop


def make_desktop(environment: Mapping[str, str], platform: str, data: Path) -> Desktop:
    """`environment` is os.environ, `platform` is sys.platform; `data` is a folder of ours."""
    clipboard, primary = choose_clipboards(environment, platform)
    return Desktop(
        clipboard,
        primary,
        choose_key_injector(environment, platform, data),
        WelcomingFocus(choose_focus_probe(environment, platform)),
        choose_typist(environment, platform),
        choose_fields(environment, platform),
        ExternalCommand(),
    )


def close_desktop(desktop: Desktop) -> None:
    """The app ends. What was lent is given back before this."""
    if desktop.command is not None:
        desktop.command.cancel()
    desktop.typist.close()
    desktop.keys.close()
    desktop.clipboard.close()
    if desktop.primary is not None:
        desktop.primary.close()
