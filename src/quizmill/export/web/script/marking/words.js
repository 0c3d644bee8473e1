/** Does a text say the same? Equal words, a slip of the finger, or the words of the question around it. */
import { NUMBER_WORDS, placed, readOrdinal, readWords } from "./counted.js";
import { RIGHT, WRONG, because, miss, nearMiss } from "./judgement.js";
import { T } from "./tables.js";
import { LITTLE, all, casefold, fold, full, isAlpha, isDecimal, joined, placesOf, re, sameWords, stripped, tokens } from "./text.js";
import { decimal } from "./exact.js";
import { inSigns, isAlike, isThing } from "./variants.js";

/**
 * @typedef {import("./judgement.js").Judgement} Judgement
 * @typedef {import("./keys.js").Key} Key
 */

const SHORTEST_TYPO = 6; // letters
const SHORTEST_NEAR = 4;
const TITLES = new Set(
  ("king queen emperor empress pope tsar czar sir mr mrs ms dr doctor prof professor president d dom don" +
    " dona rey reina rei rainha roi reine konig konigin kaiser kaiserin papst pape papa koning koningin krol" +
    " krolowa царь король император императрица").split(" "),
);
/** @type {Record<string, string>} */
const ANOTHER = {
  person: "reason.another_person",
  company: "reason.another_company",
  place: "reason.another_place",
  product: "reason.another_product",
  other: "reason.another_name",
};
const TEXTS = {
  owned: all("(?<=[^\\W\\d_])'s\\b"),
  year: /^[12]\d{3}$/,
  gloss: /\([^()]*\)|（[^（）]*）/g,
  unknown: full("(?:i )?(?:do not|don't|dont) (?:know|remember|recall)|i?dk|no idea|dunno|not sure|unknown|n/?a"),
  denial: all(
    "\\b(?:not|never|neither|nor|none|without|except|no(?!\\.? ?\\d)|other than|anyone but|anything but" +
      "|rather than|instead of)\\b|\\w+n't\\b",
  ),
  choice: all("\\bor\\b|(?<=[^\\W\\d]) ?/ ?(?=[^\\W\\d])"),
  remark: re(
    " ?\\((?:the|an?|its|his|her|their|where|who|which|whose|because|as|since) [^()]*\\)$" +
      "|(?: ?, (?:where|who|which|whose|because|(?:the|an?|its|his|her|their) [\\w' -]+ (?:of|in|at|that|who|which)) .*$)",
  ),
};

/**
 * The things that exactly these words name.
 * @param {readonly string[]} words @param {boolean} named whether names are looked at
 */
export const namedBy = (words, named) => (named && T.byWords.get(joined(words))) || [];

/** Why a phrase cannot be right whatever is asked, else null. @param {string} given @param {readonly string[]} forms @returns {Judgement | null} */
export function refused(given, forms) {
  const folded = forms.map(fold);
  if (!given || (TEXTS.unknown.test(given) && !folded.includes(given))) return WRONG;
  const beyond = (/** @type {RegExp} */ pattern) => {
    const known = folded.flatMap((form) => form.match(pattern) || []);
    return (given.match(pattern) || []).some((hit) => !known.includes(hit));
  };
  if (beyond(TEXTS.denial)) return miss("reason.denial");
  return beyond(TEXTS.choice) ? miss("reason.several") : null;
}

/** @param {string} text */
const denies = (text) => (fold(text).match(TEXTS.denial) || []).length > 0;

/** A text without what is told of the thing behind it, unless this names another thing. @param {string} text @param {(word: string) => boolean} isKnown @param {boolean} named */
export function withoutRemark(text, isKnown, named) {
  const match = TEXTS.remark.exec(text);
  if (!match || !match.index) return text;
  const said = tokens(match[0]);
  for (const length of [1, 2, 3])
    for (let i = 0; i < said.length; i++) {
      const run = said.slice(i, i + length);
      if (namedBy(run, named).length && !run.every(isKnown)) return text;
    }
  return text.slice(0, match.index);
}

/** Whether a text says what is accepted, and if not, how it misses. @param {string} accepted @param {string} given @param {Key} key @param {boolean} named @returns {Judgement} */
export function judgeWords(accepted, given, key, named) {
  const [right, typed] = [tokens(accepted), tokens(given)];
  if (!right.length || !typed.length) return WRONG;
  if (isEqual(right, typed) || isAlike(right, typed, accepted) || isCareless(accepted, given)) return RIGHT;
  if (denies(accepted) !== denies(given)) return WRONG;
  const mine = namedBy(right, named);
  const other = namedBy(typed, named).find((name) => !mine.some((each) => each.at === name.at));
  if (other)
    return isOneEdit(joined(right), joined(typed)) ? miss(ANOTHER[other.kind], { name: other.name }) : WRONG;
  return slip(accepted, right, typed, key) || around(accepted, right, typed, key);
}

/** @param {readonly string[]} right @param {readonly string[]} typed */
const isEqual = (right, typed) =>
  sameWords(right, typed) || joined(right) === joined(typed) || inDigits(right) === inDigits(typed);

