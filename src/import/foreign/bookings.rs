//! Is anything there twice? A row that repeats another is kept once; a person on two desks at one time is said.

use super::draft::{Draft, DraftDays, Target};
use super::reading::{SheetReading, shown};
use super::sheet::Sheet;
use crate::problem::Code;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;

/// How many double bookings are said one by one.
const SAID: usize = 200;

/// Two rows of one person at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleBooking {
    /// Who.
    pub staff: String,
    /// When and where, in words.
    pub says: String,
    /// The cells of the two rows.
    pub cells: (String, String),
}

/// Leaves out rows that repeat another one whole, and says so.
pub fn leave_out_repeats(sheet: &Sheet, reading: &mut SheetReading) {
    let mut seen: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(reading.drafts.len(), FxBuildHasher);
    let mut repeats: Vec<(usize, usize)> = Vec::new();
    let whole = |draft: &Draft| (draft.days, draft.span, draft.validity);
    let hashes: Vec<u64> =
        reading.drafts.par_iter().map(|draft| FxBuildHasher.hash_one((whole(draft), &draft.texts))).collect();
    for (place, draft) in reading.drafts.iter().enumerate() {
        let first = *seen.entry(hashes[place]).or_insert(place);
        let other = &reading.drafts[first];
        if first != place && whole(other) == whole(draft) && other.texts == draft.texts {
            repeats.push((first, place));
        }
    }
    if repeats.is_empty() {
        return;
    }
    for (first, place) in &repeats {
        let (first, again) = (reading.drafts[*first].at, reading.drafts[*place].at);
        let says = format!("the row says the same as {}", first.address());
        reading.problem(sheet, again, Code::W516, says, "it is taken once; nothing to do, if that is right");
    }
    let mut place = 0;
    reading.drafts.retain(|_| {
        place += 1;
        repeats.binary_search_by_key(&(place - 1), |(_, again)| *again).is_err()
    });
}

/// A person's number, the kind and number of the day, from and to when, and the row's place.
type Turn = (u32, (u8, i32), (u16, u16), usize);

/// Finds people who are in two places at one time.
pub fn find_double_bookings(sheet: &Sheet, target: Target, reading: &mut SheetReading) -> Vec<DoubleBooking> {
    if target != Target::Schedule {
        return Vec::new();
    }
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut turns: Vec<Turn> = Vec::new();
    for (place, draft) in reading.drafts.iter().enumerate().filter(|(_, draft)| is_somewhere(draft)) {
        let Some(span) = draft.span else { continue };
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let who = *numbers.entry(draft.get("staff")).or_insert(next);
        match draft.days {
            DraftDays::On(day) => turns.push((who, (0, day.0), span, place)),
            DraftDays::Weekly(days) => {
                for day in days.days() {
                    turns.push((who, (1, i32::try_from(day).unwrap_or(0)), span, place));
                }
            }
            DraftDays::None => {}
        }
    }
    turns.par_sort_unstable();
    let mut found = Vec::new();
    for same in turns.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for two in same.windows(2) {
            let (first, second) = (&reading.drafts[two[0].3], &reading.drafts[two[1].3]);
            if two[1].2.0 < two[0].2.1 && share_a_week(first, second) {
                found.push(booking(first, second));
            }
        }
    }
    for (booking, at) in found.iter().take(SAID) {
        reading.problem(
            sheet,
            *at,
            Code::W513,
            booking.says.clone(),
            "mend one of the two in the source, if one of them is wrong",
        );
    }
    found.into_iter().map(|(booking, _)| booking).collect()
}

/// Desks and duties are places; a bare shift around them is not.
fn is_somewhere(draft: &Draft) -> bool {
    !["shift", "off-desk", "meal", "break"].contains(&draft.get("activity"))
}

fn share_a_week(a: &Draft, b: &Draft) -> bool {
    let (a, b) = (a.get("week"), b.get("week"));
    a.is_empty() || b.is_empty() || a.split('/').any(|week| b.split('/').any(|other| other == week))
}

fn booking(first: &Draft, second: &Draft) -> (DoubleBooking, super::sheet::At) {
    let place = |draft: &Draft| {
        let desk = draft.get("desk");
        let what = if desk.is_empty() { draft.get("activity") } else { desk };
        let span = draft.span.map_or_else(String::new, |(start, end)| shown(start, end));
        format!("{what} {span}")
    };
    let staff = second.get("staff").to_owned();
    let says = format!(
        "{staff} has {} and {} at one time ({} and {})",
        place(first),
        place(second),
        first.at.address(),
        second.at.address()
    );
    (DoubleBooking { staff, says, cells: (first.at.address(), second.at.address()) }, second.at)
}
