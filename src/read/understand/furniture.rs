//! What a web page or a letter has around a report: where one is, who posted it when, print, share, attachments.

use crate::read::LeftKind;
use crate::report::code_in;

/// Words with which a line begins that belongs to the page and not to the report.
const WEB: &[&str] = &[
    "当前位置",
    "您的位置",
    "您现在的位置",
    "所在位置",
    "首页",
    "来源",
    "信息来源",
    "稿件来源",
    "发布时间",
    "发布日期",
    "发布机构",
    "发文日期",
    "发文机构",
    "发文字号",
    "成文日期",
    "生成日期",
    "公开日期",
    "时间：",
    "时间:",
    "日期：",
    "日期:",
    "索引号",
    "文号",
    "标题：",
    "标题:",
    "主题分类",
    "关键词",
    "公开形式",
    "责任部门",
    "是否有效",
    "有效性",
    "字号",
    "字体",
    "打印",
    "浏览",
    "点击",
    "阅读",
    "访问",
    "微信",
    "微博",
    "QQ",
    "分享",
    "收藏",
    "关闭",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "返回",
    "扫一扫",
    "扫码",
    "登录",
    "注册",
    "无障碍",
    "长者",
    "繁体",
    "简体",
    "责任编辑",
    "编辑：",
    "编辑:",
    "作者：",
    "作者:",
    "审核：",
    "网站地图",
    "网站声明",
    "关于我们",
    "联系我们",
    "主办单位",
    "承办单位",
    "版权所有",
    "技术支持",
    "相关链接",
    "相关文档",
    "相关附件",
    "全真版",
    "文字版",
    "文件下载",
    "-->",
    "<!--",
    ">>",
    "【",
    "•",
    "|",
    "手机版",
    "语音播报",
];

/// Words with which a line begins that names an attachment.
const ATTACHMENT: &[&str] =
    &["附件下载", "附件：", "附件:", "附件1", "附件一", "附表：", "附表:", "下载附件", "点击下载"];

/// Words of the imprint of a letter.
const IMPRINT: &[&str] = &["抄送", "抄报", "主送", "印发", "共印"];

/// What a line is that is none of the report; nothing where it may be.
pub fn furniture(line: &str) -> Option<LeftKind> {
    let mut bare = line.to_owned();
    let has_code = code_in(line).map(|(at, _)| bare.replace_range(at, "")).is_some();
    let text = bare.trim();
    if has_code && text.is_empty() {
        return Some(LeftKind::Footer);
    }
    let length = text.chars().count();
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if length > 120 {
        return None;
    }
    if begins(ATTACHMENT) || (text == "附件" || text == "附表") {
        return Some(LeftKind::Attachment);
    }
    let is_file =
        [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".zip", ".rar"].iter().any(|end| text.ends_with(end));
    if is_file && !text.contains('。') {
        return Some(LeftKind::Attachment);
    }
    if begins(IMPRINT) || (text.ends_with("印发") && length < 50) {
        return Some(LeftKind::Imprint);
    }
    let is_page = {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let inner = bare.trim_matches(['-', '—', '–', '－', '·']);
        let inner = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')).unwrap_or(inner);
        bare.len() > inner.len() && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit()) && inner.len() < 4
    };
    if is_page {
        return Some(LeftKind::PageNumber);
    }
    let is_mark = text.chars().all(|c| !c.is_alphanumeric());
    let is_copyright = ["ICP备", "公网安备", "网站标识码", "Copyright"].iter().any(|word| text.contains(word));
    (begins(WEB) && length < 60 || is_mark || is_copyright).then_some(LeftKind::Web)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_around_a_report() {
        for (line, kind) in [
            ("当前位置： 首页政务公开", Some(LeftKind::Web)),
            ("来源：平潭县人民政府", Some(LeftKind::Web)),
            ("发布日期：2018-02-26    点击数：", Some(LeftKind::Web)),
            ("-->", Some(LeftKind::Web)),
            ("- 5 -", Some(LeftKind::PageNumber)),
            ("—12—", Some(LeftKind::PageNumber)),
            ("第 12 页", Some(LeftKind::PageNumber)),
            ("校验码 3F7A-91C2", Some(LeftKind::Footer)),
            ("校验码 3F7A-91C2\t— 1 —", Some(LeftKind::PageNumber)),
            ("— 12 —  校验码 3F7A-91C2", Some(LeftKind::PageNumber)),
            ("页脚印有校验码 3F7A-91C2，可以核对。", None),
            ("2023年年报.pdf", Some(LeftKind::Attachment)),
            ("附件下载", Some(LeftKind::Attachment)),
            ("抄送：市政府办公室。", Some(LeftKind::Imprint)),
            ("某某局办公室 2023年1月5日印发", Some(LeftKind::Imprint)),
            ("2023年，我局收到申请3件。", None),
            ("无。", None),
            ("一、总体情况", None),
        ] {
            assert_eq!(furniture(line), kind, "{line}");
        }
        assert_eq!(furniture(&"来源于各单位的数据汇总而成，".repeat(12)), None, "a paragraph is none");
    }
}
