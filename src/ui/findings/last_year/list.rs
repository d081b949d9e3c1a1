//! The column of last year's sentences: how many there are, how like last year's the text is, each sentence of the screen with
//! what there is to do, and where the others stand.

use std::hash::{Hash, Hasher};

use super::steps::{confirm, go, is_current, listen_for_confirming};
use super::{likeness_words, seen, settled};
use crate::form::Severity;
use crate::roll::Sentence;
use crate::session::Session;
use crate::sheet::outline;
use crate::ui::dom::{El, el, svg};
use crate::ui::page::{FillPart, Page};
use crate::ui::parts::{button, severity_mark};

/// A sentence as it is listed, with its number among all of them.
#[derive(PartialEq)]
struct Row {
    nth: usize,
    /// Its number on the screen.
    number: usize,
    sentence: Sentence,
}

impl Hash for Row {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.sentence.place.hash(hasher);
        self.sentence.words.hash(hasher);
        self.sentence.span.hash(hasher);
    }
}

/// The column.
pub fn sentence_list(page: Page) -> El {
    let session = page.session;
    listen_for_confirming(page);
    let part = move || page.router.part();
    let here = move || seen(session).on(part()).count();
    let rows = move || {
        let (seen, part) = (seen(session), part());
        let all = seen.sentences.iter().enumerate();
        let own = all.filter(|(_, sentence)| Some(FillPart::of(sentence.place)) == part).enumerate();
        own.map(|(at, (nth, sentence))| Row { nth, number: at + 1, sentence: sentence.clone() }).collect()
    };
    let others = move || {
        let (seen, part) = (seen(session), part());
        let mut found: Vec<(FillPart, usize, Sentence)> = Vec::new();
        for sentence in seen.sentences.iter().filter(|sentence| Some(FillPart::of(sentence.place)) != part) {
            let screen = FillPart::of(sentence.place);
            match found.last_mut().filter(|(of, ..)| *of == screen) {
                Some((_, count, _)) => *count += 1,
                None => found.push((screen, 1, sentence.clone())),
            }
        }
        found
    };
    let left_elsewhere = move || others().iter().map(|(_, count, _)| count).sum::<usize>();
    let group = |words: &str, count: Box<dyn Fn() -> usize>| {
        el("h3")
            .class("group-title")
            .child(el("span").text(words))
            .child(el("span").text_of(move || format!("{} 句", count())))
    };
    let own = el("ol").class("sentences").each(rows, move |row| vec![draw(page, row)]);
    let elsewhere = move |all: &Vec<(FillPart, usize, Sentence)>| {
        let row = |(_, count, first): &(FillPart, usize, Sentence)| {
            let name = name_of(session, first);
            let first = first.clone();
            let button = button("sentence", move || go(page, &first)).attr("data-action", "goto-sentence");
            let button = button.child(el("span").class("words-of").text(&name));
            el("li").child(button.child(el("span").class("note").text(&format!("{count} 句"))))
        };
        vec![el("ul").class("sentences").children(all.iter().map(row))]
    };
    el("div")
        .class("sentence-list")
        .child(counted(session))
        .child(measured(session))
        .when(move || here() > 0, move || vec![group("本部分", Box::new(here))])
        .child(own)
        .when(move || left_elsewhere() > 0, move || vec![group("其他部分", Box::new(left_elsewhere))])
        .switch(others, elsewhere)
        .when(move || seen(session).progress.left == 0, || vec![settled()])
}

/// The card that counts them.
fn counted(session: Session) -> El {
    let head = el("div")
        .class("finding-head")
        .child(severity_mark(Severity::Warning))
        .child(
            el("strong")
                .class("sentence-title")
                .text_of(move || format!("还有 {} 句是上年原文", seen(session).progress.left)),
        )
        .child(el("span").class("rule-id").text("Q10"));
    let settled = move || {
        let progress = seen(session).progress;
        progress.confirmed + progress.rewritten
    };
    let bar = el("progress")
        .attr("aria-label", "已改写或确认")
        .attr_of("max", move || Some(seen(session).progress.all.max(1).to_string()))
        .attr_of("value", move || Some(settled().to_string()));
    let words = move || {
        let p = seen(session).progress;
        format!("{} 句，已定 {} 句：改写 {}，仍然适用 {}", p.all, settled(), p.rewritten, p.confirmed)
    };
    el("div")
        .class("finding")
        .child(head)
        .child(el("p").text("改写，或逐句确认仍然适用。只改年份、数字不算改写。"))
        .child(bar)
        .child(el("p").class("note").text_of(words))
}

