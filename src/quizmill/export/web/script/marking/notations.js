/** Numbers as other countries write them, rates, parts, times that were taken, workings, other bases. */
import { NUMBER_WORDS, singularWord } from "./counted.js";
import { HUNDRED, add, compare, divide, exactly, multiply } from "./exact.js";
import { T } from "./tables.js";
import { all, fold, full, isAscii, phrase, re } from "./text.js";
import { convert, isMeasure, trailingCurrency, unitOf } from "./units.js";
import { asQuantity, isMoment, quantity, read, readSpelt } from "./values.js";

/**
 * @typedef {import("./exact.js").Exact} Exact
 * @typedef {import("./keys.js").Key} Key
 * @typedef {import("./keys.js").Mention} Mention
 * @typedef {import("./values.js").Quantity} Quantity
 * @typedef {import("./values.js").Value} Value
 */

// Separators

const SEPARATORS = {
  grouped: re("[1-9]\\d{0,2}(?:\\.\\d{3})+(?![\\d.,])"),
  comma: re("(?<![\\d.,])((?:\\d{1,3}(?:[. ]\\d{3})+|\\d+)(?=,\\d{1,2}(?!\\d))|0),(\\d+)(?![\\d.,])"),
  commas: re("\\d+(?:,\\d+)+(?:\\.\\d+)?"),
  letters: all("[\\doil|]*\\d[\\doil|]*"),
  number: all("\\d(?:[\\d., ]*\\d)?"),
};

/** Whether a match is the only number in a text, and whole. @param {RegExpExecArray} match @param {string} text */
function isAlone(match, text) {
  const found = [...text.matchAll(SEPARATORS.number)];
  return found.length === 1 && found[0].index === match.index && found[0][0] === match[0];
}

/** With the decimal comma of its one number as a point. @param {string} text */
export function withDecimalPoint(text) {
  if (!text.includes(",") && isAscii(text)) return text;
  const folded = fold(text);
  const match = SEPARATORS.comma.exec(folded);
  if (!match || !isAlone(match, folded)) return text;
  const end = match.index + match[0].length;
  return `${folded.slice(0, match.index)}${match[1].replace(/[. ]/g, "")}.${match[2]}${folded.slice(end)}`;
}

/** With the points of its one number taken for thousands; "" where they cannot be that. @param {string} text */
export function withoutPoints(text) {
  const folded = fold(text).replace(/\.$/, "");
  const match = SEPARATORS.grouped.exec(folded);
  if (!match || !isAlone(match, folded)) return "";
  return folded.slice(0, match.index) + match[0].replace(/\./g, "") + folded.slice(match.index + match[0].length);
}

/** What a number may be whose commas stand where nobody writes them. @param {string} text */
export function oddlyGrouped(text) {
  const folded = fold(text);
  const match = SEPARATORS.commas.exec(folded);
  if (!match || !isAlone(match, folded)) return null;
  const at = folded.lastIndexOf(",");
  return [folded.replace(/,/g, ""), `${folded.slice(0, at).replace(/,/g, "")}.${folded.slice(at + 1)}`];
}

/** With 0 and 1 for the letters among its digits that look so. @param {string} text */
export function withDigits(text) {
  const folded = fold(text);
  const meant = folded.replace(SEPARATORS.letters, (match) => match.replace(/o/g, "0").replace(/[il|]/g, "1"));
  return meant === folded ? [] : [meant];
}

// Rates

