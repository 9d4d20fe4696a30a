//! In which shape does a sheet say its times? One file a shape: how it is recognized, and how it is read.

pub mod calendar;
pub mod canonical;
#[cfg(test)]
mod cases;
mod fit;
mod free_between;
pub mod grid;
pub mod list;
mod united;

pub use fit::{Fit, Mapped, Shape};
