/*
 * What render.mjs runs inside the browser page: each function gets a model's XML and answers its picture as SVG text, with the
 * warnings of the import. They stand alone, for the page sees nothing of this file but the function itself.
 */

export async function drawBpmn(xml) {
  const viewer = new BpmnJS({ container: "#canvas" });
  try {
    const { warnings } = await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  } finally {
    viewer.destroy();
  }
}

/**
 * dmn-js shows a decision table as HTML: this draws each of its cells, and each line of text in them, where the browser put it.
 * Of several decisions it draws how they hang together, then each table or expression under its name.
 */
export async function drawDmn(xml) {
  const MARGIN = 6;
  const canvas = document.querySelector("#canvas");
  const viewer = new DmnJS({ container: canvas });

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const written = (text, x, y, look) =>
    `<text x="${x}" y="${y}" font-family="Arial, sans-serif" ${look}>${escaped(text)}</text>`;

  async function table(view) {
    await viewer.open(view);
    const frame = canvas.querySelector("table").getBoundingClientRect();
    const box = ({ x, y, width, height }) => `x="${x}" y="${y}" width="${width}" height="${height}"`;
    const shapes = [];
    for (const cell of canvas.querySelectorAll("table th, table td")) {
      const bounds = cell.getBoundingClientRect();
      const head = cell.tagName === "TH";
      shapes.push(`<g><rect ${box(bounds)} fill="${head ? "#f4f4f4" : "white"}" stroke="#bbb"/>`);
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const style = getComputedStyle(node.parentElement);
        const lines = new Map();
        for (const word of node.data.matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const { x, bottom } = range.getBoundingClientRect();
          const line = lines.get(bottom) ?? { x, words: [] };
          line.words.push(word[0]);
          lines.set(bottom, line);
        }
        for (const [bottom, { x, words }] of lines) {
          const look = `font-size="${style.fontSize}" font-weight="${style.fontWeight}" fill="${style.color}"`;
          shapes.push(written(words.join(" "), x, bottom - 3, look));
        }
      }
      shapes.push("</g>");
    }
    return { x: frame.x, y: frame.y, width: frame.width, height: frame.height, shapes: shapes.join("") };
  }

  async function requirements(view) {
    await viewer.open(view);
    const { svg } = await viewer.getActiveViewer().saveSVG();
    const [x, y, width, height] = svg
      .match(/viewBox="([^"]+)"/)[1]
      .split(" ")
      .map(Number);
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return { x, y, width, height, shapes };
  }

  function expression({ element }) {
    const lines = element.decisionLogic.text.split("\n");
    const shapes = lines.map((line, index) => written(line, 0, 14 + 18 * index, 'font-size="14" xml:space="preserve"'));
    const width = 8 * Math.max(...lines.map((line) => line.length));
    return { x: 0, y: 0, width, height: 18 * lines.length, shapes: shapes.join("") };
  }

  try {
    const { warnings } = await viewer.importXML(xml);
    const views = viewer.getViews();
    const decisions = views.filter((view) => view.type !== "drd");
    const several = decisions.length > 1;
    const parts = several ? [await requirements(views.find((view) => view.type === "drd"))] : [];
    for (const view of decisions) {
      const part = view.type === "decisionTable" ? await table(view) : expression(view);
      parts.push({ name: several && view.element.name, ...part });
    }

    let bottom = MARGIN;
    const drawn = parts.map(({ name, x, y, height, shapes }, index) => {
      if (index > 0) bottom += 40;
      const title = name ? written(name, MARGIN, bottom + 16, 'font-size="18" font-weight="bold"') : "";
      if (name) bottom += 28;
      const place = `translate(${MARGIN - x} ${bottom - y})`;
      bottom += height;
      return `${title}<g transform="${place}">${shapes}</g>`;
    });
    const size = [Math.max(...parts.map(({ width }) => width)) + 2 * MARGIN, bottom + MARGIN];
    const svg =
      `<?xml version="1.0" encoding="utf-8"?>\n<!-- created with dmn-js / http://bpmn.io -->\n` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" ` +
      `viewBox="0 0 ${size[0]} ${size[1]}">${drawn.join("")}</svg>`;
    return { svg, warnings: warnings.map((warning) => warning.message) };
  } finally {
    viewer.destroy();
  }
}
