"""How often everything is measured, and the figures that each part of the bench announces."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.figures import RATIO, Goal, Specification


@dataclass(frozen=True, slots=True)
class Plan:
    """Numbers of repetitions, and lengths in seconds."""

    starts: int = 5
    first_takes: int = 2
    cold_takes: int = 8
    warm_takes: int = 12
    idle_capture: float = 8.0
    busy_capture: float = 20.0
    vad_windows: int = 4000
    dictations: int = 6
    deliveries: int = 30
    length_pairs: int = 2
    releases: int = 5
    unloads: int = 3
    long_dictations: int = 10
    cpu: float = 15.0
    compute_rounds: int = 6


FULL = Plan()
QUICK = Plan(
    starts=2, first_takes=1, cold_takes=3, warm_takes=4, idle_capture=5.0, busy_capture=20.0,
    vad_windows=1000, dictations=3, deliveries=10, length_pairs=1, releases=2, unloads=1, long_dictations=3,
    cpu=8.0, compute_rounds=3,
)  # fmt: skip

TRAY = (
    Specification(
        "tray_visible_ms", "ms", "process spawned to icon shown by the app's own stamp, median", Goal(1000)
    ),
    Specification("tray_docked_ms", "ms", "process spawned to icon window taken in by the tray host, median"),
)
_FIRST_SAMPLE = "key sent to first block, median"
_LISTENING = "key sent to listening, median"
HOTKEY = (
    Specification("hotkey_to_first_sample_first_ms", "ms", f"{_FIRST_SAMPLE}; first take of a process"),
    Specification("hotkey_to_first_sample_cold_ms", "ms", f"{_FIRST_SAMPLE}; opens=on-key"),
    Specification(
        "hotkey_to_first_sample_warm_ms", "ms", f"{_FIRST_SAMPLE}; opens=warm, below 0 is before the key"
    ),
    Specification("hotkey_to_listening_first_ms", "ms", f"{_LISTENING}; first take of a process"),
    Specification("hotkey_to_listening_cold_ms", "ms", f"{_LISTENING}; opens=on-key"),
    Specification("hotkey_to_listening_warm_ms", "ms", f"{_LISTENING}; opens=warm", Goal(50)),
)
CAPTURE = (
    Specification(
        "callback_body_p99_ms", "ms", "our code in the callback while recognition runs, p99", Goal(0.2)
    ),
    Specification(
        "gil_wait_p99_ms", "ms", "PortAudio's stamp to Python's first line, recognition runs, p99", Goal(20)
    ),
    Specification("gil_wait_idle_p99_ms", "ms", "the same with nothing else running, p99"),
    Specification(
        "lateness_difference_p99_ms", "ms", "callback behind the stream's pace, p99: recognition minus idle"
    ),
    Specification(
        "samples_missing",
        "",
        "known signal while recognition runs, by the position of each part",
        Goal(0, reached_is_met=True),
    ),
)
VOICE = (
    Specification("vad_window_p50_ms", "ms", "one 512-sample window of speech, p50", Goal(1)),
    Specification("vad_window_p99_ms", "ms", "one 512-sample window of speech, p99"),
)
_END = "last sound of the sentence, key tapped then,"
DICTATION = (
    Specification("speech_end_to_text_p50_ms", "ms", f"{_END} to final text, p50"),
    Specification("speech_end_to_text_p90_ms", "ms", f"{_END} to final text, p90"),
    Specification("speech_end_to_paste_p50_ms", "ms", f"{_END} to delivery proven, p50"),
    Specification("speech_end_to_paste_p90_ms", "ms", f"{_END} to delivery proven, p90"),
    Specification("speech_end_to_visible_p50_ms", "ms", f"{_END} to the other window telling it, p50"),
    Specification("stop_to_text_p50_ms", "ms", "key's edge to final text, p50"),
    Specification("stop_to_text_p90_ms", "ms", "key's edge to final text, p90"),
    Specification("stop_to_delivered_p50_ms", "ms", "key's edge to delivery proven, p50"),
    Specification("stop_to_delivered_p90_ms", "ms", "key's edge to delivery proven, p90"),
    Specification(
        "takes_not_delivered", "", "of the takes behind the times above", Goal(0, reached_is_met=True)
    ),
)
_DELIVERY = "text handed over, idle Qt window in front,"
DELIVERY = tuple(
    Specification(
        f"{name}{suffix}_ms", "ms", f"{_DELIVERY} {how}, {told}", goal if told == "median" else None
    )
    for name, how, goal in (
        ("delivery_to_read", "to the window turning to the clipboard", None),
        ("delivery_settled", "to the old clipboard being back", None),
        ("delivery_overhead", "to the old clipboard being back, without the quiet after a read", Goal(30)),
    )
    for suffix, told in (("", "median"), ("_p90", "p90"))
)
_LAST_SAMPLE = "last sample of speech, key tapped then, to final text, median; demo model"
LENGTH = (
    Specification("wait_after_5s_ms", "ms", f"two sentences: {_LAST_SAMPLE}"),
    Specification("wait_after_60s_ms", "ms", f"60 s with pauses of 0.8 to 1.5 s: {_LAST_SAMPLE}"),
    Specification(
        "wait_60s_vs_5s", RATIO, "of these medians; takes in turns that end alike", Goal(1.2, True)
    ),
    Specification(
        "first_partial_ms", "ms", "first sample of speech to first words told, median; demo model", Goal(900)
    ),
    Specification(
        "partial_flicker",
        "",
        "words shown and changed later, per final word, median of the takes; demo model",
    ),
)
_CONTEXTS = {"full": "short context off, as shipped", "short": "short context on"}
_HELD = "5 s, key held and let go 200 ms after the last word,"
RELEASE = tuple(
    Specification(
        f"{metric}_{model}_{context}{place}",
        "ms",
        f"{how}, median; shape of {model}, random weights, 17 words, {told}",
        Goal(limit) if context == "short" and metric == "release_latency_ms" else None,
    )
    for model, limit in (("base", 350), ("small", 650))
    for context, told in _CONTEXTS.items()
    for metric, place, how in (
        ("release_latency_ms", "", f"{_HELD} key let go to final text"),
        ("final_latency_ms", "", f"{_HELD} last word to final text"),
        ("endpoint_delay_ms", "", f"{_HELD} last word to end of capture"),
        ("compute_latency_ms", "_in_app", f"{_HELD} end of capture to final text"),
    )
) + tuple(
    Specification(
        f"first_partial_ms_base_{context}",
        "ms",
        f"first sample of speech to first words told, median; shape of base, random weights, {told}",
        Goal(900),
    )
    for context, told in _CONTEXTS.items()
)
WORDS = (
    *(
        Specification(
            f"wer_stream_delta_{context}",
            "points",
            f"60 s dictations: streamed word error rate minus that of single sentences; demo model, {told}",
            Goal(0.5, True),
        )
        for context, told in _CONTEXTS.items()
    ),
    *(
        Specification(
            f"hallucination_words_per_min_{context}",
            "",
            f"20 sounds without speech, through voice activity and evidence; demo model, {told}",
            Goal(0.2, True),
        )
        for context, told in _CONTEXTS.items()
    ),
    Specification("loop_rate", "", "finals with a short context that were heard once more; demo model"),
)
PROCESSOR = (
    Specification(
        "idle_cpu_percent", "%", "of one processor, model loaded, nothing going on, with children", Goal(0.5)
    ),
    Specification(
        "armed_silent_cpu_percent", "%", "of one processor, listening to a quiet room, overlay shown", Goal(4)
    ),
)
MEMORY = (
    Specification(
        "pss_without_recognizer_mb", "MB", "PSS of the app alone after a take, host=process", Goal(200)
    ),
    Specification(
        "pss_after_unload_above_start_mb",
        "MB",
        "recognizer and its process, shape of base: PSS after load, use and unload minus that before, worst",
        Goal(30, True),
    ),
    Specification("pss_with_recognizer_mb", "MB", "PSS of the app after a take, host=thread, demo model"),
)
_PINNED = "5 s, int8, 17 tokens, random weights, ratio of medians in turns"
_HELD_AGAINST = {
    "": ("ours / plain at its defaults", {"full": Goal(0.6, True), "short": Goal(0.2, True)}),
    "_language_given": ("the same, language given to both", {}),
    "_same_beam": ("the same, language given and beam 1 for both", {}),
}
_WAYS = {
    "full_auto": "ours, full context, language detected",
    "plain": "plain faster-whisper at its defaults: beam 5, language detected",
    "short_auto": "ours, short context, language detected",
    "full": "ours, full context, language given",
    "plain_language_given": "plain faster-whisper, beam 5, language given",
    "short": "ours, short context, language given",
    "plain_same_beam": "plain faster-whisper, beam 1, language given",
}
COMPUTE = tuple(
    Specification(
        f"compute_latency_ms_{model}_{way}",
        "ms",
        f"end of 5 s to text, shape of {model}, random weights, 17 tokens, median; {how}",
        Goal(limit, reached_is_met=True) if way.startswith("short") else None,
    )
    for model, limit in (("base", 200), ("small", 500))
    for way, how in _WAYS.items()
) + tuple(
    Specification(
        f"compute_vs_plain_{model}_{context}{suffix}",
        RATIO,
        f"{how}, {model}, {context} context; {_PINNED}",
        goals.get(context),
    )
    for model in ("base", "small")
    for suffix, (how, goals) in _HELD_AGAINST.items()
    for context in ("full", "short")
)
