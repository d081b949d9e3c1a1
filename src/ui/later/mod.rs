//! What comes behind the first screen: the checks, the findings, charts, paper, and what else the first keystroke does not
//! need. It is a file of its own, sent for as soon as the first screen stands, and opened by one door; `main.rs` makes the cut.

mod door;

use std::cell::{Cell, RefCell};
use std::pin::Pin;

use super::dom::{El, el};
use super::fill::Stretch;
use super::parts::button;
use super::route::Router;
use crate::draft::Embedded;
use crate::form::TableId;
use crate::session::{Checks, Session};
pub use door::{DOOR, Door, mounted_chart};

/// A piece of the page that comes behind the first screen.
#[derive(Clone, Copy)]
pub enum Piece {
    /// A draft that could not be read so far: nothing, since it is opened by then.
    Unopened,
    /// The column of the findings.
    Findings,
    /// The screen of the charts.
    Charts,
    /// The screen of the report on paper.
    Preview,
    /// The page of the rules.
    Rules,
    /// The drafts on the shelf.
    Shelf,
    /// The settings of the checks.
    Settings,
    /// The signature.
    Signature,
    /// A table that no form asks for.
    Extra(TableId),
    /// The menu that puts a table or a chart into a part.
    InsertMenu {
        /// The part.
        n: usize,
    },
    /// The counter and the list of the numbers of a part, or of the opening.
    Numbers(Option<usize>),
    /// The layer that marks the numbers of a field.
    Marks(Stretch),
    /// A table or a chart in a part.
    Embed {
        /// The part.
        n: usize,
        /// Which stretch of its body.
        at: usize,
        /// What it is.
        what: Embedded,
    },
}

impl Piece {
    /// What the clerk calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Unopened => "草稿",
            Self::Findings => "检查程序",
            Self::Charts | Self::Embed { .. } => "图表",
            Self::Preview => "预览",
            Self::Rules => "检查规则",
            Self::Shelf => "最近的草稿",
            Self::Settings => "设置",
            Self::Signature => "落款",
            Self::Extra(table) => table.title(),
            Self::InsertMenu { .. } => "菜单",
            Self::Numbers(_) | Self::Marks(_) => "数字",
        }
    }
}

/// Fetches a piece of the program; nothing when it could not be fetched.
pub type Fetch<T> = fn() -> Pin<Box<dyn Future<Output = Option<&'static T>>>>;

/// Something that waits for the door.
type Then = Box<dyn FnOnce(&'static Door)>;

/// The way to what comes behind the first screen; copied freely, it is a handle.
#[derive(Clone, Copy)]
pub struct Later(&'static State);

struct State {
    session: Session,
    router: Router,
    open: Fetch<Door>,
    door: Cell<Option<&'static Door>>,
    on_its_way: Cell<bool>,
    waiting: RefCell<Vec<Then>>,
}

impl Later {
    /// Nothing is sent for yet.
    pub fn new(session: Session, router: Router, open: Fetch<Door>) -> Self {
        let (door, on_its_way, waiting) = (Cell::new(None), Cell::new(false), RefCell::new(Vec::new()));
        // It lives as long as the page, as the session does.
        Self(Box::leak(Box::new(State { session, router, open, door, on_its_way, waiting })))
    }

    /// Sends for what comes behind the first screen, unless it is on its way or here.
    pub fn fetch(self) {
        let State { session, open, door, on_its_way, waiting, .. } = self.0;
        if door.get().is_some() || on_its_way.replace(true) {
            return;
        }
        session.expect_checks(Checks::Coming);
        crate::browser::spawn(async move {
            let opened = open().await;
            on_its_way.set(false);
            let waiting = waiting.take();
            if let Some(opened) = opened {
                door.set(Some(opened));
                (opened.arrive)(*session);
                for then in waiting {
                    then(opened);
                }
            } else {
                session.expect_checks(Checks::Failed);
                if !waiting.is_empty() {
                    session.refuse("没有做成：这一部分没有加载成功，请检查网络后重试。");
                }
            }
        });
    }

    /// Does something with what comes behind the first screen: now, or as soon as it is here.
    pub fn then(self, then: impl FnOnce(&'static Door) + 'static) {
        if let Some(door) = self.0.door.get() {
            then(door);
            return;
        }
        self.0.waiting.borrow_mut().push(Box::new(then));
        self.0.session.say("正在加载，请稍候");
        self.fetch();
    }

    /// Draws a piece into an element once it is here. Until then, and when it could not be fetched, words stand there, in
    /// what the closure puts around them.
    pub fn place(self, into: El, piece: Piece, around: impl Fn(El) -> El + 'static) -> El {
        self.draw(into, piece, move |words| vec![around(words)])
    }

    /// The same for a piece that is not missed while it is not here.
    pub fn place_quietly(self, into: El, piece: Piece) -> El {
        self.draw(into, piece, |_| Vec::new())
    }

    fn draw(self, into: El, piece: Piece, around: impl Fn(El) -> Vec<El> + 'static) -> El {
        let State { session, router, door, .. } = self.0;
        let key = move || {
            let state = match session.checks() {
                Checks::Coming => "coming",
                Checks::Failed => "failed",
                Checks::Here => "here",
            };
            state.to_owned()
        };
        let place = into.clone();
        into.switch(key, move |state| match door.get() {
            Some(door) => (door.draw)(piece, &place, *session, *router, self),
            None if state == "failed" => around(self.failed(piece)),
            None => {
                let words = el("p").attrs(&[("class", "empty"), ("role", "status")]);
                around(words.text(&format!("{}正在加载……", piece.name())))
            }
        })
    }

    /// What is said where a piece could not be fetched, and how it is tried again.
    fn failed(self, piece: Piece) -> El {
        let words = format!("{}没有加载成功，请检查网络后重试。", piece.name());
        let retry = button("button small", move || self.fetch()).attr("data-action", "retry").text("重试");
        el("div").attrs(&[("class", "empty"), ("role", "alert")]).child(el("p").text(&words)).child(retry)
    }
}
