// What stands on the pages of a PDF, and where, in the shape of src/read/placed.rs; or why nothing can be read of it.
import { getDocument, Util, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { rules } from "./rules.js";

const mostPages = 500;
// The most characters of all pages, so that a file cannot fill the memory.
const mostText = 20_000_000;

// Whole numbers of a size that src/read/placed.rs takes.
const thousandths = (number) => Math.round(Math.max(-1e6, Math.min(1e6, number || 0)) * 1000);

// The text of a page. A line that is written downwards becomes a piece for each character, for each stands upright.
function texts({ items, styles }, view) {
  const scale = Math.hypot(view[0], view[1]);
  const found = [];
  for (const { str, transform, width, height, fontName } of items) {
    if (!str.trim()) continue;
    const [a, b, c, d, x, y] = Util.transform(view, transform);
    const size = Math.hypot(c, d);
    const add = (text, x, y, width, turn) => {
      const piece = { x: thousandths(x), y: thousandths(y), width: thousandths(width), height: thousandths(size), text };
      found.push(turn ? { ...piece, turn } : piece);
    };
    if (styles[fontName]?.vertical) {
      const characters = [...str], step = height * scale / characters.length;
      characters.forEach((one, at) => {
        if (one.trim()) add(one, x - size / 2, y + step * at + size * 0.88, size, 0);
      });
    } else {
      add(str, x, y, width * scale, (Math.round(Math.atan2(b, a) * 180 / Math.PI) + 360) % 360);
    }
  }
  return found;
}

// The pages of a PDF, or { refusal } as web/pdf.js lists them. `cMaps` is the folder of the character maps; `turned` is told of each page.
export async function read(bytes, cMaps, turned = () => {}) {
  const task = getDocument({
    data: bytes,
    // Nothing is drawn: no fonts of the browser, no pictures (the largest that is decoded has no points), no code made of text.
    isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, maxImageSize: 0,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
    useWorkerFetch: true, cMapUrl: cMaps, cMapPacked: true, verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    const count = file.numPages;
    if (count > mostPages) return { refusal: "too_many_pages", count };
    const pages = [];
    let length = 0;
    for (let number = 1; number <= count; number++) {
      const page = await file.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      // As it stands: ligatures and radicals are put right later, for all formats in one place.
      const text = texts(await page.getTextContent({ disableNormalization: true }), transform);
      length += text.reduce((sum, { text }) => sum + text.length, 0);
      if (length > mostText) return { refusal: "too_large", count };
      // Annotations are not of the text. A page whose lines cannot be made out has text all the same.
      const drawn = await page.getOperatorList({ annotationMode: 0 }).catch(() => ({ fnArray: [], argsArray: [] }));
      const lines = rules(drawn, transform).map((line) => line.map(thousandths)).map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 }));
      pages.push({ width: thousandths(width), height: thousandths(height), texts: text, lines });
      page.cleanup();
      turned(number, count);
    }
    return pages.some(({ texts }) => texts.length) ? { pages } : { refusal: "scan", count };
  } catch (error) {
    return { refusal: error?.name === "PasswordException" ? "password" : "broken", count: 0 };
  } finally {
    await task.destroy();
  }
}
