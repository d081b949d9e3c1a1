//! What the page has to say: a message at the foot, or a refusal that stays until it is read.

use super::Session;
use crate::storage::Record;

/// What the page has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentences.
    pub words: Vec<String>,
    /// How it is said.
    pub tone: Tone,
    /// What 撤销 beside it takes back; none where nothing stands there.
    pub undo: Option<Undo>,
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

/// What a message speaks of, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last change of the open draft; the message ends with the next one.
    LastChange,
    /// Drafts that were deleted.
    Deleted(Vec<Record>),
    /// Drafts that were made of files, by their ids.
    Made(Vec<String>),
}

impl Notice {
    /// Which one it is: another message has another number.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Whether it goes by itself after a while.
    pub fn passes(&self) -> bool {
        self.tone == Tone::Plain && self.words.len() <= 1
    }
}

impl Session {
    /// What the page has to say just now.
    pub fn notice(self) -> Option<Notice> {
        self.0.notice.get()
    }

    /// Says something that goes by itself.
    pub fn say(self, words: impl Into<String>) {
        self.show(vec![words.into()], Tone::Plain, None);
    }

    /// Says what the last change was, with 撤销 beside it.
    pub fn say_undoable(self, words: impl Into<String>) {
        self.show(vec![words.into()], Tone::Plain, Some(Undo::LastChange));
    }

    /// Says that drafts were made of files, with 撤销 beside it; those that the message spoke of before go with them.
    pub(super) fn say_made(self, ids: Vec<String>) {
        let before = self.0.notice.look(|notice| match notice.as_ref()?.undo.as_ref()? {
            Undo::Made(ids) => Some(ids.clone()),
            Undo::LastChange | Undo::Deleted(_) => None,
        });
        let made: Vec<String> = before.into_iter().flatten().chain(ids).collect();
        let words = match made.len() {
            0 | 1 => "已采用，成为一份草稿".to_owned(),
            count => format!("已采用，成为 {count} 份草稿"),
        };
        self.show(vec![words], Tone::Plain, Some(Undo::Made(made)));
    }

    /// Says that a draft was deleted, with 撤销 beside it; those that the message spoke of before come back with it.
    pub(super) fn say_deleted(self, record: Option<Record>) {
        let before = self.0.notice.look(|notice| match notice.as_ref()?.undo.as_ref()? {
            Undo::Deleted(records) => Some(records.clone()),
            Undo::LastChange | Undo::Made(_) => None,
        });
        let deleted: Vec<Record> = before.into_iter().flatten().chain(record).collect();
        let words = match deleted.len() {
            0 | 1 => "草稿已删除".to_owned(),
            count => format!("{count} 份草稿已删除"),
        };
        let undo = (!deleted.is_empty()).then_some(Undo::Deleted(deleted));
        self.show(vec![words], Tone::Plain, undo);
    }

    /// Says what was noticed of a file, until it is read.
    pub fn say_all(self, words: Vec<String>) {
        self.show(words, Tone::Plain, None);
    }

    /// Says why something was not done, until it is read.
    pub fn refuse(self, words: impl Into<String>) {
        let before = self.0.notice.now().filter(|notice| notice.tone == Tone::Refusal);
        let mut all = before.map(|notice| notice.words).unwrap_or_default();
        all.push(words.into());
        self.show(all, Tone::Refusal, None);
    }

    fn show(self, words: Vec<String>, tone: Tone, undo: Option<Undo>) {
        // A number is never given twice, so that no message is taken for one that went.
        let number = self.0.notices.with(|count| count + 1);
        self.0.notices.set(number);
        self.0.notice.set(Some(Notice { words, tone, undo, number }));
    }

    /// Takes the message away.
    pub fn hush(self) {
        self.0.notice.set(None);
    }

    /// Takes a message away, if it still stands.
    pub fn hush_if(self, number: u64) {
        if self.0.notice.look(|notice| notice.as_ref().is_some_and(|notice| notice.number == number)) {
            self.hush();
        }
    }

    /// Takes a message away whose 撤销 would take back something else by now.
    pub(super) fn hush_last_change(self) {
        if self.0.notice.look(|notice| notice.as_ref().is_some_and(|n| n.undo == Some(Undo::LastChange))) {
            self.hush();
        }
    }

    /// The number of the message that stands, without watching it.
    pub fn notice_number(self) -> Option<u64> {
        self.0.notice.look(|notice| notice.as_ref().map(Notice::number))
    }

    /// Takes back what the message speaks of, and takes the message away.
    pub fn take_back(self, undo: &Undo) {
        self.hush();
        match undo {
            Undo::LastChange => {
                // The message said what it was.
                let _ = self.undo();
            }
            Undo::Made(ids) => {
                if let Some(rules) = self.rules() {
                    for id in ids {
                        (rules.delete)(self, id);
                    }
                    self.hush();
                }
            }
            Undo::Deleted(records) => {
                if let Some(rules) = self.rules() {
                    for record in records {
                        (rules.restore)(self, record.clone());
                    }
                }
            }
        }
    }
}
