//! What a template leaves for its user to fill in or to take out: ____, ××局, 【街道地址】, 请填写……, （如有，请据实填写）.

use std::ops::Range;

use super::has_any;
use super::width::is_han;

/// What is left of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether it is an instruction in brackets, without which the sentence is whole.
    pub is_aside: bool,
}

/// What is left of a template in a text, from left to right.
pub fn placeholders(text: &str) -> Vec<Placeholder> {
    let mut found = [bracketed(text), signs(text), nobody(text)].concat();
    if found.is_empty() {
        found = instructions(text);
    }
    found.sort_by_key(|left| (left.span.start, usize::MAX - left.span.end));
    let mut until = 0;
    found.retain(|left| {
        let is_first = left.span.start >= until;
        until = until.max(left.span.end);
        is_first
    });
    found
}

/// Words with which a template tells its user what to do.
const TASKS: [&str; 23] = [
    "填写",
    "请填",
    "填“",
    "填入",
    "据实",
    "此处",
    "撰写",
    "待补充",
    "待填",
    "可结合",
    "不少于",
    "不得与",
    "简要说明",
    "简述",
    "字以内",
    "字左右",
    "请根据",
    "请在此",
    "请各单位",
    "请各部门",
    "举例说明",
    "没有的可不写",
    "可不写",
];
/// What a template has a name in brackets for.
const NAMES: [&str; 17] = [
    "地址",
    "邮编",
    "电话",
    "单位名称",
    "机关名称",
    "网站名称",
    "部门名称",
    "联系部门",
    "联系人",
    "日期",
    "年份",
    "数字",
    "网址",
    "邮箱",
    "姓名",
    "区号",
    "号码",
];
/// How an instruction in brackets ends.
const ORDERS: [&str; 12] = [
    "则删除",
    "可删除",
    "请删除",
    "请补充",
    "自行补充",
    "待核实",
    "待核对",
    "待定",
    "必填",
    "选填",
    "实际修改",
    "供参考",
];
/// The longest name in brackets, in characters.
const NAME: usize = 8;

/// Instructions and names in brackets. In 【】 a number is a notice's, and “【一问一答】” is the name of a column.
fn bracketed(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut opened: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match c {
            '【' | '（' | '(' | '[' | '［' => opened = Some((at, c)),
            '】' | '）' | ')' | ']' | '］' => {
                let Some((from, open)) = opened.take() else { continue };
                let inner = text.get(from + open.len_utf8()..at).unwrap_or_default();
                let span = from..at + c.len_utf8();
                let quoted = text.get(..from).is_some_and(|before| before.ends_with('“'));
                let length = inner.chars().count();
                let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
                let is_blank = inner.trim().is_empty()
                    && (open == '【'
                        || ["件", "条", "次", "篇", "个", "年", "份", "%", "％"]
                            .iter()
                            .any(|unit| behind.starts_with(unit)));
                let is_order = ORDERS.iter().any(|order| inner.ends_with(order));
                let names = length <= NAME && NAMES.iter().any(|name| inner.ends_with(name));
                // （地址：……） tells where; （联系部门） alone waits for it.
                let is_name = names && (open == '【' || inner.ends_with("名称") || inner == "联系部门");
                let is_task = (has_any(inner, &TASKS) || is_order) && !is_of_applicants(inner) && !quoted;
                if is_task || is_name || is_blank {
                    found.push(Placeholder { span, is_aside: !is_name && !is_blank });
                }
            }
            _ => {}
        }
    }
    found
}

/// Signs that stand for what is to come: __, ××, ＿＿, XX, ○○, ***.
fn signs(text: &str) -> Vec<Placeholder> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |at: usize| letters.get(at).map_or('\0', |(_, c)| *c);
    let byte = |at: usize| letters.get(at).map_or(text.len(), |(at, _)| *at);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let sign = letter(at);
        if !is_sign(sign) {
            at += 1;
            continue;
        }
        let end = (at..letters.len()).find(|k| letter(*k) != sign).unwrap_or(letters.len());
        let before = at.checked_sub(1).map_or('\0', letter);
        let after = letter(end);
        let is_long = end - at >= 2;
        let is_left = match sign {
            '_' | '＿' => is_long,
            // 20××年, ××局, 信息XX条; not X光, 138****1234, “××牌”, 张××.
            _ => is_long && is_for_a_thing(text.get(byte(end)..).unwrap_or_default()) && !is_of_a_code(sign, before),
        };
        if is_left {
            let from = (0..at).rev().take_while(|k| letter(*k).is_ascii_digit()).last().unwrap_or(at);
            let to = if is_han(after) { end + 1 } else { end };
            found.push(Placeholder { span: byte(from)..byte(to), is_aside: false });
        }
        at = end;
    }
    found
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '_' | '＿'
            | '×'
            | '╳'
            | '✕'
            | 'X'
            | 'x'
            | 'Ｘ'
            | 'ｘ'
            | '○'
            | '〇'
            | '◯'
            | '□'
            | '△'
            | '*'
            | '＊'
            | '?'
            | '？'
    )
}

