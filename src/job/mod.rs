//! What the workers are asked and answer: bytes in, progress, bytes out, or a refusal in words.
//!
//! There are three, each a binary of its own that is loaded when it is first asked: one draws charts, one reads files, one writes them. They
//! run what is heavy off the page. `message` is what page and worker send each other, `queue` what the page knows of the jobs of one worker.
//! Neither knows a browser: that is `browser::worker`.

mod message;
mod queue;

use crate::chart::{Chart, Look, framed, option};
use crate::compare::{self, Asked};
use crate::read::{self, Question};
use crate::write::{self, Format, Report};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use message::{Message, answer};
pub use queue::{Command, Death, Failure, JobId, Queue, WorkerId};

/// What a job is. A further one is a variant here and an arm in the function of its worker; the compiler lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The option of a chart: in goes a `ChartJob` as JSON, out comes the option as JSON.
    Chart,
    /// What a file holds: in goes a `Question` as JSON, its length before it, and the file; out comes an `Answer` as JSON.
    Read,
    /// Whether a file says what a report says: in goes an `Asked` as JSON, its length before it, and the file; out comes a
    /// `compare::Answer` as JSON.
    Compare,
    /// A report as a file: in goes a `WriteJob` as JSON, out come the bytes of the file. A step is a block of the report.
    Write,
}

/// A worker, by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crew {
    /// Draws charts.
    Charts,
    /// Reads files.
    Reader,
    /// Writes files.
    Writer,
}

impl Kind {
    /// All kinds; their order is their number in a message.
    pub const ALL: [Self; 4] = [Self::Chart, Self::Read, Self::Compare, Self::Write];

    /// The worker that does such a job.
    pub fn crew(self) -> Crew {
        match self {
            Self::Chart => Crew::Charts,
            Self::Read | Self::Compare => Crew::Reader,
            Self::Write => Crew::Writer,
        }
    }
}

impl Crew {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Charts, Self::Reader, Self::Writer];

    /// Its binary.
    pub fn program(self) -> &'static str {
        match self {
            Self::Charts => "worker",
            Self::Reader => "reader",
            Self::Writer => "writer",
        }
    }
}

/// A job: what is asked, and the bytes it works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What is asked.
    pub kind: Kind,
    /// What it works on, as its kind has it.
    pub input: Vec<u8>,
}

/// How far a job is: so many steps of so many. What a step is, each kind of job decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The steps done.
    pub done: u32,
    /// All steps.
    pub all: u32,
}

/// The drawing of a chart.
#[derive(Debug, Serialize, Deserialize)]
struct ChartJob {
    chart: Chart,
    look: Look,
    /// Where the numbers are from, for a picture that stands by itself; nothing for a drawing in a page.
    source: Option<String>,
}

/// The writing of a file.
#[derive(Debug, Serialize, Deserialize)]
struct WriteJob {
    format: Format,
    report: Report,
}

impl Job {
    /// Asks for a report as a file.
    pub fn write(report: Report, format: Format) -> Self {
        // Plain data of ours can always be written; were it not so, the worker would refuse the empty input.
        let input = serde_json::to_vec(&WriteJob { format, report }).unwrap_or_default();
        Self { kind: Kind::Write, input }
    }

    /// Asks what bytes hold.
    pub fn read(question: &Question, bytes: &[u8]) -> Self {
        Self { kind: Kind::Read, input: with_bytes(question, bytes) }
    }

    /// Asks whether bytes say what a report says.
    pub fn compare(asked: &Asked, bytes: &[u8]) -> Self {
        Self { kind: Kind::Compare, input: with_bytes(asked, bytes) }
    }

    /// Asks for the option of a chart on a ground.
    pub fn chart(chart: Chart, look: Look) -> Self {
        // Plain data of ours can always be written; were it not so, the worker would refuse the empty input.
        let input = serde_json::to_vec(&ChartJob { chart, look, source: None }).unwrap_or_default();
        Self { kind: Kind::Chart, input }
    }

