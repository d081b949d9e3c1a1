//! The tables that every form can use beside the official ones: history, channels, proposals.

use super::growth::{growth, signed_percent};
use super::total::shown;
use crate::draft::{Draft, Place, ProposalField};
use crate::form::{Cell, Content, Derived, Grid, Key, Named, Slot, channels};
use crate::value::{Decimal, Figure, Year, percent};

/// The years of a figure's history that hold something, from the first to the last, gaps filled in.
pub fn history_years(draft: &Draft, key: Key) -> Vec<Year> {
    let years = draft.history().get(&key);
    let bounds = years.and_then(|years| Some((*years.keys().next()?, *years.keys().next_back()?)));
    bounds.map(|(first, last)| (first..=last).collect()).unwrap_or_default()
}

/// The history as a table: years across, oldest first, a row a figure. The editor shows the growth below.
pub fn history_grid(keys: &[Key], years: &[Year], with_growth: bool) -> Grid {
    let head = [Cell::column_head("时间")].into_iter();
    let mut rows =
        vec![head.chain(years.iter().map(|year| Cell::column_head(format!("{year}年")))).collect::<Vec<_>>()];
    for key in keys {
        let label = if keys.len() > 1 { key.label() } else { "数量".to_owned() };
        let cells = years.iter().map(|year| Cell::slot(Slot::Past(*key, *year)));
        rows.push([Cell::row_head(label)].into_iter().chain(cells).collect());
        if with_growth {
            let cells = years.iter().map(|year| Cell::derived(Derived::Growth(*key, *year)));
            rows.push([Cell::row_head("比上年")].into_iter().chain(cells).collect());
        }
    }
    let widths = [3].into_iter().chain(years.iter().map(|_| 4)).collect();
    Grid { widths, rows, head_rows: 1 }
}

/// What a history counts, as a table or a chart names it.
pub fn history_title(key: Key) -> String {
    if Named::DISCLOSED.key() == Some(key) { "主动公开政府信息数".to_owned() } else { key.label() }
}

/// The sum of the channels; nothing when all are blank.
pub fn channel_sum(draft: &Draft) -> Option<Decimal> {
    let figures = channels().filter_map(|(key, _)| draft.figure(key));
    figures.map(Figure::exact).reduce(Decimal::saturating_add)
}

/// The channels as a table: channels across with their shares. The report leaves out those of 0, the editor none.
pub fn channels_grid(draft: Option<&Draft>) -> Grid {
    let printed = |key: &Key| draft.is_none_or(|draft| draft.figure(*key).is_some_and(|figure| !figure.is_zero()));
    let listed: Vec<_> = channels().filter(|(key, _)| printed(key)).collect();
    let row = |head: Cell, cells: &dyn Fn(Key, &'static str) -> Cell| -> Vec<Cell> {
        [head].into_iter().chain(listed.iter().map(|(key, label)| cells(*key, label))).collect()
    };
    let mut rows = vec![
        row(Cell::column_head("公开渠道"), &|_, label| Cell::column_head(label)),
        row(Cell::row_head("数量"), &|key, _| Cell::figure(key)),
        row(Cell::row_head("百分比"), &|key, _| Cell::derived(Derived::Share(key))),
    ];
    let mut widths = vec![4];
    widths.extend(listed.iter().map(|_| 5));
    if draft.is_none() {
        let sums = [Cell::column_head("合计"), Cell::derived(Derived::ChannelSum), Cell::empty()];
        for (row, sum) in rows.iter_mut().zip(sums) {
            row.push(sum);
        }
        widths.push(5);
    }
    Grid { widths, rows, head_rows: 1 }
}

/// The proposals as a table: a row a category, the total below.
pub fn proposals_grid(categories: usize) -> Grid {
    let mut rows = vec![Vec::from(["类别", "件数", "办结数"].map(Cell::column_head))];
    for n in (0..categories).filter_map(|n| u16::try_from(n).ok()) {
        let category = Cell { content: Content::Category(n), ..Cell::row_head("") };
        rows.push(vec![category, Cell::slot(Slot::ProposalCount(n)), Cell::slot(Slot::ProposalClosed(n))]);
    }
    if categories > 0 {
        let sums = [Derived::ProposalCounts, Derived::ProposalsClosed].map(Cell::derived);
        rows.push([Cell::row_head("合计")].into_iter().chain(sums).collect());
    }
    Grid { widths: vec![6, 4, 4], rows, head_rows: 1 }
}

/// What a derived cell shows; empty while there is nothing to derive it from.
pub fn derived(draft: &Draft, derived: Derived) -> String {
    let value = match derived {
        Derived::Growth(key, year) => {
            let pair = draft.past(key, year).zip(draft.past(key, year.saturating_sub(1)));
            let rate = pair.and_then(|(now, before)| growth(now.exact(), before.exact()));
            return match (pair, rate) {
                (_, Some(rate)) => signed_percent(rate),
                (Some(_), None) => "—".to_owned(),
                (None, _) => String::new(),
            };
        }
        Derived::Share(key) => {
            let share = draft.figure(key).zip(channel_sum(draft));
            let share = share.and_then(|(part, sum)| percent(part.exact(), sum, 0));
            return share.map(|share| format!("{share}%")).unwrap_or_default();
        }
        Derived::ChannelSum => channel_sum(draft),
        Derived::ProposalCounts => proposals_sum(draft, ProposalField::Count),
        Derived::ProposalsClosed => proposals_sum(draft, ProposalField::Closed),
    };
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn proposals_sum(draft: &Draft, field: ProposalField) -> Option<Decimal> {
    let counts = draft.proposals().iter().map(|p| if field == ProposalField::Closed { p.closed } else { p.count });
    counts.flatten().map(|count| Decimal::from(count.get())).reduce(Decimal::saturating_add)
}

/// The cells from which a derived cell follows.
pub fn rests_on(draft: &Draft, derived: Derived) -> Vec<Slot> {
    let proposals = || (0..draft.proposals().len()).filter_map(|n| u16::try_from(n).ok());
    match derived {
        Derived::Growth(key, year) => vec![Slot::Past(key, year), Slot::Past(key, year.saturating_sub(1))],
        Derived::Share(_) | Derived::ChannelSum => channels().map(|(key, _)| Slot::Figure(key)).collect(),
        Derived::ProposalCounts => proposals().map(Slot::ProposalCount).collect(),
        Derived::ProposalsClosed => proposals().map(Slot::ProposalClosed).collect(),
    }
}

/// The words that a cell of a grid shows in this draft.
pub fn content(draft: &Draft, content: &Content) -> String {
    match content {
        Content::Text(words) => words.clone().into_owned(),
        Content::Derived(of) => derived(draft, *of),
        Content::Category(n) => draft.text(Place::Proposal((*n).into(), ProposalField::Category)).unwrap_or_default(),
        Content::Slot(slot) => slot_content(draft, *slot),
    }
}

/// What a cell shows that holds a figure: what was typed, or else the sum of its parts.
pub fn slot_content(draft: &Draft, slot: Slot) -> String {
    let computed = match slot {
        Slot::Figure(key) => shown(draft, key).figure,
        Slot::Past(..) | Slot::ProposalCount(_) | Slot::ProposalClosed(_) => None,
    };
    let typed = draft.entry(slot).text();
    if typed.is_empty() { computed.map(|figure| figure.to_string()).unwrap_or_default() } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(members: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, {members}}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn shown(draft: &Draft, grid: &Grid) -> Vec<Vec<String>> {
        assert!(grid.is_rectangular());
        grid.rows.iter().map(|row| row.iter().map(|cell| content(draft, &cell.content)).collect()).collect()
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
