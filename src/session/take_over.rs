//! Taking over a draft that another window wrote. Loaded late, with the rules.

use super::Session;
use crate::browser;
use crate::draft::Draft;
use crate::storage::{CODEC, Opening, Stores, draft_key};

impl Session {
    /// Takes what the other window wrote in place of what is here. Where that cannot be opened, all stays as it is.
    pub(super) fn take_over_now(self) {
        let Some(id) = self.0.editor.id() else { return };
        browser::spawn(async move {
            let mirrored = self.mirrored_text(&id).await;
            if self.0.editor.id().as_ref() != Some(&id) {
                return;
            }
            let seen = Stores { local: true, mirror: mirrored.is_some() };
            if !self.open_theirs(&id, mirrored.flatten().as_deref(), seen) {
                self.refuse("另一个窗口里的那份已经删除，或者读不出来。这里的内容没有变动，可以另存一份。");
            }
        });
    }

    /// Opens the newest copy of the open draft that another window wrote; false when it cannot be read or is gone.
    fn open_theirs(self, id: &str, mirrored: Option<&str>, seen: Stores) -> bool {
        let stored = &self.0.library.shelf;
        let Some(opening) = Opening::theirs(stored, id, mirrored, |text| self.0.keeper.is_own(text), seen) else {
            return false;
        };
        let Ok(opened) = Draft::from_json(&opening.record.json) else { return false };
        if !opening.in_local {
            stored.hold(draft_key(id), opening.record.to_value());
        }
        self.note_opened(&CODEC, opening);
        self.show_opened(opened.draft.with_id(id.to_owned()));
        true
    }
}
