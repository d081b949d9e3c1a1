//! Older versions of the file, made into the one this program reads: one function a version, in order.

use super::VERSION;
use super::json::Map;

/// Turns a file of version n into one of version n + 1, for n from 1. A version once released stays here for ever.
const MIGRATIONS: [fn(&mut Map); VERSION as usize - 1] = [];

/// Brings a file of an older version up to the present one.
pub(super) fn migrate(file: &mut Map, version: u32) {
    let passed = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    for migration in MIGRATIONS.iter().skip(passed) {
        migration(file);
    }
}
