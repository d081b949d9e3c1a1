//! Growth against an earlier figure, as reports print it.

use crate::value::{Decimal, percent};

/// The growth from one figure to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The later figure.
    pub now: Decimal,
    /// The earlier figure.
    pub before: Decimal,
}

impl Growth {
    /// The difference, negative for a fall.
    pub fn difference(self) -> Decimal {
        self.now - self.before
    }

    /// The growth in per cent at so many decimals; nothing from 0, where it has no meaning.
    pub fn percent(self, decimals: u32) -> Option<Decimal> {
        percent(self.difference(), self.before, decimals)
    }

    /// How many times the earlier figure the later one is.
    pub fn times(self, decimals: u32) -> Option<Decimal> {
        crate::value::rounded(self.now.checked_div(self.before)?, decimals)
    }
}

/// The growth in per cent with one decimal, or nothing from 0.
pub fn growth(now: Decimal, before: Decimal) -> Option<Decimal> {
    Growth { now, before }.percent(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_history() {
        let shown: Vec<String> = [(6, 40), (64, 6), (45, 64), (88, 45), (45, 45)]
            .into_iter()
            .filter_map(|(now, before)| growth(now.into(), before.into()))
            .map(|rate| rate.to_string())
            .collect();
        assert_eq!(shown, ["-85.0", "966.7", "-29.7", "95.6", "0.0"]);
    }

    #[test]
    fn growth_from_zero_has_no_meaning() {
        assert_eq!(growth(5.into(), 0.into()), None);
    }
}
