"""The settings choose the provider."""

from __future__ import annotations

import pytest

from v2m_desktop.core.errors import RewriteKeyError
from v2m_desktop.core.rewriting import Place
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Rewriting, RewritingProvider
from v2m_desktop.rewriting.choose import make_rewriter


def test_off_is_nobody() -> None:
    assert make_rewriter(Rewriting(), SensitiveText("key")) is None


def test_ollama_wants_no_key() -> None:
    rewriter = make_rewriter(Rewriting(provider=RewritingProvider.OLLAMA), SensitiveText())
    assert rewriter is not None
    assert rewriter.place == Place("Ollama", remote=False)


def test_gemini_wants_one() -> None:
    settings = Rewriting(provider=RewritingProvider.GEMINI)
    with pytest.raises(RewriteKeyError):
        make_rewriter(settings, SensitiveText())
    rewriter = make_rewriter(settings, SensitiveText("key"))
    assert rewriter is not None
    assert rewriter.place.remote
