//! What is a sheet, and in which shape? Every shape is asked; the best fit is taken, and two that fit alike are asked about.

use super::draft::Target;
use super::options::Options;
use super::reading::{ImportContext, SheetReading};
use super::shape::{self, Fit, Shape};
use super::sheet::Sheet;

type FitOf = fn(&Sheet) -> Option<Fit>;
type ReadOf = fn(&Sheet, &Fit, &ImportContext) -> SheetReading;

/// Every shape of a sheet with its two functions.
const SHAPES: &[(Shape, FitOf, ReadOf)] = &[
    (Shape::Canonical, shape::canonical::fit, shape::canonical::read),
    (Shape::List, shape::list::fit, shape::list::read),
    (Shape::SlotGrid, shape::grid::fit_slot_grid, shape::grid::read_slot_grid),
    (Shape::Roster, shape::grid::fit_roster, shape::grid::read_roster),
    (Shape::Assignment, shape::grid::fit_assignment, shape::grid::read_assignment),
    (Shape::HoursText, shape::hours_text::fit, shape::hours_text::read),
    (Shape::HoursColumns, shape::hours_columns::fit, shape::hours_columns::read),
    (Shape::OpenSchema, shape::open_schema::fit, shape::open_schema::read),
    (Shape::GoogleBusiness, shape::google_business::fit, shape::google_business::read),
    (Shape::OsmHours, shape::osm_hours::fit, shape::osm_hours::read),
    (Shape::SlotPoll, shape::slot_poll::fit, shape::slot_poll::read),
    (Shape::OptionPoll, shape::option_poll::fit, shape::option_poll::read),
    (Shape::AvailabilityForm, shape::availability_form::fit, shape::availability_form::read),
    (Shape::WeeklyAvailability, shape::weekly_availability::fit, shape::weekly_availability::read),
    (Shape::OfficeHours, shape::office_hours::fit, shape::office_hours::read),
    (Shape::Stops, shape::stops::fit, shape::stops::read),
    (Shape::CalendarList, shape::calendar_list::fit, shape::calendar_list::read),
    (Shape::Sentences, shape::sentences::fit, shape::sentences::read),
];

/// How a sheet is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognized {
    /// One fit is best.
    As(Fit),
    /// These fit alike.
    Either(Vec<Fit>),
    /// None fits.
    Not,
}

/// Recognizes a sheet, by what was asked for first.
#[must_use]
pub fn recognize(sheet: &Sheet, target: Option<Target>, wanted: Option<Shape>, options: &Options) -> Recognized {
    let mut fits: Vec<Fit> = SHAPES
        .iter()
        .filter(|(shape, ..)| wanted.is_none_or(|wanted| wanted == *shape))
        .filter_map(|(_, fit, _)| fit(sheet))
        .filter_map(|fit| for_target(fit, target))
        .collect();
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.score));
    if let Some(mapped) = mapped(sheet, fits.first(), target, wanted, options) {
        return Recognized::As(mapped);
    }
    match &fits[..] {
        [] => Recognized::Not,
        [first, second, ..] if first.score == second.score && first.target != second.target => {
            Recognized::Either(fits.clone())
        }
        [best, ..] => Recognized::As(best.clone()),
    }
}

/// A fit, where it is for the target that was asked for. A list of people's times may be a list of partners' windows.
fn for_target(mut fit: Fit, target: Option<Target>) -> Option<Fit> {
    match target {
        Some(Target::Windows) if fit.shape == Shape::List && fit.target == Target::Schedule => {
            fit.target = Target::Windows;
            for mapped in fit.columns.iter_mut().filter(|mapped| mapped.field == "staff") {
                "stakeholder".clone_into(&mut mapped.field);
            }
            Some(fit)
        }
        Some(target) => (fit.target == target).then_some(fit),
        None => Some(fit),
    }
}

/// The best fit with the columns that a person named; a list, where none fits.
fn mapped(
    sheet: &Sheet,
    best: Option<&Fit>,
    target: Option<Target>,
    wanted: Option<Shape>,
    options: &Options,
) -> Option<Fit> {
    if options.map.is_empty() {
        return None;
    }
    let is_header = |row: &usize| {
        options.map.keys().any(|header| sheet.row(*row).any(|cell| cell.eq_ignore_ascii_case(header.trim())))
    };
    let header = best.and_then(|fit| fit.header).or_else(|| (0..sheet.n_rows().min(40)).find(is_header));
    let mut fit = best
        .cloned()
        .unwrap_or_else(|| Fit::new(wanted.unwrap_or(Shape::List), target.unwrap_or(Target::Schedule), header, 50));
    fit.header = header;
    for (name, field) in &options.map {
        let by_name = header.and_then(|row| {
            (0..sheet.n_cells(row)).find(|column| sheet.cell(row, *column).eq_ignore_ascii_case(name.trim()))
        });
        let Some(column) = by_name.or_else(|| by_letter(name)) else { continue };
        fit.columns.retain(|mapped| mapped.column != column && mapped.field != *field);
        let written = header.map_or("", |row| sheet.cell(row, column)).to_owned();
        fit = fit.with(column, &written, field.trim());
    }
    Some(fit)
}

/// The column that a spreadsheet calls `B` or `AA`.
fn by_letter(name: &str) -> Option<usize> {
    let name = name.trim();
    let is_letters = (1..=2).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    is_letters.then(|| name.bytes().fold(0, |at, byte| at * 26 + usize::from(byte - b'A') + 1) - 1)
}

/// Reads a sheet as it was understood.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let reader = SHAPES.iter().find(|(shape, ..)| *shape == fit.shape);
    reader.map_or_else(SheetReading::default, |(_, _, read)| read(sheet, fit, context))
}
