//! Signs and words that stand for what is to come: ____, ××局, 某某乡.

use super::Placeholder;
use crate::text::width::is_han;

/// Signs that stand for what is to come: __, ××, ＿＿, XX, ○○, ***.
pub(super) fn signs(text: &str) -> Vec<Placeholder> {
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
            // 2024年X月X日: one sign stands for a number.
            'X' | 'x' | '×' | 'Ｘ' if !is_long && matches!(before, '年' | '月') => matches!(after, '月' | '日'),
            // “××路”式的命名 is spoken of.
            _ if !is_long || before == '“' || is_of_a_code(sign, before) => false,
            // 请与XXX联系（电话：XXXX-XXXXXXX）, 0591-××××××××: nobody and no number.
            _ => {
                let (before, after) =
                    (text.get(..byte(at)).unwrap_or_default(), text.get(byte(end)..).unwrap_or_default());
                is_for_a_thing(after) || is_to_speak_with(before, after) || is_of_a_phone(before)
            }
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
    const THINGS: [&str; 52] = [
        "室",
        "科",
        "股",
        "处",
        "路",
        "号",
        "楼",
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

/// Whether signs stand for whom to speak with: 请与XXX联系.
fn is_to_speak_with(before: &str, after: &str) -> bool {
    ["与", "和", "向", "联系", "联系人："].iter().any(|word| before.ends_with(word))
        && ["联系", "咨询", "（", "("].iter().any(|word| after.starts_with(word))
}

/// Whether signs stand for a number by which to reach the office: 电话：XXXX, 0591-××××××××.
fn is_of_a_phone(before: &str) -> bool {
    const LABELS: [&str; 6] = ["电话", "传真", "邮编", "邮政编码", "热线", "邮箱"];
    let bare =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '－' | '：' | ':' | ' '));
    bare.len() < before.len() && LABELS.iter().any(|label| bare.ends_with(label))
}

/// 某某 before a body, which is then nobody's: 某某乡. A person called 张某某 is masked.
pub(super) fn nobody(text: &str) -> Vec<Placeholder> {
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
