//! What the cells of a draft's tables show.

use crate::block::{Content, Number};
use crate::calc::{CellState, channel_sum, growth, shown};
use crate::draft::{CellValue, Draft, Place, ProposalField};
use crate::form::{Formula, Source, channels};
use crate::value::{Decimal, percent};

/// What a cell of a grid shows in this draft.
pub fn content(draft: &Draft, source: &Source) -> Content {
    match source {
        Source::Words(words) => Content::text(words.clone()),
        Source::Place(place) if place.is_cell() => cell_content(draft, *place),
        Source::Place(place) => Content::text(draft.text(*place).unwrap_or_default()),
        Source::Formula(formula) => evaluate(draft, *formula),
    }
}

/// What a cell shows in which a value is typed: what was typed, or else the sum of its parts.
pub fn cell_content(draft: &Draft, place: Place) -> Content {
    let figure = match draft.entry(place) {
        CellValue::Unread(text) => return Content::Text(text),
        CellValue::Figure(figure) => Some(figure),
        CellValue::Blank => place.figure().and_then(|key| shown(draft, key).figure),
    };
    figure.map_or(Content::Blank, |figure| Content::Number(Number::figure(figure, place.unit())))
}

/// How a cell in which a value is typed came by what it shows.
pub fn cell_state(draft: &Draft, place: Place) -> CellState {
    match (draft.entry(place), place.figure()) {
        (CellValue::Unread(_), _) | (CellValue::Figure(_), None) => CellState::Typed,
        (CellValue::Figure(_) | CellValue::Blank, Some(key)) => shown(draft, key).state,
        (CellValue::Blank, None) => CellState::Blank,
    }
}

/// The unit of the proposals.
const PROPOSALS: &str = "件";

/// The value of a formula; blank while there is nothing from which it follows.
pub fn evaluate(draft: &Draft, formula: Formula) -> Content {
    let sum = |value: Option<Decimal>, unit| value.map(|value| Number::count(value, unit));
    let number = match formula {
        Formula::Growth(key, year) => {
            let pair = draft.past(key, year).zip(draft.past(key, year.saturating_sub(1)));
            let Some((now, before)) = pair else { return Content::Blank };
            // Growth from 0 has no meaning, and is printed so.
            let Some(rate) = growth(now.exact(), before.exact()) else { return Content::text("—") };
            Some(Number::growth(rate))
        }
        Formula::Share(key) => {
            let share = draft.figure(key).zip(channel_sum(draft));
            share.and_then(|(part, sum)| percent(part.exact(), sum, 0)).map(Number::share)
        }
        Formula::ChannelSum => sum(channel_sum(draft), "条"),
        Formula::ProposalCounts => sum(proposals_sum(draft, ProposalField::Count), PROPOSALS),
        Formula::ProposalsClosed => sum(proposals_sum(draft, ProposalField::Closed), PROPOSALS),
    };
    number.map_or(Content::Blank, Content::Number)
}

fn proposals_sum(draft: &Draft, field: ProposalField) -> Option<Decimal> {
    let counts = draft.proposals().iter().filter_map(|proposal| proposal.number(field));
    counts.map(|count| Decimal::from(count.get())).reduce(Decimal::saturating_add)
}

