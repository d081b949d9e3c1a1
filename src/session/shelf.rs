//! The drafts on the shelf, as the start screen lists them, and what could not be read of it.

use std::pin::pin;
use std::rc::Rc;

use futures::future::{Either, select};

use super::Session;
use crate::browser;
use crate::draft::{Draft, OfficeField};
use crate::sheet::{Progress, printed_tables, progress};
use crate::storage::{Local, Memory, Reading, Record, Shelf, Storage, Unreadable, draft_key, mirror};
use crate::value::{Date, Year};

/// How long the mirror may take to answer at the start, in milliseconds, before the page goes on without it.
const PATIENCE: u32 = 2000;

/// The stores that this browser has.
pub(super) struct Shelves {
    pub shelf: Rc<Shelf<Rc<dyn Storage>>>,
    pub store: Rc<dyn Storage>,
    /// Whether localStorage is there.
    pub local: bool,
    /// Whether IndexedDB is there.
    pub mirror: bool,
    unreadable: Vec<Unreadable>,
    deleted: Option<Record>,
}

impl Shelves {
    /// Looks for localStorage; without it drafts are held in memory, and in the mirror where there is one.
    pub fn open() -> Self {
        let local = Local::open();
        let there = local.is_some();
        let store: Rc<dyn Storage> = match local {
            Some(local) => Rc::new(local),
            None => Rc::new(Memory::default()),
        };
        let shelf = Rc::new(Shelf::unread(Rc::clone(&store)));
        Self { shelf, store, local: there, mirror: false, unreadable: Vec::new(), deleted: None }
    }
}

/// What stands on the shelf.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shelved {
    /// The drafts, the one written last first.
    pub entries: Vec<Summary>,
    /// What cannot be read, by its key, with the reason.
    pub unreadable: Vec<(String, String)>,
    /// What this browser lacks to keep drafts, in words for a bar that stays.
    pub lacks: Option<&'static str>,
}

/// A draft on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// The office's name.
    pub office: String,
    /// The report year.
    pub year: Year,
    /// The short name of its form.
    pub form: String,
    /// How far it is filled in.
    pub progress: Progress,
    /// How many 强制性, 核实性 and 提示 are open.
    pub found: [usize; 3],
    /// When it was written, as ISO time.
    pub time: String,
}

impl Session {
    /// Brings both stores to the same. Afterwards drafts can be opened. What reads them is fetched where there is one.
    pub async fn start(self, fetch: impl AsyncFnOnce() -> Option<&'static Reading>) {
        let (store, drafts) = self.shelf.with(|stores| (Rc::clone(&stores.store), Rc::clone(&stores.shelf)));
        let local = drafts.pairs().ok();
        let mirrored = within(PATIENCE, mirror::all()).await.and_then(Result::ok);
        if [&local, &mirrored].into_iter().flatten().any(|pairs| !pairs.is_empty()) {
            if let Some(reading) = fetch().await {
                self.take_reading(reading);
                let reconciled = (reading.reconcile)(local.as_deref(), mirrored.as_deref());
                // What cannot be written now is tried again with the next save.
                let _ = mirror::carry_out(&reconciled.repairs, &store).await;
            } else {
                self.refuse("存下的草稿都还在，但读草稿的程序没有加载成功。请检查网络后重新载入。");
            }
        }
        self.shelf.update(|shelves| shelves.mirror = mirrored.is_some());
        // The shelf itself is read when it is shown: every draft on it is checked for that.
        self.shelved.set(Shelved { lacks: self.lacks(), ..self.shelved.now() });
    }

    /// Takes what reads drafts.
    pub(super) fn take_reading(self, reading: &'static Reading) {
        self.shelf.with(|shelves| shelves.shelf.take_reading(reading));
    }

