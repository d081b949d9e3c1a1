//! The save queue: what is written when, and what may be said of it. It does no I/O. The session hands in what happened
//! ([`Event`]), does what it is asked for ([`Queue::next_command`]) and shows [`Queue::saved`].
//!
//! Each draft has a slot of its own, which stays while something of it is on its way, so that no key ever has two
//! writers. No clock decides anything: revisions do, and each text that is written has one above every copy known.

use super::record::{head_of, revision};
use super::{Failed, NotSaved, Opening, Record};

/// How many heads are remembered. Where another window has put an older one of this window's texts somewhere, that counts as
/// the other's: this window says so and stops, and nothing is lost.
const REMEMBERED: usize = 32;

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
    /// A draft was opened.
    Opened(Opening),
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
    /// [`Event::Due`] behind the next frame.
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

/// What of one draft is on its way, and what each store holds of it.
#[derive(Debug)]
struct Slot {
    id: String,
    open: bool,
    /// Counts the edits. A text is known by the number of the last edit in it.
    edits: u64,
    /// The number at which the draft was opened; what was sent before is of an earlier opening.
    opened: u64,
    in_local: u64,
    in_mirror: u64,
    /// The revision that localStorage holds.
    local: Option<u64>,
    /// The highest revision known anywhere.
    highest: u64,
    /// The revision at which it was opened.
    base: u64,
    /// The head of what was opened.
    opened_head: String,
    /// The heads of what was read and written here last, the newest at the end. The stores hold one of those, or another
    /// window's.
    own: Vec<String>,
    /// When the newest record was written.
    time: String,
    /// The number of what the mirror is writing.
    in_flight: Option<u64>,
    /// The newest record that waits for the mirror.
    waiting: Option<(u64, Record)>,
    local_failed: Option<NotSaved>,
    mirror_failed: Option<MirrorFailed>,
    /// Another window wrote it, so that nothing more is written here.
    stopped: bool,
    /// The stores whose copy nobody here has seen.
    unseen: Stores,
    /// The stores in which that is noted.
    noted: Stores,
}

