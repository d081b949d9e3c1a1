//! What a group of RTF hands down to those in it, and what it is.

/// The state in a group: what it holds when it begins is what stood around it.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Group {
    /// Where its text goes.
    pub place: Place,
    /// Where text goes once the part of `\upr` in Unicode begins.
    pub resumed: Option<Place>,
    /// How many characters stand in for one in Unicode (`\uc`).
    pub stand_ins: usize,
    /// The font.
    pub font: i32,
    /// Hidden text (`\v`).
    pub is_hidden: bool,
    /// Text that somebody struck out (`\deleted`).
    pub is_deleted: bool,
    /// In a table (`\intbl`).
    pub in_table: bool,
    /// In how many tables (`\itap`).
    pub level: usize,
    /// Whether the group itself began a story.
    pub owns_story: bool,
    /// Whether the group began with `\*`: it is skipped where its word is not known.
    pub is_optional: bool,
}

/// Where text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The text that is being read.
    Text,
    /// The number of a list, which the writer put there.
    ListNumber,
    /// The list of fonts.
    Fonts,
    /// Nowhere.
    Nowhere,
}

impl Group {
    /// The state at the beginning of a document.
    pub fn new() -> Self {
        Self {
            place: Place::Text,
            resumed: None,
            stand_ins: 1,
            font: 0,
            is_hidden: false,
            is_deleted: false,
            in_table: false,
            level: 0,
            owns_story: false,
            is_optional: false,
        }
    }

    /// In how many tables the paragraph stands.
    pub fn depth(&self) -> usize {
        if self.in_table { self.level.max(1) } else { self.level }
    }
}
