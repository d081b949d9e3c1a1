//! What the keys do in a cell, as in a spreadsheet. While an input method composes, none of these act.

use web_sys::KeyboardEvent;

use super::act;
use super::hands::Hands;
use super::range::{Range, next_within};
use crate::sheet::Direction;
use crate::ui::dom::is_composing;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// To move.
    Move(Direction),
    /// To select further.
    Extend(Direction),
    /// To move on within what is selected, down or across, forwards or back.
    Next {
        down: bool,
        back: bool,
    },
    All,
    Edit,
    Restore,
    Clear,
    FillDown,
    FillRight,
    FillAll,
}

/// What a key asks for; nothing where it is the input's own. Ctrl is Command on a Mac.
fn asked(key: &str, ctrl: bool, shift: bool, editing: bool) -> Option<Asked> {
    let arrow = match key {
        "ArrowUp" => Some((Direction::Up, Direction::Top)),
        "ArrowDown" => Some((Direction::Down, Direction::Bottom)),
        "ArrowLeft" => Some((Direction::Left, Direction::RowStart)),
        "ArrowRight" => Some((Direction::Right, Direction::RowEnd)),
        "Home" => Some((Direction::RowStart, Direction::RowStart)),
        "End" => Some((Direction::RowEnd, Direction::RowEnd)),
        _ => None,
    };
    if let Some((step, edge)) = arrow {
        let is_of_text = editing && matches!(key, "ArrowLeft" | "ArrowRight" | "Home" | "End");
        let direction = if ctrl { edge } else { step };
        return (!is_of_text).then_some(if shift { Asked::Extend(direction) } else { Asked::Move(direction) });
    }
    match (key, ctrl, shift) {
        ("Enter", false, back) => Some(Asked::Next { down: true, back }),
        ("Enter", true, false) => Some(Asked::FillAll),
        ("Tab", false, back) => Some(Asked::Next { down: false, back }),
        ("F2", false, false) => Some(Asked::Edit),
        ("Escape", ..) => Some(Asked::Restore),
        ("Delete", false, false) if !editing => Some(Asked::Clear),
        ("a" | "A", true, false) if !editing => Some(Asked::All),
        ("d" | "D", true, false) => Some(Asked::FillDown),
        ("r" | "R", true, false) => Some(Asked::FillRight),
        _ => None,
    }
}

/// Acts on a key in a cell.
pub fn on_key(hands: &Hands, event: &KeyboardEvent) {
    if is_composing(event) || event.alt_key() {
        return;
    }
    let ctrl = event.ctrl_key() || event.meta_key();
    let Some(asked) = asked(&event.key(), ctrl, event.shift_key(), hands.is_editing()) else { return };
    let Some((input, place)) = hands.focused() else { return };
    let region = hands.range().region;
    match asked {
        // Without a selection Tab is the browser's: it goes on into the next table, and out of it.
        Asked::Next { down: false, .. } if region.is_none() => return,
        Asked::Next { down, back } => match region {
            Some(region) => {
                if let Some(next) = next_within(&hands.layout, region, place, down, back) {
                    hands.focus_within(next);
                }
            }
            None => go(hands, if back { Direction::Up } else { Direction::Down }),
        },
        Asked::Move(direction) => go(hands, direction),
        Asked::Extend(direction) => {
            if let Some(point) = hands.point(place).filter(|_| region.is_none()) {
                hands.select(Range::at(point).step(&hands.layout, direction));
            } else {
                hands.select(hands.range().step(&hands.layout, direction));
            }
        }
        Asked::All => {
            if let Some(values) = hands.layout.all_values() {
                hands.select(Range::of(values));
            }
        }
        Asked::Edit => edit(hands),
        Asked::Restore => {
            if let Some(point) = hands.point(place).filter(|_| region.is_some()) {
                hands.select(Range::at(point));
            } else {
                act::restore(hands, &input, place, &hands.before());
                hands.edit(false);
            }
        }
        Asked::Clear => act::clear(hands, "已清除"),
        Asked::FillDown => act::fill(hands, true),
        Asked::FillRight => act::fill(hands, false),
        Asked::FillAll => {
            if region.is_none() {
                return;
            }
            act::fill_all(hands, place);
        }
    }
    event.prevent_default();
}

/// Moves to the next cell in a direction; at the edge the focus stays, and what was selected no longer is.
fn go(hands: &Hands, direction: Direction) {
    let Some((_, place)) = hands.focused() else { return };
    match hands.layout.next(place, direction) {
        Some(next) => hands.focus(next),
        None => {
            if let Some(point) = hands.point(place) {
                hands.select(Range::at(point));
            }
        }
    }
}

/// Goes into the text of the cell, behind its end.
pub fn edit(hands: &Hands) {
    let Some((input, _)) = hands.focused() else { return };
    hands.edit(true);
    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
    // An input whose caret cannot be set keeps it where it is.
    let _ = input.set_selection_range(end, end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ask_as_in_a_spreadsheet() {
        let plain = |key| asked(key, false, false, false);
        assert_eq!(plain("ArrowUp"), Some(Asked::Move(Direction::Up)));
        assert_eq!(plain("Home"), Some(Asked::Move(Direction::RowStart)));
        assert_eq!(asked("ArrowDown", true, false, false), Some(Asked::Move(Direction::Bottom)));
        assert_eq!(asked("ArrowDown", true, true, false), Some(Asked::Extend(Direction::Bottom)));
        assert_eq!(asked("Enter", false, true, false), Some(Asked::Next { down: true, back: true }));
        assert_eq!(asked("d", true, false, false), Some(Asked::FillDown));
        for own in ["5", "Backspace", "Process", "Unidentified", "d", "a"] {
            assert_eq!(plain(own), None, "{own}");
        }
    }

    #[test]
    fn within_a_text_keys_move_the_caret() {
        for key in ["ArrowLeft", "ArrowRight", "Home", "End", "Delete", "a"] {
            assert_eq!(asked(key, false, false, true), None, "{key}");
        }
        assert_eq!(asked("ArrowLeft", false, true, true), None);
        assert_eq!(asked("ArrowDown", false, false, true), Some(Asked::Move(Direction::Down)));
        assert_eq!(asked("a", true, false, true), None);
    }
}
