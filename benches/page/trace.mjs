// Reads a trace of the browser: what ran inside what on the thread of the page, styles and layouts by what asked for them, what made
// styles stale. Times are those in which the thread ran, in milliseconds.

const categories = [
  "devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.stack",
  "disabled-by-default-devtools.timeline.invalidationTracking", "blink.animations",
].join(",");

// All events of the trace while something is done.
export async function record(page, act) {
  const events = [];
  const collect = ({ value }) => { for (const event of value) events.push(event); };
  page.tools.on("Tracing.dataCollected", collect);
  await page.send("Tracing.start", { transferMode: "ReportEvents", categories });
  await act();
  const complete = new Promise((done) => { page.tools.once("Tracing.tracingComplete", done); });
  await page.send("Tracing.end");
  await complete;
  return events;
}

// Adds up entries [name, time, amount] by their names, the longest first.
export function summed(entries) {
  const sums = new Map();
  for (const [name, time, amount = 0] of entries) {
    const sum = sums.get(name) ?? { name, time: 0, amount: 0, count: 0 };
    sums.set(name, { name, time: sum.time + time, amount: sum.amount + amount, count: sum.count + 1 });
  }
  return [...sums.values()].sort((a, b) => b.time - a.time || b.count - a.count);
}

// Where a call stands: the function, and the file with the line of what is not WebAssembly.
export function called({ functionName, url = "", lineNumber }) {
  const file = url.split("/").at(-1).replace(/-[0-9a-f]{8}(?=\.)/, "");
  const line = file && !file.endsWith(".wasm") ? `:${lineNumber}` : "";
  return `${functionName || "(no name)"} ${file}${line}`.trim();
}

function nameOf({ name, args }) {
  if (name === "EventDispatch") return args.data.type;
  if (name === "FunctionCall") return called(args.data);
  return name;
}

// Left out of paths: what stands around everything, and what only stands around an event.
const around = /^(RunTask|EventDispatcher::)/;

// The events of the page's thread, each with its `path` from outside to inside and its `own` time without what ran inside it.
export function nested(events) {
  const style = events.find(({ name }) => name === "UpdateLayoutTree");
  if (!style) return [];
  const own = events.filter(({ pid, tid, ph }) => pid === style.pid && tid === style.tid && ph === "X");
  own.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const open = [];
  for (const event of own) {
    while (open.length && open.at(-1).ts + (open.at(-1).dur ?? 0) <= event.ts) open.pop();
    event.time = (event.tdur ?? 0) / 1000;
    event.own = event.time;
    if (open.length) open.at(-1).own -= event.time;
    event.outside = open.filter(({ name }) => !around.test(name)).map(nameOf);
    open.push(event);
  }
  return own;
}

// How many calls of a stack are told.
const depth = 4;

// Styles and layouts by what they ran in, and the calls of the script that asked for them before their time. The amount is how many
// elements were styled, or how many objects had to be laid out.
export function asked(thread) {
  const kinds = { UpdateLayoutTree: "style", Layout: "layout" };
  return summed(thread.filter(({ name }) => name in kinds).map(({ name, args, time, outside }) => {
    const calls = args.beginData?.stackTrace?.slice(0, depth).map(called).join(" < ");
    const where = outside.join(" > ") || "before the frame";
    return [`${kinds[name]}: ${where}${calls ? ` (${calls})` : ""}`, time, args.elementCount ?? args.beginData?.dirtyObjects ?? 0];
  }));
}

// All else by its own time, without what is inside it.
export const kinds = (thread) => summed(thread.map((event) => [nameOf(event), event.own]));

// The rules whose change made all below an element stale, with that element; without time.
export function wholeSubtrees(events) {
  const stale = events.filter(({ name, args }) => name === "StyleInvalidatorInvalidationTracking" && args.data.reason === "Invalidation set invalidates subtree");
  return summed(stale.flatMap(({ args: { data } }) => (data.selectors ?? []).map(({ selector }) => [`${data.nodeName}: ${selector}`, 0])));
}

// What else made styles or layout stale, by reason and element; without time.
export function stale(events) {
  const wanted = /^(StyleRecalc|Layout)InvalidationTracking$/;
  return summed(events.filter(({ name }) => wanted.test(name)).map(({ name, args: { data } }) => {
    const kind = name.startsWith("Style") ? "style" : "layout";
    return [`${kind}: ${data.reason} ${data.nodeName}`, 0];
  }));
}

// The animations and transitions that ran; without time.
export function animations(events) {
  const begun = events.filter(({ name, ph, args }) => name === "Animation" && ph === "b" && args.data?.nodeName);
  return summed(begun.map(({ args: { data } }) => [`${data.displayName || data.name} ${data.nodeName}`, 0]));
}