/** @type {Record<string, string>} */
const ADVERBS = {
  annum: "year", annually: "year", annual: "year", yearly: "year", quarterly: "quarter", monthly: "month",
  weekly: "week", daily: "day", hourly: "hour",
};
const TIMES = "year quarter month week day hour minute second".split(" ");
const RATES = {
  rate: re(
    "(?<!\\band)(?<!\\band )(?: ?/ ?| ?\\(?\\b(?:per|an?|in an?|(?:(?:for|in|on) )?(?:each|every|one)) )" +
      `(?<noun>[^\\W\\d_]{2,})\\)?$| \\(?(?<adverb>${Object.keys(ADVERBS).join("|")})\\)?$` +
      "| ?,? ?\\(?(?<year>p\\.? ?a\\b\\.?)\\)?$| (?<each>each|apiece)$",
  ),
  leading: re("^(?:per|each|every) ([^\\W\\d_]+) (?=\\S)"),
  difference: re(
    " (?:(?<more>more expensive|more|higher|dearer|larger|greater|longer|extra)" +
      "|(?<less>less|lower|cheaper|fewer|smaller|shorter))$",
  ),
  event: re(" ((?:after|before|since)\\b.*)$"),
  span: re(
    " (?:over|in|within|during|for) (?:the |these )?(?:next |coming |first )?([\\w-]+ (?:year|month|week|day)s)\\b",
  ),
};

/** With the rate before its number behind it. @param {string} folded */
function atEnd(folded) {
  const match = RATES.leading.exec(folded);
  return match ? `${folded.replace(RATES.leading, "")} per ${match[1]}` : folded;
}

/** Of what one is meant; "" where it is each. @param {RegExpExecArray} match */
function nounOf(match) {
  const { year, adverb, noun } = match.groups || {};
  const word = year ? "annum" : adverb || noun || "";
  return ADVERBS[word] || singularWord(word);
}

/** @param {RegExpExecArray} match @param {Key} key */
const isAsked = (match, key) =>
  match.groups?.each ? !!key.rated?.length : !!key.rated?.includes(nounOf(match));

/** Without the rate, span, comparison or event at its end that the question names. @param {string} text @param {Key} key */
export function withoutRate(text, key) {
  const folded = atEnd(fold(text));
  let match = RATES.rate.exec(folded);
  if (match?.index && isAsked(match, key)) return folded.slice(0, match.index);
  if ((match = RATES.difference.exec(folded)))
    return key.says.has(match.groups?.more ? "more" : "less") ? folded.slice(0, match.index) : text;
  if ((match = RATES.event.exec(folded)) && key.asked.includes(` ${match[1]}`)) return folded.slice(0, match.index);
  match = RATES.span.exec(folded);
  if (match && match.index + match[0].length === folded.length) {
    const span = readSpelt(match[1]);
    if (span && key.spans.some((each) => isSameValue(each, span))) return folded.slice(0, match.index);
  }
  return text;
}

/** @param {Value} one @param {Value} other */
function isSameValue(one, other) {
  if (isMoment(one) || isMoment(other)) return JSON.stringify(one) === JSON.stringify(other);
  return compare(one.amount, other.amount) === 0 && one.currency === other.currency && one.unit === other.unit;
}

/** Whether a text ends in a rate over time that the question does not ask for. @param {string} text @param {Key} key */
export function isAnotherRate(text, key) {
  const match = RATES.rate.exec(atEnd(fold(text)));
  return !!match?.index && TIMES.includes(nounOf(match)) && !isAsked(match, key);
}

// Parts of a whole

const OUT_OF = full(
  "(.+?)(?: chances?| times?| people| cases?)? (?:out of|in|of|from)(?: every| each)? (\\d[\\d,]*|[a-z -]+)",
);

/** @param {Exact} share */
const inPercent = (share) => quantity(multiply(share, HUNDRED), "", "%");
/** @param {Value} value @param {boolean} [fraction] @returns {Mention} */
export const mentionOf = (value, fraction = false) => ({ value, hedged: false, side: "", fraction, finer: false });

/** What a fraction claims of a whole: half is 50%. @param {Mention} mention @param {Key} key @returns {Mention[]} */
export function asPercent(mention, key) {
  const value = mention.value;
  if (isMoment(value) || value.unit || value.currency) return [];
  const isPart = key.says.has("part") && value.amount.n > 0n && value.amount.n < value.amount.d;
  if (!mention.fraction && !isPart) return [];
  return [{ ...mentionOf(inPercent(value.amount)), hedged: mention.hedged, side: mention.side }];
}

