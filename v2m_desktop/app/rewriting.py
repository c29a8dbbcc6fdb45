"""Puts the rewriter of the settings together, and says where the words would go."""

from __future__ import annotations

from urllib.parse import urlsplit

from v2m_desktop.core.errors import RewriteError
from v2m_desktop.core.rewriting import Place, Rewriter
from v2m_desktop.core.secrets import SecretStore
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Rewriting, RewritingProvider

KEYED = {RewritingProvider.GEMINI: "gemini"}
"""Providers that want a key, and its name in the secret store."""


class RewriterMaker:
    """Makes a rewriter for each call. Called on the threads that will use it: a keyring may take a while."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets

    def __call__(self, settings: Rewriting) -> Rewriter:
        """Raises RewriteError where none is chosen, or its key is missing."""
        from v2m_desktop.rewriting.choose import make_rewriter

        service = KEYED.get(settings.provider)
        key = self._secrets.load(service) if service else SensitiveText()
        rewriter = make_rewriter(settings, key)
        if rewriter is None:
            raise RewriteError("Nobody is chosen to refine and translate: choose a service in the settings.")
        return rewriter


def place_of(settings: Rewriting) -> Place | None:
    """Where the words would go, None where nobody rewrites."""
    from v2m_desktop.rewriting.web import is_this_computer

    match settings.provider:
        case RewritingProvider.OFF:
            return None
        case RewritingProvider.GEMINI:
            return Place("Gemini", remote=True)
        case RewritingProvider.OLLAMA:
            local = is_this_computer(settings.ollama_address)
            host = urlsplit(settings.ollama_address).hostname or settings.ollama_address
            return Place("Ollama" if local else host, remote=not local)
