# The overlay under “?”, and tooltips on symbols: help-x is a name, help-x-is what it means.
help-heading = What is what
help-about = Point at a number or a line to find the other.
help-keys = Keys
help-row = { $number }. { $name }: { $text }

help-group-top = Top bar
help-group-page = The page
help-group-network = Each network
help-group-lstm = The LSTM’s memory block
help-group-rnn = The plain RNN
help-group-curves = Curves
help-group-sliders = Sliders
help-group-race = The race
help-group-learners = What is learned
help-group-transport = Playing

help-pages = Pages
help-pages-is = Explore: one unit by hand. Train: networks that learn.
help-file = File
help-file-is = Open and save scenes; licences.
help-export = Export
help-export-is = The figure as SVG or PNG, the numbers as CSV or JSON.
help-settings = Settings
help-settings-is = Motion, the letter of the cell state, theme, zoom, projector, full screen.
help-scenes = Scenes
help-scenes-is = Prepared scenes, each with one thing to see. 1 to 9 open the first nine.
help-undo = Undo and redo
help-undo-is = Takes back the last change of the scene, or makes it again. One drag is one change.
help-language = Language
help-language-is = Korean or English, at once.
help-theme = Theme
help-theme-is = Light or dark.
help-help = Help
help-help-is = Opens and closes this view.

help-question = The question
help-question-is = What the scene asks; under it, what there is to see.
help-layers = Layers
help-layers-is = Open and fold parts of the page. What is open is kept in the scene.

help-headline = Blue left
help-headline-is = |s − s*| / what got in; s* is the state of a second run with grey in place of the followed paint. 0 % is all gone, 100 % all there; it can exceed 100 %.
help-paints = x, the paints
help-paints-is = x, −1 to 1: 1 is blue, 0 grey, −1 orange. One swatch a step, the same for both networks. Click to repaint, drag to paint a run.
help-states = The states
help-states-is = h of the RNN, −1 to 1; { $S } of the LSTM, without bounds. Its colour is its paint. Click to go to that step.
help-start = The state before step 1
help-start-is = h₀ = { $S }₀ = 0: both networks start grey.
help-message = The followed paint
help-message-is = The step whose paint is followed. Blue left asks what became of it.
help-sentence = What happens now
help-sentence-is = The step at hand in words, with its numbers. Click it for the equations filled in.
help-facts = Shade left, blue shown, told apart
help-facts-is = Shade left: can one still tell how blue it was? Blue shown: what h shows of the blue that got into { $S }. With noise, told apart: how often the last state gives away whether the paint was there; 50 % is a coin.

help-pipe = { $S } before
help-pipe-is = { $S } of the step before, without bounds. The pipe’s colour is the paint, its width the amount.
help-valve-f = Forget gate f
help-valve-f-is = f = σ(w·x + u·h′ + b), 0 to 1: the share of { $S } that stays. Open keeps the blue, shut empties the tank.
help-drain = Drain
help-drain-is = (1 − f)·{ $S }′: the paint that is thrown away at this step.
help-plus = Plus
help-plus-is = { $S } = f·{ $S }′ + i·g. It adds and does not mix, so { $S } can go beyond 1.
help-valve-i = Input gate i
help-valve-i-is = i = σ(w·x + u·h′ + b), 0 to 1: the share of g that is let in. Shut, it keeps noise out, and paint too.
help-candidate = Candidate g
help-candidate-is = g = tanh(w·x + u·h′ + b), −1 to 1: the paint that could come in.
help-tank = Cell state { $S }
help-tank-is = { $S } = f·{ $S }′ + i·g, without bounds: the paint that is remembered. It goes to the next step only.
help-copy = A copy
help-copy-is = h is a copy of { $S }, drawn as light: reading takes nothing out of the tank.
help-tanh = tanh
help-tanh-is = tanh({ $S }), −1 to 1: squashes what is read, so that h stays below 1 however full the tank.
help-valve-o = Output gate o
help-valve-o-is = o = σ(w·x + u·h′ + b), 0 to 1: the share that shows in h. Shut, it hides the blue and loses none.
help-light = Hidden state h
help-light-is = h = o·tanh({ $S }), −1 to 1: the paint that is shown, outside and to the gates of the next step.
help-pin = Pin
help-pin-is = Holds a gate at the value it has, whatever its weights say.
help-equations = The equations
help-equations-is = What happens at this step, with its numbers; in a stage, the stage’s own equation.
help-sources = What the gates read
help-sources-is = x of this step and h of the step before, −1 to 1. Dotted lines carry them to every gate; no paint flows there.

