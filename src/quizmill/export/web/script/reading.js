import { begin, button, turnTo } from "./app.js";
import { element, marked } from "./dom.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Passage} Passage */

/**
 * What a topic has to be read, and the way on: to its questions, or to the next.
 *
 * @param {App} app
 * @param {number} number of the chapter
 */
export function read(app, number) {
  const { data, say, go } = app;
  const chapters = data.chapters ?? [];
  const { topic, passages } = chapters[number];
  const asked = data.questions.filter((question) => question.topic === topic);
  const heading = element("h1", { dir: "auto" }, data.topics[topic].title);
  const practise = button(say("web.begin", { n: asked.length }), () => begin(app, asked, String(topic)), "main");
  const following = chapters[number + 1];
  const onward = following
    ? button(say("web.read_next", { title: data.topics[following.topic].title }), () => go.read(number + 1))
    : null;
  const back = button(say("web.home"), go.home);
  turnTo(app, data.topics[topic].title, heading, [
    element("article", { class: "reading" }, heading, ...passages.map((passage) => shownPassage(passage, app))),
    element("div", { class: "begin" }, practise, onward, back),
  ]);
}

/** @param {Passage} passage @param {App} app */
function shownPassage({ heading, html, places, doubts }, { say }) {
  const where = places?.length ? `${say("anki.source")}: ${places.join(say("list.between"))}` : "";
  return element(
    "section",
    { class: "passage", dir: "auto" },
    heading ? element("h2", {}, marked(heading)) : null,
    marked(html),
    ...(doubts ?? []).map((doubt) => element("p", { class: "doubt" }, say("face.in_doubt", { doubt }))),
    where ? element("p", { class: "where" }, where) : null,
  );
}
