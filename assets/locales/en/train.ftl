# The page Train.
train-title = A colour at step 1, then only grey with noise. Who learns to name it at step { $length }?
cell-rnn = RNN
cell-lstm = LSTM
cell-gru = GRU

# Prepared races: how open the road is on which the error comes back to step 1.
road-none = no road
road-none-caption = The LSTM starts as PyTorch’s own, f near ½: what comes back of the error is halved at every step, and over 20 steps nothing is left of it. It goes on answering grey.
road-half = half a road
road-half-caption = Forget bias +1: f starts near 0.73 and { $S } halves in 2.2 steps. Over 20 steps most seeds get through, and some do not. Try a few.
road-open = a road
road-open-caption = Forget bias +2: f starts near 0.88 and { $S } halves in 5.5 steps, just over a quarter of the 20. The error comes back to step 1, and the gates can be learned.
road-longer = longer
road-longer-caption = The same start over 50 steps: what was a road no longer is one. A few seeds find a way, but late. Try +3: most get through; with chrono all do.
road-other-caption = Gates can be learned when f is open long enough for the error to come back to step 1.

race-cells = Who races
race-cell = { $cell } races
race-cells-tip = At least { $least } race, all from the same seed, on the same sequences. A change begins the race anew.
race-task = Task: name the first colour
race-network = Network
race-learning = Learning
race-length-tip = T: how many steps lie between the colour and the question. A change begins the race anew. Double-click sets it back.
race-noise-tip = σ: how strong the noise on the grey steps is. Without any, the RNN can solve short tasks, too. Double-click sets it back.
hidden-size-name = Hidden size H
race-hidden-size-tip = H: how many units each network has, each with gates of its own. Double-click sets it back.
batch-name = Batch size B
race-batch-tip = B: how many sequences one training step learns from. Double-click sets it back.
learning-rate-name = Learning rate
race-learning-rate-tip = How far Adam goes in one training step. Double-click sets it back.
start = start: { $start }
start-torch = PyTorch’s own (+0)
start-torch-tip = As PyTorch begins: weights and biases from U(−1/√H, 1/√H), so f is near ½.
start-forget = forget bias +{ $n }
start-forget-tip = PyTorch’s start, and so much more on the bias of the gate that keeps: f of the LSTM, z of the GRU. It opens the road for the error before anything is learned.
start-chrono = chrono
start-chrono-tip = b_f = ln U(1, T − 1) and b_i = −b_f, other biases 0; GRU: b_z. The half-lives are spread up to the length of the sequence (Tallec and Ollivier 2018).
start-identity = identity
start-identity-tip = The RNN’s U is the identity and b is 0: its state is carried on unchanged, but for tanh (Le et al. 2015).
# $cells is a list such as “RNN, GRU”.
start-means-nothing = Does not apply to { $cells }: starts as in PyTorch.
race-seed-tip = The same seed gives the same weights, sequences and noise. Reset keeps it.
race-new-seed-tip = Other weights and other sequences. Nothing should be claimed from one seed.

train-run = Run
train-pause = Pause
train-run-tip = Trains all networks side by side, or lets them rest (Space)
train-once = One step
train-once-tip = One training step of every network, from one batch
train-reset = Reset
train-reset-tip = The same race from its first step; the seed stays. (R)
train-status = step { $steps } · { $seconds } s
train-speed = { $cell } { $speed }
train-speeds = Steps a second: { $speeds }
train-changed = Something changed: back to step 0.
train-beginning = first numbers …

recall-error = recall error (mean squared error), log
recall-axis = steps
recall-lines = dotted: always grey, { $grey } · dashed: solved, below 0.01
training-step = Training step { $step }
recall-spoken = Recall error after { $steps } training steps: { $cells }
recall-spoken-cell = { $cell } { $error }
recall-spoken-solved = { $cell } { $error }, solved at step { $step }
signal = learning signal ‖∂L/∂h‖
signal-note = from step T back to the first, last batch
signal-none = after the first training step

