//! Files of other programs: which are being read, what came of each, and what is taken over. Nothing of them is stored before that.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::Session;
use super::cells::PageCell;
use crate::browser::{self, PdfStop, Ticket};
use crate::draft::{Draft, OfficeYear};
use crate::job::{Job, Progress};
use crate::read::ledger::{Ledger, Placements};
use crate::read::take::{Piece, choose, draft_of, put_back, take};
use crate::read::{Answer, Input, Question, ReadReport};
use crate::roll;
use crate::value::Year;

/// The largest file that is read, in bytes.
const LARGEST: u32 = 20 << 20;

/// The files that came, in their order.
pub(super) struct Imports {
    files: PageCell<Vec<Rc<Import>>>,
    changed: ArcTrigger,
    numbers: PageCell<u32>,
    is_reading: PageCell<bool>,
    /// The draft that was open when they came.
    beside: PageCell<Option<String>>,
    /// The words of ledgers that were placed by hand; they carry over to the next one.
    pub placed_words: PageCell<Placements>,
}

impl Imports {
    /// None.
    pub fn new() -> Self {
        Self {
            files: PageCell::new(Vec::new()),
            changed: ArcTrigger::new(),
            numbers: PageCell::new(0),
            is_reading: PageCell::new(false),
            beside: PageCell::new(None),
            placed_words: PageCell::new(Placements::default()),
        }
    }
}

/// A file, or what was pasted, while it is read and shown.
pub struct Import {
    /// Its number, never given twice.
    pub number: u32,
    /// Its name; for what was pasted, words for it.
    pub name: String,
    /// How many bytes it has.
    pub size: u32,
    content: Content,
    state: RefCell<ImportState>,
    changed: ArcTrigger,
    stop: RefCell<Option<Stop>>,
    year: Cell<Option<Year>>,
    placed: RefCell<Option<Placements>>,
}

/// What is to be read.
enum Content {
    File(File),
    Pasted(Input, Vec<u8>),
}

/// What stops the reading of a file.
enum Stop {
    Job(Ticket),
    Pdf(PdfStop),
}

/// How far a file is.
#[derive(Clone)]
pub enum ImportState {
    /// It waits for those before it.
    Waiting,
    /// It is being read: in words, and how far where that is known.
    Reading(&'static str, Option<Progress>),
    /// It is a report.
    Read(Rc<ReadReport>),
    /// It is a ledger of requests.
    Ledger(Rc<Ledger>),
    /// It could not be read, for this reason.
    Refused(String),
    /// It was called off.
    Stopped,
    /// It became the draft of this id.
    Taken(String),
}

impl ImportState {
    /// The report, where it is one.
    pub fn report(self) -> Option<Rc<ReadReport>> {
        match self {
            Self::Read(report) => Some(report),
            Self::Waiting | Self::Reading(..) | Self::Ledger(_) | Self::Refused(_) | Self::Stopped | Self::Taken(_) => {
                None
            }
        }
    }
}

/// What becomes of a report that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// A draft of its own year, to be checked.
    Check,
    /// Last year's report, from which the next year's is begun.
    Begin,
    /// Into the draft of this id.
    Into(String),
}

/// How a report is taken over.
#[derive(Clone, Debug)]
pub struct Taking {
    /// What becomes of it.
    pub to: Use,
    /// The pieces that are taken.
    pub pieces: Vec<Piece>,
    /// Which way was chosen of each open choice; nothing leaves its cells blank.
    pub ways: Vec<Option<usize>>,
    /// What is put back of the words that were left out, by their numbers.
    pub back: Vec<usize>,
}

impl Import {
    /// How far it is; watches it.
    pub fn state(&self) -> ImportState {
        self.changed.track();
        self.now()
    }

    /// How far it is.
    pub fn now(&self) -> ImportState {
        self.state.borrow().clone()
    }

    pub(super) fn set(&self, state: ImportState) {
        self.state.replace(state);
        self.changed.notify();
    }

    /// The year that the clerk said it is of.
    pub fn year(&self) -> Option<Year> {
        self.year.get()
    }

    /// What was said of its lines, where it is a ledger and something was.
    pub(super) fn placed(&self) -> Option<Placements> {
        self.placed.borrow().clone()
    }

    pub(super) fn set_placed(&self, placements: Placements) {
        self.placed.replace(Some(placements));
    }

    fn is_busy(&self) -> bool {
        matches!(*self.state.borrow(), ImportState::Waiting | ImportState::Reading(..))
    }
}

impl Session {
    /// The files that came; watches which there are.
    pub fn imports(self) -> Vec<Rc<Import>> {
        self.0.imports.changed.track();
        self.0.imports.files.with(Vec::clone)
    }

    /// The draft that was open when the files came, with its name.
    pub fn import_beside(self) -> Option<(String, String)> {
        let id = self.0.imports.beside.with(Option::clone)?;
        let draft = self.stored_draft(&id)?;
        Some((id, draft.title()))
    }

