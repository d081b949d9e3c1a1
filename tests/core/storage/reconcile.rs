//! The store and its mirror, whatever becomes of either.

use std::collections::BTreeMap;

use nianbao::storage::{
    Action, Listed, Memory, Reconciled, Record, Shelf, Storage, Stored, alone_key, read, reconcile,
};
use proptest::prelude::*;

use super::{MORNING, NOON, damaged, ids, memory_pairs, save, stored, value};
use crate::drafts::{CITY, FULL, SEED};

/// A store and its mirror, both in memory.
#[derive(Default)]
struct Sides {
    local: Memory,
    mirror: Memory,
}

impl Sides {
    fn of(local: &[(&str, String)], mirror: &[(&str, String)]) -> Self {
        let sides = Self::default();
        for (memory, texts) in [(&sides.local, local), (&sides.mirror, mirror)] {
            for (key, text) in texts {
                memory.set(key, text).expect("set");
            }
        }
        sides
    }

    fn reconciled(&self) -> Reconciled {
        reconcile(Some(&memory_pairs(&self.local)), Some(&memory_pairs(&self.mirror)), read)
    }

    /// Does the first so many of the actions; those of a repair end at the first that fails.
    fn apply(&self, reconciled: &Reconciled, most: usize) {
        let mut left = most;
        for repair in &reconciled.repairs {
            for action in &repair.actions {
                if left == 0 {
                    return;
                }
                left -= 1;
                let written = match action {
                    Action::WriteLocal { key, value, over } => self.local.replace(key, over.as_deref(), value),
                    Action::WriteMirror { key, value, over } => self.mirror.replace(key, over.as_deref(), value),
                    Action::RemoveLocal { key } => self.local.remove(key).map(|()| true),
                    Action::RemoveMirror { key } => self.mirror.remove(key).map(|()| true),
                };
                if written != Ok(true) {
                    break;
                }
            }
        }
    }

    fn texts(&self) -> Vec<String> {
        let both = [memory_pairs(&self.local), memory_pairs(&self.mirror)];
        both.into_iter().flatten().filter(|(key, _)| !key.starts_with("nianbao/alone/")).map(|(_, text)| text).collect()
    }

    /// That each of these texts is still there, or was an earlier state of a draft that is there.
    #[track_caller]
    fn keep(&self, before: &[String]) {
        let after = self.texts();
        for text in before.iter().filter(|text| !after.contains(text)) {
            let lost = Record::parse("a", text).unwrap_or_else(|why| panic!("lost: {why}\n{text}"));
            let is_later = |other: &String| {
                Record::parse("a", other).is_ok_and(|other| {
                    other.revision > lost.revision || other.revision == lost.revision && other.json == lost.json
                })
            };
            assert!(after.iter().any(is_later), "lost: {text}");
        }
    }

    /// That both sides come to hold the same, with nothing lost, wherever the work is broken off.
    #[track_caller]
    fn come_together(local: &[(&str, String)], mirror: &[(&str, String)]) -> (Self, Listed) {
        let before = Self::of(local, mirror).texts();
        let actions = Self::of(local, mirror).reconciled().repairs.iter().map(|repair| repair.actions.len()).sum();
        for most in 0..=actions {
            let sides = Self::of(local, mirror);
            sides.apply(&sides.reconciled(), most);
            sides.keep(&before);
            sides.apply(&sides.reconciled(), usize::MAX);
            sides.keep(&before);
            assert_eq!(sides.reconciled().repairs, [], "broken off after {most}");
        }
        // A full store takes nothing: the other side goes on, and nothing is lost.
        let full = Self::of(local, mirror);
        full.local.limit(Some(full.local.units()));
        full.apply(&full.reconciled(), usize::MAX);
        full.keep(&before);

        let sides = Self::of(local, mirror);
        let reconciled = sides.reconciled();
        sides.apply(&reconciled, usize::MAX);
        assert_eq!(memory_pairs(&sides.local), memory_pairs(&sides.mirror));
        assert_eq!(Shelf::new(&sides.local).records(), Ok(reconciled.listed.clone()));
        (sides, reconciled.listed)
    }
}

const A: &str = "nianbao/draft/a";

