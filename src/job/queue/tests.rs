//! The queue, driven by hand and by chance.

use proptest::prelude::*;

use super::*;
use crate::job::Kind;

fn job(input: &[u8]) -> Job {
    Job { kind: Kind::Chart, input: input.to_vec() }
}

/// The bytes by which a job is sent.
fn sent(worker: u32, id: u32, input: &[u8]) -> Command {
    Command::Send(WorkerId(worker), Message::Run(JobId(id), job(input)).encode())
}

fn ended(id: u32, failure: Failure) -> Command {
    Command::End(JobId(id), Err(failure))
}

fn output(id: u32) -> Vec<u8> {
    Message::Output(JobId(id), vec![7]).encode()
}

/// A queue of so many jobs, of which the first runs.
fn queue(jobs: u8) -> Queue {
    let mut queue = Queue::new();
    for input in 0..jobs {
        queue.ask(job(&[input]));
    }
    queue
}

#[test]
fn the_worker_is_started_by_the_first_job_and_kept_for_the_next() {
    let mut queue = Queue::new();
    assert_eq!(queue.ask(job(b"a")), (JobId(0), vec![Command::Start(WorkerId(0)), sent(0, 0, b"a")]));
    assert_eq!(queue.ask(job(b"b")), (JobId(1), Vec::new()));
    let next = queue.receive(WorkerId(0), &output(0));
    assert_eq!(next, [Command::End(JobId(0), Ok(vec![7])), sent(0, 1, b"b")]);
    assert_eq!(queue.receive(WorkerId(0), &output(1)), [Command::End(JobId(1), Ok(vec![7]))]);
    assert_eq!(queue.ask(job(b"c")), (JobId(2), vec![sent(0, 2, b"c")]));
}

#[test]
fn progress_is_reported_while_the_job_runs() {
    let mut queue = queue(1);
    let progress = Progress { done: 1, all: 3 };
    let message = Message::Progress(JobId(0), progress).encode();
    assert_eq!(queue.receive(WorkerId(0), &message), [Command::Report(JobId(0), progress)]);
    let refused = Message::Refused(JobId(0), "没有内容".to_owned()).encode();
    assert_eq!(queue.receive(WorkerId(0), &refused), [ended(0, Failure::Refused("没有内容".to_owned()))]);
}

#[test]
fn a_job_that_runs_is_cancelled_with_its_worker() {
    let mut queue = queue(2);
    let stopped = Command::Stop(WorkerId(0));
    let next = [stopped, ended(0, Failure::Cancelled), Command::Start(WorkerId(1)), sent(1, 1, &[1])];
    assert_eq!(queue.cancel(JobId(0)), next);
    // What the stopped worker still said is nobody's.
    assert_eq!(queue.receive(WorkerId(0), &output(0)), []);
    assert_eq!(queue.died(WorkerId(0), Death::Broken), []);
    assert_eq!(queue.receive(WorkerId(1), &output(1)), [Command::End(JobId(1), Ok(vec![7]))]);
}

#[test]
fn a_job_that_waits_is_cancelled_alone() {
    let mut queue = queue(3);
    assert_eq!(queue.cancel(JobId(1)), [ended(1, Failure::Cancelled)]);
    assert_eq!(queue.cancel(JobId(1)), []);
    assert_eq!(queue.receive(WorkerId(0), &output(0)), [Command::End(JobId(0), Ok(vec![7])), sent(0, 2, &[2])]);
    assert_eq!(queue.cancel(JobId(0)), []);
}

#[test]
fn a_worker_that_breaks_down_takes_one_job_with_it() {
    for (event, death) in [(None, Death::NotLoaded), (None, Death::Broken), (Some(b"?".to_vec()), Death::Broken)] {
        let mut queue = queue(2);
        let commands = match event {
            Some(bytes) => queue.receive(WorkerId(0), &bytes),
            None => queue.died(WorkerId(0), death),
        };
        let stopped = Command::Stop(WorkerId(0));
        let next = [stopped, ended(0, Failure::Died(death)), Command::Start(WorkerId(1)), sent(1, 1, &[1])];
        assert_eq!(commands, next);
    }
}

