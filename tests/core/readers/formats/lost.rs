//! What each kind of file cannot hold of a report, and a report without it.

use nianbao::block::Block;
use nianbao::draft::{CellValue, Draft, Edit, Embed, Embedded, Item, OfficeField, Part, Place, SettingName, Splice};
use nianbao::form::{TABLES, TableId, channels};
use nianbao::read::take::cells;
use nianbao::sheet::outline;

use super::super::written;
use super::blocks;
use crate::drafts::open;

/// What a kind of file cannot hold of a report.
#[derive(Clone, Copy, Debug)]
pub enum Lost {
    /// The id of the draft: it is given anew.
    Id,
    /// A chart is a picture. Its caption is left, as a paragraph.
    Charts,
    /// What the report does not print: figures and proposals that stand in no table, fields of the office that no sentence has.
    Unprinted,
    /// A title of its own that is printed as the one the form makes.
    Title,
    /// No-break blanks: a plain one stands in their place.
    Blanks,
    /// In what the amount of procurement is: the table does not say it, and the clerk is asked.
    Unit,
    /// Whether there is a blank or only a gap, as between a letter and a figure, or where a line ends.
    Gaps,
    /// Which lines are a table, where it is none of the official ones, whose labels are known: its lines are paragraphs.
    Beside,
    /// All text but the title: opening, parts, day, how to reach the office.
    Text,
}

use Lost::{Beside, Blanks, Charts, Gaps, Id, Text, Title, Unit, Unprinted};

/// What each kind of file loses.
const LOST: &[(&[&str], &[Lost])] = &[
    (&["xls", "xlsx", "ods"], &[Id, Title, Blanks, Unit, Unprinted, Text]),
    // A page that LibreOffice writes has line breaks for blanks; others have them between any two letters.
    (&["pdf", "ofd", "html"], &[Id, Title, Blanks, Unit, Unprinted, Charts, Gaps]),
    (&["doc", "docx", "odt", "rtf", "mht", "tsv"], &[Id, Title, Blanks, Unit, Unprinted, Charts]),
    (&["txt"], &[Id, Title, Blanks, Unit, Unprinted, Charts, Beside]),
];

/// What a kind of file loses.
pub fn lost(kind: &str) -> &'static [Lost] {
    let lost = LOST.iter().find(|(kinds, _)| kinds.contains(&kind));
    lost.unwrap_or_else(|| panic!("{kind} is not listed")).1
}

/// A report without what is lost.
pub fn without(draft: Draft, lost: Lost) -> Draft {
    let mut left = draft.clone();
    match lost {
        Lost::Id => return draft.with_id(String::new()),
        Lost::Charts => {
            let pictures = blocks(&draft).into_iter().filter(|block| matches!(block, Block::Picture(_)));
            let mut captions = pictures.flat_map(|block| written::lines(&block));
            for (n, part) in draft.narrative().iter().enumerate() {
                for (m, item) in part.body.iter().enumerate() {
                    if matches!(item, Item::Embed(Embed { what: Embedded::Chart(_), .. })) {
                        let caption = Item::Paragraph(captions.next().expect("a caption"));
                        left.apply(Edit::SpliceBody(n, Splice { at: m, remove: 1, insert: vec![caption] }));
                    }
                }
            }
        }
        Lost::Unprinted => {
            let tables = blocks(&draft).into_iter();
            let tables = tables.filter_map(|block| if let Block::Table(table) = block { Some(table.id) } else { None });
            let tables: Vec<String> = tables.collect();
            let is_printed = |name: &str| tables.iter().any(|table| name.starts_with(table.trim_end_matches('s')));
            for key in draft.form().expect("a form").keys().filter(|key| !is_printed(key.name())) {
                left.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
            }
            // Channels of which there is nothing are not printed.
            for (key, _) in channels() {
                if draft.figure(key).is_some_and(|figure| figure.to_string() == "0") {
                    left.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
                }
            }
            left.apply(Edit::SpliceProposals(Splice::remove(0, draft.proposals().len())));
            let text: String = blocks(&draft).iter().flat_map(written::lines).collect();
            for field in OfficeField::ALL {
                if field != OfficeField::Kind && !text.contains(draft.office(field)) {
                    left.apply(Edit::SetText(Place::Office(field), String::new()));
                }
            }
        }
        Lost::Title => {
            left.apply(Edit::SetText(Place::Title, String::new()));
            if blocks(&left).first() != blocks(&draft).first() {
                return draft;
            }
        }
        Lost::Blanks => return open(&draft.to_json().replace('\u{a0}', " ")),
        Lost::Unit => {
            left.apply(Edit::SetSetting(SettingName::ProcurementUnit, None));
        }
        Lost::Gaps => return without_gaps(&draft),
        Lost::Beside => return without_tables_beside(&draft),
        Lost::Text => return tables_only(&draft),
    }
    left
}

