//! The page's side of the workers: does what `job::Queue` decides, and brings each answer to whoever asked for it.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::job::{Command, Crew, Death, Failure, Job, JobId, Progress, Queue, WorkerId};

mod js {
    use super::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen(module = "/src/browser/page.js")]
    extern "C" {
        #[wasm_bindgen(js_name = startWorker)]
        pub fn start_worker(program: &str, take: &Closure<dyn Fn(Vec<u8>)>, died: &Closure<dyn Fn(bool)>) -> JsValue;
        #[wasm_bindgen(js_name = sendToWorker)]
        pub fn send_to_worker(worker: &JsValue, bytes: Vec<u8>);
        #[wasm_bindgen(js_name = stopWorker)]
        pub fn stop_worker(worker: &JsValue);
    }
}

/// A worker that lives, and what listens to it.
struct Running {
    worker: JsValue,
    _take: Closure<dyn Fn(Vec<u8>)>,
    _died: Closure<dyn Fn(bool)>,
}

/// Somebody who waits for a job.
struct Waiting {
    id: JobId,
    answer: oneshot::Sender<Result<Vec<u8>, Failure>>,
    progress: Rc<dyn Fn(Progress)>,
}

/// A worker with its jobs, and those who wait for them.
#[derive(Default)]
struct Office {
    queue: Queue,
    running: Option<Running>,
    waiting: Vec<Waiting>,
}

thread_local! {
    static CHARTS: RefCell<Office> = RefCell::default();
    static READER: RefCell<Office> = RefCell::default();
    static WRITER: RefCell<Office> = RefCell::default();
}

/// Does something with a worker and its jobs.
fn with<T>(crew: Crew, work: impl FnOnce(&mut Office) -> T) -> T {
    match crew {
        Crew::Charts => CHARTS.with_borrow_mut(work),
        Crew::Reader => READER.with_borrow_mut(work),
        Crew::Writer => WRITER.with_borrow_mut(work),
    }
}

/// Which job of which worker: by it a job can be cancelled while somebody waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    crew: Crew,
    id: JobId,
}

/// A job that was asked for.
pub struct Asked {
    ticket: Ticket,
    answer: oneshot::Receiver<Result<Vec<u8>, Failure>>,
}

impl Asked {
    /// Which job it is.
    pub fn ticket(&self) -> Ticket {
        self.ticket
    }

    /// Waits for the job to end.
    pub async fn answer(self) -> Result<Vec<u8>, Failure> {
        self.answer.await.unwrap_or(Err(Failure::Died(Death::Broken)))
    }
}

/// Asks a worker for a job; it is loaded when it is first asked. `progress` is called while the job runs.
pub fn ask(job: Job, progress: impl Fn(Progress) + 'static) -> Asked {
    let (sender, answer) = oneshot::channel();
    let crew = job.kind.crew();
    let (id, commands) = with(crew, |office| {
        let (id, commands) = office.queue.ask(job);
        office.waiting.push(Waiting { id, answer: sender, progress: Rc::new(progress) });
        (id, commands)
    });
    act(crew, commands);
    Asked { ticket: Ticket { crew, id }, answer }
}

/// Cancels a job, at once, though the worker be busy with it.
pub fn cancel(ticket: Ticket) {
    act(ticket.crew, with(ticket.crew, |office| office.queue.cancel(ticket.id)));
}

/// Does what the queue decided.
fn act(crew: Crew, commands: Vec<Command>) {
    for command in commands {
        match command {
            Command::Start(id) => start(crew, id),
            Command::Send(_, bytes) => with(crew, |office| {
                if let Some(running) = &office.running {
                    js::send_to_worker(&running.worker, bytes);
                }
            }),
            Command::Stop(_) => {
                if let Some(running) = with(crew, |office| office.running.take()) {
                    js::stop_worker(&running.worker);
                    // It may be its own message that stops it: what listens to it lives until that is dealt with.
                    super::spawn(async move { drop(running) });
                }
            }
            Command::Report(id, progress) => report(crew, id, progress),
            Command::End(id, result) => {
                let ended = with(crew, |office| {
                    let at = office.waiting.iter().position(|waiting| waiting.id == id)?;
                    Some(office.waiting.swap_remove(at))
                });
                if let Some(ended) = ended {
                    // Who asked may have left.
                    let _ = ended.answer.send(result);
                }
            }
        }
    }
}

fn start(crew: Crew, id: WorkerId) {
    let take = Closure::new(move |bytes: Vec<u8>| act(crew, with(crew, |office| office.queue.receive(id, &bytes))));
    let died = Closure::new(move |loaded: bool| {
        let death = if loaded { Death::Broken } else { Death::NotLoaded };
        act(crew, with(crew, |office| office.queue.died(id, death)));
    });
    let worker = js::start_worker(crew.program(), &take, &died);
    with(crew, |office| office.running = Some(Running { worker, _take: take, _died: died }));
}

fn report(crew: Crew, id: JobId, progress: Progress) {
    // What is called may ask for a job itself.
    let tell = with(crew, |office| {
        office.waiting.iter().find(|waiting| waiting.id == id).map(|waiting| Rc::clone(&waiting.progress))
    });
    if let Some(tell) = tell {
        tell(progress);
    }
}
