"""What is chosen in the dialog is chosen as in the tray."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject

from v2m_desktop.app.settings_window import SettingsWindow, hotwords_line
from v2m_desktop.core.recognition import LoadedModel, Speaker
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Rewriting, RewritingProvider, Settings


class Stations(QObject):
    """As much of a runtime as changes in the dialog need; notes what is asked of it."""

    def __init__(self, provider: RewritingProvider, model: str) -> None:
        super().__init__()
        self.asked: list[tuple[str, object]] = []
        self.settings = Settings(rewriting=Rewriting(provider=provider, model=model))
        self.choices = SimpleNamespace(
            change=self._change,
            choose_model=lambda name: self.asked.append(("model", name)),
            choose_language=lambda code: self.asked.append(("language", code)),
        )
        self.window = SettingsWindow(self)  # type: ignore[arg-type]
        self.window.rewriting_changed()

    def _change(self, key: str, value: object) -> None:
        self.asked.append((key, value))
        if key == "rewriting.provider":
            provider = RewritingProvider(str(value))
            rewriting = self.settings.rewriting.model_copy(update={"provider": provider})
            self.settings = self.settings.model_copy(update={"rewriting": rewriting})
            self.window.rewriting_changed()


@pytest.fixture
def stations(qapp: object, request: pytest.FixtureRequest) -> Iterator[Stations]:
    made = Stations(*getattr(request, "param", (RewritingProvider.OFF, "")))
    yield made
    shiboken6.delete(made)


def test_models_and_languages_are_chosen_as_in_the_tray(stations: Stations) -> None:
    stations.window._on_changed("recognition.model", "small")
    stations.window._on_changed("recognition.language", "es")
    stations.window._on_changed("general.chime", False)
    assert stations.asked == [("model", "small"), ("language", "es"), ("general.chime", False)]


@pytest.mark.parametrize("stations", [(RewritingProvider.OLLAMA, "qwen3:4b")], indirect=True)
def test_only_another_service_loses_the_model(stations: Stations) -> None:
    for provider in ("off", "ollama"):
        stations.window._on_changed("rewriting.provider", provider)
    assert ("rewriting.model", "") not in stations.asked
    stations.window._on_changed("rewriting.provider", "gemini")
    assert stations.asked[-1] == ("rewriting.model", "")


@pytest.mark.parametrize(
    ("hotwords", "prompted", "told", "sentence"),
    [
        ("", False, None, ""),
        ("Ana, Berta, Carla", True, None, ""),
        ("Ana, Berta, Carla", True, 3, ""),
        ("Ana, Berta, Carla", True, 2, "the model is told 2 of 3"),
        ("Ana, Berta, Carla", False, None, "demo is too small"),
        ("Ana, Berta, Carla", None, None, ""),
    ],
)
def test_it_is_said_which_names_the_model_is_not_told(
    hotwords: str, prompted: bool | None, told: int | None, sentence: str
) -> None:
    model = LoadedModel("demo", "cpu", "int8", True, 0.1, prompted=bool(prompted))
    recognition = SimpleNamespace(
        speaker=Speaker(hotwords=SensitiveText(hotwords)),
        terms_told=told,
        model=model if prompted is not None else None,
    )
    said = hotwords_line(recognition)  # type: ignore[arg-type]
    assert sentence in said
    assert bool(said) == bool(sentence)
