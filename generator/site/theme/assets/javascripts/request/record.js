// What is typed into the form, made a record: its path, its text, and what is still wrong with it.
// It touches no page and keeps nothing; a value that something is wrong with is not written.

import { allotted } from "./agenda.js";
import { callPath, seriesPath } from "./names.js";
import { dayOf, isDay, isHour, later, oddDay, oddHour, rhythms } from "./times.js";
import { hidden, manyLines, mixed, oneLine, personal, size } from "./words.js";
import { record } from "./yaml.js";

const TITLE = 150;
const TEXT = 300;
const PURPOSE = 1000;
const ITEMS = 200;
const BYTES = 60_000;

/** Read a form: `typed` holds its fields by name, `rules` those of the archive, `now` the reader's clock. */
export function compose(typed, rules, now) {
  const form = new Reading(typed);
  const isSeries = typed.kind === "series";
  const fields = isSeries ? seriesFields(form, rules, now) : callFields(form, rules, now);
  form.tick("agreed");
  const path = pathOf(isSeries, form.good);
  const text = record(`../../schemas/${isSeries ? "series" : "call"}.schema.json`, fields);
  if (new TextEncoder().encode(text).length > BYTES) form.fault("agenda", "too-much");
  return { faults: form.faults, path, text };
}

function pathOf(isSeries, good) {
  if (isSeries) return good.title ? seriesPath(good.title) : "";
  return good.title && good.date ? callPath(good.date, good.title) : "";
}

/** The fields of a form as they are read one by one; the first fault of each is kept. */
class Reading {
  constructor(typed) {
    this.typed = typed;
    this.faults = [];
    this.good = {};
  }

  fault(name, key, values = {}) {
    if (!this.faults.some((fault) => fault.name === name)) this.faults.push({ name, key, values });
    return "";
  }

  /** Read words that may be left out; `label` is what stands before them on their line of the record. */
  words(name, most, label = "") {
    const text = oneLine(this.typed[name] ?? "");
    const wrong = faultOf(text, most, label);
    this.good[name] = wrong ? this.fault(name, wrong.key, wrong.values) : text;
    return this.good[name];
  }

  must(name, most, key, label = "") {
    const text = this.words(name, most, label);
    return text || this.fault(name, key);
  }

  lines(name) {
    const found = manyLines(this.typed[name] ?? "");
    if (found.length > ITEMS) this.fault(name, "too-many", { most: ITEMS });
    const wrong = found.map((line) => faultOf(line, TEXT)).find(Boolean);
    if (wrong) this.fault(name, wrong.key, wrong.values);
    return this.faults.some((fault) => fault.name === name) ? [] : found;
  }

  chosen(name) {
    return this.typed[name] ?? "";
  }

  tick(name) {
    if (!this.typed[name]) this.fault(name, "not-ticked");
  }
}

function faultOf(text, most, label = "") {
  const sign = hidden(text);
  if (sign) return { key: "hidden", values: { sign } };
  const word = mixed(text);
  if (word) return { key: "mixed", values: { word } };
  const found = personal(`${label}${text}`);
  if (found) return { key: found, values: {} };
  return size(text) > most ? { key: "too-long", values: { most } } : null;
}

function readDay(form, rules, now) {
  const day = form.chosen("date");
  const soonest = later(dayOf(now), rules.ahead);
  if (!day) return form.fault("date", "no-day");
  if (!isDay(day)) return form.fault("date", "bad-day");
  if (day < dayOf(now)) return form.fault("date", "past");
  if (day < soonest) return form.fault("date", "too-soon", { day: soonest, n: rules.ahead });
  form.good.date = day;
  return day;
}

function readHour(form) {
  const hour = form.chosen("start").slice(0, 5);
  return isHour(hour) ? hour : form.fault("start", "no-hour");
}

