// The form that asks for a call: it composes a record as somebody types, and says at each field what is wrong with it.
// Nothing that is typed is sent or kept; the reader copies it, or opens the forge's editor with it.

import { compose } from "./record.js";
import { isDay, rhythms } from "./times.js";

const form = document.getElementById("request-form");
const { rules, forge } = JSON.parse(form.dataset.request);
const messages = JSON.parse(form.dataset.messages);
const written = document.documentElement.lang || "en";
const language = written === "en" ? "en-GB" : written;
const part = (name) => document.getElementById(`request-${name}`);
const text = part("text");
const open = part("open");
const order = [...form.querySelectorAll("[data-fault]")].map((place) => place.dataset.fault);
const touched = new Set();

function dayWords(day, options) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function say(key, values) {
  const shown = { ...values };
  if (values.day) {
    shown.day = dayWords(values.day, { day: "numeric", month: "long", year: "numeric" });
    shown.weekday = dayWords(values.day, { weekday: "long" });
  }
  return messages[key].replace(/\{(\w+)\}/gu, (_, name) => shown[name]);
}

function put(element, words) {
  // A place that is read aloud when it changes is left alone while it stays the same.
  if (element.textContent !== words) element.textContent = words;
}

function typed() {
  const values = Object.fromEntries(new FormData(form));
  return { ...values, agreed: form.elements.agreed.checked };
}

function showKind(kind) {
  for (const element of form.querySelectorAll("[data-for]")) element.hidden = element.dataset.for !== kind;
}

/** Offer the rhythms that can begin on the first day; the one that was chosen stays where it still can be. */
function offerRhythms(day) {
  const select = form.elements.rhythm;
  if (select.dataset.day === day) return;
  select.dataset.day = day;
  const chosen = select.selectedIndex > 0 ? select.options[select.selectedIndex].dataset.key : "";
  const offered = isDay(day) ? rhythms(day) : [];
  const options = offered.map(({ key, values }) => {
    const value = `${key} ${values.n ?? ""}`.trim();
    const option = new Option(say(`rhythm-${key}`, { ...values, day }), value);
    option.dataset.key = key === "weeks" ? value : key;
    return option;
  });
  select.replaceChildren(select.options[0], ...options);
  put(select.options[0], messages[options.length ? "rhythm-choose" : "rhythm-day-first"]);
  select.selectedIndex = Math.max(0, options.findIndex((option) => option.dataset.key === chosen) + 1);
}

function labelOf(name) {
  return (part(name).closest("[data-label]") ?? part(name)).dataset.label;
}

function showFaults(faults) {
  const byName = new Map(faults.map((fault) => [fault.name, fault]));
  for (const place of form.querySelectorAll("[data-fault]")) {
    const name = place.dataset.fault;
    const fault = touched.has(name) ? byName.get(name) : undefined;
    put(place, fault ? say(fault.key, fault.values) : "");
    if (fault) part(name).setAttribute("aria-invalid", "true");
    else part(name).removeAttribute("aria-invalid");
  }
}

/** Give the address of the forge's editor with the record in it, or with its name alone where the text is too long. */
function editorFor(path, record) {
  const cut = path.lastIndexOf("/");
  const words = { path, folder: path.slice(0, cut), name: path.slice(cut + 1) };
  const bare = forge.form.replace(/\{(path|folder|name)\}/gu, (_, name) => words[name]);
  const full = `${bare}&value=${encodeURIComponent(record)}`;
  return forge.takesText && full.length <= forge.longest ? { href: full, isFull: true } : { href: bare, isFull: false };
}

function showRecord({ faults, path, text: record }) {
  const isReady = faults.length === 0;
  put(part("path"), path || messages["path-later"]);
  if (text.value !== record) text.value = record;
  part("ready").hidden = !isReady;
  const wrong = new Set(faults.map(({ name }) => name));
  const names = order.filter((name) => wrong.has(name)).map(labelOf);
  put(part("state"), isReady ? messages.ready : say("open", { fields: new Intl.ListFormat(language).format(names) }));
  if (!open || !isReady) return;
  const { href, isFull } = editorFor(path, record);
  open.href = href;
  part("empty").hidden = isFull;
}

function update() {
  const values = typed();
  showKind(values.kind);
  if (values.kind === "series") offerRhythms(values.date);
  const made = compose(typed(), rules, new Date());
  showFaults(made.faults);
  showRecord(made);
  return made;
}

function changed({ target }) {
  if (target.name && target.name !== "kind") touched.add(target.name === "other" ? "group" : target.name);
  if (target.name === "other") touched.add("other");
  // Without an hour, a zone or a day the others cannot be judged, so that their faults are told with either.
  if (["date", "start", "zone"].includes(target.name) && form.elements.start.value) touched.add("start");
  if (target.name === "length" && form.elements.agenda.value) touched.add("agenda");
  put(part("copied"), "");
  update();
}

function lookOver(event) {
  event.preventDefault();
  for (const name of order) touched.add(name);
  const { faults } = update();
  const first = order.find((name) => faults.some((fault) => fault.name === name));
  part(first ?? "state").focus();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(text.value);
    put(part("copied"), messages.copied);
  } catch {
    // The browser keeps its clipboard to itself: the text is marked, so that two keys copy it.
    text.select();
    put(part("copied"), messages["copy-by-keys"]);
  }
}

form.addEventListener("input", update);
form.addEventListener("change", changed);
form.addEventListener("submit", lookOver);
part("copy").addEventListener("click", copy);
form.hidden = false;
part("wait").hidden = true;
part("without").open = false;
update();
