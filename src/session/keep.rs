//! Keeping the draft: into localStorage behind the frame that paints a keystroke, and into IndexedDB after it.
//!
//! Both, because a browser that dies loses up to a minute of localStorage, and a page that dies loses what IndexedDB has
//! not acknowledged. 已保存 is said only when both hold the draft.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::Session;
use crate::browser;
use crate::draft::Draft;
use crate::storage::{NotSaved, Record, draft_key, mirror};

/// How long the mirror may take before the page says that it is not on the disk.
const SLOW: Duration = Duration::from_secs(2);

/// How the draft is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// A change is on its way.
    Pending,
    /// Both stores hold the draft as it is; one, where there is only one.
    Kept {
        /// Since when, as ISO time.
        time: String,
    },
    /// It is not kept, and why.
    Failed(String),
}

/// What is on its way to the stores.
#[derive(Default)]
pub(super) struct Kept {
    /// The revision of the open draft that this window read or wrote last.
    pub revision: Option<u64>,
    /// Whether a change is not in localStorage yet.
    dirty: bool,
    /// Whether the mirror is being written.
    in_flight: bool,
    /// The newest record that waits for the mirror.
    waiting: Option<Record>,
}

impl Session {
    /// Keeps the draft behind the frame that paints the change.
    pub(super) fn keep_later(self) {
        let was_dirty = self.kept.update(|kept| std::mem::replace(&mut kept.dirty, true));
        if !self.saved.look(|saved| matches!(saved, Saved::Failed(_))) {
            self.saved.set(Saved::Pending);
        }
        if !was_dirty {
            request_animation_frame(move || set_timeout(move || self.keep_now(), Duration::ZERO));
        }
    }

    /// Keeps the draft now, if there is a change that is not kept.
    pub fn keep_now(self) {
        let dirty = self.kept.update(|kept| std::mem::replace(&mut kept.dirty, false));
        if !dirty || self.elsewhere.now() {
            return;
        }
        let Some((id, json)) = self.look(|draft| (draft.id().to_owned(), draft.to_json())) else { return };
        let time = browser::now();
        let known = self.kept.with(|kept| kept.revision);
        let stored = self.shelf.with(|stores| Rc::clone(&stores.shelf));
        match stored.save(&id, &json, &time, known) {
            Ok(revision) => {
                self.kept.update(|kept| kept.revision = Some(revision));
                self.mirror(Record { id, revision, time, json });
            }
            Err(NotSaved::ChangedElsewhere) => self.elsewhere.set(true),
            Err(failed @ (NotSaved::Full | NotSaved::Denied)) => {
                // The next change is tried again: a failure is never the end of saving.
                let words = match failed {
                    NotSaved::Full => "没有保存：浏览器的存储已满。请导出草稿，再到开始页删掉不用的草稿。",
                    NotSaved::Denied | NotSaved::ChangedElsewhere => "没有保存：浏览器不让本页存东西。请导出草稿。",
                };
                self.saved.set(Saved::Failed(words.to_owned()));
                // The mirror has more room: what localStorage does not take may still be held there.
                let revision = known.unwrap_or(0) + 1;
                self.mirror_only(Record { id, revision, time, json });
            }
        }
    }

    /// Writes a record into the mirror: one in flight, the newest waiting.
    fn mirror(self, record: Record) {
        if !self.shelf.with(|shelves| shelves.mirror) {
            self.saved.set(Saved::Kept { time: record.time });
            return;
        }
        let free = self.kept.update(|kept| {
            kept.waiting = Some(record);
            !std::mem::replace(&mut kept.in_flight, true)
        });
        if free {
            crate::browser::spawn(self.write_waiting());
        }
    }

    async fn write_waiting(self) {
        while let Some(record) = self.kept.update(|kept| kept.waiting.take()) {
            let slow = set_timeout_with_handle(
                move || self.saved.set(Saved::Failed("未能写入磁盘，请导出草稿文件。".to_owned())),
                SLOW,
            );
            let written = mirror::put(&draft_key(&record.id), &record.to_value()).await;
            if let Ok(slow) = slow {
                slow.clear();
            }
            let newer = self.kept.with(|kept| kept.dirty || kept.waiting.is_some());
            match written {
                Ok(()) if newer => {}
                Ok(()) => self.saved.set(Saved::Kept { time: record.time }),
                Err(failed) => self.saved.set(Saved::Failed(format!("只存在一处：{failed}请导出草稿文件。"))),
            }
        }
        self.kept.update(|kept| kept.in_flight = false);
    }

    /// Writes into the mirror what localStorage did not take; the failure stays shown.
    fn mirror_only(self, record: Record) {
        if self.shelf.with(|shelves| shelves.mirror) {
            crate::browser::spawn(async move {
                // The bar already says that the draft is not kept as it should be.
                let _ = mirror::put(&draft_key(&record.id), &record.to_value()).await;
            });
        }
    }

    /// Another window wrote to storage: if it was the open draft, this window stops saving and says so.
    pub fn look_elsewhere(self) {
        let Some(id) = self.opened.now() else {
            self.list();
            return;
        };
        let known = self.kept.with(|kept| kept.revision);
        let stored = self.shelf.with(|shelves| shelves.shelf.revision(&id));
        let changed = known.zip(stored).is_some_and(|(known, stored)| stored > known);
        if changed {
            self.elsewhere.set(true);
        }
    }

    /// Takes what the other window wrote in place of what is here.
    pub fn take_from_elsewhere(self) {
        if let Some(id) = self.opened.now() {
            self.close();
            self.open_from_shelf(&id);
        }
    }

    /// Keeps what is here as a draft of its own, beside what the other window wrote.
    pub fn keep_as_copy(self) {
        let copy = self.look(Draft::clone).map(|draft| draft.with_id(browser::new_id()));
        if let Some(copy) = copy {
            self.open_draft(copy, None);
            self.kept.update(|kept| kept.dirty = true);
            self.keep_now();
        }
    }
}
