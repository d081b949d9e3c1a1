//! Closures that run again when what they read changes.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;

/// Runs a closure now, and again whenever what it reads has changed, while the owner is there.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    // An effect ends when it is dropped; so it is with its owner.
    StoredValue::new_local(effect);
}

/// Takes what a closure gives.
pub(super) type Set = Box<dyn Fn(Option<&str>)>;

/// Hands on what a closure gives, whenever that is something else.
pub(super) fn changes(value: Box<dyn Fn() -> Option<String>>, set: Set) {
    let mut last = None;
    follow_boxed(Box::new(move || {
        let now = value();
        if last.as_ref() != Some(&now) {
            set(now.as_deref());
            last = Some(now);
        }
    }));
}
