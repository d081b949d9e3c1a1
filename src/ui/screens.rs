//! The list of the screens: from it addresses are read, tabs and keys made, and screens drawn. A new one is a line here.

use super::dom::{El, el};
use super::page::{FILL, LateView, LateViews, Page, Piece, START};
use super::parts::Icon;

/// A screen.
pub struct Entry {
    /// Its name in the address.
    pub name: &'static str,
    /// The words and the icon of its tab, where it is a screen of a draft.
    pub tab: Option<(&'static str, Icon)>,
    /// How it is drawn, where it is fetched late; the others are those of the first load, which the application draws.
    pub late: Option<fn(Page) -> LateView>,
}

/// The name of the report on paper in the address.
pub const PREVIEW: &str = "preview";

/// The name of the screen in the address on which stands what comes from other programs.
pub const IMPORT: &str = "import";

/// The screens. The numbers of the keys are those of the tabs.
static SCREENS: [Entry; 6] = [
    Entry { name: START, tab: None, late: None },
    Entry {
        name: "rules",
        tab: None,
        late: Some(|page| whole(page, Piece::Checks, "检查规则", |late| Some(late.checks()?.rules))),
    },
    Entry {
        name: IMPORT,
        tab: None,
        late: Some(|page| whole(page, Piece::Imports, "导入", |late| Some(late.import()?.screen))),
    },
    Entry { name: FILL, tab: Some(("填报", Icon::PEN)), late: None },
    Entry {
        name: "charts",
        tab: Some(("图表", Icon::CHART)),
        late: Some(|page| whole(page, Piece::Charts, "图表", |late| Some(late.charts()?.screen))),
    },
    Entry {
        name: PREVIEW,
        tab: Some(("预览", Icon::FILE)),
        late: Some(|page| whole(page, Piece::Paper, "预览", |late| Some(late.paper()?.screen))),
    },
];

/// The screen of a name: of those that a draft has, or of the others.
pub fn screen(name: &str, of_draft: bool) -> Option<&'static Entry> {
    SCREENS.iter().find(|entry| entry.name == name && entry.tab.is_some() == of_draft)
}

/// The name of a screen as this list has it.
pub fn known(name: &str, of_draft: bool) -> Option<&'static str> {
    screen(name, of_draft).map(|entry| entry.name)
}

/// The screens of a draft.
pub fn tabs() -> impl Iterator<Item = &'static Entry> {
    SCREENS.iter().filter(|entry| entry.tab.is_some())
}

/// Draws a screen into its element.
type DrawScreen = fn(Page, &El);

/// A whole screen, drawn into its element by a function of its piece.
fn whole(page: Page, piece: Piece, words: &'static str, of: fn(LateViews) -> Option<DrawScreen>) -> LateView {
    LateView::new(piece, words, move |into| {
        of(page.late)?(page, into);
        Some(Vec::new())
    })
}

/// Draws a view that is a screen, once its piece is here.
pub fn late_screen(page: Page, view: LateView) -> Vec<El> {
    let waiting = |words: El| el("main").attrs(&[("class", "page"), ("data-waiting", "")]).child(words);
    vec![page.late.place(el("div").class("late"), view, waiting)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_known_by_its_name() {
        assert_eq!(known("preview", true), Some("preview"));
        assert_eq!(known("preview", false), None);
        assert_eq!(known("rules", false), Some("rules"));
        assert_eq!(known("import", false), Some("import"));
        assert_eq!(known("", false), Some(START));
        assert_eq!(tabs().map(|tab| tab.name).collect::<Vec<_>>(), ["fill", "charts", "preview"]);
        for (at, entry) in SCREENS.iter().enumerate() {
            assert!(SCREENS.iter().skip(at + 1).all(|other| other.name != entry.name), "{}", entry.name);
        }
    }
}
