// A file of the index, read piece by piece; a host that sends the whole file instead is believed to have sent it.
"use strict";

const NEAR = 512;
const SMALL = 24 * 1024;

/** Says that a file was exchanged while it was being read. */
export class Exchanged extends Error {}

/** Reads ranges of one file through `ask`, which is `fetch` or the like; `traffic` counts bytes and requests. */
export class RangedFile {
  constructor(url, ask, traffic) {
    this.url = url;
    this.ask = ask;
    this.traffic = traffic;
    this.pieces = [];
    this.size = Infinity;
    this.mark = null;
    this.isWhole = false;
  }

  /** Read the beginning, and with it the size; a small file is read whole. */
  async begin(length) {
    await this.#fetch(0, length);
    if (this.size <= SMALL) await this.#fetch(0, this.size);
    return this.read([[0, Math.min(length, this.size)]]).then(([bytes]) => bytes);
  }

  /** Give the bytes of ranges `[start, end]`; what lies close together is asked for in one request. */
  async read(ranges) {
    const missing = ranges.filter(([start, end]) => start < end && !this.#held(start, end));
    missing.sort((one, other) => one[0] - other[0]);
    const joined = [];
    for (const [start, end] of missing) {
      const last = joined.at(-1);
      if (last && start <= last[1] + NEAR) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    await Promise.all(joined.map(([start, end]) => this.#fetch(start, end)));
    return ranges.map(([start, end]) => (start < end ? this.#held(start, end) : new Uint8Array()));
  }

  /** Count the bytes of ranges that are not here yet. */
  cost(ranges) {
    return ranges.reduce((sum, [start, end]) => sum + (this.#held(start, end) ? 0 : end - start), 0);
  }

  #held(start, end) {
    const piece = this.pieces.find((one) => one.start <= start && end <= one.start + one.bytes.length);
    return piece ? piece.bytes.subarray(start - piece.start, end - piece.start) : null;
  }

  async #fetch(start, end) {
    if (end <= start || this.#held(start, end)) return;
    const answer = await this.ask(this.url, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (answer.status !== 200 && answer.status !== 206) throw new Error(`${this.url}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    this.traffic.bytes += bytes.length;
    this.traffic.requests += 1;
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get("content-range") ?? "");
    const whole = answer.status === 200 || !range;
    this.#same(whole ? bytes.length : Number(range[2]), answer.headers.get("etag"));
    if (whole) {
      this.pieces = [];
      this.isWhole = true;
    }
    this.pieces.push({ start: whole ? 0 : Number(range[1]), bytes });
    if (!this.#held(start, Math.min(end, this.size))) throw new Error(`${this.url}: another range`);
  }

  #same(size, mark) {
    if (this.size !== Infinity && (size !== this.size || mark !== this.mark)) throw new Exchanged(this.url);
    this.size = size;
    this.mark = mark;
  }
}
