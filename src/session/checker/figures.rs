//! When the rules over figures run: after an act at once, after a key when its frame is painted.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};

use super::super::Session;
use crate::rules::When;

impl Session {
    /// Runs the rules over figures after the frame that shows what was typed: no key waits for them, and their marks stand in the next.
    pub(in crate::session) fn check_figures_soon(self) {
        if !self.0.checker.due.update(|due| std::mem::replace(due, true)) {
            request_animation_frame(move || set_timeout(move || self.check_figures_if_due(), Duration::ZERO));
        }
    }

    /// Runs the rules over figures, if something was typed since they ran.
    pub(in crate::session) fn check_figures_if_due(self) {
        if self.0.checker.due.with(|due| *due) {
            self.check_figures();
        }
    }

    /// Runs the rules over figures, now.
    pub(in crate::session) fn check_figures(self) {
        self.0.checker.due.set(false);
        if let Some(rules) = self.rules() {
            (rules.run)(self, rules.check, When::EveryEdit);
        }
    }
}
