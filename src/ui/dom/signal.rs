//! Values that closures follow. Plain, for the page has one thread, and with one kind of trigger for all of them: the signals
//! of the library are code of their own for each type, all of it fetched before the first keystroke.

use std::cell::RefCell;

use leptos::prelude::{ArcTrigger, Notify, Track};

/// A value that closures follow.
#[derive(Default)]
pub struct Signal<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

impl<T: PartialEq> Signal<T> {
    /// Holds a value.
    pub fn new(value: T) -> Self {
        Self { value: RefCell::new(value), changed: ArcTrigger::new() }
    }

    /// Follows it.
    pub fn track(&self) {
        self.changed.track();
    }

    /// Reads it, and follows it.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.look(read)
    }

    /// Reads it without following it.
    pub fn look<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.value.borrow())
    }

    /// Puts another value in its place, and notifies those who follow it if it is another.
    pub fn set(&self, value: T) {
        if *self.value.borrow() != value {
            drop(self.value.replace(value));
            self.changed.notify();
        }
    }
}
