import { button, turnTo } from "./app.js";
import { contextOf, headingOf, mediaOf, taskLine } from "./asking.js";
import { element } from "./dom.js";
import { questionsOfForm } from "./forms.js";
import { answerCode, answerFile, answerFileName, answerText } from "./handin.js";
import { saveFile } from "./home.js";
import { controlFor } from "./kinds/controls.js";
import { endOf, forgetWork, keepWork, newWork, usedBy, workOf, worksOn } from "./works.js";

/**
 * A page that is handed in: whose it is, the questions in any order and unmarked, and what leaves the page.
 *
 * @typedef {import("./app.js").App} App
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./kinds/control.js").Control} Control
 * @typedef {import("./works.js").Work} Work
 */

const TOLD_AT = [300, 60]; // seconds before the end

/**
 * Where it begins: whose the page is. Whoever has begun here goes on; no question is shown, or printed, before.
 *
 * @param {App} app
 */
export function handIn(app) {
  const { data, say, store } = app;
  const { name = "", names = [], minutes = 0 } = data.hand_in ?? {};
  const heading = element("h1", {}, data.title);
  const count = say("face.questions", { n: data.questions.length });
  const time = minutes ? ` · ${say("web.minutes", { n: minutes })}` : "";
  const status = element("p", { role: "status", class: "status" });
  const field = nameField(app, names);
  const given = () => name || field.value.trim();
  const begin = () => {
    if (!given()) {
      status.textContent = say("web.name_first");
      return field.focus();
    }
    const form = names.find(([known]) => known === given())?.[1] ?? 0;
    return work(app, workOf(app, given()) ?? newWork(given(), form, Date.now()));
  };
  const label = element("label", { for: "name" }, say(names.length ? "web.choose_name" : "web.your_name"));
  const who = name ? element("p", { dir: "auto" }, name) : element("p", { class: "typing" }, label, field);
  const again = (name ? [] : worksOn(app)).map((each, place) =>
    button(say("web.go_on_as", { name: each.name }), () => work(app, each), place ? "plain" : "main"),
  );
  const start = button("", begin, again.length ? "plain" : "main");
  const nameStart = () => {
    const isBegun = given() && workOf(app, given());
    start.textContent = isBegun ? say("web.go_on_as", { name: given() }) : say("web.begin", { n: data.questions.length });
  };
  field.addEventListener("input", nameStart);
  nameStart();
  turnTo(app, "", heading, [
    heading,
    element("p", { class: "lead" }, count + time),
    element("p", {}, say("web.hand_in_lead")),
    again.length ? element("div", { class: "begin" }, ...again) : null,
    who,
    status,
    element("div", { class: "begin" }, start),
    store.isKept() ? null : element("p", { class: "meta" }, say("web.not_kept")),
  ]);
}

/**
 * The questions one by one, back and forth, until it is handed in or the time is up.
 *
 * @param {App} app
 * @param {Work} begun
 */
function work(app, begun) {
  const { data, say } = app;
  const questions = questionsOfForm(data, begun.form);
  const now = Date.now();
  const state = { ...begun, used: usedBy(begun, now), seen: now, paused: false, answers: { ...begun.answers } };
  const limit = 60 * (data.hand_in?.minutes ?? 0);
  const clock = element("span", { class: "clock" });
  const status = element("p", { role: "status", class: "unseen" });
  const form = element("form", { class: "question", novalidate: true });
  /** @type {Control | null} */
  let control = null;

  const keep = () => {
    const question = questions[state.place];
    if (control && question) {
      const response = answerOf(question, control);
      if (response) state.answers[question.id] = response;
      else delete state.answers[question.id];
    }
    keepWork(app, state);
  };
  const look = () => {
    const seen = Date.now();
    Object.assign(state, { used: usedBy(state, seen), seen });
  };
  const tick = () => {
    if (!form.isConnected && !state.paused) return clearInterval(timer);
    look();
    if (!limit) return undefined;
    const rest = Math.max(0, Math.ceil(limit - state.used));
    clock.textContent = say("screen.time_left", { time: `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}` });
    if (TOLD_AT.includes(rest)) status.textContent = clock.textContent;
    return rest ? undefined : finish(true);
  };
  const finish = (/** @type {boolean} */ isOver) => {
    look();
    state.finished = endOf(state, limit);
    keep();
    clearInterval(timer);
    return handedOver(app, state, questions, isOver);
  };
  const pause = () => {
    look();
    state.paused = true;
    keep();
    const heading = element("h1", {}, say("web.paused"));
    const goOn = button(say("web.resume"), () => {
      look();
      state.paused = false;
      show(state.place);
      keep();
    }, "main");
    turnTo(app, say("web.paused"), heading, [heading, element("div", { class: "begin" }, goOn)]);
  };
  const show = (/** @type {number} */ place) => {
    state.place = place;
    const question = questions[place];
    control = controlFor(question, say);
    if (state.answers[question.id]) control.restore?.(state.answers[question.id]);
    const told = say("screen.place", { number: place + 1, count: questions.length });
    const isLast = place + 1 === questions.length;
    const hint = element("p", { role: "status", class: "status" });
    const heading = headingOf(question, app);
    const go = (/** @type {number} */ to) => () => (keep(), show(to));
    const toList = () => (keep(), overview());
    const parts = [taskLine(app, question), contextOf(question), heading, ...mediaOf(question, app), control.shown];
    const back = place ? button(say("web.back"), go(place - 1)) : null;
    const next = element("button", { type: "submit", class: "main" }, say(isLast ? "web.overview" : "web.next"));
    const list = isLast ? null : button(say("web.overview"), toList);
    form.onsubmit = (event) => {
      event.preventDefault();
      const doubt = control ? doubtOf(question, control, say) : "";
      if (hint.textContent !== doubt && doubt) return (hint.textContent = doubt); // said once; then it goes on
      return isLast ? toList() : go(place + 1)();
    };
    form.replaceChildren(...parts.filter((part) => part !== null));
    form.append(hint, element("div", { class: "actions" }, next, back, list));
    const title = element("h1", { class: "small" }, data.title);
    turnTo(app, told, heading, [title, bar(told), status, form], questions);
  };
  const bar = (/** @type {string} */ told) => {
    const stop = limit && !data.hand_in?.no_pause ? button(say("web.pause"), pause) : null;
    const name = element("span", { class: "name", dir: "auto" }, state.name);
    return element("header", { class: "bar handing" }, name, element("p", { class: "place" }, told), clock, stop);
  };
  const overview = () => {
    control = null;
    const heading = element("h1", {}, say("web.overview"));
    const open = questions.filter(({ id }) => !state.answers[id]).length;
    const rows = questions.map((question, place) => {
      const answer = answerText(question.kind, state.answers[question.id] ?? null);
      const told = element("span", { class: answer ? "" : "open" }, say(answer ? "web.answered" : "web.unanswered"));
      const number = element("b", {}, `${place + 1}`);
      const attributes = { type: "button", click: () => show(place) };
      return element("li", {}, element("button", attributes, number, " ", told));
    });
    const hand = button(say("screen.hand_in"), () => finish(false), "main");
    form.replaceChildren(element("ul", { class: "overview" }, ...rows), element("div", { class: "actions" }, hand));
    form.onsubmit = (event) => event.preventDefault();
    const said = element("p", {}, open ? say("screen.without_answers", { n: open }) : say("web.all_answered"));
    turnTo(app, say("web.overview"), heading, [bar(""), status, heading, said, form], questions);
  };
  form.addEventListener("input", keep);
  form.addEventListener("click", () => control && keep());
  const timer = setInterval(tick, 1000);
  if (limit && state.used >= limit) return finish(true);
  state.finished = 0;
  keep();
  show(Math.min(state.place, questions.length - 1));
  return tick();
}

