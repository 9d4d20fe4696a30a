//! Which weeks of a rotation does a part of a cell stand for? `2pm-6pm/Off/Off`; `(a/b)/(c/d)/(e/f)`, where the inner parts
//! take turns too.

/// A cell of a rotation: for each of its weeks the parts that may hold in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RotationCell {
    /// The parts of each week of the outer rotation.
    pub weeks: Vec<Vec<String>>,
}

/// The parts of a cell between slashes, brackets kept together. None where it has one part only.
#[must_use]
pub fn rotation_cell(text: &str) -> Option<RotationCell> {
    let outer = split(text);
    if outer.len() < 2 {
        return None;
    }
    let weeks: Vec<Vec<String>> = outer
        .iter()
        .map(|part| match part.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            Some(inner) => split(inner),
            None => vec![part.clone()],
        })
        .collect();
    Some(RotationCell { weeks })
}

fn split(text: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0_usize);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

impl RotationCell {
    /// How many weeks the cell takes to repeat.
    #[must_use]
    pub fn n_weeks(&self) -> usize {
        self.weeks.iter().map(Vec::len).fold(self.weeks.len(), least_common_multiple)
    }

    /// Whether parts take turns within a week of the outer rotation.
    #[must_use]
    pub fn has_turns(&self) -> bool {
        self.weeks.iter().any(|parts| parts.len() > 1)
    }

    /// The parts within each week are as many as in the others, or one.
    #[must_use]
    pub fn is_even(&self) -> bool {
        let most = self.weeks.iter().map(Vec::len).max().unwrap_or(1);
        self.weeks.iter().all(|parts| parts.len() == most || parts.len() == 1)
    }

    /// The part that holds in a week of the whole rotation, counted from 0.
    #[must_use]
    pub fn part(&self, week: usize) -> &str {
        let parts = &self.weeks[week % self.weeks.len()];
        &parts[week % parts.len()]
    }
}

/// The smallest number that both divide.
#[must_use]
pub fn least_common_multiple(a: usize, b: usize) -> usize {
    let (mut x, mut y) = (a.max(1), b.max(1));
    while y != 0 {
        (x, y) = (y, x % y);
    }
    a.max(1) / x * b.max(1)
}

/// Weeks as a study names them: `A/D`.
#[must_use]
pub fn week_letters(weeks: &[usize]) -> String {
    let letter = |week: &usize| char::from(b'A' + u8::try_from(*week).unwrap_or(25).min(25)).to_string();
    weeks.iter().map(letter).collect::<Vec<String>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{rotation_cell, week_letters};

    #[test]
    fn parts_are_the_weeks_of_a_rotation() {
        let cell = rotation_cell("2pm-6pm/Off/Off").filter(|cell| cell.n_weeks() == 3);
        assert_eq!(
            cell.map(|cell| (cell.part(0).to_owned(), cell.part(4).to_owned())),
            Some(("2pm-6pm".to_owned(), "Off".to_owned()))
        );
        assert_eq!(rotation_cell("9am-5pm"), None);
        assert_eq!(week_letters(&[0, 3]), "A/D");
    }

    #[test]
    fn inner_parts_take_turns_from_week_to_week() {
        let cell = rotation_cell("(a/b)/(c/d)/(e/f)");
        let said: Vec<String> =
            cell.iter().flat_map(|cell| (0..cell.n_weeks()).map(|week| cell.part(week).to_owned())).collect();
        assert_eq!(said, ["a", "d", "e", "b", "c", "f"]);
    }
}
