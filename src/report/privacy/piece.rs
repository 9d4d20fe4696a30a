//! What does a file of the packet say, and where? The texts of pages, charts, tables and notes, piece by piece.

use crate::say;
use std::collections::BTreeMap;

/// A piece of text and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The file of the packet.
    pub file: String,
    /// Where in it, in words.
    pub place: String,
    /// The text.
    pub text: String,
}

/// The pieces of a file, by the ending of its name; none of a file that is no text.
pub fn pieces(file: &str, bytes: &[u8]) -> Vec<Piece> {
    let mut found = vec![Piece { file: file.to_owned(), place: say!("privacy-place-name"), text: name_as_words(file) }];
    let text = String::from_utf8_lossy(bytes);
    let texts: Vec<(String, String)> = match file.rsplit('.').next().unwrap_or("") {
        "html" | "svg" => of_markup(&text),
        "csv" => of_table(bytes),
        "md" | "txt" | "json" | "ics" | "toml" => of_lines(&text),
        _ => Vec::new(),
    };
    found.extend(texts.into_iter().map(|(place, text)| Piece { file: file.to_owned(), place, text }));
    found
}

/// A file's name with blanks between its words.
fn name_as_words(file: &str) -> String {
    file.replace(['/', '-', '_', '.'], " ")
}

fn of_lines(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| (say!("privacy-place-line", n = n + 1), line.to_owned())).collect()
}

fn of_table(bytes: &[u8]) -> Vec<(String, String)> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (n, row) in reader.records().filter_map(Result::ok).enumerate() {
        for (cell, column) in row.iter().zip(header.iter()) {
            // figures name nobody
            if cell.parse::<f64>().is_err() && cell.chars().any(char::is_alphanumeric) {
                // the header is row 1, as a spreadsheet counts
                found.push((say!("privacy-place-row", n = n + 2, column = column), cell.to_owned()));
            }
        }
    }
    found
}

/// The cells of tables that travel within a page, as JSON; what is no such thing, as it stands.
fn of_enclosed(json: &str) -> Vec<(String, String)> {
    let Ok(tables) = serde_json::from_str::<BTreeMap<String, String>>(json) else { return of_lines(json) };
    let cells = |(table, text): (&String, &String)| {
        let place = |place: String| say!("privacy-place-enclosed", table = table, place = place);
        of_table(text.as_bytes()).into_iter().map(|(at, cell)| (place(at), cell)).collect::<Vec<_>>()
    };
    tables.iter().flat_map(cells).collect()
}

/// Tags inside a line of text.
const INLINE: [&str; 9] = ["a", "span", "strong", "em", "b", "i", "code", "cite", "tspan"];
/// Attributes that are read aloud or shown.
const SPOKEN: [&str; 6] = ["alt", "title", "aria-label", "content", "aria-description", "placeholder"];

/// Text between tags, and what attributes say, with the heading above it.
fn of_markup(text: &str) -> Vec<(String, String)> {
    let mut reading = Markup::default();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        reading.text.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let tag = rest[..end].trim_matches(['<', '>']);
        rest = &rest[end..];
        let name = reading.meet(tag);
        if name == "style" || name == "script" {
            let (inside, after) = rest.split_at(rest.find(&format!("</{name}")).unwrap_or(rest.len()));
            rest = after;
            if tag.contains("json") {
                reading.found.extend(of_enclosed(inside));
            }
        }
    }
    reading.text.push_str(rest);
    reading.flush();
    reading.found
}

/// What was read so far.
#[derive(Default)]
struct Markup {
    found: Vec<(String, String)>,
    text: String,
    heading: String,
    is_heading: bool,
}

impl Markup {
    /// Meets a tag; returns its name where it opens an element.
    fn meet(&mut self, tag: &str) -> String {
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or("").to_lowercase();
        if !INLINE.contains(&name.as_str()) {
            self.flush();
        }
        let is_open = !tag.starts_with('/');
        let is_heading = matches!(name.as_str(), "h1" | "h2" | "h3");
        if is_heading {
            self.is_heading = is_open;
        }
        for attribute in SPOKEN {
            if let Some(value) = attribute_of(tag, attribute).filter(|_| is_open) {
                self.found.push((self.place(), unescaped(value)));
            }
        }
        if is_open { name } else { String::new() }
    }

    fn flush(&mut self) {
        let text = unescaped(&std::mem::take(&mut self.text));
        let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
        if text.is_empty() {
            return;
        }
        if self.is_heading {
            self.heading.clone_from(&text);
        }
        self.found.push((self.place(), text));
    }

    fn place(&self) -> String {
        if self.heading.is_empty() {
            say!("privacy-place-text")
        } else {
            say!("privacy-place-section", heading = &self.heading)
        }
    }
}

fn attribute_of<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &tag[start..];
    value.find('"').map(|end| &value[..end])
}

/// A text with its entities as signs.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(';').filter(|end| *end < 10);
        let sign = end.and_then(|end| entity(&rest[1..end]));
        match (sign, end) {
            (Some(sign), Some(end)) => {
                plain.push(sign);
                rest = &rest[end + 1..];
            }
            _ => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn check(file: &str, text: &str, expected: &[(&str, &str)]) {
        let found = pieces(file, text.as_bytes());
        let found: Vec<(&str, &str)> =
            found.iter().skip(1).map(|piece| (piece.place.as_str(), piece.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_page_is_read_block_by_block_with_its_headings_and_what_is_read_aloud() {
        check(
            "index.html",
            "<style>p { color: red }</style><h2>Stories</h2><p>Ana &amp; <em>Ben</em>\n came.</p><img alt=\"A &#x201c;map&#x201d;\"><!-- Eve -->",
            &[
                ("section “Stories”", "Stories"),
                ("section “Stories”", "Ana & Ben came."),
                ("section “Stories”", "A “map”"),
            ],
        );
    }

    #[test]
    fn a_table_is_read_cell_by_cell_as_a_spreadsheet_counts_rows() {
        check("t.csv", "staff,min\n\"Ruiz, Ana\",60\n", &[("row 2, column `staff`", "Ruiz, Ana")]);
        check(
            "page.html",
            "<h2>Week</h2><script type=\"application/json\">{\"staff_time\": \"staff,min\\nÁna \\u003cA>,60\\n\"}</script><script>let ben;</script>",
            &[("section “Week”", "Week"), ("table staff_time in the page, row 2, column `staff`", "Ána <A>")],
        );
        check("a.svg", "<svg><title>Week</title><text>Ana</text></svg>", &[("text", "Week"), ("text", "Ana")]);
    }
}
