"""The network: Whisper's, small, with a CTC head on the encoder that is left behind after training."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as functional
from torch import nn
from transformers import WhisperConfig, WhisperForConditionalGeneration

WIDTH = 192
ENCODER_LAYERS = 3
DECODER_LAYERS = 2
HEADS = 3
TRAINED_POSITIONS = 224


def configuration(vocabulary: int, end: int, start: int, positions: int = TRAINED_POSITIONS) -> WhisperConfig:
    """`end` and `start` are the ids of endoftext and startoftranscript."""
    return WhisperConfig(
        vocab_size=vocabulary,
        num_mel_bins=80,
        d_model=WIDTH,
        encoder_layers=ENCODER_LAYERS,
        decoder_layers=DECODER_LAYERS,
        encoder_attention_heads=HEADS,
        decoder_attention_heads=HEADS,
        encoder_ffn_dim=4 * WIDTH,
        decoder_ffn_dim=4 * WIDTH,
        max_source_positions=1_500,
        max_target_positions=positions,
        dropout=0.0,
        pad_token_id=end,
        bos_token_id=end,
        eos_token_id=end,
        decoder_start_token_id=start,
        suppress_tokens=[],
        begin_suppress_tokens=[end],
    )


class Student(nn.Module):
    """`w` is the Whisper, `ctc` the head that is dropped; the names are those in checkpoints."""

    def __init__(self, config: WhisperConfig, text_tokens: int) -> None:
        super().__init__()
        config._attn_implementation = "sdpa"
        self.w = WhisperForConditionalGeneration(config)
        self.ctc = nn.Linear(WIDTH, text_tokens + 1)
        self._blank = text_tokens

    def encode(self, features: torch.Tensor) -> torch.Tensor:
        """The encoder without its demand for 30 s of input."""
        encoder = self.w.model.encoder
        hidden = functional.gelu(encoder.conv1(features))
        hidden = functional.gelu(encoder.conv2(hidden)).transpose(1, 2)
        hidden = hidden + encoder.embed_positions.weight[: hidden.shape[1]]
        for layer in encoder.layers:
            answer = layer(hidden, None)
            hidden = answer[0] if isinstance(answer, tuple) else answer
        return encoder.layer_norm(hidden)

    def losses(self, batch: dict[str, Any]) -> tuple[torch.Tensor, torch.Tensor]:
        """Cross-entropy of the decoder and CTC of the encoder."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            heard = self.encode(batch["features"])
            said = self.w.model.decoder(input_ids=batch["inputs"], encoder_hidden_states=heard)[0]
            learned = batch["targets"] != -100
            logits = functional.linear(said[learned], self.w.proj_out.weight)
            spelled = self.ctc(heard)
        entropy = functional.cross_entropy(logits.float(), batch["targets"][learned], label_smoothing=0.05)
        lengths = torch.tensor([len(text) for text in batch["texts"]])
        alignment = functional.ctc_loss(
            functional.log_softmax(spelled.float(), -1).transpose(0, 1),
            torch.tensor([token for text in batch["texts"] for token in text] or [0]),
            torch.tensor([min(length, heard.shape[1]) for length in batch["lengths"]]),
            lengths,
            blank=self._blank,
            reduction="none",
            zero_infinity=True,
        )
        return entropy, (alignment / lengths.clamp(min=1)).mean()
