// The few things that are shorter and safer in JavaScript than through bindings.

// A random id; `crypto.randomUUID` is missing on plain http.
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Offers a text or bytes as a file.
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
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

// Calls a function of web/late.js, which is loaded when the first of them is called.
export async function late(name, given) {
  const functions = await import(new URL("late.js", document.baseURI).href);
  return functions[name](...given);
}

// Resolves after so many milliseconds.
export function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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

