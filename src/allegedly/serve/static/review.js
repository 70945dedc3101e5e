// Review: keys press buttons, and selected words become source, cue or content. Offsets go over the wire in Unicode code points;
// a browser counts UTF-16 units, so every one of them is counted here as the letters that it stands for.
"use strict";
(() => {
  const words = document.getElementById("words");
  const form = document.getElementById("judging");

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (document.getElementById("keys")?.open) return;
    const role = { Digit1: "source", Digit2: "cue", Digit3: "content" }[event.code];
    if (role && form) {
      event.preventDefault();
      return take(role, event.shiftKey);
    }
    if (event.key === "e" && form) {
      event.preventDefault();
      return form.querySelector("[data-first]").focus();
    }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  if (!words || !form) return;

  // How many code points lie before a place in a block, and where the block begins in the article.
  function offset(node, at) {
    const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, at);
    return Number(block.dataset.start) + [...before.toString()].length;
  }

  // The selection as code points; white space at its ends falls away; over several blocks it is one span for each.
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !words.contains(selection.getRangeAt(0).commonAncestorContainer)) return [];
    const range = selection.getRangeAt(0);
    const found = [];
    for (const block of words.querySelectorAll("[data-start]")) {
      if (!range.intersectsNode(block)) continue;
      const part = document.createRange();
      part.selectNodeContents(block);
      if (block.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (block.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      const text = part.toString();
      const start = offset(part.startContainer, part.startOffset);
      const lead = [...text].length - [...text.trimStart()].length;
      const length = [...text.trim()].length;
      if (length && start !== null) found.push([start + lead, start + lead + length]);
    }
    return found;
  }

  function take(role, more) {
    const spans = selected();
    if (!spans.length) return;
    const field = form.elements.namedItem(role);
    const before = more && field.value ? field.value.split(" ").map((span) => span.split("-").map(Number)) : [];
    field.value = [...before, ...spans].sort((a, b) => a[0] - b[0]).map((span) => span.join("-")).join(" ");
    show();
  }

  // What each role's spans hold now, and the words marked as they will be.
  function show() {
    for (const field of form.querySelectorAll("[data-role]")) {
      const output = field.parentElement.querySelector("output");
      const spans = field.value.trim() ? field.value.trim().split(/\s+/).map((span) => span.split("-").map(Number)) : [];
      output.textContent = spans.map(([start, end]) => slice(start, end)).join(" … ");
    }
  }

  function slice(start, end) {
    let found = "";
    for (const block of words.querySelectorAll("[data-start]")) {
      const letters = [...block.textContent];
      const from = Number(block.dataset.start);
      found += letters.slice(Math.max(0, start - from), Math.max(0, end - from)).join("");
    }
    return found || "…";
  }

  form.addEventListener("input", show);
  show();

  // Selecting by keys: the words, however they are parted by marks, as one string with the place of each word in it.
  function places() {
    const nodes = [];
    let flat = "";
    for (const block of words.querySelectorAll("[data-start]")) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: flat.length });
        flat += walker.currentNode.data;
      }
      flat += "\n";
    }
    const cut = (kind, text) => (globalThis.Intl?.Segmenter
      ? [...new Intl.Segmenter(words.lang || "en", { granularity: kind }).segment(text)].map((each) => [each.index, each.index + each.segment.length])
      : [...text.matchAll(kind === "word" ? /[\p{L}\p{N}\p{M}'’-]+|\s+|[^]/gu : /[^]/gu)].map((each) => [each.index, each.index + each[0].length]));
    const tokens = cut("word", flat).filter(([start, end]) => flat.slice(start, end).trim());
    return { nodes, flat, tokens, letters: (text) => cut("grapheme", text) };
  }

  const all = places();
  let anchor = -1;  // the word where the selection began
  let head = -1;    // the word that it has come to
  let from = 0;     // letters by which its ends were moved since
  let to = 0;

  const point = (offset, end) => {
    const found = all.nodes.findLast(({ start }) => (end ? start < offset : start <= offset)) || all.nodes[0];
    return [found.node, Math.min(found.node.data.length, offset - found.start)];
  };
  const ends = () => [all.tokens[Math.min(anchor, head)][0] + from, all.tokens[Math.max(anchor, head)][1] + to];
  const box = (number) => {
    const range = document.createRange();
    range.setStart(...point(all.tokens[number][0], false));
    range.setEnd(...point(all.tokens[number][1], true));
    return range.getBoundingClientRect();
  };

  function draw() {
    const [start, end] = ends();
    getSelection().setBaseAndExtent(...point(start, false), ...point(end, true));
    point(all.tokens[head][0], false)[0].parentElement.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  // The word where a selection by mouse begins or ends, or where the statement's content does.
  function begin() {
    const selection = getSelection();
    let first = words.querySelector(".content")?.firstChild || all.nodes[0].node;
    let at = 0;
    let last = null;
    if (selection.rangeCount && !selection.isCollapsed && words.contains(selection.getRangeAt(0).commonAncestorContainer)) {
      const range = selection.getRangeAt(0);
      [first, at, last] = [range.startContainer, range.startOffset, [range.endContainer, range.endOffset]];
    }
    const offset = (node, place) => (all.nodes.find((each) => each.node === node)?.start ?? 0) + place;
    const wordAt = (place) => Math.max(0, all.tokens.findIndex(([, end]) => end > place));
    anchor = head = wordAt(offset(first, at));
    if (last) head = Math.max(anchor, wordAt(Math.max(0, offset(...last) - 1)));
    from = to = 0;
  }

  function line(step) {
    const here = box(head);
    let best = head;
    let top = null;
    for (let number = head + step; number >= 0 && number < all.tokens.length; number += step) {
      const there = box(number);
      if (Math.abs(there.top - here.top) < here.height / 2) continue;
      top ??= there.top;
      if (Math.abs(there.top - top) > here.height / 2) break;
      if (best === head || Math.abs(there.left - here.left) < Math.abs(box(best).left - here.left)) best = number;
    }
    return best;
  }

  // With Ctrl an end of the selection goes by letters: its beginning, or with Shift its end.
  function letter(step, end) {
    const [start, stop] = ends();
    const place = end ? stop : start;
    const part = step > 0 ? all.letters(all.flat.slice(place, place + 40))[0] : all.letters(all.flat.slice(Math.max(0, place - 40), place)).at(-1);
    if (!part) return;
    const moved = step * (part[1] - part[0]);
    if (end && stop + moved > start) to += moved;
    if (!end && start + moved < stop && start + moved >= 0) from += moved;
  }

  words.addEventListener("keydown", (event) => {
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const step = across || { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.metaKey || !all.tokens.length) return;
    event.preventDefault();
    if (anchor < 0) begin();
    else if (event.ctrlKey && across) letter(step, event.shiftKey);
    else {
      head = across ? Math.min(all.tokens.length - 1, Math.max(0, head + step)) : line(step);
      if (!event.shiftKey) anchor = head;
      from = to = 0;
    }
    draw();
  });
  words.addEventListener("mousedown", () => { anchor = -1; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "w" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select") || !all.tokens.length) return;
    event.preventDefault();
    words.focus({ preventScroll: true });
    if (anchor < 0) begin();
    draw();
  });
})();
