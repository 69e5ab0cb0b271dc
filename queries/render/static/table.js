// The page of a plain table: search, sort, and downloads of the rows that are shown.

const sheet = JSON.parse(by("answer").textContent);
const table = document.querySelector("table");
const lines = [...table.tBodies[0].rows];
const whole = by("status").textContent;

function shownRows() {
  return lines.filter((line) => !line.hidden).map((line) => sheet.rows[Number(line.dataset.row)]);
}

function narrow(words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  for (const line of lines) {
    const text = folded(line.textContent);
    line.hidden = !wanted.every((word) => text.includes(word));
  }
  by("status").textContent = wanted.length ? `${shownRows().length} of ${lines.length} rows match.` : whole;
}

function plain(value) {
  return value !== null && typeof value === "object" ? JSON.stringify(value) : value;
}

const MAKERS = {
  csv: { type: "text/csv", make: (rows) => csvLines([sheet.columns, ...rows.map((row) => sheet.columns.map((column) => plain(row[column])))]) },
  json: { type: "application/json", make: (rows) => `${JSON.stringify(rows, null, 2)}\n` },
};

for (const hidden of document.querySelectorAll(".controls, .downloads")) hidden.hidden = false;
makeSortable(table);
by("search").addEventListener("input", (event) => narrow(event.target.value));
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    const { type, make } = MAKERS[button.dataset.save];
    saveFile(`${fileStem(sheet.title)}.${button.dataset.save}`, type, make(shownRows()));
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== by("search")) {
    event.preventDefault();
    by("search").focus();
  }
});
