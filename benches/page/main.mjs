// Measures the built page beside the peers, all by turns in one Chromium: script/bench. Prints medians over the rounds, each beside
// that of the plain page.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { start } from "./chromium.mjs";
import { grow } from "./memory.mjs";
import { paste } from "./paste.mjs";
import { profile } from "./profile.mjs";
import { subjects } from "./subjects.mjs";
import { line, table } from "./table.mjs";
import { measure, median } from "./typing.mjs";

const usage = `usage: script/bench [OPTION…]
  --rounds N      how often each page is opened and measured (5)
  --keys N        how many keys are typed in each round at each speed (200)
  --edits N       memory is looked at after no edit, after N, and after twice as many (500)
  --pages LIST    of plain, react, nianbao (all)
  --parts LIST    of typing, paste, memory (all)
  --profile       measures nothing, but tells what takes the time while keys are typed in Nianbao, or in the one page of --pages`;

const known = { pages: ["plain", "react", "nianbao"], parts: ["typing", "paste", "memory"] };
const speeds = [1, 4];

function fail(words) {
  console.error(words);
  process.exit(2);
}

// What was asked for on the command line.
function options() {
  const given = (fallback) => ({ type: "string", default: fallback });
  const asked = { rounds: given("5"), keys: given("200"), edits: given("500"), pages: given(""), parts: given(known.parts.join()) };
  let values;
  try {
    ({ values } = parseArgs({ options: { ...asked, profile: { type: "boolean" }, help: { type: "boolean" } } }));
  } catch (error) {
    fail(`${error.message}\n${usage}`);
  }
  if (values.help) {
    console.log(usage);
    process.exit();
  }
  values.pages ||= values.profile ? "nianbao" : known.pages.join();
  for (const name of ["rounds", "keys", "edits"]) {
    values[name] = Number(values[name]);
    if (!Number.isSafeInteger(values[name]) || values[name] < 1) fail(`--${name} takes a number from 1 on\n${usage}`);
  }
  for (const [name, all] of Object.entries(known)) {
    values[name] = values[name].split(",");
    if (!values[name].every((value) => all.includes(value))) fail(`--${name} takes some of ${all.join(", ")}\n${usage}`);
  }
  if (values.profile && values.pages.length > 1) fail(`--profile looks at one page\n${usage}`);
  return values;
}

// A server of a folder, which ends with this program.
async function serve(folder) {
  const program = fileURLToPath(new URL("../../script/lib/serve.mjs", import.meta.url));
  const environment = { ...process.env, PORT: "0", ...(folder && { FOLDER: folder }) };
  const server = spawn(process.execPath, [program, "--with-parent"], { env: environment, stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    server.stdout.once("data", (words) => found(String(words).trim()));
    server.once("exit", () => failed(new Error("nothing is served")));
  });
  return { address, end: () => server.stdin.end() };
}

// Opens a page, does something with it, and closes it.
async function withPage(open, act) {
  const page = await open();
  try {
    return await act(page);
  } finally {
    await page.close();
  }
}

// One round of one page: what was measured at each speed.
async function round(page, { keys, parts }, seed) {
  const found = {};
  for (const speed of speeds) {
    if (parts.includes("typing")) found[`typing ${speed}`] = await measure(page, keys, seed, speed);
  }
  for (const speed of speeds) {
    if (parts.includes("paste")) found[`paste ${speed}`] = await paste(page, seed + speed, speed);
  }
  return found;
}

// All rounds, the pages by turns: each round begins with another, so that none always comes first.
async function rounds(open, asked) {
  const found = Object.fromEntries(asked.pages.map((name) => [name, []]));
  for (let n = 0; n < asked.rounds; n += 1) {
    const turn = n % asked.pages.length;
    for (const name of [...asked.pages.slice(turn), ...asked.pages.slice(0, turn)]) {
      found[name].push(await withPage(open[name], (page) => round(page, asked, n + 1)));
      console.error(`round ${n + 1} of ${asked.rounds}: ${name}`);
    }
  }
  return found;
}

const typed = [
  ["a digit until its total is painted, ms: median", "digit", 1], ["… 95 of 100", "digitLate", 1],
  ["Tab or Enter until it is painted, ms: median", "move", 1], ["… 95 of 100", "moveLate", 1],
  ["work of the page's thread a key, ms", "task", 2], ["… of it script", "script", 2], ["… of it style", "style", 2],
  ["… of it layout", "layout", 2], ["styles a key", "styles", 2], ["layouts a key", "layouts", 2],
  ["tasks over 50 ms in 100 keys", "long", 1],
];

// The lines of what was measured in rounds.
function lines(found, { pages, parts }) {
  const all = [];
  const over = (kind, field) => pages.map((name) => {
    const values = found[name].map((round) => round[kind][field]);
    return values.includes(null) ? null : median(values);
  });
  for (const speed of speeds) {
    const title = speed === 1 ? "At full speed" : `At 1/${speed} of the speed`;
    all.push(title);
    if (parts.includes("typing")) all.push(...typed.map(([words, field, digits]) => line(words, over(`typing ${speed}`, field), digits)));
    if (parts.includes("paste")) {
      all.push(line("150 cells pasted until they are painted, ms", over(`paste ${speed}`, "time"), 1, "cannot"));
      all.push(line("… cells that changed", over(`paste ${speed}`, "changed"), 0));
    }
  }
  return all;
}

// The lines of what each page holds.
function held(looks, { pages, edits }) {
  const fields = [["heap, MB", "heap", 2], ["WebAssembly, MB", "wasm", 2], ["nodes", "nodes", 0], ["listeners", "listeners", 0]];
  return [0, 1, 2].flatMap((at) => [
    `After ${at * edits} edits`, ...fields.map(([words, field, digits]) => line(words, pages.map((name) => looks[name][at][field]), digits)),
  ]);
}

const asked = options();
const servers = [await serve(), await serve(process.env.PEERS)];
const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
const browser = await start(process.env.CHROME);
try {
  const open = subjects(browser, { dist: servers[0].address, peers: servers[1].address }, folder);
  if (asked.profile) {
    await withPage(open[asked.pages[0]], (page) => profile(page, asked.keys));
  } else {
    const before = loadavg()[0];
    const isTimed = asked.parts.some((part) => part !== "memory");
    const all = isTimed ? lines(await rounds(open, asked), asked) : [];
    if (asked.parts.includes("memory")) {
      const looks = {};
      for (const name of asked.pages) looks[name] = await withPage(open[name], (page) => grow(page, asked.edits));
      all.push(...held(looks, asked));
    }
    console.log(`${browser.version}, ${cpus().length} cores (${cpus()[0].model}), load ${before.toFixed(1)} to ${loadavg()[0].toFixed(1)}, ` +
      `${isTimed ? `${asked.rounds} rounds of ${asked.keys} keys` : "one round"}\n`);
    console.log(table(asked.pages, all));
  }
} finally {
  await browser.close();
  servers.forEach(({ end }) => end());
  rmSync(folder, { recursive: true, force: true });
}
