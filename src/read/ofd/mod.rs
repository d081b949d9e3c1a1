//! OFD.
use crate::read::{Document, Refusal};
/// x
pub fn read_ofd(_bytes: &[u8]) -> Result<Document, Refusal> { Err(Refusal::new("")) }
