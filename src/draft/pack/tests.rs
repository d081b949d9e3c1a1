//! Packs as they are written, read and refused.

use super::*;
use crate::draft::Edit;

const WHOLE: &str = r#"{
  "nianbao_pack": 1,
  "name": "某市要求",
  "source": "某政办发〔2025〕1号",
  "note": "只给部门。",
  "submit_by": "01-20",
  "publish_by": "01-31",
  "likeness": 50,
  "lengths": [
    {
      "part": "总体情况",
      "least": 200,
      "most": 1000
    }
  ],
  "topics": [
    {
      "name": "政策解读",
      "part": "总体情况",
      "words": [
        "解读"
      ],
      "count": true,
      "must": false,
      "seen": "later"
    }
  ],
  "headings": [
    {
      "heading": "七、工作要点落实情况"
    }
  ],
  "by": "某人"
}
"#;

fn refused(text: &str) -> String {
    Pack::from_json(text).map(|pack| format!("{pack:?}")).unwrap_err().to_string()
}

#[test]
fn what_is_written_is_what_was_read() {
    let pack = Pack::from_json(WHOLE).expect("a pack");
    assert_eq!(pack.to_json(), WHOLE);
    assert_eq!(pack.asks(), 6);
    assert_eq!(pack.topics[0].known_by(), ["解读"]);
    assert_eq!(Topic { name: "平台".to_owned(), ..Topic::default() }.known_by(), ["平台"]);
    let refused = Draft::from_json(WHOLE).expect_err("no draft").to_string();
    assert!(refused.starts_with("这是本地要求，不是年报草稿。"), "{refused}");
    let bom = format!("\u{feff}{WHOLE}");
    assert_eq!(Pack::from_json(&bom), Ok(pack));
}

#[test]
fn a_draft_carries_it_and_undo_takes_it_away() {
    let mut draft = Draft::new("d".to_owned(), 2025, "某局", "department");
    let before = draft.to_json();
    let pack = Pack::from_json(WHOLE).expect("a pack");
    let inverse = draft.apply(Edit::SetSetting(SettingName::Pack, Some(SettingValue::of_pack(&pack))));
    assert_eq!(draft.pack().as_ref(), Some(&pack));
    let written = draft.to_json();
    let opened = Draft::from_json(&written).expect("a draft");
    assert_eq!((opened.draft.to_json(), opened.notices), (written, Vec::<String>::new()));
    assert_eq!(opened.draft.pack(), Some(pack));
    draft.apply(inverse);
    assert_eq!(draft.to_json(), before);
}

#[test]
fn a_file_of_another_kind_is_refused() {
    assert!(refused("").starts_with("这个文件是空的"));
    assert!(refused("{").starts_with("这个文件不是本地要求：第1行第"));
    for other in ["[]", r#"{"nianbao": 1}"#, r#"{"name": "x"}"#] {
        assert!(refused(other).starts_with("这个文件不是本地要求：缺少“nianbao_pack”一项"), "{other}");
    }
    assert!(refused(r#"{"nianbao_pack": 2}"#).contains("由更新的版本写成（第2版"));
    assert!(refused(r#"{"nianbao_pack": "1"}"#).starts_with("“nianbao_pack”应为整数1"));
}

#[test]
fn a_wrong_value_is_refused_by_its_place() {
    let long = format!(r#""topics": [{}]"#, vec![r#"{"name": "x"}"#; MOST_ITEMS + 1].join(","));
    for (members, place) in [
        (r#""name": 1"#, "“name”应为文字"),
        (r#""submit_by": "1月20日""#, "“submit_by”的值“1月20日”不能用"),
        (r#""publish_by": "02-29""#, "“publish_by”的值“02-29”不能用"),
        (r#""likeness": 101"#, "“likeness”的值101不能用"),
        (r#""likeness": "50""#, "“likeness”应为数字"),
        (r#""lengths": {}"#, "“lengths”应为方括号中的列表"),
        (r#""lengths": [{"part": "总体情况"}]"#, "“lengths.0.most”的值（没有写）不能用"),
        (r#""lengths": [{"most": 1.5}]"#, "“lengths.0.most”的值1.5不能用"),
        (r#""topics": [1]"#, "“topics.0”应为花括号中的一组内容"),
        (r#""topics": [{"part": "总体情况"}]"#, "“topics.0.name”的值（没有写）不能用"),
        (r#""topics": [{"name": "x", "words": [" "]}]"#, "“topics.0.words.0”的值（没有写）不能用"),
        (r#""topics": [{"name": "x", "count": 1}]"#, "“topics.0.count”应为true或false"),
        (r#""headings": [{}]"#, "“headings.0.heading”的值（没有写）不能用"),
        (long.as_str(), "“topics”的值101不能用，应为不超过100项的列表"),
    ] {
        let why = refused(&format!(r#"{{"nianbao_pack": 1, {members}}}"#));
        assert!(why.starts_with(place), "{members}: {why}");
        let draft = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2025, "settings": {{"pack": {{{members}}}}}}}"#
        );
        let why = Draft::from_json(&draft).unwrap_err().to_string();
        assert!(why.starts_with(&place.replacen('“', "“settings.pack.", 1)), "{members}: {why}");
    }
}

#[test]
fn what_it_asks_for_is_said_line_by_line() {
    let pack = Pack::from_json(WHOLE).expect("a pack");
    assert_eq!(
        pack.lines(),
        [
            "1月20日前上报",
            "1月31日前公布",
            "与上年、与其他单位的重复率低于50%",
            "总体情况200到1000字",
            "总体情况写到政策解读，写出数量（建议）",
            "另有标题“七、工作要点落实情况”",
        ]
    );
    let length = |least, most| Length { least, most, must: true, ..Length::default() }.words();
    assert_eq!([length(0, 9), length(9, 0)], ["正文不超过9字", "正文不少于9字"]);
}

#[test]
fn a_day_of_the_year_is_one_that_every_year_has() {
    assert_eq!(DayOfYear::parse("01-20").map(|day| day.to_string()).as_deref(), Some("01-20"));
    assert_eq!(DayOfYear::parse("03-31").and_then(|day| day.after(2024)), Date::new(2025, 3, 31));
    for text in ["", "1-20", "01-32", "02-29", "0120", "01-20-", "13-01", "一月"] {
        assert_eq!(DayOfYear::parse(text), None, "{text}");
    }
}
