//! An office's name: its short forms, its levels, names of other offices.

use crate::text::compact;

/// How a name stands to the office's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the name.
    Same,
    /// Some of its letters in order: 兴隆街道 of 临江市兴隆街道办事处.
    Shortened,
    /// The name with more: 某县财政局办公室.
    Extended,
    /// Neither.
    Other,
}

/// Whether a letter is Chinese.
pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// How a name stands to the office's own; white space does not count.
pub(super) fn relation(own: &str, name: &str) -> Relation {
    let (own, name) = (compact(own), compact(name));
    // 区政府国资局 is the 国资局 of the district.
    let above = ["省政府", "市政府", "县政府", "区政府", "州政府"];
    let below = above.iter().find_map(|of| name.strip_prefix(of)).filter(|rest| rest.chars().count() > 2);
    let name = below.unwrap_or(&name).to_owned();
    if own == name {
        return Relation::Same;
    }
    if is_within(&name, &own) {
        return Relation::Shortened;
    }
    // 交通局办公室 of 交通运输局: a short form with a section of the office.
    let section = ["党政办公室", "办公室", "综合科", "综合处", "秘书科", "党政办", "办"]
        .iter()
        .find_map(|tail| name.strip_suffix(tail));
    let of_section = section.is_some_and(|name| name.chars().count() >= 3 && is_within(name, &own));
    if of_section || is_within(&own, &name) { Relation::Extended } else { Relation::Other }
}

/// Whether the letters of a word stand in another in this order.
fn is_within(word: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    word.chars().all(|c| letters.any(|other| other == c))
}

/// What kind of office a name is of, by its end. Offices of different kinds stand in a report side by side: a government
/// above, an office that runs the website.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Town,
    Street,
    /// A government, by its level.
    Government(char),
    /// A department, by its last letter.
    Department(char),
}

/// Bodies to which other offices refer: they stand in a report beside its own office.
const COMMON: [&str; 14] = [
    "政府办",
    "领导小组",
    "公开办",
    "公开工作",
    "数据",
    "政务服务",
    "行政审批",
    "档案",
    "网信",
    "信息中心",
    "信息化",
    "党委",
    "党工委",
    "管委会",
];

/// Sections of offices with which a report's readers are told to speak.
const SECTIONS: [&str; 6] = ["党政综合办公室", "党政办公室", "党政办", "综合办公室", "办公室", "综合科"];

/// The kind of office of a name.
pub(super) fn class(name: &str) -> Option<Class> {
    let bare = ["人民政府", "政府"].iter().find_map(|tail| name.strip_suffix(tail));
    let level = bare.unwrap_or(name).chars().last()?;
    if matches!(level, '镇' | '乡') {
        return Some(Class::Town);
    }
    if ["街道办事处", "街道办", "街道"].iter().any(|tail| name.ends_with(tail)) {
        return Some(Class::Street);
    }
    if bare.is_some() {
        return matches!(level, '省' | '市' | '县' | '区' | '州' | '旗' | '盟').then_some(Class::Government(level));
    }
    ["局", "厅", "委员会", "院", "署", "办公室", "支队", "大队", "总队", "中心"]
        .iter()
        .any(|tail| name.ends_with(tail))
        .then_some(Class::Department(level))
}

/// Whether a name in the place of the office's own is another office's of the same kind.
pub(super) fn is_foreign(own: &str, name: &str) -> bool {
    let (own, name) = (compact(own), compact(name));
    let length = name.chars().count();
    // 建国街道党政办公室 is a section of another street.
    let section = SECTIONS.iter().find_map(|tail| name.strip_suffix(tail));
    let is_office = |bare: &&str| matches!(class(bare), Some(Class::Town | Class::Street | Class::Department(_)));
    let bare = section.filter(is_office).unwrap_or(&name);
    // 申请人对我局 has the office itself in it.
    let of_self = bare.contains('我')
        || bare.starts_with('的')
        || ["本", "由", "各", "该", "原"].iter().any(|word| bare.starts_with(word));
    let like = |name: &str| class(&own).is_some_and(|kind| class(name) == Some(kind));
    let other = |name: &str| relation(&own, name) == Relation::Other;
    // 黄村乡 is long enough for a town's name; 各乡镇 is none.
    let is_town = class(bare) == Some(Class::Town)
        && !["乡镇", "全", "村镇", "城镇", "集镇"].iter().any(|word| bare.contains(word));
    let shortest = if is_town { 3 } else { 4 };
    // 开平市沙塘镇 is 沙塘镇人民政府 with its place.
    let short = ["人民政府", "办事处"].iter().find_map(|end| own.strip_suffix(end)).map(|short| split_levels(short).1);
    let is_placed = short.is_some_and(|short| short.chars().count() >= 3 && bare.contains(short));
    // 区公安分局 of 某市公安局某区分局.
    let is_of_own_letters = bare.chars().all(|c| own.contains(c));
    (shortest..=24).contains(&length)
        && (like(&name) || like(bare))
        && !is_of_own_letters
        && !is_placed
        && !COMMON.iter().any(|word| name.contains(word) && !own.contains(word))
        && bare.chars().count() >= shortest
        && !of_self
        && other(&name)
        && other(bare)
}

