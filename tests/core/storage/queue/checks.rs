//! What must hold in a world at every step.

use nianbao::storage::{Saved, Stored, Stores, draft_key};

use super::super::model::{Promise, Texts, revision};
use super::world::World;

impl World {
    /// That the newest of what was read opens, wherever it lies.
    pub fn check_newest(&self, at: usize, local: Option<&Texts>, mirrored: Option<&Texts>) {
        // What was deleted may come back in part, where another window was just starting.
        for id in self.ids.iter().filter(|id| !self.deleted.contains(id)) {
            let key = draft_key(id);
            let read = [local, mirrored].into_iter().flatten().flatten().filter(|(known, _)| *known == key);
            let Some(newest) = read.map(|(_, text)| revision(text)).max() else { continue };
            let drafts = &self.windows[at].as_ref().expect("a window").shelf;
            match drafts.open(id) {
                Ok(Stored::Record(record)) => assert!(record.revision >= newest, "{newest} is there: {record:?}"),
                // Another window deleted it meanwhile, or the store denies by now.
                Ok(Stored::Nothing) | Err(_) => {}
                Ok(Stored::Unreadable(text)) => panic!("{text:?}"),
            }
        }
    }

    /// That a window stops only where something stands that it did not write or read.
    pub fn check_stop(&self, at: usize, was_stopped: bool) {
        let Some(window) = &self.windows[at] else { return };
        let Some((id, _)) = &window.open else { return };
        if was_stopped || !window.queue.is_stopped() || self.deleted.contains(id) {
            return;
        }
        let key = draft_key(id);
        let stored = [self.browser.local.text(&key), self.browser.mirror.get(&key)];
        let is_own =
            |text: &String| text.split('\n').nth(1).is_some_and(|time| window.own.iter().any(|own| own == time));
        assert!(!stored.iter().flatten().all(is_own), "{id} is stopped by what this window wrote: {stored:?}");
    }

    /// That what is said is true, and that what was called saved is there.
    #[track_caller]
    pub fn check_words(&mut self, at: usize) {
        let Some(window) = &self.windows[at] else { return };
        if let (Saved::Kept { .. }, Some((id, text))) = (window.queue.saved(), &window.open)
            && !self.deleted.contains(id)
        {
            let Stores { local, mirror } = window.queue.stores();
            assert!(local || mirror, "no store is there, and saved is said");
            let (id, text) = (id.clone(), *text);
            let holds = |texts: &Texts| self.browser.holds(texts, &id, text);
            assert!(!local || holds(&self.browser.local.live.borrow()), "localStorage has no {text} of {id}");
            assert!(!mirror || holds(&self.browser.mirror.texts), "the mirror has no {text} of {id}");
            if !self.browser.promises.iter().any(|promise| promise.id == id && promise.text == text) {
                self.browser.promises.push(Promise { id, text, local_alone: !mirror });
            } else if mirror {
                let known = self.browser.promises.iter_mut().find(|promise| promise.id == id && promise.text == text);
                known.expect("a promise").local_alone = false;
            }
        }
        self.browser.check_promises();
    }
}