    /// Asks for the option of a chart as a picture by itself, with its sentence, its unit and the source of its numbers.
    pub fn chart_picture(chart: Chart, source: String) -> Self {
        let job = ChartJob { chart, look: Look::Light, source: Some(source) };
        // As above.
        Self { kind: Kind::Chart, input: serde_json::to_vec(&job).unwrap_or_default() }
    }
}

/// A question about bytes: itself as JSON, its length before it, and the bytes.
fn with_bytes(question: &impl Serialize, bytes: &[u8]) -> Vec<u8> {
    // Plain data of ours can always be written; were it not so, the worker would refuse the empty input.
    let question = serde_json::to_vec(question).unwrap_or_default();
    let length = u32::try_from(question.len()).unwrap_or_default().to_le_bytes();
    [&length[..], &question, bytes].concat()
}

/// A question about bytes, and the bytes; nothing where they did not arrive whole.
fn without_bytes<T: DeserializeOwned>(input: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = input.split_first_chunk()?;
    let (question, bytes) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((serde_json::from_slice(question).ok()?, bytes))
}

/// Runs a job; what it refuses, it refuses in words for the clerk. The second is called after each step of a long one.
pub type Run = fn(&Job, &mut dyn FnMut(Progress)) -> Result<Vec<u8>, String>;

/// What is said of a job that another worker does.
const OF_ANOTHER: &str = "这一步交给了别的程序，没有完成，请刷新页面后再试";

