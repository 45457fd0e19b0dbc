# 탐색 쪽. [f]…[/] 같은 표시는 그 부분을 게이트의 색으로 칠한다.
title-blue-then-grey = 1번째 시점에 파랑, 그다음은 회색뿐. { $length }번째 시점에 파랑은 누구에게 남아 있을까?
title-blue-then-noise = 1번째 시점에 파랑, 그다음은 잡음 섞인 회색. { $length }번째 시점에 파랑은 누구에게 남아 있을까?
title-blue = { $message }번째 시점에 파랑. { $length }번째 시점에 누구에게 남아 있을까?
title-orange = { $message }번째 시점에 주황. { $length }번째 시점에 누구에게 남아 있을까?
title-grey = { $message }번째 시점이 회색이라 따라갈 물감이 없다. 칠해 보자.
caption-changed = “{ $name }”에서 바뀌었다. 슬라이더나 밸브를 두 번 누르면 그 수가, R을 누르면 모두 처음으로 돌아간다.
caption-file = { $file }
caption-file-changed = { $file }, 연 뒤에 바뀌었다.

layer-curves = 곡선
layer-curves-tip = 시점마다의 게이트, 상태, 남은 파랑
layer-weights = 가중치
layer-weights-tip = 입력과 모든 가중치를 슬라이더로
layer-gradient = 기울기
layer-gradient-tip = 따라가는 물감을 조금 바꾸면 그 뒤 상태가 얼마나 바뀌는가
layer-map = 지도
layer-map-tip = 슬라이더 두 개에 따라 마지막 시점에 무엇이 남는가: 파랑은 어디서 살아남을까?

network-rnn = 기본 RNN
network-rnn-short = RNN
network-rnn-what = 상태 h 하나, 매 시점 u배
network-lstm = LSTM
network-lstm-what = 셀 상태 { $S }와 게이트 세 개

# 숫자 뒤에 읽는 말.
headline-of = 들어온 { $got_in } 가운데
# 숫자 아래에 보이는 말.
headline-left-of = 들어온 { $got_in } 가운데 남은 몫
headline-turned-of = 들어온 { $got_in } 가운데, 반대 색으로 바뀌어 남은 몫
headline-nothing = 거의 들어오지 않았다
headline-nothing-of = 들어온 양: { $got_in }
headline-not-yet = 아직
headline-not-yet-of = 물감은 { $step }번째 시점에 온다
headline-spoken = { $network }, 남은 파랑: { $numeral } { $of }
headline-tip = 남은 파랑. 따라가는 물감이 있을 때와 그 자리가 회색일 때, 두 번 돌린다. 물감이 들어온 순간에 두 { $state }가 벌어진 만큼과 견주어 지금 얼마나 벌어져 있는지를 나타낸다.

swatch-name = { $network }: { $step }번째 시점의 물감, { $paint }
strip-name = { $network }: 모든 시점의 물감
chain-states-rnn = 기본 RNN: { $step }번째 시점의 은닉 상태 h, { $value }
chain-states-lstm = LSTM: { $step }번째 시점의 셀 상태 { $S }, { $value }
paint-blue = 파랑
paint-grey = 회색
paint-orange = 주황
paint-bluish = 파랑 쪽 { $value }
paint-orangish = 주황 쪽 { $value }

