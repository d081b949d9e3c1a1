// A worker: runs one of the other wasm binaries (src/bin/worker.rs, reader.rs, writer.rs) off the page, where a slow or broken job cannot freeze or stop
// the page. Takes and sends the bytes of src/job/message.rs, each in a buffer that is handed over. When it cannot go on it says
// so by an object, {loaded}: whether the binary was there. After a panic the wasm instance is not to be trusted any more,
// so that the page starts a new worker. Messages that come while the binary is still loading wait in `ready`.
const asked = new URL(import.meta.url).searchParams.get("program");
const program = ["reader", "writer"].includes(asked) ? asked : "worker";
const ready = import(`./${program}.js`).then(async (worker) => {
  await worker.default({ module_or_path: new URL(`./${program}_bg.wasm`, import.meta.url) });
  return worker;
});

onmessage = async ({ data }) => {
  let loaded = false;
  try {
    const worker = await ready;
    loaded = true;
    if (!worker.run(new Uint8Array(data), (bytes) => postMessage(bytes.buffer, [bytes.buffer]))) throw new Error("no job");
  } catch (error) {
    console.warn(error);
    postMessage({ loaded });
  }
};
