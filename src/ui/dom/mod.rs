//! The builder of the screens that stand before the first keystroke: plain elements, and boxed closures that follow signals.
//!
//! Why not `view!` here: it gives every element, attribute and closure a type of its own, and each type its own code to build,
//! compare and take away. That was two thirds of what a browser fetched before the first keystroke. What is fetched
//! later is written with `view!`; see `page`. No draft is known here.

mod dialog;
mod element;
mod events;
mod follow;
mod matching;
mod rows;
mod signal;

pub use dialog::{close_dialog, is_dialog_open, show_dialog};
pub use element::{El, el, find, svg};
pub use events::{is_composing, listen, listen_to, next_frame, value_of};
pub use follow::follow;
use rows::text;
pub use signal::Signal;
