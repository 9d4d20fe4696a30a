//! Which columns hold the hours of which day? `Monday`, `Mn`, `Monday hours`, `Mon open` and `Mon close`, `M T W Th F Sa Su`.

use crate::import::foreign::cell::read_weekday;
use crate::import::foreign::cell::read_weekdays;
use crate::import::foreign::sheet::Sheet;
use crate::time::WEEKDAY_NAMES;
use crate::time::WeekdaySet;

/// Which part of a day's hours a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// All of them.
    Whole,
    /// When the day's hours begin.
    Open,
    /// When they end.
    Close,
}

/// A column of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayColumn {
    /// The column.
    pub column: usize,
    /// The day of the week; 0 is Monday.
    pub weekday: usize,
    /// The part of its hours.
    pub side: Side,
}

impl DayColumn {
    /// Its field in a fit: `mon`, `mon_open`, `mon_close`.
    #[must_use]
    pub fn field(self) -> String {
        let name = WEEKDAY_NAMES[self.weekday % 7].to_lowercase();
        match self.side {
            Side::Whole => name,
            Side::Open => format!("{name}_open"),
            Side::Close => format!("{name}_close"),
        }
    }
}

const OPEN: [&str; 9] = ["open", "opens", "opening", "opened", "start", "starts", "from", "begin", "begins"];
const CLOSE: [&str; 9] = ["close", "closes", "closing", "end", "ends", "to", "until", "finish", "stop"];
const HOURS: [&str; 3] = ["hours", "hour", "hrs"];
const FILLERS: [&str; 7] = ["time", "times", "library", "branch", "of", "operation", "regular"];
/// The letters of a week, each day's spellings.
const LETTERS: [&[&str]; 7] = [&["m"], &["t", "tu"], &["w"], &["t", "th", "r"], &["f"], &["s", "sa"], &["s", "su"]];
/// How far to the right of a day's name the columns below it may stand.
const WIDEST_DAY: usize = 4;

