//! What is stored of a draft: its revision, the time, its JSON; and what cannot be read as such.

use std::cmp::Reverse;

use crate::draft::{Draft, Refused};
use crate::value::stable_sort_by;

/// Before the id in a draft's key. There is no list of drafts beside the keys: two tabs would overwrite each other's.
const DRAFTS: &str = "nianbao/draft/";
/// Before the id and a number in the key of what was set aside.
const ASIDE: &str = "nianbao/aside/";
/// Before the id in the key of a note: the draft was written while the other store could not be seen, from the record on
/// whose head the note holds.
const ALONE: &str = "nianbao/alone/";
/// The largest revision, 2⁵³ − 1: a larger one was not written by this program.
pub(super) const LARGEST: u64 = 9_007_199_254_740_991;

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The id under which it is kept, whatever the JSON says.
    pub id: String,
    /// How often it was written. The higher one is newer.
    pub revision: u64,
    /// When it was written, as ISO time: shown and sorted by, never compared to find out which copy is newer.
    pub time: String,
    /// The draft as canonical JSON.
    pub json: String,
}

impl Record {
    /// Reads a stored text whose JSON is a draft; what is not one gives a sentence that says why.
    pub fn parse(id: &str, text: &str) -> Result<Self, String> {
        read(id, text).map_err(|unfit| unfit.why)
    }

    /// The text to be stored.
    pub fn to_value(&self) -> String {
        format!("{}\n{}\n{}", self.revision, self.time, self.json)
    }

    /// Its first two lines, by which it is known from others of its draft.
    pub fn head(&self) -> String {
        format!("{}\n{}", self.revision, self.time)
    }
}

/// A text under one of the program's keys that is no draft, or that another copy was preferred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The key under which it is kept.
    pub key: String,
    /// The text, byte for byte.
    pub text: String,
    /// Why it is not among the drafts: a sentence for the clerk.
    pub why: String,
}

impl Unreadable {
    /// What to save as a file: the text without revision and time, when it has them.
    pub fn json(&self) -> &str {
        head(&self.text).map_or(&self.text, |(_, _, json)| json)
    }
}

/// All that is stored.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Listed {
    /// The drafts, the one written last first.
    pub records: Vec<Record>,
    /// What cannot be read, and what was set aside.
    pub unreadable: Vec<Unreadable>,
}

/// Why a stored text is no record of this version's.
#[derive(Debug)]
pub struct Unfit {
    /// Its revision, when it has one.
    pub revision: Option<u64>,
    /// Whether a newer version wrote it, so that it is whole.
    pub newer: bool,
    /// Why, as a sentence for the clerk.
    pub why: String,
}

/// Reads a stored text as the record of a draft of this id.
pub fn read(id: &str, text: &str) -> Result<Record, Unfit> {
    let Some((revision, time, json)) = head(text) else {
        let why = "存下的内容开头缺少版本号和时间，不能作为草稿打开。".to_owned();
        return Err(Unfit { revision: None, newer: false, why });
    };
    match Draft::from_json(json) {
        Ok(_) => Ok(Record { id: id.to_owned(), revision, time: time.to_owned(), json: json.to_owned() }),
        Err(refused) => {
            Err(Unfit { revision: Some(revision), newer: matches!(refused, Refused::Newer { .. }), why: why(&refused) })
        }
    }
}

/// The first two lines of a stored text; all of it when it has fewer.
pub(super) fn head_of(text: &str) -> &str {
    let end = text.match_indices('\n').nth(1).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// The revision that a stored text says it has.
pub(super) fn revision(text: &str) -> Option<u64> {
    head(text).map(|(revision, ..)| revision)
}

/// The revision, the time and the rest. Only what [`Record::to_value`] writes is taken, so that equal records are equal texts.
fn head(text: &str) -> Option<(u64, &str, &str)> {
    let (revision, rest) = text.split_once('\n')?;
    let (time, json) = rest.split_once('\n')?;
    let canonical = revision.bytes().all(|byte| byte.is_ascii_digit()) && !revision.starts_with('0');
    let revision = revision.parse().ok().filter(|&revision| canonical && revision <= LARGEST)?;
    Some((revision, time, json))
}

/// The revision in a head.
pub(super) fn revision_of_head(head: &str) -> Option<u64> {
    head.split('\n').next()?.parse().ok()
}

/// Why stored JSON is no draft. The words for files do not fit here: no colleague can send it again.
fn why(refused: &Refused) -> String {
    match refused {
        Refused::Newer { .. } => refused.to_string(),
        Refused::NotJson { cut: true, .. } => "存下的内容不完整，后面的部分缺失，不能作为草稿打开。".to_owned(),
        Refused::Twice { path } | Refused::WrongType { path, .. } | Refused::OutOfRange { path, .. } => {
            format!("存下的内容已损坏，“{path}”一项读不出来。")
        }
        Refused::TooLarge
        | Refused::Empty
        | Refused::Foreign(_)
        | Refused::NotText
        | Refused::NotJson { .. }
        | Refused::TooDeep
        | Refused::NotAnObject
        | Refused::NotADraft
        | Refused::Pack => "存下的内容已损坏，不能作为草稿打开。".to_owned(),
    }
}

/// The key of a draft.
pub fn draft_key(id: &str) -> String {
    format!("{DRAFTS}{id}")
}

/// The id in a draft's key; nothing for other keys.
pub fn draft_id(key: &str) -> Option<&str> {
    key.strip_prefix(DRAFTS)
}

/// The key of the note that a draft was written while the other store could not be seen.
pub fn alone_key(id: &str) -> String {
    format!("{ALONE}{id}")
}

/// The id in the key of such a note.
pub(super) fn alone_id(key: &str) -> Option<&str> {
    key.strip_prefix(ALONE)
}

/// The id in the key of what was set aside.
pub(super) fn aside_id(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(ASIDE)?;
    Some(rest.rsplit_once('/').map_or(rest, |(id, _)| id))
}

/// Whether a key is one of a draft, of what was set aside, or of a note.
pub(super) fn is_ours(key: &str) -> bool {
    key.starts_with(DRAFTS) || key.starts_with(ASIDE) || key.starts_with(ALONE)
}

/// A key for setting a text aside, after those there are.
pub(super) fn aside_key<'a>(id: &str, keys: impl Iterator<Item = &'a str>) -> String {
    let prefix = format!("{ASIDE}{id}/");
    let numbers = keys.filter_map(|key| key.strip_prefix(&prefix)?.parse::<u32>().ok());
    format!("{prefix}{}", numbers.max().map_or(1, |last| u64::from(last) + 1))
}

