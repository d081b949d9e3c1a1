//! The browser around a page: which one, its driver, its folder with what it downloads, what its console held. It knows nothing of
//! the page.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel, RequestData, SessionId};

use crate::program::{Ended, logged, start, variable};

/// The browsers in which the page is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox; tests in it have names that end in `in_firefox`, by which `script/test` leaves them out where it is not there.
    Firefox,
}

/// A browser that runs, with a folder of its own.
pub struct Running {
    /// What speaks to it.
    pub driver: WebDriver,
    browser: Browser,
    folder: PathBuf,
    port: u16,
    _program: Ended,
}

impl Running {
    /// Starts a browser in which nothing is stored.
    pub async fn start(browser: Browser) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("nianbao-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(folder.join("downloads")).expect("a folder");
        let (program, port, capabilities) = match browser {
            Browser::Chromium => chromium(&folder),
            Browser::Firefox => firefox(&folder),
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.expect("a browser");
        if browser == Browser::Firefox {
            // Chromium was started with that size.
            driver.set_window_rect(0, 0, 1440, 900).await.expect("a window");
        }
        Self { driver, browser, folder, port, _program: program }
    }

    /// A path in its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A file of this ending that the browser is done with. While it writes, the name is held by an empty file, and what
    /// came so far is in a `.crdownload` or `.part` that takes the name when it is whole.
    pub fn written(&self, ending: &str) -> Option<PathBuf> {
        let files: Vec<PathBuf> = std::fs::read_dir(self.folder.join("downloads"))
            .expect("a folder")
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .collect();
        let is_coming = |file: &PathBuf| file.extension().is_some_and(|is| is == "crdownload" || is == "part");
        if files.iter().any(is_coming) {
            return None;
        }
        let ends = |file: &&PathBuf| file.to_string_lossy().ends_with(ending);
        let whole = |file: &&PathBuf| std::fs::metadata(file).is_ok_and(|data| data.len() > 0);
        files.iter().filter(ends).find(whole).cloned()
    }

    /// Sends a command to the developer tools of Chromium; no other browser has them.
    pub async fn devtools(&self, command: &str, arguments: Value) -> Value {
        assert_eq!(self.browser, Browser::Chromium, "{command} is a command of Chromium's");
        self.driver.cdp().send_raw(command, arguments).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// The page printed as its style says: a PDF.
    pub async fn print(&self) -> Vec<u8> {
        if self.browser == Browser::Firefox {
            return self.driver.print_page(PrintParameters::default()).await.expect("a file");
        }
        let options = json!({"preferCSSPageSize": true, "printBackground": true});
        let printed = self.devtools("Page.printToPDF", options).await;
        BASE64_STANDARD.decode(printed["data"].as_str().expect("a file")).expect("base64")
    }

    /// The errors that the console held since the start, and what the Content-Security-Policy had to say.
    pub async fn errors(&self, address: &str) -> Vec<String> {
        match self.browser {
            Browser::Chromium => {
                let log = self.driver.handle().get_log("browser").await.expect("the console");
                let lines = log.iter().map(|entry| format!("{} {}", entry.level, entry.message));
                let is_bad = |line: &String| {
                    line.starts_with("SEVERE") || line.contains("Content Security Policy") || line.contains("panicked")
                };
                lines.filter(is_bad).collect()
            }
            Browser::Firefox => self.errors_of_firefox(address).await,
        }
    }

    /// Firefox gives its console to no driver, but lets its own scripts read it: all of the browser, of which the lines of this
    /// address are the page's.
    async fn errors_of_firefox(&self, address: &str) -> Vec<String> {
        self.driver.handle().cmd(Context("chrome")).await.expect("Firefox's own scripts");
        let script = "return Services.console.getMessageArray().map((entry) => entry.message)";
        let log = self.driver.execute(script, Vec::new()).await.expect("the console");
        self.driver.handle().cmd(Context("content")).await.expect("the page's scripts");
        let lines: Vec<String> = serde_json::from_value(log.json().clone()).expect("lines");
        lines.into_iter().filter(|line| line.starts_with("[JavaScript Error") && line.contains(address)).collect()
    }

    /// Ends it.
    pub async fn end(self) {
        self.driver.clone().quit().await.expect("the end");
        // What is left of it is the machine's to clear.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Running {
    /// Ends the browser of a test that failed, which goes on without its driver; without the runtime, which does nothing any more.
    fn drop(&mut self) {
        if self.driver.clone().leak().is_err() {
            return;
        }
        if let Ok(mut driver) = TcpStream::connect(("127.0.0.1", self.port)) {
            let session = self.driver.session_id();
            let request = format!(
                "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.port
            );
            // Where it does not answer there is nothing to end.
            let _ = driver.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = driver.write_all(request.as_bytes()).and_then(|()| driver.read_to_end(&mut Vec::new()));
        }
    }
}

/// What starts Chromium and speaks to it, at which port, and how it is to be started.
fn chromium(folder: &Path) -> (Ended, u16, Capabilities) {
    let mut program = Command::new(variable("CHROMEDRIVER"));
    program.arg("--port=0");
    let port = |line: &str| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok();
    let (program, port) = start(program, port);
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&variable("CHROME")).expect("a capability");
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en-US",
        "--window-size=1440,900",
        &profile,
    ] {
        capabilities.add_arg(argument).expect("a capability");
    }
    let downloads = folder.join("downloads").display().to_string();
    let prefs = json!({"download.default_directory": downloads, "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1});
    capabilities.add_experimental_option("prefs", prefs).expect("a capability");
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a capability");
    (program, port, capabilities.into())
}

/// The same of Firefox; what speaks to it makes a profile.
fn firefox(folder: &Path) -> (Ended, u16, Capabilities) {
    let mut program = Command::new(variable("GECKODRIVER"));
    program.args(["--port=0", "--websocket-port=0", "--allow-system-access"]);
    program.arg(format!("--profile-root={}", folder.display()));
    let port = |line: &str| line.split_once("Listening on 127.0.0.1:")?.1.trim().parse().ok();
    let (program, port) = logged(program, &folder.join("geckodriver.log"), port);
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_firefox_binary(&variable("FIREFOX")).expect("a capability");
    capabilities.set_headless().expect("a capability");
    let mut preferences = FirefoxPreferences::new();
    for (name, value) in [
        ("browser.download.folderList", json!(2)),
        ("browser.download.dir", json!(folder.join("downloads").display().to_string())),
        ("browser.download.always_ask_before_handling_new_types", json!(false)),
        ("browser.download.alwaysOpenPanel", json!(false)),
    ] {
        preferences.set(name, value).expect("a preference");
    }
    capabilities.set_preferences(preferences).expect("a capability");
    (program, port, capabilities.into())
}

/// Lets scripts run in the page (`content`) or as Firefox's own (`chrome`).
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("/session/{session}/moz/context");
        RequestData::new(http::Method::POST, address).add_body(json!({"context": self.0}))
    }
}
