"""Why a response earned what it did: codes with values, which become sentences where a person reads."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from quizmill.bank.model import NameKind
from quizmill.words import Message, Value, Words


class Reason(StrEnum):
    """What a mark may say; each is the key of a text in `words`, which shows the values it takes."""

    # In the author's words
    WHY_NOT = "reason.why_not"
    WHY_NOT_OPTION = "reason.why_not_option"
    CORRECTION = "reason.correction"

    # How much of it is right
    PICKED = "reason.picked"
    PICKED_SOME_WRONG = "reason.picked_some_wrong"
    PAIRS = "reason.pairs"
    STEPS = "reason.steps"
    BLANKS = "reason.blanks"
    BLANK = "reason.blank"  # of one blank, why
    POINTS = "reason.points"
    NAMED = "reason.named"
    NAMED_SOME_WRONG = "reason.named_some_wrong"
    TOO_MANY_NAMED = "reason.too_many_named"

    # No answer to any question
    DENIAL = "reason.denial"
    SEVERAL = "reason.several"
    RANGE = "reason.range"
    TOO_LONG = "reason.too_long"

    # Dates
    TWO_READINGS = "reason.two_readings"
    SHORT_YEAR = "reason.short_year"
    DECADE = "reason.decade"
    ANOTHER_YEAR = "reason.another_year"
    DATE_PARTLY = "reason.date_partly"
    DATE_LACKS = "reason.date_lacks"
    HEDGED = "reason.hedged"
    SAID_FINER = "reason.said_finer"  # and right all the same
    OTHERWISE_FINER = "reason.otherwise_finer"

    # Numbers, sums and measures
    ABOVE = "reason.above"
    BELOW = "reason.below"
    POINT_READ = "reason.point_read"
    TOO_FAR_OFF = "reason.too_far_off"
    TOO_FAR_FROM_LEAST = "reason.too_far_from_least"
    TOO_FAR_FROM_MOST = "reason.too_far_from_most"
    WRONG_SIGN = "reason.wrong_sign"
    NO_SCALE = "reason.no_scale"
    WRONG_SCALE = "reason.wrong_scale"
    ROUNDED = "reason.rounded"
    NO_CURRENCY = "reason.no_currency"
    WRONG_CURRENCY = "reason.wrong_currency"
    NO_SUM_ASKED = "reason.no_sum_asked"
    NO_UNIT = "reason.no_unit"
    WRONG_UNIT = "reason.wrong_unit"
    DOUBTFUL_UNIT = "reason.doubtful_unit"
    COUNT_ASKED = "reason.count_asked"

    # Names and other words
    MISSPELT = "reason.misspelt"  # and right all the same
    CHECK_SPELLING = "reason.check_spelling"
    CHARACTERS = "reason.characters"
    CAPITALS = "reason.capitals"
    SPELLING = "reason.spelling"
    ANOTHER_WORD = "reason.another_word"
    ANOTHER_PERSON = "reason.another_person"
    ANOTHER_COMPANY = "reason.another_company"
    ANOTHER_PLACE = "reason.another_place"
    ANOTHER_PRODUCT = "reason.another_product"
    ANOTHER_NAME = "reason.another_name"
    PART_ALONE = "reason.part_alone"
    NAME_WANTED_ALONE = "reason.name_wanted_alone"
    THAT_WANTED_ALONE = "reason.that_wanted_alone"
    VALUE_WANTED_ALONE = "reason.value_wanted_alone"

    # What no marker finds
    APPEALED = "reason.appealed"
    NOT_REACHED = "reason.not_reached"


ENDS = tuple(".!?…。！？")  # of sentences
BY_AUTHOR = (Reason.WHY_NOT, Reason.WHY_NOT_OPTION, Reason.CORRECTION)  # sentences, shown as they are written


def because(reason: Reason, **values: Value) -> Message:
    """A reason with the values of its text."""
    return Message(reason, values)


def another(kind: NameKind) -> Reason:
    """The reason for an answer that names another thing of this kind."""
    match kind:
        case NameKind.PERSON:
            return Reason.ANOTHER_PERSON
        case NameKind.COMPANY:
            return Reason.ANOTHER_COMPANY
        case NameKind.PLACE:
            return Reason.ANOTHER_PLACE
        case NameKind.PRODUCT:
            return Reason.ANOTHER_PRODUCT
        case NameKind.OTHER:
            return Reason.ANOTHER_NAME


def feedback(reasons: Iterable[Message], words: Words) -> str:
    """The reasons of a mark as one text: clauses, then the author's sentences; empty when there are none."""
    told = ""
    for reason in reasons:
        text = words.say(reason)
        if not told:
            told = text
        elif reason.key not in BY_AUTHOR:
            told = words("list.clauses", first=told, second=text)
        elif told.endswith(ENDS):
            told = words("list.sentences", first=told, second=text)
        else:
            told = words("list.clause_and_sentence", first=told, second=text)
    return told
