"""Campaigns of takes through the virtual microphone and the real hotkey.

A seeded sample runs in `make test`, all of them in `make prove`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.sentences import SENTENCES, Sentence, transcribed, write_wave
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone, without_trailing_silence
from tests.tools.word_error_rate import word_error_rate, words
from tests.unit.audio.speech import at_level, clicks, hum, noise, silence
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

TAKES = 50 if FULL_CAMPAIGN else 8
NOISES = 30 if FULL_CAMPAIGN else 8
QUIET = 10 if FULL_CAMPAIGN else 3
NOISE_DBFS = -34.0
QUIET_DBFS = -40.0


@dataclass(frozen=True, slots=True)
class Desk:
    """A running app, its window, and the ear it listens with. `opens` is the microphone setting."""

    opens: str
    dictation: Dictation
    target: TargetWindow


@pytest.fixture(scope="module")
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    opens = str(request.param)
    with (
        VirtualMicrophone() as microphone,
        RunningApp({"microphone": {"opens": opens, "warm_seconds": 900}}) as app,
        TargetWindow() as target,
    ):
        app.wait_model()
        dictation = Dictation(microphone, app, target)
        if opens == "warm":
            dictation.take(silence(0.5), SAMPLE_RATE)
        yield Desk(opens, dictation, target)


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> dict[Sentence, str]:
    """What `v2m transcribe` makes of each sentence."""
    folder = tmp_path_factory.mktemp("sentences")
    files = [
        write_wave(folder / f"{index}.wav", sentence.samples) for index, sentence in enumerate(SENTENCES)
    ]
    return dict(zip(SENTENCES, transcribed(*files), strict=True))


@pytest.mark.parametrize("number", range(TAKES // 2))
@pytest.mark.parametrize("desk", ["on-key", "warm"], indirect=True, scope="module")
def test_no_first_or_last_word_is_lost(desk: Desk, number: int, direct: dict[Sentence, str]) -> None:
    """Speech starts at the listening signal (cold) or up to 0.3 s after the key (warm), and ends up to 0.3 s
    before the key is pressed again or let go."""
    dice = random.Random(f"take {desk.opens} {number}")
    sentence = dice.choice(SENTENCES)
    lead = dice.uniform(0.0, 0.3) if desk.opens == "warm" else None
    tail = dice.uniform(0.0, 0.3)
    speech = without_trailing_silence(sentence.samples)

    outcome = desk.dictation.take(speech, SAMPLE_RATE, hold=dice.random() < 0.5, key_lead=lead, key_tail=tail)

    assert outcome.take.stage == "delivered", outcome.take
    assert outcome.pasted == outcome.take.text
    assert not {"Space", "Escape"} & set(desk.target.keys)
    expected, heard = words(direct[sentence]), words(outcome.pasted)
    assert (heard[0], heard[-1]) == (expected[0], expected[-1]), (sentence.text, outcome.pasted, lead, tail)


def noises() -> list[tuple[str, Samples]]:
    """Sounds without speech, in turn silence, noise of three colors, clicks and hum, no two alike."""
    made = []
    for number in range(NOISES):
        dice = random.Random(f"noise {number}")
        seconds = dice.uniform(1.5, 4.0)
        kinds = {
            "silence": partial(silence, seconds),
            "white noise": partial(noise, seconds, NOISE_DBFS, number, 0.0),
            "pink noise": partial(noise, seconds, NOISE_DBFS, number, 1.0),
            "brown noise": partial(noise, seconds, NOISE_DBFS, number, 2.0),
            "clicks": partial(clicks, seconds, dice.uniform(1.0, 5.0), dice.uniform(0.1, 0.5), number),
            "hum": partial(hum, seconds, NOISE_DBFS, dice.choice([50.0, 60.0]), dice.randint(3, 10)),
        }
        kind = list(kinds)[number % len(kinds)]
        made.append((f"{kind} {number}", kinds[kind]()))
    return made


def quiet_takes() -> list[tuple[str, Samples]]:
    dice = random.Random("quiet")
    chosen = dice.sample(SENTENCES, QUIET)
    return [(sentence.text, at_level(sentence.samples, QUIET_DBFS)) for sentence in chosen]


NOTHING = noises()
WHISPERED = quiet_takes()


@pytest.mark.parametrize("desk", ["on-key"], indirect=True, scope="module")
class TestPhantoms:
    """One run of the app: what is no speech gives nothing, what is quiet is delivered all the same."""

    @pytest.mark.parametrize(("name", "samples"), NOTHING, ids=[name for name, _ in NOTHING])
    def test_noise_gives_nothing(self, desk: Desk, name: str, samples: Samples) -> None:
        outcome = desk.dictation.take(samples, SAMPLE_RATE)
        assert (outcome.take.stage, outcome.take.text, outcome.pasted) == ("empty", "", ""), name

    @pytest.mark.parametrize(("text", "samples"), WHISPERED, ids=[text for text, _ in WHISPERED])
    def test_a_quiet_voice_is_delivered(self, desk: Desk, text: str, samples: Samples) -> None:
        outcome = desk.dictation.take(samples, SAMPLE_RATE)
        assert outcome.take.stage == "delivered", outcome.take
        assert outcome.pasted == outcome.take.text
        assert word_error_rate(text, outcome.pasted) <= 0.34, outcome.pasted
