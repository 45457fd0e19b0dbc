# 실행을 그림 한 장으로. 창에서 저장할 때의 말도 여기에 있다.
# 시점 번호 앞의 좁은 자리에 들어간다.
figure-steps = 시점 t
figure-changed = { $name }, 바꾼 것
figure-noise = 1번째 시점을 뺀 모든 물감에 잡음을 더했다: σ = { $sigma }, 시드 { $seed }.

# 범례.
figure-paint = 물감: −1 주황, 0 회색, 1 파랑
figure-beyond = ±1을 넘음
figure-message = 따라가는 물감
figure-start = 1번째 시점 앞: 0
figure-i = 입력 게이트 i
figure-f = 망각 게이트 f
figure-o = 출력 게이트 o
figure-s = 셀 상태 { $S }
figure-h-rnn = RNN의 은닉 상태 h
figure-h-lstm = LSTM의 은닉 상태 h
figure-left-rnn = RNN에 남은 파랑
figure-left-lstm = LSTM에 남은 파랑

# 그림을 다시 만들 수 있는 수.
figure-rnn = RNN (w, u, b): { $weights }
figure-lstm = LSTM (w, u, b): { $weights }
figure-held = { $gate }를 { $value }로 고정
figure-paints = x (시점): { $paints }
figure-paints-more = 그 뒤로 { $count }번 더 바뀐다(장면 파일에)
figure-followed = 따라가는 물감: { $length }개 시점 가운데 { $message }번째

menu-export = 내보내기
menu-figure-svg = 그림을 SVG로 저장…
menu-figure-png = 그림을 PNG로 저장…
menu-copy-figure = 그림 복사
menu-csv = 데이터를 CSV로 저장…
menu-json = 데이터를 JSON으로 저장…
dialog-figure = 그림 저장
dialog-data = 데이터 저장
notice-figure-copied = 그림을 복사했다: { $width } × { $height } 픽셀
export-picture = 그림을 픽셀로 그릴 수 없다: { $reason }
export-picture-hint = SVG로 저장하자
