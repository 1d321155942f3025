// Filters and sorts the list of a page, and says how many rows remain; the list is complete without it.
// What is chosen stands behind `#` in the address, which no browser sends to a host.
"use strict";

import { fold } from "./search/words.js";

const NAMES = ["filter", "show", "sort"];
const GIVEN = "given";
const LIST = ":is(section, .ia-listing) > ul:not(.ia-years)";
const ROW = `${LIST} > li, .ia-dates > tbody > tr`;

/** Give the words under which a row is found: its own, and those of the headings it stands under. */
function wordsOf(row, listing) {
  const found = [row.textContent];
  for (let part = row.closest("section"); part && listing.contains(part); part = part.parentElement.closest("section")) {
    const heading = part.querySelector(":scope > :is(h2, h3, h4)");
    const named = [...(heading?.childNodes ?? [])].filter((node) => !node.classList?.contains("ia-count"));
    found.push(...named.map((node) => node.textContent));
  }
  return fold(found.join(" "));
}

/** Give elements in an order: as they were given, the other way round, or those with most calls first. */
function ordered(elements, order) {
  const calls = (element) => Number(element.dataset.calls ?? 0);
  if (order === "reverse") return elements.toReversed?.() ?? [...elements].reverse();
  return order === "calls" ? [...elements].sort((a, b) => calls(b) - calls(a)) : elements;
}

function start(tools, listing) {
  const fields = Object.fromEntries(NAMES.map((name) => [name, tools.querySelector(`[name="${name}"]`)]));
  const status = tools.querySelector("[role=status]");
  const none = tools.querySelector(".ia-filter__none");
  const search = none.querySelector("a");
  const everywhere = search.getAttribute("href");
  const rows = [...listing.querySelectorAll(ROW)].map((element) => ({
    element,
    words: wordsOf(element, listing),
    has: (element.dataset.has ?? "").split(" "),
  }));
  const holders = [...listing.querySelectorAll(`section, ${LIST}`)];
  const given = [listing, ...holders].map((holder) => {
    const inside = holder.matches("ul") ? ":scope > li" : ":scope > section";
    return { holder, children: [...holder.querySelectorAll(inside)] };
  });
  const held = holders.map((holder) => ({
    holder,
    inside: [...holder.querySelectorAll(holder.matches("ul") ? ":scope > li" : ROW)],
  }));
  let sorted = GIVEN;

  function value(name) {
    return fields[name]?.value ?? "";
  }

  function filter() {
    const asked = fold(value("filter")).split(/\s+/u).filter(Boolean);
    const state = value("show");
    for (const { element, words, has } of rows) {
      element.hidden = !asked.every((word) => words.includes(word)) || (state !== "" && !has.includes(state));
    }
    for (const { holder, inside } of held) holder.hidden = inside.length > 0 && inside.every((row) => row.hidden);
    const left = rows.filter(({ element }) => !element.hidden).length;
    // A row names few places and no notes, so that none left must not read as none there.
    none.hidden = left > 0 || asked.length === 0;
    search.setAttribute("href", `${everywhere}#${new URLSearchParams({ q: value("filter").trim() })}`);
    status.textContent = asked.length || state ? tools.dataset.shown.replace("{shown}", String(left)) : "";
  }

  function sort() {
    const order = value("sort") || GIVEN;
    if (order === sorted) return;
    sorted = order;
    for (const { holder, children } of given) holder.append(...ordered(children, order));
  }

  function write() {
    const chosen = new URLSearchParams();
    for (const name of NAMES) if (value(name).trim() && value(name) !== GIVEN) chosen.set(name, value(name));
    const hash = String(chosen) && `#${chosen}`;
    history.replaceState(history.state, "", hash || location.pathname + location.search);
  }

  function read() {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const name of NAMES) {
      const field = fields[name];
      if (!field) continue;
      const wanted = chosen.get(name) ?? "";
      if (field.options) field.selectedIndex = Math.max(0, [...field.options].findIndex((one) => one.value === wanted));
      else field.value = wanted.slice(0, field.maxLength);
    }
    filter();
    sort();
  }

  function changed() {
    filter();
    sort();
    write();
  }

  tools.addEventListener("input", changed);
  tools.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(value("filter") || value("show"))) return;
    event.preventDefault();
    fields.filter.value = "";
    if (fields.show) fields.show.selectedIndex = 0;
    changed();
  });
  addEventListener("hashchange", () => location.hash.includes("=") && read());
  tools.hidden = false;
  read();
}

for (const tools of document.querySelectorAll(".ia-filter")) start(tools, tools.parentElement);
