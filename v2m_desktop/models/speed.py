"""How long each model would take here, from what two small shapes took. Pure.

An encoder's layer costs a w + b w² for its width w: attention over 30 s, and the weights. The convolutions
in front of the layers cost about a third of one more. A decoder waits for memory: each token reads all
weights of the decoder once, the whole vocabulary, and what the encoder made of 30 s.
"""

from __future__ import annotations

from v2m_desktop.core.speed import ModelShape, TimedShape

SENTENCE_TOKENS = 17
"""Of a sentence of 5 s, at the usual 3.3 a second."""

CONVOLUTIONS = 0.3
"""In layers. Measured with 2, 4 and 12 layers of the same width: 0.2 to 0.4."""

VOCABULARY = 51_865
ENCODER_POSITIONS = 1500
LAYER_WEIGHTS = 14
"""Times the width squared: twice attention of which one half is reckoned once, and the feed-forward's 8."""

USUAL_SLOPE = 1 / 3000
"""b / a, where one shape alone could be measured. On two cores of a Zen 4."""


def expected_seconds(shape: ModelShape, timed: tuple[TimedShape, ...]) -> float:
    """From the end of a sentence of 5 s to its words, heard as 30 s: the encoder, and 17 tokens.

    `timed` is not empty, and goes from narrow to wide.
    """
    per_byte = sum(each.token_seconds for each in timed) / sum(token_bytes(each.shape) for each in timed)
    return encode_seconds(shape, timed) + SENTENCE_TOKENS * per_byte * token_bytes(shape)


def encode_seconds(shape: ModelShape, timed: tuple[TimedShape, ...]) -> float:
    """On the line through what a layer took for each unit of its width."""
    narrow, wide = timed[0], timed[-1]
    if narrow is wide:
        at_zero = _per_width(narrow) / (1 + USUAL_SLOPE * narrow.shape.width)
        slope = at_zero * USUAL_SLOPE
    else:
        # What was measured may waver, but nothing that is wider is cheaper, and nothing costs less than 0.
        slope = (_per_width(wide) - _per_width(narrow)) / (wide.shape.width - narrow.shape.width)
        slope = min(max(slope, 0.0), _per_width(wide) / wide.shape.width)
        at_zero = _per_width(wide) - slope * wide.shape.width
    return _layers(shape) * shape.width * (at_zero + slope * shape.width)


def _per_width(timed: TimedShape) -> float:
    return timed.encode_seconds / _layers(timed.shape) / timed.shape.width


def _layers(shape: ModelShape) -> float:
    return shape.encoder_layers + CONVOLUTIONS


def token_bytes(shape: ModelShape) -> int:
    """What a decoder reads for each token, with weights of a byte and what it attends to in four."""
    width = shape.width
    layer = LAYER_WEIGHTS * width**2 + 2 * ENCODER_POSITIONS * width * 4
    return shape.decoder_layers * layer + VOCABULARY * width