/// The card of the likeness.
fn measured(session: Session) -> El {
    let card = move || {
        let seen = seen(session);
        let words = likeness_words(&seen);
        seen.likeness.map(|(percent, rewrite)| (percent, rewrite, seen.limit, words))
    };
    el("div").switch(card, |card| {
        let Some((percent, rewrite, limit, words)) = card else { return Vec::new() };
        let is_above = percent >= limit;
        let severity = if is_above { Severity::Warning } else { Severity::Hint };
        let head = el("div")
            .class("finding-head")
            .child(severity_mark(severity))
            .child(el("strong").class("sentence-title").text(words))
            .child(el("span").class("rule-id").text("Q01"));
        let note = if is_above {
            format!("以连续三个字计，表格不计。再改写约 {rewrite} 句可到 {limit} % 以下。")
        } else {
            "以连续三个字计，表格不计。".to_owned()
        };
        vec![
            el("div")
                .class("finding")
                .child(head)
                .child(likeness_bar(*percent, *limit))
                .child(el("p").class("note").text(&note)),
        ]
    })
}

/// The likeness as a bar, with a line at its limit. The words beside it say the same.
fn likeness_bar(percent: usize, limit: usize) -> El {
    let rect = |class: &str, from: usize, width: usize| {
        let [from, width] = [from, width].map(|length| length.to_string());
        svg("rect").attrs(&[("class", class), ("x", &from), ("width", &width), ("height", "10")])
    };
    let class = if percent >= limit { "likeness-bar above" } else { "likeness-bar" };
    svg("svg")
        .attrs(&[("class", class), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")])
        .child(rect("likeness-whole", 0, 100))
        .child(rect("likeness-part", 0, percent.min(100)))
        .child(rect("likeness-limit", limit.min(99), 1))
}

fn draw(page: Page, row: &Row) -> El {
    let Row { nth, number, sentence } = row;
    let figures = match (sentence.figures, sentence.stale) {
        (0, _) => "没有数字".to_owned(),
        (_, 0) => "数字已改".to_owned(),
        (_, stale) => format!("{stale} 个数待填"),
    };
    let has_stale = sentence.stale > 0;
    let gone_to = sentence.clone();
    let title = button("sentence", move || go(page, &gone_to))
        .attrs(&[("data-action", "goto-sentence"), ("title", &sentence.words)])
        .child(el("span").class("number").text(&number.to_string()))
        .child(el("span").class("words-of").text(&sentence.words))
        .child(el("span").class("note").text(&figures));
    let (marked, current) = (sentence.clone(), sentence.clone());
    let actions = {
        let sentence = sentence.clone();
        move || {
            let (kept, rewritten) = (sentence.clone(), sentence.clone());
            let rewrite = button("button small", move || go(page, &rewritten)).attr("data-action", "rewrite-sentence");
            let keep =
                button("button primary small", move || confirm(page, &kept)).attr("data-action", "confirm-sentence");
            // Who keeps last year's figures says so.
            let words = if has_stale { "数字也不变，仍然适用" } else { "仍然适用" };
            let keep = keep.attr("title", &format!("{words} Alt+Enter")).text(words);
            vec![el("div").class("actions").child(rewrite.text("自己改写")).child(keep)]
        }
    };
    el("li")
        .attr("data-sentence", &sentence.place.to_string())
        .attr("data-nth", &nth.to_string())
        .class_of("current", move || is_current(&marked))
        .child(title)
        .when(move || is_current(&current), actions)
}

/// The name of the screen of a sentence.
fn name_of(session: Session, sentence: &Sentence) -> String {
    let Some(n) = sentence.place.part() else { return "引言".to_owned() };
    let heading = session.look(|draft| outline(draft).into_iter().find(|s| s.part == Some(n)).map(|s| s.heading));
    heading.flatten().filter(|heading| !heading.is_empty()).unwrap_or_else(|| format!("第{}部分", n + 1))
}
