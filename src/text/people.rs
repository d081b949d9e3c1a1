//! The names of people who asked, complained or sued, told by their part in it or by what follows their names.

use super::names::{FAMILY, NO_NAMES, name_length};
use super::personal::{Personal, PersonalKind};

/// Who takes part in a matter by himself, so that a name after it is a private person's. Officials are none.
const ROLES: [&str; 19] = [
    "原告",
    "家长",
    "村民",
    "居民",
    "市民",
    "职工",
    "当事人",
    "投诉人",
    "举报人",
    "信访人",
    "来访人",
    "参保人",
    "低保对象",
    "业主",
    "户主",
    "患者",
    "考生",
    "学生",
    "第三人",
];
/// Words before a name that something came from or goes to, where what follows says that it is a person's.
const BEFORE: [&str; 12] = ["收到", "关于", "答复", "办结", "退回", "回复", "受理", "对", "向", "由", "即", "为"];
/// What follows the name of a person and of little else.
const AFTER_PERSON: [&str; 21] = [
    "邮寄",
    "申请公开",
    "申请获取",
    "提起",
    "先生",
    "女士",
    "同志",
    "关于",
    "反映",
    "信访",
    "的投诉",
    "的信访",
    "的来信",
    "的来访",
    "不服",
    "诉我",
    "等人",
    "两位",
    "等2名",
    "等3名",
    "提出的",
];

/// The names of people who asked, complained or sued, told by their part in it or by what follows: 原告许志强, 关于高文斌的投诉.
pub(super) fn people(text: &str) -> Vec<Personal> {
    let mut found = Vec::new();
    let mut take = |start: usize, length: usize| {
        let name = text.get(start..start + length).unwrap_or_default();
        let masked = format!("{}某", name.chars().next().unwrap_or_default());
        found.push(Personal { kind: PersonalKind::Applicant, span: start..start + length, masked });
    };
    for role in ROLES {
        for (at, word) in text.match_indices(role) {
            let start = at + word.len();
            let rest = text.get(start..).unwrap_or_default();
            let told = || name_before(rest, &AFTER_PERSON);
            if let Some(length) = name_length(rest).or_else(told) {
                take(start, length);
            }
        }
    }
    let starts = BEFORE.iter().flat_map(|word| text.match_indices(word).map(|(at, word)| at + word.len()));
    // 冯玉清不服……: a sentence begins with him.
    let sentences = text.match_indices(['。', '；', '：', '\n']).map(|(at, mark)| at + mark.len());
    for start in starts.chain(sentences).chain([0]) {
        let rest = text.get(start..).unwrap_or_default();
        // 马俊、唐晓峰等2名申请人: of several each.
        let several = name_before(rest, &["、"]).filter(|first| {
            let next = rest.get(first + '、'.len_utf8()..).unwrap_or_default();
            name_before(next, &AFTER_PERSON).is_some()
        });
        if let Some(first) = several {
            take(start, first);
            let next = start + first + '、'.len_utf8();
            let length = text.get(next..).and_then(|rest| name_before(rest, &AFTER_PERSON));
            if let Some(length) = length {
                take(next, length);
            }
        } else if let Some(length) = name_before(rest, &AFTER_PERSON) {
            take(start, length);
        }
    }
    for title in ["先生", "女士"] {
        for (at, _) in text.match_indices(title) {
            if let Some(length) = name_that_ends(text.get(..at).unwrap_or_default()) {
                take(at - length, length);
            }
        }
    }
    found.sort_by_key(|person| person.span.start);
    found.dedup_by_key(|person| person.span.start);
    found
}

/// How many bytes of a person's full name a text ends with, for what follows to say that it is one: 律师事务所周敏.
fn name_that_ends(text: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().rev().take(3).collect();
    [3, 2].into_iter().find_map(|count| {
        let (start, family) = letters.get(count - 1)?;
        let given = letters.get(..count - 1)?;
        let is_name = FAMILY.contains(*family) && given.iter().all(|(_, c)| is_given(*c));
        is_name.then_some(text.len() - start)
    })
}

/// Whether a letter can stand in a given name, and does not end or join other words.
fn is_given(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) && !"某先女同们的等县市区镇乡村局厅院校厂路街房费款案号".contains(c)
}

/// Whether several are meant, or a day follows: 等5户, 于11月.
fn goes_on_with_a_number(rest: &str) -> bool {
    let counted = |rest: &str| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c));
        after.len() < rest.len() && after.starts_with(['户', '名', '人', '位'])
    };
    rest.strip_prefix('等').is_some_and(counted)
        || rest.strip_prefix('于').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// How many bytes of a person's name a text begins with, where one of these words follows it.
fn name_before(text: &str, follows: &[&str]) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().take(4).collect();
    let (_, family) = letters.first()?;
    if !FAMILY.contains(*family) || NO_NAMES.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    [3, 2].into_iter().find_map(|count| {
        let end = letters.get(count).map(|(at, _)| *at)?;
        let name = letters.get(1..count)?;
        let rest = text.get(end..)?;
        let is_followed = follows.iter().any(|word| rest.starts_with(word)) || goes_on_with_a_number(rest);
        (name.iter().all(|(_, c)| is_given(*c)) && is_followed).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(text: &str, expected: &[&str]) {
        let found: Vec<&str> = people(text).iter().map(|person| &text[person.span.clone()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_by_their_part_and_by_what_follows() {
        names("原告许志强诉我局一案，家长王丽娟同志反映。", &["许志强", "王丽娟"]);
        names("关于高文斌的投诉，收到郑国华先生申请。", &["高文斌", "郑国华"]);
        names("退回马俊、唐晓峰等2名申请人的申请。", &["马俊", "唐晓峰"]);
        names("冯玉清不服答复。", &["冯玉清"]);
    }

    #[test]
    fn nobody() {
        for text in [
            "县长陈立民主持会议，对申请人李某某的申请，原告张某不服。",
            "关于高度重视信访工作的通知，收到金融信访件，向社会公开，对严重问题反映及时。",
            "",
        ] {
            names(text, &[]);
        }
    }
}
