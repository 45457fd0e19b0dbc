# The presets: names for the menu (40 characters at most) and captions.
# Every number in a caption is checked against the scene by a test.

preset-blue-survives = Blue survives in the LSTM
preset-blue-survives-caption = Blue at step 1, grey ever after. At step 24 the RNN has 0.45 % of its blue left; the LSTM has 66 %, because its forget gate keeps 98 % of { $S } at each step.

preset-fades = Below 1, both fade
preset-fades-caption = The RNN multiplies its state by u = 0.9, the LSTM multiplies { $S } by f = 0.88. At step 24 both have 5.4 % of their blue left: an LSTM does not remember by itself.

preset-still-fades = At exactly 1, the RNN still fades
preset-still-fades-caption = u = 1 and f = 1 multiply by the same number, but tanh squashes the RNN's state at each step: 32 % is left at step 24. Nothing squashes { $S }: 100 % is left.

preset-latches = Above 1, the RNN latches
preset-latches-caption = With u = 1.5 a pale blue of 0.25 grows until h is 0.86, where every blue ends: the sign survives, the shade does not (in the LSTM 66 % of it is left). With noise it latches onto that, too.

preset-gate-shut-to-noise = An input gate that keeps noise out
preset-gate-shut-to-noise-caption = The grey is noisy (σ 0.2). i opens to vivid blue only and f stays at 1.00, so { $S } keeps 99.99 % of its blue, and almost every end can be told from one without blue. From the RNN's h one cannot tell better than a coin.

preset-gate-stuck-open = An input gate stuck open
preset-gate-stuck-open-caption = Noise (σ 0.3) enters through i = 0.98 at every step. 66 % of the blue is left in { $S }, yet it is buried: a threshold on { $S } tells it from no blue in 57 % of the ends, little better than a coin.

preset-hidden = Hidden is not lost
preset-hidden-caption = o is shut, so h shows almost nothing, while 72 % of the blue is still in { $S } at step 19. An orange cue at step 20 opens o and h shows 0.56. h is only a copy: reading does not empty { $S }.

preset-erased = Erased on purpose
preset-erased-caption = Orange at step 12 shuts the forget gate (0.018) and { $S } drops from 0.74 to 0.013. It is emptied, not painted over: i stays shut to orange. The RNN turns orange (−0.74), then fades.

preset-sum = { $S } is a sum, not a mixture
preset-sum-caption = Five blues with i and f held at 1: { $S } climbs to 4.53, bluer than any paint that came in, and stays there. h stays below 1: 0.88 in the LSTM, 0.94 in the RNN, where it then fades.

preset-saturated = Blue is capped
preset-saturated-caption = Paints of 0.25, 0.5 and 1 give g = 0.635, 0.905 and 0.995: four times the paint is not four times the blue (f is held at 0.5, so that { $S } empties in between). At step 17 g is so flat that a small change of the paint changes { $S } by only 0.030 of it.

preset-cannot-learn = Remembers, but cannot learn
preset-cannot-learn-caption = The latched RNN (u = 1.5) has 113 % of its blue left at step 24, but its gradient is below 10⁻⁹: a small change at step 1 changes almost nothing at the end. The LSTM has 66 % left and a gradient of 0.30.
