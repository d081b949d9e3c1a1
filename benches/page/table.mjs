// Sets what was measured as a table in Markdown: a column a page, and beside it how many times that of the first page it is.

// A line: words, the value of each page with so many digits, and what is written where there is none.
export const line = (words, values, digits, none = "—") => ({ words, values, digits, none });

// Below this a first page's value is next to nothing, and a ratio to it says nothing.
const nothing = 0.05;

function cells({ words, values, digits, none }) {
  const [first] = values;
  return [words, ...values.flatMap((value, at) => {
    const shown = value === null ? none : value.toFixed(digits);
    if (at === 0) return [shown];
    return [shown, value === null || first === null || first < nothing ? "" : `${(value / first).toFixed(1)} ×`];
  })];
}

// The whole table. A string among the lines is a heading.
export function table(pages, lines) {
  const head = ["", ...pages.flatMap((name, at) => (at === 0 ? [name] : [name, `to ${pages[0]}`]))];
  const rows = [head, head.map((_, at) => (at === 0 ? "---" : "--:"))];
  for (const one of lines) rows.push(typeof one === "string" ? [`**${one}**`, ...head.slice(1).map(() => "")] : cells(one));
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
