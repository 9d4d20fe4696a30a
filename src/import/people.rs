//! Reads `staff.csv`.

use super::canonical::STAFF;
use super::cell::{CellContext, Cells};
use super::directory::Directory;
use super::record::Record;
use super::sheet::{RowReader, SheetRead, StretchRead};
use crate::problem::{Code, Problem, Problems};
use crate::study::{InputFile, StaffMember};
use crate::text::Location;
use crate::time::Minutes;

const STAFF_NAME: usize = 0;
const ROLE: usize = 1;
const DEPARTMENT: usize = 2;
const BRANCH: usize = 3;
const WEEKLY_HOURS: usize = 4;
const OUTREACH: usize = 5;
const ALIASES: usize = 6;

/// Reads the rows of `staff.csv`.
#[derive(Debug, Default)]
pub struct People(Vec<(StaffMember, String, Location)>);

impl RowReader for People {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, CellContext::default(), problems);
        let name = cells.required(STAFF_NAME);
        let weekly = cells.decimal(WEEKLY_HOURS, 0.0, 168.0);
        let does_outreach = cells.yes_no(OUTREACH, true);
        let member = StaffMember {
            name: super::lexicon::shown(name).into_owned(),
            role: super::lexicon::shown(cells.text(ROLE)).into_owned(),
            department: super::lexicon::shown(cells.text(DEPARTMENT)).into_owned(),
            home: None,
            weekly: weekly.map(minutes_of_hours),
            does_outreach: does_outreach.unwrap_or(true),
            aliases: cells
                .text(ALIASES)
                .split([';', '|', '/'])
                .map(|alias| super::lexicon::shown(alias.trim()).into_owned())
                .filter(|alias| !alias.is_empty())
                .collect(),
            line: Some(record.line),
        };
        let is_sound = cells.is_sound;
        if is_sound {
            self.0.push((member, record.cell(BRANCH).to_owned(), record.location(STAFF_NAME)));
        }
        is_sound
    }
}

/// Hours with decimals as whole minutes.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "0 to 168 hours, checked")]
fn minutes_of_hours(hours: f64) -> Minutes {
    Minutes((hours * 60.0).round() as i64)
}

/// The directory that begins with the people of the list, every problem of the list, and how many of its rows are used.
pub fn take_people(sheet: SheetRead<People>, mut input: InputFile) -> (Directory, Problems, InputFile) {
    let (mut directory, mut problems) = (Directory::default(), Problems::default());
    problems.append(sheet.problems);
    for StretchRead { reader, problems: found, first_line, n_rows, n_left_out, .. } in sheet.stretches {
        problems.append(found);
        input.n_rows += n_rows;
        input.n_left_out += n_left_out;
        for (mut member, branch, mut location) in reader.0 {
            location.line += first_line;
            member.line = Some(location.line);
            member.home = directory.branch(&branch);
            if let Some(problem) = add(&mut directory, member, location) {
                input.n_left_out += 1;
                problems.push(problem);
            }
        }
    }
    add_aliases(&mut directory, &mut problems);
    (directory, problems, input)
}

/// A second row for one name is refused.
fn add(directory: &mut Directory, member: StaffMember, location: Location) -> Option<Problem> {
    if let Some(known) = directory.staff.known(&member.name) {
        let first =
            directory.members.get(usize::try_from(known).unwrap_or(0)).and_then(|known| known.line).unwrap_or(0);
        let problem = Problem::new(Code::E320, location)
            .says(format!("`{}` stands in staff.csv twice, first on line {first}", member.name))
            .help("delete one of the rows; or, where they are two people, give each a name of their own");
        return Some(problem);
    }
    directory.staff.number(&member.name);
    directory.members.push(member);
    None
}

fn add_aliases(directory: &mut Directory, problems: &mut Problems) {
    for number in 0..directory.members.len() {
        if directory.members[number].aliases.is_empty() {
            continue;
        }
        let member = directory.members[number].clone();
        for alias in &member.aliases {
            if !directory.staff.add_spelling(alias, u32::try_from(number).unwrap_or(u32::MAX)) {
                let place =
                    Location::of_line(STAFF.name, member.line.unwrap_or(1), &format!("{} … {alias}", member.name));
                problems.push(
                    Problem::new(Code::E320, place)
                        .says(format!("the alias `{alias}` of `{}` belongs to another person too", member.name))
                        .done("the alias stays with the first of the two")
                        .help("keep the alias with one of the two"),
                );
            }
        }
    }
}
