"""Answers from physics, chemistry, history and other subjects: which are right, wrong, or asked again."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Cloze, Numerical, ShortAnswer
from quizmill.grade import Misread, Text, mark, read_response
from spoken import refused

# question [unit ± tolerance] | key | right ; right | wrong ; wrong | to be asked again
VALUES = """
What current flows? [mA] | 250 | 250 mA; 0.25 A; 250 milliamperes; 250000 µA; 250 ma |
    250 MA; 250 A; 250 mV |
What force acts? [N] | 2400 | 2400; 2400 N; 2.4 kN; 2400 newtons; 2,400 newton | 2400 J; 24 kN; 2400 kN |
How large is the resistance? [Ω] | 47000 | 47 kΩ; 47 kohm; 47000 ohms; 0.047 MΩ | 47 Ω; 47 mΩ |
What is its density? [g/cm³] | 2.7 |
    2.7 g/cm^3; 2.7 g/cm³; 2700 kg/m³; 2.7 g cm⁻³; 2.7 grams per cubic centimetre | 2.7 kg/m³ |
What volume is displaced? [cm³] | 48 | 48 cm^3; 48 ml; 48 mL; 48 cubic centimetres; 0.048 l |
    48 cm^2; 48 m³ |
What is the specific heat? [J/(kg·K)] | 4186 |
    4186 J/(kg K); 4.186 kJ/(kg·K); 4186 J/kg/K; 4186 J kg^-1 K^-1 | 4186 J/kg |
How fast does it go? [m/s] | 25 | 90 km/h; 25 m/s; 25 M/S; 25 m s⁻¹; 25 metres per second | 25 km/h; 90 |
How fast does it go? [km/h] | 90 | 25 m/s; 90 km/h; 90 km h⁻¹ | 25 km/h; 90 m/s |
How large is the file? [kB] | 5 | 5 KB; 5 kB; 5 kilobytes; 0.005 MB | 5 MB; 5 kbit |
What is the root x? | -2 | -2; x = -2; x=−2 | 2; y = -2; x = 2
How long is the wave? [nm] | 500 | 500 nm; 5e-7 m; 0.5 µm | 5e-6 m; 500 mm
How fast does it beat? | 72 beats per minute | 72 bpm; 72 beats per minute | 27 bpm
What energy is stored? [kWh] | 2 | 2 kWh; 2 kilowatt-hours; 7.2 MJ; 2000 Wh | 2 kW; 7.2 kJ |
What is the voltage? [V] | 12 | 12 V; 12v; 12 volts; 0.012 kV | 12 A; 12 mV; 12 W |
What is its concentration? [mol/L] | 0.1 | 0.1 mol/L; 0.1 M; 100 mM; 0.1 mol/dm³ | 1 M; 0.1 mol; 0.1 m |
What torque is applied? [Nm] | 30 | 30 Nm; 30 N m; 30 N·m; 30 newton metres | 30 nm; 30 mN |
At what temperature does it melt? [°C] | 0 | 0 °C; 0 C; 32 °F; 273.15 K; zero | 32; 273.15 °C |
How cold is liquid helium? [K] | 4.2 | 4.2 K; 4.2 kelvin; -268.95 °C | 4.2 °C; 4200 |
What is the charge? [C ± 1%] | 1.602e-19 | 1.6e-19; 1.60 x 10^-19 C; 1.602·10⁻¹⁹; 1.6E-19 |
    1.6e19; 1.6 |
What is the capacitance? [F] | 4.7e-6 | 4.7 µF; 4.7 uF; 4700 nF; 4.7 × 10^-6 F | 4.7 F; 4.7 pF |
How many molecules are there? | 3e23 | 3e23; 3 x 10^23; 3·10²³; 300000000000000000000000 | 3e22; 3 |
How heavy is it? | 5 mg | 5 mg; 0.005 g; 5 milligrams; 5000 micrograms | 5 Mg; 5 g |
What is the half-life? | 90 minutes | 1h30; 1.5 hours; an hour and a half; 5400 s; 90 min | 1h20; 90 hours |
What frequency is A4? [Hz] | 440 | 440 Hz; 440 hz; 0.44 kHz; 440 hertz | 440 kHz; 880 |
How large is the file? [MB] | 5 | 5 MB; 5 megabytes; 5 mb; 0.005 GB | 5 kB; 5 Mbit |
What did it cost? | £12.50 | 12 pounds 50; £12.50; 12.50 GBP; 12 pounds and 50 pence |
    £12.05; 12 pounds 5; €12.50 |
