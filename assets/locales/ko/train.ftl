# 학습 쪽.
train-title = 1번째 시점에 색 하나, 그다음은 잡음 섞인 회색뿐. { $length }번째 시점에 그 색을 말하도록 누가 배울 수 있을까?
cell-rnn = RNN
cell-lstm = LSTM
cell-gru = GRU

# 미리 준비한 경주: 오차가 1번째 시점까지 되돌아오는 길이 얼마나 열려 있는가.
road-none = 길 없음
road-none-caption = LSTM이 PyTorch의 초깃값 그대로, f가 ½ 근처에서 시작한다. 되돌아오는 오차가 시점마다 반으로 줄어 20시점을 지나면 남는 것이 없다. 계속 회색이라고만 답한다.
road-half = 반쯤 난 길
road-half-caption = 망각 편향 +1: f가 0.73 근처에서 시작해 { $S }가 절반이 되는 데 2.2시점이 걸린다. 20시점이면 대부분의 시드가 길을 찾지만 못 찾는 시드도 있다. 몇 개를 바꿔 보자.
road-open = 열린 길
road-open-caption = 망각 편향 +2: f가 0.88 근처에서 시작해 { $S }가 절반이 되는 데 5.5시점이 걸린다. 20시점의 4분의 1이 넘는다. 오차가 1번째 시점까지 되돌아와서 게이트를 배울 수 있다.
road-longer = 더 먼 길
road-longer-caption = 시작은 같고 50시점이다. 그 길로는 이제 모자라서 몇몇 시드만, 그것도 늦게 길을 찾는다. +3으로 바꾸면 대부분, chrono로 바꾸면 모두 찾는다.
road-other-caption = 오차가 1번째 시점까지 되돌아올 만큼 f가 열려 있으면 게이트를 배울 수 있다.

race-cells = 겨룰 신경망
race-cell = { $cell } 참가
race-cells-tip = 적어도 { $least }개가 같은 시드에서 출발해 같은 시퀀스로 배운다. 바꾸면 처음부터 다시 시작한다.
race-task = 과제: 첫 색 말하기
race-network = 신경망
race-learning = 학습
race-length-tip = T: 색과 물음 사이의 거리. 바꾸면 처음부터 다시 시작한다. 두 번 누르면 처음 값으로 돌아간다.
race-noise-tip = σ: 회색 시점에 더하는 잡음의 세기. 잡음이 없으면 짧은 과제는 RNN도 풀 수 있다. 두 번 누르면 처음 값으로 돌아간다.
hidden-size-name = 은닉 크기 H
race-hidden-size-tip = H: 신경망마다 유닛이 몇 개인가. 유닛마다 게이트가 따로 있다. 두 번 누르면 처음 값으로 돌아간다.
batch-name = 배치 크기 B
race-batch-tip = B: 학습 한 걸음에 시퀀스 몇 개로 배우는가. 두 번 누르면 처음 값으로 돌아간다.
learning-rate-name = 학습률
race-learning-rate-tip = 학습 한 걸음에 Adam이 얼마나 멀리 가는가. 두 번 누르면 처음 값으로 돌아간다.
start = 초깃값: { $start }
start-torch = PyTorch 그대로 (+0)
start-torch-tip = PyTorch의 초깃값: 가중치와 편향이 U(−1/√H, 1/√H)에서 나오므로 f가 ½ 근처다.
start-forget = 망각 편향 +{ $n }
start-forget-tip = PyTorch의 초깃값에서 남기는 게이트(LSTM의 f, GRU의 z)의 편향만 이만큼 크다. 배우기 전부터 오차가 지나갈 길이 열려 있다.
start-chrono = chrono
start-chrono-tip = b_f = ln U(1, T − 1), b_i = −b_f, 다른 편향은 0. GRU는 b_z. 반감기가 시퀀스 길이까지 고르게 퍼진다(Tallec과 Ollivier, 2018).
start-identity = 단위행렬
start-identity-tip = RNN의 U가 단위행렬이고 b는 0이다. tanh만 빼면 상태가 그대로 이어진다(Le 등, 2015).
start-means-nothing = { $cells }에는 해당하는 것이 없어 PyTorch 그대로 시작한다.
race-seed-tip = 시드가 같으면 가중치와 시퀀스, 잡음이 모두 같다. 처음으로 돌려도 남는다.
race-new-seed-tip = 다른 가중치와 다른 시퀀스로. 시드 하나만 보고 결론을 내리지 말자.

train-run = 학습
train-pause = 멈춤
train-run-tip = 모든 신경망을 나란히 학습시키거나 멈춘다 (Space)
train-once = 한 걸음
train-once-tip = 신경망마다 배치 하나로 한 걸음만 학습한다
train-reset = 처음으로
train-reset-tip = 같은 경주를 첫 걸음부터 다시 한다. 시드는 그대로다. (R)
train-status = { $steps }걸음 · { $seconds }초
train-speed = { $cell } { $speed }
train-speeds = 초당 걸음 수: { $speeds }
train-changed = 설정이 바뀌어 0걸음으로 돌아왔다.
train-beginning = 첫 수치를 구하는 중 …

recall-error = 회상 오차(평균 제곱 오차), 로그 축
recall-axis = 걸음
recall-lines = 점선: 늘 회색이라고 답하면 { $grey } · 긴 점선: 0.01 아래면 해결
training-step = 학습 { $step }걸음
recall-spoken = 학습 { $steps }걸음 뒤의 회상 오차: { $cells }
recall-spoken-cell = { $cell } { $error }
recall-spoken-solved = { $cell } { $error }, { $step }걸음에 해결
signal = 학습 신호 ‖∂L/∂h‖
signal-note = T에서 첫 시점까지 되돌아오는 양, 마지막 배치
signal-none = 첫 걸음을 학습한 뒤에 보인다