/// Whether a sign before which this stands is part of a code or a name that was masked.
fn is_of_a_code(sign: char, before: char) -> bool {
    match sign {
        '〇' | '？' | '?' => true,
        '*' | '＊' => before.is_ascii_digit(),
        'X' | 'x' => before.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Whether what follows a sign is what a template would name or count: 局, 年, 条.
fn is_for_a_thing(after: &str) -> bool {
    const THINGS: [&str; 45] = [
        "省",
        "市",
        "县",
        "区",
        "镇",
        "乡",
        "局",
        "街道",
        "委",
        "办",
        "厅",
        "部门",
        "单位",
        "管委会",
        "中心",
        "年",
        "月",
        "日",
        "条",
        "件",
        "次",
        "个",
        "篇",
        "万",
        "元",
        "%",
        "％",
        "期",
        "场",
        "政府",
        "人民政府",
        "项",
        "工作",
        "管理",
        "网站",
        "门户",
        "平台",
        "公众号",
        "科室",
        "股室",
        "社区",
        "专栏",
        "份",
        "人次",
        "余",
    ];
    THINGS.iter().any(|thing| after.starts_with(thing))
}

/// 某某 before a body, which is then nobody's: 某某乡. A person called 张某某 is masked.
fn nobody(text: &str) -> Vec<Placeholder> {
    const BODIES: [&str; 14] =
        ["省", "市", "县", "区", "镇", "乡", "局", "街道", "委", "办", "厅", "部门", "单位", "管委会"];
    let found = text.match_indices("某某").filter(|(at, _)| {
        // “某某局”字样 is spoken of.
        if text.get(..*at).is_some_and(|before| before.ends_with('“')) {
            return false;
        }
        let after = text.get(at + "某某".len()..).unwrap_or_default();
        after.starts_with('某') || BODIES.iter().any(|body| after.starts_with(body))
    });
    let end = |at: usize| {
        at + "某某".len() + text.get(at + "某某".len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    };
    found.map(|(at, _)| Placeholder { span: at..end(at), is_aside: false }).collect()
}

/// Whether it is the applicant who is to fill something in.
fn is_of_applicants(words: &str) -> bool {
    const APPLICANTS: [&str; 10] =
        ["申请人", "申请表", "公民", "公众", "群众", "当事人", "声明书", "样表", "登记表", "申请单位"];
    has_any(words, &APPLICANTS)
}

/// Sentences that tell whoever writes the report what to write.
fn instructions(text: &str) -> Vec<Placeholder> {
    const BEGINNINGS: [&str; 12] = [
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
    const SHALL: [&str; 2] = ["应当填写", "应填写"];
    const WITHIN: [&str; 7] = ["待补充", "待完善", "没有的填“", "没有的填写", "无此项的填", "如无请填", "填“无”"];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let found = placeholders(text);
        assert_eq!(found.iter().map(|left| &text[left.span.clone()]).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn what_a_template_leaves() {
        reads("收到申请____件，办结率＿＿％。", &["____件", "＿＿"]);
        reads("20××年，××局公开信息XX条。", &["20××年", "××局", "XX条"]);
        reads("请与某某乡党政办联系。", &["某某乡"]);
        reads("地址：【街道地址】，电话：【电话】。", &["【街道地址】", "【电话】"]);
        reads("可在（单位网站名称）下载，与（联系部门）联系。", &["（单位网站名称）", "（联系部门）"]);
        reads("无。（如有，请据实填写）", &["（如有，请据实填写）"]);
        reads("【此处简要说明平台建设情况】", &["【此处简要说明平台建设情况】"]);
        reads("请填写本年度主动公开的数量。好。", &["请填写本年度主动公开的数量"]);
        reads("（五）监督保障。此部分内容待补充。", &["此部分内容待补充"]);
        reads("收到申请（ ）件，【】件结转。", &["（ ）", "【】"]);
        reads("组织培训2次（数据待核实）。", &["（数据待核实）"]);
        reads("通过××网站公开。", &["××网"]);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "申请人应当填写《申请表》，网上提示“请填写真实姓名”。",
            "当事人张某某、申请人李××，电话138****1234，“××牌”商标，X光机，XX.com。",
            "国办发【2019】60号，“【一问一答】”栏目，《通知》（联系电话：0431-1）。",
            "二〇二三年，第二十届，A_B，专项资金申报表由申请单位填写（联系人：办公室）。",
            "",
        ] {
            reads(text, &[]);
        }
    }
}