rnn-stays-grey = 회색이 들어오고 상태도 회색이다. [b]0[/]은 그대로 [b]0[/]이다.
rnn-multiplies = 회색은 아무것도 더하지 않는다. RNN은 상태를 [rnn]{ $u }[/]배 하고 tanh로 누른다: { $before } → [b]{ $after }[/]
rnn-pours = RNN은 빈 상태에 물감을 { $poured }만큼 붓고 tanh로 누른다: [b]{ $after }[/]
rnn-starts-by-bias = 회색은 아무것도 더하지 않고 편향이 { $poured }만큼 더한다. tanh로 누른다: [b]{ $after }[/]
rnn-pours-with-bias = 빈 상태에 물감과 편향을 합쳐 { $poured }만큼 더하고 tanh로 누른다: [b]{ $after }[/]
rnn-adds-bias = 회색은 아무것도 더하지 않고 편향이 { $poured }만큼 더한다. 상태의 [rnn]{ $u }[/]배인 { $kept }에 더하고 tanh로 누른다: { $before } → [b]{ $after }[/]
rnn-adds = RNN은 상태의 [rnn]{ $u }[/]배인 { $kept }에 { $poured }만큼 더하고 tanh로 누른다: { $before } → [b]{ $after }[/]

lstm-empty = [S]{ $S }[/]에는 아직 남길 것이 없다.
lstm-keeps = 망각 게이트가 [S]{ $S }[/]의 [f]{ $f }[/]를 남긴다.
lstm-open-to-nothing = 입력 게이트는 열려 있지만([i]{ $i }[/]) [g]g = 0[/]이라 들일 것이 없다. [S]{ $S }[/]: { $before } → [b]{ $after }[/]
lstm-shut-nothing-comes = 입력 게이트는 닫혀 있고([i]{ $i }[/]) [g]g = 0[/]이라 들어오는 것이 없다. [S]{ $S }[/]: { $before } → [b]{ $after }[/]
lstm-lets-in-nothing = 입력 게이트가 [g]g = 0[/]의 [i]{ $i }[/]를 들이니 들어오는 것이 없다. [S]{ $S }[/]: { $before } → [b]{ $after }[/]
lstm-shut = 입력 게이트는 [g]g = { $g }[/]에 닫혀 있다([i]{ $i }[/]). [S]{ $S }[/]: { $before } → [b]{ $after }[/]
lstm-lets-in = 입력 게이트가 [g]g = { $g }[/]의 [i]{ $i }[/]를 들인다: { $let_in }. [S]{ $S }[/]: { $before } → [b]{ $after }[/]
held-gates = 고정: { $gates }

facts-rnn = 남은 농도 { $shade }
facts-lstm = 남은 농도 { $shade } · h에 보이는 파랑 { $shown }
facts-tip = 남은 농도: 얼마나 파랬는지 아직 구별할 수 있는가? 따라가는 물감을 반으로 줄인 실행과 견준다. 보이는 파랑: { $S }에 들어온 것 가운데 h에서 보이는 몫.
# 잡음이 있을 때, 시점의 수 뒤에 붙는다. 새 값을 셈하는 동안에는 …가 따라온다.
facts-told = 구별 정확도 { $share }
facts-told-tip = 구별 정확도: 따라가는 물감이 있는 경우와 그 자리가 회색인 경우를 { $ends }번씩, 저마다 다른 잡음으로 돌린다. 마지막 상태를 문턱 하나로 갈라 맞힌 비율이다. 50 %면 동전 던지기와 같다.

plot-rnn-h = 은닉 상태 h
plot-gates = 게이트: 0 닫힘, 1 열림
plot-states = 셀 상태 { $S }와 은닉 상태 h
plot-rnn-state = RNN: 은닉 상태 h
plot-gates-and-state = LSTM: 게이트 i, f, o와 상태 { $S }, h
plot-blue-left = 남은 파랑
plot-blue-left-note = 따라가는 물감이 있을 때와 없을 때
plot-blue-left-told = T에서 구별 정확도: RNN { $rnn }, LSTM { $lstm }
plot-gradient = 기울기 |∂/∂x|
plot-gradient-note = 한 시점에 평균 RNN × { $rnn }, LSTM × { $lstm }
plot-gradient-at = { $step }번째 시점: { $values }
plot-gradient-stopped = { $step }번째 시점부터 f64로 나타낼 수 없다
curve-rnn-gradient = RNN ∂h
curve-lstm-gradient = LSTM ∂{ $S }
curve-cell-only = Π f

