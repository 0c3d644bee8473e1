"""What some output cannot show: texts that cannot be printed, and pictures that not every output takes."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image as Pillow

from quizmill.bank.markup import escape
from quizmill.bank.model import (
    Audio,
    Bank,
    Cloze,
    Distractor,
    Essay,
    Fact,
    Image,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    Source,
    Topic,
    TrueFalse,
)
from quizmill.check.context import context_of
from quizmill.check.rules.bank import image_not_everywhere, text_unprintable
from quizmill.compose.paper import compose
from quizmill.errors import ExportRefused, Severity
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.printed_picture import picture
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

NOWHERE = Path(__file__).parent


def asked(prompt: str, answer: str = "Chlorophyll", **more: str) -> str:
    """A short answer as YAML, in flow style so that a text may be quoted with its escapes."""
    fields = "".join(f", {name}: {text}" for name, text in ({"facts": "[tea-book/leaf]"} | more).items())
    return f'- {{id: a, type: short_answer, prompt: "{prompt}", answer: "{answer}"{fields}}}'


def found(bank: Bank, rule=text_unprintable) -> list[str]:
    return [finding.message for finding in rule.check_bank(bank, context_of(bank, NOWHERE))]


def bank_of(*questions, **more) -> Bank:
    topic = Topic(id="t", title=more.pop("topic", "T"), questions=questions)
    return Bank(**{"title": "B", "namespace": "b", "topics": (topic,), **more})


class TestTextUnprintable:
    def test_a_sign_that_no_font_has(self, lint):
        assert lint("text-unprintable", asked("Which gas do plants take up 🌱?")) == [
            "question_bank/t.yaml:3:41: warning[text-unprintable] cannot be printed: "
            "U+1F331 SEEDLING is in none of the fonts\n"
            "  help: write it another way; if it is for the terminal and Anki alone, as paper refuses it: "
            "allow: {text-unprintable: not for paper}"
        ]

    def test_all_of_a_question_is_one_finding_at_the_first_of_it(self, lint):
        (told,) = lint("text-unprintable", asked("Who said 안녕?", "Kim 🎉 שלום"))

        assert told.startswith(
            "question_bank/t.yaml:3:41: warning[text-unprintable] cannot be printed: "
            "U+C548 HANGUL SYLLABLE AN is in none of the fonts "
            "(also U+B155, U+1F389, U+05E9, U+05DC, U+05D5 and U+05DD)\n"
        )

    @pytest.mark.parametrize(
        ("text", "told", "cure"),
        [
            (
                "سلام",
                "U+0633 ARABIC LETTER SEEN is of a script written from right to left "
                "(also U+0644, U+0627 and U+0645)",
                "write it in Latin letters",
            ),
            ("א", "U+05D0 HEBREW LETTER ALEF is of a script written from right to left", None),
            ("ߊ", "U+07CA NKO LETTER A is of a script written from right to left", None),
            (
                "क",
                "U+0915 DEVANAGARI LETTER KA is of a script whose letters change with their neighbours",
                "write it in Latin letters",
            ),
            ("ไ", "U+0E44 THAI CHARACTER SARA AI MAIMALAI is of a script whose letters change with", None),
            ("\\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE turns the direction of the text unseen", "remove it"),
            ("\\u200f", "U+200F RIGHT-TO-LEFT MARK turns the direction of the text unseen", "remove it"),
            ("\\uE000", "U+E000 is a control character or none at all", "remove it"),
            ("𝒙", "U+1D499 MATHEMATICAL BOLD ITALIC SMALL X is in none of the fonts", "write it another way"),
            ("𠮷", "U+20BB7 CJK UNIFIED IDEOGRAPH-20BB7 is in none of the fonts", "write it another way"),
            ("👍🏽", "U+1F44D THUMBS UP SIGN is in none of the fonts (also U+1F3FD)", "write it another way"),
        ],
    )
    def test_why_and_what_to_do(self, lint, text, told, cure):
        (line,) = lint("text-unprintable", asked(f"Which {text}?"))

        assert f"cannot be printed: {told}" in line
        assert cure is None or f"help: {cure}; if it is" in line

    @pytest.mark.parametrize(
        "text",
        [
            "2 H₂O → 2 H₂ + O₂, ΔH < 0; ∫₀^∞ e⁻ˣ dx = 1; √2 ∉ ℚ; ¬(p ∧ q) ⇔ ¬p ∨ ¬q; |ψ⟩",
            "Café, façade, Łódź, Ångström, ǘ, Việt Nam, Pīnyīn, ʃ ŋ ə ˈ, Ἀχιλλεύς, Пётр, Ґ, ҚАЗАҚ, Բարև",
            "雷军 2004年，“小米”；日本語のカタカナ、ひらがな々〆ー。ㄅㄆㄇ",
            "☀ ☂ ♠ ♥ ✓ ✗ ★ ☎ ♫ ♀ ⚀ ← ↔ ⇒ ∴ ° ′ ″ € ₹ £ ¥ № § ¶ † ‡ …",
            "❤\ufe0f is red, ☀\ufe0e is text; so\u00ad ft hyphen, zero\u200bwidth, a\u200db, no\u2060break",
            "Cafe\u0301 and n\u0303, composed or not; g\u0303; x\u0305",
            "a\u00a0b\u2009c\u202fd \t tab",
            "<p dir=rtl>&#128512;</p> {{ template }} ${HOME} \\alpha `rm -rf /` %s $x$",
        ],
    )
    def test_what_paper_shows(self, text):
        assert found(bank_of(ShortAnswer(id="a", prompt=text, answer=text, explanation=text))) == []

    def test_what_paper_leaves_out(self):
        picture = Image(file="a.png", alt="🎉", credit="Ann")
        question = ShortAnswer(id="a", prompt="Who?", answer="I", hint="🎉", tags=("🎉",), image=picture)

        assert found(bank_of(question)) == []

    def test_it_can_be_allowed(self, lint):
        question = asked("Which 🌱?", allow="{text-unprintable: not for paper}")

        assert lint("text-unprintable", question) == lint("unused-allow", question) == []

    def test_facts_documents_and_titles(self, lint, tmp_path):
        source = """\
            id: tea-book
            title: "A Book 📗"
            facts:
              - {id: leaf, paragraph: 2, says: Tea is a leaf 🍃., doubt: "x"}
              - {id: root, paragraph: 3, says: Nobody asks for this 🎉.}
            """
        told = lint(
            "text-unprintable",
            asked("From what is tea?"),
            source=source,
            bank="title: Tea 🍵\nnamespace: t-t\nseeds: ../seeds\n",
        )

        assert [line.splitlines()[0] for line in told] == [
            "question_bank/bank.yaml:1:8: warning[text-unprintable] cannot be printed: "
            "U+1F375 TEACUP WITHOUT HANDLE is in none of the fonts",
            "seeds/tea-book.yaml:2:8: warning[text-unprintable] cannot be printed: "
            "U+1F4D7 GREEN BOOK is in none of the fonts",
            "seeds/tea-book.yaml:4:36: warning[text-unprintable] cannot be printed: "
            "U+1F343 LEAF FLUTTERING IN WIND is in none of the fonts",
        ]

    def test_the_title_of_a_topic(self):
        assert found(bank_of(ShortAnswer(id="a", prompt="Who?", answer="I"), topic="Tea 🍵")) == [
            'the title of the topic "t" cannot be printed: '
            "U+1F375 TEACUP WITHOUT HANDLE is in none of the fonts"
        ]

    def test_a_bank_in_such_a_script_is_told_once_and_a_slip_in_it_by_itself(self, lint):
        questions = "\n".join(
            f"- {{id: q{n}, type: short_answer, prompt: ما هو الشاي {n}؟, answer: نبات{n}}}" for n in range(3)
        )
        told = lint(
            "text-unprintable",
            questions + '\n- {id: p, type: short_answer, prompt: "ما 🎉؟", answer: نبات}',
            bank="title: الشاي\nnamespace: t-t\nlanguage: ar\n",
        )

        assert told == [
            "question_bank/bank.yaml:1:1: advice[text-unprintable] 4 of 4 questions cannot be printed: "
            "U+0645 ARABIC LETTER MEEM is of a script written from right to left\n"
            "  help: the terminal and Anki show them; if that is enough, in bank.yaml: "
            "allow: {text-unprintable: not for paper}",
            "question_bank/t.yaml:6:41: warning[text-unprintable] cannot be printed: "
            "U+1F389 PARTY POPPER is in none of the fonts\n"
            "  help: write it another way; if it is for the terminal and Anki alone, as paper refuses it: "
            "allow: {text-unprintable: not for paper}",
        ]

    @pytest.mark.parametrize(
        ("odd", "total", "lines"), [(1, 1, 1), (1, 2, 1), (2, 3, 1), (2, 4, 2), (20, 60, 20), (21, 60, 1)]
    )
    def test_where_the_way_of_a_bank_begins(self, odd, total, lines):
        words = [f"하나 {n}" if n < odd else f"one {n}" for n in range(total)]
        bank = bank_of(*(ShortAnswer(id=f"q{n}", prompt="Ask", answer=word) for n, word in enumerate(words)))

        assert len(found(bank)) == lines

    def test_a_hostile_text_takes_no_time(self):
        texts = ["🎉" * 1_000_000, "".join(map(chr, range(0x10000, 0x20000))), "é\u200b" * 500_000]
        before = time.perf_counter()
        for text in texts:
            found(bank_of(ShortAnswer(id="a", prompt=text, answer="x")))

        assert time.perf_counter() - before < 20  # seconds; it takes half of one


CHOICE = MultipleChoice(
    id="q", prompt="P", answer="A", distractors=(Distractor(text="B"), Distractor(text="C"))
)
SOUND = Audio(file="a.mp3", transcript="T")
SOURCE = Source(id="s", title="S", facts=(Fact(id="f", paragraph=1, says="F"),))


def _fact(**changes):
    def with_text(text: str) -> Bank:
        fact = replace(SOURCE.facts[0], **dict.fromkeys(changes, text))
        return bank_of(replace(CHOICE, facts=("s/f",)), sources=(replace(SOURCE, facts=(fact,)),))

    return with_text


PLACES = {
    "prompt": lambda t: bank_of(replace(CHOICE, prompt=t)),
    "context": lambda t: bank_of(replace(CHOICE, context=t)),
    "explanation": lambda t: bank_of(replace(CHOICE, explanation=t)),
    "answer": lambda t: bank_of(replace(CHOICE, answer=t)),
    "distractor": lambda t: bank_of(replace(CHOICE, distractors=(Distractor(text=t),))),
    "why": lambda t: bank_of(replace(CHOICE, distractors=(Distractor(text="B", why=t),))),
    "hint": lambda t: bank_of(replace(CHOICE, hint=t)),
    "tag": lambda t: bank_of(replace(CHOICE, tags=(t,))),
    "answers": lambda t: bank_of(
        MultipleResponse(id="q", prompt="P", answers=("A", t), distractors=(Distractor(text="B"),))
    ),
    "correction": lambda t: bank_of(TrueFalse(id="q", prompt="P", answer=False, correction=t)),
    "needless correction": lambda t: bank_of(TrueFalse(id="q", prompt="P", answer=True, correction=t)),
    "accept": lambda t: bank_of(ShortAnswer(id="q", prompt="P", answer="A", accept=(t,))),
    "unit": lambda t: bank_of(Numerical(id="q", prompt="P", answer="5", unit=t)),
    "needless unit": lambda t: bank_of(Numerical(id="q", prompt="P", answer="5 km", unit=t)),
    "tolerance": lambda t: bank_of(Numerical(id="q", prompt="P", answer="5", tolerance=t)),
    "cloze": lambda t: bank_of(Cloze(id="q", text=f"{t} {{{{A}}}}")),
    "after a blank": lambda t: bank_of(Cloze(id="q", text=f"{{{{A}}}}{t}")),
    "blank": lambda t: bank_of(Cloze(id="q", text=f"P {{{{A{t}|{t}}}}}")),
    "left": lambda t: bank_of(Matching(id="q", prompt="P", pairs=((t, "B"), ("C", "D")))),
    "right": lambda t: bank_of(Matching(id="q", prompt="P", pairs=(("A", t), ("C", "D")))),
    "extra": lambda t: bank_of(Matching(id="q", prompt="P", pairs=(("A", "B"), ("C", "D")), extra=(t,))),
    "step": lambda t: bank_of(Ordering(id="q", prompt="P", sequence=("A", t, "C"))),
    "point": lambda t: bank_of(Essay(id="q", prompt="P", points=(Point(point=t),))),
    "fact": _fact(says=1),
    "time": _fact(as_of=1),
    "doubt": _fact(doubt=1),
    "document": lambda t: bank_of(replace(CHOICE, facts=("s/f",)), sources=(replace(SOURCE, title=t),)),
    "short title": lambda t: bank_of(
        replace(CHOICE, facts=("s/f",)), sources=(replace(SOURCE, short_title=t),)
    ),
    "document not asked": lambda t: bank_of(CHOICE, sources=(replace(SOURCE, title=t),)),
    "sound's file": lambda t: bank_of(replace(CHOICE, audio=replace(SOUND, file=t))),
    "what is said": lambda t: bank_of(replace(CHOICE, audio=replace(SOUND, transcript=t))),
    "whose it is": lambda t: bank_of(replace(CHOICE, audio=replace(SOUND, credit=t))),
    "topic": lambda t: bank_of(CHOICE, topic=t),
    "title": lambda t: bank_of(CHOICE, title=t),
}
TRICKY = st.sampled_from(
    [
        *"é\u0301\u0338\u0305\u093f\u3099\u20e3\u200b\u200d\u00ad\ufe0f\ufe0e\u200f\u061c\u202a\u2066\u2028",
        *"\x85\x07\t\n *`\\雷が한א٣क🎉\ue000\ufdd0\ufffd\ufffc\u212b\uf900\u1100\u1161\u0340Ω∫",
    ]
)
TEXTS = st.text(TRICKY | st.characters(codec="utf-8", exclude_characters="{|}"), max_size=12)


def is_printed(bank: Bank) -> bool:
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    refused = 0
    for print_ in (
        lambda: worksheet(paper, WorksheetOptions(sections="topic")),
        lambda: answer_key(paper, WorksheetOptions()),
        lambda: flashcards(paper, FlashcardOptions()),
    ):
        try:
            print_()
        except ExportRefused:
            refused += 1
    return refused == 0


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(sorted(PLACES)), TEXTS)
@example("unit", "한")
@example("needless unit", "한")
@example("needless correction", "한")
@example("why", "한")
def test_nothing_is_found_exactly_where_sheet_key_and_cards_print_it(place, text):
    bank = PLACES[place](f"x{escape(text)}")

    assert (found(bank) == []) == is_printed(bank)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_each_place_alone(place):
    bank = PLACES[place]("x 한")

    assert (found(bank) == []) == is_printed(bank)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def drawn(kind: str, size: tuple[int, int] = (3, 2), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Pillow.new(mode, size).save(out, kind)
    return out.getvalue()


class TestImageNotEverywhere:
    def found(self, lint, tmp_path, pictures: dict[str, bytes], total: int = 9) -> list[str]:
        folder = tmp_path / "question_bank"
        folder.mkdir(exist_ok=True)
        for file, data in pictures.items():
            (folder / file).write_bytes(data)
        shown = [*pictures, *[""] * (total - len(pictures))]
        questions = [
            f"- {{id: q{n}, type: true_false, prompt: P{n}, answer: true, facts: [tea-book/leaf]"
            + (f", image: {{file: {file}, alt: Tea}}}}" if file else "}")
            for n, file in enumerate(shown)
        ]
        return lint("image-not-everywhere", "\n".join(questions))

    def test_a_bitmap(self, lint, tmp_path):
        assert self.found(lint, tmp_path, {"heart.bmp": drawn("BMP")}) == [
            'question_bank/t.yaml:3:96: warning[image-not-everywhere] the image "heart.bmp" is a BMP '
            "picture, which paper does not take\n"
            "  help: save it as PNG; if it is never for paper, which refuses it: allow: "
            "{image-not-everywhere: not for paper}"
        ]

    def test_a_drawing_with_letters_that_paper_lacks(self, lint, tmp_path):
        data = b'<svg xmlns="http://www.w3.org/2000/svg"><text>\xf0\x9f\x8c\xb1</text></svg>'

        assert self.found(lint, tmp_path, {"heart.svg": data}) == [
            'question_bank/t.yaml:3:96: warning[image-not-everywhere] the image "heart.svg" has letters that '
            "cannot be printed: U+1F331 SEEDLING is in none of the fonts\n"
            "  help: write them another way; if it is never for paper, which refuses it: allow: "
            "{image-not-everywhere: not for paper}"
        ]

    def test_a_picture_that_anki_does_not_know_by_its_name(self, lint, tmp_path):
        assert self.found(lint, tmp_path, {"heart.jfif": drawn("JPEG")}) == [
            'question_bank/t.yaml:3:96: warning[image-not-everywhere] the image "heart.jfif" has no ending '
            "by which Anki takes it for a picture\n"
            "  help: call it by what it is: .avif, .bmp, .gif, .jpeg, .jpg, .png, .svg, .webp; "
            "if it is never for Anki, which refuses it: allow: {image-not-everywhere: not for Anki}"
        ]

    def test_too_many_pixels(self, lint, tmp_path):
        (told,) = self.found(lint, tmp_path, {"scan.png": drawn("PNG", (5_001, 5_000), "1")})

        assert 'the image "scan.png" has more than 25 million pixels, which paper does not take\n' in told
        assert "help: make it smaller; if" in told

    @pytest.mark.parametrize("kind", ["GIF", "JPEG", "PNG", "WEBP"])
    def test_what_every_output_shows(self, lint, tmp_path, kind):
        assert self.found(lint, tmp_path, {"heart.png": drawn(kind)}) == []

    @pytest.mark.parametrize("data", [b"", b"II*\0", b"not a picture"])
    def test_what_no_output_shows_is_an_error_of_another_rule(self, lint, tmp_path, data):
        assert self.found(lint, tmp_path, {"heart.png": data}) == []

    def test_a_bank_of_bitmaps_is_told_once(self, lint, tmp_path):
        avif = b"\0\0\0\x1cftypavif\0\0\0\0avif"
        pictures = {**{f"{n}.bmp": drawn("BMP") for n in range(5)}, "x.avif": avif}

        bitmaps, other = self.found(lint, tmp_path, pictures)
        assert bitmaps == (
            "question_bank/bank.yaml:1:1: advice[image-not-everywhere] the image of 5 of 9 questions is a "
            'BMP picture, which paper does not take: "0.bmp" is the first\n'
            "  help: save it as PNG; if they are never for paper, which refuses them, in bank.yaml: "
            "allow: {image-not-everywhere: not for paper}"
        )
        assert 'warning[image-not-everywhere] the image "x.avif" is an AVIF picture' in other

    @pytest.mark.parametrize("file", ["a.png", "a.svg", "a.tif"])
    @pytest.mark.parametrize("data", [SVG, *map(drawn, ["GIF", "JPEG", "PNG", "WEBP", "BMP", "TIFF"])])
    def test_what_is_silent_is_printed_and_what_warns_is_refused(self, tmp_path, file, data):
        (tmp_path / file).write_bytes(data)
        bank = bank_of(replace(CHOICE, image=Image(file=file, alt="A")), CHOICE, CHOICE)
        context = context_of(bank, tmp_path)
        shown = context.pictures[file]
        told = [*image_not_everywhere.check_bank(bank, context)]
        try:
            picture(data, 100, 100)
            printed = True
        except ValueError:
            printed = False

        assert printed == (not any(limit.output == "paper" for limit in shown.limits)) or shown.flaw
        assert [finding.severity for finding in told] == [None] * len(shown.limits)


def test_neither_is_more_than_a_warning():
    assert {text_unprintable.SEVERITY, image_not_everywhere.SEVERITY} == {Severity.WARNING}


class TestDrawingReduced:
    def found(self, lint, tmp_path, inner: str, attributes: str = 'viewBox="0 0 9 9"') -> list[str]:
        folder = tmp_path / "question_bank"
        folder.mkdir()
        data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'
        (folder / "heart.svg").write_text(data, encoding="utf-8")
        question = "id: a, type: short_answer, prompt: What is it?, answer: A heart, facts: [tea-book/leaf]"
        return lint("drawing-reduced", f"- {{{question}, image: {{file: heart.svg, alt: A heart}}}}")

    def test_what_does_more_than_draw(self, lint, tmp_path):
        inner = "<script/><image href='http://a.example/b.png'/><g onclick='x()'/><iframe/><b/><i/><u/>"

        assert self.found(lint, tmp_path, inner) == [
            'question_bank/t.yaml:3:109: warning[drawing-reduced] the drawing "heart.svg" is shown without '
            "what does more than draw: <script>, a reference to http://a.example/b.png, the attribute "
            "onclick, <iframe>, <b> and 2 more\n"
            "  help: save it without that, as plain SVG"
        ]

    def test_what_paper_lacks(self, lint, tmp_path):
        assert self.found(lint, tmp_path, '<g filter="url(#f)" style="mask:url(#m)"/>') == [
            'question_bank/t.yaml:3:109: warning[drawing-reduced] the drawing "heart.svg" is printed without '
            "filter, mask\n"
            "  help: draw it without; if it is good so, or not for paper: allow: "
            "{drawing-reduced: looked at on paper}"
        ]

    def test_no_size(self, lint, tmp_path):
        assert self.found(lint, tmp_path, "<path/>", 'width="100%"') == [
            'question_bank/t.yaml:3:109: warning[drawing-reduced] the drawing "heart.svg" does not say how '
            'large it is\n  help: give its <svg> a viewBox="0 0 WIDTH HEIGHT"'
        ]

    def test_a_drawing_that_is_shown_whole(self, lint, tmp_path):
        inner = (
            '<linearGradient id="g"/><rect fill="url(#g)" opacity=".5" clip-path="url(#c)"/><text>α</text>'
        )

        assert self.found(lint, tmp_path, inner) == []
