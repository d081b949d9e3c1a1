//! N15: an office that may not make 规章 reports some.

use super::last;
use crate::draft::{Draft, Edit, OfficeField, Place, SettingName, SettingValue};
use crate::facts::Facts;
use crate::form::{Document, Key, TableId};
use crate::rules::numbers::safe;
use crate::rules::{Change, Finding, Line, Rule, Severity, Sink, When};
use crate::text::compact;
use crate::value::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "N15",
    title: "没有规章制定权而填了规章",
    why: "《立法法》规定，规章由国务院部门和具有行政管理职能的直属机构，省级政府，设区的市、自治州政府制定。县级政府及其部门、\
          乡镇和街道没有规章制定权，规章各格填0；其规范性文件填在下一行。由办公厅（室）代有制定权的政府统计的除外；\
          单位有规章制定权的，在设置中说明。",
    example: "街道办事处的规章一行写作制发3件、现行有效3件。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let (draft, Some(form)) = (case.draft, case.draft.form()) else { return };
    if may_make_rules(draft) != Some(false) {
        return;
    }
    let cells = form.document_cells(Document::Rules);
    let filled: Vec<(Key, &str, Decimal)> =
        cells.filter_map(|(key, column)| Some((key, column.short, last::value(draft, key)?))).collect();
    let above: Vec<_> = filled.iter().filter(|(_, _, value)| !value.is_zero()).collect();
    if above.is_empty() {
        return;
    }
    let place = Place::Row(TableId::Proactive, "rules");
    let line = Line::of("", above.iter().map(|(_, label, value)| ((*label).to_owned(), *value)));
    let finding = Finding::new(RULE.id, Severity::Error, place, "本单位没有规章制定权，规章应为 0")
        .saying("是规范性文件的，填在“规范性文件”一行；有规章制定权的，在设置中说明。")
        .computing(vec![line], None)
        .resting_on(draft, filled.iter().map(|(key, ..)| Place::Cell(*key)));
    let keys: Vec<Key> = above.iter().map(|(key, ..)| *key).collect();
    let is_safe = safe(draft, &Edit::fill_zero(&keys));
    let change = Change::zeros(draft, keys);
    found.push(if is_safe { finding.mended_by("规章各格改为 0", change) } else { finding });
}

/// Whether an office may make 规章; nothing where that cannot be told.
fn may_make_rules(draft: &Draft) -> Option<bool> {
    if let Some(SettingValue::Flag(power)) = draft.setting(SettingName::RulesPower) {
        return Some(*power);
    }
    let name = compact(draft.office(OfficeField::Name));
    match draft.office(OfficeField::Kind) {
        "state" | "province" | "city" => Some(true),
        "township" | "street" | "county" => Some(false),
        "department" => without_power(&name),
        _ => None,
    }
}

/// A department: nothing when its name says that it is one of the state's, or speaks for a government with the power.
fn without_power(name: &str) -> Option<bool> {
    // A 办公厅 or 办公室 of a government reports for it; which cities are 设区的市 their names do not tell.
    let government = name.split_once("人民政府办公").map(|(government, _)| government);
    let government = government.or_else(|| name.strip_suffix("人民政府"));
    if let Some(government) = government {
        let powerful = ["省", "市", "自治区", "自治州"].iter().any(|end| government.ends_with(end));
        return (!powerful).then_some(false);
    }
    let of_the_state = ["中华人民共和国", "国务院"].iter().any(|start| name.starts_with(start))
        || name.starts_with("国家") && !["省", "市", "县", "区", "州"].iter().any(|place| name.contains(place));
    (!of_the_state).then_some(false)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn office(kind: &str, name: &str, settings: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"name": "{name}", "kind": "{kind}"}},
            "figures": {{"proactive.rules.issued": 0, "proactive.rules.in_force": 3}}, "settings": {{{settings}}}}}"#
        )
    }

    const ROW: &[&str] = &["N15:proactive.rules.*"];

    #[test]
    fn offices_with_and_without_the_power() {
        for (kind, name, without) in [
            ("street", "某市某街道办事处", true),
            ("township", "某镇人民政府", true),
            ("county", "某县人民政府", true),
            ("county", "某市某区人民政府", true),
            ("county", "某县级市人民政府", true),
            ("department", "某市某区人民政府办公室（政务公开办公室）", true),
            ("department", "重庆市某区人民政府外事办公室", true),
            ("department", "某县人民政府办公室", true),
            ("department", "某市市场监督管理局", true),
            ("department", "国家税务总局某县税务局", true),
            ("department", "上海市人民政府办公厅", false),
            ("department", "某市人民政府办公室", false),
            ("department", "某壮族自治区人民政府办公厅", false),
            ("department", "国家某总局", false),
            ("city", "某市人民政府", false),
            ("province", "某省人民政府", false),
            ("state", "某部", false),
            ("", "某局", false),
        ] {
            finds("N15", &office(kind, name, ""), if without { ROW } else { &[] });
        }
    }

    #[test]
    fn the_setting_decides() {
        finds("N15", &office("county", "某新区管理委员会", r#""rules_power": true"#), &[]);
        finds("N15", &office("city", "某市人民政府", r#""rules_power": false"#), ROW);
    }

    #[test]
    fn zeros_and_blanks_are_as_they_should_be() {
        let json = office("street", "某街道办事处", "");
        finds("N15", &json.replace(r#""proactive.rules.in_force": 3"#, r#""proactive.rules.in_force": 0"#), &[]);
        finds("N15", &json.replace(r#", "proactive.rules.in_force": 3"#, ""), &[]);
    }

    #[test]
    fn the_row_is_set_to_zero() {
        let mended = mends("N15:proactive.rules.*", &office("street", "某街道办事处", ""));
        assert!(mended.to_json().contains("\"proactive.rules.in_force\": 0"));
        let old = r#"{"nianbao": 1, "form": "national-2019", "year": 2020, "office": {"name": "某镇人民政府", "kind": "township"},
            "figures": {"proactive.rules.made": 2, "proactive.rules.published": 2, "proactive.rules.open": 9}}"#;
        let mended = mends("N15:proactive.rules.*", old);
        assert!(mended.to_json().contains("\"proactive.rules.open\": 0"));
    }
}
