//! Whether a year is that of a plan: by what leads to it, and by what is to be done in it.

use super::year_words::{TITLE, Words};
use crate::text::has_any;

/// After 将 these say what is to be done; 将工作列入考核 tells of what was.
const TO_DO: [&str; 30] = [
    "采取",
    "继续",
    "进一步",
    "着力",
    "着重",
    "切实",
    "认真",
    "从以下",
    "重点做好",
    "重点抓好",
    "重点从",
    "重点围绕",
    "努力",
    "不断",
    "持续",
    "深入",
    "严格",
    "做好",
    "抓好",
    "按照",
    "加强",
    "加大",
    "健全",
    "完善",
    "强化",
    "深化",
    "推进",
    "提升",
    "优化",
    "围绕",
];

impl Words<'_> {
    /// Whether a short clause before the year leads to what is to be done: 针对以上问题，2023年……
    pub fn is_led_to(&self) -> bool {
        let before = self.before.trim();
        before.ends_with(['，', ','])
            && before.chars().count() <= TITLE
            && !before.contains(|c: char| c.is_ascii_digit())
            && ["针对", "下一步", "今后", "为此", "对此", "下阶段", "在今后"]
                .iter()
                .any(|word| before.starts_with(word))
    }

    /// Whether the year is that of a plan: 我局将在2022年重点抓好, 我局在2017年将重点公开.
    pub fn is_planned_for(&self) -> bool {
        let before = self.before.trim_end();
        let clause = before.rsplit(['，', ',', '；', '：']).next().unwrap_or(before);
        let is_ahead = ["将在", "拟在", "将于", "拟于", "计划在", "计划于"].iter().any(|word| clause.ends_with(word));
        let by_itself = clause.starts_with(['我', '本']) && clause.ends_with('在') && clause.chars().count() <= 6;
        let in_its_work = clause == "在" && self.goes_on_with(&["的工作中", "工作中"]) && self.is_plan();
        is_ahead || in_its_work || (by_itself && self.is_ahead())
    }

    /// Whether the year begins what is planned for it, by words before or after it: 2019年工作打算：; 下一阶段的安排是：2023年……; 展望2023年.
    pub fn is_title_of_plan(&self) -> bool {
        const AFTER: [&str; 6] = ["工作打算", "工作计划", "工作安排", "工作思路", "工作目标", "重点工作安排"];
        const BEFORE: [&str; 7] = ["改进措施", "下一步", "下一阶段", "下阶段", "安排", "打算", "计划"];
        let before = self.before.trim_end();
        let leads = |led: &str| {
            led.chars().count() <= TITLE
                && has_any(led, &BEFORE)
                && !has_any(led, &["落实", "完成", "执行", "情况", "上年"])
        };
        let is_led = before.ends_with("展望") || before.strip_suffix(['：', ':']).is_some_and(leads);
        // 2019年工作打算：; 2022年工作目标全部实现 tells what was done.
        let is_titled = self.opens()
            && AFTER.iter().any(|words| {
                self.after
                    .strip_prefix(words)
                    .is_some_and(|rest| rest.trim().is_empty() || rest.starts_with(['：', ':', '。']))
            });
        is_titled || (is_led && !has_any(self.sentence, &["已", "完成了", "去年"]))
    }

    /// Whether whoever follows the year will do something: 我局将由办公室牵头, 拟从三方面着手; not 将公开作为重点, which tells what was done.
    pub fn is_ahead(&self) -> bool {
        const WHO: usize = 16;
        let after = self.told();
        let clause = after.split(['，', '。', '；', '：']).next().unwrap_or(after);
        let ahead =
            ["将", "拟", "计划", "打算", "要"].iter().filter_map(|word| Some((clause.find(word)?, word.len()))).min();
        let Some((at, length)) = ahead else { return false };
        let (who, what) = (clause.get(..at).unwrap_or_default(), clause.get(at + length..).unwrap_or_default());
        let of_what = has_any(what, &["纳入", "作为", "列入", "列为", "融入", "与", "以往"]);
        let is_done = has_any(self.sentence, &["已", "取得", "完成了", "了一"]);
        // 要 is also part of 主要 and 重要: what is to be done follows it.
        let is_to_do = clause.get(at..at + length) != Some("要") || TO_DO.iter().any(|word| what.starts_with(word));
        who.chars().count() <= WHO && !what.is_empty() && !of_what && !is_done && is_to_do
    }

    /// Whether the sentence says what is to be done.
    pub fn is_plan(&self) -> bool {
        let to_do = |(at, word): (usize, &str)| {
            let after = self.sentence.get(at + word.len()..).unwrap_or_default();
            // 将以群众需求为导向; 将以往的文件 is what was worked on.
            let with = after.starts_with('以') && after.contains('为');
            let on = ["以往", "以前", "以案", "以上"].iter().any(|word| after.starts_with(word));
            (with && !on) || TO_DO.iter().any(|word| after.starts_with(word))
        };
        // 下一步，……将由法制大队牵头: what leads to it says that it is to come, whatever is done.
        let is_to_come = ["下一步", "下一阶段", "下阶段", "今后"].iter().any(|word| self.sentence.starts_with(word));
        let does = |(at, word): (usize, &str)| {
            let after = self.sentence.get(at + word.len()..).unwrap_or_default();
            ["由", "每", "把", "对", "在"].iter().any(|word| after.starts_with(word))
        };
        let ahead = || self.sentence.match_indices('将');
        (ahead().any(to_do) || (is_to_come && ahead().any(does)))
            && !has_any(self.sentence, &["作为", "纳入", "列入", "已", "取得", "完成"])
    }
}