#[test]
fn a_wiped_store_comes_back_from_its_mirror_and_the_reverse() {
    let full = [(A, value(3, SEED)), ("nianbao/draft/b", value(1, CITY)), ("nianbao/aside/b/4", "x".to_owned())];
    for (local, mirror) in [(full.as_slice(), [].as_slice()), (&[], &full)] {
        let (_, listed) = Sides::come_together(local, mirror);
        assert_eq!((ids(&listed), listed.unreadable.len()), (vec!["a", "b"], 1));
    }
}

#[test]
fn a_side_out_of_reach_changes_nothing_on_the_other() {
    let pairs = [(A.to_owned(), value(3, SEED))];
    for reconciled in [reconcile(Some(&pairs), None, read), reconcile(None, Some(&pairs), read)] {
        assert!(reconciled.repairs.is_empty());
        assert_eq!(ids(&reconciled.listed), ["a"]);
    }
    assert_eq!(reconcile(None, None, read), Reconciled::default());
}

#[test]
fn the_higher_revision_stays_whatever_the_clock_said() {
    let (old, new) = (format!("9\n{NOON}\n{SEED}"), format!("10\n{MORNING}\n{CITY}"));
    for (local, mirror) in [(&old, &new), (&new, &old)] {
        let (sides, listed) = Sides::come_together(&[(A, local.clone())], &[(A, mirror.clone())]);
        assert_eq!(memory_pairs(&sides.local), [(A.to_owned(), new.clone())]);
        assert_eq!(ids(&listed), ["a"]);
    }
}

#[test]
fn of_two_texts_of_one_revision_both_are_kept() {
    let (sides, listed) = Sides::come_together(&[(A, value(3, SEED))], &[(A, value(3, CITY))]);
    assert_eq!(sides.local.get(A), Ok(Some(value(3, SEED))));
    assert_eq!(sides.local.get("nianbao/aside/a/1"), Ok(Some(value(3, CITY))));
    assert!(listed.unreadable.iter().all(|u| u.why.contains("没有采用")), "{listed:?}");
    assert_eq!(listed.unreadable.len(), 1);
}

#[test]
fn one_revision_written_at_two_times_is_one_text() {
    let (_, listed) = Sides::come_together(&[(A, value(3, SEED))], &[(A, format!("3\n{NOON}\n{SEED}"))]);
    assert_eq!((listed.records.len(), listed.unreadable.len()), (1, 0));
}

#[test]
fn what_a_newer_version_wrote_last_stays() {
    let newer = |revision| value(revision, &CITY.replace("\"nianbao\": 1", "\"nianbao\": 2"));
    let (sides, listed) = Sides::come_together(&[(A, value(3, SEED))], &[(A, newer(4))]);
    assert_eq!(sides.local.get(A), Ok(Some(newer(4))));
    assert_eq!((listed.records.len(), listed.unreadable.len()), (0, 2));
    let (sides, _) = Sides::come_together(&[(A, newer(4))], &[(A, value(5, SEED))]);
    assert_eq!(sides.local.get(A), Ok(Some(value(5, SEED))));
    assert_eq!(sides.local.get("nianbao/aside/a/1"), Ok(Some(newer(4))));
}

#[test]
fn what_was_written_while_the_other_store_could_not_be_seen_is_no_later_state_of_it() {
    let note = format!("3\n{MORNING}");
    let alone = || (alone_key("a"), note.clone());
    // From the third on, localStorage went on by itself; the mirror had the fifth all the while.
    for (local, mirror, aside) in [(4, 5, Some(SEED)), (9, 5, Some(CITY)), (9, 3, None), (9, 2, None)] {
        let (note_key, note) = alone();
        let (sides, _) =
            Sides::come_together(&[(A, value(local, SEED)), (&note_key, note)], &[(A, value(mirror, CITY))]);
        let kept = sides.local.get("nianbao/aside/a/1").expect("a text");
        let is_aside = aside.is_some_and(|json| kept.as_ref().is_some_and(|kept| kept.ends_with(json)));
        assert_eq!((is_aside, kept.is_some()), (aside.is_some(), aside.is_some()), "{local} {mirror}");
        assert_eq!((sides.local.get(&note_key), sides.mirror.get(&note_key)), (Ok(None), Ok(None)));
    }
    // The same the other way round, and a third that is not the third that was read.
    let (note_key, note) = alone();
    let (sides, _) = Sides::come_together(&[(A, value(5, SEED))], &[(A, value(4, CITY)), (&note_key, note)]);
    assert!(sides.local.get("nianbao/aside/a/1").is_ok_and(|kept| kept.is_some_and(|kept| kept.ends_with(CITY))));
    let (note_key, note) = alone();
    let other_third = format!("3\n{NOON}\n{CITY}");
    let (sides, _) = Sides::come_together(&[(A, value(9, SEED)), (&note_key, note)], &[(A, other_third.clone())]);
    assert_eq!(sides.local.get("nianbao/aside/a/1"), Ok(Some(other_third)));
}