/** Give an odd hour of a day, or of a recurring call; a browser that lacks the zone leaves it to the check. */
function tellOddHour(form, find) {
  try {
    const odd = find();
    if (odd) form.fault("start", odd.how, { day: odd.day });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
}

function readRoles(form, rules) {
  return rules.roles.map((name, number) => [name, form.must(`role-${number}`, TEXT, "no-role", `${name}: `)]);
}

/** Read who asks: a group of the archive, words for one that is not in it, or both. */
function readHosts(form, mayBeWords) {
  const group = form.chosen("group");
  const other = form.words("other", TEXT);
  if (other && mayBeWords && !other.includes(" ") && other === other.toLowerCase()) form.fault("other", "one-word");
  if (!group && !other) form.fault("group", "nobody");
  return { group, other: form.faults.some(({ name }) => name === "other") ? "" : other };
}

function callFields(form, rules, now) {
  const title = form.must("title", TITLE, "no-title");
  const date = readDay(form, rules, now);
  const start = readHour(form);
  const zone = form.chosen("zone");
  if (date && start) tellOddHour(form, () => oddOnDay(date, start, zone));
  const length = form.chosen("length");
  const { group, other } = readHosts(form, true);
  const purpose = form.words("purpose", PURPOSE);
  const agenda = form.lines("agenda");
  const minutes = agenda.reduce((sum, item) => sum + allotted(item), 0);
  if (length && minutes > minutesOf(length)) form.fault("agenda", "over", { n: minutes, most: minutesOf(length) });
  const roles = Object.fromEntries(readRoles(form, rules).filter(([, who]) => who));
  return [
    ["title", title], ["date", { plain: date }], ["start", { plain: start }], ["zone", { plain: zone }],
    ["length", { plain: length }], ["status", { plain: "scheduled" }], ["mode", { plain: form.chosen("mode") }],
    ["hosts", [group, other].filter(Boolean)], ["groups", [group].filter(Boolean)],
    ["platform", { plain: form.chosen("platform") }], ["purpose", purpose], ["roles", { pairs: roles }],
    ["agenda", agenda], ["share", { plain: "public" }], ["basis", { plain: "group-agreed" }],
  ].filter(isSaid);
}

function seriesFields(form, rules, now) {
  const title = form.must("title", TITLE, "no-title");
  const first = readDay(form, rules, now);
  const start = readHour(form);
  const zone = form.chosen("zone");
  const until = readEnd(form, first);
  const rhythm = first && rhythms(first).find(({ key, values }) => `${key} ${values.n ?? ""}`.trim() === form.chosen("rhythm"));
  if (!rhythm) form.fault("rhythm", "no-rhythm");
  if (rhythm && start) tellOddHour(form, () => oddDay(first, until, start, zone, rhythm));
  const { group, other } = readHosts(form, false);
  const purpose = form.words("purpose", PURPOSE);
  const roles = Object.fromEntries(readRoles(form, rules).filter(([, who]) => who));
  // The record of a recurring call names groups and no other hosts.
  if (other) roles["asked for by"] = other;
  return [
    ["title", title], ["zone", { plain: zone }], ["length", { plain: form.chosen("length") }],
    ["groups", [group].filter(Boolean)], ["platform", { plain: form.chosen("platform") }],
    ["roles", { pairs: roles }], ["purpose", purpose],
    ["repeats", { plain: rhythm && start ? `${rhythm.words} at ${start}` : "" }],
    ["from", { plain: first }], ["until", { plain: until }],
    ["staffed_calls", { plain: rules.staffed ? String(rules.staffed) : "" }], ["share", { plain: "public" }],
  ].filter(isSaid);
}

function oddOnDay(day, hour, zone) {
  const how = oddHour(day, hour, zone);
  return how && { day, how };
}

function readEnd(form, first) {
  const until = form.chosen("until");
  if (!until) return "";
  if (!isDay(until)) return form.fault("until", "bad-day");
  return first && until < first ? form.fault("until", "ends-first") : until;
}

function isSaid([, value]) {
  return typeof value === "string" ? value !== "" : value.plain !== "";
}

function minutesOf(length) {
  const [, hours, minutes] = /^(?:([0-9]+)h)?(?:([0-9]+)m)?$/u.exec(length);
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}