#[test]
fn a_worker_that_dies_idle_is_replaced_when_it_is_needed() {
    let mut queue = queue(1);
    queue.receive(WorkerId(0), &output(0));
    assert_eq!(queue.died(WorkerId(0), Death::Broken), [Command::Stop(WorkerId(0))]);
    assert_eq!(queue.ask(job(b"b")).1, [Command::Start(WorkerId(1)), sent(1, 1, b"b")]);
}

#[test]
fn each_failure_has_words() {
    let failures = [Failure::Cancelled, Failure::Died(Death::NotLoaded), Failure::Died(Death::Broken)];
    for failure in failures {
        assert!(!failure.to_string().is_empty());
    }
    assert_eq!(Failure::Refused("没有内容".to_owned()).to_string(), "没有内容");
}

/// What can happen to a queue. Numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Event {
    Ask,
    Cancel(u32),
    Progress(u32),
    Output(u32),
    Garbage(u32),
    Died(u32),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => Just(Event::Ask),
        1 => any::<u32>().prop_map(Event::Cancel),
        2 => any::<u32>().prop_map(Event::Progress),
        3 => any::<u32>().prop_map(Event::Output),
        1 => any::<u32>().prop_map(Event::Garbage),
        1 => any::<u32>().prop_map(Event::Died),
    ]
}

/// A browser that does what it is told: which workers live, and the job that each was last sent.
#[derive(Default)]
struct Browser {
    living: Vec<WorkerId>,
    busy: Option<(WorkerId, JobId)>,
    ended: Vec<JobId>,
}

impl Browser {
    fn act(&mut self, commands: Vec<Command>) -> Result<(), TestCaseError> {
        for command in commands {
            match command {
                Command::Start(worker) => {
                    prop_assert!(self.living.is_empty(), "two workers");
                    self.living.push(worker);
                }
                Command::Stop(worker) => {
                    prop_assert_eq!(&self.living, &[worker]);
                    self.living.clear();
                    self.busy = None;
                }
                Command::Send(worker, bytes) => {
                    prop_assert_eq!(&self.living, &[worker]);
                    prop_assert!(self.busy.is_none(), "two jobs at once");
                    let Some(Message::Run(id, _)) = Message::decode(&bytes) else { panic!("no job: {bytes:?}") };
                    self.busy = Some((worker, id));
                }
                Command::Report(id, _) => prop_assert!(!self.ended.contains(&id), "progress after the end"),
                Command::End(id, _) => {
                    prop_assert!(!self.ended.contains(&id), "ended twice");
                    self.ended.push(id);
                    self.busy = self.busy.filter(|(_, busy)| *busy != id);
                }
            }
        }
        Ok(())
    }
}

proptest! {
    /// Whatever happens: one worker, one job at a time, each job ends once, and in the end none is left waiting.
    #[test]
    fn each_job_ends_once(events in prop::collection::vec(event(), 0..60)) {
        let (mut queue, mut browser, mut asked) = (Queue::new(), Browser::default(), 0);
        for event in events {
            let worker = |n: u32| WorkerId(n % (queue.workers + 1));
            let id = |n: u32| JobId(n % (asked + 1));
            let commands = match event {
                Event::Ask => {
                    asked += 1;
                    queue.ask(job(&[])).1
                }
                Event::Cancel(n) => queue.cancel(id(n)),
                Event::Progress(n) => {
                    let Some((worker, id)) = browser.busy else { continue };
                    queue.receive(worker, &Message::Progress(id, Progress { done: n, all: n }).encode())
                }
                // Of this worker, or of one that was stopped.
                Event::Output(n) => {
                    let (worker, id) = browser.busy.filter(|_| n % 4 > 0).unwrap_or((worker(n), id(n)));
                    queue.receive(worker, &Message::Output(id, Vec::new()).encode())
                }
                Event::Garbage(n) => queue.receive(worker(n), b"?"),
                Event::Died(n) => queue.died(worker(n), Death::Broken),
            };
            browser.act(commands)?;
        }
        while let Some((worker, id)) = browser.busy {
            let commands = queue.receive(worker, &Message::Output(id, Vec::new()).encode());
            browser.act(commands)?;
        }
        prop_assert_eq!(browser.ended.len(), asked as usize);
    }
}
