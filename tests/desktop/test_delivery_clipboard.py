"""The clipboard is lent for a moment only, and other programs use it meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.campaign import FULL_CAMPAIGN
from tests.contracts.clipboard import PNG
from tests.desktop.clipboard_history import ClipboardHistory
from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_rig import DeliveryRig, bounds, delivery_rig
from tests.desktop.observer import Observer
from tests.desktop.target_window import TargetWindow
from v2m_desktop.core.targets import Chord
from v2m_desktop.output.results import Outcome

WORDS = "Hello, señora."
OLD = {"text/plain": b"old"}
CONTENTS = [OLD, {"image/png": PNG}]
SLOW_SECONDS = (1.5, 5.0) if FULL_CAMPAIGN else (1.5,)


@pytest.fixture
def holder() -> Iterator[ClipboardHolder]:
    with ClipboardHolder() as holder:
        yield holder


@pytest.fixture
def rig(qtbot: QtBot, holder: ClipboardHolder) -> Iterator[DeliveryRig]:
    with delivery_rig(qtbot) as rig:
        holder.copy(OLD)
        yield rig


def test_who_restores_after_a_fixed_time_pastes_the_old_clipboard(rig: DeliveryRig) -> None:
    """The fault that all of this is there to find: it can be seen here."""
    with TargetWindow("--busy", "0.6") as target:
        rig.board.look()
        rig.bot.waitUntil(lambda: rig.board.seen() is not None)
        before = rig.board.seen()
        assert before is not None
        rig.board.publish(WORDS, private=True)
        rig.keys.send(Chord.CTRL_V)
        rig.bot.wait(150)
        rig.board.restore(before)
        rig.bot.waitUntil(lambda: target.text != "")
        assert target.text == "old"


@pytest.mark.parametrize("content", CONTENTS, ids=["text", "image"])
@pytest.mark.parametrize("busy", [0, 0.6])
def test_two_dictations_close_together(
    rig: DeliveryRig, holder: ClipboardHolder, busy: float, content: dict[str, bytes]
) -> None:
    holder.copy(content)
    with TargetWindow("--busy", str(busy)) as target:
        rig.deliver("first,")
        rig.bot.wait(100)
        rig.deliver("second.")
        rig.settle()
        assert [result.outcome for result in rig.results] == [Outcome.DELIVERED] * 2
        target.wait_text(lambda text: text == "first,second.")
        assert [text for _, text in target.texts] == ["first,", "first,second."]
    found = rig.formats()
    assert {name: found.get(name) for name in content} == content


def test_what_the_user_copies_after_the_read_stays(rig: DeliveryRig, holder: ClipboardHolder) -> None:
    with TargetWindow() as target:
        rig.deliver(WORDS)
        rig.bot.waitUntil(lambda: target.text == WORDS)
        holder.copy({"text/plain": b"mine"})
        assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.copied() == "mine"


def test_what_is_copied_in_the_moment_of_publishing_comes_back_too(
    rig: DeliveryRig, holder: ClipboardHolder
) -> None:
    copies = iter([b"mine"])

    def copy() -> None:
        for text in copies:
            holder.copy({"text/plain": text})

    rig.board.before_publish = copy
    with TargetWindow() as target:
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
    assert rig.copied() == "mine"


def test_what_the_user_copies_before_the_read_stays_and_is_no_proof(
    rig: DeliveryRig, holder: ClipboardHolder
) -> None:
    rig.service.bounds = bounds(read=2.0)
    with TargetWindow("--busy", "1") as target:
        rig.keys.on_chord = lambda: holder.copy({"text/plain": b"mine"})
        rig.deliver(WORDS)
        assert rig.settle().outcome is not Outcome.DELIVERED
        target.wait_text(bool)
        assert "old" not in target.text
    assert rig.copied() == "mine"


@pytest.mark.parametrize("busy", SLOW_SECONDS)
def test_a_slow_target_beside_a_clipboard_history(rig: DeliveryRig, busy: float) -> None:
    with ClipboardHistory() as history, TargetWindow("--busy", str(busy)) as target:
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert [text for _, text in target.texts] == [WORDS]
        assert WORDS in history.texts
    assert rig.copied() == "old"


@pytest.mark.parametrize("way", ["watch", "glance"])
def test_an_observer_sees_the_words_and_does_not_keep_them_on_the_clipboard(
    rig: DeliveryRig, way: str
) -> None:
    with Observer() as observer, TargetWindow("--busy", "0.6") as target:
        observer.order(way)
        rig.bot.waitUntil(lambda: bool(observer.seen))
        began = time.monotonic()
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.DELIVERED
        taken = time.monotonic() - began
        target.wait_text(lambda text: text == WORDS)
        rig.bot.waitUntil(lambda: observer.seen[-1][1] == "old")
    assert [text for _, text in observer.seen] == ["old", WORDS, "old"]
    assert taken < 6.0  # it is settled by the target's read, not by the end of patience, which is 8 s


@pytest.mark.parametrize("way", ["watch", "glance"])
def test_an_observer_is_no_proof(rig: DeliveryRig, way: str) -> None:
    rig.service.bounds = bounds(read=2.0)
    with Observer() as observer, TargetWindow("--ignore-chord") as target:
        observer.order(way)
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.UNCONFIRMED
        assert target.keys.count("V") == 1
    assert rig.copied() == WORDS


def test_a_polite_history_ends_empty(qtbot: QtBot) -> None:
    with delivery_rig(qtbot) as rig, ClipboardHistory(polite=True) as history, TargetWindow() as target:
        assert rig.formats() == {}
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert WORDS not in rig.copied()
        assert history.texts == []


def test_a_polite_history_knows_what_the_user_copied_only(rig: DeliveryRig) -> None:
    with ClipboardHistory(polite=True) as history, TargetWindow() as target:
        rig.deliver(WORDS)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        rig.bot.waitUntil(lambda: bool(history.texts))
        assert set(history.texts) == {"old"}
