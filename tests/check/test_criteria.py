"""Which of the nineteen item-writing criteria a choice question shows: items from five fields, good and bad.

A line is: what the stem says, its options (parted by bars, the key after a star), the criteria it shows.
"""

# ruff: noqa: E501  # an item is one line

from __future__ import annotations

import pytest

from quizmill.bank.model import MultipleChoice
from quizmill.check.criteria import CRITERIA, criteria
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.check.rules.item import option_length_outlier

CHEMISTRY = """
Which particle carries a negative charge? | proton | neutron | *electron
Which gas bleaches damp litmus? | oxygen | *chlorine | hydrogen | nitrogen
Which of these is a noble gas? | *argon | chlorine | nitrogen | none of the above => none-of-the-above option-length-outlier
Which metal is liquid at room temperature? | *mercury | iron | zinc | None of these => none-of-the-above
Which reagent detects starch? | *iodine | litmus | bromine | No correct answer => none-of-the-above option-length-outlier
Which acid is in vinegar? | *acetic acid | citric acid | lactic acid | butenone => convergence-cue
Which bond joins two chlorine atoms? | *covalent | ionic | metallic | hydrogen
Which of these rust? | *iron | copper | gold | all of the above => all-of-the-above option-length-outlier
Which of these are metals? | sodium | iron | copper | *All of these => all-of-the-above
Which of these are acids? | HCl | HNO3 | *Both of the above => all-of-the-above option-length-outlier
Which gases are diatomic? | *all halogens at high pressure | only nitrogen and oxygen | no gases at high pressure
The ____ of an atom holds its protons. | shell | *nucleus | cloud | orbital => blank-in-stem
An atom that has lost an electron is called a __. | *cation | molecule | dimer | radical => blank-in-stem
Water boils at ...... degrees Celsius at sea level. | 90 | *100 | 110 => blank-in-stem
Fill in the missing word: Acids donate protons and bases [blank] them. | *accept | repel | split => blank-in-stem
What is the pH of pure water at 25 °C? | 0 | *7 | 10 | 14
What is the pH of pure water at 25 °C? | 7 | 0 | *14 | 10 => option-order
How many electrons fill the second shell? | *8 | 2 | 18 => option-order
Which concentration is the highest? | 0.5 mol/L | 0.05 mol/L | *5 mol/L => option-order
Which part of the salt is left? | \\frac{5}{8} | *\\frac{1}{2} | \\frac{3}{4} => option-order
Which wavelength is the shortest? | 10^-9 m | *10^-12 m | 10^-6 m => option-order
Which molecule is bent? | CO2 | *H2O | BeCl2 | N2
Why does ice float on water? | Its colour is paler | *Its molecules form an open lattice that holds them apart | Its taste differs | It is cold => key-longest option-length-outlier
What is in the nucleus of an atom? | electrons | *protons and neutrons | photons => key-longest option-length-outlier
Which of these is not an alkali metal? | sodium | potassium | *calcium => negative-stem
All of the following are halogens EXCEPT: | fluorine | iodine | *argon => negative-stem
Another name for table salt is: | *sodium chloride | potassium iodide | calcium sulfate
Noting that the flame is lilac, which metal is in the salt? | sodium | *potassium | lithium
Catalysts | *lower the energy needed | raise the temperature | change the equilibrium => unfocused-stem
The oxidation number of oxygen in water | -1 | *-2 | 0 | +2 => unfocused-stem option-order
Balance the equation H2 + O2 -> H2O. | *2, 1, 2 | 1, 1, 1 | 1, 2, 2
what is the symbol of sodium | S | *Na | So | N => unfocused-stem
Which is an example of an organic acid? | *ethanoic acid | nitric acid | sulfuric acid
An element with seven valence electrons is an | alkali metal | *halogen | noble gas => unfocused-stem
A substance that speeds up a reaction is a(n): | *enzyme | product | reactant
Which statement about catalysts is correct? | They are always used up | *They lower the activation energy | They raise the energy of the products => absolute-terms
Which drop in mass shows that a gas escaped? | a small one | *one of 5 g | an overall one
"""

