//! A ledger of requests (台账), one line a request, counted into table three.
//!
//! Columns and words may stand in any order and wording. What is not understood is a doubt in words, and is placed by hand
//! ([`Placements`]); nothing is guessed. Names, numbers of identity cards, phones, addresses and what was asked for are
//! left behind while the ledger is read: a [`Ledger`] holds days, kinds of applicants, rows of the form, and short words of
//! results in which nothing of a person stands.

mod answer;
mod applicant;
mod columns;
mod count;
mod day;
mod held;
mod kept;
mod line;
mod meaning;
mod placements;
mod section;
mod sheet;
mod stored;
mod terms;
mod verdict;

#[cfg(test)]
mod tests;

use self::columns::Columns;
use self::kept::Names;
use self::line::Reader;
use self::meaning::{Meaning, NAME};
use self::section::{Section, sections};
use self::sheet::{Sheet, sheets};
use super::Refusal;
use crate::block::Block;
use crate::form::{Form, FormId, TableId};
use crate::value::Year;

pub use count::{Balance, Counts, count};
pub use held::{About, Doubt, Intake, Ledger, Line, Standing, Words};
pub use placements::{Choice, Placed, Placements};

/// A section that is a ledger's, with its sheet.
struct Found<'a> {
    sheet: usize,
    section: Section,
    columns: Columns,
    source: &'a Sheet<'a>,
}

/// Whether there is a ledger among these blocks. A report's own tables are none.
pub fn is_ledger(blocks: &[Block]) -> bool {
    let Ok(sheets) = sheets(blocks) else { return false };
    let year = crate::value::FIRST_YEAR;
    found(&sheets, year).0.iter().any(|found| {
        let rows = found.section.rows.iter().filter_map(|row| found.source.rows.get(row.at));
        let days = || found.columns.received.iter().chain(&found.columns.answered);
        let has_day = |row: &Vec<sheet::Square>| {
            days().any(|column| row.get(*column).is_some_and(|square| day::day(square.text.trim(), year).is_some()))
        };
        let (mut count, mut dated) = (0, 0);
        for row in rows {
            count += 1;
            dated += usize::from(has_day(row));
        }
        // Without days a table of sums looks alike: it has a number of requests in each row.
        let has_sums = || found.section.paths.iter().filter_map(|path| path.last()).any(|head| is_of_sums(head));
        // Papers of other kinds have names and results too.
        let is_of_requests =
            || found.columns.have_kinds() || found.section.paths.iter().flatten().any(|head| head.contains("申请"));
        let is_without_days = days().next().is_none() && count >= 2 && !has_sums() && is_of_requests();
        count > 0 && (dated * 2 >= count || is_without_days)
    })
}

/// Whether a head is of a column that counts requests, as a ledger has none.
fn is_of_sums(head: &str) -> bool {
    crate::text::has_any(head, &["件数", "数量", "合计", "小计", "总计", "总数"])
}

/// Reads a ledger for a report year.
///
/// # Errors
/// Where the year's edition has no table three, where no ledger is found, or where there is more than is read.
pub fn read_ledger(blocks: &[Block], year: Year) -> Result<Ledger, Refusal> {
    let form = FormId::of_year(year).form();
    if form.table(TableId::Applications).is_none() {
        return Err(Refusal::new(format!("{year}年度的格式没有表三，不能由台账计数。")));
    }
    let sheets = sheets(blocks)?;
    let (found, others) = found(&sheets, year);
    if found.is_empty() {
        return Err(Refusal::new(
            "没有认出台账。台账要一行一件，写明收到日期、申请人类型、答复日期和办理结果；请连表头一起复制后再粘贴。",
        ));
    }
    let mut ledger = Ledger {
        year,
        sheets: sheets.iter().enumerate().map(|(at, sheet)| sheet_name(at, sheet.caption)).collect(),
        lines: Vec::new(),
        dropped: Vec::new(),
        notes: Vec::new(),
    };
    for at in others {
        let name = ledger.sheets.get(at).cloned().unwrap_or_default();
        ledger.note(format!("“{name}”不像台账，没有计数。"));
    }
    let mut names = Names::default();
    for found in &found {
        add_names(&mut names, found);
    }
    let mut guessed = 0;
    for found in &found {
        guessed += ledger.add(found, form, &names);
    }
    ledger.lines.sort_by_key(|line| (line.sheet, line.number));
    if guessed > 0 {
        ledger.note(format!("{guessed}个日期没有写年份，按台账的年份计。"));
    }
    if ledger.lines.is_empty() {
        return Err(Refusal::new("台账里没有一行申请，没有可以计数的。"));
    }
    Ok(ledger)
}

/// The sections that are a ledger's, and the sheets that hold something else.
fn found<'a>(sheets: &'a [Sheet<'a>], year: Year) -> (Vec<Found<'a>>, Vec<usize>) {
    let (mut all, mut others) = (Vec::new(), Vec::new());
    // A sheet without heads goes on with the columns of the one before.
    let mut before: Option<Columns> = None;
    for (at, source) in sheets.iter().enumerate() {
        let count = all.len();
        if !is_of_a_report(source) {
            for section in sections(source, year) {
                let mut columns = Columns::of(&section, source);
                if section.paths.is_empty()
                    && let Some(before) = before.as_ref().filter(|before| before.all.len() == columns.all.len())
                {
                    columns = before.clone();
                }
                if columns.are_of_a_ledger() && !section.rows.is_empty() {
                    before = Some(columns.clone());
                    all.push(Found { sheet: at, section, columns, source });
                }
            }
        }
        if all.len() == count && source.rows.len() > 1 {
            others.push(at);
        }
    }
    (all, others)
}

