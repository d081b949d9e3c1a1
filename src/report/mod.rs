//! The report as it will stand on paper: from a case to blocks.
//!
//! Screen, print and files draw these blocks. Findings are never part of the report.

mod code;
mod hand_in;
mod paragraph;
mod ready;
mod spot;

use crate::block::{Block, Picture, Table};
use crate::chart::{caption as chart_caption, chart};
use crate::draft::{ChartId, Draft, Embed, Embedded, Item, OfficeField, Place};
use crate::facts::Case;
use crate::form::TableId;
use crate::sheet::{
    Progress, View, grid, history_keys, history_title, history_years, is_embedded, outline, print, progress,
};
pub use code::{check_code, code_in};
pub use hand_in::{Accepted, HandIn, hand_in};
use paragraph::runs;
pub use ready::{Line, Standing, Way, readiness, verdict};
pub use spot::{Spot, SpotKind, spot};

/// The whole report, from its title to its signature, and the statistic form behind it where one is filled in.
pub fn build(case: &Case) -> Vec<Block> {
    build_placed(case).0
}

/// The same, and where in the draft each block comes from: a table by its name, a chart as the item of its part.
pub fn build_placed(case: &Case) -> (Vec<Block>, Vec<Place>) {
    let draft = case.draft;
    let mut builder = Builder { case, tables: 0, pictures: 0, blocks: Vec::new(), places: Vec::new() };
    builder.push(Block::Title(title(draft)), Place::Title);
    for (n, text) in draft.opening().iter().enumerate() {
        builder.push(Block::Paragraph(runs(text)), Place::Opening(n));
    }
    for section in outline(draft) {
        let heading = section.part.map(Place::Heading).or(section.tables.first().map(|table| Place::Table(*table)));
        builder.push(Block::Heading(section.heading), heading.unwrap_or(Place::Parts));
        if let Some((n, part)) = section.part.and_then(|n| Some((n, draft.narrative().get(n)?))) {
            for (m, item) in part.body.iter().enumerate() {
                builder.item(item, Place::Body(n, m));
            }
        }
        for table in section.tables {
            builder.official(table);
        }
    }
    let name = draft.office(OfficeField::Name).to_owned();
    let date = draft.published().map(crate::value::Date::chinese).unwrap_or_default();
    if !name.is_empty() || !date.is_empty() {
        builder.push(Block::Signature { name, date }, Place::Published);
    }
    builder.appendix();
    (builder.blocks, builder.places)
}

/// The name of a report, and of the files made from it: its title, with the office's name before it where the title lacks it.
pub fn name(draft: &Draft) -> String {
    let (office, title) = (draft.office(OfficeField::Name), draft.title());
    let name = if title.contains(office) { title } else { format!("{office}{title}") };
    file_name(&name)
}

/// A name without what no file's name may have.
pub fn file_name(name: &str) -> String {
    name.chars().filter(|c| !c.is_control() && !"\\/:*?\"<>|".contains(*c)).collect()
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
    case: &'a Case<'a>,
    tables: usize,
    pictures: usize,
    blocks: Vec<Block>,
    places: Vec<Place>,
}

