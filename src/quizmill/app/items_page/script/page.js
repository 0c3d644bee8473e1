// Which questions are shown, and in which order. Without this script all are, in the bank's order.
"use strict";
{
  const at = (id) => document.getElementById(id);
  const form = at("choose");
  const [place, topic, flag, sort] = ["place", "topic", "flag", "sort"].map(at);
  const list = at("cards");
  const cards = [...list.children].map((card) => ({ card, sections: [...card.querySelectorAll(".at")] }));
  const rows = [...at("rows").children];
  const drawn = [...document.querySelectorAll(".map a")];
  const maps = [...document.querySelectorAll(".maps figure")];
  const section = (link) => at(link.getAttribute("href").slice(1));
  const target = new Map([
    ...rows.map((row) => [row, section(row.querySelector("a"))]),
    ...drawn.map((link) => [link, section(link)]),
  ]);
  const of = (each) => target.get(each);
  let sorted = false; // whether they have left the bank's order

  const fits = (section) =>
    (!place.value || section.dataset.place === place.value) &&
    (!flag.value ||
      (flag.value === "any" ? section.dataset.flags !== "" : section.dataset.flags.split(" ").includes(flag.value)));

  // What has no such figure comes last, whichever way it is sorted.
  const figure = (sections) => {
    const sign = sort.value.startsWith("-") ? -1 : 1;
    const values = sections.filter((each) => !each.hidden).map((each) => each.dataset[sort.value.replace("-", "")]);
    return Math.min(Infinity, ...values.filter((each) => each).map((each) => sign * each));
  };

  const ordered = (entries) =>
    sort.value ? [...entries].sort((one, other) => (one.figure === other.figure ? 0 : one.figure - other.figure)) : entries;

  const show = () => {
    let shown = 0;
    for (const { card, sections } of cards) {
      for (const section of sections) section.hidden = !fits(section);
      card.hidden = Boolean(topic.value && card.dataset.topic !== topic.value) || sections.every((each) => each.hidden);
      shown += card.hidden ? 0 : 1;
    }
    const gone = (section) => section.hidden || section.closest(".card").hidden;
    for (const link of drawn) link.toggleAttribute("hidden", gone(of(link)));
    for (const row of rows) row.hidden = gone(of(row));
    for (const map of maps) map.hidden = Boolean(place.value && map.dataset.place !== place.value);
    if (sort.value || sorted) {
      list.append(...ordered(cards.map((each) => ({ ...each, figure: figure(each.sections) }))).map(({ card }) => card));
      at("rows").append(...ordered(rows.map((row) => ({ row, figure: figure([of(row)]) }))).map(({ row }) => row));
    }
    sorted = Boolean(sort.value);
    at("status").textContent = `${shown} of ${cards.length} questions are shown.`;
  };

  // A link leads to its question even where that is not shown.
  const reveal = () => {
    const wanted = location.hash && at(location.hash.slice(1));
    if (!wanted?.closest("[hidden]")) return;
    form.reset();
    show();
    wanted.scrollIntoView();
  };

  addEventListener("hashchange", reveal);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset();
  form.hidden = false;
  show();
}
