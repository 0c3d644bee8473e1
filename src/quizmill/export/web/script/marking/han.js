/** Chinese and Japanese numerals as digits: 十二万五千 is 125000, 百分之三十 30%. */
import { nth } from "./counted.js";
import { add, decimal, exactly, multiply } from "./exact.js";
import { full, isAscii, re } from "./text.js";

/** @type {Record<string, number>} */
const DIGITS = {};
"零〇 一壱壹 二两兩贰 三参叁 四肆 五伍 六陆 七柒 八捌 九玖".split(" ").forEach((signs, n) => {
  for (const sign of signs) DIGITS[sign] = n;
});
/** @type {Record<string, number>} */
const HAN_TENS = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
/** @type {Record<string, number>} */
const MYRIADS = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 };
/** @type {Record<string, number>} */
const ERAS = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018, 民国: 1911, 民國: 1911 };
/** @type {Record<string, string>} */
const CLOCK_SIGNS = { 時: "hour", 时: "hour", 分: "minute", 秒: "second" };
/** @type {Record<string, string>} */
const WHOLE_HAN = { 一半: "half", 半分: "half", 半数: "half", 半數: "half" };
const SIGNS = [DIGITS, HAN_TENS, MYRIADS].flatMap(Object.keys).join("");
const MANY = Object.keys(MYRIADS).join("");
const RUN = `(?:(?<![\\d.,])\\d[\\d,]*(?:\\.\\d+)?(?=[${MANY}千百]))?[${SIGNS}\\d]*[${SIGNS}][${SIGNS}\\d]*`;
const HAN = {
  run: re(RUN, "g"),
  hundredths: re("([百千万])(?=分(?:之|の))", "g"),
  decimal: re(`([${SIGNS}\\d]+)[点點]([${Object.keys(DIGITS).join("")}]+)(?!\\d|[${SIGNS}分])`, "g"),
  part: re("(\\d+) ?分(?:之|の) ?(\\d+(?:\\.\\d+)?)", "g"),
  tenths: re("(\\d+)(?:割|成)(半|(\\d+)分)?(?!\\w)", "g"),
  place: re("第 ?(\\d+)(?!\\d)|(\\d+)番目", "g"),
  ofName: re("(?<=\\d)世(?![紀纪界])", "g"),
  speed: re("([時时分秒])速 ?(\\d[\\d,.]*)(?:キロ(?:メートル)?|(公里|千米)|(メートル|米))", "g"),
  money: re("(?:(\\d+)[元块塊圆])?(?:(\\d)[角毛](?:(\\d)分?)?|(?<=[块塊])(\\d))(?:钱|錢)?$", "g"),
  era: re(`(${Object.keys(ERAS).join("|")}) ?(元|\\d{1,2}) ?年`, "g"),
  half: re("(\\d+)[个個]半(?=[^\\W\\d])|(\\d+) ?(小时|小時|時間|分钟|年|天|日|か月|ヶ月|个月|倍|公里|秒)半$", "g"),
  things: re("^(?:[人円年个個本匹头只字]|メートル|キロ|グラム|$)"),
  counted: re("(?<=[0-9万億亿千])(?:人|名|個|个|箇|つ|本|枚|匹|頭|头|冊|册|台|回|次|只|隻|位|口|件|座|家|所|種類|种)$"),
  outOf: full("(\\d+)(?:个人|個人|个|個|人|つ)?(?:中有|里有|中の|のうち|人中|中)(\\d+)(?:个|個|人|つ)?"),
};

/** A folded text with its numerals in digits, as far as they make numbers. @param {string} text */
export function inHanDigits(text) {
  if (WHOLE_HAN[text]) return WHOLE_HAN[text];
  text = text.replace(HAN.hundredths, (_, sign) => String(HAN_TENS[sign] || MYRIADS[sign]));
  text = text.replace(HAN.decimal, (_, whole, part) => `${inRuns(whole)}.${inRowOf(part)}`);
  text = inRuns(text);
  text = text.replace(HAN.part, (_, under, over) => (under === "100" ? `${over}%` : `${over}/${under}`));
  text = text.replace(HAN.tenths, (_, ten, half, one) => `${Number(ten) * 10 + (half === "半" ? 5 : Number(one || 0))}%`);
  text = text.replace(HAN.era, (_, era, year) => `${ERAS[era] + Number(year.replace("元", "1"))}年`);
  text = text.replace(HAN.ofName, "").replace(
    HAN.money,
    (_, whole, tenths, hundredths, last) => `${whole || 0}.${tenths || last}${hundredths || 0}元`,
  );
  text = text.replace(HAN.speed, (_, time, size, __, metres) => `${size} ${metres ? "metres" : "kilometres"} per ${CLOCK_SIGNS[time]}`);
  text = text.replace(HAN.place, (_, one, other) => nth(Number(one || other)));
  const match = HAN.outOf.exec(text);
  if (match) return `${match[2]} out of ${match[1]}`;
  text = text.replace(HAN.half, (_, one, other, unit) => `${one || other}.5${unit || ""}`);
  return text.replace(HAN.counted, "");
}

/** @param {string} text */
const inRuns = (text) => text.replace(HAN.run, (run, at) => numberOf(run, text.slice(at + run.length)));

/** @param {string} run @param {string} behind */
function numberOf(run, behind) {
  if (run[0] in MYRIADS || ("百佰千仟".includes(run[0]) && !HAN.things.test(behind))) return run;
  if (![...run].some((sign) => sign in HAN_TENS || sign in MYRIADS)) return inRowOf(run);
  return run.length > 1 && isAscii(run.slice(0, -1)) ? run : countedIn(run);
}

/** @param {string} run */
const inRowOf = (run) => [...run].map((sign) => DIGITS[sign] ?? sign).join("");

/** The number that numerals make. @param {string} run */
function countedIn(run) {
  let [total, group, digits, last] = [exactly(0), exactly(0), "", 1];
  for (const sign of run) {
    if (sign in HAN_TENS) {
      group = add(group, multiply(exactly(digits || 1), exactly(HAN_TENS[sign])));
      [digits, last] = ["", HAN_TENS[sign]];
    } else if (sign in MYRIADS) {
      total = add(total, multiply(add(group, exactly(digits || 0)), exactly(MYRIADS[sign])));
      [group, digits, last] = [exactly(0), "", MYRIADS[sign]];
    } else if (sign === "零" || sign === "〇") last = 1;
    else if (sign !== ",") digits += String(DIGITS[sign] ?? sign);
  }
  const before = run[run.length - 2];
  if (digits && last >= 100 && digits.length === 1 && (before in HAN_TENS || before in MYRIADS))
    digits += "0".repeat(String(last).length - 2);
  return decimal(add(add(total, group), exactly(digits || 0)));
}
