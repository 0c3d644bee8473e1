/** Words that are one though they are written otherwise: sulfate, World War 2, St Petersburg, トウキョウ. */
import { readOrdinal, readRoman, readWords } from "./counted.js";
import { T } from "./tables.js";
import { all, full, isAscii, isDecimal, re, sameWords, splitWords, tokens, without } from "./text.js";
import { decimal } from "./exact.js";

/** @type {[RegExp, string][]} */
const SPELLINGS = [
  [/sulph/g, "sulf"],
  [/(?<=.{3})our(?=$|s$|ed$|ing$|able$|al$|hood$|ful$|ite$)/g, "or"],
  [/(?<=.{4})is(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$)/g, "iz"],
  [/(?<=.{3})ys(?=e$|ed$|es$|ing$)/g, "yz"],
  [/(?<=.{2})([bt])re(?=$|s$)/g, "$1er"],
  [/(?<=.{3})ogue(?=$|s$)/g, "og"],
  [/(?<=.{3})ence(?=$|s$)/g, "ense"],
  [/(?<=.{3})ll(?=ed$|ing$|er$|ers$)/g, "l"],
  [/[ao]e(?=.{3})/g, "e"],
];
/** @type {Record<string, string>} */
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ø: "oe", å: "aa" };
const TITLES = new Set("市 省 県 县 都 府 州 区 大統領 总统 先生 氏 さん 教授 国王 皇帝 天皇 王".split(" "));
const ALIKE = {
  accidental: re("[♯♭]|[Ss]harp|[Ff]lat"),
  note: all("\\b([a-g])[ -]?(sharp\\b|flat\\b|♯|♭)"),
  placed: full("(\\d{1,4})(?:st|nd|rd|th|e|er|eme|re)|([ivx]+)(?:e|er|eme|re)"),
  nth: full("(\\d+)(?:st|nd|rd|th)"),
};
const NUMBER = ["no", "number", "nr"];

/** Whether the words say the same; the capitals of *accepted* tell names from things. @param {readonly string[]} right @param {readonly string[]} typed @param {string} accepted */
export function isAlike(right, typed, accepted) {
  if (sameWords(right.map(respelt), typed.map(respelt))) return true;
  if (!isAscii(accepted) && isBeyondAscii(right, typed, accepted)) return true;
  if (isThing(accepted) && sameWords(inSingular(right), inSingular(typed))) return true;
  const century = centuryOf(right);
  if (century && century === centuryOf(typed)) return true;
  if (right[right.length - 1] === "jr" && sameWords(right.slice(0, -1), typed)) return true;
  const [one, other] = [inFull(right), inFull(typed)];
  const named =
    [one, other].some((words) => words.slice(1).some(readRoman)) || (one.length > 1 && !isThing(accepted));
  return (named || isNumbered(one) || isNumbered(other)) && sameWords(numbered(one), numbered(other));
}

/** @param {readonly string[]} words */
function centuryOf(words) {
  if (words.length < 2 || !["century", "cent", "c"].includes(words[words.length - 1])) return "";
  const place = readOrdinal(words.slice(0, -1).join(" "));
  return place ? String(place) : words.length === 2 ? inRow(words[0]) : "";
}

/** @param {readonly string[]} right @param {readonly string[]} typed @param {string} accepted */
function isBeyondAscii(right, typed, accepted) {
  const spelt = accepted.replace(/[äöüÄÖÜøå]/g, (letter) => UMLAUTS[letter]);
  if (sameWords(typed, tokens(spelt))) return true;
  let [one, other] = [right.join(""), typed.join("")];
  if ([...other].length < [...one].length) [one, other] = [other, one];
  const rest = other.startsWith(one) ? other.slice(one.length) : other;
  return one >= "\u2e80" && [...one].length > 1 && TITLES.has(rest);
}

/** @param {readonly string[]} words */
const isNumbered = (words) => words.some((word) => NUMBER.includes(word)) || placeOf(words[0]) > 0;

/** Notes of music by their letter and sign. @param {string} text */
export const inSigns = (text) =>
  ALIKE.accidental.test(text)
    ? text.toLowerCase().replace(ALIKE.note, (_, letter, sign) => letter + (/sharp|♯/.test(sign) ? "#" : "b"))
    : text;

/** The place that a word puts first: ninth, 9th, XIXe; 0 for another word. @param {string} word */
function placeOf(word) {
  const match = ALIKE.placed.exec(word);
  if (match) return match[1] ? Number(match[1]) : readRoman(match[2]);
  return readOrdinal(word);
}

/** @param {string} word @returns {string} */
function respelt(word) {
  if (!isAscii(word)) {
    const long = [...word].length > 3 && word.endsWith("ー");
    return without(word, long ? "ー" : "").replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  }
  for (const [found, instead] of SPELLINGS) word = word.replace(found, instead);
  return T.words[word] ?? word;
}

/** Whether the last word is no name. @param {string} accepted */
export function isThing(accepted) {
  const last = splitWords(accepted).pop();
  return !!last && isAscii(last) && /^[a-z]/.test(last);
}

/** @param {readonly string[]} words */
const inSingular = (words) => words.map((word, i) => respelt(i === words.length - 1 ? singular(word) : word));

/** @param {string} word */
function singular(word) {
  if (T.plurals[word]) return T.plurals[word];
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ches|shes|xes|sses|zes)$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /s$/.test(word) && !/(?:ss|us|is|ics)$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {readonly string[]} words */
const inFull = (words) => (words.length === 1 && T.short[words[0]] ? T.short[words[0]].split(" ") : words);

/** The words, a number behind the first in digits. @param {readonly string[]} all */
function numbered(all) {
  const words = all.filter((word, i) => !NUMBER.includes(word) || !isNumber(all[i + 1] || ""));
  const first = words.length > 1 && placeOf(words[0]);
  if (first) return [...words.slice(1), String(first)];
  const place = words.length > 2 && readOrdinal(words.slice(-2).join(" "));
  if (place) return [...words.slice(0, -2).map(respelt), String(place)];
  const inside = words.length > 1 ? words.slice(1, -1) : [];
  const last = words.length > 1 ? words[words.length - 1] : "";
  const found = inRow(last) ? null : readWords(last);
  const number = inRow(last) || (found && !found[1] ? decimal(found[0]) : "");
  return [respelt(words[0] || ""), ...inside.map((word) => inRow(word) || respelt(word)), number || respelt(last)];
}

/** @param {string} word */
const isNumber = (word) => isDecimal(word[0] || "") || inRow(word) !== "" || readWords(word) !== null;

/** The number of a numeral or a place in a row, in digits. @param {string} word */
function inRow(word) {
  const number = readRoman(word) || readOrdinal(word);
  return number ? String(number) : ALIKE.nth.exec(word)?.[1] || "";
}
