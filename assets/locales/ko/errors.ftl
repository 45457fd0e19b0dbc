# 무엇이 잘못되었고 어떻게 하면 되는지(…-hint).
# { $at }과 { $file }은 파일이며, { $at }에는 줄 번호가 붙는다.

# 수와 모양. { $tensor }는 배열의 이름이다.
error-shape = { $tensor }의 모양: { $found }. 필요한 모양: { $needed }
error-shape-hint = weight_ih는 [k·H × I], weight_hh는 [k·H × H], 두 편향은 [k·H], x는 [T × I], 상태는 [H]이다. k는 RNN이면 1, LSTM이면 4(행의 순서는 i, f, g, o), GRU이면 3이다(r, z, n)
error-empty = { $size } 값이 0이다. 1 이상이어야 한다
error-empty-hint = 시점이 하나 이상인 시퀀스와 유닛이 하나 이상인 신경망이 있어야 한다
error-rows = weight_ih의 행 수: { $rows }. { $blocks }의 배수여야 한다
error-step = { $step }번째 시점은 시퀀스에 없다. 시점은 1부터 { $length }까지다
error-step-hint = 시점은 1부터 센다
error-range = { $what } 값: { $value }. 쓸 수 있는 값: { $allowed }
error-range-hint = 그 수를 바꾸어 보자
error-axis = { $along }: 축으로 쓸 수 없다. { $reason }
error-axis-hint = 지도로 나타낼 신경망의 가중치, noise, T 가운데 서로 다른 둘을 고르자
error-not-finite = { $place } 값이 유한한 수가 아니다: { $value }
error-not-finite-at-step = { $step }번째 시점의 { $place } 값이 유한한 수가 아니다: { $value }
error-not-finite-hint = 가중치를 줄이거나 시퀀스를 짧게 해 보자

# 위와 아래 문장에 들어가는 말.
phrase-unit = 유닛 번호
phrase-held-i = 고정한 i
phrase-held-f = 고정한 f
phrase-held-o = 고정한 o
phrase-held-r = 고정한 r
phrase-held-z = 고정한 z
phrase-an-axis-number-of-points = 축의 점 개수
phrase-batch = 배치 크기
phrase-learning-rate = 학습률
phrase-noise = 잡음
phrase-clip = 기울기 한도
phrase-forget-bias = 망각 편향
phrase-seed = 시드
phrase-a-whole-number-from-1-to-1000 = 1부터 1000까지의 정수
phrase-a-whole-number-from-1-to-256 = 1부터 256까지의 정수
phrase-a-number-from-0-000001-to-1 = 0.000001부터 1까지의 수
phrase-a-number-from-0-001-to-1000000 = 0.001부터 1000000까지의 수
phrase-a-number-from-20-to-20 = -20부터 20까지의 수
phrase-a-whole-number-below-2-53 = 2^53보다 작은 음이 아닌 정수
phrase-a-number-from-0-to-1 = 0부터 1까지의 수
phrase-a-number-from-0-shut-to-1-open = 0(닫힘)부터 1(열림)까지의 수
phrase-noise-a-number-above-0 = 0보다 큰 잡음
phrase-one-of-the-network-s-from-1 = 신경망에 있는 유닛의 번호(1부터)
phrase-it-is-of-the-other-network = 다른 신경망의 가중치다
phrase-it-is-the-other-axis-already = 이미 다른 축에 쓰였다
phrase-a-text = 글
phrase-a-text-in-quotes = 따옴표로 묶은 글
phrase-a-number = 수
phrase-a-whole-number = 정수
phrase-a-number-with-a-fraction = 소수점이 있는 수
phrase-true-or-false = 참 또는 거짓
phrase-a-date-or-time = 날짜나 시각
phrase-an-array = 배열
phrase-a-table = 표
# 목록의 마지막 두 이름.
list-and = { $rest }, { $last }

# 장면의 수. { $field }는 장면 파일의 키이거나 바로 아래 줄이다.
scene-field-paint = { $step }번째 시점의 물감
scene-length = 물감의 개수: { $found }. 1부터 { $most }까지 쓸 수 있다
scene-length-hint = 물감은 하나 이상, 천 개 이하여야 한다
scene-number = { $field } 값: { $value }. { $least }부터 { $most }까지의 수를 쓸 수 있다
scene-whole = { $field } 값: { $value }. { $least }부터 { $most }까지의 정수를 쓸 수 있다
scene-paint-hint = 1은 파랑, 0은 회색, -1은 주황이고 그 사이는 섞은 색이다
scene-noise-hint = noise는 첫 물감을 뺀 모든 물감에 더하는 값의 표준 편차다
scene-seed-hint = 다른 정수를 쓰면 다른 잡음이 나온다
scene-message-hint = message는 따라갈 물감의 시점이다. 시점은 1부터 센다
scene-weight-hint = 슬라이더의 범위와 같다
scene-held-hint = 0은 닫힘, 1은 열림이다. `held`가 없으면 게이트가 움직인다
scene-ghosts = 잔상의 개수: { $found }. { $most }개까지 쓸 수 있다
scene-ghosts-hint = [[ghosts]] 몇 개를 빼자
scene-ghost-name = name 값: “{ $name }”. 한 줄에 1자부터 { $most }자까지, 빈칸만으로는 안 된다
scene-ghost-name-hint = 잔상 목록에 보이는 이름이다
scene-ghost = ghosts[{ $ghost }]: { $error }

