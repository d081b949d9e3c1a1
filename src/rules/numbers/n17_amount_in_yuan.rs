//! N17: an amount that looks like 元 in a cell of 万元.

use super::last;
use crate::draft::{Draft, OfficeField, Place, SettingName, SettingValue};
use crate::facts::{Case, Facts, Prose};
use crate::form::{Key, Named};
use crate::rules::{Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::has_any;
use crate::value::{Amount, Decimal, Figure};

pub(super) static RULE: Rule = Rule {
    id: "N17",
    title: "金额像是以元填写",
    why: "表二的收费金额、统计表的收费和经费以万元为单位；2019年格式的采购总金额以设置中的单位为准。以下三种情形多半是把元填进了万元格：\
          正文中同一笔款写明是元；约为上年的一万倍；超出本类单位可能达到的数。单元格自己写明元的不查。",
    example: "街道的收费金额写作59237.24，正文为收费59237.24元，应为5.923724万元。",
    when: When::Pause,
    check,
};

const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// An amount in 万元, the words by which a text names it, and from how many 万元 on it is not believed:
/// of a street or township, of a department or county, of a city. Nothing is too much for what is above.
struct AmountCell {
    figure: Named,
    words: &'static [&'static str],
    beyond: [u32; 3],
}

const CELLS: [AmountCell; 4] = [
    AmountCell {
        figure: Named::of("proactive.fees.amount"),
        words: &["收费", "费"],
        beyond: [10_000, 1_000_000, 10_000_000],
    },
    AmountCell { figure: Named::of("charges.amount"), words: &["收费", "费"], beyond: [100, 100, 1_000] },
    AmountCell { figure: Named::of("bodies.budget"), words: &["经费"], beyond: [10_000, 10_000, 100_000] },
    AmountCell {
        figure: Named::of("proactive.procurement.amount"),
        words: &["采购"],
        beyond: [50_000, 500_000, 10_000_000],
    },
];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let Some(form) = case.draft.form() else { return };
    for cell in &CELLS {
        let Some(key) = cell.figure.key().filter(|key| form.table_of(*key).is_some()) else { continue };
        let Some(value) = last::value(case.draft, key).filter(|value| !value.is_zero()) else { continue };
        if !is_in_ten_thousands(case.draft, key) {
            continue;
        }
        let year = last::year(case);
        let before = last::figure(case, key).filter(|_| last_is_in_ten_thousands(case, key));
        let (why, basis) = match (stated(prose, value, cell.words), before) {
            (Some(Stated::Yuan(place)), _) => (format!("正文写的是 {value} 元。"), Some(place)),
            (None, Some((before, basis))) if since_last(value, before) => {
                (format!("{year}年为 {before} 万元，约差一万倍。"), basis)
            }
            (None, _) if is_beyond(case.draft, cell, value) => {
                (format!("{value} 万元超出这类单位可能达到的数。"), None)
            }
            // Believable; or the text names the amount with the cell's own unit.
            (None | Some(Stated::TenThousands), _) => continue,
        };
        let place = Place::Cell(key);
        let finding = Finding::new(RULE.id, Severity::Warning, place, format!("金额 {value} 像是以元填写"))
            .saying(format!("{why}这一格以万元为单位。"))
            .resting_on(case.draft, [place].into_iter().chain(basis));
        found.push(match value.checked_div(TEN_THOUSAND).map(|amount| amount.normalize()) {
            Some(amount) if amount.checked_mul(TEN_THOUSAND) == Some(value) => {
                let mut line = Line::of("÷", [("元".to_owned(), value), ("每万元".to_owned(), TEN_THOUSAND)]);
                line = line.makes(amount.to_string());
                let finding = finding.computing(vec![line], None);
                match Amount::new(amount) {
                    Some(money) => finding.mended_by(
                        format!("改为 {amount} 万元（原 {value}）"),
                        Change::cell(case.draft, Place::Cell(key), Figure::Money(money)),
                    ),
                    None => finding,
                }
            }
            _ => finding,
        });
    }
}

/// Whether an amount is about ten thousand times last year's.
pub(super) fn since_last(now: Decimal, before: Decimal) -> bool {
    let least = Decimal::from(2_000);
    now.checked_div(before).is_some_and(|times| times >= least && times <= Decimal::from(50_000))
}

/// Whether a cell takes 万元: the one whose unit the form leaves open only where the setting says so.
fn is_in_ten_thousands(draft: &Draft, key: Key) -> bool {
    key.unit() == "万元" || matches!(draft.setting(SettingName::ProcurementUnit), Some(SettingValue::Unit("万元")))
}

fn last_is_in_ten_thousands(case: &Case, key: Key) -> bool {
    last::report(case).is_none_or(|last| is_in_ten_thousands(last, key))
}

/// How a text names an amount.
enum Stated {
    TenThousands,
    Yuan(Place),
}

