// Keys for every page: rows, search, places, help. Without it every page works by links and forms alone.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const keys = document.getElementById("keys");
  let going = false;

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement.closest("[data-row]"));
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function go(to) {
    const places = { h: "/", s: "/stories", p: "/speakers", r: "/review", q: "/search" };
    if (places[to]) location.assign(places[to]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (keys && keys.open) return;
    if (going) {
      going = false;
      event.preventDefault();
      return go(event.key);
    }
    const actions = {
      j: () => move(1),
      k: () => move(-1),
      g: () => { going = true; setTimeout(() => { going = false; }, 1200); },
      "/": () => (document.querySelector("[data-search]") || document.getElementById("find"))?.focus(),
      "?": () => keys?.showModal(),
      n: () => document.querySelector("[rel=next]")?.click(),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    } else if (event.key === "Enter" && event.target.matches("[data-row]")) {
      const link = event.target.querySelector(".why, [data-open]");
      if (link) { event.preventDefault(); link.click(); }
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) {
      event.preventDefault();
      keys?.showModal();
    }
  });

  // A form of facets asks again as soon as a choice is made.
  document.addEventListener("change", (event) => {
    if (event.target.matches("form.asking select")) event.target.form.requestSubmit();
  });
})();
