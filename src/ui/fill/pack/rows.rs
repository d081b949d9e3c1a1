//! The lists of the editor: a row an item, each taken away by its button, and one more by another.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set, Update};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::fields::Fields;
use crate::draft::MOST_ITEMS;
use crate::ui::dom::{El, el, value_of};
use crate::ui::page::focus_first;
use crate::ui::parts::{Icon, button, icon, icon_button};

/// The fields of the open editor. What is typed changes them and draws nothing; a row more or less draws its list again.
#[derive(Clone)]
pub struct Typed {
    /// As typed.
    pub fields: Rc<RefCell<Fields>>,
    /// Which headings the form has, to choose a part by.
    pub parts: Rc<[String]>,
    /// Why the fields could not be taken, until something is typed.
    pub refused: RwSignal<Option<&'static str>>,
}

/// A list of the editor.
pub struct Rows {
    /// Its name in the fields: `lengths`.
    pub name: &'static str,
    /// What it is of.
    pub title: &'static str,
    /// What its button puts in.
    pub add: &'static str,
    /// How many rows there are.
    pub count: fn(&Fields) -> usize,
    /// Puts in an empty row at the end.
    pub push: fn(&mut Fields),
    /// Takes a row away.
    pub remove: fn(&mut Fields, usize),
    /// Draws what is in a row.
    pub draw: fn(&Typed, usize) -> Vec<El>,
}

impl Rows {
    /// The list, its rows and the button that puts one in.
    pub fn list(&'static self, typed: &Typed) -> El {
        let (shown, put, at_most) = (typed.clone(), typed.clone(), typed.clone());
        // Counts the rows put in and taken away.
        let drawn = RwSignal::new(0_usize);
        let add = button("button small", move || {
            (self.push)(&mut put.fields.borrow_mut());
            drawn.update(|drawn| *drawn += 1);
            let last = (self.count)(&put.fields.borrow()).saturating_sub(1);
            focus_first(&[format!("[data-pack-row=\"{}.{last}\"] :is(input, select)", self.name)]);
        });
        let is_full = move || {
            drawn.get();
            (self.count)(&at_most.fields.borrow()) >= MOST_ITEMS
        };
        let add = add
            .attr("data-action", &format!("pack-add-{}", self.name))
            .flag_of("disabled", is_full)
            .child(icon(Icon::PLUS))
            .text(self.add);
        let rows = move |_: &usize| {
            let count = (self.count)(&shown.fields.borrow());
            (0..count).map(|n| self.row(&shown, drawn, n)).collect()
        };
        let rows = el("div").switch(move || drawn.get(), rows);
        el("fieldset").class("pack-list").child(el("legend").text(self.title)).child(rows).child(add)
    }

    fn row(&'static self, typed: &Typed, drawn: RwSignal<usize>, n: usize) -> El {
        let gone = typed.clone();
        let words = format!("去掉第{}项", n + 1);
        let remove = icon_button("button quiet small", Icon::REMOVE, &words, move || {
            (self.remove)(&mut gone.fields.borrow_mut(), n);
            gone.refused.set(None);
            drawn.update(|drawn| *drawn += 1);
            let next = format!("[data-pack-row=\"{}.{n}\"] :is(input, select)", self.name);
            focus_first(&[next, format!("[data-action=pack-add-{}]", self.name)]);
        });
        let name = format!("{}.{n}", self.name);
        let group = format!("{}第{}项", self.title, n + 1);
        let row = el("div").attrs(&[
            ("class", "pack-row"),
            ("data-pack-row", &name),
            ("role", "group"),
            ("aria-label", &group),
        ]);
        row.children((self.draw)(typed, n)).child(remove.attr("data-action", "pack-remove"))
    }
}

impl Typed {
    /// A field of one line under its words; what is typed goes where `at` says.
    pub fn line(
        &self,
        name: &str,
        words: &str,
        value: &str,
        at: impl Fn(&mut Fields) -> Option<&mut String> + 'static,
    ) -> El {
        let typed = self.clone();
        let input = el("input").attrs(&[("name", &format!("pack.{name}")), ("autocomplete", "off"), ("value", value)]);
        let input = input.on("input", move |event| {
            typed.refused.set(None);
            if let Some(text) = at(&mut typed.fields.borrow_mut()) {
                *text = value_of(event);
            }
        });
        el("label").class("field").child(el("span").text(words)).child(input.attr("aria-describedby", "pack-refused"))
    }

    /// A box to be ticked, with its words.
    pub fn tick(
        &self,
        name: &str,
        words: &str,
        is: bool,
        at: impl Fn(&mut Fields) -> Option<&mut bool> + 'static,
    ) -> El {
        let typed = self.clone();
        let input = el("input").attrs(&[("type", "checkbox"), ("name", &format!("pack.{name}"))]);
        let ticked = input.clone();
        let input = input.attr_if("checked", is.then_some("")).on("change", move |_| {
            let is = ticked.node().dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
            if let Some(flag) = at(&mut typed.fields.borrow_mut()) {
                *flag = is;
            }
        });
        el("label").class("pack-tick").child(input).child(el("span").text(words))
    }

    /// The choice of a part: one of the form's, the whole text, or the one that stands there.
    pub fn part(&self, name: &str, value: &str, at: impl Fn(&mut Fields) -> Option<&mut String> + 'static) -> El {
        let typed = self.clone();
        let known = self.parts.iter().map(String::as_str);
        let other = (!value.is_empty() && !self.parts.iter().any(|part| part == value)).then_some(value);
        let option = |value: &str, words: &str, is: bool| {
            el("option").attr("value", value).attr_if("selected", is.then_some("")).text(words)
        };
        let parts = known.chain(other).map(|part| option(part, part, part == value));
        let select = el("select").attr("name", &format!("pack.{name}"));
        let select = select.child(option("", "全文", value.is_empty())).children(parts).on("change", move |event| {
            if let Some(part) = at(&mut typed.fields.borrow_mut()) {
                *part = value_of(event);
            }
        });
        el("label").class("field").child(el("span").text("部分")).child(select)
    }
}
