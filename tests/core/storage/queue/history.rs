//! What happens in a history: by chance, each kind of trouble by itself more than the others.

use nianbao::storage::Event;

use super::super::model::{Browser, Random};
use super::world::{Died, World};

/// What goes wrong often in a history; all of it does now and then.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    Local,
    Mirror,
    Deaths,
    Windows,
}

impl World {
    /// A world of which the seed decides.
    pub fn new(seed: u64) -> Self {
        let trouble = [Trouble::Local, Trouble::Mirror, Trouble::Deaths, Trouble::Windows];
        Self::with(Random::new(seed), trouble[usize::try_from(seed / 2 % 4).expect("small")])
    }

    /// One thing that happens in a window.
    pub fn step(&mut self, at: usize) -> Result<(), Died> {
        if self.windows[at].is_none() {
            self.start(at);
            return Ok(());
        }
        if self.window(at).starting.is_some() {
            return self.apply_repairs(at);
        }
        match self.random.below(20) {
            0..=6 => self.edit(at),
            7..=11 => self.note(at, Event::Due),
            12 | 13 => self.open(at),
            14 => self.look_elsewhere(at),
            15 | 16 => self.take_over(at),
            17 => match self.window(at).open.clone() {
                Some((id, _)) if self.random.once_in(2) => self.note(at, Event::Slow { id }),
                Some((_, text)) if self.window(at).queue.is_stopped() => self.open_new(at, Some(text)),
                Some(_) | None => Ok(()),
            },
            18 => {
                self.note(at, Event::Due)?;
                self.window(at).open = None;
                self.note(at, Event::Closed)
            }
            _ if self.random.once_in(3) => self.delete(at),
            _ => Ok(()),
        }
    }

    /// One thing that happens to the stores, or to all.
    pub fn turn(&mut self) {
        let Browser { local, mirror, .. } = &mut self.browser;
        let what = match self.trouble {
            Trouble::Local => self.random.below(10),
            Trouble::Mirror => 4 + self.random.below(8),
            Trouble::Deaths => 6 + self.random.below(8),
            Trouble::Windows => self.random.below(14),
        };
        match what {
            0..=2 => local.full.set(!local.full.get()),
            3 => local.denied.set(!local.denied.get()),
            4 => mirror.full = !mirror.full,
            5 => mirror.denied = !mirror.denied,
            6 | 7 => local.commit(),
            8 => {
                (mirror.full, mirror.denied) = (false, false);
                local.full.set(false);
                local.denied.set(false);
            }
            9 | 12 | 13 => self.die(usize::from(what == 13)),
            _ => self.browser_dies(),
        }
    }

    pub fn browser_dies(&mut self) {
        self.die(0);
        self.die(1);
        self.browser.die();
    }

    /// A history: two windows, so many steps, deaths and failures among them.
    pub fn live(&mut self, steps: usize) {
        // The first window is in use for most of the time, as a rule.
        let second = if self.trouble == Trouble::Windows { 6 } else { 9 };
        for _ in 0..steps {
            match self.random.below(10) {
                0 => self.turn(),
                1..=3 => {
                    if let Err((at, Died)) = self.answer() {
                        self.die(at);
                    }
                }
                n => {
                    let at = usize::from(n >= second);
                    if self.step(at).is_err() {
                        self.die(at);
                    }
                }
            }
            self.check_words(0);
            self.check_words(1);
        }
    }
}
