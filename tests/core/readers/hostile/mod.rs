//! Files that mean harm, or that a disk or a network spoilt: every one ends in an answer or in a refusal, and asks for no more memory
//! than the worker of the page has. What is counted are bytes that are asked for, not seconds.

mod containers;
mod damage;
mod marked;
mod placed;

use std::panic::{AssertUnwindSafe, catch_unwind};

use nianbao::read::{Input, Question, answer};

use super::TODAY;
use crate::large::allocated::measure;

/// What the worker has.
const MEMORY: usize = 256 << 20;

/// A file that does harm, by a name that tells which.
struct Hostile {
    name: String,
    input: Input,
    bytes: Vec<u8>,
}

impl Hostile {
    fn file(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), input: Input::File, bytes: bytes.into() }
    }
}

/// Reads files as the worker does, one at a time. Says of how many there was an answer.
#[track_caller]
fn survives(files: impl IntoIterator<Item = Hostile>) -> usize {
    let (mut faults, mut answered) = (Vec::new(), 0);
    for Hostile { name, input, bytes } in files {
        let question = Question { input, today: TODAY.to_owned(), last: None, year: None, beside: None };
        let read = || answer(&question, &bytes).map(|answer| serde_json::to_vec(&answer).expect("JSON").len());
        let (outcome, asked) = measure(|| catch_unwind(AssertUnwindSafe(read)));
        if asked.peak > MEMORY {
            faults.push(format!("{name}: {} MB", asked.peak >> 20));
        }
        match outcome {
            Ok(Ok(_)) => answered += 1,
            Ok(Err(refusal)) if is_sentence(&refusal.0) => {}
            Ok(Err(refusal)) => faults.push(format!("{name}: says {:?}", refusal.0)),
            Err(_) => faults.push(format!("{name}: panics")),
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    answered
}

/// Whether a refusal is a sentence for a clerk: Chinese, whole, and short.
fn is_sentence(words: &str) -> bool {
    words.ends_with('。') && words.contains("请") && (10..=120).contains(&words.chars().count())
}

/// Chance that is the same every time (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    /// A number below a limit.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }
}
