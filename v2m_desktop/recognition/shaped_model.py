"""Makes a model of any shape with random weights: it hears nothing, but costs as much as one that does.

It is made in memory, in CTranslate2's format (see models/model_binary), with weights in int8 as they are used
on a processor. The end of text is a symbol that it never chooses, so that its answer is as long as it may be.
"""

from __future__ import annotations

import io
import json
import struct
from typing import Any

import numpy as np

from v2m_desktop.core.resources import resource
from v2m_desktop.core.speed import ModelShape

VOCABULARY = 51_865
MEL_BANDS = 80
ENCODER_POSITIONS, DECODER_POSITIONS = 1500, 448
HEAD_WIDTH = 64
END_OF_TEXT = "<|endoftext|>"

COPIED = ("config.json", "tokenizer.json", "preprocessor_config.json")
"""Of the demo model, whose words have names in the vocabulary."""

_VERSION, _REVISION = 6, 3
_GELU = 3
_TYPES = {"float32": 0, "int8": 1, "int16": 2}


def shaped_model(shape: ModelShape) -> dict[str, bytes]:
    """The files of the model by their names."""
    demo = resource("models/demo")
    words = json.loads((demo / "vocabulary.json").read_text(encoding="utf-8"))
    names = words + [f"<never said {number}>" for number in range(len(words), VOCABULARY)]
    return {
        "model.bin": _Weights(shape, words.index(END_OF_TEXT)).binary(),
        "vocabulary.json": json.dumps(names).encode(),
        **{name: (demo / name).read_bytes() for name in COPIED},
    }


class _Weights:
    """Random ones, the same each time. Variables are collected by name and written in one go."""

    def __init__(self, shape: ModelShape, never: int) -> None:
        self._shape = shape
        self._never = never
        self._chance = np.random.default_rng(0)
        self._variables: dict[str, Any] = {}

    def binary(self) -> bytes:
        self._encoder()
        self._decoder()
        file = io.BytesIO()
        file.write(struct.pack("<I", _VERSION) + _name("WhisperSpec"))
        file.write(struct.pack("<II", _REVISION, len(self._variables)))
        for name in list(self._variables):
            value = self._variables.pop(name)  # all of it twice in memory is too much
            file.write(_name(name) + struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape))
            file.write(struct.pack("<BI", _TYPES[value.dtype.name], value.nbytes) + value.tobytes())
        file.write(
            struct.pack("<I", 1) + _name("decoder/projection/weight") + _name("decoder/embeddings/weight")
        )
        return file.getvalue()

    def _encoder(self) -> None:
        width = self._shape.width
        self._number("encoder/num_heads", width // HEAD_WIDTH, np.int16)
        self._positions("encoder", ENCODER_POSITIONS)
        self._weight("encoder/conv1", width, MEL_BANDS, 3)
        self._weight("encoder/conv2", width, width, 3)
        self._norm("encoder/layer_norm")
        for number in range(self._shape.encoder_layers):
            layer = f"encoder/layer_{number}"
            self._attention(f"{layer}/self_attention", (3, 1))
            self._feed_forward(f"{layer}/ffn")

    def _decoder(self) -> None:
        width = self._shape.width
        self._number("decoder/num_heads", width // HEAD_WIDTH, np.int16)
        self._number("decoder/activation", _GELU, np.int8)
        self._number("decoder/pre_norm", 1, np.int8)
        self._number("decoder/scale_embeddings", 0, np.int8)
        self._number("decoder/start_from_zero_embedding", 0, np.int8)
        self._number("decoder/alignment_layer", -1, np.int16)
        self._number("decoder/alignment_heads", 1, np.int16)
        self._positions("decoder", DECODER_POSITIONS)
        self._weight("decoder/embeddings", VOCABULARY, width, bias=False)
        self._variables["decoder/embeddings/weight"][self._never] = 0  # below the likeliest of so many
        self._norm("decoder/layer_norm")
        for number in range(self._shape.decoder_layers):
            layer = f"decoder/layer_{number}"
            self._attention(f"{layer}/self_attention", (3, 1))
            self._attention(f"{layer}/attention", (1, 2, 1))
            self._feed_forward(f"{layer}/ffn")

    def _attention(self, name: str, widths: tuple[int, ...]) -> None:
        self._norm(f"{name}/layer_norm")
        for number, width in enumerate(widths):
            self._weight(f"{name}/linear_{number}", width * self._shape.width, self._shape.width)

    def _feed_forward(self, name: str) -> None:
        width = self._shape.width
        self._norm(f"{name}/layer_norm")
        self._weight(f"{name}/linear_0", 4 * width, width)
        self._weight(f"{name}/linear_1", width, 4 * width)

    def _weight(self, name: str, outputs: int, *inputs: int, bias: bool = True) -> None:
        """Values of about 0.02, each output with a scale of its own."""
        self._variables[f"{name}/weight"] = self._chance.integers(
            -127, 128, (outputs, *inputs), dtype=np.int8
        )
        self._variables[f"{name}/weight_scale"] = np.full(outputs, 3500, dtype=np.float32)
        if bias:
            self._variables[f"{name}/bias"] = np.zeros(outputs, dtype=np.float32)

    def _positions(self, half: str, count: int) -> None:
        values = self._chance.standard_normal((count, self._shape.width), dtype=np.float32)
        self._variables[f"{half}/position_encodings/encodings"] = values * np.float32(0.02)

    def _norm(self, name: str) -> None:
        self._variables[f"{name}/gamma"] = np.ones(self._shape.width, dtype=np.float32)
        self._variables[f"{name}/beta"] = np.zeros(self._shape.width, dtype=np.float32)

    def _number(self, name: str, value: int, kind: type[np.integer[Any]]) -> None:
        self._variables[name] = np.array(value, dtype=kind)


def _name(text: str) -> bytes:
    data = text.encode() + b"\0"
    return struct.pack("<H", len(data)) + data