help-rnn-pipe = h before
help-rnn-pipe-is = h of the step before, −1 to 1: all that the RNN remembers.
help-times-u = × u
help-times-u-is = u·h′, u from −3 to 3: what the state is multiplied by at every step. Below 1 the blue fades, above 1 it latches. Drag it.
help-times-w = × w
help-times-w-is = w·x, w from −3 to 3: how strongly the paint is poured in. Drag it.
help-rnn-tank = Hidden state h
help-rnn-tank-is = h = tanh(w·x + u·h′ + b), −1 to 1. It is squashed at every step, goes out and to the next step.

help-plot-rnn = The RNN’s state
help-plot-rnn-is = h at every step. Click or drag to go to a step.
help-plot-gates = The gates
help-plot-gates-is = i, f and o at every step: 0 is shut, 1 is open.
help-plot-states = { $S } and h
help-plot-states-is = The cell state and what is shown of it, at every step.
help-plot-lstm = The LSTM’s gates and states
help-plot-lstm-is = i, f, o from 0 to 1, { $S } and h, at every step.
help-plot-blue-left = Blue left, both networks
help-plot-blue-left-is = The share of the followed paint that is left at each step.
help-plot-map = Where does blue survive?
help-plot-map-is = What is left at step T over any two sliders: a network’s weights, σ, T. The ring is the scene; click, drag or use the arrows, and it goes there. Where half is left, there is a line.
help-plot-gradient = Gradient
help-plot-gradient-is = |∂h/∂x| and |∂{ $S }/∂x|: how much a small change of the followed paint still changes the state. In powers of ten; where it vanishes, nothing can be learned. Π f is the path through the forget gates alone.

help-group = A group of sliders
help-group-is = Its heading folds it and opens it again.
help-paste = Paint…
help-paste-is = Many paints at once: paste numbers, repeat a pattern, clear.
help-length = T
help-length-is = The sequence length, 1 to 1000 steps; on Train 5 to 200.
help-noise = σ
help-noise-is = The strength of the noise on every paint but the first, 0 to 1.
help-seed = Seed
help-seed-is = Which noise: the same seed gives the same on every machine. Reset keeps it.
help-follow = Follow step
help-follow-is = Which step’s paint is followed, 1 to T.
help-weight-w = w
help-weight-w-is = How strongly the paint x acts: gates −16 to 16, RNN and g −3 to 3.
help-weight-u = u
help-weight-u-is = How strongly the previous h acts: gates −16 to 16, RNN and g −3 to 3.
help-weight-b = b
help-weight-b-is = What acts without paint and state: gates −12 to 12, RNN and g −3 to 3. A large b opens a gate.
help-hold = Hold
help-hold-is = Fixes a gate from 0 shut to 1 open, whatever its weights say.
help-half-life = Half-life
help-half-life-is = ln ½ / ln f: after so many steps half of { $S } is forgotten.
help-ghosts = Ghosts
help-ghosts-is = Pins the present curves behind later ones; up to eight, named.
help-reset = Reset
help-reset-is = The scene as it was opened; the seed stays.

help-task = The task
help-task-is = The first paint is a random colour, three numbers from −1 to 1; then T − 1 steps of grey with noise. Which colour was it? Asked at step T only.
help-roads = Prepared races
help-roads-is = How open is the road on which the error comes back to step 1? 1 to 4 open them; the seed and who races stay.
help-race-cells = Who races
help-race-cells-is = Two or three of RNN, LSTM and GRU, from the same seed, on the same sequences, step by step.
help-hidden-size = H
help-hidden-size-is = How many units each network has, 1 to 128.
help-batch = B
help-batch-is = How many sequences one training step learns from, 1 to 256.
help-learning-rate = lr
help-learning-rate-is = Adam’s learning rate, 0.0001 to 0.1.
help-start-weights = How the weights begin
help-start-weights-is = What is learned depends on it: f must be open long enough for the error to come back.
help-run = Run
help-run-is = Trains, or rests (Space). It rests on other pages.
help-once = One step
help-once-is = One training step of every network.
help-reset-training = Reset
help-reset-training-is = The same race from its first step; the seed stays.
help-train-status = How it goes
help-train-status-is = Training steps done, seconds at it, and how many steps each network does in a second of its own.

