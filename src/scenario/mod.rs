//! What if? Changes applied to a study, results compared, and changes searched for.
//!
//! A change is applied to a draft of the study; the draft is a study again, and goes through the same analysis as any
//! other. Nothing here knows how figures are found; what a change wins is the difference of two [`Results`].
//!
//! [`Results`]: crate::analysis::Results