ask-title = 시점마다 신경망에 묻기: 첫 색은 무엇이었나?
ask-note = 첫 칸을 누르면 다른 색으로 묻는다
ask-input = 입력
ask-first = 첫 색: { $colour }
ask-input-spoken = 시퀀스: { $colour }, 그다음은 회색
ask-error = 이번 오차 { $error }
ask-answer-spoken = { $step }번째 시점에 { $cell }의 답은 { $colour }; { $end }
colour-value = 빨강 { $red }, 초록 { $green }, 파랑 { $blue }
colour-red = 빨강
colour-yellow = 노랑
colour-green = 초록
colour-blue = 파랑
colour-purple = 보라
colour-grey = 회색
channel-red = 빨강의 양
channel-green = 초록의 양
channel-blue = 파랑의 양

inside-title = 들여다보기
inside-of = { $cell } 들여다보기
inside-i = 입력 게이트 i
inside-f = 망각 게이트 f
inside-o = 출력 게이트 o
inside-s = 셀 상태 { $S }
inside-r = 리셋 게이트 r
inside-z = 업데이트 게이트 z
inside-n = 후보 값 n
inside-h = 은닉 상태 h
inside-size = 유닛 { $units }개 × { $steps }시점
inside-rnn-note = RNN에는 게이트가 없어서 유닛이 얼마나 오래 기억하는지를 말해 주는 수가 없다. 시점마다 상태 전체에 U를 곱하고 tanh로 누른다.
heat-value = 유닛 { $unit }, { $step }번째 시점: { $letter } = { $value }
half-lives = 반감기(시점)
half-life-of = 유닛 { $unit }: 반감기 { $steps }시점

# 학습한 신경망의 게이트를 고정한다.
hold-free = 자유
hold-free-name = { $gate }: 고정 풀기
hold-at-name = { $gate }: { $value }에 고정
hold-any-name = { $gate }: 원하는 값에 고정
hold-any = 값
hold-trained-tip = 다시 학습하지 않고 모든 유닛, 모든 시점에서 게이트를 이 값에 고정한다. 이 게이트는 무슨 일을 하고 있었을까?
held-at = { $gates } 고정
held-error = { $gates }: 회상 오차 { $free } → { $held }

unit-longest = 가장 오래 기억하는 유닛 열기
unit-longest-tip = 가장 천천히 잊는 유닛의 곡선과 기억 블록. 그림에서 아무 유닛이나 눌러도 열린다.
unit-close = 모든 유닛 보기
unit-close-tip = 신경망의 모든 유닛으로 돌아간다
unit-title = { $cell }의 유닛 { $unit }
unit-half-life = 반감기 { $steps }시점
unit-next = 다음 유닛
unit-before = 앞 유닛
unit-order-tip = 반감기가 긴 차례로
unit-gates = 게이트 { $letters }
unit-states = 상태 { $letters }
unit-others = 그리고 다른 유닛 { $count }개
unit-others-note = 자기 몫 u·h′, 다른 유닛과 입력이 말하는 것을 모두 더한 수, 그리고 b.
unit-valve-name = { $part } = { $value }

copy-torch = PyTorch로 복사
copy-torch-tip = 이 신경망을 만들고 학습시키는 파이썬 코드
copied-torch = 복사했다: PyTorch { $cell }, { $lines }줄

horizon = 기억의 지평
horizon-about = 저마다 얼마나 오래된 것까지 기억하도록 배울까? T = { $first } … { $last }, 시드 { $seeds }개씩.
horizon-run = 시작, 약 { $duration }
horizon-run-tip = RNN, LSTM, GRU를 길이마다 처음부터 학습시킨다. σ, H, B, 학습률은 이 패널의 값이다. 그동안 경주는 쉰다.
horizon-show = 지평 보기
horizon-title = 저마다 얼마나 오래된 것까지 기억하도록 배울까?
horizon-caption = { $steps }걸음 학습한 뒤의 회상 오차. H { $hidden }, B { $batch }, 학습률 { $rate }, σ { $noise }. 점 하나가 시드 { $seeds }개 중 하나이고 선은 그 중앙값이다. 어디까지 닿느냐는 가중치를 어떻게 시작했느냐에 달려 있다.
horizon-back = 경주로 돌아가기
horizon-back-tip = 경주는 멈춘 그대로 있고, 여기서 학습한 것도 남는다
horizon-save = CSV…
horizon-save-tip = 끝난 학습을 모두 표로 저장한다
horizon-cancel = 그만두기
horizon-cancel-tip = 멈춘다. 끝난 것은 남는다
horizon-again = 다시 하기
horizon-again-tip = 패널의 지금 값으로 모두 새로 학습시킨다
horizon-reach = 중앙값으로 푼 길이: { $racers }
horizon-reach-so-far = 지금까지 중앙값으로 푼 길이: { $racers }
horizon-nowhere = 없음
horizon-not-run = –
horizon-status = { $runs }번 중 { $done }번, 전체 일의 { $part } % · { $elapsed }
horizon-left = 약 { $duration } 남음
horizon-done = 모두 끝남
horizon-cancelled = 그만둠
duration-seconds = { $count }초
duration-minutes = { $count }분
duration-hours = { $count }시간
horizon-axis = 시퀀스 길이 T
horizon-grey = 늘 회색
horizon-solved = 풀림
horizon-spoken = 학습한 뒤 회상 오차의 중앙값: { $racers }
horizon-none = 짧은 길이부터 차례로 …
horizon-at = T = { $length }: 회상 오차의 중앙값
