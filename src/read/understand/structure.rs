//! The text of a document as a report: title, opening, parts with their tables, signature.

use super::caption::{Captioned, take_captions, take_last_tables};
use super::closing::{Closing, take_closing};
use super::furniture::furniture;
use super::heading::Headings;
use super::line::{are_loose_figures, is_of_contents, is_of_table, most_named, year_of};
use super::office::is_office;
use super::opening::{Opening, read_opening};
use super::prose::Para;
use super::result::{LeftWords, ReadText, Understood};
use super::tables::Mark;
use super::title::title_in;
use super::{contacts, wrap};
use crate::draft::{Draft, Edit, Item, Part, Place, Splice};
use crate::form::TableId;
use crate::read::LeftKind;
use crate::sheet::outline;
use crate::text::compact;
use crate::value::{Date, Year};

/// The text of a report, taken apart.
pub struct Structure {
    opening: Opening,
    parts: Vec<TextPart>,
    closing: Closing,
    left: Vec<(LeftKind, Para)>,
    /// The tables that stand before the first part, or in a document without parts.
    loose: Vec<Captioned>,
}

/// A part with its heading.
struct TextPart {
    heading: Para,
    items: Vec<TextItem>,
}

/// What stands in a part.
enum TextItem {
    Para(Para),
    Table(Captioned),
}

impl Structure {
    /// Takes the paragraphs apart, the tables among them.
    pub fn of(paras: Vec<Para>, headings: Headings, marks: &[Mark]) -> Self {
        let mut left = Vec::new();
        let (paras, tables) = take_captions(paras, marks);
        let (kept, numbers): (Vec<Para>, Vec<Para>) =
            paras.into_iter().partition(|para| furniture(&para.text) != Some(LeftKind::PageNumber));
        left.extend(numbers.into_iter().map(|para| (LeftKind::PageNumber, para)));
        let (kept, contents): (Vec<Para>, Vec<Para>) = kept.into_iter().partition(|para| !is_of_contents(&para.text));
        left.extend(contents.into_iter().map(|para| (LeftKind::Web, para)));
        let headings = &headings.for_document(kept.iter().map(|para| para.text.as_str()));
        let mut paras = wrap::cut(wrap::join(kept, headings), headings);
        let first = paras.iter().position(|para| headings.is_heading(&para.text)).unwrap_or(paras.len());
        let mut rest = paras.split_off(first);
        let has_parts = !rest.is_empty();
        let closing = take_closing(if has_parts { &mut rest } else { &mut paras });
        let opening = read_opening(paras);
        let mut structure = Self { opening, parts: Vec::new(), closing, left, loose: Vec::new() };
        structure.sort_into_parts(rest, headings, tables);
        structure
    }

    fn sort_into_parts(&mut self, rest: Vec<Para>, headings: &Headings, tables: Vec<Captioned>) {
        let mut tables = tables.into_iter().peekable();
        let is_loose = are_loose_figures(&rest);
        for (para, is_loose) in rest.into_iter().zip(is_loose) {
            while let Some(table) = tables.next_if(|table| table.at < para.at) {
                self.add_table(table);
            }
            if headings.is_heading(&para.text) {
                self.parts.push(TextPart { heading: para, items: Vec::new() });
            } else if is_loose {
                match self.left.last_mut() {
                    Some((LeftKind::Table, before)) => before.join(para),
                    _ => self.left.push((LeftKind::Table, para)),
                }
            } else if is_of_table(&para.text) {
                self.left.push((LeftKind::Web, para));
            } else if let Some(part) = self.parts.last_mut() {
                part.items.push(TextItem::Para(para));
            }
        }
        tables.for_each(|table| self.add_table(table));
    }

    fn add_table(&mut self, table: Captioned) {
        match self.parts.last_mut() {
            Some(part) => part.items.push(TextItem::Table(table)),
            None => self.loose.push(table),
        }
    }

    /// The year that the title names, or the text.
    pub fn year(&self, today: Date) -> Option<Year> {
        if let Some(year) = self.opening.title.as_ref().and_then(|(title, _)| title.year) {
            return Some(year);
        }
        let texts = || {
            let opening = self.opening.paras.iter().map(|para| para.text.as_str());
            let parts = self.parts.iter().flat_map(|part| &part.items).filter_map(TextItem::text);
            opening.chain(parts)
        };
        if let Some(year) = texts().find_map(|text| title_in(text)?.year) {
            return Some(year);
        }
        // 统计期限自2022年1月1日起至2022年12月31日止.
        let period = texts().find_map(|text| {
            let plain = compact(text);
            let at = plain.find("12月31日")?;
            let before = plain.get(..at)?;
            let year = before.trim_end_matches('年');
            let start = year.len().checked_sub(4)?;
            year_of(year.get(start..)?).or_else(|| {
                let first = before.find("1月1日")?;
                let year = before.get(..first)?.trim_end_matches('年');
                year_of(year.get(year.len().checked_sub(4)?..)?)
            })
        });
        period.or_else(|| most_named(texts(), today))
    }

