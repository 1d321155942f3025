// Says in plain sentences how much was found, and what of the question was left out.
"use strict";

import { LONGEST } from "./address.js";

/** Say what a search gave; `shown` has the words that were asked for, how many results are shown, and what was cut. */
export function sentence(found, { words, count, isCut, isEnd }) {
  const said = [counted(found, words)];
  const { total, partly, isComplete, reached, ignored } = found;
  if (isEnd && count < total + partly) said.push("At most three of one page are listed.");
  if (!isComplete && reached) said.push(`Searched back to ${reached} so far.`);
  if (isCut) said.push(`Only the first ${LONGEST} characters were looked for.`);
  if (ignored) said.push(`${ignored === 1 ? "One more word was" : `${number(ignored)} more words were`} left out.`);
  return said.join(" ");
}

function counted({ total, partly, isLeast, words }, asked) {
  const behind = asked ? ` for ${quoted(asked)}` : "";
  if (asked && !words.length) return `${quoted(asked)} has no word to look for: use letters or numbers.`;
  if (total) return `${counting(total, isLeast)}${behind}.`;
  if (!partly) return `Nothing found${behind}.`;
  const some = partly === 1 && !isLeast ? "holds some of them" : "hold some of them";
  return `Nothing holds all the words of ${quoted(asked)}. ${counting(partly, isLeast)} ${some}.`;
}

/** Quote words; signs that turn the direction of writing turn nothing outside of the quotes. */
function quoted(words) {
  return /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(words) ? `“\u2068${words}\u2069”` : `“${words}”`;
}

function counting(count, isLeast) {
  return `${isLeast ? "At least " : ""}${number(count)} ${count === 1 ? "result" : "results"}`;
}

/** Write a number as people read it. */
export function number(count) {
  return count.toLocaleString("en-GB");
}
