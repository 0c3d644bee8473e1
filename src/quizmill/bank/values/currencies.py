"""What an amount of money is of: currencies by their ISO code, coins by the name of a unit."""

from __future__ import annotations

import re

from quizmill.bank.values.plural_endings import singular
from quizmill.pattern import pattern

CURRENCIES = {
    "USD": "$ us$ us-$ u.s.$ u.s.-$ usd us-dollar u.s.-dollar american-dollar dollar 美元",
    "CNY": "¥ cn¥ rmb¥ cny rmb yuan renminbi kuai chinese-yuan rmb-yuan yuan-rmb yuan-renminbi 元 块 人民币",
    "JPY": "jp¥ jpy yen japanese-yen 円 日元 日円 日圓",
    "EUR": "€ eur euro 欧元",
    "GBP": "£ gbp pound pound-sterling british-pound 英镑",
    "HKD": "hk$ hkd hong-kong-dollar 港元",
    "TWD": "nt$ twd new-taiwan-dollar",
    "SGD": "s$ sgd singapore-dollar",
    "AUD": "a$ au$ aud australian-dollar",
    "CAD": "c$ ca$ cad canadian-dollar",
    "INR": "₹ inr rs. rs rupee indian-rupee",
    "KRW": "₩ krw south-korean-won korean-won",
    "RUB": "₽ rub rouble ruble russian-rouble russian-ruble",
    "BRL": "r$ brl brazilian-real",
    "CHF": "chf swiss-franc",
    "MXN": "mx$ mxn mexican-peso",
    "ARS": "ar$ ars argentine-peso",
    "NZD": "nz$ nzd new-zealand-dollar",
    "PLN": "zl pln zloty polish-zloty",
    "CZK": "kc czk czech-koruna",
    "SEK": "sek swedish-krona swedish-kronor",
    "NOK": "nok norwegian-krone norwegian-kroner",
    "DKK": "dkk danish-krone danish-kroner",
    "TRY": "₺ turkish-lira",
    "UAH": "₴ uah hryvnia ukrainian-hryvnia",
    "ILS": "₪ ils shekel israeli-new-shekel",
    "EGP": "egp egyptian-pound",
    "SAR": "sar saudi-riyal",
    "AED": "aed united-arab-emirates-dirham",
    "ZAR": "zar south-african-rand",
}
CURRENCY_NAMES = {
    form.replace("-", " "): code for code, forms in CURRENCIES.items() for form in forms.split()
}
_FORMS = "|".join(re.escape(form) for form in sorted(CURRENCY_NAMES, key=len, reverse=True))
_LEADING = pattern(rf"({_FORMS})(?![^\W\d_]) ?")
_ANYWHERE = pattern(rf"(?<![^\W\d_])({_FORMS})s?(?![^\W\d_])")
_COUNTED_CURRENCY = pattern(rf"\b(?:how many|in) (?:the )?({_FORMS})(?=s?(?![^\W\d_]))(?! ?\d)")
_COINS = {  # a hundredth of what
    "cent": ("USD", "EUR", "AUD", "CAD", "HKD", "SGD", "NZD", "CHF", "MXN", "BRL", "ARS", "ZAR"),
    "penny": ("GBP",),
    "kopek": ("RUB", "UAH"),
    "grosz": ("PLN",),
    "rappen": ("CHF",),
    "haler": ("CZK",),
    "ore": ("SEK", "NOK", "DKK"),
    "paisa": ("INR",),
    "fen": ("CNY",),
    "kurus": ("TRY",),
    "piastre": ("EGP",),
    "agora": ("ILS",),
}


def currency_codes() -> tuple[str, ...]:
    """The currencies that are known, by ISO 4217."""
    return tuple(CURRENCIES)


def leading_currency(folded: str) -> tuple[str, str]:
    """The currency a text begins with ("" when none) and what follows it."""
    match = _LEADING.match(folded)
    return (CURRENCY_NAMES[match[1]], folded[match.end() :]) if match else ("", folded)


def trailing_currency(folded: str) -> str:
    """The currency that the whole text names; "" when it names none."""
    return CURRENCY_NAMES.get(folded) or CURRENCY_NAMES.get(singular(folded), "")


def currencies_in(folded: str) -> frozenset[str]:
    """The currencies a folded text names anywhere."""
    return frozenset(CURRENCY_NAMES[match[1]] for match in _ANYWHERE.finditer(folded))


def currency_forms(code: str) -> tuple[str, ...]:
    """What a currency is called and how it is abbreviated, folded."""
    return tuple(form for form, named in CURRENCY_NAMES.items() if named == code)


def coins_of(code: str) -> frozenset[str]:
    """The units of which a hundred are one of that currency."""
    return frozenset(coin for coin, codes in _COINS.items() if code in codes)


def counted_currency(folded: str) -> str:
    """The one currency that a folded question counts in ("how many euros", "in euros"), else ""."""
    found = {CURRENCY_NAMES[form] for form in _COUNTED_CURRENCY.findall(folded)}
    return found.pop() if len(found) == 1 else ""
