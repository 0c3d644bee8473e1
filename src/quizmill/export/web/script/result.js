import { begin, button, questionsOf, turnTo } from "./app.js";
import { element, marked, plainText, textBlock } from "./dom.js";
import { SIGNS, besides, verdictLine } from "./feedback.js";
import { missedIn, tallyOfAll } from "./sitting.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").Tally} Tally */
/** @typedef {import("./words.js").Say} Say */

/**
 * What a sitting came to: the score, by topic, what to look at again, and the ways on.
 *
 * @param {App} app
 * @param {Sitting} sitting
 */
export function result(app, sitting) {
  const { say, go } = app;
  const questions = questionsOf(app, sitting.ids.slice(0, sitting.place));
  const missed = missedIn(sitting);
  const heading = element("h1", {}, say("web.result"));
  const again = missed.length
    ? button(say("web.retry", { n: missed.length }), () => begin(app, questionsOf(app, missed), sitting.name), "main")
    : null;
  const over = button(say("web.start_over"), () => begin(app, questionsOf(app, sitting.ids), sitting.name));
  const back = button(say("web.home"), go.home, again ? "plain" : "main");
  turnTo(app, say("web.result"), heading, [
    heading,
    scoreLine(tallyOfAll(sitting, questions), say),
    topicTable(app, sitting, questions),
    element("div", { class: "begin" }, again, over, back),
    again ? lookAgain(app, sitting, questionsOf(app, missed)) : null,
  ]);
}

/** @param {Tally} tally @param {Say} say */
function scoreLine(tally, say) {
  return element("p", { class: "score" }, scoreOf(tally, say));
}

/** @param {Tally} tally @param {Say} say */
function scoreOf({ earned, possible }, say) {
  if (!possible) return say("face.nothing_to_mark");
  return say("face.score", { earned, n: possible, percent: Math.round((1000 * earned) / possible) / 10 });
}

/**
 * @param {App} app
 * @param {Sitting} sitting
 * @param {Question[]} questions
 */
function topicTable({ data, say }, sitting, questions) {
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  if (topics.length < 2) return null;
  const rows = topics.map((topic) => {
    const tally = tallyOfAll(sitting, questions.filter((question) => question.topic === topic));
    const share = tally.possible ? tally.earned / tally.possible : 0;
    const done = element("span", {});
    done.style.inlineSize = `${100 * share}%`;
    return element(
      "tr",
      {},
      element("th", { scope: "row", dir: "auto" }, data.topics[topic].title),
      element("td", {}, element("div", { class: "track" }, done)),
      element("td", { class: "number" }, scoreOf(tally, say)),
    );
  });
  const caption = element("caption", {}, say("face.by_topic"));
  return element("table", { class: "by-topic" }, caption, element("tbody", {}, ...rows));
}

/**
 * @param {App} app
 * @param {Sitting} sitting
 * @param {Question[]} missed
 */
function lookAgain({ say }, sitting, missed) {
  const rows = missed.map((question) => {
    const answer = sitting.answers[question.id];
    const summary = element("summary", { dir: "auto" }, `${SIGNS[answer.mark.verdict]} ${titleOf(question)}`);
    const right = element("ul", { class: "answers" }, ...rightAnswers(question).map((each) => element("li", { dir: "auto" }, each)));
    const more = besides(question, answer.mark, answer.response, say);
    return element("details", { class: "missed" }, summary, element("p", {}, verdictLine(question, sitting, say)), right, ...more);
  });
  return element("section", {}, element("h2", {}, say("face.look_again")), ...rows);
}

/** @param {Question} question */
function titleOf(question) {
  if (question.kind !== "cloze") return plainText(question.prompt);
  return plainText(question.prompt?.replaceAll(/<span data-gap="\d+"><\/span>/g, "____"));
}

/**
 * What is right, part by part.
 *
 * @param {Question} question
 */
function rightAnswers({ kind, key = {}, options = [], lefts = [] }) {
  const right = key.right ?? [];
  if (kind === "matching") {
    return lefts.map((left, number) =>
      element("span", {}, marked(left), " → ", marked(options[right[number]])),
    );
  }
  if (options.length) {
    const shown = right.map((place) => textBlock("span", options[place]));
    return key.correction ? [...shown, textBlock("span", key.correction)] : shown;
  }
  return (key.answers ?? []).map((answer) => textBlock("span", answer));
}
