"""Offsets in code points and positions in UTF-16 units, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.article import BLOCK_JOINT
from reader.window.reading.positions import Placed, Positions, code_points, utf16_length

WORDS = st.text(
    st.one_of(st.characters(blacklist_categories=("Cs", "Cc")), st.sampled_from("🎺𠀀👩\u200d🚀é")), min_size=1
)


@given(WORDS)
def test_length_is_that_of_the_encoding(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(WORDS, st.data())
def test_units_of_a_prefix_lead_back_to_it(text: str, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(text)))
    assert code_points(text, utf16_length(text[:count])) == count


@pytest.mark.parametrize(("units", "count"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (9, 3)], ids=str)
def test_half_a_pair_counts_as_its_whole(units: int, count: int) -> None:
    assert code_points("a🎺b", units) == count


def placed(texts: list[str], before: str = "Title") -> tuple[Positions, str, str]:
    """Blocks below a title: where they stand, the article's text, and the document's."""
    blocks, start, position = [], 0, utf16_length(before) + 1
    for text in texts:
        blocks.append(Placed(start, text, position))
        start += len(text) + len(BLOCK_JOINT)
        position += utf16_length(text) + 1
    return Positions(blocks), BLOCK_JOINT.join(texts), "\n".join([before, *texts])


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_offset_in_a_block_leads_to_a_position_and_back(texts: list[str]) -> None:
    positions, _, _ = placed(texts)
    start = 0
    for text in texts:
        for offset in range(start, start + len(text) + 1):
            assert positions.offset(positions.position(offset)) == offset
        start += len(text) + len(BLOCK_JOINT)


@given(st.lists(st.text("ab 🎺𠀀é", min_size=1), min_size=1, max_size=4), st.data())
def test_a_span_selects_the_same_words_in_a_real_document(texts: list[str], data: st.DataObject) -> None:
    positions, _, page = placed(texts)
    document = QTextDocument(page)
    at = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[at])))
    end = data.draw(st.integers(start, len(texts[at])))
    offset = sum(len(text) + len(BLOCK_JOINT) for text in texts[:at])
    cursor = QTextCursor(document)
    cursor.setPosition(positions.position(offset + start))
    cursor.setPosition(positions.position(offset + end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == texts[at][start:end]


def test_outside_the_text() -> None:
    positions, _, _ = placed(["one", "two"])
    assert positions.offset(2) is None, "that is the title"
    assert positions.nearest(2) == 0
    assert positions.position(4) == positions.position(3), "between two blocks: the end of the first"
    assert positions.position(99) == 6 + 3 + 1 + 3
    assert positions.nearest(99) == len("one") + len(BLOCK_JOINT) + len("two")


def test_no_blocks_at_all() -> None:
    empty = Positions([])
    assert (empty.position(5), empty.offset(0), empty.nearest(3)) == (0, None, 0)
