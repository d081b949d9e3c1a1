//! What a document says of its office: its kind by its name, and how to reach it.

use crate::form::OfficeField;

/// Endings of names, each with the kind of office; the first that fits counts.
const KINDS: &[(&[&str], &str)] = &[
    (&["街道办事处", "街道办", "街道"], "street"),
    (&["镇人民政府", "乡人民政府", "镇政府", "乡政府", "镇", "乡", "苏木", "民族乡"], "township"),
    (&["省人民政府", "自治区人民政府", "省人民政府办公厅", "自治区人民政府办公厅"], "province"),
    (&["县人民政府", "区人民政府", "旗人民政府", "县人民政府办公室", "区人民政府办公室", "县", "区", "旗"], "county"),
    (&["市人民政府", "州人民政府", "盟行政公署", "市人民政府办公室", "州人民政府办公室", "市", "自治州"], "city"),
];

/// Ministries and the like.
const STATE: [&str; 4] = ["国家", "中国", "中华人民共和国", "国务院"];
/// The cities that are as provinces are.
const MUNICIPALITIES: [&str; 4] = ["北京市", "上海市", "天津市", "重庆市"];

/// The kind of an office, by its name; a department where nothing else fits.
pub fn kind(name: &str) -> &'static str {
    if name.is_empty() {
        return "";
    }
    let own = MUNICIPALITIES.iter().find_map(|city| name.strip_prefix(city));
    if own.is_some_and(|rest| matches!(rest, "" | "人民政府" | "人民政府办公厅")) {
        return "province";
    }
    if STATE.iter().any(|head| name.starts_with(head)) && name.ends_with(['部', '局', '会', '署', '院', '行', '厅'])
    {
        return "state";
    }
    let is_zone = ["开发区", "实验区", "高新区", "新区", "园区", "景区", "合作区", "度假区"]
        .iter()
        .any(|tail| name.ends_with(tail));
    let found = KINDS.iter().find(|(tails, _)| tails.iter().any(|tail| name.ends_with(tail)));
    match found {
        Some((_, "county")) if is_zone && !name.ends_with("新区") => "county",
        Some((_, kind)) => kind,
        None => "department",
    }
}

/// Whether words look like the name of an office.
pub fn is_office(name: &str) -> bool {
    let length = name.chars().count();
    let tails = [
        "局",
        "委",
        "委员会",
        "厅",
        "部",
        "府",
        "办",
        "处",
        "室",
        "院",
        "校",
        "中心",
        "公司",
        "站",
        "所",
        "队",
        "会",
        "社",
        "馆",
        "署",
        "街道",
        "镇",
        "乡",
        "县",
        "市",
        "区",
        "省",
        "行",
        "学",
        "集团",
        "园",
        "旗",
        "州",
    ];
    (2..=40).contains(&length)
        && tails.iter().any(|tail| name.ends_with(tail))
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')' | '·' | '、'))
}

/// How to reach the office, as the text tells it.
pub fn contacts(text: &str) -> Vec<(OfficeField, String)> {
    let mut found = Vec::new();
    let mut add = |field, value: Option<String>| found.extend(value.map(|value| (field, value)));
    add(
        OfficeField::Address,
        after(text, &["联系地址", "通讯地址", "通信地址", "办公地址", "地址"], |c| {
            !"；;，,。）)".contains(c)
        }),
    );
    add(
        OfficeField::Postcode,
        after(text, &["邮政编码", "邮编", "邮 编"], |c| c.is_ascii_digit()).filter(|v| v.len() == 6),
    );
    let phone = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '－' | '(' | ')' | '（' | '）');
    let is_phone = |value: &String| value.bytes().filter(u8::is_ascii_digit).count() >= 7;
    let number = after(text, &["联系电话", "电话/传真", "咨询电话", "电话", "电 话"], phone);
    add(OfficeField::Phone, number.map(|v| v.trim_end_matches(['）', ')', '（', '(']).to_owned()).filter(is_phone));
    let address = |c: char| c.is_ascii_alphanumeric() || "@._-+".contains(c);
    add(
        OfficeField::Email,
        after(text, &["电子邮箱", "电子邮件", "邮箱", "E-mail", "Email"], address).filter(|v| v.contains('@')),
    );
    let url = |c: char| c.is_ascii_alphanumeric() || "./:-_?=&%#~".contains(c);
    let website = after(text, &["网址", "网站", "门户网站", "网站（", "网站("], url);
    add(
        OfficeField::Website,
        website.map(|v| v.trim_matches(['.', ':']).to_owned()).filter(|v| v.contains('.') && v.len() > 6),
    );
    found
}

/// What stands behind one of these words and a mark, as long as its letters are of the right kind.
fn after(text: &str, words: &[&str], is_of: impl Fn(char) -> bool) -> Option<String> {
    for word in words {
        for (at, _) in text.match_indices(word) {
            let rest = text.get(at + word.len()..)?;
            let value = rest.trim_start_matches(|c: char| c.is_whitespace() || "：:（(是为“".contains(c));
            if value.len() == rest.len() {
                continue;
            }
            let found: String = value.chars().take(80).take_while(|c| is_of(*c)).collect();
            let found = found.trim();
            if found.chars().count() >= 4 {
                return Some(found.to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_an_office_by_its_name() {
        for (name, expected) in [
            ("临江市兴隆街道办事处", "street"),
            ("中埠镇人民政府", "township"),
            ("平潭综合实验区市场监督管理局", "department"),
            ("平潭综合实验区", "county"),
            ("淮安市人民政府", "city"),
            ("上海市人民政府办公厅", "province"),
            ("上海市浦东新区人民政府", "county"),
            ("江苏省人民政府", "province"),
            ("国家税务总局", "state"),
            ("重庆市大足区人民政府外事办公室", "department"),
            ("", ""),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn how_to_reach_the_office() {
        let text = "请与管委会办公室联系（联系地址：平潭北厝镇金井湾大楼6层；邮 编：350400；电 话：0591-23163551；传真：0591-23100206；\
                    电子邮箱：hazwgkc@163.com）。本报告可在门户网站（www.pingtan.gov.cn）下载。";
        let found: Vec<(&str, String)> =
            contacts(text).into_iter().map(|(field, value)| (field.name(), value)).collect();
        assert_eq!(
            found,
            [
                ("address", "平潭北厝镇金井湾大楼6层".to_owned()),
                ("postcode", "350400".to_owned()),
                ("phone", "0591-23163551".to_owned()),
                ("email", "hazwgkc@163.com".to_owned()),
                ("website", "www.pingtan.gov.cn".to_owned()),
            ]
        );
        assert!(contacts("没有联系方式，电话打不通，网站改版。").is_empty());
        assert!(is_office("平潭县财政局") && !is_office("我们在工作中"));
    }
}