    /// What this browser lacks to keep drafts, in words for a bar that stays.
    fn lacks(self) -> Option<&'static str> {
        self.shelf.with(|shelves| match (shelves.local, shelves.mirror) {
            (true, true) => None,
            (false, false) => Some("这个浏览器不让本页存东西：关掉页面，写的内容就没有了。请随时导出草稿文件。"),
            (true, false) => Some("这个浏览器只有一处存储可用，意外关闭时可能丢失最近一分钟的内容。请常导出草稿文件。"),
            (false, true) => Some("这个浏览器只有一处存储可用。请常导出草稿文件。"),
        })
    }

    /// Lists the shelf anew, now.
    pub(super) fn list_all(self) {
        let listed = self.shelf.with(|shelves| shelves.shelf.records()).unwrap_or_default();
        let entries = listed.records.iter().filter_map(|record| self.entry(record)).collect();
        let unreadable = listed.unreadable.iter().map(|text| (text.key.clone(), text.why.clone())).collect();
        self.shelf.update(|shelves| shelves.unreadable = listed.unreadable);
        self.shelved.set(Shelved { entries, unreadable, lacks: self.lacks() });
    }

    /// Deletes a draft; for a while it can be brought back.
    pub fn delete(self, id: &str) {
        let record = self.shelf.with(|shelves| {
            let listed = shelves.shelf.records().ok()?;
            listed.records.into_iter().find(|record| record.id == id)
        });
        if self.shelf.with(|shelves| shelves.shelf.delete(id)).is_err() {
            self.refuse("没有删掉：浏览器不允许改动存储。");
            return;
        }
        let key = draft_key(id);
        crate::browser::spawn(async move {
            // A copy that stays in the mirror comes back at the next start, where it can be deleted again.
            let _ = mirror::remove(&key).await;
        });
        self.shelf.update(|shelves| shelves.deleted = record);
        if self.opened.now().as_deref() == Some(id) {
            self.close();
        }
        self.list();
        self.say_undoable("草稿已删除");
    }

    /// Takes back what the message at the foot speaks of: a deletion, or the last change.
    pub fn take_back(self) {
        let deleted = self.shelf.update(|shelves| shelves.deleted.take());
        let Some(record) = deleted else {
            self.undo();
            return;
        };
        let saved = self.shelf.with(|shelves| shelves.shelf.save(&record.id, &record.json, &record.time, None));
        if saved.is_err() {
            browser::download(&format!("{}.nianbao.json", record.id), "application/json", &record.json);
        }
        let value = Record { revision: saved.unwrap_or(record.revision), ..record };
        crate::browser::spawn(async move {
            // The store holds it; the mirror follows at the next save where this fails.
            let _ = mirror::put(&draft_key(&value.id), &value.to_value()).await;
        });
        self.list();
    }

    /// Saves what could not be read as a file, byte for byte.
    pub fn save_unreadable(self, key: &str) {
        let text =
            self.shelf.with(|shelves| shelves.unreadable.iter().find(|u| u.key == key).map(|u| u.json().to_owned()));
        if let Some(text) = text {
            let name: String = key.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
            browser::download(&format!("{name}.json"), "application/json", &text);
        }
    }

    /// Deletes what could not be read.
    pub fn forget_unreadable(self, key: &str) {
        if self.shelf.with(|shelves| shelves.shelf.forget(key)).is_err() {
            self.refuse("没有删掉：浏览器不允许改动存储。");
        }
        let key = key.to_owned();
        crate::browser::spawn(async move {
            let _ = mirror::remove(&key).await;
        });
        self.list();
    }

    /// A draft as the start screen lists it.
    fn entry(self, record: &Record) -> Option<Summary> {
        let draft = Draft::from_json(&record.json).ok()?.draft;
        let tables = printed_tables(&draft).into_iter().map(|table| progress(&draft, table));
        Some(Summary {
            id: record.id.clone(),
            office: draft.office(OfficeField::Name).to_owned(),
            year: draft.year(),
            form: draft.form().map_or_else(|| draft.form_name().name().to_owned(), |form| form.short.to_owned()),
            progress: tables.sum(),
            found: self.count_in(&draft)?,
            time: record.time.clone(),
        })
    }

    /// The year for which reports are written now: the one before this, from January on.
    pub fn report_year(self) -> Year {
        let this_year = browser::today().map_or(2026, Date::year);
        Year::try_from(this_year - 1).unwrap_or(2025).clamp(crate::value::FIRST_YEAR, crate::value::LAST_YEAR - 1)
    }
}

/// The outcome, or nothing when it takes longer than this.
async fn within<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let (work, patience) = (pin!(work), pin!(browser::wait(milliseconds)));
    match select(work, patience).await {
        Either::Left((outcome, _)) => Some(outcome),
        Either::Right(((), _)) => None,
    }
}
