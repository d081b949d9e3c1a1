//! Sentences that tell whoever writes the report what to write: 请填写……, 此部分内容待补充.

use super::Placeholder;
use crate::text::has_any;

/// Whether it is the applicant who is to fill something in.
pub(super) fn is_of_applicants(words: &str) -> bool {
    const APPLICANTS: [&str; 10] =
        ["申请人", "申请表", "公民", "公众", "群众", "当事人", "声明书", "样表", "登记表", "申请单位"];
    has_any(words, &APPLICANTS)
}

/// Sentences that tell whoever writes the report what to write.
pub(super) fn instructions(text: &str) -> Vec<Placeholder> {
    const BEGINNINGS: [&str; 17] = [
        "对落实《条例》",
        "该部分以",
        "简述",
        "简要说明",
        "此处介绍",
        "请填写",
        "请在此",
        "请据实",
        "此处填写",
        "此处应",
        "此部分内容",
        "本部分应",
        "这一项报告",
        "这一部分主要",
        "填报说明：",
        "填写说明：",
        "编写说明：",
    ];
    const SHALL: [&str; 4] = ["应当填写", "应填写", "应当如实填写", "应如实填写"];
    const WITHIN: [&str; 9] = [
        "本级政府（本部门）",
        "本地本单位",
        "待补充",
        "待完善",
        "没有的填“",
        "没有的填写",
        "无此项的填",
        "如无请填",
        "填“无”",
    ];
    let mut found = Vec::new();
    for (from, sentence) in sentences(text) {
        let lead = sentence.trim_start();
        let at = from + sentence.len() - lead.len();
        let begins = BEGINNINGS.iter().any(|words| lead.starts_with(words));
        let quoted = WITHIN.iter().chain(&SHALL).filter_map(|words| sentence.find(words)).min().is_some_and(|at| {
            sentence.get(..at).is_some_and(|before| before.matches('“').count() > before.matches('”').count())
        });
        let shall = SHALL.iter().filter_map(|words| Some((sentence.find(words)?, words.len()))).min();
        let shall = shall.is_some_and(|(at, length)| {
            let after = sentence.get(at + length..).unwrap_or_default();
            !after.starts_with('的') && is_of_nobody(sentence.get(..at).unwrap_or_default())
        });
        let tells = (shall || has_any(sentence, &WITHIN)) && !quoted;
        if (begins || tells) && !is_of_applicants(sentence) {
            found.push(Placeholder { span: at..from + sentence.len(), is_aside: false });
        }
    }
    found
}

/// Whether the words of a clause before 应当填写 name nobody who shall: the template speaks to its reader. 各镇应当填写 tells of towns.
fn is_of_nobody(before: &str) -> bool {
    const READERS: [&str; 17] = [
        "部分",
        "此处",
        "各单位",
        "行政机关",
        "人民政府",
        "本栏",
        "本表",
        "该项",
        "本项",
        "这里",
        "一项",
        "内容",
        "情况",
        "的",
        "填报单位",
        "本单位",
        "本机关",
    ];
    let clause = before.rsplit(['，', '；', '：', '（', '(']).next().unwrap_or_default().trim();
    clause.is_empty() || clause == "部门" || READERS.iter().any(|reader| clause.ends_with(reader))
}

/// The sentences of a text, each with where it begins.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(['。', '！', '？', '\n']).map(move |sentence| {
        let from = at;
        at += sentence.len();
        (from, sentence.trim_end_matches(['。', '！', '？', '\n']))
    })
}