STATISTICS = """
Which measure is least affected by outliers? | mean | *median | range
Which method gives the least squares line? | *regression | correlation | sampling
Which error is a false positive? | *type I | type II | type III
If the null hypothesis is not rejected, what follows? | It is proved | *The evidence is too weak | The sample was biased
Which test compares two means? | *t-test | chi-square test | sign test
True or false: the mean is a measure of spread. | True | *False => tf-as-options
The median is a measure of spread. | Yes | *No => tf-as-options
Is a correlation of 1 possible? | *Yes, on a rising line | Yes, for any sample | No, it is below 1 | No, it is below 0.5
Which change makes the interval narrower? | *a larger sample | a higher confidence level | No change => option-length-outlier
What is the mode of 2, 3, 3, 5? | 2 | *3 | 5 | None => none-of-the-above
How many modes does 1, 2, 3 have? | *none | one | two
What percentage of a normal distribution lies within one standard deviation? | 50% | *68% | 95% | 99%
What percentage of a normal distribution lies within one standard deviation? | 50% | *68% | Wednesday | $95 => implausible-distractor option-kind-mismatch
Which p-value leads to rejection at the 5% level? | 0.50 | *0.04 | 0.06 => option-order
A fair die is thrown. What is the probability of a six? | 1/2 | 1/3 | *1/6
A fair die is thrown. What is the probability of a six? | 1/3 | *1/6 | 1/2 => option-order
What share of the sample is above the third quartile? | 10-20% | *20-30% | 25-50% => multiple-keys
Which range holds the value 7? | 1-5 | *6-10 | 11-15
A sample has 30 values. Which value of n leads to a normal mean? | less than 5 | less than 10 | *at least 30
Which are measures of centre? 1. mean 2. variance 3. median | 1 only | 1 and 2 | *1 and 3 | 2 and 3 => k-type
Which of these describe spread? | range | variance | *both range and variance => key-longest convergence-cue option-length-outlier
Which plots show a distribution? I. histogram II. boxplot III. pie chart | I only | *I and II | II and III | I, II and III => k-type all-of-the-above
Which quantities are estimated? | *mean, variance, slope | mean, variance, range | mean, slope, range | variance, slope, range => k-type
What are the roots of the equation? | 1 and 3 | *2 and 3 | 2 and 5
Which of the following is true? | *The variance is never negative | The median is a sum | The mode is unique => unfocused-stem key-longest
Which of the following is true of the variance of a sample? | *It is at least 0 | It is at most 1 | It is the mean
How often does a 95% interval miss the true value? | *rarely | usually | sometimes => vague-terms
Data were collected irregularly. What is the problem? | bias | *gaps | noise
Which coefficient measures linear correlation? | Pearson's linear coefficient | *Spearman's rank | Kendall's tau => option-length-outlier
A researcher measures 30 rats before and after a diet. The mean loss is 5 g and the standard deviation is 2 g. The loss is assumed to be normal, and the level of the test is set to 5 percent beforehand. What is t? | 2.5 | *13.7 | 30.2 => gratuitous-stem
Calculate the mean of 2, 4 and 9. | 4 | *5 | 6
The standard deviation is the square root of the: | *variance | mean | range
Which sample is larger, 10 or 1,000,000? | 10 | 100 | *1,000,000
What is 2 + 3? | 4 | *5 | 6 | 700,000 => implausible-distractor
Which value is closest to pi? Which is closest to e? | *3.14 and 2.72 | 3.41 and 2.27
"""

