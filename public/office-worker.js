// The office worker: runs the second wasm binary (src/bin/office.rs) off the page, where a slow or broken job cannot
// freeze or stop the page. Takes {id, job}, job being JSON text; answers {id, done} or {id, error}. After a panic the
// wasm instance is not to be trusted any more: the answer says `dead: true`, and the page starts a new worker.
// Messages that come while the binary is still loading wait in `ready`.
const version = new URL(import.meta.url).search;
const ready = import(`./office.js${version}`).then(async (office) => {
  await office.default({ module_or_path: new URL(`./office_bg.wasm${version}`, import.meta.url) });
  return office;
});

onmessage = async ({ data: { id, job } }) => {
  try {
    const office = await ready;
    postMessage({ id, done: office.run(job) });
  } catch (error) {
    postMessage({ id, error: String(error?.message ?? error), dead: !isAnswer(error) });
  }
};

// A job that fails in an orderly way throws text or an Error of its own; a trap, or a binary that did not load, does not.
function isAnswer(error) {
  return typeof error === "string" || error?.constructor === Error;
}
