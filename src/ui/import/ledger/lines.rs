//! The lines that were not understood: what the ledger says, why that is not enough, and where the clerk places them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::words::{day, line_name, line_words};
use super::{View, placing};
use crate::read::ledger::{About, Line, Placements};
use crate::rules::Severity;
use crate::ui::dom::{El, Signal, el, find};
use crate::ui::page::focus_first;
use crate::ui::parts::{Icon, button, icon, severity_mark};

/// So many lines are listed at first, and so many more each time that more are asked for.
const LISTED: usize = 100;

/// Whether lines with the same words follow; the checkbox says it.
pub fn same_follow() -> bool {
    let checkbox = find("input[name=\"ledger.same\"]").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    checkbox.is_none_or(|checkbox| checkbox.checked())
}

/// The lines, with their head; a word where all were understood.
pub fn doubtful(view: &View) -> Vec<El> {
    let lines: Rc<Vec<usize>> = Rc::new(Placements::doubtful(&view.0.ledger).collect());
    if lines.is_empty() {
        let words = el("span").text("每一行都读懂了");
        return vec![el("p").class("ledger-part").child(el("span").class("ok").child(icon(Icon::TICK))).child(words)];
    }
    let (all, followed) = (Rc::clone(&lines), view.clone());
    let placed = move || {
        let parts = &followed.0;
        let is_placed = |at: &&usize| {
            parts.ledger.lines.get(**at).is_some_and(|line| parts.placements.look(|said| said.of(line)).is_complete())
        };
        parts.placements.track();
        let placed = all.iter().filter(is_placed).count();
        if placed == 0 { String::new() } else { format!("已归 {placed} 行") }
    };
    let same = el("label")
        .class("same")
        .child(el("input").attrs(&[("type", "checkbox"), ("name", "ledger.same"), ("checked", "")]))
        .text("同样的话照样归");
    let title = el("h2")
        .class("asks")
        .child(severity_mark(Severity::Warning))
        .text(&format!("{} 行没有读懂，请归到格子里", lines.len()));
    let head = el("div")
        .class("ledger-part")
        .child(title)
        .child(el("span").attrs(&[("class", "note"), ("role", "status")]).text_of(placed))
        .child(el("span").class("grow"))
        .child(same);
    let shown = Rc::new(Signal::new(LISTED));
    let (now, drawn) = (Rc::clone(&shown), Rc::clone(&lines));
    let keys = move || now.with(|shown| drawn.iter().copied().take(*shown).collect::<Vec<_>>());
    let followed = view.clone();
    let list = el("ul").class("doubts").each(keys, move |at| row(&followed, *at).into_iter().collect());
    let count = lines.len();
    let left = {
        let shown = Rc::clone(&shown);
        move || shown.with(|shown| count.saturating_sub(*shown))
    };
    let (words, is_more) = (left.clone(), left);
    let followed = view.clone();
    let more = move || {
        let next = lines.get(shown.look(|shown| *shown)).and_then(|at| followed.0.ledger.lines.get(*at));
        let name = next.map(|line| line_name(line, followed.0.has_sheets)).unwrap_or_default();
        shown.set(shown.look(|shown| shown + LISTED));
        focus_first(&[format!("select[name=\"ledger.{name}.result\"]")]);
    };
    let more = Rc::new(more);
    let list_more = move || {
        let (act, words) = (Rc::clone(&more), words.clone());
        let words = move || format!("再列 {} 行，还有 {} 行没有列出", words().min(LISTED), words());
        vec![button("link", move || act()).attr("data-action", "ledger-more").text_of(words)]
    };
    vec![head, list, el("p").class("ledger-more").when(move || is_more() > 0, list_more)]
}

fn row(view: &View, at: usize) -> Option<El> {
    let parts = &view.0;
    let line = parts.ledger.lines.get(at)?;
    let said = el("p")
        .child(asked(line, About::Applicant, &applicant_words(line)))
        .child(asked(line, About::Received, &day(line.received, &parts.ledger)))
        .child(asked(line, About::Result, line.words.result.as_deref().unwrap_or_default()));
    let (followed, open) = (view.clone(), view.clone());
    let why = el("p").class("why").text_of(move || why(&followed, at));
    let is_open = move || {
        let line = open.0.ledger.lines.get(at);
        line.is_some_and(|line| !open.0.placements.with(|said| said.of(line)).is_complete())
    };
    let drawn = el("li")
        .attr("data-ledger-line", &line_name(line, parts.has_sheets))
        .class_of("open", is_open)
        .child(el("span").class("row-number").text(&line_name(line, parts.has_sheets)))
        .child(el("div").class("said").child(said).child(why))
        .child(placing::result(view, at, line))
        .child(placing::kind(view, at, line))
        .children(placing::intake(view, at, line));
    Some(drawn)
}

/// Words of a line, marked where they are in question.
fn asked(line: &Line, about: About, words: &str) -> El {
    let is_asked = line.doubt(about).is_some() && !words.is_empty();
    el("span").attr_if("class", is_asked.then_some("asked")).text(words)
}

fn applicant_words(line: &Line) -> String {
    let kept = line.words.applicant.clone().filter(|words| !words.is_empty());
    kept.or_else(|| line.applicant.map(|applicant| applicant.label.to_owned())).unwrap_or_default()
}

/// Why a line was not understood, or whose placing it follows.
fn why(view: &View, at: usize) -> String {
    let parts = &view.0;
    let Some(line) = parts.ledger.lines.get(at) else { return String::new() };
    let placed = parts.placements.with(|said| said.of(line));
    let before = parts.carried.of(line);
    let reasons = line.doubts.iter().map(|doubt| match (doubt.about, placed.follows) {
        (About::Result, Some(from)) => format!("与{}相同，已照样归", line_words(&parts.ledger, from)),
        (About::Result, None) if before.standing.is_some() && placed.standing == before.standing => {
            format!("{}；照以前归过的归", doubt.why)
        }
        (About::Result | About::Received | About::Applicant, _) => doubt.why.clone(),
    });
    reasons.collect::<Vec<_>>().join("；")
}
