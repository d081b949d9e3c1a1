// Runs in a page before its own scripts. Notes for each key how long it took, from the key's own time stamp, until what it brings
// about was painted: for a digit the total of its row, for another key the focus elsewhere. Notes long tasks and pastes too, and
// remembers the memory of WebAssembly, which the browser does not count as heap.
{
  const keys = [], long = [], memories = new Set();
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });

  const field = (name) => document.getElementsByName(name)[0];
  const figure = (name) => Number(field(name).value.replaceAll(",", ""));

  // Whether the total of a cell's row is the sum of what stands before it.
  const isTotalled = (name) => {
    const of = (column) => figure(`${name.slice(0, name.lastIndexOf("."))}.${column}`);
    return of("total") === ["natural", "business", "research", "welfare", "legal", "other"].reduce((sum, column) => sum + of(column), 0);
  };

  // Calls back with the time when that is painted which makes a condition true: it is looked at right before a frame is painted,
  // and the message comes after that frame.
  const painted = (isDone, then) => requestAnimationFrame(() => {
    if (!isDone()) {
      painted(isDone, then);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); then(performance.now()); };
    port2.postMessage("");
  });

  const note = (event, key, isDone) => {
    const noted = { key, time: null, done: null };
    keys.push(noted);
    noted.done = new Promise((then) => painted(isDone, (now) => { noted.time = now - event.timeStamp; then(); }));
  };

  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || target.tagName !== "INPUT") return;
    note(event, key, /^\d$/.test(key) ? () => isTotalled(target.name) : () => document.activeElement !== target);
  }, { capture: true });

  // A paste is done when the last cell of its block shows what was pasted.
  addEventListener("paste", (event) => {
    const { last, text } = window.bench.awaited ?? {};
    if (last) note(event, "paste", () => figure(last) === Number(text));
  }, { capture: true });

  for (const how of ["instantiate", "instantiateStreaming"]) {
    const whole = WebAssembly[how];
    WebAssembly[how] = async function (...given) {
      const made = await whole.apply(this, given);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) memories.add(memory);
      return made;
    };
  }

  window.bench = {
    // Comes when all keys that were pressed are painted.
    painted: () => Promise.all(keys.map(({ done }) => done)),
    // What was noted since the last time.
    take: () => ({ keys: keys.splice(0).map(({ key, time }) => ({ key, time })), long: long.splice(0) }),
    // The bytes of WebAssembly.
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
}
