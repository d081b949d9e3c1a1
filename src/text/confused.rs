//! Words that are commonly confused in these reports: 截止 for 截至, 转结 for 结转, 做出答复 for 作出答复.

use std::ops::Range;

use super::{has_any, near};

/// A word in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confused {
    /// The bytes of the word.
    pub span: Range<usize>,
    /// The word that is meant.
    pub right: &'static str,
    /// Why.
    pub why: &'static str,
}

/// A pair of words, and where the first is wrong.
struct Pair {
    wrong: &'static str,
    right: &'static str,
    why: &'static str,
    /// Whether it is wrong between the words of its clause before it and those after it.
    is_wrong: fn(&str, &str) -> bool,
}

const UNTIL: &str = "“截止”是到期为止，后面不接时间；统计到某一天用“截至”。";
const MAKE: &str = "作出决定、答复、判决等公务行为用“作出”，《条例》也这样写。";
const OTHER: &str = "《条例》和年度报告格式都写作“其他”。";
const LOG_IN: &str = "进入网站、平台用“登录”，“登陆”是登上陆地。";
const ACCOUNT: &str = "与钱款、账户有关的用“账”。";
const REFLECT: &str = "把情况、意见告诉有关方面用“反映”。";
const POWER: &str = "行政机关的职权清单是“权力清单”。";

/// What belongs in it: words that are both words of the language, one of which is meant where the other stands. What is no word
/// is a slip ([`super::slips`]).
const PAIRS: [Pair; 13] = [
    Pair { wrong: "截止至", right: "截至", why: UNTIL, is_wrong: is_before_a_time },
    Pair { wrong: "截止", right: "截至", why: UNTIL, is_wrong: is_before_a_time },
    Pair {
        wrong: "转结", right: "结转", why: "上一年没有办完、转到下一年办的，写作“结转”。", is_wrong: is_carried
    },
    Pair { wrong: "做出", right: "作出", why: MAKE, is_wrong: |_, after| is_an_act(after) },
    Pair { wrong: "其它", right: "其他", why: OTHER, is_wrong: |_, _| true },
    Pair { wrong: "登陆", right: "登录", why: LOG_IN, is_wrong: is_about_a_site },
    Pair { wrong: "帐", right: "账", why: ACCOUNT, is_wrong: is_an_account },
    Pair { wrong: "反应", right: "反映", why: REFLECT, is_wrong: |_, after| is_reported(after) },
    Pair { wrong: "权利清单", right: "权力清单", why: POWER, is_wrong: |_, _| true },
    Pair { wrong: "权利和责任清单", right: "权力和责任清单", why: POWER, is_wrong: |_, _| true },
    Pair { wrong: "行政权利", right: "行政权力", why: POWER, is_wrong: |_, _| true },
    Pair {
        wrong: "即使",
        right: "及时",
        why: "不拖延用“及时”，“即使”是“就算”。",
        is_wrong: |_, after| is_done_in_time(after),
    },
    Pair {
        wrong: "做为",
        right: "作为",
        why: "当作、身为用“作为”。",
        is_wrong: |before, _| !before.ends_with(['所', '敢', '想', '能']),
    },
];

/// The words of a text that are confused, from left to right.
pub fn confused(text: &str) -> Vec<Confused> {
    let mut found: Vec<Confused> = Vec::new();
    for Pair { wrong, right, why, is_wrong } in &PAIRS {
        for (at, word) in text.match_indices(wrong) {
            let span = at..at + word.len();
            if is_wrong(before(text, at), after(text, span.end)) {
                found.push(Confused { span, right, why });
            }
        }
    }
    // Of two at one place the longer speaks: 截止至. 截止到 is said as well.
    found.sort_by_key(|word| (word.span.start, usize::MAX - word.span.end));
    found.dedup_by_key(|word| word.span.start);
    found
}

/// Marks that end a clause.
const MARKS: [char; 12] = ['，', '。', '；', '：', '？', '！', ',', ';', ':', '（', '(', '\n'];
/// So many bytes around a word decide what it means.
const NEAR: usize = 24 * '报'.len_utf8();

/// The words of a clause before a position.
fn before(text: &str, at: usize) -> &str {
    let all = text.get(near(text, &(0..at), at, NEAR)).unwrap_or_default();
    all.rsplit(MARKS).next().unwrap_or(all)
}

/// The words of a clause after a position.
fn after(text: &str, at: usize) -> &str {
    let all = text.get(near(text, &(at..text.len()), at, NEAR)).unwrap_or_default();
    all.split(MARKS).next().unwrap_or(all)
}

fn begins_with(words: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| words.starts_with(beginning))
}

/// 截止 before a time, where nothing before it comes to its end: 申请截止2023年6月 is right.
fn is_before_a_time(before: &str, after: &str) -> bool {
    const TIMES: [&str; 16] = [
        "目前", "当前", "现在", "今", "年底", "年末", "年终", "月底", "月末", "本年", "上年", "去年", "报告", "统计",
        "同期", "发稿",
    ];
    const ENDING: [&str; 14] =
        ["期限", "时间", "日期", "期", "征集", "受理", "报名", "申请", "投票", "活动", "缴费", "投标", "申报", "评选"];
    let after = after.trim_start();
    let is_time = begins_with(after, &TIMES)
        || after.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
        || begins_with(after, &["二〇", "二○", "十二月", "十一月", "十月"]);
    let ends = before.trim_end();
    is_time && !ENDING.iter().any(|word| ends.ends_with(word))
}

