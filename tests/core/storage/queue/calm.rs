//! A world in which only that happens which a test asks for.

use nianbao::storage::{Event, Saved};

use super::super::model::{Random, revision};
use super::history::Trouble;
use super::world::{Died, World};

/// The key of the first draft.
pub const KEY: &str = "nianbao/draft/draft 0";

impl World {
    /// A world in which nothing happens by chance, with a page in its first window that has a new draft open.
    pub fn calm() -> Self {
        let mut world = Self::with(Random::none(), Trouble::Local);
        world.load(0);
        world.done(0, |world| world.open_new(0, None));
        world
    }

    /// Does something in a window that does not die of it.
    #[track_caller]
    pub fn done(&mut self, at: usize, what: impl FnOnce(&mut Self) -> Result<(), Died>) {
        assert!(what(self).is_ok(), "window {at} died");
        self.check_words(0);
        self.check_words(1);
    }

    /// A page is loaded anew.
    pub fn load(&mut self, at: usize) {
        self.die(at);
        self.start(at);
        self.done(at, |world| world.apply_repairs(at));
    }

    /// Loads a page anew and opens the draft in it.
    pub fn reopen(&mut self, at: usize) {
        self.load(at);
        self.show(at, "draft 0");
    }

    pub fn show(&mut self, at: usize, id: &str) {
        self.done(at, |world| world.open_this(at, id.to_owned()));
    }

    /// A key, and the frame after it.
    pub fn key(&mut self, at: usize) {
        self.done(at, |world| world.edit(at));
        self.done(at, |world| world.note(at, Event::Due));
    }

    /// The mirror answers all that waits.
    pub fn answers(&mut self) {
        while !self.browser.mirror.started.is_empty() {
            assert!(self.answer().is_ok());
        }
        self.check_words(0);
        self.check_words(1);
    }

    pub fn saved(&self, at: usize) -> Saved {
        self.windows[at].as_ref().expect("a window").queue.saved()
    }

    pub fn is_kept(&self, at: usize) -> bool {
        matches!(self.saved(at), Saved::Kept { .. })
    }

    pub fn text(&self, at: usize) -> usize {
        self.windows[at].as_ref().expect("a window").open.as_ref().expect("a draft").1
    }

    /// The revisions that localStorage and the mirror have.
    pub fn revisions(&self) -> [Option<u64>; 2] {
        [self.browser.local.text(KEY), self.browser.mirror.get(KEY)].map(|text| text.map(|text| revision(&text)))
    }
}
