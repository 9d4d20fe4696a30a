//! The messages of a language; those of the language that is spoken are read once.

use super::argument::Argument;
use super::language::ENGLISH;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

static SPOKEN: LazyLock<Messages> = LazyLock::new(|| Messages::of(ENGLISH.tag, ENGLISH.files));

/// Every message of one language.
pub struct Messages(FluentBundle<FluentResource>);

impl Messages {
    /// The messages of a language by its tag (BCP 47), which knows the plural rules, from the text of its files.
    ///
    /// ```
    /// use offdesk::wording::{Argument, Messages};
    /// let text = "people = { $n ->\n    [one] { $n } osoba\n    [few] { $n } osoby\n   *[other] { $n } osób\n }";
    /// let polish = Messages::of("pl", &[text]);
    /// let people = |n: usize| polish.say("people", &[("n", Argument::from(n))]);
    /// assert_eq!([people(1), people(3), people(5)], ["1 osoba", "3 osoby", "5 osób"]);
    /// ```
    #[must_use]
    pub fn of(tag: &str, files: &[&str]) -> Messages {
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        // marks around each figure would stand in SVG, CSV and terminals as characters of their own
        bundle.set_use_isolating(false);
        for text in files {
            // what a faulty file still holds is kept; a test reads every file and every message
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Messages(bundle)
    }

    /// A message with its figures filled in; its name, where there is no such message.
    #[must_use]
    pub fn say(&self, name: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(pattern) = self.0.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (key, argument) in arguments {
            filled.set(*key, argument.value());
        }
        let mut errors = Vec::new();
        self.0.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
    }
}

/// A message of the language that is spoken, with its figures filled in; its name, where there is no such message.
///
/// ```
/// assert_eq!(offdesk::say!("people", n = 1_usize), "1 person");
/// assert_eq!(offdesk::say!("people", n = 8_usize), "8 people");
/// ```
#[must_use]
pub fn say(name: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    SPOKEN.say(name, arguments)
}
