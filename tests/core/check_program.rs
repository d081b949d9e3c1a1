//! The program that checks reports by script: what it prints, and its exit status.

#[allow(dead_code)]
#[path = "../../examples/check.rs"]
mod program;

use std::fs;
use std::path::PathBuf;

use nianbao::value::Date;
use serde_json::Value;

/// A folder that goes when its test ends.
struct Folder(PathBuf);

impl Folder {
    fn of(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("nianbao-check-{name}-{}", std::process::id())));
        for (file, text) in files {
            let path = folder.0.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        folder
    }

    /// The exit status, the lines, and what is said of files that are not read.
    fn check(&self) -> (u8, Vec<Value>, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let today = Date::new(2024, 1, 20).expect("a day");
        let status = program::run(std::slice::from_ref(&self.0), today, &mut out, &mut err).expect("written");
        let lines = String::from_utf8(out).expect("text");
        let lines = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        (status, lines, String::from_utf8(err).expect("text"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn report(office: &str, year: u16, figures: &str) -> String {
    format!(
        r#"{{"nianbao": 1, "form": "national-2021", "year": {year}, "office": {{"name": "{office}"}}, "figures": {{{figures}}}}}"#
    )
}

fn of_rule<'a>(lines: &'a [Value], rule: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["rule"] == rule).collect()
}

#[test]
fn a_line_for_each_finding_and_the_status() {
    let review = r#""disputes.review.upheld": 2, "disputes.review.corrected": 1, "disputes.review.other": 0,
        "disputes.review.pending": 1, "disputes.review.total": 3"#;
    let folder = Folder::of("status", &[("b/x.nianbao.json", &report("甲局", 2023, review)), ("a.txt", "no report")]);
    let (status, lines, err) = folder.check();
    assert_eq!((status, err.as_str()), (1, ""));
    let found = of_rule(&lines, "N07");
    let line = found.first().expect("N07");
    assert!(line["file"].as_str().is_some_and(|file| file.ends_with("x.nianbao.json")));
    assert_eq!((&line["severity"], &line["place"]), (&"error".into(), &"disputes.review.*".into()));
    assert_eq!(line["quote"], Value::Null);
    let arithmetic: Vec<_> = line["arithmetic"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(arithmetic, ["总计 3 = 3", "结果维持 2 + 结果纠正 1 + 其他结果 0 + 尚未审结 1 = 4", "相差 1"]);
}

#[test]
fn last_years_report_is_found_among_the_files() {
    let last = report("甲局", 2022, r#""applications.carried_out.natural": 3"#);
    let this = report("甲局", 2023, r#""applications.carried_in.natural": 1"#);
    let other = report("乙局", 2023, r#""applications.carried_in.natural": 1"#);
    let files = [("1.nianbao.json", &*this), ("2.nianbao.json", &*last), ("3.nianbao.json", &*other)];
    let (_, lines, _) = Folder::of("last", &files).check();
    let found = of_rule(&lines, "N05");
    assert_eq!(found.len(), 1);
    assert!(found.iter().all(|line| line["file"].as_str().is_some_and(|file| file.ends_with("1.nianbao.json"))));
    // The lines come in the order of the files.
    let files: Vec<_> = lines.iter().filter_map(|line| line["file"].as_str()).collect();
    assert!(files.is_sorted());
}

#[test]
fn a_file_that_is_not_read_is_named_with_its_refusal() {
    let folder =
        Folder::of("refused", &[("broken.nianbao.json", "{"), ("whole.nianbao.json", &report("甲局", 2023, ""))]);
    let (status, _, err) = folder.check();
    assert_eq!(status, 2);
    assert!(err.contains("broken.nianbao.json: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn what_was_accepted_is_marked_with_its_note() {
    let accepted = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "甲局"},
        "figures": {"applications.new.total": 1, "applications.carried_in.total": 0, "disputes.review.total": 9, "disputes.direct.total": 0},
        "reviewed": [{"finding": "N23:disputes.review.total", "verdict": "accepted", "note": "上年办结较多",
            "basis": {"disputes.review.total": "9", "disputes.direct.total": "0", "applications.new.total": "1",
                "applications.carried_in.total": "0"}, "at": "2024-01-20T09:30:00Z"}]}"#;
    let (_, lines, _) = Folder::of("accepted", &[("a.nianbao.json", accepted)]).check();
    let notes: Vec<_> = of_rule(&lines, "N23").iter().filter_map(|line| line["accepted"].as_str()).collect();
    assert_eq!(notes, ["上年办结较多"]);
}