# 따로 한 줄로 보이는 값: “망각 게이트 편향”, 그 뒤에 기호.
control-weight = { $of } { $term }
control-of-rnn = RNN
control-of-i = 입력 게이트
control-of-f = 망각 게이트
control-of-o = 출력 게이트
control-of-g = 후보 값
control-term-w = 가중치
control-term-u = 순환 가중치
control-term-b = 편향
control-paint = { $step }번째 시점의 물감
control-noise = 잡음
control-length = 시퀀스 길이
control-held = 고정한 값

input = 입력
paints = 칠하기…
paints-tip = 여러 물감을 한꺼번에: 수 붙여 넣기, 무늬 되풀이, 지우기
length-name = 시퀀스 길이 T
length-tip = T: 시점의 수, 1에서 1000까지
noise-name = 잡음 σ
noise-tip = σ: 첫 물감을 뺀 모든 물감에 더하는 잡음의 세기
seed = 시드
seed-tip = 시드가 같으면 어느 컴퓨터에서나 잡음이 같다
new-seed = 새 시드
new-seed-tip = 세기는 같고 내용은 다른 잡음
message = 따라갈 시점
message-tip = 따라갈 물감의 시점. 세모로 표시한다. 남은 파랑은 이 물감이 어떻게 되었는지를 묻는다.
part-i = 입력 게이트 i
part-f = 망각 게이트 f
part-o = 출력 게이트 o
part-g = 후보 값 g
weight-name = { $part }, 가중치 { $term }
weight-w-tip = w: { $equation }에서 물감 x가 얼마나 세게 작용하는가. { $least }에서 { $most }까지. 두 번 누르면 처음 값으로 돌아간다.
weight-u-tip = u: { $equation }에서 앞 시점의 은닉 상태 h′가 얼마나 세게 작용하는가. { $least }에서 { $most }까지. 두 번 누르면 처음 값으로 돌아간다.
weight-b-tip = b: 편향. { $equation }에서 물감과 상태 없이도 작용하는 값. { $least }에서 { $most }까지. 두 번 누르면 처음 값으로 돌아간다.
half-life = 반감기 { $steps }
half-life-tip = 이만큼의 시점이 지나면 { $S }의 반이 잊힌다: ln ½ / ln f, f는 σ(b_f) 또는 고정한 값. 망각 게이트(어떤 책에서는 삭제 게이트)가 시점마다 움직이면 2번째 시점부터의 ln f 평균을 쓴다.
hold = 고정
hold-name = { $part } 고정
hold-tip = 가중치와 상관없이 게이트를 한 값으로 고정한다
held-name = { $part }, 고정한 값
held-tip = 게이트를 고정한 값: 0 닫힘, 1 열림
reset = 처음으로
reset-tip = 장면을 열었을 때로 되돌린다. 시드는 그대로다. (R)

pin = 잔상으로 남기기
pin-tip = 지금의 곡선을 뒤에 남겨 두고 앞으로의 곡선과 견준다. (G)
pin-full = 잔상은 { $most }개까지 남길 수 있다. 먼저 하나를 지우자.
pinned = 잔상 { $number }번으로 남겼다: { $name }
ghost-unnamed = 잔상 { $number }
ghost-paints = 다른 물감
ghost-seed = 시드 { $seed }
ghost-message = { $step }번째 시점을 따라감
ghost-moves = { $gate } 고정 풀림
ghost-name = 잔상 { $number } 이름
ghost-rename = 잔상 { $number }: { $name }
ghost-rename-tip = 누르면 이름을 바꿀 수 있다
ghost-remove = 잔상 { $number } 지우기
ghost-wrong = 잔상 { $number }: 그릴 수 없다. { $error }
ghosts-clear = 모두 지우기
ghosts-clear-tip = 잔상을 모두 지운다. 되돌리기로 되살릴 수 있다

