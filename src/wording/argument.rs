//! What can be filled into a message? Text as it stands, and whole numbers, by which a message may choose its words.

use fluent_bundle::FluentValue;

/// One figure of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Text, such as a name or a figure with its unit.
    Text(std::borrow::Cow<'a, str>),
    /// A whole number.
    Count(i64),
}

impl<'a> Argument<'a> {
    pub(super) fn value(&'a self) -> FluentValue<'a> {
        match self {
            Argument::Text(text) => FluentValue::String(std::borrow::Cow::Borrowed(text)),
            Argument::Count(count) => FluentValue::from(*count),
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text.as_str().into())
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<std::borrow::Cow<'a, str>> for Argument<'a> {
    fn from(text: std::borrow::Cow<'a, str>) -> Self {
        Argument::Text(text)
    }
}

/// `yes` or `no`, by which a message may choose its words.
impl From<bool> for Argument<'_> {
    fn from(is_so: bool) -> Self {
        Argument::Text(if is_so { "yes" } else { "no" }.into())
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Argument::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Argument<'_> {
    fn from(count: i64) -> Self {
        Argument::Count(count)
    }
}

impl From<u16> for Argument<'_> {
    fn from(count: u16) -> Self {
        Argument::Count(count.into())
    }
}

impl From<u32> for Argument<'_> {
    fn from(count: u32) -> Self {
        Argument::Count(count.into())
    }
}
