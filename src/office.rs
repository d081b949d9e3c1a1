//! The jobs of the second binary, which runs in a worker and is loaded when it is first needed.

use serde::{Deserialize, Serialize};

use crate::chart::{Chart, Look, option};

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Job {
    /// The drawing of a chart.
    Chart {
        /// Its numbers.
        chart: Chart,
        /// For which ground.
        look: Look,
    },
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Done {
    /// The option of a chart, as JSON text.
    Option(String),
}

/// Runs a job, given and answered as JSON text; what cannot be read is said in words.
pub fn run(job: &str) -> Result<String, String> {
    let job: Job = serde_json::from_str(job).map_err(|error| error.to_string())?;
    let done = match job {
        Job::Chart { chart, look } => Done::Option(option(&chart, look).to_string()),
    };
    serde_json::to_string(&done).map_err(|error| error.to_string())
}
