"""What of a paragraph can prove a fact, and the ids that are made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.document import stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import FactKind, Name, NameKind
from quizmill.documents.fact_ids import fact_id
from quizmill.documents.fact_kinds import kind_of
from quizmill.documents.name_words import kind_of_name
from quizmill.documents.terms import Term, Terms

NAMES = (Name(name="Lei Jun", aliases=("雷军",)), Name(name="Kingsoft"))


def terms(*paragraphs: str, language: str = "en", names: tuple[Name, ...] = ()) -> list[tuple[str, ...]]:
    found = Terms(paragraphs, names, language)
    return [tuple(term.text for term in found.of(at)) for at in range(len(paragraphs))]


class TestNames:
    def test_words_written_large_within_a_sentence(self):
        assert terms("It was bought by Amazon, and Jeff Bezos of New York came.") == [
            ("Amazon", "Jeff Bezos", "New York")
        ]

    def test_the_first_word_of_a_sentence_is_one_when_others_show_it(self):
        assert terms("Tea is drunk.", "Amazon grew.", "Nobody at Amazon knew of tea.") == [
            (),
            ("Amazon",),
            ("Amazon",),
        ]

    def test_an_article_before_a_name_is_no_part_of_it(self):
        assert terms("The Cutty Sark sailed, and the ship was fast.") == [("Cutty Sark",)]

    def test_no_month_no_pronoun_and_no_genitive(self):
        assert terms("In March I saw Xiaomi's phone") == [("Xiaomi",)]

    def test_abbreviations_and_models(self):
        assert terms("With the iPhone and the Mi 1 the EU agreed") == [("iPhone", "Mi 1", "EU")]

    def test_those_of_names_yaml_by_all_their_forms(self):
        found = Terms(["雷军2010年创办小米公司"], NAMES, "zh").of(0)

        assert [(term.text, term.name) for term in found] == [("雷军", "Lei Jun"), ("2010年", "")]

    def test_german_nouns_are_none_and_names_are(self):
        text = "Im Jahr 1847 baut Werner von Siemens in einer Firma einen Telegrafen."

        assert terms(text, language="de") == [("1847", "Werner von Siemens")]

    def test_titles_and_latin_words_among_chinese_signs(self):
        assert terms("他用Android写了《异类》的书评", language="zh") == [("Android", "异类")]

    def test_capitals_throughout_tell_nothing(self):
        assert terms("THE WHOLE OF THIS PARAGRAPH IS SHOUTED AT YOU") == [()]

    @pytest.mark.parametrize(
        ("language", "text", "names"),
        [
            (
                "en",
                "Ferdinand de Lesseps, who was there, saw Said Pasha.",
                ("Ferdinand de Lesseps", "Said Pasha"),
            ),
            ("en", "Benjamin Disraeli bought the shares of the Khedive.", ("Benjamin Disraeli", "Khedive")),
            ("en", "Vincent van Gogh and Osama bin Laden", ("Vincent van Gogh", "Osama bin Laden")),
            (
                "en",
                "Anwar al-Sadat, Jeanne d'Arc and Ortega y Gasset",
                ("Anwar al-Sadat", "Jeanne d'Arc", "Ortega y Gasset"),
            ),
            ("en", "It was found by Dr. J. Lind there.", ("Dr. J. Lind",)),
            ("en", "Dr. J. Lind of the Suez Canal Company", ("Dr. J. Lind", "Suez Canal Company")),
            ("en", "Home About. About 30,000 people came.", ("Home About", "30,000")),
            ("en", "J.R.R. Tolkien saw St. Petersburg. He left.", ("J.R.R. Tolkien", "St. Petersburg")),
            (
                "en",
                "James Lind saw Szent-Györgyi and Conan O'Brien",
                ("James Lind", "Szent-Györgyi", "Conan O'Brien"),
            ),
            ("en", "James Lind had no vitamin C. Nobody had.", ("James Lind", "vitamin")),
            (
                "en",
                "Finally Port Said grew, yet shares fell. Shares of Britain rose.",
                ("Port Said", "Britain"),
            ),
            ("en", "It lies in the U.S. In Rome it does not.", ("Rome",)),
            ("de", "Ferdinand de Lesseps baute den Kanal.", ("Ferdinand de Lesseps",)),
            ("fr", "Ferdinand de Lesseps vint d'Orléans.", ("Ferdinand de Lesseps", "Orléans")),
            ("es", "Ayer José de Lesseps y Said Pachá vinieron.", ("José de Lesseps", "Said Pachá")),
        ],
    )
    def test_one_is_whole_wherever_it_stands(self, language: str, text: str, names: tuple[str, ...]):
        assert terms(text, language=language) == [names]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Later Englishman Dr. James Moore won.", ("Dr. James Moore",)),
            ("Then the Frenchman Maurice Garin won.", ("Maurice Garin",)),
            ("There the American Rynner van Neste won.", ("Rynner van Neste",)),
            ("It lies in the British Museum now.", ("British Museum",)),
            ("It was Kirkpatrick Macmillan of Scotland.", ("Kirkpatrick Macmillan", "Scotland")),
            ("It was the National Bank of Greece.", ("National Bank of Greece",)),
            ("Once Marshall “Major” Taylor won.", ("Marshall “Major” Taylor",)),
        ],
    )
    def test_it_is_the_bearer_s_alone(self, text: str, names: tuple[str, ...]):
        assert terms(text) == [names]

    def test_function_words_and_verbs_are_no_terms(self):
        assert terms("so because the trousers did", "it appears as a building and anybody knows") == [
            ("trousers",),
            (),
        ]

    def test_a_people_is_none(self):
        assert terms("The Egyptians saw a French diplomat of the Dutch East India Company") == [
            ("diplomat", "Dutch East India Company")
        ]

    def test_one_of_several_words_is_new_where_it_stands_once(self):
        found = Terms(["Benjamin Disraeli came to Egypt, and an Egyptian met Said Pasha."], (), "en")

        assert found.new_names() == ("Benjamin Disraeli", "Said Pasha")

    def test_new_ones_are_those_of_several_paragraphs_that_nobody_knows(self):
        found = Terms(["Here Kingsoft met Amazon.", "There Amazon and Kingsoft met Joyo."], NAMES, "en")

        assert found.new_names() == ("Amazon",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dutch East India Company", NameKind.COMPANY),
        ("Apple Inc.", NameKind.COMPANY),
        ("Siemens AG", NameKind.COMPANY),
        ("Company", NameKind.OTHER),
        ("Dr. J. Lind", NameKind.PERSON),
        ("Wuhan University", NameKind.OTHER),
        ("Port Said", NameKind.OTHER),
    ],
)
def test_the_kind_of_a_name_is_guessed_where_its_words_tell_it(name: str, kind: NameKind):
    assert kind_of_name(name) is kind


def test_plain_words_say_what_a_paragraph_is_about():
    canal = "Gamal Abdel Nasser nationalised the canal for four million pounds."
    found = Terms([canal, "很多人质疑他"], (), "en")

    assert [found.words(0), found.words(1)] == [("nationalised", "canal"), ()]


def test_the_rarest_of_many_terms_are_kept():
    common = "Here Alpha, Beta, Gamma and Delta met"

    assert terms(f"{common} Epsilon in 1999.", common, f"{common}.")[0][-2:] == ("Epsilon", "1999")
    assert len(terms(f"{common} Epsilon in 1999.", common)[0]) == 5


def test_rare_words_stand_in_where_there_is_neither_figure_nor_name():
    assert terms("it was frivolous, almost childish") == [("frivolous", "childish")]


def test_a_sentence_of_signs_is_never_taken():
    assert terms("很多人质疑他,认为他再创业有些晚。", language="zh") == [()]


@given(
    st.lists(st.text(st.sampled_from("Ab é2,.$ 4雷军—'\"%"), max_size=60), min_size=1, max_size=4),
    st.sampled_from(("en", "de", "zh")),
)
def test_every_term_stands_in_its_paragraph(paragraphs: list[str], language: str):
    found = Terms(paragraphs, NAMES, language)

    for at, text in enumerate(paragraphs):
        assert all(stands_in(fold(term.text), fold(text)) for term in found.of(at))


class TestIds:
    JOYO = Term("Joyo", 0, "name")
    SUM = Term("$75 million", 9, "number")
    YEAR = Term("2004", 30, "date")

    @pytest.mark.parametrize(
        ("terms", "id"),
        [
            ((JOYO, SUM), "joyo-75-million"),
            ((YEAR, JOYO, SUM), "joyo-2004"),
            ((JOYO, Term("Amazon", 5, "name")), "joyo-amazon"),
            ((SUM,), "75-million"),
            ((JOYO,), "joyo"),
            ((Term("雷军", 0, "name", "Lei Jun"), Term("2010年", 3, "date")), "lei-jun-2010"),
            ((Term("异类", 0, "name"),), "paragraph-7"),
            ((), "paragraph-7"),
        ],
    )
    def test_a_name_and_a_figure(self, terms: tuple[Term, ...], id: str):
        assert fact_id(terms, 7, set()) == id

    def test_another_pair_where_one_is_taken_and_a_number_where_all_are(self):
        terms = (self.JOYO, self.SUM, self.YEAR)
        taken: set[str] = set()
        for _ in range(6):
            taken.add(fact_id(terms, 1, taken))

        assert taken == {
            *("joyo-2004", "joyo-75-million", "joyo", "75-million", "joyo-2004-2", "joyo-2004-3"),
        }

    @pytest.mark.parametrize(
        ("terms", "words", "section", "id"),
        [
            ((JOYO, YEAR), ("sold", "shares"), "", "joyo-sold"),
            (
                (Term("Gamal Abdel Nasser", 0, "name"), YEAR),
                ("nationalised",),
                "",
                "gamal-abdel-nasser-nationalised",
            ),
            (
                (Term("Dutch East India Company", 0, "name"), YEAR),
                ("brought",),
                "",
                "dutch-east-india-company",
            ),
            ((Term("King Leopold of the Belgians II", 0, "name"),), (), "", "king-leopold-belgians"),
            ((Term("17 November 1869", 0, "date"),), ("opened", "canal"), "", "opened-canal"),
            ((Term("17 November 1869", 0, "date"),), ("opened",), "", "opened-1869"),
            ((YEAR,), (), "The Canal: Whose canal it is", "canal-2004"),
            ((), (), "Whose canal", "canal"),
            ((YEAR,), (), "", "paragraph-7"),
            ((YEAR,), (), "小米", "paragraph-7"),
        ],
    )
    def test_words_of_meaning_before_figures_and_no_number_alone(
        self, terms: tuple[Term, ...], words: tuple[str, ...], section: str, id: str
    ):
        assert fact_id(terms, 7, set(), words=words, section=section) == id


@pytest.mark.parametrize(
    ("text", "sorts", "kind"),
    [
        ("It was sold in 2004.", ["date"], FactKind.DATE),
        ("It cost 5 euros more than that.", ["number"], FactKind.COMPARISON),
        ("It cost 5 euros.", ["number"], FactKind.NUMBER),
        ("It failed in 2000 because money ran out.", ["date"], FactKind.CAUSE),
        ("Wurzel heißt der untere Teil.", [], FactKind.DEFINITION),
        ("Das Geld ging aus, weil niemand zahlte.", [], FactKind.CAUSE),
        ("小米高于苹果", [], FactKind.COMPARISON),
        ("Amazon came.", ["name"], FactKind.NAME),
        ("It was hard.", ["word"], FactKind.CLAIM),
    ],
)
def test_a_kind_is_guessed(text: str, sorts: list[str], kind: FactKind):
    assert kind_of(text, [Term("x", 0, sort) for sort in sorts]) is kind  # type: ignore[arg-type]