/**
 * What leaves the page: a file, or a code.
 *
 * @param {App} app
 * @param {Work} state
 * @param {Question[]} questions
 * @param {boolean} isOver whether the time is up
 */
function handedOver(app, state, questions, isOver) {
  const { data, say } = app;
  const form = data.hand_in?.forms[state.form];
  const handed = {
    paper: form?.paper ?? data.paper,
    form: form?.form ?? "",
    name: state.name,
    started: new Date(state.started),
    finished: new Date(state.finished),
    answers: questions.map(({ id, kind }) => answerText(kind, state.answers[id] ?? null)),
  };
  const heading = element("h1", {}, say(isOver ? "face.time_over" : "web.handing"));
  const status = element("p", { role: "status", class: "status" });
  const code = element("textarea", { id: "code", rows: 6, readonly: true, class: "code" });
  answerCode(handed).then((text) => (code.value = text));
  const forget = button(say("web.forget"), () => {
    if (!confirm(say("web.forget_work", { name: state.name }))) return;
    forgetWork(app, state); // the next one at this computer is another
    handIn(app);
  });
  forget.hidden = true;
  const save = button(
    say("web.save_answers"),
    () => {
      saveFile(answerFileName(data.title, state.name), answerFile(handed), "application/json");
      status.textContent = say("web.saved");
      forget.hidden = false;
    },
    "main",
  );
  const copy = button(say("web.copy_code"), async () => {
    code.select();
    const done = await navigator.clipboard?.writeText(code.value).then(() => true, () => false);
    status.textContent = say(done || document.execCommand("copy") ? "web.copied" : "web.copy_yourself");
    forget.hidden = false;
  });
  const back = isOver ? null : button(say("web.change"), () => work(app, state));
  turnTo(app, heading.textContent ?? "", heading, [
    heading,
    element("p", {}, say("web.hand_in_how")),
    element("div", { class: "begin" }, save),
    element("p", { class: "typing" }, element("label", { for: "code" }, say("web.code")), code),
    element("div", { class: "buttons" }, copy, back, forget),
    status,
  ]);
}

/** @param {App} app @param {[string, number][]} names */
function nameField({ say }, names) {
  if (!names.length) return element("input", { type: "text", id: "name", dir: "auto", autocomplete: "name", maxlength: 80 });
  const options = names.map(([name]) => element("option", { value: name }, name));
  return element("select", { id: "name" }, element("option", { value: "" }, say("web.choose")), ...options);
}

/**
 * Why it will hardly be read, which any page may know: a letter where a number or date is asked.
 *
 * @param {Question} question
 * @param {Control} control
 * @param {import("./words.js").Say} say
 */
function doubtOf({ kind }, control, say) {
  const response = control.response();
  const text = kind === "numerical" && response?.type === "Text" ? response.text.trim() : "";
  return /^[^\p{L}\p{N}]*[A-Za-z][^\p{L}\p{N}]*$/u.test(text) ? `${say("fault.letter_for_value", { text })}.` : "";
}

/**
 * What was answered; steps that nobody has moved are no answer.
 *
 * @param {Question} question
 * @param {Control} control
 */
function answerOf(question, control) {
  return question.kind === "ordering" && control.unfinished?.() ? null : control.response();
}
