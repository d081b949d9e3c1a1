//! Whether a note with which a finding is accepted says anything.

use crate::text::compact;

/// Words that a note may be made of without saying anything.
const HOLLOW: [&str; 62] = [
    "核实", "核对", "核查", "核验", "审核", "复核", "查实", "查对", "检查", "校对", "确认", "确定", "确实", "真实",
    "属实", "如此", "实际", "实有", "无误", "正确", "准确", "没有", "没错", "错误", "有误", "差错", "问题", "情况",
    "数据", "数字", "内容", "信息", "本条", "此处", "该项", "以上", "上述", "同意", "认可", "通过", "已阅", "知悉",
    "知道", "收到", "可以", "是的", "对的", "好的", "不用", "修改", "改动", "忽略", "暂无", "完毕", "说明", "备注",
    "略", "不改", "阅", "ok", "yes", "no",
];

/// Particles that join them.
const PARTICLES: &str = "已经均都为是的了过之并且和与皆系无不没未我对可好行";

/// Whether a note says anything: nothing, 核实无误, 属实, 无误 and their like do not, nor does a bare number.
pub fn is_note(note: &str) -> bool {
    let bare: String = compact(note).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let mut rest = bare.as_str();
    while let Some(first) = rest.chars().next() {
        let word = HOLLOW.iter().find_map(|word| rest.strip_prefix(word));
        let empty = PARTICLES.contains(first) || first.is_ascii_digit();
        match word.or_else(|| rest.strip_prefix(first).filter(|_| empty)) {
            Some(shorter) => rest = shorter,
            None => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_note;

    #[test]
    fn a_hollow_note_is_none() {
        for note in [
            "",
            "  ",
            "！",
            "。",
            "核实无误",
            "属实",
            "无误。",
            "无误",
            "已核实，数据准确",
            "经核对无误",
            "没有问题",
            "没问题",
            "已核对",
            "情况属实",
            "数据无误",
            "经核实数据准确无误",
            "确认无误",
            "ok",
            "OK",
            "无",
            "同意",
            "1",
            "已阅",
            "核实过",
            "经核实，情况属实",
            "数据真实准确",
            "以上数据均无误",
            "不用修改",
            "此处无误",
            "好的",
            "可以",
            "暂无说明",
            "已核实过了",
            "123",
            "……",
            "是",
            "对",
        ] {
            assert!(!is_note(note), "{note}");
        }
        for note in ["2014年按旧口径只计规范性文件", "已核对，确为6件", "机构改革后职能划出"]
        {
            assert!(is_note(note), "{note}");
        }
    }
}