/// Sorts stored texts into drafts and what is no draft. Keys of other programs are left out.
pub(super) fn list(
    texts: impl IntoIterator<Item = (String, String)>,
    read: fn(&str, &str) -> Result<Record, Unfit>,
) -> Listed {
    let mut listed = Listed::default();
    for (key, text) in texts {
        if let Some(id) = draft_id(&key) {
            match read(id, &text) {
                Ok(record) => listed.records.push(record),
                Err(unfit) => listed.unreadable.push(Unreadable { key, text, why: unfit.why }),
            }
        } else if let Some(id) = aside_id(&key) {
            let why = match read(id, &text) {
                Ok(_) => "同一份草稿存有两份不同的内容，这是没有采用的一份。".to_owned(),
                Err(unfit) => unfit.why,
            };
            listed.unreadable.push(Unreadable { key, text, why });
        }
    }
    stable_sort_by(&mut listed.records, |a, b| (Reverse(&a.time), &a.id).cmp(&(Reverse(&b.time), &b.id)));
    stable_sort_by(&mut listed.unreadable, |a, b| a.key.cmp(&b.key));
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"nianbao": 1, "year": 2020}"#;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let (time, json) = ("2021-01-20T08:00:00Z".to_owned(), JSON.to_owned());
        let record = Record { id: "a/b".to_owned(), revision: 12, time, json };
        assert_eq!(Record::parse("a/b", &record.to_value()), Ok(record));
    }

    #[test]
    fn what_no_program_of_ours_wrote_is_no_record() {
        for text in ["", "1", "1\n", "1\n2021", "\n\n", "0\n\n", "01\n\n", "+1\n\n", "一\n\n", "9007199254740992\n\n"]
        {
            assert!(Record::parse("a", &format!("{text}{JSON}")).is_err(), "{text}");
        }
        assert!(Record::parse("a", &format!("9007199254740991\n\n{JSON}")).is_ok());
    }

    #[test]
    fn a_sentence_says_why() {
        let why = |json: &str| Record::parse("a", &format!("1\n\n{json}")).expect_err("unreadable");
        assert!(why(r#"{"nianbao": 2, "year": 2020}"#).contains("更新的版本"));
        assert!(why(r#"{"nianbao": 1, "ye"#).contains("不完整"));
        assert!(why(r#"{"nianbao": 1, "year": 1}"#).contains("“year”"));
        assert!(why("[]").contains("已损坏"));
    }

    #[test]
    fn keys_of_what_is_set_aside_are_numbered_by_id() {
        let keys = ["nianbao/aside/a/1", "nianbao/aside/a/7", "nianbao/aside/a/b/9", "nianbao/aside/a/x", "a/20"];
        assert_eq!(aside_key("a", keys.into_iter()), "nianbao/aside/a/8");
        assert_eq!(aside_key("a/b", keys.into_iter()), "nianbao/aside/a/b/10");
        assert_eq!(aside_key("", keys.into_iter()), "nianbao/aside//1");
        assert_eq!(aside_id("nianbao/aside/a/b/9"), Some("a/b"));
    }

    #[test]
    fn what_was_set_aside_is_saved_without_its_head() {
        let aside = |text: &str| Unreadable { key: String::new(), text: text.to_owned(), why: String::new() };
        assert_eq!(aside("3\n2021\n{}").json(), "{}");
        assert_eq!(aside("{}").json(), "{}");
    }
}
