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

/** dmn-js shows a decision table as HTML: this draws each of its cells, and each line of text in them, where the browser put it. */
export async function drawDmn(xml) {
  const canvas = document.querySelector("#canvas");
  const viewer = new DmnJS({ container: canvas });
  try {
    const { warnings } = await viewer.importXML(xml);
    const tables = viewer.getViews().filter((view) => view.type === "decisionTable");
    if (tables.length !== 1) throw new Error("one decision table a file");
    await viewer.open(tables[0]);

    const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
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
          shapes.push(
            `<text x="${x}" y="${bottom - 3}" font-family="Arial, sans-serif" ${look}>${escaped(words.join(" "))}</text>`,
          );
        }
      }
      shapes.push("</g>");
    }
    const svg =
      `<?xml version="1.0" encoding="utf-8"?>\n<!-- created with dmn-js / http://bpmn.io -->\n` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width + 12}" height="${frame.height + 12}" ` +
      `viewBox="${frame.x - 6} ${frame.y - 6} ${frame.width + 12} ${frame.height + 12}">${shapes.join("")}</svg>`;
    return { svg, warnings: warnings.map((warning) => warning.message) };
  } finally {
    viewer.destroy();
  }
}
