"use strict";
(() => {
  const table = document.getElementById("groups");
  const body = table.tBodies[0];
  const headers = Array.from(table.tHead.rows[0].cells);
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const rows = Array.from(body.rows);

  function value(row, column) {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  }

  function compare(one, other) {
    return typeof one === "number"
      ? one - other
      : one.localeCompare(other, document.documentElement.lang, { numeric: true });
  }

  function sort(column) {
    const ascending = headers[column].getAttribute("aria-sort") !== "ascending";
    headers.forEach((header) => header.removeAttribute("aria-sort"));
    headers[column].setAttribute("aria-sort", ascending ? "ascending" : "descending");
    rows.sort((a, b) => (ascending ? 1 : -1) * compare(value(a, column), value(b, column)));
    body.append(...rows);
  }

  function show() {
    const words = filter.value.toLowerCase().split(/\s+/);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = String(count);
  }

  headers.forEach((header, column) =>
    header.querySelector("button").addEventListener("click", () => sort(column)));
  filter.addEventListener("input", show);
  show();
})();
