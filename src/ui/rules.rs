//! 检查规则: what every rule looks at, from the same words as docs/rules.md.

use leptos::prelude::*;

use crate::rules::rules;

/// The page of the rules.
#[component]
pub fn RulesScreen() -> impl IntoView {
    let entries = rules().map(|rule| {
        view! {
            <section class="rule" id=rule.id>
                <h2><span class="rule-id">{rule.id}</span>" "{rule.title}</h2>
                <p>{rule.why}</p>
                <p class="note">"例："{rule.example}</p>
            </section>
        }
    });
    view! {
        <main class="page rules">
            <h1>"检查规则"</h1>
            <p class="note">"强制性的问题必须改正；核实性的问题请改正，或说明原因后保留。"</p>
            {entries.collect_view()}
            <p><a href="#/">"回到开始"</a></p>
        </main>
    }
}
