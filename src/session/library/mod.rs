//! The library: the drafts that are stored, as the start screen lists them, what could not be read, and the two stores
//! brought to the same at the start. It indexes what is stored, so that no question reads all of it again.

mod last_year;
mod listing;
mod restore;

use std::pin::pin;
use std::rc::Rc;

use futures::future::{Either, select};
use send_wrapper::SendWrapper;

use super::Session;
use super::cells::{PageCell, PageSignal};
use crate::browser;
use crate::draft::Draft;
use crate::storage::{
    Codec, Event, Index, Local, Memory, Shelf, Storage, Stored, Stores, Unreadable, draft_key, mirror,
};
use crate::value::{Date, Year};
use last_year::LastYear;
use listing::Listed;
pub use listing::{Shelved, Summary};

/// How long the mirror may take to answer, in milliseconds, before the page goes on without it.
const PATIENCE: u32 = 2000;

/// The stored drafts.
pub(in crate::session) struct Library {
    pub shelf: SendWrapper<Shelf<Rc<dyn Storage>>>,
    /// Whether localStorage is there.
    local: bool,
    /// Which stores could be read at the start.
    seen: PageCell<Stores>,
    pub index: PageCell<Index>,
    listed: PageCell<Listed>,
    pub last_year: PageCell<LastYear>,
    shelved: PageSignal<Shelved>,
}

impl Library {
    /// Looks for localStorage; without it drafts are held in memory, and in the mirror where there is one.
    pub fn open() -> Self {
        let local = Local::open();
        let there = local.is_some();
        let store: Rc<dyn Storage> = match local {
            Some(local) => Rc::new(local),
            None => Rc::new(Memory::default()),
        };
        Self {
            shelf: SendWrapper::new(Shelf::unread(store)),
            local: there,
            seen: PageCell::new(Stores::default()),
            index: PageCell::new(Index::default()),
            listed: PageCell::new(Listed::default()),
            last_year: PageCell::new(LastYear::default()),
            shelved: PageSignal::new(Shelved::default()),
        }
    }

    /// Which stores could be read at the start.
    pub fn seen(&self) -> Stores {
        self.seen.with(|seen| *seen)
    }
}

impl Session {
    /// The stored drafts.
    pub fn shelved(self) -> Shelved {
        self.0.library.shelved.get()
    }

    /// Brings both stores to the same. Afterwards drafts can be opened. What reads them is fetched where there is one.
    pub async fn start(self, fetch: impl AsyncFnOnce() -> Option<&'static Codec>) {
        let library = &self.0.library;
        let local = if library.local { library.shelf.pairs().ok() } else { None };
        let mirrored = within(PATIENCE, mirror::all()).await.and_then(Result::ok);
        let mut seen = Stores { local: local.is_some(), mirror: mirrored.is_some() };
        self.0.keeper.set_stores(Stores { local: library.local, mirror: mirrored.is_some() });
        if [&local, &mirrored].into_iter().flatten().any(|pairs| !pairs.is_empty()) {
            if let Some(codec) = fetch().await {
                library.shelf.take_codec(codec);
                (codec.reconcile)(local, mirrored, &library.shelf).await;
            } else {
                // What was not compared counts as not seen.
                seen = Stores::default();
                self.refuse("存下的草稿都还在，但读草稿的程序没有加载成功。请检查网络后重新载入。");
            }
        }
        library.seen.set(seen);
        // The drafts are listed when they are shown: every one is checked for that.
        self.show_lacks();
    }

    /// Says what this browser lacks to keep drafts, in a bar that stays.
    pub(in crate::session) fn show_lacks(self) {
        let lacks = match self.0.keeper.stores() {
            Stores { local: true, mirror: true } => None,
            Stores { local: false, mirror: false } => {
                Some("这个浏览器不让本页存东西：关掉页面，写的内容就没有了。请随时导出草稿文件。")
            }
            Stores { local: true, mirror: false } => {
                Some("这个浏览器只有一处存储可用，意外关闭时可能丢失最近一分钟的内容。请常导出草稿文件。")
            }
            Stores { local: false, mirror: true } => Some("这个浏览器只有一处存储可用。请常导出草稿文件。"),
        };
        let shelved = &self.0.library.shelved;
        if shelved.look(|shelved| shelved.lacks != lacks) {
            shelved.set(Shelved { lacks, ..shelved.now() });
        }
    }