COMPUTING = """
Which keyword defines a function in Python? | func | *def | lambda x
What does a Python function return without a return statement? | 0 | *None | False
What does __init__ do? | *It sets up a new object | It deletes an object | It copies an object
Which protocol is used to load web pages? | *HTTP | FTP | SMTP
In what year was the World Wide Web proposed? | 1979 | *1989 | 1999
In what year was the World Wide Web proposed? | 1979 | *1989 | $5 million => implausible-distractor option-kind-mismatch
Who wrote the first compiler? | *Grace Hopper | Ada Lovelace | 40% => implausible-distractor option-kind-mismatch option-length-outlier
Which port does HTTPS use? | 80 | *443 | 8080
Which port does HTTPS use? | 443 | 8080 | *80 => option-order
What does print(1 == 1) show? | *True | False | 1
How large is a byte? | *8 bits | 4 bits | 16 bits => option-order
Which sort is stable? | quicksort | *merge sort | heapsort
Which search halves the range at each step? | linear search | *binary search | random search
Which structure is first in, first out? | stack | *queue | lol
Which structure is first in, first out? | stack | *queue | idk => implausible-distractor
Which item is at index 1 of the list? | apple | *banana | cherry
Which statement about arrays is right? | *Their elements have a type | They never change their size | They always grow | Every array is sorted => absolute-terms
What is the purpose of a hash function in a hash table? | *to map keys to slots | to sort the keys | to encrypt the keys
What does a compiler do? | *It translates code | It runs unit tests | It draws windows
Which of these compiles source programs to machine code? | *a compiler | an editor | a debugger => clang
Which loop runs at least once? | for | while | *do-while
Which of these is/are linear structures? | *list | tree | graph
Which tag makes text bold? | *b | i | u
The loop ends.What is the value of i? | 9 | *10 | 11 => ambiguous-wording
What is shown in the diagram below? | *a stack | a queue | a tree => ambiguous-wording
Which header names the the host? | *Host | Accept | Cookie => ambiguous-wording
Pick the fastest: | *register | cache | disk
A stack supports | *push and pop | enqueue and dequeue | insert and search => unfocused-stem
Select all that apply: which are scripting languages? | *Python | C | Rust => multiple-keys
Which is the output of 2 ** 3? | 6 | *8 | 9 | 8 => multiple-keys option-order
What does O(1) mean? | *constant time | linear time | quadratic time
What is a variable? | *a named place for data | a kind of nested loop | a fixed file on disk
Which of these is a valid name? | 2nd | *my_name | a-b
How do you stop a process? | To kill it | *Sending a signal to it | Sending a file to it | Sending a packet to it => convergence-cue option-length-outlier
How can a deadlock be avoided? | By waiting | *By ordering locks | By adding threads | more memory
Which language don't browsers run? | JavaScript | *Fortran | WebAssembly => negative-stem
"""

