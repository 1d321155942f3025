// Draws what was found. All that people wrote is put in as text, never as markup.
"use strict";

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
  }

  /** Take everything out of the list. */
  clear() {
    this.pages.clear();
    this.list.replaceChildren();
  }

  /** Add results at the end, or below a hit on the same page, and give where the keyboard reaches each. */
  add(results) {
    return results.map((result) => {
      const key = `${result.whole} ${result.page}`;
      const known = this.pages.get(key);
      if (known) return this.#addBelow(known, result);
      const { item, link } = this.#hit(result);
      this.pages.set(key, item);
      this.list.append(item);
      return link;
    });
  }

  #hit(result) {
    const link = element("a", "", result.title || result.page);
    link.href = this.#address(result);
    const item = element("li", "ia-hit", element("h3", "ia-hit__title", link), this.#about(result), this.#text(result));
    if (result.language) item.querySelector(".ia-hit__text").lang = result.language;
    return { item, link };
  }

  #addBelow(item, result) {
    const below = item.querySelector("details") ?? this.#details(item, result);
    const link = element("a", "", result.heading || "The same page, another passage");
    link.href = this.#address(result);
    const entry = element("li", "", link);
    const others = below.querySelector("ul");
    others.append(entry);
    const count = others.childElementCount;
    const where = result.kind === "page" ? "on this page" : "in this call";
    below.querySelector("summary").textContent = `Also ${where}: ${count} ${count === 1 ? "passage" : "passages"}`;
    const fill = () => entry.childElementCount === 1 && entry.append(this.#text(result));
    if (below.open) fill();
    else below.addEventListener("toggle", fill, { once: true });
    return below.open ? link : below.querySelector("summary");
  }

  #details(item) {
    const made = element("details", "", element("summary"), element("ul", "ia-hit__others"));
    item.append(made);
    return made;
  }

  #about(result) {
    const about = element("p", "ia-hit__about");
    const chip = document.querySelector(`template[data-kind="${CSS.escape(result.kind)}"]`);
    if (result.date) about.append(element("time", "", result.date), " ");
    if (chip) about.append(chip.content.cloneNode(true), " ");
    if (result.state) about.append(element("span", "", result.state), " ");
    // The words of a decision are the passage itself and stand below.
    const isSaid = ["", result.title, result.state].includes(result.heading) || result.kind === "decision";
    if (!isSaid) about.append(element("span", "", `at “${result.heading}”`));
    return about;
  }

  /** Give a paragraph that the words around the hit come into, once they are read from the page itself. */
  #text(result) {
    const text = element("p", "ia-hit__text");
    // The head of a page that only a filter chose has nothing more to say than its title and date.
    if (!result.terms.length && !result.anchor) return text;
    this.extract(result).then(
      (pieces) => text.append(...pieces.flatMap(drawn)),
      () => text.append(element("span", "ia-muted", "The words around it could not be read.")),
    );
    return text;
  }

  #address({ page, anchor }) {
    const address = new URL(page, this.root);
    if (anchor) address.hash = anchor;
    return address.href;
  }
}

/** Draw a piece of an extract: a hit is marked, the blanks around it are not. */
function drawn({ text, hit }) {
  if (!hit) return [text];
  const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/u.exec(text);
  return [before, element("mark", "", words), after];
}
