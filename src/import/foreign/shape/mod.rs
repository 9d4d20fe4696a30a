//! In which shape does a sheet say its times? One file a shape: how it is recognized, and how it is read.

mod answer;
pub mod availability_form;
pub mod calendar;
pub mod calendar_list;
pub mod canonical;
#[cfg(test)]
mod cases;
mod fit;
mod free_between;
mod free_text;
pub mod google_business;
pub mod grid;
mod hours;
pub mod hours_columns;
pub mod hours_json;
mod hours_sentence;
pub mod hours_text;
mod json_place;
pub mod list;
pub mod office_hours;
pub mod open_schema;
pub mod option_poll;
pub mod osm_hours;
mod ranges;
mod recurring;
pub mod sentences;
mod sheet_dates;
pub mod slot_poll;
pub mod stops;
mod united;
pub mod weekly_availability;
mod who;

pub use fit::{Fit, Mapped, Shape};
