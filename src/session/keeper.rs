//! The keeper: does what the save queue asks for, and shows what it says. What is written when is decided there.
//!
//! Both stores are written, because a browser that dies loses up to a minute of localStorage, and a page that dies loses
//! what IndexedDB has not acknowledged.

use std::time::Duration;

use leptos::prelude::*;

use super::Session;
use super::cells::{PageCell, PageSignal};
use crate::browser;
use crate::draft::Draft;
use crate::storage::{Codec, Command, Event, LocalWrite, MirrorWrite, Opening, Queue, Saved, Stores, mirror};

/// How long the mirror may take before the page says that it is not on the disk.
const SLOW: Duration = Duration::from_secs(2);

/// How long a change waits to be kept, while keys follow one another: several of them are one write then.
const BURST: Duration = Duration::from_millis(100);

/// How long the mirror waits for more keys, while they follow one another: the other store holds them by then, and what the mirror
/// does not hold is not called saved. A browser that dies so loses half a second at most, of what it had not called saved. In milliseconds.
const BATCH: u32 = 250;

/// The save queue, and what it says of the open draft.
pub(super) struct Keeper {
    queue: PageCell<Queue>,
    saved: PageSignal<Saved>,
    /// Whether another window has written the open draft.
    stopped: PageSignal<bool>,
}

impl Keeper {
    /// A keeper with nothing to keep.
    pub fn new() -> Self {
        Self {
            queue: PageCell::new(Queue::default()),
            saved: PageSignal::new(Saved::Pending),
            stopped: PageSignal::new(false),
        }
    }

    /// Notes which stores there are.
    pub fn set_stores(&self, stores: Stores) {
        self.queue.update(|queue| queue.set_stores(stores));
    }

    /// Whether a text is one that the open draft was read from or written as.
    pub fn is_own(&self, text: &str) -> bool {
        self.queue.with(|queue| queue.is_own(text))
    }

    /// The stores that there are.
    pub fn stores(&self) -> Stores {
        self.queue.with(Queue::stores)
    }
}

impl Session {
    /// How the draft is kept.
    pub fn saved(self) -> Saved {
        self.0.keeper.saved.get()
    }

    /// Whether another window has written the open draft.
    pub fn changed_elsewhere(self) -> bool {
        self.0.keeper.stopped.get()
    }

    /// Keeps the draft after the frame that paints the change; while keys follow one another, a few of them together.
    pub(super) fn keep_later(self) {
        self.note(Event::Edited);
    }

    /// Keeps the draft now, if there is a change that is not kept.
    pub fn keep_now(self) {
        self.note(Event::Due);
    }

    /// Notifies the queue of what happened, and does what it asks for.
    pub(super) fn note(self, event: Event) {
        self.0.keeper.queue.update(|queue| queue.on(event));
        self.do_commands();
    }

    /// Takes a draft into the queue that was found in the stores.
    pub(super) fn note_opened(self, codec: &Codec, opening: Opening) {
        self.0.keeper.queue.update(|queue| (codec.open)(queue, opening));
        self.do_commands();
    }

    fn do_commands(self) {
        let Keeper { queue, stopped, .. } = &self.0.keeper;
        while let Some(command) = queue.update(Queue::next_command) {
            match command {
                Command::Schedule => {
                    let wait = if self.is_typing() { BURST } else { Duration::ZERO };
                    request_animation_frame(move || set_timeout(move || self.keep_now(), wait));
                }
                Command::WriteLocal(write) => {
                    if let Some(event) = self.write_local(&write) {
                        queue.update(|queue| queue.on(event));
                    }
                }
                Command::WriteMirror(write) => browser::spawn(self.write_mirror(write)),
                Command::ForgetAlone { id } => {
                    // A note that stays makes the next start more careful than it need be.
                    let _ = self.0.library.shelf.forget_alone(&id);
                }
            }
        }
        self.show_saved();
        stopped.set(queue.with(Queue::is_stopped));
        self.show_lacks();
    }

    /// Says how the draft is kept; that it is, once typing rests: between two keys it would be said and taken back.
    pub(super) fn show_saved(self) {
        let Keeper { queue, saved, .. } = &self.0.keeper;
        let now = queue.with(Queue::saved);
        let is_soon = self.is_typing() && matches!(now, Saved::Kept { .. });
        saved.set(if is_soon { Saved::Pending } else { now });
    }

    fn write_local(self, write: &LocalWrite) -> Option<Event> {
        let json = self.look(Draft::to_json)?;
        let time = browser::now();
        let outcome = self.0.library.shelf.save(write, &json, &time);
        self.forget_open(&write.id);
        Some(Event::LocalWritten { id: write.id.clone(), json, time, outcome })
    }

    async fn write_mirror(self, write: MirrorWrite) {
        if self.is_typing() {
            browser::wait(BATCH).await;
        }
        let id = write.record.id.clone();
        let late = id.clone();
        let slow = set_timeout_with_handle(move || self.note(Event::Slow { id: late }), SLOW);
        let outcome = mirror::keep(&write).await;
        if let Ok(slow) = slow {
            slow.clear();
        }
        self.note(Event::MirrorWritten { id, outcome });
    }

    /// Another window wrote to storage, under a key or everywhere: if it was the open draft, this window stops saving and
    /// says so.
    pub fn look_elsewhere(self, key: Option<&str>) {
        match key {
            Some(key) => self.forget_indexed(key),
            None => self.forget_index(),
        }
        let Some(id) = self.0.editor.id() else {
            self.list();
            return;
        };
        if let Ok(stored) = self.0.library.shelf.stored(&id) {
            self.note(Event::LookedAt { stored });
        }
        self.check_text_later();
    }

    /// Takes what the other window wrote in place of what is here. Loaded late, with the rules.
    pub fn take_from_elsewhere(self) {
        match self.take_over() {
            Some(take_over) => take_over(self),
            None => self.say("正在加载，请稍候"),
        }
    }

    /// Keeps what is here as a draft of its own, beside what the other window wrote, and opens that; returns its id.
    pub fn keep_as_copy(self) -> Option<String> {
        let copy = self.look(Draft::clone)?.with_id(browser::new_id());
        let id = copy.id().to_owned();
        self.open_new(copy);
        Some(id)
    }
}
