#!/usr/bin/env node
// Cuts the program into what the first keystroke needs and the pieces that are fetched late: where the cuts are says
// src/main.rs. Trunk runs it when all else is in its staging folder, and this puts its own files there in place of
// the one that Trunk made of the same program. What several pieces need is in files of their own (chunk_…), which are fetched
// with the first of them.
//
// wasm-split-cli (cuts) → wasm-bindgen (bindings of the first file) → wasm-opt → esbuild (one script of all bindings).
// Each file is named by its content, so that a host may let browsers keep it for ever.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("Trunk runs this: script/build");
const program = join(root, process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", "page", "nianbao.wasm");
const cut = join(root, "target/web/cut");
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: "inherit" });

rmSync(cut, { recursive: true, force: true });
mkdirSync(cut, { recursive: true });

// leptos brings the streams of its server functions, which this page does not have. What a program exports is kept in its first
// file, whether it is called or not: five kilobytes. So these exports are taken out; what is not exported nobody refers to.
const unwanted = /(^|_)intounderlying(byte)?(source|sink)_/;

// A program without the exports whose names fit; all else of it stays byte for byte.
function withoutExports(bytes, names) {
  let at = 8;
  const number = () => {
    for (let n = 0, scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      n += (byte & 127) * scale;
      if (byte < 128) return n;
    }
  };
  const written = (n) => {
    const out = [];
    for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) | 128);
    return Buffer.from([...out, n]);
  };
  const out = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at, section = bytes[at++], size = number(), end = at + size;
    if (section === 7) {
      const kept = [];
      for (let left = number(); left > 0; left--) {
        const from = at, length = number(), name = bytes.toString("utf8", at, at + length);
        at += length + 1;
        number();
        if (!names.test(name)) kept.push(bytes.subarray(from, at));
      }
      const body = Buffer.concat([written(kept.length), ...kept]);
      out.push(Buffer.from([section]), written(body.length), body);
    } else {
      out.push(bytes.subarray(start, end));
    }
    at = end;
  }
  return Buffer.concat(out);
}

const whole = join(cut, "whole.wasm");
writeFileSync(whole, withoutExports(readFileSync(program), unwanted));
run("wasm-split-cli", whole, cut, "--out-name", "nianbao");
rmSync(whole);
// The other files reach into the first by what the linker exports, so that this is kept.
run("wasm-bindgen", "--target=web", "--keep-lld-exports", "--no-typescript", "--out-name=nianbao", `--out-dir=${cut}`, join(cut, "nianbao.wasm"));

// Puts a file into the page under a name that its content gives it; returns the name.
function place(name, ending, content) {
  const file = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${ending}`;
  writeFileSync(join(staging, file), content);
  return file;
}

// What every browser has that can start the page (see script/lib/web.sh), and no more.
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

function optimised(name, file) {
  const out = join(cut, `${name}.opt.wasm`);
  // By name, what is alike stands together, and is packed the smaller.
  run("wasm-opt", "-Oz", "--reorder-functions-by-name", "--quiet", ...features.map((feature) => `--enable-${feature}`), join(cut, file), "-o", out);
  return place(name, "wasm", readFileSync(out));
}

// What Trunk made of the program, whose names are in the page by now.
const made = readdirSync(staging).filter((file) => /^nianbao-[0-9a-f]+(_bg\.wasm|\.js)$/.test(file));
const named = (ending) => made.find((file) => file.endsWith(ending)) ?? "";
const names = [named("_bg.wasm"), named(".js")];
if (names.includes("")) throw new Error(`Trunk made no program: ${made}`);
for (const name of names) rmSync(join(staging, name));
rmSync(join(staging, "snippets"), { recursive: true, force: true });

// The loader names each further file once, and finds it beside itself. It would only take files that the host calls
// application/wasm; as for the first file, any host will do.
const loader = join(cut, "__wasm_split.js");
const asked = "WebAssembly.instantiateStreaming(src, imports)";
const taken = "src.then((r) => r.ok ? r.arrayBuffer() : Promise.reject(new Error(`${r.url} ${r.status}`))).then((b) => WebAssembly.instantiate(b, imports))";
let links = readFileSync(loader, "utf8");
// One function fetches all files, for the loader is part of the first load.
links = links.replace(/\(\) => \{\s*const src = fetch\(new URL\(("[^"]+"), import\.meta\.url\)\);\s*src\.catch[^]*?\n\}/g, "fetcher($1)");
links += `function fetcher(path) {
  return () => {
    const src = fetch(new URL(path, import.meta.url));
    src.catch(() => {});
    return async (imports) => ${taken};
  };
}
`;
if (links.includes(asked) || !links.includes('fetcher("')) throw new Error("The loader is not as it was: see what became of wasm_split_cli_support");
const placed = new Map();
for (const [quoted, file, name] of links.matchAll(/"\.\/((?:split_)?(\w+)\.wasm)"/g)) {
  placed.set(file, optimised(name, file));
  links = links.replace(quoted, JSON.stringify(`./${placed.get(file)}`));
}
writeFileSync(loader, links);

// Which files each piece is made of, for script/size.mjs: its own, and the chunks that its loader waits for.
const chunks = new Map([...links.matchAll(/const (__chunk_\d+) = makeLoad\([^]*?"\.\/([\w-]+\.wasm)"/g)].map(([, variable, file]) => [variable, file]));
const pieces = {};
for (const [, name, call] of links.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?)\]\)\);/g)) {
  const own = [...call.matchAll(/"\.\/([\w-]+\.wasm)"/g)].map((hit) => hit[1]);
  pieces[name] = own.concat([...call.matchAll(/__chunk_\d+/g)].map(([variable]) => chunks.get(variable)));
}
writeFileSync(join(cut, "pieces.json"), JSON.stringify(pieces));

const { outputFiles: [script] } = await build({
  // What boot.js calls, and what that leads to.
  stdin: { contents: 'export { default } from "./nianbao.js";', resolveDir: cut, sourcefile: "entry.js" }, bundle: true, minify: true, charset: "utf8", format: "esm", write: false,
  legalComments: "none", target: ["chrome97", "firefox102", "safari16"], logLevel: "warning",
  // wasm-bindgen names a module once for each of its functions.
  logOverride: { "duplicate-object-key": "silent" },
});
const ours = [optimised("nianbao", "nianbao_bg.wasm"), place("nianbao", "js", script.contents)];
const page = join(staging, "index.html");
const text = names.reduce((text, name, at) => text.replaceAll(name, ours[at]), readFileSync(page, "utf8"));
// The sheets that are fetched late: boot.js is told their name.
const late = place("late", "css", readFileSync(join(root, "target/web/late.css")));
// What Trunk would have the browser fetch besides is in the one script.
writeFileSync(page, text.replace(/<link\b[^>]*\/snippets\/[^>]*>/g, "").replace("data-js=", `data-late="./${late}" data-js=`));
