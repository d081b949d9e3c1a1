#!/usr/bin/env node
// Weighs dist/, each file compressed by brotli at quality 11 as a good host sends it. 1 KB = 1024 bytes.
//
// The first load is what a browser fetches until a figure of a new report can be typed into table three. All else is fetched
// late: the pieces of the program one after the other once the first screen stands (what reads drafts at once, where a draft is
// stored), the rest when it is asked for. tests/browser/first.rs blocks it and types. Fails when the first load is over the limit.
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

// The late pieces of the program with their files, as script/lib/cut.mjs noted them. A piece may share a file with others, which
// is then fetched once.
function pieces(script) {
  const text = readFileSync(join(dist, script), "utf8");
  const known = new Set([...text.matchAll(/"\.\/([\w-]+\.wasm)"/g)].map((hit) => hit[1]));
  const parts = JSON.parse(readFileSync(join(dist, "../target/web/cut/pieces.json"), "utf8"));
  for (const files of Object.values(parts)) {
    const missing = files.find((file) => !known.has(file));
    if (missing) throw new Error(`${missing} is not in the loader: dist/ and target/web/ are of different builds`);
  }
  return parts;
}

// What each piece costs: its own files, and what it shares with others, the whole of it though another may have fetched it.
function piecesTable(parts) {
  const users = (file) => Object.values(parts).filter((files) => files.includes(file)).length;
  const sum = (files) => files.reduce((sum, file) => sum + weigh(file), 0);
  console.log("Late pieces of the program: alone + shared with other pieces");
  for (const [name, files] of Object.entries(parts)) {
    const own = files.filter((file) => users(file) === 1);
    const shared = files.filter((file) => users(file) > 1);
    console.log(`${sum(own).toFixed(1).padStart(8)} KB + ${sum(shared).toFixed(1).padStart(5)} KB  ${name} (${files.length} files)`);
  }
  const all = [...new Set(Object.values(parts).flat())];
  console.log(`${sum(all).toFixed(1).padStart(8)} KB  together, ${all.length} files`);
  return all;
}

function table(title, names) {
  // The character maps of PDFs are many, and fetched one by one: they are weighed together.
  const maps = names.filter((name) => name.startsWith("cmaps/"));
  const rows = names.filter((name) => !maps.includes(name)).map((name) => [name, weigh(name)]);
  if (maps.length) rows.push([`cmaps/ (${maps.length} files)`, maps.reduce((sum, name) => sum + weigh(name), 0)]);
  rows.sort((a, b) => b[1] - a[1]);
  const total = rows.reduce((sum, [, size]) => sum + size, 0);
  console.log(title);
  for (const [name, size] of rows) console.log(`${size.toFixed(1).padStart(8)} KB  ${name}`);
  console.log(`${total.toFixed(1).padStart(8)} KB  together`);
  return total;
}

const first = firstLoad();
const all = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map((entry) => posix.relative(dist, posix.join(entry.parentPath ?? entry.path, entry.name)));

const parts = pieces(first.find((name) => /^nianbao-.*\.js$/.test(name)));
const total = table(`First load (goal ${goal} KB, limit ${limit} KB)`, first);
const late = piecesTable(parts);
table("When asked for", all.filter((name) => !first.includes(name) && !late.includes(name)));
if (total > limit) {
  console.error(`The first load is ${(total - limit).toFixed(1)} KB over the limit.`);
  process.exit(1);
}
