//! Two windows in a small browser, each doing what the session does with its queue and its shelf.

use std::rc::Rc;

use nianbao::storage::{
    Action, CODEC, Codec, Command, Event, LocalWrite, Memory, Opening, Queue, Record, Repair, Shelf, Storage, Stored,
    Stores, Unfit, draft_key, reconcile,
};

use super::super::model::{Browser, Promise, Random, Started, Texts, revision};
use super::history::Trouble;

/// Reads records whose JSON is a number.
fn read(id: &str, text: &str) -> Result<Record, Unfit> {
    let mut lines = text.split('\n').map(str::to_owned);
    let (Some(_), Some(time), Some(json)) = (lines.next(), lines.next(), lines.next()) else {
        return Err(Unfit { revision: None, newer: false, why: String::new() });
    };
    Ok(Record { id: id.to_owned(), revision: revision(text), time, json })
}

static NUMBERS: Codec = Codec { record: read, ..CODEC };

/// A window with a page in it, in place of the session.
pub struct Window {
    pub queue: Queue,
    pub shelf: Shelf<Rc<dyn Storage>>,
    seen: Stores,
    pub open: Option<(String, usize)>,
    /// The times of the records that were read or written here.
    pub own: Vec<String>,
    /// What was read at the start, while the stores are not brought to the same yet.
    pub starting: Option<(Option<Texts>, Option<Texts>)>,
}

/// Two windows and what they stand on.
pub struct World {
    pub browser: Browser,
    pub trouble: Trouble,
    pub windows: [Option<Window>; 2],
    pub random: Random,
    time: u64,
    pub ids: Vec<String>,
    /// What a clerk deleted: another window that shows it says so when it hears of it.
    pub deleted: Vec<String>,
}

/// A window died in the middle of something.
pub struct Died;

impl World {
    /// A world in which nothing has happened.
    pub fn with(random: Random, trouble: Trouble) -> Self {
        let browser = Browser::default();
        Self { browser, trouble, windows: [None, None], random, time: 0, ids: Vec::new(), deleted: Vec::new() }
    }

    pub fn window(&mut self, at: usize) -> &mut Window {
        self.windows[at].as_mut().expect("a window")
    }

    /// The page of a window dies: what the mirror has not acknowledged is there or is not.
    pub fn die(&mut self, at: usize) {
        self.windows[at] = None;
        let mut stays = Vec::new();
        for started in std::mem::take(&mut self.browser.mirror.started) {
            if started.window != at {
                stays.push(started);
            } else if started.outcome.is_none() && self.random.once_in(2) {
                let _ = self.browser.mirror.keep(&started.write);
            }
        }
        self.browser.mirror.started = stays;
    }

    /// A new window reads both stores.
    pub fn start(&mut self, at: usize) {
        let is_local = !self.browser.local.denied.get() || self.random.once_in(2);
        let store: Rc<dyn Storage> =
            if is_local { Rc::clone(&self.browser.local) as Rc<dyn Storage> } else { Rc::new(Memory::new()) };
        let drafts = Shelf::unread(store);
        drafts.take_codec(&NUMBERS);
        let local = if is_local { drafts.pairs().ok() } else { None };
        // A slow mirror is gone on without.
        let slow = self.random.once_in(if self.trouble == Trouble::Mirror { 2 } else { 8 });
        let mirrored = self.browser.mirror.texts().filter(|_| !slow);
        let mut queue = Queue::default();
        queue.set_stores(Stores { local: is_local, mirror: mirrored.is_some() });
        let seen = Stores { local: local.is_some(), mirror: mirrored.is_some() };
        let starting = Some((local, mirrored));
        self.windows[at] = Some(Window { queue, shelf: drafts, seen, open: None, own: Vec::new(), starting });
    }