    /// The id of that draft, whether it is stored or not.
    pub(super) fn beside_ledger(self) -> Option<String> {
        self.0.imports.beside.with(Option::clone)
    }

    /// Takes files in to be read, in place of those that were taken over or refused before.
    pub fn import_files(self, files: Vec<File>) {
        let content = files.into_iter().map(|file| {
            // A file of more bytes is refused anyway.
            let size = if file.size() > f64::from(u32::MAX) { u32::MAX } else { js_number(file.size()) };
            (file.name(), size, Content::File(file))
        });
        self.import(content.collect());
    }

    /// Takes in what was pasted.
    pub fn import_pasted(self, input: Input, text: &str) {
        let bytes = text.as_bytes().to_vec();
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.import(vec![("粘贴的内容".to_owned(), size, Content::Pasted(input, bytes))]);
    }

    fn import(self, files: Vec<(String, u32, Content)>) {
        let imports = &self.0.imports;
        if let Some(open) = self.opened() {
            imports.beside.set(Some(open));
        }
        let added: Vec<Rc<Import>> = files
            .into_iter()
            .map(|(name, size, content)| {
                let number = imports.numbers.update(|number| {
                    *number += 1;
                    *number
                });
                Rc::new(Import {
                    number,
                    name,
                    size,
                    content,
                    state: RefCell::new(ImportState::Waiting),
                    changed: ArcTrigger::new(),
                    stop: RefCell::new(None),
                    year: Cell::new(None),
                    placed: RefCell::new(None),
                })
            })
            .collect();
        imports.files.update(|files| {
            files.retain(|file| !matches!(*file.state.borrow(), ImportState::Taken(_)));
            files.extend(added);
        });
        imports.changed.notify();
        self.read_imports();
    }

    /// Reads those that wait, one after the other.
    fn read_imports(self) {
        if self.0.imports.is_reading.update(|is| std::mem::replace(is, true)) {
            return;
        }
        browser::spawn(async move {
            loop {
                let waiting = |file: &&Rc<Import>| matches!(*file.state.borrow(), ImportState::Waiting);
                let next = self.0.imports.files.with(|files| files.iter().find(waiting).cloned());
                let Some(next) = next else { break };
                self.read_import(&next).await;
            }
            self.0.imports.is_reading.set(false);
        });
    }

    async fn read_import(self, import: &Rc<Import>) {
        import.set(ImportState::Reading("读文件", None));
        let state = match self.read_content(import).await {
            Ok(state) => state,
            Err(words) => ImportState::Refused(words),
        };
        import.stop.take();
        // It may have been called off meanwhile.
        if import.is_busy() {
            import.set(state);
        }
    }

    async fn read_content(self, import: &Rc<Import>) -> Result<ImportState, String> {
        let (mut input, mut bytes) = match &import.content {
            Content::Pasted(input, bytes) => (*input, bytes.clone()),
            Content::File(_) if import.size > LARGEST => {
                return Err("文件超过 20 MB，没有读入。请只留下年报本身，另存后再试。".to_owned());
            }
            Content::File(file) => {
                let bytes = browser::read_bytes(file, LARGEST).await;
                (
                    Input::File,
                    bytes.ok_or_else(|| "浏览器没能打开这个文件。请检查它是否还在原处，或换个位置再试。".to_owned())?,
                )
            }
        };
        let mut answer = self.ask(import, input, &bytes, None).await?;
        if matches!(answer, Answer::Pdf) {
            input = Input::PdfPages;
            bytes = self.pdf_pages(import, bytes).await?;
            answer = self.ask(import, input, &bytes, None).await?;
        }
        match answer {
            Answer::Ledger(ledger) => Ok(ImportState::Ledger(Rc::new(*ledger))),
            Answer::Draft => {
                let text = browser::decode_text(&bytes).ok_or_else(|| crate::draft::Refused::NotText.to_string())?;
                let opened = Draft::from_json(&text).map_err(|refused| refused.to_string())?;
                Ok(ImportState::Taken(self.take_in(opened.draft)))
            }
            Answer::Report(report) => {
                // Last year's report settles what this one leaves open.
                let last =
                    (!report.understood.choices.is_empty()).then(|| self.last_of(&report.understood.draft)).flatten();
                let again = match last {
                    Some(last) => self.ask(import, input, &bytes, Some(last.to_json())).await.ok(),
                    None => None,
                };
                match again {
                    Some(Answer::Report(again)) => Ok(ImportState::Read(Rc::new(*again))),
                    Some(Answer::Ledger(_) | Answer::Draft | Answer::Pdf) | None => {
                        Ok(ImportState::Read(Rc::new(*report)))
                    }
                }
            }
            Answer::Pdf => Err("PDF 没有读成。请用原来的 Word 文件，或另存为新的 PDF 再试。".to_owned()),
        }
    }

