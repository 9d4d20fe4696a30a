//! Does the report hold in a real browser: for eyes, for keyboards, for fingers, on paper, without its script, and mailed
//! alone? Runs where Chromium, chromedriver and axe-core are at hand, and must run in CI.

use crate::chromium::{Browser, Programs, programs};
use crate::made::is_ci;
use crate::packet::poppler;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The studies, their flags, and how many pages of Letter and of A4 the printed report has at least and at most.
const REPORTS: [(&str, &[&str], (usize, usize)); 3] = [
    ("maple-street", &["--scenario", "one-desk", "--scenario", "two-hour-blocks"], (18, 21)),
    ("river-county", &[], (16, 20)),
    ("one-room", &[], (8, 12)),
];
const LETTER: (f64, f64) = (8.5, 11.0);
const A4: (f64, f64) = (8.27, 11.69);

/// A report in a folder, and what is wrong with it.
struct Checked<'a> {
    browser: &'a Browser,
    programs: &'a Programs,
    folder: PathBuf,
    study: &'static str,
    wrong: Vec<String>,
}

#[test]
fn the_report_holds_in_a_real_browser() {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(missing) => {
            assert!(!is_ci(), "CI needs {missing}");
            eprintln!("skipped: no {missing} on this machine");
            return;
        }
    };
    let folder = tempfile::tempdir().unwrap();
    write_reports(folder.path());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let wrong = runtime.block_on(async {
        let browser = Browser::start(&programs).await;
        let mut wrong = Vec::new();
        for (study, _, pages) in REPORTS {
            let folder = folder.path().join(study);
            let mut checked = Checked { browser: &browser, programs: &programs, folder, study, wrong: Vec::new() };
            checked.check(pages).await;
            wrong.append(&mut checked.wrong);
        }
        browser.close().await;
        wrong
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Writes all reports at the same time.
fn write_reports(folder: &Path) {
    let start = |(study, flags, _): &(&str, &[&str], _)| {
        Command::new(env!("CARGO_BIN_EXE_offdesk"))
            .args(["report", &format!("sample-data/{study}"), "--quiet", "--parts", "page,charts,tables", "-o"])
            .arg(folder.join(study))
            .args(*flags)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let started: Vec<_> = REPORTS.iter().map(start).collect();
    for mut one in started {
        assert!(one.wait().unwrap().success());
    }
}

impl Checked<'_> {
    async fn check(&mut self, pages: (usize, usize)) {
        self.browser.resize(1280, "light").await;
        self.open().await;
        self.fits().await;
        self.keeps_nobody_out().await;
        self.browser.resize(1280, "light").await;
        self.prints(pages).await;
        self.goes_by_keyboard().await;
        self.says_what_is_pointed_at().await;
        self.says_what_is_touched().await;
        self.shows_tables().await;
        self.hands_out_files_alone().await;
        let said = self.browser.console().await;
        self.expect(said.is_empty(), || format!("the console says {said:?}"));
        self.reads_without_script().await;
    }

    fn expect(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.wrong.push(format!("{}: {}", self.study, what()));
        }
    }

    async fn open(&self) {
        self.browser.open(&self.folder.join("index.html")).await;
    }

    /// The same, with an array of texts that a script returns and that must be empty.
    async fn expect_none(&mut self, what: &str, script: &str) {
        let found = self.browser.ask(script, &[]).await;
        self.expect(found.as_array().is_some_and(Vec::is_empty), || format!("{what}: {found}"));
    }

    /// Nothing is wider than the screen, and nothing was asked for from elsewhere.
    async fn fits(&mut self) {
        for width in [360, 768, 1280] {
            self.browser.resize(width, "light").await;
            let script =
                "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
            let more = self.browser.ask(script, &[]).await;
            self.expect(more == 0, || format!("{more} pixels wider than {width}"));
        }
        let script = "return performance.getEntriesByType('resource').map((one) => one.name.slice(0, 60))\
                      .filter((name) => !name.startsWith('data:') && !name.startsWith('blob:'))";
        self.expect_none("asks for files", script).await;
    }

    /// axe-core finds nothing that keeps people out: wide, narrow, dark, and with tables in the place of pictures.
    async fn keeps_nobody_out(&mut self) {
        self.browser.ask(&format!("{}; window.axe = axe", self.programs.axe), &[]).await;
        for (width, scheme, view) in
            [(1280, "light", "picture"), (1280, "dark", "picture"), (360, "light", "picture"), (1280, "dark", "table")]
        {
            self.browser.resize(width, scheme).await;
            let buttons =
                "for (const button of document.querySelectorAll(`button[value=${arguments[0]}]`)) button.click()";
            self.browser.ask(buttons, &[json!(view)]).await;
            // the insides of pictures, which are hidden from those who listen, take most of its time: once is enough
            if self.study != "one-room" {
                let script = "document.querySelectorAll('.picture g, .marks rect').forEach((one) => one.remove())";
                self.browser.ask(script, &[]).await;
            }
            let found = self.axe().await;
            let is_clean = found.as_array().is_some_and(Vec::is_empty);
            self.expect(is_clean, || format!("axe at {width}, {scheme}, {view}: {found:#}"));
        }
        self.open().await;
    }

    async fn axe(&self) -> Value {
        let script = "const done = arguments[0];\
                axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations.map((one) =>\
                `${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 120)} ${one.nodes[0].failureSummary}`)))";
        self.browser.ask_and_wait(script).await
    }

    /// Tab reaches every control once, in the order of the page, and each shows that it has the focus.
    async fn goes_by_keyboard(&mut self) {
        self.open().await;
        let script = "window.order = [...document.querySelectorAll('a[href], button, summary, [tabindex]')]\
                .filter((one) => one.checkVisibility());\
            window.reached = []; window.unseen = [];\
            const name = (one) => `${one.tagName} ${(one.textContent || '').trim().slice(0, 40)}`;\
            document.addEventListener('focusin', ({ target }) => {\
                reached.push(order.indexOf(target));\
                const { outlineStyle, outlineWidth } = getComputedStyle(target);\
                if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) unseen.push(name(target));\
            });\
            return order.length";
        let n = self.browser.ask(script, &[]).await.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap();
        self.expect(n > 40, || format!("{n} controls only"));
        self.browser.press("Tab", n).await;
        let reached = self.browser.ask("return reached", &[]).await;
        self.expect(reached == json!((0..n).collect::<Vec<usize>>()), || format!("{n} controls by Tab: {reached}"));
        self.expect_none("no sign of the focus", "return unseen").await;
        // the first picture, by arrow keys
        let script = "document.querySelector('.picture').focus({ focusVisible: true }); return tip.textContent";
        let first = self.browser.ask(script, &[]).await;
        self.browser.press("ArrowRight", 1).await;
        let said = self.browser.ask("return [tip.textContent, voice.textContent, tip.hidden]", &[]).await;
        let is_said = said[0] == said[1] && said[2] == false && said[0] != first && first.as_str() != Some("");
        self.expect(is_said, || format!("arrow keys say {first}, then {said}"));
        self.browser.press("ArrowDown", 1).await;
        let below = self.browser.ask("return tip.textContent", &[]).await;
        self.expect(below != said[0], || format!("the arrow down stays at {below}"));
        self.browser.press("Escape", 1).await;
        let script = "return [tip.hidden, document.activeElement === document.querySelector('.picture')]";
        let closed = self.browser.ask(script, &[]).await;
        self.expect(closed == json!([true, true]), || format!("Escape leaves {closed}"));
    }

    /// The middle of what a selector finds, once it is on the screen.
    async fn middle_of(&self, selector: &str) -> (f64, f64) {
        let script = "const one = document.querySelector(arguments[0]);\
            one.scrollIntoView({ block: 'center', behavior: 'instant' });\
            const { x, y, width, height } = one.getBoundingClientRect();\
            return [x + width / 2, y + height / 2]";
        let at = self.browser.ask(script, &[json!(selector)]).await;
        (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
    }

    /// A pointer over a part of a picture shows its words, stays welcome on them, and Escape or leaving closes them.
    async fn says_what_is_pointed_at(&mut self) {
        self.open().await;
        let script = "return [...document.querySelectorAll('figure')]\
            .filter((one) => !one.querySelector('.marks rect title')?.textContent).map((one) => one.id)";
        self.expect_none("pictures without words", script).await;
        let script = "return document.querySelector('.marks rect title').textContent";
        let words = self.browser.ask(script, &[]).await;
        let state = "return tip.hidden ? '' : tip.textContent";
        let at = self.middle_of(".marks rect").await;
        self.browser.point(at).await;
        let said = self.browser.ask(state, &[]).await;
        self.expect(said == words, || format!("says {said} of {words}"));
        let at = self.middle_of("#tip").await;
        self.browser.point(at).await;
        let said = self.browser.ask(state, &[]).await;
        self.expect(said == words, || "the words vanish under the pointer".to_owned());
        self.browser.point((2.0, 2.0)).await;
        let said = self.browser.ask(state, &[]).await;
        self.expect(said == "", || "the words stay when the pointer is gone".to_owned());
        let at = self.middle_of(".marks rect").await;
        self.browser.point(at).await;
        self.browser.press("Escape", 1).await;
        let said = self.browser.ask(state, &[]).await;
        self.expect(said == "", || "Escape does not close the words".to_owned());
        self.browser.point((2.0, 2.0)).await;
    }

    /// The same for a finger, on a narrow screen, where the words stay within it.
    async fn says_what_is_touched(&mut self) {
        self.browser.resize(360, "light").await;
        self.browser.tell("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
        self.open().await;
        let at = self.middle_of(".marks rect").await;
        self.browser.tap((at.0.min(300.0), at.1)).await;
        let script = "const { left, right } = tip.getBoundingClientRect();\
            return [tip.hidden, left >= 0 && right <= 360, document.documentElement.scrollWidth <= 360]";
        let said = self.browser.ask(script, &[]).await;
        self.expect(said == json!([false, true, true]), || format!("a finger finds {said}"));
        let at = self.middle_of("figcaption").await;
        self.browser.tap(at).await;
        let hidden = self.browser.ask("return tip.hidden", &[]).await;
        self.expect(hidden == true, || "words stay after a touch elsewhere".to_owned());
        self.browser.tell("Emulation.setTouchEmulationEnabled", json!({"enabled": false})).await;
        self.browser.resize(1280, "light").await;
    }

    /// Each picture turns into its table and back.
    async fn shows_tables(&mut self) {
        self.open().await;
        let script = "const seen = (one) => one.checkVisibility();\
            const wrong = [];\
            for (const figure of document.querySelectorAll('figure:has(button)')) {\
                const [picture, table] = ['.picture', 'table'].map((one) => figure.querySelector(one));\
                const [first, second] = figure.querySelectorAll('button');\
                const state = () => [seen(picture), seen(table), first.ariaPressed, second.ariaPressed].join();\
                const before = state(); second.click();\
                const between = state(); first.click();\
                if (before !== 'true,false,true,false' || between !== 'false,true,false,true' || state() !== before)\
                    wrong.push(`${figure.id} ${before} ${between} ${state()}`);\
            }\
            return wrong";
        self.expect_none("tables in the place of pictures", script).await;
    }

    /// A copy of the page without its folder gives the same files as the folder has: three of them saved by clicks, and
    /// every other looked at before it is saved (a browser asks whether there may be more after ten).
    async fn hands_out_files_alone(&mut self) {
        let alone = tempfile::tempdir().unwrap();
        std::fs::copy(self.folder.join("index.html"), alone.path().join("mailed.html")).unwrap();
        let downloads = json!({"behavior": "allow", "downloadPath": alone.path()});
        self.browser.tell("Browser.setDownloadBehavior", downloads).await;
        self.browser.open(&alone.path().join("mailed.html")).await;
        let script = "return [...document.querySelectorAll('.files a')].map((one) => one.getAttribute('href'))";
        let links: Vec<String> = serde_json::from_value(self.browser.ask(script, &[]).await).unwrap();
        self.expect(links.len() > 10, || format!("{} downloads only", links.len()));
        for link in &links[..3] {
            let at = self.middle_of(&format!("figure a[href='{link}']")).await;
            self.browser.click(at).await;
            let saved = arrived(&alone.path().join(file_name(link))).await;
            self.is_as_beside(link, saved);
        }
        let script = "const [done] = arguments;\
            const given = {}; let last;\
            const make = URL.createObjectURL;\
            URL.createObjectURL = (blob) => make(last = blob);\
            HTMLAnchorElement.prototype.click = function () {\
                const reader = new FileReader();\
                reader.onload = () => { given[this.download] = reader.result.split(',')[1] };\
                reader.readAsDataURL(last);\
            };\
            const links = [...document.querySelectorAll('.files a')].filter((one) => !one.href.endsWith('png'));\
            for (const link of links) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));\
            const names = new Set(links.map((one) => one.href.split('/').at(-1)));\
            const wait = () => Object.keys(given).length === names.size ? done(given) : setTimeout(wait, 20);\
            wait()";
        let given = self.browser.ask_and_wait(script).await;
        for link in links.iter().filter(|link| !link.ends_with("png")) {
            let bytes = given[file_name(link)].as_str().map(|text| STANDARD.decode(text).unwrap());
            self.is_as_beside(link, bytes);
        }
    }

    /// A file that the page gives is that of the folder.
    fn is_as_beside(&mut self, link: &str, given: Option<Vec<u8>>) {
        let beside = std::fs::read(self.folder.join(link)).unwrap();
        let is_same = match given {
            None => false,
            Some(given) if link.ends_with("svg") => flat(&given) == flat(&beside),
            Some(given) if link.ends_with("png") => is_same_picture(&given, &beside),
            Some(given) => given == beside,
        };
        self.expect(is_same, || format!("{link} of the page alone is not that of the folder"));
    }

    /// Printed, it has about so many pages on both papers, no chart is cut, and no page is nearly empty.
    async fn prints(&mut self, (least, most): (usize, usize)) {
        self.open().await;
        let n_cut = self.browser.ask("return document.querySelectorAll('figure:has(.on-paper)').length", &[]).await;
        let mut counts = Vec::new();
        for paper in [LETTER, A4] {
            let printed = self.browser.print(paper).await;
            let pages = pages(&printed);
            counts.push(pages.len());
            let begun = places(&pages, "FIGURE ");
            let ended = places(&pages, "Source: schedules");
            let n_apart = begun.iter().zip(&ended).filter(|(begun, ended)| begun != ended).count();
            self.expect(begun.len() == ended.len() && json!(n_apart) == n_cut, || {
                format!("charts begin on pages {begun:?} of {paper:?} and end on {ended:?}, {n_cut} in parts")
            });
            for (n, text) in pages.iter().enumerate() {
                let n_lines = text.lines().filter(|line| !line.trim().is_empty()).count();
                self.expect(n_lines > 4 || n + 1 == pages.len(), || format!("page {} is nearly empty: {text}", n + 1));
            }
        }
        let is_expected =
            counts.iter().all(|count| (least..=most).contains(count)) && counts[0].abs_diff(counts[1]) <= 2;
        self.expect(is_expected, || format!("prints on {counts:?} pages, not {least} to {most}"));
    }

    /// Without its script the page has every word and every table; what would do nothing is not there.
    async fn reads_without_script(&mut self) {
        let words = "return [...document.querySelectorAll('h1, h2, h3, p, li, td, dd')]\
            .filter((one) => !one.closest('.with-script')).map((one) => one.textContent).join('\\n')";
        let with = self.browser.ask(words, &[]).await;
        self.browser.tell("Emulation.setScriptExecutionDisabled", json!({"value": true})).await;
        self.open().await;
        let without = self.browser.ask(words, &[]).await;
        self.expect(without == with && without.as_str().is_some_and(|text| text.len() > 5000), || {
            "words are missing without the script".to_owned()
        });
        let script = "const wrong = [];\
            for (const one of document.querySelectorAll('button, .keys, #tip')) if (one.checkVisibility()) wrong.push(one.outerHTML);\
            for (const one of document.querySelectorAll('figure'))\
                for (const part of one.querySelectorAll('h3, .picture > svg:not(.on-paper), summary, .files a'))\
                    if (!part.checkVisibility()) wrong.push(`${one.id} hides ${part.tagName}`);\
            for (const one of document.querySelectorAll('summary')) { one.click();\
                if (!one.parentElement.open && !one.parentElement.matches('[data-was-open]')) one.click(); }\
            for (const one of document.querySelectorAll('figure table')) if (!one.checkVisibility()) wrong.push('a table stays closed');\
            if (document.documentElement.scrollWidth > innerWidth) wrong.push('it scrolls sideways');\
            return wrong";
        self.expect_none("without script", script).await;
        self.browser.tell("Emulation.setScriptExecutionDisabled", json!({"value": false})).await;
    }
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A file, once it is whole.
async fn arrived(path: &Path) -> Option<Vec<u8>> {
    for _ in 0..100 {
        if let Ok(bytes) = std::fs::read(path)
            && !bytes.is_empty()
        {
            return Some(bytes);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}

/// An SVG without the ways of writing one tree: how empty elements end, and which signs are escaped where none need be.
fn flat(svg: &[u8]) -> String {
    let text = String::from_utf8_lossy(svg).replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("/>", ">").replace('\n', "")
}

/// Whether two PNGs show the same: as large, and with few dots that differ much (each draws letters its own way).
fn is_same_picture(a: &[u8], b: &[u8]) -> bool {
    let pixels = |bytes: &[u8]| {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes.to_vec())).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let n = info.color_type.samples();
        let tones: Vec<u8> = pixels.chunks_exact(n).map(|pixel| pixel[0] / 3 + pixel[1] / 3 + pixel[2] / 3).collect();
        ((info.width, info.height), tones)
    };
    let ((size, a), (other, b)) = (pixels(a), pixels(b));
    let n_far = a.iter().zip(&b).filter(|(a, b)| a.abs_diff(**b) > 96).count();
    size == other && n_far * 50 < a.len()
}

/// On which pages words stand, as often as they do.
fn places(pages: &[String], words: &str) -> Vec<usize> {
    let on = |(n, text): (usize, &String)| vec![n + 1; text.matches(words).count()];
    pages.iter().enumerate().flat_map(on).collect()
}

/// The text of each page of a PDF.
fn pages(pdf: &[u8]) -> Vec<String> {
    let text = poppler("pdftotext", &["-layout"], pdf).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}