fn stated(prose: &Prose, value: Decimal, words: &[&str]) -> Option<Stated> {
    let mut in_yuan = None;
    for passage in prose.paragraphs() {
        for number in passage.reading.numbers.iter().filter(|number| number.value == value) {
            match number.unit {
                "万元" => return Some(Stated::TenThousands),
                "元" if value >= Decimal::ONE_HUNDRED => {
                    let sentence = passage.reading.words(passage.reading.sentence(number.span.start));
                    if has_any(sentence, words) {
                        in_yuan = in_yuan.or(Some(Stated::Yuan(passage.place)));
                    }
                }
                _ => {}
            }
        }
    }
    in_yuan
}

/// Whether an amount in 万元 is more than an office of its kind can have.
fn is_beyond(draft: &Draft, cell: &AmountCell, value: Decimal) -> bool {
    let [small, middle, large] = cell.beyond.map(Decimal::from);
    let name = draft.office(OfficeField::Name);
    let limit = match draft.office(OfficeField::Kind) {
        "street" | "township" => small,
        // A department of a province collects what a city does.
        "department" if has_any(name, &["省", "自治区"]) => large,
        "department" | "county" => middle,
        "city" => large,
        _ => return false,
    };
    value >= limit
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found_beside, mends, mends_after};

    fn fees(kind: &str, amount: &str, text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"name": "某局", "kind": "{kind}"}},
            "figures": {{"proactive.fees.amount": "{amount}"}}, "narrative": [{{"body": ["{text}"]}}]}}"#
        )
    }

    const CELL: &[&str] = &["N17:proactive.fees.amount"];

    #[test]
    fn the_text_names_the_same_amount_in_yuan() {
        let json = fees("department", "59237.24", "全年收费59,237.24元。");
        finds("N17", &json, CELL);
        let mended = mends("N17:proactive.fees.amount", &json);
        assert!(mended.to_json().contains("\"proactive.fees.amount\": \"5.923724\""));
        finds("N17", &fees("department", "59237.24", "全年收费59237.24万元。"), &[]);
        finds("N17", &fees("department", "59237.24", "共投入59237.24元。"), &[]);
        finds("N17", &fees("department", "5.923724", "全年收费59237.24元。"), &[]);
    }

    #[test]
    fn what_published_reports_have_is_believed() {
        for (kind, amount) in [
            ("county", "24252.311082"),
            ("county", "9116.36"),
            ("city", "96171.6"),
            ("city", "59237.2449"),
            ("department", "86.4"),
            ("street", "1200"),
            ("province", "6000000"),
            ("", "242523110"),
            ("street", "0"),
        ] {
            finds("N17", &fees(kind, amount, ""), &[]);
        }
    }

    #[test]
    fn more_than_an_office_of_the_kind_can_have() {
        for (kind, amount) in
            [("street", "35600"), ("county", "242523110.82"), ("city", "961716000"), ("department", "3560000")]
        {
            finds("N17", &fees(kind, amount, ""), CELL);
        }
        let mended = mends("N17:proactive.fees.amount", &fees("county", "242523110.82", ""));
        assert!(mended.to_json().contains("\"24252.311082\""));
    }

    #[test]
    fn ten_thousand_times_last_year() {
        let last = fees("department", "86.4", "").replace("2023", "2022");
        let this = fees("department", "912345.6", "");
        assert_eq!(found_beside("N17", &this, &last).len(), 1);
        assert!(found_beside("N16", &this, &last).is_empty());
        mends_after("N17:proactive.fees.amount", &this, &last);
        assert!(found_beside("N17", &fees("department", "912.3", ""), &last).is_empty());
    }

    #[test]
    fn procurement_only_where_its_unit_is_known() {
        let json = |unit: &str| {
            format!(
                r#"{{"nianbao": 1, "form": "national-2019", "year": 2020, "office": {{"kind": "township"}},
                "figures": {{"proactive.procurement.amount": "984361"}}, "settings": {{{unit}}}}}"#
            )
        };
        finds("N17", &json(r#""procurement_unit": "万元""#), &["N17:proactive.procurement.amount"]);
        finds("N17", &json(r#""procurement_unit": "元""#), &[]);
        finds("N17", &json(""), &[]);
    }

    #[test]
    fn charges_and_budget_of_the_statistic_form() {
        let json = |member: &str| {
            format!(
                r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "office": {{"kind": "county"}}, "figures": {{{member}}}}}"#
            )
        };
        finds("N17", &json(r#""charges.amount": "3940""#), &["N17:charges.amount"]);
        finds("N17", &json(r#""charges.amount": "0.394""#), &[]);
        finds("N17", &json(r#""bodies.budget": "50000""#), &["N17:bodies.budget"]);
        finds("N17", &json(r#""bodies.budget": "18.5""#), &[]);
    }
}