/** Whether signs are left out or said in words. @param {string} accepted @param {string} given */
function isCareless(accepted, given) {
  const [right, typed] = [inSigns(accepted), inSigns(given)];
  if ((right !== accepted || typed !== given) && sameWords(tokens(right), tokens(typed))) return true;
  const folded = fold(accepted);
  return folded.includes("'s") && sameWords(tokens(folded.replace(TEXTS.owned, "s")), tokens(given));
}

/** With every number word as digits. @param {readonly string[]} text */
function inDigits(text) {
  if (!text.some((word) => NUMBER_WORDS.has(word) || readOrdinal(word))) return text.map(placed).join(" ");
  const said = [];
  let rest = text.join(" ");
  while (rest) {
    const found = /^(?:a |half a)/.test(rest) ? null : readWords(rest);
    if (found && (!found[1] || found[1][0] === " ")) {
      said.push(decimal(found[0]));
      rest = found[1].trimStart();
      continue;
    }
    const [word, ...others] = rest.split(" ");
    rest = others.join(" ");
    const place = readOrdinal(word);
    said.push(place ? `${place}th` : placed(word));
  }
  return said.join(" ");
}

/** What becomes of an answer that is one letter off; null when it is not. @param {string} accepted @param {readonly string[]} right @param {readonly string[]} typed @param {Key} key @returns {Judgement | null} */
function slip(accepted, right, typed, key) {
  const unsure = nearMiss("reason.check_spelling");
  if (right.length !== typed.length) {
    const [mine, theirs] = [new Set(right), new Set(typed)];
    const missing =
      mine.size !== theirs.size && ([...mine].every((word) => theirs.has(word)) || [...theirs].every((word) => mine.has(word)));
    return !missing && isSlipped(joined(right), joined(typed)) ? unsure : null;
  }
  const at = right.map((_, i) => i).filter((i) => right[i] !== typed[i]);
  if (at.length !== 1) return null;
  const [word, other] = [right[at[0]], typed[at[0]]];
  if (!isSlipped(word, other)) return null;
  if (key.words.has(other) || areTwo(word, other)) return miss("reason.another_word");
  if ([...word].length < SHORTEST_TYPO || [...word][0] !== [...other][0]) return unsure;
  return { right: true, reason: because("reason.misspelt", { form: accepted }) };
}

/** Whether one is no slip for the other, but another word. @param {string} word @param {string} other */
function areTwo(word, other) {
  const [one, another] = [word, other].map((each) => (each.endsWith("s") ? each.slice(0, -1) : each));
  const otherwise = T.endings.some((endings) => {
    const [mine, theirs] = [one, another].map((each) => endings.filter((ending) => each.endsWith(ending)));
    return mine.length && theirs.length && !sameWords(mine, theirs);
  });
  if (otherwise) return true;
  const begins = T.beginnings.some((beginnings) => {
    const rest = beginnings.filter((each) => word.startsWith(each)).map((each) => word.slice(each.length));
    return beginnings.some((each) => other.startsWith(each) && rest.includes(other.slice(each.length)));
  });
  return begins || T.others.has(`${word}/${other}`);
}

/** @param {string} word @param {string} other */
const isSlipped = (word, other) =>
  [...word].length >= SHORTEST_NEAR && [word, other].every(isSpelt) && isOneEdit(word, other);

/** @param {string} word */
const isSpelt = (word) => isAlpha(word) && !NUMBER_WORDS.has(word) && [...word].every((letter) => letter < "\u2e80");

/** Whether one letter more, fewer, other, or swapped with its neighbour makes one of the other. @param {string} word @param {string} other */
export function isOneEdit(word, other) {
  let [a, b] = [[...word], [...other]];
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [enda, endb] = [a.length, b.length];
  while (enda > from && endb > from && a[enda - 1] === b[endb - 1]) [enda, endb] = [enda - 1, endb - 1];
  const [some, others] = [a.slice(from, enda), b.slice(from, endb)];
  if (a.length !== b.length) return some.length === 0 && others.length === 1;
  return some.length === 1 || (some.length === 2 && some[0] === others[1] && some[1] === others[0]);
}

/** With words of the question around it right; with other words another answer. @param {string} accepted @param {readonly string[]} right @param {readonly string[]} typed @param {Key} key @returns {Judgement} */
function around(accepted, right, typed, key) {
  const [start] = placesOf(right, typed);
  if (start !== undefined) {
    let [before, behind] = [typed.slice(0, start), typed.slice(start + right.length)];
    if (before[before.length - 1] === "and" || behind[0] === "and") return nearMiss("reason.that_wanted_alone");
    const counts = (/** @type {string} */ word) => isDecimal(word) && !TEXTS.year.test(word);
    if ([...before, ...behind].some(counts)) return nearMiss("reason.name_wanted_alone");
    if (before.length > 1 && ["he", "she", "they"].includes(before[0]))
      before = before.slice([...before[1]].length >= 4 && isAlpha(before[1]) ? 2 : 1);
    let extra = [
      ...before.filter((word) => !key.before.has(word)),
      ...behind.filter((word) => !key.behind.has(word)),
    ].filter((word) => !LITTLE.has(word));
    if (!isThing(accepted) && before.every((word) => TITLES.has(word)))
      extra = extra.filter((word) => !TITLES.has(word));
    const told = extra.every((word) => key.words.has(word)) && (!key.words.has("or") || !extra.length);
    return told ? RIGHT : nearMiss("reason.name_wanted_alone");
  }
  if (!placesOf(typed, right).length) return WRONG;
  const main = key.texts[0] || "";
  const found = [tokens(main.replace(TEXTS.gloss, " ")), tokens(main), right].find((words) => words.length) || right;
  return typed.some((word) => found.includes(word)) ? miss("reason.part_alone") : WRONG;
}

