//! x
use super::{Document, Refusal};
/// x
pub fn read_rtf(_bytes: &[u8]) -> Result<Document, Refusal> { Err(Refusal::new("")) }
