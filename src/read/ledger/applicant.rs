//! The kinds of applicant by the words of ledgers, and by how names are built.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::form::{Applicant, Form};
use crate::text::compact;

/// What the words of an applicant come to. They are never kept: what is kept is the program's own word for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A kind of applicant, by its id, with the word that says so.
    Kind(&'static str, &'static str),
    /// An organisation of a kind that is not said, with the word.
    Organisation(&'static str),
    /// The name of a person.
    Person,
    /// Anything else.
    Unknown,
}

/// What the names of each kind end in, parted by `|`; the longest counts.
const ENDINGS: &[(&str, &str)] = &[
    (
        "business",
        "公司|企业|合作社|专业合作社|联合社|个体工商户|个体户|集团|工厂|加工厂|商行|银行|支行|信用社|酒店|\
         宾馆|饭店|商店|超市|经营部|农场|林场|养殖场|家庭农场|门市部|工作室|药店|分公司|会计师事务所|采石场|\
         煤矿|商业企业|工商户|餐馆|商场|砖厂|茶厂",
    ),
    ("research", "大学|学院|研究院|研究所|研究中心|科学院|科研机构|科研院所|高校|科研单位|设计院|科研"),
    (
        "welfare",
        "协会|学会|基金会|商会|联合会|促进会|社会团体|社团|社会组织|公益组织|社会公益组织|慈善会|志愿者|\
         志愿队|社会公益|民办非企业|民办非企业单位|慈善总会|救助中心|服务社",
    ),
    ("legal", "律师事务所|律所|法律服务所|法律服务机构|法律援助中心|法律服务|律师所|公证处|法律机构"),
    (
        "other",
        "其他|其它|其他组织|村委会|居委会|村民委员会|居民委员会|业主委员会|业委会|事业单位|机关|行政机关|\
         村民小组|经济合作社|股份经济合作社|其他法人|其他机构|媒体|报社|电视台",
    ),
    ("natural", "自然人|个人|公民|村民|居民|群众|市民|自然人公民|公民个人|个人申请|学生|先生|女士"),
];

/// Words for organisations that leave open of which kind.
const OPEN: [&str; 12] = [
    "法人",
    "单位",
    "组织",
    "法人或其他组织",
    "法人和其他组织",
    "法人或者其他组织",
    "法人组织",
    "机构",
    "社会单位",
    "企事业单位",
    "企业事业单位",
    "事务所",
];

/// What a body's name ends in that is none of these.
const BODIES: &str = "会所院校厂店部局委办处站队社团司行馆中心厅室园场村镇乡县市区组";

/// Two applicants that an edition counts with the bodies of villages: 股份经济合作社 is none of the businesses.
const OTHER: &str = "other";

/// The words of the kinds by their first and by their last letter.
#[derive(Default)]
struct Known {
    by_first: HashMap<char, Vec<(&'static str, &'static str)>>,
    by_last: HashMap<char, Vec<(&'static str, &'static str)>>,
}

impl Known {
    fn get() -> &'static Self {
        static KNOWN: OnceLock<Known> = OnceLock::new();
        KNOWN.get_or_init(|| {
            let mut known = Self::default();
            for (id, ending) in ENDINGS.iter().flat_map(|(id, endings)| endings.split('|').map(|ending| (*id, ending)))
            {
                if let (Some(first), Some(last)) = (ending.chars().next(), ending.chars().next_back()) {
                    known.by_first.entry(first).or_default().push((id, ending));
                    known.by_last.entry(last).or_default().push((id, ending));
                }
            }
            known
        })
    }
}

