// The terms of a text, as the index knows them.
// `generator/site/search_words.py` does the same, and a test compares both.
"use strict";

export const LONGEST = 40;
const WORD = /[\p{L}\p{N}]+/gu;
const CHUNK = /[\p{L}\p{N}]+(?:[-\u2010\u2011_.,:][\p{L}\p{N}]+)*/gu;
const NUMBER = /^[0-9]+(?:[-_.,:][0-9]+)*$/;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/u;
const RUNS = /[\u3040-\u30ff\u3400-\u9fff]+|[^\u3040-\u30ff\u3400-\u9fff]+/gu;
const UNSEEN = /['\u00ad\u2019\u02bc\ufeff\u200b-\u200f\u2060-\u2064]/g;
const ACCENTS = /[\u0300-\u036f]/g;
const VOWELS = "aeiou";

/** Give a text in small letters without accents, apostrophes and unseen characters. */
export function fold(text) {
  return text
    .replace(UNSEEN, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replaceAll("\u03c2", "\u03c3")
    .normalize("NFC");
}

/** Give the words of a folded text, and what is joined by hyphens, or is one number, also as one word.
 *
 * Scripts that put no space between words are parted into every two characters that stand together.
 */
export function words(folded) {
  return (folded.match(CHUNK) ?? []).flatMap((chunk) => {
    const { parts, joined } = taken(chunk);
    return [...parts, ...joined];
  });
}

/** Take the ending of a plural from a folded word, by the rules of Spanish for `es` and of English for others. */
export function stem(word, language) {
  if ([...word].length < 4 || !word.endsWith("s")) return word;
  return language.startsWith("es") ? spanish(word) : english(word);
}

/** Give every term under which a word may stand in the index, whatever language it is of. */
export function forms(word) {
  return [...new Set([word, stem(word, "en"), stem(word, "es")])];
}

/** Give the words that a person typed, in order and each once, with the terms that stand for each.
 *
 * A word joined by hyphens is found as its parts and as one; `last` says that the word may not be finished.
 */
export function asked(text) {
  const folded = fold(text);
  const found = new Map();
  for (const chunk of folded.match(CHUNK) ?? []) {
    const { parts, joined } = taken(chunk);
    const whole = joined.length === 1 ? forms(joined[0]) : [];
    for (const word of parts) {
      if (!found.has(word)) found.set(word, { word, terms: [...new Set([...forms(word), ...whole])], last: false });
    }
  }
  const typing = (folded.match(/[\p{L}\p{N}]{1,40}$/u) ?? [""])[0];
  if (found.has(typing)) found.get(typing).last = true;
  return [...found.values()];
}

function taken(chunk) {
  const whole = chunk.match(WORD) ?? [];
  if (UNSPACED.test(chunk)) return { parts: whole.flatMap(unspaced), joined: [] };
  const parts = whole.map(shortened);
  if (whole.length < 2) return { parts, joined: [] };
  const pieces = NUMBER.test(chunk) ? [whole] : chunk.split(/[.,:]/).map((piece) => piece.match(WORD) ?? []);
  const joined = pieces.filter((piece) => piece.length > 1).map((piece) => shortened(piece.join("")));
  return { parts, joined };
}

function unspaced(part) {
  return (part.match(RUNS) ?? []).flatMap((run) => {
    const signs = [...run];
    if (!UNSPACED.test(run) || signs.length < 2) return [shortened(run)];
    return signs.slice(1).map((sign, at) => signs[at] + sign);
  });
}

function shortened(word) {
  return word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join("");
}

function english(word) {
  if (word.endsWith("ies") && [...word].length > 4) return word.slice(0, -3) + "y";
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

function spanish(word) {
  if (word.endsWith("ces")) return word.slice(0, -3) + "z";
  if (word.endsWith("es") && [...word].length > 4) {
    const before = word.at(-4);
    const last = word.at(-3);
    const bare = last === "y" || ("rndlj".includes(last) && VOWELS.includes(before));
    return bare || (last === "s" && "ei".includes(before)) ? word.slice(0, -2) : word.slice(0, -1);
  }
  return /(?:as|os)$/.test(word) ? word.slice(0, -1) : word;
}
