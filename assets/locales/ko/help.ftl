# “?”를 누르면 나오는 화면과 기호의 설명: help-x는 이름, help-x-is는 뜻.
help-heading = 화면에 있는 것들
help-about = 번호나 줄에 포인터를 올리면 서로의 자리를 알려 준다.
help-keys = 키
help-row = { $number }. { $name }: { $text }

help-group-top = 위쪽 막대
help-group-page = 화면
help-group-network = 두 신경망 공통
help-group-lstm = LSTM의 기억 블록
help-group-rnn = 기본 RNN
help-group-curves = 곡선
help-group-sliders = 슬라이더
help-group-race = 경주
help-group-learners = 배운 것
help-group-transport = 재생

help-pages = 쪽
help-pages-is = 탐색: 유닛 하나를 손으로 다룬다. 학습: 신경망이 스스로 배운다.
help-file = 파일
help-file-is = 장면 열기와 저장, 라이선스.
help-export = 내보내기
help-export-is = 그림을 SVG나 PNG로, 수를 CSV나 JSON으로.
help-settings = 설정
help-settings-is = 움직임, 셀 상태의 글자, 밝기, 확대, 프로젝터, 전체 화면.
help-scenes = 장면
help-scenes-is = 미리 준비된 장면. 장면마다 볼 것이 하나씩 있다. 1에서 9까지의 키가 앞의 아홉 개를 연다.
help-undo = 되돌리기와 다시 하기
help-undo-is = 마지막 변화를 되돌리거나 다시 한다. 한 번 끈 것이 한 번의 변화다.
help-language = 언어
help-language-is = 한국어와 영어를 바로 바꾼다.
help-theme = 밝기
help-theme-is = 밝은 화면과 어두운 화면.
help-help = 도움말
help-help-is = 이 화면을 열고 닫는다.

help-question = 물음
help-question-is = 이 장면이 묻는 것. 그 아래는 무엇을 볼 것인지.
help-layers = 보기
help-layers-is = 화면의 부분을 열고 접는다. 무엇이 열려 있는지는 장면에 남는다.

help-headline = 남은 파랑
help-headline-is = |s − s*| / 들어온 양. s*는 따라가는 물감 대신 회색을 넣고 다시 돌린 상태다. 0 %면 모두 사라졌고 100 %면 모두 남았다. 100 %를 넘기도 한다.
help-paints = 물감 x
help-paints-is = x, −1에서 1까지: 1은 파랑, 0은 회색, −1은 주황. 시점마다 한 칸이고 두 신경망에 똑같이 들어간다. 누르면 색이 바뀌고 끌면 이어서 칠한다.
help-states = 상태
help-states-is = RNN의 h는 −1에서 1까지, LSTM의 { $S }는 범위에 제한이 없다. 색이 곧 물감이다. 누르면 그 시점으로 간다.
help-start = 1번째 시점 앞의 상태
help-start-is = h₀ = { $S }₀ = 0: 두 신경망 모두 회색에서 시작한다.
help-message = 따라가는 물감
help-message-is = 이 물감이 들어오는 시점. 남은 파랑은 이 물감이 어떻게 되었는지를 묻는다.
help-sentence = 지금 일어나는 일
help-sentence-is = 지금 시점을 수와 함께 문장으로 말한다. 누르면 수를 넣은 식이 펼쳐진다.
help-facts = 남은 농도, 보이는 파랑, 구별 정확도
help-facts-is = 남은 농도: 얼마나 파랬는지 아직 구별할 수 있는가? 보이는 파랑: { $S }에 들어온 파랑 가운데 h에서 보이는 몫. 잡음이 있을 때 구별 정확도: 마지막 상태로 그 물감이 있었는지를 얼마나 맞히는가. 50 %면 동전 던지기와 같다.

