// What a page holds after many edits, when the browser has taken away all that nobody needs.
import { pause } from "./chromium.mjs";
import { type } from "./typing.mjs";

// What one collection leaves behind another may take.
const collections = 3;
const rest = 1000;

async function held(page) {
  await pause(rest);
  for (let n = 0; n < collections; n += 1) await page.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await page.send("Memory.getDOMCounters");
  const { JSHeapUsedSize } = await page.metrics();
  return { heap: JSHeapUsedSize / 1e6, wasm: (await page.run("bench.memory()")) / 1e6, nodes, listeners: jsEventListeners };
}

// Megabytes of heap and WebAssembly, nodes and listeners after no edit, after so many, and after twice as many. An edit is a digit.
export async function grow(page, edits) {
  const looks = [await held(page)];
  for (const seed of [1, 2]) {
    await type(page, edits, seed, { isCounted: (key) => /^\d$/.test(key), breath: 0 });
    looks.push(await held(page));
  }
  return looks;
}
