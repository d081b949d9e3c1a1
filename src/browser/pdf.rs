//! The worker that takes a PDF apart.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;

use super::page::call_late;
use crate::job::Progress;

/// A PDF that is being taken apart.
pub struct PdfPages {
    stop: PdfStop,
    answer: oneshot::Receiver<Option<Vec<u8>>>,
    _step: Closure<dyn Fn(u32, u32)>,
    _done: Closure<dyn Fn(Option<Vec<u8>>)>,
}

/// What stops the worker that takes a PDF apart.
#[derive(Clone)]
pub struct PdfStop {
    worker: Promise,
    sender: Sender,
}

/// Who is told the answer, until somebody is.
type Sender = Rc<RefCell<Option<oneshot::Sender<Option<Vec<u8>>>>>>;

impl PdfStop {
    /// Stops it, at once; whoever waits gets nothing.
    pub fn stop(&self) {
        // Nobody waits for it.
        let _ = call_late("stopPdf", &[self.worker.clone().into()]);
        drop(self.sender.take());
    }
}

/// Begins to take a PDF apart. `progress` is called after each page.
pub fn pdf_pages(bytes: &[u8], progress: impl Fn(Progress) + 'static) -> PdfPages {
    let (sender, answer) = oneshot::channel();
    let sender: Sender = Rc::new(RefCell::new(Some(sender)));
    let for_stop = Rc::clone(&sender);
    let on_page: Closure<dyn Fn(u32, u32)> = Closure::new(move |done, all| progress(Progress { done, all }));
    let done: Closure<dyn Fn(Option<Vec<u8>>)> = Closure::new(move |bytes: Option<Vec<u8>>| {
        if let Some(sender) = sender.take() {
            // Who asked may have left.
            let _ = sender.send(bytes);
        }
    });
    let bytes = Uint8Array::from(bytes);
    let worker = call_late("startPdf", &[bytes.into(), on_page.as_ref().clone(), done.as_ref().clone()]);
    let stop = PdfStop { worker, sender: for_stop };
    PdfPages { stop, answer, _step: on_page, _done: done }
}

impl PdfPages {
    /// What stops it.
    pub fn stop(&self) -> PdfStop {
        self.stop.clone()
    }

    /// Waits for what was found, as JSON for `read::read_pdf_pages`; nothing where the worker could not go on.
    pub async fn answer(self) -> Option<Vec<u8>> {
        self.answer.await.ok().flatten()
    }
}
