//! What there is to say of a report that was read: how much is certain, what was left out, what the rules say already.

use leptos::prelude::*;

use super::preview::{Pointed, Preview};
use super::slices::in_slices;
use crate::form::Law;
use crate::read::LeftKind;
use crate::roll::{Progress, next_year};
use crate::session::Use;
use crate::ui::parts::{SEVERITIES, SeverityMark};
use crate::value::Figure;

/// So many findings and words are listed.
const LISTED: usize = 60;

/// What was read.
#[component]
pub fn Told(preview: Preview) -> impl IntoView {
    let (certain, blank, cells) = preview.report.with_value(|report| {
        let read = &report.understood;
        let open: usize = read.choices.iter().map(|choice| choice.places.len()).sum();
        (read.figures.len(), read.blanks.len(), read.figures.len() + read.blanks.len() + open)
    });
    let open = move || {
        preview.report.with_value(|report| {
            let cells = report.understood.choices.iter().map(|choice| choice.places.len());
            preview
                .ways
                .with(|ways| cells.zip(ways).filter(|(_, way)| way.is_none()).map(|(count, _)| count).sum::<usize>())
        })
    };
    let lists = in_slices(3, 1, move |n| match n {
        0 => notes(preview).into_any(),
        1 => left(preview).into_any(),
        _ => found(preview).into_any(),
    });
    view! {
        <section class="side-told" aria-labelledby="import-told">
            <header class="side-head">
                <h2 id="import-told">"读到什么"</h2>
                <span class="grow"></span>
                <span class="note">{format!("{cells} 格")}</span>
            </header>
            <div class="scroll">
                <dl class="tallies">
                    <div><dt>"确定"</dt><dd>{certain}</dd></div>
                    <div class:warn=move || { open() > 0 }><dt>"要选"</dt><dd>{open}</dd></div>
                    <div><dt>"留空，没有填 0"</dt><dd>{blank}</dd></div>
                </dl>
                {move || matches!(preview.to.get(), Use::Begin).then(|| carried(preview))}
                {lists}
                <p class="note">"原件里的问题，采用后会随文字带来。"</p>
            </div>
        </section>
    }
}

/// What goes along into the next year.
fn carried(preview: Preview) -> Option<AnyView> {
    let next = preview.report.with_value(|report| next_year(&report.understood.draft, String::new()))?;
    let form = next.form()?;
    let into = form.relations.iter().filter_map(|relation| match &relation.law {
        Law::Carried { into, .. } => Some((relation.title, next.figure(into.key)?)),
        Law::Sum { .. } | Law::Balance { .. } | Law::AtMost { .. } | Law::Rolled { .. } | Law::Moved { .. } => None,
    });
    let into: Vec<(&str, Figure)> = into.collect();
    let carried = match into.iter().filter(|(_, figure)| !figure.is_zero()).collect::<Vec<_>>().as_slice() {
        [] if into.is_empty() => "原件没有结转下年度的数".to_owned(),
        [] => "各列都是 0".to_owned(),
        some => some.iter().map(|(title, figure)| format!("{title} {figure}")).collect::<Vec<_>>().join("、"),
    };
    let sentences = Progress::of(&next).left;
    Some(
        view! {
            <h3>{format!("带到 {} 年度", next.year())}</h3>
            <ul>
                <li><span class="words">"上年结转"</span><span>{carried}</span></li>
                <li><span class="words">"上年文字"</span><span>{format!("{sentences} 句，逐句标“上年原文”")}</span></li>
            </ul>
        }
        .into_any(),
    )
}

fn notes(preview: Preview) -> Option<AnyView> {
    let notes = preview.report.with_value(|report| report.understood.notes.clone());
    (!notes.is_empty()).then(|| {
        let lines = notes.into_iter().take(LISTED).map(|note| view! { <li>{note}</li> });
        view! { <h3>"请留意"</h3><ul class="notes">{lines.collect_view()}</ul> }.into_any()
    })
}

fn left(preview: Preview) -> Option<AnyView> {
    let left = preview.report.with_value(|report| report.understood.left.clone());
    let count = left.len();
    (count > 0).then(|| {
        let line = move |(n, left): (usize, crate::read::understand::LeftWords)| {
            let is_back = move || preview.back.with(|back| back.contains(&n));
            let toggle = move |_| {
                preview.back.update(|back| match back.iter().position(|own| *own == n) {
                    Some(at) => {
                        back.remove(at);
                    }
                    None => back.push(n),
                });
                preview.point(Pointed::Left(n));
            };
            let kind = kind_words(left.kind);
            let label = format!("补回{kind}“{}”", left.text.chars().take(12).collect::<String>());
            view! {
                <li data-import-left="" data-made=Pointed::Left(n).name()>
                    <span class="note">{kind}</span>
                    <span class="words" title=left.text.clone()>{left.text.chars().take(60).collect::<String>()}</span>
                    <button type="button" class="link" aria-label=label aria-pressed=move || is_back().to_string() on:click=toggle>
                        {move || if is_back() { "不补了" } else { "补回" }}
                    </button>
                </li>
            }
        };
        let lines = left.into_iter().take(LISTED).enumerate().map(line);
        view! {
            <h3>"没有采用的文字"<span class="note">{count}</span></h3>
            <ul class="left-words">{lines.collect_view()}</ul>
        }
        .into_any()
    })
}

fn kind_words(kind: LeftKind) -> &'static str {
    match kind {
        LeftKind::Header => "页眉",
        LeftKind::Footer => "页脚",
        LeftKind::PageNumber => "页码",
        LeftKind::Comment => "批注",
        LeftKind::Web => "网页",
        LeftKind::Attachment => "附件",
        LeftKind::Table => "表格",
        LeftKind::Imprint => "版记",
    }
}

fn found(preview: Preview) -> AnyView {
    let found = preview.report.with_value(|report| report.found.clone());
    let count = found.len();
    let line = |found: crate::read::FoundAlready| {
        let severity =
            SEVERITIES.get(usize::from(found.weight)).map_or(crate::rules::Severity::Hint, |(severity, ..)| *severity);
        let rule = found.rule.clone();
        view! {
            <li data-found=rule title=found.words>
                <SeverityMark severity=severity />
                <span class="words">{found.title}</span>
                <span class="note">{found.rule}</span>
            </li>
        }
    };
    let lines = found.into_iter().take(LISTED).map(line).collect_view();
    if count == 0 {
        return view! { <h3>"检查已经看出"</h3><p class="note">"没有问题"</p> }.into_any();
    }
    view! { <h3>"检查已经看出"<span class="note">{count}</span></h3><ul class="found">{lines}</ul> }.into_any()
}
