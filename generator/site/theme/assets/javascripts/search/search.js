// Searches the index of the archive in the browser. This is all that a page needs to know:
//
//   import { open } from "./search/search.js";
//   const archive = await open("../search/");            // the folder of the index, seen from the page
//   const found = await archive.search(words, filters, { limit: 10, from: 0, further: false });
//
// `words` is what was typed, whatever it is. `filters` may have `year`, `series`, `group`, `hub` (ids), `place` (words),
// each a value or a list of which one will do, `kind` (`call`, `decision` or `page`), `notes: true` and
// `recording: true`. Without words everything that the filters leave is found, the newest first.
//
// `found` has
//   results   [{ page, anchor, title, heading, date, kind, state, language, score, whole, terms }], best first;
//             `page` is an address from the root of the site, `anchor` a name in it (empty: its top)
//   total     how many passages hold all words; `partly` how many hold only some of them
//   isLeast   whether these numbers may be too small, because something was not read to its end
//   isComplete, reached   whether all years were searched, and else the oldest that was: `further: true` goes on
//   words     [{ word, found }], the words that were looked for; `ignored` how many were left out
//   bytes, requests       what this search fetched; `archive.traffic` counts everything
//
// Passages that hold all words come first (`whole`); a word that stands nearly everywhere need not be there beside a
// rarer one. Nothing is fetched but files of this site, and nothing is kept.
"use strict";

import { costs, filterTerms, hitsOf, isAsked } from "./gathering.js";
import { NEAR, ranked, rarity, withRows } from "./ranking.js";
import { Exchanged } from "./ranged_file.js";
import { openShard } from "./shard.js";
import { asked } from "./words.js";

const MOST_SIGNS = 2000;
const MOST_WORDS = 12;
const MOST_BEGUN = 8;
// So many files are read at once, and so many bytes may be fetched for the first search and for each further one.
const WAVE = 16;
const FIRST_BYTES = 500_000;
const NEXT_BYTES = 80_000;
const ROW_BYTES = 1_500;
const HEAD_BYTES = 1_024;
const BLOCK_BYTES = 600;

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
    this.isWhole = false;
    this.largest = 0;
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
    for (let again = 0; ; again++) {
      try {
        return await this.#search(words.slice(0, MOST_SIGNS), filters, options);
      } catch (error) {
        if (!(error instanceof Exchanged) || again > 1) throw error;
        // The site was published anew meanwhile, or its host never gives two ranges of one file alike.
        this.isWhole ||= again > 0;
        await this.begin();
      }
    }
  }

  async #search(words, filters, { limit = 10, from = 0, further = false }) {
    const before = { ...this.traffic };
    const typed = asked(words);
    const groups = typed.slice(0, MOST_WORDS).map(withPrefix);
    const query = { groups, filters, read: [], hits: [], isLeast: false };
    const budget = further ? Infinity : this.shards.size ? NEXT_BYTES : FIRST_BYTES;
    const left = () => budget - (this.traffic.bytes - before.bytes);
    const hasWords = groups.length > 0;
    const files = this.files.filter((file) => isAsked(file, filters, hasWords));
    const done = await this.#readFiles(files, query, left, from + limit, ROW_BYTES * Math.max(limit, NEAR));
    const hits = ranked(query.hits, rarity(query));
    const found = await withRows(hits, from + limit, words);
    const whole = hits.filter((hit) => hit.whole).length;
    return {
      results: found.slice(from, from + limit).map((hit) => ({ ...hit.row, ...said(hit, groups) })),
      total: whole,
      partly: hits.length - whole,
      isLeast: query.isLeast,
      isComplete: done >= files.length,
      reached: done ? files[Math.min(done, files.length) - 1].year : 0,
      words: groups.map(({ word }, at) => ({ word, found: query.read.some((one) => one.found[at].length > 0) })),
      ignored: typed.length - groups.length,
      bytes: this.traffic.bytes - before.bytes,
      requests: this.traffic.requests - before.requests,
    };
  }

  /** Read files, the newest first, as far as the bytes go; without words only until there are enough hits. */
  async #readFiles(files, query, left, wanted, kept) {
    let done = 0;
    while (done < files.length && (query.groups.length || query.hits.length < wanted)) {
      // The first file tells whether the host knows ranges; where it does not, files come whole and one by one.
      const isKnown = this.largest > 0 && !this.isWhole;
      const fresh = files.slice(done, done + (isKnown ? WAVE : 1));
      if (done && this.#least(fresh, query) > left() - kept) break;
      await this.#wave(fresh, query, () => left() - kept);
      done += fresh.length;
    }
    return done;
  }

  /** Give about how many bytes the least look into some files takes: their heads, and a block for each word. */
  #least(files, { groups }) {
    const unread = files.filter((file) => !this.shards.has(file.file)).length;
    if (this.isWhole) return unread * this.largest;
    return unread * HEAD_BYTES + files.length * (groups.length + 1) * BLOCK_BYTES;
  }

  /** Read what some files know of the words, within so many bytes of postings, and note every hit. */
  async #wave(files, query, left) {
    const read = await Promise.all(files.map((file) => this.#look(file, query)));
    query.read.push(...read);
    const rare = rarity(query);
    const most = costs(read, query, rare, left());
    query.isLeast ||= most < Infinity;
    const found = await Promise.all(read.map((one) => hitsOf(one, query, rare, most)));
    query.hits.push(...found.flat());
  }

  async #look(file, { groups, filters }) {
    const name = file.file;
    if (!this.shards.has(name)) {
      const ask = this.isWhole ? (url) => this.ask(url, {}) : this.ask;
      const opened = openShard(new URL(name, this.base).href, ask, this.traffic);
      this.shards.set(name, opened);
      opened.catch(() => this.shards.delete(name));
    }
    const shard = await this.shards.get(name);
    this.isWhole ||= shard.file.isWhole;
    this.largest = Math.max(this.largest, shard.file.size);
    const chosen = filterTerms(filters).map((terms) => ({ terms, prefix: "" }));
    const all = await shard.find([...groups, ...chosen], MOST_BEGUN);
    const order = this.files.indexOf(file);
    return { shard, order, found: all.slice(0, groups.length), chosen: all.slice(groups.length) };
  }
}

function withPrefix(one) {
  return { ...one, prefix: one.last && one.word.length > 1 ? one.word : "" };
}

function said(hit, groups) {
  const own = groups.filter((_, at) => hit.levels?.[at] || hit.head?.[at]);
  const terms = own.map(({ word, terms: forms, prefix }) => ({ word, forms, prefix }));
  return { score: hit.score, whole: hit.whole, terms };
}
