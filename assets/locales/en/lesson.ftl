# The page Lesson. The chapters themselves are in assets/lessons.

page-lesson = Lesson
page-lesson-tip = Eight short chapters with questions and challenges

lesson-chapter = Chapter { $number }: { $title }
lesson-screen = Screen { $screen }: { $title }
lesson-read = { $name }, read
lesson-place = Chapter { $chapter } · { $title } · { $screen } of { $count }
lesson-next = Next
lesson-back = Back

# A question. "Sure" also starts playback.
lesson-predict = Predict first
lesson-again = Once more, changed
lesson-recall = From memory
lesson-skip = Skip
lesson-skip-tip = See the answer without a prediction
lesson-guess = I am guessing
lesson-sure = I am sure
lesson-before-sure = Earlier: { $choice }, sure
lesson-before-guess = Earlier: { $choice }, guessing
lesson-choose-first = Choose an answer first
lesson-right = As you said.
lesson-otherwise = It turns out otherwise.
lesson-skipped = This is what happens.
lesson-choice-right = (this is what happens)
lesson-choice-own = (your choice)
lesson-curves = Which of these curves?
lesson-curves-computed = Your choice, and the computed curve in colour
lesson-locked = First answer the question, or skip it

# A training on a screen, and the challenge that goes with it.
lesson-trained = step { $steps } of { $all }
lesson-trained-out = It has done all its steps; Reset begins anew
lesson-start = added to the bias of f
lesson-start-at = forget bias { $n }
lesson-drill = LSTM: error < { $bound } within { $steps } steps
lesson-drill-solved = solved at step { $step }

# A challenge.
lesson-goal = Challenge
lesson-extra = For the third star
lesson-met = met
lesson-not-met = not yet
lesson-hint = Hint
lesson-hint-tip = First what to watch, then which control
lesson-worked = Worked solution
lesson-worked-tip = Moves one control at a time, beginning with the untouched scene
lesson-worked-next = Next step
lesson-worked-next-tip = Moves the next control
lesson-changed-numbers = The same with other numbers
lesson-changed-numbers-tip = The same goal on another scene
lesson-given = A link or the worked solution had a part in this: no star. Reset (R) begins anew.
lesson-again-note = As before, but with other numbers:
lesson-again-met = Solved with other numbers.
lesson-first-numbers = Back to the first numbers
lesson-first-numbers-tip = The challenge as it was
lesson-stars = { $count } of 3 stars
lesson-stars-tip = First star: the goal. Second: no more controls moved than the worked solution moves. Third: what is asked besides; it is told once the goal was met. What a link or the worked solution does wins none: the same with other numbers does.

# Goals in symbols. $name is such as S₂₄, $twin such as σ = 0.
goal-within = { $name } within { $bound } of its value with { $twin }
goal-against = { $name } − the same with { $twin }
goal-seeds = { $goal }, in { $seeds } of { $all } seeds
goal-seeds-now = { $seeds } of { $all }
goal-steps = { $name } at steps { $first }–{ $last }
goal-got-in = got in
goal-blue = blue
goal-blue-left = blue left
goal-blue-shown = blue shown
goal-shade-left = shade left
goal-tell-apart = told apart
goal-half-life = half-life of f

# The strip that names parts before they are used.
lesson-part-x = x
lesson-part-x-what = the paint poured in at this step
lesson-part-h = h
lesson-part-h-what = the hidden state, shown and handed on
lesson-part-S = { $S }
lesson-part-S-what = the cell state, handed on within the block
lesson-part-i = i
lesson-part-i-what = the input gate: how much comes in
lesson-part-f = f
lesson-part-f-what = the forget gate: how much stays
lesson-part-o = o
lesson-part-o-what = the output gate: how much shows
lesson-part-g = g
lesson-part-g-what = the candidate: the paint that could come in
lesson-part-u = u
lesson-part-u-what = the weight on the state before
lesson-part-w = w
lesson-part-w-what = the weight on the paint
lesson-part-rnn = RNN
lesson-part-rnn-what = one state, multiplied and squashed
lesson-part-lstm = LSTM
lesson-part-lstm-what = three gates round a cell state
lesson-part-tanh = tanh
lesson-part-tanh-what = squashes any number into −1…1
lesson-part-message = message
lesson-part-message-what = the paint that is followed

lesson-forget = Forget the lesson’s progress
lesson-forget-all = Forget everything
lesson-forget-tip = Stars, answers, and which screens were read
