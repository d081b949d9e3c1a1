//! What is told of a document besides its text: sentences that several readers have.

/// What is said of a file with changes that nobody has accepted yet.
pub const REVISED: &str = "文件有未接受的修订，按修订后的内容读取。";
/// What is said of text that does not show.
pub const HIDDEN: &str = "文件有隐藏的文字，没有读入。";
/// What is said of notes to the text.
pub const FOOTNOTES: &str = "文件有脚注或尾注，没有并入正文。";
/// What is said of a document inside the document.
pub const INNER_FILE: &str = "文件里嵌有另一个文件，没有读入。请核对内容是否齐全。";