/// What the worker does that draws charts.
pub fn draw(job: &Job, _progress: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, String> {
    match job.kind {
        Kind::Chart => {
            let ChartJob { chart, look, source } =
                serde_json::from_slice(&job.input).map_err(|_| "图的数字没有读懂，请刷新页面后再试".to_owned())?;
            let option = match source {
                Some(source) => framed(&chart, look, &source),
                None => option(&chart, look),
            };
            Ok(option.to_string().into_bytes())
        }
        Kind::Read | Kind::Compare | Kind::Write => Err(OF_ANOTHER.to_owned()),
    }
}

/// What the worker does that reads files.
pub fn read(job: &Job, _progress: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, String> {
    let broken = || "要读的文件没有送到，请刷新页面后再试".to_owned();
    match job.kind {
        Kind::Read => {
            let (question, bytes) = without_bytes::<Question>(&job.input).ok_or_else(broken)?;
            let answer = read::answer(&question, bytes).map_err(|refusal| refusal.to_string())?;
            serde_json::to_vec(&answer).map_err(|_| broken())
        }
        Kind::Compare => {
            let (asked, bytes) = without_bytes::<Asked>(&job.input).ok_or_else(broken)?;
            let answer = compare::answer(&asked, bytes).map_err(|refusal| refusal.to_string())?;
            serde_json::to_vec(&answer).map_err(|_| broken())
        }
        Kind::Chart | Kind::Write => Err(OF_ANOTHER.to_owned()),
    }
}

/// What the worker does that writes files.
pub fn write(job: &Job, progress: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, String> {
    match job.kind {
        Kind::Write => {
            let WriteJob { format, report } =
                serde_json::from_slice(&job.input).map_err(|_| "要导出的报告没有送到，请刷新页面后再试".to_owned())?;
            let all = u32::try_from(report.blocks.len()).unwrap_or(u32::MAX);
            write::write(&report, format, &mut |done| {
                progress(Progress { done: u32::try_from(done).unwrap_or(all).min(all), all });
            })
        }
        Kind::Chart | Kind::Read | Kind::Compare => Err(OF_ANOTHER.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chart;
    use crate::draft::{ChartId, Draft};
    use crate::facts::Case;
    use crate::read::{Answer, Input};
    use crate::value::Date;

    #[test]
    fn a_chart_goes_in_and_its_option_comes_out() {
        let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017,
            "history": {"disclosed.total": {"2016": 45, "2017": 88}}}"#;
        let draft = Draft::from_json(json).expect("a draft").draft;
        let case = Case::new(&draft, Date::new(2018, 3, 6).expect("a day"));
        let chart = chart(&case, ChartId::Trend).expect("a chart");
        let expected = option(&chart, Look::Paper);
        let out = draw(&Job::chart(chart, Look::Paper), &mut |_| {}).expect("an option");
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&out).ok(), Some(expected));
    }

    #[test]
    fn what_is_no_chart_is_refused_in_words() {
        for input in [&b""[..], b"{}", &[0xff]] {
            let refused = draw(&Job { kind: Kind::Chart, input: input.to_vec() }, &mut |_| {});
            assert_eq!(refused, Err("图的数字没有读懂，请刷新页面后再试".to_owned()));
        }
    }

    #[test]
    fn a_file_goes_in_and_what_it_holds_comes_out() {
        let question =
            Question { input: Input::File, today: "2024-01-22".to_owned(), last: None, year: None, beside: None };
        let out = read(&Job::read(&question, b"%PDF-1.7\n"), &mut |_| {}).expect("an answer");
        assert!(matches!(serde_json::from_slice(&out), Ok(Answer::Pdf)));
        let refused = read(&Job::read(&question, b""), &mut |_| {});
        assert!(refused.is_err_and(|words| words.starts_with("文件是空的")));
        for input in [&b""[..], &[9, 0, 0, 0], &[2, 0, 0, 0, b'{', b'}']] {
            let refused = read(&Job { kind: Kind::Read, input: input.to_vec() }, &mut |_| {});
            assert_eq!(refused, Err("要读的文件没有送到，请刷新页面后再试".to_owned()));
        }
    }

    #[test]
    fn a_report_and_a_file_go_in_and_how_they_differ_comes_out() {
        let draft =
            Draft::from_json(r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "opening": ["公开。"]}"#);
        let report = Report::of(&Case::new(&draft.expect("a draft").draft, Date::new(2018, 3, 6).expect("a day")));
        let file = write::write(&report, Format::Html, &mut |_| {}).expect("a file");
        let asked = Asked { input: Input::File, blocks: report.blocks, today: "2018-03-06".to_owned() };
        let compared = |bytes: &[u8]| read(&Job::compare(&asked, bytes), &mut |_| {});
        let out = compared(&file).expect("an answer");
        let answer = serde_json::from_slice(&out);
        assert!(matches!(answer, Ok(compare::Answer::Compared(found)) if found.is_same));
        assert!(matches!(
            serde_json::from_slice(&compared(b"%PDF-1.7\n").expect("an answer")),
            Ok(compare::Answer::Pdf)
        ));
        assert!(compared(b"").is_err_and(|words| words.starts_with("文件是空的")));
        let refused = read(&Job { kind: Kind::Compare, input: b"{}".to_vec() }, &mut |_| {});
        assert_eq!(refused, Err("要读的文件没有送到，请刷新页面后再试".to_owned()));
    }

    #[test]
    fn a_report_goes_in_and_a_file_comes_out() {
        let draft =
            Draft::from_json(r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "opening": ["公开。"]}"#);
        let draft = draft.expect("a draft").draft;
        let report = Report::of(&Case::new(&draft, Date::new(2018, 3, 6).expect("a day")));
        let all = u32::try_from(report.blocks.len()).expect("few blocks");
        let mut told = Vec::new();
        let out = write(&Job::write(report, Format::Text), &mut |progress| told.push(progress)).expect("a file");
        assert!(String::from_utf8(out).expect("UTF-8").contains("\u{3000}\u{3000}公开。\r\n"));
        assert_eq!(told, (1..=all).map(|done| Progress { done, all }).collect::<Vec<_>>());
        let refused = write(&Job { kind: Kind::Write, input: b"{}".to_vec() }, &mut |_| {});
        assert_eq!(refused, Err("要导出的报告没有送到，请刷新页面后再试".to_owned()));
    }

    #[test]
    fn each_job_has_its_worker() {
        for kind in Kind::ALL {
            let job = Job { kind, input: Vec::new() };
            let is_of_another = |run: Run| run(&job, &mut |_| {}) == Err(OF_ANOTHER.to_owned());
            assert_eq!(
                [is_of_another(draw), is_of_another(read), is_of_another(write)],
                Crew::ALL.map(|crew| crew != kind.crew())
            );
        }
    }
}
