//! Several files: what came of each, those that need a hand first.

use std::rc::Rc;

use leptos::prelude::*;

use super::one::{ProgressBar, progress_words};
use super::{LookedAt, SendFile, choose_button, leave};
use crate::draft::OfficeField;
use crate::read::take::pieces;
use crate::rules::Severity;
use crate::session::{Import, ImportState, Session, Taking, Use};
use crate::ui::page::{Route, Router};
use crate::ui::parts::{Icon, SeverityMark, icon_view};
use crate::value::Year;

/// How a file stands, in the order in which they need a hand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Refused,
    Open,
    Ledger,
    Busy,
    Read,
    Done,
}

fn standing(file: &Import) -> Standing {
    match file.state() {
        ImportState::Refused(_) | ImportState::Stopped => Standing::Refused,
        ImportState::Ledger(_) => Standing::Ledger,
        ImportState::Waiting | ImportState::Reading(..) => Standing::Busy,
        ImportState::Read(report) if !report.understood.choices.is_empty() => Standing::Open,
        ImportState::Read(_) => Standing::Read,
        ImportState::Taken(_) => Standing::Done,
    }
}

/// The list of the files.
#[component]
pub fn ImportList() -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let shown = RwSignal::new(None::<Standing>);
    let count = move |wanted: Option<Standing>| {
        session.imports().iter().filter(|file| wanted.is_none_or(|wanted| standing(file) == wanted)).count()
    };
    let usual = Memo::new(move |_| usual_year(session));
    let ready = move || count(Some(Standing::Read)) + count(Some(Standing::Open));
    let numbers = Memo::new(move |_| {
        let mut files: Vec<(Standing, u32)> =
            session.imports().iter().map(|file| (standing(file), file.number)).collect();
        files.retain(|(own, _)| shown.get().is_none_or(|wanted| *own == wanted));
        files.sort();
        files.into_iter().map(|(_, number)| number).collect::<Vec<_>>()
    });
    let take_all = move |_| {
        let mut last = None;
        for file in session.imports() {
            if let ImportState::Read(report) = file.now() {
                let taking = Taking {
                    to: Use::Check,
                    pieces: pieces(&report.understood.draft, &report.understood.choices),
                    ways: vec![None; report.understood.choices.len()],
                    back: Vec::new(),
                };
                last = session.take_import(&file, &taking).or(last);
            }
        }
        if last.is_some() {
            // What is still read, what was refused, and ledgers, which are looked at by themselves, stay until they are seen.
            for file in session.imports().iter().filter(|file| standing(file) == Standing::Done) {
                session.forget_imports(Some(file.number));
            }
            if session.imports().is_empty() {
                router.go(&Route::Alone(crate::ui::page::START));
            }
        }
    };
    let filters = [
        (None, "全部"),
        (Some(Standing::Refused), "没有读入"),
        (Some(Standing::Open), "要选"),
        (Some(Standing::Read), "已读入"),
        (Some(Standing::Ledger), "台账"),
    ];
    let filters = filters.map(|(own, words)| view! {
        <button type="button" aria-pressed=move || (shown.get() == own).to_string() on:click=move |_| shown.set(own)>
            {words}" "{move || count(own)}
        </button>
    });
    view! {
        <div class="import-many" data-import="">
            {rail(count)}
            <section class="import-files" aria-labelledby="import-title">
                <header class="side-head">
                    <h1 id="import-title" tabindex="-1">"导入"</h1>
                    <span class="note">{move || format!("{} 个文件", count(None))}</span>
                    <span class="grow"></span>
                    <div class="filters" role="group" aria-label="只看">{filters.into_iter().collect_view()}</div>
                </header>
                <div class="scroll">
                    <table class="files">
                        <thead><tr>
                            <th scope="col">"文件"</th><th scope="col">"单位"</th><th scope="col" class="number">"年度"</th>
                            <th scope="col" class="number">"确定"</th><th scope="col" class="number">"要选"</th>
                            <th scope="col" class="number">"留空"</th><th scope="col">"状态"</th><th scope="col"><span class="unseen">"去处"</span></th>
                        </tr></thead>
                        <tbody>
                            <For each=move || numbers.get() key=|number| *number let:number>{row(session, usual, number)}</For>
                        </tbody>
                    </table>
                </div>
                <footer class="import-foot">
                    <p>"采用的每一份成为一份草稿，可以一次撤销。要选的格子没有选，就空着。"</p>
                    <span class="grow"></span>
                    <span class="note" role="status">{move || match count(Some(Standing::Busy)) {
                        0 => String::new(),
                        left => format!("还有 {left} 份在读，读完接着列在这里"),
                    }}</span>
                    <button type="button" class="button quiet" data-action="import-cancel" on:click=move |_| leave(session, router)>"全部不要"</button>
                    <button type="button" class="button primary" data-action="import-accept" disabled=move || ready() == 0 on:click=take_all>
                        {move || format!("全部采用 {} 份", ready())}
                    </button>
                </footer>
            </section>
        </div>
    }
}

