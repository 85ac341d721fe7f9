"""A picture that takes its time does not come between a reader and the dialog they have opened meanwhile."""

from __future__ import annotations

from at_the_window import CTRL, Reader
from invented_people import tell
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from reader.library import Library
from reader.window.pictures import PictureWindow


def test_a_picture_waits_until_the_palette_is_closed(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        tell(library, "Bread rose in Vale.", title="Bread")
    reader.start()
    window = reader.window

    def pictures() -> list[PictureWindow]:
        return [each for each in window.findChildren(PictureWindow) if each.isVisible()]

    def look(palette: QDialog) -> None:
        reader.wait(lambda: window.statusBar().currentMessage() == "")  # it has been counted
        reader.qtbot.wait(100)
        assert pictures() == []
        assert palette.isActiveWindow()
        palette.reject()

    window.registry.run("picture.habits")
    assert window.statusBar().currentMessage() == "Counting…"
    reader.in_dialog(look, Qt.Key.Key_K, CTRL)
    reader.wait(lambda: len(pictures()) == 1)
    pictures()[0].close()
    reader.quit()
