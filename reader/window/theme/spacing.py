"""One scale of distances, in device-independent pixels, from which every margin and gap is taken."""

from __future__ import annotations

SPACE = 4
"""The unit of all distances: margins are multiples of it."""
TIGHT, NEAR, WIDE, APART, SECTION = SPACE, 2 * SPACE, 4 * SPACE, 6 * SPACE, 10 * SPACE
"""Between the parts of one thing; between things; from the edge of a pane; between groups; between sections."""
RADIUS = 6
"""How round the corners of fields, buttons and chosen lines are."""
HEADER = 12 * SPACE
"""How high the band at the top of each column is, so that what stands in it is in one line across the window."""
FOCUS_WIDTH = 1.5
"""How wide the outline of what has the keyboard's focus is, beside another ground for it."""
