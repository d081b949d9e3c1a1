//! A report's blocks as a Word document, the way other writers write it.

use nianbao::block::Table;

use super::{escaped, squares, zipped};

/// A Word document with this body, and these parts besides.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let relation = |name: &str| format!("<Relationship Id=\"{name}\" Type=\"{OFFICE}/{name}\" Target=\"{name}.xml\"/>");
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}</Relationships>",
        relation("numbering"),
        relation("styles")
    );
    let mut all = vec![
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", relations.as_str()),
    ];
    all.extend_from_slice(parts);
    zipped(&all.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

/// A paragraph with these properties.
pub fn paragraph(text: &str, properties: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text))
}

/// A table whose merged cells go on as bare `<w:vMerge/>`; the rows of `skipped` begin with `w:gridBefore` instead, as long as what
/// covers them comes from above.
pub fn table(table: &Table, skipped: &[usize]) -> String {
    let squares = squares(table);
    // The text and the width of what stands over each square, and whether it begins there.
    let mut above: Vec<(usize, usize, usize)> = vec![(0, 0, 0); table.widths.len()];
    let mut rows = String::new();
    for (n, row) in table.rows.iter().enumerate() {
        let (mut cells, mut own, mut column, mut before) = (String::new(), row.iter(), 0, 0);
        while column < table.widths.len() {
            if squares[n][column].is_some() {
                let cell = own.next().expect("a cell for each text");
                let (down, across) = (usize::from(cell.row_span), usize::from(cell.column_span));
                above[column..column + across].fill((n + down, column, across));
                let merged = if down > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
                let text = paragraph(&cell.content.to_string(), "");
                cells += &format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{across}\"/>{merged}</w:tcPr>{text}</w:tc>");
                column += across;
            } else {
                let across = above[column].2;
                if skipped.contains(&n) && cells.is_empty() {
                    before += across;
                } else {
                    cells +=
                        &format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{across}\"/><w:vMerge/></w:tcPr><w:p/></w:tc>");
                }
                column += across;
            }
        }
        let skip =
            if before > 0 { format!("<w:trPr><w:gridBefore w:val=\"{before}\"/></w:trPr>") } else { String::new() };
        rows += &format!("<w:tr>{skip}{cells}</w:tr>");
    }
    let columns = "<w:gridCol w:w=\"900\"/>".repeat(table.widths.len());
    format!("<w:tbl><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>")
}
