//! A ledger counted into table three: which lines each cell counts.

use super::{Intake, Ledger, Placed, Placements, Standing};
use crate::draft::{CellValue, Draft, Edit, Place};
use crate::form::{Applicant, Form, FormId, Key, Row, TableId};
use crate::value::{Count, Figure, Ordered};

/// Table three as a ledger makes it. Lines are named by their index in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// The lines of each cell of table three, its totals among them, in the order of the form's keys.
    pub cells: Ordered<Key, Vec<usize>>,
    /// How many requests are of this year.
    pub new: usize,
    /// How many come from the year before.
    pub carried_in: usize,
    /// The lines that are counted in full.
    pub placed: Vec<usize>,
    /// The lines of which something has to be said: they are in no row, or under no kind of applicant.
    pub open: Vec<usize>,
    /// The lines that are not of this year: received after it, or answered before it.
    pub outside: Vec<usize>,
    /// The lines that the clerk does not count.
    pub not_counted: Vec<usize>,
    /// What comes in and what goes out, for each kind of applicant and for all.
    pub balances: Vec<Balance>,
    totals: Vec<Key>,
}

/// Whether a column is in balance: 本年新收 and 上年结转 are 办理结果 and 结转下年度.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The kind of applicant; nothing for all of them.
    pub applicant: Option<&'static Applicant>,
    /// 本年新收 and 上年结转.
    pub received: usize,
    /// 办理结果 and 结转下年度.
    pub answered: usize,
}

impl Balance {
    /// How many are received of which nothing is said yet.
    pub fn difference(&self) -> usize {
        self.received.saturating_sub(self.answered)
    }
}

/// Counts a ledger into table three of its year's edition.
pub fn count(ledger: &Ledger, placements: &Placements) -> Counts {
    let form = FormId::of_year(ledger.year).form();
    let keys = form.table(TableId::Applications).map(|table| table.keys.as_slice()).unwrap_or_default();
    let index: Ordered<Key, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let mut lines: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    let balance = |applicant| Balance { applicant, received: 0, answered: 0 };
    let mut counts = Counts {
        cells: Ordered::new(),
        new: 0,
        carried_in: 0,
        placed: Vec::new(),
        open: Vec::new(),
        outside: Vec::new(),
        not_counted: Vec::new(),
        balances: form.applicants().iter().map(Some).chain([None]).map(balance).collect(),
        totals: keys.iter().copied().filter(|key| form.parts(*key).is_some()).collect(),
    };
    for (at, line) in ledger.lines.iter().enumerate() {
        let placed = placements.of(line);
        counts.add(at, &placed);
        for key in keys_of(form, &placed) {
            if let Some(cell) = index.get(&key).and_then(|index| lines.get_mut(*index)) {
                cell.push(at);
            }
        }
    }
    counts.cells = keys.iter().copied().zip(lines).collect();
    counts
}

/// Whether a line is counted at all.
fn counts(placed: &Placed) -> bool {
    placed.intake != Some(Intake::Outside) && placed.standing != Some(Standing::NotCounted)
}

/// The cells in which a line is counted.
fn keys_of(form: &Form, placed: &Placed) -> Vec<Key> {
    let Some(applicant) = placed.applicant.filter(|_| counts(placed)) else { return Vec::new() };
    let received = placed.intake.and_then(|intake| match intake {
        Intake::New => Some(Row::New),
        Intake::CarriedIn => Some(Row::CarriedIn),
        Intake::Outside => None,
    });
    let mut rows: Vec<Row> = received.into_iter().collect();
    // What goes out is counted only with what comes in.
    match placed.standing.filter(|_| received.is_some()) {
        Some(Standing::Result(row)) => rows.extend([Row::Result(row), Row::Total]),
        Some(Standing::Pending) => rows.push(Row::CarriedOut),
        Some(Standing::NotCounted) | None => {}
    }
    rows.into_iter().flat_map(|row| [form.application(row, applicant), form.application_total(row)]).flatten().collect()
}

impl Counts {
    fn add(&mut self, at: usize, placed: &Placed) {
        if placed.standing == Some(Standing::NotCounted) {
            self.not_counted.push(at);
            return;
        }
        match placed.intake {
            Some(Intake::Outside) => {
                self.outside.push(at);
                return;
            }
            Some(Intake::New) => self.new += 1,
            Some(Intake::CarriedIn) => self.carried_in += 1,
            None => {}
        }
        if placed.is_complete() {
            self.placed.push(at);
        } else {
            self.open.push(at);
        }
        let (Some(applicant), Some(_)) = (placed.applicant, placed.intake) else { return };
        for balance in &mut self.balances {
            if balance.applicant.is_none_or(|of| of.id == applicant.id) {
                balance.received += 1;
                balance.answered += usize::from(placed.standing.is_some());
            }
        }
    }

    /// The lines that a cell counts.
    pub fn lines(&self, key: Key) -> &[usize] {
        self.cells.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a draft has otherwise than the counts: the cells, with what stands in each. A total that adds up by itself differs
    /// only where another was typed.
    pub fn differences(&self, draft: &Draft) -> Vec<(Key, CellValue)> {
        let other = |(key, lines): (&Key, &Vec<usize>)| {
            let now = draft.entry(Place::Cell(*key));
            let is_same = match &now {
                CellValue::Blank => self.totals.contains(key),
                CellValue::Figure(figure) => figure.to_string() == lines.len().to_string(),
                CellValue::Unread(_) => false,
            };
            (!is_same).then_some((*key, now))
        };
        self.cells.iter().filter_map(other).collect()
    }

    /// The change that writes the counts into table three: 0 where nothing is counted; the totals add up by themselves.
    pub fn edit(&self) -> Edit {
        let set = |(key, lines): (&Key, &Vec<usize>)| {
            let count = i64::try_from(lines.len()).ok().and_then(Count::new);
            let is_total = self.totals.contains(key);
            let value = count.filter(|_| !is_total).map_or(CellValue::Blank, |n| CellValue::Figure(Figure::Count(n)));
            Edit::SetCell(Place::Cell(*key), value)
        };
        Edit::Many(self.cells.iter().map(set).collect())
    }
}
