//! Who may use whom: `lib.rs` lists the modules from the ground up.

use crate::reader::{Source, none, root, rust_files};

/// The modules in `lib.rs`, from the ground up.
fn order() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let modules = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

/// The module of `lib.rs` that a file belongs to; none for `lib.rs` and `main.rs`.
fn module(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let name = inside.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (!["lib", "main"].contains(&name)).then_some(name)
}

/// The modules named after `crate::` in a file, with their lines; `crate::{a, b::c}` names a and b.
fn used(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices("crate::") {
        let line = source.code[..at].matches('\n').count() + 1;
        let rest = &source.code[at + "crate::".len()..];
        let names = rest.strip_prefix('{').map_or_else(|| vec![first_name(rest)], names_in_braces);
        found.extend(names.into_iter().filter(|name| !name.is_empty()).map(|name| (line, name)));
    }
    found
}

fn first_name(code: &str) -> String {
    code.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The first names between braces, whose opening one is gone already.
fn names_in_braces(code: &str) -> Vec<String> {
    let (mut depth, mut names) = (0_i32, vec![first_name(code)]);
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_name(&code[at + 1..])),
            _ => {}
        }
    }
    names
}

/// What a file uses of modules that stand below its own in `lib.rs`.
fn broken(source: &Source, order: &[String]) -> Vec<String> {
    let place = |name: &str| order.iter().position(|module| module == name);
    let Some(own) = module(&source.path) else { return Vec::new() };
    let Some(own_place) = place(own) else { return vec![format!("{}: lib.rs does not list {own}", source.path)] };
    let uses = used(source).into_iter().filter_map(|(line, name)| {
        let above = place(&name)? <= own_place;
        (!above).then(|| format!("{}: {own} uses {name}, which lib.rs lists after it", source.at(line)))
    });
    uses.collect()
}

#[test]
fn a_module_uses_only_those_above_it_in_lib_rs() {
    let order = order();
    assert!(order.len() >= 9 && order[0] == "engine", "{order:?}");
    let broken: Vec<_> = rust_files("src").iter().flat_map(|source| broken(source, &order)).collect();
    none(&broken, "lib.rs lists its modules from the ground up");
}

#[test]
fn only_the_window_and_the_commands_need_a_feature() {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let lines: Vec<_> = text.lines().collect();
    let optional: Vec<_> =
        lines.windows(2).filter(|pair| pair[0].starts_with("#[cfg(feature")).map(|pair| pair[1]).collect();
    assert_eq!(optional, ["pub mod command;", "pub mod gui;"]);
}

#[test]
fn the_engine_uses_nothing_of_ours_and_knows_no_file_clock_or_screen() {
    let foreign = ["std::fs", "std::io", "std::env", "std::time", "std::thread", "std::process", "println!", "print!"];
    let mut broken = Vec::new();
    for source in rust_files("src/engine") {
        let ours = used(&source).into_iter().filter(|(_, name)| name != "engine");
        broken.extend(ours.map(|(line, name)| format!("{}: uses crate::{name}", source.at(line))));
        for (line, code) in (1..).zip(source.code.lines()) {
            let names = foreign.iter().filter(|name| code.contains(**name));
            broken.extend(names.map(|name| format!("{}: {name}", source.at(line))));
        }
    }
    none(&broken, "the engine computes, and does nothing else");
}
