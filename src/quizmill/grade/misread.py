"""A line that cannot be an answer: why not, and what one looks like, as codes with values."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from quizmill.words import Message, Value


class Fault(StrEnum):
    """Why a line cannot be an answer; each is the key of a text in `words`."""

    NO_SUCH_OPTION = "fault.no_such_option"
    NOT_AN_OPTION = "fault.not_an_option"
    ONE_OPTION = "fault.one_option"
    LETTER_TWO_WAYS = "fault.letter_two_ways"
    TWICE = "fault.twice"
    NOT_A_TRUTH = "fault.not_a_truth"
    DATE_TWO_WAYS = "fault.date_two_ways"
    NUMBER_TWO_WAYS = "fault.number_two_ways"
    LETTER_AMONG_DIGITS = "fault.letter_among_digits"
    WORD_TWO_WAYS = "fault.word_two_ways"
    BLANKS = "fault.blanks"
    NOT_A_PAIR = "fault.not_a_pair"
    NO_SUCH_NUMBER = "fault.no_such_number"
    NO_SUCH_LETTER = "fault.no_such_letter"
    JOINED_TWICE = "fault.joined_twice"
    NOT_AN_ORDER = "fault.not_an_order"
    NO_SUCH_STEP = "fault.no_such_step"
    STEP_TWICE = "fault.step_twice"
    STEPS = "fault.steps"

    # On paper
    SPREADSHEET = "fault.spreadsheet"
    LETTER_FOR_VALUE = "fault.letter_for_value"
    NUMBERS_FOR_BOXES = "fault.numbers_for_boxes"
    LETTERS_FOR_BOXES = "fault.letters_for_boxes"
    NOT_A_PLACE = "fault.not_a_place"
    NOT_MARKS = "fault.not_marks"

    # On a page that was handed in
    ESSAY_UNMARKED = "fault.essay_unmarked"

    # On a sheet that was scanned
    DOUBTFUL = "fault.doubtful"
    TO_TYPE = "fault.to_type"
    UNSEEN = "fault.unseen"


class Help(StrEnum):
    """What an answer looks like; each is the key of a text in `words`."""

    ONE_LETTER = "help.one_letter"
    LETTERS = "help.letters"
    LETTER_IN_BRACKETS = "help.letter_in_brackets"
    TRUTH = "help.truth"
    MONTH_IN_LETTERS = "help.month_in_letters"
    NO_COMMAS = "help.no_commas"
    THREE_DIGITS = "help.three_digits"
    DIGITS = "help.digits"
    IN_DIGITS = "help.in_digits"
    BARS = "help.bars"
    NO_BARS = "help.no_bars"
    PAIRS = "help.pairs"
    ORDER = "help.order"

    # On paper
    APOSTROPHE = "help.apostrophe"
    VALUE = "help.value"
    NUMBERS_IN_BOXES = "help.numbers_in_boxes"
    NUMBERS_IN_BOXES_ONCE = "help.numbers_in_boxes_once"
    LETTERS_IN_BOXES = "help.letters_in_boxes"
    MARKS = "help.marks"
    WITHOUT_SIGN = "help.without_sign"
    TYPE_IT = "help.type_it"
    SCAN_IT = "help.scan_it"


class Misread(msgspec.Struct, frozen=True):
    """Why a line cannot be an answer, and what one looks like."""

    reason: Message
    help: Message


def fault(code: Fault, **values: Value) -> Message:
    """Why a line cannot be an answer, with the values of its text."""
    return Message(code, values)


def advice(code: Help, **values: Value) -> Message:
    """What an answer looks like, with the values of its text."""
    return Message(code, values)
