//! What does the study already say that helps to read a source? Its period, its time zone, its people.

use super::container::{decode, find_delimiter, read_text};
use super::names::KnownPerson;
use super::shape::canonical;
use crate::import::canonical::{SETTINGS_FILE, STAFF};
use crate::import::folder::Folder;
use crate::import::settings::read_settings;
use crate::problem::Problems;
use crate::time::Day;

/// What is known of the study into which a source is imported.
#[derive(Clone, Debug, Default)]
pub struct StudyFacts {
    /// Today.
    pub today: Day,
    /// The first and last date of the period in its settings.
    pub period: Option<(Day, Day)>,
    /// The time zone in its settings.
    pub zone: String,
    /// The people of its `staff.csv`.
    pub people: Vec<KnownPerson>,
    /// How many weeks its rotation takes; 0 where it has none.
    pub n_weeks: u8,
}

/// Reads what a study says; a folder that is not there yet says nothing.
#[must_use]
pub fn study_facts(folder: Option<&dyn Folder>, today: Day) -> StudyFacts {
    let text = |name: &str| folder.and_then(|folder| folder.read(name).ok()).map(|bytes| decode(&bytes).text);
    let settings = read_settings(text(SETTINGS_FILE.name).as_deref(), &toml::Table::new(), &mut Problems::default());
    let staff = text(STAFF.name).unwrap_or_default();
    let sheet = read_text(STAFF.name, &staff, find_delimiter(&staff), &mut Problems::default());
    let people = canonical::fit(&sheet).map_or_else(Vec::new, |fit| {
        let rows = (fit.first_row()..sheet.n_rows()).filter(|row| !sheet.is_comment(*row));
        let text = |row: usize, field: &str| fit.column(field).map_or("", |column| sheet.cell(row, column));
        rows.filter(|row| !text(*row, "staff").is_empty())
            .map(|row| KnownPerson {
                name: text(row, "staff").to_owned(),
                aliases: text(row, "aliases")
                    .split(';')
                    .map(|alias| alias.trim().to_owned())
                    .filter(|alias| !alias.is_empty())
                    .collect(),
            })
            .collect()
    });
    StudyFacts {
        today,
        period: settings.from.zip(settings.to),
        zone: settings.time_zone,
        people,
        n_weeks: settings.rotation.map_or(0, |rotation| rotation.n_weeks),
    }
}
