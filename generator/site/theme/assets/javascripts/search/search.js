// Searches the index of the archive in the browser. This is all that a page needs to know:
//
//   import { open } from "./search/search.js";
//   const archive = await open("../search/");            // the folder of the index, seen from the page
//   const found = await archive.search(words, filters, { limit: 10, from: 0, further: false });
//
// `words` is what was typed, whatever it is. `filters` may have `year`, `series`, `group` and `hub` (ids) and `place` (its
// words), each a value or a list of which one will do, `kind` (`call`, `decision` or `page`), `notes: true` and
// `recording: true`. Without words everything that the filters leave is found, the newest first.
//
// `found` has
//   results   [{ page, anchor, title, heading, date, kind, state, language, score, whole, terms }], best first; `page` is an
//             address from the root of the site, `anchor` a name in it (empty: its top), `whole` says that all words are there
//   total     how many passages hold all words; `partly` how many hold only some of them
//   isLeast   whether these numbers may be too small, because something was not read to its end
//   isComplete, reached   whether all years were searched, and else the oldest one that was: `further: true` goes on
//   words     [{ word, found }], the words that were looked for; `ignored` how many were left out
//   bytes, requests       what this search fetched; `archive.traffic` counts everything
//
// Passages that hold all words come first. Nothing is fetched but files of this site, and nothing is kept.
"use strict";

import { Exchanged } from "./ranged_file.js";
import { openShard } from "./shard.js";
import { asked, fold, words as wordsOf } from "./words.js";

const MOST_WORDS = 12;
const MOST_SIGNS = 2000;
const MOST_BEGUN = 8;
const WAVE = 16;
const FIRST_BYTES = 420_000;
const NEXT_BYTES = 80_000;
const ROW_BYTES = 1_500;
const LEAST_READ = 256;
const COMMON = 0.25;
const BEGUN = 0.5;
const INHERITED = 0.25;
const SAME_PAGE = 3;
const NEAR = 16;
const AGAIN = 0.8;
const FILTER = "\u0001";
const FILTERS = ["series", "group", "hub", "place"];

/** Open the index in a folder; `ask` stands for `fetch`. Throws when there is none. */
export async function open(base, ask = (url, options) => fetch(url, options)) {
  const traffic = { bytes: 0, requests: 0 };
  const archive = new Archive(new URL(base, globalThis.document?.baseURI ?? base), ask, traffic);
  await archive.begin();
  return archive;
}

class Archive {
  constructor(base, ask, traffic) {
    this.base = base;
    this.ask = ask;
    this.traffic = traffic;
    this.shards = new Map();
  }

  async begin() {
    const answer = await this.ask(new URL("index.json", this.base).href, {});
    if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    this.traffic.bytes += bytes.byteLength;
    this.traffic.requests += 1;
    this.files = JSON.parse(new TextDecoder().decode(bytes)).files;
    this.shards.clear();
  }

  /** Search; what it takes and gives is told at the top of this file. */
  async search(words, filters = {}, options = {}) {
    try {
      return await this.#search(words, filters, options);
    } catch (error) {
      // The site was published anew meanwhile.
      if (!(error instanceof Exchanged)) throw error;
      await this.begin();
      return this.#search(words, filters, options);
    }
  }

