"""Sets of keys that readers bring from elsewhere, over Verbatim's own: only what differs stands here.

Google Reader's set is what its heirs (Miniflux, Feedbin, FreshRSS) have in common; NetNewsWire's is from its help page,
"Keyboard Shortcuts"; Vim's moves are those of its manual ("motion.txt") and of readers that follow it (Newsboat).
A command that loses its keys to another one's is given none here, or others.
"""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Verbatim": {},
    "Google Reader": {},
    "Vim": {},
    "NetNewsWire": {},
}
