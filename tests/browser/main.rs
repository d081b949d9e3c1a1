//! The real page in a real Chromium, and the main job in Firefox too, driven as a person would: by keys, clicks and files, and
//! by the names that the page promises. `script/test browser` builds the page and says where it, the browsers and their drivers
//! are.

mod access;
mod browser;
mod charts;
mod check_file;
mod checks;
mod composing;
mod editions;
mod files;
mod first;
mod focus;
mod guide;
mod import;
mod infographic;
mod job;
mod keeping;
mod large;
mod ledger;
mod messages;
mod newcomer;
mod out;
mod page;
mod paper;
mod pictures;
mod program;
mod roll;
mod same;
mod search;
mod seed;
mod sheets;
mod suggest;
mod texts;
mod walk;
mod words;
mod worker;
