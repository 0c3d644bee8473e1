"""What is asked can be read in more than one way, or not at all.

Found are: two questions in one prompt; `and/or`, `etc.`, things and stuff in the lead, two words parted by
a slash, or two denials; what happened to whom, or in the end; a prompt of fewer than four words that asks
nothing, what the learner does (do you …?); text run together, with broken characters or marks of another
program in it (`[step]`); a figure or passage that is not there; and the main, the biggest or the most
important without whose judgement it is, in a bank that has documents to name. Whether a question can be
answered as it is written a machine mostly cannot tell: less than half of what people find unclear is found,
and this is advice.

Why: a reader who knows the matter must not have to guess what the writer meant.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 7 and 14: avoid opinion; state directions clearly.

Bad:
    prompt: What happened to phlogiston in the end?

Good:
    prompt: Which element took the place of phlogiston in Lavoisier's account of burning?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.fold import fold
from quizmill.bank.model import Cloze, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.lexicons import hits, pattern
from quizmill.check.language.negation import denials
from quizmill.check.language.quoting import without_quotations
from quizmill.check.language.tokens import words
from quizmill.check.rules.item import unfocused_stem
from quizmill.errors import Severity

ID = "ambiguous-wording"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_OPEN_ENDED = pattern(
    "and/or",
    "(?:is|was|has|does)/(?:are|were|have|do)",
    r"[a-z]{3,} / [a-z]{3,}",
    r"etc\.?(?!\w)",
    "stuff",
    r"(?<!of )(?<!two )(?<!three )(?<!four )(?<!five )(?<!these )(?<!living )things?(?! that)",
    "what happened to",
    r"in the end(?=\W*$)",
    "tell me about",
)
_ASKED = re.compile(r"[^\s?]\?(?=\s+[A-Z\"“(]|\s*$)")
_RUN_TOGETHER = re.compile(
    r"[a-z]{3}[.?!](?:The|Which|What|How|Who|When|Where|If|In|It|A|This|He|She|They|Why)\b"
)
# In a bank html-in-text finds these.
_WEB_CODE = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{2,4});|</?(?:p|br|b|i|strong|span|div)\s*/?>")
_BROKEN = re.compile(
    r"\ufffd|[ÃÂ][\u0080-\u00bf]|â€[\u0080-\uffff]?"
)  # UTF-8 that was read as another encoding
_PROGRAM = re.compile(
    r"(?<!\w)\[(?:(?:sub)?steps?|header|title|image|img|figure|video|audio|edit|link|caption"
    r"|citation needed)\]",
    re.IGNORECASE,
)
_HABIT = re.compile(r"^\W*(?:do|did|are|were|have) you\b[^?]*\?\W*$", re.IGNORECASE)
_TITLE = re.compile(r"^\W*how to\b[^?]*$", re.IGNORECASE)
_CUT_OFF = 3  # words, of a last sentence without a verb
_TWICE = re.compile(r"\b(the|a|an|of|is|are|to|in|and|for|with)\s+\1\b", re.IGNORECASE)
_ABSENT = re.compile(
    r"\b(?:(?:figure|diagram|graph|image|picture|passage|chart|map) (?:above|below|shown)"
    r"|(?:above|below|following) (?:figure|diagram|graph|image|picture|passage|chart|map)"
    r"|(?:shown|given|seen) in the (?:figure|diagram|graph|image|picture|chart|map)"
    r"|according to the (?:passage|figure)|in lines? \d+"
    r"|(?:look at|refer to|study|using) the (?:\w+ )?"
    r"(?:figure|diagram|graph|picture|image|chart|map|photo\w*|table))\b",
    re.IGNORECASE,
)
_JUDGED = pattern(r"(?:most important|main|biggest|greatest|key)(?= (?!to\b)\w)")
_WHOSE = re.compile(
    r"\b(?:according|in the (?:view|eyes|opinion|account|words)"
    r"|(?:does|did|do) \w+.{0,200} (?:call|name|say|give|see))\b",
    re.IGNORECASE,
)
_FEWEST = 4  # words
_ASKS = re.compile(
    r"[=\d]|\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|has|have)\b"
    rf"|^(?:{'|'.join(unfocused_stem.TASKS)})\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|do|does|did|can|will|would|should|may|must)\b|\w(?:ed|s)\b"
)
_MOST_LINES = 3  # a stem of more may hold what it speaks of: a passage, a table, code


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, for the first reason."""
    own = without_quotations(_untitled(item))
    for said, help in _reasons(item, own):
        yield Finding(path=item.path, message=said, help=help)
        return


