// Downloads of exactly what is shown: the rows, or the nodes and arrows.

const COLUMNS = ["claim", "report", "file", "speaker", "chain", "mode", "certainty", "polarity", "said",
  "words", "spans", "speaker_spans", "cue_spans", "inherited", "about", "fit", "publisher", "published"];

function csvValue(row, column) {
  const value = row[column];
  if (column === "chain") return (value || []).join(" > ");
  if (column === "about") return (value || []).join(" | ");
  if (/spans$/.test(column)) return (value || []).map(([start, end]) => `${start}-${end}`).join(" ");
  return value;
}

function asCsv({ statements }) {
  return csvLines([COLUMNS, ...statements.map(({ row }) => COLUMNS.map((column) => csvValue(row, column)))]);
}

function asJson({ statements }) {
  return JSON.stringify(statements.map(({ row }) => row), null, 2) + "\n";
}

// Characters that XML cannot hold become replacement characters.
function xml(value) {
  return String(value)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function asGraphml({ nodes, edges, keys }) {
  const data = (key, value) => `      <data key="${key}">${xml(value)}</data>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="kind" for="all" attr.name="kind" attr.type="string"/>',
    '  <key id="label" for="all" attr.name="label" attr.type="string"/>',
    '  <key id="statements" for="all" attr.name="statements" attr.type="int"/>',
    '  <key id="claims" for="all" attr.name="claims" attr.type="string"/>',
    '  <graph id="shown" edgedefault="directed">',
  ];
  for (const node of nodes) {
    const held = through(node.id).filter(({ id }) => keys.has(id));
    lines.push(`    <node id="${xml(node.id)}">`, data("kind", node.kind), data("label", nameOf(node)),
      data("statements", held.length), data("claims", held.map(({ row }) => row.claim).join(" ")), "    </node>");
  }
  for (const edge of edges) {
    const held = through(edge.id).filter(({ id }) => keys.has(id));
    lines.push(`    <edge id="${xml(edge.id)}" source="${xml(edge.from)}" target="${xml(edge.to)}">`,
      data("kind", edge.kind), data("label", edge.relation), data("statements", held.length),
      data("claims", held.map(({ row }) => row.claim).join(" ")), "    </edge>");
  }
  return [...lines, "  </graph>", "</graphml>", ""].join("\n");
}

const FORMS = {
  csv: { make: asCsv, type: "text/csv" },
  json: { make: asJson, type: "application/json" },
  graphml: { make: asGraphml, type: "application/graphml+xml" },
};

function save(form, shown) {
  const { make, type } = FORMS[form];
  saveFile(`${fileStem(answer.title)}.${form}`, type, make(shown));
}