  async #search(words, filters, { limit = 10, from = 0, further = false }) {
    const before = { ...this.traffic };
    const typed = asked(words.slice(0, MOST_SIGNS));
    const groups = typed.slice(0, MOST_WORDS).map((one) => ({ ...one, prefix: one.last && one.word.length > 1 ? one.word : "" }));
    const spent = () => this.traffic.bytes - before.bytes;
    const budget = further ? Infinity : this.shards.size ? NEXT_BYTES : FIRST_BYTES;
    const enough = groups.length || !hasFilters(filters) ? Infinity : from + limit;
    const state = { groups, filters, hits: [], isLeast: false, read: [] };
    const files = groups.length || hasFilters(filters) ? this.files.filter((file) => isAsked(file, filters)) : [];
    let at = 0;
    while (at < files.length && state.hits.length < enough) {
      const fresh = files.slice(at, at + WAVE);
      if (at && spent() + (spent() / at) * fresh.length > budget) break;
      await this.#wave(fresh, state, () => budget - spent() - ROW_BYTES * Math.max(limit, NEAR));
      at += fresh.length;
    }
    const hits = ranked(state, totals(state));
    const found = await withRows(fewOfEach(hits), from + limit, words.slice(0, MOST_SIGNS));
    return {
      results: found.slice(from, from + limit).map((hit) => ({ ...hit.row, ...said(hit, groups) })),
      total: hits.filter((hit) => hit.whole).length,
      partly: hits.filter((hit) => !hit.whole).length,
      isLeast: state.isLeast,
      isComplete: at >= files.length,
      reached: at ? files[Math.min(at, files.length) - 1].year : 0,
      words: groups.map(({ word }, place) => ({ word, found: state.read.some((one) => one.found[place].length > 0) })),
      ignored: typed.length - groups.length,
      bytes: spent(),
      requests: this.traffic.requests - before.requests,
    };
  }

  /** Read what some files know of the words, within so many bytes of postings, and note every hit. */
  async #wave(files, state, allowed) {
    const read = await Promise.all(files.map((file) => this.#look(file, state)));
    state.read.push(...read);
    const counts = totals(state);
    const tables = state.groups.length > 1 ? read.reduce((sum, one) => sum + one.shard.tableCost(), 0) : 0;
    const most = shares(read, state.groups, counts, Math.max(allowed() - tables, 0), (isCut) => (state.isLeast ||= isCut));
    const found = await Promise.all(read.map((one) => hitsOf(one, state, counts, most)));
    state.hits.push(...found.flat());
  }

  async #look(file, { groups, filters }) {
    if (!this.shards.has(file.file)) {
      const opened = openShard(new URL(file.file, this.base).href, this.ask, this.traffic);
      this.shards.set(file.file, opened);
      opened.catch(() => this.shards.delete(file.file));
    }
    const shard = await this.shards.get(file.file);
    const chosen = filterTerms(filters);
    const all = await shard.find([...groups, ...chosen.map((terms) => ({ terms, prefix: "" }))], MOST_BEGUN);
    return { file, shard, found: all.slice(0, groups.length), chosen: all.slice(groups.length), order: this.files.indexOf(file) };
  }
}

function hasFilters(filters) {
  return [...FILTERS, "year", "kind", "notes", "recording"].some((name) => listed(filters[name]).length > 0);
}

function listed(value) {
  return (Array.isArray(value) ? value : [value]).filter((one) => one);
}

/** Tell whether a file may hold what is asked for: written pages stand in one of their own, of no year. */
function isAsked(file, filters) {
  const years = listed(filters.year).map(Number);
  const ofCalls = years.length || filterTerms({ ...filters, kind: "" }).length || ["call", "decision"].includes(filters.kind);
  if (!file.year) return !ofCalls;
  return filters.kind !== "page" && (!years.length || years.includes(file.year));
}

/** Give the terms of each filter; one term of each must be there. */
function filterTerms(filters) {
  const found = FILTERS.map((name) => listed(filters[name]).map((value) => `${FILTER}${name}=${value}`));
  for (const name of ["notes", "recording"]) found.push(filters[name] ? [`${FILTER}has=${name}`] : []);
  return found.filter((terms) => terms.length);
}

/** Give how many passages each word has, and how many there are, in all files that were read. */
function totals({ groups, read }) {
  const counts = groups.map((_, place) =>
    read.reduce((sum, one) => sum + one.found[place].reduce((most, term) => Math.max(most, term.count), 0), 0),
  );
  const passages = read.reduce((sum, one) => sum + one.shard.passages, 0);
  const rarest = Math.min(...counts.filter((count) => count), Infinity);
  const isCommon = counts.map((count) => count > COMMON * passages && rarest <= COMMON * passages);
  const weights = counts.map((count) => Math.log(1 + (passages - count + 0.5) / (count + 0.5)));
  return { isCommon, weights };
}

/** Give how many bytes of a list of postings may be read, so that all lists together stay within what is allowed. */
function shares(read, groups, counts, allowed, note) {
  const costs = read.flatMap((one) => groups.map((_, place) => (counts.isCommon[place] ? 0 : one.shard.cost(one.found[place]))));
  let left = allowed;
  let most = Infinity;
  costs.sort((one, other) => one - other);
  costs.forEach((cost, at) => {
    const share = left / (costs.length - at);
    if (cost > share && most === Infinity) most = Math.max(Math.floor(share), LEAST_READ);
    left -= Math.min(cost, share);
  });
  note(most < Infinity);
  return most;
}

/** Give the hits in one file: passages with the words they hold, and how well. */
async function hitsOf({ file, shard, found, chosen, order }, { groups, filters }, counts, most) {
  const allowed = await allowedIn(shard, chosen);
  const decided = filters.kind ? await decisionsIn(shard) : null;
  const may = (passage, entryOf) =>
    (!allowed || allowed[entryOf[passage]]) && (!decided || filters.kind === "page" || decided.has(passage) === (filters.kind === "decision"));
  if (!groups.length) return (await newest(shard, may, filters.kind === "decision")).map((passage) => ({ passage, shard, order, date: file.year }));
  const levels = groups.map(() => new Float32Array(shard.passages));
  const hit = new Set();
  for (const [place, terms] of found.entries()) {
    const limit = counts.isCommon[place] ? LEAST_READ : most;
    await shard.postings(terms, limit, (passage, level, term) => {
      if (passage >= shard.passages) return;
      const value = term.exact ? level : level * BEGUN;
      if (levels[place][passage] < value) levels[place][passage] = value;
      hit.add(passage);
    });
  }
  const table = hit.size && (groups.length > 1 || allowed) ? await shard.table() : null;
  return [...hit]
    .filter((passage) => may(passage, table?.entryOf))
    .map((passage) => ({ passage, shard, order, levels: levels.map((each) => each[passage]), head: headLevels(levels, table, passage) }));
}

