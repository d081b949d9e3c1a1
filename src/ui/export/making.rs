//! A file in the making: the charts are drawn by the page, the file is written by a worker, and offered to be saved.

use leptos::prelude::{GetUntracked, RwSignal, Set};

use super::entries::all;
use crate::block::{Block, Picture};
use crate::browser::{self, Ticket};
use crate::chart::{Chart, Look, chart};
use crate::draft::ChartId;
use crate::job::{Failure, Job, Progress};
use crate::session::Session;
use crate::ui::page::Page;
use crate::write::{Format, Report};

/// How wide a chart is drawn, in pixels of CSS: 150 mm.
const CHART_WIDTH: u32 = 567;
/// How high: 70 mm.
const CHART_HEIGHT: u32 = 265;
/// How many dots of a PNG stand for one pixel of CSS: 288 dots an inch, for print.
const DOTS: u32 = 3;

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Making {
    /// What it becomes.
    pub format: Format,
    /// How much of it is written; nothing while the charts are drawn or the writer is being loaded.
    pub progress: Option<Progress>,
    /// The job that writes it, by which it can be cancelled.
    ticket: Option<Ticket>,
}

/// What is being made now, for the menu to show; one file at a time.
pub(super) type MakingNow = RwSignal<Option<Making>>;

/// Makes a file with no menu open, and says so at the foot.
pub(super) fn start(page: Page, format: Option<Format>) {
    let Some(format) = format else { return };
    page.session.say("正在导出，请稍候");
    let said = page.session.notice_number();
    let making = RwSignal::new(None);
    browser::spawn(async move {
        let made = make(page, format, making).await;
        if let Some(said) = said {
            page.session.hush_if(said);
        }
        hand_out(page, format, made).await;
    });
}

/// What came of a file that was asked for.
pub(super) enum Made {
    /// Its bytes, and for the clipboard the same as plain text.
    Bytes { name: String, bytes: Vec<u8>, text: Vec<u8> },
    /// Why it was not made, in words.
    Refused(String),
    /// The clerk cancelled it.
    Cancelled,
}

/// Makes a file of the open draft as it is now.
pub(super) async fn make(page: Page, format: Format, now: MakingNow) -> Made {
    now.set(Some(Making { format, progress: None, ticket: None }));
    let session = page.session;
    session.keep_now();
    let Some(mut report) = session.look_at_case(Report::of) else {
        return Made::Refused("没有打开草稿".to_owned());
    };
    if takes_pictures(format) && !draw_charts(session, &mut report, format).await {
        return Made::Refused("图没有画成，文件没有导出。请检查网络后再试。".to_owned());
    }
    let name = format!("{}.{}", report.name, format.ending());
    // What can only hold text gets it beside the HTML.
    let beside = if format == Format::Fragment { Some(write(report.clone(), Format::Text, now).await) } else { None };
    let bytes = write(report, format, now).await;
    match (bytes, beside.unwrap_or(Ok(Vec::new()))) {
        (Ok(bytes), Ok(text)) => Made::Bytes { name, bytes, text },
        (Err(Failure::Cancelled), _) | (_, Err(Failure::Cancelled)) => Made::Cancelled,
        (Err(failure), _) | (_, Err(failure)) => Made::Refused(failure.to_string()),
    }
}

/// Asks the worker, and tells how far it is.
async fn write(report: Report, format: Format, now: MakingNow) -> Result<Vec<u8>, Failure> {
    let tell = move |progress| {
        if let Some(Some(making)) = now.try_get_untracked() {
            now.set(Some(Making { progress: Some(progress), ..making }));
        }
    };
    let asked = browser::ask(Job::write(report, format), tell);
    if let Some(Some(making)) = now.try_get_untracked() {
        now.set(Some(Making { ticket: Some(asked.ticket()), ..making }));
    }
    asked.answer().await
}

/// Cancels what is being made.
pub(super) fn cancel(now: MakingNow) {
    if let Some(ticket) = now.get_untracked().and_then(|making| making.ticket) {
        browser::cancel(ticket);
    }
}

/// Whether a format shows charts as pictures.
fn takes_pictures(format: Format) -> bool {
    match format {
        Format::Docx | Format::Html | Format::Fragment => true,
        Format::Xlsx | Format::Csv | Format::Text | Format::Markdown => false,
    }
}

/// Draws the charts of a report as they stand on paper; false when one could not be drawn. A chart without numbers has no drawing.
async fn draw_charts(session: Session, report: &mut Report, format: Format) -> bool {
    for block in &mut report.blocks {
        let Block::Picture(picture) = block else { continue };
        let id = ChartId::parse(&picture.chart);
        let numbers = id.and_then(|id| session.look_at_case(|case| chart(case, id))?.ok());
        if let Some(numbers) = numbers
            && !draw_chart(numbers, picture, format).await
        {
            return false;
        }
    }
    true
}

async fn draw_chart(numbers: Chart, picture: &mut Picture, format: Format) -> bool {
    let option = browser::ask(Job::chart(numbers, Look::Paper), |_| {}).answer().await;
    let Some(option) = option.ok().and_then(|option| String::from_utf8(option).ok()) else { return false };
    let Some(svg) = browser::draw_svg(&option, CHART_WIDTH, CHART_HEIGHT).await else { return false };
    // A page shows the drawing itself; Word and the editors of sites need dots as well.
    if format != Format::Html {
        let Some(png) = browser::png_of(&svg, DOTS).await else { return false };
        picture.png = png;
    }
    picture.svg = svg.into_bytes();
    true
}

/// Offers what was made, and says what became of it.
pub(super) async fn hand_out(page: Page, format: Format, made: Made) {
    let session = page.session;
    match made {
        Made::Cancelled => session.say("已取消导出"),
        Made::Refused(words) => session.refuse(format!("没有导出：{words}")),
        Made::Bytes { bytes, text, .. } if format == Format::Fragment => {
            let (html, text) = (String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&text));
            let text = text.trim_start_matches('\u{feff}');
            if browser::copy(&html, text).await {
                session.say("已复制为网页，可以贴进网站后台的编辑框");
            } else {
                session.refuse("没有复制：浏览器不让本页用剪贴板。请再点一次“复制为网页”，或者导出网页文件。");
            }
        }
        Made::Bytes { name, bytes, .. } => {
            browser::download_bytes(&name, format.media_type(), &bytes);
            let words = all().find(|entry| entry.act.format() == Some(format)).map_or("文件", |entry| entry.words);
            session.say(format!("已导出 {words}：{name}"));
        }
    }
}
