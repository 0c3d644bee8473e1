import { newSittingKey } from "./diary.js";
import { element } from "./dom.js";
import { begun } from "./sitting.js";

/**
 * What the views of a page share. `go` leads from one view to another; `onPaper` are the questions that are printed.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./words.js").Say} Say
 * @typedef {import("./sitting.js").Sitting} Sitting
 * @typedef {import("./store.js").Store} Store
 * @typedef {{
 *   home: () => void, read: (chapter: number) => void, ask: (sitting: Sitting) => void,
 *   result: (sitting: Sitting) => void,
 * }} Views
 * @typedef {{
 *   data: Data, say: Say, page: HTMLElement, store: Store, questions: Map<string, Question>, go: Views,
 *   onPaper: Question[],
 * }} App
 */

/**
 * Shows another view: its heading takes the focus, so that a screen reader begins there.
 *
 * @param {App} app
 * @param {string} title of the window, before that of the quiz
 * @param {HTMLElement} heading
 * @param {(Node | null)[]} nodes
 * @param {Question[]} [onPaper] the questions that are printed instead of it
 */
export function turnTo(app, title, heading, nodes, onPaper = []) {
  const { page, data } = app;
  app.onPaper = onPaper;
  document.title = title ? `${title} · ${data.title}` : data.title;
  page.replaceChildren(...nodes.filter((node) => node !== null));
  heading.tabIndex = -1;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/**
 * A button; the main one of a view leads on.
 *
 * @param {string} text
 * @param {() => void} then
 * @param {string} [name] its class
 */
export function button(text, then, name = "plain") {
  return element("button", { type: "button", class: name, click: then }, text);
}

/**
 * The questions with these ids.
 *
 * @param {App} app
 * @param {string[]} ids
 */
export function questionsOf({ questions }, ids) {
  return ids.flatMap((id) => questions.get(id) ?? []);
}

/**
 * Begins to ask these questions; *name* says which they are.
 *
 * @param {App} app
 * @param {Question[]} questions
 * @param {string} name
 */
export function begin({ go }, questions, name) {
  go.ask(begun(questions.map(({ id }) => id), name, newSittingKey()));
}
