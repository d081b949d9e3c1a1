//! The report as it will stand on paper: from a case to blocks.
//!
//! Screen, print and files draw these blocks. Findings are never part of the report.

mod paragraph;

use crate::block::{Block, Table};
use crate::calc::{channels_grid, content, history_grid, history_title, history_years, outline, proposals_grid};
use crate::chart::caption as chart_caption;
use crate::draft::{Draft, Embed, Embedded, Item, OfficeField};
use crate::facts::Case;
use crate::form::{Key, TableId};
use paragraph::runs;

/// The whole report, from its title to its signature.
pub fn build(case: &Case) -> Vec<Block> {
    let draft = case.draft;
    let mut builder = Builder { draft, tables: 0, pictures: 0, blocks: vec![Block::Title(title(draft))] };
    builder.blocks.extend(draft.opening().iter().map(|text| Block::Paragraph(runs(text))));
    for section in outline(draft) {
        builder.blocks.push(Block::Heading(section.heading));
        let body = section.part.and_then(|n| draft.narrative().get(n)).map(|part| part.body.as_slice());
        for item in body.unwrap_or_default() {
            builder.item(item);
        }
        for table in section.tables {
            builder.official(table);
        }
    }
    let name = draft.office(OfficeField::Name).to_owned();
    let date = draft.published().map(crate::value::Date::chinese).unwrap_or_default();
    if !name.is_empty() || !date.is_empty() {
        builder.blocks.push(Block::Signature { name, date });
    }
    builder.blocks
}

/// The longest title, in characters, that stands on one line: 156 mm of 22 pt.
const LINE: usize = 20;

/// The lines of the title: the office's name above a title that lacks it, or that is too long for one line with it.
fn title(draft: &Draft) -> Vec<String> {
    let (office, title) = (draft.office(OfficeField::Name), draft.title());
    let rest = title.strip_prefix(office).filter(|rest| !rest.is_empty() && title.chars().count() > LINE);
    match rest {
        _ if office.is_empty() => vec![title],
        Some(rest) => vec![office.to_owned(), rest.to_owned()],
        None if title.contains(office) => vec![title],
        None => vec![office.to_owned(), title],
    }
}

struct Builder<'a> {
    draft: &'a Draft,
    tables: usize,
    pictures: usize,
    blocks: Vec<Block>,
}

impl Builder<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Paragraph(text) => self.blocks.push(Block::Paragraph(runs(text))),
            // What this version does not know it cannot print.
            Item::Other(_) => {}
            Item::Embed(Embed { what: Embedded::Chart(chart), caption, .. }) => {
                let own = Some(caption.clone()).filter(|caption| !caption.is_empty());
                let caption = own.unwrap_or_else(|| chart_caption(self.draft, *chart));
                self.pictures += 1;
                let caption = numbered('图', self.pictures, caption);
                self.blocks.push(Block::Picture { chart: chart.name(), caption });
            }
            Item::Embed(Embed { what: Embedded::Table(table), caption, .. }) => self.embedded(*table, caption),
        }
    }

    /// An official table under its part's heading, which names it.
    fn official(&mut self, id: TableId) {
        if let Some(table) = self.draft.form().and_then(|form| form.table(id)) {
            let printed = table.grid.print(id.name(), String::new(), |cell| content(self.draft, cell));
            self.blocks.push(Block::Table(printed));
        }
    }

    /// A table between paragraphs, with a numbered caption.
    fn embedded(&mut self, id: TableId, caption: &str) {
        let draft = self.draft;
        let printed = |grid: &crate::form::Grid| grid.print(id.name(), String::new(), |cell| content(draft, cell));
        let (table, made): (Table, String) = match id {
            TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
                let Some(table) = draft.form().and_then(|form| form.table(id)) else { return };
                let unit = if table.unit.is_empty() { String::new() } else { format!("（单位：{}）", table.unit) };
                (printed(&table.grid), format!("{}{unit}", id.title()))
            }
            TableId::History => {
                let keys: Vec<Key> = draft.history().keys().copied().collect();
                let mut years: Vec<_> = keys.iter().flat_map(|key| history_years(draft, *key)).collect();
                years.sort_unstable();
                years.dedup();
                let (Some(key), Some(first), Some(last)) = (keys.first(), years.first(), years.last()) else { return };
                let what = history_title(*key);
                let made = format!("{first}—{last}年{what}（单位：{}）", key.unit());
                (printed(&history_grid(&keys, &years, false)), made)
            }
            TableId::Channels => {
                let grid = channels_grid(Some(draft));
                if grid.widths.len() < 2 {
                    return;
                }
                (printed(&grid), "公开渠道（单位：条）".to_owned())
            }
            TableId::Proposals => {
                if draft.proposals().is_empty() {
                    return;
                }
                (printed(&proposals_grid(draft.proposals().len())), "建议、提案办理情况（单位：件）".to_owned())
            }
        };
        let caption = if caption.is_empty() { made } else { caption.to_owned() };
        self.tables += 1;
        self.blocks.push(Block::Table(Table { caption: numbered('表', self.tables, caption), ..table }));
    }
}

/// A caption with its number, unless it brings one along.
fn numbered(kind: char, number: usize, caption: String) -> String {
    let behind = caption.strip_prefix(kind).and_then(|rest| rest.chars().next());
    let has_number = behind.is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if has_number { caption } else { format!("{kind}{number}\u{3000}{caption}") }
}
