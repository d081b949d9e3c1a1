//! Opening and leaving drafts: new ones, those that are stored, files, the sample; and handing one out.

use super::Session;
use crate::browser;
use crate::draft::{Draft, OfficeField, Refused};
use crate::storage::{Event, Stored};
use crate::value::Year;

impl Session {
    /// Makes a new report and opens it; returns its id.
    pub fn create(self, year: Year, office: &str, kind: &str) -> String {
        let id = browser::new_id();
        self.open_new(Draft::new(id.clone(), year, office, kind));
        id
    }

    /// Opens a sample as a draft of its own; returns its id.
    pub fn open_sample(self, sample: &str) -> Option<String> {
        let id = browser::new_id();
        self.open_new(Draft::from_json(sample).ok()?.draft.with_id(id.clone()));
        Some(id)
    }

    /// Whether a draft is stored that cannot be read yet, because what reads drafts could not be fetched.
    pub fn cannot_read_yet(self, id: &str) -> bool {
        let stored = &self.0.library.shelf;
        stored.codec().is_err() && stored.revision(id).is_some()
    }

    /// Opens a stored draft; false when there is none of this id that can be read.
    pub fn open_from_shelf(self, id: &str) -> bool {
        self.keep_now();
        let library = &self.0.library;
        let codec = library.shelf.codec().ok();
        let Some((codec, (draft, opening))) =
            codec.and_then(|codec| Some((codec, (codec.find)(&library.shelf, id, library.seen())?)))
        else {
            self.refuse("没有找到这份草稿：可能已经删除，或存在另一个浏览器里。");
            return false;
        };
        self.note_opened(codec, opening);
        self.show_opened(draft);
        true
    }

    /// Opens files; returns the id of the last that could be read. Each that could not is named with the reason. Before
    /// each step of the work `step` is called with the name of the file, so that the page can be painted meanwhile; where it
    /// returns false, the opening ends.
    pub async fn open_files(self, files: Vec<web_sys::File>, step: impl AsyncFn(&str) -> bool) -> Option<String> {
        let mut last = None;
        let mut notices = Vec::new();
        for file in files {
            let name = file.name();
            if !step(&name).await {
                return None;
            }
            let read = if file.size() > 5_242_880.0 {
                Err(Refused::TooLarge)
            } else {
                browser::read_text(&file).await.ok_or(Refused::NotText)
            };
            if !step(&name).await {
                return None;
            }
            match read.and_then(|text| Draft::from_json(&text)) {
                Ok(opened) => {
                    if !step(&name).await {
                        return None;
                    }
                    notices.extend(opened.notices.into_iter().map(|notice| format!("{name}：{notice}")));
                    last = Some(self.take_in(opened.draft));
                }
                Err(refused) => self.refuse(format!("{name}：{refused}")),
            }
        }
        if !notices.is_empty() && self.0.notice.now().is_none() {
            self.say_all(notices);
        }
        last
    }

    /// Takes a draft from outside among the stored ones and opens it. One that is already there under its id keeps its place:
    /// the newcomer gets an id of its own, unless it is the same.
    fn take_in(self, draft: Draft) -> String {
        self.keep_now();
        let given = draft.id().to_owned();
        let taken = given.is_empty() || given.contains('/') || {
            match self.0.library.shelf.open(&given) {
                Ok(Stored::Record(record)) if record.json == draft.to_json() => {
                    self.open_from_shelf(&given);
                    return given;
                }
                Ok(Stored::Nothing) => false,
                Ok(_) | Err(_) => true,
            }
        };
        let draft = if taken { draft.with_id(browser::new_id()) } else { draft };
        let id = draft.id().to_owned();
        self.open_new(draft);
        id
    }

    /// Opens a draft that was just made or taken in, and keeps it.
    pub(super) fn open_new(self, draft: Draft) {
        self.keep_now();
        self.note(Event::Created { id: draft.id().to_owned() });
        self.show_opened(draft);
    }

    /// Shows a draft that the save queue has open.
    pub(super) fn show_opened(self, draft: Draft) {
        self.set_current(None);
        self.show_draft(Some(draft));
        // What the stores do not both have is written.
        self.keep_now();
        self.check_all();
    }

    /// Leaves the open draft.
    pub(super) fn close(self) {
        self.note(Event::Closed);
        self.show_draft(None);
        self.check_all();
    }

    /// Offers the open draft as a file, in its canonical bytes.
    pub fn export(self) {
        self.keep_now();
        if let Some((name, json)) = self.look(|draft| (file_name(draft), draft.to_json())) {
            browser::download(&format!("{name}.nianbao.json"), "application/json", &json);
            self.say("草稿已导出，可以交给同事或另存备份");
        }
    }
}

/// The name of the files made from a draft: its title, with the office's name before it where the title lacks it.
pub fn file_name(draft: &Draft) -> String {
    let (office, title) = (draft.office(OfficeField::Name), draft.title());
    let name = if title.contains(office) { title } else { format!("{office}{title}") };
    name.chars().filter(|c| !c.is_control() && !"\\/:*?\"<>|".contains(*c)).collect()
}
