//! 送审单 on paper: the sheet that goes with the report to those who sign it. It is printed when the clerk says so.

use leptos::prelude::*;

use super::View;
use crate::report::{Accepted, HandIn, hand_in};
use crate::rules::{Finding, Status};
use crate::session::Session;

/// How many accepted findings stand on the first sheet, and on each further one.
const FIRST: usize = 4;
const FURTHER: usize = 12;
/// Who signs.
const SIGNERS: [&str; 4] = ["填报人", "科室负责人", "分管负责人", "单位负责人签字"];

/// The sheet, or the sheets where many findings were accepted.
#[component]
pub fn Slip(view: View, code: Memo<String>) -> impl IntoView {
    let session = Session::here();
    let sheet = Memo::new(move |_| {
        session.any();
        let code = code.get();
        session.with_findings(|found| {
            let found: Vec<(&Finding, &Status)> = found.iter().map(|found| (&found.finding, &found.status)).collect();
            session.look_at_case(|case| hand_in(case, &code, &found))
        })
    });
    move || {
        let sheet = if view.with_slip.get() { sheet.get() } else { None };
        sheet.map(|sheet| {
            let (first, further) = sheet.accepted.split_at(FIRST.min(sheet.accepted.len()));
            let first = first_sheet(&sheet, first);
            let further = further.chunks(FURTHER).enumerate().map(|(n, accepted)| {
                view! { <section class="leaf slip">{accepted_table(accepted, FIRST + n * FURTHER)}{foot(&sheet)}</section> }
            });
            view! { <div class="slips" data-hand-in="" lang="zh-CN">{first}{further.collect_view()}</div> }
        })
    }
}

fn first_sheet(sheet: &HandIn, accepted: &[Accepted]) -> AnyView {
    let verdict = if sheet.is_ready { "可以交" } else { "还不能交" };
    let passed = sheet.passed.iter().map(|words| view! { <li>{*words}</li> }).collect_view();
    let many = sheet.accepted.len();
    let kept = (many > 0).then(|| {
        view! {
            <h2>"三、已说明并保留"</h2>
            {accepted_table(accepted, 0)}
            {(many > accepted.len()).then(|| view! { <p class="small">{format!("共 {many} 处，其余见附页。")}</p> })}
        }
    });
    let signing = if many > 0 { "四、审核" } else { "三、审核" };
    let signers = SIGNERS.map(|who| view! { <td><b>{who}</b><span>"年\u{2003}月\u{2003}日"</span></td> });
    view! {
        <section class="leaf slip">
            <h1>"政府信息公开工作年度报告送审单"</h1>
            <table class="slip-head"><tbody>{sheet.head.iter().map(|(name, value)| view! { <tr><th scope="row">{*name}</th><td>{value.clone()}</td></tr> }).collect_view()}</tbody></table>
            <p class="small">"报告每页页脚印有同一校验码；两处不同，说明送审以后改过。"</p>
            <h2>"一、可以交了吗"</h2>
            <div class="slip-verdict"><p><b>{verdict}</b>" "{sheet.verdict.clone()}</p><ul>{passed}</ul></div>
            <h2>"二、主要数字"</h2>
            {figures(sheet)}
            {kept}
            <h2>{signing}</h2>
            <table class="slip-signing"><tbody>
                <tr>{signers.collect_view()}</tr>
                <tr><td colspan="3"><b>"审核意见"</b></td><td class="seal-place"><i>"盖\u{2003}章"</i><span>"年\u{2003}月\u{2003}日"</span></td></tr>
            </tbody></table>
            {foot(sheet)}
        </section>
    }
    .into_any()
}

/// The main figures, three beside each other.
fn figures(sheet: &HandIn) -> AnyView {
    if sheet.figures.is_empty() {
        return view! { <p class="small">"还没有填数字。"</p> }.into_any();
    }
    let cell =
        |(name, value): &(String, String)| view! { <td>{name.clone()}</td><td class="slip-value">{value.clone()}</td> };
    let rows = sheet.figures.chunks(2).map(|pair| view! { <tr>{pair.iter().map(cell).collect_view()}</tr> });
    view! { <table class="slip-figures"><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

fn accepted_table(accepted: &[Accepted], before: usize) -> AnyView {
    let row = |(n, accepted): (usize, &Accepted)| {
        let day = accepted.at.get(..10).unwrap_or_default().to_owned();
        view! {
            <tr>
                <td>{before + n + 1}</td>
                <td>{accepted.title.clone()}<small>{accepted.rule}</small></td>
                <td>{accepted.note.clone()}</td>
                <td>{day}</td>
            </tr>
        }
    };
    view! {
        <table class="slip-kept">
            <thead><tr><th>"序号"</th><th>"核实性问题"</th><th>"说明"</th><th>"保留时间"</th></tr></thead>
            <tbody>{accepted.iter().enumerate().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn foot(sheet: &HandIn) -> AnyView {
    let code = sheet.head.iter().find(|(name, _)| *name == "校验码").map(|(_, code)| format!("校验码 {code}"));
    view! { <p class="slip-foot"><span>"送审单随报告打印，不作为报告内容公开。"</span><span>{code}</span></p> }
        .into_any()
}
