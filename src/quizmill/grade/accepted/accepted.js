// Whether what was typed is one of the right forms that were compiled for a question. `false` means that this
// script does not know: it never says that an answer is wrong. It reads as the marker itself does, but less.
const accepts = (function () {
  "use strict";
  const MARKS = { "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "。": ".",
    "、": ",", "،": ",", "٪": "%", "⁄": "/", "∕": "/", "ς": "σ" };
  const ALL = /[æœßłøđðı。、،٪⁄∕ς]/g;
  const SILENT = new RegExp("[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a"
    + "\\u0640\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]", "g");
  const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
  const RAISED = { "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-", "⁺": "+", "º": "°", "−": "-", "µ": "μ" };
  const LITTLE = "a an the in on at by of is was it that".split(" ");
  const DENIALS = "no not never neither nor none without except or and from to until over under above below about"
    .split(" ");
  const HELD = ("less more fewer least most before after since between around k m mn mln bn b dollar dollars yuan"
    + " billion crore dozen eight eighteen eighty eleven fifteen fifty five forty four fourteen half hundred lakh"
    + " million nine nineteen ninety one score seven seventeen seventy six sixteen sixty ten thirteen thirty thousand"
    + " three trillion twelve twenty two zero").split(" "); // no word of the question where a value is wanted
  const COMPANY = "inc incorporated corp corporation ltd limited co llc plc".split(" ");
  const LEAD_IN = new RegExp("^(?:(?:it|that|this) (?:was|is) |(?:it|that)'s |the answer (?:is|was) ?:? "
    + "|answer(?: is)? ?: ?|i think |(?:in|on|by) |at (?!(?:least|most)\\b))");
  const REFUSED = new RegExp("\\b(?:not|never|neither|nor|none|without|except|no|or|other than|anyone but|anything but"
    + "|rather than|instead of)\\b|\\w+n't\\b", "g"); // unless a form has it too
  const LIST = / ?; ?|,(?!\d{3}(?!\d)) ?(?:and |or |& ?)?| and | & | ?\+ | as well as | plus /;
  const LETTER = "[a-z_\\u00aa-\\u1fff\\u2c00-\\ufdff]"; // or a digit of another script, which none is when folded
  const SLASH = new RegExp("(" + LETTER + ") ?/ ?(?=" + LETTER + ")", "g"); // of a choice, or of a list
  const SIGN = "0-9a-z_\\u00aa-\\u1fff\\u2c00-\\u2fff\\u3040-\\uffff"; // of a word, when folded
  const HYPHEN = new RegExp("([" + SIGN + "])-(?=[" + SIGN + "])", "g");
  const MONTHS = ["jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"];
  const NUMBER = "\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d{1,3}(?: \\d{3})+(?! ?\\d)|\\d{1,3}(?:'\\d{3})+(?!'?\\d)"
    + "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!,?\\d)|\\d{1,30}";
  const AMOUNT = new RegExp("^(" + NUMBER + ")?(\\.\\d{1,30})?"
    + "(?:e\\+?(-?\\d{1,3})(?!\\w)| ?[x×*·⋅] ?10 ?(?:\\^|\\*\\*) ?[(]?([-+]?\\d{1,3})[)]?)?");
  const ODD_DIGIT = /[₀-₉①-⒛⓪-⓿❶-➓]|\ud835[\udfce-\udfff]/; // of which not every reader makes a digit
  const POWER = /^10 ?(?:\^|\*\*) ?[(]?([-+]?\d{1,3})[)]?(?!\d)/;
  const FRACTION = /^(?:(\d{1,9})(?: | and ))?(\d{1,3})(?:\/| out of | in )(\d{1,3})(?![\d/])/;

  const spaced = (text) => text.replace(/\s+/g, " ").trim();

  // The digits of Arabic, Persian and Devanagari as 0 to 9; each has its ten in a row.
  function inDigits(text) {
    const digits = text.replace(/[^\x00-\x7f]/g, (sign) => {
      if (!/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/.test(sign)) return sign;
      const code = sign.charCodeAt(0);
      return String(code >= 0xff10 ? code - 0xff10 : code < 0x0700 ? code % 16 : (code - 6) % 16);
    });
    return digits.replace(/(\d)٫(?=\d)/g, "$1.");
  }

  // As it was typed, capitals and accents too, with characters that look alike as one.
  const cased = (text) => spaced(inDigits(text.replace(UNSEEN, "")).replace(/(\d ?)º(?= ?[CF]?(?![a-z]))/g, "$1°").replace(/([½¼¾⅐-⅞↉])/g, " $1")
    .replace(/([0-9])([⁻⁺]?[⁰¹²³⁴-⁹]+)/g, "$1^$2").normalize("NFKC"));

  function fold(text) {
    const bare = cased(text).toLowerCase().normalize("NFKD").replace(SILENT, "").normalize("NFKC");
    return spaced(bare.replace(/[‘’‚‛′`´٬]/g, "'").replace(/[“”„‟″«»「」『』]/g, '"')
      .replace(/[‐-―−﹣－]/g, "-").replace(ALL, (sign) => MARKS[sign]));
  }

  // The words that tell answers apart, as grade/normalise.py has them.
  function tokens(text) {
    let bare = fold(text).replace(/(^|\W)(?:https?:[/]{2}(?:www\.)?|www\.)|(\w)\.com\b/g, "$1$2")
      .replace(/([^\W\d_])'s\b/g, "$1").replace(/s'(?!\w)/g, "s")
      .replace(/&/g, " and ").replace(/(\d),(?=\d{3}(?!\d))/g, "$1").replace(/(\d) ?- ?(?=\d)/g, "$1 to ");
    bare = bare.replace(/^(?:an?|the) (?=\S)/, "").replace(/ the (?=\S)/g, " ")
      .replace(/\b(in|of|by|is|was|as|at|on|for|to|with) an? (?=\S)/g, "$1 ").replace(/['"]/g, "")
      .replace(/\.(?!\d)/g, "").replace(/(^|\D)\.(?=\d)/g, "$1");
    let words = bare.replace(HYPHEN, "$1 ").split(/[\s,;:!?()[\]{}/|_…·•]+/)
      .filter((word) => word && word !== "-");
    if (words.some((word) => word !== "of")) words = words.filter((word) => word !== "of");
    while (words.length > 1 && COMPANY.indexOf(words[words.length - 1]) >= 0) words.pop();
    return words;
  }

  const joined = (words) => words.join(" ").replace(/ (?!\d)/g, "").replace(/(^|\D) (?=\d)/g, "$1");

  // Without quotation marks around it, closing marks, or a lead-in.
  function phrase(folded) {
    const unquoted = (text) => text.replace(/^["' ]+/, "").replace(/["' .!?;:]+$/, "");
    let bare = unquoted(folded);
    for (let i = 0; i < 3; i++) {
      const match = LEAD_IN.exec(bare);
      if (!match || match[0].length === bare.length) break;
      bare = unquoted(bare.slice(match[0].length));
    }
    return bare;
  }

  function withoutArticle(text, articles) {
    const article = (articles || []).find((each) => {
      const begins = each.slice(-1) === "'" ? each : each + " ";
      return text.slice(0, begins.length) === begins && text.length > begins.length;
    });
    return article ? text.slice(article.length).trim() : text;
  }

  const isLoose = (word, question) => DENIALS.indexOf(word) < 0 && !/\d/.test(word)
    && (LITTLE.indexOf(word) >= 0 || question.indexOf(word) >= 0);

  // The words without those of the question before and behind them, in each way.
  function runs(words, question) {
    const firm = words.map((word) => !isLoose(word, question));
    const first = firm.indexOf(true);
    const begin = first < 0 ? words.length : first;
    const end = first < 0 ? 0 : firm.lastIndexOf(true);
    const found = [];
    for (let i = 0; i <= begin && i < words.length; i++) {
      for (let j = words.length; j > end && j > i; j--) found.push(words.slice(i, j));
    }
    return found;
  }

  // What may be a value, without words of the question before it; what stands behind a number is its unit.
  function values(text, question, currencies) {
    const words = text.split(" ");
    const found = [text];
    while (words.length > 1) {
      const word = words.shift().toLowerCase().replace(/^[,.;:()]+|[,.;:()]+$/g, "");
      const isValue = HELD.indexOf(word) >= 0 || MONTHS.some((month) => new RegExp("^" + month + "$").test(word));
      if (isValue || !isLoose(word, question) || (currencies || []).indexOf(word) >= 0) break;
      if (!/ in | out of /.test(words.join(" "))) found.push(words.join(" "));
    }
    return found;
  }

  // Whether the words are a name of the thing, however they are joined, or another way to write one.
  const isCalled = (thing, words, isForeign) => (thing.said || []).concat(thing.named || []).indexOf(words.join(" ")) >= 0
    || (thing.named || []).some((name) => !(isForeign && /\d/.test(name)) && joined(name.split(" ")) === joined(words));

  // Whether a text says no, or offers a choice, as none of the forms does.
  function isRefused(text, forms) {
    const folded = fold(text);
    const said = (folded.match(REFUSED) || []).map((each) => each.replace(/'/g, ""));
    const known = " " + forms.map((form) => tokens(form).join(" ")).join(" ") + " ";
    return said.some((each) => known.indexOf(" " + each + " ") < 0)
      || (folded.search(SLASH) >= 0 && !forms.some((form) => fold(form).search(SLASH) >= 0));
  }

  const isUnknown = (text, forms) => /^n\/?a$/.test(fold(text)) && (forms.named || []).indexOf(fold(text)) < 0;

  function isSaid(forms, text, question) {
    const words = tokens(text);
    if (!words.length || (forms.others || []).indexOf(joined(words)) >= 0) return false;
    if (isRefused(text, (forms.named || []).concat(forms.said || []))) return false;
    if (isUnknown(text, forms)) return false;
    if (isCalled(forms, words, Boolean(forms.between))) return true;
    if (question.indexOf("or") >= 0) return false;
    return runs(words, question).some((run) => (forms.named || []).indexOf(run.join(" ")) >= 0);
  }

  function isListed(list, text, ands) {
    let bare = text.replace(SLASH, "$1, ");
    (ands || []).forEach((and) => {
      bare = bare.split(and < "\u2e80" ? " " + and + " " : and).join(" and ");
    });
    const given = bare.split(LIST).map(tokens).filter((words) => words.length);
    if (given.length !== list.length) return false;
    const left = list.slice();
    return given.every((words) => {
      const place = left.findIndex((thing) => isCalled(thing, words));
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    });
  }

  // Commas and points as other countries write them, in English; null where two readings would differ.
  function inEnglish(text, comma) {
    if (!comma) return [text.replace(/^((?:\D*\D)?)(\d{1,3}(?:[. ]\d{3})+|\d+),(\d{1,2})(?![\d.,]|e[-+\d]| ?[x×*·⋅] ?10)/, (all, before, whole, part) =>
      /[\d.,]$/.test(before) ? all : before + whole.replace(/[. ]/g, "") + "." + part)];
    const own = text.replace(/(^|[^\d.,])([1-9]\d{0,2}(?:[. ]\d{3})+)(,\d+)?(?![\d.,]\d|\d)/, (all, before, whole, part) =>
      before + whole.replace(/[. ]/g, "") + (part || "").replace(",", "."))
      .replace(/^((?:\D*\D)?)(\d+),(\d+)(?![\d.,]\d|\d)/, (all, before, whole, part) =>
        /[\d.,]$/.test(before) ? all : before + whole + "." + part);
    return /\d[.,]\d{3}(?!\d)/.test(text) ? [own] : [own, text];
  }

  // The number that a text begins with, whether it is a fraction, and what follows.
  function numberOf(text) {
    let match = FRACTION.exec(text);
    if (match) {
      const amount = Number(match[1] || 0) + Number(match[2]) / Number(match[3]);
      return Number(match[3]) ? { amount: amount, fraction: true, rest: text.slice(match[0].length) } : null;
    }
    match = POWER.exec(text);
    if (match) return { amount: Number("1e" + Number(match[1])), power: true, rest: text.slice(match[0].length) };
    match = AMOUNT.exec(text);
    if (!match || (!match[1] && !match[2])) return null;
    const digits = (match[1] || "0").replace(/[, ']/g, "") + (match[2] || "");
    if (digits.replace(/^[0.]+|\./g, "").replace(/0+$/, "").length > 15) return null; // a number here has no more
    const power = match[3] || match[4] || "0";
    return { amount: Number(digits + "e" + Number(power)), power: Boolean(match[3] || match[4]), rest: text.slice(match[0].length) };
  }

  // The number in digits or in the words that are right here, and what follows.
  function read(text, amount) {
    const inWords = Object.keys(amount.words || {}).map((words) => {
      const match = new RegExp("^" + words.replace(/ and /g, " ").replace(/(hundred|thousand) /g, "$1(?: and |[ -])")
        .replace(/(\w) /g, "$1[ -]") + "(?= |$)").exec(text);
      return match && { amount: amount.words[words], words: true, rest: text.slice(match[0].length) };
    }).filter(Boolean);
    return inWords.sort((one, other) => one.rest.length - other.rest.length)[0] || numberOf(text);
  }

  // A unit as it is looked up: one sign for products and one for ratios, and powers on the line.
  const unitForm = (text) => spaced(text.replace(/[⁰¹²³⁴-⁹⁻⁺º−µ]/g, (sign) => RAISED[sign]))
    .replace(/\^(?:[(]([-+]?\d)[)]|(?=[-+]?\d))/g, "$1")
    .replace(/ ?[·⋅∙×*] ?/g, "*").replace(/ ?\/ ?/g, "/");

  // What one of the unit is that stands behind a number; nothing where it is none.
  function sizeOf(amount, unit) {
    const exact = unitForm(unit.normalize("NFC"));
    const named = unitForm(fold(unit));
    return (amount.units || {})[exact] || (amount.names || {})[named];
  }

  // The last digit of a product may be another than on paper.
  function isWithin(amount, value, zero) {
    const isTiny = amount.low !== 0 && Math.abs(amount.low) < 1e-6;
    const slack = 8e-16 * Math.max(Math.abs(amount.low), Math.abs(amount.high), isTiny ? 0 : Math.abs(zero || 0));
    return value >= amount.low - slack && value <= amount.high + slack;
  }

  // *text* keeps its capitals; a currency stands before, a scale and a unit behind.
  function isAmount(amount, text, comma, between) {
    return inEnglish(text, comma).some((english) => {
      let rest = english.replace(/\.$/, "")
        .replace(/^(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|some|~|≈|exactly|precisely) ?/i, "");
      let sign = 1;
      const minus = () => {
        const match = /^(?:([-−+])|(minus|negative) ) ?/i.exec(rest);
        if (match) { sign = match[1] === "+" ? 1 : -1; rest = rest.slice(match[0].length); }
      };
      minus();
      const low = rest.toLowerCase();
      const currency = (amount.before || []).filter((each) => low.slice(0, each.length) === each)
        .sort((one, other) => other.length - one.length)[0];
      if (currency) { rest = rest.slice(currency.length).trim(); minus(); }
      const number = read(fold(rest), amount);
      if (!number) return false;
      const at = behindAt(rest, number.rest);
      if (at < 0) return false;
      if (number.words && currency) return false;
      const after = rest.slice(at);
      const behind = ((amount.names || {})[fold(after).slice(1)] ? after.replace(/^-/, "") : after).trim();
      number.amount *= sign;
      return valuesOf(amount, number, behind, currency, between || []).some(([value, zero]) => isWithin(amount, value, zero));
    });
  }

  // Where in a text with its capitals that begins which is the end of the same one folded.
  const behindAt = (text, rest) => {
    for (let at = 0; at <= text.length; at++) if (fold(text.slice(at)) === rest.trim()) return at;
    return -1;
  };

  function valuesOf(amount, number, behind, currency, between) {
    const found = [];
    const scaled = [ [1, behind] ];
    Object.keys(number.power ? {} : amount.scales || {}).forEach((scale) => {
      if (number.words && scale.length < 3 && scale < "\u2e80") return;
      const low = scale.length < 3 && scale < "\u2e80" ? behind : fold(behind); // M and m, mn and mN
      if (low.slice(0, scale.length) !== scale) return;
      const after = low.slice(scale.length);
      if (/^[a-z\u00c0-\u024f\u0400-\u04ff]/i.test(after) && scale < "\u2e80") return;
      scaled.push([amount.scales[scale], after.trim()]);
    });
    const bare = (unit) => {
      const word = between.find((each) => unit.indexOf(each.slice(-1) === "'" ? each : each + " ") === 0);
      return word ? unit.slice(word.length).trim() : unit;
    };
    scaled.forEach(([scale, written]) => {
      const unit = scale === 1 ? written : bare(written);
      const size = unit ? sizeOf(amount, unit) : null;
      if (size && !(currency && unit)) found.push([number.amount * scale * size[0] + (size[1] || 0), size[1]]);
      if (!unit && currency) found.push([number.amount * scale]);
      if (!unit && !currency) (amount.bare || []).forEach((one) => found.push([number.amount * scale * one]));
      if (!unit && amount.part && number.fraction) found.push([number.amount * 100]);
    });
    return found;
  }

  // 1 h 30 min, 1h30, an hour and a half, 12 pounds 50: an amount said in two parts, the larger first.
  function isSum(amount, text, ands) {
    const hours = /^(\d{1,3}) ?h(?:ours?|rs?)? ?([0-5]?\d)(?: ?m(?:in(?:ute)?s?)?)?$/.exec(text);
    if (hours && sizeOf(amount, "hour")) {
      return isWithin(amount, (Number(hours[1]) + Number(hours[2]) / 60) * sizeOf(amount, "hour")[0]);
    }
    const part = /^(an?|one|\d+) ([^\d\s]+) and (?:an?|one) (half|quarter)$/.exec(text);
    if (part && sizeOf(amount, "hour") && sizeOf(amount, part[2])) {
      const whole = Number(part[1]) || 1;
      return isWithin(amount, (whole + (part[3] === "half" ? 0.5 : 0.25)) * sizeOf(amount, part[2])[0]);
    }
    const among = (ands || []).concat("and");
    const words = text.replace(/(\d)(?=[^\d\s.,])/g, "$1 ").replace(/, /g, " ").split(" ")
      .filter((word, place) => !place || among.indexOf(word) < 0);
    const parts = [];
    for (let i = 0; i < words.length; i += 2) parts.push([words[i], words[i + 1]]);
    if (parts.length < 2) return false;
    let sum = 0;
    let last = Infinity;
    return parts.every(([number, unit], place) => {
      const isLast = place === parts.length - 1;
      const isCoin = isLast && !unit && amount.before && last === 1 && /^\d\d$/.test(number);
      const size = isCoin ? [0.01] : unit && sizeOf(amount, unit);
      if (!size || size[1] || !(isLast && !amount.before ? /^\d{1,15}(?:\.\d{1,9})?$/ : /^\d{1,15}$/).test(number)) return false;
      if (Number(number) * size[0] >= last) return false;
      last = size[0];
      sum += Number(number) * size[0];
      return true;
    }) && isWithin(amount, sum);
  }

  // A day as it is named or numbered; *isWhole*: no word of the question stood before it.
  function isDay(day, folded, forms, isWhole) {
    const text = folded.replace(/ 00:00(?::00)?$/, "").replace(/\.$/, "");
    const digits = /^(\d{1,4})([-/.])(\d{1,4})(?:\2('?)(\d{1,4}))?$/.exec(text);
    if (digits && digits[3].length + (digits[5] || "").length > 6) return false;
    if (digits) return isInDigits(day, digits, forms.day_first, isWhole);
    const chinese = /^(?:(\d{4}) ?年)?(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/.exec(text);
    if (chinese) return agrees(day, Number(chinese[1] || 0), Number(chinese[2] || 0), Number(chinese[3] || 0));
    if (!day.month && /^\d{1,4}$/.test(text)) return Number(text) === day.year;
    const between = forms.between || [];
    const silent = forms.after_year || [];
    const bare = text.replace(/(^| )[dl]'/g, "$1").split(" ").filter((word, place, all) =>
      between.indexOf(word) < 0 && !(place && silent.indexOf(word) >= 0 && /^[12]\d{3}$/.test(all[place - 1]))).join(" ");
    const own = { names: (day.names || []).join("|"), month: day.month };
    const months = day.month ? [own] : MONTHS.map((names, place) => ({ names: names, month: place + 1 }));
    return months.some(({ names, month }) => isNamed(day, bare, names, month, isWhole, Boolean(forms.between)));
  }

  // 16 December 1969, December 16th, 1969, 1969 December 16, December 1969; 16-Dec-69 where nothing else is said.
  function isNamed(day, text, names, month, isWhole, isForeign) {
    const named = "(?:" + names + ")" + (isForeign ? "(?!\\d)" : "") + "\\.?";
    const nth = "(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\." + (isForeign ? "|er|º|o" : "") + ")?";
    if (/\d[\u0600-\u06ff]|[\u0600-\u06ff]\d/.test(text)) return false;
    const year = "([12]\\d{3})";
    const exec = (source) => new RegExp("^" + source + "$").exec(text);
    let match = exec("(?:the )?" + nth + "(?: of |[ -]?)" + named + "(?:(?:,? ?|-| in )" + year + ")?")
      || exec(named + "(?: the )?[ -]?" + nth + "(?:(?:, ?| |-)" + year + ")?");
    if (match) return agrees(day, Number(match[2] || 0), month, Number(match[1]));
    match = exec(year + "[ ,-]{1,2}" + named + "(?:[ -]" + nth + ")?");
    if (match) return agrees(day, Number(match[1]), month, Number(match[2] || 0));
    match = exec(named + "(?: of |,? ?|-)" + year);
    if (match) return agrees(day, Number(match[1]), month, 0);
    match = isWhole && day.month && exec("(?:" + nth + "[ -]?)?" + named + "(?:[ -]|, ?)?'?(\\d{2})");
    if (match) return day.year > 999 && agrees(day, day.year - day.year % 100 + Number(match[2]), month, Number(match[1] || 0));
    return Boolean(exec(named)) && agrees(day, 0, month, 0);
  }

  // Whether what is said is the day; of a year alone it may be any day.
  function agrees(day, year, month, date) {
    if (day.month) return year === (day.year || 0) && month === day.month && date === (day.day || 0);
    return year === day.year && new Date(Date.UTC(year, (month || 1) - 1, date || 1)).getUTCMonth() === (month || 1) - 1;
  }

  function isInDigits(day, [, one, sign, two, quote, three], dayFirst, isWhole) {
    if (three === undefined) {
      if (day.day && !day.year) return isWhole && isPair(day, Number(one), Number(two), sign === "." && two.length < 3);
      if (day.day || !day.month) return false;
      const [month, year] = one.length === 4 ? [two, one] : [one, two];
      return year.length === 4 && Number(year) === day.year && Number(month) === day.month && month.length < 3
        && (sign !== "." || (one.length < 4 && isWhole));
    }
    if (!day.day || !day.year) return false;
    if (one.length === 4) return !quote && two.length < 3 && three.length < 3 && Number(one) === day.year && Number(two) === day.month && Number(three) === day.day;
    const year = three.length === 2 && isWhole && day.year > 999 ? day.year - day.year % 100 + Number(three) : Number(three);
    return (three.length === 2 || (three.length === 4 && !quote)) && year === day.year
      && isPair(day, Number(one), Number(two), dayFirst || sign === ".");
  }

  // Whether two numbers are the day and the month, and cannot be another day.
  function isPair(day, one, two, dayFirst) {
    const days = [];
    if (two >= 1 && two <= 12 && one >= 1 && one <= 31) days.push([one, two]);
    if (!(dayFirst && days.length) && one >= 1 && one <= 12 && two >= 1 && two <= 31) days.push([two, one]);
    return days.length > 0 && days.every(([day_, month]) => day_ === day.day && month === day.month);
  }

  function isValue(forms, text, question) {
    const folded = fold(text);
    const spoken = phrase(folded);
    if (ODD_DIGIT.test(text) || text.search(UNSEEN) >= 0 || (forms.comma && /\de[-+]?\d/i.test(text)) || (forms.not || []).indexOf(joined(tokens(text))) >= 0) return false;
    const whole = cased(text).replace(/[ .!?;:]+$/, "");
    const texts = [spoken, phrase(withoutArticle(folded, forms.articles))];
    const pointless = (each) => each.replace(/\.$/, "");
    const written = texts.concat(folded).map(pointless);
    if ((forms.folded || []).some((each) => written.indexOf(pointless(each)) >= 0)) return true;
    if ((forms.days || []).some((day) => texts.some((each) => values(each, question)
      .some((run, place) => isDay(day, run, forms, !place))))) return true;
    return (forms.amounts || []).some((amount) => values(whole, question, amount.before)
      .some((run) => isAmount(amount, run, forms.comma, forms.between) || isSum(amount, run, forms.ands)));
  }

  const isExactly = (forms, typed) => (forms.exact || []).some((form) => {
    const line = (text) => text.normalize("NFC").trim().split("\n").map((each) => each.trim()).filter(Boolean).join(" ");
    const inside = /^`([^`]+)`$/.exec(typed.trim());
    return line(typed) === form || (inside !== null && line(inside[1]) === form);
  });

  // Capitals, or the spelling, of the words count besides.
  function isStrictly(forms, typed) {
    const word = new RegExp("[\\p{L}\\p{N}]+", "gu"); // made here: an old browser, that cannot, reads all the rest
    const words = (text) => text.match(word) || [];
    const capitals = (text) => words(text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")).join("");
    const spelling = (text) => words(text.toLowerCase().normalize("NFKC")).join(" ");
    const as = forms.compare === "case" ? capitals : spelling;
    return !isRefused(typed, forms.strict) && forms.strict.some((form) => as(form) === as(typed) && joined(tokens(form)) === joined(tokens(typed)));
  }

  // The forms that a page shows: code, of which each character counts, and words.
  function shown(code, words, compare) {
    const wanted = words.map((each) => each.trim()).filter(Boolean);
    if (compare === "characters") return { exact: code.concat(wanted) };
    if (compare) return { exact: code, compare: compare, strict: wanted };
    const signed = (each) => fold(each).indexOf("/") >= 0; // which no word keeps
    return { exact: code, folded: wanted.filter(signed).map(fold),
      named: wanted.filter((each) => !signed(each)).map((each) => tokens(each).join(" ")) };
  }

  function accepts(forms, typed, asked) {
    if (!typed.trim() || typed.length > 1000) return false;
    if (isExactly(forms, typed)) return true;
    if (forms.strict) return isStrictly(forms, typed);
    const question = tokens(asked);
    const folded = fold(typed);
    const texts = [typed, phrase(folded), withoutArticle(folded, forms.articles)];
    return texts.some((text) => isSaid(forms, text, question))
      || (forms.lists || []).some((list) => isListed(list, phrase(folded), forms.ands))
      || isValue(forms, typed, question);
  }

  accepts.shown = shown;
  return accepts;
})();
