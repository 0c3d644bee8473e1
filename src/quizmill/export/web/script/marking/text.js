/** Text as the marker handles it: patterns that know every script's letters, folding, words and phrases. */

const SIGN = "\\p{L}\\p{N}_";

/** Thrown where this marker does not read what the program's reads: whoever answered judges alone. */
export class Unsure extends Error {}

/**
 * A pattern as the program writes it, in which `\w`, `\W` and `\b` are of every script.
 * @param {string} source
 * @param {string} [flags]
 * @returns {RegExp}
 */
export function re(source, flags = "") {
  const told = source.replace(
    /\[\^\\W((?:\\.|[^\]\\])*)\]|\[(?:\\.|[^\]\\])*\]|\\./g,
    (part, beside) => {
      if (beside !== undefined) return beside ? `(?:(?![${beside}])[${SIGN}])` : `[${SIGN}]`;
      if (part === "[\\W_]") return "[^\\p{L}\\p{N}]";
      if (part[0] === "[") return part.replace(/\\w/g, SIGN).replace(/\\([#&~ ])/g, "$1");
      if (part === "\\w") return `[${SIGN}]`;
      if (part === "\\W") return `[^${SIGN}]`;
      if (part === "\\b") return `(?:(?<=[${SIGN}])(?![${SIGN}])|(?<![${SIGN}])(?=[${SIGN}]))`;
      return /\\[-#&~ '",:;!%<>=@_]/.test(part) ? part[1] : part;
    },
  );
  return new RegExp(told, `${flags}u`);
}

/** @param {string} source */
export const all = (source) => re(source, "g");
/** @param {string} source */
export const full = (source) => re(`^(?:${source})$`);
/** @param {string} source */
export const starts = (source) => re(`^(?:${source})`);

/** @param {string} text */
export const splitWords = (text) => text.split(/\s+/).filter(Boolean);
/** @param {string} text */
export const isAlpha = (text) => /^\p{L}+$/u.test(text);
/** @param {string} text */
export const isDecimal = (text) => /^[0-9]+$/.test(text);
/** @param {string} text */
export const isAscii = (text) => !/[^\x00-\x7f]/.test(text);
/** @param {string} text */
export const hasDigit = (text) => /[0-9]/.test(text);
/** @param {string} text @param {string} end */
export const without = (text, end) => (end && text.endsWith(end) ? text.slice(0, -end.length) : text);
/** @param {string} text @param {string} begin */
export const after = (text, begin) => (text.startsWith(begin) ? text.slice(begin.length) : text);
/** @param {string} text @param {string} signs */
export function stripped(text, signs) {
  let [from, to] = [0, text.length];
  while (from < to && signs.includes(text[from])) from++;
  while (to > from && signs.includes(text[to - 1])) to--;
  return text.slice(from, to);
}
/** @param {string} text */
export const casefold = (text) => text.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");

/** @param {readonly unknown[]} one @param {readonly unknown[]} other */
export const sameWords = (one, other) =>
  one.length === other.length && one.every((word, i) => word === other[i]);

/**
 * Where the words of one text stand in another.
 * @param {readonly string[]} part @param {readonly string[]} whole
 */
export function placesOf(part, whole) {
  const found = [];
  for (let i = 0; i + part.length <= whole.length; i++)
    if (part.every((word, j) => word === whole[i + j])) found.push(i);
  return found;
}

const SILENT =
  /[\u0300-\u0337\u0339-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g;
const ALIKE = /[‘’‚‛′`´٬“”„‟″«»「」『』‐‑‒–—―−﹣－łøđðıæœ⁄∕。、،٪٠-٩۰-۹०-९]/g;
/** @type {Record<string, string>} */
const MEANT = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "⁄": "/", "∕": "/", "。": ".", "、": ",", "،": ",", "٪": "%" };

/** @param {string} sign */
function meant(sign) {
  if (MEANT[sign]) return MEANT[sign];
  if ("‘’‚‛′`´٬".includes(sign)) return "'";
  if ("“”„‟″«»「」『』".includes(sign)) return '"';
  const code = sign.charCodeAt(0);
  if (/[‐-―−﹣－]/.test(sign)) return "-";
  return String(code < 0x700 ? code % 16 : code - 0x966);
}

/** @type {Map<string, string>} */
const folds = new Map();

/**
 * The text without case, accents, width, kinds of quote, dash and space, and invisible characters.
 * @param {string} text
 */
export function fold(text) {
  let found = folds.get(text);
  if (found === undefined) {
    if (folds.size > 4000) folds.clear();
    folds.set(text, (found = folded(text)));
  }
  return found;
}

/** @param {string} text */
function folded(text) {
  if (isAscii(text)) return splitWords(text.toLowerCase().replace(/`/g, "'")).join(" ");
  const apart = text.replace(/([½¼¾⅐-⅞↉])/g, " $1").replace(/([0-9])([⁻⁺]?[⁰¹²³⁴-⁹]+)/g, "$1^$2");
  const lower = casefold(apart.normalize("NFKC")).normalize("NFKD");
  if (/\u0345/.test(lower)) throw new Unsure(); // becomes a letter of its own
  const bare = lower.replace(SILENT, "").normalize("NFKC").replace(ALIKE, meant);
  if (/(?![0-9])\p{Nd}/u.test(bare)) throw new Unsure(); // digits of a script that is not read here
  return splitWords(bare).join(" ");
}

const COMPANY = new Set("inc incorporated corp corporation ltd limited co llc plc".split(" "));
export const LITTLE = new Set("a an the his her its their in on at by of is was it that from only".split(" "));
const WORDS = {
  sign: re("[^\\w ?!]"),
  possessive: all("'(?:(?<=[^\\W\\d]')s\\b|(?<=s')(?!\\w))"),
  domain: all("h(?<!\\wh)ttps?://|w(?<!\\ww)ww\\.|\\.(?<=\\w\\.)com\\b"),
  articles: all("^(?:an?|the) (?=\\S)|(?<= )the (?=\\S)"),
  inside: all("\\b(in|of|by|is|was|as|at|on|for|to|with) an? (?=\\S)"),
  point: all("\\.(?:(?<!\\d\\.)|(?!\\d))"),
  span: all("(?<=\\d) ?- ?(?=\\d)"),
  thousands: all(",(?<=\\d,)(?=\\d{3}(?!\\d))"),
  separator: re("(?:[\\s,;:!?()\\[\\]{}/|_…·•]|(?<=\\w)-(?=\\w))+"),
  gap: all(" (?!\\d)|(?<!\\d) "),
  leadIn: starts(
    "(?:it|that|this) (?:was|is) |(?:it|that)'s |the answer (?:is|was) ?:? |answer(?: is)? ?: |i think " +
      "|(?:in|on|at(?! (?:least|most)\\b)|by) ",
  ),
};

/** @type {Map<string, readonly string[]>} */
const worded = new Map();

/**
 * The words that tell texts apart: without articles, possessives, quotation marks and company forms.
 * @param {string} text
 * @returns {readonly string[]}
 */
export function tokens(text) {
  let found = worded.get(text);
  if (!found) {
    if (worded.size > 4000) worded.clear();
    worded.set(text, (found = tokensOf(text)));
  }
  return found;
}

/** @param {string} text */
function tokensOf(text) {
  let bare = fold(text);
  const signs = WORDS.sign.test(bare);
  if (signs) {
    bare = bare.replace(WORDS.possessive, "").replace(WORDS.domain, "").replace(/&/g, " and ");
    bare = bare.replace(WORDS.thousands, "").replace(WORDS.span, " to ");
  }
  bare = bare.replace(WORDS.articles, "").replace(WORDS.inside, "$1 ");
  if (signs) bare = bare.replace(/['"]/g, "").replace(WORDS.point, "");
  let found = bare.split(WORDS.separator).filter((word) => word !== "" && word !== "-");
  if (found.some((word) => word !== "of")) found = found.filter((word) => word !== "of");
  while (found.length > 1 && COMPANY.has(found[found.length - 1])) found.pop();
  return found;
}

/** @param {readonly string[]} words */
export const joined = (words) => words.join(" ").replace(WORDS.gap, "");

/** @param {string} text */
const unquoted = (text) => text.replace(/^["' ]+/, "").replace(/["' .!?;:]+$/, "");

/**
 * The answer as one folded line: without quotation marks around it, closing marks, or a lead-in.
 * @param {string} text
 */
export function phrase(text) {
  let bare = unquoted(fold(text));
  for (let i = 0; i < 3; i++) {
    const match = WORDS.leadIn.exec(bare);
    if (!match || match[0].length === bare.length) break;
    bare = unquoted(bare.slice(match[0].length));
  }
  return bare;
}
