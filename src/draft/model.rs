//! What a draft holds.

use super::content::{Item, Part, Proposal, Review};
use super::json::Map;
use super::last_year::LastYearText;
use super::{OfficeField, Place, SettingName, SettingValue};
use crate::form::{Form, FormId, Key};
use crate::value::{Date, Figure, Ordered, Year};

/// Members of a JSON object that this version does not know: kept, and written back.
pub(super) type Unknown = Map;

/// The edition a draft names: one of ours, or a name from elsewhere, which is kept and shown read-only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormName {
    /// An edition of this program.
    Known(FormId),
    /// A name that this version does not know.
    Other(String),
}

impl FormName {
    /// The name as written.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(id) => id.draft_name(),
            Self::Other(name) => name,
        }
    }
}

/// A report in the making. Only [`Draft::apply`](super::Draft::apply) changes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub(super) id: String,
    pub(super) form: FormName,
    pub(super) year: Year,
    pub(super) office: Ordered<OfficeField, String>,
    pub(super) title: String,
    pub(super) published: Option<Date>,
    pub(super) opening: Vec<String>,
    pub(super) figures: Ordered<Key, Figure>,
    pub(super) history: Ordered<Key, Ordered<Year, Figure>>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) narrative: Vec<Part>,
    pub(super) reviewed: Vec<Review>,
    pub(super) settings: Ordered<SettingName, SettingValue>,
    pub(super) unread: Ordered<Place, String>,
    pub(super) last_year_text: LastYearText,
    pub(super) unknown: UnknownMembers,
}

/// What this version does not know, by the object in which it stood.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct UnknownMembers {
    pub top: Unknown,
    pub office: Unknown,
    pub figures: Unknown,
    pub history: Unknown,
    pub settings: Unknown,
    pub unread: Unknown,
}

impl Draft {
    /// A new report of this office for this year, with the headings of the year's form and nothing else.
    pub fn new(id: String, year: Year, office: &str, kind: &str) -> Self {
        let form = FormId::of_year(year);
        let fields = [(OfficeField::Name, office), (OfficeField::Kind, kind)];
        let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
        Self {
            id,
            form: FormName::Known(form),
            year,
            office: fields.map(|(field, text)| (field, text.to_owned())).collect(),
            title: String::new(),
            published: None,
            opening: Vec::new(),
            figures: Ordered::new(),
            history: Ordered::new(),
            proposals: Vec::new(),
            narrative: form.form().headings_of(year).into_iter().map(Part::new).collect(),
            reviewed: Vec::new(),
            settings: Ordered::new(),
            unread: Ordered::new(),
            last_year_text: LastYearText::default(),
            unknown: UnknownMembers::default(),
        }
    }

    /// The same draft under another id: a copy, to be kept beside the one it came from.
    #[must_use]
    pub fn with_id(self, id: String) -> Self {
        Self { id, ..self }
    }

    /// The id under which the draft is kept.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The edition the draft names.
    pub fn form_name(&self) -> &FormName {
        &self.form
    }

