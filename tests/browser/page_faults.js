// Measures one page as it stands in a browser, and gives what is wrong with it in words.
// `page_faults.py` puts this into the page; each function of `faults` is one question.

const shown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: false });
const words = (it) => it.textContent.replace(/\s+/g, " ").trim().slice(0, 60);
const place = (it) =>
  `<${it.localName}${it.id ? ` id=${it.id}` : ""}${it.className ? ` class="${it.getAttribute("class")}"` : ""}> ${words(it)}`;
const all = (selector) => [...document.querySelectorAll(selector)];

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DAY = `(?:\\d{4}-\\d\\d-\\d\\d|(?:\\w+day,? )?\\d{1,2} (?:${MONTHS}) \\d{4})`;
const A_DAY = new RegExp(`^${DAY}[.,;]?$`);
const A_TIME = /^(\d{4}(-\d\d(-\d\d)?)?([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d|P[\dTDHMS]+|-?-?\d\d-\d\d)$/;

window.faults = {
  // One heading of the first level, and no level left out on the way down.
  headings() {
    const found = all("h1, h2, h3, h4, h5, h6").filter(shown);
    const levels = found.map((it) => Number(it.localName[1]));
    const skipped = found.filter((_, at) => at && levels[at] > levels[at - 1] + 1);
    const ones = levels.filter((level) => level === 1).length;
    return [...(ones === 1 ? [] : [`${ones} headings of the first level`]), ...skipped.map(place)];
  },

  // Every table has headers, and a name: its own, that of its box, or the heading or words right above it.
  tables() {
    return all("table").filter(shown).flatMap((it) => {
      const own = it.caption || it.ariaLabel || it.getAttribute("aria-labelledby");
      const named = own || it.closest("[role=region][aria-label]") || above(it)?.matches("h2, h3, h4, p, ul, ol, :has(> :is(h2, h3, h4))");
      return [
        ...(it.querySelector("th") ? [] : [`no headers: ${place(it)}`]),
        ...(named ? [] : [`no name: ${place(it)}`]),
      ];
    });
  },

  // A day that stands by itself is a <time>, and what <time> says can be read by a program.
  times() {
    const found = all("time").filter((it) => !A_TIME.test(it.dateTime || words(it))).map(place);
    const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      // Names and sentences may hold a day; a program reads that day where it is a fact of its own.
      if (A_DAY.test(walk.currentNode.data.trim()) && !parent.closest("time, a, h1, svg, script")) {
        found.push(`no <time>: ${place(parent)}`);
      }
    }
    return found;
  },

  // Nothing stands beyond the sides of the screen, unless in a box of its own that scrolls.
  sideways() {
    const wide = document.documentElement.clientWidth;
    const whole = document.documentElement.scrollWidth;
    const beyond = all("article *").filter((it) => {
      const box = it.getBoundingClientRect();
      return shown(it) && box.width > 1 && (box.right > wide + 1 || box.left < -1) && !scrolls(it);
    });
    return [...(whole > wide ? [`${whole} pixels on ${wide}`] : []), ...beyond.slice(0, 5).map(place)];
  },

  // No words are cut off by the box that they stand in.
  cut() {
    return all("article *, .md-nav *, .md-header *").filter((it) => {
      const style = getComputedStyle(it);
      const hides = /hidden|clip/.test(style.overflowX + style.overflowY) && it.clientWidth > 1;
      const over = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
      // The bar shows the name of the archive and the title in turn, the other one out of sight.
      return hides && over && words(it) && shown(it) && !it.closest(".md-header__title, svg");
    }).map(place);
  },

  // Whatever a mouse can press, a key can reach: no label stands for a control that is not there.
  reach() {
    // The grey beside an open menu and its title close it for a pointer, as Escape does for a key.
    return all("label[for]:not(.md-overlay, .md-nav__title), [onclick]").filter((it) => {
      const control = document.getElementById(it.htmlFor) ?? it;
      return shown(it) && !it.hidden && (control.tabIndex < 0 || !control.checkVisibility());
    }).map(place);
  },

  // One of each sort of link, button and field shows that it has the focus, by a line around it or by its ground.
  focus() {
    const sorts = new Map();
    for (const it of all("a[href], button, input, select, textarea, summary, [tabindex]")) {
      const sort = [it.localName, it.type, it.className, it.parentElement.className, it.parentElement.localName].join();
      if (it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }) && !sorts.has(sort)) sorts.set(sort, it);
    }
    return [...sorts.values()].filter((it) => !showsFocus(it)).map(place);
  },

  // Nothing moves by itself or glides for readers who asked for no motion.
  motion() {
    const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
    return all("*").filter((it) => {
      const style = getComputedStyle(it);
      const moves = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      const glides = style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.01;
      return moves || glides || style.scrollBehavior === "smooth";
    }).slice(0, 5).map(place);
  },
};

// The address of a heading stands behind it, as a link.
const above = (it) => {
  const before = it.previousElementSibling;
  return before?.matches("a") ? above(before) : before;
};

const showsFocus = (it) => {
  // The switch of colours is a hidden choice, and its label is what people see.
  const seen = it.classList.contains("md-option") ? it.nextElementSibling : it;
  if (seen.hidden) return true;
  const ground = getComputedStyle(seen).backgroundColor;
  it.focus({ preventScroll: true });
  const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(seen);
  const has = document.activeElement === it;
  const line = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  it.blur();
  return has && (line || backgroundColor !== ground);
};

const scrolls = (it) => {
  for (let box = it.parentElement; box; box = box.parentElement) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX) && box.localName !== "body") return true;
  }
  return false;
};
