// Whether what was typed is one of the right forms that were compiled for a question. `false` means that this
// script does not know: it never says that an answer is wrong. It reads as the marker itself does, but less.
const accepts = (function () {
  "use strict";
  const MARKS = { "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "。": ".",
    "、": ",", "⁄": "/", "∕": "/", "ς": "σ" };
  const ALL = /[æœßłøđðı。、⁄∕ς]/g;
  const SILENT = new RegExp("[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a"
    + "\\u0640\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]", "g");
  const RAISED = { "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-", "⁺": "+", "º": "°", "−": "-", "µ": "μ", "^": "", "(": "", ")": "" };
  const LITTLE = "a an the in on at by of is was it that".split(" ");
  const DENIALS = "no not never neither nor none without except or and from to until over under above below about"
    .split(" ");
  const COMPANY = "inc incorporated corp corporation ltd limited co llc plc".split(" ");
  const LEAD_IN = new RegExp("^(?:(?:it|that|this) (?:was|is) |(?:it|that)'s |the answer (?:is|was) ?:? "
    + "|answer(?: is)? ?: ?|i think |(?:in|on|by) |at (?!(?:least|most)\\b))");
  const LIST = / ?; ?|,(?!\d{3}(?!\d)) ?(?:and |or |& ?)?| and | & | ?\+ | as well as | plus | ?\/ ?/;
  const MONTH = new RegExp("^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$");
  const NUMBER = "\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d{1,3}(?: \\d{3})+(?! ?\\d)|\\d{1,3}(?:'\\d{3})+(?!'?\\d)"
    + "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!,?\\d)|\\d{1,30}";
  const AMOUNT = new RegExp("^(" + NUMBER + ")?(\\.\\d{1,30})?"
    + "(?:e\\+?(-?\\d{1,3})(?!\\w)| ?[x×*·⋅] ?10 ?(?:\\^|\\*\\*) ?[(]?([-+]?\\d{1,3})[)]?)?");
  const POWER = /^10 ?(?:\^|\*\*) ?[(]?([-+]?\d{1,3})[)]?(?!\d)/;
  const FRACTION = /^(?:(\d{1,9})(?: | and ))?(\d{1,3})(?:\/| out of | in )(\d{1,3})(?![\d/])/;

  const spaced = (text) => text.replace(/\s+/g, " ").trim();

  // The digits of every script as 0 to 9; each has its ten in a row.
  function inDigits(text) {
    return text.replace(/[^\x00-\x7f]/g, (sign) => {
      if (sign === "٫") return ".";
      if (sign === "٬") return ",";
      if (!/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/.test(sign)) return sign;
      const code = sign.charCodeAt(0);
      return String(code >= 0xff10 ? code - 0xff10 : code < 0x0700 ? code % 16 : (code - 6) % 16);
    });
  }

  // As it was typed, capitals and accents too, with characters that look alike as one.
  const cased = (text) => spaced(inDigits(text).replace(/(\d ?)º(?= ?[CF]?(?![a-z]))/g, "$1°").replace(/([½¼¾⅐-⅞↉])/g, " $1")
    .replace(/([0-9])([⁻⁺]?[⁰¹²³⁴-⁹]+)/g, "$1^$2").normalize("NFKC"));

  function fold(text) {
    const bare = cased(text).toLowerCase().normalize("NFKD").replace(SILENT, "").normalize("NFKC");
    return spaced(bare.replace(/[‘’‚‛′`´]/g, "'").replace(/[“”„‟″«»「」『』]/g, '"')
      .replace(/[‐-―−﹣－]/g, "-").replace(ALL, (sign) => MARKS[sign]));
  }

  // The words that tell answers apart, as grade/normalise.py has them.
  function tokens(text) {
    let bare = fold(text).replace(/(^|[^a-z])http(?:s|):[/]{2}/g, "$1").replace(/(^|\W)www\./g, "$1")
      .replace(/(\w)\.com\b/g, "$1").replace(/([^\W\d_])'s\b/g, "$1").replace(/s'(?!\w)/g, "s")
      .replace(/&/g, " and ").replace(/(\d),(?=\d{3}(?!\d))/g, "$1").replace(/(\d) ?- ?(?=\d)/g, "$1 to ");
    bare = bare.replace(/^(?:an?|the) (?=\S)/, "").replace(/ the (?=\S)/g, " ")
      .replace(/\b(in|of|by|is|was|as|at|on|for|to|with) an? (?=\S)/g, "$1 ").replace(/['"]/g, "")
      .replace(/\.(?!\d)/g, "").replace(/(^|\D)\.(?=\d)/g, "$1");
    let words = bare.replace(/(\S)-(?=[^\s\-])/g, "$1 ").split(/[\s,;:!?()[\]{}/|_…·•]+/)
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

  // The runs of words that may be meant where words of the question stand around them, the longest first.
  function runs(words, question) {
    const loose = (word) => {
      const bare = word.replace(/^[,.;:()]+|[,.;:()]+$/g, "");
      return DENIALS.indexOf(bare) < 0 && !/\d/.test(bare)
        && (LITTLE.indexOf(bare) >= 0 || question.indexOf(bare) >= 0);
    };
    const first = words.findIndex((word) => !loose(word));
    const last = words.length - 1 - words.slice().reverse().findIndex((word) => !loose(word));
    const found = [];
    const begin = first < 0 ? words.length : first;
    const end = first < 0 ? 0 : last;
    for (let i = 0; i <= begin && i < words.length; i++) {
      for (let j = words.length; j > end && j > i; j--) found.push(words.slice(i, j));
    }
    return found.sort((one, other) => other.length - one.length);
  }

  function isSaid(forms, text, question) {
    const said = forms.said || [];
    const words = tokens(text);
    if (!words.length || (forms.others || []).indexOf(joined(words)) >= 0) return false;
    if (said.indexOf(joined(words)) >= 0) return true;
    if (question.indexOf("or") >= 0) return false;
    return runs(words, question).some((run) => said.indexOf(joined(run)) >= 0);
  }

  function isListed(list, text, ands) {
    let bare = text;
    (ands || []).forEach((and) => {
      bare = bare.split(and < "\u2e80" ? " " + and + " " : and).join(" and ");
    });
    const given = bare.split(LIST).map((part) => joined(tokens(part))).filter(Boolean);
    if (given.length !== list.length) return false;
    const left = list.slice();
    return given.every((part) => {
      const place = left.findIndex((names) => names.indexOf(part) >= 0);
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    });
  }

  // Commas and points as other countries write them, in English; null where two readings would differ.
  function inEnglish(text, comma) {
    if (!comma) return [text.replace(/^((?:\D*\D)?)(\d{1,3}(?:[. ]\d{3})+|\d+),(\d{1,2})(?![\d.,])/, (all, before, whole, part) =>
      /[\d.,]$/.test(before) ? all : before + whole.replace(/[. ]/g, "") + "." + part)];
    const own = text.replace(/(\d{1,3}(?:[. ]\d{3})+)(,\d+)?(?![\d.,]\d|\d)/, (all, whole, part) =>
      whole.replace(/[. ]/g, "") + (part || "").replace(",", "."))
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
    if (match) return { amount: Number("1e" + Number(match[1])), rest: text.slice(match[0].length) };
    match = AMOUNT.exec(text);
    if (!match || (!match[1] && !match[2])) return null;
    const digits = (match[1] || "0").replace(/[, ']/g, "") + (match[2] || "");
    const power = match[3] || match[4] || "0";
    return { amount: Number(digits + "e" + Number(power)), rest: text.slice(match[0].length) };
  }

  // The number in digits or in the words that are right here.
  function read(text, amount) {
    const plain = text.replace(/-/g, " ").replace(/ and /g, " ");
    const word = Object.keys(amount.words || {}).filter((each) =>
      plain === each || plain.slice(0, each.length + 1) === each + " ").sort((one, other) => other.length - one.length)[0];
    if (word) return { amount: amount.words[word], rest: plain.slice(word.length) };
    return numberOf(text);
  }

  const unitForm = (text) => spaced(text.replace(/[⁰¹²³⁴-⁹⁻⁺º−µ^()]/g, (sign) => RAISED[sign]))
    .replace(/ ?[·⋅∙×*] ?/g, "*").replace(/ ?\/ ?/g, "/");

  // What one of the unit is that stands behind a number; nothing where it is none.
  function sizeOf(amount, unit) {
    const exact = unitForm(unit.normalize("NFC"));
    const named = unitForm(fold(unit).replace(/([^\W\d_])-(?=[^\W\d_])/g, "$1 "));
    return (amount.units || {})[exact] || (amount.names || {})[named];
  }

  function isWithin(amount, value) {
    const slack = 1e-13 * Math.max(Math.abs(amount.low), Math.abs(amount.high));
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
      const behind = rest.slice(behindAt(rest, number.rest)).trim().replace(/^-/, "");
      return valuesOf(amount, number, behind, currency, between || []).some((value) => isWithin(amount, sign * value));
    });
  }

  // Where in a text with its capitals that begins which is the end of the same one folded.
  const behindAt = (text, rest) => {
    for (let at = 0; at <= text.length; at++) if (fold(text.slice(at)) === rest.trim()) return at;
    return text.length;
  };

  function valuesOf(amount, number, behind, currency, between) {
    const found = [];
    const scaled = [ [1, behind] ];
    Object.keys(amount.scales || {}).forEach((scale) => {
      const low = fold(behind);
      if (low.slice(0, scale.length) !== scale) return;
      const after = low.slice(scale.length);
      if (/^[a-z\u00c0-\u024f\u0400-\u04ff]/.test(after) && scale < "\u2e80") return;
      scaled.push([amount.scales[scale], after.trim()]);
    });
    const bare = (unit) => {
      const word = between.find((each) => unit.indexOf(each.slice(-1) === "'" ? each : each + " ") === 0);
      return word ? unit.slice(word.length).trim() : unit;
    };
    scaled.forEach(([scale, written]) => {
      const unit = scale === 1 ? written : bare(written);
      const size = unit ? sizeOf(amount, unit) : null;
      if (size) found.push(number.amount * scale * size[0] + (size[1] || 0));
      if (!unit && currency) found.push(number.amount * scale);
      if (!unit && !currency) (amount.bare || []).forEach((one) => found.push(number.amount * scale * one));
      if (!unit && amount.part && number.fraction) found.push(number.amount * 100);
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
    if (part && sizeOf(amount, part[2])) {
      const whole = Number(part[1]) || 1;
      return isWithin(amount, (whole + (part[3] === "half" ? 0.5 : 0.25)) * sizeOf(amount, part[2])[0]);
    }
    const parts = text.match(/\d+(?:\.\d+)? ?[^\d\s,]*/g) || [];
    const between = text.replace(/\d+(?:\.\d+)? ?[^\d\s,]*/g, "").split(/[ ,]+/)
      .filter((word) => word && word !== "and" && (ands || []).indexOf(word) < 0).length;
    if (parts.length < 2 || between) return false;
    let sum = 0;
    let last = Infinity;
    return parts.every((each, place) => {
      const [, number, unit] = /^([\d.]+) ?(.*)$/.exec(each);
      const isCoin = place === parts.length - 1 && !unit && amount.before && /^\d\d$/.test(number);
      const size = isCoin ? [0.01] : unit && sizeOf(amount, unit);
      if (!size || size[1] || Number(number) * size[0] >= last) return false;
      last = size[0];
      sum += Number(number) * size[0];
      return true;
    }) && isWithin(amount, sum);
  }

  function isDay(day, folded, forms) {
    const text = folded.replace(/ 00:00(?::00)?$/, "").replace(/\.$/, "");
    const digits = /^(\d{1,4})([-/.])(\d{1,4})(?:\2'?(\d{1,4}))?$/.exec(text);
    if (digits) return isInDigits(day, digits.slice(1), forms.day_first);
    const between = (forms.between || []).concat(forms.after_year || [], ["of", "the", "in", "on"])
      .map((word) => word.replace(/\.$/, ""));
    const parts = text.replace(/(\d)(?:st|nd|rd|th|er|º|o)(?![a-z])/g, "$1").replace(/[年月日号年]/g, " ")
      .replace(/([dl])'/g, " ").split(/[\s,./-]+/).filter((part) => part && between.indexOf(part) < 0);
    const wanted = [day.year, day.month, day.day].filter(Boolean).length;
    if (!day.month && parts.length > 1) return inOrder(day, parts.filter((part) => isYear(day, part)), text)
      && parts.some((part) => MONTH.test(part))
      && parts.every((part) => MONTH.test(part) || isYear(day, part) || /^(?:[12]?\d|3[01])$/.test(part))
      && parts.length < 4;
    if (parts.length !== wanted) return false;
    const named = parts.findIndex((part) => (day.names || []).indexOf(part) >= 0);
    const numbers = parts.filter((_, place) => place !== named);
    if (named < 0) return inOrder(day, parts, text);
    return numbers.every((part) => /^\d{1,4}$/.test(part)) && inAnyOrder(day, numbers);
  }

  // Beside a month that is named no number can be taken for another: a year has four digits, or comes last.
  function inAnyOrder(day, numbers) {
    const rest = numbers.map(Number);
    if (day.day && day.year) {
      return (rest[0] === day.day && isYear(day, numbers[1])) || (rest[0] === day.year && rest[1] === day.day);
    }
    if (day.day) return rest[0] === day.day;
    return !day.year || isYear(day, numbers[0]);
  }

  const isYear = (day, part) =>
    Number(part) === day.year || (/^\d\d$/.test(part) && day.month > 0 && day.year > 999 && Number(part) === day.year % 100);

  // 1969年12月16日, 1969 alone
  function inOrder(day, parts, text) {
    if (!day.month) return Number(parts[0]) === day.year && /^\d{1,4}$/.test(parts[0]);
    if (!/年/.test(text) && day.year) return false;
    const wanted = [day.year, day.month, day.day].filter(Boolean);
    return wanted.length === parts.length && wanted.every((part, place) => Number(parts[place]) === part);
  }

  function isInDigits(day, [one, sign, two, three], dayFirst) {
    if (three === undefined) {
      if (day.day && !day.year) return isPair(day, Number(one), Number(two), dayFirst || sign === ".");
      if (day.day || !day.month) return false;
      const [month, year] = one.length === 4 ? [two, one] : [one, two];
      return year.length === 4 && Number(year) === day.year && Number(month) === day.month;
    }
    if (!day.day || !day.year) return false;
    if (one.length === 4) return Number(one) === day.year && Number(two) === day.month && Number(three) === day.day;
    return (three.length === 4 || three.length === 2) && isYear(day, three)
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
    const spoken = phrase(fold(text));
    const whole = cased(text).replace(/[ .!?;:]+$/, "");
    const texts = [spoken, withoutArticle(spoken, forms.articles)];
    const pointless = (each) => each.replace(/\.(?!\d)/g, "");
    const written = texts.concat(fold(text)).map(pointless);
    if ((forms.folded || []).some((each) => written.indexOf(pointless(each)) >= 0)) return true;
    if ((forms.days || []).some((day) => texts.some((each) => runs(each.split(" "), question)
      .some((run) => isDay(day, run.join(" "), forms))))) return true;
    return (forms.amounts || []).some((amount) => runs(whole.split(" "), question)
      .some((run) => isAmount(amount, run.join(" "), forms.comma, forms.between) || isSum(amount, run.join(" "), forms.ands)));
  }

  const isExactly = (forms, typed) => (forms.exact || []).some((form) => {
    const line = (text) => text.normalize("NFC").trim().split("\n").map((each) => each.trim()).filter(Boolean).join(" ");
    const inside = /^`([^`]+)`$/.exec(typed.trim());
    return line(typed) === form || (inside !== null && line(inside[1]) === form);
  });

  // Capitals, or the spelling, of the words count besides.
  function isStrictly(forms, typed) {
    const words = (text) => text.match(/[\p{L}\p{N}]+/gu) || [];
    const capitals = (text) => words(text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")).join("");
    const spelling = (text) => words(text.toLowerCase().normalize("NFKC")).join(" ");
    const as = forms.compare === "case" ? capitals : spelling;
    return forms.strict.some((form) => as(form) === as(typed) && joined(tokens(form)) === joined(tokens(typed)));
  }

  // The forms that a page shows: code, of which each character counts, and words.
  function shown(code, words, compare) {
    const wanted = words.map((each) => each.trim()).filter(Boolean);
    if (compare === "characters") return { exact: code.concat(wanted) };
    if (compare) return { exact: code, compare: compare, strict: wanted };
    return { exact: code, said: wanted.map((each) => joined(tokens(each))) };
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
