/** Numbers, sums, measures and dates: the whole text is the value, or it is none. */
import { NUMBER_WORDS, ORDINAL_WORDS, nth, partOf, readOrdinal, readPart, readWords, wholeInWords } from "./counted.js";
import { isSameMoment, momentOf, readMoment } from "./dates.js";
import { HUNDRED, ONE, add, compare, divide, exact, exactly, isWhole, multiply, negative, scaleb } from "./exact.js";
import { MONTHS } from "./months.js";
import { after, all, fold, full, isAscii, re, starts, without } from "./text.js";
import { coinsOf, convert, isMeasure, kept, leadingCurrency, speltOut, trailingCurrency, unitOf } from "./units.js";

/**
 * @typedef {import("./exact.js").Exact} Exact
 * @typedef {import("./dates.js").Moment} Moment
 * @typedef {{amount: Exact, currency: string, unit: string}} Quantity
 * @typedef {Quantity | Moment} Value
 */

const LONGEST_VALUE = 500;
const LONGEST_QUANTITY = 200;
const SPANS = "decade century year month fortnight week day hour minute".split(" ");
const LARGEST = 10n ** 40n;
const QUANTITY = {
  telling: re(
    `\\d|\\b(?:${[...new Set([...NUMBER_WORDS, ...ORDINAL_WORDS, ...Object.keys(MONTHS), ...SPANS].map((word) => word.slice(0, 3)))].join("|")})`,
  ),
  sign: starts("(?:([-+])|(minus|negative) ) ?"),
  digits: starts(
    "(?<whole>\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d{1,3}(?: \\d{3})+(?! ?\\d)|\\d{1,3}(?:'\\d{3})+(?!'?\\d)" +
      "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!,?\\d)|\\d{1,30})?(?<decimals>(?<! )[.٫]\\d{1,30})?",
  ),
  timesTen: starts(
    "e\\+?(-?\\d{1,3})(?!\\w)| ?[x×*·⋅] ?10 ?(?:\\^|\\*\\*) ?(?:\\((-?\\+?\\d{1,3})\\)|(-?\\+?\\d{1,3}))",
  ),
  powerOfTen: starts("10 ?(?:\\^|\\*\\*) ?(?:\\((-?\\+?\\d{1,3})\\)|(-?\\+?\\d{1,3}))(?!\\d)"),
  power: starts("(\\d{1,4}) ?(?:\\^|\\*\\*) ?(?:\\((\\d{1,3})\\)|(\\d{1,3}))(?![\\d.,])"),
  hours: full("(\\d{1,3}) ?h(?:ours?|rs?)? ?([0-5]?\\d)(?: ?m(?:in(?:ute)?s?)?)?"),
  andPart: full(
    "(.+? (?:years?|months?|weeks?|days?|hours?|minutes?|kilo(?:gram|metre)?s?|litres?|metres?|miles?))" +
      " and (?:(?:a |one )?(half|quarter)|three quarters|[13]/4)",
  ),
  seconds: full("(?:(\\d{1,3}) ?h ?)?(\\d{1,2}) ?m(?:in)? ?(\\d{1,2}) ?s(?:ec)?"),
  minutes: full("(\\d{1,3}) hours?,?(?: and)? ([0-5]?\\d)"),
  quarters: full("(?:(?:a )?quarter|(three quarters)) of an hour"),
  coins: full("(.+?),?(?: and)? ?(?:(\\d{2})|(\\d{1,2}) ?([^\\W\\d_]+|¢))"),
  fraction: starts("(?:(\\d{1,9})(?: | and ))?(\\d{1,3}) ?/ ?(\\d{1,3})(?! ?[\\d/])"),
  ordinal: full("(\\d{1,9})(st|nd|rd|th)"),
  numbered: full("(?:n[or]\\. ?|n[or] |number |# ?|№ ?)(?:(\\d{1,9})|([a-z][a-z -]*))"),
  compound: full(
    "(.+? ?(?:years?|yrs?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|kilomet(?:re|er)s?|km|met(?:re|er)s?|m|kg" +
      "|feet|foot|ft|yards?|yd|pounds|lbs?|stones?|st)),?(?: and)? (.+)",
  ),
  one: re(`an? (?=(?:${SPANS.join("|")})$)`),
  scale: starts(
    "[ -]?(?:(?<word>hundred|dozen|score|thousand|lakh|million|crore|billion|trillion|mln|mn|bn|tn|k|m|b)s?" +
      "(?![^\\W_]|/(?:s|sec|second|min|h)\\b)|(?<chinese>万亿|億|亿|萬|万|千))",
  ),
  more: starts(" (\\d{1,3})(?![\\d.,/:])(?! ?(?:hundred|thousand|million|billion|k|m)\\b)"),
  thousands: all("(?<![\\d.,])([1-9]\\d{0,2})\\.(\\d{3})(?![\\d.,]|[ -]?[^\\W\\d_]*(?:illi|bn|mrd|mld))"),
};
/** @type {Record<string, number>} */
const SIZES = { dozen: 12, score: 20, hundred: 100, lakh: 1e5, crore: 1e7, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
for (const word of ["k", "thousand", "千"]) SIZES[word] = 1e3;
for (const word of ["m", "mn", "mln", "million"]) SIZES[word] = 1e6;
for (const word of ["b", "bn", "billion"]) SIZES[word] = 1e9;
for (const word of ["tn", "trillion", "万亿"]) SIZES[word] = 1e12;

/** @param {Exact} amount @param {string} [currency] @param {string} [unit] @returns {Quantity} */
export const quantity = (amount, currency = "", unit = "") => ({ amount, currency, unit });
/** @param {number | string} count @param {string} unit */
const measured = (count, unit) => quantity(exactly(count), "", unit);

/** @param {Value} value @returns {value is Moment} */
export const isMoment = (value) => "year" in value;

/** A quantity itself, and the number of a bare year. @param {Value | null} value @returns {Quantity | null} */
export function asQuantity(value) {
  if (!value || !isMoment(value)) return value;
  return isSameMoment(value, momentOf({ year: value.year })) ? quantity(exactly(value.year)) : null;
}

/** @param {string} text */
const mayBeOne = (text) => !isAscii(text) || QUANTITY.telling.test(text.toLowerCase());

/** The value of a folded text in which symbols of units are names already. @param {string} folded @returns {Value | null} */
export const readSpelt = (folded) =>
  mayBeOne(folded) && folded.length <= LONGEST_VALUE ? valueOf(without(fold(folded), ".")) || null : null;

/** The value that the whole of a text is. @param {string} text @returns {Value | null} */
export function read(text) {
  if (!mayBeOne(text) || text.length > LONGEST_VALUE) return null;
  return valueOf(without(fold(speltOut(text)), ".")) || null;
}

/** @type {(folded: string) => Value | false} */
const valueOf = kept((folded) => (folded && (readMoment(folded) || readQuantity(folded))) || false);

/** Whether it is a value in English, and not a number of things with another language's name. @param {Value | null} value */
export function isEnglish(value) {
  if (value && !isMoment(value)) return value.unit === "" || value.unit === "ordinal" || isMeasure(value.unit);
  return value !== null;
}

/** The quantity that the whole of a folded text names. @param {string} folded @returns {Quantity | null} */
function readQuantity(folded) {
  if (folded.length > LONGEST_QUANTITY) return null;
  const place = placeInRow(folded);
  if (place) return measured(place, "ordinal");
  let [isNegative, rest] = signOf(folded);
  let currency;
  [currency, rest] = leadingCurrency(rest);
  if (currency && !isNegative) [isNegative, rest] = signOf(rest);
  const found = amountOf(rest.replace(QUANTITY.one, "1 "));
  if (!found) return duration(folded);
  const simple = ofWhat(isNegative ? negative(found[0]) : found[0], currency, found[1]);
  return simple || compound(folded) || duration(folded) || withCoins(folded);
}

/** @param {string} folded */
function duration(folded) {
  let match;
  if ((match = QUANTITY.seconds.exec(folded)))
    return measured(Number(match[1] || 0) * 3600 + Number(match[2]) * 60 + Number(match[3]), "second");
  if ((match = QUANTITY.minutes.exec(folded))) return measured(Number(match[1]) * 60 + Number(match[2]), "minute");
  if ((match = QUANTITY.quarters.exec(folded))) return measured(match[1] ? 45 : 15, "minute");
  if ((match = QUANTITY.hours.exec(folded))) return measured(Number(match[1]) * 60 + Number(match[2]), "minute");
  match = QUANTITY.andPart.exec(folded);
  const whole = match && readQuantity(match[1]);
  if (!match || !whole) return null;
  const part = match[2] ? partOf(match[2]) : partOf(folded.endsWith("1/4") ? "quarter" : "");
  return quantity(add(whole.amount, part), "", whole.unit);
}

/** 12 pounds 50, 12 pounds 5 pence. @param {string} folded */
function withCoins(folded) {
  const match = QUANTITY.coins.exec(folded);
  if (!match || (match[2] && /\d$/.test(match[1]))) return null;
  const whole = readQuantity(match[1]);
  if (!whole || !whole.currency || !isWhole(whole.amount)) return null;
  if (match[4] && !coinsOf(whole.currency).includes(unitOf(match[4]))) return null;
  const coins = divide(exactly(match[2] || match[3]), HUNDRED);
  return quantity(add(whole.amount, whole.amount.n >= 0n ? coins : negative(coins)), whole.currency);
}

/** An amount said in two units, in the smaller. @param {string} folded */
function compound(folded) {
  const match = QUANTITY.compound.exec(folded);
  const [larger, smaller] = match ? [readQuantity(match[1]), readQuantity(match[2])] : [null, null];
  if (!larger || !smaller) return null;
  const whole = convert(larger.amount, larger.unit, smaller.unit);
  const one = convert(ONE, larger.unit, smaller.unit);
  if (!whole || !one || smaller.amount.n < 0n || compare(smaller.amount, one) >= 0) return null;
  return quantity(add(whole, smaller.amount), "", smaller.unit);
}

/** @param {string} text @returns {[boolean, string]} */
function signOf(text) {
  const match = QUANTITY.sign.exec(text);
  return match ? [match[0].trim() !== "+", text.slice(match[0].length)] : [false, text];
}

/** @param {string} text */
function placeInRow(text) {
  let match;
  if ((match = QUANTITY.numbered.exec(text))) return match[1] ? Number(match[1]) : wholeInWords(match[2]) || 0;
  if ((match = QUANTITY.ordinal.exec(text))) return text === nth(Number(match[1])) ? Number(match[1]) : 0;
  return readOrdinal(text);
}

/** The amount a text begins with, its scale included, and what follows it. @param {string} text @returns {[Exact, string] | null} */
function amountOf(text) {
  let match;
  if ((match = QUANTITY.fraction.exec(text))) {
    const [whole, over, under] = match.slice(1).map((part) => exactly(part || 0));
    return under.n ? scaled(add(whole, divide(over, under)), text.slice(match[0].length)) : null;
  }
  if ((match = QUANTITY.powerOfTen.exec(text)))
    return [scaleb(ONE, Number((match[1] || match[2]).replace("-+", "-"))), text.slice(match[0].length)];
  if ((match = QUANTITY.power.exec(text))) {
    const found = BigInt(match[1]) ** BigInt(match[2] || match[3]);
    if (found < LARGEST) return [exact(found), text.slice(match[0].length)];
  }
  match = QUANTITY.digits.exec(text);
  if (!match || !match[0]) return readWords(text);
  const amount = exactly(match[0].replace(/[, ']/g, "").replace("٫", "."));
  const behind = text.slice(match[0].length);
  const power = QUANTITY.timesTen.exec(behind);
  if (power) return [scaleb(amount, Number(power[1] || power[2] || power[3])), behind.slice(power[0].length)];
  const [part, rest] = readPart(behind);
  return scaled(add(amount, part), rest);
}

/** @param {Exact} amount @param {string} rest @returns {[Exact, string]} */
function scaled(amount, rest) {
  for (let i = 0; i < 2; i++) {
    const match = QUANTITY.scale.exec(rest);
    if (!match) continue;
    const scale = SIZES[match.groups?.word || match.groups?.chinese || ""];
    const [part, behind] = readPart(rest.slice(match[0].length));
    [amount, rest] = [multiply(add(amount, part), exactly(scale)), behind];
    const more = scale >= 1000 && QUANTITY.more.exec(rest);
    if (more && Number(more[1]) < scale) [amount, rest] = [add(amount, exactly(more[1])), rest.slice(more[0].length)];
  }
  return [amount, rest];
}

/** @param {Exact} amount @param {string} currency @param {string} rest */
function ofWhat(amount, currency, rest) {
  const tail = after(rest.trim(), "-");
  if (!tail) return quantity(amount, currency);
  if (currency && tail === "t") return quantity(multiply(amount, exactly(1e12)), currency);
  if (rest === "s") return null;
  const trailing = trailingCurrency(tail);
  if (trailing) return currency === "" || currency === trailing ? quantity(amount, trailing) : null;
  const unit = currency ? "" : unitOf(tail);
  return unit ? quantity(amount, "", unit) : null;
}
