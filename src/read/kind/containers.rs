//! What is in a container: the older one by the streams at its root, a ZIP by its parts.

use super::super::Refusal;
use super::super::ole::Container;
use super::super::package::{Package, encrypted};
use super::{FileKind, refused};

/// The kind of a file in the container of the older formats. What is embedded in a document stands below the root and is not
/// looked at.
pub fn ole(bytes: &[u8]) -> Result<FileKind, Refusal> {
    let container = Container::open(bytes)?;
    let has = |name: &str| container.has(name);
    if has("EncryptedPackage") {
        return Err(encrypted());
    }
    if has("WordDocument") {
        return Ok(FileKind::Doc);
    }
    if has("Workbook") || has("Book") {
        return Ok(FileKind::Workbook);
    }
    Err(other_ole(&container))
}

/// Why a file in the container of the older formats cannot be read, where it is neither document nor workbook.
pub fn other_ole(container: &Container) -> Refusal {
    let has = |name: &str| container.has(name);
    if has("PowerPoint Document") {
        slides()
    } else if has("MatOST") || has("MN0") || has("SPELLING") {
        refused("这是 Microsoft Works 的文档，不是 WPS 文字的文档", "请用 Word 或 WPS 打开后另存为 .docx 格式，再试")
    } else if has("__properties_version1.0") {
        refused("这是 Outlook 的邮件", "请打开邮件，保存其中的附件，再选择附件")
    } else if has("VisioDocument") {
        refused("这是 Visio 图", "请选择年度报告的文档")
    } else {
        refused("这种文档不能识别", "请用办公软件打开后另存为 .docx 或 .xlsx 格式，再试")
    }
}

/// The kind of a ZIP.
pub fn zip(bytes: &[u8]) -> Result<FileKind, Refusal> {
    let mut package = Package::open(bytes)?;
    let has = |package: &Package, start: &str| {
        package.names().iter().any(|name| name.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    };
    if has(&package, "OFD.xml") {
        return if package.is_encrypted() { Err(encrypted()) } else { Ok(FileKind::Ofd) };
    }
    if has(&package, "[Content_Types].xml") {
        for (start, kind) in [("word/", FileKind::Docx), ("xl/", FileKind::Workbook)] {
            if has(&package, start) {
                return if package.is_encrypted() { Err(encrypted()) } else { Ok(kind) };
            }
        }
        if has(&package, "ppt/") {
            return Err(slides());
        }
        // The main part may have any name; its kind stands in the list of kinds.
        let kinds = package.text("[Content_Types].xml")?.unwrap_or_default();
        return if kinds.contains("wordprocessingml") {
            Ok(FileKind::Docx)
        } else if kinds.contains("spreadsheetml") {
            Ok(FileKind::Workbook)
        } else {
            Err(refused("这种文档不能识别", "请用办公软件打开后另存为 .docx 格式，再试"))
        };
    }
    if has(&package, "mimetype") || has(&package, "content.xml") {
        return open_document(&mut package);
    }
    if has(&package, "Index/") || has(&package, "Index.zip") {
        return Err(refused("这是苹果 iWork 的文档", "请在苹果电脑上导出为 Word 文档，再试"));
    }
    Err(refused("这是压缩包", "请先解压，再选择里面的文档"))
}

/// The kind of a document of LibreOffice: it says itself, or is told by its body.
fn open_document(package: &mut Package) -> Result<FileKind, Refusal> {
    if package.is_encrypted() {
        return Err(encrypted());
    }
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(encrypted());
    }
    let stated = package.bytes("mimetype")?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let stated = match stated {
        Some(stated) => stated,
        None => package.text("content.xml")?.unwrap_or_default(),
    };
    let has = |words: &str| stated.contains(words);
    if has("opendocument.spreadsheet") || has("<office:spreadsheet") {
        Ok(FileKind::Workbook)
    } else if has("opendocument.text") || has("<office:text") {
        Ok(FileKind::Odt)
    } else if has("opendocument.presentation") || has("<office:presentation") {
        Err(slides())
    } else if has("epub") {
        Err(refused("这是电子书", "请找原来的 Word 文档，再试"))
    } else {
        Err(refused("这种文档不能识别", "请用办公软件打开后另存为 .docx 格式，再试"))
    }
}

fn slides() -> Refusal {
    refused("这是演示文稿（PPT）", "请选择年度报告的 Word 文档，或把内容复制到 Word 文档里，再试")
}