function headLevels(levels, table, passage) {
  if (!table) return null;
  const head = table.first[table.entryOf[passage]];
  return head === passage ? null : levels.map((each) => each[head]);
}

async function allowedIn(shard, chosen) {
  if (!chosen.length) return null;
  const seen = new Uint8Array(shard.entries);
  for (const [at, terms] of chosen.entries()) {
    await shard.postings(terms, Infinity, (entry) => { if (seen[entry] === at) seen[entry] = at + 1; });
  }
  return seen.map((count) => (count === chosen.length ? 1 : 0));
}

async function decisionsIn(shard) {
  const found = new Set();
  const [terms] = await shard.find([{ terms: [`${FILTER}kind=decision`], prefix: "" }], 0);
  await shard.postings(terms, Infinity, (passage) => found.add(passage));
  return found;
}

/** Give the passages that filters alone leave: the head of each page, or every decision. */
async function newest(shard, may, ofDecisions) {
  const { first, entryOf } = await shard.table();
  const all = ofDecisions ? [...entryOf.keys()] : [...first.subarray(0, shard.entries)];
  return all.filter((passage) => may(passage, entryOf));
}

/** Order hits: all words before some, good before fair, new before old. */
function ranked({ hits }, { isCommon, weights }) {
  for (const hit of hits) {
    hit.whole = true;
    hit.score = 0;
    (hit.levels ?? []).forEach((level, place) => {
      const head = hit.head?.[place] ?? 0;
      if (!level && !head && !isCommon[place]) hit.whole = false;
      hit.score += weights[place] * (level + INHERITED * head);
    });
    hit.score = Math.round(hit.score * 100) / 100;
  }
  return hits.sort(byWorth);
}

function byWorth(one, other) {
  return other.whole - one.whole || other.score - one.score || one.order - other.order || one.passage - other.passage;
}

/** Leave out what would be one more hit on a page that has its share of the list already. */
function fewOfEach(hits) {
  const counts = new Map();
  return hits.filter((hit) => {
    if (!hit.shard.known) return true;
    const page = `${hit.order} ${hit.shard.known.entryOf[hit.passage]}`;
    counts.set(page, (counts.get(page) ?? 0) + 1);
    return counts.get(page) <= SAME_PAGE;
  });
}

/** Read the rows of so many hits. Of the first ones, those with the words side by side go before others, and the next of
 * a page that is there already a little behind them.
 */
async function withRows(hits, most, words) {
  const near = hits.slice(0, NEAR);
  await readRows(hits.slice(0, Math.max(most, NEAR)));
  const phrase = plain(words);
  const closer = phrase.includes(" ");
  near.forEach((hit) => { hit.score *= closer ? closeness(hit.row, phrase) : 1; });
  const seen = new Map();
  for (const hit of near.sort(byWorth)) {
    const before = seen.get(hit.row.page) ?? 0;
    seen.set(hit.row.page, before + 1);
    hit.score = Math.round(hit.score * AGAIN ** before * 100) / 100;
  }
  return [...near.sort(byWorth), ...hits.slice(NEAR)];
}

async function readRows(hits) {
  const byShard = new Map();
  hits.forEach((hit) => byShard.set(hit.shard, [...(byShard.get(hit.shard) ?? []), hit]));
  await Promise.all([...byShard].map(async ([shard, own]) => {
    const rows = await shard.rows(own.map((hit) => hit.passage));
    own.forEach((hit, at) => { hit.row = rows[at]; });
  }));
}

/** Say how much more a row counts whose title or heading has the words side by side, or is nothing else. */
function closeness({ title, heading }, phrase) {
  const texts = [title, heading].map(plain);
  if (texts.includes(phrase)) return 1.5;
  return texts.some((text) => ` ${text} `.includes(` ${phrase} `)) ? 1.25 : 1;
}

function plain(text) {
  return wordsOf(fold(text)).join(" ");
}

function said(hit, groups) {
  const terms = groups.filter((_, place) => hit.levels?.[place] || hit.head?.[place]);
  return { score: hit.score, whole: hit.whole, terms: terms.map(({ word, terms: forms, prefix }) => ({ word, forms, prefix })) };
}
