# The page Explore. Marks such as [f]…[/] give a part its gate's colour.
title-blue-then-grey = Blue at step 1, then only grey. Who still has the blue at step { $length }?
title-blue-then-noise = Blue at step 1, then grey with noise. Who still has the blue at step { $length }?
title-blue = Blue at step { $message }. Who still has it at step { $length }?
title-orange = Orange at step { $message }. Who still has it at step { $length }?
title-grey = Step { $message } is grey: there is no paint to follow. Paint it.
caption-changed = Changed from “{ $name }”. Double-click a slider or a valve to set it back, or press R to set all back.
caption-file = { $file }
caption-file-changed = { $file }, changed since it was opened.

layer-curves = curves
layer-curves-tip = Gates, states and blue left at every step
layer-weights = weights
layer-weights-tip = The input, and every weight on a slider
layer-gradient = gradient
layer-gradient-tip = How much a small change of the followed paint changes each later state
layer-map = map
layer-map-tip = What is left at the last step, over any two sliders: where does blue survive?

network-rnn = Plain RNN
network-rnn-short = RNN
network-rnn-what = one state h, times u at every step
network-lstm = LSTM
network-lstm-what = three gates around a cell state { $S }

# Said aloud after the numeral.
headline-of = of the { $got_in } that got in
# Seen under the numeral.
headline-left-of = left of the { $got_in } that got in
headline-turned-of = of the { $got_in } that got in, turned into the other paint
headline-nothing = almost nothing got in
headline-nothing-of = got in: { $got_in }
headline-not-yet = not yet
headline-not-yet-of = the paint comes at step { $step }
headline-spoken = { $network }, blue left: { $numeral } { $of }
headline-tip = Blue left. The network runs twice, once with the followed paint and once with grey in its place. How far { $state } differs between the two runs, against how far it differed when the paint came in.

# What is heard, not seen: one swatch and one row of circles.
swatch-name = { $network }: paint at step { $step }, { $paint }
strip-name = { $network }: paints of all steps
chain-states-rnn = Plain RNN: hidden state h, { $value } at step { $step }
chain-states-lstm = LSTM: cell state { $S }, { $value } at step { $step }
paint-blue = blue
paint-grey = grey
paint-orange = orange
paint-bluish = { $value } blue
paint-orangish = { $value } orange

rnn-stays-grey = Grey comes in and the state is grey: [b]0[/] stays [b]0[/].
rnn-multiplies = Grey adds nothing. The RNN multiplies its state by [rnn]{ $u }[/] and squashes it: { $before } → [b]{ $after }[/].
rnn-pours = The RNN pours { $poured } into an empty state and squashes it: [b]{ $after }[/].
rnn-starts-by-bias = Grey adds nothing, the bias { $poured }. The RNN squashes it: [b]{ $after }[/].
rnn-pours-with-bias = Paint and bias make { $poured } in an empty state. The RNN squashes it: [b]{ $after }[/].
rnn-adds-bias = Grey adds nothing, the bias { $poured }. The RNN adds it to [rnn]{ $u }[/] times its state, { $kept }, and squashes the sum: { $before } → [b]{ $after }[/].
rnn-adds = The RNN adds { $poured } to [rnn]{ $u }[/] times its state, { $kept }, and squashes the sum: { $before } → [b]{ $after }[/].

lstm-empty = There is nothing in [S]{ $S }[/] yet to keep.
lstm-keeps = The forget gate keeps [f]{ $f }[/] of [S]{ $S }[/].
lstm-open-to-nothing = The input gate is open ([i]{ $i }[/]), but [g]g = 0[/]: nothing to let in. [S]{ $S }[/]: { $before } → [b]{ $after }[/].
lstm-shut-nothing-comes = The input gate is shut ([i]{ $i }[/]), and [g]g = 0[/]: nothing comes in. [S]{ $S }[/]: { $before } → [b]{ $after }[/].
lstm-lets-in-nothing = The input gate lets in [i]{ $i }[/] of [g]g = 0[/]: nothing. [S]{ $S }[/]: { $before } → [b]{ $after }[/].
lstm-shut = The input gate is shut ([i]{ $i }[/]) to [g]g = { $g }[/]. [S]{ $S }[/]: { $before } → [b]{ $after }[/].
lstm-lets-in = The input gate lets in [i]{ $i }[/] of [g]g = { $g }[/]: { $let_in }. [S]{ $S }[/]: { $before } → [b]{ $after }[/].
held-gates = held: { $gates }

