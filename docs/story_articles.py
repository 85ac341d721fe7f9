"""Invented articles that tell one story in several outlets, and some before it: for the pictures of people and stories."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Told:
    """One article, as an outlet tells it."""

    outlet: str
    author: str
    day: str
    title: str
    text: str

    def page(self) -> str:
        """The article as a page of its outlet."""
        meta = f'<meta property="og:site_name" content="{escape(self.outlet)}">'
        meta += f'<meta property="article:published_time" content="{self.day}">'
        author = f'<p class="byline">By {escape(self.author)}</p>' if self.author else ""
        text = "".join(f"<p>{escape(part)}</p>" for part in self.text.strip().split("\n\n"))
        head = f"<head><title>{escape(self.title)}</title>{meta}</head>"
        return f"<html lang=en>{head}<body><article><h1>{escape(self.title)}</h1>{author}{text}</article></body></html>"


ARTICLES = (
    Told(
        "Harbour Post",
        "Ada Lund",
        "2026-03-14",
        "Ferry board puts night boat to Skarvik on trial",
        """
The ferry board of Nordhaven will run a night boat to the island of Skarvik for one summer.

“We will count every passenger, and then we will see,” said Ilse Brandt, chairwoman of the Nordhaven Ferry Board. Ms Brandt said the boat would cost nine thousand crowns a night.

Harbour master Tomas Wieck welcomed the trial. “An island without a night boat is half an island,” Wieck said.
""",
    ),
    Told(
        "Quay Times",
        "Per Aune",
        "2026-06-02",
        "Night boat is full, says ferry board",
        """
The night boat between Nordhaven and Skarvik carried four hundred passengers in its first week.

“I did not believe the numbers until I stood on the quay myself,” said Ilse Brandt, who chairs the Nordhaven Ferry Board. Brandt told reporters that Tomas Wieck had been right about the night boat all along.

The island's mayor, Nora Quist, asked for a second boat. “People plan their lives by this ferry,” Quist said.
""",
    ),
    Told(
        "Harbour Post",
        "Ada Lund",
        "2026-10-03",
        "Ferry board ends night boat to Skarvik after crew refuses to sail",
        """
The night boat between Nordhaven and the island of Skarvik will stop on Sunday, the Nordhaven Ferry Board said on Saturday, after its crew refused to sail with two hands on deck.

“We will not send four people out at night to do the work of seven, whatever the timetable promises,” said Ilse Brandt, chairwoman of the Nordhaven Ferry Board.

Captain Lise Moen, who led the refusal, said the crew had warned the board since August. “Nobody sleeps on that boat, and one night somebody will pay for it,” Moen said.

Skarvik's mayor, Nora Quist, called the decision a betrayal of the island. “People plan their lives by this ferry, and now they are told on a Saturday that it stops on a Sunday,” Quist said.
""",
    ),
    Told(
        "Quay Times",
        "Per Aune",
        "2026-10-03",
        "Skarvik loses its night boat as crew and board clash",
        """
The Nordhaven Ferry Board is ending the night boat to Skarvik on Sunday because its crew refuses to sail with two hands on deck.

“We will not send four people out at night to do the work of seven,” Ilse Brandt, who chairs the board, told reporters in Nordhaven on Saturday. Brandt said that Tomas Wieck had offered the board a smaller boat.

Harbour master Tomas Wieck confirmed the offer. “The boat is ready, and so is her captain,” said Wieck.

“Nobody sleeps on that boat,” said Captain Lise Moen.
""",
    ),
    Told(
        "Coast Radio",
        "",
        "2026-10-04",
        "Night boat to Skarvik stops on Sunday",
        """
The night boat from Nordhaven to Skarvik stops on Sunday. The ferry board ended the service after its crew refused to sail with two hands on deck.

“People plan their lives by this ferry and now they are told on Saturday that it stops on Sunday,” complained Nora Quist, the mayor of Skarvik.

The Nordhaven Ferry Board did not want to comment.
""",
    ),
    Told(
        "Island Letter",
        "",
        "2026-10-05",
        "Island of Skarvik will sail without the ferry board, says mayor",
        """
The island of Skarvik will charter a night boat of its own after the Nordhaven Ferry Board stopped the service on Sunday, Mayor Nora Quist announced on Monday.

“We have buried nobody for want of a boat yet, and we shall not begin with it,” Quist said. The mayor said she had spoken with harbour master Tomas Wieck.

“Nobody sleeps on that boat, and one night somebody will pay for it,” a member of the crew had warned when the crew refused to sail with two hands on deck.
""",
    ),
)
