"""What every Clipboard promises. Subclasses give the rig: the fake, Qt offscreen, and X11."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from v2m_desktop.core.targets import Client, Clipboard, ClipboardSnapshot

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0f01f0005000201ff5c20b0690000000049454e44ae426082"
)


@dataclass
class Rig:
    """A clipboard, and other programs that use it. `marker` is a format that `private` adds."""

    clipboard: Clipboard
    copy: Callable[[Mapping[str, bytes]], None]
    wait: Callable[[Callable[[], bool]], None]
    """Wait until it holds."""
    read: Callable[[str], bytes | None]
    """The content of a format as another program gets it; None if it is not offered."""
    marker: str
    reader: Callable[[], int] = lambda: 0
    """Pid of the program that read last; 0 where the system does not tell who reads."""
    kind: Callable[[str], object] = lambda name: None
    """The type of a format as another program gets it, where formats have types."""

    def look(self) -> ClipboardSnapshot:
        """Everything that the clipboard holds."""
        self.clipboard.look()
        self.wait(lambda: self.clipboard.seen() is not None)
        snapshot = self.clipboard.seen()
        assert snapshot is not None
        return snapshot


class ClipboardContract:
    """Each test gets a `rig` fixture from the subclass."""

    def test_published_text_can_be_read_and_each_read_is_noted(self, rig: Rig) -> None:
        rig.clipboard.publish("palabras ñ", private=True)
        assert rig.clipboard.owned()
        assert rig.clipboard.reads() == ()
        assert rig.read("text/plain") == "palabras ñ".encode()
        assert len(rig.clipboard.reads()) == 1
        assert rig.read("text/plain") == "palabras ñ".encode()
        first, second = rig.clipboard.reads()
        assert first.at_ns < second.at_ns

    def test_publishing_again_begins_a_new_count(self, rig: Rig) -> None:
        rig.clipboard.publish("one", private=True)
        rig.read("text/plain")
        rig.clipboard.publish("two", private=True)
        assert rig.clipboard.reads() == ()
        assert rig.read("text/plain") == b"two"

    def test_only_private_text_is_marked(self, rig: Rig) -> None:
        rig.clipboard.publish("words", private=True)
        assert rig.read(rig.marker) == b"secret"
        assert rig.clipboard.reads() == ()
        rig.clipboard.publish("words", private=False)
        assert rig.read(rig.marker) is None

    def test_a_copy_by_somebody_else_ends_the_ownership(self, rig: Rig) -> None:
        assert not rig.clipboard.owned()
        rig.clipboard.publish("words", private=True)
        rig.copy({"text/plain": b"mine"})
        assert not rig.clipboard.owned()
        assert rig.read("text/plain") == b"mine"

    def test_what_was_copied_since_the_look_stays(self, rig: Rig) -> None:
        rig.copy({"text/plain": b"old"})
        rig.look()
        rig.copy({"text/plain": b"mine"})
        rig.clipboard.publish("words", private=True, over_seen=True)
        assert not rig.clipboard.owned()
        assert rig.read("text/plain") == b"mine"
        rig.look()
        rig.clipboard.publish("words", private=True, over_seen=True)
        assert rig.clipboard.owned()
        assert rig.read("text/plain") == b"words"

    def test_only_what_is_ours_is_replaced_by_what_was_there(self, rig: Rig) -> None:
        rig.copy({"text/plain": b"old"})
        old = rig.look()
        for snapshot in (old, ClipboardSnapshot({})):
            rig.clipboard.publish("words", private=True)
            rig.copy({"text/plain": b"mine"})
            rig.clipboard.restore(snapshot, over_ours=True)
            assert rig.read("text/plain") == b"mine"
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(old, over_ours=True)
        assert not rig.clipboard.owned()
        assert rig.read("text/plain") == b"old"

    def test_what_is_there_is_seen_whoever_owns_it(self, rig: Rig) -> None:
        rig.copy({"text/plain": b"mine"})
        assert rig.look().complete
        rig.clipboard.publish("words", private=True)
        assert rig.look().complete
        rig.clipboard.restore(ClipboardSnapshot({}))
        assert rig.look() == ClipboardSnapshot({})

    def test_news_come_with_each_read(self, rig: Rig) -> None:
        news: list[int] = []
        rig.clipboard.publish("words", private=True)
        rig.clipboard.news = lambda: news.append(len(rig.clipboard.reads()))
        assert rig.read("text/plain") == b"words"
        rig.wait(lambda: bool(news) and news[-1] == 1)

    def test_news_come_with_the_loss(self, rig: Rig) -> None:
        news: list[bool] = []
        rig.clipboard.publish("words", private=True)
        rig.clipboard.news = lambda: news.append(rig.clipboard.owned())
        rig.copy({"text/plain": b"mine"})
        rig.wait(lambda: bool(news) and not news[-1])

    def test_who_read_is_told_where_the_system_tells(self, rig: Rig) -> None:
        rig.clipboard.publish("words", private=True)
        assert rig.read("text/plain") == b"words"
        [read] = rig.clipboard.reads()
        if rig.reader():
            assert read.reader is not None
            assert read.reader.is_surely(Client(process=rig.reader()))
        else:
            assert read.reader is None

    def test_who_reads_what_came_back_is_told_where_the_system_tells(self, rig: Rig) -> None:
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(ClipboardSnapshot({"text/plain": b"old"}))
        assert rig.read("text/plain") == b"old"
        readers = [read.reader for read in rig.clipboard.reads()]
        if rig.reader():
            assert [reader.process for reader in readers if reader is not None] == [rig.reader()]
        else:
            assert readers == []

    def test_a_rich_copy_comes_back_byte_for_byte_with_its_types(self, rig: Rig) -> None:
        content = {
            "text/plain": "rich ñ € 👩\u200d💻".encode(),
            "text/html": "<b>rich</b> ñ".encode(),
            "text/uri-list": b"file:///tmp/a%20b\r\n",
            "image/png": PNG,
            "application/x-something": bytes(range(256)) * 3 + b"\0",
        }
        rig.copy(content)
        kinds = {name: rig.kind(name) for name in content}
        snapshot = rig.look()
        assert snapshot.complete
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(snapshot)
        assert {name: rig.read(name) for name in content} == content
        assert {name: rig.kind(name) for name in content} == kinds

    def test_every_format_comes_back(self, rig: Rig) -> None:
        for content in (
            {"text/plain": "old ñ".encode()},
            {"image/png": PNG},
            {"text/uri-list": b"file:///tmp/a%20b\r\nfile:///tmp/c\r\n"},
            {"text/plain": b"bold", "text/html": b"<b>bold</b>"},
        ):
            rig.copy(content)
            snapshot = rig.look()
            assert snapshot.complete
            rig.clipboard.publish("words", private=True)
            rig.clipboard.restore(snapshot)
            assert not rig.clipboard.owned()
            assert {name: rig.read(name) for name in content} == content

    def test_an_empty_clipboard_comes_back_empty(self, rig: Rig) -> None:
        snapshot = rig.look()
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(snapshot)
        assert rig.read("text/plain") is None

    def test_text_of_ours_left_there_is_content_like_any_other(self, rig: Rig) -> None:
        rig.clipboard.publish("left", private=False)
        snapshot = rig.look()
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(snapshot)
        assert rig.read("text/plain") == b"left"
        assert not rig.clipboard.owned()
