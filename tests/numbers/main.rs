//! The numbers, against mathematics: finite differences, closed forms, and the lesson's own.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, but does not see that these helpers are in one"
)]

mod batches_agree_with_the_plain_cells;
mod backpropagation_agrees_with_finite_differences;
mod closed_forms_come_out;
mod gradient_of_the_message_is_exact;
mod kernel_agrees_with_the_plain_cell;
mod kit;
mod lesson_numbers_come_out;
mod maps_agree_with_the_plain_map;
mod never_panics_on_any_weights;
mod noise_is_the_same_everywhere;
mod recall_task_is_the_same_everywhere;
mod roads_lead_where_they_should;
mod sequences_agree_with_the_plain_cells;
mod tell_apart_judges_as_the_lesson_says;
mod the_lesson_trains_as_it_says;
mod training_is_the_same_on_every_run;
mod training_learns;
mod wrong_input_is_named;