facts-rnn = shade left { $shade }
facts-lstm = shade left { $shade } · blue shown in h { $shown }
facts-tip = Shade left: can one still tell how blue it was? The same comparison, with the followed paint halved. Blue shown: how much of what got into { $S } can be seen in h.
# After the facts of a step, where there is noise; a share, or a share and … while a newer one is computed.
facts-told = told apart { $share }
facts-told-tip = Told apart: { $ends } runs with the followed paint and { $ends } with grey in its place, each with noise of its own. The share of their ends that one threshold judges right. 50 % is a coin.

plot-rnn-h = hidden state h
plot-gates = gates: 0 shut, 1 open
plot-states = cell state { $S } and hidden state h
plot-rnn-state = RNN: hidden state h
plot-gates-and-state = LSTM: gates i, f, o, states { $S } and h
plot-blue-left = blue left
plot-blue-left-note = same run with and without the followed paint
plot-blue-left-told = told apart at T: RNN { $rnn }, LSTM { $lstm }
plot-gradient = gradient |∂/∂x|
plot-gradient-note = a step on average: RNN × { $rnn }, LSTM × { $lstm }
plot-gradient-at = step { $step }: { $values }
plot-gradient-stopped = beyond what f64 holds from step { $step } on
curve-rnn-gradient = RNN ∂h
curve-lstm-gradient = LSTM ∂{ $S }
curve-cell-only = Π f

# A number in a row of its own: “Forget gate bias”, followed by its symbol.
control-weight = { $of } { $term }
control-of-rnn = RNN
control-of-i = Input gate
control-of-f = Forget gate
control-of-o = Output gate
control-of-g = Candidate
control-term-w = weight
control-term-u = recurrent weight
control-term-b = bias
control-paint = Paint at step { $step }
control-noise = Noise
control-length = Sequence length
control-held = held at

input = Input
paints = Paint…
paints-tip = Many paints at once: paste numbers, repeat a pattern, clear
length-name = Sequence length T
length-tip = T: how many steps the sequence has, 1 to 1000
noise-name = Noise σ
noise-tip = σ: how strong the noise is that is added to every paint but the first
seed = seed
seed-tip = The same seed gives the same noise, on every machine
new-seed = New seed
new-seed-tip = Other noise of the same strength
message = follow step
message-tip = The step whose paint is followed, marked with a triangle. Blue left asks what became of it.
part-i = Input gate i
part-f = Forget gate f
part-o = Output gate o
part-g = Candidate g
weight-name = { $part }, weight { $term }
weight-w-tip = w: how strongly the paint x acts in { $equation }. From { $least } to { $most }. Double-click sets it back.
weight-u-tip = u: how strongly the previous hidden state h′ acts in { $equation }. From { $least } to { $most }. Double-click sets it back.
weight-b-tip = b: the bias, what acts without paint and state in { $equation }. From { $least } to { $most }. Double-click sets it back.
half-life = half-life { $steps }
half-life-tip = In so many steps half of { $S } is forgotten: ln ½ / ln f, with f = σ(b_f) or the held value; where the gate moves, ln ½ over the mean of ln f from step 2 on.
hold = hold
hold-name = Hold { $part }
hold-tip = Holds the gate at a fixed value, whatever its weights say
held-name = { $part }, held at
held-tip = The value at which the gate is held: 0 shut, 1 open
reset = Reset
reset-tip = Back to the scene as it was opened. The seed stays. (R)

pin = Pin as ghost
pin-tip = Keeps the present curves behind those to come, to hold them against each other. (G)
pin-full = { $most } ghosts are pinned, the most that there can be. Remove one first.
pinned = Pinned as ghost { $number }: { $name }
ghost-unnamed = ghost { $number }
ghost-paints = other paints
ghost-seed = seed { $seed }
ghost-message = follows step { $step }
ghost-moves = { $gate } moves
ghost-name = Name of ghost { $number }
ghost-rename = Ghost { $number }: { $name }
ghost-rename-tip = Click to give it another name
ghost-remove = Remove ghost { $number }
ghost-wrong = Ghost { $number } cannot be drawn: { $error }
ghosts-clear = Clear all
ghosts-clear-tip = Removes every ghost; Undo brings them back

picker-title = Paint of step { $step }: { $value }
picker-mixture = Mixture, from orange to blue
picker-message = Follow this paint
paints-title = The paints of all steps
paints-about = One number a step: 1 is blue, 0 grey, −1 orange, anything between a mixture.
paints-pasted = Paste or type
paints-none = Nothing typed yet.
paints-count = { $count } paints.
paints-replace = Use as the sequence
paints-replace-tip = T becomes the number of paints
paints-repeat = Repeat up to T
paints-repeat-tip = The pattern again and again; T stays
paints-first = Blue, then grey
paints-first-tip = Blue at step 1, grey at all others; T stays
paints-clear = All grey
paints-clear-tip = Every step grey; T stays

