//! A real browser for tests: headless Chromium behind chromedriver, one page at a time, told what to do in the words of
//! the `DevTools` protocol.

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The programs that a browser test needs.
pub struct Programs {
    chromium: PathBuf,
    driver: PathBuf,
    /// The script of axe-core, which finds what keeps people out.
    pub axe: String,
}

/// The programs, where all of them are on this machine; else what is missing.
pub fn programs() -> Result<Programs, &'static str> {
    let on_path = |name: &str| {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
    };
    let chromium = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path);
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache"), PathBuf::from);
    let axe = std::env::var_os("OFFDESK_AXE")
        .map_or_else(|| cache.join("offdesk-ci-axe/node_modules/axe-core/axe.min.js"), PathBuf::from);
    on_path("pdftotext").ok_or("pdftotext (poppler-utils)")?;
    Ok(Programs {
        chromium: chromium.ok_or("chromium")?,
        driver: on_path("chromedriver").ok_or("chromedriver")?,
        axe: std::fs::read_to_string(axe).map_err(|_| "axe-core (OFFDESK_AXE)")?,
    })
}

/// A browser with one page.
pub struct Browser {
    client: Client,
    driver: Child,
    chromium: Option<u64>,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // a browser whose test failed would stay
        if let Some(chromium) = self.chromium {
            let _ = Command::new("kill").arg(chromium.to_string()).stderr(Stdio::null()).status();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A command of chromedriver that the standard does not know.
#[derive(Debug)]
struct Own(&'static str, Value);

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}

impl Browser {
    /// Starts chromedriver on a free port, and with it a browser without a past.
    pub async fn start(programs: &Programs) -> Browser {
        let mut driver = Command::new(&programs.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut port = None;
        for line in BufReader::new(driver.stdout.take().unwrap()).lines().map_while(Result::ok) {
            port = line.split("successfully on port ").nth(1).and_then(|rest| rest.trim_end_matches('.').parse().ok());
            if port.is_some() {
                break;
            }
        }
        let port: u16 = port.expect("chromedriver says its port");
        let profile = tempfile::tempdir().unwrap();
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--user-data-dir={}", profile.path().display()),
        ];
        let mut wanted = Map::new();
        wanted.insert("goog:chromeOptions".to_owned(), json!({"binary": programs.chromium, "args": arguments}));
        wanted.insert("goog:loggingPrefs".to_owned(), json!({"browser": "ALL"}));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let address = format!("http://localhost:{port}");
        let mut client = builder.connect(&address).await;
        for _ in 0..25 {
            if client.is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
            client = builder.connect(&address).await;
        }
        let client = match client {
            Ok(client) => client,
            Err(error) => {
                let _ = driver.kill();
                panic!("no browser: {error}");
            }
        };
        let chromium = client.capabilities().and_then(|own| own.get("goog:processID")).and_then(Value::as_u64);
        Browser { client, driver, chromium, _profile: profile }
    }

    /// Ends it.
    pub async fn close(mut self) {
        self.client.clone().close().await.unwrap();
        self.chromium = None;
    }

    /// Tells the browser something in the `DevTools` protocol.
    pub async fn tell(&self, what: &'static str, with: Value) -> Value {
        let command = Own("goog/cdp/execute", json!({"cmd": what, "params": with}));
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Goes to a file.
    pub async fn open(&self, page: &Path) {
        self.client.goto(&format!("file://{}", page.display())).await.unwrap();
    }

    /// What a script in the page returns.
    pub async fn ask(&self, script: &str, with: &[Value]) -> Value {
        self.client.execute(script, with.to_vec()).await.unwrap_or_else(|error| panic!("{error} in {script}"))
    }

    /// What a script gives to its last argument, a function.
    pub async fn ask_and_wait(&self, script: &str) -> Value {
        self.client.execute_async(script, Vec::new()).await.unwrap_or_else(|error| panic!("{error} in {script}"))
    }

    /// What the console said since it was last asked.
    pub async fn console(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Own("se/log", json!({"type": "browser"}))).await.unwrap();
        let lines = log.as_array().unwrap().iter().map(|line| line["message"].to_string());
        lines.collect()
    }

    /// A window of a width, in light or dark.
    pub async fn resize(&self, width: u16, scheme: &str) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tell("Emulation.setEmulatedMedia", scheme).await;
    }

    /// Presses a key, so many times.
    pub async fn press(&self, key: &str, times: usize) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            "ArrowRight" => 39,
            _ => 40,
        };
        for kind in ["rawKeyDown", "keyUp"].repeat(times) {
            let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            self.tell("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Moves the pointer.
    pub async fn point(&self, (x, y): (f64, f64)) {
        self.tell("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await;
    }

    /// Clicks where the pointer is moved to.
    pub async fn click(&self, (x, y): (f64, f64)) {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.tell("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Touches the screen with a finger.
    pub async fn tap(&self, (x, y): (f64, f64)) {
        self.tell("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})).await;
        self.tell("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await;
    }

    /// Prints the page on paper of a size in inches, as a PDF.
    pub async fn print(&self, (width, height): (f64, f64)) -> Vec<u8> {
        use base64::Engine;
        let paper = json!({"paperWidth": width, "paperHeight": height});
        let printed = self.tell("Page.printToPDF", paper).await;
        base64::engine::general_purpose::STANDARD.decode(printed["data"].as_str().unwrap()).unwrap()
    }
}
