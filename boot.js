// Starts the program, and stands by when it cannot start or breaks down. Plain JavaScript outside of wasm, so that it still
// works when wasm does not: saved drafts can be taken out as files even then. Trunk.toml's pattern_script loads it.
const rescue = document.getElementById("rescue");
const part = (name) => document.getElementById(`rescue-${name}`);

// A trap of the program, or the stack or memory used up (which browsers report as other kinds of errors).
function isBreakdown(error) {
  return (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError)
    || /call stack|recursion|out of memory/i.test(String(error?.message));
}

function showRescue(message) {
  if (!part("message").textContent) part("message").textContent = message; // the panic hook's own words come first
  rescue.hidden = false;
}

function onError(error) {
  if (isBreakdown(error)) showRescue(`${error.name}：${error.message}`);
}
addEventListener("error", (event) => onError(event.error));
addEventListener("unhandledrejection", (event) => onError(event.reason));

// Drafts are stored as `<revision>\n<time>\n<JSON>` under `nianbao/draft/<id>`. What does not look so is saved as it is.
function drafts() {
  const prefix = "nianbao/draft/";
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort().map((key) => {
    const value = localStorage.getItem(key);
    const [, time, text] = /^\d+\n([^\n]*)\n([^]*)$/.exec(value) ?? [, "", value];
    return { name: `${key.slice(prefix.length).replace(/[\\/:*?"<>|]/g, "_")}.nianbao.json`, time, text };
  });
}

function listDrafts() {
  const list = part("drafts");
  try {
    const items = drafts().map(({ name, time, text }) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = name;
      link.textContent = name;
      return [link, ` ${time}`];
    });
    if (!items.length) items.push(["这个浏览器里没有存下的草稿。"]);
    list.replaceChildren(...items.map((item) => {
      const line = document.createElement("li");
      line.append(...item);
      return line;
    }));
  } catch {
    part("message").append(" 浏览器不允许读取本页的存储，无法列出草稿。");
  }
}

part("reload").onclick = () => location.reload();
part("save").onclick = () => {
  listDrafts();
  for (const link of part("drafts").querySelectorAll("a")) link.click();
};
// The panic hook only takes away `hidden`; the rest is done here, whoever showed it.
new MutationObserver(() => {
  if (rescue.hidden) return;
  console.error(part("message").textContent);
  listDrafts();
  part("reload").focus();
}).observe(rescue, { attributeFilter: ["hidden"] });

const { js, wasm, late } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);

// The sheets of what is fetched late. Where the network fails they are asked for again, until they are here.
function fetchLateSheets() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = at(late).href;
  link.onerror = () => {
    link.remove();
    setTimeout(fetchLateSheets, 3000);
  };
  document.head.append(link);
}

async function start() {
  // From disk Chromium loads neither modules nor WebAssembly, and other browsers give each file a store of its own.
  if (location.protocol === "file:") {
    document.getElementById("opening").textContent = "本页不能从文件夹里直接打开。请用发布本页的网址打开；还没有网址的，请技术人员把这个文件夹放到网站上，任何网站都可以，不需要数据库。";
    return;
  }
  try {
    const { default: init } = await import(at(js).href);
    await init({ module_or_path: at(wasm) });
    fetchLateSheets();
  } catch (error) {
    const newer = "请使用新版 Edge、Chrome 或 Firefox；360、QQ 等浏览器请切换到“极速模式”。";
    if (typeof WebAssembly !== "object") showRescue(`这个浏览器太旧，不能运行本页。${newer}`);
    else if (isBreakdown(error)) showRescue(`${error.name}：${error.message}`);
    else if (error instanceof WebAssembly.CompileError) showRescue(`这个浏览器太旧，或者程序没有下载完整。请重新载入；仍打不开时，${newer}`);
    else showRescue(`程序没有载入完整，可能是网络中断或网站刚刚更新。请检查网络后重新载入。（${error?.message ?? error}）`);
    console.error(error);
  }
}
start();
