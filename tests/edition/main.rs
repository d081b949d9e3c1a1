//! A made-up edition goes through all that holds of every edition, with no line outside its file that names it.
//!
//! It is a program of its own, because an edition is added before the first use of any: so every test asks for the
//! editions first.

#[path = "../core/editions/mod.rs"]
mod editions;
mod made_up;
mod national_2026;
#[path = "../core/silence.rs"]
mod silence;
#[path = "../core/slips.rs"]
mod slips;

use std::sync::Once;

use nianbao::form::{Form, register};

/// Where the reports stand, one without fault for each edition among them.
const REPORTS: &[&str] = &["tests/core/reports", "tests/edition/reports"];

/// The editions of the form, the made-up one among them.
fn forms() -> &'static [Form] {
    static ADDED: Once = Once::new();
    ADDED.call_once(|| assert!(register(&[national_2026::form]), "a test used an edition before it asked for all"));
    nianbao::form::forms()
}
