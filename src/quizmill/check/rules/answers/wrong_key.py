"""A wrong option draws the best, and more of them than the key: the key may be the wrong one.

Of the 27 % who did best more took the option than the key, and one thing besides: surely more than two
thirds of all took it; or more than took any other, and who took it did better on the other questions, where
chance would hardly do both. A class of 30 finds some two thirds of such keys. Where it is found,
`misleading`, `below-chance`, `too-hard` and `easy-contradicted` are not told of the question besides.

Why: a wrong key marks down those who know. But it is a suspicion: what nobody was taught, a tempting option
may draw the best too. A person looks.

Source: Kudô, A multivariate analogue of the one-sided test (1963); limits measured on planted wrong keys.

Bad:
    answer: Lu Yu
    distractors: [Lei Jun, Li Bai, Du Fu]
    prompt: Who founded Xiaomi?

Good:
    answer: Lei Jun
    distractors: [Lu Yu, Li Bai, Du Fu]
    prompt: Who founded Xiaomi?
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "wrong-key"
SEVERITY = Severity.WARNING
