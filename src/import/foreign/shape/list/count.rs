//! One row of a list of counts: visits, questions or check-outs in an hour.

use super::row::RowMaker;
use super::when::When;
use crate::import::foreign::cell::{Half, Rule, TimeRange, read_range};
use crate::import::foreign::draft::Draft;
use crate::import::foreign::reading::{SheetReading, shown};
use crate::problem::Code;

/// What the rows before say: the hour of the last one, and the sum since the last total.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    group: String,
    last_start: Option<u16>,
    sum: u64,
}

/// Takes one row.
pub fn take_count(maker: &mut RowMaker<'_>, row: usize, reading: &mut SheetReading) -> Option<()> {
    let at = maker.at(row, &["count"]);
    let count = maker.text(row, "count").replace([',', ' '], "");
    if ["total", "subtotal", "sum"].contains(&maker.text(row, "hour").to_lowercase().as_str()) {
        check_total(maker, row, &count, reading);
        return Some(());
    }
    let days = maker.days(row, reading)?;
    if count.is_empty() {
        reading.problem(
            maker.sheet,
            at,
            Code::W509,
            "the count is blank: nobody, or nobody counted?",
            "write 0, if nobody came",
        );
        return None;
    }
    let Ok(number) = count.parse::<u64>() else {
        reading.problem(maker.sheet, at, Code::E505, format!("`{count}` is not a count"), "write a whole number");
        return None;
    };
    let range = if maker.fit.column("start").is_some() && maker.fit.column("end").is_some() {
        match maker.when(row, days, reading)? {
            When::Spans(ranges) => *ranges.first()?,
            When::Word(_) | When::WholeDays(_) => return None,
        }
    } else {
        hour(maker, row, reading)?
    };
    maker.counted.sum += number;
    let draft = Draft::of(at).days(days).between(range.start, range.end).text("count", count);
    reading.push(draft.text("branch", maker.text(row, "branch")).text("desk", maker.text(row, "desk")));
    Some(())
}

fn check_total(maker: &mut RowMaker<'_>, row: usize, total: &str, reading: &mut SheetReading) {
    let sum = std::mem::take(&mut maker.counted.sum);
    if total.parse::<u64>().is_ok_and(|total| total != sum) {
        let says = format!("the total says {total}, and the rows above it come to {sum}");
        reading.problem(maker.sheet, maker.at(row, &["count"]), Code::W511, says, "check the counts above it");
    }
}

/// `9`, `9:00` or `9-10`: an hour of counting. Hours without am or pm go on after 12, day by day and desk by desk.
fn hour(maker: &mut RowMaker<'_>, row: usize, reading: &mut SheetReading) -> Option<TimeRange> {
    let at = maker.at(row, &["hour", "start", "times"]);
    let text = maker.sheet.cell(at.row, at.column);
    let group = format!("{} {} {}", maker.text(row, "date"), maker.text(row, "day"), maker.text(row, "desk"));
    if group != maker.counted.group {
        maker.counted.group = group;
        maker.counted.last_start = None;
    }
    if let Ok(range) = read_range(text, maker.clock) {
        reading.assume_range(range, at, text);
        return Some(range);
    }
    let time = maker.time(at, reading)?;
    let start = match time.is_known().or_else(|| maker.clock.is_full_day.then_some(time.minutes)) {
        Some(start) => start,
        None => {
            let morning = time.in_half(Half::Am);
            let mut start = if morning >= 7 * 60 { morning } else { time.in_half(Half::Pm) };
            if maker.counted.last_start.is_some_and(|last| start <= last) {
                start += 720;
            }
            reading.assume(Rule::SlotsWrap, at, text, || shown(start, start + 60), 60);
            start
        }
    };
    if start >= 1440 {
        reading.problem(
            maker.sheet,
            at,
            Code::E505,
            format!("`{text}`: morning or evening?"),
            "write the hour with am or pm, or as 14:00",
        );
        return None;
    }
    maker.counted.last_start = Some(start);
    reading.assume(Rule::SlotEnds, at, text, || shown(start, start + 60), 60);
    Some(TimeRange { start, end: start + 60, rule: None })
}
