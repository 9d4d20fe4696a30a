//! Which sheets does a source file hold? Text in any encoding with any delimiter, and workbooks.

mod encoding;
mod text;
mod workbook;

pub use encoding::{Decoded, decode};
pub use text::{find_delimiter, read_text};
pub use workbook::{WorkbookRefusal, is_workbook, read_workbook};
