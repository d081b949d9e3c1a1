//! The real page in a real Chromium, driven as a person would: by keys, clicks and files, and by the names that the page
//! promises. `script/test browser` builds the page and says where it, the browser and its driver are.

mod access;
mod checks;
mod editions;
mod files;
mod first;
mod keeping;
mod focus;
mod large;
mod messages;
mod page;
mod program;
mod same;
mod seed;
mod texts;
mod worker;
