/** Is it the same formula? Brought to one line, as the program does; what needs its reader of LaTeX is not read here. */
import { T } from "./tables.js";
import { Unsure, all, fold, full, re } from "./text.js";

/** @typedef {import("./keys.js").Key} Key */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ";
const HIGH = "⁰¹²³⁴-⁹⁺⁻";
const LOW = "₀-₉";
const PLAIN = "0123456789+-ni";
/** What is typed for what has a sign of its own, in this order. @type {[RegExp, string][]} */
const TYPED_FOR = [
  [/\*\*/g, "^"],
  [/\*/g, "·"],
  [/<=|=</g, "≤"],
  [/>=/g, "≥"],
  [/!=|<>/g, "≠"],
  [/<?->/g, "→"],
  [/\+-|\+\/-/g, "±"],
  [/½/g, "(1/2)"],
  [/¼/g, "(1/4)"],
  [/¾/g, "(3/4)"],
  [all("(?<![\\w/)])(\\d+/\\d+) (?=[^\\W\\d_])"), "($1)"],
  [/([\^_]) ?\(([^()]*)\)/g, "$1{$2}"],
  [/\^ ?(\d*[+-])(?=\s*$)/g, "^{$1}"],
  [/([\^_]) ?(-?\d+|-[A-Za-z])/g, "$1{$2}"],
];
const FORMULA = {
  known: full("(?:[\\x20-\\x7e°±×÷·−≤≥≠→√∞⋅∗’–—…“”«»¿¡。、€£¥]|\\p{L}|\\p{N})*"),
  refused: /["#$%&@`]/,
  name: /(?<![\\A-Za-z])[A-Za-z]{2,}/g,
  script: /([\^_])(?:\{([^{}]*)\}|(\S))/gu,
  limits: new RegExp(`(?:lim|max|min|sup|inf|gcd|det|Pr).*[\\^_°${HIGH}${LOW}]|[\\^_]\\s*[-+]|[\\^_]\\s*[A-Za-z]{2}`),
  charge: /[⁰¹²³⁴-⁹]*[⁺⁻](?![⁰¹²³⁴-⁹])/g,
  times: /(?<!\d)[·×∗⋅]|[·×∗⋅](?!\d)/g,
  one: all("\\((\\w)\\)"),
  quotient: /(?:(?<=^)|(?<=[-+=]))([^-+=/()]+)\(([^-+=()]+)\)(?=$|[-+=])/g,
  interval: full("([\\[\\](])[^\\[\\]()]+[,;][^\\[\\]()]+([\\[\\])])"),
  signs: re("[\\W_]+", "g"),
};

/** What two ways of writing a formula have in common; "" for what is none. @param {string} written */
export function oneLine(written) {
  let text = written.trim();
  if (!FORMULA.known.test(text) || /[\\{}~]|\$.*\$/.test(text)) throw new Unsure();
  if (!text || FORMULA.refused.test(text)) return "";
  for (const [found, instead] of TYPED_FOR) text = text.replace(found, instead);
  text = text.replace(/(?:sqrt|√) ?\(([^()]*)(\)?)(?=(.?))/g, root);
  if (isHeaped(text) || FORMULA.limits.test(text)) throw new Unsure();
  text = text.replace(FORMULA.name, (name) => T.greek[name] ?? name);
  text = text.replace(FORMULA.script, (_, sign, inside, one) => scripted(sign, (inside ?? one).replace(/\s/g, "")));
  if (/[{}]|[\^_]$/.test(text)) throw new Unsure();
  text = text.replace(/['’]+/g, primes).replace(/\s+/g, "").replace(/−/g, "-").replace(/µ/g, "μ");
  text = text.replace(/[₀-₉]/g, (digit) => digit.normalize("NFKC"));
  text = text.replace(FORMULA.charge, (charge) => [...charge].map((sign) => PLAIN[RAISED.indexOf(sign)]).join(""));
  return text.replace(FORMULA.times, "").replace(FORMULA.one, "$1").replace(FORMULA.quotient, "$1$2");
}

/** A root whose brackets part nothing, since it holds one thing or is all there is. @param {string} whole @param {string} body @param {string} end @param {string} next @param {number} at @param {string} text */
function root(whole, body, end, next, at, text) {
  const isAll = whole.length === text.length && /^[\p{L}\p{N} ]*[\p{L}\p{N}]$/u.test(body);
  const isOne = /^(?:\p{L}|\d+)$/u.test(body) && /^[-+=]?$/.test(next);
  if (!end || !(isAll || isOne)) throw new Unsure();
  return `√${body}`;
}

/** Whether one thing has two kinds of script. @param {string} text */
function isHeaped(text) {
  if (/[\^_](?:\s|$)|['’]\s+['’]/.test(text)) return true;
  const kinds = text
    .replace(/\^(?:\{[^{}]*\}|\S)/gu, "\u0001")
    .replace(/_(?:\{[^{}]*\}|\S)/gu, "\u0002")
    .replace(new RegExp(`[${HIGH}]+`, "g"), "\u0003")
    .replace(new RegExp(`[${LOW}]+`, "g"), "\u0004")
    .replace(/['’]+/g, "\u0005")
    .replace(/°/g, "\u0006")
    .replace(/\s+/g, "");
  return /[\u0001-\u0006]{2}/.test(kinds);
}

/** @param {string} sign @param {string} inside */
function scripted(sign, inside) {
  if (sign === "_" && /^\d+$/.test(inside)) return inside;
  if (sign === "^" && /^(?:[-+]?\d+|\d*[-+]|[ni])$/.test(inside))
    return [...inside].map((each) => RAISED[PLAIN.indexOf(each)]).join("");
  if (sign === "^" && /^[a-hj-mo-zA-Z]$/.test(inside)) return `^${inside}`;
  throw new Unsure();
}

/** @param {string} marks */
function primes(marks) {
  if (marks.length > 3) throw new Unsure();
  return ["′", "″", "‴"][marks.length - 1];
}

/** In small letters, unless these make one of two letters. @param {string} line */
function caseless(line) {
  const lower = line.toLowerCase();
  return new Set(lower).size === new Set(line).size ? lower : line;
}

/** Whether a text is one of the formulas of a key. @param {string} given @param {Key} key */
export function has(given, key) {
  const lines = key.formulas?.lines || [];
  if (!lines.length) return false;
  const line = oneLine(given);
  return line !== "" && lines.some((each) => line === each || caseless(line) === caseless(each));
}

/** Whether a text is one of them but for signs that words do without: x2 is not x^2. @param {string} given @param {Key} key */
export function loses(given, key) {
  if (!key.formulas?.lines.length || !oneLine(given)) return false;
  const letters = (/** @type {string} */ text) => fold(text).replace(FORMULA.signs, "");
  if (key.formulas.marked.some((each) => letters(each) === letters(given))) return true;
  const telling = (/** @type {string} */ text) => ["!", "|", "'"].filter((sign) => fold(text).includes(sign)).join("");
  return key.formulas.alone && !key.formulas.lines.some((line) => telling(line) === telling(given));
}

/** Whether the forms are intervals or points, and a text has other brackets. @param {string} given @param {string[]} forms */
export function isOtherInterval(given, forms) {
  const wanted = forms.map(bracketsOf);
  return !wanted.includes("") && !wanted.includes(bracketsOf(given) || "()");
}

/** @param {string} text */
function bracketsOf(text) {
  const match = FORMULA.interval.exec(fold(text).replace(/\.+$/, ""));
  return match ? (match[1] === "[" ? "[" : "(") + (match[2] === "]" ? "]" : ")") : "";
}
