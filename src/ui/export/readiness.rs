//! 可以交了吗 line by line: what is done and what is missing before the report is handed in, each with the way to it.

use crate::browser;
use crate::draft::Due;
use crate::report::{Line, Standing, Way, readiness, verdict};
use crate::rules::{Finding, Severity, Status};
use crate::session::{Checks, Saved, Session};
use crate::ui::command::{EXPORT_MENU, PRINT};
use crate::ui::dom::{El, close_dialog, el, show_dialog};
use crate::ui::findings::go;
use crate::ui::page::{Page, Screen};
use crate::ui::parts::{Icon, button, icon, severity_mark};
use crate::ui::screens::PREVIEW;

/// Shows the list.
pub fn show_readiness(page: Page) {
    show_dialog(|| draw(page));
}

/// What is known of the list.
#[derive(PartialEq)]
enum State {
    /// The checks are on their way, or run.
    Waiting,
    /// They could not be fetched.
    Failed,
    Known(Vec<Line>),
}

fn state(session: Session) -> State {
    match (session.checks(), session.is_checked()) {
        (Checks::Failed, _) => State::Failed,
        (Checks::Coming, _) | (Checks::Here, false) => State::Waiting,
        (Checks::Here, true) => State::Known(lines(session)),
    }
}

/// The lines as the report is now; they follow every edit.
fn lines(session: Session) -> Vec<Line> {
    session.any();
    let is_kept = match session.saved() {
        Saved::Kept { .. } => true,
        Saved::Pending | Saved::Failed(_) | Saved::Stopped => false,
    };
    session.with_findings(|found| {
        let found: Vec<(&Finding, &Status)> = found.iter().map(|found| (&found.finding, &found.status)).collect();
        session.look_at_case(|case| readiness(case, &found, is_kept)).unwrap_or_default()
    })
}

fn draw(page: Page) -> El {
    let dialog = el("dialog").attrs(&[("class", "dialog listing"), ("aria-labelledby", "ready-title")]);
    let dialog = dialog.attr("data-readiness", "");
    let (closed, left) = (dialog.clone(), dialog.clone());
    let close = button("button quiet", move || close_dialog(&closed))
        .attrs(&[("aria-label", "关闭"), ("title", "关闭 Esc")])
        .child(icon(Icon::CLOSE));
    let title = el("h2").attr("id", "ready-title").text("可以交了吗");
    let head = el("div").class("listing-head").child(title).child(close);
    let body = el("div").class("listing-body").switch(
        move || state(page.session),
        move |state| match state {
            State::Waiting => vec![note("正在检查，请稍候。")],
            State::Failed => vec![note("检查程序没有加载成功，请检查网络后重试。")],
            State::Known(lines) => known(page, lines, &left),
        },
    );
    dialog.child(head).child(body)
}

fn note(words: &str) -> El {
    el("p").attrs(&[("class", "note"), ("role", "status")]).text(words)
}

/// The verdict, the days that are left, and the lines below.
fn known(page: Page, lines: &[Line], dialog: &El) -> Vec<El> {
    let is_good = lines.iter().all(|line| line.standing != Standing::Open);
    let class = if is_good { "verdict good" } else { "verdict bad" };
    let verdict = el("div").attrs(&[("class", class), ("role", "status")]).child(el("strong").text(&verdict(lines)));
    // Where the window is narrow the rail, which counts the days, is not seen.
    let today = browser::today();
    let due = page.session.look(|draft| today.map(|today| draft.due(today))).flatten().unwrap_or_default();
    let days: Vec<String> = due.into_iter().map(Due::words).collect();
    let days = (!days.is_empty()).then(|| el("p").class("note").text(&days.join("，")));
    let lines = lines.iter().map(|line| row(page, line, dialog));
    let on = is_good.then(|| on(page, dialog));
    std::iter::once(verdict).chain(days).chain([el("ul").class("ready-lines").children(lines)]).chain(on).collect()
}

/// What comes next where all is ready.
fn on(page: Page, dialog: &El) -> El {
    let [seen, printed, out] = [dialog.clone(), dialog.clone(), dialog.clone()];
    let preview = button("button", move || {
        close_dialog(&seen);
        page.router.go_to(Screen::of(PREVIEW));
    });
    let print = button("button", move || {
        close_dialog(&printed);
        (PRINT.run)(page);
    });
    let export = button("button primary", move || {
        close_dialog(&out);
        (EXPORT_MENU.run)(page);
    });
    el("div").class("actions").children([preview.text("看预览"), print.text("打印"), export.text("导出")])
}

fn row(page: Page, line: &Line, dialog: &El) -> El {
    let (standing, mark, told) = match line.standing {
        Standing::Done => ("done", icon(Icon::TICK), "已完成"),
        Standing::Wanting => ("wanting", severity_mark(Severity::Hint), "最好补上"),
        Standing::Open => ("open", severity_mark(Severity::Error), "没有完成"),
    };
    let words = el("span").class("ready-words").child(el("b").text(line.name)).child(el("small").text(&line.words));
    let (name, dialog) = (line.name, dialog.clone());
    let act = move || {
        // Another finding may stand there by now: the way is looked up anew.
        let way = lines(page.session).into_iter().find(|line| line.name == name).and_then(|line| line.way);
        close_dialog(&dialog);
        match way {
            Some(Way::To(place)) => page.router.go_to_place(place, None),
            Some(Way::Finding(at)) => {
                if let Some(found) = page.session.findings_now().get(at) {
                    go(page.session, page.router, found);
                }
            }
            Some(Way::Keep) => page.session.export(),
            None => {}
        }
    };
    let way = line.way.map(|way| {
        let words = if way == Way::Keep { "存成文件" } else { "去看" };
        button("button small", act).attr("aria-label", &format!("{words}：{name}")).text(words)
    });
    el("li")
        .attrs(&[("data-standing", standing), ("data-line", name)])
        .child(mark)
        .child(el("span").class("unseen").text(told))
        .child(words)
        .children(way)
}
