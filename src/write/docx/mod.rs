//! Writes a report as a Word document that opens alike in Word, WPS and LibreOffice.
//!
//! Sources: GB/T 9704-2012 for how it looks; ISO/IEC 29500-1 (text, drawings) and 29500-2 (package) for how it is written.

mod fonts;
mod label;
mod measure;
mod paragraph;
mod parts;
mod picture;
mod properties;
mod section;
mod signature;
mod styles;
mod table;
mod tiles;
mod xml;

#[cfg(test)]
mod tests;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Report;
use crate::block::Block;
use picture::{DRAWING, Files, PICTURES, PLACED};
use xml::Xml;

/// Writes a report. `step` is called after each block, with how many are drawn.
///
/// # Errors
/// Where the file cannot be packed: a sentence for the clerk.
pub(super) fn write(report: &Report, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, String> {
    let mut files = Files::default();
    let text = text(&report.blocks, &mut files, step)?;
    let mut package = Package::new();
    package.add("[Content_Types].xml", &parts::kinds()?)?;
    package.add("_rels/.rels", &parts::package()?)?;
    package.add("docProps/core.xml", &parts::core(report)?)?;
    package.add("word/document.xml", &text)?;
    package.add("word/_rels/document.xml.rels", &parts::document(&files.names)?)?;
    package.add("word/styles.xml", &styles::write()?)?;
    package.add("word/settings.xml", &parts::settings()?)?;
    package.add("word/fontTable.xml", &fonts::write()?)?;
    package.add("word/footer1.xml", &section::foot(true, &report.code)?)?;
    package.add("word/footer2.xml", &section::foot(false, &report.code)?)?;
    for ((_, file), bytes) in files.names.iter().zip(files.bytes) {
        package.add(&format!("word/{file}"), bytes)?;
    }
    package.finish()
}

/// The part of the text.
fn text<'a>(blocks: &'a [Block], files: &mut Files<'a>, step: &mut dyn FnMut(usize)) -> Result<Vec<u8>, String> {
    let spaces = [
        ("xmlns:w", parts::WORD),
        ("xmlns:r", parts::REFERENCES),
        ("xmlns:wp", PLACED),
        ("xmlns:a", DRAWING),
        ("xmlns:pic", PICTURES),
    ];
    Xml::part("w:document", &spaces, |xml| {
        xml.element("w:body", &[], |xml| {
            let is_signature = |at: usize| matches!(blocks.get(at), Some(Block::Signature { .. }));
            for (at, block) in blocks.iter().enumerate() {
                // The name and the date never stand alone on a page, and what is appended begins another.
                let keeps_next = is_signature(at + 1);
                let begins_page = at.checked_sub(1).is_some_and(is_signature);
                draw(xml, files, block, keeps_next, begins_page);
                step(at + 1);
            }
            section::write(xml);
        });
    })
}

fn draw<'a>(xml: &mut Xml, files: &mut Files<'a>, block: &'a Block, keeps_next: bool, begins_page: bool) {
    match block {
        Block::Title(lines) => paragraph::title(xml, lines),
        Block::Heading(text) => paragraph::heading(xml, text, begins_page),
        Block::Paragraph(runs) => paragraph::running(xml, runs, keeps_next),
        Block::Table(table) => table::table(xml, table, keeps_next),
        Block::Picture(picture) => picture::picture(xml, files, picture, keeps_next),
        Block::Signature { name, date } => signature::signature(xml, name, date),
    }
}

/// The ZIP of the parts, with no time in it.
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        self.0.start_file(name, options).map_err(fault)?;
        self.0.write_all(bytes).map_err(fault)
    }

    fn finish(self) -> Result<Vec<u8>, String> {
        self.0.finish().map(Cursor::into_inner).map_err(fault)
    }
}

fn fault(fault: impl std::fmt::Display) -> String {
    format!("文件没有写成：{fault}")
}
