// Measures the screen as it stands: what sticks out, is cut, or lies on something else. Returns a list of faults, each with what it
// is, the element, and the numbers. A box is an element that can be seen as one: by a border, a background or a shadow.
const TOLERANCE = 1;
const root = document.documentElement;
const faults = [];

const round = (n) => Math.round(n * 10) / 10;
const seen = (colour) => !/^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(colour);

// What is asked of an element again and again, read once.
const known = new Map();
const know = (e) => {
  let k = known.get(e);
  if (!k) known.set(e, k = read(e));
  return k;
};
const read = (e) => {
  const s = getComputedStyle(e), { position, overflowX, overflowY, display } = s, r = e.getBoundingClientRect();
  const isSvg = e instanceof SVGElement;
  const [left, top] = [r.left + (isSvg ? 0 : e.clientLeft), r.top + (isSvg ? 0 : e.clientTop)];
  const inner = isSvg ? r : { left, top, right: left + e.clientWidth, bottom: top + e.clientHeight };
  // Inside it things can be cut, scroll, or be seen to stick out.
  const holds = display !== "inline" && display !== "contents" && (!isSvg || e instanceof SVGSVGElement);
  return { s, position, overflowX, overflowY, r, inner, holds, isStatic: position === "static" && s.transform === "none" };
};

// Words for those who cannot see, and all below them.
const unseen = new Map();
const isUnseen = (e) => {
  if (!e || e === root) return false;
  let is = unseen.get(e);
  if (is === undefined) {
    const { s, r } = know(e);
    is = s.clipPath.includes("inset(50%") || (r.width <= 1 && r.height <= 1 && s.overflowX !== "visible") || isUnseen(e.parentElement);
    unseen.set(e, is);
  }
  return is;
};
const isShown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isUnseen(e);

// The box against which an element is placed: for what is taken out of the flow, that is not its parent.
const holder = (e) => {
  const k = know(e);
  if (k.holder !== undefined) return k.holder;
  let a = null;
  if (k.position !== "fixed" && !e.matches("dialog:modal")) {
    a = e.parentElement;
    if (k.position === "absolute") while (a && a !== root && know(a).isStatic) a = a.parentElement;
  }
  return k.holder = a === root || a === document.body ? null : a;
};
const isBox = (e) => {
  const k = know(e);
  if (k.isBox !== undefined) return k.isBox;
  const { s } = k;
  const hasBorder = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) > 0 && seen(s[`border${side}Color`]));
  return k.isBox = k.holds && (hasBorder || seen(s.backgroundColor) || s.backgroundImage !== "none" || s.boxShadow !== "none");
};

const name = (e) => {
  // Columns of a table are alike.
  const classes = [...e.classList].filter((c) => !/^c\d+$/.test(c)).map((c) => `.${c}`).join("");
  const given = ["data-action", "data-rule", "data-chart", "data-table"].filter((a) => e.hasAttribute(a)).map((a) => `[${a}=${e.getAttribute(a)}]`).join("");
  return e.localName + classes + given;
};
const path = (e) => {
  const above = e.parentElement?.closest("[class]:not(svg *)");
  return above && above !== document.body ? `${name(above)} ${name(e)}` : name(e);
};
const words = (e) => (e.value || e.textContent || e.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 14);
const fault = (kind, element, numbers, field) => faults.push({ kind, element: path(element), words: words(element), name: field ?? element.getAttribute("name") ?? "", numbers });

const AXES = [["x", "left", "right", "overflowX", "scrollLeft"], ["y", "top", "bottom", "overflowY", "scrollTop"]];

// Whether the whole of what is cut can be read elsewhere.
const isTold = (e, clip) => [e, clip].some((at) => at.closest("[title]:not([title=''])"));

// Climbs from an element to the window, along each axis until something scrolls.
const hold = (element, of, from) => {
  for (const [axis, start, end, overflow, scrolled] of AXES) {
    let a = from, first = true, scrolls = false;
    for (; a; a = holder(a)) {
      const k = know(a), { s, inner: box } = k;
      if (!k.holds) continue;
      const by = Math.max(box[start] - of[start], of[end] - box[end]);
      const numbers = () => `${axis}: ${round(of[start])}–${round(of[end])} in ${name(a)} ${round(box[start])}–${round(box[end])}, by ${round(by)} px`;
      if (k[overflow] === "auto" || k[overflow] === "scroll") {
        const before = box[start] - a[scrolled] - of[start];
        if (before > TOLERANCE) fault("is before the start of what scrolls", element, `${axis}: by ${round(before)} px in ${name(a)}`);
        scrolls = true;
        break;
      }
      if (by > TOLERANCE && k[overflow] !== "visible") {
        const dotted = axis === "x" ? s.textOverflow === "ellipsis" : s.webkitLineClamp !== "none";
        if (!dotted || !isTold(element, a)) fault(dotted ? "ends in dots, and no title says the rest" : "is cut", element, numbers());
        scrolls = true;
        break;
      }
      if (first && isBox(a)) {
        first = false;
        if (by > TOLERANCE) fault("sticks out of its box", element, numbers());
      }
    }
    const size = axis === "x" ? root.clientWidth : innerHeight;
    const by = Math.max(-of[start], of[end] - size);
    if (!scrolls && by > TOLERANCE) fault("sticks out of the window", element, `${axis}: ${round(of[start])}–${round(of[end])} of ${size}, by ${round(by)} px`);
  }
};

