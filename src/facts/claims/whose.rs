//! Whose a figure is: the office's own, or that of another body (司法行政部门收到行政复议申请213件), or over another matter (税务行政复议
//! 案件5件).

use crate::text::has_any;

/// Matters over which people go to review or to court, and which are no information.
const OTHER_MATTERS: [&str; 52] = [
    "税务",
    "海关",
    "物业",
    "民事",
    "信访",
    "举报",
    "处罚",
    "许可",
    "征收",
    "拆迁",
    "工伤",
    "认定",
    "计划生育",
    "劳动",
    "医保",
    "医疗",
    "公益",
    "协议",
    "合同",
    "选举",
    "权属",
    "林权",
    "土地",
    "不动产",
    "出租车",
    "交通",
    "执法",
    "监察",
    "社保",
    "房屋",
    "环保",
    "追款",
    "知识产权",
    "国家赔偿",
    "索赔",
    "企业",
    "第三人",
    "共同被告",
    "代收",
    "代理",
    "出庭",
    "调解",
    "讲解",
    "旁听",
    "培训",
    "遗留",
    "纠纷",
    "仲裁",
    "全口径",
    "进入",
    "作为行政复议机关",
    "作为复议机关",
];

/// What is said of it where it is over information after all, or where the office itself handles it.
const INFORMATION: [&str; 4] = ["信息公开", "政务公开", "依申请", "公开申请"];

/// Words by which another body is told before what it has.
const OTHER_BODIES: [&str; 26] = [
    "司法行政",
    "复议办公室",
    "复议机关",
    "大队",
    "支队",
    "派出所",
    "检察",
    "下辖",
    "所辖",
    "所属",
    "直属",
    "所在",
    "一些",
    "有的",
    "学校",
    "二级单位",
    "其余",
    "窗口",
    "全国",
    "兄弟",
    "上级政府",
    "各乡镇",
    "个街道",
    "个镇",
    "个乡",
    "个村",
];

/// Words of time and of manner before a negation or a verb, which say nothing of who is meant.
const MANNER: [&str; 25] = [
    "全年",
    "本年度",
    "本年",
    "年内",
    "年度",
    "一年来",
    "当年",
    "今年",
    "均",
    "也",
    "都",
    "一直",
    "始终",
    "仍然",
    "仍",
    "共",
    "参加",
    "收到",
    "受理",
    "发生",
    "提起",
    "接到",
    "连续两年",
    "连续三年",
    "行政",
];

/// Whether the words before a court in its clause make the disputes those of somebody else, or over another matter.
pub(super) fn is_another_dispute(before: &str, office: &str) -> bool {
    let about = before.char_indices().rev().nth(ABOUT).map_or(before, |(at, _)| before.get(at..).unwrap_or(before));
    let is_taught = has_any(before, &["讲解", "旁听", "代收"]);
    if has_any(about, &INFORMATION) && !is_taught {
        return false;
    }
    // Somebody goes to a court or to a body of review: that is not whose the dispute is.
    let plain = ["向人民法院", "向法院", "向复议机关", "向行政复议机关"]
        .iter()
        .fold(before.to_owned(), |words, to| words.replace(to, ""));
    has_any(&plain, &OTHER_MATTERS) || is_another_body(&plain, office)
}

/// So many characters before a court say what it is about.
const ABOUT: usize = 12;

/// Whether the office itself is named: 我局, 本机关, its name.
fn is_of_the_office(words: &str, office: &str) -> bool {
    words.contains(['我', '本']) || (!office.is_empty() && words.contains(office))
}

