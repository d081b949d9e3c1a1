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

// The bytes of a file, or so many of its first ones where it has more.
export async function readBytes(file, most) {
  return new Uint8Array(await (file.size > most ? file.slice(0, most) : file).arrayBuffer());
}

// The text of bytes: UTF-8, or GB18030 where they are not. What is neither is refused.
export function textOfBytes(bytes) {
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
  let chart = drawn.get(element)?.chart;
  if (!chart) {
    chart = init(element, null, { renderer: "svg", locale: "ZH" });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(element);
    drawn.set(element, { chart, resized });
  }
  chart.setOption(JSON.parse(option), { notMerge: true });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", label);
  element.dataset.drawn = "";
}

// Whether a chart has been drawn, so that others cost no fetching.
export function chartsLoaded() {
  return echarts !== undefined;
}

// Lets go of the chart in an element that is taken away.
export function dispose(element) {
  const { chart, resized } = drawn.get(element) ?? {};
  resized?.disconnect();
  chart?.dispose();
  drawn.delete(element);
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

// Starts the worker that runs a program. `take` gets the bytes of its messages; `died` is called once when it cannot go on, with whether it was loaded.
export function startWorker(program, take, died) {
  const worker = new Worker(new URL(`worker-start.js?program=${program}`, document.baseURI), { type: "module" });
  worker.onmessage = ({ data }) => data instanceof ArrayBuffer ? take(new Uint8Array(data)) : died(data.loaded);
  worker.onerror = () => died(false);
  return worker;
}

// Sends bytes to a worker, whose own they are from then on.
export function sendToWorker(worker, bytes) {
  worker.postMessage(bytes.buffer, [bytes.buffer]);
}

// Stops a worker, whatever it is doing, and hears no more of it.
export function stopWorker(worker) {
  worker.onmessage = worker.onerror = null;
  worker.terminate();
}

// Takes a PDF apart in a worker of its own (web/pdf.js). `step` is called after each page with its number and how many there are;
// `done` once with the bytes of the answer, or with none where the worker could not go on.
export function startPdf(bytes, step, done) {
  const worker = new Worker(new URL("pdf.js", document.baseURI), { type: "module" });
  const end = (answer) => {
    worker.terminate();
    done(answer);
  };
  worker.onmessage = ({ data }) => data.answer ? end(new Uint8Array(data.answer)) : step(data.page, data.pages);
  worker.onerror = () => end();
  worker.postMessage({ bytes: bytes.buffer }, [bytes.buffer]);
  return worker;
}
