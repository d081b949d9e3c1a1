//! The editions as the program has them: made once, at the first use of any.

use std::sync::OnceLock;

use super::{EDITIONS, Form, FormId, Keys};
use crate::value::LAST_YEAR;

/// What makes an edition: it declares its figures and gives the form.
pub type Edition = fn(&mut Keys) -> Form;

/// All editions with all figures.
pub(super) struct Registered {
    /// The figures of all editions.
    pub keys: Keys,
    /// The editions, newest first.
    pub forms: Vec<Form>,
}

static REGISTERED: OnceLock<Registered> = OnceLock::new();

pub(super) fn registered() -> &'static Registered {
    REGISTERED.get_or_init(|| made(&[]))
}

/// The editions, newest first.
pub fn forms() -> &'static [Form] {
    &registered().forms
}

/// Adds editions to those of the program. It must come before the first use of any: whether it did.
///
/// The program itself never calls it; tests prove with it that an edition is nothing but its own file.
pub fn register(more: &[Edition]) -> bool {
    let mut is_first = false;
    REGISTERED.get_or_init(|| {
        is_first = true;
        made(more)
    });
    is_first
}

fn made(more: &[Edition]) -> Registered {
    let mut keys = Keys::default();
    let mut forms: Vec<Form> = Vec::new();
    for edition in EDITIONS.iter().chain(more) {
        let form = edition(&mut keys);
        let at = forms.iter().position(|other| other.years.0 < form.years.0).unwrap_or(forms.len());
        forms.insert(at, form);
    }
    // An edition is in use until the next one begins.
    let mut last = LAST_YEAR;
    for (index, form) in forms.iter_mut().enumerate() {
        form.id = FormId(u8::try_from(index).unwrap_or(u8::MAX));
        form.years.1 = last;
        last = form.years.0.saturating_sub(1);
    }
    Registered { keys, forms }
}
