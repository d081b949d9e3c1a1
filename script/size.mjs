#!/usr/bin/env node
// Weighs dist/, each file compressed by brotli at quality 11 as a good host sends it. 1 KB = 1024 bytes.
//
// The first load is what a browser fetches until a figure of a new report can be typed into table three. Where a draft is
// stored already, what reads drafts is fetched as well, and counted apart. All else comes behind the first screen or when it is
// asked for; tests/browser/first.rs blocks it and types. Fails when the first load is over the limit.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const goal = 110, limit = 150;
const dist = fileURLToPath(new URL("../dist", import.meta.url));

const weigh = (name) => brotliCompressSync(readFileSync(join(dist, name)), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}).length / 1024;

// The files that index.html names, and the modules these import at once; `nomodule` scripts are for other browsers.
function firstLoad() {
  const page = readFileSync(join(dist, "index.html"), "utf8").replace(/<!--.*?-->/gs, "");
  const tags = page.match(/<(link|script|img)\b[^>]*>/g).filter((tag) => !/\snomodule\b/.test(tag));
  const named = tags.flatMap((tag) => [...tag.matchAll(/\s(?:href|src|data-js|data-wasm)="?([^"\s>]+)/g)].map((hit) => hit[1]));
  const found = new Set(["index.html"]);
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.endsWith(".js")) return;
    const imports = readFileSync(join(dist, name), "utf8").matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
    for (const [, path] of imports) take(posix.join(posix.dirname(name), path));
  };
  named.forEach((name) => take(posix.normalize(name)));
  return [...found];
}

// The further files of the program by the piece that needs them, from the loader in its script: a piece may share a file.
function pieces(script) {
  const text = readFileSync(join(dist, script), "utf8");
  const files = [...text.matchAll(/"\.\/([\w-]+\.wasm)"/g)].map((hit) => hit[1]);
  const shared = files.filter((name) => name.startsWith("chunk_"));
  return { reading: files.filter((name) => name.startsWith("reading-")).concat(shared) };
}

function table(title, names) {
  const rows = names.map((name) => [name, weigh(name)]).sort((a, b) => b[1] - a[1]);
  const total = rows.reduce((sum, [, size]) => sum + size, 0);
  console.log(title);
  for (const [name, size] of rows) console.log(`${size.toFixed(1).padStart(8)} KB  ${name}`);
  console.log(`${total.toFixed(1).padStart(8)} KB  together`);
  return total;
}

const first = firstLoad();
const all = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map((entry) => posix.relative(dist, posix.join(entry.parentPath ?? entry.path, entry.name)));

const { reading } = pieces(first.find((name) => /^nianbao-.*\.js$/.test(name)));
const total = table(`First load (goal ${goal} KB, limit ${limit} KB)`, first);
table("Besides, where a draft is stored already", reading);
table("Later: behind the first screen, or when asked for", all.filter((name) => !first.includes(name) && !reading.includes(name)));
if (total > limit) {
  console.error(`The first load is ${(total - limit).toFixed(1)} KB over the limit.`);
  process.exit(1);
}
