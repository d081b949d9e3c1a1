// Serves dist/ on this machine only, with the headers a real host should send: the policy of index.html, and
// frame-ancestors, which a page cannot say of itself. PORT=… takes another port than 8080, 0 any free one. FOLDER=… serves another
// folder under the same policy (script/bench). With --with-parent it ends when its standard input does, so that it never outlives
// the tests that started it, however these end.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const folder = process.env.FOLDER ?? dist;
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
};
const page = await readFile(join(dist, "index.html"), "utf8");
const policy = /content="(default-src [^"]+)"/.exec(page)[1];

const server = createServer(async (request, response) => {
  try {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const body = await readFile(file);
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
  }
});

if (process.argv.includes("--with-parent")) process.stdin.on("end", () => process.exit()).resume();
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? "This port is taken: choose another one with PORT=…" : error.message);
  process.exit(1);
});
server.listen(process.env.PORT ?? 8080, "127.0.0.1", () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  console.log(address);
  const opener = process.platform === "darwin" ? "open" : process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? "xdg-open" : null;
  if (opener && process.stdout.isTTY) spawn(opener, [address], { stdio: "ignore" }).on("error", () => {});
});
