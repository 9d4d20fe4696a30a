//! Which components does the file hold, on which line does each begin, and does it end?

use super::line::{content_lines, name_of, value_of};

/// How deep components may lie in each other; a calendar needs three.
const DEEPEST: usize = 8;

/// Components that lie in a `VCALENDAR` (or in nothing), never in one another.
const OUTER: [&str; 7] = ["VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VTIMEZONE"];

/// One component: an event, a free/busy list, a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its name, in upper case.
    pub name: String,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The component it lies in, by place in the list.
    pub parent: Option<usize>,
    /// Whether it ends.
    pub is_closed: bool,
    /// Its own lines, unfolded; not those of the components in it.
    pub body: String,
}

impl Component {
    /// The values of its properties of a name, as they were written.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.body.lines().filter(move |line| name_of(line).eq_ignore_ascii_case(name)).filter_map(value_of)
    }
}

/// The components of a text, in the order in which they begin.
#[must_use]
pub fn components(text: &str) -> Vec<Component> {
    let mut tree = Tree::default();
    for line in content_lines(text) {
        let name = name_of(&line.text);
        let is_begin = name.eq_ignore_ascii_case("BEGIN");
        if is_begin || name.eq_ignore_ascii_case("END") {
            let kind = value_of(&line.text).unwrap_or("").to_ascii_uppercase();
            if is_begin {
                tree.open(kind, line.number);
            } else {
                tree.close(&kind);
            }
        } else {
            tree.take(&line.text);
        }
    }
    tree.components
}

#[derive(Default)]
struct Tree {
    components: Vec<Component>,
    open: Vec<usize>,
}

impl Tree {
    fn open(&mut self, name: String, line: u32) {
        self.cut_off(&name);
        if self.open.len() == DEEPEST {
            return;
        }
        let parent = self.open.last().copied();
        self.open.push(self.components.len());
        self.components.push(Component { name, line, parent, is_closed: false, body: String::new() });
    }

    /// What cannot hold a component of this name was cut off before it.
    fn cut_off(&mut self, name: &str) {
        let components = &self.components;
        if OUTER.contains(&name) {
            self.open.retain(|&at| name != "VCALENDAR" && components[at].name == "VCALENDAR");
        } else if name == "AVAILABLE" {
            self.open.retain(|&at| components[at].name != name);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(depth) = self.open.iter().rposition(|&at| self.components[at].name == name) {
            self.components[self.open[depth]].is_closed = true;
            self.open.truncate(depth);
        }
    }

    fn take(&mut self, line: &str) {
        if let Some(&at) = self.open.last() {
            self.components[at].body.push_str(line);
            self.components[at].body.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    /// Name, line, parent and whether it ends.
    fn outline(text: &str) -> Vec<(String, u32, Option<usize>, bool)> {
        let outline = components(text).into_iter();
        outline.map(|component| (component.name, component.line, component.parent, component.is_closed)).collect()
    }

    #[test]
    fn components_lie_in_each_other_and_know_their_lines() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nTRIGGER:-PT5M\nEND:VALARM\nSUMMARY:a\n  b\nEND:VEVENT\nend:vcalendar";
        let expected = [
            ("VCALENDAR".to_owned(), 1, None, true),
            ("VEVENT".to_owned(), 2, Some(0), true),
            ("VALARM".to_owned(), 4, Some(1), true),
        ];
        assert_eq!(outline(text), expected);
        assert_eq!(components(text)[1].body, "UID:1\nSUMMARY:a b\n");
        assert_eq!(components(text)[1].values("summary").collect::<Vec<_>>(), ["a b"]);
    }

    #[test]
    fn an_event_without_an_end_does_not_swallow_the_next() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR";
        let expected = [
            ("VCALENDAR".to_owned(), 1, None, true),
            ("VEVENT".to_owned(), 2, Some(0), false),
            ("VALARM".to_owned(), 4, Some(1), false),
            ("VEVENT".to_owned(), 5, Some(0), true),
        ];
        assert_eq!(outline(text), expected);
    }

    #[test]
    fn a_file_that_was_cut_and_one_glued_to_another_are_told() {
        let cut = [("VCALENDAR".to_owned(), 1, None, false), ("VEVENT".to_owned(), 2, Some(0), false)];
        assert_eq!(outline("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"), cut);
        let glued = [("VCALENDAR".to_owned(), 1, None, false), ("VCALENDAR".to_owned(), 2, None, true)];
        assert_eq!(outline("BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VEVENT"), glued);
        assert!(outline("END:VCALENDAR\nhello\n:::\n").is_empty());
    }

    #[test]
    fn nesting_without_end_is_bounded() {
        assert_eq!(outline(&"BEGIN:X\n".repeat(10_000)).len(), super::DEEPEST);
    }
}
