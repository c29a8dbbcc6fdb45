"""The one module that imports faster-whisper and CTranslate2.

The library's own `transcribe` encodes twice when the language is to be detected, and drops text by thresholds
of its own. Here each window is encoded once, and every answer comes back with its evidence.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.telemetry import forbid_telemetry
from v2m_desktop.recognition.device_choice import CPU, CUDA, Rung
from v2m_desktop.recognition.engine import Decoded, Decoding, Told
from v2m_desktop.recognition.evidence import LIKELY_SILENCE, UNLIKELY_WORDS
from v2m_desktop.recognition.guards import loops
from v2m_desktop.recognition.heap import give_back
from v2m_desktop.recognition.hotwords import Fitting, fitting, terms_of
from v2m_desktop.recognition.language_choice import choose_language
from v2m_desktop.recognition.timed_words import Piece, spread, timed_words

CONTEXT_TOKENS = 448
"""Positions of Whisper's decoder, for prompt and answer together."""

PREVIOUS_TOKENS = 64
"""More previous text than this leaks into the answer on short audio."""

HOTWORD_TOKENS = 50

RETRY_CANDIDATES = 2
"""Each is decoded on its own: five, the library's number, may take seconds."""


class FasterWhisperEngine:
    """What CTranslate2 can do on this machine."""

    def cuda_devices(self) -> int:
        import ctranslate2

        try:
            return int(ctranslate2.get_cuda_device_count())
        except RuntimeError:  # a driver that does not fit its library
            return 0

    def compute_types(self, device: str) -> frozenset[str]:
        import ctranslate2

        try:
            return frozenset(ctranslate2.get_supported_compute_types(device))
        except (RuntimeError, ValueError):
            return frozenset()

    def open(self, folder: Path, rung: Rung, threads: int) -> OpenWhisper:
        return OpenWhisper(folder, rung, threads)

    def open_files(self, files: Mapping[str, bytes], rung: Rung, threads: int) -> OpenWhisper:
        """A model that is on no disk."""
        return OpenWhisper(Path("in memory"), rung, threads, files)


