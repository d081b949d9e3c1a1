//! What the parts of a ledger and of table three are called on the screen.

use crate::form::{Form, ResultRow, Row};
use crate::read::ledger::{Ledger, Line, Standing};
use crate::value::Date;

/// So many lines are named one by one.
const NAMED: usize = 20;

/// A row of results with its numbers as printed, without what it says besides: （三）5.属于三类内部事务信息.
pub fn result_title(row: &ResultRow) -> String {
    let number = row.group.head.split_inclusive('）').next().unwrap_or_default();
    if row.is_alone { format!("{number}{}", row.words()) } else { format!("{number}{}", row.label) }
}

/// A row of table three.
pub fn row_title(row: Row) -> String {
    match row {
        Row::New => "本年新收".to_owned(),
        Row::CarriedIn => "上年结转".to_owned(),
        Row::Result(row) => result_title(row),
        Row::Total => "（七）总计".to_owned(),
        Row::CarriedOut => "结转下年度继续办理".to_owned(),
    }
}

/// How a line stands.
pub fn standing_title(standing: Standing) -> String {
    match standing {
        Standing::Result(row) => result_title(row),
        Standing::Pending => row_title(Row::CarriedOut),
        Standing::NotCounted => "这一行不计".to_owned(),
    }
}

/// The columns of table three: the applicants, and the last that adds them up.
pub fn columns(form: &Form) -> impl Iterator<Item = &'static str> {
    form.applicants().iter().map(|applicant| applicant.label).chain(["总计"])
}

/// A day: of the ledger's own year without the year.
pub fn day(date: Option<Date>, ledger: &Ledger) -> String {
    let Some(date) = date else { return "—".to_owned() };
    let text = date.to_string();
    let own = format!("{}-", ledger.year);
    text.strip_prefix(own.as_str()).unwrap_or(&text).to_owned()
}

/// Whether lines stand in several sheets, so that a row's number alone does not name one.
pub fn has_sheets(ledger: &Ledger) -> bool {
    let first = ledger.lines.first().map(|line| line.sheet);
    ledger.lines.iter().any(|line| Some(line.sheet) != first)
}

/// A line's name in the page: its row; of several sheets with the number of the sheet before it.
pub fn line_name(line: &Line, has_sheets: bool) -> String {
    if has_sheets { format!("{}-{}", line.sheet + 1, line.number) } else { line.number.to_string() }
}

/// A line in words: 第 9 行.
pub fn line_words(ledger: &Ledger, (sheet, number): (usize, usize)) -> String {
    let name = ledger.sheets.get(sheet).filter(|_| has_sheets(ledger));
    name.map_or_else(|| format!("第 {number} 行"), |name| format!("“{name}”第 {number} 行"))
}

/// Which lines these are: 第 4、11、19 行. Of very many the first are named.
pub fn lines_words(ledger: &Ledger, lines: &[usize]) -> String {
    let mut sheets: Vec<(usize, Vec<String>)> = Vec::new();
    for line in lines.iter().take(NAMED).filter_map(|at| ledger.lines.get(*at)) {
        match sheets.last_mut().filter(|(sheet, _)| *sheet == line.sheet) {
            Some((_, numbers)) => numbers.push(line.number.to_string()),
            None => sheets.push((line.sheet, vec![line.number.to_string()])),
        }
    }
    let several = has_sheets(ledger);
    let of_sheet = |(sheet, numbers): &(usize, Vec<String>)| {
        let name = ledger.sheets.get(*sheet).filter(|_| several).map(|name| format!("“{name}”")).unwrap_or_default();
        format!("{name}第 {}", numbers.join("、"))
    };
    let named = sheets.iter().map(of_sheet).collect::<Vec<_>>().join("；");
    match lines.len() {
        0 => String::new(),
        count if count > NAMED => format!("{named} 等行"),
        _ => format!("{named} 行"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormId;
    use crate::read::ledger::Words;

    fn ledger(lines: impl IntoIterator<Item = (usize, usize)>) -> Ledger {
        let line = |(sheet, number)| Line {
            sheet,
            number,
            received: None,
            answered: None,
            intake: None,
            applicant: None,
            standing: None,
            words: Words::default(),
            doubts: Vec::new(),
            suggested: None,
        };
        let sheets = vec!["一月".to_owned(), "二月".to_owned()];
        let lines = lines.into_iter().map(line).collect();
        Ledger { year: 2023, sheets, lines, dropped: Vec::new(), notes: Vec::new() }
    }

    #[test]
    fn lines_are_named_by_their_rows() {
        let one = ledger([(0, 4), (0, 11), (0, 19)]);
        assert_eq!(lines_words(&one, &[0, 2]), "第 4、19 行");
        assert_eq!(lines_words(&one, &[]), "");
        assert_eq!(line_words(&one, (0, 11)), "第 11 行");
        let two = ledger([(0, 4), (1, 4)]);
        assert_eq!(lines_words(&two, &[0, 1]), "“一月”第 4；“二月”第 4 行");
        assert_eq!(line_words(&two, (1, 4)), "“二月”第 4 行");
        assert_eq!(two.lines.iter().map(|line| line_name(line, true)).collect::<Vec<_>>(), ["1-4", "2-4"]);
        let many = ledger((1..=30).map(|number| (0, number)));
        let all: Vec<usize> = (0..30).collect();
        assert!(lines_words(&many, &all).ends_with("、19、20 等行"));
    }

    #[test]
    fn rows_are_called_as_they_are_printed() {
        let titles: Vec<String> = FormId::of_year(2023).form().results().map(result_title).collect();
        for title in ["（一）予以公开", "（二）部分公开", "（三）5.属于三类内部事务信息", "（六）3.其他"]
        {
            assert!(titles.iter().any(|own| own == title), "{title}: {titles:?}");
        }
        let last = FormId::of_year(2020).form().results().last().map(result_title);
        assert_eq!(last.as_deref(), Some("（六）其他处理"));
    }

    #[test]
    fn days_of_the_year_are_told_without_it() {
        let ledger = ledger([]);
        assert_eq!(day("2023-02-18".parse().ok(), &ledger), "02-18");
        assert_eq!(day("2022-12-30".parse().ok(), &ledger), "2022-12-30");
        assert_eq!(day(None, &ledger), "—");
    }
}
