//! The programs that a test needs beside the browser: its driver, and the server of the built page.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

/// A program that ends with its test.
pub struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A variable that `script/test` sets.
pub fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run script/test browser"))
}

/// Starts a program and returns the first line in which it says its port. One that chose a port which another took
/// meanwhile ends without a word, and is started again.
pub fn start(mut command: Command, port: impl Fn(&str) -> Option<u16>) -> (Ended, u16) {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    for _ in 0..5 {
        let mut child = command.spawn().expect("the program starts");
        let out = child.stdout.take().expect("its output");
        let program = Ended(child);
        if let Some(port) = BufReader::new(out).lines().map_while(Result::ok).find_map(|line| port(&line)) {
            return (program, port);
        }
    }
    panic!("{command:?} said no port");
}

/// The same for a program that goes on writing: all it says goes into a file.
pub fn logged(mut command: Command, log: &Path, port: impl Fn(&str) -> Option<u16>) -> (Ended, u16) {
    let out = File::create(log).expect("a log");
    let err = out.try_clone().expect("a log");
    let program = Ended(command.stdin(Stdio::null()).stdout(out).stderr(err).spawn().expect("the program starts"));
    for _ in 0..500 {
        let said = std::fs::read_to_string(log).expect("its log");
        if let Some(port) = said.lines().find_map(&port) {
            return (program, port);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{command:?} said no port: {}", std::fs::read_to_string(log).unwrap_or_default());
}

/// The address of the built page, served once for all tests.
pub fn served() -> &'static str {
    static SERVED: OnceLock<(Ended, String)> = OnceLock::new();
    let (_, address) = SERVED.get_or_init(|| {
        let mut node = Command::new("node");
        // A static is never dropped: the server ends when the pipe does.
        node.args(["script/lib/serve.mjs", "--with-parent"]).env("PORT", "0").stdin(Stdio::piped());
        let port = |line: &str| line.trim_end_matches('/').rsplit_once(':')?.1.parse().ok();
        let (child, port) = start(node, port);
        (child, format!("http://127.0.0.1:{port}/"))
    });
    address
}
