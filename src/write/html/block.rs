//! The blocks of a report in HTML.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::dress::{Dress, Part};
use super::markup::Markup;
use crate::block::{Block, Picture, Role, Run, Style, Table, TableCell};
use crate::write::signature::indents;

/// The width of the text on paper in pixels of CSS: 156 mm.
const WIDTH: u32 = 590;

/// Draws a block, and a line end after it.
pub(super) fn draw(markup: &mut Markup, block: &Block, dress: Dress) {
    match block {
        Block::Title(lines) => {
            let align = aligned(dress, "center");
            markup.element("h1", &[Part::Title.dressed(dress), align], &lines.join("\n")).line();
        }
        Block::Heading(heading) => {
            markup.element("h2", &[Part::Heading.dressed(dress)], heading).line();
        }
        Block::Paragraph(runs) => {
            markup.open("p", &[Part::Paragraph.dressed(dress)]);
            for run in runs {
                draw_run(markup, run, dress);
            }
            markup.close("p").line();
        }
        Block::Table(table) => draw_table(markup, table, &table.caption, dress),
        Block::Picture(picture) => draw_picture(markup, picture, dress),
        Block::Signature { name, date } => {
            let ends = indents(name, date);
            for (line, halves) in [(name, ends.0), (date, ends.1)].into_iter().filter(|(line, _)| !line.is_empty()) {
                let style = format!("text-align:right;padding-right:{}.{}em", halves / 2, halves % 2 * 5);
                markup.element(
                    "p",
                    &[("class", class(dress, "signature")), ("style", &style), aligned(dress, "right")],
                    line,
                );
            }
            markup.line();
        }
    }
}

