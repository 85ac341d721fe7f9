"""Who hears whom in the main window: what is chosen, asked and told in its parts, and the deed that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


def wire(w: MainWindow) -> None:
    """Lets the parts of a window hear each other."""
    do, page, inspector = w.deeds, w.page, w.inspector
    w.sidebar.chosen.connect(do.choose_list)
    w.sidebar.across_chosen.connect(do.go_across)
    w.sidebar.place_chosen.connect(do.show_place)
    w.annotations.asked.connect(do.ask_annotations)
    w.annotations.chosen.connect(do.read_annotation)
    w.annotations.opened.connect(do.open_annotation)
    w.annotations.deleted.connect(do.drop_annotation)
    w.annotations.copied.connect(do.copy_annotation)
    w.asker.failed.connect(w.tell)
    w.importing.failed.connect(w.tell)
    w.importing.was_read.connect(do.preview_import)
    w.importing.progress.connect(do.show_import_progress)
    w.importing.brought.connect(do.imported)
    w.people.page.same_asked.connect(do.same)
    w.people.page.never_asked.connect(do.never)
    w.add_field.added.connect(lambda mime: w.adder.add_mime(mime, "paste"))
    w.articles.opened.connect(w.open_article)
    w.searching.chosen.connect(do.open_answer)
    w.find_bar.words.connect(do.find_words)
    w.find_bar.step.connect(do.find_step)
    w.find_bar.closed.connect(do.quiet)
    page.mention_clicked.connect(do.point_out)
    page.quote_clicked.connect(do.point_out_quote)
    w.said.connect(w.say)
    w.told.connect(w.tell)
    w.selection_bar.coloured.connect(do.highlight_in)
    w.selection_bar.noted.connect(do.note)
    w.selection_bar.bookmarked.connect(do.bookmark_passage)
    page.mention_pointed.connect(inspector.point_at_entity)
    page.quote_pointed.connect(inspector.point_at_quote)
    inspector.quote_chosen.connect(do.light_quote)
    inspector.entity_chosen.connect(do.light_entity)
    inspector.mention_step.connect(do.step_mention)
    inspector.date_chosen.connect(do.light_date)
    inspector.note_chosen.connect(do.light_note)
    inspector.note_edited.connect(do.save_note)
    inspector.note_deleted.connect(do.delete_note)
    inspector.edit_asked.connect(do.edit_blocks)
    inspector.raw_asked.connect(do.show_raw)
    w.adder.article_added.connect(do.came_in)
    w.adder.article_changed.connect(do.changed)
    w.adder.article_analysed.connect(do.analysed)
    w.adder.refused.connect(w.tell)
    w.adder.address_given.connect(do.want)
    w.gathering.told.connect(do.gathered)
    w.adder.busy.connect(w.progress.setText)


def give_context_menus(w: MainWindow) -> None:
    """Gives the parts of a window the commands for what they show."""
    for widget, place in (
        (w.sidebar, "lists"),
        (w.articles, "articles"),
        (w.annotations.cards, "annotations"),
        (w.page, "page"),
        *zip(w.inspector.lists, ("quotes", "names", "dates", "notes", "source"), strict=False),
    ):
        w.registry.give_context_menu(widget, place)
