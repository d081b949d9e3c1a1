//! How much of a file is read. A file's own word for its size is never believed: what comes out is counted.

use super::Refusal;

/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 20 << 20;
/// The most that may come out of a compressed file, in bytes, all its parts together.
pub const MOST_INFLATED: u64 = 64 << 20;
/// The most parts of a container.
pub const MOST_PARTS: usize = 1000;
/// The most cells of all tables of a file, blank ones counted.
pub const MOST_CELLS: usize = 200_000;
/// The most columns of a table.
pub const MOST_COLUMNS: usize = 1000;
/// The most rows or columns that a cell covers.
pub const LARGEST_SPAN: usize = 1000;
/// How deep elements may be nested.
pub const DEEPEST: usize = 64;
/// The most paragraphs of a file.
pub const MOST_PARAGRAPHS: usize = 100_000;

/// The most text of a document, in bytes, that of its cells counted: to understand it takes some twenty times as many.
pub const MOST_TEXT: usize = 8 << 20;

/// What is said of a file that is larger than it may be.
pub fn too_large() -> Refusal {
    Refusal::new("文件太大或里面的内容太多，没有读入。请只留下年报本身，另存后再试。")
}
