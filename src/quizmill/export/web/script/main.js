import { ask } from "./asking.js";
import { readData, readMedia } from "./data.js";
import { useLanguage, useMedia } from "./dom.js";
import { home } from "./home.js";
import { read } from "./reading.js";
import { result } from "./result.js";
import { storeFor } from "./store.js";
import { speaker } from "./words.js";

/** @typedef {import("./app.js").App} App */

/** Reads the data and shows where the page begins. */
function open() {
  const data = readData();
  useMedia(readMedia());
  useLanguage(data.language, data.spoken);
  /** @type {App} */
  const app = {
    data,
    say: speaker(data.words, data.spoken),
    page: /** @type {HTMLElement} */ (document.getElementById("page")),
    store: storeFor(data.bank),
    questions: new Map(data.questions.map((question) => [question.id, question])),
    go: {
      home: () => home(app),
      read: (chapter) => read(app, chapter),
      ask: (sitting) => ask(app, sitting),
      result: (sitting) => result(app, sitting),
    },
  };
  app.go.home();
}

open();