/// Whether a sheet is table three itself.
fn is_of_a_report(sheet: &Sheet) -> bool {
    const LONGEST: usize = 200;
    let words = ["勾稽关系", "本年新收政府信息公开申请", "结转下年度继续办理"];
    let texts = sheet.rows.iter().flatten().map(|square| &*square.text).filter(|text| text.len() <= LONGEST);
    texts.into_iter().any(|text| words.iter().any(|word| text.contains(word)))
}

/// The name of a sheet, where it is made of nothing but words for months and for ledgers.
fn sheet_name(at: usize, caption: &str) -> String {
    const LETTERS: &str = "0123456789一二三四五六七八九十年度月份季上下半全表台账依申请公开政府信息登记办理情况汇总统计本结转新收Shet工作()（）-—_. ~～至第";
    let is_harmless =
        !caption.is_empty() && caption.chars().count() <= 30 && caption.chars().all(|c| LETTERS.contains(c));
    if is_harmless { caption.to_owned() } else { format!("第{}张表", at + 1) }
}

/// Adds the names that stand in a section.
fn add_names<'a>(names: &mut Names<'a>, found: &'a Found) {
    let is_of_names = |meaning: &Option<Meaning>| {
        matches!(meaning, Some(Meaning::Name | Meaning::Dropped(NAME | "联系人" | "经办人")))
    };
    let columns = found.columns.all.iter().enumerate().filter(|(_, meaning)| is_of_names(meaning));
    for (column, _) in columns {
        let rows = found.section.rows.iter().filter_map(|row| found.source.rows.get(row.at));
        rows.filter_map(|row| row.get(column)).for_each(|square| names.add(square.text.trim()));
    }
}

impl Ledger {
    fn note(&mut self, sentence: String) {
        if !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }

    /// Adds the lines of a section; returns how many of their days have no year.
    fn add(&mut self, found: &Found, form: &'static Form, names: &Names) -> usize {
        let Found { sheet, section, columns, source } = found;
        let squares = |at: usize| source.rows.get(at).map(Vec::as_slice).unwrap_or_default();
        let has_day = |columns: &[usize]| {
            section.rows.iter().any(|row| {
                let cell = |column: &usize| squares(row.at).get(*column).map_or("", |square| square.text.trim());
                columns.iter().any(|column| day::day(cell(column), row.year).is_some())
            })
        };
        let (has_received, has_answered) = (has_day(&columns.received), has_day(&columns.answered));
        if !has_received {
            self.note("台账里没有收到日期：没有写明上年结转的，都算本年新收。".to_owned());
        }
        if !has_answered {
            self.note("台账里没有答复日期：写了办理结果的，都算本年答复。".to_owned());
        }
        self.drop_columns(found);
        let reader = Reader { form, year: self.year, names, columns, has_received, has_answered };
        let mut guessed = 0;
        let mut rows = section.rows.iter().peekable();
        while let Some(row) = rows.next() {
            let (mut more, mut last) = (Vec::new(), row.at);
            while let Some(next) = rows.next_if(|next| next.at == last + 1 && is_same(columns, squares(next.at))) {
                more.push(squares(next.at));
                last = next.at;
            }
            if let Some(read) = reader.line(*sheet, row, squares(row.at), &more) {
                guessed += read.guessed;
                self.lines.push(read.line);
            }
        }
        guessed
    }

    /// Notes what is left behind of a section.
    fn drop_columns(&mut self, found: &Found) {
        for (column, meaning) in found.columns.all.iter().enumerate() {
            let name = match meaning {
                Some(Meaning::Dropped(name)) => *name,
                Some(Meaning::Name) => NAME,
                Some(Meaning::Remark) => "备注",
                Some(
                    Meaning::Serial
                    | Meaning::Kind
                    | Meaning::Received(_)
                    | Meaning::Answered(_)
                    | Meaning::Result(_)
                    | Meaning::Intake
                    | Meaning::TickApplicant(_)
                    | Meaning::TickResult(_),
                )
                | None => continue,
            };
            let mut rows = found.section.rows.iter().filter_map(|row| found.source.rows.get(row.at));
            let is_filled = rows.any(|row| row.get(column).is_some_and(|square| !square.text.trim().is_empty()));
            if is_filled && !self.dropped.iter().any(|known| known == name) {
                self.dropped.push(name.to_owned());
            }
        }
    }
}

/// Whether a row is of the same request as the one above: its number is merged with that one's, or its day and its
/// applicant are.
fn is_same(columns: &Columns, row: &[sheet::Square]) -> bool {
    let is_from_above =
        |column: &usize| row.get(*column).is_some_and(|square| square.is_from_above && !square.text.trim().is_empty());
    if !columns.serials.is_empty() {
        return columns.serials.iter().all(is_from_above);
    }
    let who = columns.kinds.iter().chain(&columns.names);
    columns.received.first().is_some_and(is_from_above) && who.clone().count() > 0 && who.clone().all(is_from_above)
}