HUMANITIES = """
Who painted Guernica? | *Pablo Picasso | Joan Miró | Salvador Dalí
Who painted Guernica? | *Pablo Picasso | Joan Miró | Salvador Dalí | your mom
Which treaty ended the First World War? | *Versailles | Utrecht | Westphalia
When did the French Revolution begin? | 1769 | *1789 | 1799
When did the French Revolution begin? | 1799 | 1769 | *1789 => option-order
In which century did Chaucer write? | *14th century | 12th century | 16th century => option-order
Which city was the capital of Byzantium? | Athens | *Constantinople | Antioch => key-longest
Why did the Roman Republic fall? | Plague | Greed | *Because generals with private armies fought one another for power | Fire => key-longest option-length-outlier
What happened to Carthage? | *It was destroyed | It was bought | It was moved
Plato wrote about forms, ideas, the state, etc. | *in dialogues | in verse | in letters => ambiguous-wording unfocused-stem
Which play was not written by Shakespeare? | Hamlet | *Faust | Macbeth => negative-stem
Which play was written anonymously? | *Everyman | Hamlet | Volpone
Which author wrote "Never Let Me Go"? | *Ishiguro | McEwan | Barnes
Which statement is false? | *Homer wrote the Aeneid | Virgil wrote in Latin | Dante was an Italian => negative-stem unfocused-stem
Whether or not he wrote it, to whom is the Iliad ascribed? | *Homer | Hesiod | Pindar
The Renaissance began in _____. | *Florence | Paris | London => blank-in-stem
Who was Napoleon? | *Emperor of the French | Tsar of the Russians | King of the Belgians
What did the Magna Carta limit? | *the power of the king | the rights of towns | the wealth of abbeys
Which document limited the power of the English king? | *Magna Carta | Domesday Book | Bill of Sale
What is the chief theme of Kafka's story "The Metamorphosis"? | *the metamorphosis of a man whom his family rejects | love | war | travel by sea => clang key-longest option-length-outlier
Which revolt did peasants lead in England? | *the Peasants' Revolt | the Jacobite Rising | the Gunpowder Plot => clang
Which empire did Justinian rule? | Persian Empire | *Byzantine Empire | Mongol Empire
Where was the peace signed? | *Paris in 1783 | Paris in 1814 | Vienna in 1783 | Ghent in 1919
What is a sonnet? | *a poem of fourteen lines | a play in five acts | a song of four parts
Which date is right for the fall of Constantinople? | *May 1453 | May 1454 | May 1455
Which reform did Solon bring in Athens? | *cancelled debts | free shipping | new temples | all the above => all-of-the-above
Neither Athens nor Sparta won for long. Which city led Greece next? | *Thebes | Corinth | Argos
Which philosopher taught Alexander? | Plato | *Aristotle | None of them => none-of-the-above
Is Latin a dead language? T/F | *True | False => tf-as-options
How much of Europe died in the Black Death? | *usually put at a third | a tenth | all of it => vague-terms absolute-terms key-longest option-length-outlier
Vasco da Gama sailed from Lisbon in July 1497 with four ships and about 170 men. The king had great hopes. The weather was fair, and the crews sang on deck in the evening while dolphins played beside them. Which cape did they round? | *Good Hope | Horn | Verde => gratuitous-stem
Name the first emperor of Rome. | *Augustus | Nero | Trajan
Dadaism is a | *movement | idea | artist => unfocused-stem
Mary Shelley was eighteen when she came to Geneva in the wet summer of 1816. Lord Byron had rented a villa by the lake. The friends read ghost stories aloud at night, ate late, and talked of galvanism. Which book did she begin? | *Frankenstein | The Last Man | Lodore => gratuitous-stem
Hieroglyphs: | *Egypt | Crete | Gaul => ambiguous-wording
"""

