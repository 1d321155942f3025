// One file of the index: its terms, postings and rows. `generator/site/search_index.py` writes it and tells its form.
"use strict";

import { RangedFile } from "./ranged_file.js";

const MAGIC = "calls-search-1\n\0";
const FIRST = 1024;
const PARTS = 5;
const SAMPLE = 32;
const INLINE = 24;
const MOST_BLOCKS = 3;
const TEXT = new TextDecoder();

/** Reads numbers of seven bits a byte one after another. */
class Numbers {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get left() {
    return this.at < this.bytes.length;
  }

  next() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  bytesOf(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Open a file of the index; throws when it is not one. */
export async function openShard(url, ask, traffic) {
  const file = new RangedFile(url, ask, traffic);
  let head = await file.begin(FIRST);
  const begun = MAGIC.length + 4 * PARTS;
  const isIndex = head.length >= begun && TEXT.decode(head.subarray(0, MAGIC.length)) === MAGIC;
  if (!isIndex) throw new Error(`${url}: no index`);
  const places = new DataView(head.buffer, head.byteOffset + MAGIC.length, 4 * PARTS);
  const ends = Array.from({ length: PARTS }, (_, part) => places.getUint32(4 * part, true));
  if (ends[0] > head.length) [head] = await file.read([[0, ends[0]]]);
  return new Shard(file, new Numbers(head.subarray(0, ends[0]), begun), ends);
}

class Shard {
  constructor(file, head, ends) {
    this.file = file;
    this.ends = ends;
    this.entries = head.next();
    this.passages = head.next();
    this.blocks = [];
    this.samples = [];
    this.known = null;
    const blocks = head.next();
    let start = ends[0];
    for (let at = 0; at < blocks; at++) {
      const key = TEXT.decode(head.bytesOf(head.next()));
      const end = start + head.next();
      this.blocks.push({ key, start, end });
      start = end;
    }
    const sample = { passage: 0, table: ends[2], row: ends[3] };
    for (let entry = 0; entry < this.entries; entry += SAMPLE) {
      this.samples.push({ ...sample, entry });
      sample.passage += head.next();
      sample.table += head.next();
      sample.row += head.next();
    }
    this.samples.push({ ...sample, entry: this.entries });
  }

  /** Give, for each wanted word, the terms it stands for here that there are, with the place of their postings.
   *
   * A wanted word has `terms`, and a `prefix` where words that only begin with it will do.
   */
  async find(wanted, most) {
    const ranges = new Map();
    for (const one of wanted) for (const block of this.#blocksOf(one)) ranges.set(block.start, block);
    const blocks = [...ranges.values()];
    const read = await this.file.read(blocks.map((block) => [block.start, block.end]));
    const terms = read.flatMap((bytes) => this.#terms(bytes));
    return wanted.map((one) => {
      const exact = terms.filter((term) => one.terms.includes(term.text));
      const longer = (term) => term.text.startsWith(one.prefix) && !exact.includes(term);
      const begun = one.prefix ? terms.filter(longer) : [];
      begun.sort((a, b) => b.count - a.count);
      return [...exact.map((term) => ({ ...term, exact: true })), ...begun.slice(0, most)];
    });
  }

  /** Count the bytes that must be fetched for the postings of a term. */
  cost(term) {
    return term.inline ? 0 : this.file.cost([[term.start, term.start + term.length]]);
  }

  /** Call `each(passage, level)` for the postings of terms, the best of each first, up to so many bytes of each. */
  async postings(terms, most, each) {
    const far = terms.filter((term) => !term.inline);
    const read = await this.file.read(far.map((term) => this.#place(term, most)));
    terms.forEach((term) => {
      const bytes = term.inline ?? read[far.indexOf(term)];
      decode(bytes, bytes.length < term.length, (passage, level) => each(passage, level, term));
    });
  }

  /** Count the bytes that `table` must fetch. */
  tableCost() {
    return this.file.cost([[this.ends[2], this.ends[3]]]);
  }

  /** Give, for every passage, the number of its entry, and for every entry its first passage. */
  async table() {
    if (!this.known) {
      const [bytes] = await this.file.read([[this.ends[2], this.ends[3]]]);
      const numbers = new Numbers(bytes);
      const first = new Uint32Array(this.entries + 1);
      const entryOf = new Uint32Array(this.passages);
      for (let entry = 0; entry < this.entries; entry++) {
        first[entry + 1] = first[entry] + numbers.next();
        numbers.next();
        entryOf.fill(entry, first[entry], first[entry + 1]);
      }
      this.known = { first, entryOf };
    }
    return this.known;
  }

  /** Give the row of each passage: its page, title and date, and what is shown of itself. */
  async rows(passages) {
    const samples = passages.map((passage) => this.#sampleOf(passage));
    const tables = await this.file.read(samples.map(([sample, next]) => [sample.table, next.table]));
    const places = passages.map((passage, at) => placeIn(tables[at], samples[at][0], passage));
    const rows = await this.file.read(places.map((place) => [place.start, place.end]));
    return rows.map((bytes, at) => shown(JSON.parse(TEXT.decode(bytes)), places[at].number));
  }

  #sampleOf(passage) {
    let at = 0;
    while (at + 2 < this.samples.length && this.samples[at + 1].passage <= passage) at++;
    return [this.samples[at], this.samples[at + 1]];
  }

  #place(term, most) {
    return [term.start, term.start + Math.min(term.length, most)];
  }

  #blocksOf(one) {
    const found = one.terms.map((term) => this.#blockOf(term));
    if (one.prefix) {
      const at = this.blocks.indexOf(this.#blockOf(one.prefix));
      const near = this.blocks.slice(at, at + MOST_BLOCKS);
      found.push(...near.filter((block, after) => !after || block.key.startsWith(one.prefix)));
    }
    return found.filter((block) => block);
  }

  #blockOf(term) {
    let low = 0;
    let high = this.blocks.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle].key <= term) low = middle;
      else high = middle;
    }
    return this.blocks[low];
  }

  #terms(bytes) {
    const numbers = new Numbers(bytes);
    let start = this.ends[1] + numbers.next();
    let before = new Uint8Array();
    const found = [];
    while (numbers.left) {
      const shared = numbers.next();
      const rest = numbers.bytesOf(numbers.next());
      const text = new Uint8Array(shared + rest.length);
      text.set(before.subarray(0, shared));
      text.set(rest, shared);
      before = text;
      const count = numbers.next();
      const length = numbers.next();
      const inline = length <= INLINE ? numbers.bytesOf(length) : null;
      found.push({ text: TEXT.decode(text), count, length, start, inline });
      if (!inline) start += length;
    }
    return found;
  }
}

function decode(bytes, isCut, each) {
  const numbers = new Numbers(bytes);
  const end = isCut ? bytes.length - 8 : bytes.length;
  while (numbers.at < end) {
    const level = numbers.next();
    let passage = 0;
    for (let left = numbers.next(); left > 0 && numbers.at < end; left--) {
      passage += numbers.next();
      each(passage, level);
    }
  }
}

function placeIn(table, sample, wanted) {
  const numbers = new Numbers(table);
  let { passage, row } = sample;
  for (;;) {
    const passages = numbers.next();
    const length = numbers.next();
    if (wanted < passage + passages) {
      return { start: row, end: row + length, number: wanted - passage };
    }
    if (!numbers.left) throw new RangeError("no such passage");
    passage += passages;
    row += length;
  }
}

function shown([page, title, date, passages], number) {
  const [anchor = "", heading = "", kind = "", state = "", language = ""] = passages[number];
  return { page, title, date, anchor, heading, kind, state, language };
}