/** What x out of y means where a part of a whole is wanted. @param {string} given @param {Quantity} right @returns {Mention[]} */
export function outOf(given, right) {
  if (![" of ", " in ", " from "].some((word) => given.includes(word))) return [];
  const most = exactly(right.unit ? 100 : 1);
  if (right.currency || !["", "%"].includes(right.unit) || right.amount.n <= 0n || compare(right.amount, most) > 0) return [];
  const match = OUT_OF.exec(phrase(given));
  const [some, whole] = match ? [match[1], match[2]].map((part) => asQuantity(readSpelt(part))) : [null, null];
  if (!some || !whole || some.unit || whole.unit || some.currency || whole.currency) return [];
  if (some.amount.n <= 0n || compare(some.amount, whole.amount) > 0) return [];
  const share = divide(some.amount, whole.amount);
  return [mentionOf(quantity(share), true), mentionOf(inPercent(share))];
}

// Times that were taken, and feet and inches

const TAKEN = full("(\\d{1,3})(?::(\\d\\d))?:([0-5]\\d(?:[.,]\\d{1,6})?) ?(h|hours?|hrs?|m|min(?:utes?)?|s)?");
const PRIMES = full("(\\d{1,4})' ?(?:([0-5]?\\d(?:\\.\\d+)?) ?(?:''|\")?)?");