/// How many files there are of each standing, and the way to more.
fn rail(count: impl Fn(Option<Standing>) -> usize + Copy + Send + Sync + 'static) -> AnyView {
    let done = move || count(None) - count(Some(Standing::Busy));
    view! {
        <aside class="import-rail">
            <div class="drop-box">
                {icon_view(Icon::DOWNLOAD)}
                <strong>"再拖文件到这里"</strong>
                <span class="note">"Word、Excel、PDF、网页、文本、草稿，可以一次多份"</span>
                {choose_button("button", "选取文件")}
            </div>
            <h2>"读入进度"</h2>
            <p class="total"><strong>{move || format!("{} / {}", done(), count(None))}</strong></p>
            <progress data-progress="" aria-label="读入进度" value=move || done().to_string() max=move || count(None).to_string()></progress>
            <dl>
                <div><dt>"已读入"</dt><dd>{move || count(Some(Standing::Read))}</dd></div>
                <div><dt>"要选、要看"</dt><dd>{move || count(Some(Standing::Open))}</dd></div>
                <div><dt>"台账"</dt><dd>{move || count(Some(Standing::Ledger))}</dd></div>
                <div><dt>"没有读入"</dt><dd>{move || count(Some(Standing::Refused))}</dd></div>
                <div><dt>"读入中、等着"</dt><dd>{move || count(Some(Standing::Busy))}</dd></div>
                <div><dt>"已采用"</dt><dd>{move || count(Some(Standing::Done))}</dd></div>
            </dl>
            <p class="note">"原件里的页眉、附件、姓名没有读进来，也没有保存。"</p>
        </aside>
    }
    .into_any()
}

/// The year of most reports that were read so far, where it is that of more than half of several.
fn usual_year(session: Session) -> Option<Year> {
    let reports = session.imports().into_iter().filter_map(|file| file.state().report());
    let mut years: Vec<Year> = reports.map(|report| report.understood.draft.year()).collect();
    years.sort_unstable();
    let of_one_year = years.chunk_by(Year::eq).max_by_key(|years| years.len())?;
    of_one_year.first().copied().filter(|_| of_one_year.len() > 1 && of_one_year.len() * 2 > years.len())
}

