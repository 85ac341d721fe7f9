"""Qt: panes, commands, theme. The only package that knows a screen."""

from reader.window.main_window import MainWindow
from reader.window.running import render, run, window_on

__all__ = ["MainWindow", "render", "run", "window_on"]
