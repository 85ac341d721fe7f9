"""A reader's edits of the page: what is taken out comes back as it was, and each finds its piece among equal ones."""

from __future__ import annotations

from reader.article import Block, BlockKind, Edit, EditKind, Reason, Removed, article_of, edited

HEADING = Block(BlockKind.HEADING, "What the council says", level=3, origin="line 2")
PAGE = article_of(
    [Block(BlockKind.PARAGRAPH, "One."), HEADING, Block(BlockKind.PARAGRAPH, "Two.")],
    [Removed(Reason.ADVERT, "Polish", "It sells something.", 1, "line 4")],
)


def test_a_block_that_was_taken_out_comes_back_with_its_kind_and_in_its_place() -> None:
    out, back = Edit(EditKind.REMOVE, HEADING.text), Edit(EditKind.RESTORE, HEADING.text)
    without = edited(PAGE, (out,))
    assert HEADING.text not in without.text
    assert [piece.text for piece in without.removed] == ["Polish", HEADING.text]
    assert edited(PAGE, (out, back)) == PAGE


def test_a_removed_piece_comes_back_as_a_paragraph_that_says_so() -> None:
    found = edited(PAGE, (Edit(EditKind.RESTORE, "Polish"),))
    assert [block.text for block in found.blocks] == ["One.", "Polish", HEADING.text, "Two."]
    assert (found.blocks[1].kind, found.blocks[1].why, found.removed) == (BlockKind.PARAGRAPH, "You put this back.", ())


def test_of_equal_blocks_the_counted_one_is_taken_out() -> None:
    page = article_of([Block(BlockKind.PARAGRAPH, text) for text in ("Again.", "Between.", "Again.")])
    found = edited(page, (Edit(EditKind.REMOVE, "Again.", 1),))
    assert [block.text for block in found.blocks] == ["Again.", "Between."]
    assert edited(page, (Edit(EditKind.REMOVE, "Again.", 2),)) == page
