"""The commands of the window, with the keys that readers of the news know (product conventions: Google Reader's set)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import ListKind
from reader.window.commands.registry import Command
from reader.window.theme import ThemeName

if TYPE_CHECKING:
    from reader.window.deeds import Deeds


def commands(do: Deeds) -> list[Command]:
    """All commands, menu by menu, in the order in which the menus show them."""
    has = do.has_article
    return [
        Command("add.paste", "File", "Paste article", "Add the article that is on the clipboard", do.paste, ("Ctrl+V",)),
        Command("add.open", "File", "Add files…", "Add saved articles: text or HTML files", do.add_files, ("Ctrl+O",)),
        Command("samples.remove", "File", "Remove sample articles", "Put the sample articles in the trash", do.remove_samples),
        Command("window.close", "File", "Quit", "Close Verbatim; everything is saved", do.quit, ("Ctrl+Q",)),
        Command("undo", "Edit", "Undo", "Take back the last change", do.undo, ("Ctrl+Z",), do.can_undo, do.undo_name),
        Command("redo", "Edit", "Redo", "Do again what was taken back", do.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), do.can_redo, do.redo_name),
        Command("quote.copy", "Edit", "Copy quote with citation", "Copy the chosen quotation and where it is from", do.copy_quote, ("Y",), has),
        Command("quote.copy.markdown", "Edit", "Copy quote as Markdown", "Copy the chosen quotation as a Markdown block", do.copy_quote_markdown, ("Shift+Y",), has),
        Command("quote.copy.picture", "Edit", "Copy quote as picture", "Copy the chosen quotation as a picture card", do.copy_quote_picture, ("Ctrl+Shift+Y",), has),
        Command("link.copy", "Edit", "Copy link", "Copy the article's address", do.copy_link, ("Shift+C",), has),
        Command("find", "Edit", "Find in article", "Mark every place where words stand in the article", do.find, ("Ctrl+F",), has),
        Command("find.next", "Edit", "Next hit", "Go to the next place found", do.find_next, ("Ctrl+G", "F3"), has),
        Command("search", "Edit", "Search library", "Search all articles and notes", do.search, ("/", "Ctrl+Shift+F")),
        Command("article.read", "Article", "Mark as read or unread", "Turn the unread mark on or off", do.toggle_read, ("M",), has),
        Command("article.bookmark", "Article", "Bookmark article", "Bookmark the article, or take its bookmark away", do.toggle_bookmark, ("S",), has),
        Command("article.archive", "Article", "Archive", "Move the article to the archive, or back", do.toggle_archive, ("E",), has),
        Command("article.tag", "Article", "Tag…", "Add tags to the article, or take them off", do.tag, ("T",), has),
        Command("article.delete", "Article", "Delete", "Move the article to the trash, or out of it", do.delete, ("Del", "#"), has),
        Command("article.all_read", "Article", "Mark all as read", "Mark every article of this list as read", do.all_read, ("Shift+A",)),
        Command("article.original", "Article", "Open original", "Open the article's address in the browser", do.open_original, ("V",), has),
        Command("article.clean", "Article", "Clean and read anew", "Clean and analyse the article again from what came in", do.clean_anew, ("Ctrl+R",), has),
        Command("note.new", "Annotate", "Write note", "Note on the selected passage, or on the whole article", do.note, ("Ctrl+N",), has),
        Command("passage.bookmark", "Annotate", "Bookmark passage", "Bookmark the selected passage", do.bookmark_passage, ("B", "Ctrl+D"), has),
        Command("quote.speaker", "Annotate", "Set speaker…", "Say who said the chosen quotation", do.set_speaker, ("Shift+S",), has),
        Command("quote.none", "Annotate", "This is no quote", "Take the chosen quotation off the list", do.no_quote, ("X",), has),
        Command("quote.extend", "Annotate", "Extend quote to here", "Let the chosen quotation go as far as the selection or the caret", do.extend_quote, ("Shift+X",), has),
        Command("quote.new", "Annotate", "Selection is a quote…", "Make a quotation of the selected words", do.new_quote, ("W",), has),
        Command("piece.edit", "Annotate", "Put piece back or take it out", "In the Source tab: restore or remove the chosen piece", do.edit_piece, ("Ctrl+Return",), has),
        Command("quote.next", "Go", "Next quote", "Choose the next quotation", do.next_quote, ("Q",), has),
        Command("quote.previous", "Go", "Previous quote", "Choose the previous quotation", do.previous_quote, ("Shift+Q",), has),
        Command("mention.next", "Go", "Next mention", "Go to the next place where the chosen name stands", do.next_mention, ("]",), has),
        Command("mention.previous", "Go", "Previous mention", "Go to the place before", do.previous_mention, ("[",), has),
        Command("article.next", "Go", "Next article", "Open the next article", do.next_article, ("J",)),
        Command("article.previous", "Go", "Previous article", "Open the previous article", do.previous_article, ("K",)),
        Command("article.unread", "Go", "Next unread", "Open the next unread article", do.next_unread, ("N",)),
        Command("page.down", "Go", "Page down", "Scroll a page, then go on to the next unread article", do.page_down, ("Space",)),
        Command("page.up", "Go", "Page up", "Scroll back a page", do.page_up, ("Shift+Space",)),
        Command("article.open", "Go", "Read", "Put the cursor into the article", do.read, ("Return", "O"), has),
        Command("pane.left", "Go", "Pane to the left", "Move to the pane on the left", do.pane_left, ("H", "Shift+F6")),
        Command("pane.right", "Go", "Pane to the right", "Move to the pane on the right", do.pane_right, ("L", "F6")),
        Command("list.next", "Go", "Next list", "Choose the next list or tag", do.next_list, ("Shift+J",)),
        Command("list.previous", "Go", "Previous list", "Choose the previous list or tag", do.previous_list, ("Shift+K",)),
        Command("go.all", "Go", "All articles", "Show all articles", lambda: do.go(ListKind.ALL), ("G, A",)),
        Command("go.unread", "Go", "Unread", "Show unread articles", lambda: do.go(ListKind.UNREAD), ("G, U",)),
        Command("go.bookmarked", "Go", "Bookmarked", "Show bookmarked articles", lambda: do.go(ListKind.BOOKMARKED), ("G, S",)),
        Command("go.noted", "Go", "With notes", "Show articles with notes", lambda: do.go(ListKind.NOTED), ("G, N",)),
        Command("go.archive", "Go", "Archive", "Show the archive", lambda: do.go(ListKind.ARCHIVE), ("G, E",)),
        Command("go.trash", "Go", "Trash", "Show the trash", lambda: do.go(ListKind.TRASH), ("G, T",)),
        *(
            Command(f"tab.{i + 1}", "View", f"{name} tab", f"Show the inspector's {name} tab", lambda i=i: do.tab(i), (f"Alt+{i + 1}",))  # type: ignore[misc]
            for i, name in enumerate(("Quotes", "People & places", "Timeline", "Notes", "Source"))
        ),
        Command("quotes.group", "View", "Group quotes by speaker", "List the quotations speaker by speaker, or in order", do.group_quotes, ("Ctrl+Shift+G",), has, checked=do.quotes_grouped),
        Command("quotes.filter", "View", "Next kind of quotes", "List all quotations, or those of one kind or certainty", do.filter_quotes, ("F",), has),
        Command("source.raw", "View", "What came in", "Show the article's source as it came in, or what was taken away", do.toggle_raw, ("Ctrl+U",), has, checked=do.raw_shown),
        Command("view.sidebar", "View", "Sidebar", "Show or hide the lists", do.toggle_sidebar, ("Ctrl+B",), checked=do.sidebar_shown),
        Command("view.inspector", "View", "Inspector", "Show or hide the inspector", do.toggle_inspector, ("Ctrl+I",), checked=do.inspector_shown),
        Command("zoom.in", "View", "Larger text", "Set the article larger", do.zoom_in, ("Ctrl+=", "Ctrl++")),
        Command("zoom.out", "View", "Smaller text", "Set the article smaller", do.zoom_out, ("Ctrl+-",)),
        Command("zoom.reset", "View", "Standard text", "Set the article in the standard size", do.zoom_reset, ("Ctrl+0",)),
        Command("view.clear", "View", "Quiet marks", "Put out what is lit, and close the search", do.quiet, ("Esc",)),
        *(
            Command(f"theme.{name}", "View", f"{name.value.title()} theme", f"Use the {name.value} theme", lambda name=name: do.theme(name), checked=lambda name=name: do.theme_is(name))  # type: ignore[misc]
            for name in ThemeName
        ),
        Command("palette", "Help", "All commands…", "Find a command by its name and do it", do.palette, ("Ctrl+K", "Ctrl+Shift+P")),
        Command("help", "Help", "Keys", "Show every command and its keys", do.help, ("?", "F1")),
        Command("about", "Help", "About Verbatim", "Show the version and where the library lies", do.about),
    ]  # fmt: skip
