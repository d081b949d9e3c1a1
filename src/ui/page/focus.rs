//! Putting the focus into the field of a place, with the words that are meant selected.

use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::draft::Place;

/// Puts the focus into the field of a place, and selects the words it means.
pub(super) fn focus_place(place: Place, span: Option<(String, std::ops::Range<usize>)>) {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let name = place.to_string();
    let (field, before) = if let Place::Opening(m) = place {
        (find("textarea[name=\"opening\"]"), m)
    } else if let Place::Body(n, m) = place {
        // The run of paragraphs in which this one stands begins at or before it.
        let starts = (0..=m).rev();
        let mut found =
            starts.filter_map(|s| Some((find(&format!("textarea[name=\"narrative.{n}.body.{s}\"]"))?, m - s)));
        found.next().map_or((None, 0), |(field, before)| (Some(field), before))
    } else {
        (find(&format!("[name=\"{name}\"]")).or_else(|| find(&format!("[data-range=\"{name}\"]"))), 0)
    };
    let Some(field) = field else { return };
    let scroll = web_sys::ScrollIntoViewOptions::new();
    scroll.set_block(web_sys::ScrollLogicalPosition::Center);
    field.scroll_into_view_with_scroll_into_view_options(&scroll);
    if let Some(element) = field.dyn_ref::<web_sys::HtmlElement>() {
        // An element that cannot take the focus is at least in view.
        let _ = element.focus();
    }
    if let (Some(area), Some((words, span))) = (field.dyn_ref::<web_sys::HtmlTextAreaElement>(), span) {
        select_words(area, before, &words, &span);
    }
}

/// Selects words in a text: bytes of the paragraph that stands so many lines below the first.
fn select_words(area: &web_sys::HtmlTextAreaElement, lines: usize, words: &str, span: &std::ops::Range<usize>) {
    let value = area.value();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let filled = value.split_inclusive('\n').scan(0_usize, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    });
    // Empty lines are no paragraphs.
    let Some((start, line)) = filled.filter(|(_, line)| !line.trim_end_matches('\n').is_empty()).nth(lines) else {
        return;
    };
    let within = if line.get(span.clone()) == Some(words) { Some(span.start) } else { line.find(words) };
    let Some(from) = within.map(|at| start + at).and_then(|at| value.get(..at)).map(units) else { return };
    // A selection that cannot be set is only missing.
    let _ = area.set_selection_range(from, from + units(words));
}
