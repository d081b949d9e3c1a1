//! Cells and signals of the page: plain, for the page has one thread, and with one kind of trigger for all of them.
//!
//! A leptos signal of each type would be code of its own for each type, all of it fetched before the first keystroke.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// A value that nobody watches.
pub(super) struct PageCell<T>(SendWrapper<RefCell<T>>);

impl<T> PageCell<T> {
    /// A cell with a value.
    pub fn new(value: T) -> Self {
        Self(SendWrapper::new(RefCell::new(value)))
    }

    /// Looks at the value.
    pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.0.borrow())
    }

    /// Changes the value. The cell may not be looked at or changed meanwhile by way of the session.
    pub fn update<U>(&self, change: impl FnOnce(&mut T) -> U) -> U {
        change(&mut self.0.borrow_mut())
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        // What was there goes when nothing is borrowed any longer.
        drop(self.0.replace(value));
    }
}

/// A value that screens watch.
pub(super) struct PageSignal<T> {
    value: PageCell<T>,
    trigger: ArcTrigger,
}

impl<T: Clone + PartialEq> PageSignal<T> {
    /// A signal with a value.
    pub fn new(value: T) -> Self {
        Self { value: PageCell::new(value), trigger: ArcTrigger::new() }
    }

    /// Watches it.
    pub fn track(&self) {
        self.trigger.track();
    }

    /// Watches it and returns a copy of the value.
    pub fn get(&self) -> T {
        self.track();
        self.now()
    }

    /// A copy of the value, without watching.
    pub fn now(&self) -> T {
        self.value.with(T::clone)
    }

    /// Looks at the value, without watching.
    pub fn look<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        self.value.with(look)
    }

    /// Sets the value; whoever watches is notified when it is another.
    pub fn set(&self, value: T) {
        if self.put(value) {
            self.notify();
        }
    }

    /// Sets the value and notifies nobody yet; says whether it is another.
    pub fn put(&self, value: T) -> bool {
        let is_other = self.value.with(|before| *before != value);
        if is_other {
            self.value.set(value);
        }
        is_other
    }

    /// Notifies whoever watches.
    pub fn notify(&self) {
        self.trigger.notify();
    }

    /// Sets the value and notifies whoever watches.
    pub fn renew(&self, value: T) {
        self.value.set(value);
        self.notify();
    }
}

/// Does something once nothing has asked for it for a while. It is waiting until it is cancelled, also by what it does.
pub(super) struct Debounce(PageCell<Option<TimeoutHandle>>);

impl Debounce {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self(PageCell::new(None))
    }

    /// Does this after a rest, in place of what was waiting.
    pub fn after(&self, rest: Duration, act: impl Fn() + 'static) {
        let waiting = set_timeout_with_handle(act, rest).ok();
        if let Some(before) = self.0.update(|before| std::mem::replace(before, waiting)) {
            before.clear();
        }
    }

    /// Whether something is waiting.
    pub fn is_waiting(&self) -> bool {
        self.0.with(Option::is_some)
    }

    /// Does nothing of it.
    pub fn cancel(&self) {
        if let Some(before) = self.0.update(Option::take) {
            before.clear();
        }
    }
}
