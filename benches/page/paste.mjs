// Pastes a block of figures as from a spreadsheet, by Ctrl+V, into the first cell.
import { sheet } from "./keys.mjs";

// How long a page may take to show it, in milliseconds.
const patience = 3000;
const control = 2;

// The time from the key to the painted block, in milliseconds, and how many of its cells changed: no time where not all did.
export async function paste(page, seed, rate) {
  const { text, figures, first } = sheet(seed);
  const [last, figure] = figures.at(-1);
  await page.run(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.run(`document.activeElement.blur(), document.getElementsByName("${first}")[0].focus(), bench.take(),
    bench.awaited = { last: "${last}", text: "${figure}" }, 0`);
  await page.slow(rate);
  await page.press("v", { modifiers: control, commands: ["paste"] });
  await page.run(`Promise.race([bench.painted().then(() => {}), new Promise((done) => setTimeout(done, ${patience}))])`);
  await page.slow(1);
  const shown = `document.getElementsByName(name)[0].value.replaceAll(",", "")`;
  const changed = await page.run(`${JSON.stringify(figures)}.filter(([name, figure]) => ${shown} === String(figure)).length`);
  const { keys } = await page.run("bench.take()");
  const time = keys.find(({ key }) => key === "paste")?.time ?? null;
  return { time: changed === figures.length ? time : null, changed };
}
