//! The day and the time, as the machine has them.

use crate::value::Date;

/// The day on which it is where the machine stands.
pub fn today() -> Option<Date> {
    day(&js_sys::Date::new_0())
}

/// The day of an ISO time where the machine stands; nothing where it is no time.
pub fn day_of(iso: &str) -> Option<Date> {
    day(&js_sys::Date::new(&iso.into()))
}

fn day(time: &js_sys::Date) -> Option<Date> {
    Date::new(i32::try_from(time.get_full_year()).ok()?, time.get_month() + 1, time.get_date())
}

/// The time as ISO 8601 in UTC.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The time of day of an ISO time where the machine stands: 12:03:07.
pub fn time_of_day(iso: &str) -> String {
    let time = js_sys::Date::new(&iso.into());
    format!("{:02}:{:02}:{:02}", time.get_hours(), time.get_minutes(), time.get_seconds())
}
