// Table three with React: the figures are the state, all else follows from them while rendering. A cell is given nothing but words
// and flags, so that one that shows the same is not rendered again.
import { memo, useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { createRoot } from "react-dom/client";
import { balanceWords, block, columns, corner, evaluate, headsOf, load, nameOf, next, read, rows, save } from "../table.mjs";

const heads = new Map(rows.map((row) => [row, headsOf(row)]));

// The figures and the cell that is being typed, which shows what is typed.
function reduce(state, action) {
  switch (action.kind) {
    case "type": {
      const figure = read(action.text);
      const typing = { name: action.name, text: action.text };
      return figure === undefined ? { ...state, typing } : { figures: { ...state.figures, [action.name]: figure }, typing };
    }
    case "paste":
      return { figures: { ...state.figures, ...block(action.name, action.text) }, typing: null };
    case "leave":
      return state.typing ? { ...state, typing: null } : state;
    default:
      throw new Error(action.kind);
  }
}

const Cell = memo(function Cell({ name, label, text, isComputed, isWrong, onType }) {
  return (
    <td>
      <input name={name} aria-label={label} inputMode="numeric" autoComplete="off" value={text} onChange={onType}
        data-state={isComputed ? "computed" : undefined} aria-invalid={isWrong || undefined} />
    </td>
  );
});

const Foot = memo(function Foot({ words, isOff }) {
  return <td className={isOff ? "off" : undefined}>{words}</td>;
});

const Finding = memo(function Finding({ words }) {
  return <li>{words}</li>;
});

function select(event) {
  event.target.select();
}

function move(event) {
  const name = event.nativeEvent.isComposing ? undefined : next(event.target.name, event.key, event.shiftKey);
  const field = name && event.currentTarget.querySelector(`input[name="${name}"]`);
  if (!field) return;
  event.preventDefault();
  field.focus();
}

// Keeps the figures after each change; whether there was room for them.
function useKept(figures) {
  const [isKept, setKept] = useState(true);
  useEffect(() => setKept(save(figures)), [figures]);
  return isKept;
}

function Table() {
  const [{ figures, typing }, act] = useReducer(reduce, null, () => ({ figures: load(), typing: null }));
  const { shown, computed, balance, findings, wrong } = useMemo(() => evaluate(figures), [figures]);
  const isKept = useKept(figures);
  const onType = useCallback((event) => act({ kind: "type", name: event.target.name, text: event.target.value }), []);
  const onLeave = useCallback(() => act({ kind: "leave" }), []);
  const onPaste = useCallback((event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    act({ kind: "paste", name: event.target.name, text });
  }, []);
  useEffect(() => { document.documentElement.dataset.ready = ""; }, []);
  const textOf = (name) => (typing?.name === name ? typing.text : String(shown[name] ?? ""));
  return (
    <>
      <h1>收到和处理政府信息公开申请情况 <span className="kept" role="status">{isKept ? "已保存" : "没有保存：存储已满"}</span></h1>
      <table onFocus={select} onBlur={onLeave} onKeyDown={move} onPaste={onPaste}>
        <thead>
          <tr>
            <th colSpan={3}>{corner}</th>
            {columns.map(({ id, label }) => <th key={id} scope="col">{label}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {heads.get(row).map(({ label, down, across }) => <th key={label} scope="row" rowSpan={down} colSpan={across}>{label}</th>)}
              {columns.map((column) => {
                const name = nameOf(row.id, column.id);
                return (
                  <Cell key={name} name={name} label={`${row.label}，${column.label}`} text={textOf(name)}
                    isComputed={computed.has(name)} isWrong={wrong.has(name)} onType={onType} />
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={3}>勾稽关系</th>
            {balance.map((column, at) => <Foot key={columns[at].id} words={balanceWords(column)} isOff={!column.holds} />)}
          </tr>
        </tfoot>
      </table>
      <ul className="findings" aria-label="检查结果">
        {findings.map(({ rule, place, words }) => <Finding key={`${rule} ${place}`} words={words} />)}
      </ul>
    </>
  );
}

createRoot(document.getElementById("app")).render(<Table />);
