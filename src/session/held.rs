//! How the session holds its things: plainly, for the page has one thread, and with one kind of trigger for all of them.
//!
//! A signal of its own for each type would be code of its own for each type, all of it fetched before the first keystroke.

use std::cell::RefCell;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// A thing that nobody watches.
pub(super) struct Held<T>(SendWrapper<RefCell<T>>);

impl<T> Held<T> {
    /// Holds a thing.
    pub fn new(value: T) -> Self {
        Self(SendWrapper::new(RefCell::new(value)))
    }

    /// Looks at it.
    pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.0.borrow())
    }

    /// Changes it. Nothing that is held may be looked at or changed meanwhile by way of the session.
    pub fn update<U>(&self, change: impl FnOnce(&mut T) -> U) -> U {
        change(&mut self.0.borrow_mut())
    }

    /// Puts another in its place.
    pub fn set(&self, value: T) {
        // What was there goes when nothing is borrowed any longer.
        drop(self.0.replace(value));
    }
}

/// A thing that screens watch.
pub(super) struct Watched<T> {
    value: Held<T>,
    trigger: ArcTrigger,
}

impl<T: Clone + PartialEq> Watched<T> {
    /// Holds a thing to be watched.
    pub fn new(value: T) -> Self {
        Self { value: Held::new(value), trigger: ArcTrigger::new() }
    }

    /// Watches it.
    pub fn track(&self) {
        self.trigger.track();
    }

    /// Watches it and gives a copy.
    pub fn get(&self) -> T {
        self.track();
        self.now()
    }

    /// A copy, without watching.
    pub fn now(&self) -> T {
        self.value.with(T::clone)
    }

    /// Looks at it, without watching.
    pub fn look<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        self.value.with(look)
    }

    /// Puts another in its place; who watches is told when it is another.
    pub fn set(&self, value: T) {
        if self.value.with(|before| *before != value) {
            self.value.set(value);
            self.trigger.notify();
        }
    }
}
