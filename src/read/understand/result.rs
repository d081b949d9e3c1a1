//! What was understood of a document.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::heading::Headings;
use super::judge::Judge;
use super::tape::Source;
use crate::draft::{Draft, Place};
use crate::read::LeftKind;

/// What a document says, as a draft, with where each thing came from and what is open.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Understood {
    /// All that is certain. It has no id yet. As its canonical text in JSON.
    #[serde(serialize_with = "write_draft", deserialize_with = "read_draft")]
    pub draft: Draft,
    /// The figures that were read, each with the words it came from.
    pub figures: Vec<ReadFigure>,
    /// What can be read in several ways, or in none: blank in the draft.
    pub choices: Vec<Choice>,
    /// The cells that are blank in the document.
    pub blanks: Vec<(Place, Vec<Source>)>,
    /// Where the texts came from.
    pub texts: Vec<ReadText>,
    /// What was not taken.
    pub left: Vec<LeftWords>,
    /// What the clerk has to know, a sentence each.
    pub notes: Vec<String>,
}

/// A figure that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadFigure {
    /// Its cell.
    pub place: Place,
    /// What it is, as the cell shows it.
    pub value: String,
    /// The words it came from.
    pub words: String,
    /// Where they stand.
    pub sources: Vec<Source>,
    /// How many figures the words were cut into; 1 where they stand apart.
    pub cut_into: usize,
    /// What settled it, where there were several ways.
    pub judge: Option<Judge>,
}

/// Words that can be read in several ways, or in none that adds up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The cells.
    pub places: Vec<Place>,
    /// The words.
    pub words: String,
    /// Where they stand.
    pub sources: Vec<Source>,
    /// The ways to read them.
    pub ways: Vec<Way>,
    /// Which ways these are.
    pub listed: Listed,
}

/// Which ways to read words are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listed {
    /// All that fit the form.
    All,
    /// Some of those that fit the form: there are too many.
    Some,
    /// None fits the form; these are only offered.
    Unfit,
}

/// A way to read words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// A value for each cell.
    pub values: Vec<String>,
    /// What speaks against it; empty where nothing does.
    pub remark: String,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadText {
    /// Its place in the draft.
    pub place: Place,
    /// Where it stands.
    pub sources: Vec<Source>,
}

/// Words that were not taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftWords {
    /// What they seem to be.
    pub kind: LeftKind,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub sources: Vec<Source>,
}

fn write_draft<S: Serializer>(draft: &Draft, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&draft.to_json())
}

fn read_draft<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Draft, D::Error> {
    let json = String::deserialize(deserializer)?;
    Draft::from_json(&json).map(|opened| opened.draft).map_err(|refused| de::Error::custom(refused.to_string()))
}

impl Understood {
    /// Nothing but an empty draft.
    pub fn new(draft: Draft) -> Self {
        Self {
            draft,
            figures: Vec::new(),
            choices: Vec::new(),
            blanks: Vec::new(),
            texts: Vec::new(),
            left: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether it is a report: it has a figure, or parts under a title or under headings of the form. Other letters have parts too.
    pub fn is_report(&self) -> bool {
        let has = |wanted: fn(&Place) -> bool| self.texts.iter().any(|text| wanted(&text.place));
        let is_one = has(|place| *place == Place::Title)
            || self.draft.form().is_some_and(|form| {
                let headings = Headings::of(&form.headings_of(self.draft.year()));
                self.draft.narrative().iter().any(|part| headings.of_form(&part.heading).is_some())
            });
        !self.figures.is_empty()
            || !self.choices.is_empty()
            || is_one && has(|place| matches!(place, Place::Heading(_)))
    }
}
