"""Reading aloud with the system's voices, sentence by sentence, so that the page can follow along.

The voices come with an extra (`speech`): where it is not installed, or the system has no voice, there is no reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from reader.article import Span
from reader.window.reading.sentences import sentences_of


class Voice(Protocol):
    """What speaks: says a text and calls back when it is done, or fell silent."""

    def say(self, text: str) -> None: ...
    def stop(self) -> None: ...


class Aloud(QObject):
    """Reads a text aloud. `reading` carries the sentence's start and end; `ended` comes when nothing is read any more."""

    reading = Signal(int, int)
    ended = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._text = ""
        self._waiting: list[Span] = []
        self.is_on = False

    def start(self, text: str, offset: int = 0) -> None:
        """Reads from the sentence that holds an offset on."""
        self.stop()
        self._text, self._waiting = text, list(reversed(sentences_of(text, offset)))
        self.is_on = bool(self._waiting)
        self.go_on()

    def go_on(self) -> None:
        """The voice has said what it was given: the next sentence is read, or the end has come."""
        if not self.is_on:
            return
        if not self._waiting:
            self.is_on = False
            self.ended.emit()
            return
        sentence = self._waiting.pop()
        self.reading.emit(*sentence)
        self._voice.say(self._text[sentence.start : sentence.end])

    def stop(self) -> None:
        """Falls silent."""
        if self.is_on:
            self.is_on = False
            self._waiting = []
            self._voice.stop()
            self.ended.emit()


@cache
def engines() -> Sequence[str]:
    """The speech engines that there are; none where the extra is not installed."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return ()
    return tuple(name for name in QTextToSpeech.availableEngines() if name != "mock")


def system_reader(engine: str, language: str | None, parent: QObject) -> Aloud:
    """A reader with the system's voice for a language (BCP 47), or its standard voice. ImportError without the extra."""
    from PySide6.QtTextToSpeech import QTextToSpeech

    speech = QTextToSpeech(engine, parent)
    if language:
        wanted = QLocale(language)
        near = [locale for locale in speech.availableLocales() if locale.language() == wanted.language()]
        if near:
            speech.setLocale(wanted if wanted in near else near[0])
    reader = Aloud(speech, parent)
    ready = QTextToSpeech.State.Ready
    speech.stateChanged.connect(lambda state: reader.go_on() if state == ready else None)
    return reader