/// Whether the last words name another body: 下辖的清河镇全年, 县教育局, 其直属学校.
pub(super) fn is_another_body(words: &str, office: &str) -> bool {
    const ENDS: [&str; 16] = [
        "镇",
        "乡",
        "村",
        "局",
        "厅",
        "院",
        "公司",
        "中心",
        "大队",
        "支队",
        "派出所",
        "学校",
        "委员会",
        "部门",
        "渠道",
        "政府",
    ];
    if is_of_the_office(words, office) {
        return false;
    }
    if has_any(words, &OTHER_BODIES) {
        return true;
    }
    let mut who = words.rsplit(['，', ',', '；', '。', '：', ':']).next().unwrap_or_default();
    while let Some(rest) = MANNER.iter().find_map(|word| who.strip_suffix(word)) {
        who = rest;
    }
    let who = who.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '至'));
    // 各科室, 各种渠道, 政务公开工作机构 are the office's own.
    let is_within = who.is_empty() || has_any(who, &["各", "线上", "线下", "机构", "科室", "渠道均"]);
    let is_own_short = who.chars().count() > 1 && who.chars().all(|c| office.contains(c));
    !is_within && !is_own_short && ENDS.iter().any(|end| who.ends_with(end))
}

/// Whether the words before a position, in its sentence, say that somebody else is spoken of: 市场监管局收到, 县教育局反馈，.
pub(super) fn another_acts(words: &str, office: &str) -> bool {
    const VERBS: [&str; 8] = ["收到", "受理", "发生", "反映", "反馈", "审理", "承办", "表示"];
    VERBS.iter().flat_map(|verb| words.match_indices(verb)).any(|(at, _)| {
        let before = words.get(..at).unwrap_or_default();
        let who = before.rsplit(['，', ',', '；', '。', '、']).next().unwrap_or_default();
        is_another_body(who, office)
    })
}

/// Whether the words around a number, between ； and the end of its sentence, say that what they count is none of what the report counts.
pub(super) fn is_set_apart(words: &str) -> bool {
    const APART: [&str; 14] = [
        "无关",
        "不涉及政府信息公开",
        "不涉及信息公开",
        "均不涉及信息",
        "不属于政府信息公开",
        "未计入",
        "不计入",
        "不计算在内",
        "不列入",
        "不填入",
        "不在其中",
        "全口径",
        "除信息公开外",
        "除政府信息公开外",
    ];
    has_any(words, &APART)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offices_own() {
        let office = "临江市市场监督管理局";
        for words in [
            "2023年，我局共发生政府信息公开",
            "临江市市场监督管理局全年收到",
            "市场监管局本年度收到",
            "对我局作出的政府信息公开答复不服，被提起",
            "公民、法人或者其他组织对我局政府信息公开提起",
            "稳妥处理政府信息公开",
            "不服答复向人民法院提起",
            "截至2023年12月31日共发生政府信息公开",
            "未经复议直接起诉",
        ] {
            assert!(!is_another_dispute(words, office), "{words}");
        }
    }

    #[test]
    fn anothers() {
        for words in [
            "司法行政部门全年收到",
            "税务",
            "讲解信息公开",
            "物业纠纷民事",
            "代收",
            "不服信访答复、举报处理提起的",
            "省政府行政复议办公室收到",
        ] {
            assert!(is_another_dispute(words, "临江市兴隆街道办事处"), "{words}");
        }
        assert!(is_set_apart("诉讼7件，均与政府信息公开无关。"));
        assert!(!is_set_apart("诉讼7件，均已结案。"));
    }

    #[test]
    fn who_has_none() {
        let office = "临江市兴隆街道办事处";
        for own in ["", "我局各科室", "通过各种渠道均", "线上线下均", "始终", "截至2023年12月31日", "政务公开工作机构"]
        {
            assert!(!is_another_body(own, office), "{own}");
        }
        for other in ["下辖的清河镇、白石乡全年", "所在区法院全年", "劳动保障监察大队", "也有一些县全年", "其余渠道"]
        {
            assert!(is_another_body(other, office), "{other}");
        }
        assert!(another_acts("市场监管局收到职业索赔人提起的复议，", office));
        assert!(another_acts("县教育局反馈，其直属学校", office));
        assert!(!another_acts("2023年我局收到复议申请，", "临江市市场监督管理局"));
        assert!(!another_acts("市场监督管理局全年收到", "临江市市场监督管理局"));
    }
}
