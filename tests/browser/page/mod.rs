//! The page under test, driven by the names that it promises: each test has a browser of its own, on the built page.

#![allow(clippy::disallowed_methods, reason = "these tests run on this machine, which has a clock")]

mod files;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, Running};
use crate::program::served;

/// How long something may take to come.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long a wait pauses before it looks again.
const POLL: Duration = Duration::from_millis(30);

/// A browser with the page in it.
pub struct Page {
    running: Running,
    address: String,
}

impl Page {
    /// Opens the start screen in a new Chromium with nothing stored.
    pub async fn open() -> Self {
        Self::open_in(Browser::Chromium).await
    }

    /// The same in another browser.
    pub async fn open_in(browser: Browser) -> Self {
        let page = Self { running: Running::start(browser).await, address: served().to_owned() };
        page.load("").await;
        page
    }

    /// What speaks to the browser.
    fn driver(&self) -> &WebDriver {
        &self.running.driver
    }

    /// Loads the page at a fragment, as from the address bar.
    pub async fn load(&self, fragment: &str) {
        self.driver().goto(format!("{}{fragment}", self.address)).await.expect("the page");
        self.find("html[data-ready]").await;
    }

    /// Goes to an address of any kind.
    pub async fn visit(&self, address: &str) {
        self.driver().goto(address).await.expect("an address");
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("the page");
        self.find("html[data-ready]").await;
    }

    /// Follows a fragment within the page.
    pub async fn go(&self, fragment: &str) {
        self.run("location.hash = arguments[0]", vec![json!(fragment)]).await;
        self.until("document.documentElement.dataset.shown === location.hash").await;
    }

    /// Goes to what is filled in of the open draft.
    pub async fn fill(&self, part: &str) {
        let id = self.id().await;
        self.go(&format!("#/d/{id}/fill/{part}")).await;
    }

    /// Makes a new report of a year.
    pub async fn new_report(&self, year: u16) {
        let choose = "const s = document.querySelector('[name=new-year]'); s.value = arguments[0]; s.dispatchEvent(new Event('change', {bubbles: true}))";
        self.run(choose, vec![json!(year.to_string())]).await;
        self.type_into("new-office", "某县自然资源局").await;
        self.act("new").await;
        self.find("[name=\"office.name\"]").await;
    }

    /// The id of the open draft, from the address, once one is open.
    pub async fn id(&self) -> String {
        self.until("location.hash.startsWith('#/d/')").await;
        let address = self.driver().current_url().await.expect("an address").to_string();
        let rest = address.split("#/d/").nth(1).unwrap_or_else(|| panic!("no draft is open: {address}"));
        rest.split('/').next().unwrap_or_default().to_owned()
    }

    /// The element of a selector, once it is there.
    #[track_caller]
    pub fn find(&self, selector: &str) -> impl Future<Output = WebElement> {
        let selector = selector.to_owned();
        let place = std::panic::Location::caller();
        async move {
            let end = Instant::now() + PATIENCE;
            loop {
                match self.driver().find(By::Css(selector.as_str())).await {
                    Ok(element) => return element,
                    Err(_) if Instant::now() < end => tokio::time::sleep(POLL).await,
                    Err(error) => panic!("{place}: {selector} is not there: {error}"),
                }
            }
        }
    }

