//! The chapters that come with the program: read in every language, and true.

use std::collections::{BTreeMap, BTreeSet};

use paint_dilution::lesson::{
    Block, ChallengePlan, Chapter, Choices, Content, Goal, Kind, Line, Mark, Move, Screen, Wrong, chapters, files,
    parse_chapter, words_of,
};
use paint_dilution::scene::{Changes, Control, Controls, Scene, moved};

/// The chapters and the numbers of the challenges in each, as they are taught.
const CHALLENGES: [(&str, &[&str]); 8] = [
    ("blue-and-grey", &[]),
    ("dilution", &["2A", "2B", "2C"]),
    ("vanishing-gradient", &["3A", "3B"]),
    ("three-gates", &["4A", "4B"]),
    ("memory-block", &["5A"]),
    ("s-and-h", &["6A"]),
    ("keep-ignore-erase", &["7A", "7B", "7C", "7D", "7E", "7F"]),
    ("gates-are-learned", &["8A"]),
];
/// The challenges that suffice to go on.
const CORE: [&str; 8] = ["2B", "3B", "4A", "5A", "6A", "7A", "7B", "7C"];
/// How many questions are asked before something plays.
const QUESTIONS: usize = 11;
const LANGUAGES: [&str; 2] = ["en", "ko"];

/// The number of a chapter, from 1.
fn number(chapter: &Chapter) -> usize {
    CHALLENGES.iter().position(|(slug, _)| *slug == chapter.slug).unwrap() + 1
}

/// Every screen in a language, with its chapter.
fn screens(language: &str) -> Vec<(&'static Chapter, &'static Screen)> {
    chapters(language).iter().flat_map(|chapter| chapter.screens.iter().map(move |screen| (chapter, screen))).collect()
}

/// Panics with all that is wrong, one a line.
fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn holds(goals: &[Goal], scene: &Scene) -> bool {
    goals.iter().all(|goal| goal.standing(scene).unwrap_or_else(|error| panic!("{goal}: {error}")).met)
}

fn made(changes: &Changes, scene: &Scene) -> Scene {
    changes.made_to(scene).unwrap_or_else(|error| panic!("{changes}: {error}"))
}

#[test]
fn every_file_is_read() {
    let mut wrong = Vec::new();
    for (language, slug, text) in files() {
        let name = format!("assets/lessons/{language}/{slug}.md");
        if let Err(error) = parse_chapter(slug, &name, text) {
            wrong.push(format!("{error}\n    {}", error.hint()));
        }
    }
    none_wrong(&wrong);
}

#[test]
fn the_chapters_come_in_their_order_with_their_challenges() {
    for language in LANGUAGES {
        let found: Vec<(&str, Vec<&str>)> = chapters(language)
            .iter()
            .map(|chapter| {
                let id = |screen: &'static Screen| {
                    let of_scene = screen.plan.challenge.as_ref().map(|challenge| challenge.id.as_str());
                    of_scene.or(screen.plan.drill.as_ref().map(|drill| drill.id.as_str()))
                };
                (chapter.slug, chapter.screens.iter().filter_map(id).collect())
            })
            .collect();
        let wanted: Vec<(&str, Vec<&str>)> = CHALLENGES.iter().map(|(slug, ids)| (*slug, ids.to_vec())).collect();
        assert_eq!(found, wanted, "{language}");
        let core = screens(language).into_iter().filter_map(|(_, screen)| screen.plan.challenge.as_ref());
        let core: Vec<&str> = core.filter(|challenge| challenge.core).map(|challenge| challenge.id.as_str()).collect();
        assert_eq!(core, CORE, "{language}");
    }
}

#[test]
fn both_languages_have_the_same_screens_scenes_questions_and_challenges() {
    let (english, korean) = (screens("en"), screens("ko"));
    let mut wrong = Vec::new();
    for ((chapter, english), (_, korean)) in english.iter().zip(&korean) {
        if english.plan != korean.plan {
            wrong.push(format!("{}: the front matter of \"{}\" differs", chapter.slug, english.plan.id));
        }
        if english.then.is_some() != korean.then.is_some() {
            wrong.push(format!("{}: only one language has a \"then see\" in \"{}\"", chapter.slug, english.plan.id));
        }
        let links = |screen: &Screen| {
            let marks = all_lines(screen).into_iter().flatten().map(|piece| piece.mark);
            let links = marks.filter(|mark| matches!(mark, Mark::Sets(_) | Mark::GoesTo(_) | Mark::Web(_)));
            links.map(|mark| format!("{mark:?}")).collect::<BTreeSet<_>>()
        };
        if links(english) != links(korean) {
            wrong.push(format!("{}: the links of \"{}\" differ", chapter.slug, english.plan.id));
        }
    }
    none_wrong(&wrong);
    assert_eq!(english.len(), korean.len());
}

