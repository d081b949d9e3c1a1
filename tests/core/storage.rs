//! Drafts kept and found again, whatever becomes of the store.

mod model;
mod queue;
mod reconcile;

use nianbao::storage::{
    BROWSER_LIMIT, Failed, Listed, LocalWrite, Memory, NotSaved, Record, Shelf, Storage, Stored, draft_key, read,
    reconcile,
};
use proptest::prelude::*;

use crate::drafts::{CITY, FULL, SEED, open};

const MORNING: &str = "2018-03-05T08:00:00Z";
const NOON: &str = "2018-03-05T12:00:00Z";

fn ids(listed: &Listed) -> Vec<&str> {
    listed.records.iter().map(|record| record.id.as_str()).collect()
}

fn value(revision: u64, json: &str) -> String {
    format!("{revision}\n{MORNING}\n{json}")
}

/// Saves a draft in place of the revision that is known.
fn save<S: Storage>(shelf: &Shelf<S>, id: &str, json: &str, time: &str, known: Option<u64>) -> Result<u64, NotSaved> {
    shelf.save(&LocalWrite { id: id.to_owned(), known, ..LocalWrite::default() }, json, time)
}

/// A draft of so many characters.
fn long(characters: usize) -> String {
    open(&format!(r#"{{"nianbao": 1, "year": 2020, "opening": ["{}"]}}"#, "年".repeat(characters))).to_json()
}

#[test]
fn a_draft_is_saved_and_found_again() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    assert_eq!(save(&shelf, "seed", SEED, MORNING, None), Ok(1));
    assert_eq!(save(&shelf, "seed", CITY, NOON, Some(1)), Ok(2));
    assert_eq!(save(&shelf, "seed", SEED, NOON, Some(2)), Ok(3));
    assert_eq!(memory.get("nianbao/draft/seed"), Ok(Some(format!("3\n{NOON}\n{SEED}"))));

    let again = Shelf::new(&memory);
    let record = Record { id: "seed".to_owned(), revision: 3, time: NOON.to_owned(), json: SEED.to_owned() };
    assert_eq!(again.open("seed"), Ok(Stored::Record(record.clone())));
    assert_eq!(again.records(), Ok(Listed { records: vec![record], unreadable: Vec::new() }));
    assert_eq!(save(&again, "seed", CITY, NOON, Some(3)), Ok(4));
    assert_eq!(again.open("other"), Ok(Stored::Nothing));
}

#[test]
fn several_drafts_are_listed_the_last_one_first() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    for (id, json, time) in [("a", SEED, MORNING), ("b", CITY, NOON), ("c", FULL, MORNING), ("年/报", SEED, NOON)] {
        assert_eq!(save(&shelf, id, json, time, None), Ok(1));
    }
    assert_eq!(ids(&shelf.records().expect("a list")), ["b", "年/报", "a", "c"]);
    assert_eq!(shelf.delete("b"), Ok(()));
    assert_eq!(shelf.delete("b"), Ok(()));
    assert_eq!(ids(&shelf.records().expect("a list")), ["年/报", "a", "c"]);
}

#[test]
fn a_full_store_keeps_what_it_had_and_takes_more_when_there_is_room() {
    let memory = Memory::new();
    memory.limit(Some(BROWSER_LIMIT));
    let shelf = Shelf::new(&memory);
    assert_eq!(save(&shelf, "seed", SEED, MORNING, None), Ok(1));
    memory.set("another/key", &"占".repeat(BROWSER_LIMIT - memory.units() - 20)).expect("room");

    let longer = long(10_000);
    assert_eq!(save(&shelf, "seed", &longer, NOON, Some(1)), Err(NotSaved::Full));
    assert_eq!(memory.get("nianbao/draft/seed"), Ok(Some(value(1, SEED))));
    // It is tried again at each save: a smaller text fits, and a larger one does once there is room.
    assert_eq!(save(&shelf, "seed", &long(10), NOON, Some(1)), Ok(2));
    assert_eq!(save(&shelf, "seed", &longer, NOON, Some(2)), Err(NotSaved::Full));
    memory.remove("another/key").expect("removed");
    assert_eq!(save(&shelf, "seed", &longer, NOON, Some(2)), Ok(3));
}

#[test]
fn a_store_that_denies_says_so_each_time_and_what_it_did_not_take_is_found() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    memory.deny(true);
    assert_eq!((shelf.records(), shelf.open("seed")), (Err(Failed::Denied), Err(Failed::Denied)));
    assert_eq!(save(&shelf, "seed", SEED, MORNING, None), Err(NotSaved::Denied));
    assert_eq!(save(&shelf, "seed", CITY, NOON, None), Err(NotSaved::Denied));
    let held = Record { id: "seed".to_owned(), revision: 1, time: NOON.to_owned(), json: CITY.to_owned() };
    assert_eq!(shelf.open("seed"), Ok(Stored::Record(held)));
    assert_eq!((ids(&shelf.records().expect("a list")), shelf.is_beyond("seed")), (vec!["seed"], true));
    assert_eq!(shelf.delete("seed"), Err(Failed::Denied));
    memory.deny(false);
    assert_eq!(save(&shelf, "seed", SEED, MORNING, None), Ok(1));
    assert_eq!((shelf.is_beyond("seed"), shelf.pairs()), (false, Ok(memory_pairs(&memory))));
}

