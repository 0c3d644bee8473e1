/**
 * The forms of a page that is handed in: the same questions in other orders, as on their sheets.
 *
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./data.js").Data} Data
 */

/**
 * The questions of a form by its place among them, as it shows them; each is called by its place there.
 *
 * @param {Data} data
 * @param {number} place
 * @returns {Question[]}
 */
export function questionsOfForm(data, place) {
  const form = data.hand_in?.forms[place];
  if (!form) return [];
  return form.questions.map((which, at) => {
    const question = data.questions[which];
    const options = form.options[at].map((option) => question.options?.[option] ?? "");
    return { ...question, id: String(at + 1), ...(options.length ? { options } : {}) };
  });
}
