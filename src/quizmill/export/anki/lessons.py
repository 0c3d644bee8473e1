"""A topic's study card: what there is to know, to be read before the topic's questions are asked."""

from __future__ import annotations

from quizmill.bank import markup
from quizmill.bank.markup import Paragraph, Style
from quizmill.bank.model import Bank
from quizmill.compose.study import Chapter, Taught, together
from quizmill.export.anki import html
from quizmill.export.anki.fields import disputed, shared
from quizmill.words import Words, words_in


def write(bank: Bank, chapter: Chapter, images: html.Images) -> dict[str, str]:
    """The fields of a chapter's note, but for `Released`; *images* are its pictures' names in the deck."""
    words = words_in(bank.language)
    places = (html.literal(place.told(words)) for place in together(chapter.passages))
    return {
        "Title": html.literal(html.one_line(chapter.title)),
        "Lessons": "".join(_lesson(passage, images, words) for passage in chapter.passages),
        "Source": html.listing("ul", places, 'class="sources"'),
        "Id": html.literal(chapter.topic),
        **shared(chapter.title, bank.language, bank.license),
    }


def _lesson(passage: Taught, images: html.Images, words: Words) -> str:
    """A lesson; what is said of its facts to their disadvantage stands below it."""
    heading, *rest = markup.blocks(passage.text)
    if isinstance(heading, Paragraph) and all(span.style is Style.STRONG for span in heading.spans):
        shown = f'<h2 dir="auto">{html.run(heading.spans)}</h2>{html.stack(rest, images)}'
    else:
        shown = html.stack((heading, *rest), images)
    doubts = "".join(disputed(doubt, words) for doubt in passage.doubts)
    return f'<section class="lesson" dir="auto">{shown}{doubts}</section>'
