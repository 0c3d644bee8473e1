"""What each fault means that is in how a file or a text in it is written; `pages` has the others."""

from __future__ import annotations

from quizmill.bank.reader.page import Page
from quizmill.errors import Severity

PAGES = {
    "control-character": Page(
        "A backslash in double quotes has become a character that cannot be seen.",
        "in double quotes `\\f` is a form feed and `\\b` a backspace, and nothing else of a command is left.",
        'prompt: "Is \\frac{1}{3} more than a quarter?"',
        "prompt: 'Is \\frac{1}{3} more than a quarter?'",
    ),
    "cut-short": Page(
        "A number sign after a space begins a comment, and the text ends before it.",
        "YAML does so without a word; the learner would read half a question.",
        "prompt: What did song #1 tell?",
        'prompt: "What did song #1 tell?"',
    ),
    "duplicate-key": Page(
        "A field stands twice in one record.",
        "YAML would take the second and forget the first.",
        "answer: Amazon\nanswer: Kingsoft",
        "answer: Amazon",
    ),
    "lost-backslash": Page(
        "A backslash in double quotes has become a tab or a line break where a command of LaTeX is meant.",
        "in double quotes `\\t` is a tab and `\\n` a line break, and what is left of `\\times` is `imes`.",
        'prompt: "How much is 3 \\times 4?"',
        "prompt: 'How much is 3 \\times 4?'",
        Severity.WARNING,
    ),
    "merge-conflict": Page(
        "A merge conflict is left in the file.",
        "only its authors know which of the two versions is right; until then the first is read.",
        "<<<<<<< HEAD\n    prompt: Who bought it?\n=======\n    prompt: Who took it over?\n>>>>>>> theirs",
        "    prompt: Who bought it?",
    ),
    "not-utf-8": Page(
        "A file is not written in UTF-8.",
        "its letters would be guessed, and some guessed wrong.",
        "saved as Windows-1252 or UTF-16",
        "saved as UTF-8",
    ),
    "split-number": Page(
        "A comma parts a number in a list in brackets.",
        "YAML makes two items of it without a word. In a list without any spaces it may be meant, and warns.",
        "distractors: [16,000, 20,000]",
        'distractors: ["16,000", "20,000"]',
    ),
    "split-quotation": Page(
        "A comma parts a quotation in typographic marks in a list in brackets.",
        "YAML knows straight quotation marks alone, and makes two items of it without a word.",
        "distractors: [“Allegro, ma non troppo”, Largo]",
        'distractors: ["Allegro, ma non troppo", Largo]',
    ),
    "stray-braces": Page(
        "Double braces in a cloze hold no blank: one pair of them is missing, or a blank stands in a blank.",
        "what should be a blank would be shown with its braces, the answer among them.",
        'text: "The heart of a horse has {{four} chambers, that of a frog {{three}}."',
        'text: "The heart of a horse has {{four}} chambers, that of a frog {{three}}."',
    ),
    "syntax": Page(
        "The file is no YAML at this place.",
        "what cannot be read is left out, so the question is lost until it is mended.",
        "prompt: Joyo: who bought it?",
        'prompt: "Joyo: who bought it?"',
    ),
    "yaml-feature": Page(
        "The file uses an anchor, an alias or a tag.",
        "bank files are plain, so that everyone can read them and a hostile one cannot grow without end.",
        "prompt: *common",
        'prompt: "*Common* sense"',
    ),
}
