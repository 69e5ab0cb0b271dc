// The cards that hold the words: round corners, a dashed rule where the certainty is not full.
const CARD_MARGIN = 12;
const CARD_FONT = 15;
const CARD_LINE = 19;

function cardRow(node) {
  return statementById.get(node.id).row;
}

// As many of the words as fit on the lines that the placing left for them, in the reader's font.
function cardLines(node, face) {
  const row = cardRow(node);
  const most = node.label.split("\n").length;
  const context = cardLines.context ??= document.createElement("canvas").getContext("2d");
  context.font = `${CARD_FONT}px ${face}`;
  const fits = (text) => context.measureText(text).width <= answer.card - 2 * CARD_MARGIN;
  const lines = [""];
  for (const word of spoken(row).split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean).slice(0, most).map((line, number) => {
    const cut = number === most - 1 && lines.length > most;
    let text = cut ? `${line}\u2026` : line;
    while (!fits(text) && text.length > 2) text = `${text.slice(0, -2)}\u2026`;
    return text;
  });
}

// A card as vis-network wants it: its size and how to draw it around its middle.
function card(node, lines, look) {
  const height = lines.length * CARD_LINE + 2 * CARD_MARGIN - 4;
  const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u.test(cardRow(node).words);
  const certainty = cardRow(node).certainty;
  return ({ ctx, x, y }) => ({
    nodeDimensions: { width: answer.card, height },
    drawNode() {
      const { color, borderWidth, font } = look(node.id);
      const [left, top] = [x - answer.card / 2, y - height / 2];
      ctx.save();
      ctx.beginPath();
      ctx.roundRect(left, top, answer.card, height, 8);
      ctx.fillStyle = color.background;
      ctx.fill();
      ctx.lineWidth = borderWidth;
      ctx.strokeStyle = color.border;
      ctx.setLineDash(certainty && certainty !== "certain" ? [6, 4] : []);
      ctx.stroke();
      ctx.font = `${CARD_FONT}px ${font.face}`;
      ctx.fillStyle = font.color;
      ctx.textBaseline = "middle";
      ctx.direction = rightToLeft ? "rtl" : "ltr";
      ctx.textAlign = rightToLeft ? "right" : "left";
      const from = rightToLeft ? left + answer.card - CARD_MARGIN : left + CARD_MARGIN;
      lines.forEach((line, number) => {
        ctx.fillText(line, from, top + CARD_MARGIN - 2 + (number + 0.5) * CARD_LINE);
      });
      ctx.restore();
    },
  });
}

// Arrows meet a card in the middle of its sides, not at its centre.
function ports(node) {
  const port = (name, x) => ({ id: `${node.id}>${name}`, shape: "dot", size: 0.1, borderWidth: 0, x, y: node.y, color: "rgba(0,0,0,0)" });
  const half = answer.card / 2 + 1;
  return [port("in", node.x - half), port("out", node.x + half)];
}

