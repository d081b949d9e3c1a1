//! Opening and leaving drafts: new ones, those that are stored, files, the sample; and handing one out.

use web_sys::File;

use super::Session;
use crate::browser;
use crate::draft::{Draft, LARGEST_FILE, OfficeYear, Refused};
use crate::read::foreign_kind;
use crate::report;
use crate::roll::next_year;
use crate::storage::{Event, Stored};
use crate::value::Year;

/// The longest id that is taken as it is, in bytes: it stands in the address.
const LONGEST_ID: usize = 500;
/// So many bytes of a file that is too large are read, to say what it is.
const HEAD: u32 = 65_536;

/// What became of files that were opened.
#[derive(Default)]
pub struct OpenedFiles {
    /// The id of the last that could be read.
    pub last: Option<String>,
    /// How many could be read.
    pub count: usize,
    /// Those that could not, each with the reason.
    pub refused: Vec<String>,
    /// What was noticed of those that could.
    pub notices: Vec<String>,
}

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

    /// Begins the year after a report that is open or stored, in a draft of its own, and opens that; the report stays where it
    /// is. Returns the id; nothing where there is no such report, or no year after it.
    pub fn begin_next_year(self, id: &str) -> Option<String> {
        self.keep_now();
        let open = if self.0.editor.id().as_deref() == Some(id) { self.look(Draft::clone) } else { None };
        let last = open.or_else(|| self.stored_draft(id));
        let made = last.as_ref().and_then(|last| next_year(last, browser::new_id()));
        let Some((last, draft)) = last.as_ref().zip(made) else {
            self.refuse("没有开始：这份报告读不出来，或者本页不认识它的格式。");
            return None;
        };
        let (new, count) = (draft.id().to_owned(), draft.last_year_text().sentences.len());
        let words = format!("已从{}年度报告开始{}年度：带来文字 {count} 句，原报告仍在", last.year(), draft.year());
        self.open_new(draft);
        self.say(words);
        Some(new)
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

    /// Opens files. Each that could not be read is named with the reason. Before each step of the work `step` is called with the
    /// name of the file, so that the page can be painted meanwhile; where it returns false, the opening ends.
    pub async fn open_files(self, files: Vec<File>, step: impl AsyncFn(&str) -> bool) -> OpenedFiles {
        let mut all = OpenedFiles::default();
        for file in files {
            let name = file.name();
            if !step(&name).await {
                break;
            }
            let text = text_of(&file).await;
            if !step(&name).await {
                break;
            }
            match text.and_then(|text| Draft::from_json(&text)) {
                Ok(opened) => {
                    if !step(&name).await {
                        break;
                    }
                    all.notices.extend(opened.notices.into_iter().map(|notice| format!("{name}：{notice}")));
                    all.last = Some(self.take_in(opened.draft));
                    all.count += 1;
                }
                Err(refused) => all.refused.push(format!("{name}：{refused}")),
            }
        }
        all
    }

    /// Takes a draft from outside among the stored ones and opens it. One that is stored already is opened where it is. Where
    /// another is stored under its id, that one keeps its place and the newcomer gets an id of its own: the same as before,
    /// when it comes again.
    pub(super) fn take_in(self, draft: Draft) -> String {
        self.keep_now();
        let given = draft.id();
        let stored = self.0.library.shelf.open(given);
        let keeps_id = !given.is_empty() && given.len() <= LONGEST_ID && matches!(stored, Ok(Stored::Nothing));
        if !keeps_id && let Some(id) = self.stored_alike(&draft) {
            self.open_from_shelf(&id);
            return id;
        }
        let draft = if keeps_id { draft } else { draft.with_id(browser::new_id()) };
        let id = draft.id().to_owned();
        self.open_new(draft);
        id
    }

    /// The id under which the same draft is stored, whatever id it was given then.
    fn stored_alike(self, draft: &Draft) -> Option<String> {
        let is_same = |id: &str| match self.0.library.shelf.open(id) {
            Ok(Stored::Record(record)) => record.json == draft.clone().with_id(id.to_owned()).to_json(),
            Ok(Stored::Nothing | Stored::Unreadable(_)) | Err(_) => false,
        };
        if is_same(draft.id()) {
            return Some(draft.id().to_owned());
        }
        self.refresh_index();
        let office = OfficeYear::of(draft);
        let alike = self.0.library.index.with(|index| {
            let drafts =
                index.drafts().into_iter().filter(|stored| stored.year == draft.year() && stored.office_year == office);
            drafts.map(|stored| stored.id.clone()).collect::<Vec<_>>()
        });
        alike.into_iter().find(|id| is_same(id))
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
        self.0.checker.forget_found();
        self.hush_last_change();
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
        if let Some((name, json)) = self.look(|draft| (report::name(draft), draft.to_json())) {
            browser::download(&format!("{name}.nianbao.json"), "application/json", &json);
            self.say("草稿已导出，可以交给同事或另存备份");
        }
    }
}

/// The text of a file, or why it is none that could be a draft.
async fn text_of(file: &File) -> Result<String, Refused> {
    let largest = u32::try_from(LARGEST_FILE).unwrap_or(u32::MAX);
    let is_large = file.size() > f64::from(largest);
    let bytes = browser::read_bytes(file, if is_large { HEAD } else { largest }).await.ok_or(Refused::NotText)?;
    if let Some(kind) = foreign_kind(&bytes) {
        return Err(Refused::Foreign(kind));
    }
    if is_large { Err(Refused::TooLarge) } else { browser::decode_text(&bytes).ok_or(Refused::NotText) }
}
