//! The tables beside the official ones that a report can print: figures of several years, channels, proposals.

use super::simplify::simplified;
use super::tape::{Source, text_of};
use crate::block::Table;
use crate::draft::{CellValue, Edit, Place, Proposal, ProposalField, Splice};
use crate::form::{Key, Named, TableId, channels};
use crate::text::compact;
use crate::value::{FIRST_YEAR, LAST_YEAR, Year, half_width};

/// A table that was understood.
#[derive(Debug)]
pub struct Extra {
    /// Which table.
    pub table: TableId,
    /// What it puts into the draft.
    pub edits: Vec<Edit>,
    /// Each value with its place and where it stands.
    pub values: Vec<(Place, String, Source)>,
}

/// A row of texts, each with the index of its cell; blank ones between.
type Row = Vec<(String, usize)>;

/// Understands a table of years, channels or proposals; nothing where it is none. `before` are the words before it.
pub fn read_extra(block: usize, table: &Table, before: &str, known: &[Key]) -> Option<Extra> {
    let row = |cells: &Vec<crate::block::TableCell>| -> Row {
        cells
            .iter()
            .enumerate()
            .map(|(at, cell)| (half_width(&compact(&text_of(cell))).chars().map(simplified).collect(), at))
            .collect()
    };
    let rows: Vec<Row> = table.rows.iter().map(row).collect();
    history(block, &rows, before, known).or_else(|| channel(block, &rows)).or_else(|| proposals(block, &rows))
}

fn year(text: &str) -> Option<Year> {
    let digits = text.trim_end_matches(['年', '度']);
    digits.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}

fn source(block: usize, row: usize, cell: usize, text: &str) -> Source {
    Source { block, cell: Some((row, cell)), range: 0..text.len() }
}

/// Years across, a row a figure; rows of growth are passed over, since they follow from the others.
fn history(block: usize, rows: &[Row], before: &str, known: &[Key]) -> Option<Extra> {
    let (at, head) = rows.iter().enumerate().take(3).find(|(_, row)| {
        let years = row.iter().filter(|(text, _)| year(text).is_some()).count();
        years >= 2 && years + 1 >= row.len()
    })?;
    let years: Vec<Option<Year>> = head.iter().map(|(text, _)| year(text)).collect();
    let mut extra = Extra { table: TableId::History, edits: Vec::new(), values: Vec::new() };
    for (index, row) in rows.iter().enumerate().skip(at + 1).filter(|(_, row)| row.len() == head.len()) {
        let label = row.first().map_or("", |(text, _)| text.as_str());
        let is_growth = ["比上年", "增幅", "增长", "同比"].iter().any(|word| label.contains(word));
        let Some(key) = figure_of(label, before, known).filter(|_| !is_growth) else { continue };
        for ((text, cell), year) in row.iter().zip(&years) {
            let Some(year) = year else { continue };
            let place = Place::Past(key, *year);
            let value = CellValue::typed(place, text.trim_end_matches(['条', '件', '次']));
            if value != CellValue::Blank {
                extra.values.push((place, value.text(), source(block, index, *cell, text)));
                extra.edits.push(Edit::SetCell(place, value));
            }
        }
    }
    (!extra.values.is_empty()).then_some(extra)
}

/// The figure of which a row of years tells: by its own words, or by those before the table.
fn figure_of(label: &str, before: &str, known: &[Key]) -> Option<Key> {
    let words = compact(label);
    let by_label = known.iter().copied().find(|key| !words.is_empty() && compact(&key.label()) == words);
    by_label.or_else(|| {
        let is_count =
            ["数量", "条数", "件数", "总数", "合计"].iter().any(|word| words.contains(word)) || words.is_empty();
        let of_disclosed = words.contains("公开") || (is_count && before.contains("公开"));
        of_disclosed.then(|| Named::DISCLOSED.key()).flatten()
    })
}

