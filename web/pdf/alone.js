// Imported before pdf.js. Where pdf.js finds itself in a worker it takes the worker's messages for its own and answers them; but
// this worker is ours. So the one thing by which it knows a worker is out of its sight until it is loaded (web/pdf.js puts it back).
export const post = globalThis.postMessage?.bind(globalThis);
if (post) globalThis.postMessage = undefined;