/// Letters that end the name of a level above an office.
const LEVELS: [char; 7] = ['省', '市', '县', '区', '州', '盟', '旗'];

/// A name without the levels before it, and these: 临江市, 城东区 and 应急管理局.
pub(super) fn split_levels(name: &str) -> (&str, &str) {
    let mut cut = 0;
    for (at, c) in name.char_indices().filter(|(_, c)| LEVELS.contains(c)) {
        let (level, end) = (name.get(cut..at).unwrap_or_default(), at + c.len_utf8());
        let rest = name.get(end..).unwrap_or_default();
        // 市场, 城市管理 and 社区 are no levels; nor is what a government is of.
        let is_word =
            rest.starts_with(['场', '容', '域', '政', '管', '办', '法', '局', '人']) && !rest.starts_with("人力");
        if level.chars().count() >= 2 && !is_word && !rest.is_empty() {
            cut = end;
        }
    }
    name.split_at(cut)
}

/// Whether a name is the office's own without its lowest level, which is the name of an office above it: 临江市应急管理局 of
/// 临江市城东区应急管理局. Where no level is named at all, it is a short form.
pub(super) fn drops_level(own: &str, name: &str) -> bool {
    let (own, name) = (compact(own), compact(name));
    let ((levels, core), (kept, rest)) = (split_levels(&own), split_levels(&name));
    let is_above = !kept.is_empty() && levels.starts_with(kept);
    // 临江市城东区街道办事处 names no street at all.
    let is_nameless = rest == "街道办事处" && core.ends_with(rest) && core != rest;
    is_above && (is_nameless || (core == rest && kept.len() < levels.len()))
}

/// Whether a name in the place of who made or publishes the report is that of any other office: 由某区应急管理局编制, of a fire brigade.
pub(super) fn is_any_other(own: &str, name: &str) -> bool {
    const SHORTEST: usize = 6;
    let (own, name) = (compact(own), compact(name));
    let (place, _) = split_levels(&name);
    class(&name).is_some_and(|kind| matches!(kind, Class::Department(_)))
        && name.chars().count() >= SHORTEST
        && !place.is_empty()
        && own.starts_with(place.chars().take(2).collect::<String>().as_str())
        && !name.contains('我')
        && relation(&own, &name) == Relation::Other
        && !COMMON.iter().any(|word| name.contains(word))
}

/// Whether a line by which a report is signed is the name of another office of the office's own place, of whatever kind.
pub(super) fn signs_as_other(own: &str, line: &str) -> bool {
    let (own, line) = (compact(own), compact(line));
    let ((levels, _), (others, rest)) = (split_levels(&own), split_levels(&line));
    let is_office = line.chars().all(is_han) && matches!(class(&line), Some(Class::Department(_)));
    is_office
        && !levels.is_empty()
        && levels == others
        && relation(&own, &line) == Relation::Other
        && !COMMON.iter().any(|word| rest.contains(word))
}

/// Whether a name with its place is that of the office's own place and work, but of another kind or by another name: 卫生健康委员会 of
/// 卫生健康局, 国土资源局 of 自然资源局, 教育体育局 of 教育局.
pub(super) fn is_renamed(own: &str, name: &str) -> bool {
    let (own, name) = (compact(own), compact(name));
    let ((levels, core), (others, rest)) = (split_levels(&own), split_levels(&name));
    let (Some(work), Some(other)) = (work_of(core), work_of(rest)) else { return false };
    let shared = other.chars().filter(|c| work.contains(*c)).count();
    let is_of_place = !others.is_empty() && levels.ends_with(others);
    // 教体局 is short for 教育体育局.
    let is_short = other != work && is_within(other, work)
        // 自然资源局 of 自然资源和规划局 is another name.
        && !work.strip_prefix(other).is_some_and(|rest| rest.starts_with(['和', '与']));
    is_of_place && core != rest && shared >= 2 && !is_short && !COMMON.iter().any(|word| rest.contains(word))
}

