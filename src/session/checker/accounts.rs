//! The accounts of the text's numbers: drawn up when the first screen asks, and once a check.

use std::rc::Rc;

use super::super::Session;
use crate::facts::Case;
use crate::rules::Account;

impl Session {
    /// Every number of the text with what it was held against, drawn up once a check however many ask; watches the
    /// checks of the text.
    pub fn accounts(self, of: fn(&Case) -> Vec<Account>) -> Rc<[Account]> {
        let checked = self.0.checker.checked.get();
        if self.0.checker.accounted.with(|(at, _)| *at != checked) {
            // Of a long text they are not drawn up: no page shows so many numbers.
            let is_long = self.is_text_long();
            let accounts = if is_long { None } else { self.look_at_case(of) }.unwrap_or_default();
            self.0.checker.accounted.update(|accounted| *accounted = (checked, accounts.into()));
        }
        self.0.checker.accounted.with(|(_, accounts)| Rc::clone(accounts))
    }
}
