#!/usr/bin/env python3
"""List what is linked into the program, with its licences: assets/licences.txt.

    python3 assets/licences.py            # write the list
    python3 assets/licences.py --check    # say whether it is still true (exit code 1 if not)

Run it after Cargo.lock has changed. It asks `cargo tree` for the crates that the program links on
Linux, Windows and macOS with its default features; what only runs while building is left out. The
fonts' licences follow in full.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

TARGETS = ("x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin")
ASSETS = Path(__file__).resolve().parent
LIST = ASSETS / "licences.txt"

HEAD = """\
Paint Dilution is free to use under the MIT licence or the Apache licence 2.0, as you like.

It is built from the crates below, each under its own licence; the texts come with the crates'
sources. Not every one is in the program for every system. The fonts are listed at the end.
"""

FONTS = (
    ("Pretendard 1.3.9, changed and renamed \"Paint Dilution Sans\"", "Pretendard-LICENSE.txt"),
    ("DejaVu Sans 2.37, changed and renamed \"Paint Dilution Signs\"", "DejaVu-LICENSE.txt"),
)


def linked(target):
    """The crates linked on one target, as (name, version, licence)."""
    command = ["cargo", "tree", "--locked", "--edges", "normal,no-proc-macro", "--target", target]
    command += ["--prefix", "none", "--format", "{p}|{l}"]
    tree = subprocess.run(command, cwd=ASSETS.parent, check=True, capture_output=True, text=True).stdout
    for line in tree.splitlines()[1:]:  # the first is the program itself
        package, licence = line.removesuffix(" (*)").split("|")
        name, version = package.split()[:2]
        yield name, version.removeprefix("v"), licence


def same_spelling(licence):
    """One spelling for what says the same: "A/B" is old for "A OR B", and the order does not matter."""
    if "AND" in licence or "(" in licence or "WITH" in licence:
        return licence
    return " OR ".join(sorted(part.strip() for part in licence.replace("/", " OR ").split(" OR ")))


def listing():
    groups = defaultdict(set)
    for target in TARGETS:
        for name, version, licence in linked(target):
            if not licence:
                sys.exit(f"{name} {version} names no licence")
            groups[same_spelling(licence)].add(f"{name} {version}")
    parts = [HEAD]
    for licence, crates in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        parts.append(f"\n{licence}\n" + "".join(f"  {crate}\n" for crate in sorted(crates)))
    for font, text in FONTS:
        parts.append(f"\n\nFont: {font}\n\n" + (ASSETS / "fonts" / text).read_text(encoding="utf-8"))
    return "".join(parts)


def main():
    text = listing()
    if sys.argv[1:] == ["--check"]:
        if not LIST.exists() or LIST.read_text(encoding="utf-8") != text:
            sys.exit("assets/licences.txt is out of date: run python3 assets/licences.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        LIST.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
