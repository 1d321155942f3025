// Orders hits: all words before some, good before fair, new before old; and reads the rows of those that are shown.
"use strict";

import { fold, words as wordsOf } from "./words.js";

/** So many of the first hits are compared by their rows too. */
export const NEAR = 16;
const COMMON = 0.25;
const INHERITED = 0.25;
const AGAIN = 0.8;
const SIDE_BY_SIDE = 1.25;
const NOTHING_ELSE = 1.5;

/** Give what each word counts by how rare it is in the files that were read, and whether it is nearly everywhere. */
export function rarity({ groups, read }) {
  const most = (terms) => terms.reduce((count, term) => Math.max(count, term.count), 0);
  const counts = groups.map((_, at) => read.reduce((sum, one) => sum + most(one.found[at]), 0));
  const passages = read.reduce((sum, one) => sum + one.shard.passages, 0);
  const hasRarer = counts.some((count) => count && count <= COMMON * passages);
  return {
    isCommon: counts.map((count) => hasRarer && count > COMMON * passages),
    weights: counts.map((count) => Math.log(1 + (passages - count + 0.5) / (count + 0.5))),
  };
}

/** Order hits by what their words count. */
export function ranked(hits, { isCommon, weights }) {
  for (const hit of hits) {
    hit.whole = true;
    hit.score = 0;
    for (const [at, level] of (hit.levels ?? []).entries()) {
      const head = hit.head?.[at] ?? 0;
      if (!level && !head && !isCommon[at]) hit.whole = false;
      hit.score += weights[at] * (level + INHERITED * head);
    }
    hit.score = rounded(hit.score);
  }
  return hits.sort(byWorth);
}

/** Read the rows of so many hits.
 *
 * Of the first ones, those with the words side by side go before others, and further ones of one page a little behind.
 */
export async function withRows(hits, most, words) {
  await readRows(hits.slice(0, Math.max(most, NEAR)));
  const near = hits.slice(0, NEAR);
  const phrase = plain(words);
  if (phrase.includes(" ")) for (const hit of near) hit.score *= closeness(hit.row, phrase);
  const seen = new Map();
  for (const hit of near.sort(byWorth)) {
    const before = seen.get(hit.row.page) ?? 0;
    seen.set(hit.row.page, before + 1);
    hit.score = rounded(hit.score * AGAIN ** before);
  }
  return [...near.sort(byWorth), ...hits.slice(NEAR)];
}

function byWorth(one, other) {
  return (
    other.whole - one.whole ||
    other.score - one.score ||
    one.order - other.order ||
    one.passage - other.passage
  );
}

// So that what counts the same is in the order of time.
function rounded(score) {
  return Math.round(score * 100) / 100;
}

async function readRows(hits) {
  const byShard = new Map();
  for (const hit of hits) byShard.set(hit.shard, [...(byShard.get(hit.shard) ?? []), hit]);
  await Promise.all([...byShard].map(([shard, own]) => readRowsOf(shard, own)));
}

async function readRowsOf(shard, hits) {
  const rows = await shard.rows(hits.map((hit) => hit.passage));
  for (const [at, hit] of hits.entries()) hit.row = rows[at];
}

/** Say how much more a row counts whose title or heading has the words side by side, or is nothing else. */
function closeness({ title, heading }, phrase) {
  const texts = [title, heading].map(plain);
  if (texts.includes(phrase)) return NOTHING_ELSE;
  return texts.some((text) => ` ${text} `.includes(` ${phrase} `)) ? SIDE_BY_SIDE : 1;
}

function plain(text) {
  return wordsOf(fold(text)).join(" ");
}
