//! Lying bars: what is above 0, up to as many as a reader takes in.

use super::Mark;
use super::figures::joined;

/// The most bars of a section; the smaller ones are told together below.
const MOST: usize = 8;

/// A part of what a section counts.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What it counts.
    pub label: String,
    /// How many.
    pub value: i64,
    /// Whether its bar is dark by what it means; where none is, the largest is dark.
    pub is_strong: bool,
}

impl Part {
    /// A part that means no more than the others.
    pub(super) fn new(label: impl Into<String>, value: i64) -> Self {
        Self { label: label.into(), value, is_strong: false }
    }
}

/// The parts of a section, sorted out.
pub(super) struct Parts {
    /// The bars, in the order of the parts.
    pub marks: Vec<Mark>,
    /// What there was none of.
    pub none: Vec<String>,
    /// The labels of the largest; more than one where several are equal.
    pub largest: Vec<String>,
    /// The value of the largest, above 0.
    pub most: i64,
    /// What the bars leave out, as a sentence; may be empty.
    pub rest: String,
}

impl Parts {
    /// The parts sorted out; nothing where all are 0.
    pub(super) fn of(parts: &[Part], unit: &str) -> Option<Self> {
        let most = parts.iter().map(|part| part.value).max().filter(|most| *most > 0)?;
        let mut above: Vec<&Part> = parts.iter().filter(|part| part.value > 0).collect();
        let by_meaning = above.iter().any(|part| part.is_strong);
        let mut rest = String::new();
        // One more is drawn rather than told.
        if above.len() > MOST + 1 {
            let mut values: Vec<(usize, i64)> = above.iter().map(|part| part.value).enumerate().collect();
            // The largest stay, and of equal ones the first.
            values.sort_by_key(|(at, value)| (std::cmp::Reverse(*value), *at));
            let left: Vec<usize> = values.iter().skip(MOST).map(|(at, _)| *at).collect();
            let sum = values.iter().skip(MOST).fold(0_i64, |sum, (_, value)| sum.saturating_add(*value));
            rest = format!("其余 {} 项共 {sum} {unit}。", left.len());
            let mut at = 0..;
            above.retain(|_| at.next().is_none_or(|at| !left.contains(&at)));
        }
        let mark = |part: &&Part| Mark {
            label: part.label.clone(),
            value: Some(part.value),
            is_strong: if by_meaning { part.is_strong } else { part.value == most },
            growth: String::new(),
        };
        let labels = |wanted: i64| parts.iter().filter(move |part| part.value == wanted).map(|part| part.label.clone());
        Some(Self {
            marks: above.iter().map(mark).collect(),
            none: labels(0).collect(),
            largest: labels(most).collect(),
            most,
            rest,
        })
    }

    /// Whether all there is stands in one bar.
    pub(super) fn only(&self) -> Option<&str> {
        match self.marks.as_slice() {
            [only] => Some(&only.label),
            _ => None,
        }
    }

    /// The largest by name, with how many: 个人申请的最多，有19件.
    pub(super) fn leading(&self, said: &str, unit: &str) -> String {
        let each = if self.largest.len() > 1 { "各有" } else { "有" };
        let names = match self.largest.as_slice() {
            [first, second, _, _, ..] => format!("{first}、{second}等{}项", self.largest.len()),
            names => joined(names),
        };
        format!("{names}{said}最多，{each}{}{unit}", self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smaller_ones_are_told_together() {
        let parts: Vec<Part> = (0..12).map(|n| Part::new(format!("第{n}项"), n)).collect();
        let sorted = Parts::of(&parts, "件").expect("parts");
        assert_eq!(sorted.rest, "其余 3 项共 6 件。");
        assert_eq!(sorted.marks.len(), MOST);
        assert_eq!((sorted.marks[0].label.as_str(), sorted.marks[0].value), ("第4项", Some(4)));
        assert_eq!(sorted.none, ["第0项"]);
        assert_eq!(sorted.leading("申请的", "件"), "第11项申请的最多，有11件");
        assert_eq!(sorted.marks.iter().filter(|mark| mark.is_strong).count(), 1);
    }

    #[test]
    fn equal_ones_share_the_lead_and_nothing_is_no_section() {
        let sorted = Parts::of(&[Part::new("甲", 2), Part::new("乙", 2)], "件").expect("parts");
        assert_eq!(sorted.leading("的", "件"), "甲和乙的最多，各有2件");
        assert!(sorted.only().is_none() && sorted.rest.is_empty());
        let four = ["甲", "乙", "丙", "丁"].map(|label| Part::new(label, 1));
        assert_eq!(Parts::of(&four, "件").expect("parts").leading("的", "件"), "甲、乙等4项的最多，各有1件");
        assert!(Parts::of(&[Part::new("甲", 0)], "件").is_none() && Parts::of(&[], "件").is_none());
        let sums = Parts::of(&vec![Part::new("甲", i64::MAX); 20], "件").expect("parts");
        assert_eq!(sums.rest, format!("其余 12 项共 {} 件。", i64::MAX));
    }
}
