# A run as a figure, for papers and posts; also what the window asks when it is saved.
# In the gutter before the numbers of the steps: short.
figure-steps = step t
figure-changed = { $name }, changed
figure-noise = Every paint but that of step 1 has noise added to it: σ = { $sigma }, seed { $seed }.

# The legend.
figure-paint = paint: −1 orange, 0 grey, 1 blue
figure-beyond = beyond ±1
figure-message = followed paint
figure-start = before step 1: 0
figure-i = input gate i
figure-f = forget gate f
figure-o = output gate o
figure-s = cell state { $S }
figure-h-rnn = hidden state h, RNN
figure-h-lstm = hidden state h, LSTM
figure-left-rnn = blue left, RNN
figure-left-lstm = blue left, LSTM

# The numbers from which the figure can be made again.
figure-rnn = RNN (w, u, b): { $weights }
figure-lstm = LSTM (w, u, b): { $weights }
figure-held = { $gate } held at { $value }
figure-paints = x (at steps): { $paints }
figure-paints-more = and { $count } changes more, in the scene file
figure-followed = followed: step { $message } of { $length }

menu-export = Export
menu-figure-svg = Figure as SVG…
menu-figure-png = Figure as PNG…
menu-copy-figure = Copy figure
menu-csv = Data as CSV…
menu-json = Data as JSON…
dialog-figure = Save the figure
dialog-data = Save the data
notice-figure-copied = Copied: figure, { $width } × { $height } pixels
export-picture = the figure cannot be drawn as pixels: { $reason }
export-picture-hint = take the SVG instead
