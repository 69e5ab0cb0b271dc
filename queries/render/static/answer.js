// The answer that the page holds, and the choice that the reader makes among its statements.

const held = JSON.parse(by("answer").textContent);
const answer = held.answer;
const nodeById = new Map(held.nodes.map((node) => [node.id, node]));
const edgeById = new Map(held.edges.map((edge) => [edge.id, edge]));
const statementById = new Map(answer.statements.map((statement) => [statement.id, statement]));

const OWN_VOICE = "the report itself";
const FACETS = [
  { key: "report", name: "Report", all: "All reports", of: (row) => row.file || row.report },
  { key: "source", name: "Source", all: "All sources", of: (row) => row.speaker || OWN_VOICE },
  { key: "certainty", name: "Certainty", all: "Any certainty", of: (row) => row.certainty },
  { key: "month", name: "Month", all: "Any month", of: (row) => monthOf(row) },
];

const choice = { words: "", facets: {}, hiddenKinds: new Set() };

function monthOf(row) {
  const month = /^\d{4}-\d{2}/.exec(row.said || row.published || "");
  return month ? month[0] : "not dated";
}

const searchable = new Map(
  answer.statements.map(({ id, row }) => [
    id,
    folded([row.words, row.speaker, row.chain, row.file, row.publisher, row.about, row.fit,
      row.said, row.published, row.claim].flat().filter(Boolean).join("\n")),
  ]),
);

function matches(statement) {
  const text = searchable.get(statement.id);
  const words = folded(choice.words).split(/\s+/).filter(Boolean);
  if (!words.every((word) => text.includes(word))) return false;
  return FACETS.every(({ key, of }) => {
    const wanted = choice.facets[key];
    return !wanted || of(statement.row) === wanted;
  });
}

function shownStatements() {
  return answer.statements.filter(matches);
}

// Exactly what the picture holds now: statements, nodes and edges.
function shownNow() {
  const statements = shownStatements();
  const keys = new Set(statements.map(({ id }) => id));
  const nodeKeys = new Set(
    statements.flatMap(({ nodes }) => nodes)
      .filter((id) => !choice.hiddenKinds.has(nodeById.get(id).kind)),
  );
  const edges = held.edges.filter((edge) =>
    edge.statements.some((id) => keys.has(id)) && nodeKeys.has(edge.from) && nodeKeys.has(edge.to));
  return { statements, keys, nodeKeys, nodes: held.nodes.filter(({ id }) => nodeKeys.has(id)), edges };
}

function nameOf(node) {
  return node.kind === "statement" ? statementById.get(node.id).row.words : node.name;
}

// The statements that run through a node or an edge.
function through(id) {
  if (edgeById.has(id)) {
    const keys = new Set(edgeById.get(id).statements);
    return answer.statements.filter((statement) => keys.has(statement.id));
  }
  return answer.statements.filter(({ nodes }) => nodes.includes(id));
}

function isKnown(id) {
  return nodeById.has(id) || edgeById.has(id);
}
