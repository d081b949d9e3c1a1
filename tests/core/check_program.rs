//! The program that checks reports by script: what it prints, and its exit status.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A folder that goes when its test ends.
struct Folder(PathBuf);

/// What the program said.
struct Said {
    status: Option<i32>,
    lines: Vec<Value>,
    err: String,
}

impl Folder {
    fn of(name: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("nianbao-check-{name}-{}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("made");
        for (file, text) in files {
            let path = folder.0.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        folder
    }

    fn check(&self) -> Said {
        check(&[self.0.as_os_str()])
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_nianbao-check"));
    program.arg("--today=2024-01-20");
    program
}

fn run(arguments: &[&OsStr]) -> Output {
    program().args(arguments).output().expect("the program runs")
}

fn check(arguments: &[&OsStr]) -> Said {
    let Output { status, stdout, stderr } = run(arguments);
    let lines = String::from_utf8(stdout).expect("text");
    let lines = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    Said { status: status.code(), lines, err: String::from_utf8(stderr).expect("text") }
}

/// 行政复议 whose total is 3 where 4 are given: N07.
const REVIEW: &str = r#""disputes.review.upheld": 2, "disputes.review.corrected": 1, "disputes.review.other": 0,
    "disputes.review.pending": 1, "disputes.review.total": 3"#;

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
    let folder =
        Folder::of("status", &[("b/x.nianbao.json", report("甲局", 2023, REVIEW).as_bytes()), ("a.txt", b"no report")]);
    let Said { status, lines, err } = folder.check();
    assert_eq!((status, err.as_str()), (Some(1), ""));
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
    let files = [
        ("1.nianbao.json", this.as_bytes()),
        ("2.nianbao.json", last.as_bytes()),
        ("3.nianbao.json", other.as_bytes()),
    ];
    let Said { lines, .. } = Folder::of("last", &files).check();
    let found = of_rule(&lines, "N05");
    assert_eq!(found.len(), 1);
    assert!(found.iter().all(|line| line["file"].as_str().is_some_and(|file| file.ends_with("1.nianbao.json"))));
    // The lines come in the order of the files.
    let files: Vec<_> = lines.iter().filter_map(|line| line["file"].as_str()).collect();
    assert!(files.is_sorted());
}

#[test]
fn one_pack_holds_for_all_files() {
    let text = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "narrative": [
        {"heading": "一、总体情况", "body": ["全年工作平稳。"]}]}"#;
    let pack = r#"{"nianbao_pack": 1, "name": "某市要求", "topics": [{"name": "政策解读"}]}"#;
    let folder =
        Folder::of("pack", &[("1.nianbao.json", text.as_bytes()), ("some.nianbao-pack.json", pack.as_bytes())]);
    let path = folder.0.join("some.nianbao-pack.json");
    let with = |pack: &std::path::Path| check(&[OsStr::new("--pack"), pack.as_os_str(), folder.0.as_os_str()]);
    assert_eq!(of_rule(&folder.check().lines, "F12").len(), 0);
    assert_eq!(of_rule(&with(&path).lines, "F12").len(), 1);
    // A draft is no pack, and then nothing is checked.
    let Said { status, lines, err } = with(&folder.0.join("1.nianbao.json"));
    assert_eq!((status, lines.len()), (Some(2), 0));
    assert!(err.contains("1.nianbao.json：这个文件不是本地要求"), "{err}");
}

#[test]
fn a_file_that_is_not_read_is_named_with_its_refusal_and_the_others_are_checked() {
    let large = format!("\"{}\"", "年".repeat(2_000_000));
    let files: [(&str, &[u8]); 5] = [
        ("broken.nianbao.json", b"{"),
        ("large.nianbao.json", large.as_bytes()),
        ("picture.nianbao.json", &[0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x81]),
        ("torn.nianbao.json", &[0x81, 0xff, 0xfe, 0x00, 0x81]),
        ("whole.nianbao.json", &report("甲局", 2023, REVIEW).into_bytes()),
    ];
    let Said { status, lines, err } = Folder::of("refused", &files).check();
    assert_eq!(status, Some(2));
    let said: Vec<&str> = err.lines().collect();
    assert_eq!(said.len(), 4, "{err}");
    for (line, words) in said.iter().zip(["broken.nianbao.json：", "超过5MB", "这是图片", "不是文字"]) {
        assert!(line.contains(words), "{line}");
    }
    assert_eq!(of_rule(&lines, "N07").len(), 1);
}

#[test]
fn what_was_accepted_is_marked_with_its_note() {
    let accepted = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "甲局"},
        "figures": {"applications.new.total": 1, "applications.carried_in.total": 0, "disputes.review.total": 9, "disputes.direct.total": 0},
        "reviewed": [{"finding": "N23:disputes.review.total", "verdict": "accepted", "note": "上年办结较多",
            "basis": {"disputes.review.total": "9", "disputes.direct.total": "0", "applications.new.total": "1",
                "applications.carried_in.total": "0"}, "at": "2024-01-20T09:30:00Z"}]}"#;
    let Said { lines, .. } = Folder::of("accepted", &[("a.nianbao.json", accepted.as_bytes())]).check();
    let notes: Vec<_> = of_rule(&lines, "N23").iter().filter_map(|line| line["accepted"].as_str()).collect();
    assert_eq!(notes, ["上年办结较多"]);
}