/** What figures between colons or before primes may mean where a time or a length is wanted. @param {string} given @param {Quantity} right @returns {Mention[]} */
export function taken(given, right) {
  if (!/[:'′’]/.test(given)) return [];
  const [isLength, isTime] = ["foot", "second"].map((unit) => convert(exactly(1), right.unit, unit));
  const primes = PRIMES.exec(isLength ? phrase(given) : fold(given));
  /** @param {number} size */
  const sum = (size) => primes && add(exactly(Number(primes[1]) * size), exactly(primes[2] || 0));
  if (isLength) return primes ? [mentionOf(quantity(sum(12) || exactly(0), "", "inch"))] : [];
  if (!isTime) return [];
  return seconds(fold(given), sum(60)).map((each) => mentionOf(quantity(each, "", "second")));
}

/** @param {string} folded @param {Exact | null} primes @returns {Exact[]} */
function seconds(folded, primes) {
  if (primes) return [primes];
  const match = TAKEN.exec(folded);
  if (!match) return [];
  const [first, unit] = [Number(match[1]), match[4] || ""];
  const last = exactly(match[3].replace(",", "."));
  if (match[2]) return [add(exactly(first * 3600 + Number(match[2]) * 60), last)];
  const inHours = add(exactly(first * 3600), multiply(last, exactly(60)));
  const inMinutes = add(exactly(first * 60), last);
  return unit[0] === "h" ? [inHours] : unit[0] === "m" ? [inMinutes] : [inHours, inMinutes];
}

// Workings

const WORKING = {
  equals: / ?[=≈≃≅] ?/,
  word: all("[^\\W\\d_]+"),
  arithmetic: full("[\\d\\s.,+\\-−–—*x×·⋅÷/:%^()$¥€£~'²³½¼¾⅓⅔⅕]*"),
};
const SAID_IN_SUMS = new Set(
  ("of x times by minus plus and divided over less the is m k bn mn mio mil profit loss gain price cost sum" +
    " total answer result").split(" "),
);

/** What stands behind the last equals sign, if before it stands nothing but a working. @param {string} given @param {Key} key */
export function resultOf(given, key) {
  const steps = given.split(WORKING.equals);
  const last = steps.pop();
  if (!steps.length || !last || key.texts.some((form) => form.includes("="))) return given;
  const isWorking = steps.map(fold).every(
    (step) => WORKING.arithmetic.test(step.replace(WORKING.word, " ")) && (step.match(WORKING.word) || []).every((word) => mayStand(word, key)),
  );
  return isWorking ? last : given;
}

/** @param {string} word @param {Key} key */
const mayStand = (word, key) =>
  SAID_IN_SUMS.has(word) || NUMBER_WORDS.has(word) || key.words.has(word) || !!trailingCurrency(word) || isMeasure(unitOf(word));

// Other bases

const BASES = {
  prefixed: full("0([box])_?([0-9a-f][0-9a-f_ ]*)"),
  marked: full(
    "\\(?([0-9a-f][0-9a-f ]*)\\)?(?: ?_ ?[({]?(\\d{1,2})[)}]?|([₀-₉]{1,2})|,? ?[(]?(?:in )?base[ -]?(\\d{1,2})[)]?|(?<=\\))(\\d{1,2}))",
  ),
  bare: full("[0-9a-f][0-9a-f ]*"),
};

/** Whether a text is one of the numerals; null for what is none at all. @param {string} given @param {NonNullable<Key["bases"]>} bases */
export function isNumeral(given, { numerals, named }) {
  const bare = given.trim().replace(/^\.+|\.+$/g, "").toLowerCase();
  /** @param {string} digits @param {number} base */
  const checked = (digits, base) => {
    const short = digits.replace(/[ _]/g, "").replace(/^0+/, "") || "0";
    const lettered = /\D/.test(short);
    if (base < 2 || base > 16 || (lettered && (base !== 16 || short.length < 2))) return "";
    return [...short].every((digit) => parseInt(digit, 16) < base) ? `${short} ${base}` : "";
  };
  const known = numerals.map((each) => each.join(" "));
  const prefixed = BASES.prefixed.exec(bare);
  const marked = prefixed ? null : BASES.marked.exec(bare);
  const found = prefixed
    ? checked(prefixed[2], { b: 2, o: 8, x: 16 }[prefixed[1]] || 0)
    : marked && checked(marked[1], Number((marked.slice(2).find(Boolean) || "").normalize("NFKC")));
  if (found) return known.includes(found);
  if (!BASES.bare.test(bare)) return null;
  return numerals.some(([digits, base]) => named.includes(base) && checked(bare, base) === `${digits} ${base}`);
}

// Letters that mean a unit, and scales in haste

const LETTER = re("(?<=\\d) ?([mkdy])\\.?$");
const IN_HASTE = re("(?<=\\d) ?(mill?|mio|bill?)\\b\\.?(?!/)");

/** With m, k, d and y at its end as metres, kelvin, days and years where these are asked for. @param {string} text @param {Key} key */
export function withLetters(text, key) {
  const match = LETTER.exec(fold(text));
  const value = match && read(text);
  if (!match || !value || isMoment(value) || value.currency || !["", match[1]].includes(value.unit)) return text;
  const name = measuredBy(match[1], key);
  return name ? `${fold(text).slice(0, match.index)} ${name}` : text;
}

/** @param {string} letter @param {Key} key */
function measuredBy(letter, key) {
  if (letter === "m") return key.says.has("length") || key.unit === "metre" ? "metres" : "";
  if (letter === "k") return key.says.has("kelvin") ? "kelvin" : "";
  const name = letter === "d" ? "day" : "year";
  return name === unitOf(fold(key.unit)) || name === key.counted ? name : "";
}

/** With mil, mio and bil behind its number as million and billion. @param {string} text @param {string} language */
export function withScales(text, language) {
  const folded = fold(text);
  const match = IN_HASTE.exec(folded);
  if (!match || T.tongues[language]?.english[match[1]] !== undefined) return text;
  const scale = match[1][0] === "b" ? "billion" : "million";
  return `${folded.slice(0, match.index)} ${scale}${folded.slice(match.index + match[0].length)}`;
}
