//! The save queue: what is written when, and what may be said of it. It does no I/O. The session hands in what happened
//! ([`Event`]), does what it is asked for ([`Queue::next_command`]) and shows [`Queue::saved`].
//!
//! Each draft has a slot of its own, which stays while something of it is on its way, so that no key ever has two
//! writers. No clock decides anything: revisions do, and each text that is written has one above every copy known.

mod slot;

use super::record::head_of;
use super::{Failed, NotSaved, Opening, Record};
use slot::Slot;

/// How the open draft is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// A change is on its way.
    Pending,
    /// Both stores hold the draft as it is; one, where there is only one.
    Kept {
        /// Since when, as ISO time.
        time: String,
    },
    /// It is not kept as it should be, and why.
    Failed(&'static str),
    /// Another window wrote the draft; what was changed here since is not kept.
    Stopped,
}

/// The stores that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Stores {
    /// localStorage; without it drafts are held in memory.
    pub local: bool,
    /// IndexedDB.
    pub mirror: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A draft was made and is shown. One that is stored is opened by [`Queue::open`].
    Created {
        /// The draft.
        id: String,
    },
    /// The open draft was changed.
    Edited,
    /// The frame that paints a change has passed, or the page is hidden, or the draft is left.
    Due,
    /// localStorage was written.
    LocalWritten {
        /// The draft.
        id: String,
        /// Its text.
        json: String,
        /// When it was written.
        time: String,
        /// The revision it got, or why it was not written.
        outcome: Result<u64, NotSaved>,
    },
    /// The mirror has answered.
    MirrorWritten {
        /// The draft.
        id: String,
        /// Nothing when it wrote, the head of what stands there when it did not.
        outcome: Result<Option<String>, Failed>,
    },
    /// The mirror has not answered for long.
    Slow {
        /// The draft.
        id: String,
    },
    /// Another window wrote something: what localStorage has of the open draft.
    LookedAt {
        /// Its text.
        stored: Option<String>,
    },
    /// The open draft is left. What was changed is written before.
    Closed,
    /// A draft was deleted.
    Deleted {
        /// The draft.
        id: String,
    },
}

/// A text to be written into localStorage, made when it is written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LocalWrite {
    /// The open draft.
    pub id: String,
    /// The revision in whose place it is written; nothing where there should be none.
    pub known: Option<u64>,
    /// What has a lower revision than this may be replaced too.
    pub below: u64,
    /// The heads of what was read and written here: another window may have put one of those there.
    pub own: Vec<String>,
    /// The revision is above this one.
    pub above: u64,
    /// The head of the record that was opened, where the mirror could not be seen: it is noted beside the text.
    pub alone: Option<String>,
}

/// A record to be written into the mirror, unless it holds what nobody here knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MirrorWrite {
    /// What to write.
    pub record: Record,
    /// What has a lower revision than this may be replaced.
    pub below: u64,
    /// The heads of what was read and written here, which may be replaced.
    pub own: Vec<String>,
    /// The head of the record that was opened, where localStorage could not be seen: it is noted beside the text.
    pub alone: Option<String>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// [`Event::Due`] after the next frame.
    Schedule,
    /// Write the open draft into localStorage, now.
    WriteLocal(LocalWrite),
    /// Start writing into the mirror.
    WriteMirror(MirrorWrite),
    /// Take away what was noted beside a text that was written without seeing the mirror.
    ForgetAlone {
        /// The draft.
        id: String,
    },
}

/// The save queue.
#[derive(Debug, Default)]
pub struct Queue {
    stores: Stores,
    slots: Vec<Slot>,
    /// The frame is to be asked for.
    ask: bool,
    /// It was asked for, and has not passed.
    asked: bool,
    /// The open draft is to be written.
    due: bool,
    /// The draft whose note is to be taken away.
    forget: Option<String>,
}

impl Queue {
    /// Notes which stores there are. The mirror is tried again with each write, and is there once it answers.
    pub fn set_stores(&mut self, stores: Stores) {
        self.stores = stores;
    }

    /// The stores that there are.
    pub fn stores(&self) -> Stores {
        self.stores
    }

    /// Takes in what happened.
    pub fn on(&mut self, event: Event) {
        match event {
            Event::Created { id } => {
                self.close();
                self.slots.push(Slot::new(id));
            }
            Event::Edited => {
                if let Some(slot) = self.slots.iter_mut().find(|slot| slot.open) {
                    slot.edit();
                    self.ask = !self.asked;
                }
            }
            Event::Due => {
                self.asked = false;
                self.ask = false;
                self.due = true;
            }
            Event::LocalWritten { id, json, time, outcome } => {
                let there = self.stores.local;
                if let Some(slot) = self.slot(&id) {
                    slot.local_written(json, time, outcome, there);
                }
            }
            Event::MirrorWritten { id, outcome } => {
                let there = self.stores.mirror || outcome.is_ok();
                self.stores.mirror = there;
                if let Some(slot) = self.slot(&id)
                    && slot.mirror_written(outcome, there)
                {
                    self.forget = Some(id);
                }
            }
            Event::Slow { id } => {
                if let Some(slot) = self.slot(&id) {
                    slot.be_slow();
                }
            }
            Event::LookedAt { stored } => {
                if let Some(slot) = self.slots.iter_mut().find(|slot| slot.open) {
                    slot.look_at(stored.as_deref());
                }
            }
            Event::Closed => self.close(),
            Event::Deleted { id } => {
                if let Some(slot) = self.slot(&id) {
                    slot.stop();
                    slot.open = false;
                }
            }
        }
        self.slots.retain(Slot::is_needed);
    }

    /// The next thing to do, until there is none.
    pub fn next_command(&mut self) -> Option<Command> {
        if std::mem::take(&mut self.ask) {
            self.asked = true;
            return Some(Command::Schedule);
        }
        if std::mem::take(&mut self.due)
            && let Some(slot) = self.slots.iter().find(|slot| slot.is_due())
        {
            return Some(Command::WriteLocal(slot.local_write()));
        }
        if let Some(id) = self.forget.take() {
            return Some(Command::ForgetAlone { id });
        }
        self.slots.iter_mut().find_map(Slot::mirror_write).map(Command::WriteMirror)
    }

    /// How the open draft is kept.
    pub fn saved(&self) -> Saved {
        self.slots.iter().find(|slot| slot.open).map_or(Saved::Pending, |slot| slot.saved(self.stores))
    }

    /// Whether another window wrote the open draft.
    pub fn is_stopped(&self) -> bool {
        self.slots.iter().any(|slot| slot.open && slot.stopped)
    }

    /// Whether a text is one that the open draft was read from or written as.
    pub fn is_own(&self, text: &str) -> bool {
        self.slots.iter().any(|slot| slot.open && slot.is_own(head_of(text)))
    }

    fn slot(&mut self, id: &str) -> Option<&mut Slot> {
        self.slots.iter_mut().find(|slot| slot.id == id)
    }

    fn close(&mut self) {
        self.due = false;
        for slot in &mut self.slots {
            slot.open = false;
        }
    }

    /// Takes in a draft that was found in the stores.
    pub fn open(&mut self, opening: Opening) {
        if opening.shown {
            self.close();
        }
        let at = self.slots.iter().position(|slot| slot.id == opening.record.id);
        let before = at.map(|at| self.slots.swap_remove(at));
        self.slots.push(Slot::open(opening, before));
    }
}
