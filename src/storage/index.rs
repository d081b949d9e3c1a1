//! What is stored, without the texts: each is read once, and again only when its key was written.
//!
//! Whoever writes says so to the index, here or in another window; it does not watch the store.

use std::cmp::Reverse;

use super::record::list;
use super::{Failed, Shelf, Storage};
use crate::draft::{Draft, OfficeYear};
use crate::value::Year;

/// A stored draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// Its id.
    pub id: String,
    /// Its office with its year; none while it names no office.
    pub office_year: Option<OfficeYear>,
    /// The report year.
    pub year: Year,
    /// How often it was written.
    pub revision: u64,
    /// When it was written, as ISO time.
    pub time: String,
}

/// What stands under a key.
#[derive(Debug)]
enum Content {
    Draft(Indexed),
    /// No draft, and why.
    Unreadable(String),
    /// Nothing to be listed.
    Nothing,
}

/// The index of a shelf.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<(String, Content)>,
    /// Whether nothing was written since it was made.
    is_whole: bool,
}

impl Index {
    /// Notes that a key was written or removed.
    pub fn forget(&mut self, key: &str) {
        self.is_whole = false;
        self.entries.retain(|(known, _)| known != key);
    }

    /// Notes that anything may have been written.
    pub fn clear(&mut self) {
        self.is_whole = false;
        self.entries.clear();
    }

    /// Reads what was written since; true when something was.
    pub fn refresh<S: Storage>(&mut self, stored: &Shelf<S>) -> Result<bool, Failed> {
        if self.is_whole {
            return Ok(false);
        }
        let read = stored.codec()?.record;
        let keys = stored.keys()?;
        self.entries.retain(|(key, _)| keys.contains(key));
        for key in keys {
            if self.entries.iter().any(|(known, _)| *known == key) {
                continue;
            }
            // Another window may have taken the key away in the meantime.
            let Some(text) = stored.text(&key)? else { continue };
            let mut listed = list([(key.clone(), text)], read);
            let content = match (listed.records.pop(), listed.unreadable.pop()) {
                (Some(record), _) => match Draft::from_json(&record.json) {
                    Ok(opened) => Content::Draft(Indexed {
                        id: record.id,
                        office_year: OfficeYear::of(&opened.draft),
                        year: opened.draft.year(),
                        revision: record.revision,
                        time: record.time,
                    }),
                    Err(refused) => Content::Unreadable(refused.to_string()),
                },
                (None, Some(unreadable)) => Content::Unreadable(unreadable.why),
                (None, None) => Content::Nothing,
            };
            self.entries.push((key, content));
        }
        self.is_whole = true;
        Ok(true)
    }

    /// The drafts, the one written last first.
    pub fn drafts(&self) -> Vec<&Indexed> {
        let mut drafts: Vec<&Indexed> = self.entries.iter().filter_map(|(_, content)| draft(content)).collect();
        drafts.sort_by(|a, b| (Reverse(&a.time), &a.id).cmp(&(Reverse(&b.time), &b.id)));
        drafts
    }

    /// The keys of what cannot be read or was set aside, each with the reason, in order.
    pub fn unreadable(&self) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = self
            .entries
            .iter()
            .filter_map(|(key, content)| match content {
                Content::Unreadable(why) => Some((key.clone(), why.clone())),
                Content::Draft(_) | Content::Nothing => None,
            })
            .collect();
        found.sort();
        found
    }

    /// The report of the year before of the same office, for a draft of this id; of several the one written last.
    pub fn last_year_of(&self, id: &str, office_year: &OfficeYear) -> Option<&Indexed> {
        let last = office_year.last()?;
        let is_last = |draft: &&Indexed| draft.id != id && draft.office_year.as_ref() == Some(&last);
        self.entries
            .iter()
            .filter_map(|(_, content)| draft(content))
            .filter(is_last)
            .max_by(|a, b| (&a.time, Reverse(&a.id)).cmp(&(&b.time, Reverse(&b.id))))
    }
}

