//! What the manual of hosting says is what the page and its own server do.

use std::fs;

use super::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The policy in the page, with what only a header can say.
fn policy() -> String {
    let page = read("index.html");
    let (_, rest) = page
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .unwrap();
    let (policy, _) = rest.split_once('"').unwrap();
    format!("{policy}; frame-ancestors 'none'")
}

/// The headers tools/serve.mjs sends as they stand there, besides the policy and caching.
fn served() -> Vec<(String, String)> {
    let script = read("tools/serve.mjs");
    let (_, rest) = script.split_once("response.writeHead(200, {").unwrap();
    let (headers, _) = rest.split_once("});").unwrap();
    let fixed = |line: &str| {
        let (name, value) = line.trim().trim_end_matches(',').split_once(": ")?;
        let unquoted = |text: &str| Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned());
        Some((unquoted(name)?, unquoted(value)?))
    };
    headers.lines().filter_map(fixed).collect()
}

/// The blocks of configuration in the manual.
fn blocks() -> Vec<(String, String)> {
    let manual = read("docs/hosting.md");
    let parts: Vec<&str> = manual.split("\n## ").collect();
    let block = |part: &&str| {
        let (title, rest) = part.split_once('\n')?;
        let (_, code) = rest.split_once("```")?;
        let (code, _) = code.split_once("```")?;
        code.contains("frame-ancestors")
            .then(|| (title.to_owned(), code.to_owned()))
    };
    parts.iter().filter_map(block).collect()
}

#[test]
fn every_configuration_in_the_manual_sends_what_the_page_and_its_server_say() {
    let served = served();
    let names: Vec<&str> = served.iter().map(|(name, _)| name.as_str()).collect();
    for expected in [
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "permissions-policy",
        "referrer-policy",
        "x-content-type-options",
        "x-frame-options",
    ] {
        assert!(names.contains(&expected), "tools/serve.mjs: {expected}");
    }
    let blocks = blocks();
    assert_eq!(blocks.len(), 4, "nginx, IIS, Apache, static hosts");
    for (title, code) in blocks {
        let line_of = |name: &str| {
            let wanted = name.to_lowercase();
            code.lines()
                .find(|line| line.to_lowercase().contains(&wanted))
                .unwrap_or_else(|| panic!("{title}: {name} is missing"))
        };
        assert!(
            line_of("Content-Security-Policy").contains(&policy()),
            "{title}: another policy than the page\u{2019}s"
        );
        for (name, value) in &served {
            assert!(line_of(name).contains(value.as_str()), "{title}: {name}");
        }
    }
}

#[test]
fn the_policy_allows_nothing_written_into_the_page_and_nobody_else() {
    let policy = policy();
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    for foreign in ["http:", "https:", "*"] {
        assert!(!policy.contains(foreign), "{foreign}");
    }
}
