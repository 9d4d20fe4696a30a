//! Which column is where? Headers are matched without regard to case, blanks, `_` and `-`; the order is free.

use super::canonical::CanonicalFile;
use crate::problem::{Code, Problem, Problems, nearest};
use crate::text::{Location, is_blank};

/// The header of a file: where each known column stands, and the names as written.
#[derive(Clone, Debug)]
pub struct Header {
    /// For each column of the canonical file, its place in the row.
    pub places: Vec<Option<usize>>,
    /// The names as written, by place.
    pub written: Vec<String>,
    /// What separates the cells.
    pub delimiter: u8,
}

/// A name without what does not count in it.
#[must_use]
pub fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace() && !"_-\u{feff}\u{a0}".contains(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The separator under which most columns of the header are known ones.
#[must_use]
pub fn sniff_delimiter(header: &str, file: &CanonicalFile) -> u8 {
    let n_known = |delimiter: u8| {
        header
            .split(char::from(delimiter))
            .filter(|cell| file.columns.iter().any(|column| plain(column) == plain(cell.trim_matches('"'))))
            .count()
    };
    let mut best = b',';
    for delimiter in [b';', b'\t', b'|'] {
        if n_known(delimiter) > n_known(best) {
            best = delimiter;
        }
    }
    best
}

impl Header {
    /// Reads the cells of a header row; says what is missing, unknown or there twice.
    #[must_use]
    pub fn read(
        cells: &[&str],
        delimiter: u8,
        file: &CanonicalFile,
        place: &Location,
        problems: &mut Problems,
    ) -> Header {
        let written: Vec<String> =
            cells.iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned()).collect();
        let mut places = vec![None; file.columns.len()];
        for (at, name) in written.iter().enumerate() {
            let cell_place = || crate::import::record::cell_location(place, at, name, name, delimiter);
            match file.columns.iter().position(|column| plain(column) == plain(name)) {
                Some(column) if places[column].is_some() => problems.push(
                    Problem::new(Code::E107, cell_place())
                        .says(format!("two columns are named `{name}`"))
                        .done("the first of them is read")
                        .help("give one of them another name, or delete it"),
                ),
                Some(column) => places[column] = Some(at),
                None if is_blank(name) => {}
                None => {
                    let near = nearest(name, file.columns.iter().copied());
                    problems.push(
                        Problem::new(Code::N105, cell_place())
                            .says(format!("the column `{name}` is not used"))
                            .done("the column is kept out; its rows are used")
                            .help(near.map_or_else(String::new, |near| format!("did you mean `{near}`?"))),
                    );
                }
            }
        }
        for group in file.required {
            let is_there = |name: &&'static str| {
                file.columns.iter().position(|column| column == name).is_some_and(|at| places[at].is_some())
            };
            if !group.iter().any(is_there) {
                problems.push(
                    Problem::new(Code::E102, place.clone())
                        .says(format!("{} has no column `{}`", file.name, group.join("` or `")))
                        .done("no row of this file can be read")
                        .help(format!("the columns of this file are: {}", file.columns.join(", "))),
                );
            }
        }
        Header { places, written, delimiter }
    }

    /// Whether every required column is there.
    #[must_use]
    pub fn is_complete(&self, file: &CanonicalFile) -> bool {
        file.required.iter().all(|group| {
            group.iter().any(|name| {
                file.columns.iter().position(|column| column == name).is_some_and(|at| self.places[at].is_some())
            })
        })
    }
}
