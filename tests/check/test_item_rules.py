"""How questions are written: each rule's message and place, and what it leaves alone."""

# ruff: noqa: E501  # messages stand whole, as they are reported

from __future__ import annotations

import pytest

SEEDS = """\
id: tea-book
title: "A Short Book of Tea"
facts:
  - {id: leaf, paragraph: 1, says: It is always picked by hand.}
  - {id: y98, paragraph: 2, says: S, about: tea/year, value: "1998"}
  - {id: y99, paragraph: 3, says: S, about: tea/year, value: "1999"}
"""
NAMES = """\
names:
  - {name: Curie, kind: person}
  - {name: Pierre, kind: person}
  - {name: Amazon, kind: company}
  - {name: Kindle, kind: product}
  - {name: Oslo, kind: place}
"""
MC = "type: multiple_choice"
LEAF = "facts: [tea-book/leaf]"

CASE = (
    "A 60-year-old man smokes and comes with a pain in his chest that began an hour ago. It spreads to the left "
    "arm. He sweats and feels sick. His father died of such a pain at fifty, and his pressure is low. "
)


def ask(prompt: str, answer: str, *distractors: str, more: str = "", facts: str = "leaf") -> str:
    """A multiple choice whose prompt stands on line 5, its answer on 6, its distractors from line 8."""
    options = "".join(f"\n    - {text!r}" for text in distractors)
    return (
        f"- id: q\n  {MC}\n  prompt: {prompt!r}\n  answer: {answer!r}\n  distractors:{options}\n"
        f"  facts: [tea-book/{facts}]\n{more}"
    )


def state(prompt: str, answer: str) -> str:
    """A statement to judge; it stands on line 5."""
    more = "" if answer == "true" else "  correction: C\n"
    return f"- id: q\n  type: true_false\n  prompt: {prompt!r}\n  answer: {answer}\n  {LEAF}\n{more}"