ask-title = Ask a network at every step: what was the first colour?
ask-note = click the first swatch to ask another colour
ask-input = input
ask-first = First colour: { $colour }
ask-input-spoken = The sequence: { $colour }, then grey
ask-error = this time: error { $error }
ask-answer-spoken = { $cell } at step { $step } answers { $colour }; { $end }
colour-value = red { $red }, green { $green }, blue { $blue }
colour-red = Red
colour-yellow = Yellow
colour-green = Green
colour-blue = Blue
colour-purple = Purple
colour-grey = Grey
channel-red = Amount of red
channel-green = Amount of green
channel-blue = Amount of blue

inside-title = Inside
inside-of = Inside the { $cell }
inside-i = input gate i
inside-f = forget gate f
inside-o = output gate o
inside-s = cell state { $S }
inside-r = reset gate r
inside-z = update gate z
inside-n = candidate n
inside-h = hidden state h
inside-size = { $units } units × { $steps } steps
inside-rnn-note = The RNN has no gate, so nothing says how long a unit remembers. At every step its whole state is multiplied by U and squashed by tanh.
heat-value = unit { $unit }, step { $step }: { $letter } = { $value }
half-lives = half-life, steps
half-life-of = unit { $unit }: half-life { $steps } steps

# A gate of the trained network, held.
hold-free = free
hold-free-name = { $gate }: let go
hold-at-name = { $gate }: hold at { $value }
hold-any-name = { $gate }: hold at any value
hold-any = any
hold-trained-tip = Holds the gate at this value in every unit and at every step, without learning anew: what was it good for?
# $gates is a list such as “f = 1, o = 0”.
held-at = { $gates } held
held-error = { $gates }: recall error { $free } → { $held }

unit-longest = Open the longest-lived unit
unit-longest-tip = The unit that forgets most slowly: its curves and its memory block. Any unit can be clicked in the pictures.
unit-close = Back to all units
unit-close-tip = All units of the network
unit-title = Unit { $unit } of the { $cell }
unit-half-life = half-life { $steps } steps
unit-next = next unit
unit-before = unit before
unit-order-tip = In the order of their half-lives
unit-gates = gates { $letters }
unit-states = states { $letters }
unit-others = and { $count } other units
unit-others-note = The unit’s own part, u·h′, then what the other units and the input say, as one number, then b.
unit-valve-name = { $part } = { $value }

copy-torch = Copy as PyTorch
copy-torch-tip = The lines of Python that build and train this network
copied-torch = Copied: { $cell } in PyTorch, { $lines } lines

horizon = Horizon
horizon-about = How far back can each learn to remember? T = { $first } … { $last }, { $seeds } seeds each.
horizon-run = Run, about { $duration }
horizon-run-tip = Trains RNN, LSTM and GRU from scratch at every length, with this panel’s σ, H, B and lr. The race rests meanwhile.
horizon-show = Show the horizon
horizon-title = How far back does each learn to remember?
# A dot a seed.
horizon-caption = Recall error after { $steps } training steps, H { $hidden }, B { $batch }, lr { $rate }, σ { $noise }. A dot is one of { $seeds } seeds, the line their median. How far a cell reaches depends on how its weights begin.
horizon-back = Back to the race
horizon-back-tip = The race as it stands; what has been trained here stays
horizon-save = CSV…
horizon-save-tip = Every finished run as a table
horizon-cancel = Cancel
horizon-cancel-tip = Stops; what has finished stays
horizon-again = Run again
horizon-again-tip = Trains all of them anew, with the panel’s present settings
horizon-reach = Solved up to, in the median: { $racers }
horizon-reach-so-far = So far solved up to, in the median: { $racers }
horizon-nowhere = nowhere
horizon-not-run = –
# $done and $runs count training runs.
horizon-status = { $done } of { $runs } runs, { $part } % of the work · { $elapsed }
horizon-left = about { $duration } left
horizon-done = all done
horizon-cancelled = cancelled
duration-seconds = { $count } s
duration-minutes = { $count } min
duration-hours = { $count } h
horizon-axis = sequence length T
horizon-grey = always grey
horizon-solved = solved
horizon-spoken = Median recall error after training: { $racers }
horizon-none = The shortest lengths come first …
horizon-at = T = { $length }: median recall error