// What is left of a rectangle inside all that cuts or scrolls; nothing where it is out of sight.
const visible = (of, from) => {
  let { left, top, right, bottom } = of;
  for (let a = from; a; a = holder(a)) {
    const { holds, overflowX, overflowY, inner: box } = know(a);
    if (!holds) continue;
    if (overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    if (overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return right - left > 0.5 && bottom - top > 0.5 ? { left, top, right, bottom } : null;
};

// What lies over the rest on purpose: a bar that sticks, a drawer, a menu, a dialog, a message.
const layer = (e) => {
  if (!e || e === document.body) return null;
  const k = know(e);
  if (k.layer !== undefined) return k.layer;
  const isLifted = k.position !== "static" && k.s.zIndex !== "auto" && !e.matches("input, textarea");
  const isOwn = isLifted || k.position === "fixed" || k.position === "sticky" || e.localName === "dialog";
  return k.layer = isOwn ? e : layer(e.parentElement);
};

// The letters of a line without the room above and below them.
const letters = (r, e) => {
  const { s } = know(e), size = parseFloat(s.fontSize) * 0.8;
  const [wide, high] = s.writingMode.startsWith("vertical") && e instanceof HTMLElement ? [size, r.height] : [r.width, Math.min(size, r.height)];
  const [x, y] = [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
};

const pen = document.createElement("canvas").getContext("2d");
const width = (text, s) => { pen.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`; return pen.measureText(text).width; };

// A field of one line shows what stands in it, or asks for it, whole. A text longer than its field can be scrolled.
const holdField = (e) => {
  const { s } = know(e), room = e.clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight);
  if (e.matches("[inputmode=numeric], [inputmode=decimal]") && e.value && e.scrollWidth > e.clientWidth + TOLERANCE)
    fault("is a figure wider than its field", e, `${e.value}: ${e.scrollWidth} in ${e.clientWidth}`);
  if (!e.value && e.placeholder && width(e.placeholder, s) > room + TOLERANCE)
    fault("asks in words wider than its field", e, `${e.placeholder}: ${round(width(e.placeholder, s))} in ${round(room)}`);
  if (e.localName === "select" && e.selectedOptions[0]) {
    const text = e.selectedOptions[0].text, needed = width(text, s) + 20; // the arrow
    if (needed > room + TOLERANCE) fault("is a choice wider than its field", e, `${text}: ${round(needed)} in ${round(room)}`);
  }
};

// A screen scrolls down. Only a table, a row of tabs and the paper are let scroll sideways.
const holdScroller = (e) => {
  const { overflowX } = know(e);
  if ((overflowX !== "auto" && overflowX !== "scroll") || e.scrollWidth <= e.clientWidth + TOLERANCE || e.matches("textarea, input, select")) return;
  const child = e.firstElementChild;
  if (!child || child.matches("table, article[data-report]") || e.matches("[role=group]")) return;
  fault("scrolls sideways", e, `${e.scrollWidth} in ${e.clientWidth}`);
};

const CONTROLS = "a[href], button, input, select, textarea, summary";
const things = [];
for (const e of document.body.querySelectorAll("*")) {
  if (e.matches("script, style, option, optgroup, title, svg *:not(text)") || !isShown(e)) continue;
  const { r } = know(e);
  holdScroller(e);
  if (e.matches("input, select")) holdField(e);
  const isControl = e.matches(CONTROLS) && e.type !== "hidden" && !e.hidden && r.width > 0;
  if (isControl || e.matches("svg, progress")) {
    hold(e, r, holder(e));
    const left = visible(r, holder(e));
    if (isControl && left) things.push({ e, control: true, layer: layer(e), ...left });
  }
  if (e.matches("textarea, select, input") || !seen(know(e).s.color)) continue;
  for (const node of e.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const ink = letters(line, e);
      hold(e, ink, e);
      const left = visible(ink, e);
      if (left) things.push({ e, control: false, layer: layer(e), ...left });
    }
  }
}

if (root.scrollWidth > root.clientWidth) fault("scrolls sideways", root, `${root.scrollWidth} in ${root.clientWidth}`);

things.sort((a, b) => a.top - b.top);
for (let i = 0; i < things.length; i++) {
  for (let j = i + 1; j < things.length && things[j].top < things[i].bottom - 1.5; j++) {
    const [a, b] = [things[i], things[j]];
    if (a.e.contains(b.e) || b.e.contains(a.e)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - b.top;
    if (wide < 1.5 || high < 1.5) continue;
    if (a.layer !== b.layer) continue;
    // What has no box of its own is judged by its words.
    const isPlain = a.control !== b.control && !isBox(a.control ? a.e : b.e);
    if (!isPlain) fault("lies on its neighbour", a.e, `${path(b.e)} “${words(b.e)}”: ${round(wide)} × ${round(high)} px`);
  }
}

for (const message of document.querySelectorAll("[role=alert], [role=status]")) {
  if (layer(message) !== message || !isShown(message)) continue;
  const { r } = know(message);
  for (const { e, control, ...under } of things) {
    const wide = Math.min(r.right, under.right) - Math.max(r.left, under.left), high = Math.min(r.bottom, under.bottom) - Math.max(r.top, under.top);
    if (control && !message.contains(e) && wide > TOLERANCE && high > TOLERANCE) fault("is covered by a message", e, `${path(message)} “${words(message)}”: ${round(wide)} × ${round(high)} px`);
  }
}
return faults;
