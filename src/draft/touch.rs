//! What a change of a draft touches, so that only what shows it is drawn again.

use super::{Edit, Place, ProposalField, SettingName};
use crate::form::Slot;
use crate::value::each_once;

/// Something in a draft that a screen can watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touch {
    /// A cell.
    Cell(Slot),
    /// A single line of text, or a date.
    Text(Place),
    /// The paragraphs of the opening.
    Opening,
    /// The paragraphs, tables and charts of a part.
    Body(usize),
    /// Which parts there are.
    Parts,
    /// Which categories of proposals there are.
    Proposals,
    /// What was said of findings.
    Reviewed,
    /// The report year and the form.
    Year,
    /// A setting.
    Setting(SettingName),
}

impl Edit {
    /// What the change touches.
    pub fn touches(&self) -> Vec<Touch> {
        match self {
            Self::SetCell(slot, _) => vec![Touch::Cell(*slot)],
            Self::SetText(place, _) => match place {
                Place::Opening(_) => vec![Touch::Opening],
                Place::Body(n, _) => vec![Touch::Body(*n), Touch::Text(*place)],
                Place::Proposal(_, ProposalField::Category) => vec![Touch::Text(*place), Touch::Proposals],
                Place::Year
                | Place::Title
                | Place::Published
                | Place::Office(_)
                | Place::Setting(_)
                | Place::Part(_)
                | Place::Heading(_)
                | Place::Range(_)
                | Place::Past(..)
                | Place::Proposal(..) => vec![Touch::Text(*place)],
            },
            Self::SetPublished(_) => vec![Touch::Text(Place::Published)],
            Self::SetYear(..) => vec![Touch::Year],
            Self::SetSetting(name, _) => vec![Touch::Setting(*name)],
            Self::SpliceOpening(_) => vec![Touch::Opening],
            Self::SpliceBody(n, _) => vec![Touch::Body(*n)],
            Self::SpliceParts(_) => vec![Touch::Parts],
            Self::SpliceProposals(_) | Self::SetUnread(_) => vec![Touch::Proposals],
            Self::SetReviewed(_) => vec![Touch::Reviewed],
            Self::Many(edits) => each_once(edits.iter().flat_map(Self::touches).collect()),
        }
    }
}
