// Goes through a page by keys alone: `node keyboard_run.mjs BROWSER PROGRAM FILE`, where puppeteer-core is found
// from the working folder. Writes as JSON what became of each question, and what was not as it should be.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [browser, executablePath, file] = process.argv.slice(2);
const puppeteer = createRequire(`${process.cwd()}/`)("puppeteer-core");
const args = browser === "chrome" ? ["--no-sandbox"] : [];
const started = await puppeteer.launch({ browser, executablePath, headless: true, args });
const page = await started.newPage();
const found = { verdicts: {}, wrong: [], requests: [] };
page.on("pageerror", (error) => found.wrong.push(String(error)));
page.on("request", (request) => {
  if (!/^(?:file|data|blob|about):/.test(request.url())) found.requests.push(request.url());
});
const press = (key) => page.keyboard.press(key);
const type = (text) => page.keyboard.type(text);
const has = (selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const text = (selector) => page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
const isThere = (selector) => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
const should = (is, what) => is || found.wrong.push(what);

async function tabTo(selector) {
  for (let tabs = 0; tabs < 30 && !(await has(selector)); tabs += 1) await press("Tab");
  should(await has(selector), `no key leads to ${selector}`);
}

const CHECK = "form.question [type=submit]";
async function submit() {
  await tabTo(CHECK);
  await press("Enter");
}

const WAYS = {
  "input[type=radio]": async () => {
    await tabTo("input[type=radio]");
    await press("2");
    should(await has("input:checked"), "the digit 2 does not choose");
    await submit();
  },
  "input[type=checkbox]:not(.points *)": async () => {
    await tabTo("input[type=checkbox]");
    await press(" ");
    await submit();
  },
  "#typed": async () => {
    await tabTo("#typed");
    await type("Cutty Sark");
    await press("Enter");
  },
  "input.gap": async () => {
    await tabTo("input.gap");
    await type("1869");
    await press("Enter");
    await type("Cutty Sark");
    await press("Enter");
  },
  select: async () => {
    for (let left = 0; left < 3; left += 1) {
      await press("Tab");
      await type("o"); // only dried
    }
    await submit();
  },
  ".move": async () => {
    await tabTo(".move");
    const moved = await page.evaluate(() => document.activeElement.closest("li").textContent);
    await press("Enter");
    const now = await page.evaluate(() => document.activeElement.closest("li").textContent);
    should(now === moved, "the focus does not stay with the step that moved");
    should((await text("[aria-live]")).length > 3, "nothing is said of the step that moved");
    await submit();
  },
  textarea: async () => {
    await tabTo("textarea");
    await type("Because.");
    await submit();
    should(await has(".points input"), "the points do not take the focus");
    await press(" ");
    await submit();
  },
};

await page.goto(pathToFileURL(file).href);
await page.waitForSelector("button.main");
await tabTo("button.main");
await press("Enter");
for (let asked = 0; asked < 12 && (await isThere("form.question")); asked += 1) {
  should(await has("#prompt"), "the question does not take the focus");
  const ways = Object.keys(WAYS);
  const there = await Promise.all(ways.map(isThere));
  const way = ways[there.indexOf(true)];
  await WAYS[way]();
  if (await isThere(".told .main")) {
    should(await has(".told .main"), "what is to be judged does not take the focus");
    await press("Enter");
  }
  const verdict = await page.evaluate(() => document.querySelector(".verdict")?.classList[1] ?? "none");
  found.verdicts[`${asked + 1} ${way}`] = verdict;
  should(await has(CHECK), `after ${way} the focus is not on what leads on`);
  await press("Enter");
}
should(await has("h1"), "the result does not take the focus");
found.result = await text(".score");
await started.close();
process.stdout.write(JSON.stringify(found));
