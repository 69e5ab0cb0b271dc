// Files made in the page: nothing is sent anywhere.

// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const guarded = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function csvLines(lines) {
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function fileStem(title) {
  return folded(title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "on-record";
}

function saveFile(name, type, text) {
  const place = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  el("a", { href: place, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(place), 1000);
}
