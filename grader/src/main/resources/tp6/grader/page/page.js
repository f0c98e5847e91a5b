"use strict";
(() => {
  const table = document.getElementById("class");
  const body = table.tBodies[0];
  const heads = [...table.querySelectorAll("thead th[data-kind]")];
  const filter = document.getElementById("filter");
  const having = document.getElementById("having");
  const shown = document.getElementById("shown");
  const order = "gfcrwsnp";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const rows = [...body.rows].map((row) => ({
    row,
    text: fold(row.cells[0].textContent + " " + row.cells[1].textContent),
    has: row.dataset.has.split(" "),
  }));

  /** The first row of the head has cells that span both, and those of the exercises between them. */
  const column = (head) => {
    const stages = heads.filter((one) => one.dataset.kind === "sign");
    const at = heads.filter((one) => one.dataset.kind !== "sign").indexOf(head);
    return at < 0 ? 3 + stages.indexOf(head) : at < 3 ? at : at + stages.length;
  };

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
    return typeof a === "string" ? way * a.localeCompare(b) : way * (a - b);
  };

  const sort = (head) => {
    const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    heads.forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    const at = column(head);
    const key = keys[head.dataset.kind];
    rows.forEach((one) => (one.key = key(one.row.cells[at])));
    rows.sort((a, b) => compare(a.key, b.key, way));
    body.append(...rows.map((one) => one.row));
  };

  const choose = () => {
    const wanted = fold(filter.value.trim());
    let count = 0;
    for (const one of rows) {
      const fits = one.text.includes(wanted) && (!having.value || one.has.includes(having.value));
      one.row.hidden = !fits;
      count += fits;
    }
    shown.textContent = shown.dataset.text.replace("{n}", count).replace("{of}", rows.length);
  };

  heads.forEach((head) => head.firstElementChild.addEventListener("click", () => sort(head)));
  filter.addEventListener("input", choose);
  having.addEventListener("change", choose);
  choose();
})();
