//! From what stands behind a label to what goes into the cells of the draft.

use std::ops::Range;

use super::number::{Token, Unit, Value};
use super::tape::Tape;
use crate::draft::CellValue;
use crate::form::{Key, Kind, Place};
use crate::value::{Decimal, Figure};

/// What goes into a cell, and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The figure, the words that are none, or nothing.
    pub value: CellValue,
    /// What the clerk has to know: that an amount was converted.
    pub note: Option<String>,
    /// The unit in which an amount was given, for a cell whose form names none.
    pub unit: Option<&'static str>,
    /// The other value that it may have, where the document names no unit for an amount.
    pub rival: Option<Figure>,
}

impl Entry {
    fn of(value: CellValue) -> Self {
        Self { value, note: None, unit: None, rival: None }
    }
}

/// What a token means in the cell of a figure; `head` is the unit that the table's own head names.
pub fn entry(key: Key, token: &Token, head: Unit) -> Entry {
    match &token.value {
        Value::Blank | Value::Dash => Entry::of(CellValue::Blank),
        Value::Odd(words) => Entry::of(CellValue::Unread(words.clone())),
        Value::Digits { digits, negative, unit } => {
            let signed = if *negative { format!("-{digits}") } else { digits.clone() };
            match key.kind() {
                Kind::Count | Kind::Change => Entry::of(CellValue::typed(Place::Cell(key), &signed)),
                Kind::Money => amount(key, &signed, *unit, head),
            }
        }
    }
}

/// An amount in the unit of its cell. Where the document gives another unit, it is converted, exactly.
fn amount(key: Key, digits: &str, unit: Unit, head: Unit) -> Entry {
    let Ok(Some(figure)) = Figure::read(Kind::Money, digits) else {
        return Entry::of(CellValue::Unread(digits.to_owned()));
    };
    let own = Entry::of(CellValue::Figure(figure));
    let given = if unit.yuan().is_some() { unit } else { head };
    if figure.is_zero() {
        return own;
    }
    let Some(wanted) = unit_named(key.unit()).yuan() else {
        // The form leaves the unit to a setting: the amount stays as it is written.
        let unit = match given {
            Unit::Yuan => Some("元"),
            Unit::TenThousandYuan => Some("万元"),
            Unit::HundredMillionYuan | Unit::None | Unit::Measure => None,
        };
        return Entry { unit, ..own };
    };
    let in_unit = |yuan: Decimal| {
        let value = figure.exact().checked_mul(yuan)?.checked_div(wanted)?.normalize();
        Figure::from_exact(Kind::Money, value).filter(|_| value.checked_mul(wanted) == figure.exact().checked_mul(yuan))
    };
    match given.yuan() {
        None => Entry { rival: in_unit(Decimal::ONE), ..own },
        Some(yuan) if yuan == wanted => own,
        Some(yuan) => match in_unit(yuan) {
            Some(converted) => {
                let given = if given == Unit::Yuan { "元" } else { "亿元" };
                let note = format!("{}原件写的是{digits}{given}，已换算成{converted}{}", key.label(), key.unit());
                Entry { value: CellValue::Figure(converted), note: Some(note), ..own }
            }
            None => Entry::of(CellValue::Unread(digits.to_owned())),
        },
    }
}

fn unit_named(name: &str) -> Unit {
    match name {
        "元" => Unit::Yuan,
        "万元" => Unit::TenThousandYuan,
        "亿元" => Unit::HundredMillionYuan,
        _ => Unit::None,
    }
}

/// The unit that a stretch of heads names: 单位：万元, （元）.
pub fn unit_in(tape: &Tape, heads: Range<usize>) -> Unit {
    let words: String = heads.filter_map(|at| tape.plain(at)).collect();
    let Some(at) = words.rfind('元') else { return Unit::None };
    match words.get(..at).and_then(|before| before.chars().next_back()) {
        Some('万') => Unit::TenThousandYuan,
        Some('亿') => Unit::HundredMillionYuan,
        Some(':' | '：' | '(' | '（' | '位') => Unit::Yuan,
        Some(_) | None => Unit::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tape::Gap;
    use super::*;

    fn read(key: &str, digits: &str, unit: Unit, head: Unit) -> String {
        let value = Value::Digits { digits: digits.to_owned(), negative: false, unit };
        let token = Token { value, letters: 0..1, gap: Gap::Cell };
        let entry = entry(Key::parse(key).expect("a figure"), &token, head);
        let rival = entry.rival.map(|rival| format!(" or {rival}")).unwrap_or_default();
        format!("{}{rival}{}", entry.value.text(), entry.unit.map(|unit| format!(" in {unit}")).unwrap_or_default())
    }

    #[test]
    fn an_amount_comes_in_the_unit_of_its_cell() {
        let fees = "proactive.fees.amount";
        assert_eq!(read(fees, "43.788", Unit::TenThousandYuan, Unit::None), "43.788");
        assert_eq!(read(fees, "251000", Unit::Yuan, Unit::TenThousandYuan), "25.1", "the cell's own unit counts");
        assert_eq!(read(fees, "3940", Unit::None, Unit::Yuan), "0.394");
        assert_eq!(read(fees, "9116.36", Unit::None, Unit::TenThousandYuan), "9116.36");
        assert_eq!(read(fees, "3940", Unit::None, Unit::None), "3940 or 0.394");
        assert_eq!(read(fees, "0", Unit::None, Unit::None), "0");
        assert_eq!(read(fees, "2", Unit::HundredMillionYuan, Unit::None), "20000");
        assert_eq!(read("proactive.procurement.amount", "984361", Unit::Yuan, Unit::None), "984361 in 元");
        assert_eq!(read("proactive.procurement.amount", "976.81", Unit::TenThousandYuan, Unit::None), "976.81 in 万元");
    }

    #[test]
    fn what_is_no_count_stays_as_it_is_written() {
        let key = Key::parse("applications.new.natural").expect("a figure");
        let token = |value| Token { value, letters: 0..1, gap: Gap::Cell };
        let digits = Value::Digits { digits: "3.5".to_owned(), negative: false, unit: Unit::None };
        assert_eq!(entry(key, &token(digits), Unit::None).value, CellValue::Unread("3.5".to_owned()));
        let odd = Value::Odd("约20".to_owned());
        assert_eq!(entry(key, &token(odd), Unit::None).value, CellValue::Unread("约20".to_owned()));
        assert_eq!(entry(key, &token(Value::Blank), Unit::None).value, CellValue::Blank);
    }
}
