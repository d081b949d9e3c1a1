// Starts one Chromium with an empty profile and opens pages in it, each with a storage of its own. It knows nothing of what the
// pages are.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import devtools from "chrome-remote-interface";

// How long a page may take to be as it is waited for, in milliseconds.
const patience = 20_000;

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-quic", "--disable-sync",
  "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--lang=en-US",
  "--window-size=1440,900", "--remote-debugging-port=0",
  // A frame is painted as soon as it is ready: the wait for the next tick of a display would hide the work before it.
  "--disable-frame-rate-limit", "--disable-gpu-vsync",
];

export const pause = (time) => new Promise((done) => { setTimeout(done, time); });

// A browser that runs: `open(address)` opens a page, `close()` ends it. `version` is its name with its version.
export async function start(program) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  const running = spawn(program, [...flags, `--user-data-dir=${folder}`], { stdio: ["ignore", "ignore", "pipe"] });
  // It never outlives this program, however that ends.
  process.once("exit", () => running.kill());
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  const ended = new Promise((done) => { running.on("exit", done).on("error", done); });
  const port = await new Promise((found, failed) => {
    let said = "";
    running.stderr.on("data", (chunk) => {
      said += chunk;
      const hit = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said);
      if (hit) found(Number(hit[1]));
    });
    ended.then(() => failed(new Error(`${program} ended at once:\n${said}`)));
  });
  const { webSocketDebuggerUrl, Browser } = await devtools.Version({ port });
  const browser = await devtools({ target: webSocketDebuggerUrl, local: true });
  const close = async () => {
    await browser.send("Browser.close").catch(() => {});
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { version: Browser, open: (address, before) => open(browser, port, address, before), close };
}

// Opens an address, at which the scripts `before` run first in the page.
async function open(browser, port, address, before = []) {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", browserContextId, width: 1440, height: 900 });
  const tools = await devtools({ port, target: targetId, local: true });
  const send = (command, values) => tools.send(command, values);
  for (const domain of ["Page", "Runtime", "DOM"]) await send(`${domain}.enable`);
  // Time in which the thread of the page ran: what else the machine does hardly counts.
  await send("Performance.enable", { timeDomain: "threadTicks" });
  await browser.send("Browser.grantPermissions", {
    origin: new URL(address).origin, browserContextId, permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"],
  });
  await send("Emulation.setFocusEmulationEnabled", { enabled: true });
  for (const source of before) await send("Page.addScriptToEvaluateOnNewDocument", { source });
  await send("Page.navigate", { url: address });
  return new Page(tools, async () => {
    await tools.close();
    await browser.send("Target.disposeBrowserContext", { browserContextId });
  });
}

// A page that is open.
export class Page {
  constructor(tools, close) {
    this.tools = tools;
    this.close = close;
  }

  // Sends a command to the developer tools of the page.
  send(command, values) { return this.tools.send(command, values); }

  // What an expression is in the page, once it is there.
  async run(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  // Waits until an expression is true in the page.
  async until(expression) {
    const end = Date.now() + patience;
    while (!(await this.run(`Boolean(${expression})`))) {
      if (Date.now() > end) throw new Error(`It never came: ${expression}`);
      await pause(20);
    }
  }

  // Presses and releases a key: a digit, or one by its name. `commands` are what the browser does on it, as on Ctrl+V.
  async press(key, { modifiers = 0, commands } = {}) {
    const known = { Enter: 13, Tab: 9, v: 86 };
    const code = known[key] ?? key.charCodeAt(0);
    const text = key === "Enter" ? "\r" : key.length === 1 && !modifiers ? key : undefined;
    const values = { key, code: /\d/.test(key) ? `Digit${key}` : key === "v" ? "KeyV" : key, windowsVirtualKeyCode: code, modifiers };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, commands, ...values });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...values });
  }

  // Chooses a file in a file input.
  async choose(selector, file) {
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.send("DOM.setFileInputFiles", { nodeId, files: [file] });
  }

  // What the browser counted and timed so far, times in seconds.
  async metrics() {
    const { metrics } = await this.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  // Slows the page down by a factor.
  slow(rate) { return this.send("Emulation.setCPUThrottlingRate", { rate }); }
}
