#!/usr/bin/env python3
"""Make the two fonts that the program embeds.

    pip install fonttools==4.68.0
    python3 subset.py PretendardVariable.ttf DejaVuSans.ttf OUTPUT_FOLDER

The inputs: `dist/public/variable/PretendardVariable.ttf` of the npm package `pretendard` 1.3.9, and
`DejaVuSans.ttf` 2.37 (Debian's fonts-dejavu-core). The same inputs give the same bytes.

What is done to Pretendard:

* weights 400 to 700 stay, as one variable font;
* figures become tabular, because egui cannot ask for an OpenType feature: the character map sends
  each figure and the signs within numbers to the glyph that the feature `tnum` would choose;
* only the characters in `wanted()` stay, and only the features that do not change which letter is
  seen (`calt` goes: it makes an arrow of "->" and moves a colon between figures);
* it gets another name, as its licence asks of a changed font (OFL 1.1, Reserved Font Name).

DejaVu Sans gives the characters that Pretendard lacks. At the end everything promised is checked.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.hvar import add_HVAR

WEIGHTS = (400, 700)
TABULAR = "0123456789.,:+-−×"
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]

SIGNS = (
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ"
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ"
    "½¼¾⅓⅔⅛"
    "∂∇∑∏√∞≈≠≡≤≥·×÷−±∓∥‖⊙⊗⊕∘∗⋅∈∉∀∃∫∝∼≪≫⊂∅ℝℕ↦⟨⟩⌈⌉⌊⌋"
    "←→↑↓↔↕⇧⇦⇨⇩⇒⇐⇔↵⏎⌘⌥⌃⌫⌦⎋⇥↺↻↶↷⟲⟳"
    "✓✔✗✕✖☾☀▾▸▴◂▼▶▲◀△▽▷◁☰●○◯◐■□◆◇⋮⋯⚠☐☑✎"
    "…‥–—―‘’“”‚„†‡•‰′″‴‹›€₩™"
)

# Written by the keyboard or by the layout; nothing is drawn for them.
INVISIBLE = {*range(0x2028, 0x202F), *range(0x2060, 0x2065), *range(0x200B, 0x2010), 0x00AD}


def ks_x_1001_syllables():
    """The 2,350 syllables that ordinary Korean text needs."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF))
    return {ord(pair.decode("euc_kr")) for pair in cells}


def wanted():
    """Every character that either font must have."""
    characters = ks_x_1001_syllables()
    characters |= set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))  # Latin
    characters |= set(range(0x391, 0x3CA)) - {0x3A2}  # Greek; 0x3A2 is nobody's
    characters |= set(range(0x2000, 0x2060))  # punctuation and spaces
    characters |= set(range(0x3131, 0x3164))  # single jamo, as typed on the way to a syllable
    characters |= {ord(c) for c in "\u3000、。〈〉《》「」『』【】〔〕"}
    characters |= {ord(c) for c in SIGNS}
    return characters - INVISIBLE


def characters_of(font):
    return set(font.getBestCmap())


def mapping_of(font, tag):
    """All single substitutions of an OpenType feature: glyph → glyph."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    mapping = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            mapping.update(getattr(subtable, "mapping", {}))
    return mapping


def bake_tabular_figures(font):
    tabular = mapping_of(font, "tnum")
    for table in font["cmap"].tables:
        for character in map(ord, TABULAR):
            glyph = table.cmap.get(character)
            if glyph in tabular:
                table.cmap[character] = tabular[glyph]


def subset(font, characters):
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    options.drop_tables += ["DSIG", "FFTM", "STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font, family, licence, address):
    """Our own family name; copyright, maker and version stay as they were."""
    names = font["name"]
    version = names.getDebugName(5)
    kept = {index: names.getDebugName(index) for index in (0, 8, 9, 11, 12)}
    names.names = []
    compact = family.replace(" ", "")
    new = {1: family, 2: "Regular", 3: f"{compact}-Regular", 4: family, 5: version, 6: f"{compact}-Regular"}
    for index, text in {**kept, **new, 13: licence, 14: address}.items():
        if text:
            names.setName(text, index, 3, 1, 0x409)


def reread(font):
    """The font as it would be read from its file: every table whole again."""
    written = BytesIO()
    font.save(written)
    written.seek(0)
    return TTFont(written, recalcTimestamp=False)


def text_font(source):
    font = TTFont(source, recalcTimestamp=False)
    font = reread(instancer.instantiateVariableFont(font, {"wght": (WEIGHTS[0], WEIGHTS[0], WEIGHTS[1])}))
    for instance in font["fvar"].instances:
        instance.subfamilyNameID = 2
    font["fvar"].axes[0].axisNameID = 2
    bake_tabular_figures(font)
    subset(font, wanted() & characters_of(font))
    font = reread(font)
    add_HVAR(font)  # a table of advances by weight, so that no shaper must derive them from the outlines
    rename(font, "Paint Dilution Sans", "SIL Open Font License, Version 1.1", "https://openfontlicense.org")
    return font


def sign_font(source, have):
    font = TTFont(source, recalcTimestamp=False)
    missing = wanted() - have
    subset(font, missing & characters_of(font))
    rename(font, "Paint Dilution Signs", "See DejaVu-LICENSE.txt", "https://dejavu-fonts.github.io/License.html")
    return font


def check(text_path, sign_path):
    """Nothing is missing, and a number keeps its width at every weight."""
    text, signs = TTFont(text_path), TTFont(sign_path)
    missing = wanted() - characters_of(text) - characters_of(signs)
    assert not missing, "in neither font: " + " ".join(f"U+{c:04X}" for c in sorted(missing))
    for weight in (400, 450, 500, 600, 700):
        font = instancer.instantiateVariableFont(TTFont(text_path), {"wght": weight})
        glyphs, advances = font.getBestCmap(), font["hmtx"]
        width = {c: advances[glyphs[ord(c)]][0] for c in "0123456789\u2007.,:+−"}
        assert len({width[c] for c in "0123456789\u2007"}) == 1, (weight, width)
        # up to a unit in 2,048: the rounding of a weight in between
        assert max(width[c] for c in ".,:") - min(width[c] for c in ".,:") <= 1, (weight, width)
        assert width["+"] == width["−"], (weight, width)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    if os.environ.get("PYTHONHASHSEED") != "0":  # fonttools packs kerning in the order of a set
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    text_source, sign_source, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    text_path, sign_path = folder / "text.ttf", folder / "signs.ttf"
    text = text_font(text_source)
    text.save(text_path)
    sign_font(sign_source, characters_of(text)).save(sign_path)
    check(text_path, sign_path)
    for path in (text_path, sign_path):
        print(f"{path.name}: {path.stat().st_size:,} bytes, {len(characters_of(TTFont(path))):,} characters")


if __name__ == "__main__":
    main()
