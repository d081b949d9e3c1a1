//! The tables that every form can use beside the official ones: history, channels, proposals.

use crate::draft::{Draft, Place, ProposalField};
use crate::form::{Cell, Formula, Grid, Key, Named, Source, channels};
use crate::value::Year;

/// The years of a figure's history that hold something, from the first to the last, gaps filled in.
pub fn history_years(draft: &Draft, key: Key) -> Vec<Year> {
    let years = draft.history().get(&key);
    let bounds = years.and_then(|years| Some((*years.keys().next()?, *years.keys().next_back()?)));
    bounds.map(|(first, last)| (first..=last).collect()).unwrap_or_default()
}

/// The figures that have a history; where none has, the one that the editor asks for.
pub fn history_keys(draft: &Draft) -> Vec<Key> {
    let mut keys: Vec<Key> = draft.history().keys().copied().collect();
    if keys.is_empty() {
        keys.extend(Named::DISCLOSED.key());
    }
    keys
}

/// The history as a table: years across, oldest first, a row a figure. The editor shows the growth below.
pub(super) fn history_grid(keys: &[Key], years: &[Year], with_growth: bool) -> Grid {
    let head = [Cell::column_head("时间")].into_iter();
    let mut rows =
        vec![head.chain(years.iter().map(|year| Cell::column_head(format!("{year}年")))).collect::<Vec<_>>()];
    for key in keys {
        let label = if keys.len() > 1 { key.label() } else { "数量".to_owned() };
        let cells = years.iter().map(|year| Cell::typed(Place::Past(*key, *year)));
        rows.push([Cell::row_head(label)].into_iter().chain(cells).collect());
        if with_growth {
            let cells = years.iter().map(|year| Cell::formula(Formula::Growth(*key, *year)));
            rows.push([Cell::row_head("比上年")].into_iter().chain(cells).collect());
        }
    }
    let widths = [3].into_iter().chain(years.iter().map(|_| 4)).collect();
    Grid { widths, rows, head_rows: 1, group_lines: Vec::new() }
}

/// What a history counts, as a table or a chart names it.
pub fn history_title(key: Key) -> String {
    if Named::DISCLOSED.key() == Some(key) { "主动公开政府信息数".to_owned() } else { key.label() }
}

/// The channels as a table: channels across with their shares. The report leaves out those of 0, the editor none.
pub(super) fn channels_grid(draft: Option<&Draft>) -> Grid {
    let printed = |key: &Key| draft.is_none_or(|draft| draft.figure(*key).is_some_and(|figure| !figure.is_zero()));
    let listed: Vec<_> = channels().filter(|(key, _)| printed(key)).collect();
    let row = |head: Cell, cells: &dyn Fn(Key, &'static str) -> Cell| -> Vec<Cell> {
        [head].into_iter().chain(listed.iter().map(|(key, label)| cells(*key, label))).collect()
    };
    let mut rows = vec![
        row(Cell::column_head("公开渠道"), &|_, label| Cell::column_head(label)),
        row(Cell::row_head("数量"), &|key, _| Cell::figure(key)),
        row(Cell::row_head("百分比"), &|key, _| Cell::formula(Formula::Share(key))),
    ];
    let mut widths = vec![4];
    widths.extend(listed.iter().map(|_| 5));
    if draft.is_none() {
        let sums = [Cell::column_head("合计"), Cell::formula(Formula::ChannelSum), Cell::empty()];
        for (row, sum) in rows.iter_mut().zip(sums) {
            row.push(sum);
        }
        widths.push(5);
    }
    Grid { widths, rows, head_rows: 1, group_lines: Vec::new() }
}

/// The proposals as a table: a row a category, the total below.
pub(super) fn proposals_grid(categories: usize) -> Grid {
    let mut rows = vec![Vec::from(["类别", "件数", "办结数"].map(Cell::column_head))];
    for n in 0..categories {
        let place = |field| Place::Proposal(n, field);
        let category = Cell { source: Source::Place(place(ProposalField::Category)), ..Cell::row_head("") };
        let numbers = [ProposalField::Count, ProposalField::Closed].map(|field| Cell::typed(place(field)));
        rows.push([category].into_iter().chain(numbers).collect());
    }
    if categories > 0 {
        let sums = [Formula::ProposalCounts, Formula::ProposalsClosed].map(Cell::formula);
        rows.push([Cell::row_head("合计")].into_iter().chain(sums).collect());
    }
    Grid { widths: vec![6, 4, 4], rows, head_rows: 1, group_lines: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::content;

    fn draft(members: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, {members}}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn shown(draft: &Draft, grid: &Grid) -> Vec<Vec<String>> {
        assert!(grid.is_rectangular());
        let text = |cell: &Cell| content(draft, &cell.source).to_string();
        grid.rows.iter().map(|row| row.iter().map(text).collect()).collect()
    }

    #[test]
    fn the_history_with_its_growth() {
        let draft = draft(r#""history": {"disclosed.total": {"2014": 0, "2015": 64, "2017": 88}}"#);
        let key = Named::DISCLOSED.key().unwrap();
        let years = history_years(&draft, key);
        assert_eq!(
            shown(&draft, &history_grid(&[key], &years, true)),
            [
                ["时间", "2014年", "2015年", "2016年", "2017年"],
                ["数量", "0", "64", "", "88"],
                ["比上年", "", "—", "", ""]
            ]
        );
    }

    #[test]
    fn the_report_prints_the_channels_above_zero() {
        let draft = draft(r#""figures": {"channel.website": 88, "channel.weibo": 0, "channel.wechat": 22}"#);
        assert_eq!(
            shown(&draft, &channels_grid(Some(&draft))),
            [["公开渠道", "政府网站", "政务微信"], ["数量", "88", "22"], ["百分比", "80%", "20%"]]
        );
        let editor = shown(&draft, &channels_grid(None));
        assert_eq!(editor[1], ["数量", "", "88", "0", "22", "", "110"]);
        assert_eq!(editor[2], ["百分比", "", "80%", "0%", "20%", "", ""]);
    }

    #[test]
    fn the_proposals_add_up() {
        let draft = draft(
            r#""proposals": [{"category": "社会事业", "count": 6, "closed": 6}, {"category": "农林水", "count": 2}]"#,
        );
        let expected = [["类别", "件数", "办结数"], ["社会事业", "6", "6"], ["农林水", "2", ""], ["合计", "8", "6"]];
        assert_eq!(shown(&draft, &proposals_grid(2)), expected);
        assert_eq!(shown(&draft, &proposals_grid(0)), [["类别", "件数", "办结数"]]);
    }
}
