import { begin } from "./app.js";
import { ask } from "./asking.js";
import { readData, readMedia } from "./data.js";
import { useLanguage, useMedia } from "./dom.js";
import { handIn } from "./handing.js";
import { home } from "./home.js";
import { know } from "./judge.js";
import { printsSheets } from "./print.js";
import { read } from "./reading.js";
import { result } from "./result.js";
import { storeFor } from "./store.js";
import { speaker } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Reads the data and shows where the page begins, or the view that its address names. */
function open() {
  const data = readData();
  useMedia(readMedia());
  if (data.marking) know(data.marking);
  useLanguage(data.language, data.spoken);
  /** @type {App} */
  const app = {
    data,
    say: speaker(data.words, data.spoken, document.dir === "rtl" && !data.language.startsWith(data.spoken)),
    page: /** @type {HTMLElement} */ (document.getElementById("page")),
    store: storeFor(data.bank),
    questions: new Map(data.questions.map((question) => [question.id, question])),
    onPaper: [],
    go: {
      home: () => visit("", () => home(app)),
      read: (chapter) => visit(`read-${chapter}`, () => read(app, chapter)),
      ask: (sitting) => visit("ask", () => ask(app, sitting)),
      result: (sitting) => visit("result", () => result(app, sitting), sitting),
    },
  };
  printsSheets(app);
  if (data.hand_in) return handIn(app);
  addEventListener("popstate", () => route(app));
  return route(app);
}

/**
 * Shows a view under its address, so that a browser's way back leads from view to view.
 *
 * @param {string} address
 * @param {() => void} show
 * @param {import("./sitting.js").Sitting | null} [state] what the view needs to be shown again
 */
function visit(address, show, state = null) {
  const hash = address && `#${address}`;
  if (location.hash !== hash) history.pushState(state, "", hash || location.pathname + location.search);
  show();
}

/**
 * The view that the page's address names; where it is none, the beginning.
 *
 * @param {App} app
 */
function route(app) {
  const { go, data, store } = app;
  const sitting = store.get(`sitting:${data.paper}`);
  const chapter = Number(location.hash.match(/^#read-(\d+)$/)?.[1] ?? -1);
  if (data.chapters?.[chapter]) go.read(chapter);
  else if (location.hash === "#ask" && sitting) go.ask(sitting);
  else if (location.hash === "#begin") begin(app, data.questions, "all");
  else if (location.hash === "#result" && history.state) go.result(history.state);
  else {
    history.replaceState(null, "", location.pathname + location.search); // so that the way forward stays
    home(app);
  }
}

open();