/// What a department is concerned with, by its name.
fn work_of(core: &str) -> Option<&str> {
    ["管理局", "委员会", "局", "厅", "委"].iter().find_map(|end| core.strip_suffix(end)).filter(|work| !work.is_empty())
}

/// The name of an office with which words begin; what follows it, such as a section of it, is left out.
pub(super) fn leading_office(words: &str) -> Option<&str> {
    let ends = ["街道办事处", "人民政府", "管理委员会", "委员会", "局", "厅", "中心"];
    let by_end = ends.iter().filter_map(|end| Some(words.find(end)? + end.len())).min();
    let towns = ["镇", "乡", "街道"].iter().filter_map(|end| {
        let until = words.find(end)? + end.len();
        ["党政", "办事", "综合办", "机关", "信息公开", "政府信息公开"]
            .iter()
            .any(|section| words.get(until..).is_some_and(|rest| rest.starts_with(section)))
            .then_some(until)
    });
    let length = by_end.into_iter().chain(towns).min()?;
    words.get(..length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_sections_are_the_offices_own() {
        let own = "邹城市唐村镇人民政府";
        for name in ["唐村镇", "唐村镇政府", "唐村镇人民政府", "邹城市唐村镇"] {
            assert_eq!(relation(own, name), Relation::Shortened, "{name}");
        }
        assert_eq!(relation("淮安市交通运输局", "淮安市交通局办公室"), Relation::Extended);
        assert_eq!(relation("平潭综合实验区", "平潭综合实验区管委会办公室"), Relation::Extended);
        assert_eq!(relation("平潭县财政局", "平潭县经贸局"), Relation::Other);
    }

    #[test]
    fn only_offices_of_the_same_kind_are_foreign() {
        assert!(is_foreign("平潭县财政局", "平潭县经贸局"));
        assert!(is_foreign("青山县柳河镇人民政府", "青山县柳树镇人民政府"));
        assert!(is_foreign("某市兴隆街道办事处", "某市建国街道办事处"));
        assert!(!is_foreign("某市兴隆街道办事处", "我街道党政办公室"));
        for name in
            ["平潭县人民政府", "平潭县人民政府办公室", "平潭县政务服务管理局", "财政局", "综合科", "平潭县财政局办公室"]
        {
            assert!(!is_foreign("平潭县财政局", name), "{name}");
        }
    }

    #[test]
    fn a_level_dropped_and_an_office_renamed() {
        assert!(drops_level("临江市城东区应急管理局", "临江市应急管理局"));
        assert!(drops_level("临江市城东区北桥街道办事处", "临江市北桥街道办事处"));
        for name in
            ["应急管理局", "城东区应急管理局", "临江市城东区应急管理局", "临江市财政局", "江北省临江市应急管理局"]
        {
            assert!(!drops_level("临江市城东区应急管理局", name), "{name}");
        }
        assert!(!drops_level("临江市市场监督管理局", "临江市监督管理局"));
        for (own, name) in [
            ("青禾县卫生健康局", "青禾县卫生健康委员会"),
            ("临江市自然资源局", "临江市国土资源局"),
            ("青禾县教育局", "青禾县教育体育局"),
            ("和平县环境保护局", "和平县环境保护厅"),
        ] {
            assert!(is_renamed(own, name), "{name}");
        }
        for (own, name) in [
            ("青禾县财政局", "青禾县财政局"),
            ("青禾县财政局", "青禾县审计局"),
            ("青禾县财政局", "财政厅"),
            ("青禾县财政局", "江北省财政厅"),
            ("青禾县应急管理局", "青禾县行政审批管理局"),
        ] {
            assert!(!is_renamed(own, name), "{name}");
        }
        assert_eq!(leading_office("临江市水务局办公室联系"), Some("临江市水务局"));
        assert_eq!(leading_office("柳河镇党政办负责"), Some("柳河镇"));
        assert_eq!(leading_office("有关部门"), None);
    }
}
