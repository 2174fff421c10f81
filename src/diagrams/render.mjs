/*
 * Draws the process diagrams and decision tables of processes/ as docs/img/<id>.svg, as bpmn.io draws them in the modeler.
 *
 *   npm run render              draws all of them anew
 *   npm run render -- --png DIR also writes PNGs into DIR, to look at
 *   npm run check               draws nothing; fails where docs/img is not what the models say
 *
 * The same model gives the same bytes on every machine, so git shows real changes only: text is measured in a font that
 * comes with the packages (Arimo, which has Arial's widths), and what bpmn.io draws by chance, its marker ids, is renamed.
 * It needs a Chromium: /usr/bin/chromium, or the one that the environment variable CHROMIUM names.
 * bpmn.io's licence asks that its mark stays: the comment "created with ..." in each picture.
 */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { drawBpmn, drawDmn } from "./draw.mjs";

const MODELS = fileURLToPath(new URL("../../processes/", import.meta.url));
const PICTURES = fileURLToPath(new URL("../../docs/img/", import.meta.url));
const MARK = /<!-- created with (bpmn|dmn)-js /;
const { resolve } = createRequire(import.meta.url);

const LIBRARIES = {
  ".bpmn": ["bpmn-js/dist/bpmn-viewer.production.min.js"],
  ".dmn": [
    "dmn-js/dist/dmn-viewer.production.min.js",
    "dmn-js/dist/assets/dmn-js-shared.css",
    "dmn-js/dist/assets/dmn-js-decision-table.css",
  ],
};

async function main() {
  const { values: options } = parseArgs({ options: { check: { type: "boolean" }, png: { type: "string" } } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const pictures = await draw(browser);
    if (options.png) await photograph(browser, pictures, options.png);
    await (options.check ? check : write)(pictures);
  } finally {
    await browser.close();
  }
}

/** Draws every model; answers the pictures by file name. */
async function draw(browser) {
  const models = (await readdir(MODELS)).filter((name) => extname(name) in LIBRARIES).sort();
  if (models.length === 0) throw new Error(`no model in ${MODELS}`);
  const pictures = new Map();
  for (const kind of Object.keys(LIBRARIES)) {
    const page = await blankPage(browser);
    for (const library of LIBRARIES[kind]) {
      const path = resolve(library);
      await (library.endsWith(".css") ? page.addStyleTag({ path }) : page.addScriptTag({ path }));
    }
    for (const model of models.filter((name) => extname(name) === kind)) {
      const picture = `${basename(model, kind)}.svg`;
      if (pictures.has(picture)) throw new Error(`two models would share the picture ${picture}`);
      const xml = await readFile(join(MODELS, model), "utf8");
      const { svg, warnings } = await page.evaluate(kind === ".bpmn" ? drawBpmn : drawDmn, xml).catch((error) => {
        throw new Error(`${model}: ${error.message.split("\n    at ")[0]}`);
      });
      if (warnings.length > 0) throw new Error(`${model}: ${warnings.join("; ")}`);
      pictures.set(picture, settled(svg));
    }
    await page.close();
  }
  return pictures;
}

/** A page whose Arial is the font of the packages, measured without the hinting that each machine sets for itself. */
async function blankPage(browser) {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent("<!doctype html><meta charset=utf-8><body style='margin:0'><div id=canvas></div>");
  for (const [subset, range] of [
    ["latin", "U+0000-00FF, U+2000-2212"],
    ["latin-ext", "U+0100-02AF"],
  ]) {
    const data = await readFile(resolve(`@fontsource/arimo/files/arimo-${subset}-400-normal.woff2`), "base64");
    const src = `url(data:font/woff2;base64,${data})`;
    await page.addStyleTag({ content: `@font-face { font-family: Arial; unicode-range: ${range}; src: ${src}; }` });
  }
  await page.addStyleTag({ content: "* { text-rendering: geometricPrecision; }" });
  await page.evaluate(() => {
    // bpmn-js measures on a canvas of its own, which no style reaches
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (...kind) {
      return Object.assign(getContext.apply(this, kind), { textRendering: "geometricPrecision" });
    };
  });
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  return page;
}

/** The picture without what differs from run to run, on white, so that it can be read on a dark page too. */
function settled(svg) {
  const drawn = [...svg.matchAll(/<(?:marker|pattern|clipPath)\b[^>]*\bid="([^"]+)"/g)];
  const names = new Map(drawn.map(([, id], index) => [id, `shape-${index + 1}`]));
  return svg
    .replace(/(\bid="|url\((?:["']|&quot;)?#)([^"')&]+)/g, (all, lead, id) =>
      names.has(id) ? lead + names.get(id) : all,
    )
    .replace(/-?\d+\.\d{2,}(?=[^<>]*>)/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/(<svg [^>]*>)/, '$1\n<rect x="-100000" y="-100000" width="200000" height="200000" fill="white"/>\n')
    .replaceAll("</g><g", "</g>\n<g")
    .replace(/\s*$/, "\n");
}

async function photograph(browser, pictures, directory) {
  await mkdir(directory, { recursive: true });
  const page = await blankPage(browser);
  for (const [name, svg] of pictures) {
    await page.evaluate((svg) => {
      document.querySelector("#canvas").innerHTML = svg.slice(svg.indexOf("<svg"));
    }, svg);
    await page.locator("svg").screenshot({ path: join(directory, name.replace(/svg$/, "png")) });
  }
  await page.close();
}

async function write(pictures) {
  await mkdir(PICTURES, { recursive: true });
  for (const name of (await drawnBefore()).keys()) if (!pictures.has(name)) await rm(join(PICTURES, name));
  for (const [name, svg] of pictures) await writeFile(join(PICTURES, name), svg);
  console.log(`${pictures.size} pictures in docs/img`);
}

async function check(pictures) {
  const before = await drawnBefore();
  const names = [...new Set([...pictures.keys(), ...before.keys()])].sort();
  const drift = names.filter((name) => pictures.get(name) !== before.get(name));
  for (const name of drift) {
    const fault = !before.has(name)
      ? "is missing"
      : !pictures.has(name)
        ? "has no model any more"
        : "is not what its model says";
    console.error(`docs/img/${name} ${fault}`);
  }
  if (drift.length > 0) throw new Error("the pictures have drifted from the models: npm run render");
  console.log(`${pictures.size} pictures are what the models say`);
}

/** The pictures in docs/img that were drawn from models; others there are left alone. */
async function drawnBefore() {
  const before = new Map();
  for (const name of await readdir(PICTURES).catch(() => [])) {
    if (!name.endsWith(".svg")) continue;
    const svg = await readFile(join(PICTURES, name), "utf8");
    if (MARK.test(svg)) before.set(name, svg);
  }
  return before;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
