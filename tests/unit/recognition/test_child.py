"""What the recognizer's process prints is logged, but for what it quotes: that may have been dictated."""

from __future__ import annotations

import logging
import sys

import pytest

from v2m_desktop.recognition.child import Child


@pytest.mark.parametrize(
    ("printed", "logged"),
    [
        ("byte index 1 is not a char boundary; it is inside 'é' of `bring the canary`",
         "byte index 1 is not a char boundary; it is inside [...] of [...]"),
        ('cannot encode "bring the canary" as a word', "cannot encode [...] as a word"),
        ("ValueError: no such phrase: 'bring the canary", "ValueError: no such phrase: [...]"),
        ('cannot encode "library" as a word', "cannot encode [...] as a word"),
        ('cannot encode "average" as a word', "cannot encode [...] as a word"),
        ('cannot encode "canary" as a word', "cannot encode [...] as a word"),
        ("Unable to load 'libcudnn_ops.so.9': 'CUDNN_STATUS_NOT_INITIALIZED'", None),
        ("words were '鸟鸟鸟'", "words were [...]"),
        ("ModuleNotFoundError: No module named 'tokenizers.models'", None),
        ('  File "/opt/v2m/lib/engine.py", line 3, in decode', None),
        ("Library libcublas.so.12 isn't found or can't be loaded", None),
    ],
)  # fmt: skip
def test_a_quotation_stays_out_of_the_log(
    printed: str, logged: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    program = f"import sys; sys.stderr.buffer.write({printed.encode()!r})"
    with caplog.at_level(logging.INFO):
        child = Child([sys.executable, "-c", program])
        child.end()
    assert caplog.messages == [f"recognizer's process: {logged or printed}"]