#[test]
fn the_newest_copy_opens_whether_the_store_took_it_or_not() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    assert_eq!(save(&shelf, "seed", SEED, MORNING, None), Ok(1));
    shelf.hold(draft_key("seed"), value(2, CITY));
    let opened = |shelf: &Shelf<&Memory>| match shelf.open("seed") {
        Ok(Stored::Record(record)) => (record.revision, record.json),
        other => panic!("{other:?}"),
    };
    assert_eq!(opened(&shelf), (2, CITY.to_owned()));
    // Another window writes a newer one; and the next text of this one is above both.
    let other = Shelf::new(&memory);
    assert_eq!(save(&other, "seed", FULL, NOON, Some(1)), Ok(2));
    assert_eq!(save(&other, "seed", SEED, NOON, Some(2)), Ok(3));
    assert_eq!(opened(&shelf), (3, SEED.to_owned()));
    let write = LocalWrite { id: "seed".to_owned(), known: Some(3), above: 7, ..LocalWrite::default() };
    assert_eq!(shelf.save(&write, CITY, NOON), Ok(8));
    assert_eq!((opened(&shelf).0, shelf.is_beyond("seed")), (8, false));
}

#[test]
fn what_another_tab_wrote_or_deleted_is_not_overwritten() {
    let memory = Memory::new();
    let (one, other) = (Shelf::new(&memory), Shelf::new(&memory));
    assert_eq!(save(&one, "seed", SEED, MORNING, None), Ok(1));
    assert_eq!(save(&other, "seed", CITY, NOON, None), Err(NotSaved::ChangedElsewhere));
    assert_eq!(save(&other, "seed", CITY, NOON, Some(1)), Ok(2));
    // The clock of the other tab is wrong, and that does not matter.
    assert_eq!(save(&one, "seed", SEED, "2099-01-01T00:00:00Z", Some(1)), Err(NotSaved::ChangedElsewhere));
    assert_eq!(memory.get("nianbao/draft/seed"), Ok(Some(format!("2\n{NOON}\n{CITY}"))));
    // Its own last text is no licence for a caller who believes in another revision.
    assert_eq!(save(&other, "seed", SEED, NOON, Some(1)), Err(NotSaved::ChangedElsewhere));
    assert_eq!(save(&other, "seed", SEED, NOON, None), Err(NotSaved::ChangedElsewhere));

    assert_eq!(one.delete("seed"), Ok(()));
    assert_eq!(save(&other, "seed", SEED, NOON, Some(2)), Err(NotSaved::ChangedElsewhere));
    assert_eq!(save(&other, "seed", SEED, NOON, None), Ok(1));
}

#[test]
fn every_prefix_of_a_stored_draft_is_listed_and_kept() {
    let whole = value(7, SEED);
    for (at, _) in whole.char_indices() {
        let memory = Memory::new();
        let shelf = Shelf::new(&memory);
        memory.set("nianbao/draft/seed", &whole[..at]).expect("set");
        save(&shelf, "full", FULL, NOON, None).expect("saved");
        let listed = shelf.records().expect("a list");
        if listed.records.len() == 2 {
            assert_eq!(&whole[at..], "\n", "only the last newline can be missed");
            continue;
        }
        assert_eq!(ids(&listed), ["full"]);
        let [unreadable] = listed.unreadable.as_slice() else { panic!("{listed:?}") };
        assert_eq!((unreadable.key.as_str(), unreadable.text.as_str()), ("nianbao/draft/seed", &whole[..at]));
        assert!(unreadable.why.ends_with('。'), "{}", unreadable.why);
        assert!(matches!(shelf.open("seed"), Ok(Stored::Unreadable(_))));

        // A draft saved in its place goes on above its revision, and the damaged text stands aside.
        let known = if at % 2 == 0 { None } else { Some(7) };
        let revision = save(&shelf, "seed", FULL, NOON, known).expect("saved");
        let head = "7\n2018-03-05T08:00:00Z\n".len();
        assert_eq!(revision, if known.is_none() && at < head { 1 } else { 8 }, "at {at}");
        assert_eq!(memory.get("nianbao/aside/seed/1"), Ok(Some(whole[..at].to_owned())));
    }
}

#[test]
fn a_damaged_text_is_not_overwritten_while_it_cannot_be_set_aside() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    let damaged = &value(7, SEED)[..3000];
    memory.set("nianbao/draft/seed", damaged).expect("set");
    memory.limit(Some(memory.units() + 100));
    assert_eq!(save(&shelf, "seed", &long(1), NOON, Some(7)), Err(NotSaved::Full));
    assert_eq!(memory.get("nianbao/draft/seed"), Ok(Some(damaged.to_owned())));

    // Room for the one and not for the other: set aside once, however often it is tried.
    memory.limit(Some(memory.units() * 2 + 100));
    for _ in 0..3 {
        assert_eq!(save(&shelf, "seed", &long(9000), NOON, Some(7)), Err(NotSaved::Full));
        assert_eq!(memory.keys(), Ok(vec!["nianbao/aside/seed/1".to_owned(), "nianbao/draft/seed".to_owned()]));
    }
    assert_eq!(save(&shelf, "seed", &long(1), NOON, Some(7)), Ok(8));
    assert_eq!(memory.get("nianbao/aside/seed/1"), Ok(Some(damaged.to_owned())));
}

