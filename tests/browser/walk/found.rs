//! What a walk has found: each fault once, with the windows and states in which it stands.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;

/// How many lines of a fault are written, and how many states in a line.
const LINES: usize = 12;
const STATES: usize = 4;

/// A fault as `measure.js` gives it.
#[derive(Deserialize)]
pub struct Fault {
    /// What is wrong.
    kind: String,
    /// The element, with the one that holds it.
    element: String,
    /// The words it begins with.
    words: String,
    /// Its name, where it is a field.
    name: String,
    /// By how much.
    numbers: String,
}

impl Fault {
    /// A fault that is no matter of numbers.
    pub fn new(kind: &str, element: &str, numbers: &str) -> Self {
        let [kind, element, numbers] = [kind, element, numbers].map(str::to_owned);
        Self { kind, element, words: String::new(), name: String::new(), numbers }
    }
}

/// In which states the same was measured.
#[derive(Default)]
struct States {
    all: Vec<String>,
    light: bool,
    dark: bool,
}

/// The faults by kind and element, each by its window and numbers.
#[derive(Default)]
pub struct Found(BTreeMap<(String, String), BTreeMap<String, States>>);

impl Found {
    /// Notes a fault: in which window, light or dark, in which state.
    pub fn add(&mut self, fault: Fault, window: &str, dark: bool, state: &str) {
        let Fault { kind, element, words, name, numbers } = fault;
        let name = if name.is_empty() { name } else { format!("[name={name}]") };
        let words = if words.is_empty() { words } else { format!("“{words}”") };
        let is_measured = !window.is_empty();
        let line =
            [window, &words, &name, &numbers].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let states = self.0.entry((kind, element)).or_default().entry(line).or_default();
        if !states.all.iter().any(|known| known == state) {
            states.all.push(state.to_owned());
        }
        states.light |= is_measured && !dark;
        states.dark |= is_measured && dark;
    }

    /// Fails when there is any.
    pub fn assert_none(self) {
        let mut all = String::new();
        for ((kind, element), lines) in &self.0 {
            let _ = write!(all, "\n{element}: {kind}");
            for (line, States { all: states, light, dark }) in lines.iter().take(LINES) {
                let scheme = match (light, dark) {
                    (true, false) => " (light only)",
                    (false, true) => " (dark only)",
                    (true, true) | (false, false) => "",
                };
                let named = states.iter().take(STATES).map(String::as_str).collect::<Vec<_>>().join("; ");
                let _ = write!(all, "\n    {line}{scheme} — {} of the states: {named}", states.len());
            }
            if lines.len() > LINES {
                let _ = write!(all, "\n    and {} more", lines.len() - LINES);
            }
        }
        assert!(self.0.is_empty(), "{} faults:{all}\n", self.0.len());
    }
}
