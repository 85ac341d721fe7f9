"""The guide in the window: the pages of the documentation, read offline, with links between them and search."""

from reader.window.guide.view import GuideView, open_guide

__all__ = ["GuideView", "open_guide"]
