/** Is a typed answer right? Each form is tried by the rules of its kind: value, list or text. */
import { isSameOfDay } from "./clocks.js";
import { readBeside, readingsOf } from "./dates.js";
import { loses, has, isOtherInterval } from "./formulas.js";
import { RIGHT, WRONG, because, best, miss, nearMiss } from "./judgement.js";
import { hasShortYear, isDecade, readAmong, readMention } from "./mentions.js";
import { asPercent, isAnotherRate, isNumeral, mentionOf, oddlyGrouped, outOf, resultOf, taken, withDecimalPoint, withDigits, withLetters, withScales, withoutPoints, withoutRate } from "./notations.js";
import { judgeClaim } from "./quantities.js";
import { faultOf, inEnglish, isForeign, saysDates, withoutArticle } from "./tongues.js";
import { T } from "./tables.js";
import { Unsure, after, fold, full, phrase, re, starts, tokens } from "./text.js";
import { asksIn, speltOut, withPlaces } from "./units.js";
import { asQuantity, isMoment, read, readSpelt } from "./values.js";
import { judgeList, judgeWords, namedBy, onOneLine, refused, strictly, withoutRemark } from "./words.js";

/**
 * @typedef {import("./judgement.js").Judgement} Judgement
 * @typedef {import("./keys.js").Key} Key
 * @typedef {import("./keys.js").Form} Form
 * @typedef {import("./keys.js").Mention} Mention
 */

const LONGEST_ANSWER = 1000;
const TYPED = {
  slash: re("(?<=[^\\W\\d]) ?/ ?(?=[^\\W\\d])", "g"),
  address: full("(?:https?://|www\\.)\\S+"),
  scaled: re("(?:hundred|thousand|illion)\\b|\\d\\+? ?(?:k|m|mn|mln|b|bn|tn)\\b", "i"),
  declared: re(" and | or | & |;|,.*,(?!\\d{3}\\b)"),
  unknown: starts("\\s*([A-Za-z])'?(?:\\([a-z]\\))?\\s*=\\s*(?=[^\\s=])"),
  loneLetter: re("(?<![\\w'])[b-hj-z](?![\\w'])", "g"),
  odds: full("(\\d+(?:\\.\\d+)?) ?: ?(\\d+(?:\\.\\d+)?)"),
  plusMinus: full("(?:[a-z] ?= ?)?(?:±|\\+/-|\\+-) ?(\\d[\\d.,/]*)"),
  numbered: full("(?:the )?(?:[ivx]{1,5}|\\d{1,2}(?:st|nd|rd|th))"),
  quarters: full("(?:(a|one|the|three)[ -])?quarters?"),
  range: { begins: starts("(?:between|from) "), parts: / ?- ?| to | and (?!(?:a|one|three) )| ?\.\.+ ?| until | through / },
};

/** Whether a text is one of the wanted forms. @param {string} given @param {Key} key @param {boolean} named @returns {Judgement} */
export function judgeTyped(given, key, named) {
  if ([...given].length > LONGEST_ANSWER) return miss("reason.too_long");
  if (!key.exact.length) given = resultOf(withoutUnknown(given, key), key);
  const placed = key.language === "en" ? given : withPlaces(given);
  const spelt = isOneOf(fold(given), key) ? given : speltOut(placed, { symbol: key.own?.[0], name: key.own?.[1] });
  const settled = settledBy(given, key);
  if (settled) return settled;
  if (!key.exact.length) {
    const found = inEitherLanguage(spelt, key, named);
    return found.right && (loses(given, key) || isOtherInterval(given, key.texts)) ? WRONG : found;
  }
  if (isExactly(given, key.exact)) return RIGHT;
  const found = key.forms.length ? inEitherLanguage(spelt, key, named) : WRONG;
  const alike = key.exact.some((form) => fold(given) === fold(form));
  return best([found, alike ? miss("reason.characters") : WRONG]);
}

/** Character by character; backticks around it may be typed too. @param {string} given @param {string[]} forms */
function isExactly(given, forms) {
  const code = /^\s*`([^`\\]+)`\s*$/.exec(given);
  if (!code && (given.match(/`/g) || []).length > 1) throw new Unsure(); // markup, which is not read here
  const typed = [onOneLine(given), code ? onOneLine(code[1]) : ""];
  return forms.some((form) => typed.includes(form));
}

/** What notation alone settles. @param {string} given @param {Key} key */
function settledBy(given, key) {
  const same = key.bases ? isNumeral(given, key.bases) : null;
  if (same === false && key.bases?.numerals.length === key.forms.length) return WRONG;
  return same || isSameOfDay(given, key) || has(given, key) ? RIGHT : null;
}

