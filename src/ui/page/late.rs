//! Views that are fetched late: all that the first keystroke in table three does not need. They come in pieces, each a file of
//! its own. Once the first screen stands, the pieces are fetched one after the other, those first for which a view waits.

use std::cell::{Cell, RefCell};

use leptos::prelude::{ArcTrigger, Notify, Track};
use send_wrapper::SendWrapper;

use super::pieces::{FetchPiece, Fetches, Piece, Tables};
use crate::session::{Checks, Session};
use crate::ui::dom::{El, el};
use crate::ui::parts::button;

/// Draws a view into an element, or returns elements to be put there; nothing while its piece is not here.
type Draw = Box<dyn Fn(&El) -> Option<Vec<El>>>;

/// A view that is fetched late.
pub struct LateView {
    piece: Piece,
    words: &'static str,
    draw: Draw,
}

impl LateView {
    /// A view of a piece. The words are what the clerk calls it. It is drawn into the element, or returned as elements to be
    /// put there; nothing while its piece is not here.
    pub fn new(piece: Piece, words: &'static str, draw: impl Fn(&El) -> Option<Vec<El>> + 'static) -> Self {
        Self { piece, words, draw: Box::new(draw) }
    }
}

/// How far a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// Nobody has asked for it.
    Unasked,
    /// It is being fetched.
    Coming,
    /// It could not be fetched; that can be tried again.
    Failed,
    /// It is here.
    Here,
}

/// What is known of a piece.
struct Known {
    fetch: FetchPiece,
    progress: Cell<Progress>,
    changed: ArcTrigger,
    /// What is done as soon as it is here.
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
}

/// The way to the views that are fetched late; copied freely, it is one pointer.
#[derive(Clone, Copy)]
pub struct LateViews(&'static SendWrapper<Shared>);

struct Shared {
    session: Session,
    tables: Tables,
    known: Vec<Known>,
    /// Pieces for which a view waits.
    wanted: RefCell<Vec<Piece>>,
    /// Whether the first screen stands.
    begun: Cell<bool>,
}

impl LateViews {
    /// Nothing is fetched yet.
    pub fn new(session: Session, fetches: Fetches) -> Self {
        let unasked = |fetch: FetchPiece| Known {
            fetch,
            progress: Cell::new(Progress::Unasked),
            changed: ArcTrigger::new(),
            waiting: RefCell::new(Vec::new()),
        };
        let known = fetches.in_order().into_iter().map(unasked).collect();
        let (tables, wanted, begun) = (Tables::default(), RefCell::new(Vec::new()), Cell::new(false));
        // It lives as long as the page, as the session does.
        let shared = Shared { session, tables, known, wanted, begun };
        Self(Box::leak(Box::new(SendWrapper::new(shared))))
    }

    pub(super) fn tables(self) -> &'static Tables {
        &self.0.tables
    }

    fn known(self, piece: Piece) -> Option<&'static Known> {
        self.0.known.get(piece as usize)
    }

    fn progress(self, piece: Piece) -> Progress {
        self.known(piece).map_or(Progress::Failed, |known| known.progress.get())
    }

    /// Fetches all pieces, one after the other: the first screen stands.
    pub fn begin(self) {
        self.0.begun.set(true);
        crate::browser::spawn(async move {
            loop {
                let wanted = self.0.wanted.borrow_mut().pop();
                let unasked = || Piece::ALL.iter().copied().find(|piece| self.progress(*piece) == Progress::Unasked);
                let Some(piece) = wanted.or_else(unasked) else { return };
                self.fetch(piece).await;
            }
        });
    }

    /// Fetches a piece, unless it is being fetched or here.
    async fn fetch(self, piece: Piece) {
        let Some(known) = self.known(piece) else { return };
        if matches!(known.progress.get(), Progress::Coming | Progress::Here) {
            return;
        }
        self.set(known, piece, Progress::Coming);
        let here = (known.fetch)(self).await;
        if let (Piece::Checks, Some(checks)) = (piece, self.checks()) {
            (checks.load)(self.0.session);
        }
        self.set(known, piece, if here { Progress::Here } else { Progress::Failed });
        let waiting = known.waiting.take();
        if here {
            for then in waiting {
                then();
            }
        } else if !waiting.is_empty() {
            self.0.session.refuse("没有做成：这一部分没有加载成功，请检查网络后重试。");
        }
    }

    fn set(self, known: &Known, piece: Piece, progress: Progress) {
        known.progress.set(progress);
        if piece == Piece::Checks && progress != Progress::Here {
            let failed = progress == Progress::Failed;
            self.0.session.expect_checks(if failed { Checks::Failed } else { Checks::Coming });
        }
        known.changed.notify();
    }

    /// Does something with a piece: now, or as soon as it is here.
    pub fn then(self, piece: Piece, then: impl FnOnce() + 'static) {
        let Some(known) = self.known(piece) else { return };
        if known.progress.get() == Progress::Here {
            then();
            return;
        }
        let session = self.0.session;
        session.say("正在加载，请稍候");
        let said = session.notice_number();
        let then = move || {
            // It is done, and so no longer said to be on its way.
            if let Some(said) = said {
                session.hush_if(said);
            }
            then();
        };
        known.waiting.borrow_mut().push(Box::new(then));
        crate::browser::spawn(self.fetch(piece));
    }

    /// Draws a view into an element once its piece is here. Until then, and when that could not be fetched, words stand there,
    /// in what the closure puts around them.
    pub fn place(self, into: El, view: LateView, around: impl Fn(El) -> El + 'static) -> El {
        self.draw(into, view, Box::new(move |words| vec![around(words)]))
    }

    /// The same for a view that is not missed while it is not here.
    pub fn place_quietly(self, into: El, view: LateView) -> El {
        self.draw(into, view, Box::new(|_| Vec::new()))
    }

    fn draw(self, into: El, view: LateView, around: Box<dyn Fn(El) -> Vec<El>>) -> El {
        let LateView { piece, words, draw } = view;
        let is_unasked = self.progress(piece) == Progress::Unasked;
        if is_unasked && self.0.begun.get() {
            crate::browser::spawn(self.fetch(piece));
        } else if is_unasked {
            self.0.wanted.borrow_mut().insert(0, piece);
        }
        let place = into.clone();
        let progress = move || {
            if let Some(known) = self.known(piece) {
                known.changed.track();
            }
            self.progress(piece)
        };
        into.switch(progress, move |progress| match progress {
            Progress::Here => draw(&place).unwrap_or_default(),
            Progress::Failed => around(self.failed(piece, words)),
            Progress::Unasked | Progress::Coming => {
                let waiting = el("p").attrs(&[("class", "empty"), ("role", "status")]);
                around(waiting.text(words).text("正在加载……"))
            }
        })
    }

    /// What is said where a piece could not be fetched, and how it is tried again.
    fn failed(self, piece: Piece, words: &str) -> El {
        let retry = move || {
            crate::browser::spawn(async move {
                self.fetch(piece).await;
                if self.progress(piece) == Progress::Here {
                    // The network is back: the others can be tried again as well.
                    for piece in Piece::ALL {
                        self.fetch(*piece).await;
                    }
                }
            });
        };
        let retry = button("button small", retry).attr("data-action", "retry").text("重试");
        let words = el("p").text(words).text("没有加载成功，请检查网络后重试。");
        el("div").attrs(&[("class", "empty"), ("role", "alert")]).child(words).child(retry)
    }
}