fn row(session: Session, usual: Memo<Option<Year>>, number: u32) -> Option<AnyView> {
    let file: Rc<Import> = session.imports().into_iter().find(|file| file.number == number)?;
    let LookedAt(looked_at) = expect_context();
    let router = Router::here();
    let (name, shown_name) = (file.name.clone(), file.name.clone());
    let followed = StoredValue::new_local(file);
    let state = move || followed.with_value(|file| file.state());
    let odd =
        move |report: &crate::read::ReadReport| usual.get().filter(|usual| *usual != report.understood.draft.year());
    let why = move || match state() {
        ImportState::Refused(why) => Some(view! { <span class="note">{why}</span> }),
        ImportState::Ledger(_) => {
            Some(view! { <span class="note">{"这是申请台账，打开后归到表三的格子里。".to_owned()}</span> })
        }
        ImportState::Read(report) => odd(&report).map(|usual| {
            view! { <span class="note">{format!("多数是{usual}年度。若只是标题没有改，请改标题。")}</span> }
        }),
        ImportState::Waiting | ImportState::Reading(..) | ImportState::Stopped | ImportState::Taken(_) => None,
    };
    let cell = move |of: fn(&crate::read::ReadReport) -> String| {
        move || state().report().map_or_else(|| "—".to_owned(), |report| of(&report))
    };
    let status = move || {
        let state = state();
        match &state {
            ImportState::Waiting | ImportState::Reading(..) => {
                let words = progress_words(&state);
                view! { <ProgressBar file=SendFile(followed.get_value()) />" "{words} }.into_any()
            }
            ImportState::Read(report) if !report.understood.choices.is_empty() => {
                let words = format!("要选 {} 处", report.understood.choices.len());
                view! { <SeverityMark severity=Severity::Warning />" "{words} }.into_any()
            }
            ImportState::Read(report) if odd(report).is_some() => {
                view! { <SeverityMark severity=Severity::Warning />" 年度不同" }.into_any()
            }
            ImportState::Read(_) => view! { <span class="ok">{icon_view(Icon::TICK)}" 已读入"</span> }.into_any(),
            ImportState::Ledger(ledger) => {
                let doubts = ledger.lines.iter().filter(|line| !line.doubts.is_empty()).count();
                let lines = ledger.lines.len();
                if doubts > 0 {
                    let words = format!("台账 {lines} 行，{doubts} 行要归");
                    view! { <SeverityMark severity=Severity::Warning />" "{words} }.into_any()
                } else {
                    let words = format!("台账 {lines} 行");
                    view! { <span class="ok">{icon_view(Icon::TICK)}" "{words}</span> }.into_any()
                }
            }
            ImportState::Refused(_) | ImportState::Stopped => {
                view! { <SeverityMark severity=Severity::Error />" 没有读入" }.into_any()
            }
            ImportState::Taken(_) => view! { <span class="ok">"已采用"</span> }.into_any(),
        }
    };
    let action = move || {
        let look = move |words: &'static str| {
            view! { <button type="button" class="link" data-action="import-look" on:click=move |_| looked_at.set(Some(number))>{words}</button> }.into_any()
        };
        match state() {
            ImportState::Waiting | ImportState::Reading(..) => view! {
                <button type="button" class="link" data-action="import-stop" on:click=move |_| followed.with_value(|file| session.stop_import(file))>"停"</button>
            }
            .into_any(),
            ImportState::Read(report) => look(if report.understood.choices.is_empty() { "看" } else { "去选" }),
            ImportState::Taken(id) => view! {
                <button type="button" class="link" on:click=move |_| router.go(&Route::filling_in(id.clone()))>"去填报"</button>
            }
            .into_any(),
            ImportState::Ledger(_) => look("打开"),
            ImportState::Refused(_) | ImportState::Stopped => view! {
                <button type="button" class="link" on:click=move |_| session.forget_imports(Some(number))>"不要这份"</button>
            }
            .into_any(),
        }
    };
    Some(
        view! {
            <tr data-file=shown_name class:refused=move || followed.with_value(|file| standing(file)) == Standing::Refused>
                <th scope="row"><span class="name">{name}</span>{why}</th>
                <td data-head="单位">{cell(|report| match report.understood.draft.office(OfficeField::Name) {
                    "" => "没有写".to_owned(),
                    name => name.to_owned(),
                })}</td>
                <td class="number" data-head="年度">{cell(|report| report.understood.draft.year().to_string())}</td>
                <td class="number" data-head="确定">{cell(|report| report.understood.figures.len().to_string())}</td>
                <td class="number" data-head="要选">{cell(|report| report.understood.choices.iter().map(|c| c.places.len()).sum::<usize>().to_string())}</td>
                <td class="number" data-head="留空">{cell(|report| report.understood.blanks.len().to_string())}</td>
                <td class="state">{status}</td>
                <td>{action}</td>
            </tr>
        }
        .into_any(),
    )
}
