//! What does one foreign cell say? Times, ranges, dates, days, people and words, each read in one place.

mod clock;
mod confidence;
mod date;
mod range;
mod weekday;
mod word;
mod zone;

pub use clock::{Half, TimeForm, WrittenTime, read_time};
pub use confidence::{Confidence, Rule};
pub use date::{
    DateFrame, DateOrder, DateRefusal, OrderFound, WrittenDate, find_order, read_date, read_date_time, read_month,
};
pub use range::{ClockHint, RangeRefusal, TimeRange, read_range, span};
pub use weekday::{read_weekday, read_weekdays};
pub use word::{CellWord, activity_word, cell_word, is_unknown_word};
pub use zone::to_zone;
