//! What the worker is asked and answers: bytes in, progress, bytes out, or a refusal in words.
//!
//! The worker is the second binary. It is loaded when it is first asked, and runs what is heavy off the page. `message` is
//! what the two send each other, `queue` what the page knows of its jobs. Neither knows a browser: that is `browser::worker`.

mod message;
mod queue;

use crate::chart::{Chart, Look, option};
use serde::{Deserialize, Serialize};

pub use message::{Message, answer};
pub use queue::{Command, Death, Failure, JobId, Queue, WorkerId};

/// What a job is. A further one is a variant here and an arm in `run`; the compiler lists both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The option of a chart: in goes a `ChartJob` as JSON, out comes the option as JSON.
    Chart,
}

impl Kind {
    /// All kinds; their order is their number in a message.
    pub const ALL: [Self; 1] = [Self::Chart];
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
}

impl Job {
    /// Asks for the option of a chart on a ground.
    pub fn chart(chart: Chart, look: Look) -> Self {
        // Plain data of ours can always be written; were it not so, the worker would refuse the empty input.
        let input = serde_json::to_vec(&ChartJob { chart, look }).unwrap_or_default();
        Self { kind: Kind::Chart, input }
    }
}

/// Runs a job; what it refuses, it refuses in words for the clerk. `progress` is called after each step of a long one.
pub fn run(job: &Job, _progress: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, String> {
    match job.kind {
        Kind::Chart => {
            let ChartJob { chart, look } =
                serde_json::from_slice(&job.input).map_err(|_| "图的数字没有读懂，请刷新页面后再试".to_owned())?;
            Ok(option(&chart, look).to_string().into_bytes())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chart;
    use crate::draft::{ChartId, Draft};
    use crate::facts::Case;
    use crate::value::Date;

    #[test]
    fn a_chart_goes_in_and_its_option_comes_out() {
        let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017,
            "history": {"disclosed.total": {"2016": 45, "2017": 88}}}"#;
        let draft = Draft::from_json(json).expect("a draft").draft;
        let case = Case::new(&draft, Date::new(2018, 3, 6).expect("a day"));
        let chart = chart(&case, ChartId::Trend).expect("a chart");
        let expected = option(&chart, Look::Paper);
        let out = run(&Job::chart(chart, Look::Paper), &mut |_| {}).expect("an option");
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&out).ok(), Some(expected));
    }

    #[test]
    fn what_is_no_chart_is_refused_in_words() {
        for input in [&b""[..], b"{}", &[0xff]] {
            let refused = run(&Job { kind: Kind::Chart, input: input.to_vec() }, &mut |_| {});
            assert_eq!(refused, Err("图的数字没有读懂，请刷新页面后再试".to_owned()));
        }
    }
}
