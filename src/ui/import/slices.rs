//! Drawing a slice a frame, so that the page answers between them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::dom::next_frame;

/// Draws so many things one after the other, so many of them in each frame, from the next one on.
pub fn in_slices<F>(count: usize, slice: usize, draw: F) -> AnyView
where
    F: Fn(usize) -> AnyView + Send + Sync + 'static,
{
    let draw = Arc::new(draw);
    let drawn = RwSignal::new(0);
    go_on(drawn, count, slice);
    view! { <For each=move || 0..drawn.get() key=|n| *n let:n>{draw(n)}</For> }.into_any()
}

fn go_on(drawn: RwSignal<usize>, count: usize, slice: usize) {
    next_frame(move || {
        // Who has left the screen needs no more of it.
        let Some(now) = drawn.try_get_untracked().filter(|now| *now < count) else { return };
        drawn.set((now + slice).min(count));
        go_on(drawn, count, slice);
    });
}
