// Table three without a framework: one listener of each kind for the whole table, the arithmetic done anew on every input, and
// into the page only what has changed.
import { balanceWords, block, columns, corner, evaluate, headsOf, load, nameOf, names, next, read, rows, save } from "../table.mjs";

const figures = load();
const table = document.querySelector("table"), findings = document.querySelector(".findings"), kept = document.querySelector(".kept");

// An element with properties and what stands in it.
function make(tag, properties = {}, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function headCell({ label, down, across }) {
  return make("th", { scope: "row", rowSpan: down, colSpan: across, textContent: label });
}

function input(row, column) {
  const field = make("input", { name: nameOf(row.id, column.id), inputMode: "numeric", autocomplete: "off" });
  field.setAttribute("aria-label", `${row.label}，${column.label}`);
  return make("td", {}, [field]);
}

table.tHead.append(make("tr", {}, [
  make("th", { colSpan: 3, textContent: corner }),
  ...columns.map(({ label }) => make("th", { scope: "col", textContent: label })),
]));
table.tBodies[0].append(...rows.map((row) => make("tr", {}, [
  ...headsOf(row).map(headCell), ...columns.map((column) => input(row, column)),
])));
const feet = columns.map(() => make("td"));
table.tFoot.rows[0].append(make("th", { colSpan: 3, textContent: "勾稽关系" }), ...feet);
const fields = new Map(names.map((name) => [name, table.querySelector(`input[name="${name}"]`)]));

// Sets a property where it is another.
function set(target, property, value) {
  if (target[property] !== value) target[property] = value;
}

function mark(field, attribute, value) {
  if (value === null) field.removeAttribute(attribute);
  else if (field.getAttribute(attribute) !== value) field.setAttribute(attribute, value);
}

// Cards of findings by their rule and place: those that stay are left alone.
const cards = new Map();

function drawFindings(found) {
  const now = new Map(found.map((finding) => [`${finding.rule} ${finding.place}`, finding]));
  for (const [key, card] of cards) {
    if (now.has(key)) continue;
    card.remove();
    cards.delete(key);
  }
  for (const [key, { words }] of now) {
    if (!cards.has(key)) cards.set(key, findings.appendChild(make("li")));
    set(cards.get(key), "textContent", words);
  }
}

// Shows what follows from the figures; what is being typed stays as it is.
function draw(typing) {
  const { shown, computed, balance, findings: found, wrong } = evaluate(figures);
  for (const [name, field] of fields) {
    if (field !== typing) set(field, "value", shown[name] === null ? "" : String(shown[name]));
    mark(field, "data-state", computed.has(name) ? "computed" : null);
    mark(field, "aria-invalid", wrong.has(name) ? "true" : null);
  }
  balance.forEach((column, at) => {
    set(feet[at], "textContent", balanceWords(column));
    set(feet[at], "className", column.holds ? "" : "off");
  });
  drawFindings(found);
}

function keep() {
  set(kept, "textContent", save(figures) ? "已保存" : "没有保存：存储已满");
}

table.addEventListener("input", ({ target, isComposing }) => {
  const figure = isComposing ? undefined : read(target.value);
  if (figure === undefined) return;
  if (figure === null) delete figures[target.name];
  else figures[target.name] = figure;
  draw(target);
  keep();
});
table.addEventListener("focusin", ({ target }) => target.select());
table.addEventListener("focusout", () => draw());
table.addEventListener("keydown", (event) => {
  const field = event.isComposing ? undefined : fields.get(next(event.target.name, event.key, event.shiftKey));
  if (!field) return;
  event.preventDefault();
  field.focus();
});
table.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  Object.assign(figures, block(event.target.name, text));
  draw();
  keep();
});

draw();
document.documentElement.dataset.ready = "";
