//! Opening and leaving drafts: new ones, those on the shelf, files, the sample; and handing one out.

use super::{Saved, Session};
use crate::browser;
use crate::draft::{Draft, OfficeField, Refused, UndoStack};
use crate::storage::Stored;
use crate::value::Year;

impl Session {
    /// Makes a new report and opens it; gives back its id.
    pub fn create(self, year: Year, office: &str, kind: &str) -> String {
        let id = browser::new_id();
        self.open_draft(Draft::new(id.clone(), year, office, kind), None);
        self.keep_new();
        id
    }

    /// Opens a sample as a draft of its own; gives back its id.
    pub fn open_sample(self, sample: &str) -> Option<String> {
        let id = browser::new_id();
        let draft = Draft::from_json(sample).ok()?.draft.with_id(id.clone());
        self.open_draft(draft, None);
        self.keep_new();
        Some(id)
    }

    /// Whether a draft is stored that cannot be read yet, because what reads drafts could not be fetched.
    pub fn cannot_read_yet(self, id: &str) -> bool {
        self.shelf.with(|shelves| shelves.shelf.reading().is_err() && shelves.shelf.revision(id).is_some())
    }

    /// Opens a draft of the shelf; false when there is none of this id that can be read.
    pub fn open_from_shelf(self, id: &str) -> bool {
        self.keep_now();
        let (stored, reading) = self.shelf.with(|shelves| (shelves.shelf.open(id), shelves.shelf.reading()));
        let (Ok(Stored::Record(record)), Ok(reading)) = (stored, reading) else {
            self.refuse("没有找到这份草稿：可能已经删除，或存在另一个浏览器里。");
            return false;
        };
        match (reading.draft)(&record.json) {
            Ok(opened) => {
                self.open_draft(opened.draft.with_id(id.to_owned()), Some(record.revision));
                self.saved.set(Saved::Kept { time: record.time });
                true
            }
            Err(refused) => {
                self.refuse(refused.to_string());
                false
            }
        }
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
        if !notices.is_empty() && self.notice.now().is_none() {
            self.say_all(notices);
        }
        last
    }

    /// Takes a draft from outside onto the shelf and opens it. One that is already there under its id keeps its place:
    /// the newcomer gets an id of its own, unless it is the same.
    fn take_in(self, draft: Draft) -> String {
        self.keep_now();
        let given = draft.id().to_owned();
        let taken = given.is_empty() || given.contains('/') || {
            let stored = self.shelf.with(|shelves| shelves.shelf.open(&given));
            match stored {
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
        self.open_draft(draft, None);
        self.keep_new();
        id
    }

    /// Opens a draft that this window has read at a revision, or that is new.
    pub(super) fn open_draft(self, draft: Draft, revision: Option<u64>) {
        self.keep_now();
        let id = draft.id().to_owned();
        let unknown_form = draft.form().is_none();
        self.draft.set(Some(draft));
        self.history.set(UndoStack::default());
        self.kept.update(|kept| kept.revision = revision);
        self.steps.set((false, false));
        self.elsewhere.set(false);
        self.current.set(None);
        self.focused.set(None);
        self.read_only.set(unknown_form);
        self.saved.set(Saved::Pending);
        self.opened.set(Some(id));
        self.check_all();
    }

    /// Keeps a draft that was just made or taken in.
    fn keep_new(self) {
        self.keep_later();
        self.keep_now();
    }

    /// Leaves the open draft.
    pub(super) fn close(self) {
        self.draft.set(None);
        self.kept.update(|kept| *kept = super::keep::Kept::default());
        self.opened.set(None);
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
