//! The save queue in a small browser, through whatever may happen: nothing that was called saved is lost, nothing newer is
//! overwritten, and 已保存 is true at every step.

mod calm;
mod checks;
mod history;
mod scenes;
mod world;

use world::World;

#[test]
fn nothing_called_saved_is_lost_whatever_happens() {
    let half = |half: u64| {
        move || {
            for seed in (half..100_000).step_by(2) {
                let history = std::panic::catch_unwind(|| World::new(seed).live(60));
                assert!(history.is_ok(), "the history of seed {seed}");
            }
        }
    };
    let halves = [0, 1].map(|n| std::thread::spawn(half(n)));
    for half in halves {
        half.join().expect("every history");
    }
}
