"""The language of the window: the reader's choice, or the first of the system's that there is a translation for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader.article import resource, translate_by

CONTEXT = "Verbatim"
ENGLISH = "en"
_kept: list[QTranslator] = []
"""Those that are installed; Qt does not keep them alive."""


def languages() -> dict[str, Path]:
    """The languages that there are translations for, each with its file."""
    return {path.stem.removeprefix("verbatim_"): path for path in resource("translations").glob("verbatim_*.qm")}


def chosen_language(wanted: str, of_system: Iterable[str]) -> str:
    """The language to speak: the one that is wanted, else the first of the system's that Verbatim speaks, else English.

    The system's are named as Qt does, the dearest first ("de-AT", "de", "en-GB").
    """
    known = {ENGLISH, *languages()}
    if wanted in known:
        return wanted
    return next((name for each in of_system if (name := each.partition("-")[0].lower()) in known), ENGLISH)


def speak(application: QApplication, wanted: str) -> str:
    """Lets the window speak a language from now on, Qt's own buttons too; which one it is."""
    language = chosen_language(wanted, QLocale.system().uiLanguages())
    while _kept:
        application.removeTranslator(_kept.pop())
    if language == ENGLISH:
        translate_by(None)
    else:
        ours = QTranslator()
        ours.load(str(languages()[language]))
        _kept.append(ours)
        translate_by(lambda text, n: ours.translate(CONTEXT, text, "", n) or "")
        of_qt = QTranslator()
        if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
            _kept.append(of_qt)
    locale = QLocale(language) if language != QLocale.system().name().partition("_")[0] else QLocale.system()
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    return language
