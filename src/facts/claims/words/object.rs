//! What is counted where it stands after its number.

/// What of applications or disputes stands after its number: 收到8份公开申请, 有5件因政府信息公开提起的行政复议.
pub(in crate::facts::claims) fn object(after: &str) -> Option<&str> {
    const APPLICATIONS: [&str; 9] = [
        "政府信息依申请公开申请",
        "依申请公开政府信息申请",
        "政府信息公开申请",
        "依申请公开申请",
        "信息公开申请",
        "公开申请",
        "依申请公开",
        "公开政府信息的申请",
        "公开信息的申请",
    ];
    const DISPUTES: [&str; 6] = ["行政复议案件", "行政复议", "行政诉讼案件", "行政诉讼", "复议", "诉讼"];
    const DECISIONS: [&str; 3] = ["行政许可决定", "行政处罚决定", "行政强制决定"];
    const FAR: usize = 24;
    let words = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if let Some(words) = APPLICATIONS.iter().find(|application| words.starts_with(**application)) {
        return Some(words);
    }
    if let Some(words) = DECISIONS.iter().find(|decision| words.starts_with(**decision)) {
        return Some(words);
    }
    // 有5件因我局不掌握相关信息而告知申请人无法提供.
    if words.starts_with('因') && words.contains("不掌握") && words.ends_with("无法提供") {
        return Some("不掌握而无法提供");
    }
    // 要求公开政府信息的申请; an application by itself, where nothing else is said of it.
    if let Some(at) =
        words.find("公开政府信息的申请").filter(|at| words.get(..*at).is_some_and(|who| who.chars().count() <= 8))
    {
        return words.get(at..);
    }
    if words == "申请" {
        return Some(words);
    }
    let is_dispute = DISPUTES.iter().any(|dispute| words.ends_with(dispute)) && words.contains("信息公开");
    (is_dispute && words.chars().count() <= FAR).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects() {
        assert_eq!(object("公开申请，均已答复"), Some("公开申请"));
        assert_eq!(object("因政府信息公开提起的行政复议，其中"), Some("因政府信息公开提起的行政复议"));
        assert_eq!(object("要求公开政府信息的申请，由"), Some("公开政府信息的申请"));
        assert_eq!(object("申请，当面提交的"), Some("申请"));
        assert_eq!(object("申请材料"), None);
        assert_eq!(object("行政复议案件"), None);
        assert_eq!(object("群众来信"), None);
        assert_eq!(object(""), None);
    }
}
