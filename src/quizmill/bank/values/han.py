"""Chinese and Japanese numerals as digits: `十二万五千` is 125000, `百分之三十` 30%, `三分の一` 1/3.

Years of an era are those of the calendar: `昭和39年` is 1964年.
"""

from __future__ import annotations

import re
from decimal import Decimal

from quizmill.bank.values.number_words import nth
from quizmill.pattern import pattern

_DIGITS = {
    char: n
    for n, chars in enumerate("零〇 一壱壹 二两兩贰 三参叁 四肆 五伍 六陆 七柒 八捌 九玖".split())
    for char in chars
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
_SIGNS = "".join((*_DIGITS, *_TENS, *_MYRIADS))
_MYRIAD_SIGNS = "".join(_MYRIADS)
_RUN = pattern(
    rf"(?:(?<![\d.,])\d[\d,]*(?:\.\d+)?(?=[{_MYRIAD_SIGNS}千百]))?[{_SIGNS}\d]*[{_SIGNS}][{_SIGNS}\d]*"
)
_HUNDREDTHS = pattern(r"([百千万])(?=分(?:之|の))")
_DECIMAL = pattern(
    rf"([{_SIGNS}\d]+)[点點]([{''.join(_DIGITS)}]+)(?!\d|[{_SIGNS}分])"
)  # 七点三十 is a time of day
_PART = pattern(r"(\d+) ?分(?:之|の) ?(\d+(?:\.\d+)?)")
_IN_TENTHS = pattern(r"(\d+)(?:割|成)(半|(\d+)分)?(?!\w)")
_PLACE = pattern(r"第 ?(\d+)(?!\d)|(\d+)番目")
_OF_A_NAME = pattern(r"(?<=\d)世(?![紀纪界])")  # 路易十四世 is 路易十四
_SPEED = pattern(r"([時时分秒])速 ?(\d[\d,.]*)(?:キロ(?:メートル)?|(公里|千米)|(メートル|米))")
_MONEY = pattern(r"(?:(\d+)[元块塊圆])?(?:(\d)[角毛](?:(\d)分?)?|(?<=[块塊])(\d))(?:钱|錢)?$")
_ERA = pattern(rf"({'|'.join(_ERAS)}) ?(元|\d{{1,2}}) ?年")
_HALF = pattern(
    r"(\d+)[个個]半(?=[^\W\d])|(\d+) ?(小时|小時|時間|分钟|年|天|日|か月|ヶ月|个月|倍|公里|秒)半$"
)
_THINGS = pattern("[人円年个個本匹头只字]|メートル|キロ|グラム|$")
_CLOCK = {"時": "hour", "时": "hour", "分": "minute", "秒": "second"}
_WHOLE = {"一半": "half", "半分": "half", "半数": "half", "半數": "half"}
_COUNTED = pattern(
    "(?<=[0-9万億亿千])(?:人|名|個|个|箇|つ|本|枚|匹|頭|头|冊|册|台|回|次|只|隻|位|口|件|座|家|所|種類|种)$"
)
_OUT_OF = pattern(r"(\d+)(?:个人|個人|个|個|人|つ)?(?:中有|里有|中の|のうち|人中|中)(\d+)(?:个|個|人|つ)?")


def in_digits(text: str) -> str:
    """A folded text with its numerals in digits, as far as they make numbers."""
    if text in _WHOLE:
        return _WHOLE[text]
    text = _HUNDREDTHS.sub(lambda match: str(_TENS.get(match[1]) or _MYRIADS[match[1]]), text)
    text = _DECIMAL.sub(lambda match: f"{_RUN.sub(_number, match[1])}.{_in_a_row(match[2])}", text)
    text = _RUN.sub(_number, text)
    text = _PART.sub(_part, text)
    text = _IN_TENTHS.sub(_tenths, text)
    text = _ERA.sub(lambda match: f"{_ERAS[match[1]] + int(match[2].replace('元', '1'))}年", text)
    text = _SPEED.sub(_speed, _MONEY.sub(_money, _OF_A_NAME.sub("", text)))
    text = _PLACE.sub(lambda match: nth(int(match[1] or match[2])), text)
    if match := _OUT_OF.fullmatch(text):
        return f"{match[2]} out of {match[1]}"
    text = _HALF.sub(lambda match: f"{match[1] or match[2]}.5{match[3] or ''}", text)
    return _COUNTED.sub("", text)


def _part(match: re.Match[str]) -> str:
    if match[1] == "100":
        return f"{match[2]}%"
    return f"{match[2]}/{match[1]}"


def _tenths(match: re.Match[str]) -> str:
    hundredths = 5 if match[2] == "半" else int(match[3] or 0)
    return f"{int(match[1]) * 10 + hundredths}%"


def _speed(match: re.Match[str]) -> str:
    over = "metres" if match[4] else "kilometres"
    return f"{match[2]} {over} per {_CLOCK[match[1]]}"


def _money(match: re.Match[str]) -> str:
    """5元2角3分, 5块2: tenths and hundredths of a yuan."""
    whole, tenths, hundredths, last = match.groups()
    return f"{whole or 0}.{tenths or last}{hundredths or 0}元"


def _number(match: re.Match[str]) -> str:
    run = match[0]
    if run[0] in _MYRIADS or (run in "百佰千仟" and not _THINGS.match(match.string, match.end())):
        return run  # a word of its own, as in 万能 and 千米
    if not any(char in _TENS or char in _MYRIADS for char in run):
        return _in_a_row(run)
    return run if len(run) > 1 and run[:-1].isascii() else _counted(run)  # 12万 is read as it stands


def _in_a_row(run: str) -> str:
    return "".join(str(_DIGITS.get(char, char)) for char in run)


def _counted(run: str) -> str:
    """The number that numerals make."""
    total, group, digits = Decimal(0), Decimal(0), ""
    last = 1
    for char in run:
        if char in _TENS:
            group += Decimal(digits or "1") * _TENS[char]
            digits, last = "", _TENS[char]
        elif char in _MYRIADS:
            total += (group + Decimal(digits or "0")) * _MYRIADS[char]
            group, digits, last = Decimal(0), "", _MYRIADS[char]
        elif char in "零〇":
            last = 1
        elif char != ",":
            digits += str(_DIGITS.get(char, char))
    if digits and last >= 100 and len(digits) == 1 and run[-2] in (*_TENS, *_MYRIADS):
        digits += "0" * (len(str(last)) - 2)  # 三千五 is 3500
    number = total + group + Decimal(digits or "0")
    return f"{number.normalize():f}"
