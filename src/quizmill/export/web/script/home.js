import { button, turnTo } from "./app.js";
import { element } from "./dom.js";
import { begun } from "./sitting.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./sitting.js").Sitting} Sitting */

const A_FEW = 10; // questions for whoever asks for none in particular

/**
 * Where a page begins: what there is to be asked and to be read, and what was begun before.
 *
 * @param {App} app
 */
export function home(app) {
  const { data, say, store } = app;
  const heading = element("h1", {}, data.title);
  const count = say("face.questions", { n: data.questions.length });
  const unfinished = /** @type {Sitting | null} */ (store.get(`sitting:${data.paper}`));
  const nodes = [
    heading,
    element("p", { class: "lead" }, count),
    unfinished ? goOn(app, unfinished) : null,
    beginnings(app, Boolean(unfinished)),
    data.topics.length > 1 || data.chapters ? topics(app) : null,
    notes(app),
  ];
  turnTo(app, "", heading, nodes, data.questions);
}

/**
 * What was begun and not ended.
 *
 * @param {App} app
 * @param {Sitting} sitting
 */
function goOn({ say, go }, sitting) {
  const place = { number: sitting.place + 1, count: sitting.ids.length };
  return element("div", { class: "begin" }, button(say("web.go_on", place), () => go.ask(sitting), "main"));
}

/**
 * A few questions, what matters most first; or all.
 *
 * @param {App} app
 * @param {boolean} isSecond
 */
function beginnings({ data, say, go }, isSecond) {
  const all = data.questions;
  const isFew = all.length <= 2 * A_FEW;
  const few = mostImportant(all, A_FEW);
  const main = isSecond ? "plain" : "main";
  const askAll = (/** @type {string} */ look) =>
    button(say(isFew ? "web.begin" : "web.all", { n: all.length }), () => go.ask(begun(all.map(({ id }) => id))), look);
  if (isFew) return element("div", { class: "begin" }, askAll(main));
  const askFew = button(say("web.begin", { n: few.length }), () => go.ask(begun(few.map(({ id }) => id), "few")), main);
  return element("div", { class: "begin" }, askFew, askAll("plain"));
}

/**
 * So many, by chance, the core first.
 *
 * @param {Question[]} questions
 * @param {number} count
 */
function mostImportant(questions, count) {
  const drawn = questions.map((question) => ({ question, chance: Math.random() }));
  drawn.sort((one, other) => rank(one.question) - rank(other.question) || one.chance - other.chance);
  return drawn.slice(0, count).map(({ question }) => question);
}

/** @param {Question} question */
function rank({ importance = 0 }) {
  return importance;
}

/**
 * Each topic, to be read first and to be asked about.
 *
 * @param {App} app
 */
function topics({ data, say, go }) {
  const rows = data.topics.map(({ title }, topic) => {
    const asked = data.questions.filter((question) => question.topic === topic);
    const chapter = (data.chapters ?? []).findIndex((each) => each.topic === topic);
    const minutes = chapter >= 0 ? data.chapters?.[chapter].minutes ?? 1 : 0;
    const name = `topic-${topic}`;
    const read = chapter >= 0 ? button(say("web.read"), () => go.read(chapter)) : null;
    const practise = button(say("web.practise"), () => go.ask(begun(asked.map(({ id }) => id), String(topic))));
    for (const each of [read, practise]) each?.setAttribute("aria-describedby", name);
    const told = [say("face.questions", { n: asked.length }), minutes ? say("web.reading", { n: minutes }) : ""];
    return element(
      "li",
      { class: "topic" },
      element("h3", { id: name, dir: "auto" }, title),
      element("p", { class: "meta" }, told.filter(Boolean).join(" · ")),
      element("div", { class: "buttons" }, read, practise),
    );
  });
  return element("section", {}, element("h2", {}, say("web.topics")), element("ul", { class: "topics" }, ...rows));
}

/**
 * What whoever opens the page should know.
 *
 * @param {App} app
 */
function notes({ data, say, store }) {
  const kept = store.isKept() ? say("web.kept") : say("web.not_kept");
  return element(
    "footer",
    { class: "notes" },
    element("p", {}, kept),
    element("p", {}, say("web.key_inside")),
    data.license ? element("p", {}, data.license) : null,
  );
}
