// The pages that are measured, and how each is opened at table three with the figures of the same city.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { names } from "../peers/table.mjs";
import { pause } from "./chromium.mjs";

const probe = readFileSync(new URL("probe.js", import.meta.url), "utf8");
const report = new URL("../../tests/core/reports/55-city-2024.nianbao.json", import.meta.url);

// The report of a city, of which the totals of table three are taken out: they follow from the other figures then, in every page.
function city() {
  const draft = JSON.parse(readFileSync(report, "utf8"));
  for (const name of names.filter((name) => name.split(".").includes("total"))) delete draft.figures[name];
  return { ...draft, id: "bench" };
}

// Waits until nothing more is fetched: what comes late would be compiled while the first keys are typed.
async function settled(page) {
  const fetched = () => page.run("performance.getEntriesByType('resource').length");
  for (let before = -1, now = await fetched(); now !== before; before = now, now = await fetched()) await pause(1000);
}

// A function that opens each page by its name, given the addresses of both servers and a folder for what is written.
export function subjects(browser, { dist, peers }, folder) {
  const draft = city();
  const file = join(folder, "city.nianbao.json");
  writeFileSync(file, JSON.stringify(draft));
  const figures = Object.fromEntries(names.filter((name) => name in draft.figures).map((name) => [name, draft.figures[name]]));
  const kept = `localStorage.setItem("table-three", ${JSON.stringify(JSON.stringify(figures))})`;

  const peer = (name) => async () => {
    const page = await browser.open(`${peers}${name}/`, [probe, kept]);
    await page.until("document.querySelector('html[data-ready]')");
    return page;
  };
  const nianbao = async () => {
    const page = await browser.open(dist, [probe]);
    await page.until("document.querySelector('html[data-ready]')");
    await page.choose('input[type=file][name="open"]', file);
    await page.until("location.hash.startsWith('#/d/')");
    await page.run("location.hash = location.hash.replace(/(#.d.[^/]+).*/, '$1/fill/applications')");
    // The text is checked and all is kept: what follows is typing and nothing else.
    await page.until("document.querySelector('html[data-checked]') && document.getElementsByName('applications.new.natural')[0]");
    await page.until("document.querySelector('[data-saved]')?.dataset.saved");
    await settled(page);
    return page;
  };
  return { plain: peer("plain"), react: peer("react"), nianbao };
}
