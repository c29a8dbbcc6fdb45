"""Models with the shapes of Whisper's and random weights: they hear nothing, but cost as much.

The end of text is a symbol that they never choose, so that their answers are as long as they may be.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from v2m_desktop.core.resources import resource

VOCABULARY = 51_865
MEL_BANDS = 80
POSITIONS = {"encoder": 1500, "decoder": 448}
END_OF_TEXT = "<|endoftext|>"

COPIED = ("config.json", "tokenizer.json", "preprocessor_config.json")


@dataclass(frozen=True, slots=True)
class Shape:
    """As config.json of openai/whisper-... has it; the inner width is four times the width."""

    width: int
    layers: int
    heads: int


BASE = Shape(512, 6, 8)
SMALL = Shape(768, 12, 12)


def make_base(folder: Path) -> Path:
    return make(BASE, folder)


def make(shape: Shape, folder: Path) -> Path:
    """Write a model in float16, as downloads are; of its vocabulary the demo model's words have names."""
    from ctranslate2.specs import WhisperSpec

    demo = resource("models/demo")
    folder.mkdir(parents=True, exist_ok=True)
    words = json.loads((demo / "vocabulary.json").read_text(encoding="utf-8"))
    spec = WhisperSpec(shape.layers, shape.heads, shape.layers, shape.heads)
    _Weights(shape, words.index(END_OF_TEXT)).fill(spec)
    spec.register_vocabulary(words + [f"<never said {number}>" for number in range(len(words), VOCABULARY)])
    spec.validate()
    spec.optimize(quantization="float16")
    spec.save(str(folder))
    for name in COPIED:
        shutil.copy(demo / name, folder / name)
    return folder


class _Weights:
    """Random ones, the same each time."""

    def __init__(self, shape: Shape, never: int) -> None:
        self._shape = shape
        self._never = never
        self._chance = np.random.default_rng(0)

    def fill(self, spec: Any) -> None:
        width = self._shape.width
        encoder, decoder = spec.encoder, spec.decoder
        encoder.conv1.weight = self._random(width, MEL_BANDS, 3)
        encoder.conv2.weight = self._random(width, width, 3)
        for convolution in (encoder.conv1, encoder.conv2):
            convolution.bias = np.zeros(width, dtype=np.float32)
        for name, half in (("encoder", encoder), ("decoder", decoder)):
            half.position_encodings.encodings = self._random(POSITIONS[name], width)
            self._norm(half.layer_norm)
            for layer in half.layer:
                self._attention(layer.self_attention, (3, 1))
                if name == "decoder":
                    self._attention(layer.attention, (1, 2, 1))
                self._norm(layer.ffn.layer_norm)
                self._linear(layer.ffn.linear_0, 4 * width, width)
                self._linear(layer.ffn.linear_1, width, 4 * width)
        embeddings = self._random(VOCABULARY, width)
        embeddings[self._never] = 0.0  # far below the likeliest of so many
        decoder.embeddings.weight = embeddings
        decoder.projection.weight = embeddings

    def _attention(self, spec: Any, widths: tuple[int, ...]) -> None:
        self._norm(spec.layer_norm)
        for linear, width in zip(spec.linear, widths, strict=True):
            self._linear(linear, width * self._shape.width, self._shape.width)

    def _linear(self, spec: Any, outputs: int, inputs: int) -> None:
        spec.weight = self._random(outputs, inputs)
        spec.bias = np.zeros(outputs, dtype=np.float32)

    def _norm(self, spec: Any) -> None:
        spec.gamma = np.ones(self._shape.width, dtype=np.float32)
        spec.beta = np.zeros(self._shape.width, dtype=np.float32)

    def _random(self, *shape: int) -> Any:
        return self._chance.standard_normal(shape, dtype=np.float32) * np.float32(0.02)
