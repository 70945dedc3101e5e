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
})();
