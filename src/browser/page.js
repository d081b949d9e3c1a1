// The few things that are shorter and safer in JavaScript than through bindings.

// A random id; `crypto.randomUUID` is missing on plain http.
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Offers a text as a file.
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The text of a file: UTF-8, or GB18030 where it is not. What is neither is refused.
export async function readText(file) {
  const bytes = await file.arrayBuffer();
  try {
    // A byte order mark is kept: whoever reads the text says so.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

let echarts;
const drawn = new WeakMap();

// Draws a chart into an element, or draws it anew. ECharts is loaded when the first chart is drawn.
export async function draw(element, option, label) {
  echarts ??= import(new URL("echarts.js", document.baseURI).href);
  const { init } = await echarts;
  if (!element.isConnected) return;
  let chart = drawn.get(element);
  if (!chart) {
    chart = init(element, null, { renderer: "svg", locale: "ZH" });
    drawn.set(element, chart);
    new ResizeObserver(() => chart.resize()).observe(element);
  }
  chart.setOption(JSON.parse(option), { notMerge: true });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", label);
  element.dataset.drawn = "";
}

// Resolves when the element first comes into view.
export function seen(element) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    }, { rootMargin: "200px" });
    observer.observe(element);
  });
}

// Resolves after so many milliseconds.
export function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Resolves when the charts of the report are drawn, or when they have taken too long; then the paper is laid out.
export async function chartsDrawn() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await frame();
  const end = Date.now() + 10_000;
  while (document.querySelector("[data-report] .drawing:not([data-drawn])") && Date.now() < end) await wait(50);
  await frame();
}

let worker;
let asked = 0;
const waiting = new Map();

// Asks the office worker; a worker that broke down is replaced.
export function ask(job) {
  if (!worker) {
    worker = new Worker(new URL("office-worker.js", document.baseURI), { type: "module" });
    const end = (message) => {
      worker.terminate();
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    };
    worker.onmessage = ({ data: { id, done, error, dead } }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error === undefined) resolve?.(done);
      else reject?.(new Error(error));
      if (dead) end(error);
    };
    worker.onerror = (event) => end(event.message ?? "worker");
  }
  const id = asked++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, job });
  });
}
