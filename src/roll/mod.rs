//! Beginning the year: a new draft from last year's report, which of its sentences are still last year's, and how like
//! last year's its text is.
//!
//! What carries over stands in the order of the form's own relations; no figure is carried over that the new year has to
//! count anew.

mod figures;
mod likeness;
mod marks;
mod parts;
mod sentences;
mod years;

use crate::draft::{Draft, Edit, OfficeField, Place, SettingName, SettingValue, Splice};
use crate::text::words_alone;
use crate::value::{Date, LAST_YEAR, Ordered};

pub use likeness::{Likeness, body, has_letters, likeness, limit, paragraphs, untouched};
pub use marks::{Marks, Progress, Sentence, confirming, left_by_part, standing};
pub use sentences::sentences;
pub use years::moved_on;

/// The draft of the year after a report, under an id of its own: office, title, headings and settings; 上年结转 from
/// 结转下年度 and what else follows from last year's figures; the text, each sentence marked as last year's, with its years
/// moved on. The figures of the year are blank. What was said of findings, and the date under the signature, are last year's.
///
/// Nothing where the report is of an edition that is not known here, or of the last year that there can be.
pub fn next_year(last: &Draft, id: String) -> Option<Draft> {
    let form = last.form()?;
    let year = last.year().checked_add(1).filter(|year| *year <= LAST_YEAR)?;
    let (name, kind) = (last.office(OfficeField::Name), last.office(OfficeField::Kind));
    let mut draft = Draft::new(id, year, name, kind);
    let others = OfficeField::ALL.into_iter().filter(|field| !matches!(field, OfficeField::Name | OfficeField::Kind));
    for field in others {
        draft.apply(Edit::SetText(Place::Office(field), last.office(field).to_owned()));
    }
    draft.apply(Edit::SetText(Place::Title, moved_on(last.own_title(), last.year())));
    for setting in SettingName::ALL {
        draft.apply(Edit::SetSetting(setting, last.setting(setting).and_then(moved_setting)));
    }
    let opening: Vec<String> = last.opening().iter().map(|text| moved_on(text, last.year())).collect();
    draft.apply(Edit::SpliceOpening(Splice::insert(0, opening)));
    let parts = parts::parts(last, form, &draft);
    let before = draft.narrative().len();
    draft.apply(Edit::SpliceParts(Splice { at: 0, remove: before, insert: parts }));
    draft.apply(figures::carried(last, &draft));
    draft.apply(figures::history(last));
    draft.apply(figures::categories(last));
    let sentences = brought(&draft);
    Some(draft.with_last_year_text(sentences))
}

/// A setting for the next year: a day is a year later, all else stays. 29 February has none.
fn moved_setting(value: &SettingValue) -> Option<SettingValue> {
    match value {
        SettingValue::Day(day) => {
            let written = day.to_string();
            let rest = written.get(4..)?;
            format!("{:04}{rest}", day.year() + 1).parse::<Date>().ok().map(SettingValue::Day)
        }
        SettingValue::Percent(_) | SettingValue::Flag(_) | SettingValue::Unit(_) | SettingValue::Pack(_) => {
            Some(value.clone())
        }
    }
}

/// The sentences of a draft, each wording once.
fn brought(draft: &Draft) -> Vec<String> {
    let mut seen: Ordered<String, ()> = Ordered::new();
    let all = paragraphs(draft).into_iter().flat_map(|text| {
        let spans = sentences::sentences(text).into_iter();
        spans.filter_map(|span| text.get(span)).collect::<Vec<_>>()
    });
    all.filter(|sentence| seen.insert(words_alone(sentence), ()).is_none()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
