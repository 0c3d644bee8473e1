"""The table of short texts: a question, what it accepts, what was typed, and what becomes of it.

Accepted forms are parted by `|`.
"""

import pytest

from quizmill.bank.model import ShortAnswer
from quizmill.grade import Text, mark
from spoken import told

RIGHT, WRONG, NEAR = "right", "wrong", "near"  # near: wrong, but a face may offer "I was right"

PLATFORM = "What is Xiaomi's platform for partner products, beside Mi Home?"
SUITE = "What is the name of Kingsoft's office suite?"
CITY = "In which city does Xiaomi have its headquarters?"
BUYER = "Which company bought Joyo.com in 2004?"
COFOUNDED = "Which mobile internet firm did Lei Jun co-found?"
SCHOOL = "At which university did Lei Jun study?"
PROVINCE = "In which province was the meeting held?"
FOUNDER = "Who founded Amazon?"
MARKETS = "Which three markets did Xiaomi enter in 2014?"
WPS = "WPS|WPS Office software|Kingsoft Office|WPS (Word Processing System)|Word Processing System"

TEXTS = [
    ("Which firm?", "Amazon", "Amazon and eBay", NEAR, "close: answer with that alone"),
    ("Which firm?", "Amazon", "Amazon, quickly and gladly", NEAR, "close: answer with the name alone"),
    # A list of too many tells nothing of what was known.
    (
        "Which two firms?",
        "Kingsoft and Joyo",
        "Kingsoft, Ant, Bee, Cow and Dog",
        WRONG,
        "1 of 2 named, 4 wrong",
    ),
    (
        "Which two firms?",
        "Kingsoft and Joyo",
        "Kingsoft, Ant, Bee, Cow, Dog and Elk",
        WRONG,
        "2 are asked, 6 named",
    ),
    # What was asked with "did" may be answered with the verb in its past.
    ("What did Bell name?", "photophone", "Bell named the photophone", RIGHT, ""),
    ("What did Bell discover?", "photophone", "Bell discovered the photophone", RIGHT, ""),
    (
        "What did Bell tax?",
        "photophone",
        "Bell taxed it, the photophone",
        NEAR,
        "close: answer with the name alone",
    ),
    # Notation is not an answer: case, space, accents, quotes, width, points.
    (PLATFORM, "Youpin", "youpin", RIGHT, ""),
    (PLATFORM, "Youpin", "  YOUPIN.  ", RIGHT, ""),
    (PLATFORM, "Youpin", "“Youpin”", RIGHT, ""),
    (PLATFORM, "Youpin", "'Youpin'!", RIGHT, ""),
    (PLATFORM, "Youpin", "Ｙｏｕｐｉｎ", RIGHT, ""),
    (PLATFORM, "Youpin", "You\u200bpin", RIGHT, ""),
    (PLATFORM, "Youpin", "Yóupin", RIGHT, ""),
    (PLATFORM, "Youpin", "the Youpin", RIGHT, ""),
    ("Which drink is it?", "Café au lait", "cafe au lait", RIGHT, ""),
    ("Which drink is it?", "Café au lait", "café-au-lait", RIGHT, ""),
    ("Which street is it?", "Hauptstraße", "Hauptstrasse", RIGHT, ""),
    ("Which word is it?", "ﬁnance", "finance", RIGHT, ""),
    ("Which novel is it?", "Schindler’s Ark", "Schindler's Ark", RIGHT, ""),
    ("Which country is it?", "U.S.", "US", RIGHT, ""),
    ("Which firm is it?", "Johnson & Johnson", "johnson and johnson", RIGHT, ""),
    ("Which language is it?", "C++", "c++", RIGHT, ""),
    ("Which language is it?", "C++", "C#", WRONG, ""),
    ("Which language is it?", "C#", "C", WRONG, ""),
    ("Which rule is it?", "*Festina* lente", "festina lente", RIGHT, ""),
    ("Which function prints?", "`print`", "print", RIGHT, ""),
    # Another answer is wrong, however close it lies.
    (PLATFORM, "Youpin", "Mi Home", WRONG, ""),
    (PLATFORM, "Youpin", "Amazon", WRONG, ""),
    (SUITE, "WPS", "WSP", WRONG, ""),
    (SUITE, "WPS", "WP", WRONG, ""),
    (SUITE, "WPS", "Word", WRONG, ""),
    (CITY, "Beijing", "Nanjing", WRONG, ""),
    ("What happened to sales?", "increased", "decreased", WRONG, ""),
    ("Was it profitable?", "profitable", "unprofitable", WRONG, ""),
    ("Was it profitable?", "profitable", "not profitable", WRONG, "say what it is, not what it is not"),
    # Lead-ins, articles, company forms.
    (CITY, "Beijing", "in Beijing", RIGHT, ""),
    (CITY, "Beijing", "It's Beijing", RIGHT, ""),
    (CITY, "Beijing", "it is in Beijing", RIGHT, ""),
    (CITY, "Beijing", "The answer is Beijing.", RIGHT, ""),
    (CITY, "Beijing", "answer: Beijing", RIGHT, ""),
    (CITY, "Beijing", "that was Beijing", RIGHT, ""),
    (CITY, "Beijing", "I think Beijing", RIGHT, ""),
    (BUYER, "Amazon", "Amazon.com", RIGHT, ""),
    (BUYER, "Amazon", "Amazon.com, Inc.", RIGHT, ""),
    (BUYER, "Amazon.com, Inc.", "amazon", RIGHT, ""),
    (BUYER, "Amazon", "Amazon Corp", RIGHT, ""),
    (BUYER, "Amazon", "Amazon's", RIGHT, ""),
    (BUYER, "Amazon", "by Amazon", RIGHT, ""),
    (BUYER, "Amazon", "it was bought by Amazon", RIGHT, ""),
    (COFOUNDED, "YY Inc.", "YY", RIGHT, ""),
    (COFOUNDED, "YY Inc.", "YU", WRONG, ""),
    ("Which vitamin is it?", "Vitamin A", "vitamin a", RIGHT, ""),
    ("Which vitamin is it?", "Vitamin A", "Vitamin", WRONG, "that is only a part of the answer"),
    ("Which album is it?", "In Rainbows", "in rainbows", RIGHT, ""),
    ("Which film is it?", "The Thing", "Thing", RIGHT, ""),
    # Joining and parting words.
    (COFOUNDED, "UCWeb", "UC Web", RIGHT, ""),
    (COFOUNDED, "UCWeb", "uc-web", RIGHT, ""),
    ("Which app is it?", "Mi Home", "MiHome", RIGHT, ""),
    ("Which phone is it?", "Mi 1", "Mi1", RIGHT, ""),
    ("Which phone is it?", "Mi 1", "Mi 2", WRONG, ""),
    ("Which phone is it?", "Mi 1", "Mi 11", WRONG, ""),
    ("Which car is it?", "SU7", "YU7", WRONG, ""),
    ("Which car is it?", "SU7", "SU 7", RIGHT, ""),
    ("Which car is it?", "SU7", "SU8", WRONG, ""),
    ("Which network is it?", "Wi-Fi", "wifi", RIGHT, ""),
    # A slip of the finger in a word of six letters and more.
    (CITY, "Beijing", "Bejing", RIGHT, 'it is spelt "Beijing"'),
    (CITY, "Beijing", "Beijnig", RIGHT, 'it is spelt "Beijing"'),
    (CITY, "Beijing", "Beijinng", RIGHT, 'it is spelt "Beijing"'),
    (CITY, "Beijing", "Beiging", RIGHT, 'it is spelt "Beijing"'),
    (CITY, "Beijing", "Pbeijing", NEAR, "close: check the spelling"),
    (CITY, "Beijing", "Bejin", WRONG, ""),
    (BUYER, "Amazon", "Amazn", RIGHT, 'it is spelt "Amazon"'),
    (BUYER, "Amazone|Amazon", "amazon!", RIGHT, ""),  # no slip for another form
    (BUYER, "Amazon", "Amzaon", RIGHT, 'it is spelt "Amazon"'),
    (BUYER, "Amazon", "Amazons", RIGHT, 'it is spelt "Amazon"'),
    (BUYER, "Amazon", "Emazon", NEAR, "close: check the spelling"),
    (BUYER, "Amazon", "Amzn", WRONG, ""),
    (SCHOOL, "Wuhan University", "Wuhan Univercity", RIGHT, 'it is spelt "Wuhan University"'),
    (SCHOOL, "Wuhan University", "Wuhon University", NEAR, "close: check the spelling"),
    (SCHOOL, "Wuhan University", "Wuhon Univercity", WRONG, ""),
    (SCHOOL, "Wuhan University", "Wuhan", WRONG, "that is only a part of the answer"),
    (SCHOOL, "Wuhan University", "University", WRONG, "that is only a part of the answer"),
    ("Which letter is it?", "alpha", "alpja", NEAR, "close: check the spelling"),
    ("Which model is it?", "Redmi42x", "Redmi43x", WRONG, ""),
    ("Which word is it?", "seventeen", "seventean", WRONG, ""),
    # Words that lie one letter apart and are both words.
    (PROVINCE, "Hunan", "Henan", WRONG, "close, but that is another place: Henan"),
    (PROVINCE, "Hainan", "Henan", WRONG, ""),
    ("Which island is it?", "Iceland", "Ireland", WRONG, "close, but that is another place: Ireland"),
    ("Which salt is it?", "sodium nitrate", "sodium nitrite", WRONG, "close, but that is another word"),
    ("Which gas is it?", "propane", "propene", WRONG, "close, but that is another word"),
    ("Who pays?", "employer", "employee", WRONG, "close, but that is another word"),
    ("Which land is it?", "France", "Franc", WRONG, "close, but that is another word"),
    ("Which particle is it?", "electron", "election", WRONG, "close, but that is another word"),
    ("Which particle is it?", "proton", "photon", WRONG, "close, but that is another word"),
    ("Which element is it?", "chlorine", "chloride", WRONG, "close, but that is another word"),
    ("Which sugar is it?", "lactose", "lactase", WRONG, "close, but that is another word"),
    ("Which liquid is it?", "ethanol", "ethanal", WRONG, "close, but that is another word"),
    ("Which order is it?", "socialism", "socialist", WRONG, "close, but that is another word"),
    ("What is the ratio of boys to girls?", "2:1", "2 to 1", RIGHT, ""),
    ("What is the ratio of boys to girls?", "2:1", "2 : 1", RIGHT, ""),
    ("What is the ratio of boys to girls?", "2 to 1", "2:1", RIGHT, ""),
    ("What is the ratio of boys to girls?", "2:1", "1:2", WRONG, ""),
    ("What is the ratio of boys to girls?", "2:1", "21", WRONG, ""),
    ("What is a dry land?", "desert", "dessert", WRONG, "close, but that is another word"),
    (
        "Is Kingsoft the answer, or which firm?",
        "Kingsift",
        "Kingsoft",
        WRONG,
        "close, but that is another company: Kingsoft",
    ),
    # Words around the answer: only those of the question.
    (SUITE, "WPS", "wps office", RIGHT, ""),
    (SUITE, "WPS", "the WPS suite", RIGHT, ""),
    (SUITE, "WPS", "Kingsoft WPS", RIGHT, ""),
    ("Who makes it?", "Kingsoft", "Kingsoft makes it", RIGHT, ""),
    ("Who makes it?", "Kingsoft", "Kingsoft produces it", NEAR, "close: answer with the name alone"),
    ("Which university is in the capital?", "Beijing University", "Beijing Normal University", WRONG, ""),
    ("Who bought it?", "Lenovo", "Lenovo Capital", NEAR, "close: answer with the name alone"),
    ("Was it Amazon or Dangdang?", "Amazon", "Amazon Dangdang", NEAR, "close: answer with the name alone"),
    (
        "Which land borders Spain and Italy?",
        "France",
        "France and Spain",
        NEAR,
        "close: answer with that alone",
    ),
    (
        "Which land borders Spain and Italy?",
        "France",
        "Italy & France",
        NEAR,
        "close: answer with that alone",
    ),
    ("Which land borders Spain and Italy?", "France", "France borders Spain and Italy", RIGHT, ""),
    ("Which planet did Herschel discover?", "Uranus", "Herschel discovered Uranus", RIGHT, ""),
    (
        "Which planet did Herschel discover?",
        "Uranus",
        "Herschel discusses Uranus",
        NEAR,
        "close: answer with the name alone",
    ),
    ("Who made the Mi 10?", "Xiaomi", "Xiaomi 10", WRONG, ""),
    (BUYER, "Amazon", "Amazon Prime Video Studios", NEAR, "close: answer with the name alone"),
    # Aliases of the bank's names; fragments only where they are one.
    (FOUNDER, "Jeff Bezos", "Bezos", RIGHT, ""),
    (FOUNDER, "Jeff Bezos", "Jeffrey Bezos", RIGHT, ""),
    (FOUNDER, "Jeff Bezos", "Jeff", WRONG, "that is only a part of the answer"),
    (FOUNDER, "Jeff Bezos", "Bezos, Jeff", NEAR, "close: answer with the name alone"),
    (FOUNDER, "Jeff Bezos", "Jef Bezos", NEAR, "close: check the spelling"),
    ("Who founded Xiaomi?", "Lei Jun", "雷军", RIGHT, ""),
    ("Who founded Xiaomi?", "Lei Jun", "Jun Lei", RIGHT, ""),
    ("Who founded Xiaomi?", "Lei Jun", "雷车", WRONG, ""),
    (BUYER, "Amazon", "亚马逊", RIGHT, ""),
    (CITY, "Beijing", "Peking", RIGHT, ""),
    (CITY, "Beijing", "北京", RIGHT, ""),
    ("Which city was known as Peking?", "Beijing", "Peking", WRONG, ""),
    (SCHOOL, "Wuhan University", "WHU", RIGHT, ""),
    ("Which phone came first?", "Mi 1", "Mi One", RIGHT, ""),
    ("What is the key called?", "Enter|Return", "return", RIGHT, ""),
    # No answer, a denial, a choice of answers.
    (CITY, "Beijing", "?", WRONG, ""),
    (CITY, "Beijing", "...", WRONG, ""),
    (CITY, "Beijing", "I don't know", WRONG, ""),
    (CITY, "Beijing", "dunno", WRONG, ""),
    (CITY, "Beijing", "not Beijing", WRONG, "say what it is, not what it is not"),
    (CITY, "Beijing", "it isn't Beijing", WRONG, "say what it is, not what it is not"),
    (CITY, "Beijing", "it isn’t Beijing", WRONG, "say what it is, not what it is not"),
    (CITY, "Beijing", "anyone but Beijing", WRONG, "say what it is, not what it is not"),
    (CITY, "Beijing", "rather than Beijing", WRONG, "say what it is, not what it is not"),
    (CITY, "Beijing", "Beijing or Shanghai", WRONG, "give one answer, not a choice of answers"),
    (CITY, "Beijing", "Beijing / Shanghai", WRONG, "give one answer, not a choice of answers"),
    (CITY, "Beijing", "Beijing, Shanghai", NEAR, "close: answer with the name alone"),
    (
        "Which rule is it?",
        "No taxation without representation",
        "no taxation without representation",
        RIGHT,
        "",
    ),
    ("Which rule is it?", "Never say never", "never say never!", RIGHT, ""),
    ("Which protocol is it?", "TCP/IP", "tcp/ip", RIGHT, ""),
    ("Which protocol is it?", "TCP/IP", "TCP IP", RIGHT, ""),
    ("Which post was it?", "CFO", "CEO", WRONG, ""),
    ("Which address is it?", "www.mi.com", "https://www.mi.com/", RIGHT, ""),
    # Lists: the same members in any order.
    (MARKETS, "Brazil, India and Russia", "Russia, India, Brazil", RIGHT, ""),
    (MARKETS, "Brazil, India and Russia", "india & russia & brazil", RIGHT, ""),
    (MARKETS, "Brazil, India and Russia", "Brazil India Russia", RIGHT, ""),
    (
        MARKETS,
        "Brazil, India and Russia",
        "India; Brazil; Rusia",
        RIGHT,
        'it is spelt "Brazil, India and Russia"',
    ),
    (MARKETS, "Brazil, India and Russia", "Rusia; Indja; Brazil", WRONG, "2 of 3 named, 1 wrong"),
    (
        MARKETS,
        "Brasil, Brazil and Russia",
        "Brazil, Brasil, Russia",
        RIGHT,
        "",
    ),  # either is a slip for the other
    (MARKETS, "Brazil, India and Russia", "Brazil and India", WRONG, "2 of 3 named"),
    (MARKETS, "Brazil, India and Russia", "Brazil, India, Russia and China", WRONG, "3 of 3 named, 1 wrong"),
    (MARKETS, "Brazil, India and Russia", "Brazil, India and China", WRONG, "2 of 3 named, 1 wrong"),
    (MARKETS, "Brazil, India and Russia", "Brazil, Brazil and India", WRONG, "2 of 3 named, 1 wrong"),
    (
        MARKETS,
        "Brazil, India and Russia",
        "Brazil, India or Russia",
        WRONG,
        "give one answer, not a choice of answers",
    ),
    ("Who made the offer?", "Amazon and Kingsoft", "Kingsoft Corporation and Amazon.com", RIGHT, ""),
    ("Which years are named?", "1998 and 1999", "1999, 1998", RIGHT, ""),
    ("Which years are named?", "1998 and 1999", "1998 and 1997", WRONG, "1 of 2 named, 1 wrong"),
    ("Which years are named?", "1998 or 1999", "1999 or 1998", RIGHT, ""),
    ("Which years are named?", "1998 or 1999", "1998", WRONG, "1 of 2 named"),
    ("How many stores, then and now?", "16,000 and 20,000", "20,000 and 16,000", RIGHT, ""),
    ("How many stores, then and now?", "16,000 and 20,000", "16 and 20", WRONG, ""),
    ("Which years are named?", "1998–1999", "1998 to 1999", RIGHT, ""),
    ("Which years are named?", "1998–1999", "1998", WRONG, "that is only a part of the answer"),
    ("When did the bubble burst?", "spring of 2000", "Spring 2000", RIGHT, ""),
    ("When did the bubble burst?", "spring of 2000", "2000", WRONG, "that is only a part of the answer"),
    ("When did the bubble burst?", "spring of 2000", "early 2000", WRONG, ""),
    ("Which decade was it?", "the 1990s", "1990's", RIGHT, ""),
    ("Which decade was it?", "the 1990s", "1990", WRONG, ""),
    # Signs that tell answers apart.
    ("Which grade is it?", "A-", "A-", RIGHT, ""),
    ("Which grade is it?", "A-", "A", WRONG, ""),
    ("Which grade is it?", "A+", "A", WRONG, ""),
    ("Which operator is it?", "==", "=", WRONG, ""),
    ("Which operator is it?", "/", "/", RIGHT, ""),
    ("What was the score?", "3-1", "3:1", WRONG, ""),
    ("What was the score?", "3-1", "3–1", RIGHT, ""),
    ("What was the score?", "3-1", "31", WRONG, ""),
    ("What was the score?", "3-1", "1-3", WRONG, ""),
    ("Which version is it?", "1.2.3", "1.23", WRONG, ""),
    ("Which version is it?", "v1.10", "v1.1", WRONG, ""),
    ("What is the formula?", "H₂O", "h2o", RIGHT, ""),
    ("What is the formula?", "10²", "102", WRONG, ""),
    ("What is the formula?", "10²", "10^2", RIGHT, ""),
    ("Which verb is it?", "can't", "can", WRONG, ""),
    ("Which verb is it?", "can", "can't", WRONG, "say what it is, not what it is not"),
    ("Which city is it?", "Łódź", "lodz", RIGHT, ""),
    ("Which physicist is it?", "Ørsted", "orsted", RIGHT, ""),
    # Numbers inside a text.
    ("Which list is it?", "Fortune Global 500", "Fortune Global five hundred", RIGHT, ""),
    ("What opened?", "16,000 new stores", "16000 new stores", RIGHT, ""),
    ("Which list is it?", "Fortune Global 500", "Fortune Global 50", WRONG, ""),
    ("What was its place?", "3rd largest seller", "third largest seller", RIGHT, ""),
    ("What was its place?", "3rd largest seller", "3 largest seller", WRONG, ""),
    ("When was it?", "six years later", "6 years later", RIGHT, ""),
    ("When was it?", "six years later", "16 years later", WRONG, ""),
    # Words that another form has beside the answer are no part of it.
    ("What was it called?", WPS, "Word Processing System", RIGHT, ""),
    *(
        ("What was it called?", WPS, given, WRONG, "")
        for given in ("Word", "Office", "software", "Kingsoft", "System")
    ),
    ("What was it called?", "WPS (Word Processing System)|WPS", "Word", WRONG, ""),
    (FOUNDER, "Jeff Bezos|Bezos", "Jeff", WRONG, "that is only a part of the answer"),
]


@pytest.mark.parametrize(("question", "accepted", "given", "verdict", "feedback"), TEXTS)
def test_a_short_text_gets_its_verdict(posed, names, question, accepted, given, verdict, feedback):
    answer, *accept = accepted.split("|")
    exercise = posed(ShortAnswer(id="q", prompt=question, answer=answer, accept=tuple(accept)))
    got = mark(exercise, Text(given), names)
    assert (NEAR if got.near else got.verdict, told(got)) == (verdict, feedback)
