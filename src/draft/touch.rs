//! What a change of a draft touches, so that only what shows it is drawn again.

use super::{Edit, Place};
use crate::form::TableId;
use crate::value::each_once;

impl Edit {
    /// The places that the change touches.
    pub fn touches(&self) -> Vec<Place> {
        match self {
            Self::SetCell(place, _) | Self::SetText(place, _) => [*place].into_iter().chain(place.shown_in()).collect(),
            Self::SetPublished(_) => vec![Place::Published],
            Self::SetYear(..) => vec![Place::Year],
            Self::SetSetting(name, _) => vec![Place::Setting(*name)],
            Self::SpliceOpening(_) => vec![Place::WholeOpening],
            Self::SpliceBody(n, _) => vec![Place::Part(*n)],
            Self::SpliceParts(_) => vec![Place::Parts],
            Self::SpliceProposals(_) | Self::SetUnread(_) => vec![Place::Table(TableId::Proposals)],
            Self::SetReviewed(_) | Self::SpliceConfirmed(_) => vec![Place::Reviewed],
            Self::Many(edits) => each_once(edits.iter().flat_map(Self::touches).collect()),
        }
    }
}
