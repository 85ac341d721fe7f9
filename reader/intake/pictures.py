"""A picture from the web, decoded and written anew: only our own bytes are ever shown. For a worker process."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

from PIL import Image, ImageOps

from reader.article import UnreadableInput

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_PIXELS = 16_000_000
LONGEST_SIDE = 1600
SMALLEST_SIDE = 48
ICON_SIDE = 32
QUALITY = 85


@dataclass(frozen=True)
class Redrawn:
    """A picture as it may be shown."""

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


def redrawn(content: bytes, *, icon: bool = False) -> Redrawn:
    """The first frame of a picture, no larger than a page needs, without metadata.

    UnreadableInput where it is none, too large, or too small to be one that people look at.
    """
    formats = (*FORMATS, "ICO") if icon else FORMATS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=formats) as opened:
                width, height = opened.size
                if width * height > MAX_PIXELS or (not icon and min(width, height) < SMALLEST_SIDE):
                    raise UnreadableInput("The picture is too large or too small to be shown.")
                side = ICON_SIDE if icon else LONGEST_SIDE
                opened.draft("RGB", (side, side))
                turned = ImageOps.exif_transpose(opened) or opened
                clear = icon or "A" in turned.getbands() or "transparency" in turned.info
                made = turned.convert("RGBA" if clear else "RGB")
    except UnreadableInput:
        raise
    except (OSError, ValueError, SyntaxError, TypeError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableInput("The picture is damaged, or of a kind that is not shown.") from None
    made.thumbnail((side, side))
    out = io.BytesIO()
    if clear:
        made.save(out, "PNG", optimize=True)
    else:
        made.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Redrawn(out.getvalue(), "image/png" if clear else "image/jpeg", made.width, made.height)