#[derive(Clone, Copy, Debug)]
enum MirrorFailed {
    Full,
    Denied,
    Slow,
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
            Event::Opened(opening) => self.open(opening),
            Event::Edited => {
                if let Some(slot) = self.slots.iter_mut().find(|slot| slot.open) {
                    slot.edits += 1;
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
                if let Some(slot) = self.slot(&id)
                    && slot.in_flight.is_some()
                {
                    slot.mirror_failed = Some(MirrorFailed::Slow);
                }
            }
            Event::LookedAt { stored } => {
                if let Some(slot) = self.slots.iter_mut().find(|slot| slot.open) {
                    let is_known = match stored.as_deref() {
                        Some(text) => revision(text) == slot.local || slot.is_own(head_of(text)),
                        None => slot.local.is_none(),
                    };
                    if !is_known {
                        slot.stop();
                    }
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
            && let Some(slot) = self.slots.iter().find(|slot| slot.open && !slot.stopped && slot.in_local < slot.edits)
        {
            return Some(Command::WriteLocal(slot.local_write()));
        }
        if let Some(id) = self.forget.take() {
            return Some(Command::ForgetAlone { id });
        }
        let slot = self.slots.iter_mut().find(|slot| slot.in_flight.is_none() && slot.waiting.is_some())?;
        slot.mirror_write().map(Command::WriteMirror)
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

    fn open(&mut self, opening: Opening) {
        if opening.shown {
            self.close();
        }
        let at = self.slots.iter().position(|slot| slot.id == opening.record.id);
        let before = at.map(|at| self.slots.swap_remove(at));
        self.slots.push(Slot::open(opening, before));
    }
}

impl Slot {
    /// The slot of a draft that is opened; `before` is what is still on its way of an earlier opening.
    fn open(opening: Opening, before: Option<Self>) -> Self {
        let Opening { record, local, in_local, seen, shown } = opening;
        let is_new = record.revision == 0;
        if let Some(mut slot) = before {
            if slot.highest == record.revision && !slot.stopped {
                // What is stored is what was written here: it goes on where it was.
                slot.open = shown;
                if slot.in_mirror < slot.edits && slot.in_flight.is_none() {
                    slot.waiting = Some((slot.edits, record));
                }
                return slot;
            }
            let mut next = Self::open(Opening { record, local, in_local, seen, shown }, None);
            // Numbers go on, so that an answer to what was sent before is not taken for one to what is sent next.
            let offset = slot.edits;
            next.edits += offset;
            next.opened += offset;
            next.in_local += offset;
            next.waiting = next.waiting.map(|(number, record)| (number + offset, record));
            next.in_flight = slot.in_flight;
            // What was sent may still come to stand there.
            next.own.splice(0..0, slot.own);
            next.highest = next.highest.max(slot.highest);
            return next;
        }
        let head = record.head();
        Self {
            open: shown,
            edits: 1,
            opened: 1,
            in_local: u64::from(in_local),
            in_mirror: 0,
            local,
            highest: record.revision.max(local.unwrap_or(0)),
            base: record.revision,
            opened_head: head.clone(),
            own: if is_new { Vec::new() } else { vec![head] },
            time: record.time.clone(),
            in_flight: None,
            local_failed: (!in_local && !is_new).then_some(NotSaved::Full),
            mirror_failed: None,
            stopped: false,
            unseen: Stores { local: !seen.local && !is_new, mirror: !seen.mirror && !is_new },
            noted: Stores::default(),
            id: record.id.clone(),
            // Whatever the mirror had when it was read: it is said to have this record when it has acknowledged it.
            waiting: (!is_new).then_some((1, record)),
        }
    }

    /// Writes nothing more: what stands in the stores is another's.
    fn stop(&mut self) {
        self.stopped = true;
        self.waiting = None;
    }

    fn local_write(&self) -> LocalWrite {
        let alone = self.unseen.mirror && !self.noted.local;
        LocalWrite {
            id: self.id.clone(),
            known: self.local,
            own: self.own.clone(),
            above: self.highest,
            alone: alone.then(|| self.opened_head.clone()),
        }
    }

    fn mirror_write(&mut self) -> Option<MirrorWrite> {
        let (number, record) = self.waiting.take()?;
        self.in_flight = Some(number);
        let alone = self.unseen.local && !self.noted.mirror;
        let alone = alone.then(|| self.opened_head.clone());
        Some(MirrorWrite { record, below: self.base, own: self.own.clone(), alone })
    }

    fn is_own(&self, head: &str) -> bool {
        self.own.iter().any(|own| own == head)
    }

    fn local_written(&mut self, json: String, time: String, outcome: Result<u64, NotSaved>, there: bool) {
        match outcome {
            Ok(revision) => {
                self.highest = revision;
                self.local = Some(revision);
                self.in_local = self.edits;
                self.local_failed = None;
                self.noted.local |= self.unseen.mirror;
                self.unseen.local &= !there;
            }
            Err(NotSaved::ChangedElsewhere) => return self.stop(),
            Err(failed) => {
                // The mirror has more room: what localStorage does not take may still be held there.
                self.highest += 1;
                self.local_failed = Some(failed);
            }
        }
        self.time.clone_from(&time);
        let record = Record { id: self.id.clone(), revision: self.highest, time, json };
        if self.own.len() == REMEMBERED {
            self.own.remove(0);
        }
        self.own.push(record.head());
        self.waiting = Some((self.edits, record));
    }

    /// Takes in the mirror's answer; true when what is noted in localStorage can go.
    fn mirror_written(&mut self, outcome: Result<Option<String>, Failed>, there: bool) -> bool {
        let Some(number) = self.in_flight.take() else { return false };
        let is_of_this_opening = number >= self.opened;
        match outcome {
            Ok(None) => {
                self.in_mirror = self.in_mirror.max(number);
                self.mirror_failed = None;
                self.noted.mirror |= self.unseen.local;
                if is_of_this_opening {
                    self.unseen.mirror = false;
                    return std::mem::take(&mut self.noted.local);
                }
            }
            // A window that has just started may have put there what this one wrote into localStorage since.
            Ok(Some(head)) if is_of_this_opening && !self.is_own(&head) => self.stop(),
            Err(failed) if there && is_of_this_opening => {
                self.mirror_failed = Some(match failed {
                    Failed::Full => MirrorFailed::Full,
                    Failed::Denied => MirrorFailed::Denied,
                });
            }
            Ok(Some(_)) | Err(_) => {}
        }
        false
    }

    /// Whether something is still to be done or to be remembered.
    fn is_needed(&self) -> bool {
        let is_held = self.in_local == self.edits && self.in_mirror == self.edits;
        self.open || self.in_flight.is_some() || self.waiting.is_some() || !(is_held || self.stopped)
    }

    fn saved(&self, stores: Stores) -> Saved {
        let (in_local, in_mirror) = (self.in_local == self.edits, self.in_mirror == self.edits);
        let is_held = (in_local || !stores.local) && (in_mirror || !stores.mirror);
        if self.stopped && !is_held {
            return Saved::Stopped;
        }
        if !stores.local && !stores.mirror {
            return Saved::Failed("没有保存：这个浏览器不让本页存东西。请随时导出草稿文件。");
        }
        match (self.local_failed, self.mirror_failed) {
            (Some(NotSaved::Full), _) if stores.local => {
                Saved::Failed("没有保存：浏览器的存储已满。请导出草稿，再到开始页删掉不用的草稿。")
            }
            (Some(_), _) if stores.local => Saved::Failed("没有保存：浏览器不让本页存东西。请导出草稿。"),
            (_, Some(failed)) if stores.mirror => Saved::Failed(match failed {
                MirrorFailed::Full => "只存在一处：浏览器的存储空间不够，没有存下。请导出草稿文件。",
                MirrorFailed::Denied => "只存在一处：浏览器不允许本页存储内容，没有存下。请导出草稿文件。",
                MirrorFailed::Slow => "未能写入磁盘，请导出草稿文件。",
            }),
            _ if is_held => Saved::Kept { time: self.time.clone() },
            _ => Saved::Pending,
        }
    }
}
