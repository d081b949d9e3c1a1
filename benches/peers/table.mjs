// Table three of the form of 2021 as data, its arithmetic and three of its rules: what both peers share, and all that does not
// depend on how a page is drawn. A figure that is not there is blank; totals follow from the others until somebody states them.

export const columns = [
  ["natural", "自然人"], ["business", "商业企业"], ["research", "科研机构"], ["welfare", "社会公益组织"], ["legal", "法律服务机构"],
  ["other", "其他"], ["total", "总计"],
].map(([id, label]) => ({ id, label }));

const results = [
  ["granted", "（一）予以公开"],
  ["partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
  ["denied.secret", "1.属于国家秘密", "（三）不予公开"],
  ["denied.law", "2.其他法律行政法规禁止公开", "（三）不予公开"],
  ["denied.safety", "3.危及“三安全一稳定”", "（三）不予公开"],
  ["denied.third_party", "4.保护第三方合法权益", "（三）不予公开"],
  ["denied.internal", "5.属于三类内部事务信息", "（三）不予公开"],
  ["denied.process", "6.属于四类过程性信息", "（三）不予公开"],
  ["denied.casefile", "7.属于行政执法案卷", "（三）不予公开"],
  ["denied.query", "8.属于行政查询事项", "（三）不予公开"],
  ["unable.not_held", "1.本机关不掌握相关政府信息", "（四）无法提供"],
  ["unable.needs_creation", "2.没有现成信息需要另行制作", "（四）无法提供"],
  ["unable.unclear", "3.补正后申请内容仍不明确", "（四）无法提供"],
  ["refused.petition", "1.信访举报投诉类申请", "（五）不予处理"],
  ["refused.repeat", "2.重复申请", "（五）不予处理"],
  ["refused.publication", "3.要求提供公开出版物", "（五）不予处理"],
  ["refused.excessive", "4.无正当理由大量反复申请", "（五）不予处理"],
  ["refused.confirm", "5.要求行政机关确认或重新出具已获取信息", "（五）不予处理"],
  ["other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）其他处理"],
  ["other.no_payment", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "（六）其他处理"],
  ["other.misc", "3.其他", "（六）其他处理"],
].map(([id, label, group]) => ({ id, label, group, isResult: true }));

export const rows = [
  { id: "new", label: "一、本年新收政府信息公开申请数量" },
  { id: "carried_in", label: "二、上年结转政府信息公开申请数量" },
  ...results,
  { id: "total", label: "（七）总计" },
  { id: "carried_out", label: "四、结转下年度继续办理" },
];

export const corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

// The name of the cell in a row and a column, by their ids.
export const nameOf = (row, column) => `applications.${row}.${column}`;

export const names = rows.flatMap((row) => columns.map((column) => nameOf(row.id, column.id)));

// What stands in the heads before a row's figures: each with how many rows and columns it takes.
export function headsOf(row) {
  const heads = [];
  if (row === results[0]) heads.push({ label: "三、本年度办理结果", down: results.length + 1, across: 1 });
  if (!row.isResult) return [{ label: row.label, down: 1, across: row.id === "total" ? 2 : 3 }];
  if (!row.group) return [...heads, { label: row.label, down: 1, across: 2 }];
  const group = results.filter((other) => other.group === row.group);
  if (row === group[0]) heads.push({ label: row.group, down: group.length, across: 1 });
  return [...heads, { label: row.label, down: 1, across: 1 }];
}

// The figure that a text means: nothing for a blank, undefined for what is none.
export function read(text) {
  const digits = text.trim().replace(/[,，\s]/g, "");
  if (digits === "") return null;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

// The name of the cell to which a key leads from another; nothing when it leads nowhere.
export function next(name, key, withShift) {
  const at = names.indexOf(name);
  const isDown = (key === "Enter" && !withShift) || key === "ArrowDown";
  const isUp = (key === "Enter" && withShift) || key === "ArrowUp";
  return isDown ? names[at + columns.length] : isUp ? names[at - columns.length] : undefined;
}

// The figures of a block that is pasted into a cell, by their names: a line a row, a tab between two columns. A line or a
// column outside the table, and what is no figure, is left out.
export function block(name, text) {
  const at = names.indexOf(name);
  const [top, left] = [Math.floor(at / columns.length), at % columns.length];
  const found = {};
  text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((piece, across) => {
    const [row, column] = [rows[top + down], columns[left + across]];
    const figure = read(piece);
    if (row && column && figure !== undefined) found[nameOf(row.id, column.id)] = figure;
  }));
  return found;
}

// Adds up figures; nothing where all are blank.
const add = (figures) => figures.reduce((sum, figure) => (figure === null ? sum : (sum ?? 0) + figure), null);

// All that is shown of the figures: `shown` and `computed` by the names of cells, the balance of each column, what the rules
// find, and the names of the cells of which they speak.
export function evaluate(figures) {
  const shown = {}, computed = new Set(), findings = [], wrong = new Set();
  const find = (rule, words, cells) => {
    findings.push({ rule, words, place: cells[0] });
    cells.forEach((cell) => wrong.add(cell));
  };
  const settle = (total, parts, rule, label) => {
    const sum = add(parts.map((part) => shown[part]));
    const stated = figures[total] ?? null;
    shown[total] = stated ?? sum;
    if (stated === null) computed.add(total);
    else if (sum !== null && stated !== sum) find(rule, `${label}：各项相加为 ${sum}，写的是 ${stated}。`, [total, ...parts]);
  };
  const applicants = columns.slice(0, -1);
  for (const { id } of applicants) {
    for (const row of rows) if (row.id !== "total") shown[nameOf(row.id, id)] = figures[nameOf(row.id, id)] ?? null;
  }
  for (const row of rows.filter(({ id }) => id !== "total")) {
    settle(nameOf(row.id, "total"), applicants.map(({ id }) => nameOf(row.id, id)), "row total", row.label);
  }
  for (const column of columns) {
    const parts = results.map(({ id }) => nameOf(id, column.id));
    settle(nameOf("total", column.id), parts, "group total", `办理结果总计，${column.label}`);
  }
  const balance = columns.map((column) => {
    const cells = ["new", "carried_in", "total", "carried_out"].map((row) => nameOf(row, column.id));
    const [added, carriedIn, total, carriedOut] = cells.map((cell) => shown[cell]);
    const [left, right] = [add([added, carriedIn]), add([total, carriedOut])];
    const holds = left === right || left === null || right === null;
    if (!holds) find("balance", `${column.label}：第一项加第二项为 ${left}，第三项加第四项为 ${right}。`, cells);
    return { left, right, holds };
  });
  return { shown, computed, balance, findings, wrong };
}

// The words of the foot for a column.
export const balanceWords = ({ left, right, holds }) => (left === null && right === null ? "" : `${left ?? "—"} ${holds ? "＝" : "≠"} ${right ?? "—"}`);

const kept = "table-three";

// The figures that this browser keeps.
export function load() {
  try {
    return JSON.parse(localStorage.getItem(kept)) ?? {};
  } catch {
    return {};
  }
}

// Keeps the figures in this browser; false where there is no room for them.
export function save(figures) {
  try {
    localStorage.setItem(kept, JSON.stringify(figures));
    return true;
  } catch {
    return false;
  }
}
