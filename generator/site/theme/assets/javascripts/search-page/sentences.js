// Says in plain sentences how much was found, and what of the question was left out.
"use strict";

import { LONGEST } from "./address.js";
import { counted, words } from "./wording.js";

/** Say what a search gave; `shown` has the words that were asked for, how many results are shown, and what was cut. */
export function sentence(found, { words: asked, count, isCut, isEnd }) {
  const said = [howMany(found, asked)];
  const { total, partly, isComplete, reached, ignored } = found;
  if (isEnd && count < total + partly) said.push(words("few-of-a-page"));
  if (!isComplete && reached) said.push(words("reached", { year: reached }));
  if (isCut) said.push(counted("cut", LONGEST));
  if (ignored) said.push(counted("ignored", ignored));
  return said.join(" ");
}

function howMany({ total, partly, isLeast, words: looked }, asked) {
  const values = { words: quoted(asked) };
  if (asked && !looked.length) return words("no-word", values);
  const behind = asked ? "-for" : "";
  if (total) return counted(`${isLeast ? "at-least" : "found"}${behind}`, total, values);
  if (!partly) return words(`nothing${behind}`, values);
  return `${words("not-all", values)} ${counted(isLeast ? "at-least-some" : "some", partly)}`;
}

/** Quote words; signs that turn the direction of writing turn nothing outside of the quotes. */
export function quoted(text) {
  const turns = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
  return words("quoted", { words: turns ? `\u2068${text}\u2069` : text });
}
