//! Counts the bytes that a thread asks for: at most at one time, and in all.

// To count them is to be an allocator, and to be one is unsafe: each call is passed on as it came.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The bytes that were asked for while something was done.
#[derive(Clone, Copy, Debug)]
pub struct Allocated {
    /// At most at one time.
    pub peak: usize,
    /// In all, those given back too.
    pub total: usize,
}

/// Does something, and says what it asked for on this thread.
pub fn measure<T>(work: impl FnOnce() -> T) -> (T, Allocated) {
    let (before, total) = (LIVE.get(), TOTAL.get());
    PEAK.set(before);
    let made = work();
    let peak = usize::try_from(PEAK.get() - before).unwrap_or(0);
    (made, Allocated { peak, total: TOTAL.get() - total })
}

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
    static TOTAL: Cell<usize> = const { Cell::new(0) };
}

#[global_allocator]
static COUNTING: Counting = Counting;

struct Counting;

impl Counting {
    fn count(asked: usize, returned: usize) {
        // A thread that ends has no counters any more, and nobody asks.
        let _ = LIVE.try_with(|live| {
            live.set(live.get() + asked.cast_signed() - returned.cast_signed());
            PEAK.with(|peak| peak.set(peak.get().max(live.get())));
            TOTAL.with(|total| total.set(total.get().wrapping_add(asked)));
        });
    }
}

// SAFETY: every call goes to the system's allocator with the very same arguments.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        Self::count(0, layout.size());
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Self::count(size, layout.size());
        unsafe { System.realloc(at, layout, size) }
    }
}