picker-title = { $step }번째 시점의 물감: { $value }
picker-mixture = 주황에서 파랑까지 섞기
picker-message = 이 물감을 따라가기
paints-title = 모든 시점의 물감
paints-about = 시점마다 수 하나: 1은 파랑, 0은 회색, −1은 주황, 그 사이는 섞은 색.
paints-pasted = 붙여 넣거나 적기
paints-none = 아직 적은 것이 없다.
paints-count = 물감 { $count }개.
paints-replace = 이 시퀀스로
paints-replace-tip = T가 물감의 수가 된다
paints-repeat = T까지 되풀이
paints-repeat-tip = 무늬를 되풀이한다. T는 그대로다
paints-first = 파랑 다음 회색
paints-first-tip = 1번째 시점만 파랑, 나머지는 회색. T는 그대로다
paints-clear = 모두 회색
paints-clear-tip = 모든 시점을 회색으로. T는 그대로다

layer-valves = 밸브
layer-valves-tip = 두 신경망을 배관으로: 밸브를 끌면서 무엇이 흐르는지 보기
block-only-next = 다음 시점으로만
block-out-and-next = 밖으로, 그리고 다음 시점으로
block-copy = 복사본
block-drained = 빠져나감
block-spoken-lstm = { $step }번째 시점의 LSTM 기억 블록: 앞의 { $S } { $before }, f가 남긴 { $kept }, i가 들인 { $let_in }, { $S } { $s }, h { $h }
block-spoken-rnn = { $step }번째 시점의 기본 RNN: 앞의 h { $before }, u를 곱하면 { $carried }, 부은 양 { $poured }, h { $h }
valve-name = { $part }, 밸브
valve-tip = 끌기: 오른쪽이나 위로 끌면 열리고 왼쪽이나 아래로 끌면 닫힌다. Shift를 누르면 더 세밀하다. 편향 b만 움직이며, 실제 값은 가중치와 입력에 따라 정해진다. 두 번 누르면 처음 값으로 돌아간다. 한 번 누르거나 Enter를 치면 계산 과정이 열리고, 핀이나 P는 게이트를 고정한다. 값을 적으면 그 값이 되는 편향을 찾는다.
valve-moves = { $symbol } { $from } → { $to }
valve-stops = { $symbol }는 { $to }에서 끝: w·x + u·h′ = { $push }
valve-no-bias = { $step }번째 시점에 { $letter }의 값을 { $value }로 만드는 { $symbol }: { $least }에서 { $most } 사이에 없다
handle-name = 곱하기 { $term }
handle-tip = 끌기: 오른쪽이나 위로 끌면 커지고 왼쪽이나 아래로 끌면 작아진다. Shift를 누르면 더 세밀하다. 두 번 누르면 처음 값으로 돌아간다.
hold-pin-name = { $part } 핀
valve-tip-held = 고정한 게이트다. 끌기: 오른쪽이나 위로 끌면 열리고 왼쪽이나 아래로 끌면 닫힌다. Shift를 누르면 더 세밀하다. 고정한 값이 움직이고 가중치는 그대로다. 핀이나 P를 누르면 고정이 풀린다.
valve-ends = { $symbol }는 범위의 끝 { $to }에서 멈춘다

# 한 시점을 여섯 단계로.
stage-strip = 단계
stage-tip = 한 시점을 부분별로 본다(Shift+→, Shift+←, Esc를 누르면 시점 전체). 눈으로 따라가기 위한 순서일 뿐, g, i, f, o는 같은 x와 h′에서 동시에 계산된다.
stage-name = { $number }단계: { $part }
stage-g = 후보 값 g
stage-i = 입력 게이트 i
stage-f = 망각 게이트 f
stage-S = 셀 상태 { $S }
stage-o = 출력 게이트 o
stage-h = 은닉 상태 h
stage-g-what = 새 물감이 더하게 될 값.
stage-i-what = 밸브가 g를 얼마나 들이는가.
stage-f-what = 앞 시점의 { $S }가 얼마나 남는가.
stage-S-what = 남은 것과 들어온 것이 탱크에서 만난다.
stage-o-what = { $S }를 얼마나 보여 주는가.
stage-h-what = h는 밖으로 나가고 { $S }는 블록 안에 남는다.