/// The cells from which a formula follows.
pub fn inputs(draft: &Draft, formula: Formula) -> Vec<Place> {
    let proposals = |field| (0..draft.proposals().len()).map(|n| Place::Proposal(n, field)).collect();
    match formula {
        Formula::Growth(key, year) => vec![Place::Past(key, year), Place::Past(key, year.saturating_sub(1))],
        Formula::Share(_) | Formula::ChannelSum => channels().map(|(key, _)| Place::Cell(key)).collect(),
        Formula::ProposalCounts => proposals(ProposalField::Count),
        Formula::ProposalsClosed => proposals(ProposalField::Closed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::NumberKind;
    use crate::form::Key;

    fn draft(members: &str) -> Draft {
        let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, {members}}}"#);
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn key(name: &str) -> Key {
        Key::parse(name).expect("a key")
    }

    #[test]
    fn a_blank_is_not_zero_and_a_word_is_no_number() {
        let draft = draft(
            r#""figures": {"applications.new.natural": 0}, "unread": {"applications.new.business": "约20"},
            "history": {"disclosed.total": {"2022": 5}}"#,
        );
        let cell = |name| cell_content(&draft, Place::Cell(key(name)));
        let zero = cell("applications.new.natural");
        assert!(matches!(&zero, Content::Number(n) if n.value.is_zero() && n.unit == "件"), "{zero:?}");
        assert_eq!(cell("applications.new.business"), Content::Text("约20".to_owned()));
        assert_eq!(cell("applications.new.legal"), Content::Blank);
        // A total that nobody stated is the sum of what is there.
        assert_eq!(cell("applications.new.total"), zero);
        let states = ["new.natural", "new.business", "new.legal", "new.total"];
        let states = states.map(|name| cell_state(&draft, Place::Cell(key(&format!("applications.{name}")))));
        assert_eq!(states, [CellState::Typed, CellState::Typed, CellState::Blank, CellState::Computed]);
        let past = |year| cell_state(&draft, Place::Past(key("disclosed.total"), year));
        assert_eq!([past(2022), past(2023)], [CellState::Typed, CellState::Blank]);
        assert_eq!(cell_content(&draft, Place::Past(key("disclosed.total"), 2023)), Content::Blank);
        assert_eq!(cell_content(&draft, Place::Proposal(0, ProposalField::Count)), Content::Blank);
    }

    #[test]
    fn a_formula_is_a_number_with_its_unit() {
        let draft = draft(
            r#""figures": {"channel.website": 1, "channel.weibo": 7},
            "history": {"disclosed.total": {"2020": 0, "2021": 45, "2022": 88}},
            "proposals": [{"category": "甲", "count": 6}, {"category": "乙", "count": 2}]"#,
        );
        let total = key("disclosed.total");
        let number = |formula| match evaluate(&draft, formula) {
            Content::Number(number) => number,
            other @ (Content::Blank | Content::Text(_)) => panic!("{other:?}"),
        };
        let rate = number(Formula::Growth(total, 2022));
        assert_eq!((rate.to_string().as_str(), rate.kind, rate.unit.as_str()), ("+95.6%", NumberKind::Growth, "%"));
        assert_eq!(evaluate(&draft, Formula::Growth(total, 2021)), Content::Text("—".to_owned()));
        assert_eq!(evaluate(&draft, Formula::Growth(total, 2020)), Content::Blank);
        let share = number(Formula::Share(key("channel.website")));
        assert_eq!((share.to_string().as_str(), share.kind), ("13%", NumberKind::Share));
        assert_eq!(evaluate(&draft, Formula::Share(key("channel.other"))), Content::Blank);
        assert_eq!(number(Formula::ChannelSum), Number::count(8.into(), "条"));
        assert_eq!(number(Formula::ProposalCounts), Number::count(8.into(), "件"));
        assert_eq!(evaluate(&draft, Formula::ProposalsClosed), Content::Blank);
    }

    #[test]
    fn a_formula_names_the_cells_from_which_it_follows() {
        let draft = draft(r#""proposals": [{"category": "甲"}, {"category": "乙"}]"#);
        let total = key("disclosed.total");
        assert_eq!(inputs(&draft, Formula::Growth(total, 2022)), [Place::Past(total, 2022), Place::Past(total, 2021)]);
        assert_eq!(
            inputs(&draft, Formula::ProposalsClosed),
            [Place::Proposal(0, ProposalField::Closed), Place::Proposal(1, ProposalField::Closed)]
        );
        assert!(inputs(&draft, Formula::ChannelSum).contains(&Place::Cell(key("channel.website"))));
    }
}