# 붙여 넣은 물감.
paints-error-empty = 수가 하나도 없다
paints-error-no-number = { $place }번째에 있는 “{ $text }”: 수가 아니다
paints-error-hint = 1 0 0 -1 0.5처럼 시점마다 수 하나를 적는다. 빈칸, 쉼표, 쌍반점, 줄바꿈으로 나눈다

# 장면 파일.
file-missing = { $file }: 그런 파일이 없다
file-missing-hint = 철자와 폴더를 살펴보자
file-folder = { $file }: 장면 파일이 아니라 폴더다
file-folder-hint = 그 안의 파일을 고르자
file-read = { $file }: 읽을 수 없다: { $reason }
file-write = { $file }: 쓸 수 없다: { $reason }
file-system-hint = 권한과 남은 공간을 살펴보자
file-unreadable = { $file }: 쓰지 않았다: { $error }
file-too-large = { $file }: 파일이 장면 파일의 한도인 { $most }바이트보다 크다
file-empty = { $file }: 파일이 비어 있다
file-not-utf8 = { $at }: UTF-8 글이 아니다
file-no-scene-hint = 장면 파일은 짧은 글이다. 장면을 저장해 보면 어떤 모양인지 알 수 있다
file-syntax = { $at }:{ $column }: TOML 문법에 맞지 않는다: { $message }
file-syntax-hint = 파일은 TOML이다. 한 줄에 하나씩 키 = 값을 적고, 글은 "따옴표"로 묶는다
file-missing-key = { $file }: “{ $key }” 키가 없다
file-missing-version-hint = 맨 위에 version = { $version } 줄을 적자
file-missing-paints-hint = 시점마다 수 하나씩, paints = [1, 0, 0]처럼 적자
file-missing-in-ghost-hint = [[ghosts]]마다 name과 paints가 따로 있어야 한다
file-unknown-key = { $at }: 모르는 키 “{ $key }”{ $instead }
file-unknown-key-in = { $at }: [{ $table }] 안의 모르는 키 “{ $key }”{ $instead }
file-instead-near = . 혹시 “{ $key }”인가?
file-instead-top = . 첫 [머리글]보다 위에 있어야 한다
file-instead-known = . 쓸 수 있는 이름: { $names }
file-header-hint = TOML에서는 [머리글] 뒤에 오는 줄이 모두 그 머리글에 딸린다
file-keys-hint = 여기에 쓸 수 있는 키: { $names }
file-type = { $at }: { $key } 값의 종류: { $found }. 필요한 종류: { $needed }
file-type-hint = 장면을 저장해 보면 키마다 어떤 모양인지 알 수 있다
file-entry = { $key }의 항목
file-range = { $at }: { $error }
file-layer = { $at }: 모르는 보기 “{ $found }”{ $instead }
file-layer-hint = 쓸 수 있는 보기: { $names }
file-axis = { $at }: 모르는 축 “{ $found }”{ $instead }
file-axis-hint = 쓸 수 있는 축: { $names }
file-network = { $at }: 모르는 신경망 “{ $found }”{ $instead }
file-network-hint = 쓸 수 있는 신경망: { $names }
file-shown = { $at }: 모르는 지도 종류 “{ $found }”{ $instead }
file-shown-hint = 지도가 보여 주는 것: { $names }
file-axes = { $at }: { $x }, { $y }: 한 지도의 두 축으로 함께 쓸 수 없다
file-axes-hint = 한 신경망의 가중치, noise, T 가운데 서로 다른 둘을 고르자
file-newer = { $at }: 파일의 버전 { $found }: 이 프로그램의 { $version }보다 새것이다. 프로그램을 새로 받자
file-newer-hint = 더 새로운 프로그램이 이 파일을 읽는다
file-no-version = { $at }: 버전 { $found }: 그런 버전은 없다. { $oldest }부터 { $version }까지 쓸 수 있다
file-no-version-hint = version = { $version }이라고 적자

# 장면 파일이 장면에 대해 주장하는 것.
claim-form = “{ $claim }”: 주장의 꼴이 아니다
claim-form-hint = lstm.blue_left[24] > 0.6(또는 <, >=, <=), 아니면 lstm.S[24] in 0.5..0.6처럼 적자
claim-network = “{ $claim }”: “{ $found }”라는 신경망은 없다
claim-network-hint = 신경망은 rnn과 lstm이다
claim-quantity = “{ $claim }”: { $network }에는 “{ $found }” 값이 없다
claim-quantity-hint = { $network }에 있는 값: { $names }
claim-step-needed = “{ $claim }”: { $quantity }에는 시점을 붙여야 한다
claim-step-needed-hint = { $quantity }[24]처럼 적자. 시점은 1부터 센다
claim-no-steps = “{ $claim }”: { $quantity }에는 시점이 없다
claim-no-steps-hint = 괄호 없이 { $quantity }라고 적자
claim-no-step = “{ $claim }”: “{ $found }”: 시점이 아니다
claim-no-step-hint = 시점은 1부터 세는 정수다
claim-no-number = “{ $claim }”: “{ $found }”: 수가 아니다
claim-no-number-hint = 0.6이나 1e-9 같은 수를 적자
claim-nothing-between = “{ $claim }”: { $from }부터 { $to }까지에는 아무 수도 없다
claim-nothing-between-hint = 작은 수를 먼저 적자
