// Tables that are sorted by a click on a heading.

function sortBy(table, column) {
  const headings = table.tHead.rows[0].cells;
  const down = headings[column].getAttribute("aria-sort") === "ascending";
  const { compare } = new Intl.Collator("en", { numeric: true });
  const text = (row) => row.cells[column].textContent.trim();
  const sorted = [...table.tBodies[0].rows].sort((one, other) => compare(text(one), text(other)) * (down ? -1 : 1));
  table.tBodies[0].append(...sorted);
  for (const heading of headings) heading.removeAttribute("aria-sort");
  headings[column].setAttribute("aria-sort", down ? "descending" : "ascending");
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    heading.replaceChildren(el("button", {
      type: "button", text: heading.textContent, onclick: () => sortBy(table, column),
    }));
  });
}
