//! The measure itself: it finds what is planted, each fault as what it is, and nothing in what is meant.

use serde_json::{Value, json};

use super::Walk;

/// Puts boxes into an empty page, each with a style and words; what is in the third place is put into it.
const PLANT: &str = "
    document.body.replaceChildren();
    const plant = ([tag, style, ...inside], into) => {
        const element = into.appendChild(document.createElement(tag));
        Object.assign(element.style, { font: '16px/20px sans-serif', whiteSpace: 'nowrap' }, style);
        for (const part of inside) {
            if (Array.isArray(part)) plant(part, element);
            else element.append(part);
        }
    };
    for (const part of arguments[0]) plant(part, document.body);
    return window.measure().map((fault) => fault.kind);";

/// What the measure says of these elements, laid out from the left upper corner.
async fn measured(walk: &Walk, planted: Value) -> Vec<String> {
    serde_json::from_value(walk.page.run(PLANT, vec![planted]).await).expect("kinds")
}

#[tokio::test]
async fn what_is_planted_is_found() {
    let walk = Walk::open().await;
    let words = "政府信息公开工作年度报告";
    let narrow = |style: Value| {
        let mut all = json!({"width": "60px", "height": "20px"});
        all.as_object_mut().expect("a style").extend(style.as_object().cloned().expect("a style"));
        all
    };
    for (planted, expected) in [
        (json!([["div", narrow(json!({"border": "1px solid"})), words]]), &["sticks out of its box"][..]),
        (json!([["div", narrow(json!({"overflow": "hidden"})), words]]), &["is cut"]),
        (
            json!([["div", narrow(json!({"overflow": "hidden", "textOverflow": "ellipsis"})), words]]),
            &["ends in dots, and no title says the rest"],
        ),
        (
            json!([["div", narrow(json!({"overflow": "auto", "height": "60px"})), ["b", {}, words]]]),
            &["scrolls sideways"],
        ),
        (json!([["div", narrow(json!({"overflow": "auto"})), ["table", {}, ["tr", {}, ["td", {}, words]]]]]), &[]),
        (json!([["div", {"position": "fixed", "right": "-20px", "top": "0"}, words]]), &["sticks out of the window"]),
        (
            json!([["div", {"overflow": "auto", "width": "300px"}, ["span", {"position": "relative", "left": "-20px"}, words]]]),
            &["is before the start of what scrolls"],
        ),
        (json!([["button", {}, "甲"], ["button", {"marginLeft": "-20px"}, "乙"]]), &["lies on its neighbour"]),
        (json!([["span", {}, words], ["span", {"marginLeft": "-20px"}, words]]), &["lies on its neighbour"]),
        (json!([["div", {"border": "1px solid"}, words], ["button", {}, "甲"]]), &[]),
        (
            json!([["button", {"position": "relative", "zIndex": 1}, "甲"], ["button", {"marginLeft": "-20px"}, "乙"]]),
            &[],
        ),
    ] {
        let kinds = measured(&walk, planted.clone()).await;
        assert!(kinds.iter().all(|kind| expected.contains(&kind.as_str())), "{planted}: {kinds:?}");
        assert!(expected.iter().all(|kind| kinds.iter().any(|found| found == kind)), "{planted}: {kinds:?}");
    }
    walk.page.end().await;
}
