//! How does a template become a PDF? Typst, with nothing of the machine in reach: markup, data, charts and fonts are
//! handed over, and there is neither clock, disk nor network.

use crate::chart::{Chart, chart_fonts};
use crate::report::ReportError;
use rustc_hash::FxHashMap;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What every template shares: colors, type, tables, figures.
const LOOKS: &str = include_str!("looks.typ");

/// How high a part of a chart is at most that goes over several pages, in pixels without the head: a page has room for it.
pub(super) const PART_PX: i32 = 960;

/// A PDF file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub n_pages: usize,
    /// What keeps it from being PDF/UA-1, if anything: then it is tagged all the same.
    pub remark: Option<String>,
}

/// Everything that a template may read.
pub(super) struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    looks: Source,
    files: FxHashMap<FileId, Bytes>,
}

impl Press {
    /// A press for a template, its charts and, for signs that the compiled-in font does not have, one more font.
    pub(super) fn new(template: &str, charts: &[&Chart], font: Option<&[u8]>) -> Result<Press, ReportError> {
        let compiled_in = chart_fonts().into_iter().map(Bytes::new);
        let fonts: Vec<Font> =
            compiled_in.chain(font.map(|bytes| Bytes::new(bytes.to_vec()))).flat_map(Font::iter).collect();
        let mut files = FxHashMap::default();
        for chart in charts {
            files.insert(id(&chart_file(chart.name))?, Bytes::from_string(chart.without_title().svg));
            for (n, part) in chart.parts_without_title(PART_PX).into_iter().enumerate() {
                files.insert(id(&part_file(chart.name, n))?, Bytes::from_string(part.svg));
            }
        }
        Ok(Press {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id("main.typ")?, template.to_owned()),
            looks: Source::new(id("looks.typ")?, LOOKS.to_owned()),
            files,
        })
    }

    /// Lays out the template with this data.
    pub(super) fn lay_out(&mut self, data: &serde_json::Value) -> Result<PagedDocument, ReportError> {
        self.files.insert(id("data.json")?, Bytes::from_string(unbroken(&data.to_string())));
        typst::compile::<PagedDocument>(self).output.map_err(|errors| ReportError::Pdf(in_words(&errors)))
    }

    /// The PDF of what was laid out; `ident` names it for programs that keep versions apart.
    pub(super) fn print(document: &PagedDocument, ident: &str) -> Result<Pdf, ReportError> {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| ReportError::Pdf(error.message().to_string()))?;
        let options = |standards| PdfOptions {
            ident: Smart::Custom(ident.to_owned()),
            creator: Smart::Custom(Some(format!("offdesk {}", env!("CARGO_PKG_VERSION")))),
            standards,
            ..PdfOptions::default()
        };
        let n_pages = document.pages().len();
        match typst_pdf::pdf(document, &options(standards)) {
            Ok(bytes) => Ok(Pdf { bytes, n_pages, remark: None }),
            Err(errors) => {
                let bytes = typst_pdf::pdf(document, &options(PdfStandards::default()))
                    .map_err(|errors| ReportError::Pdf(in_words(&errors)))?;
                Ok(Pdf { bytes, n_pages, remark: Some(in_words(&errors)) })
            }
        }
    }
}

/// The name under which a template finds a chart.
pub(super) fn chart_file(name: &str) -> String {
    format!("charts/{name}.svg")
}

/// The name under which a template finds a part of a chart.
pub(super) fn part_file(name: &str, n: usize) -> String {
    format!("charts/{name}-{n}.svg")
}

fn id(path: &str) -> Result<FileId, ReportError> {
    let inside = VirtualPath::new(path).map_err(|_| ReportError::Pdf(format!("{path} is not a path")))?;
    Ok(RootedPath::new(VirtualRoot::Project, inside).intern())
}

/// A figure and its unit stay on one line.
fn unbroken(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let is_unit = after.starts_with('%')
            || after.strip_prefix('h').is_some_and(|next| !next.starts_with(|sign: char| sign.is_alphanumeric()));
        kept.push_str(before);
        kept.push(if is_unit && before.ends_with(|sign: char| sign.is_ascii_digit()) { '\u{a0}' } else { ' ' });
        rest = after;
    }
    kept + rest
}

fn in_words(errors: &[SourceDiagnostic]) -> String {
    let mut said: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
    said.dedup();
    said.join("; ")
}

impl typst::World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let own = [&self.main, &self.looks].into_iter().find(|source| source.id() == id);
        own.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_figure_and_its_unit_stay_on_one_line() {
        assert_eq!(unbroken("58 % of 9.0 h, 3 hours"), "58\u{a0}% of 9.0\u{a0}h, 3 hours");
    }
}
