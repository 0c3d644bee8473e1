/** Reading a point in time: a year, a month, a day, a quarter, or a year before Christ. */
import { inOrder, readOrdinal, readRoman, readYear } from "./counted.js";
import { MONTHS } from "./months.js";
import { all, full, re } from "./text.js";

/** @typedef {{year: number, month: number, day: number, quarter: number}} Moment 0 where a part was not said */

const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;
const Y = "([12]\\d{3})";
const M = "(0?[1-9]|1[0-2])";
const D = "(0?[1-9]|[12]\\d|3[01])";
const NAMES = Object.keys(MONTHS).sort((a, b) => b.length - a.length).join("|");
const MONTH = `(?<month>${NAMES})\\.?`;
const YEAR = "(?<year>[12]\\d{3})";
const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.)?";
const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const QUARTERS = Object.fromEntries(
  ["first 1st i", "second 2nd ii", "third 3rd iii", "fourth 4th iv"].flatMap((names, i) =>
    names.split(" ").map((name) => [name, i + 1]),
  ),
);
const QUARTER =
  `(?:[qt]([1-4])|quarter ([1-4])|([1-4])(?:[qt]|\\. ?quarter)|(${Object.keys(QUARTERS).join("|")})\\.? ?quarter)`;
const BC = "b\\.? ?c\\.?(?: ?e\\.?)?";
const DATES = {
  weekday: re(`^${WEEKDAY}(?: the|,)? |(?<=\\d|日),? ?\\(?${WEEKDAY}\\)?$`),
  midnight: re(" 00:00(?::00)?$"),
  year: full(Y),
  beforeChrist: full(`(\\d{1,4}) ?${BC}|${BC} ?(\\d{1,4})`),
  era: re("^(?:ad|a\\. ?d\\.|ce) (?=\\d)|(?<=\\d) (?:ad|a\\. ?d\\.?|ce|c\\. ?e\\.?)$"),
  dayLast: full(`${Y}([-/.])${M}\\2${D}`),
  chinese: full(`(?:${Y} ?年)?(?: ?${M} ?月(?: ?${D} ?[日号])?)?`),
  monthLast: full(`${Y}[-/]${M}`),
  monthFirst: full(`${M}[-/]${Y}`),
  yearLast: full(`(\\d{1,2})([-/.])(\\d{1,2})\\2${Y}`),
  romanMonth: full("(\\d{1,2})(?: ?[./-] ?| )(i{1,3}|i?v|vi{1,3}|ix|xi{0,2})(?: ?[./-] ?| )([12]\\d{3})"),
  quarterLast: full(`${Y}(?:年|[ /-]| ?- ?|, ?)?${QUARTER}`),
  quarter: full(`(?:the )?${QUARTER}(?:(?:,| of| in|/| ?-)? ?${Y})?`),
  threeMonths: full(
    `(${NAMES})\\.?(?: ?[-–] ?| to | until | through )(${NAMES})\\b\\.?(?:(?:,| of| in)? ${Y})?`,
  ),
  aMonth: re(`${MONTH}(?![a-z])`),
  named: [
    full(`(?:the )?${DAY}(?: of |[ -]?)${MONTH}(?:(?:,? ?|-| in )${YEAR})?`),
    full(`${MONTH}(?: the )?[ -]?${DAY}(?:(?:, ?| |-)${YEAR})?`),
    full(`${MONTH}(?: of |,? ?|-)${YEAR}`),
    full(`${YEAR}[ ,-]{1,2}${MONTH}(?:[ -]${DAY})?`),
    full(MONTH),
  ],
  spelt: all(`\\b(${[...Array(31)].map((_, i) => inOrder(31 - i)).join("|")})\\b`),
  dayAndMonth: full("(\\d{1,2})[-/.](\\d{1,2})"),
  monthAndPoint: full(`${M}\\.${Y}`),
  shortYear: full("(\\d{1,2})([-/.])(\\d{1,2})\\2'?(\\d{2})"),
  namedShort: full(`(?:${DAY}[ -]?)?${MONTH}(?:[ -]|, ?)?'?(?<short>\\d{2})`),
};

/** @param {Partial<Moment>} parts @returns {Moment} */
export const momentOf = (parts) => ({ year: 0, month: 0, day: 0, quarter: 0, ...parts });

/** @param {Moment} one @param {Moment} other */
export const isSameMoment = (one, other) =>
  one.year === other.year && one.month === other.month && one.day === other.day && one.quarter === other.quarter;

/** Whether every part that *asked* has is the same in *given*. @param {Moment} given @param {Moment} asked */
export function agrees(given, asked) {
  const quarter = given.quarter || Math.floor((given.month + 2) / 3);
  return (
    (!asked.year || asked.year === given.year) &&
    (!asked.month || asked.month === given.month) &&
    (!asked.day || asked.day === given.day) &&
    (!asked.quarter || asked.quarter === quarter)
  );
}

