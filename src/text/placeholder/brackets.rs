//! Instructions and names in brackets: 【街道地址】, （如有，请据实填写）, （ ）件.

use super::Placeholder;
use super::instructions::is_of_applicants;
use crate::text::has_any;

/// Words with which a template tells its user what to do.
const TASKS: [&str; 26] = [
    "号字",
    "宋体",
    "行间距",
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
pub(super) fn bracketed(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut opened: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match c {
            '【' | '（' | '(' | '[' | '［' | '〔' => opened = Some((at, c)),
            '】' | '）' | ')' | ']' | '］' | '〕' => {
                let Some((from, open)) = opened.take() else { continue };
                let inner = text.get(from + open.len_utf8()..at).unwrap_or_default();
                let span = from..at + c.len_utf8();
                let quoted = text.get(..from).is_some_and(|before| before.ends_with('“'));
                let length = inner.chars().count();
                let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
                let is_blank = inner.trim().is_empty()
                    && (open == '【'
                        || ["件", "条", "次", "篇", "个", "年", "份", "%", "％", "号"]
                            .iter()
                            .any(|unit| behind.starts_with(unit)));
                let is_order = ORDERS.iter().any(|order| inner.ends_with(order));
                let names = length <= NAME && NAMES.iter().any(|name| inner.ends_with(name));
                // （地址：……） tells where; （联系部门） alone waits for it.
                let is_name = names
                    && (open == '【' || inner.ends_with("名称") || inner.starts_with("具体") || inner == "联系部门");
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
