//! The worker: it speaks in bytes that are handed over, and one that breaks down takes one job with it and nothing else.

use serde_json::json;

use crate::page::Page;

/// Lets the first worker break down over its first job, and notes the workers and what they were sent.
const BREAKING: &str = "const Whole = window.Worker; window.workers = []; window.sent = [];
    window.Worker = class extends Whole {
        constructor(...how) { super(...how); window.workers.push(this); this.number = window.workers.length; }
        postMessage(bytes, ...more) {
            window.sent.push(bytes);
            if (this.number === 1) setTimeout(() => this.onmessage?.({ data: { loaded: true } }));
            else super.postMessage(bytes, ...more);
        }
    };";

#[tokio::test]
async fn a_worker_that_breaks_down_is_replaced() {
    let page = Page::open().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": BREAKING})).await;
    page.reload().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    // Nobody asked for it yet.
    assert_eq!(page.run("return window.workers.length", Vec::new()).await, json!(0));
    page.click("[data-screen=charts]").await;
    page.until("document.querySelectorAll('figure[data-chart] svg').length === 1").await;
    assert!(page.text("figure[data-chart] [role=alert]").await.contains("图没有载入"));
    assert_eq!(page.run("return window.workers.length", Vec::new()).await, json!(2));
    // The chart whose job was lost is drawn when it is next asked for, by the worker that lives.
    page.click("[data-screen=fill]").await;
    page.find("[name=\"office.name\"]").await;
    page.click("[data-screen=charts]").await;
    page.until("document.querySelectorAll('figure[data-chart] svg').length === 2").await;
    assert_eq!(page.count("figure[data-chart] [role=alert]").await, 0);
    assert_eq!(page.run("return window.workers.length", Vec::new()).await, json!(2));
    // What is sent is handed over: the page's own is empty afterwards.
    let handed_over = "return window.sent.slice(1).every((b) => b instanceof ArrayBuffer && b.byteLength === 0)";
    assert_eq!(page.run(handed_over, Vec::new()).await, json!(true));
    page.close().await;
}

/// Sends bytes to a worker of its own, and notes its first answer: bytes as a list, anything else as it is.
const ASK: &str = "window.answer = undefined; window.asked?.terminate();
    window.asked = new Worker(new URL('worker-start.js', document.baseURI), { type: 'module' });
    window.asked.onmessage = ({ data }) => { window.answer ??= data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data; };
    const bytes = new Uint8Array(arguments[0]); window.asked.postMessage(bytes.buffer, [bytes.buffer]);";

#[tokio::test]
async fn the_worker_answers_or_refuses_in_bytes() {
    let page = Page::open().await;
    // Job 7, of the first kind, with nothing to read: it refuses in words.
    page.run(ASK, vec![json!([1, 7, 0, 0, 0, 0])]).await;
    page.until("window.answer !== undefined").await;
    assert_eq!(page.run("return window.answer.slice(0, 5)", Vec::new()).await, json!([4, 7, 0, 0, 0]));
    let words = "return new TextDecoder().decode(new Uint8Array(window.answer.slice(5)))";
    assert!(page.run(words, Vec::new()).await.as_str().is_some_and(|words| words.contains("没有读懂")));
    // What is no job breaks it.
    page.run(ASK, vec![json!([9])]).await;
    page.until("window.answer !== undefined").await;
    assert_eq!(page.run("return window.answer", Vec::new()).await, json!({"loaded": true}));
    page.close().await;
}
