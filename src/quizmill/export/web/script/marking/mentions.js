/** What an answer claims: the value, how firmly ("about"), and on which side of it ("over"). */
import { NUMBER_WORDS } from "./counted.js";
import { MONTHS } from "./months.js";
import { LITTLE, full, isAlpha, phrase, re, starts, stripped, tokens } from "./text.js";
import { readSpelt } from "./values.js";

/** @typedef {import("./keys.js").Mention} Mention */

const MOST_WORDS = 14;
const CLAIMS = {
  partOfYear: starts(
    "(?:the )?(?:early|mid|late|beginning|start|middle|end|spring|summer|autumn|fall|winter)" +
      "(?: of| in|,)?[ -](?=[12]\\d{3}$)",
  ),
  fraction: re("half|(?:third|fourth|fifth|sixth|eighth|tenth)s?\\b|\\d/\\d"),
  shortYear: full("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}"),
  decade: full("(?:the )?'?(?:\\d{2})?\\d0'?s"),
};
/** @type {[RegExp, boolean, string][]} pattern, whether it hedges, on which side */
const QUALIFIERS = [
  [
    starts("(?:about|around|approximately|approx\\.?|roughly|circa|ca?\\.|ca(?= )|some|~|≈) ?(?:in (?=[12]\\d{3}))?"),
    true,
    "",
  ],
  [starts("(?:exactly|precisely|only|just|a total of|the year|aged?|(?:at )?the age of) "), false, ""],
  [
    starts(
      "(?:(?:no|not) (?:more|greater) than|less than|fewer than|at (?:the )?most|up to|under|below|nearly|almost|within" +
        "|max\\b\\.?|(?:an? )?maximum(?: of)?|<=?|≤) ?",
    ),
    false,
    "below",
  ],
  [
    starts(
      "(?:(?:no|not) (?:less|fewer) than|(?:more|greater) than(?: or equal to)?|at (?:the )?least|over|above" +
        "|upwards of|exceeding|min\\b\\.?|(?:an? )?minimum(?: of)?|>=?|≥) ?",
    ),
    false,
    "above",
  ],
  [starts("(?:since|from|as of|(?:starting|beginning) (?:in|from)) "), false, "since"],
  [re(",? (?:or so|about|circa|approximately|approx\\.?|roughly)$"), true, ""],
  [re(",? (?:exactly|precisely|only|altogether|in (?:total|all)|later)$"), false, ""],
  [
    re(",? (?:or (?:less|fewer|under|below)|at (?:the )?(?:most|latest)|max(?:imum|\\b\\.?))$"),
    false,
    "below",
  ],
  [
    re(
      ",? (?:(?:or|and) (?:more|over|above)|at (?:the )?least|min(?:imum|\\b\\.?))$|(?<=\\d)\\+(?=$| [^\\W\\d_])",
    ),
    false,
    "above",
  ],
  [re(" (?:onwards?|on)$"), false, "since"],
];
const SUBJECTS = ["he", "she", "they"];
const AROUND = new Set([
  ...LITTLE,
  ..."has have had are were there he she they them costs cost".split(" "),
]);
const HELD = new Set([
  ...NUMBER_WORDS,
  ...Object.keys(MONTHS),
  ...("not no never without except or nor neither about around over under above below more less fewer least" +
    " most before after since until to between from k m mn mln bn b dollar dollars yuan").split(" "),
]);

/** @param {string} word */
const bareOf = (word) => stripped(word, ",.;:()");

/**
 * The mention that a text makes, in the unit that is understood; words of the question may stand around it.
 * @param {string} text @param {Set<string>} words @param {string} [unit]
 * @returns {Mention | null}
 */
export function readMention(text, words, unit = "") {
  const spoken = phrase(text).split(" ");
  if (spoken.length > MOST_WORDS) return null;
  const mayGo = spoken.map((word) => {
    const bare = bareOf(word);
    if (words.has("or") && !isAlpha(bare)) return false;
    const found = tokens(bare);
    const repeats = (found.length ? found : [bare]).every((each) => words.has(each));
    return !HELD.has(bare) && (AROUND.has(bare) || repeats);
  });
  if (SUBJECTS.includes(spoken[0]) && spoken.length > 2 && !HELD.has(spoken[1]))
    mayGo[1] ||= spoken[1].length >= 4 && isAlpha(spoken[1]);
  const found = within(spoken, mayGo, unit);
  return !found && text.includes(")") ? readMention(text.replace(/[()]/g, ""), words, unit) : found;
}

/** The mention inside a text, whatever words stand around it that can change nothing in it. @param {string} text */
export function readAmong(text) {
  const spoken = phrase(text).split(" ");
  if (spoken.length > MOST_WORDS) return null;
  return within(
    spoken,
    spoken.map((word) => isAlpha(bareOf(word)) && !HELD.has(bareOf(word))),
    "",
  );
}

/** @param {string[]} spoken @param {boolean[]} mayGo @param {string} unit */
function within(spoken, mayGo, unit) {
  const held = mayGo.indexOf(false);
  const first = held < 0 ? spoken.length : held;
  const last = mayGo.lastIndexOf(false) + 1;
  const spans = [];
  for (let i = 0; i <= first; i++) for (let j = spoken.length; j >= last; j--) if (i < j) spans.push([i, j]);
  spans.sort((one, other) => one[0] - one[1] - (other[0] - other[1]));
  for (const [i, j] of spans) {
    const found = qualified(spoken.slice(i, j).join(" "), unit);
    if (found) return found;
  }
  return null;
}

/** @param {string} text @param {string} unit @returns {Mention | null} */
function qualified(text, unit) {
  const part = CLAIMS.partOfYear.exec(text);
  if (part) text = text.slice(part[0].length);
  let [hedged, side] = [false, ""];
  for (let i = 0; i < 4; i++) {
    const value = readSpelt(unit ? `${text} ${unit}` : text);
    if (value) return { value, hedged, side, fraction: CLAIMS.fraction.test(text), finer: !!part };
    const found = QUALIFIERS.find(([pattern]) => pattern.test(text));
    if (!found) return null;
    const shorter = text.replace(found[0], "");
    if (shorter === text || (found[2] && side && found[2] !== side)) return null;
    [text, hedged, side] = [shorter, hedged || found[1], found[2] || side];
  }
  return null;
}

/** A numeric date whose year has two digits. @param {string} text */
export const hasShortYear = (text) => CLAIMS.shortYear.test(phrase(text));
/** 2010s, the '90s. @param {string} folded */
export const isDecade = (folded) => CLAIMS.decade.test(stripped(folded, ". "));
