// The rules (straight lines) that a page of a PDF draws, from what pdf.js makes of its operators. ISO 32000-1, 8.4 and 8.5.
import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";

// What is thicker is no rule but a bar or a shade, in points.
const thickest = 3;
// So much may a rule rise from end to end, in points.
const slope = 0.5;
// A page with more is a drawing: its rules are left out.
const most = 100_000;

const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const fills = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
// How many numbers follow each step of a path: move, line, two curves, close.
const numbers = [2, 2, 6, 4, 0];

// The corners of each part of a path, on the page; nothing for a part with curves.
function parts(path, matrix) {
  const found = [];
  let part = [], isCurved = false;
  const end = () => {
    if (part.length > 1 && !isCurved) found.push(part);
    part = [];
    isCurved = false;
  };
  for (let at = 0; at < path.length; at += 1 + numbers[path[at]]) {
    const step = path[at];
    if (!(step in numbers)) break;
    if (step === 0) end();
    if (step === 2 || step === 3) isCurved = true;
    if (step === 4) {
      if (part.length) part.push(part[0]);
      const first = part[0];
      end();
      if (first) part = [first];
      continue;
    }
    const [x, y] = [path[at + numbers[step] - 1], path[at + numbers[step]]];
    part.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
  }
  end();
  return found;
}

function box(part) {
  const xs = part.map(([x]) => x), ys = part.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// A filled part is a rule where it is thin; one within another, close to it on all sides, is the frame of a cell.
function filled(shapes, add) {
  const boxes = shapes.filter((part) => part.length < 10).map(box);
  boxes.forEach(([x0, y0, x1, y1], at) => {
    const [width, height] = [x1 - x0, y1 - y0];
    if (height <= thickest && width > height) add(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2);
    else if (width <= thickest && height > width) add((x0 + x1) / 2, y0, (x0 + x1) / 2, y1);
    else if (at > 0) {
      const outer = boxes[at - 1];
      const [left, top, right, bottom] = [x0 - outer[0], y0 - outer[1], outer[2] - x1, outer[3] - y1].map(Math.abs);
      if (Math.max(left, top, right, bottom) > thickest) return;
      if (left > 0) add((x0 + outer[0]) / 2, y0, (x0 + outer[0]) / 2, y1);
      if (right > 0) add((x1 + outer[2]) / 2, y0, (x1 + outer[2]) / 2, y1);
      if (top > 0) add(x0, (y0 + outer[1]) / 2, x1, (y0 + outer[1]) / 2);
      if (bottom > 0) add(x0, (y1 + outer[3]) / 2, x1, (y1 + outer[3]) / 2);
    }
  });
}

// The rules of a page, on the page as it is looked at: [x0, y0, x1, y1] in points, from the upper left.
export function rules({ fnArray, argsArray }, view) {
  const found = [], kept = [];
  let matrix = view, width = 1;
  const save = () => kept.push([matrix, width]);
  const restore = () => { if (kept.length) [matrix, width] = kept.pop(); };
  const add = (x0, y0, x1, y1) => found.push([x0, y0, x1, y1]);
  for (let at = 0; at < fnArray.length && found.length <= most; at++) {
    const args = argsArray[at];
    switch (fnArray[at]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        matrix = Util.transform(matrix, args);
        break;
      case OPS.setLineWidth:
        width = args[0];
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (args[0]) matrix = Util.transform(matrix, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.constructPath: {
        const [drawn, [path]] = args;
        if (!path) break;
        const shapes = parts(path, matrix);
        if (fills.has(drawn)) filled(shapes, add);
        const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
        if (!strokes.has(drawn) || width * scale > thickest) break;
        for (const part of shapes) {
          for (let next = 1; next < part.length; next++) {
            const [[x0, y0], [x1, y1]] = [part[next - 1], part[next]];
            const [across, down] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
            if (Math.min(across, down) <= slope && Math.max(across, down) > slope) add(x0, y0, x1, y1);
          }
        }
        break;
      }
    }
  }
  return found.length > most ? [] : found;
}
