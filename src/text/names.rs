//! Names of people: what can be one, and those of applicants.

use super::personal::{Personal, PersonalKind};

/// Whether a letter is a family name with which few other words begin.
pub fn is_family_name(letter: char) -> bool {
    FAMILY.contains(letter)
}

/// Family names that no common word after 申请人 begins with, or only one of `NO_NAMES`.
pub(super) const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭肖萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈\
     姚卢傅钟姜崔谭廖汪陆金石戴贾韦夏邱侯邹熊孟秦薛尹雷黎史龙陶贺顾毛郝龚邵钱严覃武莫孔汤尚温康施牛葛邢岳齐庄翟";

/// Words after 申请人 that begin like a name.
pub(super) const NO_NAMES: [&str; 51] = [
    "程度", "曾多", "曾于", "曾在", "曾因", "曾被", "马上", "高度", "何时", "何种", "罗列", "郑重", "谢绝", "许可",
    "曾经", "曾向", "曾就", "杜绝", "程序", "陆续", "金额", "严格", "严重", "周知", "周边", "张贴", "林权", "林地",
    "田地", "陈述", "施工", "康复", "尚未", "尚需", "尚有", "温馨", "余下", "石材", "牛羊", "齐全", "顾虑", "许多",
    "钱款", "金融", "高频", "高效", "陈情", "孔子", "莫名", "余额", "余款",
];

/// Letters that a name may be followed by.
const AFTER_NAME: &str = "，。；：、,;:）)（(”》 的向于对不提申因要就在诉与来等反认通所称以";

/// The names of applicants: 申请人张三 and 申请人：张三; 申请人李某某 is masked already.
pub(super) fn applicants(text: &str) -> Vec<Personal> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("申请人") {
        // 被申请人 is an office in a review.
        if text.get(..at).is_some_and(|before| before.ends_with('被')) {
            continue;
        }
        let after = text.get(at + word.len()..).unwrap_or_default();
        let rest = ["姓名", "分别为", "分别是", "为", "是", "系"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        let rest = rest.trim_start_matches(['：', ':', ' ', '（', '(', '“']);
        let start = text.len() - rest.len();
        let Some(length) = name_length(rest) else { continue };
        let Some(name) = rest.get(..length) else { continue };
        let masked = format!("{}某", name.chars().next().unwrap_or_default());
        found.push(Personal { kind: PersonalKind::Applicant, span: start..start + length, masked });
    }
    found
}

/// How many bytes of a person's name a text begins with.
pub(super) fn name_length(text: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().take(4).collect();
    let (_, family) = letters.first()?;
    if !FAMILY.contains(*family) || NO_NAMES.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    let given = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) && !"某先女同们的等，".contains(c);
    [3, 2].into_iter().find_map(|count| {
        let name = letters.get(1..count)?;
        // 申请人孟津县某公司: the name of a place or of a body.
        if name.last().is_some_and(|(_, c)| "县市区镇乡村局厅院校厂".contains(*c)) {
            return None;
        }
        if !name.iter().all(|(_, c)| given(*c)) {
            return None;
        }
        let end = letters.get(count).map_or(text.len(), |(at, _)| *at);
        let after = text.get(end..)?.chars().next();
        after.is_none_or(|c| AFTER_NAME.contains(c)).then_some(end)
    })
}
