//! From a chapter's file to the chapter.

use super::markdown::{Section, sections};
use super::plan::ChapterPlan;
use super::{
    Block, ChallengeWords, Chapter, Content, Kind, LessonError, Line, Mark, QuestionWords, Screen, ScreenPlan, Show,
    Wrong, words_of,
};
use crate::scene::{Place, Scene, preset};

/// What opens and closes the front matter.
const FENCE: &str = "+++\n";

/// Reads a chapter from a file's text; `name` stands for the file in errors.
///
/// # Errors
/// [`LessonError`] names the file and the line.
pub fn parse_chapter(slug: &'static str, name: &str, text: &str) -> Result<Chapter, LessonError> {
    let at = |offset: usize| Place::after(name, text.get(..offset).unwrap_or(text));
    let error = |offset: usize, wrong: Wrong| LessonError { at: at(offset), wrong: Box::new(wrong) };
    let front = text.strip_prefix(FENCE).ok_or_else(|| error(0, Wrong::NoFrontMatter))?;
    let (front, markdown) = front.split_once("\n+++\n").ok_or_else(|| error(0, Wrong::NoFrontMatter))?;
    let plan: ChapterPlan = toml::from_str(front).map_err(|wrong| {
        let inside = wrong.span().map_or(0, |span| span.start);
        let message = wrong.message().split_whitespace().collect::<Vec<_>>().join(" ");
        error(FENCE.len() + inside, Wrong::FrontMatter(message))
    })?;
    let begins = text.len() - markdown.len();
    let sections = sections(markdown).map_err(|(inside, wrong)| error(begins + inside, wrong))?;
    let mut sections = sections.into_iter().peekable();
    let title = match sections.next() {
        Some(section) if section.level == 1 && section.blocks.is_empty() => words_of(&section.heading),
        _ => return Err(error(begins, shape("the text begins with \"# \" and the chapter's title"))),
    };
    let mut screens = Vec::new();
    for plan in plan.screens {
        let head = sections.next().filter(|section| section.level == 2);
        let head = head.ok_or_else(|| error(text.len(), shape(&format!("screen \"{}\" has no \"## …\"", plan.id))))?;
        let offset = begins + head.offset;
        let mut parts = Vec::new();
        while let Some(part) = sections.next_if(|section| section.level == 3) {
            parts.push(part);
        }
        screens.push(screen(plan, head, parts).map_err(|wrong| error(offset, wrong))?);
    }
    match sections.next() {
        Some(more) => Err(error(begins + more.offset, shape("this screen has no [[screens]] in the front matter"))),
        None => Ok(Chapter { slug, title, screens }),
    }
}

fn shape(text: &str) -> Wrong {
    Wrong::Shape(text.to_owned())
}

/// A screen from its plan, its head, and the sections within it.
fn screen(plan: ScreenPlan, head: Section, parts: Vec<Section>) -> Result<Screen, Wrong> {
    if preset(&plan.preset).is_none() {
        return Err(Wrong::Preset(plan.preset));
    }
    let scene = plan.scene()?;
    for step in plan.stops.iter().chain([&plan.step]) {
        in_scene(&scene, *step)?;
    }
    let title = words_of(&head.heading);
    let mut screen = Screen { plan, scene, title, text: head.blocks, question: None, challenge: None, then: None };
    let mut again = None;
    for part in parts {
        match part.class.as_deref() {
            Some("question") => screen.question = Some(question(&screen.plan, part)?),
            Some("goal") => screen.challenge = Some(challenge(&screen.plan, part)?),
            Some("again") => again = Some(part.heading),
            Some("then") => screen.then = Some((words_of(&part.heading), part.blocks)),
            _ => return Err(shape("a \"### …\" ends in {.question}, {.goal}, {.again} or {.then}")),
        }
    }
    if let Some(challenge) = &mut screen.challenge {
        challenge.again = again.take().ok_or_else(|| shape("a challenge has a \"### … {.again}\""))?;
    }
    if again.is_some() {
        return Err(shape("only a challenge has a \"### … {.again}\""));
    }
    check(&screen)?;
    Ok(screen)
}

