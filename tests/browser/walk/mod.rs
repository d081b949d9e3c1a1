//! A walk over every screen in every state, at four widths, light and dark: nothing sticks out, is cut, or lies on something else,
//! and axe finds nothing. What is measured, and by which rule, stands in `measure.js`.

mod drafts;
mod editions;
mod focus;
mod found;
mod planted;
mod states;

use serde_json::{Value, json};

use crate::access::violations;
use crate::page::Page;
use found::{Fault, Found};

/// The windows, from the widest to a phone's.
const WINDOWS: [(u32, u32); 4] = [(1440, 900), (1280, 900), (1024, 900), (390, 844)];

/// The width at which axe reads the screens too.
const READ: u32 = 1280;

/// Measures once the window has its size, and what follows it has been drawn.
const MEASURE: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    const fits = (svg) => {
        const holder = svg.closest('[data-chart]'), { paddingLeft, paddingRight } = getComputedStyle(holder);
        const room = holder.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return Math.abs(svg.clientWidth - room) <= 1 || !svg.checkVisibility();
    };
    const charts = [...document.querySelectorAll('[data-chart] svg:not(button svg)')];
    const settled = () => charts.every(fits)
        && (!location.hash.startsWith('#/d/') || document.documentElement.dataset.checked !== undefined);
    const sized = async () => {
        for (let left = 60; left > 0; left--) {
            await frame();
            if (innerWidth === arguments[0] && settled()) break;
        }
        // What is in a chart is drawn after its frame.
        if (charts.length > 0) await frame().then(frame);
        return window.measure();
    };
    return sized();";

/// A page on which one goes from state to state.
struct Walk {
    page: Page,
    /// What axe reads.
    read: &'static str,
    dark: bool,
    found: Found,
}

impl Walk {
    /// Opens the page.
    async fn open() -> Self {
        let page = Page::open().await;
        let measure = std::fs::read_to_string("tests/browser/walk/measure.js").expect("the measure");
        page.run(&format!("window.measure = () => {{ {measure} }}"), Vec::new()).await;
        let walk = Self { page, read: "html", dark: false, found: Found::default() };
        walk.light().await;
        walk
    }

    /// Measures what is shown in every window, light and dark.
    async fn look(&mut self, state: &str) {
        for window in WINDOWS {
            self.look_in(window, state).await;
        }
        self.dark = !self.dark;
        self.light().await;
        for window in WINDOWS.into_iter().rev() {
            self.look_in(window, state).await;
        }
    }

    /// Makes the screen light or dark, at once.
    async fn light(&self) {
        let features = json!([
            {"name": "prefers-color-scheme", "value": if self.dark { "dark" } else { "light" }},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    async fn look_in(&mut self, (width, height): (u32, u32), state: &str) {
        let window = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700});
        self.page.devtools("Emulation.setDeviceMetricsOverride", window).await;
        let faults = self.page.run(MEASURE, vec![json!(width)]).await;
        let place = format!("{width}");
        for fault in serde_json::from_value::<Vec<Fault>>(faults).expect("faults") {
            self.found.add(fault, &place, self.dark, state);
        }
        if width == READ {
            for violation in violations(&self.page, self.read, self.dark).await {
                self.found.add(Fault::new("breaks a rule of axe", &violation, ""), &place, self.dark, state);
            }
        }
    }

    /// Opens drafts as files do.
    async fn open_drafts(&self, drafts: &[Value]) {
        let files: Vec<String> = drafts
            .iter()
            .enumerate()
            .map(|(n, draft)| self.page.file(&format!("{n}.nianbao.json"), draft.to_string()))
            .collect();
        self.page.choose(&files).await;
        let last = drafts.last().and_then(|draft| draft["id"].as_str()).expect("a draft");
        self.page.until(&format!("document.documentElement.dataset.shown.startsWith('#/d/{last}/')")).await;
    }

    /// Opens the column of the findings, for the windows that are too narrow for it.
    async fn open_findings(&self) {
        self.page.run("document.querySelector('aside button[aria-expanded=false]')?.click()", Vec::new()).await;
    }

    /// Ends the walk; fails when there was anything.
    async fn end(mut self) {
        for line in self.page.end().await {
            self.found.add(Fault::new("is in the console", &line, ""), "", self.dark, "the end");
        }
        self.found.assert_none();
    }
}