#[test]
fn what_was_set_aside_stays_until_it_is_forgotten() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    for (n, damaged) in ["", "x", "1\n\n{"].into_iter().enumerate() {
        memory.set("nianbao/draft/seed", damaged).expect("set");
        save(&shelf, "seed", SEED, NOON, None).expect("saved");
        assert_eq!(memory.get(&format!("nianbao/aside/seed/{}", n + 1)), Ok(Some(damaged.to_owned())));
    }
    assert_eq!(shelf.records().map(|listed| listed.unreadable.len()), Ok(3));
    assert_eq!(shelf.forget("nianbao/aside/seed/2"), Ok(()));
    let keys: Vec<String> = shelf.records().expect("a list").unreadable.into_iter().map(|u| u.key).collect();
    assert_eq!(keys, ["nianbao/aside/seed/1", "nianbao/aside/seed/3"]);
}

#[test]
fn a_newer_versions_draft_is_listed_as_such_and_never_overwritten() {
    let memory = Memory::new();
    let shelf = Shelf::new(&memory);
    let newer = value(5, &SEED.replace("\"nianbao\": 1", "\"nianbao\": 2"));
    memory.set("nianbao/draft/seed", &newer).expect("set");
    let listed = shelf.records().expect("a list");
    assert!(listed.records.is_empty());
    assert!(listed.unreadable.iter().all(|u| u.why.contains("更新的版本") && u.json().starts_with('{')), "{listed:?}");
    for known in [None, Some(4), Some(5)] {
        assert_eq!(save(&shelf, "seed", CITY, NOON, known), Err(NotSaved::ChangedElsewhere));
    }
    assert_eq!(shelf.pairs(), Ok(vec![("nianbao/draft/seed".to_owned(), newer)]));
}

#[test]
fn keys_of_other_programs_are_left_alone() {
    let memory = Memory::new();
    let others =
        [("nianbao", "1"), ("nianbao/look", "dark"), ("draft/seed", "x"), ("", ""), ("nianbao/drafts/a", "[]")];
    for (key, text) in others {
        memory.set(key, text).expect("set");
    }
    let shelf = Shelf::new(&memory);
    save(&shelf, "seed", SEED, NOON, None).expect("saved");
    assert_eq!(ids(&shelf.records().expect("a list")), ["seed"]);
    assert!(shelf.records().expect("a list").unreadable.is_empty());
    let sides = memory_pairs(&memory);
    let reconciled = reconcile(Some(&sides), Some(&[]), read);
    assert_eq!(reconciled.repairs.len(), 1);
    assert_eq!(ids(&reconciled.listed), ["seed"]);
    for (key, text) in others {
        assert_eq!(shelf.forget(key), Ok(()));
        assert_eq!(memory.get(key), Ok(Some(text.to_owned())));
    }
}

fn memory_pairs(memory: &Memory) -> Vec<(String, String)> {
    let keys = memory.keys().expect("keys");
    keys.into_iter().map(|key| (key.clone(), memory.get(&key).expect("a text").unwrap_or_default())).collect()
}

/// A stored draft.
fn stored() -> impl Strategy<Value = String> {
    let json = prop::sample::select(vec![SEED, CITY, FULL]);
    (8_u64..13, json).prop_map(|(revision, json)| value(revision, json))
}

/// A stored draft, cut off or changed in one character.
fn damaged() -> impl Strategy<Value = String> {
    let character = prop_oneof![any::<char>(), prop::sample::select(vec!['0', '9', '"', '{', '\n', '\u{feff}', '年'])];
    (stored(), any::<prop::sample::Index>(), character, 0_u8..4).prop_map(|(text, at, with, how)| {
        let mut characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        match how {
            0 => characters.truncate(at),
            1 => characters[at] = with,
            2 => characters.insert(at, with),
            _ => drop(characters.remove(at)),
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_damage_of_the_store_is_overwritten_by_saving(damaged in damaged(), known in prop::option::of(8_u64..13)) {
        let memory = Memory::new();
        memory.set(&draft_key("a"), &damaged).expect("set");
        let shelf = Shelf::new(&memory);
        let readable = Record::parse("a", &damaged).ok();
        match save(&shelf, "a", FULL, NOON, known) {
            Ok(revision) => {
                prop_assert!(known.is_none_or(|known| revision == known + 1));
                let kept = memory.get("nianbao/aside/a/1").expect("a text");
                prop_assert!(readable.map(|record| record.revision) == known && known.is_some() || kept == Some(damaged));
            }
            Err(not_saved) => {
                prop_assert_eq!(not_saved, NotSaved::ChangedElsewhere);
                prop_assert_eq!(memory.get(&draft_key("a")), Ok(Some(damaged)));
            }
        }
    }
}
