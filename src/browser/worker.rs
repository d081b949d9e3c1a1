//! The page's side of the worker: does what `job::Queue` decides, and brings each answer to whoever asked for it.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::job::{Command, Death, Failure, Job, JobId, Progress, Queue, WorkerId};

mod js {
    use super::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen(module = "/src/browser/page.js")]
    extern "C" {
        #[wasm_bindgen(js_name = startWorker)]
        pub fn start_worker(take: &Closure<dyn Fn(Vec<u8>)>, died: &Closure<dyn Fn(bool)>) -> JsValue;
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

thread_local! {
    static QUEUE: RefCell<Queue> = const { RefCell::new(Queue::new()) };
    static WORKER: RefCell<Option<Running>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// A job that was asked for.
pub struct Asked {
    id: JobId,
    answer: oneshot::Receiver<Result<Vec<u8>, Failure>>,
}

impl Asked {
    /// The job's number, by which it can be cancelled while somebody waits for it.
    pub fn id(&self) -> JobId {
        self.id
    }

    /// Waits for the job to end.
    pub async fn answer(self) -> Result<Vec<u8>, Failure> {
        self.answer.await.unwrap_or(Err(Failure::Died(Death::Broken)))
    }
}

/// Asks the worker for a job; it is loaded when it is first asked. `progress` is called while the job runs.
pub fn ask(job: Job, progress: impl Fn(Progress) + 'static) -> Asked {
    let (sender, answer) = oneshot::channel();
    let (id, commands) = QUEUE.with_borrow_mut(|queue| queue.ask(job));
    WAITING.with_borrow_mut(|all| all.push(Waiting { id, answer: sender, progress: Rc::new(progress) }));
    act(commands);
    Asked { id, answer }
}

/// Cancels a job, at once, though the worker be busy with it.
pub fn cancel(id: JobId) {
    act(QUEUE.with_borrow_mut(|queue| queue.cancel(id)));
}

/// Does what the queue decided.
fn act(commands: Vec<Command>) {
    for command in commands {
        match command {
            Command::Start(id) => start(id),
            Command::Send(_, bytes) => WORKER.with_borrow(|running| {
                if let Some(running) = running {
                    js::send_to_worker(&running.worker, bytes);
                }
            }),
            Command::Stop(_) => {
                if let Some(running) = WORKER.take() {
                    js::stop_worker(&running.worker);
                    // It may be its own message that stops it: what listens to it lives until that is dealt with.
                    super::spawn(async move { drop(running) });
                }
            }
            Command::Report(id, progress) => report(id, progress),
            Command::End(id, result) => {
                let ended = WAITING.with_borrow_mut(|all| {
                    let at = all.iter().position(|waiting| waiting.id == id)?;
                    Some(all.swap_remove(at))
                });
                if let Some(ended) = ended {
                    // Who asked may have left.
                    let _ = ended.answer.send(result);
                }
            }
        }
    }
}

fn start(id: WorkerId) {
    let take = Closure::new(move |bytes: Vec<u8>| act(QUEUE.with_borrow_mut(|queue| queue.receive(id, &bytes))));
    let died = Closure::new(move |loaded: bool| {
        let death = if loaded { Death::Broken } else { Death::NotLoaded };
        act(QUEUE.with_borrow_mut(|queue| queue.died(id, death)));
    });
    let worker = js::start_worker(&take, &died);
    WORKER.set(Some(Running { worker, _take: take, _died: died }));
}

fn report(id: JobId, progress: Progress) {
    let find = |all: &Vec<Waiting>| all.iter().find(|waiting| waiting.id == id).map(|w| Rc::clone(&w.progress));
    // What is called may ask for a job itself.
    if let Some(tell) = WAITING.with_borrow(find) {
        tell(progress);
    }
}
