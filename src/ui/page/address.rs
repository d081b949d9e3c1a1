//! Ids in the address: any that a draft can have.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in an id as it is: letters and digits of ASCII and these. All else could be read as something else in an
/// address, or is written otherwise by one browser than by another.
const AS_IT_IS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// An id as it stands in the address.
pub(super) fn encoded(id: &str) -> String {
    utf8_percent_encode(id, AS_IT_IS).to_string()
}

/// The id of a piece of the address; what is not well encoded stands for itself.
pub(super) fn decoded(piece: &str) -> String {
    percent_decode_str(piece).decode_utf8().map_or_else(|_| piece.to_owned(), Cow::into_owned)
}
