//! Is each rule of a calendar followed? Small calendars, each with the spans and the doubts it comes to.

mod broken;
mod case;
mod offers;
mod series;
mod times;
