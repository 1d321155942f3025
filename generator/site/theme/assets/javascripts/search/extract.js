// Takes the words around a hit from its own page, so that an extract never says more than the page does.
"use strict";

import { fold, forms, words } from "./words.js";

const BEFORE = 12;
const MOST = 40;
const HEADING = "h1, h2, h3, h4, h5, h6";
// A heading of notes and written pages stands in a box with the link to itself.
const HEADS = `${HEADING}, .ia-heading`;
const LEFT_OUT =
  "script, style, nav, template, .ia-address, .headerlink, svg, title, button, input, select, textarea, form, dl, [hidden]";
const BLOCKS = "p, li, tr, dd, blockquote, h1, h2, h3, h4, h5, h6, .ia-chip";
// No page holds this sign, because none may.
const BREAK = "\0";
const BETWEEN = " · ";

/** Give the words around the best place of a result as pieces `{ text, hit }`, to be put in as text and nothing else.
 *
 * `root` is the address of the site's root. Gives an empty list when the page cannot be read or has no such place.
 */
export async function extract(result, root, ask = (url, options) => fetch(url, options)) {
  const answer = await ask(new URL(result.page, root).href, {});
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return pieces(textOf(page, result.anchor), result.terms);
}

/** Give the text of a passage: what stands under a heading, an item or paragraph of its own, or the head of a page.
 *
 * Lists of facts are left out, which say little without their lines; between blocks stands a point.
 */
export function textOf(page, anchor) {
  const article = page.querySelector("article") ?? page.body;
  const place = anchor ? page.getElementById(anchor) : article.querySelector("h1");
  if (!place || !article.contains(place)) return "";
  if (!place.matches(HEADING)) return plain(place.closest("li, p, tr, dd, dt, blockquote") ?? place);
  const parts = [];
  let next = (place.closest(".ia-heading") ?? place).nextElementSibling;
  for (; next && !next.matches(HEADS); next = next.nextElementSibling) {
    if (!next.matches(LEFT_OUT)) parts.push(plain(next));
  }
  return parts.filter((part) => part).join(BETWEEN);
}

function plain(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(LEFT_OUT).forEach((one) => one.remove());
  copy.querySelectorAll("td, th, dt").forEach((one) => one.append(" "));
  copy.querySelectorAll("br").forEach((one) => one.replaceWith(" "));
  copy.querySelectorAll(BLOCKS).forEach((one) => one.append(BREAK));
  copy.querySelectorAll("li > ul, li > ol").forEach((one) => one.prepend(BREAK));
  const blocks = copy.textContent.split(BREAK).map((block) => block.replace(/\s+/gu, " ").trim());
  return blocks.filter((block) => block).join(BETWEEN);
}

/** Cut a text to the forty words with most of the terms, and mark those words. */
export function pieces(text, terms) {
  const runs = text.split(" ").filter((run) => run);
  const held = runs.map((run) => termsIn(run, terms));
  const start = best(held);
  const cut = runs.slice(start, start + MOST);
  const found = [];
  const add = (words, hit) => {
    if (found.at(-1)?.hit === hit) found.at(-1).text += ` ${words}`;
    else found.push({ text: (found.length ? " " : "") + words, hit });
  };
  if (start) add("…", false);
  cut.forEach((run, at) => add(run, held[start + at].length > 0));
  if (start + MOST < runs.length) add("…", false);
  return found;
}

function termsIn(run, terms) {
  const own = words(fold(run));
  const known = new Set(own.flatMap(forms));
  return terms.flatMap(({ forms: wanted, prefix }, at) => {
    const is = wanted.some((form) => known.has(form)) || (prefix && own.some((word) => word.startsWith(prefix)));
    return is ? [at] : [];
  });
}

/** Give where the cut begins: a little before the place after which most different terms follow. */
function best(held) {
  let most = 0;
  let start = 0;
  held.forEach((terms, at) => {
    if (!terms.length) return;
    const near = new Set(held.slice(at, at + MOST - BEFORE).flat());
    if (near.size > most) [most, start] = [near.size, at];
  });
  return Math.max(0, Math.min(start - BEFORE, held.length - MOST));
}