/// What the words of a cell come to, in a column of applicants.
pub(super) fn who(text: &str) -> Who {
    let words = compact(text);
    // 某某有限公司（法定代表人某某）: what stands in brackets is of another.
    let words = words.split(['（', '(']).find(|piece| !piece.is_empty()).unwrap_or_default();
    let words = words.trim_matches(|c: char| "。；;，,、：:“”\"".contains(c));
    let bare = words.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六.、".contains(c));
    if bare.is_empty() || bare.chars().all(|c| !c.is_alphabetic()) {
        return Who::Unknown;
    }
    if OPEN.contains(&bare) {
        return OPEN.iter().find(|open| **open == bare).map_or(Who::Unknown, |open| Who::Organisation(open));
    }
    let known = Known::get();
    let last = bare.chars().next_back().and_then(|letter| known.by_last.get(&letter));
    let fitting = last.into_iter().flatten().filter(|(_, ending)| bare.ends_with(ending));
    if let Some((id, ending)) = fitting.max_by_key(|(_, ending)| ending.len()) {
        return Who::Kind(id, if is_a_body_of_a_village(ending) { OTHER_WORD } else { ending });
    }
    // 个人申请人, 企业法人, 商业企业（外资）: words of a kind of few letters that begin with it.
    let short = bare.chars().count() <= 8;
    let first = bare.chars().next().filter(|_| short).and_then(|letter| known.by_first.get(&letter));
    let fitting = first.into_iter().flatten().filter(|(_, ending)| bare.starts_with(ending));
    if let Some((id, ending)) = fitting.max_by_key(|(_, ending)| ending.len()) {
        return Who::Kind(id, ending);
    }
    if is_person(bare) { Who::Person } else { Who::Unknown }
}

const OTHER_WORD: &str = "其他组织";

fn is_a_body_of_a_village(ending: &str) -> bool {
    matches!(ending, "村民小组" | "经济合作社" | "股份经济合作社")
}

/// Whether words are built like a person's name: two to four characters that are no body's, 李某某, 张*, 买买提·艾力.
pub(super) fn is_person(words: &str) -> bool {
    let first = words.split(['、', '，', ',', '/', ' ', '和', '等']).next().unwrap_or_default();
    let letters = first.chars().count();
    let is_letter = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "*＊×ＸX某·•".contains(c);
    if !first.chars().all(is_letter) || first.chars().next().is_none_or(|c| "*＊×Ｘ·•".contains(c)) {
        return false;
    }
    if first.contains(['·', '•']) {
        return letters <= 20;
    }
    (2..=4).contains(&letters) && !first.ends_with(|c| BODIES.contains(c)) && !is_word(first)
}

/// Words of two to four letters that stand in ledgers and are no names.
fn is_word(words: &str) -> bool {
    const WORDS: [&str; 20] = [
        "网络", "网上", "邮寄", "当面", "信函", "传真", "现场", "窗口", "电话", "邮件", "电子", "平台", "公开", "答复",
        "申请", "结转", "收到", "已办", "办结", "未知",
    ];
    WORDS.iter().any(|word| words.contains(word))
}

/// The kind of applicant of this id in an edition.
pub(super) fn kind(form: &Form, id: &str) -> Option<&'static Applicant> {
    let other = || form.applicants().iter().find(|applicant| applicant.id == OTHER);
    form.applicants().iter().find(|applicant| applicant.id == id).or_else(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::APPLICANTS;

    #[test]
    fn the_labels_of_the_form_are_their_kinds() {
        for applicant in APPLICANTS {
            assert!(matches!(who(applicant.label), Who::Kind(id, _) if id == applicant.id), "{}", applicant.label);
        }
    }

    #[test]
    fn kinds_by_words_and_by_names() {
        for (id, texts) in [
            ("natural", "个人|自然人|公民|村民|1.自然人|公民（个人）|王女士|个人申请人"),
            (
                "business",
                "某某市东方建设有限公司|企业|某某农业专业合作社|个体工商户|某公司（法定代表人李四）|企业法人|商业企业",
            ),
            ("business", "某大学科技有限公司|某律师咨询有限公司|某研究院有限公司"),
            ("research", "某某大学|农业科学研究所|某某研究院|科研机构"),
            ("welfare", "某某协会|环保基金会|社会团体|某某商会|社会公益组织"),
            ("legal", "某某律师事务所|律所|某某法律服务所|法律服务机构"),
            ("other", "其他|某某村民委员会|某小区业主委员会|其他组织|某村股份经济合作社"),
        ] {
            for text in texts.split('|') {
                assert!(matches!(who(text), Who::Kind(found, _) if found == id), "{text}: {:?}", who(text));
            }
        }
        for name in
            ["张三", "欧阳小明", "李某某", "张*", "王××", "买买提·艾力", "张三、李四", "张三等5人", "张三（代）"]
        {
            assert_eq!(who(name), Who::Person, "{name}");
        }
        for open in ["法人", "法人或其他组织", "单位"] {
            assert!(matches!(who(open), Who::Organisation(_)), "{open}");
        }
        for text in ["", "12", "某某第一中学", "阳光幼儿园", "网络", "春天里的一件小事情", "—"]
        {
            assert_eq!(who(text), Who::Unknown, "{text}");
        }
    }
}
