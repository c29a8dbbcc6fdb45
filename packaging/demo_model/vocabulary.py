"""The tokenizer: byte pairs of the corpus, then Whisper's special tokens in Whisper's order."""

from __future__ import annotations

import random
from pathlib import Path

import corpus
from faster_whisper.tokenizer import _LANGUAGE_CODES as LANGUAGES
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

FILE = Path("tokenizer.json")

BYTE_PAIRS = 1_000
SENTENCES = 30_000
SEED = 123

TIMESTAMPS = 1_501
"""0.00 to 30.00 s in steps of 20 ms."""


def make() -> Tokenizer:
    """Learn the byte pairs and write FILE."""
    random.seed(SEED)
    text = [corpus.english() if number % 3 else corpus.spanish() for number in range(SENTENCES)]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=BYTE_PAIRS,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        special_tokens=[],
        show_progress=False,
    )
    # A sentence is a segment's first, or follows another one after a space.
    tokenizer.train_from_iterator([" " + sentence for sentence in text] + text, trainer)
    tokenizer.add_special_tokens([_token(name, special=True) for name in _specials()])
    tokenizer.add_tokens([_token(f"<|{step * 0.02:.2f}|>", special=False) for step in range(TIMESTAMPS)])
    tokenizer.save(str(FILE))
    return tokenizer


def _specials() -> list[str]:
    tasks = ["translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps"]
    return [f"<|{name}|>" for name in ["endoftext", "startoftranscript", *LANGUAGES, *tasks]]


def _token(name: str, *, special: bool) -> AddedToken:
    return AddedToken(name, special=special, normalized=False)
