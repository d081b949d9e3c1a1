//! What is pasted into the table of proposals, whose rows the clerk names: each pasted row is a category, and where the table has not
//! so many, they are added.

use super::align::{Aligned, Target};
use super::squares::Squares;
use crate::draft::Draft;
use crate::form::{Place, ProposalField};

/// The words of a row that adds up those above it, which the table does by itself.
const SUMS: [&str; 4] = ["合计", "总计", "小计", "共计"];

/// Which categories the squares go to, from one on; nothing where none is named, so that they are figures alone.
pub fn align_categories(draft: &Draft, squares: &Squares, from: usize) -> Option<Aligned> {
    let (rows, columns) = squares.size();
    let has_figure = |row: usize| (0..columns).any(|column| squares.has_value(row, column));
    // Heads stand above rows with figures. Where there is no figure at all, all rows are names.
    let figures = (0..rows).find(|row| has_figure(*row)).unwrap_or(0);
    let is_head = |row: usize| (0..columns).filter(|column| squares.label(row, *column).is_some()).count() > 1;
    let first = (0..figures).rev().find(|row| is_head(*row)).map_or(0, |last| last + 1);
    // A column of 一、二、三 numbers the rows and names none.
    let is_name = |words: &str| !words.chars().all(|c| !c.is_alphanumeric() || "一二三四五六七八九十".contains(c));
    let named =
        (0..columns).find(|column| (first..rows).any(|row| squares.label(row, *column).is_some_and(is_name)))?;
    let name = |row: usize| squares.label(row, named).map(str::trim).filter(|name| !name.is_empty());
    let is_sum = |row: usize| (0..=named).any(|column| squares.at(row, column).is_some_and(is_sum));
    let places = Columns::of(squares, first, named);
    let mut aligned = Aligned { by_labels: true, ..Aligned::default() };
    aligned.labels =
        (0..first).flat_map(|row| (0..columns).filter_map(move |column| squares.label(row, column))).count();
    let mut rows_of = RowsOf::new(draft, (first..rows).filter_map(name), from);
    for row in (first..rows).filter(|row| !is_sum(*row)) {
        let Some(name) = name(row) else {
            aligned.outside.extend((named..columns).filter(|column| squares.has_value(row, *column)).map(|c| (row, c)));
            continue;
        };
        let category = rows_of.next(name);
        let mut put =
            |field, column| aligned.targets.push(Target { place: Place::Proposal(category, field), row, column });
        put(ProposalField::Category, named);
        for column in named + 1..columns {
            match places.field(column) {
                Some(field) if squares.at(row, column).is_some() => put(field, column),
                None if squares.has_value(row, column) => aligned.outside.push((row, column)),
                Some(_) | None => {}
            }
        }
    }
    Some(aligned)
}

fn is_sum(words: &str) -> bool {
    let words: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    SUMS.contains(&words.as_str())
}

/// What the columns behind the names hold.
struct Columns {
    count: Option<usize>,
    closed: Option<usize>,
}

impl Columns {
    /// By their heads, or else one after the other.
    fn of(squares: &Squares, first: usize, named: usize) -> Self {
        let columns = named + 1..squares.size().1;
        let head = |column: usize| (0..first).rev().find_map(|row| squares.label(row, column)).unwrap_or_default();
        let is_count =
            |column: &usize| !["率", "单位", "日期", "时间", "时限"].iter().any(|word| head(*column).contains(word));
        let closed = columns.clone().filter(is_count).find(|column| head(*column).contains("办结"));
        let others = || columns.clone().filter(is_count).filter(|column| Some(*column) != closed);
        let of = |word: &str| others().find(|column| head(*column).contains(word));
        // 承办件数 rather than 承办, where both stand there.
        let count = ["件数", "数量", "总数", "件", "数"].iter().find_map(|word| of(word));
        if closed.is_some() || count.is_some() {
            return Self { count, closed };
        }
        let mut columns = columns;
        Self { count: columns.next(), closed: columns.next() }
    }

    fn field(&self, column: usize) -> Option<ProposalField> {
        let is = |of: Option<usize>| of == Some(column);
        if is(self.count) { Some(ProposalField::Count) } else { is(self.closed).then_some(ProposalField::Closed) }
    }
}

/// The category to which each pasted row goes: the one of its name, where one of the names is known; else one after the other.
struct RowsOf {
    /// The names that stand there; empty where nothing does.
    names: Vec<String>,
    by_name: bool,
    next: usize,
}