help-pipe = 앞의 { $S }
help-pipe-is = 앞 시점의 { $S }, 범위에 제한이 없는 수. 관 속의 색이 물감이고 굵기가 양이다.
help-valve-f = 망각 게이트 f
help-valve-f-is = f = σ(w·x + u·h′ + b), 0에서 1까지: { $S }를 남기는 비율. 열려 있으면 파랑을 지키고 닫히면 탱크를 비운다.
help-drain = 배수구
help-drain-is = (1 − f)·{ $S }′: 이 시점에 버리는 물감.
help-plus = 더하기
help-plus-is = { $S } = f·{ $S }′ + i·g. 섞지 않고 더하므로 { $S }는 1을 넘을 수 있다.
help-valve-i = 입력 게이트 i
help-valve-i-is = i = σ(w·x + u·h′ + b), 0에서 1까지: g를 들이는 비율. 닫히면 잡음도, 물감도 들어오지 못한다.
help-candidate = 후보 값 g
help-candidate-is = g = tanh(w·x + u·h′ + b), −1에서 1까지: 들어올 수 있는 물감.
help-tank = 셀 상태 { $S }
help-tank-is = { $S } = f·{ $S }′ + i·g, 범위에 제한이 없는 수: 기억하고 있는 물감. 다음 시점으로만 간다.
help-copy = 복사본
help-copy-is = h는 { $S }를 빛으로 비춘 복사본이다. 읽어도 탱크는 줄지 않는다.
help-tanh = tanh
help-tanh-is = tanh({ $S }), −1에서 1까지: 읽은 값을 누른다. 탱크가 아무리 차도 h는 1을 넘지 않는다.
help-valve-o = 출력 게이트 o
help-valve-o-is = o = σ(w·x + u·h′ + b), 0에서 1까지: h에 내보이는 비율. 닫히면 파랑을 숨길 뿐 잃지는 않는다.
help-light = 은닉 상태 h
help-light-is = h = o·tanh({ $S }), −1에서 1까지: 밖으로, 그리고 다음 시점의 게이트로 내보이는 물감.
help-pin = 핀
help-pin-is = 가중치와 상관없이 게이트를 지금 값으로 고정한다.
help-equations = 식
help-equations-is = 이 시점에 일어나는 일을 숫자와 함께 적은 식. 단계를 볼 때는 그 단계의 식만 보인다.
help-sources = 게이트가 읽는 것
help-sources-is = 이 시점의 x와 앞 시점의 h, −1에서 1까지. 점선을 따라 모든 게이트로 가며, 점선에는 물감이 흐르지 않는다.

help-rnn-pipe = 앞의 h
help-rnn-pipe-is = 앞 시점의 h, −1에서 1까지: RNN이 기억하는 전부.
help-times-u = × u
help-times-u-is = u·h′, u는 −3에서 3까지: 매 시점 상태에 곱하는 수. 1보다 작으면 파랑이 옅어지고 1보다 크면 한쪽에 걸린다. 끌어 보자.
help-times-w = × w
help-times-w-is = w·x, w는 −3에서 3까지: 물감을 붓는 세기. 끌어 보자.
help-rnn-tank = 은닉 상태 h
help-rnn-tank-is = h = tanh(w·x + u·h′ + b), −1에서 1까지. 시점마다 눌리고, 밖으로, 그리고 다음 시점으로 간다.

help-plot-rnn = RNN의 상태
help-plot-rnn-is = 시점마다의 h. 누르거나 끌면 그 시점으로 간다.
help-plot-gates = 게이트
help-plot-gates-is = 시점마다의 i, f, o: 0은 닫힘, 1은 열림.
help-plot-states = { $S }와 h
help-plot-states-is = 시점마다의 셀 상태와 그 가운데 내보인 값.
help-plot-lstm = LSTM의 게이트와 상태
help-plot-lstm-is = 시점마다의 i, f, o(0에서 1까지)와 { $S }, h.
help-plot-blue-left = 두 신경망에 남은 파랑
help-plot-blue-left-is = 따라가는 물감이 시점마다 얼마나 남아 있는가.
help-plot-map = 파랑은 어디에서 살아남는가
help-plot-map-is = 두 슬라이더(한 신경망의 가중치, σ, T)에 따라 시점 T에 얼마나 남는가. 고리가 지금의 장면이다. 누르거나 끌거나 화살표 키를 쓰면 그리로 옮겨 간다. 절반이 남는 곳에 선이 있다.
help-plot-gradient = 기울기
help-plot-gradient-is = |∂h/∂x|와 |∂{ $S }/∂x|: 따라가는 물감을 조금 바꾸면 상태가 얼마나 바뀌는가. 눈금은 10의 거듭제곱. 사라지면 배울 수 없다. Π f는 망각 게이트만 지나는 길.