LONG = (
    "Marie Curie was born in Warsaw in 1867. She loved long walks and cycling with her husband. Years later, after "
    "much hard work in a cold shed, she and Pierre found two elements. Which of the two is named after Poland?"
)
SAID = [
    (
        "none-of-the-above",
        ask("Which unit is of force?", "newton", "joule", "None of the above"),
        '9:9: warning[none-of-the-above] "None of the above" only says that the others are wrong',
    ),
    (
        "all-of-the-above",
        ask("Which gas is noble?", "All of these", "neon", "argon"),
        '6:13: warning[all-of-the-above] "All of these" is known by whoever knows two of the others',
    ),
    (
        "key-longest",
        ask(
            "Why does copper conduct?",
            "Because its outer electrons are free to move",
            "It is red",
            "It shines",
        ),
        "6:13: warning[key-longest] the key has 44 characters, the longest distractor 9: 4.89 times, more than 1.10",
    ),
    (
        "key-longest",
        ask(
            "How does a starfish move?",
            "by its many little water feet",
            "by a long tail fin alone",
            "by rolling",
        ),
        "6:13: advice[key-longest] the key has 29 characters, the longest distractor 24: 1.21 times, more than 1.10",
    ),
    (
        "option-length-outlier",
        ask("How is water taken up?", "Osmosis", "Diffusion", "Uptake by folding the membrane round it"),
        "9:9: advice[option-length-outlier] this option has 39 characters, the middle one 9: 4.33 times, "
        "1.60 or more",
    ),
    (
        "option-length-outlier",
        ask("How is water taken up?", "Uptake by folding the membrane round it", "Osmosis", "Diffusion"),
        "6:13: advice[option-length-outlier] this option has 39 characters, the middle one 9: 4.33 times, "
        "1.60 or more",
    ),
    (
        "blank-in-stem",
        ask("The ____ makes ATP.", "mitochondrion", "ribosome", "lysosome"),
        '5:13: warning[blank-in-stem] the stem has a hole, "____"',
    ),
    (
        "tf-as-options",
        ask("Is glass a crystal?", "No", "Yes", "Only when hot"),
        '6:13: warning[tf-as-options] 2 of 3 options are verdicts such as "No"',
    ),
    (
        "tf-as-options",
        ask("True or false: glass is a crystal.", "wrong", "right"),
        '6:13: warning[tf-as-options] 2 of 2 options are verdicts such as "wrong"',
    ),
    (
        "absolute-terms",
        ask("What does pressure do?", "It falls", "It never falls", "It rises"),
        '8:9: advice[absolute-terms] a wrong option says "never"',
    ),
    (
        "absolute-terms",
        state("Metals never melt.", "false"),
        '5:13: advice[absolute-terms] a false statement says "never"',
    ),
    (
        "vague-terms",
        ask("How well does it work?", "In 9 of 10", "Rarely", "In 1 of 10"),
        '8:9: advice[vague-terms] the option says "rarely"',
    ),
    (
        "vague-terms",
        state("Metals usually melt.", "true"),
        '5:13: advice[vague-terms] whether the statement is true hangs on "usually"',
    ),
    (
        "clang",
        ask("What do coronary arteries carry?", "Blood of the coronary system", "Lymph", "Bile"),
        '6:13: advice[clang] "coronary" is in the stem and in the key, and in no other option',
    ),
    (
        "clang",
        "- id: q\n  type: multiple_response\n  prompt: Which two goods were sold?\n"
        f"  answers: [Household goods, Games]\n  distractors: [Toys, Books]\n  {LEAF}\n",
        '6:15: advice[clang] "goods" is in the stem and in the key, and in no other option',
    ),
    (
        "clang",
        "- id: q\n  type: matching\n  prompt: Match each to what it does.\n"
        "  pairs: [[A steam engine, It burns], [A pump of water, It lifts water], [A lever, It turns]]\n"
        f"  {LEAF}\n",
        '6:59: advice[clang] "water" is in the left and in the right, and in no other option',
    ),
    (
        "option-order",
        ask("How many?", "7", "9", "5", "8", more="  shuffle: false\n"),
        "6:13: warning[option-order] the options neither ascend nor descend: 7, 9, 5, 8",
    ),
    (
        "negative-stem",
        ask("Which is not a mammal?", "trout", "bat", "whale"),
        '5:13: warning[negative-stem] the question turns on "not"',
    ),
    (
        "negative-stem",
        ask("Which is NOT a mammal?", "trout", "bat", "whale"),
        '5:13: advice[negative-stem] the question turns on "NOT"',
    ),
    (
        "unfocused-stem",
        ask("Enzymes", "speed", "slow", "stop"),
        '5:13: warning[unfocused-stem] "Enzymes" asks nothing: it has no question mark, no task and no colon to '
        "complete it after",
    ),
    (
        "unfocused-stem",
        ask("Which of the following is true?", "a", "b", "c"),
        "5:13: warning[unfocused-stem] the question says nothing of its matter",
    ),
    (
        "ambiguous-wording",
        ask("What happened to phlogiston?", "a", "b", "c"),
        '5:13: advice[ambiguous-wording] "What happened to" can mean more than one thing',
    ),
    (
        "ambiguous-wording",
        ask("What is the main lesson of brewing?", "a", "b", "c"),
        '5:13: advice[ambiguous-wording] "main" is a judgement, and the prompt does not say whose',
    ),
    (
        "implausible-distractor",
        ask("What is 2 + 3?", "5", "4", "6", "700,000"),
        '10:9: warning[implausible-distractor] "700,000" is 116,667 times off the nearest other, more than 1,000',
    ),
    (
        "implausible-distractor",
        ask("Who found radium?", "Curie", "Oslo", "Bohr"),
        '8:9: warning[implausible-distractor] "Oslo" is a place, the key a person',
    ),
    (
        "gratuitous-stem",
        ask(CASE + "Which organ makes insulin?", "a", "b", "c"),
        "5:13: advice[gratuitous-stem] the stem has 48 words in 5 sentences, 40 in 3 or more",
    ),
    (
        "gratuitous-stem",
        ask(LONG, "polonium", "radium", "barium"),
        "5:13: advice[gratuitous-stem] the stem has 41 words in 4 sentences, 40 in 3 or more",
    ),
    (
        "convergence-cue",
        ask("Where is resin made?", "the outer bark", "the inner bark", "the outer leaf", "the root"),
        '6:13: advice[convergence-cue] the key differs from "the inner bark" by one part, and no option shares '
        "more words with the others: 2, the next 1",
    ),
    (
        "option-kind-mismatch",
        ask("In what year was it?", "1989", "1991", "40%"),
        '9:9: warning[option-kind-mismatch] "40%" is a percentage, and the question asks for a year',
    ),
    (
        "option-kind-mismatch",
        ask("Which company sells it?", "Oslo", "Amazon", "eBay"),
        '6:13: warning[option-kind-mismatch] "Oslo" is a place, and the question asks for a company',
    ),
    (
        "option-kind-mismatch",
        ask("According to Tea, whom did they ask?", "a long walk home", "Curie", "Pierre"),
        '6:13: warning[option-kind-mismatch] "a long walk home" is a phrase, every other option a person',
    ),
    (
        "option-kind-mismatch",
        ask("In which book, and how many?", "a great deal", "5", "7"),
        '6:13: warning[option-kind-mismatch] "a great deal" is a phrase, every other option a count',
    ),
    (
        "k-type",
        ask("Which are primes? 1) 7 2) 9 3) 11", "1 and 3 only", "1 only", "2 only"),
        '6:13: warning[k-type] "1 and 3 only" combines statements or options',
    ),
    (
        "grammar-cue",
        ask("A frog is an", "amphibian", "reptile", "mammal"),
        '5:13: warning[grammar-cue] the stem ends in "an", which fits 1 of 3 options',
    ),
    (
        "multiple-keys",
        ask("How many bones?", "200 to 210", "205 to 250", "100 to 150"),
        '8:9: warning[multiple-keys] "205 to 250" shares amounts with the key',
    ),
    (
        "multiple-keys",
        ask("In what year?", "1998", "1999", "2004", facts="y98"),
        '8:9: warning[multiple-keys] "1999" is what another fact says of the same thing, and the prompt names no '
        "document",
    ),
    (
        "all-of-the-above",
        ask("What helps a seed to sprout?", "All of these help a seed to sprout", "warmth", "water"),
        '6:13: warning[all-of-the-above] "All of these help a seed to sprout" is known by whoever knows two of the '
        "others",
    ),
    (
        "all-of-the-above",
        ask("Which hold? I. One II. Two III. Three", "I only", "II and III", "I, II and III"),
        '9:9: warning[all-of-the-above] "I, II and III" is known by whoever knows two of the others',
    ),
    (
        "none-of-the-above",
        ask(
            "Is it liked or feared?",
            "Neither, since nobody sees it",
            "Liked for its song",
            "Feared for its bite",
        ),
        '6:13: warning[none-of-the-above] "Neither, since nobody sees it" only says that the others are wrong',
    ),
    (
        "blank-in-stem",
        ask("Complete the name of the lake: 'Great Bear' what?", "Lake", "Pond", "Mere"),
        """5:13: advice[blank-in-stem] the stem has a hole, "' what?\"""",
    ),
    (
        "blank-in-stem",
        ask("Which form fits? Nous ____ au cinéma.", "allons", "allez", "vont"),
        '5:13: advice[blank-in-stem] the stem has a hole, "____"',
    ),
    (
        "absolute-terms",
        ask("All glaciers are made of salt water.", "False", "True"),
        '5:13: advice[absolute-terms] a statement to be judged or filled in says "all"',
    ),
    (
        "absolute-terms",
        ask("Every glacier is made of ____ water.", "fresh", "salt", "sea"),
        '5:13: advice[absolute-terms] a statement to be judged or filled in says "every"',
    ),
    (
        "vague-terms",
        ask("True or false? Cacti usually flower at night.", "False", "True"),
        '5:13: advice[vague-terms] whether the statement is true hangs on "usually"',
    ),
    (
        "clang",
        ask("How do you seal a jar?", "screw the seal on tight", "leave it open"),
        '6:13: advice[clang] "seal" is in the stem and in the key, and in no other option',
    ),
    (
        "option-length-outlier",
        ask(
            "How does a plant drink?", "by its roots", "by the small openings on the underside of its leaves"
        ),
        "8:9: advice[option-length-outlier] this option has 52 characters, the other 12: 4.33 times, 1.60 or more",
    ),
    *(
        (
            "option-order",
            ask("How many?", *options, more="  shuffle: false\n"),
            f"6:13: warning[option-order] the options neither ascend nor descend: {', '.join(options)}",
        )
        for options in (
            ("5/8", "1/2", "3/4"),
            ("1.0/6.0", "5.0/6.0", "2.0/6.0"),
            ("Rs. 40", "Rs. 20", "Rs. 60"),
            ("< 10 %", "> 50 %", "< 5 %"),
            ("10-20", "1-5", "30-40"),
            ("20 m", "5 cm", "1 km"),
            ("It rose 4 degrees.", "It rose 9 degrees.", "It rose 2 degrees."),
            ("12", "40", "25", "it depends"),
        )
    ),
    *(
        (
            "negative-stem",
            ask(stem, "a", "b", "c"),
            f'5:13: {"advice" if word in ("incorrect", "least") else "warning"}[negative-stem] the question turns on "{word}"',
        )
        for stem, word in (
            ("Where can a lizard not live?", "not"),
            ("Which of these isn’t a vowel?", "isn’t"),
            ("All of these are mammals except", "except"),
            ("One of the following is not a bone:", "not"),
            ("Why shouldn't you drink sea water?", "shouldn't"),
            ("Which statement about moss is incorrect?", "incorrect"),
            ("Which organ, in a healthy adult, does not make hormones?", "not"),
            ("Find the number that is not prime.", "not"),
            ("Which drug is least likely to help?", "least"),
        )
    ),
    (
        "k-type",
        ask(
            "What happens to pressure and volume?",
            "rises, falls",
            "rises, rises",
            "falls, rises",
            "falls, falls",
        ),
        "6:13: advice[k-type] 100% of the parts of the options recur in others, 85% or more",
    ),
    (
        "k-type",
        ask(
            "In what order do they come? (i) egg (ii) larva (iii) pupa",
            "i, ii, iii",
            "ii, i, iii",
            "iii, ii, i",
        ),
        '6:13: warning[k-type] "i, ii, iii" combines statements or options',
    ),
    (
        "k-type",
        ask("Which order is right? 1 egg 2 larva 3 pupa", "1-2-3", "2-1-3", "3-2-1"),
        '6:13: warning[k-type] "1-2-3" is an order of labels, as all options are',
    ),
    *(
        (
            "unfocused-stem",
            ask(stem, "a", "b", "c"),
            f'5:13: warning[unfocused-stem] "{stem}" asks nothing: it has no question mark, no task and no colon to '
            "complete it after",
        )
        for stem in (
            "The gearbox of this lorry",
            "what is the torque of",
            "what is the capital of Norway",
            "How to dry herbs",
        )
    ),
    *(
        ("ambiguous-wording", ask(stem, "a", "b", "c"), f"5:13: advice[ambiguous-wording] {said}")
        for stem, said in (
            (
                "Do you eat breakfast before school?",
                '"Do you eat breakfast before school?" asks what the learner does, to which any answer is right',
            ),
            (
                "Which step comes next? [step] Fold the paper.",
                '"[step]" is a slip that leaves the sentence unclear',
            ),
            ("Which cafÃ© did he mean?", '"Ã©" is a slip that leaves the sentence unclear'),
            (
                "Look at the climate graph. In which zone does the town lie?",
                '"Look at the climate graph" is not there',
            ),
        )
    ),
    (
        "implausible-distractor",
        ask("What is a quark?", "a particle", "a mineral", "idk!!"),
        '9:9: warning[implausible-distractor] "idk!!" is not meant as an answer',
    ),
    (
        "implausible-distractor",
        ask("What is a quark?", "a particle", "a mineral", "n/a"),
        '9:9: warning[implausible-distractor] "n/a" is not meant as an answer',
    ),
]
LEFT_ALONE = [
    ("negative-stem", ask("What is the value of `not 1 or 2`?", "a", "b", "c")),
    ("all-of-the-above", ask("Which keyword keeps doubles?", "`ALL`", "`ANY`", "`NONE`")),
    ("none-of-the-above", ask("What is the value of print(1)?", "`None`", "`1`", "`0`")),
    ("tf-as-options", ask("What is 1 < 2 < 3?", "`True`", "`False`", "`0`")),
    ("k-type", ask("Which interval holds a and not b?", "[a, b)", "[a, b]", "(a, b)")),
    ("k-type", ask("Which is the difference?", r"A \\ B", "A / B", "A ∪ B")),
    *(
        ("all-of-the-above", ask("Where is it liquid?", option, "In the sea", "On land"))
        for option in (
            "At all temperatures below 0 °C",
            "On any cliff above the sea",
            "Near each floor above it",
        )
    ),
    ("k-type", ask("Which notes make the chord?", "A and C", "A", "C")),
    ("grammar-cue", ask("This instrument is a", "ukulele", "violin", "drum")),
    ("negative-stem", ask("What does the output of a NOT gate show?", "a", "b", "c")),
    *(
        ("negative-stem", ask(stem, "a", "b", "c"))
        for stem in (
            "Where would you put a plant that cannot bear frost?",
            "If the pump does not start, which part is broken?",
            "A patient does not eat. What should the nurse do?",
            "How many of these numbers are not prime?",
            "Which lake is one that is not salty?",
            "What is wrong with this sentence?",
            "Which metal is the least reactive?",
            "Why does ice not sink in water?",
            "Which is a fish, not a mammal?",
            "Which word means 'not often'?",
            "What happens without light?",
            "Which side effect is unlikely?",
            "Which prepositions take the dative and never the accusative?",
            "Which powers has the Senate but not the House?",
            "Which quadrilateral has four equal sides, but need not have right angles?",
            "“No body may exercise power. It does not come from the nation.” Where does this stand?",
        )
    ),
    ("tf-as-options", ask("Does wood float?", "Yes, because it is light", "No, since it is solid")),
    ("tf-as-options", ask("What does 3 == 3.0 evaluate to?", "True", "False")),
    ("all-of-the-above", ask("How many of the crew lived?", "All of them", "Most of them", "Half of them")),
    ("all-of-the-above", ask("In what order? 1. egg 2. larva", "1 and 2", "2 and 1")),
    ("vague-terms", ask("How does it work?", "mostly by heat", "continually", "by light")),
    ("option-order", ask("How many?", "1/4", "1/3", "1/2", more="  shuffle: false\n")),
    ("option-order", ask("When?", "9/11/1989", "3/10/1990", "5/5/1980", more="  shuffle: false\n")),
    ("k-type", ask("What is in brine?", "salt and sugar", "salt", "sugar")),
    ("clang", ask("How do you seal a jar?", "with wax", "leave the seal open")),
    ("unfocused-stem", ask("Which of these is true about moss?", "a", "b", "c")),
    ("unfocused-stem", ask("12 × 4 =", "48", "36", "52")),
    ("unfocused-stem", ask("Two trains meet. Calculate their speed.", "a", "b", "c")),
    ("implausible-distractor", ask("How tall is the mast?", "20 m", "30 m", "5 km")),
    ("implausible-distractor", ask("Which size is that of a virus?", "10^-7", "10^-3", "10^3")),
    (
        "implausible-distractor",
        ask("Why is it gilded?", "Just because it does not rust", "To shine", "To last"),
    ),
    (
        "implausible-distractor",
        ask("How do you stroke it?", "Your cat, along the lie of its fur", "With a wet hand", "Never"),
    ),
    ("implausible-distractor", ask("What does R print for NA?", "NA", "NULL", "0")),
    ("grammar-cue", ask("How is it stopped?", "To kill it", "Sending it a signal", "A break")),
    ("ambiguous-wording", ask("In which order would you add the acid?", "a", "b", "c")),
    (
        "multiple-keys",
        ask("Which two gases make up most of the air?", "nitrogen and oxygen", "oxygen and argon"),
    ),
    (
        "absolute-terms",
        state("A probe far from all stars loses speed.", "false"),
    ),
    ("multiple-keys", ask("What is the derivative?", "3x² − 5", "3x² + 5", "x² − 5")),
    ("none-of-the-above", ask("What does f() return in Python?", "None", "0", "1")),
    ("all-of-the-above", ask("Which phones?", "All phones of 2014", "Some", "Few")),
    ("key-longest", ask("Which university?", "Curie", "Oslo", "Amazon")),
    ("key-longest", ask("How many?", "1,000,000,000", "1", "2")),
    ("option-length-outlier", ask("How many?", "1,000,000,000,000", "1", "2")),
    ("blank-in-stem", ask("What does __init__ of my_class do?", "a", "b", "c")),
    ("blank-in-stem", "- {id: q, type: cloze, text: 'Tea is {{green}}.', facts: [tea-book/leaf]}"),
    ("tf-as-options", ask("What changes?", "No change", "Yes men", "Truth")),
    ("tf-as-options", state("True or false: tea is a leaf.", "true")),
    ("absolute-terms", ask("How is it picked?", "By hand", "It is always cut", "By wind")),
    ("absolute-terms", ask("What then?", "All melt", "All boil", "All burn")),
    ("absolute-terms", ask("Which book?", "Emma", '"Never Let Me Go"', "Small things, so called")),
    ("absolute-terms", state("Metals always melt.", "true")),
    ("vague-terms", ask("How is it stirred?", "Irregularly", "Evenly", "Fast")),
    (
        "clang",
        ask("Which university did she attend?", "Oslo University", "Kent University", "York University"),
    ),
    ("clang", ask("Who worked with Curie in Paris?", "Curie", "Bohr", "Mach")),
    ("option-order", ask("How many?", "7", "9", "5", "8")),
    (
        "option-order",
        ask("How much?", "$75 million", "$900 million", "$1.2 billion", more="  shuffle: false\n"),
    ),
    ("negative-stem", ask("Which is another gas noted here, or at least named?", "a", "b", "c")),
    ("negative-stem", state("Tea is not a leaf.", "false")),
    ("negative-stem", ask("Who wrote 'Never Let Me Go'?", "a", "b", "c")),
    ("unfocused-stem", ask("Choose the noble gas.", "neon", "iron", "zinc")),
    ("unfocused-stem", ask("Enzymes are:", "proteins", "fats", "sugars")),
    ("ambiguous-wording", ask("What is the main lesson, according to the book?", "a", "b", "c")),
    ("ambiguous-wording", ask("Which living things make their own food?", "a", "b", "c")),
    ("implausible-distractor", ask("How many metres?", "1", "1000", "1000000")),
    ("implausible-distractor", ask("Who sells it?", "Amazon", "Kindle", "eBay")),
    ("gratuitous-stem", ask(f"{CASE}The cause is probably ____ here.", "a", "b", "c")),
    ("gratuitous-stem", ask("Which element did the Curies name after Poland?", "a", "b", "c")),
    ("convergence-cue", ask("Where?", "Paris", "Oslo", "Rome", "Bonn")),
    ("convergence-cue", ask("What?", "hot tea", "cold tea", "hot milk", "cold milk")),
    ("option-kind-mismatch", ask("How many?", "5", "1500", "five percent")),
    ("option-kind-mismatch", ask("How many?", "5", "7", "infinitely many")),
    ("option-kind-mismatch", ask("Who discovered it?", "Curie", "Bohr", "Lise Meitner")),
    ("option-kind-mismatch", ask("When did it end?", "500 BC", "1200", "300 BC")),
    ("k-type", ask("Which roots?", "1 and 3", "2 and 5", "2 and 3")),
    ("k-type", ask("Which pair?", "salt and sugar", "tea and milk", "rice and oil")),
    ("grammar-cue", ask("A catalyst is a(n)", "enzyme", "product", "unit")),
    ("grammar-cue", ask("What is it?", "An operating system", "Parking", "Printing")),
    ("multiple-keys", ask("How many?", "5-10", "10-15", "less than 5")),
    ("multiple-keys", ask("In what year, by A Short Book of Tea?", "1998", "1999", "2004", facts="y98")),
]


@pytest.mark.parametrize(("rule", "question", "said"), SAID)
def test_a_flaw_is_found_where_it_is(lint, rule, question, said):
    found = lint(rule, question, source=SEEDS, names=NAMES)

    assert [line.partition("\n")[0].removeprefix("question_bank/t.yaml:") for line in found] == [said]


@pytest.mark.parametrize(("rule", "question"), LEFT_ALONE)
def test_what_only_looks_like_one_is_not(lint, rule, question):
    assert lint(rule, question, source=SEEDS, names=NAMES) == []
