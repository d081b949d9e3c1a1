// What only screens need that are fetched late: charts, the paper, the clipboard, PDF, what is shown at words. The page imports it when one of these is first called
// (script/lib/web.sh bundles it to dist/late.js).

const echarts = () => import(new URL("echarts.js", document.baseURI).href);
const drawn = new WeakMap();

// Draws a chart into an element, or draws it anew. ECharts is loaded when the first chart is drawn.
export async function draw(element, option, label) {
  const { init } = await echarts();
  if (!element.isConnected) return;
  let chart = drawn.get(element)?.chart;
  if (!chart) {
    chart = init(element, null, { renderer: "svg", locale: "ZH" });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(element);
    drawn.set(element, { chart, resized });
    // Which mark was clicked: its series and its place in it.
    chart.on("click", ({ seriesIndex, dataIndex }) => {
      element.dataset.picked = `${seriesIndex} ${dataIndex}`;
      element.dispatchEvent(new Event("pick"));
    });
  }
  chart.setOption(JSON.parse(option), { notMerge: true });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", label);
  element.dataset.drawn = "";
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

// A chart as the text of an SVG of so many pixels, drawn nowhere.
export async function drawSvg(option, width, height) {
  const { init } = await echarts();
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height, locale: "ZH" });
  chart.setOption(JSON.parse(option));
  const svg = chart.renderToSVGString();
  chart.dispose();
  // ECharts numbers what it draws through the life of the page; the same chart is the same text.
  const names = [...new Set(svg.match(/\bzr\d+-[\w-]+/g))];
  return names.reduce((text, name, at) => text.replaceAll(name, `chart-${at}`), svg);
}

// Puts an SVG into an element, in place of what stands there.
export function putSvg(element, svg) {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  element.replaceChildren(document.importNode(drawing, true));
}

// An SVG as a PNG of so many times its size.
export async function pngOf(svg, times) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * times, image.naturalHeight * times];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("no PNG")), "image/png"));
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Puts HTML and plain text on the clipboard. By the event of copying, which takes the HTML as it is; the interface that came later
// rewrites it, and is missing on plain http.
export async function copy(html, text) {
  let copied = false;
  const fill = (event) => {
    if (html) event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener("copy", fill, { capture: true });
  try {
    document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
  }
  if (copied) return;
  const part = (type, content) => [type, new Blob([content], { type })];
  const parts = [part("text/plain", text), ...(html ? [part("text/html", html)] : [])];
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
}

// The tables of copied HTML: [the program that copied, letters outside the tables, tables]; a table is rows, a row cells, a cell
// [rows, columns, words]. A table in which others lie is only there for its looks.
export function tablesOf(html) {
  // The page's policy holds for what it parses: looks are kept as words.
  const bare = html.replace(/<(style|script)\b[^]*?<\/\1\s*>|<link\b[^>]*>/gi, "").replace(/(<[^>]*?\s)style(\s*=)/gi, "$1data-style$2");
  const page = new DOMParser().parseFromString(bare, "text/html");
  const named = (name) => page.querySelector(`meta[name="${name}" i]`)?.content ?? "";
  const program = `${named("ProgId")} ${named("generator")}`;
  const tables = [...page.querySelectorAll("table")].filter((table) => !table.querySelector("table"));
  const words = (cell) => {
    for (const hidden of cell.querySelectorAll("[hidden]")) hidden.remove();
    for (const line of cell.querySelectorAll("br, p + p, div + div")) line.before("\n");
    const shown = cell.textContent.replace(/[ \t\r\n]*\n[ \t\r\n]*/g, "\n").trim();
    // A column that is too narrow shows ####; some programs tell the figure beside it.
    return /^#+$/.test(shown) ? cell.getAttribute("sdval") || cell.getAttribute("x:num") || shown : shown;
  };
  const cellOf = (cell) => {
    // Excel calls a label that spills over an empty neighbour a merged cell.
    const spills = (what) => (cell.getAttribute("data-style") ?? "").includes(`mso-ignore:${what}`);
    const columns = spills("colspan") ? 1 : cell.colSpan;
    const own = [cell.rowSpan || 1, columns, words(cell)];
    return [own, ...Array.from({ length: cell.colSpan - columns }, () => [1, 1, ""])];
  };
  const found = tables.map((table) => [...table.rows].map((row) => [...row.cells].flatMap(cellOf)));
  for (const table of tables) table.remove();
  return [program, page.body.textContent.trim().length, found];
}

// Resolves when no typeface is being loaded.
export function fontsLoaded() {
  return document.fonts.ready;
}

// Resolves when the charts of the report are drawn, or when they have taken too long; then the paper is laid out.
export async function chartsDrawn() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await frame();
  const end = Date.now() + 10_000;
  while (document.querySelector("[data-report] .drawing:not([data-drawn])") && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  await document.fonts.ready;
  await frame();
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

// Stops a worker that takes a PDF apart, as soon as it is there.
export async function stopPdf(worker) {
  (await worker).terminate();
}

// What takes a popover that is shown along with its words.
const following = new WeakMap();

const holds = ({ left, right, top, bottom }, x, y) => left - 2 <= x && x <= right + 2 && top <= y && y <= bottom;

// The words of findings stand behind their field, where no pointer reaches them: so they are measured, once the pointer rests.
export function wordsAt(lines, x, y) {
  const here = (words) => [...words.getClientRects()].some((rect) => holds(rect, x, y));
  return [...lines.querySelectorAll("[data-words]")].find(here)?.dataset.words ?? "";
}

// Shows a popover at the words of a finding, its corner at the line of them that is meant: under it, or over it where there is no room.
export function showAt(popover, lines, number, x, y) {
  hideAt(popover);
  const measured = () => [...lines.querySelectorAll(`[data-words~="${number}"]`)].flatMap((words) => [...words.getClientRects()]);
  const meant = measured().findIndex((rect) => x !== null && holds(rect, x, y));
  const place = () => {
    const rects = measured();
    const words = rects[meant] ?? rects[rects.length - 1];
    if (!words) return hideAt(popover);
    const field = lines.getBoundingClientRect();
    const pane = (lines.closest("main") ?? document.body).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const middle = (words.left + words.right) / 2;
    const left = Math.max(8, Math.min(Math.max(middle - width / 2, field.left), field.right - width));
    const isOver = words.bottom + 8 + height > innerHeight && words.top - 8 - height > 0;
    popover.dataset.side = isOver ? "over" : "under";
    popover.style.left = `${left}px`;
    popover.style.top = `${isOver ? words.top - 8 - height : words.bottom + 8}px`;
    popover.style.setProperty("--corner", `${Math.min(Math.max(middle - left, 16), width - 16)}px`);
    popover.style.visibility = words.bottom < pane.top || words.top > pane.bottom ? "hidden" : "";
  };
  const end = new AbortController();
  following.set(popover, end);
  addEventListener("scroll", place, { capture: true, passive: true, signal: end.signal });
  addEventListener("resize", place, { signal: end.signal });
  popover.hidden = false;
  // A browser that knows no popovers shows it in its place all the same.
  if (popover.isConnected) popover.showPopover?.();
  place();
}

// Takes a popover away.
export function hideAt(popover) {
  following.get(popover)?.abort();
  following.delete(popover);
  if (!popover.hidden && popover.isConnected) popover.hidePopover?.();
  popover.hidden = true;
}
