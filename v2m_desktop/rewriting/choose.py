"""The one place that knows which provider belongs to which setting."""

from __future__ import annotations

from v2m_desktop.core.errors import RewriteKeyError
from v2m_desktop.core.rewriting import Rewriter
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Rewriting, RewritingProvider
from v2m_desktop.rewriting.gemini_provider import GeminiProvider
from v2m_desktop.rewriting.ollama_provider import OllamaProvider
from v2m_desktop.rewriting.provider import Provider
from v2m_desktop.rewriting.rewriter import GuardedRewriter


def make_rewriter(settings: Rewriting, key: SensitiveText) -> Rewriter | None:
    """None if rewriting is off. Takes up to a second, in which the library is loaded.

    Raises RewriteKeyError if the provider wants a key and `key` is empty.
    """
    if settings.provider is RewritingProvider.OFF:
        return None
    provider: Provider
    if settings.provider is RewritingProvider.OLLAMA:
        provider = OllamaProvider(settings.ollama_address)
    elif not key:
        raise RewriteKeyError("Gemini wants a key. Enter yours in the settings.")
    else:
        provider = GeminiProvider(key)
    return GuardedRewriter(provider, settings.model)
