# What went wrong, and what to do about it (…-hint). The program's own English must be the same word for word.
# { $at } and { $file } are a file, { $at } with its line.

# Numbers and shapes. { $tensor } is an array's name.
error-shape = { $tensor } is { $found }; { $needed } is needed
error-shape-hint = weight_ih is [k·H × I], weight_hh [k·H × H], both biases [k·H], x [T × I], states [H]; k is 1 for an RNN, 4 for an LSTM (rows i, f, g, o) and 3 for a GRU (rows r, z, n)
error-empty = { $size } is 0; at least 1 is needed
error-empty-hint = give a sequence of at least one step and a network of at least one unit
error-rows = weight_ih has { $rows } rows; a multiple of { $blocks } is needed
error-step = step { $step } is not in the sequence; it has steps 1 to { $length }
error-step-hint = steps count from 1
error-range = { $what } is { $value }; { $allowed } is needed
error-range-hint = change that number
error-axis = { $along } cannot be an axis: { $reason }
error-axis-hint = take two different ones: weights of the network that the map is of, noise or T
error-not-finite = { $place } is { $value }
error-not-finite-at-step = { $place } at step { $step } is { $value }
error-not-finite-hint = use smaller weights or a shorter sequence

# Parts of the sentences above and below.
phrase-unit = unit
phrase-held-i = held i
phrase-held-f = held f
phrase-held-o = held o
phrase-held-r = held r
phrase-held-z = held z
phrase-an-axis-number-of-points = an axis' number of points
phrase-batch = batch
phrase-learning-rate = learning rate
phrase-noise = noise
phrase-clip = clip
phrase-forget-bias = forget bias
phrase-seed = seed
phrase-a-whole-number-from-1-to-1000 = a whole number from 1 to 1000
phrase-a-whole-number-from-1-to-256 = a whole number from 1 to 256
phrase-a-number-from-0-000001-to-1 = a number from 0.000001 to 1
phrase-a-number-from-0-001-to-1000000 = a number from 0.001 to 1000000
phrase-a-number-from-20-to-20 = a number from -20 to 20
phrase-a-whole-number-below-2-53 = a whole number below 2^53
phrase-a-number-from-0-to-1 = a number from 0 to 1
phrase-a-number-from-0-shut-to-1-open = a number from 0 (shut) to 1 (open)
phrase-noise-a-number-above-0 = noise, a number above 0,
phrase-one-of-the-network-s-from-1 = one of the network's, from 1,
phrase-it-is-of-the-other-network = it is of the other network
phrase-it-is-the-other-axis-already = it is the other axis already
phrase-a-text = a text
phrase-a-text-in-quotes = a text in quotes
phrase-a-number = a number
phrase-a-whole-number = a whole number
phrase-a-number-with-a-fraction = a number with a fraction
phrase-true-or-false = true or false
phrase-a-date-or-time = a date or time
phrase-an-array = an array
phrase-a-table = a table
# The last two names of a list.
list-and = { $rest } and { $last }

# Numbers of a scene. { $field } is a key of a scene file, or the next line.
scene-field-paint = the paint of step { $step }
scene-length = paints has { $found } steps; 1 to { $most } are allowed
scene-length-hint = give at least one paint, and at most a thousand
scene-number = { $field } is { $value }; a number from { $least } to { $most } is allowed
scene-whole = { $field } is { $value }; a whole number from { $least } to { $most } is allowed
scene-paint-hint = 1 is blue, 0 grey, -1 orange; anything between is a mixture
scene-noise-hint = noise is the standard deviation of what is added to each paint but the first
scene-seed-hint = any other whole number draws other noise
scene-message-hint = message is the step whose paint is followed; steps count from 1
scene-weight-hint = these are the ranges of the sliders
scene-held-hint = 0 is shut, 1 is open; without `held` the gate moves
scene-ghosts = there are { $found } ghosts; at most { $most } are allowed
scene-ghosts-hint = leave out some of the [[ghosts]]
scene-ghost-name = name is "{ $name }"; 1 to { $most } characters on one line, not spaces alone, are allowed
scene-ghost-name-hint = the name stands in the list of pinned runs
scene-ghost = ghosts[{ $ghost }]: { $error }

