import { element, marked, plainText, textBlock } from "./dom.js";
import { tallyOf } from "./sitting.js";

/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./data.js").Key} Key */
/** @typedef {import("./mark.js").Response} Response */
/** @typedef {import("./mark.js").Mark} Mark */
/** @typedef {import("./words.js").Say} Say */
/** @typedef {import("./words.js").Message} Message */
/** @typedef {import("./sitting.js").Sitting} Sitting */

/** @type {Record<string, string>} */
export const SIGNS = { right: "✓", partial: "◐", wrong: "✗", skipped: "–", unmarked: "–" };

/** @type {Record<string, string>} */
const VERDICTS = {
  right: "verdict.right",
  partial: "verdict.partial",
  wrong: "verdict.wrong",
  skipped: "verdict.skipped",
  unmarked: "verdict.unmarked",
};

/**
 * What is said at once of an answer: the verdict, why, and what is right where that is not seen anyway.
 *
 * @param {Question} question
 * @param {Sitting} sitting
 * @param {Say} say
 * @returns {HTMLElement[]}
 */
export function verdictOn(question, sitting, say) {
  const { response, mark } = sitting.answers[question.id];
  const found = [element("p", { class: `verdict ${mark.verdict}` }, verdictLine(question, sitting, say))];
  const remark = sentence((mark.reasons ?? []).map((reason) => say(reason.key, reason.values)), say);
  if (remark) found.push(element("p", { class: "remark", dir: "auto" }, remark));
  found.push(...whysOf(question, response));
  const answer = rightAnswer(question, mark, say);
  if (answer) found.push(answer);
  return found;
}

/**
 * `✗ Wrong`, with the marks where a part of them was earned or there are several.
 *
 * @param {Question} question
 * @param {Sitting} sitting
 * @param {Say} say
 */
export function verdictLine(question, sitting, say) {
  const { mark } = sitting.answers[question.id];
  const { earned, possible } = tallyOf(sitting, question);
  const verdict = say(VERDICTS[mark.verdict]);
  const isPlain = possible < 2 && (earned === 0 || earned === possible);
  const told = isPlain ? verdict : say("face.earned", { verdict, earned, n: possible });
  return `${SIGNS[mark.verdict]} ${told}`;
}

/**
 * Clauses as one sentence.
 *
 * @param {string[]} clauses
 * @param {Say} say
 */
export function sentence(clauses, say) {
  if (!clauses.length) return "";
  const told = clauses.reduce((first, second) => say("list.clauses", { first, second }));
  const begun = told[0].toUpperCase() + told.slice(1);
  return /[.!?…。！？]$/.test(begun) ? begun : say("list.sentence", { clause: begun });
}

/**
 * Why the wrong options that were chosen tempt; of several each with its option.
 *
 * @param {Question} question
 * @param {Response} response
 */
function whysOf(question, response) {
  const chosen = response.type === "Choice" ? response.picks : [];
  const whys = question.key?.whys ?? {};
  const several = question.kind === "multiple_response";
  return chosen.flatMap((place) => {
    const why = whys[place];
    if (!why) return [];
    const option = several ? element("b", {}, `${plainText(question.options?.[place])}: `) : null;
    return [element("div", { class: "remark", dir: "auto" }, option, marked(why))];
  });
}

/**
 * The right answer, where the question does not show it once it is marked.
 *
 * @param {Question} question
 * @param {Mark} mark
 * @param {Say} say
 */
function rightAnswer(question, mark, say) {
  const key = question.key ?? {};
  if (question.kind === "true_false" && key.correction && mark.verdict !== "right") {
    return labelled(say("anki.in_fact"), key.correction);
  }
  if (question.kind === "cloze") return missedBlanks(key.answers ?? [], mark, say);
  const isTyped = question.kind === "short_answer" || question.kind === "numerical";
  const isShown = isTyped && key.answers && (mark.verdict !== "right" || mark.reasons?.length);
  return isShown ? labelled(say("anki.answer"), key.answers?.[0], "answer") : null;
}

/**
 * What belongs in the blanks that were missed, by their numbers where there are several.
 *
 * @param {string[]} answers
 * @param {Mark} mark
 * @param {Say} say
 */
function missedBlanks(answers, mark, say) {
  const missed = answers.flatMap((answer, blank) => (mark.parts?.[blank] ? [] : [{ answer, number: blank + 1 }]));
  if (!missed.length) return null;
  if (answers.length === 1) return labelled(say("anki.answer"), answers[0], "answer");
  const rows = missed.map(({ answer, number }) => element("li", { value: number, dir: "auto" }, marked(answer)));
  return element("div", { class: "labelled" }, element("b", {}, say("anki.answer")), element("ol", { class: "answers" }, ...rows));
}

/**
 * What there is to say besides: to whoever was right it is folded, to others it is open, but for what stands in
 * the sources.
 *
 * @param {Question} question
 * @param {Mark} mark
 * @param {Response} response
 * @param {Say} say
 * @returns {Node[]}
 */
export function besides(question, mark, response, say) {
  const key = question.key ?? {};
  const reasons = [
    key.also ? labelled(say("anki.also_right"), key.also) : null,
    key.transcript ? labelled(say("anki.said"), key.transcript) : null,
    key.explanation ? textBlock("p", key.explanation, { class: "explanation" }) : null,
    ...(key.doubts ?? []).map((doubt) => element("p", { class: "doubt", dir: "auto" }, doubt)),
  ].filter((node) => node !== null);
  const found = mark.verdict === "right" && reasons.length ? [folded(say("anki.why"), reasons)] : reasons;
  const tempting = temptations(question, response);
  if (tempting.length) found.push(folded(say("anki.tempting"), tempting));
  if (key.sources?.length) {
    const said = key.sources.map((source) => element("li", { dir: "auto" }, source));
    found.push(folded(`${say("anki.source")}: ${key.places ?? ""}`, [element("ul", { class: "sources" }, ...said)]));
  }
  return found;
}

/**
 * Why the other wrong options tempt.
 *
 * @param {Question} question
 * @param {Response} response
 */
function temptations(question, response) {
  const chosen = response.type === "Choice" ? response.picks : [];
  return Object.entries(question.key?.whys ?? {})
    .filter(([place]) => !chosen.includes(Number(place)))
    .map(([place, why]) =>
      element("div", { class: "why", dir: "auto" }, element("b", {}, plainText(question.options?.[Number(place)]), ": "), marked(why)),
    );
}

/**
 * @param {string} label
 * @param {string | undefined} html
 * @param {string} [name] its class
 */
function labelled(label, html, name = "") {
  return element("div", { class: `labelled ${name}` }, element("b", {}, label), " ", textBlock("span", html));
}

/**
 * @param {string} summary
 * @param {Node[]} nodes
 */
export function folded(summary, nodes) {
  return element("details", {}, element("summary", {}, summary), ...nodes);
}
