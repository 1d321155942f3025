// The search page: takes what is asked for from its form and address, asks the index, and says what was found.
//
// How things are found is left to `../search/`, how they are drawn to `results.js`. Nothing is sent and nothing kept.
"use strict";

import { extract } from "../search/extract.js";
import { open } from "../search/search.js";
import { cut, LISTED, read, TICKED, written } from "./address.js";
import { element, Hits } from "./results.js";
import { quoted, sentence } from "./sentences.js";
import { around, counted, words } from "./wording.js";

const STEP = 10;
const PAUSE = 150;
const PATIENCE = 400;
const EARLIER = words("earlier");
const ROOT = new URL("../", location.href.replace(/[?#].*$/su, ""));
const at = (id) => document.getElementById(id);
const form = at("search-form");
const field = at("search-words");
const hits = new Hits(at("search-hits"), ROOT, (result) => extract(result, ROOT));
let index = null;
let turn = 0;
let waiting = 0;
let wasMeant = true;
const NOTHING = { words: "", filters: {}, isCut: false, count: 0, isEnd: true, further: false };
let shown = NOTHING;

/** Open the index once; after a failure the next search tries again. */
function opened() {
  index ??= open(new URL("search/", ROOT).href).catch((error) => {
    index = null;
    throw error;
  });
  return index;
}

function asked() {
  const filters = {};
  for (const name of LISTED) if (form.elements[name]?.value) filters[name] = form.elements[name].value;
  for (const name of TICKED) if (form.elements[name]?.checked) filters[name] = true;
  const { text, isCut } = cut(field.value);
  return { words: text.trimEnd(), filters, isCut };
}

/** Put what an address asks for into the form; a choice that the form does not offer is added, but no kind. */
function fillForm({ words, filters }) {
  field.value = words;
  for (const name of LISTED) choose(form.elements[name], name, filters[name] ?? "");
  for (const name of TICKED) form.elements[name].checked = Boolean(filters[name]);
}

function choose(select, name, value) {
  if (!select) return;
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered && name !== "kind") select.append(new Option(value, value));
  select.value = isOffered || name !== "kind" ? value : "";
}

/** Search for what the form says, and draw it unless something else was asked for meanwhile. */
async function look({ count = STEP, isCut = false } = {}) {
  clearTimeout(waiting);
  const mine = (turn += 1);
  const wanted = asked();
  shown = { ...NOTHING, ...wanted, isCut: isCut || wanted.isCut };
  sayChosen(wanted.filters);
  if (!wanted.words && !hasFilters(wanted.filters)) return begin();
  const patience = setTimeout(() => mine === turn && say(words("searching")), PATIENCE);
  try {
    const archive = await opened();
    const found = await archive.search(wanted.words, wanted.filters, { limit: count });
    if (mine === turn) draw(found, count);
  } catch {
    if (mine === turn) sayFailure();
  } finally {
    clearTimeout(patience);
  }
}

/** Show the page as it is before anything is asked. */
function begin() {
  showNothing();
  if (at("search-start")) at("search-start").hidden = false;
  say("");
}

function showNothing() {
  hits.clear();
  for (const id of ["search-found", "search-more", "search-instead"]) at(id).hidden = true;
}

function draw(found, count) {
  if (at("search-start")) at("search-start").hidden = true;
  hits.clear();
  at("search-found").hidden = !found.results.length;
  hits.add(found.results);
  shown = { ...shown, count: found.results.length, isEnd: found.results.length < count };
  say(sentence(found, shown));
  offerMore(found);
  offerInstead(found);
}

/** Offer what is left of what was found, then the years that were not searched. */
function offerMore({ isComplete }) {
  const more = at("search-more");
  more.hidden = shown.isEnd && isComplete;
  more.textContent = shown.isEnd ? EARLIER : words("more");
}

/** Fetch the next results, put them below, and lead the keyboard to the first of them. */
async function showMore() {
  const mine = (turn += 1);
  const isFurther = !shown.further && at("search-more").textContent === EARLIER;
  const from = isFurther ? 0 : shown.count;
  const options = { from, limit: shown.count + STEP - from, further: shown.further || isFurther };
  say(words("searching"));
  try {
    const found = await (await opened()).search(shown.words, shown.filters, options);
    if (mine === turn) addMore(found, options);
  } catch {
    if (mine === turn) sayFailure();
  }
}

/** Put more results below; what earlier years hold may stand between those that are there, so all are drawn anew. */
function addMore(found, { from, limit, further }) {
  const known = new Set([...at("search-hits").querySelectorAll("a")].map((one) => one.href));
  if (!from) hits.clear();
  const link = hits.add(found.results).find((one) => !known.has(one.href));
  const count = from + found.results.length - shown.count;
  shown = { ...shown, further, count: from + found.results.length, isEnd: found.results.length < limit };
  at("search-found").hidden = !shown.count;
  say(`${count > 0 ? counted("further", count) : words("no-more")} ${sentence(found, shown)}`);
  offerMore(found);
  offerInstead(found);
  history.replaceState({ count: shown.count }, "");
  link?.focus();
}

/** Offer what may help where nothing was found, or not all words in one place. */
function offerInstead({ total, partly, words: looked }) {
  const offers = [];
  const missing = looked.filter((one) => !one.found).map((one) => quoted(one.word));
  if (missing.length && looked.length > 1) offers.push([words("in-none", { words: missing.join(", ") })]);
  if (!total && hasFilters(shown.filters)) offers.push([button(words("without-filters"), clearFilters)]);
  if (!total && !partly) offers.push(around("try-other", "lists", theLists()));
  at("search-instead").replaceChildren(...offers.map((held) => element("p", "", ...held)));
  at("search-instead").hidden = !offers.length;
}

function sayFailure() {
  showNothing();
  const why = words(navigator.onLine ? "maybe-published" : "no-connection");
  say(words("failed"));
  at("search-instead").replaceChildren(
    element("p", "", why),
    element("p", "", button(words("again"), () => look()), " ", ...around("or-lists", "lists", theLists())),
  );
  at("search-instead").hidden = false;
}

function button(label, act) {
  const made = element("button", "ia-search__go", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function theLists() {
  const made = element("a", "", words("lists"));
  made.href = "#search-without";
  return made;
}

function say(text) {
  at("search-status").textContent = text;
}

function sayChosen(filters) {
  const count = Object.keys(filters).length;
  at("search-chosen").textContent = count ? ` ${counted("chosen", count)}` : "";
  at("search-clear").hidden = !count;
}

function hasFilters(filters) {
  return Object.keys(filters).length > 0;
}

function clearFilters() {
  fillForm({ words: field.value, filters: {} });
  enter();
  field.focus();
}

/** Write what is asked for into the address: what is typed after a search that was meant is a step to go back from. */
function note(isMeant) {
  const address = location.pathname + written(asked());
  if (address !== location.pathname + location.search + location.hash) {
    if (isMeant || wasMeant) history.pushState({}, "", address);
    else history.replaceState({}, "", address);
    wasMeant = isMeant;
  }
  wasMeant ||= isMeant;
}

function enter() {
  note(true);
  look();
}

/** Take what is asked for from the address, as it was written, shared or gone back to. */
function arrive() {
  // A link to a place in this page asks for nothing.
  if (location.hash && !location.hash.includes("=") && !location.search && turn) return;
  wasMeant = true;
  const wanted = read(location);
  fillForm(wanted);
  if (location.search) history.replaceState(history.state, "", location.pathname + (written(asked()) || location.hash));
  look({ count: Math.max(STEP, history.state?.count ?? 0), isCut: wanted.isCut });
}

/** Lead from the field into the results and between them, beside what the tab key does. */
function step(event) {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || isModified(event)) return;
  const stops = [field, ...document.querySelectorAll("#search-hits .ia-hit__title a, #search-hits details[open] a")];
  const place = stops.indexOf(event.target);
  const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
  if (place < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function isModified(event) {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
form.addEventListener("change", (event) => event.target !== field && enter());
field.addEventListener("input", (event) => {
  if (event.isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => { note(false); look(); }, PAUSE);
});
field.addEventListener("compositionend", () => field.dispatchEvent(new Event("input")));
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  field.dispatchEvent(new Event("input"));
});
document.addEventListener("keydown", step);
at("search-more").addEventListener("click", showMore);
at("search-clear").addEventListener("click", clearFilters);
at("search-start")?.addEventListener("click", (event) => {
  const example = event.target.closest("a");
  if (!example || isModified(event) || event.button) return;
  event.preventDefault();
  fillForm(read({ hash: "", search: new URL(example.href).search }));
  enter();
});
addEventListener("popstate", arrive);
addEventListener("beforeprint", () => hits.showAll());

form.hidden = false;
at("search-wait").hidden = true;
if (matchMedia("(min-width: 45em)").matches) at("search-filters").open = true;
arrive();
