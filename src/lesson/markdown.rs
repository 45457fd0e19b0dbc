//! From Markdown to sections: a heading, and the blocks under it.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::{Block, Content, Line, Mark, Piece, Wrong};

/// A heading and what stands under it.
pub struct Section {
    /// 1 of the chapter, 2 of a screen, 3 within one.
    pub level: usize,
    /// The `x` of `{.x}` after it.
    pub class: Option<String>,
    /// The heading.
    pub heading: Line,
    /// What stands under it.
    pub blocks: Vec<Block>,
    /// Where it begins, in bytes of the Markdown.
    pub offset: usize,
}

/// What is wrong, and where, in bytes of the Markdown.
pub type WrongAt = (usize, Wrong);

/// Cuts Markdown into its sections.
pub fn sections(markdown: &str) -> Result<Vec<Section>, WrongAt> {
    let parser = Parser::new_ext(markdown, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter();
    let mut events = TextMergeWithOffset::new(parser).peekable();
    let mut sections: Vec<Section> = Vec::new();
    while let Some((event, at)) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, classes, .. }) => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    HeadingLevel::H3 => 3,
                    _ => return Err((at.start, Wrong::Markdown("a heading below ###"))),
                };
                let heading = line(&mut events, |end| matches!(end, TagEnd::Heading(_)))?;
                let class = classes.first().map(ToString::to_string);
                sections.push(Section { level, class, heading, blocks: Vec::new(), offset: at.start });
            }
            Event::Start(tag) => {
                let block = block(&mut events, &tag, &at)?;
                let section =
                    sections.last_mut().ok_or((at.start, Wrong::Markdown("text before the first heading")))?;
                section.blocks.push(block);
            }
            _ => return Err((at.start, Wrong::Markdown("a rule, HTML or a note"))),
        }
    }
    Ok(sections)
}

/// Everything up to the end of a block that has begun.
fn block<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    tag: &Tag<'a>,
    at: &Range<usize>,
) -> Result<Block, WrongAt> {
    match tag {
        Tag::Paragraph => Ok(Block::Paragraph(line(events, |end| matches!(end, TagEnd::Paragraph))?)),
        Tag::BlockQuote(_) => {
            let line = line(events, |end| matches!(end, TagEnd::BlockQuote(_)))?;
            Ok(Block::Displayed(line))
        }
        Tag::List(first) => {
            let mut items = Vec::new();
            loop {
                match events.next() {
                    Some((Event::Start(Tag::Item), _)) => {
                        items.push(line(events, |end| matches!(end, TagEnd::Item))?);
                    }
                    Some((Event::End(TagEnd::List(_)), _)) => {
                        return Ok(Block::List { numbered: first.is_some(), items });
                    }
                    Some((_, at)) => return Err((at.start, Wrong::Markdown("something between the items of a list"))),
                    None => return Err((at.start, Wrong::Markdown("a list without end"))),
                }
            }
        }
        _ => Err((at.start, Wrong::Markdown("a table, code or HTML"))),
    }
}

/// A line up to its end. Paragraphs within it, as in a quote or a loose list, run on.
fn line<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    ends: impl Fn(&TagEnd) -> bool,
) -> Result<Line, WrongAt> {
    let mut line = Line::new();
    let mut mark = Mark::Plain;
    for (event, at) in events {
        let wrong = |wrong: Wrong| (at.start, wrong);
        match event {
            Event::End(end) if ends(&end) => return Ok(line),
            Event::Text(text) => pieces(&text, &mark, &mut line).map_err(wrong)?,
            Event::SoftBreak => pieces(" ", &mark, &mut line).map_err(wrong)?,
            Event::HardBreak => pieces("\n", &mark, &mut line).map_err(wrong)?,
            Event::Start(Tag::Strong) => mark = Mark::Strong,
            Event::Start(Tag::Emphasis) => mark = Mark::Stressed,
            Event::Start(Tag::Link { dest_url, .. }) => mark = link(&dest_url).map_err(wrong)?,
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => mark = Mark::Plain,
            Event::Start(Tag::Paragraph) => {
                if !line.is_empty() {
                    pieces("\n", &mark, &mut line).map_err(wrong)?;
                }
            }
            Event::End(TagEnd::Paragraph) => {}
            _ => return Err(wrong(Wrong::Markdown("code, HTML or an image"))),
        }
    }
    Ok(line)
}

/// Where a link leads.
fn link(address: &str) -> Result<Mark, Wrong> {
    let wrong = || Wrong::Link(address.to_owned());
    if let Some(changes) = address.strip_prefix("set:") {
        let changes = changes.parse().map_err(Wrong::Scene)?;
        return Ok(Mark::Sets(changes));
    }
    if let Some(step) = address.strip_prefix("t:") {
        return step.parse().ok().filter(|step| *step > 0).map(Mark::GoesTo).ok_or_else(wrong);
    }
    if address.starts_with("https://") {
        return Ok(Mark::Web(address.to_owned()));
    }
    address.parse().map(Mark::Named).map_err(|_| wrong())
}

/// Cuts text at its placeholders.
fn pieces(text: &str, mark: &Mark, line: &mut Line) -> Result<(), Wrong> {
    let mut push = |content: Content| line.push(Piece { content, mark: mark.clone() });
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, behind) =
            after.split_once('}').ok_or_else(|| Wrong::Shape(format!("\"{{{after}\" lacks its closing brace")))?;
        if !before.is_empty() {
            push(Content::Words(before.to_owned()));
        }
        push(Content::Number(inside.parse().map_err(Wrong::Number)?));
        rest = behind;
    }
    if !rest.is_empty() {
        push(Content::Words(rest.to_owned()));
    }
    Ok(())
}
