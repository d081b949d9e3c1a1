//! What a template leaves for its user to fill in or to take out: ____, ××局, 【街道地址】, 请填写……, （如有，请据实填写）.

mod brackets;
mod instructions;
mod signs;

use std::ops::Range;

use brackets::bracketed;
use instructions::instructions;
use signs::{nobody, signs};

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
