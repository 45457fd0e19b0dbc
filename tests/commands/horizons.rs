//! `horizon` trains every racer at every length, in parts that follow each other.

use crate::kit::{bits, ended_by, errors, number, records, run, text_of, told};
use paint_dilution::engine::training::{RACERS, Setup, Trainer};

/// A horizon that takes no time.
const SMALL: [&str; 13] = [
    "horizon",
    "--lengths",
    "2,6,3",
    "--seeds",
    "4,1",
    "--hidden",
    "4",
    "--batch",
    "4",
    "--steps",
    "25",
    "--noise",
    "0.2",
];

fn small(more: &[&str]) -> String {
    told(&[&SMALL, more].concat())
}

#[test]
fn every_row_is_its_training_run() {
    let csv = small(&[]);
    assert_eq!(csv.lines().next(), Some("cell,start,seed,T,H,steps,recall_error,solved_at,always_grey"));
    let rows = records(&csv);
    assert_eq!(rows.len(), 5 * 2 * 3);
    let mut at = 0;
    for racer in RACERS {
        for seed in [4, 1] {
            for length in [2, 6, 3] {
                let row = &rows[at];
                let name = format!("{}:{}", row["cell"], row["start"]);
                let told = (name, number(row, "seed") as u64, number(row, "T") as usize);
                assert_eq!(told, (racer.to_string(), seed, length));
                let setup = Setup { hidden_size: 4, batch: 4, noise: 0.2, ..Setup::default() };
                let setup = Setup { kind: racer.kind, start: racer.start, seed, length, ..setup };
                let mut trainer = Trainer::new(setup).expect("a setup that can be trained");
                (0..25).for_each(|_| trainer.step().expect("a training that goes well"));
                let error = trainer.recall_error_held(&Default::default()).expect("no gate held");
                assert_eq!(bits(row, "recall_error"), Some(error.to_bits()), "{row:?}");
                assert_eq!(bits(row, "always_grey"), Some(trainer.grey().to_bits()));
                assert_eq!(row["solved_at"], trainer.solved_at().map_or(String::new(), |step| step.to_string()));
                at += 1;
            }
        }
    }
}

#[test]
fn the_parts_follow_each_other_byte_for_byte() {
    let whole = small(&[]);
    for of in [1, 3, 31] {
        let parts: String = (1..=of).map(|number| small(&["--shard", &format!("{number}/{of}")])).collect();
        assert_eq!(parts, whole, "{of}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let on = |threads: &str| {
        let output = crate::kit::program().env("RAYON_NUM_THREADS", threads).args(SMALL).output();
        String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8")
    };
    assert_eq!(on("1"), on("3"));
}

#[test]
fn others_can_race() {
    let rows = records(&small(&["--race", "lstm:forget:3,rnn:identity"]));
    assert_eq!(rows.len(), 2 * 2 * 3);
    assert_eq!((rows[0]["start"].as_str(), rows[6]["start"].as_str()), ("forget:3", "identity"));
}

#[test]
fn json_says_the_same_as_csv_and_a_file_is_written_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("horizon.json");
    assert_eq!(small(&["--format", "json", "--out", &text_of(&path)]), "");
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&path).expect("the file")).expect("JSON");
    let rows = records(&small(&[]));
    assert_eq!(json.as_array().expect("an array").len(), rows.len());
    for (object, row) in json.as_array().expect("an array").iter().zip(&rows) {
        assert_eq!(object["cell"], row["cell"].as_str());
        assert_eq!(object["recall_error"].as_f64(), Some(number(row, "recall_error")));
    }
}

#[test]
fn wrong_use_ends_with_2_and_says_what_is_right() {
    for (more, said) in [
        (["--shard", "0/4"], "of 4 there are 1/4 to 4/4"),
        (["--shard", "5/4"], "of 4 there are 1/4 to 4/4"),
        (["--shard", "2"], "such as 2/8"),
        (["--lengths", "5,0"], "a number from 1 to 1000 is needed"),
        (["--lengths", "5,5"], "5 is given twice"),
        (["--seeds", ""], "a number from 0 to 9007199254740991 is needed"),
        (["--race", "lstm:zeros"], "no start is called \"zeros\""),
        (["--race", "rnn:chrono"], "chrono does not apply to rnn"),
        (["--race", "mlp"], "begins with no cell"),
        (["--steps", "0"], "a number from 1 to"),
        (["--hidden", "0"], "a number from 1 to 256 is needed"),
    ] {
        let output = run(&[&["horizon"], more.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", errors(&output));
        assert!(errors(&output).contains(said), "{more:?}: {}", errors(&output));
        assert!(output.stdout.is_empty());
    }
    let output = run(&["horizon", "--out", "no-folder/horizon.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
}

#[test]
fn the_help_names_the_defaults() {
    let help = told(&["horizon", "--help"]);
    for told in ["[default: rnn:torch,lstm:forget:1,lstm:chrono,gru:torch,gru:chrono]", "[default: 5,10,20,50,100,200]"]
    {
        assert!(help.contains(told), "{help}");
    }
    assert!(help.contains("--shard 2/8"), "{help}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_writes_what_has_finished() {
    let arguments = ["horizon", "--race", "rnn,lstm:forget:2,gru", "--lengths", "2,3,300", "--seeds", "1,2"];
    let output = ended_by("INT", &[&arguments[..], &["--steps", "2000"]].concat());
    let said = errors(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.starts_with("horizon: ") && said.contains(" % done, "), "{said}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let rows = records(&text);
    // The short ones come first, and the long ones have not come far.
    assert!((1..18).contains(&rows.len()) && rows.iter().all(|row| !row["recall_error"].is_empty()), "{text}");
    assert!(said.ends_with(&format!("stopped: {} of 18 runs have finished, and are written\n", rows.len())), "{said}");
}
