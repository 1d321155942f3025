// Measures the contrast of every text and icon that a page shows, from its computed colours.
// A ground that is a picture is not measured; there is none in this archive.

(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  // Whatever a colour is written as, the canvas tells it in red, green, blue and opacity.
  const parse = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const above = (it) => {
    const chain = [];
    for (let box = it; box; box = box.parentElement) chain.unshift(getComputedStyle(box));
    return chain;
  };
  // Grounds are laid over each other from the page outwards; opacity of a whole box counts with its colour.
  const ground = (chain) => chain.reduce((under, style) => over(parse(style.backgroundColor), under), [255, 255, 255]);
  const seen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.getClientRects().length;

  // The line around what has the focus, and the ground beside it, outside or inside of the box.
  window.focusLines = () => {
    const sorts = new Map();
    for (const it of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
      const sort = [it.localName, it.type, it.className, it.parentElement.className, it.parentElement.localName].join();
      if (it.tabIndex >= 0 && seen(it) && !sorts.has(sort)) sorts.set(sort, it);
    }
    return [...sorts.values()].flatMap((it) => {
      it.focus({ preventScroll: true });
      const around = it.closest(":focus-within:not(:focus)");
      const shown = [it, around].filter(Boolean).find((one) => getComputedStyle(one).outlineStyle !== "none");
      if (document.activeElement !== it || !shown) return [];
      const { outlineColor, outlineOffset, outlineStyle } = getComputedStyle(shown);
      const chain = above(parseFloat(outlineOffset) < 0 ? shown : shown.parentElement);
      const under = ground(chain);
      const value = ratio(over(parse(outlineColor), under), under);
      return [[Math.floor(value * 100) / 100, outlineStyle, `${it.localName} ${it.className} ${it.textContent.trim().slice(0, 30)}`]];
    });
  };

  window.contrasts = () => {
    const found = [];
    // A shape is seen by its line or by its ground, whichever stands out more.
    const measure = (it, colours, kind, words) => {
      const chain = above(it);
      const under = ground(chain);
      const opacity = chain.reduce((all, style) => all * Number(style.opacity), 1);
      const ratios = colours.map(parse).map(([r, g, b, a]) => ratio(over([r, g, b, a * opacity], under), under));
      found.push([Math.floor(Math.max(...ratios) * 100) / 100, kind, words]);
    };

    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const it = walk.currentNode.parentElement;
      const words = walk.currentNode.data.trim();
      if (!words || it.closest("script, style, noscript, svg, [disabled]") || !seen(it)) continue;
      const style = getComputedStyle(it);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      measure(it, [style.color], large ? "large" : "text", words.slice(0, 40));
    }
    for (const it of document.querySelectorAll("svg")) {
      if (!seen(it) || it.closest("[disabled]")) continue;
      for (const part of it.querySelectorAll(":is(path, rect, circle, ellipse):not(.ia-drawing__faint, .ia-drawing__faint *)")) {
        const style = getComputedStyle(part);
        // Lines in a drawing are its grid or the hatching of its parts, which are there to be faint, as what is called so.
        const colours = [style.fill, style.stroke].filter((colour) => colour !== "none");
        if (colours.length) measure(part, colours, "icon", it.getAttribute("class") ?? "");
      }
    }
    for (const it of document.querySelectorAll("article [class]")) {
      const style = getComputedStyle(it, "::before");
      if (style.maskImage !== "none" && style.display !== "none" && style.content !== "none" && seen(it)) {
        measure(it, [style.backgroundColor], "icon", it.getAttribute("class"));
      }
    }
    const least = {};
    for (const [value, kind, words] of found) {
      if (!least[kind] || value < least[kind][0]) least[kind] = [value, words];
    }
    return least;
  };
})();