    /// Notes that a key was written, so that it is read again when it is asked for.
    pub(in crate::session) fn forget_indexed(self, key: &str) {
        self.0.library.index.update(|index| index.forget(key));
        self.0.library.last_year.update(|last| last.is_stale = true);
    }

    /// Notes that the open draft was written. It is no last year's report of itself.
    pub(in crate::session) fn forget_open(self, id: &str) {
        self.0.library.index.update(|index| index.forget(&draft_key(id)));
    }

    /// Notes that anything may have been written.
    pub(in crate::session) fn forget_index(self) {
        self.0.library.index.update(Index::clear);
        self.0.library.last_year.update(|last| last.is_stale = true);
    }

    /// Reads what was written since the index was last asked.
    pub(in crate::session) fn refresh_index(self) {
        // A store that cannot be read lists what is known of it.
        let _ = self.0.library.index.update(|index| index.refresh(&self.0.library.shelf));
    }

    /// Deletes a draft; for a while it can be brought back.
    pub fn delete(self, id: &str) {
        let library = &self.0.library;
        self.keep_now();
        let record = match library.shelf.open(id) {
            Ok(Stored::Record(record)) => Some(record),
            Ok(Stored::Nothing | Stored::Unreadable(_)) | Err(_) => None,
        };
        if library.shelf.delete(id).is_err() {
            self.refuse("没有删掉：浏览器不允许改动存储。");
            return;
        }
        self.note(Event::Deleted { id: id.to_owned() });
        self.removed(&draft_key(id));
        if self.0.editor.id().as_deref() == Some(id) {
            self.close();
        }
        self.list();
        self.say_deleted(record);
    }

    /// Saves what could not be read as a file, byte for byte.
    pub fn save_unreadable(self, key: &str) {
        if let Ok(Some(text)) = self.0.library.shelf.text(key) {
            let unreadable = Unreadable { key: key.to_owned(), text, why: String::new() };
            let name: String = key.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
            browser::download(&format!("{name}.json"), "application/json", unreadable.json());
        }
    }

    /// Deletes what could not be read.
    pub fn forget_unreadable(self, key: &str) {
        if self.0.library.shelf.forget(key).is_err() {
            self.refuse("没有删掉：浏览器不允许改动存储。");
        }
        self.removed(key);
        self.list();
    }

    /// Follows the removal of a key: in the index and in the mirror; a draft that found no room is tried again.
    fn removed(self, key: &str) {
        self.forget_indexed(key);
        let key = key.to_owned();
        browser::spawn(async move {
            // A copy that stays in the mirror comes back at the next start, where it can be deleted again.
            let _ = mirror::remove(&key).await;
        });
        self.keep_now();
    }

    /// A draft as it is now: the open one, or one that is stored.
    pub fn draft_now(self, id: &str) -> Option<Draft> {
        let open = self.look(|draft| (draft.id() == id).then(|| draft.clone())).flatten();
        open.or_else(|| self.stored_draft(id))
    }

    /// A stored draft.
    pub(in crate::session) fn stored_draft(self, id: &str) -> Option<Draft> {
        match self.0.library.shelf.open(id).ok()? {
            Stored::Record(record) => Some(Draft::from_json(&record.json).ok()?.draft),
            Stored::Nothing | Stored::Unreadable(_) => None,
        }
    }

    /// What the mirror has under a draft's id; nothing when it cannot be reached.
    pub(in crate::session) async fn mirrored_text(self, id: &str) -> Option<Option<String>> {
        within(PATIENCE, mirror::get(&draft_key(id))).await?.ok()
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
