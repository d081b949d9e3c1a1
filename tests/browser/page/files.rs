//! What goes into the page and comes out of it: files, the clipboard, paper.

use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use super::{PATIENCE, POLL, Page};
use crate::program::variable;

impl Page {
    /// The next downloaded file of this ending, once it is written to its end: its name and its text.
    pub async fn downloaded(&self, ending: &str) -> (String, String) {
        let (name, bytes) = self.downloaded_bytes(ending).await;
        (name, String::from_utf8(bytes).expect("a text"))
    }

    /// The same as bytes.
    pub async fn downloaded_bytes(&self, ending: &str) -> (String, Vec<u8>) {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(file) = self.running.written(ending) {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let bytes = std::fs::read(&file).expect("bytes");
                std::fs::remove_file(file).expect("removed");
                return (name, bytes);
            }
            assert!(Instant::now() < end, "no file *{ending} came");
            tokio::time::sleep(POLL).await;
        }
    }

    /// A file on the disk, to be chosen or dropped.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.running.path(name);
        std::fs::write(&path, bytes).expect("written");
        path.display().to_string()
    }

    /// Drops files on the window, each with its name and its bytes.
    pub async fn drop<N: AsRef<str>, B: AsRef<[u8]>>(&self, files: &[(N, B)]) {
        self.drop_on("body", files).await;
    }

    /// Drops files on an element.
    pub async fn drop_on<N: AsRef<str>, B: AsRef<[u8]>>(&self, selector: &str, files: &[(N, B)]) {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_ref(), bytes.as_ref())).collect();
        let script = "
            const data = new DataTransfer();
            for (const [name, bytes] of arguments[0]) data.items.add(new File([new Uint8Array(bytes)], name));
            const target = document.querySelector(arguments[1]);
            for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));";
        self.run(script, vec![json!(files), json!(selector)]).await;
    }

    /// Pastes into an element. Whether the page took it and did not leave it to the element.
    pub async fn paste(&self, into: &str, kind: &str, text: &str) -> bool {
        let script = "
            const data = new DataTransfer();
            data.setData(arguments[1], arguments[2]);
            const target = document.querySelector(arguments[0]);
            return !target.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));";
        self.run(script, vec![json!(into), json!(kind), json!(text)]).await == Value::Bool(true)
    }

    /// Chooses files in the page's file input.
    pub async fn choose(&self, files: &[String]) {
        self.choose_for("open", files).await;
    }

    /// Chooses files in a file input by its name.
    pub async fn choose_for(&self, name: &str, files: &[String]) {
        let input = self.find(&format!("input[type=file][name=\"{name}\"]")).await;
        input.send_keys(files.join("\n")).await.expect("files");
    }

    /// Prints the page as its style says, and returns the text of the pages.
    pub async fn print(&self) -> String {
        self.print_as(&["-layout"]).await
    }

    /// The same with the places of the words, as XHTML.
    pub async fn print_with_places(&self) -> String {
        self.print_as(&["-raw", "-bbox"]).await
    }

    /// The same as a PDF on the disk.
    pub async fn print_to_file(&self) -> String {
        self.file("printed.pdf", self.running.print().await)
    }

    async fn print_as(&self, how: &[&str]) -> String {
        let path = self.print_to_file().await;
        let text = Command::new(variable("PDFTOTEXT")).args(how).args([&path, "-"]).output().expect("pdftotext");
        String::from_utf8(text.stdout).expect("a text")
    }
}
