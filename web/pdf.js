// Reads the text of a PDF, as a worker of its own (script/lib/web.sh bundles it to dist/pdf.js): started when a PDF is opened, never
// before. Where things stand on the pages is all that it finds out; what they mean is for src/read/pdf.rs to say.
//
// It is sent one message:   { bytes: ArrayBuffer }           the file
// and answers, in order:    { page: 3, pages: 12 }           after each page
//                           { answer: ArrayBuffer }          once, at the end: JSON in UTF-8, for read_pdf_pages
//
// The answer is { pages: [ … ] } in the shape of src/read/placed.rs, or { refusal, count } where nothing can be read:
// "password", "broken", "scan" (no text on any page), "too_many_pages", "too_large"; count is the number of pages, 0 where unknown.
//
// Character maps are files beside this one (cmaps/), fetched only when a font names one.
import { post } from "./pdf/alone.js";
import "pdfjs-dist/legacy/build/pdf.worker.mjs"; // pdf.js runs it in this thread, as it sees that it is loaded
import { read } from "./pdf/pages.js";

globalThis.postMessage = post;
globalThis.onmessage = async ({ data: { bytes } }) => {
  const found = await read(new Uint8Array(bytes), new URL("cmaps/", import.meta.url).href, (page, pages) => post({ page, pages }));
  const answer = new TextEncoder().encode(JSON.stringify(found)).buffer;
  post({ answer }, [answer]);
};
