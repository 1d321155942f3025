// Gathers the hits of one file of the index: what filters leave, and which words stand in which passages.
"use strict";

const FILTER = "\u0001";
const RECORDS = ["series", "group", "hub", "place"];
const PARTS = ["notes", "recording"];
const LEAST_READ = 256;
const BEGUN = 0.5;

/** Tell whether anything is chosen. */
function hasFilters(filters) {
  return [...RECORDS, ...PARTS, "year", "kind"].some((name) => listed(filters[name]).length > 0);
}

/** Tell whether a file may hold what is asked for: written pages stand in one of their own, of no year.
 *
 * What was said on calls stands in others, which only words are looked for in: filters alone find the calls.
 */
export function isAsked(file, filters, hasWords) {
  if (!hasWords && !hasFilters(filters)) return false;
  if (file.said && (!hasWords || filters.kind === "decision")) return false;
  const years = listed(filters.year).map(Number);
  const isOfCalls = filters.kind === "call" || filters.kind === "decision";
  if (!file.year) return !isOfCalls && !years.length && !filterTerms(filters).length;
  return filters.kind !== "page" && (!years.length || years.includes(file.year));
}

/** Give the terms of each filter; one term of each must be there. */
export function filterTerms(filters) {
  const ofRecords = RECORDS.map((name) => listed(filters[name]).map((value) => `${FILTER}${name}=${value}`));
  const ofParts = PARTS.map((name) => (filters[name] ? [`${FILTER}has=${name}`] : []));
  return [...ofRecords, ...ofParts].filter((terms) => terms.length);
}

function listed(value) {
  return (Array.isArray(value) ? value : [value]).filter((one) => one);
}

/** Give how many bytes of the postings of a term may be read, so that all that is read stays within what is left. */
export function costs(read, { groups }, { isCommon }, left) {
  const lists = [];
  for (const { shard, found } of read) {
    if (groups.length > 1) left -= shard.tableCost();
    for (const [at, terms] of found.entries()) {
      for (const term of terms) {
        const cost = shard.cost(term);
        if (isCommon[at]) left -= Math.min(cost, LEAST_READ);
        else lists.push(cost);
      }
    }
  }
  lists.sort((one, other) => one - other);
  for (const [at, cost] of lists.entries()) {
    const share = Math.max(left, 0) / (lists.length - at);
    if (cost > share) return Math.max(Math.floor(share), LEAST_READ);
    left -= cost;
  }
  return Infinity;
}

/** Give the hits in one file: passages with the words they hold, and how well. */
export async function hitsOf({ shard, order, found, chosen }, { groups, filters }, { isCommon }, most) {
  const allowed = chosen.length ? await allowedIn(shard, chosen) : null;
  const decided = filters.kind ? await decisionsIn(shard) : null;
  const isDecision = filters.kind === "decision";
  const may = (passage, entryOf) =>
    (!allowed || allowed[entryOf[passage]]) &&
    (!decided || filters.kind === "page" || decided.has(passage) === isDecision);
  if (!groups.length) {
    return (await newest(shard, may, isDecision)).map((passage) => ({ passage, shard, order }));
  }
  const levels = groups.map(() => new Float32Array(shard.passages));
  const hits = new Set();
  for (const [at, terms] of found.entries()) {
    await shard.postings(terms, isCommon[at] ? LEAST_READ : most, (passage, level, term) => {
      const value = term.exact ? level : level * BEGUN;
      if (levels[at][passage] < value) levels[at][passage] = value;
      if (passage < shard.passages) hits.add(passage);
    });
  }
  const table = hits.size && (groups.length > 1 || allowed) ? await shard.table() : null;
  const kept = [...hits].filter((passage) => may(passage, table?.entryOf));
  return kept.map((passage) => ({
    passage,
    shard,
    order,
    levels: levels.map((each) => each[passage]),
    head: headLevels(levels, table, passage),
  }));
}

/** Give the levels of the head of a passage's page, which count a little for the passage. */
function headLevels(levels, table, passage) {
  if (!table) return null;
  const head = table.first[table.entryOf[passage]];
  return head === passage ? null : levels.map((each) => each[head]);
}

async function allowedIn(shard, chosen) {
  const seen = new Uint8Array(shard.entries);
  for (const [at, terms] of chosen.entries()) {
    await shard.postings(terms, Infinity, (entry) => {
      if (seen[entry] === at) seen[entry] = at + 1;
    });
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