/** As it is read in the bank's language, and in English. @param {string} given @param {Key} key @param {boolean} named @returns {Judgement} */
function inEitherLanguage(given, key, named) {
  const found = freely(given, key, named);
  const own = T.tongues[key.language];
  if (!own) return found;
  if (key.compare) {
    const bare = withoutArticle(given, own);
    return bare === given ? found : best([found, freely(bare, key, named)]);
  }
  const folded = fold(given);
  const meant = inEnglish(folded, own);
  const native = asWritten(freely(meant, key.english || key, named), key);
  if (native.right && !isForeign(meant, own)) return best([native, found]);
  if (saysDates(folded, own) && !isOneOf(folded, key)) return native;
  if (!found.right) return best([native, found]);
  const fault = isOneOf(folded, key) ? "" : faultOf(folded, meant, own);
  return fault ? { right: false, unclear: fault } : found;
}

/** With a slip told by the form that the bank writes. @param {Judgement} found @param {Key} key @returns {Judgement} */
function asWritten(found, key) {
  const at = found.reason?.key === "reason.misspelt" ? key.english?.texts.indexOf(String(found.reason.values.form)) : -1;
  const form = key.english?.written?.[at ?? -1];
  return found.right && form ? { right: true, reason: because("reason.misspelt", { form }) } : found;
}

/** @param {string} folded @param {Key} key */
const isOneOf = (folded, key) => key.texts.some((form) => folded === fold(form));

/** Whether it is one of the forms that may be said in another way. @param {string} given @param {Key} key @param {boolean} named @returns {Judgement} */
function freely(given, key, named) {
  given = inTerms(given, key);
  if (key.texts.some((form) => TYPED.declared.test(fold(form)) && !form.includes("/")))
    given = given.replace(TYPED.slash, ", ");
  const folded = fold(given);
  const equal = folded ? key.forms.filter((form) => folded === fold(form.text)) : [];
  if (equal.length) return best(equal.map((form) => strictly(RIGHT, form.text, given, key)));
  const said = mentionsIn(given, key);
  if (!said.length && !readingsOf(ending(fold(speltOut(phrase(given))))).length) {
    const refusal = refused(phrase(given), key.texts);
    if (refusal) return refusal;
  }
  return best(key.forms.map((form) => byForm(form, given, said, key, named)));
}

/** @param {string} folded */
const ending = (folded) => folded.replace(/\.$/, "");

/** In the terms of the question: of a ratio 2:1 is "2 to 1". @param {string} text @param {Key} key */
function inTerms(text, key) {
  const bare = fold(text);
  if (key.says.has("ratio") && TYPED.odds.test(bare)) return bare.replace(TYPED.odds, "$1 to $2");
  const both = /[±+]/.test(bare) && TYPED.plusMinus.exec(bare);
  if (both) return `${both[1]} and -${both[1]}`;
  if (TYPED.numbered.test(bare) && key.says.has("century")) return `${bare} century`;
  const part = key.says.has("part") && TYPED.quarters.exec(phrase(text));
  if (part) return part[1] === "three" ? "3/4" : "1/4";
  const word = ["to", "until", "till", "before", "after"].find((each) => key.says.has(`${each} what`));
  return word && bare.startsWith(`${word} `) ? text.trimStart().replace(/^\S+\s*/, "") : text;
}

/** Without the `x =` before it. @param {string} text @param {Key} key */
function withoutUnknown(text, key) {
  const match = TYPED.unknown.exec(text);
  if (!match || key.texts.some((form) => form.includes("="))) return text;
  const letters = /** @type {string[]} */ (key.asked.match(TYPED.loneLetter) || []);
  return !letters.length || letters.includes(match[1].toLowerCase()) ? text.slice(match[0].length) : text;
}

/** What it mentions, also without the rate that is asked for. @param {string} given @param {Key} key @returns {Mention[]} */
function mentionsIn(given, key) {
  given = withScales(withDecimalPoint(given), key.language);
  const said = [...new Set([given, withoutRate(given, key)])].flatMap((each) => mentionedIn(each, key));
  const isMeasured = said.some(({ value }) => !isMoment(value) && value.unit.includes("/"));
  return isMeasured || !isAnotherRate(given, key) ? said : [];
}