/// 转结 that is no part of 流转结果 or 转结案.
fn is_carried(before: &str, after: &str) -> bool {
    !before.ends_with(['流', '运', '周', '好', '扭', '移', '批', '中', '逆', '旋', '划', '扣'])
        && !after.starts_with(['果', '束', '合', '构', '论', '算', '案', '业', '余', '存', '婚', '晶'])
}

/// 做出 with an official act for its object.
fn is_an_act(after: &str) -> bool {
    const ACTS: [&str; 21] = [
        "答复",
        "决定",
        "处理",
        "判决",
        "裁定",
        "裁决",
        "告知",
        "批复",
        "认定",
        "解释",
        "部署",
        "安排",
        "回应",
        "回复",
        "处罚",
        "行政行为",
        "说明",
        "规定",
        "许可",
        "维持",
        "批示",
    ];
    const ELSE: [&str; 14] = [
        "贡献", "努力", "成绩", "成效", "牺牲", "表率", "榜样", "示范", "特色", "亮点", "样子", "业绩", "实效", "精彩",
    ];
    let first = |words: &[&str]| words.iter().filter_map(|word| after.find(word)).min();
    let object = after.split('、').next().unwrap_or(after);
    first(&ACTS).is_some_and(|act| act <= object.len() && first(&ELSE).is_none_or(|other| act < other))
}

/// 登陆 of a site, not of a storm or a coast.
fn is_about_a_site(before: &str, after: &str) -> bool {
    const SITES: [&str; 17] = [
        "网",
        "平台",
        "系统",
        "账号",
        "帐号",
        "公众号",
        "客户端",
        "APP",
        "App",
        "密码",
        "页面",
        "http",
        "微信",
        "邮箱",
        "窗口端",
        "小程序",
        "门户",
    ];
    has_any(&[before, after].concat(), &SITES) && !has_any(before, &["台风", "风暴", "飓风"])
}

/// 帐 that has to do with money or an account, not with a tent.
fn is_an_account(before: &str, after: &str) -> bool {
    after.starts_with(['号', '户', '目', '簿', '册', '务', '款', '本', '单', '面'])
        || before.ends_with(['台', '记', '对', '查', '建', '入', '转', '挂', '销', '总', '做', '报', '算', '明'])
}

/// 反应 with what is told for its object.
fn is_reported(after: &str) -> bool {
    let object = after.trim_start_matches(['了', '的', '出', '来']);
    let object = match object.split_once('的') {
        Some((how, what)) if ["强烈", "集中", "突出", "较多"].contains(&how) => what,
        _ => object,
    };
    begins_with(object, &["问题", "诉求", "意见", "困难", "情况", "线索", "热点", "呼声", "事项"])
}

/// 即使 before what is done without delay.
fn is_done_in_time(after: &str) -> bool {
    const DONE: [&str; 18] = [
        "公开",
        "更新",
        "发布",
        "答复",
        "回应",
        "回复",
        "报送",
        "调整",
        "公布",
        "处理",
        "解决",
        "办理",
        "上传",
        "维护",
        "传达",
        "向社会",
        "受理",
        "办结",
    ];
    begins_with(after, &DONE) && !after.contains(['也', '仍'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[(&str, &str)]) {
        let found = confused(text);
        let found: Vec<(&str, &str)> = found.iter().map(|word| (&text[word.span.clone()], word.right)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_that_are_confused() {
        reads("截止2023年12月31日，公开3条；截止目前无。", &[("截止", "截至"), ("截止", "截至")]);
        reads("数据截止至2023年底。", &[("截止至", "截至")]);
        reads("转结下年度办理0件，上年转结1件。", &[("转结", "结转"), ("转结", "结转")]);
        reads("依法做出不予公开的决定，法院做出判决1件。", &[("做出", "作出"), ("做出", "作出")]);
        reads("其它处理2件。", &[("其它", "其他")]);
        reads("登陆县政府网站查询，登陆密码定期更换。", &[("登陆", "登录"), ("登陆", "登录")]);
        reads("建立台帐，微博帐号。", &[("帐", "账"), ("帐", "账")]);
        reads("群众反应的问题、反应强烈的问题。", &[("反应", "反映"), ("反应", "反映")]);
        reads("公布权利清单。", &[("权利清单", "权力清单")]);
        reads("即使公开有关信息，做为重要工作。", &[("即使", "及时"), ("做为", "作为")]);
    }

    #[test]
    fn right_uses() {
        for text in [
            "截止到2017年12月31日，报名截止日期为9月30日，征集截止2023年6月30日，8月10日截止。截止后不再受理。",
            "截至2023年12月31日，流转结果、周转结算、案件移转结案。",
            "做出贡献、做出成绩、做出了示范，再说明情况。为信息公开做出努力，作出决定。",
            "台风登陆期间，通过网站发布预警。登录网站。",
            "帐篷、蚊帐，账户。",
            "群众反应强烈，反应迅速，化学反应。",
            "维护公民权利，即使公开有难度也要公开，有所做为。",
            "",
        ] {
            reads(text, &[]);
        }
    }
}
