// Tells what the browser does while keys are typed, and what of it takes the most.
import { animations, asked, called, kinds, nested, record, stale, summed, wholeSubtrees } from "./trace.mjs";
import { type } from "./typing.mjs";

// How long the thread runs between two samples, in microseconds.
const interval = 100;

// The functions by the time that was theirs alone, from samples while keys are typed. Those of WebAssembly have no names in the
// built page, only numbers.
async function functions(page, act) {
  await page.send("Profiler.enable");
  await page.send("Profiler.setSamplingInterval", { interval });
  await page.send("Profiler.start");
  await act();
  const { profile: { nodes, samples, timeDeltas } } = await page.send("Profiler.stop");
  const names = new Map(nodes.map(({ id, callFrame }) => [id, called(callFrame)]));
  const own = summed(samples.map((id, at) => [names.get(id), timeDeltas[at] / 1000]));
  return own.filter(({ name }) => !["(program)", "(idle)"].includes(name));
}

const most = 20;

function print(title, sums, keys, { time = true, amount } = {}) {
  console.log(`\n${title}`);
  if (sums.length === 0) console.log("  none");
  for (const sum of sums.slice(0, most)) {
    const parts = [`${(sum.count / keys).toFixed(2).padStart(7)} ×`];
    if (time) parts.unshift(`${(sum.time / keys).toFixed(3).padStart(8)} ms`);
    if (amount) parts.push(`${(sum.amount / sum.count).toFixed(0).padStart(5)} ${amount}`);
    console.log(`${parts.join(" ")}  ${sum.name}`);
  }
}

// Types so many keys twice, once beside each recorder, since one disturbs the other, and prints what was found, a key.
export async function profile(page, keys) {
  await type(page, keys, 1);
  const own = await functions(page, () => type(page, keys, 2));
  const events = await record(page, () => type(page, keys, 3));
  const thread = nested(events);
  console.log(`All figures are for one key, of ${keys}. Recording slows everything down: what counts is which is greater.`);
  print("Functions by their own time (sampled; × is samples)", own, keys);
  print("What the thread did, by its own time", kinds(thread), keys);
  print("Styles and layouts by what asked for them", asked(thread), keys, { amount: "elements" });
  print("Rules for which all below an element was styled anew", wholeSubtrees(events), keys, { time: false });
  print("What made styles and layout stale", stale(events), keys, { time: false });
  print("Animations and transitions", animations(events), keys, { time: false });
}
