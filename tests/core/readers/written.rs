//! Files that the tests write themselves: a report's blocks as a web page, as text, as what a spreadsheet copies.

mod ofd;
pub mod word;

use std::io::{Cursor, Write};

use nianbao::block::{Block, Run, Table, TableCell};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub use ofd::ofd;
pub use word::docx;

/// A ZIP with these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Large parts are packed quickly: how small they become is of no matter.
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).expect("a part");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a ZIP").into_inner()
}

/// A workbook of Excel with a sheet of these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"表三\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"a\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let of_file = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"a\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    zipped(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", of_file.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A paragraph's words.
pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// What a block of text says, a line each; nothing for a table.
pub fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Title(lines) => lines.clone(),
        Block::Heading(text) => vec![text.clone()],
        Block::Paragraph(runs) => vec![words(runs)],
        Block::Picture(picture) => vec![picture.caption.clone()],
        Block::Signature { name, date } => vec![name.clone(), date.clone()],
        Block::Table(table) => Some(table.caption.clone()).filter(|caption| !caption.is_empty()).into_iter().collect(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

fn cell_html(cell: &TableCell) -> String {
    let text = escaped(&cell.content.to_string());
    let text = if text.is_empty() { "&nbsp;".to_owned() } else { text };
    format!("<td rowspan=\"{}\" colspan=\"{}\"><p>{text}</p></td>", cell.row_span, cell.column_span)
}

/// A table as HTML.
pub fn table_html(table: &Table) -> String {
    let row = |row: &Vec<TableCell>| format!("<tr>{}</tr>\n", row.iter().map(cell_html).collect::<String>());
    format!("<table border=\"1\">\n{}</table>\n", table.rows.iter().map(row).collect::<String>())
}

/// A report as a web page.
pub fn html(blocks: &[Block], charset: &str) -> String {
    let mut body = String::new();
    for block in blocks {
        for line in lines(block) {
            body += &format!("<p>{}</p>\n", escaped(&line));
        }
        if let Block::Table(table) = block {
            body += &table_html(table);
        }
    }
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"{charset}\"><title>年度报告</title></head>\n<body>\n{body}</body></html>\n"
    )
}

/// A report as text: a line a paragraph or row, cells parted so; `is_square` leaves a cell for each square that others cover, as a
/// spreadsheet does.
pub fn text(blocks: &[Block], between: &str, is_square: bool) -> String {
    let mut text = String::new();
    for block in blocks {
        for line in lines(block) {
            text += &format!("{line}\r\n");
        }
        if let Block::Table(table) = block {
            for row in squares(table) {
                let cells: Vec<&str> =
                    row.iter().filter_map(|cell| cell.as_deref().or(is_square.then_some(""))).collect();
                text += &format!("{}\r\n", cells.join(between));
            }
        }
    }
    text
}

/// The texts of a table, one for each square; none where another cell covers it.
pub fn squares(table: &Table) -> Vec<Vec<Option<String>>> {
    let mut taken = vec![vec![false; table.widths.len()]; table.rows.len()];
    let mut squares = vec![vec![None; table.widths.len()]; table.rows.len()];
    for (n, row) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in row {
            column += taken[n][column..].iter().take_while(|taken| **taken).count();
            let end = column + usize::from(cell.column_span);
            for taken in &mut taken[n..n + usize::from(cell.row_span)] {
                taken[column..end].fill(true);
            }
            squares[n][column] = Some(cell.content.to_string());
            column = end;
        }
    }
    squares
}

/// A web page with all its parts in one file, in quoted-printable (RFC 2045, 6.7).
pub fn mht(html: &str) -> Vec<u8> {
    let mut body = String::new();
    let mut length = 0;
    for byte in html.bytes() {
        let piece = match byte {
            b'\n' => "\r\n".to_owned(),
            b' ' | b'!'..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
            _ => format!("={byte:02X}"),
        };
        if byte != b'\n' && length + piece.len() > 75 {
            body += "=\r\n";
            length = 0;
        }
        length = if byte == b'\n' { 0 } else { length + piece.len() };
        body += &piece;
    }
    let head = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--a\"\r\n\r\n\r\n\
        ------MultipartBoundary--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    let picture = "\r\n------MultipartBoundary--a\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n";
    format!("{head}{body}{picture}------MultipartBoundary--a--\r\n").into_bytes()
}