/// The words of a header in small letters: `monday_start`, `MonOpen` and `Mon. open` have two each.
#[must_use]
pub fn header_words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in text.chars() {
        if !c.is_alphanumeric() || was_small && c.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        was_small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The day and the side that a header names; none where it says anything else as well.
fn day_side(text: &str) -> Option<(usize, Side)> {
    let (weekday, side, is_plain) = read_words(&header_words(text))?;
    weekday.filter(|_| is_plain || side != Side::Whole).map(|weekday| (weekday, side))
}

/// Day, side, and whether there is no number among the words: `Mon 5` is a date.
fn read_words(words: &[String]) -> Option<(Option<usize>, Side, bool)> {
    let (mut weekday, mut side, mut is_plain, mut has_hours) = (None, Side::Whole, true, false);
    for word in words {
        let is_in = |known: &[&str]| known.contains(&word.as_str());
        if side == Side::Whole && is_in(&OPEN) {
            side = Side::Open;
        } else if side == Side::Whole && is_in(&CLOSE) {
            side = Side::Close;
        } else if is_in(&HOURS) {
            has_hours = true;
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            is_plain = false;
        } else if !is_in(&FILLERS) {
            weekday = Some(read_weekday(word).filter(|_| weekday.is_none())?);
        }
    }
    // `Monday opening hours` are all of them
    let side = if has_hours && side == Side::Open { Side::Whole } else { side };
    Some((weekday, side, is_plain))
}

/// The columns of hours of a header row.
#[must_use]
pub fn day_columns(sheet: &Sheet, row: usize) -> Vec<DayColumn> {
    let one = |column: usize| -> Vec<DayColumn> {
        let text = sheet.cell(row, column);
        if let Some((weekday, side)) = day_side(text).or_else(|| below_a_day(sheet, row, column)) {
            return vec![DayColumn { column, weekday, side }];
        }
        // `Mon-Thu` holds for four days
        let days = read_weekdays(text).into_iter().flat_map(WeekdaySet::days);
        days.map(|weekday| DayColumn { column, weekday, side: Side::Whole }).collect()
    };
    let mut found: Vec<DayColumn> = (0..sheet.n_cells(row)).flat_map(one).collect();
    // of `M T W Th F S S` one letter more is a day of its own; the whole row says more
    if found.len() < 7 {
        let letters = by_letters(sheet, row);
        if !letters.is_empty() {
            return letters;
        }
    }
    if !found.iter().any(|day| day.side == Side::Close) {
        found.iter_mut().for_each(|day| day.side = Side::Whole);
    }
    found
}

/// `Open` and `Close` in a row below one with the names of the days.
fn below_a_day(sheet: &Sheet, row: usize, column: usize) -> Option<(usize, Side)> {
    let (None, side @ (Side::Open | Side::Close), _) = read_words(&header_words(sheet.cell(row, column)))? else {
        return None;
    };
    let above = row.checked_sub(1)?;
    let mut columns = (column.saturating_sub(WIDEST_DAY - 1)..=column).rev();
    let name = columns.find(|column| !sheet.cell(above, *column).is_empty())?;
    day_side(sheet.cell(above, name)).map(|(weekday, _)| (weekday, side))
}

/// Single letters say a day only where a whole week of them stands side by side.
fn by_letters(sheet: &Sheet, row: usize) -> Vec<DayColumn> {
    let is_week = |start: usize, first: usize| {
        (0..7).all(|n| {
            let text = sheet.cell(row, start + n).trim_end_matches('.').to_lowercase();
            LETTERS[(first + n) % 7].contains(&text.as_str())
        })
    };
    let mut starts = (0..sheet.n_cells(row)).flat_map(|start| [(start, 0), (start, 6)]);
    starts.find(|(start, first)| is_week(*start, *first)).map_or_else(Vec::new, |(start, first)| {
        (0..7).map(|n| DayColumn { column: start + n, weekday: (first + n) % 7, side: Side::Whole }).collect()
    })
}

/// The day and the side of a field of a fit: `mon`, `mon_open`, `mon_close`.
#[must_use]
pub fn field_side(field: &str) -> Option<(usize, Side)> {
    let field = field.trim().to_lowercase();
    let (day, side) = match (field.strip_suffix("_open"), field.strip_suffix("_close")) {
        (Some(day), _) => (day, Side::Open),
        (None, Some(day)) => (day, Side::Close),
        (None, None) => (field.as_str(), Side::Whole),
    };
    read_weekday(day).map(|weekday| (weekday, side))
}

#[cfg(test)]
mod tests {
    use super::{Side, day_columns, day_side, field_side, header_words};
    use crate::import::foreign::sheet::Sheet;

    fn shown(rows: &[&[&str]]) -> String {
        let columns = day_columns(&Sheet::of_rows("a.csv", rows), rows.len() - 1);
        let words = columns.iter().map(|day| {
            let side = match day.side {
                Side::Whole => "",
                Side::Open => "+",
                Side::Close => "-",
            };
            format!("{}:{}{side}", day.column, day.weekday)
        });
        words.collect::<Vec<String>>().join(" ")
    }

    #[test]
    fn headers_name_a_day_and_perhaps_a_side_of_it() {
        assert_eq!(header_words("monday_start"), ["monday", "start"]);
        assert_eq!(header_words("MonOpen"), ["mon", "open"]);
        assert_eq!(day_side("Monday hours"), Some((0, Side::Whole)));
        assert_eq!(day_side("Mn"), Some((0, Side::Whole)));
        assert_eq!(day_side("hours_sunday"), Some((6, Side::Whole)));
        assert_eq!(day_side("Tue close"), Some((1, Side::Close)));
        assert_eq!(day_side("Saturday Opening Time"), Some((5, Side::Open)));
        assert_eq!(day_side("Mon open 2"), Some((0, Side::Open)));
        for text in ["Monday staffed hours", "MonLocation", "Mon 5", "Open", "Notes", "", "monday-break"] {
            assert_eq!(day_side(text), None, "{text}");
        }
    }

    #[test]
    fn days_may_stand_above_their_two_columns_or_be_letters() {
        assert_eq!(
            shown(&[&["Branch", "Mon", "", "Tue", ""], &["", "Open", "Close", "Open", "Close"]]),
            "1:0+ 2:0- 3:1+ 4:1-"
        );
        assert_eq!(shown(&[&["Branch", "M", "T", "W", "Th", "F", "S", "S"]]), "1:0 2:1 3:2 4:3 5:4 6:5 7:6");
        assert_eq!(shown(&[&["Branch", "S", "M", "T", "W", "T", "F", "S"]]), "1:6 2:0 3:1 4:2 5:3 6:4 7:5");
        assert_eq!(shown(&[&["Branch", "Mon opening", "Tue opening"]]), "1:0 2:1");
        assert_eq!(shown(&[&["Branch", "M", "F"]]), "");
    }

    #[test]
    fn fields_are_typed_by_people_too() {
        assert_eq!(field_side("mon_open"), Some((0, Side::Open)));
        assert_eq!(field_side("Sunday_close"), Some((6, Side::Close)));
        assert_eq!(field_side("wed"), Some((2, Side::Whole)));
        assert_eq!(field_side("branch"), None);
        assert_eq!(field_side("mon_unstaffed"), None);
    }
}
