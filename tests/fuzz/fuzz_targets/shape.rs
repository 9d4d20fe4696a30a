//! Any bytes, taken for the shape that the first of them chooses.
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let [first, rest @ ..] = bytes {
        let all = offdesk::import::foreign::Shape::ALL;
        bodies::shape(all[usize::from(*first) % all.len()], rest);
    }
});
