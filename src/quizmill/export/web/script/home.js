import { begin, button, questionsOf, turnTo } from "./app.js";
import { logFile, logIn, metIn, planFor, takeIn } from "./diary.js";
import { element } from "./dom.js";
import { folded } from "./feedback.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./sitting.js").Sitting} Sitting */

const FEW = 20; // questions that are asked all at once

/**
 * Where a page begins: what there is to be asked and to be read, and what was begun before. What is *told* of
 * something just done stands first and takes the focus.
 *
 * @param {App} app
 * @param {string} [told]
 */
export function home(app, told = "") {
  const { data, say } = app;
  const heading = element("h1", {}, data.title);
  const lead = element("p", { class: "lead" }, say("face.questions", { n: data.questions.length }));
  const hasTopics = data.topics.length > 1 || data.chapters;
  const news = told ? element("p", { class: "news" }, told) : null;
  const nodes = [heading, lead, news, beginnings(app), hasTopics ? topics(app) : null, notes(app)];
  turnTo(app, "", news ?? heading, nodes, data.questions);
}

/**
 * The ways to begin, the best one first: to go on, what is due today, or all.
 *
 * @param {App} app
 */
function beginnings(app) {
  const { data, say, store, go } = app;
  const all = data.questions;
  const today = planFor(data, store);
  const unfinished = /** @type {Sitting | null} */ (store.get(`sitting:${data.paper}`));
  /** @type {HTMLElement[]} */
  const found = [];
  const offer = (/** @type {string} */ text, /** @type {() => void} */ then) =>
    found.push(button(text, then, found.length ? "plain" : "main"));
  if (unfinished) {
    const place = { number: unfinished.place + 1, count: unfinished.ids.length };
    offer(say("web.go_on", place), () => go.ask(unfinished));
  }
  const isLarge = all.length > FEW;
  if (isLarge && today.questions.length) {
    const asked = questionsOf(app, today.questions);
    offer(say("web.begin", { n: asked.length }), () => begin(app, asked, "today"));
  }
  offer(say(isLarge ? "web.all" : "web.begin", { n: all.length }), () => begin(app, all, "all"));
  return element("div", {}, element("div", { class: "begin" }, ...found), isLarge ? dueLine(app, today) : null);
}

/**
 * What today's questions are, for whoever has been here before.
 *
 * @param {App} app
 * @param {import("./queue.js").Plan} today
 */
function dueLine({ say, store }, { questions, due, fresh, waiting }) {
  if (!logIn(store).length) return null;
  const told = questions.length ? say("web.due", { due, fresh }) : say("review.nothing_due");
  const more = waiting ? [say("review.waiting", { n: waiting })] : [];
  return element("p", { class: "meta" }, [told, ...more].join(" "));
}

/**
 * Each topic, to be read first and to be asked about.
 *
 * @param {App} app
 */
function topics(app) {
  const { data, say, go, store } = app;
  const met = metIn(store);
  const rows = data.topics.map(({ title }, topic) => {
    const asked = data.questions.filter((question) => question.topic === topic);
    const place = (data.chapters ?? []).findIndex((each) => each.topic === topic);
    const chapter = data.chapters?.[place];
    const name = `topic-${topic}`;
    const buttons = [
      chapter ? button(say("web.read"), () => go.read(place)) : null,
      button(say("web.practise"), () => begin(app, asked, String(topic))),
    ];
    for (const each of buttons) each?.setAttribute("aria-describedby", name);
    const answers = asked.filter(({ id }) => met.has(id)).length;
    const told = [
      say("face.questions", { n: asked.length }),
      answers ? say("screen.answered", { n: answers }) : "",
      chapter ? say("web.reading", { n: chapter.minutes }) : "",
    ];
    return element(
      "li",
      { class: "topic" },
      element("h3", { id: name, dir: "auto" }, title),
      element("p", { class: "meta" }, told.filter(Boolean).join(" · ")),
      element("div", { class: "buttons" }, ...buttons),
    );
  });
  return element("section", {}, element("h2", {}, say("web.topics")), element("ul", { class: "topics" }, ...rows));
}

/**
 * What whoever opens the page should know, and what becomes of what they answer.
 *
 * @param {App} app
 */
function notes(app) {
  const { data, say, store } = app;
  const kept = store.isKept() ? say("web.kept") : say("web.not_kept");
  return element(
    "footer",
    { class: "notes" },
    element("p", {}, say("web.key_inside")),
    folded(say("web.progress"), [element("p", {}, kept), element("p", {}, say("web.log")), logButtons(app)]),
    data.license ? element("p", {}, data.license) : null,
  );
}

/**
 * To save the log, to take one in, and to forget it all.
 *
 * @param {App} app
 */
function logButtons(app) {
  const { data, say, store, go } = app;
  const file = element("input", { type: "file", hidden: true, accept: ".jsonl,.json,.txt", "aria-label": say("web.load_log") });
  file.addEventListener("change", async () => {
    const { added, others, unread } = takeIn(data, store, (await file.files?.[0]?.text()) ?? "");
    const told = [
      say("web.log_added", { n: added }),
      others ? say("web.log_others", { n: others }) : "",
      unread ? say("web.log_unread", { n: unread }) : "",
    ];
    home(app, told.filter(Boolean).join(" "));
  });
  const save = button(say("web.save_log"), () => {
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`quizmill-${data.bank}-${day}.jsonl`, logFile(store), "application/jsonl");
  });
  const forget = button(say("web.forget"), () => {
    if (!confirm(say("web.forget_sure"))) return;
    store.set("log", []);
    store.set(`sitting:${data.paper}`, null);
    go.home();
  });
  const load = button(say("web.load_log"), () => file.click());
  return element("div", {}, element("div", { class: "buttons" }, save, load, forget), file);
}

/**
 * Offers a text as a file.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function saveFile(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
