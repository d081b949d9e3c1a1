//! Numbers as a list writes them. Source: [MS-OSHARED] 2.2.1.3, MSONFC.

/// Letters go round up to here, Roman numbers too; beyond there are digits.
const MOST: i32 = 780;

/// The number in a way of writing; in digits where the way cannot write it.
pub fn counted(number: i32, format: u8) -> String {
    let written = match format {
        1 => roman(number),
        2 => roman(number).map(|roman| roman.to_lowercase()),
        3 => letters(number, 'A'),
        4 => letters(number, 'a'),
        14 => Some(number.to_string().chars().map(wide).collect()),
        18 | 28 => among(number, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        22 => Some(format!("{number:02}")),
        26 => among(number, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        27 => among(number, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        29 => among(number, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
        30 => among(number, "甲乙丙丁戊己庚辛壬癸"),
        31 => among(number, "子丑寅卯辰巳午未申酉戌亥"),
        10 | 40 => Some(number.to_string().chars().map(digit).collect()),
        11 | 33 | 35 | 37 | 39 => chinese(number, "〇一二三四五六七八九", ["", "十", "百", "千"]),
        34 | 38 => chinese(number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"]),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

fn wide(c: char) -> char {
    c.to_digit(10).and_then(|digit| char::from_u32(0xff10 + digit)).unwrap_or(c)
}

fn digit(c: char) -> char {
    c.to_digit(10).and_then(|digit| "〇一二三四五六七八九".chars().nth(usize::try_from(digit).ok()?)).unwrap_or(c)
}

fn among(number: i32, signs: &str) -> Option<String> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    signs.chars().nth(index).map(String::from)
}

/// a to z, then aa to zz, as Word counts.
fn letters(number: i32, first: char) -> Option<String> {
    let index = u32::try_from(number).ok().filter(|_| number <= MOST)?.checked_sub(1)?;
    let letter = char::from_u32(u32::from(first) + index % 26)?;
    Some(String::from(letter).repeat(usize::try_from(index / 26 + 1).ok()?))
}

fn roman(number: i32) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|rest| *rest > 0 && number <= MOST)?;
    let mut written = String::new();
    let signs =
        [(500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    for (value, sign) in signs {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    Some(written)
}

/// 十一, 一百〇一: up to 9999.
fn chinese(number: i32, digits: &str, places: [&str; 4]) -> Option<String> {
    let number = usize::try_from(number).ok().filter(|number| *number <= 9999)?;
    let digits: Vec<char> = digits.chars().collect();
    if number == 0 {
        return digits.first().map(|zero| String::from(*zero));
    }
    let mut written = String::new();
    let mut is_gap = false;
    for (place, name) in [(1000, places[3]), (100, places[2]), (10, places[1]), (1, places[0])] {
        let digit = number / place % 10;
        if digit == 0 {
            is_gap = !written.is_empty();
            continue;
        }
        if is_gap {
            written.extend(digits.first());
            is_gap = false;
        }
        // 十一, not 一十一; 壹拾壹 keeps it.
        if !(place == 10 && digit == 1 && written.is_empty() && name == "十") {
            written.extend(digits.get(digit));
        }
        written.push_str(name);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn numbers_are_written_as_their_list_says() {
        for (number, format, written) in [
            (3, 0, "3"),
            (4, 1, "IV"),
            (19, 2, "xix"),
            (28, 3, "BB"),
            (1, 4, "a"),
            (12, 14, "１２"),
            (2, 18, "②"),
            (21, 18, "21"),
            (7, 22, "07"),
            (5, 29, "㈤"),
            (10, 37, "十"),
            (11, 39, "十一"),
            (20, 37, "二十"),
            (101, 37, "一百〇一"),
            (110, 37, "一百一十"),
            (1001, 37, "一千〇一"),
            (0, 37, "〇"),
            (12, 38, "壹拾贰"),
            (12, 10, "一二"),
            (-1, 37, "-1"),
            (i32::MAX, 1, "2147483647"),
            (i32::MAX, 4, "2147483647"),
        ] {
            assert_eq!(counted(number, format), written, "{number} in {format}");
        }
    }
}
