"""A model with the shape of Whisper base and random weights: it hears nothing, but takes as much memory."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from v2m_desktop.core.resources import resource

WIDTH, LAYERS, HEADS = 512, 6, 8
INNER = 4 * WIDTH
VOCABULARY = 51_865
MEL_BANDS = 80
POSITIONS = {"encoder": 1500, "decoder": 448}
"""Of openai/whisper-base, as its config.json has them."""

COPIED = ("config.json", "tokenizer.json", "preprocessor_config.json")


def make_base(folder: Path) -> Path:
    """Write a model in float16, as downloads are; of its vocabulary the demo model's words have names."""
    from ctranslate2.specs import WhisperSpec

    demo = resource("models/demo")
    folder.mkdir(parents=True, exist_ok=True)
    spec = WhisperSpec(LAYERS, HEADS, LAYERS, HEADS)
    _fill(spec, np.random.default_rng(0))
    words = json.loads((demo / "vocabulary.json").read_text(encoding="utf-8"))
    spec.register_vocabulary(words + [f"<never said {number}>" for number in range(len(words), VOCABULARY)])
    spec.validate()
    spec.optimize(quantization="float16")
    spec.save(str(folder))
    for name in COPIED:
        shutil.copy(demo / name, folder / name)
    return folder


def _fill(spec: Any, chance: np.random.Generator) -> None:
    encoder, decoder = spec.encoder, spec.decoder
    encoder.conv1.weight = _random(chance, WIDTH, MEL_BANDS, 3)
    encoder.conv2.weight = _random(chance, WIDTH, WIDTH, 3)
    for convolution in (encoder.conv1, encoder.conv2):
        convolution.bias = np.zeros(WIDTH, dtype=np.float32)
    for name, half in (("encoder", encoder), ("decoder", decoder)):
        half.position_encodings.encodings = _random(chance, POSITIONS[name], WIDTH)
        _norm(half.layer_norm)
        for layer in half.layer:
            _attention(layer.self_attention, (3, 1), chance)
            if name == "decoder":
                _attention(layer.attention, (1, 2, 1), chance)
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, INNER, WIDTH, chance)
            _linear(layer.ffn.linear_1, WIDTH, INNER, chance)
    decoder.embeddings.weight = _random(chance, VOCABULARY, WIDTH)
    decoder.projection.weight = decoder.embeddings.weight


def _attention(spec: Any, widths: tuple[int, ...], chance: np.random.Generator) -> None:
    _norm(spec.layer_norm)
    for linear, width in zip(spec.linear, widths, strict=True):
        _linear(linear, width * WIDTH, WIDTH, chance)


def _linear(spec: Any, outputs: int, inputs: int, chance: np.random.Generator) -> None:
    spec.weight = _random(chance, outputs, inputs)
    spec.bias = np.zeros(outputs, dtype=np.float32)


def _norm(spec: Any) -> None:
    spec.gamma = np.ones(WIDTH, dtype=np.float32)
    spec.beta = np.zeros(WIDTH, dtype=np.float32)


def _random(chance: np.random.Generator, *shape: int) -> Any:
    return chance.standard_normal(shape, dtype=np.float32) * np.float32(0.02)
