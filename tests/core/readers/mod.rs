//! Files of other programs, whole: from their bytes to the draft of a report.

mod faults;
mod foreign;
mod formats;
mod hostile;
mod properties;
mod shapes;
mod written;

use nianbao::draft::Draft;
use nianbao::read::understand::{Asked, Understood, understand};
use nianbao::read::{Document, Opened, finished, read_file, read_html_text, read_plain};
use nianbao::value::Date;

/// The day on which all files are read.
const TODAY: &str = "2026-02-10";

fn today() -> Date {
    TODAY.parse().expect("a day")
}

/// The document in a file.
#[track_caller]
fn opened(bytes: &[u8]) -> Document {
    match read_file(bytes) {
        Ok(Opened::Document(document)) => document,
        Ok(Opened::Draft(_) | Opened::Pdf) => panic!("no document"),
        Err(refusal) => panic!("{refusal}"),
    }
}

/// What a document says, with nothing known beside it.
fn understood(document: &Document) -> Understood {
    understand(document, Asked { today: today(), last: None, year: None })
}

/// What a text says that was pasted.
fn pasted(text: &str) -> Understood {
    understood(&finished(read_plain(text)).expect("text"))
}

/// What a piece of a web page says that was pasted.
fn pasted_html(html: &str) -> Understood {
    understood(&finished(read_html_text(html).expect("a page")).expect("text"))
}

/// The kind of a file by its name: docx.
fn kind_of(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// The figures of a draft as `key = value`, in the order of the form.
fn figures(draft: &Draft) -> Vec<String> {
    let keys = draft.form().into_iter().flat_map(nianbao::form::Form::keys);
    keys.filter_map(|key| draft.figure(key).map(|figure| format!("{} = {figure}", key.name()))).collect()
}
