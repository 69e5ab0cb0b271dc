// The panel beside the picture: a list of statements, or the evidence of what was chosen.

const RELATIONS = { report: "read in", medium: "relayed by" };

function listItem(statement, onChoose) {
  const { row } = statement;
  const kind = row.speaker ? nodeById.get(tellerOf(statement)).kind : "report";
  const from = [statement.media.length ? `via ${statement.media.join(" > ")}` : "", row.file, row.said || row.published || ""];
  return el("li", {
    role: "option", tabindex: -1, "data-id": statement.id, "aria-selected": "false",
    onclick: () => onChoose(statement.id, "list"),
  },
  el("span", { class: "who" }, mark(kind), said(row.speaker || OWN_VOICE)),
  said(spoken(row), "span", { class: "said" }),
  el("span", { class: "from" }, ...from.filter(Boolean).map((part) => said(part))));
}

// The node that the words hang on.
function tellerOf(statement) {
  const telling = statement.edges.map((id) => edgeById.get(id)).find((edge) => edge.to === statement.id);
  return telling.from;
}

function spoken(row) {
  const words = row.mode === "direct" || row.mode === "mixed" ? `\u201c${row.words}\u201d` : row.words;
  return row.polarity === "negative" ? `\u2296 ${words}` : words;
}

function list(statements, onChoose) {
  const made = el("ul", { class: "list", role: "listbox", "aria-label": "Statements" },
    ...statements.map((statement) => listItem(statement, onChoose)));
  const items = [...made.children];
  if (items.length) items[0].tabIndex = 0;
  made.addEventListener("keydown", (event) => {
    const at = items.indexOf(event.target.closest("li"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined && items[to]) {
      event.preventDefault();
      items[at].tabIndex = -1;
      items[to].tabIndex = 0;
      items[to].focus();
    } else if (at >= 0 && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      onChoose(items[at].dataset.id, "keys");
    }
  });
  return made;
}

function head(title, ...buttons) {
  return el("div", { class: "panel-head" }, el("h2", { text: title, tabindex: -1 }), ...buttons);
}

function showList(panel, statements, onChoose) {
  panel.replaceChildren(
    head(count(statements.length, "statement")),
    statements.length
      ? list(statements, onChoose)
      : el("p", { class: "empty", text: answer.statements.length
        ? "No statement matches. Clear the search and the filters to see all."
        : "No statement was found." }),
  );
}

function wayStep(id, relation, onChoose) {
  const node = nodeById.get(id);
  return el("li", {}, mark(node.kind), el("div", {},
    relation ? el("span", { class: "rel", text: relation }) : null,
    said(nameOf(node), "button", { type: "button", onclick: () => onChoose(id) })));
}

// From the report to those the speaker rests on, as told.
function way(statement, onChoose) {
  const told = statement.edges.map((id) => edgeById.get(id))
    .filter((edge) => edge.from !== statement.id && edge.to !== statement.id && edge.kind !== "tied to");
  const last = edgeById.get(statement.edges.find((id) => edgeById.get(id).to === statement.id));
  const steps = [wayStep(statement.nodes[0], RELATIONS.report, onChoose)];
  for (const edge of told) steps.push(wayStep(edge.to, edge.relation, onChoose));
  if (last.kind !== "said") {
    steps.push(el("li", {}, mark("statement"), el("div", {}, el("span", { class: "rel", text: last.relation }), el("span", { text: "these words" }))));
  }
  return el("ol", { class: "way" }, ...steps);
}

function facts(pairs) {
  const made = el("dl", { class: "facts" });
  for (const [name, value] of pairs) {
    if (!value) continue;
    made.append(el("dt", { text: name }), el("dd", {}, typeof value === "string" ? said(value) : value));
  }
  return made;
}

function evidence(statement, onChoose) {
  const { row } = statement;
  const tags = [row.mode, row.certainty, row.polarity];
  if (row.inherited) tags.push("source carried over");
  return el("div", { class: "panel-body" },
    said(spoken(row), "blockquote", { class: "quote" }),
    el("ul", { class: "tags", "aria-label": "How it was said" }, ...tags.filter(Boolean).map((text) => el("li", { text }))),
    el("h3", { text: "How it reached us" }),
    way(statement, onChoose),
    el("h3", { text: "Evidence" }),
    facts([
      ["File", row.file],
      ["Words at", offsets(row.spans)],
      ["Source at", offsets(row.speaker_spans)],
      ["Cue at", offsets(row.cue_spans)],
      ["Said", row.said],
      ["Publisher", row.publisher],
      ["Published", row.published],
      ["About", (row.about || []).join(", ")],
      ["Found", row.fit],
      ["Claim", row.claim ? address(row.claim) : null],
      ["Report", row.report ? address(row.report) : null],
    ]));
}

function showStatement(panel, statement, { at, total, onChoose, onStep, onBack }) {
  panel.replaceChildren(
    head(at < 0 ? "Statement (filtered out)" : `Statement ${at + 1} of ${total}`,
      el("button", { type: "button", "aria-label": "Previous statement", text: "\u2191", disabled: at <= 0, onclick: () => onStep(-1) }),
      el("button", { type: "button", "aria-label": "Next statement", text: "\u2193", disabled: at < 0 || at >= total - 1, onclick: () => onStep(1) }),
      el("button", { type: "button", text: "List", onclick: onBack })),
    evidence(statement, onChoose),
  );
  panel.scrollTop = 0;
}

function showThrough(panel, id, statements, { onChoose, onBack }) {
  const edge = edgeById.get(id);
  const body = el("div", { class: "panel-body" });
  if (edge) {
    const [from, to] = [nodeById.get(edge.from), nodeById.get(edge.to)];
    body.append(el("ol", { class: "way" }, wayStep(from.id, null, onChoose), wayStep(to.id, edge.relation, onChoose)));
  } else {
    const node = nodeById.get(id);
    body.append(el("p", { class: "node-name" }, mark(node.kind), said(nameOf(node))));
    body.append(el("p", { class: "faint", text: heldText(node, statements) }));
  }
  panel.replaceChildren(
    head(edge ? edge.relation : answer.kinds[nodeById.get(id).kind], el("button", { type: "button", text: "List", onclick: onBack })),
    body,
    list(statements, onChoose),
  );
  panel.scrollTop = 0;
}

function heldText(node, statements) {
  const shown = count(statements.length, "statement");
  return node.statements > statements.length ? `${shown} shown of ${node.statements} in the answer` : `${shown} in the answer`;
}
