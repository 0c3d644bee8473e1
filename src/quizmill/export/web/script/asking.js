import { button, questionsOf, turnTo } from "./app.js";
import { writeDown } from "./diary.js";
import { element, mediaUrl, marked, textBlock } from "./dom.js";
import { besides, sentence, verdictOn } from "./feedback.js";
import { controlFor, taskOf } from "./kinds/controls.js";
import { appealed, markOf, settled } from "./mark.js";
import { answered, movedOn, withHint } from "./sitting.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./mark.js").Mark} Mark */
/** @typedef {import("./mark.js").Response} Response */
/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./kinds/control.js").Control} Control */

/**
 * Asks the questions of a sitting one by one and marks each at once.
 *
 * @param {App} app
 * @param {Sitting} sitting
 */
export function ask(app, sitting) {
  const { data, say, store } = app;
  const asked = element("div", { class: "asked" });
  const status = element("div", { role: "status", class: "status", id: "status" });
  const told = element("div", { class: "told" });
  const go = element("button", { type: "submit", class: "main" });
  const unknown = button(say("web.dont_know"), () => settle({ type: "Skipped" }), "plain");
  const actions = element("div", { class: "actions" }, go, unknown);
  const form = element("form", { class: "question", novalidate: true }, asked, status, told, actions);
  const [top, showPlace] = placeBar(app, sitting.ids.length);
  /** @type {Control} */
  let control;
  let [isMarked, isWarned, shownAt] = [false, false, 0];

  const current = () => /** @type {Question} */ (app.questions.get(sitting.ids[sitting.place]));
  const keep = (/** @type {Sitting} */ next) => {
    sitting = next;
    store.set(`sitting:${data.paper}`, sitting);
  };

  const show = () => {
    const question = current();
    [isMarked, isWarned, shownAt] = [false, false, performance.now()];
    control = controlFor(question, say);
    const heading = headingOf(question, app);
    const hint = question.key?.hint ? hintFor(question) : null;
    const parts = [taskLine(app, question), contextOf(question), heading, ...mediaOf(question, app), control.shown, hint];
    asked.replaceChildren(...parts.filter((part) => part !== null));
    status.replaceChildren();
    told.replaceChildren();
    go.textContent = say("web.check");
    [go.hidden, unknown.hidden] = [false, false];
    const title = element("h1", { class: "small" }, data.title);
    turnTo(app, showPlace(sitting.place), heading, [title, top, form], questionsOf(app, sitting.ids));
  };

  /** @param {Question} question */
  const hintFor = (question) => {
    const shown = element("div", { class: "hint" });
    const reveal = button(say("web.hint"), () => {
      keep(withHint(sitting));
      shown.replaceChildren(element("b", {}, say("anki.hint")), " ", marked(question.key?.hint));
      shown.tabIndex = -1;
      shown.focus();
    });
    shown.append(reveal);
    if (sitting.hinted.includes(question.id)) reveal.click();
    return shown;
  };

  const check = () => {
    const response = control.response();
    if (!response) return status.replaceChildren(control.missing());
    const open = control.unfinished?.() ?? "";
    if (open && !isWarned) {
      isWarned = true;
      return status.replaceChildren(say("screen.still_open", { open, key: say("web.check") }));
    }
    const mark = markOf(current(), response);
    if (mark.verdict === "again") {
      const why = (mark.reasons ?? []).map(({ key, values }) => say(key, values));
      return status.replaceChildren(sentence(why, say));
    }
    return mark.verdict === "unsure" ? judgeYourself(response, mark) : settle(response, mark);
  };

  /** @param {Response} response @param {Mark} mark */
  const judgeYourself = (response, mark) => {
    const answers = (current().key?.answers ?? []).map((answer) => textBlock("p", answer, { class: "answer" }));
    const judged = (/** @type {boolean} */ isRight) => () => settle(response, settled(mark, isRight));
    const [yes, no] = [button(say("web.same"), judged(true), "main"), button(say("web.not_same"), judged(false))];
    status.replaceChildren(element("p", {}, say("web.judge")), ...answers);
    told.replaceChildren(element("div", { class: "actions" }, yes, no));
    [go.hidden, unknown.hidden] = [true, true];
    yes.focus();
  };

  /** @param {Response} response @param {Mark} [mark] */
  const settle = (response, mark = markOf(current(), response)) => {
    const question = current();
    const deed = { action: isMarked ? "Appeal" : "Give", seconds: Math.round(performance.now() - shownAt) / 1000 };
    isMarked = true;
    keep(answered(sitting, { response, mark }));
    writeDown(data, store, sitting, question, /** @type {any} */ (deed));
    control.shown.querySelectorAll(".said").forEach((each) => each.remove());
    control.shown.querySelectorAll(".wrong").forEach((each) => each.classList.remove("wrong"));
    control.mark(response, mark);
    asked.querySelector(".hint > button")?.remove();
    status.replaceChildren(...verdictOn(question, sitting, say));
    const canAppeal = /^(?:Text|Blanks)$/.test(response.type) && /^(?:wrong|partial)$/.test(mark.verdict);
    const appeal = canAppeal ? button(say("web.i_was_right"), () => settle(response, appealed(mark))) : null;
    told.replaceChildren(...[appeal, ...besides(question, mark, response, say)].filter((each) => each !== null));
    const isLast = sitting.place + 1 === sitting.ids.length;
    go.textContent = say(isLast ? "web.to_result" : "web.next");
    [go.hidden, unknown.hidden] = [false, true];
    go.focus({ preventScroll: true });
    status.scrollIntoView({ block: "nearest" });
  };

  const next = () => {
    keep(movedOn(sitting));
    if (sitting.place < sitting.ids.length) return show();
    store.set(`sitting:${data.paper}`, null);
    return app.go.result(sitting);
  };

  form.addEventListener("input", () => {
    isWarned = false;
    if (!isMarked) status.replaceChildren();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    return isMarked ? next() : check();
  });
  if (sitting.answers[sitting.ids[sitting.place]]) keep(movedOn(sitting));
  if (!questionsOf(app, sitting.ids.slice(sitting.place)).length) return app.go.result(sitting);
  return show();
}

