/** Amounts in English words, places in a row, Roman numerals, plurals. */
import { full, re, starts, without } from "./text.js";
import { ZERO, add, exact, exactly, isWhole, multiply } from "./exact.js";

/** @typedef {import("./exact.js").Exact} Exact */

const ONES = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
/** @type {Record<string, number>} */
const SMALL = Object.fromEntries([
  ...[...ONES, ...TEENS].map((word, i) => [word, i + 1]),
  ...TENS.map((word, i) => [word, 10 * i + 20]),
]);
/** @type {Record<string, number>} */
const LARGE = { thousand: 1e3, lakh: 1e5, million: 1e6, crore: 1e7, billion: 1e9, trillion: 1e12 };
/** @type {Record<string, number>} */
const TWELVES = { dozen: 12, score: 20 };
/** @type {Record<string, number>} */
const PARTS = { half: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };
/** @type {Record<string, string>} */
const ODD = { first: "one", second: "two", third: "three", fifth: "five", eighth: "eight", ninth: "nine", twelfth: "twelve" };
export const NUMBER_WORDS = new Set(["zero", "hundred", "half", ...[SMALL, LARGE, TWELVES].flatMap(Object.keys)]);
const LAST = new Set([...NUMBER_WORDS, ...Object.keys(PARTS)]);
export const ORDINAL_WORDS = [...Object.keys(ODD), ...Object.keys(PARTS)];
const SCALES = "thousand|lakh|million|crore|billion|trillion";
const COUNTED = {
  word: starts("[ -]?([a-z]+)(?![^\\W_])"),
  part: starts(`(${ONES.join("|")}|an?)[ -](${Object.keys(PARTS).join("|")})s?\\b`),
  half: starts(`(?:a )?half(?: of)?(?: an?)?(?: (dozen|${SCALES}))?\\b`),
  andPart: starts(" and (?:(?:a|one) (half|quarter)|three quarters)\\b"),
  scale: starts(` (${SCALES})\\b`),
  article: starts(`an? (?=(?:hundred|${SCALES}|dozen|score)\\b)`),
  year: full(
    `(${[...TEENS, "twenty"].join("|")})[ -](?:((?:${[...TEENS, ...TENS].join("|")}).*)|oh[ -](${ONES.join("|")}))`,
  ),
  zero: starts("zero\\b"),
  roman: full("(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})"),
  ordinal: re("^(\\d+)(?:st|nd|rd|th)$"),
};
const HALF = exact(1n, 2n);
const QUARTER = exact(1n, 4n);

/** @param {string | undefined} name */
export const partOf = (name) => (name === "half" ? HALF : name === "quarter" ? QUARTER : exact(3n, 4n));

/**
 * The amount a folded text begins with, and what follows it.
 * @param {string} text
 * @returns {[Exact, string] | null}
 */
export function readWords(text) {
  const first = COUNTED.word.exec(text);
  if (!first || !(NUMBER_WORDS.has(first[1]) || first[1] === "a" || first[1] === "an")) return null;
  let match;
  if ((match = COUNTED.half.exec(text))) {
    const scale = match[1] ? { ...LARGE, ...TWELVES }[match[1]] : 1;
    return [exact(BigInt(scale), 2n), text.slice(match[0].length)];
  }
  if ((match = COUNTED.part.exec(text))) {
    const over = match[1] === "a" || match[1] === "an" ? 1 : SMALL[match[1]];
    return [exact(BigInt(over), BigInt(PARTS[match[2]])), text.slice(match[0].length)];
  }
  const [total, end] = count(text);
  if (!end) return null;
  const [part, rest] = readPart(text.slice(end));
  const amount = add(exact(total), part);
  if (part.n && (match = COUNTED.scale.exec(rest)))
    return [multiply(amount, exactly(LARGE[match[1]])), rest.slice(match[0].length)];
  return [amount, rest];
}

