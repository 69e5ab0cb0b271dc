// The page as a whole: what the reader chooses decides picture, panel, table and downloads.

const panel = by("panel");
const rows = new Map([...document.querySelectorAll("tr[data-statement]")].map((row) => [row.dataset.statement, row]));
const wholeMessage = by("status").textContent;
let chosen = null;
let shown = shownNow();

document.querySelector(".app").hidden = false;
document.querySelector(".downloads").hidden = false;
const picture = makePicture(by("picture"), (id) => choose(id, "picture"));

// The picture is as high as its statements need, within the window; measured before and after,
// because the drawing library scales what it has drawn when its place changes.
function sizeStage() {
  picture.measure();
  const place = document.querySelector(".canvas");
  const most = Math.max(480, innerHeight * (isStacked() ? 0.6 : 0.86));
  place.style.minHeight = `${Math.round(Math.min(most, Math.max(innerWidth < 736 ? 320 : 384, picture.height())))}px`;
  picture.measure();
  document.documentElement.style.setProperty("--stage", `${document.querySelector(".picture").offsetHeight}px`);
}

function isStacked() {
  return panel.offsetTop > document.querySelector(".picture").offsetTop;
}

function isNarrowed() {
  return choice.words !== "" || Object.values(choice.facets).some(Boolean);
}

function say() {
  const status = by("status");
  const text = isNarrowed()
    ? `${count(shown.statements.length, "statement")} of ${answer.statements.length} shown match.`
    : wholeMessage;
  if (status.textContent !== text) status.textContent = text;
}

function apply({ move = true } = {}) {
  shown = shownNow();
  for (const [id, row] of rows) row.hidden = !shown.keys.has(id);
  for (const badge of document.querySelectorAll(".count[data-kind]")) {
    const { kind } = badge.dataset;
    const total = held.nodes.filter((node) => node.kind === kind).length;
    const here = shown.nodes.filter((node) => node.kind === kind).length;
    badge.textContent = here === total ? String(total) : `${here} of ${total}`;
  }
  by("reset").disabled = !isNarrowed() && choice.hiddenKinds.size === 0;
  picture.show(shown, { move });
  say();
  showPanel();
  remember();
}

function showPanel() {
  const onBack = () => {
    const last = chosen;
    choose(null);
    const item = panel.querySelector(`li[data-id="${CSS.escape(last)}"]`);
    (item || panel.querySelector("li, h2")).focus();
  };
  const statement = statementById.get(chosen);
  if (statement) {
    const at = shown.statements.indexOf(statement);
    showStatement(panel, statement, { at, total: shown.statements.length, onChoose: choose, onStep: step, onBack });
  } else if (chosen) {
    const here = through(chosen).filter(({ id }) => shown.keys.has(id));
    showThrough(panel, chosen, here, { onChoose: choose, onBack });
  } else {
    showList(panel, shown.statements, choose);
  }
}

function choose(id, from = "panel") {
  chosen = id && isKnown(id) ? id : null;
  picture.choose(chosen);
  if (chosen && from !== "picture") picture.reveal(chosen);
  for (const [key, row] of rows) row.classList.toggle("chosen", key === chosen);
  showPanel();
  if (from === "picture" && chosen && isStacked()) panel.scrollIntoView({ block: "nearest" });
  if (from === "keys") panel.querySelector("h2").focus();
  remember();
}

function step(by_) {
  const at = shown.statements.findIndex(({ id }) => id === chosen);
  const next = shown.statements[at < 0 && by_ < 0 ? shown.statements.length - 1 : at + by_];
  if (next) choose(next.id, "step");
}

// The address tells what is chosen, so that it can be sent to somebody else.
function remember() {
  const parts = new URLSearchParams();
  if (chosen) parts.set("n", chosen);
  if (choice.words) parts.set("q", choice.words);
  for (const [key, value] of Object.entries(choice.facets)) if (value) parts.set(key, value);
  const hash = parts.toString();
  try {
    history.replaceState(null, "", hash ? `#${hash}` : `${location.pathname}${location.search}`);
  } catch { /* a page inside a notebook cell has no address of its own */ }
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  choice.words = parts.get("q") || "";
  by("search").value = choice.words;
  for (const select of document.querySelectorAll("#facets select")) {
    const wanted = parts.get(select.name) || "";
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    choice.facets[select.name] = select.value;
  }
  const wanted = parts.get("n");
  apply({ move: isNarrowed() });
  choose(wanted, "address");
}

function makeFacets() {
  for (const { key, name, all, of } of FACETS) {
    const counts = new Map();
    for (const { row } of answer.statements) counts.set(of(row), (counts.get(of(row)) || 0) + 1);
    if (counts.size < 2) continue;
    const values = [...counts].sort((one, other) => one[0] < other[0] ? -1 : 1);
    const select = el("select", { name: key, onchange: (event) => {
      choice.facets[key] = event.target.value;
      apply();
    } }, el("option", { value: "", text: all }), ...values.map(([value, number]) => el("option", { value, text: `${value} (${number})` })));
    by("facets").append(el("label", { class: "field" }, el("span", { text: name }), select));
  }
}

function reset() {
  choice.words = "";
  by("search").value = "";
  choice.hiddenKinds.clear();
  for (const box of document.querySelectorAll(".legend input")) box.checked = true;
  for (const select of document.querySelectorAll("#facets select")) {
    select.value = "";
    choice.facets[select.name] = "";
  }
  apply({ move: false });
  picture.start();
}

function onKey(event) {
  const typing = event.target.closest("input[type=search], select, textarea");
  if (event.key === "Escape") {
    if (event.target === by("search") && choice.words) {
      by("search").value = choice.words = "";
      apply();
    } else choose(null);
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    by("search").focus();
  } else if (event.key === "0") picture.all();
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && walks(event.target)) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  }
}

// Arrow keys step through the statements in the picture and in the panel's evidence.
function walks(target) {
  return Boolean(target.closest("#picture") || (target.closest("#panel") && !target.closest(".list")));
}

makeFacets();
makeSortable(document.querySelector("table"));
by("search").addEventListener("input", (event) => {
  choice.words = event.target.value.trim();
  apply();
});
by("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && shown.statements.length) choose(shown.statements[0].id, "keys");
});
by("reset").addEventListener("click", reset);
by("zoom-in").addEventListener("click", () => picture.zoom(1.3));
by("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.3));
by("zoom-fit").addEventListener("click", () => picture.all());
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => {
    choice.hiddenKinds[box.checked ? "delete" : "add"](box.value);
    apply({ move: false });
  });
}
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => save(button.dataset.save, shown));
}
for (const [id, row] of rows) {
  row.addEventListener("click", () => {
    if (String(getSelection())) return;
    choose(id, "table");
    document.querySelector(".stage").scrollIntoView({ block: "nearest" });
  });
}
document.addEventListener("keydown", onKey);
addEventListener("hashchange", recall);
sizeStage();
picture.start();
recall();

// For pages that embed this one: where a node is drawn, and choosing it.
window.onRecordView = Object.freeze({ choose, where: picture.where });