    /// A new window brings both stores to the same.
    pub fn apply_repairs(&mut self, at: usize) -> Result<(), Died> {
        let Some((local, mirrored)) = self.window(at).starting.take() else { return Ok(()) };
        let repairs = reconcile(local.as_deref(), mirrored.as_deref(), read).repairs;
        for Repair { actions, .. } in repairs {
            let mut failed = false;
            for action in actions {
                if self.random.once_in(40) {
                    return Err(Died);
                }
                let (drafts, mirror) = (&self.windows[at].as_ref().expect("a window").shelf, &mut self.browser.mirror);
                let done = match &action {
                    _ if failed => Err(nianbao::storage::Failed::Denied),
                    Action::WriteLocal { key, value, over } => drafts.storage().replace(key, over.as_deref(), value),
                    Action::WriteMirror { key, value, over } => mirror.replace(key, over.as_deref(), value),
                    Action::RemoveLocal { key } => drafts.storage().remove(key).map(|()| true),
                    Action::RemoveMirror { key } => mirror.remove(key).map(|()| true),
                };
                if done != Ok(true) {
                    failed = true;
                    drafts.hold_undone(action);
                }
            }
        }
        if local.is_none() {
            for (key, text) in mirrored.clone().into_iter().flatten() {
                self.window(at).shelf.hold(key, text);
            }
        }
        self.check_newest(at, local.as_ref(), mirrored.as_ref());
        Ok(())
    }

    /// Notifies a window's queue of what happened, and does what it asks for.
    pub fn note(&mut self, at: usize, event: Event) -> Result<(), Died> {
        let was_stopped = self.window(at).queue.is_stopped();
        self.window(at).queue.on(event);
        self.check_stop(at, was_stopped);
        self.do_commands(at)
    }

    fn note_opened(&mut self, at: usize, opening: Opening) -> Result<(), Died> {
        self.window(at).queue.open(opening);
        self.do_commands(at)
    }

    fn do_commands(&mut self, at: usize) -> Result<(), Died> {
        while let Some(command) = self.window(at).queue.next_command() {
            if self.random.once_in(60) {
                return Err(Died);
            }
            match command {
                Command::Schedule => {}
                Command::WriteLocal(write) => self.write_local(at, &write),
                Command::WriteMirror(write) => {
                    let twice = self.browser.mirror.started.iter();
                    let twice = twice.filter(|s| s.window == at && s.write.record.id == write.record.id).count();
                    assert_eq!(twice, 0, "a second writer of {}", write.record.id);
                    self.browser.mirror.started.push(Started { window: at, write, outcome: None });
                }
                Command::ForgetAlone { id } => drop(self.window(at).shelf.forget_alone(&id)),
            }
            self.check_words(at);
        }
        Ok(())
    }

    pub fn write_local(&mut self, at: usize, write: &LocalWrite) {
        self.time += 1;
        let time = self.time.to_string();
        let window = self.window(at);
        let Some((id, text)) = window.open.clone() else { panic!("nothing is open") };
        assert_eq!(id, write.id, "the text of another draft");
        let json = text.to_string();
        window.own.push(time.clone());
        let outcome = window.shelf.save(write, &json, &time);
        window.queue.on(Event::LocalWritten { id, json, time, outcome });
    }

    /// Opens one of the few drafts there are, or makes one.
    pub fn open(&mut self, at: usize) -> Result<(), Died> {
        let which = self.random.below(4);
        self.note(at, Event::Due)?;
        let Some(id) = self.ids.iter().rev().nth(usize::try_from(which).expect("small")).cloned() else {
            return self.open_new(at, None);
        };
        self.open_this(at, id)
    }

    pub fn open_this(&mut self, at: usize, id: String) -> Result<(), Died> {
        let window = self.window(at);
        if let Ok(Stored::Record(record)) = window.shelf.open(&id) {
            let text = record.json.parse().expect("a text");
            let opening = Opening::of(&window.shelf, record, window.seen);
            window.open = Some((id, text));
            window.own.push(opening.record.time.clone());
            self.note_opened(at, opening)?;
            self.note(at, Event::Due)?;
        }
        Ok(())
    }