/** The number that the words make as long as they go on making one, and where it ends. @param {string} text @returns {[bigint, number]} */
function count(text) {
  let [done, group, room, scale] = [0n, 0, 1000, 1e15];
  /** @param {string} word */
  const take = (word) => {
    if (word in SMALL) {
      const value = SMALL[word];
      const fits = value < room && !(room === 10 && value > 9);
      if (fits) [group, room] = [group + value, value >= 20 ? 10 : 0];
      return fits;
    }
    const may = group > 0 && group < 100 && room !== 100;
    if (word in TWELVES && may) [group, room] = [group * TWELVES[word], 0];
    else if (word === "hundred" && may) [group, room] = [group * 100, 100];
    else if (word in LARGE && LARGE[word] < scale && group) {
      done += BigInt(group) * BigInt(LARGE[word]);
      [group, room, scale] = [0, 1000, LARGE[word]];
    } else return false;
    return true;
  };
  let [at, end] = [0, 0];
  const article = COUNTED.article.exec(text);
  if (article) {
    take("one");
    at = article[0].length - 1;
  }
  if (COUNTED.zero.test(text)) return [done + BigInt(group), 4];
  let match;
  while ((match = COUNTED.word.exec(text.slice(at)))) {
    const joins = match[1] === "and" && end && /(?:hundred|thousand|illion)$/.test(text.slice(0, end));
    if (!joins) {
      if (!take(match[1])) break;
      end = at + match[0].length;
    }
    at += match[0].length;
  }
  return [done + BigInt(group), end];
}

/** What follows a whole number as " and a half". @param {string} rest @returns {[Exact, string]} */
export function readPart(rest) {
  const match = COUNTED.andPart.exec(rest);
  return match ? [partOf(match[1]), rest.slice(match[0].length)] : [ZERO, rest];
}

/** The whole number that the whole text is, else null. @param {string} text */
export function wholeInWords(text) {
  const found = readWords(text);
  return found && !found[1] && isWhole(found[0]) ? Number(found[0].n) : null;
}

/** @param {number} number from 1 to 99 */
function inWords(number) {
  if (number < 20) return [...ONES, ...TEENS][number - 1];
  return [TENS[Math.floor(number / 10) - 2], ONES[(number % 10) - 1]].filter(Boolean).join("-");
}

/** "third", "twenty-first". @param {number} number from 1 to 99 */
export function inOrder(number) {
  const [, head, last] = /** @type {string[]} */ (/^(.*-)?(.*)$/.exec(inWords(number)));
  const odd = Object.keys(ODD).find((ordinal) => ODD[ordinal] === last);
  return (head || "") + (odd || `${last.replace(/ty$/, "tie")}th`);
}

/** 1st, 12th. @param {number | string} number */
export function nth(number) {
  const n = Number(number);
  const ending = [11, 12, 13].includes(n % 100) ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
  return `${number}${ending}`;
}

/** The number of a Roman numeral up to 39; 0 for another word. @param {string} word */
export function readRoman(word) {
  const match = COUNTED.roman.exec(word);
  return match ? 10 * match[1].length + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].indexOf(match[2]) : 0;
}

/** The place in a row that the whole of a folded text names in words, else 0. @param {string} text */
export function readOrdinal(text) {
  const [last] = /** @type {string[]} */ (/[a-z]*$/.exec(text));
  const head = text.slice(0, text.length - last.length);
  const cardinal = ODD[last] || without(last.replace(/tieth$/, "ty"), "th");
  if (cardinal === last || !LAST.has(cardinal)) return 0;
  const found = readWords(head + cardinal);
  return found && !found[1] && found[0].n >= found[0].d ? Number(found[0].n / found[0].d) : 0;
}

/** The year that the whole of a folded text names in words, else 0. @param {string} text */
export function readYear(text) {
  const match = COUNTED.year.exec(text);
  if (!match) return 0;
  const rest = match[2] ? readWords(match[2]) : /** @type {[Exact, string]} */ ([exactly(SMALL[match[3]]), ""]);
  if (!rest || rest[1]) return 0;
  const years = Number(rest[0].n) / Number(rest[0].d);
  return years > 0 && years < 100 ? SMALL[match[1]] * 100 + Math.floor(years) : 0;
}

/** @param {string} word */
export function singularWord(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 2 && word.endsWith("s") && !/[su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} folded */
export const singularOf = (folded) => folded.split(" ").map(singularWord).join(" ");

/** With 3rd as 3th, for comparing. @param {string} word */
export const placed = (word) => word.replace(COUNTED.ordinal, "$1th");
