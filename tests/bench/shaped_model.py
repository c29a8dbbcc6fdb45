"""Models with the shapes of Whisper's and random weights: they hear nothing, but cost as much.

Whatever they hear, they say the same words and stop, so that all who use them make as many tokens: at each
position of the decoder one symbol is made far likelier than all others. That takes nothing from the work.
"""

from __future__ import annotations

import json
import re
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
LANGUAGE = "<|en|>"

BEFORE_WORDS = 3
"""Positions in front of the one that makes the first word: start, language and task."""

CERTAINTY = 16.0, 4.0
"""How strongly a position points to its symbol, and how much the last norm raises that: it always wins."""

COPIED = ("config.json", "tokenizer.json", "preprocessor_config.json")


@dataclass(frozen=True, slots=True)
class Shape:
    """As config.json of openai/whisper-... has it; the inner width is four times the width."""

    width: int
    layers: int
    heads: int
    alignment_heads: tuple[tuple[int, int], ...] = ((0, 0),)
    """Layer and head of those that tell when a word was said."""


BASE = Shape(512, 6, 8, ((3, 1), (4, 2), (4, 3), (4, 7), (5, 1), (5, 2), (5, 4), (5, 6)))
SMALL = Shape(768, 12, 12, ((5, 3), (5, 9), (8, 0), (8, 4), (8, 7), (8, 8), (9, 0), (9, 7), (9, 9), (10, 5)))
SHAPES = {"base": BASE, "small": SMALL}

TOKENS = 17
"""Of 5 s of speech, at the usual 3.3 a second."""


def make_base(folder: Path) -> Path:
    return make(BASE, folder)


def make(shape: Shape, folder: Path, tokens: int = TOKENS) -> Path:
    """Write a model in float16, as downloads are; of its vocabulary the demo model's words have names.

    It answers with so many `tokens`, each a word.
    """
    from ctranslate2.specs import WhisperSpec

    demo = resource("models/demo")
    folder.mkdir(parents=True, exist_ok=True)
    words = json.loads((demo / "vocabulary.json").read_text(encoding="utf-8"))
    spec = WhisperSpec(shape.layers, shape.heads, shape.layers, shape.heads)
    _Weights(shape, _answer(words, tokens)).fill(spec)
    spec.register_vocabulary(words + [f"<never said {number}>" for number in range(len(words), VOCABULARY)])
    spec.validate()
    spec.optimize(quantization="float16")
    spec.save(str(folder))
    for name in COPIED:
        shutil.copy(demo / name, folder / name)
    config = json.loads((demo / "config.json").read_text(encoding="utf-8"))
    config["alignment_heads"] = [list(head) for head in shape.alignment_heads]
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def _answer(words: list[str], tokens: int) -> list[int]:
    """The symbol that each position makes: the language, nothing, nothing, words; the last one for ever."""
    spoken = [number for number, word in enumerate(words) if re.fullmatch("Ġ[a-z]{3,}", word)]
    language, end = words.index(LANGUAGE), words.index(END_OF_TEXT)
    return [language, *[end] * (BEFORE_WORDS - 1), *spoken[:tokens], end]


class _Weights:
    """Random ones, the same each time."""

    def __init__(self, shape: Shape, answer: list[int]) -> None:
        self._shape = shape
        self._answer = answer
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
        decoder.embeddings.weight = decoder.projection.weight = embeddings
        self._point_out(embeddings, decoder.position_encodings.encodings, decoder.layer_norm.gamma)

    def _point_out(self, embeddings: Any, positions: Any, last_norm: Any) -> None:
        """A dimension of its own for each symbol of the answer, in which nothing else has a part."""
        strength, gain = CERTAINTY
        symbols = list(dict.fromkeys(self._answer))
        embeddings[:, : len(symbols)] = 0.0
        embeddings[symbols, range(len(symbols))] = 1.0
        last_norm[: len(symbols)] = gain
        for position in range(len(positions)):
            symbol = self._answer[min(position, len(self._answer) - 1)]
            positions[position, symbols.index(symbol)] = strength

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
