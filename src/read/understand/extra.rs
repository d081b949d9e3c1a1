//! The tables beside the official ones that a report can print: figures of several years, channels, proposals.

use super::aside::is_dash;
use super::result::Understood;
use super::simplify::simplified;
use super::tape::{Source, text_of};
use super::write::{Given, put};
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
    /// The categories of proposals, which come into the draft before their numbers.
    pub proposals: Vec<Proposal>,
    /// What stands in its cells.
    pub values: Vec<(CellValue, Given)>,
}

impl Extra {
    fn of(table: TableId) -> Self {
        Self { table, proposals: Vec::new(), values: Vec::new() }
    }

    /// Puts the table into the draft.
    pub fn write(self, understood: &mut Understood) {
        if !self.proposals.is_empty() {
            understood.draft.apply(Edit::SpliceProposals(Splice::insert(0, self.proposals)));
        }
        for (value, given) in self.values {
            put(understood, value, given);
        }
    }
}

/// A row of texts, each with its cell; blank ones between.
type Row = Vec<(String, Source)>;

/// Understands a table of years, channels or proposals; nothing where it is none. `before` are the words before it.
pub fn read_extra(block: usize, table: &Table, before: &str, known: &[Key]) -> Option<Extra> {
    let row = |(row, cells): (usize, &Vec<crate::block::TableCell>)| -> Row {
        let cell = |(at, cell)| {
            let own = text_of(cell);
            let source = Source { block, cell: Some((row, at)), range: 0..own.len() };
            (half_width(&compact(&own)).chars().map(simplified).collect(), source)
        };
        cells.iter().enumerate().map(cell).collect()
    };
    let rows: Vec<Row> = table.rows.iter().enumerate().map(row).collect();
    history(&rows, before, known).or_else(|| channel(&rows)).or_else(|| proposals(&rows))
}

fn year(text: &str) -> Option<Year> {
    let digits = text.trim_end_matches(['年', '度']);
    digits.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}

/// The value of a cell, with where it goes. `unit` is what may stand behind the number.
fn given(place: Place, label: String, (text, source): &(String, Source), unit: &[char]) -> (CellValue, Given) {
    // A dash stands for nothing, as in the official tables.
    let is_nothing = text.chars().all(is_dash) || text == "无";
    let value = if is_nothing { CellValue::Blank } else { CellValue::typed(place, text.trim_end_matches(unit)) };
    (value, Given { place, label, words: text.clone(), sources: vec![source.clone()], cut_into: 1, judge: None })
}

/// Years across, a row a figure; rows of growth are passed over, since they follow from the others.
fn history(rows: &[Row], before: &str, known: &[Key]) -> Option<Extra> {
    let (at, head) = rows.iter().enumerate().take(3).find(|(_, row)| {
        let years = row.iter().filter(|(text, _)| year(text).is_some()).count();
        years >= 2 && years + 1 >= row.len()
    })?;
    let years: Vec<Option<Year>> = head.iter().map(|(text, _)| year(text)).collect();
    let mut extra = Extra::of(TableId::History);
    for row in rows.iter().skip(at + 1).filter(|row| row.len() == head.len()) {
        let label = row.first().map_or("", |(text, _)| text.as_str());
        let is_growth = ["比上年", "增幅", "增长", "同比"].iter().any(|word| label.contains(word));
        let Some(key) = figure_of(label, before, known).filter(|_| !is_growth) else { continue };
        for (cell, year) in row.iter().zip(&years) {
            let Some(year) = year else { continue };
            let label = format!("{year}年{}", key.label());
            let value = given(Place::Past(key, *year), label, cell, &['条', '件', '次']);
            extra.values.extend(Some(value).filter(|(value, _)| *value != CellValue::Blank));
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
fn channel(rows: &[Row]) -> Option<Extra> {
    let head = rows.first()?;
    let of = |text: &str| channels().find(|(_, label)| compact(label) == text).map(|(key, _)| key);
    let keys: Vec<Option<Key>> = head.iter().map(|(text, _)| of(text)).collect();
    let listed = keys.iter().flatten().count();
    if listed == 0 || head.first()?.0 != "公开渠道" {
        return None;
    }
    let numbers = rows.iter().skip(1).find(|row| row.first().is_some_and(|(text, _)| text.starts_with("数量")))?;
    let mut extra = Extra::of(TableId::Channels);
    for (cell, key) in numbers.iter().zip(&keys) {
        let Some(key) = key else { continue };
        extra.values.push(given(Place::Cell(*key), key.label(), cell, &[]));
    }
    Some(extra)
}

/// A row a category of proposals, its number and how many were closed.
fn proposals(rows: &[Row]) -> Option<Extra> {
    let head = rows.first()?;
    let column = |words: &[&str]| head.iter().position(|(text, _)| words.iter().any(|word| text.contains(word)));
    let category = column(&["类别", "类型"])?;
    let closed = column(&["办结"])?;
    let count = head.iter().enumerate().position(|(at, (text, _))| {
        at != closed && at != category && ["件数", "数量", "总数"].iter().any(|word| text.contains(word))
    })?;
    let mut extra = Extra::of(TableId::Proposals);
    for row in rows.iter().skip(1) {
        let Some((name, _)) = row.get(category) else { continue };
        if name.is_empty() || ["合计", "总计", "小计"].iter().any(|word| name.contains(word)) {
            continue;
        }
        let n = extra.proposals.len();
        extra.proposals.push(Proposal::new(name.clone()));
        let fields = [(count, ProposalField::Count, "件数"), (closed, ProposalField::Closed, "办结数")];
        for (column, field, label) in fields {
            let Some(cell) = row.get(column) else { continue };
            extra.values.push(given(Place::Proposal(n, field), format!("“{name}”的{label}"), cell, &['件']));
        }
    }
    (!extra.proposals.is_empty()).then_some(extra)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
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
        Some(extra.values.iter().map(|(value, given)| format!("{}={}", given.place, value.text())).collect())
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

    #[test]
    fn blanks_and_words_are_no_figures() {
        let extra = |rows: &[&[&str]]| {
            let mut understood = Understood::new(Draft::new(String::new(), 2023, "某局", "department"));
            read_extra(0, &table(rows), "", &[]).expect("a table").write(&mut understood);
            understood
        };
        let channels = extra(&[&["公开渠道", "政府网站", "政务微信", "政务微博"], &["数量", " ８ ８ ", "约20", ""]]);
        let [figure] = channels.figures.as_slice() else { panic!("{channels:?}") };
        assert_eq!((figure.value.as_str(), figure.words.as_str()), ("88", "88"));
        assert_eq!(figure.sources[0].range, 0..text_of(&table(&[&[" ８ ８ "]]).rows[0][0]).len());
        assert_eq!(channels.notes.len(), 1, "{:?}", channels.notes);
        assert!(channels.notes[0].contains("“约20”，不是数字"), "{}", channels.notes[0]);
        assert_eq!(channels.blanks.len(), 1);
        let proposals = extra(&[&["类别", "件数", "办结数"], &["社会事业", "6件", "若干"], &["其他", "—", "1"]]);
        assert_eq!(proposals.figures.iter().map(|figure| figure.value.as_str()).collect::<Vec<_>>(), ["6", "1"]);
        assert_eq!(proposals.notes, ["“社会事业”的办结数写的是“若干”，不是数字，照原样留着，请改"]);
        assert_eq!(proposals.blanks.len(), 1);
        assert_eq!(proposals.draft.proposals().len(), 2);
    }
}
