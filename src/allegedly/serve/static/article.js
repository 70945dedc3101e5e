// An article: a row and its words light up together, a row opens what it stands on, lines lead from a denial to its claim.
"use strict";
(() => {
  const text = document.querySelector(".text");
  const table = document.querySelector(".lines");
  if (!text || !table) return;
  const SVG = "http://www.w3.org/2000/svg";
  let lit = [];

  const row = (number) => document.getElementById(`r${number}`);
  const mark = (number) => document.getElementById(`t${number}`);
  const words = (number) => document.querySelectorAll(`.s${number}`);

  function light(numbers) {
    for (const element of lit) element.classList.remove("lit");
    lit = numbers.flatMap((number) => [...words(number), row(number)]).filter(Boolean);
    for (const element of lit) element.classList.add("lit");
    for (const group of document.querySelectorAll(".crossing g")) {
      group.classList.toggle("strong", group.dataset.ends.split(" ").some((end) => numbers.includes(end)));
    }
  }

  // Where several statements share a word, the innermost is meant.
  function numbersOf(element) {
    const line = element.closest("[data-row]");
    if (line) return [line.dataset.row];
    const opened = element.closest(".opened");
    if (opened) return [opened.dataset.of];
    const run = element.closest(".text [class*=s], h1 [class*=s]");
    const found = run ? [...run.classList].filter((name) => /^s\d+$/.test(name)).map((name) => name.slice(1)) : [];
    return found.slice(-1);
  }

  for (const [name, clear] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(name, (event) => {
      const numbers = numbersOf(event.target);
      if (numbers.length) light(numbers);
    });
    document.addEventListener(clear, (event) => {
      if (!event.relatedTarget || !numbersOf(event.relatedTarget).length) light([]);
    });
  }

  // A click on marked words goes to their row; a selection stays a selection.
  document.addEventListener("click", (event) => {
    const why = event.target.closest(".lines .why");
    if (why && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      return void open(why.closest("tr"), why.href);
    }
    if (!event.target.closest(".text, h1") || event.target.closest("a") || String(getSelection())) return;
    const [number] = numbersOf(event.target);
    if (number) row(number)?.scrollIntoView({ block: "center" });
  });

  async function open(line, address) {
    const next = line.nextElementSibling;
    if (next && next.classList.contains("opened")) {
      next.remove();
      line.removeAttribute("aria-expanded");
      return line.focus();
    }
    const opened = document.createElement("tr");
    opened.className = "opened";
    opened.dataset.of = line.dataset.row;
    const cell = opened.insertCell();
    cell.colSpan = 5;
    cell.setAttribute("aria-live", "polite");
    line.after(opened);
    line.querySelector(".why").setAttribute("aria-expanded", "true");
    try {
      await htmx.ajax("GET", address, { target: cell, swap: "innerHTML" });
    } catch {
      location.assign(address);
    }
    if (!cell.firstElementChild) location.assign(address);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "t" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const [number] = numbersOf(event.target);
    const there = event.target.closest("[data-row]") ? mark(number) : row(number);
    if (!there) return;
    event.preventDefault();
    there.scrollIntoView({ block: "center", behavior: "instant" });
    there.focus({ preventScroll: true });
  });

  // Lines in the margin, from each denial to the claim that it disputes.
  function draw() {
    text.querySelector(".crossing")?.remove();
    const pairs = [...table.querySelectorAll("[data-against]")].flatMap((line) =>
      line.dataset.against.split(" ").map((claim) => [line.dataset.row, claim]));
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "crossing");
    svg.setAttribute("aria-hidden", "true");
    const box = text.getBoundingClientRect();
    const edge = parseFloat(getComputedStyle(text).paddingInlineStart) - 6;
    const rtl = getComputedStyle(text).direction === "rtl";
    const x = (value) => (rtl ? box.width - value : value);
    const spans = [];
    for (const [from, to] of pairs) {
      const [one, other] = [words(from)[0], words(to)[0]];
      if (!one || !other || !text.contains(one) || !text.contains(other)) continue;
      const [a, b] = [one, other].map((each) => { const r = each.getClientRects()[0]; return r.top + r.height / 2 - box.top; });
      spans.push({ from, to, a, b });
    }
    spans.sort((p, q) => Math.abs(p.a - p.b) - Math.abs(q.a - q.b));
    spans.forEach(({ from, to, a, b }, order) => {
      const reach = Math.max(2, edge - 8 - order * 5);
      const turn = Math.min(8, Math.abs(a - b) / 2) * Math.sign(b - a || 1);
      const group = document.createElementNS(SVG, "g");
      group.dataset.ends = `${from} ${to}`;
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", `M${x(edge)} ${a} H${x(reach + 8)} Q${x(reach)} ${a} ${x(reach)} ${a + turn} V${b - turn} Q${x(reach)} ${b} ${x(reach + 8)} ${b} H${x(edge)} m${rtl ? 5 : -5} -4 l${rtl ? -5 : 5} 4 l${rtl ? 5 : -5} 4`);
      group.append(path);
      svg.append(group);
    });
    if (spans.length) text.append(svg);
  }

  let waiting = 0;
  new ResizeObserver(() => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); }).observe(text);
  document.fonts?.ready.then(draw);
})();
