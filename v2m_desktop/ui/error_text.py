"""Errors in the language of the interface."""

from __future__ import annotations

from v2m_desktop.core.errors import V2mError
from v2m_desktop.ui.wording import translate


def error_sentence(error: V2mError) -> str:
    """The error's sentence, translated where a translation exists (see ui/error_templates.py).

    A translation that does not fit the values must not hide the error: the English sentence stands in.
    """
    if not error.values:
        return sentence_text(error.template)
    values = {
        name: error_sentence(value) if isinstance(value, V2mError) else value
        for name, value in error.values.items()
    }
    try:
        return sentence_text(error.template).format(**values)
    except (KeyError, IndexError, ValueError):
        return error.message


def sentence_text(sentence: str) -> str:
    """A fixed sentence from below the UI, translated; one without a translation stays as it is."""
    return translate("Error", sentence)
