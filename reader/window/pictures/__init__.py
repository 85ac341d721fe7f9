"""Pictures of what articles tell, drawn in the theme: they can be saved as SVG or PNG."""

from reader.window.pictures.habits import Habits
from reader.window.pictures.map_window import MapWindow
from reader.window.pictures.picture import Picture
from reader.window.pictures.picture_window import PictureWindow
from reader.window.pictures.timeline import Timeline
from reader.window.pictures.voices import Voices

__all__ = ["Habits", "MapWindow", "Picture", "PictureWindow", "Timeline", "Voices"]
