//! A folder of files in, a [`Study`](crate::study::Study) and its problems out. Reading never fails on content.
//!
//! Canonical files are read here; every cell that cannot be read becomes a problem with its place, and its row is
//! left out and counted. The disk is reached through [`Folder`] alone.

mod block;
mod canonical;
mod cell;
mod coverage;
mod cross_check;
mod directory;
mod duties;
mod folder;
pub mod foreign;
mod header;
mod hours;
mod known_cells;
mod known_column;
mod known_endings;
mod lexicon;
mod line_reader;
mod numbering;
mod people;
mod read;
mod record;
mod scenarios;
mod schedule;
mod schedule_csv;
mod seen;
mod setting_value;
mod settings;
mod sheet;
mod sources;
mod stakeholders;
mod stories;
mod story_names;
mod template;
mod traffic;
mod validities;

pub use canonical::{CanonicalFile, FILES, JOB_DESCRIPTION_FILE};
pub use folder::{Folder, MemoryFolder};
pub use line_reader::LineReader;
pub use read::{Reading, read_study};
pub use scenarios::{
    SCENARIO_FOLDER, is_scenario_name, parse_scenario, read_scenario, render_scenario, scenario_names,
};
pub use schedule_csv::render_schedule;
pub use settings::{SETTINGS, SettingDescription};
pub use template::{settings_template, templates};
