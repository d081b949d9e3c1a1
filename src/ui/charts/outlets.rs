//! What a chart goes out as: a picture with its title, unit and source, or its numbers on the clipboard.

use leptos::prelude::*;

use super::figure::Numbers;
use crate::block::TableCell;
use crate::browser;
use crate::chart::{Chart, Shape};
use crate::draft::{ChartId, Draft};
use crate::job::Job;
use crate::report;
use crate::session::Session;
use crate::sheet::tsv;

/// How wide a picture is, in pixels.
const WIDTH: u32 = 960;
/// How high one of columns is.
const HEIGHT: u32 = 540;
/// How high one of bars is beside them, and for each of them.
const AROUND: u32 = 170;
const BAR: u32 = 44;
/// How many dots of a PNG stand for one pixel.
const DOTS: u32 = 2;

/// The buttons under a chart.
#[component]
pub fn Outlets(chart: ChartId, numbers: Numbers) -> impl IntoView {
    let session = Session::here();
    let save = move |as_png: bool| {
        let Ok(drawn) = numbers.get_untracked() else { return };
        browser::spawn(async move {
            match picture(session, chart, drawn, as_png).await {
                Some(name) => session.say(format!("已存为图片：{name}")),
                None => session.refuse("没有存为图片：图没有画成。请检查网络后再试。"),
            }
        });
    };
    let copy = move |_| {
        let Ok(drawn) = numbers.get_untracked() else { return };
        browser::spawn(async move {
            let (html, text) = (in_html(&drawn), tsv(&texts(&drawn)));
            if browser::copy(&html, &text).await {
                session.say("已复制数据，可以粘贴到表格里");
            } else {
                session.refuse("没有复制：浏览器不让本页用剪贴板。");
            }
        });
    };
    view! {
        <div class="outlets">
            <button type="button" class="button quiet small" data-action="chart-png" on:click=move |_| save(true)>"存为图片"</button>
            <button type="button" class="button quiet small" data-action="chart-svg" title="放大不模糊的图片，给排版用" on:click=move |_| save(false)>"存为 SVG"</button>
            <button type="button" class="button quiet small" data-action="chart-copy" on:click=copy>"复制数据"</button>
        </div>
    }
}

/// Draws the picture and offers it to be saved; gives the name of the file.
async fn picture(session: Session, id: ChartId, chart: Chart, as_png: bool) -> Option<String> {
    let (name, source) = session.look(|draft| (file_name(draft, id), source(draft)))?;
    let bars = u32::try_from(chart.categories.len() * chart.series.len().min(2)).unwrap_or(1);
    let height = match chart.shape {
        Shape::Columns => HEIGHT,
        Shape::Bars => AROUND + bars * BAR * 2 / 3 + BAR,
        Shape::Stacked => AROUND + u32::try_from(chart.categories.len()).unwrap_or(1) * BAR + BAR,
    };
    let option = browser::ask(Job::chart_picture(chart, source), |_| {}).answer().await.ok()?;
    let svg = browser::draw_svg(&String::from_utf8(option).ok()?, WIDTH, height).await?;
    let (bytes, name, kind) = if as_png {
        (browser::png_of(&svg, DOTS).await?, format!("{name}.png"), "image/png")
    } else {
        (svg.into_bytes(), format!("{name}.svg"), "image/svg+xml")
    };
    browser::download_bytes(&name, kind, &bytes);
    Some(name)
}

/// Office, year and what the chart shows: 宿迁市人民政府2023年政府信息公开工作年度报告 申请人.
fn file_name(draft: &Draft, id: ChartId) -> String {
    format!("{} {}", report::name(draft), id.title())
}

/// Where the numbers are from.
fn source(draft: &Draft) -> String {
    format!("来源：《{}》", report::name(draft))
}

/// The numbers as texts, row by row.
fn texts(chart: &Chart) -> Vec<Vec<String>> {
    let texts = |row: &Vec<TableCell>| row.iter().map(|cell| cell.content.to_string()).collect();
    chart.table.rows.iter().map(texts).collect()
}

/// The numbers as a table of HTML: of the form's own words and figures, but escaped all the same.
fn in_html(chart: &Chart) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &String| format!("<td>{}</td>", escaped(text));
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!("<table>{}</table>", texts(chart).iter().map(row).collect::<String>())
}
