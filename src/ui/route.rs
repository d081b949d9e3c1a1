//! Which screen is shown: the fragment of the address, so that the page works from any folder and from a file.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom::{listen, next_frame};
use crate::draft::Place;
use crate::form::TableId;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Start: new, open, sample, the shelf.
    Start,
    /// 检查规则: what every rule looks at.
    Rules,
    /// A draft on one of its screens.
    Draft {
        /// The draft's id.
        id: String,
        /// Which screen.
        screen: Screen,
    },
}

/// A screen of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 填报.
    Fill(FillPart),
    /// 图表.
    Charts,
    /// 预览.
    Preview,
}

/// What is filled in on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillPart {
    /// 单位与年度.
    Office,
    /// 引言.
    Opening,
    /// A table.
    Table(TableId),
    /// A part of the text.
    Part(usize),
    /// 落款.
    Signature,
}

impl FillPart {
    /// The part's name in the address.
    pub fn name(self) -> String {
        match self {
            Self::Office => "office".to_owned(),
            Self::Opening => "opening".to_owned(),
            Self::Table(table) => table.name().to_owned(),
            Self::Part(n) => format!("p{n}"),
            Self::Signature => "signature".to_owned(),
        }
    }

    /// The part of a name in the address.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "office" => Some(Self::Office),
            "opening" => Some(Self::Opening),
            "signature" => Some(Self::Signature),
            _ => {
                let table = name.parse().ok().map(Self::Table);
                table.or_else(|| name.strip_prefix('p')?.parse().ok().map(Self::Part))
            }
        }
    }

    /// Where a place of the draft is filled in.
    pub fn of(place: Place) -> Self {
        let in_text = place.part().map(Self::Part).or(place.table().map(Self::Table));
        let in_opening = place.index_in(Place::WholeOpening).map(|_| Self::Opening);
        let signed = (place == Place::Published).then_some(Self::Signature);
        in_text.or(in_opening).or(signed).unwrap_or(Self::Office)
    }
}

impl Screen {
    /// The screen's name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fill(_) => "fill",
            Self::Charts => "charts",
            Self::Preview => "preview",
        }
    }
}

impl Route {
    /// The fragment of this screen.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Rules => "#/rules".to_owned(),
            Self::Draft { id, screen: Screen::Fill(part) } => format!("#/d/{id}/fill/{}", part.name()),
            Self::Draft { id, screen } => format!("#/d/{id}/{}", screen.name()),
        }
    }

    /// The screen of a fragment; what names none is the start.
    pub fn parse(hash: &str) -> Self {
        let pieces: Vec<&str> = hash.trim_start_matches('#').split('/').filter(|piece| !piece.is_empty()).collect();
        let draft = |id: &str, screen| Self::Draft { id: id.to_owned(), screen };
        match pieces.as_slice() {
            ["rules"] => Self::Rules,
            ["d", id, "fill", part] => draft(id, Screen::Fill(FillPart::parse(part).unwrap_or(FillPart::Office))),
            ["d", id] | ["d", id, "fill"] => draft(id, Screen::Fill(FillPart::Office)),
            ["d", id, "charts"] => draft(id, Screen::Charts),
            ["d", id, "preview"] => draft(id, Screen::Preview),
            _ => Self::Start,
        }
    }
}

/// The screen that is shown, and how to change it.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
}

impl Router {
    /// Follows the fragment of the address.
    pub fn new() -> Self {
        let read = || Route::parse(&window().location().hash().unwrap_or_default());
        let route = RwSignal::new(read());
        listen("hashchange", move |_| {
            let now = read();
            if route.get_untracked() != now {
                route.set(now);
            }
        });
        Self { route }
    }

    /// The router of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The screen that is shown.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The screen that is shown, without watching it.
    pub fn route_now(self) -> Route {
        self.route.get_untracked()
    }

    /// The screen of the open draft; nothing on the start page.
    pub fn screen(self) -> Option<Screen> {
        match &*self.route.read() {
            Route::Draft { screen, .. } => Some(*screen),
            Route::Start | Route::Rules => None,
        }
    }

    /// What is filled in on the screen that is shown; elsewhere nothing.
    pub fn part(self) -> Option<FillPart> {
        match self.screen() {
            Some(Screen::Fill(part)) => Some(part),
            Some(Screen::Charts | Screen::Preview) | None => None,
        }
    }

    /// Goes to a screen.
    pub fn go(self, route: &Route) {
        // The signal follows by the event, or at once where the fragment is already this one.
        if window().location().set_hash(&route.hash()).is_ok() {
            self.route.set(route.clone());
        }
    }

    /// Goes to another screen of the same draft.
    pub fn go_to(self, screen: Screen) {
        if let Route::Draft { id, .. } = self.route.get_untracked() {
            self.go(&Route::Draft { id, screen });
        }
    }

    /// Goes to a place of the draft and puts the focus there, once it is drawn.
    pub fn go_to_place(self, place: Place, span: Option<(String, std::ops::Range<usize>)>) {
        self.go_to(Screen::Fill(FillPart::of(place)));
        next_frame(move || next_frame(move || focus_place(place, span)));
    }
}

/// Puts the focus into the field of a place, and selects the words it means.
fn focus_place(place: Place, span: Option<(String, std::ops::Range<usize>)>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_read_back_from_its_fragment() {
        for hash in [
            "#/",
            "#/rules",
            "#/d/a-1/fill/office",
            "#/d/a-1/fill/applications",
            "#/d/a-1/fill/p3",
            "#/d/a-1/fill/signature",
            "#/d/a-1/charts",
            "#/d/a-1/preview",
        ] {
            assert_eq!(Route::parse(hash).hash(), hash);
        }
        assert_eq!(Route::parse("#/nowhere"), Route::Start);
        assert_eq!(Route::parse("#/d/a/fill/x").hash(), "#/d/a/fill/office");
    }
}
