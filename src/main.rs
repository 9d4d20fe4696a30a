//! offdesk
fn main() {}
