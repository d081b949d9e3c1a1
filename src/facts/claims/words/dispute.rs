//! The words by which a report counts its reviews and suits.

use super::{FILLERS, ending, stripped};
use crate::facts::claims::{Court, Outcome};

/// What a dispute is called, beside its court.
const DISPUTE: [&str; 19] = [
    "政府信息公开",
    "信息公开",
    "案件",
    "案",
    "申请",
    "新增",
    "新发生",
    "发生",
    "收到",
    "受理",
    "被提起",
    "提起",
    "引发",
    "引起",
    "涉及",
    "办理",
    "被申请",
    "件",
    "新收",
];

const COURTS: [(&str, Court); 13] = [
    ("行政复议", Court::Review),
    ("复议", Court::Review),
    ("行政诉讼", Court::Suit),
    ("诉讼", Court::Suit),
    ("行政应诉", Court::Suit),
    ("应诉", Court::Suit),
    ("直接起诉", Court::Direct),
    ("复议后起诉", Court::AfterReview),
    ("复议、诉讼", Court::Both),
    ("复议和诉讼", Court::Both),
    ("复议诉讼", Court::Both),
    ("复议及诉讼", Court::Both),
    ("复议与诉讼", Court::Both),
];

/// The court whose disputes the words before a number count.
pub(in crate::facts::claims) fn court(lead: &str) -> Option<Court> {
    let rest = stripped(lead, &[&FILLERS, &DISPUTE]);
    let plain = lead.replace("行政", "").replace("提起", "").replace("被", "");
    let rest_plain = stripped(&plain, &[&FILLERS, &DISPUTE]).to_owned();
    let (_, court) = ending(rest, &COURTS)?;
    if let Some((_, Court::Both)) = ending(&rest_plain, &COURTS) {
        return Some(Court::Both);
    }
    Some(court)
}

const OUTCOMES: [(&str, Outcome); 12] = [
    ("正在复议", Outcome::Pending),
    ("正在诉讼", Outcome::Pending),
    ("维持", Outcome::Upheld),
    ("结果维持", Outcome::Upheld),
    ("纠正", Outcome::Corrected),
    ("结果纠正", Outcome::Corrected),
    ("纠错", Outcome::Corrected),
    ("其他结果", Outcome::Other),
    ("尚未审结", Outcome::Pending),
    ("未审结", Outcome::Pending),
    ("正在审理", Outcome::Pending),
    ("尚未结案", Outcome::Pending),
];

/// The result of disputes with which words end.
pub(in crate::facts::claims) fn outcome(lead: &str) -> Option<Outcome> {
    ending(stripped(lead, &[&FILLERS, &["案件", "件", "案"]]), &OUTCOMES).map(|(_, outcome)| outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disputes() {
        assert_eq!(court("政府信息公开行政复议"), Some(Court::Review));
        assert_eq!(court("信息公开类行政复议"), Some(Court::Review));
        assert_eq!(court("被提起行政诉讼"), Some(Court::Suit));
        assert_eq!(court("发生行政复议、行政诉讼案件"), Some(Court::Both));
        assert_eq!(court("向行政复议机关报送材料"), None);
        assert_eq!(outcome("其中结果维持"), Some(Outcome::Upheld));
    }
}