fn draft(content: &Content) -> Option<&Indexed> {
    match content {
        Content::Draft(draft) => Some(draft),
        Content::Unreadable(_) | Content::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::storage::{LocalWrite, Memory};

    /// A store that counts how often a text is read.
    #[derive(Default)]
    struct Counted {
        memory: Memory,
        reads: Cell<usize>,
    }

    impl Storage for Counted {
        fn keys(&self) -> Result<Vec<String>, Failed> {
            self.memory.keys()
        }

        fn get(&self, key: &str) -> Result<Option<String>, Failed> {
            self.reads.set(self.reads.get() + 1);
            self.memory.get(key)
        }

        fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
            self.memory.set(key, value)
        }

        fn remove(&self, key: &str) -> Result<(), Failed> {
            self.memory.remove(key)
        }
    }

    fn put(shelf: &Shelf<Counted>, id: &str, office: &str, year: Year, time: &str) {
        let draft = Draft::new(id.to_owned(), year, office, "");
        let write = LocalWrite { id: id.to_owned(), known: shelf.revision(id), ..LocalWrite::default() };
        shelf.save(&write, &draft.to_json(), time).expect("saved");
    }

    fn last(index: &Index, id: &str, office: &str, year: Year) -> Option<(String, u64)> {
        let asked = OfficeYear::of(&Draft::new(id.to_owned(), year, office, ""))?;
        index.last_year_of(id, &asked).map(|found| (found.id.clone(), found.revision))
    }

    #[test]
    fn last_years_draft_of_the_same_office_is_found_the_one_written_last() {
        let shelf = Shelf::new(Counted::default());
        put(&shelf, "a", "某局", 2022, "2023-01-02");
        put(&shelf, "b", "某 局", 2022, "2023-01-03");
        put(&shelf, "c", "他局", 2022, "2023-01-04");
        put(&shelf, "d", "某局", 2023, "2023-01-05");
        put(&shelf, "e", "", 2022, "2023-01-06");
        let mut index = Index::default();
        assert_eq!(index.refresh(&shelf), Ok(true));
        assert_eq!(last(&index, "d", "某局", 2023), Some(("b".to_owned(), 1)));
        assert_eq!(last(&index, "b", "某局", 2023), Some(("a".to_owned(), 1)));
        assert_eq!(last(&index, "x", "某局", 2024), Some(("d".to_owned(), 1)));
        assert_eq!((last(&index, "x", "某局", 2022), last(&index, "x", "", 2023)), (None, None));
        let order: Vec<&str> = index.drafts().iter().map(|draft| draft.id.as_str()).collect();
        assert_eq!(order, ["e", "d", "c", "b", "a"]);
    }

    #[test]
    fn a_text_is_read_again_only_when_its_key_was_written() {
        let shelf = Shelf::new(Counted::default());
        for id in ["a", "b", "c"] {
            put(&shelf, id, "某局", 2022, "2023-01-02");
        }
        let reads = |index: &mut Index| {
            let before = shelf.storage().reads.get();
            index.refresh(&shelf).expect("an index");
            shelf.storage().reads.get() - before
        };
        let mut index = Index::default();
        assert_eq!((reads(&mut index), reads(&mut index)), (3, 0));
        put(&shelf, "b", "某局", 2023, "2023-01-03");
        index.forget("nianbao/draft/b");
        assert_eq!((reads(&mut index), reads(&mut index)), (1, 0));
        assert_eq!(index.drafts().first().map(|draft| (draft.year, draft.revision)), Some((2023, 2)));
        shelf.delete("b").expect("deleted");
        index.forget("nianbao/draft/b");
        assert_eq!((reads(&mut index), index.drafts().len()), (0, 2));
        index.clear();
        assert_eq!(reads(&mut index), 2);
    }

    #[test]
    fn what_cannot_be_read_is_listed_with_the_reason() {
        let shelf = Shelf::new(Counted::default());
        put(&shelf, "a", "某局", 2022, "2023-01-02");
        for (key, text) in [("nianbao/draft/x", "5\n\n{"), ("nianbao/aside/a/1", "1\n\n"), ("nianbao/alone/a", "1\n")] {
            shelf.storage().set(key, text).expect("set");
        }
        let mut index = Index::default();
        index.refresh(&shelf).expect("an index");
        let keys: Vec<String> = index.unreadable().into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            (keys, index.drafts().len()),
            (vec!["nianbao/aside/a/1".to_owned(), "nianbao/draft/x".to_owned()], 1)
        );
    }
}
