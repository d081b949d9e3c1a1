//! Why a file is not read: where, what stood there, what to do. All the words of it stand here.

use std::fmt;

use super::VERSION;

/// Why a file is not read as a draft. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file is larger than a draft can be.
    TooLarge,
    /// There is nothing in the file.
    Empty,
    /// The file is of another kind.
    Foreign(&'static str),
    /// The bytes are no text in UTF-8 or GB18030.
    NotText,
    /// The text is no JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// Whether the file ends before it is complete.
        cut: bool,
    },
    /// Lists and objects stand in each other more than 64 deep.
    TooDeep,
    /// The outermost value is no object.
    NotAnObject,
    /// A name is given twice in one object.
    Twice {
        /// The key's path.
        path: String,
    },
    /// There is no `nianbao`, so it is no draft.
    NotADraft,
    /// It is the file of local requirements.
    Pack,
    /// The file was written by a newer version.
    Newer {
        /// The file's version, as written.
        version: String,
    },
    /// A value is of another type than the draft has there.
    WrongType {
        /// The key's path.
        path: String,
        /// What is expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A value is of the right type and cannot stand there.
    OutOfRange {
        /// The key's path.
        path: String,
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: &'static str,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("这个文件超过5MB，不像是年报草稿。请核对是否选错了文件。"),
            Self::Foreign(kind) => {
                write!(f, "这是{kind}，不是年报草稿。本页打开的是以 .nianbao.json 结尾的草稿文件。")
            }
            Self::Empty => f.write_str("这个文件是空的，里面没有内容。请检查是不是选错了文件。"),
            Self::NotText => f.write_str("这个文件不是文字，读不出来。请选择以 .nianbao.json 结尾的草稿文件。"),
            Self::NotJson { line, column, cut: true } => {
                write!(f, "这个文件不完整：到第{line}行第{column}列就断了。请让同事重新导出一份。")
            }
            Self::NotJson { line, column, cut: false } => {
                write!(
                    f,
                    "这个文件不是年报草稿：第{line}行第{column}列不合JSON格式。请选择以 .nianbao.json 结尾的草稿文件。"
                )
            }
            Self::TooDeep => f.write_str("这个文件不是年报草稿：嵌套超过64层。"),
            Self::NotAnObject => {
                f.write_str("这个文件不是年报草稿：最外层应为一对花括号。请选择以 .nianbao.json 结尾的草稿文件。")
            }
            Self::Twice { path } => {
                write!(f, "“{path}”在文件里写了两次，不能确定以哪个为准。请在原处改好，重新导出。")
            }
            Self::Pack => f.write_str("这是本地要求，不是年报草稿。请在“单位与年度”下“检查用的设置”里载入。"),
            Self::NotADraft => {
                f.write_str("这个文件不是年报草稿：缺少“nianbao”一项。请选择以 .nianbao.json 结尾的草稿文件。")
            }
            Self::Newer { version } => {
                write!(
                    f,
                    "这份草稿由更新的版本写成（第{version}版，本页能读到第{VERSION}版）。请刷新页面，用新版打开。"
                )
            }
            Self::WrongType { path, expected, found } => {
                write!(f, "“{path}”应为{expected}，文件里是{found}。请在原处改好，重新导出。")
            }
            Self::OutOfRange { path, found, allowed } => {
                write!(f, "“{path}”的值{found}不能用，应为{allowed}。请在原处改好，重新导出。")
            }
        }
    }
}
