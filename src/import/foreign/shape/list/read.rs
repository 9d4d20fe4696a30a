//! Reads a list: what holds for all its rows first (the order of dates, the clock), then row by row.

use super::super::Fit;
use super::fields::without_zone;
use super::row::RowMaker;
use crate::import::foreign::cell::{
    ClockHint, DateFrame, DateOrder, OrderFound, Rule, TimeForm, WrittenDate, WrittenTime, find_order, read_date_time,
    read_time,
};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Reads a list.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    if needs_zone(sheet, fit, context, &mut reading) {
        return reading;
    }
    let Some(frame) = frame(sheet, fit, context, &mut reading) else {
        reading.n_left_out = reading.n_read;
        return reading;
    };
    let clock = ClockHint { is_full_day: is_full_day(sheet, fit), ..ClockHint::default() };
    let read = |rows: &[usize]| {
        let mut part = SheetReading::default();
        let mut maker = RowMaker::new(sheet, fit, context, frame, clock);
        rows.iter().for_each(|row| maker.take(*row, &mut part));
        part
    };
    let rows: Vec<usize> = data_rows(sheet, fit).collect();
    // rows that lean on the rows before them are read in one go
    let n_at_once = if leans_on_rows_before(sheet, fit, &rows) { rows.len().max(1) } else { AT_ONCE };
    let parts: Vec<SheetReading> = rows.par_chunks(n_at_once).map(read).collect();
    parts.into_iter().for_each(|part| reading.append(part));
    reading
}

/// Rows that are read by one thread at a time.
const AT_ONCE: usize = 50_000;

/// Whether a blank name may be that of a row before, or an hour one after the hour of the row before.
fn leans_on_rows_before(sheet: &Sheet, fit: &Fit, rows: &[usize]) -> bool {
    let names: Vec<usize> = ["staff", "first_name", "last_name"].iter().filter_map(|field| fit.column(field)).collect();
    fit.target == Target::Traffic
        || rows.iter().any(|row| names.iter().all(|column| sheet.cell(*row, *column).is_empty()))
}

/// Rows below the header that hold something.
pub fn data_rows<'s>(sheet: &'s Sheet, fit: &Fit) -> impl Iterator<Item = usize> + 's {
    (fit.first_row()..sheet.n_rows()).filter(|row| !sheet.is_blank_row(*row) && !sheet.is_comment(*row))
}

/// How dates are to be read; none, and a problem, where the order of day and month is not proved.
fn frame(sheet: &Sheet, fit: &Fit, context: &ImportContext, reading: &mut SheetReading) -> Option<DateFrame> {
    let mut frame = DateFrame { order: context.date_order, period: context.period, today: context.today };
    let columns: Vec<usize> = ["date", "end_date", "start"].iter().filter_map(|field| fit.column(field)).collect();
    let (dates, first) = written_dates(sheet, fit, &columns);
    let found = find_order(&dates);
    if let (None, Some(at)) = (frame.order, first) {
        match found {
            OrderFound::NotNeeded => {}
            OrderFound::Proved(order, why) => {
                frame.order = Some(order);
                reading.date_order = Some(order);
                reading.remarks.push(format!("dates are {}: {why}", order.name()));
                let written = sheet.cell(at.row, at.column).to_owned();
                reading.assume(Rule::DateOrder, at, &written, || format!("{} ({why})", order.name()), 0);
            }
            OrderFound::Contradictory | OrderFound::Unknown => {
                reading.n_read = data_rows(sheet, fit).count();
                ask_for_order(sheet, at, found, reading);
                return None;
            }
        }
    } else if let (Some(order), Some(at)) = (frame.order, first) {
        if is_disproved(order, found) {
            reading.n_read = data_rows(sheet, fit).count();
            ask_for_order(sheet, at, OrderFound::Contradictory, reading);
            return None;
        }
        let written = sheet.cell(at.row, at.column).to_owned();
        reading.assume(Rule::DateOrderGiven, at, &written, || order.name().to_owned(), 0);
    }
    Some(frame)
}

