//! Files of other programs: which came, what came of each, and what is taken over. Nothing of them is stored before that.

mod content;
mod file;
mod reading;
mod taking;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::Session;
use super::cells::PageCell;
use crate::read::Input;
use crate::read::ledger::Placements;
pub(super) use content::{NO_ANSWER, STILL_PDF, Stop, bytes_of, pages_of};
use file::Content;
pub use file::{Import, ImportState};
pub use taking::{Taking, Use};

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

impl Session {
    /// The files that came; watches which there are.
    pub fn imports(self) -> Vec<Rc<Import>> {
        self.0.imports.changed.track();
        self.0.imports.files.with(Vec::clone)
    }

    /// The id of the draft that was open when the files came.
    pub fn import_beside(self) -> Option<String> {
        self.0.imports.beside.with(Option::clone)
    }

    /// Takes files in to be read, in place of those that were taken over before.
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
                Rc::new(Import::new(number, name, size, content))
            })
            .collect();
        imports.files.update(|files| {
            files.retain(|file| !matches!(file.now(), ImportState::Taken(_)));
            files.extend(added);
        });
        imports.changed.notify();
        self.read_imports();
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
}

/// A size as a whole number; the browser gives it as a floating one, without a fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a size below 2³²")]
fn js_number(size: f64) -> u32 {
    size as u32
}
