//! What the page needs of the browser: clock, files, print, charts, the workers. No draft is known here.

mod clock;
mod page;
mod pdf;
mod worker;

pub use clock::{day_of, now, time_of_day, today};
pub use page::{
    CopiedTables, charts_drawn, copied_tables, copy, decode_text, dispose, download, download_bytes, draw, draw_svg,
    fonts_loaded, hide_at, new_id, png_of, print, put_svg, read_bytes, seen, set_title, show_at, show_rescue, spawn,
    wait, words_at,
};
pub use pdf::{PdfPages, PdfStop, pdf_pages};
pub use worker::{Asked, Ticket, ask, cancel};
