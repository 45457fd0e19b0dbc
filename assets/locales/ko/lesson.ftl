# 배우기 페이지. 장의 본문은 assets/lessons에 있다.

page-lesson = 배우기
page-lesson-tip = 질문과 도전이 있는 짧은 여덟 장

lesson-chapter = { $number }장: { $title }
lesson-screen = { $screen }번째 화면: { $title }
lesson-read = { $name }, 읽음
lesson-place = { $chapter }장 · { $title } · { $screen } / { $count }
lesson-next = 다음
lesson-back = 이전

lesson-predict = 먼저 예상해 보기
lesson-again = 조금 바꿔 다시 한 번
lesson-recall = 기억해서 답하기
lesson-skip = 건너뛰기
lesson-skip-tip = 예상하지 않고 답을 본다
lesson-guess = 짐작이다
lesson-sure = 확신한다
lesson-before-sure = 전에 고른 답: { $choice }, 확신
lesson-before-guess = 전에 고른 답: { $choice }, 짐작
lesson-choose-first = 먼저 답을 고른다
lesson-right = 예상한 대로다.
lesson-otherwise = 예상과 다르다.
lesson-skipped = 이렇게 된다.
lesson-choice-right = (실제로 이렇게 된다)
lesson-choice-own = (고른 답)
lesson-curves = 이 가운데 어느 곡선일까?
lesson-curves-computed = 고른 곡선과, 색으로 그린 계산 결과
lesson-locked = 먼저 질문에 답하거나 건너뛴다

# 화면에서 돌아가는 학습과 그 도전.
lesson-trained = { $all }걸음 중 { $steps }걸음
lesson-trained-out = 학습이 끝났다. 처음으로를 누르면 다시 시작한다
lesson-start = f의 편향에 더하는 값
lesson-start-at = 망각 편향 { $n }
lesson-drill = LSTM: { $steps }걸음 안에 오차 < { $bound }
lesson-drill-solved = { $step }걸음에서 해결

lesson-goal = 도전
lesson-extra = 세 번째 별
lesson-met = 이루었다
lesson-not-met = 아직이다
lesson-hint = 힌트
lesson-hint-tip = 먼저 무엇을 볼지, 다음에 무엇을 움직일지 알려 준다
lesson-worked = 풀이 보기
lesson-worked-tip = 손대지 않은 장면에서 시작해 한 번에 하나씩 움직인다
lesson-worked-next = 다음 단계
lesson-worked-next-tip = 다음 것을 움직인다
lesson-changed-numbers = 숫자를 바꿔 다시
lesson-changed-numbers-tip = 다른 장면에서 같은 목표
lesson-given = 링크나 풀이의 도움을 받아 별은 없다. 처음으로(R) 되돌려 다시 해 볼 수 있다.
lesson-again-note = 같은 도전을 다른 숫자로 해 보자.
lesson-again-met = 바뀐 숫자로도 풀었다.
lesson-first-numbers = 처음 숫자로
lesson-first-numbers-tip = 원래 도전으로 돌아간다
lesson-stars = 별 3개 중 { $count }개
lesson-stars-tip = 첫째 별: 목표. 둘째: 풀이보다 많이 움직이지 않고. 셋째: 덧붙인 조건까지. 이 조건은 목표를 이룬 뒤에 나온다. 링크나 풀이가 한 것은 별이 되지 않지만, 숫자를 바꿔 다시 풀면 별을 얻는다.

goal-within = { $name }: { $twin }일 때와의 차이가 { $bound } 이내
goal-against = { $name } − { $twin }일 때의 값
goal-seeds = 시드 { $all }개 중 { $seeds }개에서 { $goal }
goal-seeds-now = { $all }개 중 { $seeds }개
goal-steps = { $first }–{ $last }번째 { $name }
goal-got-in = 들어온 양
goal-blue = 파랑
goal-blue-left = 남은 파랑
goal-blue-shown = 보이는 파랑
goal-shade-left = 남은 농도
goal-tell-apart = 구별 비율
goal-half-life = f의 반감기

lesson-part-x = x
lesson-part-x-what = 이 시점에 붓는 물감
lesson-part-h = h
lesson-part-h-what = 내보이고 물려주는 은닉 상태
lesson-part-S = { $S }
lesson-part-S-what = 블록 안에서만 물려주는 셀 상태
lesson-part-i = i
lesson-part-i-what = 입력 게이트: 얼마나 들일까
lesson-part-f = f
lesson-part-f-what = 망각 게이트: 얼마나 남길까
lesson-part-o = o
lesson-part-o-what = 출력 게이트: 얼마나 보일까
lesson-part-g = g
lesson-part-g-what = 후보 값: 들어올 수 있는 물감
lesson-part-u = u
lesson-part-u-what = 앞 상태에 곱하는 가중치
lesson-part-w = w
lesson-part-w-what = 물감에 곱하는 가중치
lesson-part-rnn = RNN
lesson-part-rnn-what = 곱하고 누르는 상태 하나
lesson-part-lstm = LSTM
lesson-part-lstm-what = 셀 상태를 둘러싼 세 게이트
lesson-part-tanh = tanh
lesson-part-tanh-what = 어떤 수든 −1…1로 누른다
lesson-part-message = 메시지
lesson-part-message-what = 따라가며 보는 물감

lesson-forget = 배우기 진도 지우기
lesson-forget-all = 모두 지우기
lesson-forget-tip = 별, 답, 읽은 화면의 기록을 지운다