What share is it? | 0.125 | 0,125; .125; 0,1250 | 125; 0,1251 |
How many people live there? | 1234567 | 1,234,567; 12,34,567; 1'234'567; 1 234 567 | 123456 | 123,4567
What share is it? | 12.5% | 1/8; an eighth; 0.125; 12.5 percent | 0.125%; 1.25 |
When did Caesar die? | 44 BC | 44 BC; 44 B.C.; 44 BCE; BC 44 | 44 AD; 44 |
When did Rome fall? | 476 AD | 476 AD; AD 476; 476 CE | 476 BC |
When was it signed? | 2010-05-08 | 8 May 2010; 8.5.2010; 8-May-10; 2010-05-08 00:00:00 |
    9 May 2010; 5.8.2010 | 8/5/2010; 05/08/2010
When was it signed? | 2010-05-18 | 18/5/2010; 5/18/2010; 18.5.10 | 5/19/2010 |
In which month was it? | March 1998 | 3.1998; Mar-98; 03/1998; March '98 | Mar-99; 1998 |
"""
WORDS = """
Which war ended in 1945? | World War II | World War 2; world war two; WWII; WW2 |
    World War I; World War III; WWI
Who was the Sun King? | Louis XIV | Louis 14; Louis the Fourteenth; louis xiv; Louis 14th |
    Louis XVI; Louis XV; Louis 15
Who called the council? | Pope John XXIII | Pope John 23; pope john the twenty-third |
    Pope John XXII; Pope John
Which city was Leningrad? | Saint Petersburg | St. Petersburg; St Petersburg | Petersburg, Virginia
Which acid is it? | sulphuric acid | sulfuric acid; Sulphuric acid | sulphurous acid
What carries oxygen? | haemoglobin | hemoglobin | haemophilia
What did he study? | the colour of light | the color of light | the colour of sight
What do they do? | organise labour | organize labor | organise
Which birds are these? | finches | finch; Finches | finished; fishes
Which organisms cause it? | bacteria | bacterium | bactericide
What are these? | fungi | fungus | fun
Who painted it? | Jan Steen | Jan Steen | Jan Steens
Which colours mix to white? | red, green and blue | red/green/blue; blue, red, green; red, green & blue |
    red/green; red, green or blue
Which note is it? | F♯ | F#; F sharp; f-sharp; F♯ | F; F flat; Gb
Which key is it in? | B♭ major | Bb major; B flat major; B-flat major | B major; B♭ minor
Which note is it? | Ab | A flat; A♭; ab | A; A sharp
Which symphony is it? | Symphony No. 9 | Symphony 9; Ninth Symphony; 9th symphony; symphony no 9 |
    Symphony No. 8; Eighth Symphony
Which war ended in 1945? | World War II | Second World War; 2nd world war | First World War
Quel siècle? | XIXe siècle | 19e siècle; XIXème siècle | XVIIIe siècle; 18e siècle
Which law is it? | Ohm's law | Ohms law; ohm’s law | Boyle's law
When does it begin? | 14:30 | 14.30; 2:30 pm; 2.30 p.m.; 14h30 |
    2:30; 14:31; 2:30 am; 14:30 15