impl RowsOf {
    fn new<'a>(draft: &Draft, mut pasted: impl Iterator<Item = &'a str>, from: usize) -> Self {
        let text = |n| draft.text(Place::Proposal(n, ProposalField::Category)).unwrap_or_default().trim().to_owned();
        let names: Vec<String> = (0..draft.proposals().len()).map(text).collect();
        let by_name = pasted.any(|name| names.iter().any(|known| known == name));
        Self { names, by_name, next: from }
    }

    fn next(&mut self, name: &str) -> usize {
        if !self.by_name {
            self.next += 1;
            return self.next - 1;
        }
        let known = self.names.iter().position(|known| known == name);
        // Another goes where nothing is named, or to the end.
        let at = known.or_else(|| self.names.iter().position(String::is_empty)).unwrap_or(self.names.len());
        match self.names.get_mut(at) {
            Some(free) => name.clone_into(free),
            None => self.names.push(name.to_owned()),
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(proposals: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "proposals": [{proposals}]}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    /// Where the squares go, and how many say something and go nowhere.
    fn goes(draft: &Draft, text: &str, from: usize) -> (Vec<String>, usize) {
        let squares = Squares::of_text(text);
        let Some(aligned) = align_categories(draft, &squares, from) else { return (Vec::new(), 0) };
        let shown = |target: &Target| {
            let words = squares.at(target.row, target.column).unwrap_or_default();
            format!("{}={words}", target.place.to_string().trim_start_matches("proposals."))
        };
        (aligned.targets.iter().map(shown).collect(), aligned.outside.len())
    }

    #[test]
    fn each_row_is_a_category() {
        let empty = draft("{}");
        let plain = goes(&empty, "社会事业\t5\t5\n工业\t3\t2\n", 0);
        let expected = ["0.category=社会事业", "0.count=5", "0.closed=5", "1.category=工业", "1.count=3", "1.closed=2"];
        assert_eq!(plain, (expected.map(str::to_owned).to_vec(), 0));
        // Heads, numbers of rows and sums say nothing of their own.
        let whole = "序号\t类别\t件数\t办结数\n1\t社会事业\t5\t5\n2\t工业\t3\t2\n\t合 计\t8\t7\n";
        assert_eq!(goes(&empty, whole, 0), plain);
        assert_eq!(goes(&empty, "合计\t8\t7\n", 0).0.len(), 0);
        assert_eq!(goes(&empty, "社会事业\n工业\n", 2).0, ["2.category=社会事业", "3.category=工业"]);
    }

    #[test]
    fn heads_say_what_columns_hold() {
        let empty = draft("");
        let turned = goes(&empty, "类别\t已办结\t办结率\t承办件数\n工业\t2\t66%\t3\n", 0);
        assert_eq!(turned, (["0.category=工业", "0.closed=2", "0.count=3"].map(str::to_owned).to_vec(), 1));
        let more = goes(&empty, "工业\t3\t2\t1\n", 0);
        assert_eq!(more.1, 1, "what no column takes is told");
    }

    #[test]
    fn what_is_no_name_and_no_figure_of_its_own() {
        let empty = draft("");
        let by = "类别\t承办单位\t承办件数\t办结件数\n工业\t县工信局\t3\t2\n";
        assert_eq!(goes(&empty, by, 0).0, ["0.category=工业", "0.count=3", "0.closed=2"]);
        let numbered = "一\t社会事业\t5\n二\t工业\t3\n";
        let expected = ["0.category=社会事业", "0.count=5", "1.category=工业", "1.count=3"];
        assert_eq!(goes(&empty, numbered, 0).0, expected);
        assert_eq!(
            goes(&empty, "社会事业\t\t\n工业\t3\t3\n", 0).0.first().map(String::as_str),
            Some("0.category=社会事业")
        );
    }

    #[test]
    fn names_that_stand_there_say_which_are_meant() {
        let there = draft(r#"{"category": "工业", "count": 1}, {"category": "农业"}, {}"#);
        let found = goes(&there, "农业\t4\n教育\t5\n卫生\t6\n", 0);
        let expected = ["1.category=农业", "1.count=4", "2.category=教育", "2.count=5", "3.category=卫生", "3.count=6"];
        assert_eq!(found.0, expected);
    }

    #[test]
    fn figures_alone_are_none_of_its_own() {
        assert_eq!(align_categories(&draft("{}"), &Squares::of_text("5\t5\n3\t2\n"), 0), None);
        assert_eq!(align_categories(&draft("{}"), &Squares::of_text(""), 0), None);
    }
}
