//! What the save queue must do, one case after the other.

use nianbao::storage::{Event, Queue, Saved, Storage, Stores};

use super::super::model::Random;
use super::calm::KEY;
use super::history::Trouble;
use super::world::World;

#[test]
fn what_found_no_room_opens_after_a_reload_and_the_next_key_is_above_it() {
    let mut world = World::calm();
    world.answers();
    assert!(world.is_kept(0));
    world.browser.local.full.set(true);
    world.key(0);
    world.answers();
    assert_eq!((world.revisions(), matches!(world.saved(0), Saved::Failed(_))), ([Some(1), Some(2)], true));
    // Nothing of the page is left; localStorage is as full as before.
    let newest = world.text(0);
    world.reopen(0);
    assert_eq!(world.text(0), newest);
    assert!(matches!(world.saved(0), Saved::Failed(_)), "only one store has it");
    // That was tried once more at the opening, and each text has a revision of its own.
    world.answers();
    world.key(0);
    world.answers();
    assert_eq!(world.revisions(), [Some(1), Some(4)]);
    world.browser.local.full.set(false);
    world.key(0);
    world.answers();
    assert_eq!((world.revisions(), world.is_kept(0)), ([Some(5), Some(5)], true));
}

#[test]
fn what_found_no_room_opens_again_before_the_mirror_has_it() {
    let mut world = World::calm();
    world.answers();
    world.browser.local.full.set(true);
    world.key(0);
    let newest = world.text(0);
    world.done(0, |world| world.open_new(0, None));
    world.show(0, "draft 0");
    assert_eq!(world.text(0), newest);
}

#[test]
fn a_draft_is_saved_by_itself_while_others_are_on_their_way() {
    let mut world = World::calm();
    // The first is left while the mirror is still writing it: what the mirror says of it is not said of the second.
    world.done(0, |world| world.open_new(0, None));
    assert!(world.answer().is_ok());
    assert_eq!(world.saved(0), Saved::Pending);
    // And opened again, it has one writer.
    world.show(0, "draft 0");
    world.key(0);
    world.key(0);
    world.answers();
    assert_eq!((world.revisions(), world.is_kept(0)), ([Some(3), Some(3)], true));
}

#[test]
fn without_stores_nothing_is_called_saved_and_with_one_it_is() {
    for (local, mirror) in [(false, false), (true, false), (false, true)] {
        let mut world = World::with(Random::none(), Trouble::Local);
        let mut queue = Queue::default();
        queue.set_stores(Stores { local, mirror });
        world.load(0);
        world.window(0).queue = queue;
        world.browser.mirror.denied = !mirror;
        world.browser.local.denied.set(!local);
        world.done(0, |world| world.open_new(0, None));
        assert_eq!(world.is_kept(0), local);
        world.answers();
        assert_eq!(world.is_kept(0), local || mirror);
        assert_eq!(matches!(world.saved(0), Saved::Failed(_)), !local && !mirror);
    }
}

#[test]
fn a_mirror_that_was_missing_is_there_once_it_answers() {
    let mut world = World::with(Random::none(), Trouble::Local);
    world.browser.mirror.denied = true;
    world.load(0);
    world.done(0, |world| world.open_new(0, None));
    world.answers();
    assert_eq!(world.window(0).queue.stores(), Stores { local: true, mirror: false });
    assert!(world.is_kept(0));
    world.browser.mirror.denied = false;
    world.key(0);
    world.answers();
    assert_eq!(world.window(0).queue.stores(), Stores { local: true, mirror: true });
    assert_eq!((world.revisions(), world.is_kept(0)), ([Some(2), Some(2)], true));
}

#[test]
fn a_failure_lasts_until_the_next_key_that_is_taken() {
    let mut world = World::calm();
    world.answers();
    world.browser.mirror.full = true;
    world.key(0);
    assert_eq!(world.saved(0), Saved::Pending);
    world.answers();
    assert!(matches!(world.saved(0), Saved::Failed(words) if words.contains("只存在一处")));
    world.key(0);
    assert!(matches!(world.saved(0), Saved::Failed(_)));
    world.browser.mirror.full = false;
    world.answers();
    assert!(world.is_kept(0));
    // A mirror that is slow is said to be, and is heard when it comes.
    world.key(0);
    world.done(0, |world| world.note(0, Event::Slow { id: "draft 0".to_owned() }));
    assert!(matches!(world.saved(0), Saved::Failed(words) if words.contains("未能写入磁盘")));
    world.answers();
    assert!(world.is_kept(0));
}