    /// The edition, when this version knows it.
    pub fn form(&self) -> Option<&'static Form> {
        match &self.form {
            FormName::Known(id) => Some(id.form()),
            FormName::Other(_) => None,
        }
    }

    /// The report year.
    pub fn year(&self) -> Year {
        self.year
    }

    /// A field of the office; empty when it is not given.
    pub fn office(&self, field: OfficeField) -> &str {
        self.office.get(&field).map_or("", String::as_str)
    }

    /// The title as given; empty when it is the one made from form, office and year.
    pub fn own_title(&self) -> &str {
        &self.title
    }

    /// The title: the draft's own, or the one that form, office and year make.
    pub fn title(&self) -> String {
        if !self.title.is_empty() {
            return self.title.clone();
        }
        let form = self.form().unwrap_or_else(|| FormId::of_year(self.year).form());
        form.title_of(self.office(OfficeField::Name), self.year)
    }

    /// 成文日期.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// The paragraphs before part one.
    pub fn opening(&self) -> &[String] {
        &self.opening
    }

    /// A figure as typed or stated; nothing when the cell is blank.
    pub fn figure(&self, key: Key) -> Option<Figure> {
        self.figures.get(&key).copied()
    }

    /// The figures of several years.
    pub fn history(&self) -> &Ordered<Key, Ordered<Year, Figure>> {
        &self.history
    }

    /// A figure of a year as the history has it.
    pub fn past(&self, key: Key, year: Year) -> Option<Figure> {
        self.history.get(&key)?.get(&year).copied()
    }

    /// The categories of proposals.
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// The parts of the text.
    pub fn narrative(&self) -> &[Part] {
        &self.narrative
    }

    /// What was said of findings.
    pub fn reviewed(&self) -> &[Review] {
        &self.reviewed
    }

    /// A setting; nothing when the form's default holds.
    pub fn setting(&self, name: SettingName) -> Option<&SettingValue> {
        self.settings.get(&name)
    }

    /// What was typed or imported into cells and is no number there, by place.
    pub fn unread(&self) -> &Ordered<Place, String> {
        &self.unread
    }

    /// What stands in a cell; blank where the place is none.
    pub fn entry(&self, place: Place) -> CellValue {
        if let Some(text) = self.unread.get(&place) {
            return CellValue::Unread(text.clone());
        }
        let figure = match place {
            Place::Cell(key) => self.figure(key),
            Place::Past(key, year) => self.past(key, year),
            Place::Proposal(n, field) => {
                self.proposals.get(n).and_then(|proposal| proposal.number(field)).map(Figure::Count)
            }
            Place::Year
            | Place::Title
            | Place::Published
            | Place::Office(_)
            | Place::Setting(_)
            | Place::Opening(_)
            | Place::Part(_)
            | Place::Heading(_)
            | Place::Body(..)
            | Place::Row(..)
            | Place::Column(..)
            | Place::Table(_)
            | Place::WholeOpening
            | Place::Parts
            | Place::Reviewed => None,
        };
        figure.map_or(CellValue::Blank, CellValue::Figure)
    }

    /// The single line of text at a place: title, office, heading, paragraph, caption, category, setting.
    /// A figure gives the words in its cell; what is no single value gives nothing.
    pub fn text(&self, place: Place) -> Option<String> {
        if place.is_cell() {
            return Some(self.entry(place).text());
        }
        match place {
            Place::Year => Some(self.year.to_string()),
            Place::Title => Some(self.title.clone()),
            Place::Published => self.published.map(|date| date.to_string()),
            Place::Office(field) => Some(self.office(field).to_owned()),
            Place::Setting(name) => self.setting(name).map(SettingValue::text),
            Place::Opening(m) => self.opening.get(m).cloned(),
            Place::Heading(n) => self.narrative.get(n).map(|part| part.heading.clone()),
            Place::Body(n, m) => match self.narrative.get(n)?.body.get(m)? {
                Item::Paragraph(text) => Some(text.clone()),
                Item::Embed(embed) => Some(embed.caption.clone()),
                Item::Other(_) => None,
            },
            Place::Proposal(n, _) => self.proposals.get(n).map(|p| p.category.clone()),
            Place::Part(_)
            | Place::Cell(_)
            | Place::Row(..)
            | Place::Column(..)
            | Place::Table(_)
            | Place::Past(..)
            | Place::WholeOpening
            | Place::Parts
            | Place::Reviewed => None,
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing, which is not 0.
    Blank,
    /// A figure.
    Figure(Figure),
    /// A text that is no number there: kept as typed, blank for all arithmetic.
    Unread(String),
}

impl CellValue {
    /// What stands in a cell once this was typed into it.
    pub fn typed(place: Place, text: &str) -> Self {
        match place.kind().map(|kind| Figure::read(kind, text)) {
            Some(Ok(Some(figure))) => Self::Figure(figure),
            Some(Ok(None)) => Self::Blank,
            Some(Err(_)) | None => Self::Unread(text.to_owned()),
        }
    }

    /// The words in the cell.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Figure(figure) => figure.to_string(),
            Self::Unread(text) => text.clone(),
        }
    }
}
