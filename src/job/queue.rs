//! What the page knows of its jobs: which one runs, which wait, which worker runs them. No browser is known here: events
//! come in, and what is to be done goes out.
//!
//! One job runs at a time. A job cannot be asked to stop while the worker is busy with it, since the worker hears nothing
//! then: to cancel it, the worker is stopped, and the next job starts another. So is a worker that broke down.

use std::collections::VecDeque;
use std::fmt;

use super::{Job, Message, Progress};

/// The number of a job, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u32);

/// The number of a worker, never given twice: what a stopped one still says is not taken for the next one's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkerId(pub u32);

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Start a worker under this number.
    Start(WorkerId),
    /// Send these bytes to this worker.
    Send(WorkerId, Vec<u8>),
    /// Stop this worker, whatever it is doing.
    Stop(WorkerId),
    /// Tell whoever asked for this job how far it is.
    Report(JobId, Progress),
    /// Tell whoever asked for this job how it ended. It is told once, and nothing after it.
    End(JobId, Result<Vec<u8>, Failure>),
}

/// Why a job has no result. Its text is for the clerk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It was cancelled.
    Cancelled,
    /// The job refused, in these words.
    Refused(String),
    /// The worker did not live to answer.
    Died(Death),
}

/// How a worker ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Death {
    /// It could not be loaded.
    NotLoaded,
    /// It broke down over its job, or said what cannot be read.
    Broken,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cancelled => "已取消",
            Self::Refused(words) => words,
            Self::Died(Death::NotLoaded) => "这一步要用的程序没有载入，请检查网络后重试",
            Self::Died(Death::Broken) => "这一步出错了，没有完成；草稿没有受影响，可以重试",
        })
    }
}

/// The jobs of the page.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<(JobId, Job)>,
    running: Option<JobId>,
    worker: Option<WorkerId>,
    workers: u32,
    jobs: u32,
}

impl Queue {
    /// No job, and no worker.
    pub const fn new() -> Self {
        Self { waiting: VecDeque::new(), running: None, worker: None, workers: 0, jobs: 0 }
    }

    /// Asks for a job: it runs after those that wait.
    pub fn ask(&mut self, job: Job) -> (JobId, Vec<Command>) {
        let id = JobId(self.jobs);
        self.jobs = self.jobs.wrapping_add(1);
        self.waiting.push_back((id, job));
        let mut commands = Vec::new();
        self.run_next(&mut commands);
        (id, commands)
    }

    /// Cancels a job, whether it waits or runs; one that has ended stays as it ended.
    pub fn cancel(&mut self, id: JobId) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.running == Some(id) {
            commands.extend(self.worker.take().map(Command::Stop));
            self.end(Err(Failure::Cancelled), &mut commands);
        } else if let Some(at) = self.waiting.iter().position(|(waiting, _)| *waiting == id) {
            self.waiting.remove(at);
            commands.push(Command::End(id, Err(Failure::Cancelled)));
        }
        commands
    }

    /// Takes what a worker sent.
    pub fn receive(&mut self, worker: WorkerId, bytes: &[u8]) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.worker != Some(worker) {
            return commands;
        }
        match (Message::decode(bytes), self.running) {
            (Some(Message::Progress(id, progress)), Some(running)) if id == running => {
                commands.push(Command::Report(id, progress));
            }
            (Some(Message::Output(id, bytes)), Some(running)) if id == running => self.end(Ok(bytes), &mut commands),
            (Some(Message::Refused(id, words)), Some(running)) if id == running => {
                self.end(Err(Failure::Refused(words)), &mut commands);
            }
            // It is of another version, or speaks of what it was not asked.
            (Some(_) | None, _) => return self.died(worker, Death::Broken),
        }
        commands
    }

    /// Takes note that a worker has ended by itself: its job has failed, and those that wait get another worker.
    pub fn died(&mut self, worker: WorkerId, death: Death) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.worker == Some(worker) {
            self.worker = None;
            commands.push(Command::Stop(worker));
            self.end(Err(Failure::Died(death)), &mut commands);
        }
        commands
    }

    fn end(&mut self, result: Result<Vec<u8>, Failure>, commands: &mut Vec<Command>) {
        commands.extend(self.running.take().map(|id| Command::End(id, result)));
        self.run_next(commands);
    }

    fn run_next(&mut self, commands: &mut Vec<Command>) {
        if self.running.is_some() {
            return;
        }
        let Some((id, job)) = self.waiting.pop_front() else { return };
        let worker = self.worker.unwrap_or_else(|| {
            let started = WorkerId(self.workers);
            self.workers = self.workers.wrapping_add(1);
            commands.push(Command::Start(started));
            started
        });
        self.worker = Some(worker);
        self.running = Some(id);
        commands.push(Command::Send(worker, Message::Run(id, job).encode()));
    }
}

#[cfg(test)]
mod tests;
