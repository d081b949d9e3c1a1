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
    /// What is done.
    pub act: Act,
}

/// What an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Gives the draft itself.
    Draft,
    /// Lets the writer make a file.
    File(Format),
    /// Opens the browser's print dialogue, which makes the PDF.
    Print,
    /// Shows the page for the public.
    Infographic,
}

impl Act {
    /// What the writer makes; nothing where it makes none.
    pub fn format(self) -> Option<Format> {
        match self {
            Self::File(format) => Some(format),
            Self::Draft | Self::Print | Self::Infographic => None,
        }
    }
}

const fn entry(
    command: &'static str,
    words: &'static str,
    ending: &'static str,
    purpose: &'static str,
    icon: Icon,
    format: Format,
) -> Entry {
    Entry { command, words, ending, purpose, icon, act: Act::File(format) }
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
            act: Act::Draft,
        }],
    ),
    (
        "送审、发布",
        &[
            entry("export-docx", "Word", ".docx", "按公文格式排好，送领导审、存档", Icon::FILE, Format::Docx),
            Entry {
                command: "export-pdf",
                words: "PDF",
                ending: ".pdf",
                purpose: "打开打印，打印机选“另存为PDF”",
                icon: Icon::PRINT,
                act: Act::Print,
            },
            entry("export-html", "网页", ".html", "一个文件，交网站发布", Icon::GLOBE, Format::Html),
            entry("copy-html", "复制为网页", "", "贴进网站后台的编辑框，表格照样在", Icon::COPY, Format::Fragment),
            Entry {
                command: "infographic",
                words: "图解",
                ending: ".png .svg",
                purpose: "一页给公众看的数字，附在年报后面",
                icon: Icon::PICTURE,
                act: Act::Infographic,
            },
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
            let entries: Vec<&Entry> = all().filter(|entry| entry.act == Act::File(format)).collect();
            let [entry] = entries.as_slice() else { panic!("{format:?}: {} entries", entries.len()) };
            let is_file = format != Format::Fragment;
            assert_eq!(entry.ending, if is_file { format!(".{}", format.ending()) } else { String::new() });
        }
    }
}
