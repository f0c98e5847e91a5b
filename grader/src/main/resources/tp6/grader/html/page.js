"use strict";
(() => {
  const start = (isAgain) => {
    const table = document.getElementById("class");
    const [first, later] = table.tBodies;
    const atOnce = Number(table.dataset.atOnce);
    const heads = [...table.querySelectorAll("thead th[data-kind]")];
    const filter = document.getElementById("filter");
    const having = document.getElementById("having");
    const shown = document.getElementById("shown");
    const more = document.getElementById("more");
    const order = "gofcrwsnp";
    const words = new Intl.Collator(document.documentElement.lang, {numeric: true});
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

    const signs = {};
    for (const sign of document.querySelectorAll(".legend span")) {
      signs[sign.className] = sign.lastChild.textContent.trim();
    }

    const rows = [...first.rows, ...later.rows].map((row) => ({
      row,
      text: fold(row.cells[0].textContent + " " + row.cells[1].textContent),
      has: row.dataset.has.split(" "),
    }));

    const keys = {
      text: (cell) => fold(cell.textContent),
      number: (cell) => parseFloat(cell.textContent.replace(",", ".")),
      sign: (cell) => order.indexOf(cell.className),
    };

    /** What has no number stands last, whichever way the others go. */
    const compare = (a, b, way) => {
      if (Number.isNaN(a) || Number.isNaN(b)) {
        return Number.isNaN(a) - Number.isNaN(b);
      }
      return typeof a === "string" ? way * words.compare(a, b) : way * (a - b);
    };

    const sort = (head, way) => {
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      const at = Number(head.dataset.at);
      const key = keys[head.dataset.kind];
      rows.forEach((one) => (one.key = key(one.row.cells[at])));
      rows.sort((a, b) => compare(a.key, b.key, way));
      show();
    };

    /** A long table is laid out in parts: the rest waits where it costs nothing. */
    const show = (most = atOnce) => {
      const wanted = fold(filter.value.trim());
      const fits = (one) =>
        one.text.includes(wanted) && (!having.value || one.has.includes(having.value));
      const fitting = rows.filter(fits);
      const now = fitting.slice(0, most);
      const staying = new Set(now.map((one) => one.row));
      later.append(...[...first.rows].filter((row) => !staying.has(row)));
      first.append(...staying);
      for (const row of staying) {
        for (const cell of row.querySelectorAll("td[class]:not([aria-label])")) {
          cell.ariaLabel = signs[cell.className];
        }
      }
      shown.textContent = shown.dataset.text
        .replace("{n}", fitting.length)
        .replace("{of}", rows.length);
      const left = fitting.length - now.length;
      more.hidden = left === 0;
      more.textContent = more.dataset.text.replace("{n}", Math.min(atOnce, left));
    };

    const wayOf = (head) => (head.getAttribute("aria-sort") === "ascending" ? 1 : -1);
    for (const head of heads) {
      head.firstElementChild.onclick = () => sort(head, head.hasAttribute("aria-sort") ? -wayOf(head) : 1);
    }
    filter.oninput = () => show();
    having.onchange = () => show();
    more.onclick = () => show(first.rows.length + atOnce);
    if (isAgain) {
      const sorted = heads.find((head) => head.hasAttribute("aria-sort"));
      sort(sorted, wayOf(sorted));
    }
    show();
  };

  start(false);
  addEventListener("renewed", () => start(true));

  /** A link to a stage opens its list. */
  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
})();
