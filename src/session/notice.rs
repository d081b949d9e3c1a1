//! What the page has to say: a message at the foot, or a refusal that stays until it is read.

use std::time::Duration;

use leptos::prelude::*;

use super::Session;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(6);

/// What the page has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentences.
    pub words: Vec<String>,
    /// How it is said.
    pub tone: Tone,
    /// Whether 撤销 stands beside it.
    pub undo: bool,
    number: u64,
}

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A message that goes by itself.
    Plain,
    /// A refusal or a failure, which stays.
    Refusal,
}

impl Notice {
    /// Which one it is: another message has another number.
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl Session {
    /// What the page has to say just now.
    pub fn notice(self) -> Option<Notice> {
        self.0.notice.get()
    }

    /// Says something that goes by itself.
    pub fn say(self, words: impl Into<String>) {
        self.show(vec![words.into()], Tone::Plain, false);
    }

    /// Says something that goes by itself, with 撤销 beside it.
    pub fn say_undoable(self, words: impl Into<String>) {
        self.show(vec![words.into()], Tone::Plain, true);
    }

    /// Says what was noticed of a file, until it is read.
    pub fn say_all(self, words: Vec<String>) {
        self.show(words, Tone::Plain, false);
    }

    /// Says why something was not done, until it is read.
    pub fn refuse(self, words: impl Into<String>) {
        let before = self.0.notice.now().filter(|notice| notice.tone == Tone::Refusal);
        let mut all = before.map(|notice| notice.words).unwrap_or_default();
        all.push(words.into());
        self.show(all, Tone::Refusal, false);
    }

    fn show(self, words: Vec<String>, tone: Tone, undo: bool) {
        let number = self.0.notice.now().map_or(0, |notice| notice.number) + 1;
        let stays = tone == Tone::Refusal || words.len() > 1;
        self.0.notice.set(Some(Notice { words, tone, undo, number }));
        if !stays {
            let close = move || {
                if self.0.notice.now().is_some_and(|notice| notice.number == number) {
                    self.0.notice.set(None);
                }
            };
            set_timeout(close, STAYS);
        }
    }

    /// Takes the message away.
    pub fn hush(self) {
        self.0.notice.set(None);
    }
}
