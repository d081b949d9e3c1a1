//! The field of a run of paragraphs, in which a line is a paragraph. It is fetched late.
//!
//! How high it is the layer behind it decides (`findings/field`); until that is here, the number of its lines.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, InputEvent, KeyboardEvent};

use crate::draft::{Draft, Place, paragraphs};
use crate::session::{Session, run_of_paragraphs};
use crate::text::changed;
use crate::ui::body::{Segment, segments, start_of};
use crate::ui::dom::{El, el, follow, next_frame};
use crate::ui::findings;
use crate::ui::page::{Page, TextField};

/// From how many bytes on a field keeps to the window.
const LONG: usize = 60_000;

/// Reads the paragraphs of a run.
type Paragraphs = Rc<dyn Fn(&Draft) -> Vec<String>>;

/// A run of paragraphs: where it stands, how it is read and how it is written.
struct Run {
    /// The name of its field, which may follow what stands above it.
    name: Rc<dyn Fn() -> String>,
    /// What the field is called by those who cannot see it.
    label: String,
    /// Its paragraphs.
    text: Paragraphs,
    /// What happens when something is typed.
    typed: Rc<dyn Fn(&str)>,
}

impl Run {
    /// The run of a field.
    fn of(session: Session, field: TextField) -> Self {
        let TextField { part, at } = field;
        let Some(n) = part else {
            return Self {
                name: Rc::new(|| "opening".to_owned()),
                label: "引言".to_owned(),
                text: Rc::new(|draft| draft.opening().to_vec()),
                typed: Rc::new(move |text| session.type_opening(text)),
            };
        };
        // Where it begins changes with what is typed above it.
        let start_in = move |draft: &Draft| start_of(draft, n, at).unwrap_or_default();
        let start = move || session.watch(&[field.touch(), Place::Parts], start_in).unwrap_or_default();
        Self {
            name: Rc::new(move || Place::Body(n, start()).to_string()),
            label: format!("正文，第{}段起", at / 2 + 1),
            text: Rc::new(move |draft| run_of_paragraphs(draft, n, start_in(draft))),
            typed: Rc::new(move |text| session.type_paragraphs(n, start(), text)),
        }
    }
}

/// A field for paragraphs. The program never writes into it while what stands there means what the draft holds:
/// an empty line under the caret, or words that an input method is composing, stay as they are.
pub fn paragraphs_field(page: Page, field: TextField) -> El {
    let session = page.session;
    let (touch, Run { name, label, text, typed }) = (field.touch(), Run::of(session, field));
    let watched = [touch, Place::Parts];
    let (of, named, read) = (Rc::clone(&text), Rc::clone(&name), Rc::clone(&typed));
    let value = move || {
        let wanted = session.watch(&watched, |draft| of(draft)).unwrap_or_default();
        let focused = document().active_element().and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok());
        match focused.filter(|area| area.name() == named()) {
            Some(area) if paragraphs(&area.value()).eq(wanted.iter().cloned()) => area.value(),
            Some(_) | None => wanted.join("\n"),
        }
    };
    let (measured, of_between) = (Rc::clone(&text), Rc::clone(&text));
    // A field of a size that no part of a report has keeps to the window: a browser that has to lay out thousands of lines
    // anew with each key is slow.
    let is_long = move || {
        let text = session.watch(&watched, |draft| measured(draft)).unwrap_or_default();
        text.iter().map(String::len).sum::<usize>() > LONG
    };
    let rows = move || {
        let text = session.watch(&watched, |draft| text(draft)).unwrap_or_default();
        // About 42 characters stand in a line; once the layer is here, the field is as high as that.
        let lines: usize = text.iter().map(|paragraph| paragraph.chars().count() / 42 + 1).sum();
        Some((lines + 1).clamp(2, 1_000).to_string())
    };
    let (own, text_here) = (field, Rc::clone(&of_between));
    let between = move || {
        session.watch(&watched, |draft| text_here(draft).is_empty() && is_between(draft, own)).unwrap_or_default()
    };
    let opens = between.clone();
    let input = move |event: &Event| {
        let input = event.dyn_ref::<InputEvent>();
        if input.is_some_and(InputEvent::is_composing) {
            return;
        }
        // What is pasted, dropped or cut is a step of its own.
        let is_step = input.is_some_and(|input| ONE_STEP.contains(&input.input_type().as_str()));
        let seal = || {
            if is_step {
                session.seal();
            }
        };
        if let Some(area) = area_of(event) {
            seal();
            typed(&area.value());
            seal();
        }
    };
    let composed = Rc::clone(&read);
    let composed = move |event: &Event| {
        if let Some(area) = area_of(event) {
            composed(&area.value());
        }
    };
    let left = move |event: &Event| {
        if let Some(area) = area_of(event) {
            read(&area.value());
            session.seal();
            next_frame(move || session.refresh(touch));
        }
    };
    let area = el("textarea")
        .attrs(&[("class", "text"), ("aria-label", &label)])
        .attr_if("readonly", session.read_only().then_some(""))
        .attr_of("name", move || Some(name()))
        .attr_of("rows", rows)
        .attr_of("placeholder", move || opens().then(|| "在这里加一段文字".to_owned()))
        .class_of("long", is_long)
        .on("input", input)
        .on("compositionend", composed)
        .on("blur", left);
    let moved = move |event: &Event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.is_none_or(|key| ELSEWHERE.contains(&key.as_str())) {
            session.seal();
        }
    };
    let area = area.on("pointerdown", moved).on("keydown", moved);
    write_into(&area, value);
    // Last year's text is gone through from its beginning; a text that is being written goes on at its end.
    let is_last_years = session.look(|draft| !draft.last_year_text().sentences.is_empty()).unwrap_or_default();
    if let Some(field) = area.node().dyn_ref::<HtmlTextAreaElement>().filter(|_| is_last_years) {
        let _ = field.set_selection_range(0, 0);
    }
    // The layer looks for the field right before it, so that it stands there before it is drawn.
    let marks = el("div").attrs(&[("class", "text-marks"), ("aria-hidden", "true")]);
    let drawn = el("div").class("text-field").class_of("between", between).child(area).child(marks.clone());
    page.late.place_quietly(marks, findings::marks(page, field));
    drawn
}

