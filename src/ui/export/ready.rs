//! 可以交了吗: what is still to be mended, beside the formats, which it never bars.

use super::readiness::show_readiness;
use crate::report::left_out;
use crate::rules::{Finding, Severity, passed};
use crate::session::{Checks, Found, Session};
use crate::ui::dom::{El, close_dialog, el};
use crate::ui::findings::go;
use crate::ui::page::Page;
use crate::ui::parts::{Icon, SEVERITIES, button, icon, severity_mark};

/// How many findings of a weight are listed; all of them stand in their own column.
const LISTED: usize = 4;

/// The column.
pub(super) fn ready(page: Page) -> El {
    let column = el("section").attrs(&[("class", "export-ready"), ("aria-label", "可以交了吗")]);
    let list = move || {
        leave();
        show_readiness(page);
    };
    let list = button("button small", list).attr("data-action", "ready").text("逐项看");
    let head = el("div").class("export-ready-head").child(el("h2").text("可以交了吗")).child(list);
    column.child(head).switch(
        move || state(page.session),
        move |state| match state {
            State::Unknown => vec![el("p").class("note").text("检查程序还在加载。")],
            State::Known(found) => {
                let mut drawn = vec![verdict(page.session, found)];
                for (severity, words, _) in SEVERITIES {
                    drawn.extend(group(page, severity, words, found));
                }
                let left_out = page.session.look(left_out).flatten();
                drawn.extend(left_out.map(|words| el("p").class("note left-out").text(&words)));
                drawn.extend(passed_group(page.session));
                drawn
            }
        },
    )
}

/// What is known of the findings.
#[derive(PartialEq)]
enum State {
    Unknown,
    Known(Vec<Found>),
}

fn state(session: Session) -> State {
    match session.checks() {
        Checks::Coming | Checks::Failed => State::Unknown,
        Checks::Here => {
            State::Known(session.with_findings(<[Found]>::to_vec).into_iter().filter(Found::is_open).collect())
        }
    }
}

/// In one line: whether anything must be mended; and whether nothing must.
pub fn verdict_words(errors: usize, left: usize) -> (String, bool) {
    match (errors, left) {
        (0, 0) => ("没有强制性问题".to_owned(), true),
        (0, left) => (format!("还有 {left} 句是上年原文，请改写或确认"), false),
        (errors, _) => (format!("还有 {errors} 处强制性问题，请改正"), false),
    }
}

fn verdict(session: Session, open: &[Found]) -> El {
    let errors = open.iter().filter(|found| found.finding.severity == Severity::Error).count();
    let (words, is_good) = verdict_words(errors, session.sentences_left().iter().sum());
    let note = if is_good { "" } else { "仍可导出，标记不会印在纸上。" };
    let verdict =
        el("div").attrs(&[("class", if is_good { "verdict good" } else { "verdict bad" }), ("role", "status")]);
    verdict.child(el("strong").text(&words)).children((!note.is_empty()).then(|| el("p").text(note)))
}

/// What was checked and found right.
pub fn passed_checks(session: Session) -> Vec<&'static str> {
    session.with_findings(|found| {
        let open: Vec<&Finding> = found.iter().filter(|found| found.is_open()).map(|found| &found.finding).collect();
        session.look(|draft| passed(draft, &open)).unwrap_or_default()
    })
}

fn passed_group(session: Session) -> Vec<El> {
    let passed = passed_checks(session);
    if passed.is_empty() {
        return Vec::new();
    }
    let head = el("h3").text("已核对").child(el("span").text(&passed.len().to_string()));
    let row =
        |words: &&'static str| el("li").child(icon(Icon::TICK)).child(el("span").class("ready-words").text(words));
    vec![head, el("ul").class("passed").children(passed.iter().map(row))]
}

/// The findings of a weight, each with the way to it.
fn group(page: Page, severity: Severity, words: &str, open: &[Found]) -> Vec<El> {
    let of: Vec<&Found> = open.iter().filter(|found| found.finding.severity == severity).collect();
    if of.is_empty() {
        return Vec::new();
    }
    let head = el("h3").text(words).child(el("span").text(&of.len().to_string()));
    let rows = of.iter().take(LISTED).map(|found| row(page, severity, found));
    let more = of.len().checked_sub(LISTED).filter(|more| *more > 0);
    let more = more.map(|more| el("li").class("note").text(&format!("另有 {more} 处，见右侧问题栏")));
    vec![head, el("ul").children(rows).children(more)]
}

/// Closes the menu.
fn leave() {
    if let Some(menu) = crate::ui::dom::find("dialog[data-export]") {
        close_dialog(&El::of(menu));
    }
}

fn row(page: Page, severity: Severity, found: &Found) -> El {
    let to = found.clone();
    let mend = move || {
        leave();
        go(page.session, page.router, &to);
    };
    let mend = button("button small", mend).attr("aria-label", &format!("去改：{}", found.finding.title)).text("去改");
    let words = el("span").class("ready-words").text(&found.finding.title).child(el("small").text(found.finding.rule));
    el("li").child(severity_mark(severity)).child(words).child(mend)
}