/// A report without any blank in its text.
pub fn without_gaps(draft: &Draft) -> Draft {
    let lines = draft
        .to_json()
        .lines()
        .map(|line| {
            let text = line.trim_start();
            let (indent, name) = (line.len() - text.len(), text.find("\": \"").map_or(0, |at| at + 3));
            let (name, text) = text.split_at(name);
            format!(
                "{}{name}{}\n",
                &line[..indent],
                if text.starts_with('"') { text.replace([' ', '\u{3000}'], "") } else { text.to_owned() }
            )
        })
        .collect::<String>();
    open(&lines)
}

/// A report whose tables beside the official ones are paragraphs, a line each.
fn without_tables_beside(draft: &Draft) -> Draft {
    let mut left = draft.clone();
    let captioned = |block: &Block| matches!(block, Block::Table(table) if !table.caption.is_empty());
    let mut tables = blocks(draft).into_iter().filter(captioned);
    for (n, part) in draft.narrative().iter().enumerate() {
        for (m, _) in part.body.iter().enumerate().rev().filter(|(_, item)| is_table(item)) {
            // From below, so that the places above stay.
            let text = tables.next_back().map(|table| written::text(&[table], " ", false)).expect("a table");
            let insert = text.lines().map(|line| Item::Paragraph(line.to_owned())).collect();
            left.apply(Edit::SpliceBody(n, Splice { at: m, remove: 1, insert }));
        }
    }
    let of_channels = channels().map(|(key, _)| Place::Cell(key));
    let of_years = cells(draft, TableId::History).into_iter().map(|(place, _)| place);
    for place in of_years.chain(of_channels) {
        left.apply(Edit::SetCell(place, CellValue::Blank));
    }
    left
}

fn is_table(item: &Item) -> bool {
    matches!(item, Item::Embed(Embed { what: Embedded::Table(_), .. }))
}

/// A report without its text: the parts whose headings stand over its tables; where there are none, those of the form, with the tables
/// in the last.
fn tables_only(draft: &Draft) -> Draft {
    let (name, kind) = (draft.office(OfficeField::Name), draft.office(OfficeField::Kind));
    let mut bare = Draft::new(String::new(), draft.year(), name, kind);
    bare.apply(Edit::SetText(Place::Title, draft.own_title().to_owned()));
    for (place, value) in TABLES.into_iter().flat_map(|table| cells(draft, table)) {
        bare.apply(Edit::SetCell(place, value));
    }
    let headed = outline(draft).into_iter().filter(|section| !section.tables.is_empty());
    let headed: Vec<Part> = headed.map(|section| Part::new(section.heading)).collect();
    if !headed.is_empty() {
        bare.apply(Edit::SpliceParts(Splice { at: 0, remove: bare.narrative().len(), insert: headed }));
    }
    let items = draft.narrative().iter().flat_map(|part| &part.body);
    let embedded = items.filter(|item| is_table(item));
    let embedded: Vec<Item> = embedded.cloned().collect();
    bare.apply(Edit::SpliceBody(bare.narrative().len() - 1, Splice::insert(0, embedded)));
    bare
}
