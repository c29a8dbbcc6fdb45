"""What the model hears in training: utterances joined with pauses, at many levels, in noise; and no speech.

An item is (samples at 16 kHz, token ids, index of the first token to learn).
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
import numpy as np
import torch
from faster_whisper.feature_extractor import FeatureExtractor
from tokenizers import Tokenizer

RATE = 16_000
LONGEST_ANSWER = 220
"""Tokens. The decoder has 224 positions."""

Item = tuple[np.ndarray, list[int], int]


@dataclass(frozen=True)
class Plan:
    """How an item is put together: how many utterances, how long in all, how long the pauses (in samples)."""

    utterances: tuple[int, ...]
    longest_seconds: int
    longest_pause: int
    longest_lead: int
    fit_seconds: int
    full_range: bool = False


SINGLE = Plan((1,), 13, 3_000, 4_000, 12)
PAIR = Plan((1, 1, 1, 2, 2), 13, 10_000, 9_000, 12)
LONG = Plan((1, 1, 2, 2, 3, 3, 4, 5, 6), 29, 24_000, 9_000, 27, full_range=True)
SINGLE_FULL_RANGE = Plan((1,), 13, 3_000, 4_000, 12, full_range=True)


class Recordings:
    """What synth.py wrote, under one or more names."""

    def __init__(self, *names: str) -> None:
        self._index = [json.loads(Path(f"{name}.json").read_text(encoding="utf-8")) for name in names]
        self._samples = [np.memmap(f"{name}.i16", dtype=np.int16, mode="r") for name in names]
        self.all = [(file, place) for file, index in enumerate(self._index) for place in range(len(index))]
        # Neighbors in this list are about equally long, so a batch of them needs little padding.
        self.by_length = sorted(self.all, key=lambda each: self._length(each) + random.randint(0, 4_000))

    def get(self, which: tuple[int, int]) -> tuple[np.ndarray, str, str]:
        """Samples, language, sentence."""
        file, place = which
        start, length, language, sentence = self._index[file][place]
        samples = np.asarray(self._samples[file][start : start + length], dtype=np.float32) / 32768
        return samples, language, sentence

    def _length(self, which: tuple[int, int]) -> int:
        return int(self._index[which[0]][which[1]][1])


class Lessons:
    """Makes batches."""

    def __init__(self, tokenizer: Tokenizer, recordings: Recordings) -> None:
        self._tokenizer = tokenizer
        self._recordings = recordings
        self._features = FeatureExtractor(feature_size=80)
        self.text_tokens = _text_tokens(tokenizer)

    def batch(self, size: int, plan: Plan, *, full: bool) -> dict[str, Any]:
        """`features`, `inputs`, `targets` (-100 is not learned), and for CTC `texts` and `lengths`.

        `full` pads to the 30 s that Whisper pads to.
        """
        first = random.randrange(len(self._recordings.by_length) - size)
        alone = plan.utterances == (1,)
        items = [
            self.item(plan, self._recordings.by_length[first + row] if alone else None) for row in range(size)
        ]
        features = [self._features(samples, padding=160) for samples, _, _ in items]
        width = 3_000 if full else max(each.shape[1] for each in features) + random.randint(0, 60)
        width = min(3_000, width + width % 2)
        heard = np.zeros((size, 80, width), np.float32)
        longest = max(len(tokens) for _, tokens, _ in items)
        inputs = np.full((size, longest), self._id("endoftext"))
        targets = np.full((size, longest), -100)
        for row, (_, tokens, start) in enumerate(items):
            kept = min(width, features[row].shape[1])
            heard[row, :, :kept] = features[row][:, :kept]
            inputs[row, : len(tokens)] = tokens
            targets[row, start - 1 : len(tokens) - 1] = tokens[start:]
        return {
            "features": torch.from_numpy(heard),
            "inputs": torch.from_numpy(inputs),
            "targets": torch.from_numpy(targets),
            "texts": [[t for t in tokens[start:] if t < self.text_tokens] for _, tokens, start in items],
            "lengths": [min(1_500, (each.shape[1] + 1) // 2) for each in features],
        }

    def item(self, plan: Plan, first: tuple[int, int] | None = None) -> Item:
        """One item; `first` is its first utterance."""
        if random.random() < 0.06:
            silence = [self._id("startoftranscript"), self._id("nospeech"), self._id("endoftext")]
            return no_speech(), silence, 1
        samples, language, segments = self._joined(plan, first)
        tokens = [self._id("startoftranscript"), self._id(language), self._id("transcribe")]
        tokens += [*self._answer(segments), self._id("endoftext")]
        start = 1
        if random.random() < 0.2:
            previous = self._previous(language)
            tokens = [self._id("startofprev"), *previous, *tokens]
            start = len(previous) + 2
        if len(tokens) > LONGEST_ANSWER:
            return self.item(SINGLE_FULL_RANGE if plan.full_range else SINGLE)
        return spoil(samples[: plan.longest_seconds * RATE], full_range=plan.full_range), tokens, start

    def _joined(
        self, plan: Plan, first: tuple[int, int] | None
    ) -> tuple[np.ndarray, str, list[tuple[float, float, str]]]:
        """Utterances of one language with pauses, and their (start, end, sentence) in seconds."""
        parts = [np.zeros(random.randint(0, plan.longest_lead), np.float32)]
        language, segments = "", []
        for number in range(random.choice(plan.utterances)):
            which = first if first and number == 0 else random.choice(self._recordings.all)
            samples, spoken, sentence = self._recordings.get(which)
            for _ in range(20):
                if language in ("", spoken):
                    break
                samples, spoken, sentence = self._recordings.get(random.choice(self._recordings.all))
            start = sum(map(len, parts))
            too_long = start + len(samples) > plan.fit_seconds * RATE
            if language not in ("", spoken) or (too_long and segments):
                break
            language = spoken
            segments.append((start / RATE, (start + len(samples)) / RATE, sentence))
            parts += [samples, np.zeros(random.randint(800, plan.longest_pause), np.float32)]
        return np.concatenate(parts), language, segments

    def _answer(self, segments: list[tuple[float, float, str]]) -> list[int]:
        if random.random() >= 0.45:
            return [self._id("notimestamps"), *self._encode(" ".join(text for *_, text in segments))]
        zero = self._id("0.00")
        answer: list[int] = []
        for start, end, text in segments:
            answer += [zero + round(start / 0.02), *self._encode(text), zero + round(end / 0.02)]
        return answer

    def _previous(self, language: str) -> list[int]:
        make = corpus.english if language == "en" else corpus.spanish
        return self._encode(" ".join(make() for _ in range(random.randint(1, 2))))

    def _encode(self, text: str) -> list[int]:
        return self._tokenizer.encode(" " + text).ids

    def _id(self, name: str) -> int:
        return self._tokenizer.token_to_id(f"<|{name}|>")


def spoil(samples: np.ndarray, *, full_range: bool) -> np.ndarray:
    """Change the level, if `full_range` down to -44 dB, and add noise, each to half of the items."""
    if full_range and random.random() < 0.5:
        samples = samples * 10 ** random.uniform(-2.2, 0)
    if random.random() < 0.5:
        noise = np.random.randn(len(samples)).astype(np.float32)
        loudest = np.abs(samples).max()
        level = loudest * 10 ** random.uniform(-4, -1.6) if full_range else 10 ** random.uniform(-4.2, -2.2)
        samples = samples + noise * level
    return samples


def no_speech() -> np.ndarray:
    """Half a second to 8 s of silence, hum, clicks or noise."""
    length = random.randint(8_000, 128_000)
    noise = np.random.randn(length).astype(np.float32) * 10 ** random.uniform(-5, -1.5)
    kind = random.random()
    if kind < 0.2:
        return noise * 0
    if kind < 0.5:
        noise *= 0.05
        time = np.arange(length) / RATE
        for _ in range(random.randint(1, 3)):
            frequency = random.choice([50, 60, 100, 120, 150, 180, 440, 1000])
            wave = np.sin(2 * np.pi * frequency * time + random.random() * 6)
            noise += (10 ** random.uniform(-3, -1.3) * wave).astype(np.float32)
        return noise
    if kind < 0.75:
        noise *= 0.02
        for start in np.random.randint(0, length - 600, random.randint(3, 60)):
            size = random.randint(60, 500)
            click = np.random.randn(size) * np.exp(-np.arange(size) / random.uniform(10, 90))
            noise[start : start + size] += (click * 10 ** random.uniform(-1.5, -0.3)).astype(np.float32)
    return noise


def _text_tokens(tokenizer: Tokenizer) -> int:
    return tokenizer.get_vocab_size(with_added_tokens=False)
