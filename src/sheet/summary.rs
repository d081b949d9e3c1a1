//! What the figures of several cells come to.

use super::content::cell_content;
use crate::block::Content;
use crate::draft::{Draft, Place};
use crate::value::{Decimal, rounded};

/// What the figures of several cells come to. Blank cells and words count for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Their sum.
    pub sum: Decimal,
    /// How many figures there are.
    pub count: usize,
    /// How many of them are not 0.
    pub not_zero: usize,
}

impl Summary {
    /// The average with two decimals, without zeros behind them; 0 of nothing.
    pub fn average(&self) -> Decimal {
        let average = self.sum.checked_div(self.count.into()).and_then(|average| rounded(average, 2));
        average.unwrap_or_default().normalize()
    }
}

/// What the figures of these cells come to.
pub fn summary(draft: &Draft, places: &[Place]) -> Summary {
    let mut found = Summary::default();
    for place in places {
        if let Content::Number(number) = cell_content(draft, *place) {
            found.sum = found.sum.saturating_add(number.value);
            found.count += 1;
            found.not_zero += usize::from(!number.value.is_zero());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_words_count_for_nothing() {
        let draft = Draft::from_json(
            r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {"applications.new.natural": 25,
            "applications.new.business": 0, "applications.new.legal": 111}, "unread": {"applications.new.other": "约3"}}"#,
        );
        let draft = draft.unwrap_or_else(|refused| panic!("{refused}")).draft;
        let places: Vec<Place> = ["natural", "business", "research", "legal", "other"]
            .iter()
            .map(|kind| format!("applications.new.{kind}").parse().expect("a place"))
            .collect();
        let all = summary(&draft, &places);
        assert_eq!((all.sum, all.count, all.not_zero), (136.into(), 3, 2));
        assert_eq!(all.average().to_string(), "45.33");
        assert_eq!(summary(&draft, &[]).average().to_string(), "0");
    }
}
