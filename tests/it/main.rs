//! All tests that use offdesk from the outside, in one binary.

mod against_the_oracle;
mod fixtures;
mod oracle;
mod worlds;