def _reasons(item: Item, own: str) -> Iterator[tuple[str, str]]:
    if own.count("?") > 1 and "\n" not in own and len(asked := _ASKED.findall(own)) > 1:
        yield f"the prompt asks {len(asked)} questions", "ask one of them"
    if found := hits(_OPEN_ENDED, item.asked):
        yield f'"{found[0]}" can mean more than one thing', "say exactly what is asked for"
    if len(denied := denials(item.asked)) > 1:
        yield f'"{denied[0]}" and "{denied[1]}" deny each other', "say what is so"
    if slip := _slip(own):
        yield f'"{slip}" is a slip that leaves the sentence unclear', "mend the text"
    if _is_a_scrap(item):
        yield f'"{item.lead}" does not say what is asked', "ask a whole question"
    if item.chosen and (match := _HABIT.search(own)):
        yield f'"{match[0]}" asks what the learner does, to which any answer is right', "ask what is the case"
    if absent := _is_absent(item, own):
        yield f'"{absent}" is not there', "add it as `image` or `context`"
    if (found := hits(_JUDGED, item.asked)) and item.titles and not _says_whose(item):
        yield f'"{found[0]}" is a judgement, and the prompt does not say whose', "name who says so"


def _untitled(item: Item) -> str:
    """The stem without the titles of documents, which may be questions themselves."""
    if not any(title in item.stem for title in item.titles):
        return item.stem
    return re.sub(
        "|".join(re.escape(title) for title in sorted(item.titles, key=len, reverse=True)), "…", item.stem
    )


def _is_a_scrap(item: Item) -> bool:
    """Whether it has fewer than four words, and neither asks nor is a stem that unfocused-stem finds."""
    said = len(words(item.stem))
    if said >= _FEWEST or item.of(Cloze | TrueFalse) or any(unfocused_stem.check_item(item)):
        return False
    return said == 1 or not _ASKS.search(item.stem)


def cannot_be_answered(item: Item) -> bool:
    """Whether a choice is unclear as judges mean it: no question, a habit, a slip in it, or its data lacking.

    Beside people's labels nothing else that this rule finds has proved right.
    """
    own = _untitled(item)
    unclear = _slip(own) or _WEB_CODE.search(own) or _HABIT.search(own) or _is_absent(item, own)
    return bool(item.chosen and (unclear or _is_a_scrap(item) or _breaks_off(item)))


def _slip(own: str) -> str:
    """The first place where text is run together, doubled, broken, or marked for another program."""
    slips = (_RUN_TOGETHER, _TWICE, _BROKEN, _PROGRAM)
    return next((match[0] for slip in slips if (match := slip.search(own))), "")


def _is_absent(item: Item, own: str) -> str:
    """The figure or passage that is spoken of and not there."""
    if item.illustrated or own.count("\n") >= _MOST_LINES:
        return ""
    match = _ABSENT.search(own)
    return match[0] if match else ""


def _breaks_off(item: Item) -> bool:
    """Whether a choice has no question: a title, a scene that ends, or breaks off after a word or three.

    In a bank unfocused-stem says so.
    """
    if not unfocused_stem.asks_nothing(item):
        return False
    ended = item.stem.rstrip().endswith((".", "!", "。"))
    cut = len(words(item.lead)) <= _CUT_OFF and item.lead != item.stem and not _VERB.search(item.lead)
    return ended or cut or bool(_TITLE.search(item.stem))


def _says_whose(item: Item) -> bool:
    folded = fold(item.stem)
    return bool(_WHOSE.search(item.stem)) or any(fold(title) in folded for title in item.titles)