/** What a text mentions; a bare number also as one in the unit beside the line. @param {string} given @param {Key} key @returns {Mention[]} */
function mentionedIn(given, key) {
  given = withLetters(given, key);
  const folded = fold(given);
  if (/\^|\*\*/.test(folded) && key.asked.includes(folded)) return [];
  const found = readMention(given, key.words);
  if (!found) return [];
  const percent = asPercent(found, key);
  if (percent.length) return [found, ...percent];
  const value = asQuantity(found.value);
  if (!key.unit || !value || value.currency || value.unit || TYPED.scaled.test(given)) return [found];
  const inUnit = readMention(given, key.words, key.unit);
  return inUnit ? [inUnit, found] : [found];
}

/** @param {Form} form @param {string} given @param {Mention[]} said @param {Key} key @param {boolean} named @returns {Judgement} */
function byForm(form, given, said, key, named) {
  const rights = form.wanted;
  if (!rights.length) return asText(form, given, key, named);
  if (namedBy(tokens(given), named).length) return WRONG;
  const right = rights[0];
  const beside = isMoment(right.value) ? readBeside(phrase(given), right.value).map((each) => mentionOf(each)) : [];
  if (beside.length > 1) return ofTwoReadings(right, beside, key, form);
  if (beside.length) said = beside;
  else if (!isMoment(right.value)) said = [...said, ...taken(given, right.value), ...outOf(given, right.value)];
  const found = said.length
    ? best(rights.flatMap((one) => said.map((mention) => judgeClaim(one, mention, key, form))))
    : noMention(right, given, key, form);
  if (found.right) return key.compare === "spelling" && /[0-9]/.test(form.text) ? found : strictly(found, form.text, given, key);
  const meant = withoutPoints(given);
  if (meant && mentionsIn(meant, key).some((mention) => judgeClaim(right, mention, key, form).right))
    return { ...nearMiss("reason.point_read"), unclear: "fault.number_two_ways" };
  return found;
}

/** Why an answer that names no value cannot be the right one. @param {Mention} right @param {string} given @param {Key} key @param {Form} form @returns {Judgement} */
function noMention(right, given, key, form) {
  const spoken = phrase(given);
  const readings = readingsOf(spoken);
  if (readings.length) return ofTwoReadings(right, readings.map((each) => mentionOf(each)), key, form);
  const grouped = oddlyGrouped(given);
  const fault = grouped ? "fault.number_two_ways" : "fault.letter_among_digits";
  const meant = (grouped || withDigits(given)).flatMap((text) => mentionsIn(text, key));
  if (meant.some((mention) => judgeClaim(right, mention, key, form).right)) return { right: false, unclear: fault };
  const ends = spoken.replace(TYPED.range.begins, "").split(TYPED.range.parts);
  if (ends.length === 2 && ends.every((part) => part && read(part))) return miss("reason.range");
  if (isMoment(right.value) && isDecade(fold(given))) return miss("reason.decade");
  if (isMoment(right.value) && hasShortYear(given)) return miss("reason.short_year");
  const among = isAnotherRate(given, key) ? null : readAmong(given);
  return among && judgeClaim(right, among, key, form).right ? nearMiss("reason.value_wanted_alone") : WRONG;
}

/** Where one of two readings is right it is asked again. @param {Mention} right @param {Mention[]} readings @param {Key} key @param {Form} form @returns {Judgement} */
function ofTwoReadings(right, readings, key, form) {
  const found = miss("reason.two_readings");
  const isOne = readings.some((mention) => judgeClaim(right, mention, key, form).right);
  return isOne ? { ...found, unclear: "fault.date_two_ways" } : found;
}

/** By words, under every name of the thing; then as a list. @param {Form} form @param {string} given @param {Key} key @param {boolean} named @returns {Judgement} */
function asText(form, given, key, named) {
  if (TYPED.address.test(fold(form.text)) && !given.includes(".")) return WRONG;
  const spoken = [phrase(given), given];
  if (!key.compare) {
    const isKnown = (/** @type {string} */ word) => key.words.has(word) || key.before.has(word) || key.behind.has(word);
    spoken.push(phrase(withoutRemark(fold(given), isKnown, named)));
  }
  const texts = [form.text, ...(named ? form.aliases : [])];
  const found = best(
    texts.flatMap((accepted) =>
      [...new Set(spoken)].map((typed) => strictly(judgeWords(accepted, typed, key, named), accepted, given, key)),
    ),
  );
  if (found.right || !form.members) return found;
  const members = form.members;
  const free = { ...key, compare: undefined };
  const listed = judgeList(form.text, members.map((each) => each.text), phrase(given), (one, other) => {
    if (one === other) return RIGHT;
    const member = members.find((each) => each.text === one) || members[0];
    return byForm(member, other, mentionsIn(other, free), free, named);
  });
  return best([strictly(listed, form.text, given, key), found]);
}
