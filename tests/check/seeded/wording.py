"""Flaws in how any question is worded."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from check.seeded.mutation import TITLE, aimed, ask, asked, before_end, prefixed
from check.seeded.pictures import DRAWING, FALSE_MP3, LECTURE, MISCALLED, OGG_SOUND, PAGE, SCAN, WHOLE
from quizmill.bank.model import (
    Audio,
    Cloze,
    Distractor,
    Essay,
    Image,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Question,
    ShortAnswer,
    TrueFalse,
)

_TYPED = ShortAnswer | Numerical
_ASKING = MultipleChoice | MultipleResponse | ShortAnswer | Numerical
_VERB = r"(?P<verb>did|does|was|is|were|are|has|had)\b"
_STATES = re.compile(r"\*Lei Jun\b|\baccording to\b|\b(?:calls?|says?|names?|counts?|describes?)\b", re.I)


def asks_twice(question: Question) -> Question | None:
    """Two questions in one prompt."""
    if not isinstance(question, _ASKING) or "?" not in asked(question)[-1:] or _titled_question(question):
        return None
    return prefixed(question, "What is known?")


def repeats_a_word(question: Question) -> Question | None:
    return ask(question, TITLE.sub(lambda m: m[0], asked(question)).replace(" of ", " of of ", 1))


def points_at_a_picture_that_is_not_there(question: Question) -> Question | None:
    if question.context or question.image or isinstance(question, Cloze | TrueFalse):
        return None
    return prefixed(question, "Look at the diagram below.")


def has_a_hole(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice | MultipleResponse | TrueFalse):
        return None
    return before_end(question, " ____")


def says_blank(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice | MultipleResponse):
        return None
    return ask(question, f"{asked(question)} [blank]")


def begins_with_idle_talk(question: Question) -> Question | None:
    """Two sentences that nobody needs."""
    if not isinstance(question, MultipleChoice | MultipleResponse | ShortAnswer) or question.context:
        return None
    if len(asked(question).split()) < 12:
        return None
    talk = (
        "On long winter evenings many readers enjoy tales of ambition, told by the fire with a cup of tea. "
        "Such tales fill whole shelves in the libraries of small towns, and their covers shine like gold."
    )
    return prefixed(question, talk)


def turns_on_a_contraction(question: Question) -> Question | None:
    """`Which step didn't he take`, in place of the one he took."""
    if not isinstance(question, _TYPED | MultipleChoice) or not question.prompt.startswith(
        ("Which ", "What ")
    ):
        return None
    if re.search(r"\b(?:if|when|because|that|who)\b", question.prompt):
        return None
    return ask(question, re.sub(rf"(?<= ){_VERB}", r"\g<verb>n't", question.prompt, count=1))


def asks_for_the_exception(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not question.prompt.startswith(("Which ", "What ")):
        return None
    return prefixed(question, "All of these but one answer the question, so name the one that is not right:")


def asks_and_why(question: Question) -> Question | None:
    """`When and why did …`."""
    if not isinstance(question, _TYPED | MultipleChoice):
        return None
    start = r"^((?:(?:In|On|By|From|At|For) )?(?:what|which|who|when|where|how)\b[^?,*]*?) "
    return ask(question, re.sub(start + _VERB, r"\1 and why \g<verb>", question.prompt, count=1, flags=re.I))


def praises_whom_it_asks_about(question: Question) -> Question | None:
    text = asked(question)
    if TITLE.search(text) or _STATES.search(f"{text} {question.context}") or "'s" in text:
        return None
    return ask(question, re.sub(r"(?<= )(?:Lei Jun|Xiaomi|Amazon)\b", r"the visionary \g<0>", text, count=1))


def says_that_all_agree(question: Question) -> Question | None:
    """`…, needless to say?`"""
    return before_end(question, ", needless to say") if isinstance(question, _ASKING | Essay) else None


def says_that_it_is_obvious(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice | Essay):
        return None
    return ask(question, re.sub(rf"(?<= ){_VERB}", r"\g<verb> obviously", asked(question), count=1))


def puts_he_for_the_name(question: Question) -> Question | None:
    """`What did he …`, where only the pronoun's name could have told who."""
    found = re.match(
        r"^[A-Z][a-z]*(?: [a-z]+)* (?:did|was|does|is|had|has) (?=Lei Jun\b(?!'s))", asked(question)
    )
    rest = asked(question)[found.end() :] if found else ""
    if not found or "," in rest or rest.count("Lei Jun") > 1 or question.context or question.image:
        return None
    return ask(question, found[0] + rest.replace("Lei Jun", "he"))


def tells_time_from_now(question: Question) -> Question | None:
    text = asked(question)
    counted = r"\d|\b(?:after|since|before|following|when|then|at the time|from the|\w+ing of)\b"
    if TITLE.search(text + question.context) or re.search(counted, f"{text} {question.context}"):
        return None
    return before_end(question, " five years ago")


def says_true_or_false(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice):
        return None
    wrong = (Distractor(text="False"),)
    return replace(prefixed(question, "True or false:"), answer="True", distractors=wrong)


def asks_nothing(question: Question) -> Question | None:
    """The source and the year stay; what is asked goes."""
    found, years = TITLE.findall(asked(question)), re.findall(r"\b(?:19|20)\d\d\b", asked(question))
    if not isinstance(question, MultipleChoice | MultipleResponse) or not found or "?" in "".join(found):
        return None
    if isinstance(question, MultipleResponse) or any(":" in title for title in found):
        return None
    return ask(question, f"Lei Jun in {' and in '.join(found)}{' in ' + years[0] if years else ''}")