/// Whether nothing need stand in a field: between tables and charts of a part in which text stands elsewhere, or could. Where a
/// part has no text at all, its first field asks for some.
fn is_between(draft: &Draft, field: TextField) -> bool {
    let Some(n) = field.part else { return false };
    let runs = segments(draft, n).into_iter().filter_map(|segment| match segment {
        Segment::Run(start) => Some(start),
        Segment::Embed(..) | Segment::Unknown => None,
    });
    let runs: Vec<usize> = runs.collect();
    let has_text = runs.iter().any(|start| !run_of_paragraphs(draft, n, *start).is_empty());
    runs.len() > 1 && (has_text || field.at > 0)
}

/// The inputs that are a step of their own, by the names that browsers give them.
const ONE_STEP: [&str; 5] =
    ["insertFromPaste", "insertFromDrop", "insertReplacementText", "deleteByCut", "deleteByDrag"];

/// The keys after which typing goes on elsewhere.
const ELSEWHERE: [&str; 8] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

/// Keeps in a field what the closure reads. Where the field has the focus, the caret goes to the end of what has changed.
fn write_into(area: &El, value: impl Fn() -> String + 'static) {
    let field = area.clone();
    follow(move || {
        let (before, after) = (field.value(), value());
        if before == after {
            return;
        }
        field.set_value(&after);
        let area = field.node().dyn_ref::<HtmlTextAreaElement>();
        let focused = document().active_element().is_some_and(|focus| focus == *field.node());
        if let Some(area) = area.filter(|_| focused) {
            let until = after.get(..changed(&before, &after).end).unwrap_or_default();
            let end = u32::try_from(until.encode_utf16().count()).unwrap_or(u32::MAX);
            // A caret that cannot be set stays at the end.
            let _ = area.set_selection_range(end, end);
        }
    });
}

/// The field to which something happened.
fn area_of(event: &Event) -> Option<HtmlTextAreaElement> {
    event.target()?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(form: &str, body: &str) -> Vec<bool> {
        let json = format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": 2023, "opening": [], "narrative": [{{"heading": "一", "body": [{body}]}}]}}"#
        );
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let runs =
            segments(&draft, 0).into_iter().enumerate().filter(|(_, segment)| matches!(segment, Segment::Run(_)));
        runs.map(|(at, _)| is_between(&draft, TextField { part: Some(0), at })).collect()
    }

    #[test]
    fn nothing_need_stand_between_tables() {
        for form in ["national-2021", "national-2019", "narrative-2008"] {
            assert_eq!(between(form, ""), [false], "the only field");
            assert_eq!(between(form, r#""甲""#), [false]);
            let tables = r#"{"table": "history"}, {"chart": "trend"}"#;
            assert_eq!(between(form, tables), [false, true, true], "without text the first field asks for some");
            assert_eq!(between(form, &format!(r#""甲", {tables}"#)), [true, true, true]);
            assert_eq!(between(form, &format!(r#"{tables}, "甲""#)), [true, true, true]);
        }
    }

    #[test]
    fn the_opening_has_one_field() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#;
        let draft = Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        assert!(!is_between(&draft, TextField { part: None, at: 0 }));
        assert!(!is_between(&draft, TextField { part: Some(7), at: 2 }));
    }
}
