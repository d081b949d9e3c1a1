//! What the report can go out as: an entry of the menu each.

use crate::ui::parts::Icon;
use crate::write::Format;

/// An entry of the menu.
pub(super) struct Entry {
    /// Its name in the page (`data-action`).
    pub command: &'static str,
    /// What comes out.
    pub words: &'static str,
    /// The ending of the file; empty for what is no file.
    pub ending: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// What the writer makes of it; nothing for the draft itself.
    pub format: Option<Format>,
}

const fn entry(
    command: &'static str,
    words: &'static str,
    ending: &'static str,
    purpose: &'static str,
    icon: Icon,
    format: Format,
) -> Entry {
    Entry { command, words, ending, purpose, icon, format: Some(format) }
}

/// The entries, in groups under what they are for.
pub(super) static GROUPS: [(&str, &[Entry]); 4] = [
    (
        "接着填",
        &[Entry {
            command: "export-json",
            words: "草稿",
            ending: ".nianbao.json",
            purpose: "交给同事接着填，或交去汇总",
            icon: Icon::BRACES,
            format: None,
        }],
    ),
    (
        "送审、发布",
        &[
            entry("export-docx", "Word", ".docx", "按公文格式排好，送领导审、存档", Icon::FILE, Format::Docx),
            entry("export-html", "网页", ".html", "一个文件，交网站发布", Icon::GLOBE, Format::Html),
            entry("copy-html", "复制为网页", "", "贴进网站后台的编辑框，表格照样在", Icon::COPY, Format::Fragment),
        ],
    ),
    (
        "数据",
        &[
            entry("export-xlsx", "Excel", ".xlsx", "一张表一页，合计是公式，可以再算", Icon::TABLE, Format::Xlsx),
            entry("export-csv", "CSV", ".csv", "一格一行，给别的系统读", Icon::LINES, Format::Csv),
        ],
    ),
    (
        "文字",
        &[
            entry("export-txt", "纯文本", ".txt", "没有格式，贴到哪里都行", Icon::PAGE, Format::Text),
            entry("export-md", "Markdown", ".md", "留着标题和表格的纯文本", Icon::HASH, Format::Markdown),
        ],
    ),
];

/// All entries.
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    GROUPS.iter().flat_map(|(_, entries)| entries.iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_entry() {
        for format in Format::ALL {
            let entries: Vec<&Entry> = all().filter(|entry| entry.format == Some(format)).collect();
            let [entry] = entries.as_slice() else { panic!("{format:?}: {} entries", entries.len()) };
            let is_file = format != Format::Fragment;
            assert_eq!(entry.ending, if is_file { format!(".{}", format.ending()) } else { String::new() });
        }
    }
}