/** @param {string | undefined} year @param {string | number} [month] @param {string} [day] @param {number} [quarter] @returns {Moment | null} */
function checked(year, month = 0, day, quarter = 0) {
  const found = { year: Number(year || 0), month: Number(month), day: Number(day || 0), quarter };
  if (found.month > 12 || (found.year && !(FIRST_YEAR <= found.year && found.year <= LAST_YEAR))) return null;
  const days = new Date(Date.UTC(found.year || 2000, found.month, 0)).getUTCDate();
  return found.day && (!found.month || found.day > days) ? null : found;
}

/** The moment that the whole of a folded text names. @param {string} folded @returns {Moment | null} */
export function readMoment(folded) {
  const text = (folded.includes("day") ? folded.replace(DATES.weekday, "") : folded).replace(DATES.midnight, "");
  let match;
  if ((match = DATES.year.exec(text))) return checked(match[1]);
  if ((match = DATES.beforeChrist.exec(text))) {
    const year = Number(match[1] || match[2]);
    if (year) return momentOf({ year: -year });
  } else if ((match = DATES.era.test(text) && /^\d{1,4}$/.exec(text.replace(DATES.era, "")))) {
    if (Number(match[0]) > 0 && Number(match[0]) <= LAST_YEAR) return momentOf({ year: Number(match[0]) });
  }
  if ((match = DATES.dayLast.exec(text))) return checked(match[1], match[3], match[4]);
  if (/[年月日号]$/.test(text) && (match = DATES.chinese.exec(text))) return checked(match[1], match[2], match[3]);
  if ((match = DATES.monthLast.exec(text))) return checked(match[1], match[2]);
  if ((match = DATES.monthFirst.exec(text))) return checked(match[2], match[1]);
  if ((match = DATES.yearLast.exec(text))) {
    const readings = dayAndMonth(match[1], match[2], match[3], match[4]);
    return readings.length === 1 ? readings[0] : null;
  }
  if ((match = DATES.romanMonth.exec(text))) return checked(match[3], readRoman(match[2]), match[1]);
  return readQuarter(text) || named(text) || inFull(text);
}

/** @param {string} text */
function inFull(text) {
  const year = readYear(text);
  return year ? checked(String(year)) : null;
}

/** The readings of a day and a month in digits; two where nobody can say which is which. @param {string} first @param {string} sign @param {string} second @param {string} year */
function dayAndMonth(first, sign, second, year) {
  let both = [checked(year, second, first), checked(year, first, second)];
  if (sign === "." && both[0]) both = both.slice(0, 1);
  return unlike(both.filter((moment) => moment?.month && moment.day));
}

/** @param {(Moment | null | undefined)[]} moments @returns {Moment[]} */
function unlike(moments) {
  /** @type {Moment[]} */
  const found = [];
  for (const each of moments) if (each && !found.some((one) => isSameMoment(one, each))) found.push(each);
  return found;
}

/** The two readings of a date like 3/4/2010; none of another text. @param {string} folded */
export function readingsOf(folded) {
  const match = DATES.yearLast.exec(folded);
  const found = match ? dayAndMonth(match[1], match[2], match[3], match[4]) : [];
  return found.length === 2 ? found : [];
}

/** What a text may mean where a moment like *asked* is wanted. @param {string} folded @param {Moment} asked @returns {Moment[]} */
export function readBeside(folded, asked) {
  let match;
  if (asked.day && !asked.year) {
    match = DATES.dayAndMonth.exec(folded);
    return match ? unlike([checked(undefined, match[2], match[1]), checked(undefined, match[1], match[2])]) : [];
  }
  if (asked.month && !asked.day && (match = DATES.monthAndPoint.exec(folded))) return unlike([checked(match[2], match[1])]);
  if (!asked.month || asked.year < FIRST_YEAR) return [];
  const century = Math.floor(asked.year / 100);
  if ((match = DATES.shortYear.exec(folded))) return dayAndMonth(match[1], match[2], match[3], `${century}${match[4]}`);
  if ((match = DATES.namedShort.exec(folded))) {
    const { day, month, short } = /** @type {Record<string, string>} */ (match.groups);
    return !!day === !!asked.day ? unlike([checked(`${century}${short}`, MONTHS[month], day)]) : [];
  }
  return [];
}

/** @param {string} text */
function readQuarter(text) {
  let match;
  let [year, said] = [/** @type {string | undefined} */ (""), /** @type {string[]} */ ([])];
  if ((match = DATES.quarterLast.exec(text))) [year, said] = [match[1], match.slice(2)];
  else if ((match = DATES.quarter.exec(text))) [year, said] = [match[5], match.slice(1, 5)];
  else if ((match = DATES.threeMonths.exec(text))) {
    const [first, last] = [MONTHS[match[1]], MONTHS[match[2]]];
    return last === first + 2 && last % 3 === 0 ? checked(match[3], 0, undefined, last / 3) : null;
  } else return null;
  const number = said.find(Boolean) || "";
  return checked(year, 0, undefined, QUARTERS[number] || Number(number));
}

/** @param {string} text */
function named(text) {
  if (!DATES.aMonth.test(text)) return null;
  text = text.replace(DATES.spelt, (day) => String(readOrdinal(day)));
  for (const order of DATES.named) {
    const parts = order.exec(text)?.groups;
    if (parts) return checked(parts.year, MONTHS[parts.month], parts.day);
  }
  return null;
}
