// Elements from data. Texts go in as text: nothing of a bank is ever read as HTML here.

/**
 * An element with attributes (`click` and its like are listeners; false and null leave one out) and what is in it.
 *
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} inside
 */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...inside.filter((each) => each !== null && each !== undefined));
  return made;
}

/** @param {string} id */
export const byId = (id) => /** @type {any} */ (document.getElementById(id));

/**
 * Has a region say something, which a screen reader reads out if it is new.
 *
 * @param {string} id
 * @param {string} said
 */
export function saying(id, said) {
  if (byId(id).textContent !== said) byId(id).textContent = said;
}

/**
 * Puts nodes in the place of what is in an element; where that is the same, it stays, and with it the focus.
 *
 * @param {HTMLElement} parent
 * @param {...Node} inside
 */
export function refill(parent, ...inside) {
  const made = parent.cloneNode(false);
  /** @type {HTMLElement} */ (made).append(...inside);
  if (!made.isEqualNode(parent)) parent.replaceChildren(...made.childNodes);
}

/**
 * What the server tells under an address; null when it tells nothing.
 *
 * @param {string} address
 */
export async function told(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the preview has ended, and the line of changes says so
  }
}
