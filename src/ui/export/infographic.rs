//! 图解: the dialog in which the one page for the public is seen in its shapes, saved as a picture and printed.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, document};

use crate::browser;
use crate::infographic::{Infographic, Shape, infographic, svg};
use crate::ui::dom::{El, close_dialog, el, find, show_dialog};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, button, icon};
use crate::write::Report;

/// A shape as it is chosen: its name in the page, its words, what it is for, and how many dots of a PNG stand for one of its pixels.
struct Choice {
    shape: Shape,
    name: &'static str,
    words: &'static str,
    purpose: &'static str,
    dots: u32,
}

const CHOICES: [Choice; 3] = [
    Choice {
        shape: Shape::Page, name: "page", words: "一页", purpose: "A4 纵向，附在年报后面或张贴", dots: 3
    },
    Choice { shape: Shape::Long, name: "long", words: "长图", purpose: "给手机看，发在公众号里", dots: 1 },
    Choice { shape: Shape::Wide, name: "wide", words: "宽图", purpose: "给电脑和大屏看", dots: 1 },
];

/// Shows the dialog.
pub(super) fn show(page: Page) {
    let told = page.session.look_at_case(|case| {
        let report = Report::of(case);
        (infographic(case, &report.code), report.name)
    });
    let (told, name) = told.unwrap_or((Err("没有打开草稿"), String::new()));
    show_dialog(|| draw(page, told, &name));
}

fn draw(page: Page, told: Result<Infographic, &'static str>, name: &str) -> El {
    let dialog = el("dialog").attrs(&[("class", "window infographic"), ("aria-labelledby", "infographic-title")]);
    let closed = dialog.clone();
    let head = el("div")
        .class("infographic-head")
        .child(el("h2").attr("id", "infographic-title").text("图解"))
        .child(el("p").class("note").text("一页给公众看的数字，与报告相同"));
    let close = button("button quiet", move || close_dialog(&closed))
        .attrs(&[("aria-label", "关闭"), ("title", "关闭 Esc")])
        .child(icon(Icon::CLOSE));
    let told = match told {
        Ok(told) => told,
        Err(words) => return dialog.child(head.child(close)).child(el("p").class("empty").text(words)),
    };
    let chosen = RwSignal::new(0_usize);
    let toggles = CHOICES.iter().enumerate().map(|(at, choice)| {
        button("", move || chosen.set(at))
            .attrs(&[("data-shape", choice.name), ("title", choice.purpose)])
            .attr_of("aria-pressed", move || Some((chosen.get() == at).to_string()))
            .text(choice.words)
    });
    let toggles = el("div").attrs(&[("class", "toggle"), ("role", "group"), ("aria-label", "形状")]).children(toggles);
    let purpose = move || choice(chosen.get()).purpose.to_owned();
    let shown = told.clone();
    let sheet = el("div").attrs(&[("class", "infographic-desk"), ("tabindex", "0"), ("aria-label", "图解")]).switch(
        move || chosen.get(),
        move |at| {
            let choice = choice(*at);
            let place = el("div").class("infographic-sheet").attr("data-infographic", choice.name);
            let (into, drawing) = (place.clone(), svg(&shown, choice.shape));
            browser::spawn(async move { browser::put_svg(into.node(), &drawing).await });
            vec![place]
        },
    );
    let outlets = foot(page, told, name, chosen);
    dialog
        .child(head.child(toggles).child(close))
        .child(sheet)
        .child(outlets.child(el("p").class("note").text_of(purpose)))
}

fn choice(at: usize) -> &'static Choice {
    CHOICES.get(at).unwrap_or(&CHOICES[0])
}

/// What it goes out as.
fn foot(page: Page, told: Infographic, name: &str, chosen: RwSignal<usize>) -> El {
    let (in_dots, printed, file) = (told.clone(), told.clone(), format!("{name} 图解"));
    let in_file = file.clone();
    let save_png = move || {
        let choice = choice(chosen.get_untracked());
        let (drawing, file) = (svg(&in_dots, choice.shape), file_name(&in_file, choice, "png"));
        browser::spawn(async move {
            match browser::png_of(&drawing, choice.dots).await {
                Some(png) => {
                    browser::download_bytes(&file, "image/png", &png);
                    page.session.say(format!("已存为图片：{file}"));
                }
                None => page.session.refuse("没有存为图片：浏览器没有画成这张图，请改存为 SVG。"),
            }
        });
    };
    let save_svg = move || {
        let choice = choice(chosen.get_untracked());
        let file = file_name(&file, choice, "svg");
        browser::download_bytes(&file, "image/svg+xml", svg(&told, choice.shape).as_bytes());
        page.session.say(format!("已存为图片：{file}"));
    };
    let print = move || {
        let drawing = svg(&printed, Shape::Page);
        browser::spawn(async move { print(&drawing).await });
    };
    el("div")
        .class("infographic-foot")
        .child(
            button("button primary", save_png)
                .attr("data-action", "infographic-png")
                .child(icon(Icon::PICTURE))
                .text("存为图片"),
        )
        .child(
            button("button", save_svg)
                .attrs(&[("data-action", "infographic-svg"), ("title", "放大不模糊的图片，给排版用")])
                .text("存为 SVG"),
        )
        .child(
            button("button", print)
                .attrs(&[("data-action", "infographic-print"), ("title", "印的是 A4 的一页")])
                .child(icon(Icon::PRINT))
                .text("打印"),
        )
}

/// Office, year, what it is and its shape.
fn file_name(name: &str, choice: &Choice, ending: &str) -> String {
    let shape = match choice.shape {
        Shape::Page => "",
        Shape::Long | Shape::Wide => choice.words,
    };
    format!("{name}{shape}.{ending}")
}

/// Prints the page alone: it stands in the document while the browser prints, and the program does not.
async fn print(drawing: &str) {
    let sheet = el("div").class("print-infographic");
    browser::put_svg(sheet.node(), drawing).await;
    clear_printed();
    if let Some(root) = document().body() {
        // It is new, and so can be put there.
        let _ = root.append_child(sheet.node());
        let _ = root.set_attribute("data-printed", "");
        browser::print();
    }
}

/// Whether the page for the public is what is printed now.
pub fn is_printed() -> bool {
    find(".print-infographic").is_some()
}

/// Takes away what was printed.
pub fn clear_printed() {
    if let Some(printed) = find(".print-infographic") {
        printed.remove();
        if let Some(root) = document().body() {
            let _ = root.remove_attribute("data-printed");
        }
    }
}