#[test]
fn a_file_in_gb18030_or_with_a_byte_order_mark_is_read_as_the_page_reads_it() {
    let text = report("某局", 2023, REVIEW);
    let mut gb = text.clone().into_bytes();
    let at = text.find("某局").expect("the name");
    gb.splice(at..at + "某局".len(), [0xc4, 0xb3, 0xbe, 0xd6]);
    let marked = format!("\u{feff}{text}");
    let files = [("gb.nianbao.json", &*gb), ("marked.nianbao.json", marked.as_bytes())];
    let Said { status, lines, err } = Folder::of("gb18030", &files).check();
    assert_eq!((status, err.as_str()), (Some(1), ""));
    assert_eq!(of_rule(&lines, "N07").len(), 2);
}

#[test]
fn a_folder_without_drafts_is_no_success() {
    let empty = Folder::of("empty", &[("b/a.txt", b"no report")]);
    let said = empty.check();
    assert_eq!((said.status, said.lines.len()), (Some(2), 0));
    assert!(said.err.contains(&*empty.0.display().to_string()) && said.err.contains("没有草稿"), "{}", said.err);
    // One that has some beside it does not hide it.
    let full = Folder::of("beside", &[("a.nianbao.json", report("甲局", 2023, REVIEW).as_bytes())]);
    let said = check(&[empty.0.as_os_str(), full.0.as_os_str()]);
    assert_eq!((said.status, of_rule(&said.lines, "N07").len(), said.err.lines().count()), (Some(2), 1, 1));
}

#[test]
fn what_is_not_there_is_said() {
    let missing = std::env::temp_dir().join("nianbao-check-not-there");
    let said = check(&[missing.as_os_str()]);
    assert_eq!(said.status, Some(2));
    assert!(said.err.contains("没有这个文件或文件夹"), "{}", said.err);
}

#[test]
fn a_file_that_is_named_twice_is_one_report() {
    let folder = Folder::of("twice", &[("a.nianbao.json", report("甲局", 2023, REVIEW).as_bytes())]);
    let dotted = folder.0.join(".").join("a.nianbao.json");
    let said = check(&[folder.0.as_os_str(), dotted.as_os_str()]);
    assert_eq!((said.status, of_rule(&said.lines, "N07").len()), (Some(1), 1));
}

#[test]
fn it_says_what_it_does_and_what_version_it_is() {
    for option in ["--help", "-h"] {
        let said = run(&[OsStr::new(option)]);
        let words = String::from_utf8_lossy(&said.stdout).into_owned();
        assert_eq!((said.status.code(), said.stderr.len()), (Some(0), 0));
        for part in ["用法：nianbao-check", "选项", "--today", "--help", "--version", "退出状态", "  2  "] {
            assert!(words.contains(part), "{part} is missing in\n{words}");
        }
    }
    let said = run(&[OsStr::new("--version")]);
    let version = format!("nianbao-check {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((said.status.code(), String::from_utf8_lossy(&said.stdout).into_owned()), (Some(0), version));
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    for (arguments, words) in [
        (&[][..], "没有写要检查的文件或文件夹"),
        (&["--halp"], "没有“--halp”这个选项"),
        (&["--today=2024-02-30", "a"], "“2024-02-30”不能用"),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_nianbao-check"));
        let said = program.args(arguments).output().expect("the program runs");
        let err = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!((said.status.code(), said.stdout.len()), (Some(2), 0), "{err}");
        assert!(err.contains(words) && err.contains("--help"), "{err}");
    }
}

#[test]
fn a_closed_pipe_does_not_hide_errors() {
    let folder = Folder::of("pipe", &[("a.nianbao.json", report("甲局", 2023, REVIEW).as_bytes())]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let said = program().arg(&folder.0).stdout(writer).stderr(std::process::Stdio::piped()).output();
    let said = said.expect("the program runs");
    assert_eq!((said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned()), (Some(1), String::new()));
}

#[test]
fn reports_that_share_an_id_are_compared() {
    let text = "通过门户网站公开信息，修订主动公开目录，新设惠民补贴栏目，由党政办公室专人维护，每个工作日检查一次，对每一件答复都作\
        合法性审查，全年接待群众查阅，开展案卷评查。";
    let report = |office: &str| {
        format!(
            r#"{{"nianbao": 1, "id": "copied", "form": "national-2021", "year": 2023, "office": {{"name": "{office}"}},
                "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
        )
    };
    let (one, other) = (report("甲局"), report("乙局"));
    let folder = Folder::of("id", &[("1.nianbao.json", one.as_bytes()), ("2.nianbao.json", other.as_bytes())]);
    assert_eq!(of_rule(&folder.check().lines, "Q02").len(), 2);
}