help-group = 슬라이더 묶음
help-group-is = 제목을 누르면 접히고 다시 누르면 펼쳐진다.
help-paste = 칠하기…
help-paste-is = 여러 물감을 한꺼번에: 수 붙여 넣기, 무늬 되풀이, 지우기.
help-length = T
help-length-is = 시퀀스 길이, 1에서 1000까지. 학습에서는 5에서 200까지.
help-noise = σ
help-noise-is = 첫 물감을 뺀 모든 물감에 더하는 잡음의 세기, 0에서 1까지.
help-seed = 시드
help-seed-is = 어떤 잡음인지 정한다. 시드가 같으면 어느 컴퓨터에서나 같다. 처음으로 돌려도 남는다.
help-follow = 따라갈 시점
help-follow-is = 따라갈 물감의 시점, 1에서 T까지.
help-weight-w = w
help-weight-w-is = 물감 x가 작용하는 세기: 게이트는 −16에서 16, RNN과 g는 −3에서 3까지.
help-weight-u = u
help-weight-u-is = 앞 시점의 h가 작용하는 세기: 게이트는 −16에서 16, RNN과 g는 −3에서 3까지.
help-weight-b = b
help-weight-b-is = 물감과 상태 없이도 작용하는 값: 게이트는 −12에서 12, RNN과 g는 −3에서 3까지. b가 크면 게이트가 열린다.
help-hold = 고정
help-hold-is = 가중치와 상관없이 게이트를 0(닫힘)에서 1(열림) 사이에 고정한다.
help-half-life = 반감기
help-half-life-is = ln ½ / ln f: 이만큼의 시점이 지나면 { $S }의 반이 잊힌다.
help-ghosts = 잔상
help-ghosts-is = 지금 곡선을 나중 곡선 뒤에 남긴다. 이름을 붙여 여덟 개까지.
help-reset = 처음으로
help-reset-is = 장면을 열었을 때로. 시드는 그대로다.

help-task = 과제
help-task-is = 첫 물감은 아무 색이나 하나(−1에서 1까지의 수 셋), 그다음 T − 1시점은 잡음 섞인 회색이다. 첫 색은 무엇이었나? T번째 시점에만 묻는다.
help-roads = 준비된 경주
help-roads-is = 오차가 1번째 시점까지 되돌아오는 길이 얼마나 열려 있는가? 1에서 4까지의 키로도 연다. 시드와 참가자는 그대로다.
help-race-cells = 누가 겨루는가
help-race-cells-is = RNN, LSTM, GRU 가운데 둘이나 셋이 같은 시드에서 출발해 같은 시퀀스로 한 걸음씩 배운다.
help-hidden-size = H
help-hidden-size-is = 신경망마다 유닛이 몇 개인가, 1에서 128까지.
help-batch = B
help-batch-is = 학습 한 걸음에 시퀀스 몇 개로 배우는가, 1에서 256까지.
help-learning-rate = 학습률
help-learning-rate-is = Adam의 학습률, 0.0001에서 0.1까지.
help-start-weights = 초깃값
help-start-weights-is = 무엇을 배울 수 있는지가 여기에 달려 있다. 오차가 되돌아올 만큼 f가 열려 있어야 한다.
help-run = 학습
help-run-is = 학습시키거나 멈춘다(Space). 다른 쪽으로 가면 멈춘다.
help-once = 한 걸음
help-once-is = 모든 신경망이 한 걸음만 학습한다.
help-reset-training = 처음으로
help-reset-training-is = 같은 경주를 첫 걸음부터. 시드는 그대로다.
help-train-status = 지금 상황
help-train-status-is = 지금까지 학습한 걸음 수와 걸린 시간, 신경망마다 제 시간으로 1초에 몇 걸음을 가는가.

