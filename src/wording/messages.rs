//! The messages of the language that is spoken, read once.

use super::argument::Argument;
use super::language::ENGLISH;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

type Bundle = FluentBundle<FluentResource>;

static MESSAGES: LazyLock<Bundle> = LazyLock::new(|| {
    let mut bundle = Bundle::new_concurrent(ENGLISH.tag.parse().into_iter().collect());
    // marks around each figure would stand in SVG, CSV and terminals as characters of their own
    bundle.set_use_isolating(false);
    for text in ENGLISH.files {
        // what a faulty file still holds is kept; a test reads every file and every message
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
});

/// A message with its figures filled in; its name, where there is no such message.
///
/// ```
/// assert_eq!(offdesk::say!("people", n = 1_usize), "1 person");
/// assert_eq!(offdesk::say!("people", n = 8_usize), "8 people");
/// ```
#[must_use]
pub fn say(name: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let Some(pattern) = MESSAGES.get_message(name).and_then(|message| message.value()) else {
        return name.to_owned();
    };
    let mut filled = FluentArgs::with_capacity(arguments.len());
    for (key, argument) in arguments {
        filled.set(*key, argument.value());
    }
    let mut errors = Vec::new();
    MESSAGES.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
}
