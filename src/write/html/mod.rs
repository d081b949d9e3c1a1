//! The web: a page in one file, and a piece of a page for the editor of a site.
//!
//! Neither holds a script or asks for anything. Charts are pictures within it, their numbers in words for those who cannot see them.

mod block;
mod dress;
mod markup;

use super::Report;
use block::draw;
use dress::Dress;
use markup::Markup;

/// The policy of the page: it loads nothing and runs nothing, wherever it lies.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The report as a page in one file.
pub(super) fn page(report: &Report, step: &mut dyn FnMut(usize)) -> String {
    let mut markup = Markup::default();
    markup.constant("<!DOCTYPE html>").line().open("html", &[("lang", "zh-CN")]).line().open("head", &[]).line();
    markup.open("meta", &[("charset", "utf-8")]).line();
    markup.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]).line();
    markup.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]).line();
    markup.element("title", &[], &report.name).line();
    for (name, content) in [("author", &report.office), ("date", &report.date)] {
        if !content.is_empty() {
            markup.open("meta", &[("name", name), ("content", content)]).line();
        }
    }
    markup.open("style", &[]).constant(include_str!("page.css")).close("style").line().close("head").line();
    markup.open("body", &[]).line().open("article", &[]).line();
    for (n, block) in report.blocks.iter().enumerate() {
        draw(&mut markup, block, Dress::Sheet);
        step(n + 1);
    }
    markup.close("article").line();
    if !report.code.is_empty() {
        markup.element("footer", &[], &format!("校验码 {}", report.code)).line();
    }
    markup.close("body").line().close("html").line();
    markup.finish()
}

/// The report as a piece of a page.
pub(super) fn fragment(report: &Report, step: &mut dyn FnMut(usize)) -> String {
    let mut markup = Markup::default();
    for (n, block) in report.blocks.iter().enumerate() {
        draw(&mut markup, block, Dress::Inline);
        step(n + 1);
    }
    markup.finish()
}

#[cfg(test)]
mod tests;
