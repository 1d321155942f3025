// Draws what was found. All that people wrote is put in as text, never as markup.
"use strict";

import { counted, words } from "./wording.js";

/** Make an element with a class, or without, that holds texts and elements. */
export function element(name, worn, ...held) {
  const made = document.createElement(name);
  if (worn) made.className = worn;
  made.append(...held);
  return made;
}

/** The list of results: hits on one page stand together, the best of them first. */
export class Hits {
  /** `list` is the ordered list; `root` the address of the site's root; `extract` gives the words around a result. */
  constructor(list, root, extract) {
    this.list = list;
    this.root = root;
    this.extract = extract;
    this.pages = new Map();
    this.waiting = new Map();
    // Each extract costs the reader a page, so only what is on the screen, or nearly, is asked for.
    this.seen = new IntersectionObserver((all) => this.#seen(all), { rootMargin: "120px" });
  }

  /** Take everything out of the list. */
  clear() {
    this.pages.clear();
    this.waiting.clear();
    this.seen.disconnect();
    this.list.replaceChildren();
  }

  /** Add results at the end, or below a hit on the same page, and give where the keyboard reaches each. */
  add(results) {
    return results.map((result) => {
      const known = this.pages.get(result.page);
      if (known) return this.#addBelow(known, result);
      const { item, link } = this.#hit(result);
      this.pages.set(result.page, item);
      this.list.append(item);
      return link;
    });
  }

  /** Open what is folded and ask for every extract, as paper needs it. */
  showAll() {
    for (const one of this.list.querySelectorAll("details")) one.open = true;
    for (const text of [...this.waiting.keys()]) this.#fill(text);
  }

  #hit(result) {
    const link = element("a", "", result.title || result.page);
    link.href = this.#address(result);
    const title = element("h3", "ia-hit__title", link);
    const item = element("li", "ia-hit", title, this.#about(result, result.date, at(result)), ...this.#text(result));
    return { item, link };
  }

  #addBelow(item, result) {
    const below = item.querySelector("details") ?? this.#details(item);
    const link = element("a", "", result.heading || words("another-passage"));
    link.href = this.#address(result);
    const entry = element("li", "", link, this.#about(result), ...this.#text(result));
    const others = below.querySelector("ul");
    others.append(entry);
    const count = others.childElementCount;
    const also = result.kind === "page" ? "also-on-page" : "also-in-call";
    below.querySelector("summary").textContent = counted(also, count);
    return below.open ? link : below.querySelector("summary");
  }

  #details(item) {
    const made = element("details", "", element("summary"), element("ul", "ia-hit__others"));
    item.append(made);
    return made;
  }

  /** Say what a result is and whose word: a draft is seen to be one wherever it stands. */
  #about(result, date = "", place = "") {
    const about = element("p", "ia-hit__about");
    const chip = document.querySelector(`template[data-kind="${CSS.escape(result.kind)}"]`);
    if (date) about.append(element("time", "", date), " ");
    if (chip) about.append(chip.content.cloneNode(true), " ");
    if (result.state) about.append(element("span", "", result.state), " ");
    if (place) about.append(element("span", "", place));
    return about;
  }

  /** Give a paragraph that the words around the hit come into once it is seen, or nothing where there are none. */
  #text(result) {
    // The head of a page that only a filter chose has nothing more to say than its title and date.
    if (!result.terms.length && !result.anchor) return [];
    const text = element("p", "ia-hit__text");
    if (result.language) text.lang = result.language;
    this.waiting.set(text, result);
    this.seen.observe(text);
    return [text];
  }

  #seen(all) {
    for (const { isIntersecting, target } of all) if (isIntersecting) this.#fill(target);
  }

  /** Read the words around a hit from its page, and put them in. */
  async #fill(text) {
    const result = this.waiting.get(text);
    if (!result) return;
    this.waiting.delete(text);
    this.seen.unobserve(text);
    try {
      const pieces = await this.extract(result);
      // Where the hit is in the title alone, the facts at the head of the page only repeat it.
      if (result.anchor || pieces.some(({ hit }) => hit)) text.append(...pieces.flatMap(drawn));
      if (!text.hasChildNodes()) text.remove();
    } catch {
      text.append(element("span", "ia-muted", words("no-extract")));
    }
  }

  #address({ page, anchor }) {
    const address = new URL(page, this.root);
    if (anchor) address.hash = anchor;
    return address.href;
  }
}

/** Say where on its page a result stands; the words of a decision are the passage itself and stand below. */
function at({ heading, title, state, kind }) {
  return ["", title, state].includes(heading) || kind === "decision" ? "" : words("at", { heading });
}

/** Draw a piece of an extract: a hit is marked, the blanks around it are not. */
function drawn({ text, hit }) {
  if (!hit) return [text];
  const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/u.exec(text);
  return [before, element("mark", "", words), after];
}
