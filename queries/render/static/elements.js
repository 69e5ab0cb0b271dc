// Small makers of page elements. Text only ever enters the page through textContent.

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Text of a report: it may run from right to left, and must not turn what stands around it.
function said(text, tag = "span", attributes = {}) {
  return el(tag, { dir: "auto", text, ...attributes });
}

function mark(kind) {
  const drawn = document.querySelector(`.legend .mark-${CSS.escape(kind)}`);
  return drawn ? drawn.cloneNode(true) : el("span");
}

// Only web addresses can be followed; anything else is shown as it is written.
function address(text) {
  const safe = /^https?:\/\/[^\s]+$/i.test(text);
  if (!safe) return said(text);
  return el("a", { href: text, text, rel: "noopener noreferrer", target: "_blank" });
}

function offsets(spans) {
  return (spans || []).map(([start, end]) => `${start}\u2013${end}`).join(", ");
}

function by(id) {
  return document.getElementById(id);
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// Text for comparing: without case and without marks over letters.
function folded(text) {
  return String(text || "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
