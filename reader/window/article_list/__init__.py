"""The article list: read like the index of a newspaper, paged from the library as it is scrolled."""

from reader.window.article_list.drawing import set_lines
from reader.window.article_list.model import FOUND_ROWS, PAGE_ROWS, ROW, ArticleModel
from reader.window.article_list.telling import age, empty_sentence, printed_day, spoken
from reader.window.article_list.view import ArticleList

__all__ = [
    "FOUND_ROWS",
    "PAGE_ROWS",
    "ROW",
    "ArticleList",
    "ArticleModel",
    "age",
    "empty_sentence",
    "printed_day",
    "set_lines",
    "spoken",
]