/**
 * The way out, where one is, and a function that says so.
 *
 * @param {App} app
 * @param {number} count
 * @returns {[HTMLElement, (place: number) => string]}
 */
function placeBar({ say, go }, count) {
  const done = element("span", {});
  const text = element("p", { class: "place" });
  const leave = button("×", go.home, "leave");
  leave.setAttribute("aria-label", say("web.home"));
  const bar = element("header", { class: "bar" }, leave, element("div", { class: "track" }, done), text);
  return [
    bar,
    (place) => {
      done.style.inlineSize = `${(100 * place) / count}%`;
      text.textContent = say("screen.place", { number: place + 1, count });
      return text.textContent;
    },
  ];
}

/**
 * What to do, about what, and for how many marks where that is not one.
 *
 * @param {App} app
 * @param {Question} question
 */
export function taskLine({ data, say }, question) {
  const marks = question.marks ?? 1;
  const about = data.topics.length > 1 ? data.topics[question.topic].title : "";
  const task = question.kind === "cloze" ? "" : taskOf(question, say); // which is the heading
  const told = [task, about, marks > 1 ? say("face.marks", { n: marks }) : ""].filter(Boolean).join(" · ");
  return told ? element("p", { class: "task", dir: "auto" }, told) : null;
}

/**
 * What is asked, as the heading; of a text with gaps, what is to be done.
 *
 * @param {Question} question
 * @param {App} app
 */
export function headingOf(question, { say }) {
  if (question.kind === "cloze") return element("h2", { id: "prompt", class: "prompt" }, taskOf(question, say));
  const made = textBlock("h2", question.prompt, { id: "prompt", class: "prompt" });
  if (made.localName !== "h2") {
    made.setAttribute("role", "heading");
    made.setAttribute("aria-level", "2");
  }
  return made;
}

/** @param {Question} question */
export function contextOf(question) {
  return question.context ? textBlock("p", question.context, { class: "context" }) : null;
}

/**
 * The picture and the sound of a question.
 *
 * @param {Question} question
 * @param {App} app
 */
export function mediaOf(question, { say }) {
  const found = [];
  if (question.image) found.push(element("div", { class: "image" }, marked(question.image)));
  if (question.sound) {
    const player = element("audio", { controls: true, src: mediaUrl(question.sound), "aria-label": say("web.sound") });
    const credit = question.sound_credit ? textBlock("p", question.sound_credit, { class: "credit" }) : null;
    found.push(element("div", { class: "sound" }, player, credit));
    if (question.key?.transcript) {
      const words = element("div", { dir: "auto" }, marked(question.key.transcript));
      found.push(element("details", {}, element("summary", {}, say("anki.said")), words));
    }
  }
  return found;
}
