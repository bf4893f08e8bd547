// A small chart of bars, as SVG. Colours are the style sheet's.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 560;
const LABEL = 130;
const VALUE = 84;
const ROW = 34;

function element(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** Bars of `{name, value, text, kind}` from zero; rows without a value have an empty track. */
export function chart(rows, heading) {
  const most = Math.max(...rows.map((row) => row.value ?? 0), 1);
  const room = WIDTH - LABEL - VALUE;
  const said = rows.map((row) => `${row.name}: ${row.text || "not run"}`).join(", ");
  const image = element("svg", {
    viewBox: `0 0 ${WIDTH} ${rows.length * ROW}`,
    role: "img",
    "aria-label": `${heading}. ${said}`,
  });
  rows.forEach((row, index) => {
    const top = index * ROW;
    const middle = { y: top + ROW / 2, "dominant-baseline": "central" };
    image.append(
      element("text", { x: 0, class: "chart-label", ...middle }, row.name),
      element("rect", { x: LABEL, y: top + 9, width: room, height: ROW - 18, rx: 4, class: "track" }),
    );
    if (row.value === undefined) return;
    const width = Math.max(3, (room * row.value) / most);
    image.append(
      element("rect", { x: LABEL, y: top + 9, width, height: ROW - 18, rx: 4, class: `bar ${row.kind}` }),
      element("text", { x: LABEL + room + 10, class: "chart-value", ...middle }, row.text),
    );
  });
  return image;
}