#[test]
fn every_claim_holds() {
    let mut wrong = Vec::new();
    for (chapter, screen) in screens("en") {
        for claim in &screen.plan.claims {
            match claim.standing(&screen.scene) {
                Ok(standing) if standing.met => {}
                Ok(standing) => wrong.push(format!("{}, {}: {claim}: {standing:?}", chapter.slug, screen.plan.id)),
                Err(error) => wrong.push(format!("{}, {}: {claim}: {error}", chapter.slug, screen.plan.id)),
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn names_are_given_once_and_every_question_comes_back_changed_two_chapters_later() {
    let all = screens("en");
    let ids: BTreeSet<&str> = all.iter().map(|(_, screen)| screen.plan.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "screen ids");
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut back: BTreeMap<&str, usize> = BTreeMap::new();
    for chapter in chapters("en") {
        let number = number(chapter);
        for screen in &chapter.screens {
            let Some(question) = &screen.plan.question else { continue };
            match (&question.again_of, screen.plan.kind) {
                (Some(of), Kind::Again) => assert_eq!(back.insert(of, number), None, "{of} comes back once"),
                (None, Kind::Text) => assert_eq!(asked.insert(&question.id, number), None, "{}", question.id),
                (None, Kind::Recap) => {}
                (of, kind) => panic!("question \"{}\" ({of:?}) has no place on a screen of kind {kind:?}", question.id),
            }
        }
    }
    assert_eq!(asked.len(), QUESTIONS, "{asked:?}");
    let wanted: BTreeMap<&str, usize> = asked.iter().map(|(id, number)| (*id, (number + 2).min(8))).collect();
    assert_eq!(back, wanted);
}

#[test]
fn exactly_one_choice_of_every_question_is_right() {
    let mut wrong = Vec::new();
    for (_, screen) in screens("en") {
        let Some(question) = &screen.plan.question else { continue };
        let right = screen.right_choice(&screen.scene).unwrap_or_else(|error| panic!("{}: {error}", question.id));
        let Some(right) = right.filter(|right| *right < question.choices.count()) else {
            let standing = |goal: &Goal| format!("{goal}: {:?}", goal.standing(&screen.scene));
            let goals = match &question.choices {
                Choices::Goals(goals) => goals.iter().map(standing).collect::<Vec<_>>().join("\n    "),
                Choices::Facts(count) => format!("{:?} of {count}", question.right),
            };
            wrong.push(format!("{}: not exactly one choice is right:\n    {goals}", question.id));
            continue;
        };
        for (at, curve) in question.drawn.iter().enumerate() {
            let of = question.of.as_deref().unwrap_or_else(|| panic!("{}: curves of what?", question.id));
            let far = curve.iter().map(|[step, value]| {
                let reading = format!("{of}[{step}]").parse::<paint_dilution::lesson::Subject>().unwrap();
                (reading.values(&screen.scene).unwrap()[0] - value).abs()
            });
            let far = far.fold(0.0, f64::max);
            if (at == right) != (far < 0.03) {
                wrong.push(format!("{}: curve {} is {far} from what is computed", question.id, at + 1));
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn every_challenge_is_solved_by_its_solution_and_not_by_what_tempts() {
    let mut wrong = Vec::new();
    for (_, screen) in screens("en") {
        let Some(challenge) = &screen.plan.challenge else { continue };
        let mut must = |what: &str, is: bool| {
            if !is {
                wrong.push(format!("{}: {what}", challenge.id));
            }
        };
        let start = &screen.scene;
        must("the untouched scene meets the goals", !holds(&challenge.goals, start));
        for fails in &challenge.fails {
            must(&format!("{fails} meets the goals"), !holds(&challenge.goals, &made(fails, start)));
        }
        let solved = made(&challenge.solved(), start);
        must("its solution does not meet the goals", holds(&challenge.goals, &solved));
        let best = made(&challenge.best, start);
        let both = holds(&challenge.goals, &best) && holds(&challenge.extra, &best);
        must("its best setting does not meet goals and extra", both);
        for scene in [&solved, &best] {
            let stray = moved(start, scene).into_iter().find(|control| !screen.plan.controls().allows(*control));
            must(&format!("{stray:?} is moved and may not be"), stray.is_none());
        }
        for step in &challenge.solution {
            must(&format!("the step {step} moves more than one control"), step.0.len() == 1);
        }
        must("it has no extra", !challenge.extra.is_empty());
        let again = made(&challenge.again.set, start);
        must("the changed goal is met from the start", !holds(&challenge.again.goals, &again));
        must("the changed goal is solved by the first solution", again_is_another(challenge, &again));
        let solved = made(&challenge.again.solution, &again);
        must("the changed goal is not met by its solution", holds(&challenge.again.goals, &solved));
    }
    none_wrong(&wrong);
}

/// Whether the known solution is none of the goal with changed numbers.
fn again_is_another(challenge: &ChallengePlan, again: &Scene) -> bool {
    !holds(&challenge.again.goals, &made(&challenge.solved(), again))
}

#[test]
fn a_screen_lets_be_moved_only_what_it_has() {
    let mut wrong = Vec::new();
    for (chapter, screen) in screens("en") {
        let plan = &screen.plan;
        for moves in &plan.moves {
            let known = match moves {
                Move::Control(Control::Paint(step)) => (1..=screen.scene.length()).contains(step),
                Move::Start => plan.train.is_some(),
                Move::Control(_) | Move::Paints => true,
            };
            if !known {
                wrong.push(format!("{}, {}: {moves:?}", chapter.slug, plan.id));
            }
        }
        if plan.shows.is_empty() && !matches!(plan.kind, Kind::End | Kind::Recap) {
            wrong.push(format!("{}, {}: shows nothing", chapter.slug, plan.id));
        }
        assert!(!matches!(plan.controls(), Controls::All));
    }
    none_wrong(&wrong);
}

#[test]
fn every_chapter_has_two_to_four_texts_and_ends_in_its_recap() {
    for chapter in chapters("en") {
        let number = number(chapter);
        let texts = chapter.screens.iter().filter(|screen| screen.plan.kind == Kind::Text).count();
        assert!((2..=4).contains(&texts), "{}: {texts} texts", chapter.slug);
        let last = chapter.screens.iter().rposition(|screen| screen.plan.kind == Kind::Recap).unwrap();
        let after: Vec<Kind> = chapter.screens[last + 1..].iter().map(|screen| screen.plan.kind).collect();
        // The last chapter goes on: what is left of its questions, and what was simplified.
        let closed = if number == 8 { after.last() == Some(&Kind::End) } else { after.is_empty() };
        assert!(closed, "{}: {after:?}", chapter.slug);
        let recap = &chapter.screens[last];
        let sentences = recap.text.iter().filter(|block| matches!(block, Block::Displayed(_))).count();
        let lines: Vec<usize> = recap
            .text
            .iter()
            .filter_map(|block| match block {
                Block::List { items, .. } => Some(items.len()),
                _ => None,
            })
            .collect();
        assert_eq!((sentences, lines.as_slice()), (1, &[3][..]), "{}", chapter.slug);
        assert!(recap.question.is_some(), "{}", chapter.slug);
    }
}

/// Every line of a screen that is read.
fn all_lines(screen: &Screen) -> Vec<Line> {
    let question = screen.question.iter().flat_map(|words| {
        std::iter::once(&words.asked).chain(&words.choices).chain(words.after.iter().flat_map(Block::lines))
    });
    let challenge = screen.challenge.iter().flat_map(|words| {
        std::iter::once(&words.goal).chain(&words.hints).chain(&words.worked).chain(std::iter::once(&words.again))
    });
    let then = screen.then.iter().flat_map(|(_, blocks)| blocks).flat_map(Block::lines);
    screen.text.iter().flat_map(Block::lines).chain(question).chain(challenge).chain(then).cloned().collect()
}

/// The words of a text, a number being one.
fn count(blocks: &[Block]) -> usize {
    let line = |line: &Line| {
        let numbers = line.iter().filter(|piece| matches!(piece.content, Content::Number(_))).count();
        words_of(line).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() + numbers
    };
    blocks.iter().flat_map(Block::lines).map(line).sum()
}

/// `cargo test --test files lessons::words -- --nocapture` prints the table.
#[test]
fn words_are_few_on_every_screen() {
    let mut wrong = Vec::new();
    println!("| chapter | screen | kind | en | ko |\n| --- | --- | --- | --- | --- |");
    for ((chapter, english), (_, korean)) in screens("en").into_iter().zip(screens("ko")) {
        let (kind, id) = (english.plan.kind, &english.plan.id);
        let words = [count(&english.text), count(&korean.text)];
        println!("| {} | {id} | {kind:?} | {} | {} |", chapter.slug, words[0], words[1]);
        let allowed = match kind {
            Kind::Text => [60..=140, 45..=140],
            Kind::Again | Kind::Challenge => [8..=90, 6..=90],
            Kind::Recap => [20..=120, 15..=120],
            Kind::End => [60..=300, 45..=300],
        };
        if !allowed.iter().zip(&words).all(|(allowed, words)| allowed.contains(words)) {
            wrong.push(format!("{}, {id} ({kind:?}): {words:?} words", chapter.slug));
        }
    }
    none_wrong(&wrong);
}

/// A number with a point, or a percentage, that somebody typed must be one that the scene has, or the plan.
#[test]
fn no_number_is_typed_that_is_computed() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for (chapter, screen) in screens(language) {
            let plan = format!("{:?} {:?}", screen.plan, screen.scene);
            let known: BTreeSet<String> = numbers(&plan).into_iter().collect();
            for line in all_lines(screen) {
                let words = words_of(&line);
                let typed =
                    numbers(&words).into_iter().filter(|number| number.contains('.') && !known.contains(number));
                wrong.extend(typed.map(|number| format!("{language}, {}, {}: {number}", chapter.slug, screen.plan.id)));
            }
        }
    }
    none_wrong(&wrong);
}

/// Digits with at most one point among them, without zeros that mean nothing.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    for word in text.split(|letter: char| !letter.is_ascii_digit() && letter != '.') {
        let word = word.trim_matches('.');
        if let Ok(number) = word.parse::<f64>() {
            numbers.push(number.to_string());
        }
    }
    numbers
}

#[test]
fn a_wrong_file_is_named_with_its_line() {
    let whole = "+++\n[[screens]]\nid = \"one\"\nshows = [\"rnn\"]\nset = \"rnn.u = 0.9\"\n+++\n# Title\n\n## One\n\n\
                 The [state](h) is {rnn.h[2]}. [Shut](set:f.b=-4) it at [step 3](t:3).\n";
    assert!(parse_chapter("x", "x.md", whole).is_ok(), "{:?}", parse_chapter("x", "x.md", whole));
    for (from, to, message) in [
        ("+++\n[[", "[[", "x.md:1: the front matter is missing"),
        ("shows", "show", "x.md:4: unknown field `show`"),
        ("\"rnn\"", "\"rrn\"", "x.md:4: \"rrn\" is nothing that a screen shows"),
        ("rnn.u = 0.9", "rnn.v = 0.9", "x.md:5: \"rnn.v\" is nothing that can be moved"),
        ("rnn.u = 0.9", "rnn.u = 9", "x.md:9: rnn.u is 9.0; a number from -3 to 3 is allowed"),
        ("# Title\n\n", "", "x.md:7: the text begins with \"# \" and the chapter's title"),
        ("](h)", "](hh)", "x.md:11: \"hh\" is no link"),
        ("rnn.h[2]", "rnn.S[2]", "x.md:11: \"rnn.S[2]\": rnn has no \"S\""),
        ("rnn.h[2]", "rnn.h[25]", "x.md:9: step 25 is not in the sequence; it has steps 1 to 24"),
        ("t:3", "t:30", "x.md:9: step 30 is not in the scene; it has steps 1 to 24"),
        ("## One", "## One\n\n## Two", "x.md:11: this screen has no [[screens]] in the front matter"),
        ("## One\n\n", "", "x.md:7: the text begins with \"# \" and the chapter's title"),
        ("# Title\n\n## One\n\n", "", "x.md:7: text before the first heading has no place in a chapter"),
        ("## One", "## One\n\n### Two {.why}", "x.md:9: a \"### …\" ends in"),
        ("## One", "## One\n\n```\ncode\n```", "x.md:11: a table, code or HTML has no place in a chapter"),
        ("shows", "question = { id = \"q\", choices = 2, right = 1 }\nshows", "x.md:10: a question stands in"),
        ("shows", "stops = [30]\nshows", "x.md:10: step 30 is not in the scene"),
        ("shows", "scene = \"blue\"\nshows", "x.md:10: there is no preset \"blue\""),
    ] {
        let text = whole.replacen(from, to, 1);
        let error = parse_chapter("x", "x.md", &text).expect_err(message);
        assert!(error.to_string().starts_with(message), "{error}\n{message}");
        assert!(!error.hint().is_empty());
    }
    let error = parse_chapter("x", "x.md", "").unwrap_err();
    assert_eq!((error.at.line, *error.wrong), (1, Wrong::NoFrontMatter));
}