    pub fn open_new(&mut self, at: usize, of: Option<usize>) -> Result<(), Died> {
        let id = format!("draft {}", self.ids.len());
        self.ids.push(id.clone());
        let text = self.browser.lineage.make(of);
        self.window(at).open = Some((id.clone(), text));
        self.note(at, Event::Created { id })?;
        self.note(at, Event::Due)
    }

    pub fn edit(&mut self, at: usize) -> Result<(), Died> {
        let Some((_, text)) = self.window(at).open.clone() else { return Ok(()) };
        let made = self.browser.lineage.make(Some(text));
        if let Some((_, text)) = &mut self.window(at).open {
            *text = made;
        }
        self.note(at, Event::Edited)
    }

    /// The mirror answers the first that waits: it writes or fails, and now and then it writes and says that it failed.
    pub fn answer(&mut self) -> Result<(), (usize, Died)> {
        if self.browser.mirror.started.is_empty() {
            return Ok(());
        }
        let Started { window, write, outcome } = self.browser.mirror.started.remove(0);
        let mut outcome = outcome.unwrap_or_else(|| self.browser.mirror.keep(&write));
        if self.random.once_in(15) {
            outcome = Err(nianbao::storage::Failed::Denied);
        }
        self.note(window, Event::MirrorWritten { id: write.record.id, outcome }).map_err(|died| (window, died))
    }

    /// Another window's writes are noticed.
    pub fn look_elsewhere(&mut self, at: usize) -> Result<(), Died> {
        let window = self.window(at);
        let Some((id, _)) = window.open.clone() else { return Ok(()) };
        match window.shelf.stored(&id) {
            Ok(stored) => self.note(at, Event::LookedAt { stored }),
            Err(_) => Ok(()),
        }
    }

    /// The other window's copy is taken in place of what is here, if it can be opened.
    pub fn take_over(&mut self, at: usize) -> Result<(), Died> {
        let denied = self.browser.mirror.denied;
        let Some((id, own)) = self.window(at).open.clone() else { return Ok(()) };
        if !self.window(at).queue.is_stopped() {
            return Ok(());
        }
        let mirrored = self.browser.mirror.get(&draft_key(&id)).filter(|_| !denied);
        let window = self.windows[at].as_mut().expect("a window");
        let seen = Stores { local: true, mirror: !denied };
        let is_own = |text: &str| window.queue.is_own(text);
        let Some(opening) = Opening::theirs(&window.shelf, &id, mirrored.as_deref(), is_own, seen) else {
            return Ok(());
        };
        if !opening.in_local {
            window.shelf.hold(draft_key(&id), opening.record.to_value());
        }
        let text = opening.record.json.parse().expect("a text");
        window.open = Some((id.clone(), text));
        window.own.push(opening.record.time.clone());
        // What was here and is not in the other is given up, as the clerk chose.
        let lineage = &self.browser.lineage;
        let is_given_up = |promise: &Promise| {
            promise.id == id && lineage.descends(own, promise.text) && !lineage.descends(text, promise.text)
        };
        self.browser.promises.retain(|promise| !is_given_up(promise));
        self.note_opened(at, opening)?;
        self.note(at, Event::Due)
    }

    pub fn delete(&mut self, at: usize) -> Result<(), Died> {
        let Some((id, _)) = self.window(at).open.clone() else { return Ok(()) };
        self.note(at, Event::Due)?;
        if self.window(at).shelf.delete(&id).is_err() {
            return Ok(());
        }
        self.browser.promises.retain(|promise| promise.id != id);
        self.deleted.push(id.clone());
        self.window(at).open = None;
        self.note(at, Event::Deleted { id: id.clone() })?;
        self.browser.mirror.settle();
        let _ = self.browser.mirror.remove(&draft_key(&id));
        Ok(())
    }
}
