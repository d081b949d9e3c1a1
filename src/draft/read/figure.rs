//! Figures and the year as JSON numbers, without a detour through binary floating point.

use super::Reader;
use super::value::{out_of_range, wrong};
use crate::draft::Refused;
use crate::draft::json::Value;
use crate::form::Kind;
use crate::value::{Count, FIRST_YEAR, Figure, LAST_YEAR, Unreadable, Year};

impl Reader {
    pub(super) fn year(&mut self, value: &Value) -> Result<Year, Refused> {
        let Value::Number(number) = value else { return Err(wrong("year", "数字", value)) };
        let year = self.whole(number, "year", Kind::Count)?.and_then(|f| Year::try_from(f.get()).ok());
        let allowed = "2008到2100的年份";
        year.filter(|y| (FIRST_YEAR..=LAST_YEAR).contains(y)).ok_or_else(|| out_of_range("year", number, allowed))
    }

    /// A count as a JSON number; 88.0 is 88, and is said.
    pub(super) fn whole(&mut self, number: &str, path: &str, kind: Kind) -> Result<Option<Count>, Refused> {
        match self.number(number, path, kind)? {
            Figure::Count(count) => Ok(Some(count)),
            Figure::Change(_) | Figure::Money(_) => Ok(None),
        }
    }

    pub(super) fn number(&mut self, number: &str, path: &str, kind: Kind) -> Result<Figure, Refused> {
        let plain = number.strip_prefix('-').unwrap_or(number);
        if !plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Err(out_of_range(path, &number, "不带字母和符号的数"));
        }
        match Figure::read(kind, number) {
            Ok(Some(figure)) => {
                if kind != Kind::Money && plain.contains('.') {
                    self.notices.push(format!("“{path}”写作{number}，按{figure}读入。"));
                }
                Ok(figure)
            }
            Ok(None) | Err(Unreadable::NotANumber) => Err(out_of_range(path, &format!("“{number}”"), "数")),
            Err(Unreadable::Fraction) => Err(out_of_range(path, &number, "整数")),
            Err(Unreadable::Negative) => Err(out_of_range(path, &number, "不小于0的数")),
            Err(Unreadable::TooLarge) => Err(out_of_range(path, &number, "不超过9007199254740991的数")),
        }
    }

    /// A figure of a kind; `null` is a blank cell, and is said.
    pub(super) fn figure(&mut self, value: Value, kind: Kind, path: &str) -> Result<Option<Figure>, Refused> {
        match (value, kind) {
            (Value::Null, _) => {
                self.blanks += 1;
                Ok(None)
            }
            (Value::Number(number), _) | (Value::String(number), Kind::Money) => {
                self.number(&number, path, kind).map(Some)
            }
            (other, Kind::Money) => Err(wrong(path, "金额", &other)),
            (other, Kind::Count | Kind::Change) => Err(wrong(path, "数字", &other)),
        }
    }
}
