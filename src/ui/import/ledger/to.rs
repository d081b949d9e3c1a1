//! Into which draft a ledger is counted, what that draft has otherwise, and of which year the ledger is.

use std::cell::RefCell;

use super::View;
use crate::draft::{CellValue, Draft};
use crate::form::{FormId, Key, TableId};
use crate::read::ledger::Counts;
use crate::session::{LedgerTo, Session};
use crate::ui::dom::{El, Signal, el, value_of};
use crate::value::{FIRST_YEAR, LAST_YEAR, Year};

/// The value of a select that stands for a new draft.
const NEW: &str = "new";

/// Where the counts go.
pub struct Target {
    /// The drafts that can be chosen, with their names.
    drafts: Vec<(String, String)>,
    /// What was chosen; nothing while it is open.
    pub to: Signal<Option<LedgerTo>>,
    /// The chosen draft.
    draft: RefCell<Option<Draft>>,
    /// What the chosen draft has otherwise.
    pub before: Signal<Vec<(Key, CellValue)>>,
}

impl Target {
    /// The draft beside which the ledger came, or the only one of its year; of several the clerk has to choose.
    pub fn of(session: Session, year: Year, counts: &Counts) -> Self {
        let drafts = session.ledger_drafts(year);
        let beside = session.import_beside();
        let to = match drafts.as_slice() {
            [] => Some(LedgerTo::New),
            [(id, _)] => Some(LedgerTo::Draft(id.clone())),
            several => {
                several.iter().find(|(id, _)| beside.as_ref() == Some(id)).map(|(id, _)| LedgerTo::Draft(id.clone()))
            }
        };
        let target = Self { drafts, to: Signal::new(None), draft: RefCell::new(None), before: Signal::new(Vec::new()) };
        target.choose(session, to, counts);
        target
    }

    fn choose(&self, session: Session, to: Option<LedgerTo>, counts: &Counts) {
        let draft = match &to {
            Some(LedgerTo::Draft(id)) => session.draft_now(id),
            Some(LedgerTo::New) | None => None,
        };
        self.draft.replace(draft);
        self.compare(counts);
        self.to.set(to);
    }

    /// Compares the chosen draft with the counts.
    pub fn compare(&self, counts: &Counts) {
        let before = self.draft.borrow().as_ref().map(|draft| counts.differences(draft)).unwrap_or_default();
        self.before.set(before);
    }

    /// What stands in a cell of the chosen draft that will be another number; watches it.
    pub fn before(&self, key: Key) -> Option<String> {
        let before = |all: &Vec<(Key, CellValue)>| all.iter().find(|(own, _)| *own == key).map(|(_, now)| now.text());
        self.before.with(before).filter(|text| !text.is_empty())
    }

    /// What will become of table three of the chosen draft.
    fn words(&self) -> String {
        match self.to.with(Option::clone) {
            None => "有几份草稿，请先选填到哪一份".to_owned(),
            Some(LedgerTo::New) => "新建的草稿里只有表三，其余再填".to_owned(),
            Some(LedgerTo::Draft(_)) => self.before.with(|before| {
                let filled = before.iter().filter(|(_, now)| *now != CellValue::Blank).count();
                match (filled, before.len() - filled) {
                    (0, 0) => "与草稿里的表三相同".to_owned(),
                    (0, blank) => format!("填上 {blank} 格空格"),
                    (filled, 0) => format!("改 {filled} 格，其余相同"),
                    (filled, blank) => format!("改 {filled} 格，填上 {blank} 格空格，其余相同"),
                }
            }),
        }
    }
}

/// The head of the right side: into which draft, of which year, what that changes.
pub fn head(view: &View) -> El {
    let (words, chosen, value) = (view.clone(), view.clone(), view.clone());
    let target = &view.0.target;
    let year = view.0.ledger.year;
    let choose = target.to.look(Option::is_none).then(|| option("", "请选一份草稿"));
    let drafts = target.drafts.iter().map(|(id, name)| option(&of_draft(id), name));
    let value = move || match value.0.target.to.with(Option::clone) {
        Some(LedgerTo::Draft(id)) => of_draft(&id),
        Some(LedgerTo::New) => NEW.to_owned(),
        None => String::new(),
    };
    let set = move |event: &web_sys::Event| {
        let value = value_of(event);
        let to = value.strip_prefix("draft:").map(|id| LedgerTo::Draft(id.to_owned()));
        let to = to.or((value == NEW).then_some(LedgerTo::New));
        let parts = &chosen.0;
        parts.counts.look(|counts| parts.target.choose(parts.page.session, to, counts));
    };
    let draft = el("select")
        .attr("name", "ledger.draft")
        .children(choose)
        .children(drafts)
        .child(option(NEW, &format!("新建一份{year}年度草稿")))
        .value_of(value)
        .on("change", set);
    el("header")
        .class("ledger-head")
        .child(el("label").class("to").child(el("span").text("填入")).child(draft))
        .child(el("label").child(el("span").text("台账年度")).child(year_select(view)))
        .child(el("span").attrs(&[("class", "note"), ("role", "status")]).text_of(move || words.0.target.words()))
}

fn of_draft(id: &str) -> String {
    format!("draft:{id}")
}

fn option(value: &str, words: &str) -> El {
    el("option").attr("value", value).text(words)
}

/// Of which year the ledger is: another one, and it is read anew.
fn year_select(view: &View) -> El {
    let own = view.0.ledger.year;
    let session = view.0.page.session;
    let has_table = |year: &Year| FormId::of_year(*year).form().table(TableId::Applications).is_some();
    let years = (FIRST_YEAR..=LAST_YEAR.min(session.report_year() + 1)).rev().filter(has_table);
    let years = years.map(|year| option(&year.to_string(), &format!("{year}年度")));
    let view = view.clone();
    el("select").attr("name", "ledger.year").children(years).value_of(move || own.to_string()).on(
        "change",
        move |event| {
            session.read_again(&view.0.file, value_of(event).parse().ok());
        },
    )
}
