//! What the sentences before a number speak of.

use super::subject::Court;

/// What the sentences before a number speak of.
#[derive(Clone, Copy, Default)]
pub(super) struct Topic {
    /// Whether they speak of applications.
    pub applications: bool,
    /// The court they speak of.
    pub court: Option<Court>,
}

impl Topic {
    /// The topic behind these words.
    pub fn turn(&mut self, words: &str) {
        const APPLICATIONS: [&str; 4] = ["依申请公开", "公开申请", "申请公开", "申请办理"];
        const OTHERS: [&str; 12] = [
            "主动公开",
            "政策解读",
            "新媒体",
            "行政许可",
            "信访",
            "热线",
            "培训",
            "网站",
            "咨询",
            "留言",
            "建议",
            "提案",
        ];
        let last = |needles: &[&str]| needles.iter().filter_map(|needle| words.rfind(needle)).max();
        if let Some(court) = court_named(words) {
            self.court = Some(court);
        }
        let (applications, others) = (last(&APPLICATIONS), last(&OTHERS));
        if applications > others {
            self.applications = true;
        } else if others.is_some() {
            *self = Self::default();
        }
    }
}

/// The court that the words between two numbers speak of last.
fn court_named(words: &str) -> Option<Court> {
    let both = words.contains("复议") && (words.contains("诉讼") || words.contains("应诉"));
    let last = |needles: &[&str]| needles.iter().filter_map(|needle| words.rfind(needle)).max();
    let (review, suit) = (last(&["复议"]), last(&["诉讼", "应诉", "起诉"]));
    let together = review.zip(suit).is_some_and(|(review, suit)| suit.abs_diff(review) <= "复议案件、被提起行政".len());
    match (review, suit) {
        _ if words.contains("复议后起诉") => Some(Court::AfterReview),
        _ if words.contains("直接起诉") => Some(Court::Direct),
        (Some(_), Some(_)) if both && together => Some(Court::Both),
        (Some(review), Some(suit)) => Some(if review > suit { Court::Review } else { Court::Suit }),
        (Some(_), None) => Some(Court::Review),
        (None, Some(_)) => Some(Court::Suit),
        (None, None) => None,
    }
}