layer-valves = valves
layer-valves-tip = Both networks as plumbing: drag a valve, and see what flows
block-only-next = only to the next step
block-out-and-next = out, and to the next step
block-copy = a copy
block-drained = drained
block-spoken-lstm = Memory block of the LSTM at step { $step }: { $S } before { $before }, f keeps { $kept }, i lets in { $let_in }, { $S } { $s }, h { $h }
block-spoken-rnn = Plain RNN at step { $step }: h before { $before }, times u { $carried }, poured in { $poured }, h { $h }
valve-name = { $part }, valve
valve-tip = Drag: more to the right and up, less to the left and down; Shift is finer. It moves the bias b; the weights and the input do the rest. Double-click sets it back. A click or Enter shows how the gate comes about; the pin, or P, holds it. Type a value to find the bias that gives it.
valve-moves = { $symbol } { $from } → { $to }
valve-stops = { $symbol } ends at { $to }: w·x + u·h′ is { $push }
valve-no-bias = No { $symbol } from { $least } to { $most } makes { $letter } = { $value } at step { $step }
handle-name = times { $term }
handle-tip = Drag: more to the right and up, less to the left and down; Shift is finer. Double-click sets it back.
hold-pin-name = Pin of { $part }
valve-tip-held = The gate is held. Drag: more to the right and up, less to the left and down; Shift is finer. It moves the held value; the weights stay. A click on the pin, or P, lets the gate go.
valve-ends = { $symbol } ends at { $to }, the end of its range

# One step of time in six stages.
stage-strip = stage
stage-tip = One step of time, part by part (Shift+→, Shift+←; Escape shows the whole step). It is an order for the eye: g, i, f and o are all read at once, from the same x and h′.
stage-name = Stage { $number }: { $part }
stage-g = candidate g
stage-i = input gate i
stage-f = forget gate f
stage-S = cell state { $S }
stage-o = output gate o
stage-h = hidden state h
stage-g-what = What the new paint would add.
stage-i-what = How far the valve lets g in.
stage-f-what = How much of the old { $S } stays.
stage-S-what = Old and new meet in the tank.
stage-o-what = How much of { $S } may be seen.
stage-h-what = h goes out; { $S } stays in the block.

# A number opened. S* is the state of the same run with grey in the followed paint's place, S½ with half of it.
opened-nothing = There is nothing to work out here.
opened-start = { $symbol } = 0: a sequence begins with nothing.
opened-held-at = held at
opened-number = { $symbol } = { $value }
opened-stars = { $state }*: the same run with grey in the place of the followed paint. { $state }½: with half of it.
measure-got-in = got in
measure-blue = blue
measure-blue-left = blue left
measure-blue-shown = blue shown
measure-shade-left = shade left
measure-gradient = gradient
measure-drained = drained
measure-half-life = half-life

# The map over two sliders. $x and $y are symbols such as b_f.
map-title-blue = where does blue survive?
map-title-orange = where does orange survive?
map-title-learn = where can it learn?
map-shown-blue = blue at T
map-shown-blue-left = blue left
map-shown-shade-left = shade left
map-shown-gradient = gradient
map-tip-blue = Blue at T: how far the last state, { $S } of the LSTM or h of the RNN, differs between the runs with the followed paint and with grey in its place. What got in and stayed. The line is where half a paint is left, 0.5. Beyond the broken line it is more than 1. Click or drag to go there.
map-tip-blue-left = Blue left: the share that stayed until T of what got in, however little that was. The line is where half of it is left. Beyond the broken line it is more than all. Click or drag to go there.
map-tip-shade-left = Shade left: the same with the followed paint halved. Can one still tell how blue it was? The line is where half of the difference is left. Click or drag to go there.
map-tip-gradient = Gradient: how much a small change of the followed paint changes the last state. Where it is tiny, a network cannot learn what to do with the paint. The lines are at 10⁻³ and, broken, 10⁻⁶. Click or drag to go there.
map-choice-shown = The map shows: { $shown }
map-network-name = Map of the { $network }
map-network-tip = The map over { $x } and { $y }
map-x = Along x: { $weight }
map-y = Along y: { $weight }
map-name = Map over { $x } and { $y }
# "b_f 4.0, b_i −8.0: blue at T 0.586"
map-spoken = { $x } { $x_value }, { $y } { $y_value }: { $shown } { $value }
map-here = here { $value }
map-line-blue = line: half a paint left
map-line-share = line: half of it left
map-no-line = everywhere from { $least } to { $most }
map-lines-gradient = lines: 10⁻³, broken 10⁻⁶
map-gaps = hatched: nothing got in
map-gaps-gradient = hatched: beyond f64
map-held = { $part } is held: along { $symbols } nothing changes
map-both-held = { $part } are held: along { $symbols } nothing changes