#[test]
fn two_damaged_copies_are_both_kept() {
    let (sides, listed) = Sides::come_together(&[(A, "x".to_owned())], &[(A, "y".to_owned())]);
    assert_eq!(sides.mirror.get(A), Ok(Some("x".to_owned())));
    assert_eq!(listed.unreadable.len(), 2);
}

#[test]
fn texts_set_aside_under_one_number_are_both_kept() {
    let key = "nianbao/aside/a/1";
    let (sides, listed) = Sides::come_together(&[(key, "x".to_owned())], &[(key, "y".to_owned())]);
    assert_eq!(sides.local.get("nianbao/aside/a/2"), Ok(Some("y".to_owned())));
    assert_eq!(listed.unreadable.len(), 2);
}

#[test]
fn a_tab_that_was_quicker_is_not_overwritten() {
    let sides = Sides::of(&[(A, value(3, SEED))], &[(A, value(4, CITY))]);
    let reconciled = sides.reconciled();
    let tab = Shelf::new(&sides.local);
    assert_eq!(save(&tab, "a", FULL, NOON, Some(3)), Ok(4));
    sides.apply(&reconciled, usize::MAX);
    assert_eq!(save(&tab, "a", SEED, NOON, Some(4)), Ok(5));
}

#[test]
fn every_prefix_on_one_side_comes_back_from_the_other() {
    let whole = value(7, SEED);
    let stays = Stored::Record(Record::parse("a", &whole).expect("a record"));
    for (at, _) in whole.char_indices() {
        let damaged = whole[..at].to_owned();
        let is_whole = Record::parse("a", &damaged).is_ok(); // only the last newline is missing
        for (local, mirror) in [(&damaged, &whole), (&whole, &damaged)] {
            let sides = Sides::of(&[(A, local.clone())], &[(A, mirror.clone())]);
            sides.apply(&sides.reconciled(), usize::MAX);
            sides.keep(&[damaged.clone(), whole.clone()]);
            assert!(is_whole || Shelf::new(&sides.local).open("a").as_ref() == Ok(&stays), "at {at}");
        }
    }
}

fn side() -> impl Strategy<Value = BTreeMap<&'static str, String>> {
    let key = prop::sample::select(vec![A, A, A, "nianbao/draft/b", "nianbao/aside/a/1", "nianbao/aside/a/2", "other"]);
    let text = prop_oneof![stored(), damaged(), damaged(), Just(String::new())];
    prop::collection::btree_map(key, text, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_loses_a_copy_that_can_be_read(local in side(), mirror in side()) {
        let texts = |side: BTreeMap<&'static str, String>| side.into_iter().filter(|(key, _)| *key != "other").collect::<Vec<_>>();
        let (local, mirror) = (texts(local), texts(mirror));
        let readable = |key: &str, text: &str| key == A && Record::parse("a", text).is_ok();
        let was_readable = local.iter().chain(&mirror).any(|(key, text)| readable(key, text));
        let (sides, listed) = Sides::come_together(&local, &mirror);
        let newer = sides.local.get(A).ok().flatten().is_some_and(|text| Record::parse("a", &text).is_err_and(|why| why.contains("更新的版本")));
        prop_assert_eq!(ids(&listed).contains(&"a"), was_readable && !newer);
    }
}
