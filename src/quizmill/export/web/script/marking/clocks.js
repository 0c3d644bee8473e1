/** Times of day: 7:30 pm, 19h30, half past seven, halb acht, 晚上七点半. A time is the second of the day. */
import { readOrdinal, wholeInWords } from "./counted.js";
import { inHanDigits } from "./han.js";
import { inDigitsOf } from "./numerals.js";
import { T } from "./tables.js";
import { all, full, phrase, re } from "./text.js";

/** @typedef {import("./keys.js").Key} Key */
/** @typedef {{signs: Record<string, string>, said: string}} Told */

const DAY_LONG = 86400;
const H = "(?<h>[01]?\\d|2[0-4])(?: HOUR)?";
const MINUTES = "(?<m>[0-5]?\\d|QUARTER|1/4|HALF|3/4)(?: MINUTE)?";
const CLOCK = {
  military: full("([01]\\d|2[0-3])([0-5]\\d) ?(?:hours|hrs|h)"),
  english: all("[a-z]+(?:-[a-z]+)?"),
  place: all("(\\d)(?:st|nd|rd|th)\\b"),
  part: all("(?:^| )(AM|PM|NIGHT)(?= |$)"),
  read: full(
    "(?:HOUR )?(?<h>[01]?\\d|2[0-4])(?: ?[:.] ?| ?[hu] ?| HOUR )(?<m>[0-5]\\d|(?<=HOUR )\\d)(?: MINUTE)?" +
      "(?: ?[:.] ?(?<s>[0-5]\\d))?(?: HOUR)?|(?:HOUR )?(?<full>[01]?\\d|2[0-4])(?<hour> HOUR)?",
  ),
  twelve: full("(.+ (PAST|TO)) (NOON|MIDNIGHT)"),
  glued: re("\\bпол(?=[а-я]{4,}го\\b)", "g"),
};
/** How the minutes count, and the hour they count from. @type {[RegExp, number, number][]} */
const SAID = [
  [full(`${MINUTES} PAST ${H}`), 1, 0],
  [full(`${MINUTES} TO ${H}`), -1, 0],
  [full(`${H} (?:AND )?${MINUTES}`), 1, 0],
  [full(`${H} (?:LESS|TO) ${MINUTES}`), -1, 0],
  [full(`(?:LESS|IN) ${MINUTES} ${H}`), -1, 0],
  [full(`${MINUTES} ${H}`), 1, -3600],
  [full(`HALF_TO ${H}`), 1, -1800],
  [full(`${MINUTES} PAST HALF_TO ${H}`), 1, -1800],
  [full(`${MINUTES} TO HALF_TO ${H}`), -1, -1800],
];
/** @type {Record<string, number>} */
const PART_MINUTES = { QUARTER: 15, "1/4": 15, HALF: 30, "3/4": 45 };
/** @type {Record<string, string>} */
const TWELVES = { "TO NOON": "AM", "PAST NOON": "PM", "TO MIDNIGHT": "NIGHT", "PAST MIDNIGHT": "NIGHT" };

/** Whether a form is a time of day, and a text the same. @param {string} given @param {Key} key */
export function isSameOfDay(given, key) {
  if (!key.times || key.compare) return false;
  for (const language of new Set([key.language.split(/[-_]/)[0].toLowerCase(), "en"])) {
    const found = T.clocks[language] ? readClock(phrase(given), language) : [];
    if (found.length) return found.some((second) => key.times?.includes(second));
  }
  return false;
}

/** The seconds of the day that the whole of a folded text may mean. @param {string} folded @param {string} language @returns {number[]} */
function readClock(folded, language) {
  const military = CLOCK.military.exec(folded);
  if (military) return [Number(military[1]) * 3600 + Number(military[2]) * 60];
  const { signs, said } = T.clocks[language];
  let text = language === "ru" ? folded.replace(CLOCK.glued, "пол ") : folded;
  text = text.replace(all(said), (word) => ` ${signs[word]} `).trim();
  text = told(text, language).replace(CLOCK.place, "$1").replace(/ and a half/g, " AND HALF");
  CLOCK.part.lastIndex = 0;
  let part = CLOCK.part.exec(text)?.[1] || "";
  text = text.replace(CLOCK.part, " ").split(/\s+/).filter(Boolean).join(" ");
  if (text === "NOON" || text === "MIDNIGHT") return [text === "NOON" ? DAY_LONG / 2 : 0];
  const twelve = CLOCK.twelve.exec(text);
  if (twelve) [text, part] = [`${twelve[1]} 12`, TWELVES[`${twelve[2]} ${twelve[3]}`]];
  return timesOf(text, part, language === "en").filter((each) => each >= 0);
}

/** With its numbers in digits; of two in a row the last is the hour. @param {string} text @param {string} language */
function told(text, language) {
  const at = text.lastIndexOf(" ");
  if (at >= 0 && text.trimStart().startsWith("IN "))
    return `${clockDigits(text.slice(0, at), language)} ${clockDigits(text.slice(at + 1), language)}`;
  return clockDigits(text, language);
}

/** @param {string} text @param {string} language */
function clockDigits(text, language) {
  if (language === "zh" || language === "ja") return inHanDigits(text);
  const numerals = T.tongues[language]?.numerals;
  if (numerals) return inDigitsOf(text, numerals);
  return text.replace(CLOCK.english, (word) => {
    const [place, found] = [readOrdinal(word), wholeInWords(word)];
    return place ? String(place) : found === null ? word : String(found);
  });
}

/** @param {string} text @param {string} part @param {boolean} english @returns {number[]} */
function timesOf(text, part, english) {
  const read = CLOCK.read.exec(text)?.groups;
  if (read) {
    const hour = Number(read.h || read.full);
    if (read.full && !read.hour && !part) return [];
    const second = (hour % 24) * 3600 + Number(read.m || 0) * 60 + Number(read.s || 0);
    return inDay(second, hour, part, !!read.full && english);
  }
  for (const [way, sign, beside] of SAID) {
    const parts = way.exec(text)?.groups;
    if (!parts) continue;
    const said = parts.m || "0";
    const minutes = PART_MINUTES[said] || Number(said);
    const second = Number(parts.h) * 3600 + sign * minutes * 60 + beside;
    return inDay(((second % DAY_LONG) + DAY_LONG) % DAY_LONG, Number(parts.h), part, true);
  }
  return [];
}

/** The second in that part of the day; in either half, where nobody says. @param {number} second @param {number} hour @param {string} part @param {boolean} spoken @returns {number[]} */
function inDay(second, hour, part, spoken) {
  if (hour > 12 || hour === 0) {
    const fits = (part !== "AM" || hour === 0 || hour === 24) && (part !== "PM" || hour);
    return fits ? [second] : [];
  }
  const half = second % (DAY_LONG / 2);
  if (part === "AM") return [half];
  if (part === "PM") return [half + DAY_LONG / 2];
  if (part === "NIGHT") return [half >= 6 * 3600 ? half + DAY_LONG / 2 : half];
  return spoken ? [half, half + DAY_LONG / 2] : [second];
}
