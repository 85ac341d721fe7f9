"""Sets of keys that readers bring from elsewhere, over Verbatim's own: only what differs stands here.

Google Reader's set is what its heirs (Miniflux, Feedbin, FreshRSS) have in common; NetNewsWire's is from its help page
"Keyboard Shortcuts" (the arrow keys go through lists everywhere); Vim's are its motions and the bracket commands of its
users, where they fit. A key given here is taken from the command that has it as a standard (`Keymap.resolved`).
"""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Verbatim": {},
    "Google Reader": {
        "article.next": ("J",),
        "article.previous": ("K",),
        "article.unread": ("N",),
        "article.open": ("O", "Return"),
        "article.bookmark": ("S",),
        "article.read": ("M",),
        "article.all_read": ("Shift+A",),
        "article.original": ("V",),
        "article.tag": ("T",),
        "list.next": ("Shift+N",),
        "list.previous": ("Shift+P",),
        "person.pair": ("Ctrl+Alt+P",),
        "view.sidebar": ("U", "Ctrl+B"),
        "zoom.in": ("=", "Ctrl+=", "Ctrl++"),
        "zoom.out": ("-", "Ctrl+-"),
        "search": ("/", "Ctrl+Shift+F"),
    },
    "Vim": {
        "article.first": ("G, G",),
        "article.last": ("Shift+G",),
        "article.unread": ("], U",),
        "article.delete": ("D, D", "Del"),
        "article.clean": ("Ctrl+Alt+R",),
        "article.fetch": ("Ctrl+E",),
        "quote.next": ("], Q",),
        "quote.previous": ("[, Q",),
        "mention.next": ("], M",),
        "mention.previous": ("[, M",),
        "page.down": ("Ctrl+F", "Ctrl+D", "Space"),
        "page.up": ("Ctrl+B", "Ctrl+U", "Shift+Space"),
        "passage.bookmark": ("B",),
        "pane.left": ("H", "Ctrl+W, H", "Shift+F6"),
        "pane.right": ("L", "Ctrl+W, L", "F6"),
        "find": ("/",),
        "find.next": ("N", "F3"),
        "search": ("G, /", "Ctrl+Shift+F"),
        "source.raw": ("G, F",),
        "view.sidebar": ("Z, S",),
        "undo": ("U", "Ctrl+Z"),
        "redo": ("Ctrl+R", "Ctrl+Shift+Z"),
        "palette": (":", "Ctrl+K"),
        "window.quit": ("Shift+Z, Shift+Z", "Ctrl+Q"),
    },
    "NetNewsWire": {
        "article.next": ("J", "Ctrl+Down"),
        "article.previous": ("Ctrl+Up",),
        "article.unread": ("N", "+"),
        "article.read": ("R", "U"),
        "article.all_read": ("K",),
        "article.bookmark": ("S",),
        "article.original": ("B", "Return", "Ctrl+Return"),
        "article.open": ("O",),
        "feed.refresh_all": ("Ctrl+Shift+R",),
        "list.next": ("Z",),
        "list.previous": ("A",),
        "passage.bookmark": ("Ctrl+D",),
        "piece.edit": ("Ctrl+Shift+Return",),
    },
}
