"""The prompt speaks of the article, the text or the author without saying which.

A title of one of the documents, or a context shown with the question, says it.

Why: on a card among others there is no article.

Source: Wozniak, Twenty rules of formulating knowledge, rule 18: provide sources.

Bad:
    prompt: According to the article, when was the Eiffel Tower built?

Good:
    prompt: According to *A Short History of Iron*, when was the Eiffel Tower built?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.check.attribution import names_document
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.quoting import without_quotations
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "unnamed-source"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_TEXT = "article|passage|author|chapter|essay|blog post|lecture|slides?|textbook|transcript|narrator"
_THING = f"{_TEXT}|text|source|document|piece|reading|post|report|writer"  # which may be what is spoken of
_SAYS = "says?|states?|mentions?|describes?|claims?|argues?|suggests?|gives?|calls?|thinks?|believes?|means?"
# A title, a gap or "of …" after the word says which.
_WHICH = r"""(?!\s+(?:of|on|by|called|titled|entitled|about|that|which|whose|["“*_]|(?-i:[A-Z])))"""
_UNNAMED = re.compile(
    rf"""\b(?:(?:according\s+to|per|as\s+(?:stated|mentioned|described|noted|said|given)\s+(?:in|by))
         \s+(?:the|this|that|our)\s+(?:above\s+|given\s+|provided\s+)?(?:{_THING})\b{_WHICH}
       | (?:in|from|by|of)\s+(?:the|this|that|our)\s+(?:above\s+|given\s+|provided\s+)?(?:{_TEXT})\b{_WHICH}
       | (?:in|from)\s+(?:this|the\s+above|the\s+given)\s+(?:{_THING})\b{_WHICH}
       | (?:according\s+to|as\s+(?:told|described)\s+in)\s+(?:the|this)\s+story\b(?!\s+of)
       | (?:the|this)\s+(?:article|passage|text|author|writer)\s+(?:{_SAYS})\b
       | (?:does|did|do)\s+(?:the|this)\s+(?:article|passage|text|author|writer)\b
       | as\s+(?:mentioned|stated|described|discussed|seen|shown)\s+(?:above|earlier|before|in\s+class)\b
       | in\s+(?:this|today['’]s)\s+(?:reading|lecture|lesson|class|unit|course|module)\b
       | in\s+the\s+(?:reading|lecture|lesson)\b(?!\s+of))""",
    re.IGNORECASE | re.VERBOSE,
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the first such turn."""
    if question.context:
        return
    asked = prompt(question)
    found = _UNNAMED.search(without_quotations(asked))
    if found and not names_document(asked, grounds):
        message = f'"{" ".join(found[0].split())}" does not say which'
        yield Finding(
            path=prompt_path(question), message=message, help="name it by its title, or leave it out"
        )
