//! Shares and growth in per cent, rounded as they are printed: halves away from zero.

use rust_decimal::{Decimal, RoundingStrategy};

/// `part` in per cent of `whole`, rounded to `decimals`; nothing when `whole` is 0 or the result is too large.
pub fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let scaled = part.checked_mul(Decimal::ONE_HUNDRED)?;
    rounded(scaled.checked_div(whole)?, decimals)
}

/// The value with exactly this many decimals, halves away from zero.
pub fn rounded(value: Decimal, decimals: u32) -> Option<Decimal> {
    let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(decimals);
    (value.scale() == decimals).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(part: i64, whole: i64, decimals: u32, expected: &str) {
        let shown = percent(part.into(), whole.into(), decimals).map(|d| d.to_string());
        assert_eq!(shown.as_deref(), (!expected.is_empty()).then_some(expected));
    }

    #[test]
    fn rounds_halves_away_from_zero() {
        is(43, 45, 1, "95.6");
        is(-39, 45, 1, "-86.7");
        is(1, 8, 0, "13");
        is(1, 8, 1, "12.5");
        is(88, 110, 0, "80");
        is(17, 17, 0, "100");
        is(17, 17, 2, "100.00");
        is(-1, 8, 0, "-13");
        is(1, 0, 1, "");
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        is(9_007_199_254_740_991, 9_007_199_254_740_991, 4, "100.0000");
    }
}