class OpenWhisper:
    """A Whisper model in memory."""

    def __init__(
        self, folder: Path, rung: Rung, threads: int, files: Mapping[str, bytes] | None = None
    ) -> None:
        forbid_telemetry()
        import ctranslate2
        from faster_whisper import WhisperModel

        ctranslate2.set_random_seed(0)
        self._model: Any = WhisperModel(
            str(folder),
            device=rung.device,
            compute_type=rung.compute_type,
            cpu_threads=threads if rung.device == CPU else 0,
            num_workers=1,
            local_files_only=True,
            files=dict(files) if files is not None else None,
        )
        self.compute_type: str = self._model.model.compute_type
        self.multilingual: bool = self._model.model.is_multilingual
        self.languages = frozenset[str](self._model.supported_languages)
        self.mel_bands: int = self._model.model.n_mels
        self._width = 0
        self._aligns = _names_alignment_heads(folder)
        self._device = rung.device
        self._tokenizers: dict[str, tuple[Any, list[int]]] = {}
        self._hotwords = SensitiveText(), Fitting()

    @property
    def width(self) -> int:
        """The library does not tell, but encoded silence does."""
        if self._width == 0:
            import numpy as np

            silence = np.zeros((self.mel_bands, 2), dtype=np.float32)
            self._width = int(self._model.encode(silence).shape[2])
        return self._width

    def decode(self, samples: Samples, told: Told, decoding: Decoding) -> Decoded:
        model = self._model
        spectrogram, encoded = self._encode(samples, decoding.frames)
        language, probability = self._language(encoded, told)
        tokenizer, suppressed = self._tokenizer(language)
        prompt = model.get_prompt(tokenizer, self._previous(told), without_timestamps=True)
        answer, tries = self._generate(encoded, prompt, suppressed, decoding, tokenizer)
        tokens = answer.sequences_ids[0]
        pieces: list[Piece] = []
        if decoding.timed and tokens:
            pieces = self._pieces(encoded, tokenizer, tokens, min(spectrogram.shape[1], 2 * decoding.frames))
        return Decoded(
            text=SensitiveText(tokenizer.decode(tokens).strip()),
            language=language,
            language_probability=float(probability),
            no_speech_probability=float(answer.no_speech_prob),
            average_log_probability=_average_log_probability(answer),
            tokens=len(tokens),
            words=timed_words(pieces),
            fallback=tries > 1,
            terms_told=self._fitting(told.hotwords).terms if told.hotwords else None,
        )

    def time_parts(self, samples: Samples, decoding: Decoding) -> tuple[float, float]:
        """Seconds to encode `samples`, and then for the whole answer, which nobody reads."""
        began = time.perf_counter()
        _, encoded = self._encode(samples, decoding.frames)
        tokenizer, suppressed = self._tokenizer("en")
        prompt = self._model.get_prompt(tokenizer, [], without_timestamps=True)
        between = time.perf_counter()
        self._generate(encoded, prompt, suppressed, decoding, tokenizer)
        return between - began, time.perf_counter() - between

    def close(self) -> None:
        model, self._model = self._model, None
        self._tokenizers.clear()
        if self._device == CUDA:
            model.model.unload_model()
        del model
        give_back()

    def _encode(self, samples: Samples, frames: int) -> tuple[Any, Any]:
        """The spectrogram, and what the encoder makes of it in a context of `frames`."""
        from faster_whisper.audio import pad_or_trim

        spectrogram = self._model.feature_extractor(samples)[:, :-1]
        return spectrogram, self._model.encode(pad_or_trim(spectrogram, 2 * frames))

    def _tokenizer(self, language: str) -> tuple[Any, list[int]]:
        """The tokenizer for `language`, and the symbols that are never spoken."""
        from faster_whisper.tokenizer import Tokenizer
        from faster_whisper.transcribe import get_suppressed_tokens

        if language not in self._tokenizers:
            tokenizer = Tokenizer(
                self._model.hf_tokenizer, self.multilingual, task="transcribe", language=language
            )
            self._tokenizers[language] = tokenizer, get_suppressed_tokens(tokenizer, [-1])
        return self._tokenizers[language]

    def _language(self, encoded: Any, told: Told) -> tuple[str, float]:
        if not self.multilingual:
            return "en", 1.0
        if told.language is not None:
            return told.language, 1.0
        heard = self._model.model.detect_language(encoded)[0]
        return choose_language(
            ((str(token).strip("<|>"), float(share)) for token, share in heard), told.hints
        )

    def _previous(self, told: Told) -> list[int]:
        """Hotwords first, so that what was said last stands next to the answer."""
        hotwords = self._fitting(told.hotwords).tokens
        return [*hotwords, *self._ids(told.previous_text)[-PREVIOUS_TOKENS:]]

    def _fitting(self, hotwords: SensitiveText) -> Fitting:
        """They seldom change, and there may be many. Provisional words in between are told none."""
        if not hotwords:
            return Fitting()
        if self._hotwords[0] != hotwords:
            self._hotwords = hotwords, fitting(terms_of(hotwords), self._ids, HOTWORD_TOKENS)
        return self._hotwords[1]

    def _ids(self, text: SensitiveText) -> list[int]:
        if not text:
            return []
        return list(
            self._model.hf_tokenizer.encode(" " + text.reveal().strip(), add_special_tokens=False).ids
        )

    def _pieces(self, encoded: Any, tokenizer: Any, tokens: list[int], mel_frames: int) -> list[Piece]:
        """Words and marks with the times at which the model heard them, evenly spread if it cannot tell."""
        if not self._aligns:
            texts, _ = tokenizer.split_to_word_tokens(tokens)
            return spread(texts, mel_frames * self._model.feature_extractor.time_per_frame)
        (aligned,) = self._model.find_alignment(tokenizer, [tokens], encoded, mel_frames)
        return [Piece(word["word"], float(word["start"]), float(word["end"])) for word in aligned]

    def _generate(
        self, encoded: Any, prompt: list[int], suppressed: list[int], decoding: Decoding, tokenizer: Any
    ) -> tuple[Any, int]:
        """The first answer neither repetitive nor unlikely, or the likeliest of all; and how many tries."""
        answers = []
        for temperature in decoding.temperatures:
            how = (
                {"beam_size": decoding.beam}
                if temperature == 0
                else {
                    "beam_size": 1,
                    "num_hypotheses": RETRY_CANDIDATES,
                    "sampling_topk": 0,
                    "sampling_temperature": temperature,
                }
            )
            answer = self._model.model.generate(
                encoded,
                [prompt],
                max_length=_most_positions(len(prompt), decoding.most_tokens),
                return_scores=True,
                return_no_speech_prob=True,
                suppress_tokens=suppressed,
                **how,
            )[0]
            likelihood = _average_log_probability(answer)
            looped = loops(tokenizer.decode(answer.sequences_ids[0]))
            answers.append((not looped, likelihood, answer))
            silence = answer.no_speech_prob > LIKELY_SILENCE
            if not looped and (likelihood >= UNLIKELY_WORDS or silence):
                break
        return max(answers, key=lambda each: each[:2])[2], len(answers)


def _most_positions(prompt: int, tokens: int) -> int:
    """What the library must be told for so many tokens: half of it bounds the answer, too."""
    return min(CONTEXT_TOKENS, max(2 * tokens, prompt + tokens - 1))


def _names_alignment_heads(folder: Path) -> bool:
    """Without them the library cannot tell when a word was said. Models from some makers lack them."""
    with suppress(OSError, ValueError):
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return isinstance(config, dict) and bool(config.get("alignment_heads"))
    return False


def _average_log_probability(answer: Any) -> float:
    """Per token, the end of text counted as one."""
    length = len(answer.sequences_ids[0])
    return float(answer.scores[0]) * length / (length + 1)