# Pasted paints.
paints-error-empty = there is no number in it
paints-error-no-number = "{ $text }" in place { $place } is no number
paints-error-hint = write one number a step, such as 1 0 0 -1 0.5; spaces, commas, semicolons and new lines part them

# Scene files.
file-missing = { $file }: there is no such file
file-missing-hint = look at the spelling and the folder
file-folder = { $file }: this is a folder, not a scene file
file-folder-hint = name a file in it
file-read = { $file }: cannot be read: { $reason }
file-write = { $file }: cannot be written: { $reason }
file-system-hint = look at the permissions and the free space
file-unreadable = { $file }: not written: { $error }
file-too-large = { $file }: the file is larger than { $most } bytes, the most that a scene file may have
file-empty = { $file }: the file is empty
file-not-utf8 = { $at }: the file is not UTF-8 text
file-no-scene-hint = a scene file is a short text; save a scene to see one
file-syntax = { $at }:{ $column }: { $message }
file-syntax-hint = the file is TOML: key = value, one a line; text in "quotes"
file-missing-key = { $file }: the key "{ $key }" is missing
file-missing-version-hint = write version = { $version } at the top
file-missing-paints-hint = write paints = [1, 0, 0], one number a step
file-missing-in-ghost-hint = each of the [[ghosts]] has a name and paints of its own
file-unknown-key = { $at }: unknown key "{ $key }"{ $instead }
file-unknown-key-in = { $at }: unknown key "{ $key }" in [{ $table }]{ $instead }
file-instead-near = ; did you mean "{ $key }"?
file-instead-top = ; it belongs above the first [header]
file-instead-known = ; { $names } are allowed
file-header-hint = in TOML what follows a [header] belongs to it
file-keys-hint = the keys here are { $names }
file-type = { $at }: { $key } is { $found }; { $needed } is needed
file-type-hint = save a scene to see what each key looks like
file-entry = an entry of { $key }
file-range = { $at }: { $error }
file-layer = { $at }: unknown layer "{ $found }"{ $instead }
file-layer-hint = the layers are { $names }
file-axis = { $at }: unknown axis "{ $found }"{ $instead }
file-axis-hint = the axes are { $names }
file-network = { $at }: unknown network "{ $found }"{ $instead }
file-network-hint = the networks are { $names }
file-shown = { $at }: unknown kind of map "{ $found }"{ $instead }
file-shown-hint = a map shows { $names }
file-axes = { $at }: { $x } and { $y } cannot be the two axes of one map
file-axes-hint = take two different ones, weights of one network, noise or T
file-newer = { $at }: version { $found } is newer than this program's { $version }; update the program
file-newer-hint = a newer release of this program reads it
file-no-version = { $at }: there is no version { $found }; { $oldest } to { $version } are allowed
file-no-version-hint = write version = { $version }

# What a scene file claims of its scene.
claim-form = "{ $claim }" is no claim
claim-form-hint = write lstm.blue_left[24] > 0.6 (or <, >=, <=), or lstm.S[24] in 0.5..0.6
claim-network = "{ $claim }": there is no network "{ $found }"
claim-network-hint = the networks are rnn and lstm
claim-quantity = "{ $claim }": { $network } has no "{ $found }"
claim-quantity-hint = { $network } has { $names }
claim-step-needed = "{ $claim }": { $quantity } needs a step
claim-step-needed-hint = write { $quantity }[24]; steps count from 1
claim-no-steps = "{ $claim }": { $quantity } has no steps
claim-no-steps-hint = write { $quantity } without brackets
claim-no-step = "{ $claim }": "{ $found }" is no step
claim-no-step-hint = steps are whole numbers from 1
claim-no-number = "{ $claim }": "{ $found }" is no number
claim-no-number-hint = write a number such as 0.6 or 1e-9
claim-nothing-between = "{ $claim }": nothing lies from { $from } to { $to }
claim-nothing-between-hint = write the smaller number first
