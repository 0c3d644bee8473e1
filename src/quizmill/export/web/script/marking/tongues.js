/** Dates, numbers, sums and measures as another language writes them, said in English: what is read then. */
import { NUMBER_WORDS, nth, readRoman } from "./counted.js";
import { MONTHS } from "./months.js";
import { inHanDigits } from "./han.js";
import { inDigitsOf } from "./numerals.js";
import { all, fold, hasDigit, re } from "./text.js";
import { isEnglish, isMoment, readSpelt } from "./values.js";
import { isSame } from "./exact.js";
import { isSameMoment } from "./dates.js";

/**
 * What a page knows of a language; patterns as the program has them, "" for none.
 * @typedef {object} Told
 * @property {boolean} dayFirst
 * @property {boolean} comma 1,5 is one and a half
 * @property {Record<string, string>} english
 * @property {[string, string][]} around
 * @property {Record<string, string>} patterns
 * @property {import("./numerals.js").Told} [numerals] of a script without them, Chinese or Japanese
 *
 * @typedef {{comma: boolean, dayFirst: boolean, english: Record<string, string>, around: [RegExp, string][],
 *   patterns: Record<string, RegExp | undefined>, numerals?: import("./numerals.js").Told}} Tongue
 */

const TONGUE = {
  date: all("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)"),
  aDate: re("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)"),
  grouped: all("(?<![\\d.,])[1-9]\\d{0,2}(?:[. ]\\d{3})+(?:,\\d+)?(?!\\d|[.,]\\d)"),
  comma: all("(?<![\\d.,])(\\d+),(\\d+)(?!\\d|[.,]\\d)"),
  millions: all("(?<=\\d) ?m(?= ?(?:[$€£¥]|usd|eur|gbp|chf))"),
  tooMany: all("\\b1 (?=\\d{1,2}(?:\\.\\d+)? (?:hours|minutes)\\b)"),
  arabicAnd: all("(?<= )و ?(?=\\d)"),
  slash: all("(?<=[a-z]) ?/ ?(?=[a-z])"),
  japaneseEnd: re("(?<=[\\u2e80-\\uffff0-9])(?:です|でした|である|だ)\\.?$"),
  century: all(
    "\\bcentury (?:(\\d{1,2})(?:st|nd|rd|th)?|([ivx]+))\\b|\\b(?:(\\d{1,2})(?:st|nd|rd|th)?|([ivx]+))(?: ?\\.)? ?century\\b",
  ),
  twoWays: re("(?<![\\d.])[1-9]\\d{0,2}[.,]\\d{3}(?!\\d)"),
  thousands: re("\\d,\\d{3}(?!\\d)"),
};
const FIRST_ALONE = ["lead", "article"]; // of which one is taken, not every one
/** @type {WeakMap<Told, Tongue>} */
const tongues = new WeakMap();

/** @param {Told} told @returns {Tongue} */
function tongueIn(told) {
  let found = tongues.get(told);
  if (found) return found;
  /** @type {Record<string, RegExp | undefined>} */
  const patterns = {};
  for (const [name, source] of Object.entries(told.patterns))
    patterns[name] = source ? re(source, FIRST_ALONE.includes(name) ? "" : "g") : undefined;
  found = { ...told, patterns, around: told.around.map(([source, said]) => [all(source), said]) };
  tongues.set(told, found);
  return found;
}

/** @param {string} text @param {RegExp | undefined} found @param {string} instead */
const replaced = (text, found, instead) => (found ? text.replace(found, () => instead) : text);
/** @param {string} text */
const single = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** A folded text as English has it: a value in its numbers and words, else without its article. @param {string} folded @param {Told} told */
export function inEnglish(folded, told) {
  const own = tongueIn(told);
  const said = wordsInEnglish(folded, own);
  if (hasDigit(said) || (said.match(/[a-z]+/g) || []).some((word) => NUMBER_WORDS.has(word) || word in MONTHS)) return said;
  const { article, ors, andBetween, articleOfMember, prefix } = own.patterns;
  let text = replaced(withoutLead(folded, own), article, "");
  text = replaced(text, ors, " or ");
  text = single(replaced(text, andBetween, " and "));
  text = replaced(text, articleOfMember, "");
  return single(replaced(text, prefix, ""));
}