impl Builder<'_> {
    fn push(&mut self, block: Block, place: Place) {
        self.blocks.push(block);
        self.places.push(place);
    }

    fn item(&mut self, item: &Item, place: Place) {
        match item {
            Item::Paragraph(text) => self.push(Block::Paragraph(runs(text)), place),
            // What this version does not know it cannot print.
            Item::Other(_) => {}
            Item::Embed(Embed { what: Embedded::Chart(chart), caption, .. }) => self.picture(*chart, caption, place),
            Item::Embed(Embed { what: Embedded::Table(table), caption, .. }) => self.embedded(*table, caption),
        }
    }

    /// A chart with a numbered caption. It is drawn by whoever draws the block.
    fn picture(&mut self, id: ChartId, caption: &str, place: Place) {
        let caption = if caption.is_empty() { chart_caption(self.case.draft, id) } else { caption.to_owned() };
        self.pictures += 1;
        let caption = numbered('图', self.pictures, caption);
        let numbers = chart(self.case, id).ok().map(|chart| chart.table);
        self.push(Block::Picture(Picture::undrawn(id.name(), caption, numbers)), place);
    }

    /// A table as it is printed; nothing where there is nothing to print.
    fn printed(&self, id: TableId) -> Option<Table> {
        let draft = self.case.draft;
        grid(draft, id, View::Printed).map(|grid| print(draft, id, &grid, String::new()))
    }

    /// An official table under its part's heading, which names it.
    fn official(&mut self, id: TableId) {
        if let Some(table) = self.printed(id) {
            self.push(Block::Table(table), Place::Table(id));
        }
    }

    /// The tables of the form that stand in no part, behind the signature: the statistic form up to 2018. One with blanks is not printed:
    /// many offices published theirs by itself, and a few of its figures are filled in for the sake of the checks.
    fn appendix(&mut self) {
        let draft = self.case.draft;
        for id in appended(draft).filter(|id| is_whole(progress(draft, *id))) {
            let Some(printed) = self.printed(id) else { continue };
            let caption = format!("{}（{}年度）", id.title(), draft.year());
            self.push(Block::Heading("附表".to_owned()), Place::Table(id));
            self.push(Block::Table(Table { caption, ..printed }), Place::Table(id));
        }
    }

    /// A table between paragraphs, with a numbered caption.
    fn embedded(&mut self, id: TableId, caption: &str) {
        let Some(table) = self.printed(id) else { return };
        let caption = if caption.is_empty() { table_caption(self.case.draft, id) } else { caption.to_owned() };
        self.tables += 1;
        let table = Table { caption: numbered('表', self.tables, caption), ..table };
        self.push(Block::Table(table), Place::Table(id));
    }
}

/// The tables of the form that stand behind the signature.
fn appended(draft: &Draft) -> impl Iterator<Item = TableId> {
    let tables = draft.form().map(|form| form.tables.as_slice()).unwrap_or_default();
    tables.iter().filter(|table| table.part.is_none() && !is_embedded(draft, table.id)).map(|table| table.id)
}

/// Whether a table is printed behind the signature: one of the form's that stands in no part and has no blank.
pub fn is_appended(draft: &Draft, table: TableId) -> bool {
    appended(draft).any(|id| id == table) && is_whole(progress(draft, table))
}

/// Why the statistic form is not printed though some of it is filled in, in words for the clerk.
pub fn left_out(draft: &Draft) -> Option<String> {
    appended(draft).find_map(|id| {
        let progress = progress(draft, id);
        let blanks = progress.all - progress.filled;
        (progress.filled > 0 && blanks > 0)
            .then(|| format!("{}还有 {blanks} 格没有填，填完才作为附表印在报告后面", id.title()))
    })
}

fn is_whole(progress: Progress) -> bool {
    progress.filled == progress.all
}

/// The caption of a table where the draft gives none, without its number.
pub fn table_caption(draft: &Draft, id: TableId) -> String {
    let with_unit = |words: &str, unit: &str| {
        if unit.is_empty() { words.to_owned() } else { format!("{words}（单位：{unit}）") }
    };
    match id {
        TableId::Proactive | TableId::Applications | TableId::Disputes | TableId::Statistics => {
            let unit = draft.form().and_then(|form| form.table(id)).map_or("", |table| table.unit);
            with_unit(id.title(), unit)
        }
        TableId::History => {
            let keys = history_keys(draft);
            let years = || keys.iter().flat_map(|key| history_years(draft, *key));
            let (Some(key), Some(first), Some(last)) = (keys.first(), years().min(), years().max()) else {
                return id.title().to_owned();
            };
            format!("{first}—{last}年{}（单位：{}）", history_title(*key), key.unit())
        }
        TableId::Channels => with_unit(id.title(), "条"),
        TableId::Proposals => with_unit(id.title(), "件"),
    }
}

/// A caption with its number, unless it brings one along.
fn numbered(kind: char, number: usize, caption: String) -> String {
    let after = caption.strip_prefix(kind).and_then(|rest| rest.chars().next());
    let has_number = after.is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if has_number { caption } else { format!("{kind}{number}\u{3000}{caption}") }
}
