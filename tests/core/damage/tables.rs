//! Faults of the tables, put in by program: cells and totals that do not balance, amounts in yuan, last year's figures.

use nianbao::calc::shown;
use nianbao::draft::{CellValue, Draft, Edit, Place};
use nianbao::form::{Kind, TableId};
use nianbao::value::{Count, Figure};

use super::{Variant, last_year};

/// The variants of a report, one fault each.
pub fn variants(report: &Draft) -> Vec<Variant> {
    [cells(report), totals(report), words(report), blanks(report), last_years(report), amounts(report), history(report)]
        .concat()
}

fn set(report: &Draft, name: &str, value: i64) -> Option<Draft> {
    let key = nianbao::form::Key::parse(name)?;
    report.form()?.table_of(key)?;
    let figure = Figure::Count(Count::new(value)?);
    let mut draft = report.clone();
    draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Figure(figure)));
    Some(draft)
}

fn value(draft: &Draft, name: &str) -> Option<i64> {
    shown(draft, nianbao::form::Key::parse(name)?).figure?.count().map(Count::get)
}

/// N01, N09: a cell of the applications that is another, so that its column fails; a part above its whole.
fn cells(report: &Draft) -> Vec<Variant> {
    let Some(form) = report.form() else { return Vec::new() };
    let keys = form.tables.iter().filter(|table| table.id == TableId::Applications).flat_map(|table| &table.keys);
    let leaves = keys.filter(|key| form.parts(**key).is_none());
    let mut found: Vec<Variant> = leaves
        .filter_map(|key| {
            let name = key.name();
            let changed = set(report, name, value(report, name)? + 2)?;
            Some(Variant::any(&["N01", "N02", "N03"], name, changed))
        })
        .collect();
    for (name, more) in [
        ("channel.website", 9_000),
        ("disclosed.normative", 9_000),
        ("requests.closed", 7),
        ("replies.total", 5),
        ("bodies.full_time", 900),
    ] {
        let changed = value(report, name).and_then(|value| set(report, name, value + more));
        found.extend(changed.map(|changed| Variant::any(&["N09", "N06"], name, changed)));
    }
    found
}

/// N02, N03, N07: a total that is stated and is not the sum.
fn totals(report: &Draft) -> Vec<Variant> {
    let Some(form) = report.form() else { return Vec::new() };
    let official = form.tables.iter().filter(|table| table.id != TableId::Statistics);
    let keys =
        official.flat_map(|table| &table.keys).filter(|key| form.parts(**key).is_some() && key.kind() == Kind::Count);
    keys.filter_map(|key| {
        let name = key.name();
        let rules: &[&str] = if name.starts_with("disputes") { &["N07"] } else { &["N03", "N02", "N01"] };
        Some(Variant::any(rules, name, set(report, name, value(report, name)? + 1)?))
    })
    .collect()
}

/// N04: what is no number.
fn words(report: &Draft) -> Vec<Variant> {
    let Some(form) = report.form() else { return Vec::new() };
    let mut found = Vec::new();
    for (key, text) in form
        .keys()
        .filter(|key| key.kind() == Kind::Count)
        .step_by(17)
        .zip(["3.5", "约20", "3件", "-4", "若干", "12-", "见附表", "/"].into_iter().cycle())
    {
        let mut draft = report.clone();
        draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Unread(text.to_owned())));
        found.push(Variant::of("N04", &format!("{} {text}", key.name()), draft));
    }
    found
}

/// F11: a cell left empty.
fn blanks(report: &Draft) -> Vec<Variant> {
    let Some(form) = report.form() else { return Vec::new() };
    let keys = form.keys().filter(|key| form.parts(*key).is_none() && report.figure(*key).is_some());
    let printed = nianbao::sheet::printed_tables(report);
    keys.filter(|key| form.table_of(*key).is_some_and(|table| printed.contains(&table.id)))
        .step_by(9)
        .map(|key| {
            let mut draft = report.clone();
            draft.apply(Edit::SetCell(Place::Cell(key), CellValue::Blank));
            Variant::of("F11", key.name(), draft)
        })
        .collect()
}

