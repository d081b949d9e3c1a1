//! What the columns of results say of a request, ticks and remarks among them.

use super::Standing;
use super::day::day;
use super::line::Reader;
use super::meaning::Meaning;
use super::sheet::Square;
use super::verdict::{Verdict, verdict};
use crate::text::compact;

/// What stands in a column of ticks.
pub(super) enum Tick<'a> {
    /// It is ticked.
    Yes,
    /// It is not.
    No,
    /// Something else stands there.
    Words(&'a str),
}

/// Reads a tick.
pub(super) fn tick(text: &str) -> Tick<'_> {
    const YES: [&str; 24] = [
        "√", "✓", "✔", "☑", "■", "●", "★", "▲", "1", "１", "是", "有", "对", "V", "v", "Y", "y", "*", "＊", "○", "◯",
        "O", "勾", "1件",
    ];
    let words = compact(text);
    if YES.contains(&words.as_str()) {
        Tick::Yes
    } else if words.chars().all(|c| "×✗✘xX否无0０—－-–/□没有".contains(c)) {
        Tick::No
    } else {
        Tick::Words(text)
    }
}

/// What the cells of a result come to, and whether they are what a line of one request has.
pub(super) struct Answer<'a> {
    /// What they say.
    pub texts: Vec<&'a str>,
    /// What that comes to.
    pub verdict: Verdict,
    /// A number that stands where a tick belongs.
    pub many: Option<&'a str>,
}

impl Reader<'_> {
    /// What the columns of results say, those of further ranks only where the others do not.
    pub(super) fn answer<'s>(&'s self, squares: &'s [Square], more: &[&'s [Square]]) -> Answer<'s> {
        let rows = || std::iter::once(squares).chain(more.iter().copied());
        let cells = |column: usize| rows().filter_map(move |row| row.get(column)).map(|square| square.text.trim());
        let mut texts: Vec<&str> = Vec::new();
        let mut add = |text: &'s str| {
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        };
        for (_, column) in self.columns.results.iter().filter(|(rank, _)| *rank == 0) {
            let is_asked = matches!(self.columns.all.get(*column), Some(Some(Meaning::Result(0))));
            cells(*column).for_each(|text| add(if is_asked && text == "是" { "公开" } else { text }));
        }
        let mut many = None;
        for (column, words) in &self.columns.result_ticks {
            for text in cells(*column).filter(|text| !text.is_empty()) {
                match tick(text) {
                    Tick::Yes => add(words),
                    Tick::No => {}
                    Tick::Words(text) => {
                        add(words);
                        if text.chars().all(|c| c.is_ascii_digit()) {
                            many = Some(text);
                        } else if day(text, self.year).is_none() {
                            add(text);
                        }
                    }
                }
            }
        }
        let mut found = verdict(&texts, self.form);
        let further = self.columns.results.iter().filter(|(rank, _)| *rank > 0).map(|(_, column)| *column);
        for column in further {
            if found.standing.is_some() || !(found.is_blank() || found.is_vague || found.suggested.is_none()) {
                break;
            }
            let text = cells(column).find(|text| !text.is_empty()).unwrap_or_default();
            self.also(&mut texts, &mut found, text);
        }
        if found.is_blank() || found.is_vague {
            for column in &self.columns.remarks {
                let text = cells(*column).find(|text| !text.is_empty()).unwrap_or_default();
                self.remarked(&mut texts, &mut found, text);
            }
        }
        Answer { texts, verdict: found, many }
    }

    /// Adds what another column says, where it says more.
    fn also<'s>(&self, texts: &mut Vec<&'s str>, found: &mut Verdict, text: &'s str) {
        if text.is_empty() || texts.contains(&text) {
            return;
        }
        texts.push(text);
        let both = verdict(texts, self.form);
        if both.standing.is_some() || found.is_blank() || (found.is_vague && !both.is_vague) {
            *found = both;
        } else {
            texts.pop();
        }
    }

    /// What a remark says, where nothing else does: that there is no answer yet, or a doubt; never a result.
    fn remarked<'s>(&self, texts: &mut Vec<&'s str>, found: &mut Verdict, text: &'s str) {
        let remark = verdict(&[text], self.form);
        if remark.known.is_empty() || remark.is_vague {
            return;
        }
        let suggested = match remark.standing {
            Some(Standing::Pending) if found.is_blank() => {
                *found = remark;
                return;
            }
            Some(Standing::Result(row)) => Some(row),
            Some(Standing::Pending | Standing::NotCounted) | None => remark.suggested,
        };
        let why = remark.doubt.unwrap_or_else(|| format!("备注里有“{}”，请定", remark.known.join("、")));
        texts.extend(remark.known.iter().copied());
        found.known.extend(remark.known);
        (found.doubt, found.suggested, found.is_vague) = (Some(why), suggested, false);
    }
}
