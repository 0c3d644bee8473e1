/** The months by their names in English. */

/** @type {Record<string, number>} */
export const MONTHS = { sept: 9 };
"january february march april may june july august september october november december"
  .split(" ")
  .forEach((name, i) => {
    MONTHS[name.slice(0, 3)] = MONTHS[name] = i + 1;
  });
