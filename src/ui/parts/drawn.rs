//! Icons and marks as views, for the screens that are fetched late.

use leptos::prelude::*;

use super::icon::{Icon, mark_paths};
use crate::rules::Severity;

/// Draws an icon; it is decoration, the words stand beside it or in a label.
pub fn icon_view(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}

/// The mark of a weight. A word or a count always stands with it.
#[component]
pub fn SeverityMark(severity: Severity) -> impl IntoView {
    let (class, shape, inside) = mark_paths(severity);
    view! {
        <svg class=class viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path class="shape" d=shape />
            <path class="inside" d=inside />
        </svg>
    }
}