/** @param {string} folded @param {Tongue} own */
function wordsInEnglish(folded, own) {
  const { one, article, articleInside, afterYear, said, per, between } = own.patterns;
  let text = inDigits(withoutLead(folded, own), own);
  if (text.includes(" out of ")) return text;
  text = replaced(text, one, "1 ");
  text = replaced(text, article, "");
  text = replaced(text, articleInside, "");
  text = replaced(text, afterYear, "");
  for (const [found, unit] of own.around) text = text.replace(found, `$1 ${unit}`);
  text = text.replace(TONGUE.millions, " million");
  if (said) text = text.replace(said, (word) => own.english[word]);
  text = text.replace(TONGUE.arabicAnd, "and ").replace(TONGUE.slash, "/");
  text = text.replace(/and a half an hour/g, "and a half hours").replace(TONGUE.tooMany, "");
  text = replaced(text, per, " per ");
  if (hasDigit(text)) {
    text = replaced(text, between, "").replace(TONGUE.date, (whole, day, _, month, year) => {
      if (!own.dayFirst || Number(month) < 1 || Number(month) > 12) return whole;
      const [m, d] = [month, day].map((part) => String(Number(part)).padStart(2, "0"));
      return year.length === 4 ? `${year}-${m}-${d}` : `${day}.${month}.${year}`;
    });
    if (own.comma) {
      text = text.replace(TONGUE.grouped, (match) => match.replace(/[. ]/g, "").replace(",", "."));
      text = text.replace(TONGUE.comma, "$1.$2");
    }
  }
  return single(text).replace(TONGUE.century, (whole, after, roman, before, romanBefore) => {
    const number = Number(after || before || readRoman(roman || romanBefore));
    return !number || whole === "1 century" ? whole : `${nth(number)} century`;
  });
}

/** Without "it is" before it, or behind it in Japanese. @param {string} folded @param {Tongue} own */
const withoutLead = (folded, own) => replaced(folded, own.patterns.lead, "").replace(TONGUE.japaneseEnd, "");

/** @param {string} text @param {Tongue} own @returns {string} */
function inDigits(text, own) {
  if (text.includes("/second")) return text.split("/second").map((part) => inDigits(part, own)).join("/second");
  const { numerals, patterns } = own;
  const told = (/** @type {string} */ part) => (numerals ? inDigitsOf(part, numerals) : inHanDigits(part));
  if (patterns.kept) patterns.kept.lastIndex = 0;
  const kept = patterns.kept?.exec(text);
  if (!kept) return told(text);
  const end = kept.index + kept[0].length;
  return `${told(text.slice(0, kept.index))}${kept[0]}${inDigits(text.slice(end), own)}`;
}

/** A text as it is written, without an article at its beginning. @param {string} text @param {Told} told */
export function withoutArticle(text, told) {
  const folded = fold(text);
  const match = tongueIn(told).patterns.article?.exec(folded);
  const [bare, length] = [text.trim(), match ? match[0].length : 0];
  if (!match || length === folded.length || [...folded].length !== [...bare].length) return text;
  return bare.slice(length);
}

/** Whether a folded text has a date in digits, of which the language knows the order. @param {string} folded @param {Told} own */
export const saysDates = (folded, own) => own.dayFirst && TONGUE.aDate.test(folded);

/** Whether a text in English parts thousands by commas, which to its own language are decimals. @param {string} meant @param {Told} own */
export const isForeign = (meant, own) => own.comma && TONGUE.thousands.test(meant);

/** What is not clear in a folded text that means what *meant* says in its own language. @param {string} folded @param {string} meant @param {Told} own */
export function faultOf(folded, meant, own) {
  if (own.comma && TONGUE.twoWays.test(folded)) return "fault.number_two_ways";
  const [one, other] = [readSpelt(folded), readSpelt(meant)];
  if (!isEnglish(one) || !one || !other) return "";
  const same =
    isMoment(one) || isMoment(other)
      ? isMoment(one) && isMoment(other) && isSameMoment(one, other)
      : isSame(one.amount, other.amount) && one.currency === other.currency && one.unit === other.unit;
  return same ? "" : "fault.word_two_ways";
}