# 펼친 수. S*는 따라가는 물감 대신 회색을 넣은 같은 실행의 상태, S½은 반만 넣은 실행의 상태.
opened-nothing = 여기에는 계산할 것이 없다.
opened-start = { $symbol } = 0: 시퀀스는 빈 상태에서 시작한다.
opened-held-at = 고정:
opened-number = { $symbol } = { $value }
opened-stars = { $state }*: 따라가는 물감 대신 회색을 넣은 같은 실행. { $state }½: 그 물감을 반만 넣은 실행.
measure-got-in = 들어온 양
measure-blue = 파랑
measure-blue-left = 남은 파랑
measure-blue-shown = 보이는 파랑
measure-shade-left = 남은 농도
measure-gradient = 기울기
measure-drained = 빠져나간 양
measure-half-life = 반감기

# 가중치 두 개에 대한 지도. $x와 $y는 b_f 같은 기호다.
map-title-blue = 파랑은 어디서 살아남을까?
map-title-orange = 주황은 어디서 살아남을까?
map-title-learn = 어디서 배울 수 있을까?
map-shown-blue = 마지막 시점의 파랑
map-shown-blue-left = 남은 파랑
map-shown-shade-left = 남은 농도
map-shown-gradient = 기울기
map-tip-blue = 마지막 시점의 파랑: 따라가는 물감이 있을 때와 그 자리가 회색일 때, 마지막 상태(LSTM은 { $S }, RNN은 h)가 얼마나 벌어지는가. 들어와서 남은 양이다. 선은 물감 반(0.5)이 남는 곳이고, 끊긴 선 너머에서는 1보다 크다. 누르거나 끌면 그리로 간다.
map-tip-blue-left = 남은 파랑: 들어온 양 가운데 T까지 남은 몫. 들어온 양이 아무리 적어도 그 몫이다. 선은 절반이 남는 곳이고, 끊긴 선 너머에서는 전부보다 많다. 누르거나 끌면 그리로 간다.
map-tip-shade-left = 남은 농도: 따라가는 물감을 반으로 줄여 같은 것을 견준다. 얼마나 파랬는지 아직 알 수 있는가? 선은 차이의 절반이 남는 곳이다. 누르거나 끌면 그리로 간다.
map-tip-gradient = 기울기: 따라가는 물감을 조금 바꾸면 마지막 상태가 얼마나 바뀌는가. 아주 작은 곳에서는 그 물감을 어떻게 다룰지 배울 수 없다. 선은 10⁻³, 끊긴 선은 10⁻⁶이다. 누르거나 끌면 그리로 간다.
map-choice-shown = 지도가 보여 주는 것: { $shown }
map-network-name = { $network }의 지도
map-network-tip = { $x }, { $y }에 대한 지도
map-x = 가로축: { $weight }
map-y = 세로축: { $weight }
map-name = { $x }, { $y }에 대한 지도
# "b_f 4.0, b_i −8.0: 마지막 시점의 파랑 0.586"
map-spoken = { $x } { $x_value }, { $y } { $y_value }: { $shown } { $value }
map-here = 여기 { $value }
map-line-blue = 선: 물감 반이 남는 곳
map-line-share = 선: 절반이 남는 곳
map-no-line = 어디서나 { $least }에서 { $most } 사이
map-lines-gradient = 선: 10⁻³, 끊긴 선: 10⁻⁶
map-gaps = 빗금: 들어온 것이 없다
map-gaps-gradient = 빗금: f64를 벗어남
map-held = { $part } 고정: { $symbols }를 바꾸어도 그대로다
map-both-held = { $part } 고정: { $symbols }를 바꾸어도 그대로다
