// The picture: nodes in columns, arrows between them, drawn by vis-network without physics.

const HEADS = [
  ["report", "Report"], ["medium", "Relayed by"], ["speaker", "Source"], ["unnamed", "Source"],
  ["statement", "What was said"], ["thing", "About"], ["entity", "About"],
];
const HEAD_ROOM = 34;
// A picture that would shrink below this tells nothing: then its width is shown, from the top.
const OVERVIEW = 0.25;
const READABLE = 0.6;
const READABLE_ON_PHONE = 0.7;

function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  const kinds = Object.keys(answer.kinds);
  return {
    ink: read("--ink"), muted: read("--muted"), sheet: read("--sheet"), accent: read("--accent"),
    card: read("--card-rule"), arrow: read("--arrow"), rule: read("--rule"),
    kind: Object.fromEntries(kinds.map((kind) => [kind, read(`--kind-${kind}`)])),
    face: getComputedStyle(document.body).fontFamily,
  };
}

function faded(color, strength) {
  const full = /^#([0-9a-f]{6})$/i.exec(color);
  if (!full) return color;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(full[1].slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},${strength})`;
}

function nodeLook(node, colors, dim, chosen) {
  const strength = dim ? 0.25 : 1;
  const isCard = node.kind === "statement";
  const isCentre = node.kind === "entity";
  const border = isCard ? colors.card : colors.kind[node.kind];
  return {
    id: node.id,
    color: {
      background: faded(colors.kind[node.kind], dim ? 0.25 : 1),
      border: faded(chosen ? colors.accent : border, strength),
    },
    borderWidth: chosen ? 3 : isCard ? 1.5 : 1,
    font: {
      size: isCentre ? 19 : 15, face: colors.face, 
      color: faded(colors.ink, dim ? 0.4 : 1),
      strokeWidth: 4, strokeColor: faded(colors.sheet, dim ? 0 : 0.9), vadjust: -2,
    },
  };
}

function edgeLook(edge, colors, dim, lit, named) {
  const weak = edge.kind === "about" || edge.kind === "tied to";
  const color = lit ? colors.accent : colors.arrow;
  return {
    id: edge.id,
    color: { color: faded(color, dim ? 0.1 : weak && !lit ? 0.55 : 1), inherit: false },
    width: lit ? Math.max(edge.width, 2) : edge.width,
    // Between a speaker and what stands right below there is no room for words.
    label: named && edge.kind !== "rests on" ? edge.relation : " ",
    font: {
      size: 13, face: colors.face, color: colors.ink, strokeWidth: 5, strokeColor: colors.sheet,
      align: "middle",
    },
  };
}

// The room of a node, known before it is drawn: vis-network measures only what is in sight.
function room(node) {
  const isCard = node.kind === "statement";
  const lines = node.label.split("\n").length;
  const half = isCard ? answer.card / 2 : 70;
  const down = isCard ? (lines * CARD_LINE) / 2 + 10 : node.size + 4 + lines * 17;
  const up = isCard ? down : node.size + 2;
  return { left: node.x - half, right: node.x + half, top: node.y - up, bottom: node.y + down };
}

function makePicture(container, onChoose) {
  let colors = palette();
  let chosen = null;
  let shown = shownNow();
  const looks = new Map();
  const asCard = (node) => ({
    shape: "custom", label: "", ctxRenderer: card(node, cardLines(node, colors.face), (id) => looks.get(id)),
  });
  const lookOf = (node, dim, isChosen) => {
    const look = nodeLook(node, colors, dim, isChosen);
    looks.set(node.id, look);
    return look;
  };
  const nodes = new vis.DataSet([
    ...held.nodes.map((node) => ({
      ...node,
      title: node.label.endsWith("\u2026") ? nameOf(node) : undefined,
      ...lookOf(node, false, false),
      ...(node.kind === "statement" ? asCard(node) : {}),
    })),
    ...held.nodes.filter(({ kind }) => kind === "statement").flatMap(ports),
  ]);
  const edges = new vis.DataSet(held.edges.map((edge) => {
    const inColumn = edge.kind === "rests on";
    return {
      ...edge,
      from: statementById.has(edge.from) ? `${edge.from}>out` : edge.from,
      to: statementById.has(edge.to) ? `${edge.to}>in` : edge.to,
      ...edgeLook(edge, colors, false, false, false),
      smooth: inColumn
        ? { enabled: true, type: "curvedCCW", roundness: 0.35 }
        : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 },
    };
  }));
  const network = new vis.Network(container, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { chosen: false },
    edges: {
      chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0,
    },
    interaction: {
      hover: true, tooltipDelay: 250, multiselect: false, selectConnectedEdges: false,
      hoverConnectedEdges: false, dragNodes: false,
    },
  });

  function paint() {
    const lit = new Set();
    const isEverything = chosen && nodeById.has(chosen) && nodeById.get(chosen).kind === "entity";
    if (chosen && !isEverything) {
      for (const statement of through(chosen).filter(({ id }) => shown.keys.has(id))) {
        for (const id of [...statement.nodes, ...statement.edges]) lit.add(id);
      }
      lit.add(chosen);
    }
    const dims = (id) => lit.size > 0 && !lit.has(id);
    const visible = new Set(shown.edges.map(({ id }) => id));
    nodes.update(held.nodes.map((node) => ({
      ...lookOf(node, dims(node.id), node.id === chosen),
      hidden: !shown.nodeKeys.has(node.id),
    })));
    edges.update(held.edges.map((edge) => ({
      ...edgeLook(edge, colors, dims(edge.id), lit.has(edge.id),
        lit.has(edge.id) && (statementById.has(chosen) || edge.id === chosen)),
      hidden: !visible.has(edge.id),
    })));
  }

  function bounds(list) {
    if (!list.length) return null;
    const boxes = list.map(room);
    return {
      left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  // The right edge of the cards: where the words are, when not everything fits across.
  function cardEnd() {
    const card = shown.nodes.find(({ kind }) => kind === "statement");
    return card ? card.x + answer.card / 2 : 0;
  }

  // Brings nodes into sight, never smaller than can be read unless asked for everything.
  function frame(list, least) {
    const box = bounds(list);
    if (!box) return;
    const [width, height] = [container.clientWidth - 32, container.clientHeight - HEAD_ROOM - 24];
    const whole = Math.min(width / (box.right - box.left), height / (box.bottom - box.top));
    const across = width / (box.right - box.left);
    const scale = Math.min(1, Math.max(whole, Math.min(across, least), Math.min(least, 1)));
    const fitsDown = (box.bottom - box.top) * scale < height + 1;
    const fitsAcross = (box.right - box.left) * scale < width + 1;
    const middle = (box.top + box.bottom) / 2 - HEAD_ROOM / 2 / scale;
    network.moveTo({
      scale,
      position: {
        x: fitsAcross ? (box.left + box.right) / 2 : cardEnd() + (16 - container.clientWidth / 2) / scale,
        y: fitsDown ? middle : box.top + (container.clientHeight / 2 - HEAD_ROOM - 12) / scale,
      },
    });
  }

  function readable() {
    return container.clientWidth < 600 ? READABLE_ON_PHONE : READABLE;
  }

  function startScale() {
    const box = bounds(shown.nodes);
    const across = box ? (container.clientWidth - 32) / (box.right - box.left) : 1;
    return Math.min(1, Math.max(readable(), across));
  }

  function start() {
    const box = bounds(shown.nodes);
    if (!box) return;
    frame(shown.nodes, startScale());
  }

  // Moves the view only as far as needed for a node to be seen.
  function reveal(id) {
    const ends = edgeById.has(id) ? [edgeById.get(id).from, edgeById.get(id).to] : [id];
    const box = bounds(ends.map((end) => nodeById.get(end)));
    if (!box) return;
    const scale = network.getScale();
    const view = network.getViewPosition();
    const halfWidth = container.clientWidth / 2 / scale;
    const halfHeight = container.clientHeight / 2 / scale;
    const room = 16 / scale;
    const into = (low, high, at, half, head) => {
      if (low < at - half + head + room) return low + half - head - room;
      if (high > at + half - room) return high - half + room;
      return at;
    };
    network.moveTo({
      position: {
        x: into(box.left, box.right, view.x, halfWidth, 0),
        y: into(box.top, box.bottom, view.y, halfHeight, HEAD_ROOM / scale),
      },
    });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(3, Math.max(0.03, network.getScale() * factor)) });
  }

  // The wheel moves the picture up and down, then hands over to the page; with Ctrl it zooms.
  function onWheel(event) {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    const box = bounds(shown.nodes);
    if (!box) return;
    const step = event.deltaMode === 1 ? 16 : 1;
    const scale = network.getScale();
    const view = network.getViewPosition();
    const half = container.clientHeight / 2 / scale;
    const lowest = Math.max(box.bottom + 30 / scale - half, view.y);
    const highest = Math.min(box.top - (HEAD_ROOM + 12) / scale + half, view.y);
    const y = Math.min(lowest, Math.max(highest, view.y + (event.deltaY * step) / scale));
    const x = view.x + (event.deltaX * step) / scale;
    if (Math.abs(y - view.y) < 0.5 / scale && event.deltaX === 0) return;
    event.preventDefault();
    network.moveTo({ position: { x, y } });
  }

  function drawHeads(context) {
    const scale = network.getScale();
    if (scale < OVERVIEW) return;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const size = 1 / scale;
    context.fillStyle = faded(colors.sheet, 0.92);
    context.fillRect(corner.x, corner.y, container.clientWidth * size, HEAD_ROOM * size);
    context.fillStyle = colors.rule;
    context.fillRect(corner.x, corner.y + HEAD_ROOM * size, container.clientWidth * size, size);
    context.fillStyle = colors.muted;
    context.font = `600 ${12 * size}px ${colors.face}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const places = new Map();
    const both = shown.nodes.some(({ kind }) => kind === "thing");
    for (const [kind, plain] of HEADS) {
      const name = kind === "entity" && both ? "Asked about" : plain;
      const across = shown.nodes.filter((node) => node.kind === kind).map(({ x }) => x);
      if (across.length && !places.has(name)) places.set(name, Math.min(...across));
    }
    const end = corner.x + container.clientWidth * size;
    for (const [name, x] of places) {
      if (x < corner.x || x > end) continue;
      const half = context.measureText(name).width / 2 + 8 * size;
      context.fillText(name, Math.min(end - half, Math.max(corner.x + half, x)), corner.y + (HEAD_ROOM / 2) * size);
    }
  }

  network.on("afterDrawing", drawHeads);
  network.on("click", ({ nodes: [node], edges: [edge] }) => onChoose(node?.split(">")[0] ?? edge ?? null));
  network.on("hoverEdge", ({ edge }) => edges.update({ id: edge, label: edgeById.get(edge).relation }));
  network.on("blurEdge", ({ edge }) => {
    if (!(chosen && statementById.has(chosen) && through(edge).some(({ id }) => id === chosen))) {
      edges.update({ id: edge, label: " " });
    }
  });
  for (const happening of ["hoverNode", "hoverEdge"]) {
    network.on(happening, () => { container.style.cursor = "pointer"; });
  }
  for (const happening of ["blurNode", "blurEdge"]) {
    network.on(happening, () => { container.style.cursor = "default"; });
  }
  container.addEventListener("wheel", onWheel, { capture: true, passive: false });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colors = palette();
    paint();
  });
  network.once("afterDrawing", () => performance.mark("picture-drawn"));

  return {
    start, reveal, zoom,
    measure: () => network.redraw(),
    all() {
      const box = bounds(shown.nodes);
      const down = box ? container.clientHeight / (box.bottom - box.top) : 1;
      frame(shown.nodes, down < OVERVIEW ? startScale() : 0);
    },
    height() {
      const box = bounds(shown.nodes);
      return box ? (box.bottom - box.top) * startScale() + HEAD_ROOM + 40 : 0;
    },
    show(now, { move }) {
      shown = now;
      paint();
      if (move && shown.statements.length === answer.statements.length) start();
      else if (move) frame(shown.nodes, readable());
    },
    choose(id) {
      chosen = id;
      paint();
    },
    where: (id) => network.canvasToDOM(network.getPositions([id])[id]),
  };
}