fn in_scene(scene: &Scene, step: usize) -> Result<(), Wrong> {
    let length = scene.length();
    if (1..=length).contains(&step) { Ok(()) } else { Err(Wrong::Step { step, length }) }
}

/// Checks that words and plan belong together, and that links can be followed.
fn check(screen: &Screen) -> Result<(), Wrong> {
    let plan = &screen.plan;
    let asks = plan.question.is_some();
    if asks != screen.question.is_some() {
        return Err(shape("a question stands in the front matter and as \"### … {.question}\""));
    }
    let strives = plan.challenge.is_some() || plan.drill.is_some();
    if strives != screen.challenge.is_some() || strives != (plan.kind == Kind::Challenge) {
        return Err(shape("a screen of kind challenge has one in the front matter and a \"### … {.goal}\""));
    }
    if plan.drill.is_some() && plan.train.is_none() {
        return Err(shape("a drill needs a training"));
    }
    let of_training = |show: &Show| matches!(show, Show::Race | Show::Readout);
    if plan.shows.iter().any(|show| of_training(show) != plan.train.is_some()) {
        return Err(shape("a training shows race and readout, and nothing else does"));
    }
    let then = screen.then.iter().flat_map(|(_, blocks)| blocks);
    let after = screen.question.iter().flat_map(|question| &question.after);
    for piece in screen.text.iter().chain(then).chain(after).flat_map(Block::lines).flatten() {
        match (&piece.mark, &piece.content) {
            (Mark::Sets(changes), _) => drop(changes.made_to(&screen.scene)?),
            (Mark::GoesTo(step), _) => in_scene(&screen.scene, *step)?,
            (_, Content::Number(number)) => drop(number.value(&screen.scene)?),
            _ => {}
        }
    }
    Ok(())
}

fn question(plan: &ScreenPlan, part: Section) -> Result<QuestionWords, Wrong> {
    let question = plan.question.as_ref().ok_or_else(|| shape("this question is not in the front matter"))?;
    let mut blocks = part.blocks.into_iter();
    let Some(Block::List { numbered: false, items: choices }) = blocks.next() else {
        return Err(shape("a list of the choices follows the question"));
    };
    let (wanted, drawn) = (question.choices.count(), question.drawn.len());
    if choices.len() != wanted || wanted < 2 || (drawn > 0 && drawn != wanted) {
        return Err(Wrong::Shape(format!(
            "question \"{}\" has {wanted} choices in the front matter, {} in the text, and {drawn} drawn",
            question.id,
            choices.len()
        )));
    }
    let after: Vec<Block> = blocks.collect();
    if after.is_empty() {
        return Err(shape("a sentence on why the tempting answer fails follows the choices"));
    }
    Ok(QuestionWords { asked: part.heading, choices, after })
}

fn challenge(plan: &ScreenPlan, part: Section) -> Result<ChallengeWords, Wrong> {
    let steps = match (&plan.challenge, &plan.drill) {
        (Some(challenge), _) => challenge.solution.len(),
        (None, Some(_)) => 1,
        (None, None) => return Err(shape("this challenge is not in the front matter")),
    };
    let mut blocks = part.blocks.into_iter();
    let hints = match blocks.next() {
        Some(Block::List { numbered: false, items }) => <[Line; 2]>::try_from(items).ok(),
        _ => None,
    };
    let hints = hints.ok_or_else(|| shape("two hints follow the goal: what to watch, and which control"))?;
    let worked = match blocks.next() {
        Some(Block::List { numbered: true, items }) if items.len() == steps => items,
        _ => return Err(Wrong::Shape(format!("a numbered list with the {steps} steps of the solution follows"))),
    };
    Ok(ChallengeWords { goal: part.heading, hints, worked, again: Line::new() })
}