/// N05, N08, N16, N22, N23, N26: figures that do not go on from last year's, or are more than can be.
fn last_years(report: &Draft) -> Vec<Variant> {
    let mut found = Vec::new();
    let last = last_year(report);
    let mut beside = |rule: &'static str, what: &str, this: Option<Draft>, last: Option<Draft>| {
        if let (Some(this), Some(last)) = (this, last) {
            found.push(Variant::beside(rule, what, this, Some(last)));
        }
    };
    let own = |name: &str| value(report, name);
    for column in ["natural", "business", "research", "social", "legal", "other"] {
        let (carried_in, carried_out) =
            (format!("applications.carried_in.{column}"), format!("applications.carried_out.{column}"));
        let there = own(&carried_in);
        beside("N05", &carried_in, Some(report.clone()), there.and_then(|there| set(&last, &carried_out, there + 3)));
    }
    if let (Some(in_force), Some(issued), Some(repealed)) =
        (own("proactive.normative.in_force"), own("proactive.normative.issued"), own("proactive.normative.repealed"))
    {
        for off in [1, 4, 11] {
            let before = set(&last, "proactive.normative.in_force", in_force - issued + repealed + off);
            beside("N08", &format!("in force {off} more"), Some(report.clone()), before);
        }
    }
    for name in
        ["proactive.licences.decisions", "proactive.penalties.decisions", "requests.received", "disclosed.total"]
    {
        let Some(there) = own(name).filter(|there| *there >= 20) else { continue };
        beside("N16", &format!("{name} 0"), set(report, name, 0), set(&last, name, there));
        beside("N16", &format!("{name} ten times"), Some(report.clone()), set(&last, name, there * 11));
    }
    for name in ["proactive.licences.previous", "proactive.services.previous", "proactive.penalties.previous"] {
        beside("N22", name, Some(report.clone()), own(name).and_then(|there| set(&last, name, there + 6)));
    }
    for (name, total) in
        [("disputes.review.upheld", "disputes.review.total"), ("disputes.direct.upheld", "disputes.direct.total")]
    {
        let more = set(report, name, 900)
            .and_then(|draft| set(&draft, total, 900 + own(total).unwrap_or(0) - own(name).unwrap_or(0)));
        found.extend(more.map(|draft| Variant::of("N23", name, draft)));
    }
    found
}

/// N15, N17: rules of an office without power, amounts in yuan.
fn amounts(report: &Draft) -> Vec<Variant> {
    let mut found = Vec::new();
    for name in ["proactive.rules.issued", "proactive.rules.in_force", "proactive.rules.made", "proactive.rules.open"] {
        found.extend(set(report, name, 3).map(|draft| Variant::of("N15", name, draft)));
    }
    for (name, yuan) in [
        ("proactive.fees.amount", "59237.24"),
        ("proactive.fees.amount", "864000"),
        ("proactive.procurement.amount", "462350"),
        ("charges.amount", "59237.24"),
        ("bodies.budget", "185000"),
    ] {
        let Some(key) = nianbao::form::Key::parse(name) else { continue };
        if report.form().and_then(|form| form.table_of(key)).is_none() {
            continue;
        }
        let mut draft = report.clone();
        draft.apply(Edit::SetCell(Place::Cell(key), CellValue::typed(Place::Cell(key), yuan)));
        let text = format!("全年收取费用{yuan}元。");
        draft
            .apply(Edit::SpliceBody(0, nianbao::draft::Splice::insert(0, vec![nianbao::draft::Item::Paragraph(text)])));
        found.push(Variant::of("N17", &format!("{name} {yuan}"), draft));
    }
    found
}

/// N20: a year that is far from the others.
fn history(report: &Draft) -> Vec<Variant> {
    let Some(key) = nianbao::form::Key::parse("disclosed.total") else { return Vec::new() };
    if report.history().get(&key).is_none() {
        return Vec::new();
    }
    let year = report.year();
    [(year - 2, 40), (year - 3, 99_000), (year - 1, 3)]
        .into_iter()
        .filter_map(|(year, value)| {
            let figure = Figure::Count(Count::new(value)?);
            let mut draft = report.clone();
            draft.apply(Edit::SetCell(Place::Past(key, year), CellValue::Figure(figure)));
            Some(Variant::of("N20", &format!("{year}: {value}"), draft))
        })
        .collect()
}