def shows_a_picture_that_is_not_there(question: Question) -> Question | None:
    return replace(question, image=Image(file="images/harbour.png", alt="A harbour"))


def shows_a_picture_from_outside(question: Question) -> Question | None:
    return replace(question, image=Image(file="../harbour.png", alt="A harbour"))


def shows_what_is_no_picture(question: Question) -> Question | None:
    return replace(question, image=Image(file=PAGE, alt="A harbour"))


def shows_what_nobody_describes(question: Question) -> Question | None:
    return replace(question, explanation=f"{question.explanation}\n\n![]({WHOLE})")


def tells_why_by_a_picture_that_is_not_there(question: Question) -> Question | None:
    return replace(question, explanation=f"{question.explanation}\n\n![A harbour](images/harbour.png)")


def shows_a_drawing(question: Question) -> Question | None:
    return replace(question, image=Image(file=DRAWING, alt="A harbour"))


def shows_a_scan_of_too_many_pixels(question: Question) -> Question | None:
    return replace(question, image=Image(file=SCAN, alt="A harbour"))


def shows_a_picture_by_an_odd_name(question: Question) -> Question | None:
    return replace(question, image=Image(file=MISCALLED, alt="A harbour"))


def plays(question: Question, file: str) -> Question:
    return replace(question, audio=Audio(file=file, transcript="Gulls and a ship's bell."))


def plays_a_sound_that_is_not_there(question: Question) -> Question | None:
    return plays(question, "sounds/harbour.mp3")


def plays_a_sound_from_outside(question: Question) -> Question | None:
    return plays(question, "/harbour.mp3")


def plays_what_is_no_sound(question: Question) -> Question | None:
    return plays(question, PAGE)


def plays_an_ogg_called_mp3(question: Question) -> Question | None:
    return plays(question, FALSE_MP3)


def plays_an_ogg(question: Question) -> Question | None:
    return plays(question, OGG_SOUND)


def plays_a_lecture(question: Question) -> Question | None:
    return plays(question, LECTURE)


def is_adorned_with_a_sign(question: Question) -> Question | None:
    return before_end(question, " 🎉")


def is_explained_in_another_script(question: Question) -> Question | None:
    return replace(question, explanation=f"{question.explanation} (小米, שיאומי)")


def turns_the_text_unseen(question: Question) -> Question | None:
    return ask(question, f"{asked(question)}\u200f")


def explains_nothing(question: Question) -> Question | None:
    return replace(question, explanation="")


def runs_on(question: Question) -> Question | None:
    """A typed question of more words than a card bears."""
    if not isinstance(question, _TYPED | Cloze) or len(asked(question).split()) < 10:
        return None
    talk = (
        "Among the many moments in the long history of trade that people like to retell to their friends at "
        "dinner, to guests at parties or to children at bedtime, there is one to recall here."
    )
    return prefixed(question, talk)


def is_explained_by_a_hint(question: Any) -> Question | None:
    """The hint is the answer."""
    if not isinstance(question, _TYPED | MultipleChoice) or len(question.answer) < 5:
        return None
    return replace(question, hint=f"The answer is {question.answer}.")


def says_the_answer_first(question: Any) -> Question | None:
    """`Kingsoft is well known. Which company …`."""
    if not isinstance(question, ShortAnswer) or len(question.answer) < 5:
        return None
    if re.search(r"\b(?:or|which of|earlier|later|larger|first|more|older|less)\b", question.prompt, re.I):
        return None
    return prefixed(question, f"Here is a card about {question.answer}.")


def _titled_question(question: Question) -> bool:
    return any("?" in title for title in TITLE.findall(asked(question)))


WORDING = aimed(
    {
        "ambiguous-wording": (
            asks_twice,
            repeats_a_word,
            points_at_a_picture_that_is_not_there,
        ),
        "answer-in-prompt": (is_explained_by_a_hint, says_the_answer_first),
        "blank-in-stem": (has_a_hole, says_blank),
        "discuss-leading": (says_that_all_agree, says_that_it_is_obvious),
        "explanation-missing": (explains_nothing,),
        "gratuitous-stem": (begins_with_idle_talk,),
        "audio-broken": (plays_what_is_no_sound, plays_an_ogg_called_mp3),
        "audio-large": (plays_a_lecture,),
        "audio-missing": (plays_a_sound_that_is_not_there, plays_a_sound_from_outside),
        "audio-not-everywhere": (plays_an_ogg,),
        "image-broken": (shows_what_is_no_picture,),
        "drawing-reduced": (shows_a_drawing,),
        "image-not-everywhere": (
            shows_a_scan_of_too_many_pixels,
            shows_a_picture_by_an_odd_name,
        ),
        "image-missing": (
            shows_a_picture_that_is_not_there,
            shows_a_picture_from_outside,
            tells_why_by_a_picture_that_is_not_there,
        ),
        "image-undescribed": (shows_what_nobody_describes,),
        "long-prompt": (runs_on,),
        "negative-stem": (turns_on_a_contraction, asks_for_the_exception),
        "not-atomic": (asks_and_why,),
        "opinion-as-fact": (praises_whom_it_asks_about,),
        "orphan-pronoun": (puts_he_for_the_name,),
        "relative-time": (tells_time_from_now,),
        "text-unprintable": (
            is_adorned_with_a_sign,
            is_explained_in_another_script,
            turns_the_text_unseen,
        ),
        "tf-as-options": (says_true_or_false,),
        "unfocused-stem": (asks_nothing,),
    }
)