When does it begin? | 9:00 | 9 am; 9 o'clock; 9:00; 09:00 | 9 pm; 10:00
What was the score? | 2:10 | 2:10 | 2:10 am; 2.10; 10:2
What was it at noon? | 12:00 | 12 pm; 12:00 | 12 am; 0:00
Which interval is it? | (0, 1] | (0,1]; (0, 1]; ]0, 1] | [0, 1); (0, 1); 0, 1
Which point is it? | (2, 3) | (2, 3); 2, 3 | (3, 2); [2, 3]
What does it say? | a ≠ b | a ≠ b; a≠b; a != b | a = b; b ≠ c
What is it? | n! | n!; n ! | n; m!
What does one shout? | Go! | go; Go! | going
What is its slope? | 2x | 2x; 2*x; f'(x) = 2x; y = 2x | 2; x; f(x) = 3x
Which line is it? | y = mx + b | y=mx+b; y = m*x + b | y = mx; y = mx - b
What are its factors? | (x−1)(x+1) | (x-1)(x+1); (x - 1)*(x + 1) | (x-1)(x-1); x-1
Which page is it? | www.mi.com | www.mi.com; http://www.mi.com; mi.com | mi; www.me.com
מה אומרים? | שָׁלוֹם | שלום; שָׁלוֹם | שלומי
ما هذا؟ | كتاب | كِتَاب; كتاب | كاتب
日本の首都は? | とうきょう | トウキョウ; とうきょう | きょうと
"""


def _rows(table: str):
    lines = table.replace("\n    ", " ").strip().splitlines()
    rows = ([part.strip() for part in line.split(" | ")] for line in lines)
    return [pytest.param(asked, key, columns, id=f"{asked[:40]} {key[:20]}") for asked, key, *columns in rows]


def _columns(columns: list[str]) -> list[list[str]]:
    parted = [[each.strip() for each in part.strip("|").split(";") if each.strip()] for part in columns]
    return [*parted, *([[]] * (3 - len(parted)))]


def _verdict(exercise, line: str) -> str:
    response = read_response(exercise, line)
    return "again" if isinstance(response, Misread) else str(mark(exercise, response).verdict)


def _expected(columns: list[str]) -> dict[str, str]:
    verdicts = ("right", "wrong", "again")
    return {
        line: verdict for verdict, lines in zip(verdicts, _columns(columns), strict=True) for line in lines
    }


@pytest.mark.parametrize(("asked", "key", "columns"), _rows(VALUES))
def test_every_notation_of_a_value_is_right_and_no_other_value_is(posed, asked, key, columns):
    prompt, _, beside = asked.partition(" [")
    unit, _, tolerance = beside.removesuffix("]").partition(" ± ")
    exercise = posed(Numerical(id="q", prompt=prompt, answer=key, unit=unit, tolerance=tolerance or "0"))

    assert {line: _verdict(exercise, line) for line in _expected(columns)} == _expected(columns)


@pytest.mark.parametrize(("asked", "key", "columns"), _rows(WORDS))
def test_every_way_of_writing_a_word_is_right_and_no_other_word_is(posed, asked, key, columns):
    exercise = posed(ShortAnswer(id="q", prompt=asked, answer=key))

    assert {line: _verdict(exercise, line) for line in _expected(columns)} == _expected(columns)


def test_what_reads_two_ways_says_so_and_what_to_type(posed):
    signed = posed(Numerical(id="q", prompt="When was it signed?", answer="2010-05-08"))
    people = posed(Numerical(id="q", prompt="How many people live there?", answer="1234567"))
    date, number = read_response(signed, "8/5/2010"), read_response(people, "123,4567")

    assert (date.reason.key, date.help.key) == ("fault.date_two_ways", "help.month_in_letters")
    assert (number.reason.key, number.help.key) == ("fault.number_two_ways", "help.no_commas")


@pytest.mark.parametrize(
    ("language", "key", "typed", "thousands", "decimals"),
    [("es", "1234", "1,234", "1234", "1,2340"), ("de", "56000 m", "56,000 m", "56000 m", "56,0000 m")],
)
def test_three_digits_behind_a_comma_are_asked_again_so_that_either_can_be_said(
    posed, language, key, typed, thousands, decimals
):
    exercise = posed(Numerical(id="q", prompt="How many?", answer=key))
    misread = read_response(exercise, typed, language)
    meant = [read_response(exercise, line, language) for line in (thousands, decimals)]

    assert refused(misread) == (
        f'"{typed}" can be read as two numbers',
        "leave the point or comma out if it parts thousands; if it begins decimals, add a 0 at the end",
    )
    assert [mark(exercise, each, language=language).verdict for each in meant] == ["right", "wrong"]


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("2005", "2OO5"),
        ("2005", "2oo5"),
        ("1984", "l984"),
        ("1984", "I984"),
        ("3 April 2010", "3 April 20l0"),
    ],
)
def test_letters_that_look_like_digits_are_asked_again_where_digits_were_right(posed, key, typed):
    exercise = posed(ShortAnswer(id="q", prompt="When was it?", answer=key))

    assert refused(read_response(exercise, typed)) == (
        f'"{typed}" has a letter among its digits',
        "write 0 and 1, not the letters O, I and l",
    )


@pytest.mark.parametrize(("key", "typed"), [("1984", "l985"), ("5 l", "5l"), ("Model 10", "Model lO")])
def test_and_are_letters_where_no_number_is_meant_or_it_would_be_wrong(posed, key, typed):
    exercise = posed(ShortAnswer(id="q", prompt="Which?", answer=key))

    assert read_response(exercise, typed) == Text(typed)


def test_a_date_of_which_no_reading_is_right_is_wrong(posed):
    signed = posed(Numerical(id="q", prompt="When was it signed?", answer="2010-05-08"))

    assert _verdict(signed, "3/4/2010") == "wrong"


def test_a_blank_that_reads_two_ways_is_asked_again(posed):
    cloze = posed(Cloze(id="q", text="It was signed on {{8 May 2010}} in {{Oslo}}."))

    assert _verdict(cloze, "8/5/2010 | Oslo") == "again"
    assert _verdict(cloze, "8 May 2010 | Oslo") == "right"


def test_a_short_answer_that_is_a_measure_keeps_the_capitals_of_its_unit(posed):
    short = posed(ShortAnswer(id="q", prompt="How much power does it draw?", answer="5 mW"))

    assert (_verdict(short, "0.005 W"), _verdict(short, "5 MW")) == ("right", "wrong")
