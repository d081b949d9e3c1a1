//! Sentences of last year's: counted above the text, marked in it, listed beside it, gone through by keys, and confirmed.

mod layer;
mod list;
mod steps;

use std::cell::RefCell;
use std::rc::Rc;

use crate::draft::Draft;
use crate::form::Severity;
use crate::roll::{Progress, Sentence, likeness, limit, sentences, standing};
use crate::session::Session;
use crate::ui::dom::{El, el};
use crate::ui::page::{FillPart, Page};
use crate::ui::parts::{Icon, icon, severity_mark};

pub use layer::sentence_marks;
pub use list::sentence_list;
pub use steps::{are_shown, next, show};

/// How many sentences are drawn; no report has so many.
const LISTED: usize = 300;

/// What is known of last year's sentences in the open draft, as of the last check of its text.
#[derive(Default, PartialEq)]
struct Seen {
    /// The first so many that stand in the text.
    sentences: Vec<Sentence>,
    progress: Progress,
    /// How like last year's the text is, in per cent, and how many sentences are to be rewritten until it is below the limit.
    likeness: Option<(usize, usize)>,
    /// The likeness from which it is a fault.
    limit: usize,
}

impl Seen {
    /// Those that stand on a screen.
    fn on(&self, part: Option<FillPart>) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| Some(FillPart::of(sentence.place)) == part)
    }
}

thread_local! {
    /// What was seen last, and after how many checks.
    static SEEN: RefCell<(u64, Rc<Seen>)> = RefCell::new((0, Rc::default()));
}

/// What is known of last year's sentences, read once a check however many ask; watches the checks of the text.
fn seen(session: Session) -> Rc<Seen> {
    let checked = session.checked();
    let known = SEEN.with_borrow(|(at, seen)| (*at == checked).then(|| Rc::clone(seen)));
    known.unwrap_or_else(|| {
        let seen = Rc::new(session.look_at_case(|case| look(case.draft, case.last)).unwrap_or_default());
        SEEN.set((checked, Rc::clone(&seen)));
        seen
    })
}

fn look(draft: &Draft, last: Option<&Draft>) -> Seen {
    let progress = Progress::of(draft);
    if progress.left == 0 {
        return Seen { progress, ..Seen::default() };
    }
    let limit = limit(draft);
    let measured = likeness(draft, last);
    let likeness = measured.map(|measured| (measured.jaccard.percent(), measured.to_rewrite(limit, progress.left)));
    Seen { sentences: standing(draft, LISTED), progress, likeness, limit }
}

/// The likeness beside its limit, in words; empty where there is nothing to compare.
fn likeness_words(seen: &Seen) -> String {
    seen.likeness.map(|(percent, _)| format!("重复率 {percent} %，本地标准 {} %", seen.limit)).unwrap_or_default()
}

/// Whether a text stands on a screen.
pub fn is_text(session: Session, part: Option<FillPart>) -> bool {
    let is_text = |draft: &Draft| match part {
        Some(FillPart::Opening) => !draft.opening().is_empty(),
        Some(FillPart::Part(n)) => {
            draft.narrative().get(n).is_some_and(|part| part.body.iter().any(|item| item.paragraph().is_some()))
        }
        Some(FillPart::Office | FillPart::Table(_) | FillPart::Signature) | None => false,
    };
    session.look(is_text) == Some(true)
}

/// How many sentences of a part, or of the opening, are still last year's.
fn left_in(session: Session, part: Option<usize>) -> usize {
    session.sentences_left().get(part.map_or(0, |n| n + 1)).copied().unwrap_or_default()
}

/// The bar above a text while sentences of it are last year's, or the line at its foot.
pub fn bar_or_foot(page: Page, part: Option<usize>, foot: bool) -> Vec<El> {
    let session = page.session;
    let here = move || left_in(session, part);
    let drawn = el("div").class(if foot { "last-year-foot" } else { "last-year" });
    vec![drawn.when(move || here() > 0, move || if foot { foot_line(session, part) } else { bar(session) })]
}

fn bar(session: Session) -> Vec<El> {
    let left = move || seen(session).progress.left;
    let count = el("strong").text_of(move || format!("还有 {} 句是上年原文", left()));
    let count = count.attr_of("data-last-year", move || Some(left().to_string()));
    let likeness = el("span").text_of(move || likeness_words(&seen(session)));
    let key =
        |class: &str, words: &str, meaning: &str| el("span").child(el("span").class(class).text(words)).text(meaning);
    let keys = el("span").class("keys-of-marks").attr("aria-hidden", "true");
    let keys = keys.child(key("is-last-year", "上年原文", "")).child(key("is-stale", "365", " 上年数，本年待填"));
    vec![severity_mark(Severity::Warning), count, likeness, el("span").class("grow"), keys]
}

fn foot_line(session: Session, part: Option<usize>) -> Vec<El> {
    let words = move || {
        let here = left_in(session, part);
        let all = session.look(|draft| sentences_of(draft, part)).unwrap_or_default();
        format!("本部分 {} 句，{here} 句是上年原文", all.max(here))
    };
    let keys = [("F8", "下一句"), ("Alt Enter", "仍然适用")];
    let keys = keys.map(|(key, words)| el("span").child(el("kbd").text(key)).text(words));
    vec![el("strong").text_of(words), el("span").class("grow"), el("span").class("keys-of-marks").children(keys)]
}

/// How many sentences a part has, or the opening.
fn sentences_of(draft: &Draft, part: Option<usize>) -> usize {
    let Some(part) = part else { return draft.opening().iter().map(|text| sentences(text).len()).sum() };
    let body = draft.narrative().get(part).map(|part| part.body.as_slice()).unwrap_or_default();
    body.iter().filter_map(|item| item.paragraph()).map(|text| sentences(text).len()).sum()
}

/// What is said when nothing is last year's any longer.
fn settled() -> El {
    el("p").class("ok").child(icon(Icon::TICK)).text("上年原文都已改写或确认")
}