help-recall-error = 회상 오차
help-recall-error-is = 학습에 쓰지 않는 시퀀스 1,024개의 평균 제곱 오차, 10걸음마다. 늘 회색이라고 답하면 0.33이고 0.01 아래면 해결이다. 해결한 걸음에 표시가 선다.
help-signal = 학습 신호
help-signal-is = 마지막 배치에서 시점마다의 ‖∂L/∂h‖(시간에 따른 역전파): 오차가 T에서 첫 시점까지 얼마나 되돌아오는가. 눈금은 10의 거듭제곱. T에서 크면 오차가 크다는 뜻이고, 중요한 것은 첫 시점에 얼마나 남느냐다.
help-first-colour = 첫 색
help-first-colour-is = 신경망에 물어볼 색. 누르면 바꿀 수 있다.
help-answers = 저마다의 대답
help-answers-is = 시점마다의 y = R·h + c를 색으로 나타낸다. 학습하는 것은 T번째 시점의 대답뿐이다. 누르면 그 시점으로 간다.
help-inside-of = 어느 신경망
help-inside-of-is = 아래에서 게이트와 상태를 들여다볼 신경망.
help-heat-gate = 게이트, 유닛 × 시점
help-heat-gate-is = 하양은 닫힘(0), 짙은 색은 열림(1). 가장 오래 기억하는 유닛이 맨 위다. 칸을 누르면 그 유닛이 열린다.
help-heat-state = 상태, 유닛 × 시점
help-heat-state-is = 물감으로 나타낸다: 파랑은 1 이상, 회색은 0, 주황은 −1 이하. 칸을 누르면 그 유닛이 열린다.
help-hold-trained = 게이트 고정
help-hold-trained-is = 다시 학습하지 않고 모든 유닛, 모든 시점에서 0, ½, 1이나 원하는 값에 고정한다.
help-held-error = 고정했을 때의 오차
help-held-error-is = 고정하기 전과 고정한 뒤의 회상 오차. 신경망이 그 게이트에 얼마나 기대고 있는가.
help-half-lives = 반감기
help-half-lives-is = ln ½을 ln f(GRU는 ln z)의 평균으로 나눈 값: 이만큼의 시점이 지나면 반이 잊힌다. 눈금은 10의 거듭제곱, 끊긴 선은 T. 막대를 누르면 그 유닛이 열린다.
help-open-unit = 유닛 열기
help-open-unit-is = 가장 오래 기억하는 유닛을 열거나 모든 유닛으로 돌아간다.
help-unit = 유닛
help-unit-is = 신경망의 유닛 하나와 그 유닛이 얼마나 오래 기억하는가.
help-unit-curves = 유닛의 곡선
help-unit-curves-is = 시점마다의 게이트(0에서 1까지)와 상태.
help-unit-block = 유닛의 기억 블록
help-unit-block-is = 이 시점에 흐르는 것. 다른 유닛과 입력이 게이트에 하는 말은 수 하나로 더해져 있다. 수를 누르면 펼쳐진다.
help-copy-torch = PyTorch로 복사
help-copy-torch-is = 이 신경망을 만들고 학습시키는 파이썬 코드를 클립보드에 넣는다.
help-horizon = 기억의 지평
help-horizon-is = 길이 T마다 모든 셀을 시드 여럿으로 처음부터 학습시킨다. 창은 그동안에도 쓸 수 있다.
help-horizon-chart = 지평 그래프
help-horizon-chart-is = 학습한 뒤의 회상 오차를 T에 따라 그린다. 두 축 모두 로그다. 점은 시드, 선은 중앙값이고, 파선 아래면 푼 것이다.
help-horizon-reach = 어디까지 닿나
help-horizon-reach-is = 시드의 중앙값으로 풀린 가장 긴 T.
help-horizon-progress = 진행
help-horizon-progress-is = 끝난 학습 수, 걸린 시간, 남은 시간의 어림.
help-horizon-buttons = 돌아가기, 저장, 그만두기
help-horizon-buttons-is = 경주로 돌아간다. 끝난 학습을 CSV로 저장한다. 그만두어도 끝난 것은 남는다.

help-stages = 단계
help-stages-is = 한 시점을 부분별로: g, i, f, { $S }, o, h.
help-steps = 한 시점씩
help-steps-is = 1번째 시점으로, 하나 뒤로, 하나 앞으로, 마지막 시점으로.
help-play = 재생
help-play-is = 시간을 흐르게 하거나 멈춘다.
help-now = t
help-now-is = 지금 시점, 1에서 T까지. 문장과 블록, 큰 숫자가 이 시점의 값이다.
help-scrub = 시간
help-scrub-is = 끌면 어느 시점으로든 간다.
help-loop = 되풀이
help-loop-is = 끝나면 처음부터 다시.
help-speed = 속도
help-speed-is = 1×는 1초에 네 시점.

keys-play = 재생, 멈춤. 학습 쪽에서는 학습, 멈춤
keys-steps = 한 시점 뒤로, 앞으로
keys-stages = 앞 단계로, 다음 단계로
keys-ends = 첫 시점으로, 마지막 시점으로
keys-presets = 장면 열기. 학습 쪽에서는 길 고르기
keys-reset = 처음으로. 시드는 그대로
keys-ghost = 잔상 남기기
keys-undo = 되돌리기, 다시 하기
keys-files = 장면 열기, 저장
keys-zoom = 크게, 작게, 원래 크기
keys-projector = 프로젝터
keys-full-screen = 전체 화면
keys-tab = 화면의 다음 부분으로
keys-arrows = 줄 안에서, 슬라이더에서는 값
keys-paint = 물감 바꾸기, 수의 식 열기
keys-pin = 밸브를 고정하거나 풀기
keys-menu = 물감을 섞은 색으로
keys-help = 이 화면
keys-close = 화면 위에 뜬 것 닫기