/// The channels across, their numbers below.
fn channel(block: usize, rows: &[Row]) -> Option<Extra> {
    let head = rows.first()?;
    let of = |text: &str| channels().find(|(_, label)| compact(label) == text).map(|(key, _)| key);
    let keys: Vec<Option<Key>> = head.iter().map(|(text, _)| of(text)).collect();
    let listed = keys.iter().flatten().count();
    if listed == 0 || head.first()?.0 != "公开渠道" {
        return None;
    }
    let (index, numbers) = rows
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, row)| row.first().is_some_and(|(text, _)| text.starts_with("数量")))?;
    let mut extra = Extra { table: TableId::Channels, edits: Vec::new(), values: Vec::new() };
    for ((text, cell), key) in numbers.iter().zip(&keys) {
        let Some(place) = key.map(Place::Cell) else { continue };
        let value = CellValue::typed(place, text);
        extra.values.push((place, value.text(), source(block, index, *cell, text)));
        extra.edits.push(Edit::SetCell(place, value));
    }
    Some(extra)
}

/// A row a category of proposals, its number and how many were closed.
fn proposals(block: usize, rows: &[Row]) -> Option<Extra> {
    let head = rows.first()?;
    let column = |words: &[&str]| head.iter().position(|(text, _)| words.iter().any(|word| text.contains(word)));
    let category = column(&["类别", "类型"])?;
    let closed = column(&["办结"])?;
    let count = head.iter().enumerate().position(|(at, (text, _))| {
        at != closed && at != category && ["件数", "数量", "总数"].iter().any(|word| text.contains(word))
    })?;
    let mut extra = Extra { table: TableId::Proposals, edits: Vec::new(), values: Vec::new() };
    let mut listed = Vec::new();
    for (index, row) in rows.iter().enumerate().skip(1) {
        let Some((name, _)) = row.get(category) else { continue };
        if name.is_empty() || ["合计", "总计", "小计"].iter().any(|word| name.contains(word)) {
            continue;
        }
        let n = listed.len();
        listed.push(Proposal::new(name.clone()));
        for (column, field) in [(count, ProposalField::Count), (closed, ProposalField::Closed)] {
            let Some((text, cell)) = row.get(column) else { continue };
            let place = Place::Proposal(n, field);
            let value = CellValue::typed(place, text.trim_end_matches('件'));
            extra.values.push((place, value.text(), source(block, index, *cell, text)));
            extra.edits.push(Edit::SetCell(place, value));
        }
    }
    if listed.is_empty() {
        return None;
    }
    extra.edits.insert(0, Edit::SpliceProposals(Splice::insert(0, listed)));
    Some(extra)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::TableBuilder;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = TableBuilder::new();
        for row in rows {
            table.row();
            for text in *row {
                table.cell(text, 1, 1).expect("room");
            }
        }
        table.finish().ok().flatten().expect("a table")
    }

    fn read(rows: &[&[&str]], before: &str) -> Option<Vec<String>> {
        let extra = read_extra(0, &table(rows), before, &[])?;
        Some(extra.values.iter().map(|(place, value, _)| format!("{place}={value}")).collect())
    }

    #[test]
    fn the_years_the_channels_and_the_proposals() {
        let years: &[&[&str]] = &[&["时间", "2016年", "2017年"], &["数量", "45", "88"], &["比上年", "", "+95.6%"]];
        let expected = ["history.disclosed.total.2016=45", "history.disclosed.total.2017=88"].map(str::to_owned);
        assert_eq!(read(years, "近两年主动公开政府信息数"), Some(expected.to_vec()));
        assert_eq!(read(years, "近两年办结的建议"), None, "nobody says what was counted");
        let channels: &[&[&str]] =
            &[&["公开渠道", "政府网站", "政务微信"], &["数量", "88", "22"], &["百分比", "80%", "20%"]];
        let expected = ["channel.website=88", "channel.wechat=22"].map(str::to_owned);
        assert_eq!(read(channels, ""), Some(expected.to_vec()));
        let proposals: &[&[&str]] = &[&["类别", "件数", "办结数"], &["社会事业", "6", "6"], &["合计", "6", "6"]];
        let expected = ["proposals.0.count=6", "proposals.0.closed=6"].map(str::to_owned);
        assert_eq!(read(proposals, ""), Some(expected.to_vec()));
        assert_eq!(read(&[&["栏目", "条数"], &["动态", "3"]], "公开"), None);
    }
}
