"""Rules that several tests use."""

from reader.library import Rule

ON_KEEPERS = Rule(
    "Keepers", source="Harbour Post, Quay Post", about="ilse brandt", tags=("harbour/keepers",), archive=True
)
