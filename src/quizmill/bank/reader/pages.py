"""What each fault means that reading a bank can find; the pages behind `quizmill rules`."""

from __future__ import annotations

from quizmill.bank.reader import text_pages
from quizmill.bank.reader.page import Page
from quizmill.errors import Severity

# By rule. `anki-cloze` and `duplicate-option` have theirs among the rules, which find them too.
PAGES = text_pages.PAGES | {
    "bad-file-name": Page(
        "A file ends in .yml, which is not read.",
        "one ending for all files; a topic that is silently left out would be missed by nobody.",
        "question_bank/joyo.yml",
        "question_bank/joyo.yaml",
    ),
    "bad-form": Page(
        "A value has not the form its field needs, or is out of bounds.",
        "ids, tags and numbers are read by machines, and an id lives as long as the bank.",
        "id: Joyo Sale Price\nmarks: 0",
        "id: joyo-sale-price\nmarks: 1",
    ),
    "bad-number": Page(
        "A numerical answer is no number, sum, percentage, year or date; or its tolerance is none.",
        "what cannot be read as a value cannot be marked as one.",
        "answer: several million",
        "answer: $75 million",
    ),
    "bad-place": Page(
        "The place of the right option is beyond the last.",
        "the answer cannot stand where no option is.",
        "answer: A\ndistractors: [B, C]\nplace: 4",
        "answer: A\ndistractors: [B, C]\nplace: 3",
    ),
    "cloze-without-blank": Page(
        "The text of a cloze has no blank.",
        "there would be nothing to fill in.",
        "text: In 2004 Joyo.com was bought by Amazon.",
        'text: "In 2004 Joyo.com was bought by {{Amazon|Amazon.com}}."',
    ),
    "correction-of-truth": Page(
        "A true statement has a correction.",
        "one of the two is a slip, and only the author knows which.",
        "answer: true\ncorrection: It was Amazon.",
        "answer: false\ncorrection: It was Amazon.",
    ),
    "dangling-fact": Page(
        "A question names a fact that the seeds do not have.",
        "its evidence could not be shown.",
        "facts: [joyo-regret/amazon-ofer]",
        "facts: [joyo-regret/amazon-offer]",
    ),
    "lesson-unfounded": Page(
        "A lesson, in a bank with seeds, names no facts.",
        "what is taught rests on a document as what is asked does; a heading or a picture rests on nothing.",
        "learn:\n  - Amazon bought Joyo.com in 2004.",
        "learn:\n  - {text: Amazon bought Joyo.com in 2004., facts: [joyo-regret/amazon-offer]}",
        Severity.WARNING,
    ),
    "discussed-twice": Page(
        "Two sittings of `discussions`, or one, name the same essay.",
        "a class talks an essay over once; the second time is a slip of the pen.",
        "discussions:\n  - {title: Speed, questions: [joyo-fall, joyo-fall]}",
        "discussions:\n  - {title: Speed, questions: [joyo-fall]}",
    ),
    "draft": Page(
        "A question is a draft. What it still lacks before it can be asked is told beside it, as advice.",
        "it keeps its place and its id, and nobody is asked what is not finished.",
        "- id: joyo-rival\n  state: draft",
        "- id: joyo-rival\n  type: short_answer\n  prompt: …",
        Severity.ADVICE,
    ),
    "draft-fact": Page(
        "A question or a lesson rests on a fact that is a draft.",
        "nobody has read yet whether the document says so.",
        "facts: [joyo-regret/amazon-offer]      # whose `state: draft` stands in seeds/joyo-regret.yaml",
        "facts: [joyo-regret/amazon-offer]      # which `says` what the document states",
    ),
    "draft-facts": Page(
        "Facts of a source are drafts. Their paragraphs are told as `states_nothing` takes them.",
        "they keep their places and ids, and nothing rests on what is not finished.",
        "- {id: amazon-2004, paragraph: 28, terms: [Amazon, 2004], state: draft}",
        "- {id: amazon-2004, paragraph: 28, terms: [Amazon, 2004], says: …}",
        Severity.ADVICE,
    ),
    "duplicate-id": Page(
        "Two records bear the same id.",
        "progress and cards are kept by id; two questions of one id would share them.",
        "- id: joyo-price\n- id: joyo-price",
        "- id: joyo-price\n- id: joyo-rival",
    ),
    "duplicate-left": Page(
        "A left side stands twice in a matching.",
        "one of the two pairs would be wrong whatever is answered.",
        "pairs: [[2004, sale], [2004, offer]]",
        "pairs: [[2004, sale], [2010, Xiaomi]]",
    ),
    "duplicate-step": Page(
        "A step stands twice in an ordering.",
        "nobody could tell the two apart. A line of code may stand twice, and each place is right.",
        "sequence: [Pluck, Roll, Pluck]",
        "sequence: [Pluck, Wither, Roll]",
    ),
    "duplicate-topic": Page(
        "A topic stands twice in the order of topics, or two files are one topic.",
        "it can come in one place only, and only the author knows in which.",
        "order: [joyo, xiaomi, joyo]\nquestion_bank/joyo/sale.yaml beside question_bank/joyo-sale.yaml",
        "order: [joyo, xiaomi]\nquestion_bank/joyo/sale.yaml",
    ),
    "empty": Page(
        "A text that is needed is empty.",
        "an empty prompt asks nothing, an empty option cannot be chosen.",
        'prompt: ""',
        "prompt: Who bought Joyo.com?",
    ),
    "empty-bank": Page(
        "The bank has no questions.",
        "there is nothing to ask.",
        "question_bank/bank.yaml      # and no other file",
        "question_bank/bank.yaml\nquestion_bank/joyo.yaml",
    ),
    "empty-blank": Page(
        "A blank of a cloze, or one of its other forms, is empty.",
        "the right answer would be to leave it out.",
        'text: "The buyer was {{Amazon|}}."',
        'text: "The buyer was {{Amazon|Amazon.com}}."',
    ),
    "empty-topic": Page(
        "A topic has no questions.",
        "it is in no paper and no deck; perhaps its questions stand under another name.",
        "title: Joyo",
        "title: Joyo\nquestions:\n  - id: joyo-buyer\n    …",
        Severity.ADVICE,
    ),
    "extra-is-right": Page(
        "A spare right of a matching belongs to a left.",
        "a spare is wrong for every left; this one is right for one of them.",
        "pairs: [[2004, sale], [2010, Xiaomi]]\nextra: [sale]",
        "pairs: [[2004, sale], [2010, Xiaomi]]\nextra: [listing]",
    ),
    "key-among-distractors": Page(
        "The right answer is a distractor as well.",
        "whoever picks it is right and wrong.",
        "answer: Amazon\ndistractors: [amazon, eBay]",
        "answer: Amazon\ndistractors: [Alibaba, eBay]",
    ),
    "linked-folder": Page(
        "A link leads to a folder with YAML files in it, which are not read.",
        "a walk that follows links may never end, and may read what is not the bank's.",
        "question_bank/history -> ../../common/history",
        "question_bank/history/      # the folder itself",
        Severity.WARNING,
    ),
    "misplaced-seeds": Page(
        "A source file or names file lies where topics are.",
        "facts are read from the folder that bank.yaml names, and from no other.",
        "question_bank/seeds/joyo-regret.yaml      # and bank.yaml has no `seeds`",
        "seeds: seeds                              # in bank.yaml",
    ),
    "missing-field": Page(
        "A field that the record needs is missing.",
        "without it the question cannot be asked, marked or believed.",
        "type: true_false\nanswer: false",
        "type: true_false\nanswer: false\ncorrection: It was Amazon.",
    ),
    "no-essay": Page(
        "A sitting of `discussions` names a question that is no essay.",
        "the points of an essay are what there is to listen for; other kinds have one right answer.",
        "discussions:\n  - {title: Speed, questions: [joyo-sale-price]}",
        "discussions:\n  - {title: Speed, questions: [joyo-fall]}",
    ),
    "no-seeds": Page(
        "Questions name facts, but bank.yaml does not say where facts are, or no folder is there.",
        "evidence that cannot be found is none.",
        "facts: [joyo-regret/amazon-offer]      # and bank.yaml has no `seeds`",
        "seeds: ../seeds                        # in bank.yaml",
    ),
    "reserved-namespace": Page(
        "The bank's namespace is quizmill.",
        "withdrawn cards of every bank bear the tag quizmill::withdrawn, and learners delete what bears it.",
        "namespace: quizmill",
        "namespace: lei-jun-joyo-xiaomi",
    ),
    "schema-moved": Page(
        "The first line of a file names a schema that is not there, but further up.",
        "an editor then neither checks nor completes the file, and says nothing.",
        "# yaml-language-server: $schema=.schemas/topic.json      # in question_bank/joyo/sale.yaml",
        "# yaml-language-server: $schema=../.schemas/topic.json",
        Severity.ADVICE,
    ),
    "shared-name": Page(
        "One name stands for two things in names.yaml.",
        "an answer with that name could not be told to mean one of them.",
        "- {name: Mi 1, aliases: [Mi]}\n- {name: Mi Home, aliases: [Mi]}",
        "- {name: Mi 1, aliases: [Mi One]}\n- {name: Mi Home}",
    ),
    "shared-namespace": Page(
        "The bank's namespace is the one that quizmill 0.1 gave to every new bank.",
        "importing two such banks into Anki makes one's cards ask the other's questions.",
        "namespace: my-first-bank",
        "namespace: history-of-tea-7k2m\nformerly: my-first-bank      # the history follows, cards are new",
        Severity.WARNING,
    ),
    "taken-name": Page(
        "A former name is a name still, or that of two things.",
        "progress and cards of the old name could not be told whose they are.",
        "- id: joyo-price\n- id: joyo-sum\n  formerly: joyo-price",
        "- id: joyo-sum\n  formerly: joyo-price",
    ),
    "too-large": Page(
        "A file is larger than 32 MB.",
        "no topic is; something else got into the folder.",
        "question_bank/everything.yaml      # 40 MB",
        "question_bank/joyo.yaml",
    ),
    "unknown-field": Page(
        "A field has a name that nobody knows.",
        "a misspelt field would silently do nothing.",
        "explanaton: It was a surprise.",
        "explanation: It was a surprise.",
    ),
    "unknown-question": Page(
        "A sitting of `discussions` names a question that is not there, or is a draft.",
        "the guide would silently lack it.",
        "discussions:\n  - {title: Speed, questions: [joyo-fal]}",
        "discussions:\n  - {title: Speed, questions: [joyo-fall]}",
    ),
    "unknown-topic": Page(
        "The order of topics names one that is not there.",
        "a misspelt topic would silently come last.",
        "order: [joyo-rise, joyo-sail]",
        "order: [joyo-rise, joyo-sale]",
    ),
    "unknown-type": Page(
        "There is no such kind of question.",
        "each kind has its own fields and its own way of marking.",
        "type: multiple-choice",
        "type: multiple_choice",
    ),
    "unknown-value": Page(
        "A value is none of those its field takes.",
        "a misspelt difficulty would never be found by it.",
        "difficulty: moderate",
        "difficulty: medium",
    ),
    "unreadable": Page(
        "A file or folder cannot be read, is no regular file, or is a link that leads out of the bank.",
        "its questions would be missing without a word; what lies outside is not the bank's.",
        "question_bank/joyo.yaml -> /home/lei/joyo.yaml",
        "question_bank/joyo.yaml      # the file itself, which may be read",
    ),
    "wrong-count": Page(
        "A list has too few entries or too many.",
        "a choice without distractors is none, and nobody compares thirty.",
        "distractors: []",
        "distractors: [eBay, Alibaba]",
    ),
    "wrong-type": Page(
        "A value is of another sort than its field needs.",
        "a list is no text, and `yes` is not the truth value `true`.",
        "answer: yes      # of a true_false",
        "answer: true",
    ),
}
