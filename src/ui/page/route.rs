//! Which screen is shown: the fragment of the address, so that the page works from any folder of any host.

use leptos::prelude::{expect_context, window};
use send_wrapper::SendWrapper;

use super::address::{decoded, encoded};
use super::focus::{focus_place, focus_screen, keep_focus};
use crate::draft::{Draft, Place};
use crate::form::TableId;
use crate::ui::dom::{Signal, listen};

/// The name of the start in the address.
pub const START: &str = "";
/// The name of the screen on which a draft is filled in.
pub const FILL: &str = "fill";

/// Returns the name of a screen as the list of screens has it: of those that a draft has, or of the others.
pub type Known = fn(name: &str, of_draft: bool) -> Option<&'static str>;

/// What the address shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A screen without a draft.
    Alone(&'static str),
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
    /// Another, by its name.
    Other(&'static str),
}

/// What is filled in on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

    /// What it is called in a draft: a part by its heading.
    pub fn title(self, draft: &Draft) -> String {
        match self {
            Self::Office => "单位与年度".to_owned(),
            Self::Opening => "引言".to_owned(),
            Self::Table(table) => table.title().to_owned(),
            Self::Part(n) => draft.text(Place::Heading(n)).unwrap_or_default(),
            Self::Signature => "落款".to_owned(),
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

/// A field of the text: the opening, or a part at one of its segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextField {
    /// The part; nothing for the opening.
    pub part: Option<usize>,
    /// Which segment of its body.
    pub at: usize,
}

impl TextField {
    /// What touches it.
    pub fn touch(self) -> Place {
        self.part.map_or(Place::WholeOpening, Place::Part)
    }
}

impl Screen {
    /// The screen of a name.
    pub fn of(name: &'static str) -> Self {
        if name == FILL { Self::Fill(FillPart::Office) } else { Self::Other(name) }
    }

    /// The screen's name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fill(_) => FILL,
            Self::Other(name) => name,
        }
    }
}

impl Route {
    /// A draft where it is filled in.
    pub fn filling_in(id: String) -> Self {
        Self::Draft { id, screen: Screen::Fill(FillPart::Office) }
    }

    /// The fragment of this screen.
    pub fn hash(&self) -> String {
        match self {
            Self::Alone(name) => ["#/", name].concat(),
            Self::Draft { id, screen } => {
                let start = ["#/d/", &encoded(id), "/", screen.name()].concat();
                match screen {
                    Screen::Fill(part) => [start.as_str(), "/", &part.name()].concat(),
                    Screen::Other(_) => start,
                }
            }
        }
    }

    /// The screen of a fragment; what names none is the start.
    pub fn parse(hash: &str, known: Known) -> Self {
        let pieces: Vec<&str> = hash.trim_start_matches('#').split('/').filter(|piece| !piece.is_empty()).collect();
        let found = match pieces.as_slice() {
            ["d", id, rest @ ..] => {
                let screen = match rest {
                    [] | [FILL] => Some(Screen::of(FILL)),
                    [FILL, part] => Some(Screen::Fill(FillPart::parse(part).unwrap_or(FillPart::Office))),
                    [name] => known(name, true).map(Screen::Other),
                    _ => None,
                };
                screen.map(|screen| Self::Draft { id: decoded(id), screen })
            }
            [name] => known(name, false).map(Self::Alone),
            _ => None,
        };
        found.unwrap_or(Self::Alone(START))
    }
}

/// The screen that is shown, and how to change it.
#[derive(Clone, Copy)]
pub struct Router(&'static SendWrapper<Signal<Route>>);

impl Router {
    /// Follows the fragment of the address.
    pub fn new(known: Known) -> Self {
        let read = move || Route::parse(&window().location().hash().unwrap_or_default(), known);
        // It lives as long as the page, as the session does.
        let route: &'static SendWrapper<Signal<Route>> = Box::leak(Box::new(SendWrapper::new(Signal::new(read()))));
        listen("hashchange", move |_| {
            keep_focus();
            route.set(read());
        });
        Self(route)
    }

    /// The router of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The screen that is shown.
    pub fn route(self) -> Route {
        self.0.with(Route::clone)
    }

    /// The screen that is shown, without watching it.
    pub fn route_now(self) -> Route {
        self.0.look(Route::clone)
    }

    /// The id of the draft that is shown, without watching it.
    pub fn id_now(self) -> Option<String> {
        match self.route_now() {
            Route::Draft { id, .. } => Some(id),
            Route::Alone(_) => None,
        }
    }

    /// The screen of the open draft; nothing where none is shown.
    pub fn screen(self) -> Option<Screen> {
        self.0.with(|route| match route {
            Route::Draft { screen, .. } => Some(*screen),
            Route::Alone(_) => None,
        })
    }

    /// What is filled in on the screen that is shown; elsewhere nothing.
    pub fn part(self) -> Option<FillPart> {
        match self.screen() {
            Some(Screen::Fill(part)) => Some(part),
            Some(Screen::Other(_)) | None => None,
        }
    }

    /// Goes to a screen, and puts the focus where one goes on there.
    pub fn go(self, route: &Route) {
        self.show(route);
        focus_screen();
    }

    fn show(self, route: &Route) {
        // The signal follows by the event, or at once where the fragment is already this one.
        if window().location().set_hash(&route.hash()).is_ok() {
            self.0.set(route.clone());
        }
    }

    /// Goes to another screen of the same draft.
    pub fn go_to(self, screen: Screen) {
        if let Route::Draft { id, .. } = self.route_now() {
            self.go(&Route::Draft { id, screen });
        }
    }

    /// Shows something that is filled in of the same draft, and leaves the focus where it is.
    pub fn turn_to(self, part: FillPart) {
        if let Some(id) = self.id_now() {
            self.show(&Route::Draft { id, screen: Screen::Fill(part) });
        }
    }

    /// Goes to a place of the draft and puts the focus there, once it is drawn.
    pub fn go_to_place(self, place: Place, span: Option<(String, std::ops::Range<usize>)>) {
        if let Some(id) = self.id_now() {
            self.show(&Route::Draft { id, screen: Screen::Fill(FillPart::of(place)) });
        }
        focus_place(place, span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str, of_draft: bool) -> Option<&'static str> {
        let names = [("rules", false), ("charts", true), ("preview", true)];
        names.into_iter().find(|known| *known == (name, of_draft)).map(|(name, _)| name)
    }

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
            "#/d/%E9%9D%92%E5%B1%B1%E9%95%872025/charts",
        ] {
            assert_eq!(Route::parse(hash, known).hash(), hash);
        }
        for id in ["青山镇2025", "a b", "a/b", "/", "..", "100%", "a#b?c", "\u{1f600}", "\n", "%E9", "'\"<>"] {
            let route = Route::filling_in(id.to_owned());
            assert_eq!(Route::parse(&route.hash(), known), route, "{id}");
        }
        // As somebody types it, and as some browsers hand it on.
        let typed = Route::filling_in("青山镇2025".to_owned());
        assert_eq!(Route::parse("#/d/青山镇2025/fill/office", known), typed);
        for nowhere in ["#/nowhere", "#/charts", "#/d/a-1/rules", "#/d/a-1/charts/1", ""] {
            assert_eq!(Route::parse(nowhere, known), Route::Alone(START), "{nowhere}");
        }
        assert_eq!(Route::parse("#/d/a/fill/x", known).hash(), "#/d/a/fill/office");
        assert_eq!(Route::parse("#/d/a", known).hash(), "#/d/a/fill/office");
    }
}
