// The keys that are typed into table three, the same for every page: figures of one to three digits, Tab to the right and now and
// then Enter down, never into a total. It knows the names of the table and no browser.
import { columns, nameOf, rows } from "../peers/table.mjs";

const applicants = columns.length - 1;

// A row of numbers that look like chance and are the same each time.
function* chance(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

// After so many cells a walk ends, which leaves it inside the table.
const longest = 30;

// So many keys in walks, or so many of those that are counted. Each walk begins in a cell that it names, where the focus is put
// first, and has the keys that follow.
export function walks(count, seed, isCounted = () => true) {
  const numbers = chance(seed), number = (below) => Math.floor(numbers.next().value * below);
  const all = [];
  for (let left = count; left > 0;) {
    let [row, column] = [number(4), 0];
    const walk = { from: nameOf(rows[row].id, columns[column].id), keys: [] };
    const press = (key) => {
      if (left <= 0) return;
      walk.keys.push(key);
      if (isCounted(key)) left -= 1;
    };
    for (let cells = 0; cells < longest && row < rows.length && left > 0; cells += 1) {
      // What is typed takes the place of what stood there: the cell is entered with all of it selected.
      if (rows[row].id !== "total" && column < applicants) {
        String(1 + number(400)).split("").forEach(press);
      }
      const goesDown = row + 1 < rows.length && number(4) === 0;
      press(goesDown ? "Enter" : "Tab");
      if (goesDown) row += 1;
      else [row, column] = column < applicants ? [row, column + 1] : [row + 1, 0];
    }
    all.push(walk);
  }
  return all;
}

// A block of figures as a spreadsheet puts it on the clipboard, as high as the table and as wide without its totals on the right,
// with the cells that it fills and the first of them. Its row of totals is right: what is not is asked about first.
export function sheet(seed) {
  const numbers = chance(seed);
  const figures = rows.map(() => columns.slice(1).map(() => 1 + Math.floor(numbers.next().value * 400)));
  const results = ({ id }) => !["new", "carried_in", "total", "carried_out"].includes(id);
  const total = rows.findIndex(({ id }) => id === "total");
  figures[total] = figures[total].map((_, across) => rows.reduce((sum, row, down) => sum + (results(row) ? figures[down][across] : 0), 0));
  return {
    text: figures.map((row) => row.join("\t")).join("\n"),
    figures: rows.flatMap((row, down) => columns.slice(0, -1).map((column, across) => [nameOf(row.id, column.id), figures[down][across]])),
    first: nameOf(rows[0].id, columns[0].id),
  };
}