// Lists

const PARTED = re(" ?[;・] ?|,(?!\\d{3}\\b) ?(?:and |or |& ?)?| and | or | & | ?\\+ | as well as | plus ");

/** What a list names, each folded. @param {string} text */
const membersOf = (text) => fold(text).split(PARTED).map((part) => stripped(part, " .")).filter(Boolean);

/** Whether a text names the members of a list; *same* compares one with one. @param {string} accepted @param {readonly string[]} wanted @param {string} given @param {(one: string, other: string) => Judgement} same @returns {Judgement} */
export function judgeList(accepted, wanted, given, same) {
  let typed = membersOf(given);
  if (typed.length === 1 && wanted.length > 1) typed = parted(wanted, given) || typed;
  if (typed.length > 2 * wanted.length + 1) return miss("reason.too_many_named", { n: wanted.length, named: typed.length });
  const left = [...wanted];
  let [strangers, slips] = [0, 0];
  for (const member of typed) {
    let [at, found] = [-1, WRONG];
    left.forEach((one, i) => {
      const judged = same(one, member);
      if (at < 0 || isBetter(judged, found)) [at, found] = [i, judged];
    });
    if (found.right) {
      left.splice(at, 1);
      if (found.reason) slips++;
    } else strangers++;
  }
  const found = wanted.length - left.length;
  if (!left.length && !strangers)
    return slips ? { right: true, reason: because("reason.misspelt", { form: accepted }) } : RIGHT;
  if (!found) return WRONG;
  const n = wanted.length;
  return strangers ? miss("reason.named_some_wrong", { right: found, n, wrong: strangers }) : miss("reason.named", { right: found, n });
}

/** @param {Judgement} one @param {Judgement} other */
const isBetter = (one, other) => one.right && (!other.right || (!one.reason && !!other.reason));

/** The members that a text strings together without a comma, when it is nothing but members. @param {readonly string[]} wanted @param {string} given */
function parted(wanted, given) {
  const spelt = new Map(wanted.map((member) => [tokens(member).join(" "), member]));
  const found = [];
  let typed = tokens(given);
  while (typed.length) {
    let length = typed.length;
    while (length && !spelt.has(typed.slice(0, length).join(" "))) length--;
    if (!length) return null;
    found.push(spelt.get(typed.slice(0, length).join(" ")) || "");
    typed = typed.slice(length);
  }
  return found;
}

// What counts beside the words

const FREE = new Set([...LITTLE, "and", "or"]);
const EACH = all("[^\\W_]+");

/** Plain text of which each character counts, on one line. @param {string} text */
export const onOneLine = (text) =>
  text.normalize("NFC").trim().split("\n").map((line) => line.trim()).filter(Boolean).join(" ");

/** What was found of a text beside a form, if what counts besides is right as well. @param {Judgement} found @param {string} form @param {string} given @param {Key} key @returns {Judgement} */
export function strictly(found, form, given, key) {
  if (key.compare === "case" && found.right && !hasCapitalsOf(form, given)) return miss("reason.capitals");
  if (key.compare === "spelling") {
    const doubtful = found.near && found.reason?.key === "reason.check_spelling";
    if (doubtful || (found.right && !isSpeltLike(form, given))) return miss("reason.spelling");
  }
  return found;
}

/** @param {string} form @param {string} given */
function hasCapitalsOf(form, given) {
  const [wanted, typed] = [form, given].map((text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").match(EACH) || []);
  const [whole, said] = [wanted.join(""), typed.join("")];
  if (casefold(whole) === casefold(said)) return whole === said;
  return typed.every((word) => {
    const alike = wanted.filter((each) => casefold(each) === casefold(word));
    if (alike.length || [...word].length < 4) return !alike.length || alike.includes(word);
    const slips = wanted.filter((each) => isOneEdit(casefold(each), casefold(word)));
    return !slips.length || slips.some((each) => isOneEdit(each, word));
  });
}

/** @param {string} form @param {string} given */
function isSpeltLike(form, given) {
  const [wanted, typed] = [form, given].map((text) => text.toLowerCase().normalize("NFKC").match(EACH) || /** @type {string[]} */ ([]));
  return wanted.every((word) => (FREE.has(word) && wanted.length > 1) || typed.includes(word));
}
