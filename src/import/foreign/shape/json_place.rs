//! On which line of a JSON text does a value stand? A walk over the text that writes down the path of every value.

use std::collections::BTreeMap;

/// The lines of the values of a text, by their paths, such as `locations[0].name`.
#[derive(Clone, Debug, Default)]
pub struct JsonPlaces {
    lines: BTreeMap<String, usize>,
}

/// An object or an array that is open.
struct Open {
    /// How long its own path is.
    length: usize,
    /// The place of its next value, where it is an array.
    next: Option<usize>,
}

/// The path of a key of an object.
#[must_use]
pub fn key(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The path of a value of an array.
#[must_use]
pub fn item(path: &str, n: usize) -> String {
    format!("{path}[{n}]")
}

impl JsonPlaces {
    /// Walks over a text that is valid JSON; of any other it finds what it can.
    #[must_use]
    pub fn of(text: &str) -> JsonPlaces {
        let mut walk = Walk::default();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = if c == '"' { string_length(rest) } else { c.len_utf8() };
            let (token, after) = rest.split_at(length.min(rest.len()));
            walk.take(token, c, c == '"' && after.trim_start().starts_with(':'));
            rest = after;
        }
        JsonPlaces { lines: walk.lines }
    }

    /// The line of a value, from 0, or of what it is part of, if it is not there.
    #[must_use]
    pub fn line(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(line) = self.lines.get(path) {
                return *line;
            }
            let Some(end) = path.rfind(['.', '[']) else { return 0 };
            path = &path[..end];
        }
    }
}

/// How long the string is that a text begins with, its quotation marks included.
fn string_length(text: &str) -> usize {
    let mut is_escaped = true;
    for (at, c) in text.char_indices() {
        match (is_escaped, c) {
            // the first quotation mark opens the string
            (true, _) => is_escaped = false,
            (false, '\\') => is_escaped = true,
            (false, '"') => return at + 1,
            (false, _) => {}
        }
    }
    text.len()
}

#[derive(Default)]
struct Walk {
    lines: BTreeMap<String, usize>,
    line: usize,
    path: String,
    open: Vec<Open>,
}

impl Walk {
    fn take(&mut self, token: &str, first: char, is_key: bool) {
        match first {
            '\n' => self.line += 1,
            '{' | '[' => {
                self.value();
                self.open.push(Open { length: self.path.len(), next: (first == '[').then_some(0) });
            }
            '}' | ']' => {
                let closed = self.open.pop();
                self.path.truncate(closed.map_or(0, |open| open.length));
            }
            ',' => {
                if let Some(next) = self.open.last_mut().and_then(|open| open.next.as_mut()) {
                    *next += 1;
                }
            }
            '"' if is_key => self.key(token.trim_matches('"')),
            c if c.is_whitespace() || c == ':' => {}
            _ => self.value(),
        }
    }

    fn key(&mut self, name: &str) {
        self.path.truncate(self.open.last().map_or(0, |open| open.length));
        self.path = key(&self.path, name);
        self.lines.entry(self.path.clone()).or_insert(self.line);
    }

    /// A value of an array; that of an object has its place by its key.
    fn value(&mut self) {
        if let Some(Open { length, next: Some(next) }) = self.open.last() {
            self.path.truncate(*length);
            self.path = item(&self.path, *next);
            self.lines.entry(self.path.clone()).or_insert(self.line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::JsonPlaces;

    #[test]
    fn values_are_found_by_their_paths() {
        let places = JsonPlaces::of(
            "{\"locations\": [\n  {\"name\": \"a \\\"b\\\": {[\",\n   \"weeks\": [{\"Sunday\": 1},\n  {\"Sunday\":\n2}]},\n {\"name\": \"c\"}],\n\"last\": null}",
        );
        for (path, line) in [
            ("locations", 0),
            ("locations[0].name", 1),
            ("locations[0].weeks[0].Sunday", 2),
            ("locations[0].weeks[1].Sunday", 3),
            ("locations[1].name", 5),
            ("last", 6),
            ("locations[1].weeks[0]", 5),
            ("nowhere", 0),
        ] {
            assert_eq!(places.line(path), line, "{path}");
        }
    }

    #[test]
    fn what_is_no_json_does_not_stop_the_walk() {
        for text in ["", "\"", "}}]]", "{\"a\":", "[1,,\"\\", "é{é:[é"] {
            assert_eq!(JsonPlaces::of(text).line("nowhere"), 0, "{text}");
        }
    }
}
