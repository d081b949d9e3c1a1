// Types into a page, key by key, and tells what that took.
import { pause } from "./chromium.mjs";
import { walks } from "./keys.mjs";

// The time between two keys beyond what the first takes to be painted, so that what a page does after it is done: milliseconds.
const between = 15;

// How long a page rests until what it does when typing pauses is done too.
const rest = 600;

// Types so many keys, or so many of those that are counted. Before each walk the focus is put into its first cell, which is no key.
export async function type(page, count, seed, { isCounted, breath = between } = {}) {
  for (const { from, keys } of walks(count, seed, isCounted)) {
    await page.run(`document.activeElement.blur(), document.getElementsByName("${from}")[0].focus()`);
    for (const key of keys) {
      await page.press(key);
      await page.run("bench.painted().then(() => {})");
      await pause(breath);
    }
  }
}

const middle = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
export const median = (values) => middle(values, 0.5);

// The time of keys until they are painted, in milliseconds, and the work of the page's thread, a key. What is done when typing rests is
// not in it.
export async function measure(page, count, seed, rate) {
  await page.slow(rate);
  await pause(rest);
  await page.run("bench.take()");
  const before = await page.metrics();
  await type(page, count, seed);
  const after = await page.metrics();
  await pause(rest);
  const { keys, long } = await page.run("bench.take()");
  await page.slow(1);
  if (keys.length !== count) throw new Error(`${count} keys were pressed and ${keys.length} seen`);
  const times = (isDigit) => keys.filter(({ key }) => /^\d$/.test(key) === isDigit).map(({ time }) => time);
  const a = (name, scale) => ((after[name] - before[name]) * scale) / count;
  return {
    digit: median(times(true)), digitLate: middle(times(true), 0.95), move: median(times(false)), moveLate: middle(times(false), 0.95),
    script: a("ScriptDuration", 1000), style: a("RecalcStyleDuration", 1000), layout: a("LayoutDuration", 1000), task: a("TaskDuration", 1000),
    styles: a("RecalcStyleCount", 1), layouts: a("LayoutCount", 1), long: (long.length * 100) / count,
  };
}