/// A class, where a sheet gives the looks.
fn class(dress: Dress, name: &'static str) -> &'static str {
    if dress == Dress::Sheet { name } else { "" }
}

/// The attribute of old HTML that says where a line stands: editors keep it where they strip styles.
fn aligned(dress: Dress, place: &'static str) -> (&'static str, &'static str) {
    ("align", if dress == Dress::Inline { place } else { "" })
}

fn draw_run(markup: &mut Markup, run: &Run, dress: Dress) {
    match (run.style, dress) {
        (Style::Plain, _) => markup.text(&run.text),
        (Style::Second, Dress::Sheet) => markup.element("span", &[Part::Second.dressed(dress)], &run.text),
        (Style::Second, Dress::Inline) => markup.element("strong", &[Part::Second.dressed(dress)], &run.text),
        (Style::Third, _) => markup.element("strong", &[Part::Third.dressed(dress)], &run.text),
    };
}

fn draw_table(markup: &mut Markup, table: &Table, caption: &str, dress: Dress) {
    if !caption.is_empty() && dress == Dress::Inline {
        // Editors throw the caption of a table away, or put it at the end.
        markup.element("p", &[Part::Caption.dressed(dress), aligned(dress, "center")], caption).line();
    }
    if dress == Dress::Sheet {
        markup.open(
            "div",
            &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", named(table, caption))],
        );
    }
    let inline = |value: &'static str| if dress == Dress::Inline { value } else { "" };
    let lines =
        [("border", inline("1")), ("cellspacing", inline("0")), ("cellpadding", inline("4")), aligned(dress, "center")];
    let [border, spacing, padding, align] = lines;
    markup
        .open(
            "table",
            &[("data-table", named_by(table, dress)), Part::Table.dressed(dress), border, spacing, padding, align],
        )
        .line();
    if !caption.is_empty() && dress == Dress::Sheet {
        markup.element("caption", &[], caption).line();
    }
    let all = table.widths.iter().copied().map(u32::from).sum::<u32>().max(1);
    markup.open("colgroup", &[]);
    for width in &table.widths {
        markup.open("col", &[("width", &(u32::from(*width) * WIDTH / all).to_string())]);
    }
    markup.close("colgroup").line();
    let heads = table.head_rows.min(table.rows.len());
    for (n, row) in table.rows.iter().enumerate() {
        if n == 0 {
            markup.open(if heads > 0 { "thead" } else { "tbody" }, &[]).line();
        } else if n == heads {
            markup.close("thead").line().open("tbody", &[]).line();
        }
        markup.open("tr", &[]);
        for cell in row {
            draw_cell(markup, cell, dress);
        }
        markup.close("tr").line();
    }
    if !table.rows.is_empty() {
        markup.close(if heads < table.rows.len() { "tbody" } else { "thead" }).line();
    }
    markup.close("table");
    if dress == Dress::Sheet {
        markup.close("div");
    }
    markup.line();
}

fn named<'a>(table: &'a Table, caption: &'a str) -> &'a str {
    if caption.is_empty() { table.id.as_str() } else { caption }
}

/// The table's name, by which the sheet sets the small type of the large ones.
fn named_by(table: &Table, dress: Dress) -> &str {
    if dress == Dress::Sheet { table.id.as_str() } else { "" }
}

fn draw_cell(markup: &mut Markup, cell: &TableCell, dress: Dress) {
    let span = |count: u16| if count > 1 { count.to_string() } else { String::new() };
    let (rows, columns) = (span(cell.row_span), span(cell.column_span));
    let upright = cell.role == Role::RowHead && TableCell::is_upright(cell.row_span);
    let (name, part) = match cell.role {
        Role::ColumnHead => ("th", Part::Head),
        Role::RowHead if upright => ("th", Part::Upright),
        Role::RowHead => ("th", Part::RowHead),
        Role::Value => ("td", Part::Value),
    };
    let side = if part == Part::RowHead { "left" } else { "center" };
    let mut text = cell.content.to_string();
    if upright && dress == Dress::Inline {
        // A character a line: no editor keeps a text that runs down.
        text = text.chars().map(String::from).collect::<Vec<_>>().join("\n");
    }
    let scope = match (cell.role, dress) {
        (Role::RowHead, Dress::Sheet) => "row",
        (Role::RowHead | Role::ColumnHead | Role::Value, _) => "",
    };
    let attributes = [
        ("rowspan", rows.as_str()),
        ("colspan", &columns),
        ("scope", scope),
        part.dressed(dress),
        aligned(dress, side),
    ];
    if upright && dress == Dress::Sheet {
        markup.open(name, &attributes).element("span", &[], &text).close(name);
    } else {
        markup.element(name, &attributes, &text);
    }
}

/// A chart as a picture, with its numbers in words; one that nobody has drawn as its numbers.
fn draw_picture(markup: &mut Markup, picture: &Picture, dress: Dress) {
    let drawing = match dress {
        // What an editor of a site uploads is a picture of dots.
        Dress::Sheet if !picture.svg.is_empty() => Some(("image/svg+xml", &picture.svg)),
        Dress::Sheet | Dress::Inline => (!picture.png.is_empty()).then_some(("image/png", &picture.png)),
    };
    let Some((kind, bytes)) = drawing else {
        match &picture.numbers {
            Some(numbers) => draw_table(markup, numbers, &picture.caption, dress),
            None => {
                markup.element("p", &[Part::Caption.dressed(dress), aligned(dress, "center")], &picture.caption).line();
            }
        }
        return;
    };
    let words = picture.numbers.as_ref().map_or_else(|| picture.caption.clone(), Table::in_words);
    let source = format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes));
    let width = (WIDTH * Picture::WIDTH / 156).to_string();
    let image = [("src", source.as_str()), ("width", &width), ("alt", &words)];
    let caption = Part::Caption.dressed(dress);
    match dress {
        Dress::Sheet => {
            markup
                .open("figure", &[])
                .open("img", &image)
                .element("figcaption", &[], &picture.caption)
                .close("figure")
                .line();
        }
        Dress::Inline => {
            let align = aligned(dress, "center");
            markup.open("p", &[Part::Figure.dressed(dress), align]).open("img", &image).close("p");
            markup.element("p", &[caption, align], &picture.caption).line();
        }
    }
}