/// Whether the dates of a file prove another order than the one that was given.
#[must_use]
pub fn is_disproved(given: DateOrder, found: OrderFound) -> bool {
    matches!(found, OrderFound::Proved(order, _) if order != given)
}

/// Asks which order the dates of a file are in.
pub fn ask_for_order(sheet: &Sheet, at: At, found: OrderFound, reading: &mut SheetReading) {
    let text = sheet.cell(at.row, at.column);
    let says = if found == OrderFound::Contradictory {
        format!(
            "`{text}` and other dates of the file do not agree on the order of day and month, or not with the order that was given"
        )
    } else {
        format!("`{text}`: is the day first or the month? No date of the file proves it")
    };
    reading.problem(
        sheet,
        at,
        Code::E503,
        says,
        "say which: --date-order dmy (day first) or --date-order mdy (month first)",
    );
}

/// Each different date once, in the order of the file, and the place of the first whose order matters.
fn written_dates(sheet: &Sheet, fit: &Fit, columns: &[usize]) -> (Vec<WrittenDate>, Option<At>) {
    let (mut dates, mut first) = (Vec::new(), None);
    for &column in columns {
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let mut last = "";
        for row in data_rows(sheet, fit) {
            let text = sheet.cell(row, column);
            if text == last || !seen.insert(text) {
                continue;
            }
            last = text;
            if let Some((date, _)) = read_date_time(text) {
                if first.is_none() && matches!(date, WrittenDate::Numbers { .. }) {
                    first = Some(At { row, column });
                }
                dates.push(date);
            }
        }
    }
    (dates, first)
}

/// Whether times without am or pm are on a 24-hour clock: some go past 12:59, and none has am or pm.
fn is_full_day(sheet: &Sheet, fit: &Fit) -> bool {
    let columns = ["start", "end", "open", "close", "hour"].iter().filter_map(|field| fit.column(field));
    let (mut has_late, mut has_half) = (false, false);
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for column in columns {
        for row in data_rows(sheet, fit) {
            let text = sheet.cell(row, column);
            if !seen.insert(text) {
                continue;
            }
            let text = read_date_time(text).map_or(text, |(_, rest)| if rest.is_empty() { text } else { rest });
            if let Some(time) = read_time(text) {
                has_half |= time.half.is_some();
                has_late |= time.form == TimeForm::Full && (time.minutes >= 780 || time.minutes < 60);
            }
        }
    }
    has_late && !has_half
}

/// Whether times are of another zone and the library's own is not known: a problem that asks for it.
fn needs_zone(sheet: &Sheet, fit: &Fit, context: &ImportContext, reading: &mut SheetReading) -> bool {
    let (Some(zone), None) = (zone_of(fit, "start"), context.zone) else { return false };
    let at = At { row: fit.header.unwrap_or(0), column: fit.column("start").unwrap_or(0) };
    let says = format!("the times are of the zone {zone}, and the library's own zone is not known");
    reading.problem(sheet, at, Code::E504, says, "say it: --zone America/New_York, or time_zone in offdesk.toml");
    reading.n_read = data_rows(sheet, fit).count();
    reading.n_left_out = reading.n_read;
    true
}

/// The zone of a column of times, where its header names one.
pub fn zone_of(fit: &Fit, field: &str) -> Option<chrono_tz::Tz> {
    let mapped = fit.columns.iter().find(|mapped| mapped.field == field)?;
    without_zone(&mapped.header).1.and_then(|zone| zone.parse().ok())
}

/// Times that were read once are not read again.
#[derive(Debug, Default)]
pub struct TimeCache<'s>(FxHashMap<&'s str, Option<WrittenTime>>);

impl<'s> TimeCache<'s> {
    /// Reads a time.
    pub fn read(&mut self, text: &'s str) -> Option<WrittenTime> {
        *self.0.entry(text).or_insert_with(|| read_time(text))
    }
}
