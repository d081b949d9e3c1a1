//! Bringing back a draft that was deleted. Loaded late, with the rules.

use super::super::Session;
use crate::browser;
use crate::storage::{CODEC, LocalWrite, Opening, Record, Stores, draft_key};

impl Session {
    /// Writes a deleted draft anew, above its revision; where the store does not take it, it is offered as a file.
    pub(in crate::session) fn restore(self, record: Record) {
        let write = LocalWrite { id: record.id.clone(), above: record.revision, ..LocalWrite::default() };
        let saved = self.0.library.shelf.save(&write, &record.json, &record.time);
        if saved.is_err() {
            browser::download(&format!("{}.nianbao.json", record.id), "application/json", &record.json);
        }
        self.forget_indexed(&draft_key(&record.id));
        let revision = saved.unwrap_or(record.revision + 1);
        let (local, seen) = (saved.ok(), Stores { local: true, mirror: true });
        let record = Record { revision, ..record };
        let opening = Opening { record, local, in_local: saved.is_ok(), seen, note: None, shown: false };
        self.note_opened(&CODEC, opening);
        self.list();
    }
}