HEALTH = """
Which vitamin prevents scurvy? | A | *C | D
Which organ makes insulin? | liver | *pancreas | spleen
A 54-year-old man presents with chest pain that began an hour ago. It spreads to the left arm. He sweats and feels sick. He smokes, and his father died of a heart attack at 50. His pressure is low. What is the most likely cause? | *infarction | pleurisy | reflux => gratuitous-stem
Which drug should never be given with warfarin? | *aspirin | insulin | lactulose => negative-stem
Which cells lack a nucleus? | *erythrocytes | neurons | hepatocytes
Which cells live without a nucleus? | *erythrocytes | neurons | hepatocytes
Which test has the fewest false negatives? | *PCR | smear | culture
Which advice suits a patient with gout? | *less beer | more liver | All are correct => all-of-the-above
A normal adult heart rate in beats per minute is: | 20-40 | *60-100 | 120-140
A normal adult heart rate in beats per minute is: | 20-40 | *60-100 | 80-120 => multiple-keys
What is a fever? | above 36 °C | *above 38 °C | below 35 °C => multiple-keys
Which dose is right? | 5 mg | *10 mg | 20 mg
Which dose is right? | 10 mg | *5 mg | 20 mg => option-order
How is influenza spread? | *droplets | water | blood | neither of these => none-of-the-above option-length-outlier
Which symptoms mark diabetes? | thirst | tiredness | *A and B => k-type
Which finding is usual? | *fever, cough, rash | fever, cough, pallor | fever, rash, pallor | cough, rash, pallor => k-type
Which is true or false about smoking? | *It harms the lungs | It helps the lungs
Antibiotics treat viral infections. (T/F) | True | *False => tf-as-options
Which coronary vessel supplies the left ventricle? | *left coronary artery | femoral artery | carotid artery => clang key-longest
Which artery supplies the arm? | *brachial artery | femoral artery | carotid artery
What do antibiotics kill? | *bacteria | viruses | prions
Which patients often need oxygen? | *those with low saturation | those with high saturation | those with gout
When should hands be washed? | *before each meal | seldom | after each meal | at noon => vague-terms convergence-cue
A nurse sees smoke. What first? | *raise the alarm | open windows | do nothing
Wash your hands/gloves before you start. What is removed? | *germs | skin | heat
Which stuff is in saline? | *salt | sugar | starch
The incubation period of measles is generally | 1 day | *10 days | 100 days => unfocused-stem
Which nerve is cut?&nbsp; | *ulnar | radial | median => ambiguous-wording
Which of the following best describes asthma? | *airway inflammation | infection of the lungs | failure of the heart
What reduces swelling? | *ice | heat | rest | elevating the leg all through the night and the next day => option-length-outlier
Which muscle bends the elbow? | *biceps | triceps | deltoid
To lower a fever, | *give paracetamol | give iron tablets | give zinc tablets => unfocused-stem
Who discovered penicillin? | *Fleming | Pasteur | Koch | 1928 => implausible-distractor option-kind-mismatch
How many chambers has the heart? | 2 | 3 | *4 | Thursday
Which hormone lowers blood sugar? | *insulin | glucagon | ???
Which sampling divides the population into strata? | cluster | systematic | *stratified | convenience => clang
Which effect is photoelectric? | *photovoltaic | magnetic | thermal
Which bond is interatomic? | *interfacial | covalently | ionisation
Is it heads / tails or a draw in the end here? | *heads | tails
Which city lies on the coast? | *Accra | Kumasi | Tamale | none of the cities listed => none-of-the-above option-length-outlier
Which plot suits one variable? | histogram | box plot | *histogram or box plot | pie chart => multiple-keys key-longest convergence-cue option-length-outlier
Which expression equals NOT (A AND B)? | (NOT A) AND (NOT B) | *(NOT A) OR (NOT B) | NOT A AND B | A OR B => option-length-outlier
What is the order of donning? | *gown, mask, gloves | gloves, mask, gown | mask, gloves, gown => k-type
Which test compares three means? | chi-square test | paired t-test | *one-way ANOVA | 42 kg => implausible-distractor option-kind-mismatch option-length-outlier
What share of the globe is water? | 50 percent | 60 percent | *70 percent | The Pacific Ocean => implausible-distractor option-kind-mismatch
Which value does the limit have? | 0 | *infinity | undefined | the same
Who leads the team? | *the manager | the customer | in the meeting | every quarter => option-kind-mismatch
What is the half life? | 6 hours | 10 days | *36-48 hours | 90 minutes => option-order
Which level is low? | 98% | 70% | *90-94% | 96% => option-order
How often is the dose given? | *every 6 hours | every 12 hours | every second day
The ships of 1492 were | the Pinta | the Mayflower | *the Pinta and the Santa María => key-longest unfocused-stem option-length-outlier
What must be true of it? | f(x) > 0 for all x | *f is increasing
Which of these is not a reason for a fast, other than not being hungry? | *an operation | a holiday | a test => negative-stem
Enzymes work by | *lowering the energy | sheer heat and cold | means of pressure => unfocused-stem
Which expression is true? | not True | [] == None | *not [] | 0 is None
When equations are balanced, what is conserved? | mass only | atoms only | *both mass and atoms | neither of them => key-longest none-of-the-above option-length-outlier
Which are correct? | 1, 2 | 2, 3 | *1, 3 | 1, 2, 3 => k-type
Which drug is safe? | one | two | *all of the mentioned | none of the mentioned => all-of-the-above none-of-the-above
The femur is a long bone. | Correct | *Incorrect => tf-as-options
The heart pumps ( ) to the lungs. | *blood | lymph | serum => blank-in-stem
Which age is at risk? | 65+ | 18-24 | *25-40 | 0-5 => option-order
How thick is it? | 2 cm | 5 mm | *1 km => option-order
How heavy is it? | 2 mg | 5 g | *1 kg
Which are right? (i) a (ii) b (iii) c | (i) only | (ii) only | *(i), (ii) and (iii) | (ii) and (iii) => k-type
Why did the colony revolt? | *It was taxed | It was sold | It felt like it | Who knows => convergence-cue
A gardener wants to know what helps her beans. She sets ten of them in each of two boxes. One box gets compost, the other does not. Both get the same water and the same light on the same sill for a month. What is varied? | *compost | water | light => gratuitous-stem
"""