    /// The office's name: of the signature and the title, the one that says more.
    pub fn office(&self) -> String {
        let (signed, titled) = (compact(&self.closing.office), compact(&self.opening.office));
        let in_text = || {
            let title = self.opening.paras.iter().find_map(|para| title_in(&para.text));
            title.map(|title| title.office).filter(|office| is_office(office)).unwrap_or_default()
        };
        match (signed.is_empty(), titled.is_empty()) {
            (true, true) => in_text(),
            (false, true) => signed,
            (false, false) if signed.contains(&titled) || signed.starts_with(titled.trim_end_matches("人民政府")) => {
                signed
            }
            (true | false, false) => titled,
        }
    }

    /// Writes the text into the draft.
    pub fn write(self, understood: &mut Understood, office: &str) {
        let mut all = String::new();
        if let Some((title, para)) = &self.opening.title {
            let own = understood.draft.title();
            if compact(&own) != title.text {
                understood.draft.apply(Edit::SetText(Place::Title, title.text.clone()));
            }
            understood.texts.push(ReadText { place: Place::Title, sources: para.sources() });
            if !office.is_empty() {
                let place = Place::Office(crate::draft::OfficeField::Name);
                understood.texts.push(ReadText { place, sources: para.sources() });
            }
        }
        let day = self.closing.day.or(self.opening.day);
        if day.is_some() {
            understood.draft.apply(Edit::SetPublished(day));
            let sources = self.closing.para.as_ref().map(Para::sources).unwrap_or_default();
            understood.texts.push(ReadText { place: Place::Published, sources });
        }
        let opening: Vec<String> = self.opening.paras.iter().map(|para| para.text.clone()).collect();
        all.push_str(&opening.concat());
        for (m, para) in self.opening.paras.iter().enumerate() {
            understood.texts.push(ReadText { place: Place::Opening(m), sources: para.sources() });
        }
        understood.draft.apply(Edit::SpliceOpening(Splice::insert(0, opening)));
        if !self.parts.is_empty() {
            let before = understood.draft.narrative().len();
            let parts = self.parts.into_iter().enumerate().map(|(n, part)| part.written(n, understood)).collect();
            understood.draft.apply(Edit::SpliceParts(Splice { at: 0, remove: before, insert: parts }));
            settle_tables(understood);
        }
        let last = understood.draft.narrative().last().map(|part| &part.body);
        all.extend(last.into_iter().flatten().filter_map(Item::paragraph));
        contacts(understood, &all);
        let left = self.left.into_iter().chain(self.opening.left).chain(self.closing.left);
        understood.left.extend(left.map(|(kind, para)| LeftWords { kind, sources: para.sources(), text: para.text }));
        let (embedded, official): (Vec<Captioned>, Vec<Captioned>) =
            self.loose.into_iter().partition(|table| is_appendix(understood, table.table));
        append(understood, embedded);
        let captions = official.into_iter().filter_map(|table| table.caption);
        understood.left.extend(captions.map(|para| LeftWords {
            kind: LeftKind::Web,
            sources: para.sources(),
            text: para.text,
        }));
    }
}

impl TextItem {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Para(para) => Some(&para.text),
            Self::Table(_) => None,
        }
    }
}

impl TextPart {
    fn written(self, n: usize, understood: &mut Understood) -> Part {
        understood.texts.push(ReadText { place: Place::Heading(n), sources: self.heading.sources() });
        let mut part = Part::new(self.heading.text);
        for item in self.items {
            match item {
                TextItem::Para(written) => {
                    understood
                        .texts
                        .push(ReadText { place: Place::Body(n, part.body.len()), sources: written.sources() });
                    part.body.push(Item::Paragraph(written.text));
                }
                TextItem::Table(table) => part.body.push(Item::Embed(table.embed())),
            }
        }
        part
    }
}

/// Takes an official table out of the body where it stands by itself: last in the part that is its home.
fn settle_tables(understood: &mut Understood) {
    for n in 0..understood.draft.narrative().len() {
        let is_home = |draft: &Draft, table| {
            outline(draft).iter().any(|section| section.part == Some(n) && section.tables.contains(&table))
        };
        // The report prints it without a caption.
        let captions = take_last_tables(&mut understood.draft, n, is_home).into_iter().map(|embed| embed.caption);
        let captions = captions.filter(|caption| !caption.is_empty());
        understood.left.extend(captions.map(|text| LeftWords { kind: LeftKind::Web, text, sources: Vec::new() }));
    }
}

/// Whether a table is printed only where a body holds it.
fn is_appendix(understood: &Understood, table: TableId) -> bool {
    let official = understood.draft.form().and_then(|form| form.table(table));
    official.is_none_or(|table| table.part.is_none())
}

/// Puts tables at the end of the last part.
fn append(understood: &mut Understood, tables: Vec<Captioned>) {
    let Some(n) = understood.draft.narrative().len().checked_sub(1) else { return };
    let at = understood.draft.narrative().last().map_or(0, |part| part.body.len());
    let insert = tables.into_iter().map(|table| Item::Embed(table.embed())).collect();
    understood.draft.apply(Edit::SpliceBody(n, Splice::insert(at, insert)));
}