    async fn ask(
        self,
        import: &Rc<Import>,
        input: Input,
        bytes: &[u8],
        last: Option<String>,
    ) -> Result<Answer, String> {
        let today = browser::today().map(|day| day.to_string()).unwrap_or_default();
        let beside = super::ledger::year_beside(self);
        let question = Question { input, today, last, year: import.year.get(), beside };
        let asked = browser::ask(Job::read(&question, bytes), |_| {});
        import.stop.replace(Some(Stop::Job(asked.ticket())));
        let answer = asked.answer().await.map_err(|failure| failure.to_string())?;
        serde_json::from_slice(&answer).map_err(|_| "读到的内容没有接住，请刷新页面后再试".to_owned())
    }

    async fn pdf_pages(self, import: &Rc<Import>, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
        let shown = Rc::clone(import);
        let pages = browser::pdf_pages(bytes, move |progress| {
            shown.set(ImportState::Reading("读 PDF", Some(progress)));
        });
        import.stop.replace(Some(Stop::Pdf(pages.stop())));
        let answer = pages.answer().await;
        answer.ok_or_else(|| {
            "PDF 没有读成：读 PDF 的程序没有载入，或文件损坏。请再试一次，或换原来的 Word 文件。".to_owned()
        })
    }

    /// A stored draft, beside which a report is looked at.
    pub fn stored_for_import(self, id: &str) -> Option<Draft> {
        self.stored_draft(id)
    }

    /// Last year's report of the office of a draft, of those that are stored.
    fn last_of(self, draft: &Draft) -> Option<Draft> {
        let of = OfficeYear::of(draft)?;
        self.refresh_index();
        let id = self.0.library.index.with(|index| index.last_year_of("", &of).map(|found| found.id.clone()))?;
        self.stored_draft(&id)
    }

    /// Calls the reading of a file off.
    pub fn stop_import(self, import: &Import) {
        if !import.is_busy() {
            return;
        }
        import.set(ImportState::Stopped);
        match import.stop.take() {
            Some(Stop::Job(ticket)) => browser::cancel(ticket),
            Some(Stop::Pdf(stop)) => stop.stop(),
            None => {}
        }
    }

    /// Reads a file anew, as one of another year.
    pub fn read_again(self, import: &Import, year: Option<Year>) {
        if !import.is_busy() {
            import.year.set(year);
            import.set(ImportState::Waiting);
            self.read_imports();
        }
    }

    /// Lets go of a file, or of all: nothing of them stays.
    pub fn forget_imports(self, number: Option<u32>) {
        let files = self.0.imports.files.with(Vec::clone);
        let (gone, stay): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| number.is_none_or(|number| file.number == number));
        for file in &gone {
            self.stop_import(file);
        }
        self.0.imports.files.set(stay);
        self.0.imports.changed.notify();
    }

    /// Takes a report over; returns the id of the draft to go to.
    pub fn take_import(self, import: &Import, taking: &Taking) -> Option<String> {
        let report = import.now().report()?;
        let mut read = report.understood.draft.clone();
        for (choice, way) in report.understood.choices.iter().zip(&taking.ways) {
            if let Some(way) = way.and_then(|way| choice.ways.get(way)) {
                choose(&mut read, choice, way);
            }
        }
        for left in taking.back.iter().filter_map(|n| report.understood.left.get(*n)) {
            put_back(&report.understood, &mut read, left);
        }
        let id = match &taking.to {
            Use::Check => self.take_as_own(&read, &taking.pieces),
            Use::Begin => self.begin_from(&read, &taking.pieces),
            Use::Into(id) => {
                if self.opened().as_ref() != Some(id) && !self.open_from_shelf(id) {
                    return None;
                }
                let edit = self.look(|draft| take(&read, draft, &taking.pieces))?;
                self.edit(edit);
                self.say_undoable(format!("“{}”已并入草稿", import.name));
                id.clone()
            }
        };
        import.set(ImportState::Taken(id.clone()));
        Some(id)
    }

    /// Keeps a report as last year's, and begins the next year from it.
    fn begin_from(self, read: &Draft, pieces: &[Piece]) -> String {
        let last = draft_of(read, browser::new_id(), pieces);
        let next = roll::next_year(&last, browser::new_id());
        let mut made = vec![last.id().to_owned()];
        self.open_new(last);
        let Some(next) = next else { return made.remove(0) };
        let id = next.id().to_owned();
        self.open_new(next);
        made.push(id.clone());
        self.say_made(made);
        id
    }

    fn take_as_own(self, read: &Draft, pieces: &[Piece]) -> String {
        let id = browser::new_id();
        self.open_new(draft_of(read, id.clone(), pieces));
        self.say_made(vec![id.clone()]);
        id
    }
}

/// A size as a whole number; the browser gives it as a floating one, without a fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a size below 2³²")]
fn js_number(size: f64) -> u32 {
    size as u32
}