def items() -> list[object]:
    fields = {
        "chemistry": CHEMISTRY,
        "statistics": STATISTICS,
        "computing": COMPUTING,
        "humanities": HUMANITIES,
        "health": HEALTH,
    }
    rows = [(name, line) for name, table in fields.items() for line in table.strip().split("\n")]
    return [pytest.param(line, id=f"{name}-{line[:40]}") for name, line in rows]


@pytest.mark.parametrize("line", items())
def test_an_item_shows(line: str):
    item, _, expected = line.partition(" => ")
    stem, *options = item.split(" | ")
    key = next(i for i, option in enumerate(options) if option.startswith("*"))

    assert criteria(stem, [option.removeprefix("*") for option in options], key) == set(expected.split())


def test_there_are_nineteen():
    assert len({rule.ID for rule in CRITERIA}) == len(CRITERIA) == 19


def test_every_criterion_is_shown_by_some_item_and_not_by_most():
    expected = [param.values[0].partition(" => ")[2].split() for param in items()]

    for rule in CRITERIA:
        assert 2 <= sum(rule.ID in each for each in expected) < len(expected) / 5, rule.ID


def test_labels_before_all_options_are_no_part_of_them():
    assert criteria("Which is a metal?", ["A. iron", "B. sulfur", "C. None of these"], 0) == {
        "none-of-the-above"
    }


def test_numbers_can_be_labels_too():
    assert criteria("Which is a metal?", ["1) iron", "2) sulfur", "3) None of these"], 0) == {
        "none-of-the-above"
    }


def test_an_option_that_begins_like_a_label_keeps_it():
    assert (
        criteria("Which bacterium is in the gut?", ["E. coli", "B. subtilis", "T. pallidum"], 0)
        == frozenset()
    )


def test_five_and_more_options_are_judged_alike():
    options = ["iron", "zinc", "tin", "lead", "gold", "copper", "silver", "none of the above"]

    assert criteria("Which metal rusts?", options, 0) == {"none-of-the-above", "option-length-outlier"}


@pytest.mark.parametrize("key", [-1, 3])
def test_a_key_that_is_no_option_is_refused(key: int):
    with pytest.raises(IndexError, match=f"there is no option {key} among 3"):
        criteria("Which?", ["a", "b", "c"], key)


@pytest.mark.parametrize("stem", ["", " ", "?", "_", "a" * 10_000, "\n\n", "((((", "1" * 5_000])
@pytest.mark.parametrize(
    "options", [["", ""], ["", "b", "c"], ["a" * 5_000, "1e999999999", "10^99999999"], ["*", "`"]]
)
def test_nothing_makes_it_fail(stem: str, options: list[str]):
    assert criteria(stem, options, 0) <= {rule.ID for rule in CRITERIA}


def test_an_option_that_sticks_out_is_told_apart_from_a_long_key():
    texts = ["ice", "heat", "rest", "elevating the leg all through the night"]
    found = option_length_outlier.check_item(
        Item(
            kind=MultipleChoice,
            stem="What reduces swelling?",
            options=tuple(Option(text, text == "ice", ("options", i)) for i, text in enumerate(texts)),
        )
    )

    assert [finding.message for finding in found] == [
        "this option has 39 characters, the middle one 4: 9.75 times, 1.60 or more"
    ]