#[test]
fn of_two_windows_the_one_that_was_slower_says_so_and_can_take_over() {
    let mut world = World::calm();
    world.answers();
    world.reopen(1);
    world.answers();
    world.key(1);
    // Nothing was changed here since: what was called saved was. With a change it is not.
    world.done(0, |world| world.look_elsewhere(0));
    assert!(world.window(0).queue.is_stopped() && world.is_kept(0));
    world.done(0, |world| world.edit(0));
    assert_eq!(world.saved(0), Saved::Stopped);
    world.done(0, |world| world.note(0, Event::Due));
    world.answers();
    assert_eq!(world.revisions(), [Some(2), Some(2)]);
    let theirs = world.text(1);
    world.done(0, |world| world.take_over(0));
    assert_eq!((world.text(0), world.window(0).queue.is_stopped()), (theirs, false));
    world.key(0);
    world.answers();
    assert_eq!((world.revisions(), world.is_kept(0)), ([Some(3), Some(3)], true));
}

#[test]
fn what_another_window_has_only_in_the_mirror_is_not_overwritten_and_can_be_taken() {
    let mut world = World::calm();
    world.answers();
    world.reopen(1);
    world.answers();
    world.browser.local.full.set(true);
    world.key(1);
    world.answers();
    world.browser.local.full.set(false);
    // The same revision with another text: the mirror refuses it, and what waits after it is not sent.
    world.key(0);
    world.key(0);
    world.answers();
    assert_eq!((world.saved(0), world.revisions()), (Saved::Stopped, [Some(3), Some(2)]));
    let theirs = world.text(1);
    world.done(0, |world| world.take_over(0));
    assert_eq!(world.text(0), theirs);
    world.answers();
    assert_eq!((world.revisions(), world.is_kept(0)), ([Some(4), Some(4)], true));
}

#[test]
fn a_copy_that_cannot_be_read_or_is_gone_is_not_taken() {
    for stored in [Some("9\nx"), None] {
        let mut world = World::calm();
        world.answers();
        world.browser.promises.clear();
        world.deleted.push("draft 0".to_owned());
        match stored {
            Some(text) => world.browser.local.set(KEY, text).expect("set"),
            None => world.browser.local.remove(KEY).expect("removed"),
        }
        world.done(0, |world| world.look_elsewhere(0));
        let before = world.text(0);
        world.done(0, |world| world.take_over(0));
        assert_eq!((world.text(0), world.window(0).queue.is_stopped()), (before, true));
    }
}

#[test]
fn what_was_saved_before_a_death_is_there_after_work_without_the_mirror() {
    for keys in [1, 9] {
        let mut world = World::calm();
        world.browser.local.commit();
        for _ in 0..3 {
            world.key(0);
        }
        world.answers();
        assert!(world.is_kept(0));
        let saved = world.text(0);
        // The browser dies, and localStorage lost the keys. The mirror cannot be reached.
        world.browser_dies();
        world.browser.mirror.denied = true;
        world.reopen(0);
        assert_eq!(world.revisions()[0], Some(1));
        for _ in 0..keys {
            world.key(0);
        }
        world.answers();
        assert!(world.is_kept(0), "one store is missing, as a bar says");
        let alone = world.text(0);
        world.browser.mirror.denied = false;
        world.load(0);
        let texts = world.browser.mirror.texts.clone();
        assert!(world.browser.holds(&texts, "draft 0", saved) && world.browser.holds(&texts, "draft 0", alone));
    }
}

#[test]
fn what_was_saved_without_local_storage_is_there_when_it_comes_back_with_more() {
    let mut world = World::calm();
    world.key(0);
    world.answers();
    // Two keys that the mirror has not acknowledged when the page dies.
    world.key(0);
    world.key(0);
    world.die(0);
    assert_eq!(world.revisions(), [Some(4), Some(2)]);
    world.browser.local.denied.set(true);
    world.reopen(0);
    world.key(0);
    world.answers();
    assert!(world.is_kept(0), "one store is missing, as a bar says");
    let saved = world.text(0);
    world.browser.local.denied.set(false);
    world.load(0);
    let texts = world.browser.mirror.texts.clone();
    assert!(world.browser.holds(&texts, "draft 0", saved));
    assert!(!texts.iter().any(|(key, _)| key.starts_with("nianbao/alone/")));
}

#[test]
fn a_window_that_did_not_hear_of_the_other_says_so_at_its_next_key() {
    let mut world = World::calm();
    world.answers();
    world.reopen(1);
    world.key(1);
    world.answers();
    let before = world.revisions();
    world.key(0);
    world.answers();
    assert_eq!((world.saved(0), world.revisions()), (Saved::Stopped, before));
}