    /// How many elements a selector has now.
    pub async fn count(&self, selector: &str) -> usize {
        self.driver().find_all(By::Css(selector)).await.map_or(0, |all| all.len())
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn until(&self, expression: &str) -> impl Future<Output = ()> {
        let (place, expression) = (std::panic::Location::caller().to_string(), expression.to_owned());
        async move { self.gives(&place, &expression, &Value::Bool(true)).await }
    }

    /// Waits until an expression has a value. What it belongs to is named when it never has.
    pub async fn gives(&self, what: &str, expression: &str, expected: &Value) {
        let end = Instant::now() + PATIENCE;
        let script = format!("return {expression}");
        loop {
            let value = self.run(&script, Vec::new()).await;
            if value == *expected {
                return;
            }
            assert!(Instant::now() < end, "{what}: {value:#}\nis not\n{expected:#}");
            tokio::time::sleep(POLL).await;
        }
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let outcome =
            self.driver().execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"));
        outcome.json().clone()
    }

    /// Clicks the button of a command.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Clicks the button of a command by its name.
    pub async fn act(&self, action: &str) {
        self.click(&format!("[data-action=\"{action}\"]")).await;
    }

    /// Types keys where the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver().action_chain().send_keys(keys).perform().await.expect("keys");
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: Key, key: char) {
        let chain = self.driver().action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held);
        chain.perform().await.expect("keys");
    }

    /// Clicks twice in the middle of an element.
    pub async fn double_click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.driver().action_chain().double_click_element(&element).perform().await.expect("a double click");
    }

    /// Drags the mouse from the middle of one element to that of another.
    pub async fn drag(&self, from: &str, to: &str) {
        let (from, to) = (self.find(from).await, self.find(to).await);
        let chain = self.driver().action_chain();
        chain
            .move_to_element_center(&from)
            .click_and_hold()
            .move_to_element_center(&to)
            .release()
            .perform()
            .await
            .expect("a drag");
    }

    /// Types a text into a field, in place of what stands there.
    pub async fn type_into(&self, name: &str, text: &str) {
        let field = self.find(&format!("[name=\"{name}\"]")).await;
        // Heads that stick lie over what is scrolled below them.
        self.run("arguments[0].scrollIntoView({block: 'center'})", vec![field.to_json().expect("an element")]).await;
        field.click().await.unwrap_or_else(|error| panic!("{name}: {error}"));
        // In a table Ctrl+A selects all of it.
        self.run("arguments[0].select()", vec![field.to_json().expect("an element")]).await;
        if text.is_empty() {
            field.send_keys(Key::Backspace + "").await.expect("keys");
        } else {
            field.send_keys(text).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }

    /// Presses a key while another is held, one that is no character.
    pub async fn held(&self, held: Key, key: Key) {
        self.chord(held, char::from(key)).await;
    }

    /// What a field shows.
    pub async fn value(&self, name: &str) -> String {
        let field = self.find(&format!("[name=\"{name}\"]")).await;
        field.prop("value").await.expect("a value").unwrap_or_default()
    }

    /// An attribute of a field; empty when it has none.
    pub async fn attribute(&self, name: &str, attribute: &str) -> String {
        let field = self.find(&format!("[name=\"{name}\"]")).await;
        field.attr(attribute).await.expect("an attribute").unwrap_or_default()
    }

    /// The words of an element.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.expect("words")
    }

    /// The identities of the findings that are shown, sorted: rule and place. Hints (提示) are left out.
    pub async fn findings(&self) -> Vec<String> {
        // The rules over text run when typing pauses.
        self.find("html[data-checked]").await;
        let script = "return [...document.querySelectorAll('[data-rule]:not([data-severity=hint])')].map(f => f.dataset.rule + ' ' + f.dataset.place).sort()";
        serde_json::from_value(self.run(script, Vec::new()).await).expect("findings")
    }

    /// Waits until everything is held by both stores, and returns the time.
    pub async fn saved(&self) -> String {
        self.until("document.querySelector('[data-saved]')?.dataset.saved?.length > 0").await;
        self.find("[data-saved]").await.attr("data-saved").await.expect("a time").unwrap_or_default()
    }

    /// Sends a command to Chromium's developer tools.
    pub async fn devtools(&self, command: &str, arguments: Value) -> Value {
        self.running.devtools(command, arguments).await
    }

    /// Lets nothing be fetched whose address fits one of the patterns.
    pub async fn block(&self, patterns: &[&str]) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
        self.devtools("Network.setBlockedURLs", json!({"urls": patterns})).await;
    }

    /// Ends the browser; fails when the console held an error or a message of the Content-Security-Policy, or when
    /// something was loaded from elsewhere.
    pub async fn close(self) {
        let bad = self.end().await;
        assert!(bad.is_empty(), "{bad:#?}");
    }

    /// The same after something was not fetched: errors that name it, and those of the loader, are expected.
    pub async fn close_after(self, blocked: &str) {
        let is_expected = |line: &String| line.contains(blocked) || line.contains("Failed to fetch");
        let bad: Vec<String> = self.end().await.into_iter().filter(|line| !is_expected(line)).collect();
        assert!(bad.is_empty(), "{bad:#?}");
    }

    /// Ends the browser; what the console held that is bad, and what was loaded from elsewhere.
    pub async fn end(self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(e => e.name)";
        let loaded: Vec<String> = serde_json::from_value(self.run(script, Vec::new()).await).expect("names");
        let is_own = |name: &String| name.starts_with(&self.address) || name.starts_with("blob:");
        let elsewhere =
            loaded.into_iter().filter(|name| !is_own(name)).map(|name| format!("loaded from elsewhere: {name}"));
        let bad = self.running.errors(&self.address).await.into_iter().chain(elsewhere).collect();
        self.running.end().await;
        bad
    }
}
