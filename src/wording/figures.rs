//! How are figures said? Hours with one decimal, shares in whole percent, names joined as people join them.

/// A number rounded to a part, halves upwards; a hair is added, so that a half that binary numbers miss stays a half.
#[must_use]
pub fn rounded(number: f64, parts: f64) -> f64 {
    (number * parts + 1e-9).round() / parts
}

/// A number with so many decimals, rounded as everywhere, with the language's decimal mark.
///
/// ```
/// assert_eq!(offdesk::wording::number(7.25, 1), "7.3");
/// assert_eq!(offdesk::wording::number(7.25, 0), "7");
/// ```
#[must_use]
pub fn number(number: f64, n_decimals: u8) -> String {
    let text = format!("{:.*}", usize::from(n_decimals), rounded(number, 10f64.powi(i32::from(n_decimals))));
    if n_decimals == 0 { text } else { text.replace('.', &say!("decimal-mark")) }
}

/// A number with one decimal, which is left away where it is 0.
#[must_use]
pub fn short_number(value: f64) -> String {
    let is_whole = (rounded(value, 10.0) - rounded(value, 1.0)).abs() < 0.05;
    number(value, u8::from(!is_whole))
}

/// A number with one decimal, or two where it needs them.
///
/// ```
/// assert_eq!(offdesk::wording::decimal(1.0), "1.0");
/// assert_eq!(offdesk::wording::decimal(1.25), "1.25");
/// ```
#[must_use]
pub fn decimal(value: f64) -> String {
    let needs_two = (rounded(value, 10.0) - value).abs() >= 0.004;
    number(value, if needs_two { 2 } else { 1 })
}

/// Hours with one decimal, such as `9.0 h`.
#[must_use]
pub fn hours(hours: f64) -> String {
    say!("hours", number = number(hours, 1))
}

/// Whether a share is more than nothing and rounds to 0 %.
fn is_under_one_percent(share: f64) -> bool {
    share > 0.0 && share < 0.005
}

/// A share (0 to 1) in whole percent; a share that is not zero is at least `under 1 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    if is_under_one_percent(share) {
        say!("percent-under-one")
    } else {
        say!("percent", number = number(share * 100.0, 0))
    }
}

/// From the least share to the greatest, such as `30 to 76 %`.
#[must_use]
pub fn percent_span(least: f64, greatest: f64) -> String {
    let bare = |share: f64| {
        if is_under_one_percent(share) { say!("percent-bare-under-one") } else { number(share * 100.0, 0) }
    };
    say!("percent-span", least = bare(least), greatest = bare(greatest))
}

/// The name of a day of the week; 0 is Monday.
#[must_use]
pub fn weekday_name(weekday: usize) -> String {
    say!("weekday", day = weekday)
}

/// Names joined as in running text; after `most` of them the rest is counted.
///
/// ```
/// use offdesk::wording::and_list;
/// assert_eq!(and_list(["Ana", "Ben", "Cem"], 3), "Ana, Ben and Cem");
/// assert_eq!(and_list(["Ana", "Ben", "Cem"], 1), "Ana and 2 more");
/// ```
#[must_use]
pub fn and_list<T: AsRef<str>>(names: impl IntoIterator<Item = T>, most: usize) -> String {
    let names: Vec<T> = names.into_iter().collect();
    if names.len() > most {
        let before = comma_list(names.iter().take(most));
        return say!("list-more", names = before, n = names.len() - most);
    }
    match &names[..] {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => say!("list-and", before = comma_list(first), last = last.as_ref()),
    }
}

/// Names with commas between them.
#[must_use]
pub fn comma_list<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let join = |before: String, next: T| say!("list-comma", before = before, next = next.as_ref());
    let mut names = names.into_iter();
    names.next().map_or_else(String::new, |first| names.fold(first.as_ref().to_owned(), join))
}

/// Parts of a sentence with semicolons between them.
#[must_use]
pub fn semicolon_list<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let join = |before: String, next: T| say!("list-semicolon", before = before, next = next.as_ref());
    let mut parts = parts.into_iter();
    parts.next().map_or_else(String::new, |first| parts.fold(first.as_ref().to_owned(), join))
}

/// Clauses as sentences of their own, one after the other.
#[must_use]
pub fn sentences<T: AsRef<str>>(clauses: impl IntoIterator<Item = T>) -> String {
    let said: Vec<String> = clauses.into_iter().map(|clause| say!("sentence", clause = clause.as_ref())).collect();
    said.join(" ")
}

/// A figure, with `at least` where it is a bound.
#[must_use]
pub fn at_least(is_bound: bool, figure: String) -> String {
    if is_bound { say!("at-least", figure = figure) } else { figure }
}

/// A figure, with `at most` where it is a bound.
#[must_use]
pub fn at_most(is_bound: bool, figure: String) -> String {
    if is_bound { say!("at-most", figure = figure) } else { figure }
}

/// `at least ` before what follows, where that is a bound.
#[must_use]
pub fn at_least_word(is_bound: bool) -> String {
    if is_bound { say!("at-least-word") } else { String::new() }
}

/// `at most ` before what follows, where that is a bound.
#[must_use]
pub fn at_most_word(is_bound: bool) -> String {
    if is_bound { say!("at-most-word") } else { String::new() }
}
