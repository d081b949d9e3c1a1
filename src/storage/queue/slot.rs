//! One draft in the save queue: what of it is on its way, what each store holds of it, and what may be said of that.

use super::super::record::{head_of, revision, revision_of_head};
use super::{LocalWrite, MirrorWrite, Saved, Stores};
use crate::storage::{Failed, NotSaved, Opening, Record};

/// How many heads are remembered. Where another window has put an older one of this window's texts somewhere, that counts as
/// the other's: this window says so and stops, and nothing is lost.
const REMEMBERED: usize = 32;

/// What of one draft is on its way, and what each store holds of it.
#[derive(Debug)]
pub(super) struct Slot {
    /// The draft.
    pub id: String,
    /// Whether it is shown.
    pub open: bool,
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
    /// What has a lower revision than this is an earlier state: the revision that was opened, or that a note names.
    base: u64,
    /// The head of that revision.
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
    pub stopped: bool,
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

impl Slot {
    /// The slot of a draft that is new, of which no store has anything.
    pub fn new(id: String) -> Self {
        Self {
            id,
            open: true,
            edits: 1,
            opened: 1,
            in_local: 0,
            in_mirror: 0,
            local: None,
            highest: 0,
            base: 0,
            opened_head: String::new(),
            own: Vec::new(),
            time: String::new(),
            in_flight: None,
            waiting: None,
            local_failed: None,
            mirror_failed: None,
            stopped: false,
            unseen: Stores::default(),
            noted: Stores::default(),
        }
    }

    /// The slot of a draft that was found in the stores; `before` is what is still on its way of an earlier opening.
    pub fn open(opening: Opening, before: Option<Self>) -> Self {
        if let Some(mut slot) = before {
            if slot.highest == opening.record.revision && !slot.stopped {
                // What is stored is what was written here: it goes on where it was.
                slot.open = opening.shown;
                if slot.in_mirror < slot.edits && slot.in_flight.is_none() {
                    slot.waiting = Some((slot.edits, opening.record));
                }
                return slot;
            }
            return Self::found(opening).after(slot);
        }
        Self::found(opening)
    }

    /// The slot of a draft as it was found.
    fn found(opening: Opening) -> Self {
        let Opening { record, local, in_local, seen, note, shown } = opening;
        let head = record.head();
        // What stood in the other store when the note was made is known, and nothing later.
        let (is_noted, opened_head) = (note.is_some(), note.unwrap_or_else(|| head.clone()));
        let noted_base = revision_of_head(&opened_head).unwrap_or(record.revision);
        Self {
            open: shown,
            in_local: u64::from(in_local),
            local,
            highest: record.revision.max(local.unwrap_or(0)),
            base: record.revision.min(noted_base),
            own: vec![opened_head.clone(), head],
            opened_head,
            time: record.time.clone(),
            local_failed: (!in_local).then_some(NotSaved::Full),
            unseen: Stores { local: !seen.local, mirror: !seen.mirror || is_noted },
            noted: Stores { local: is_noted, mirror: false },
            // Whatever the mirror had when it was read: it is said to have this record when it has acknowledged it.
            waiting: Some((1, record.clone())),
            ..Self::new(record.id)
        }
    }

    /// The slot after another of the same draft, of which something may still be on its way.
    fn after(mut self, before: Self) -> Self {
        // Numbers go on, so that an answer to what was sent before is not taken for one to what is sent next.
        let offset = before.edits;
        self.edits += offset;
        self.opened += offset;
        self.in_local += offset;
        self.waiting = self.waiting.map(|(number, record)| (number + offset, record));
        self.in_flight = before.in_flight;
        // What was sent may still come to stand there.
        self.own.splice(0..0, before.own);
        if self.highest <= before.highest {
            // What was chosen is no newer than what was written here. It is written anew, above that.
            self.highest = before.highest;
            self.waiting = None;
            self.in_local = 0;
        }
        self
    }

    /// Counts a change.
    pub fn edit(&mut self) {
        self.edits += 1;
    }

    /// Whether a change is to be written into localStorage.
    pub fn is_due(&self) -> bool {
        self.open && !self.stopped && self.in_local < self.edits
    }

    /// Looks at what localStorage has, since another window wrote something.
    pub fn look_at(&mut self, stored: Option<&str>) {
        let is_known = match stored {
            Some(text) => revision(text) == self.local || self.is_own(head_of(text)),
            None => self.local.is_none(),
        };
        if !is_known {
            self.stop();
        }
    }

    /// Notes that the mirror does not answer.
    pub fn be_slow(&mut self) {
        if self.in_flight.is_some() {
            self.mirror_failed = Some(MirrorFailed::Slow);
        }
    }

    /// Writes nothing more: what stands in the stores is another's.
    pub fn stop(&mut self) {
        self.stopped = true;
        self.waiting = None;
    }

    /// What is to be written into localStorage.
    pub fn local_write(&self) -> LocalWrite {
        let alone = self.unseen.mirror && !self.noted.local;
        LocalWrite {
            id: self.id.clone(),
            known: self.local,
            below: self.base,
            own: self.own.clone(),
            above: self.highest,
            alone: alone.then(|| self.opened_head.clone()),
        }
    }

    /// What the mirror is to write next; nothing while it writes.
    pub fn mirror_write(&mut self) -> Option<MirrorWrite> {
        if self.in_flight.is_some() {
            return None;
        }
        let (number, record) = self.waiting.take()?;
        self.in_flight = Some(number);
        let alone = self.unseen.local && !self.noted.mirror;
        let alone = alone.then(|| self.opened_head.clone());
        Some(MirrorWrite { record, below: self.base, own: self.own.clone(), alone })
    }

    /// Whether something was read or written here.
    pub fn is_own(&self, head: &str) -> bool {
        self.own.iter().any(|own| own == head)
    }

    /// Takes in how that went.
    pub fn local_written(&mut self, json: String, time: String, outcome: Result<u64, NotSaved>, there: bool) {
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
    pub fn mirror_written(&mut self, outcome: Result<Option<String>, Failed>, there: bool) -> bool {
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
    pub fn is_needed(&self) -> bool {
        let is_held = self.in_local == self.edits && self.in_mirror == self.edits;
        self.open || self.in_flight.is_some() || self.waiting.is_some() || !(is_held || self.stopped)
    }

    /// How the draft is kept.
    pub fn saved(&self, stores: Stores) -> Saved {
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