help-recall-error = Recall error
help-recall-error-is = Mean squared error on 1,024 sequences that nobody learns from, every 10 training steps. 0.33 is always answering grey; below 0.01 is solved, marked with the step.
help-signal = Learning signal
help-signal-is = ‖∂L/∂h‖ at every step for the last batch, by backpropagation through time: how much of the error comes back from step T to the first. In powers of ten. Large at T means a large error; what counts is how much of it is left at the first step.
help-first-colour = The first colour
help-first-colour-is = The colour that the networks are asked about. Click it for another.
help-answers = What each would answer
help-answers-is = y = R·h + c at every step, as a colour. Only the answer at step T is trained. Click to go to a step.
help-inside-of = Which network
help-inside-of-is = Whose gates and states are shown below.
help-heat-gate = A gate, units × steps
help-heat-gate-is = White is shut, 0; full colour is open, 1. The longest-lived unit is at the top. Click a cell to open its unit.
help-heat-state = A state, units × steps
help-heat-state-is = As paint: blue is 1 and more, grey 0, orange −1 and less. Click a cell to open its unit.
help-hold-trained = Hold a gate
help-hold-trained-is = At 0, ½, 1 or any value in every unit and at every step, without learning anew.
help-held-error = With the gate held
help-held-error-is = The recall error without and with it: how much the network relies on that gate.
help-half-lives = Half-lives
help-half-lives-is = ln ½ over the mean of ln f (GRU: ln z): after so many steps half of it is forgotten. In powers of ten; the broken line is T. Click a bar to open its unit.
help-open-unit = Open a unit
help-open-unit-is = The longest-lived one, or back to all of them.
help-unit = The unit
help-unit-is = One of the network’s units, and how long it remembers.
help-unit-curves = Its curves
help-unit-curves-is = Its gates from 0 to 1 and its states at every step.
help-unit-block = Its memory block
help-unit-block-is = What flows in it at this step. What the other units and the input say to a gate is one term. Click a number to open it.
help-copy-torch = Copy as PyTorch
help-copy-torch-is = Lines of Python that build and train this network, on the clipboard.
help-horizon = Horizon
help-horizon-is = Trains every cell from scratch at every T, several seeds each, beside the window.
help-horizon-chart = The horizon chart
help-horizon-chart-is = Recall error after training over T, both axes log. A dot is a seed, the line the median; below the dashed line the task is solved.
help-horizon-reach = How far each reaches
help-horizon-reach-is = The longest T up to which the median of the seeds is solved.
help-horizon-progress = Progress
help-horizon-progress-is = Finished runs, the time, and about what is left.
help-horizon-buttons = Back, save, stop
help-horizon-buttons-is = Back to the race; every finished run as CSV; cancel, which keeps what has finished.

help-stages = Stages
help-stages-is = One step of time, part by part: g, i, f, { $S }, o, h.
help-steps = Step by step
help-steps-is = To step 1, one back, one on, to the last.
help-play = Play
help-play-is = Lets time run, or stops it.
help-now = t
help-now-is = The time step at hand, 1 to T. The sentences, the block and the large numerals are of this step.
help-scrub = Time
help-scrub-is = Drag to go to any step.
help-loop = Again
help-loop-is = At the end start over.
help-speed = Speed
help-speed-is = 1× is four steps a second.

keys-play = play, pause; on Train, train, rest
keys-steps = one step back, one step on
keys-stages = to the stage before, to the next
keys-ends = to the first step, to the last
keys-presets = a scene; on Train, a road
keys-reset = reset; the seed stays
keys-ghost = pin a ghost
keys-undo = undo, redo
keys-files = open a scene, save it
keys-zoom = larger, smaller, own size
keys-projector = projector
keys-full-screen = full screen
keys-tab = to the next part of the page
keys-arrows = within a row, or a slider’s value
keys-paint = repaint a swatch; open a number
keys-pin = hold a valve, or let it go
keys-menu = any mixture for a swatch
keys-help = this view
keys-close = close what lies over the page
