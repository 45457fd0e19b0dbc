# 미리 준비된 장면: 메뉴에 보이는 이름(40자 이내)과 설명.
# 설명 속의 모든 숫자는 테스트가 장면에서 계산해 확인한다.

preset-blue-survives = 파랑이 남는 LSTM
preset-blue-survives-caption = 1번째 시점에만 파란 물감이 들어오고 그 뒤는 모두 회색이다. 24번째 시점에 RNN에는 들어온 파랑의 0.45 %만 남고, LSTM에는 66 %가 남는다. 망각 게이트가 매 시점 S의 98 %를 남기기 때문이다.

preset-fades = 1보다 작으면 둘 다 옅어진다
preset-fades-caption = RNN은 상태에 u = 0.9를, LSTM은 S에 f = 0.88을 매번 곱한다. 24번째 시점에는 둘 다 파랑이 5.4 %만 남는다. LSTM이라고 저절로 기억하는 것은 아니다.

preset-still-fades = 꼭 1이어도 RNN은 옅어진다
preset-still-fades-caption = u = 1과 f = 1은 똑같이 1을 곱하지만, RNN의 상태는 시점마다 tanh에 눌려 24번째 시점에는 32 %만 남는다. S를 누르는 것은 없어서 100 %가 남는다.

preset-latches = 1보다 크면 RNN은 한쪽에 걸린다
preset-latches-caption = u = 1.5이면 0.25의 옅은 파랑도 h가 0.86이 될 때까지 짙어지고, 어떤 파랑이든 같은 곳에서 끝난다. 부호는 남지만 농도는 사라진다(LSTM에는 농도가 66 % 남는다). 잡음을 넣으면 잡음에도 걸린다.

preset-gate-shut-to-noise = 잡음을 막는 입력 게이트
preset-gate-shut-to-noise-caption = 회색에 잡음이 섞여 있다(σ 0.2). i는 선명한 파랑에만 열리고 f는 1.00에 머문다. 그래서 S에는 파랑이 99.99 % 남고, 파랑이 없던 경우와 거의 언제나 구별된다. RNN의 h로 구별하는 것은 동전 던지기보다 나을 것이 없다.

preset-gate-stuck-open = 늘 열려 있는 입력 게이트
preset-gate-stuck-open-caption = i = 0.98로 열린 문으로 시점마다 잡음(σ 0.3)이 들어온다. S에는 파랑이 66 % 남아 있지만 잡음에 묻혀 있다. S에 임계값을 두고 파랑이 있었는지 판정하면 57 %만 맞혀, 동전 던지기보다 조금 나을 뿐이다.

preset-hidden = 숨긴 것은 잃은 것이 아니다
preset-hidden-caption = o가 닫혀 h에는 거의 보이지 않지만, 19번째 시점의 S에는 파랑이 72 % 남아 있다. 20번째 시점의 주황이 신호가 되어 o가 열리면 h가 0.56이 된다. h는 사본일 뿐이어서 읽어도 S는 줄지 않는다.

preset-erased = 일부러 지우기
preset-erased-caption = 12번째 시점의 주황이 망각 게이트를 닫아(0.018) S가 0.74에서 0.013으로 떨어진다. 덧칠한 것이 아니라 비운 것이다. i는 주황에 열리지 않는다. RNN은 주황으로 바뀌었다가(−0.74) 옅어진다.

preset-sum = S는 섞인 색이 아니라 합
preset-sum-caption = i와 f를 1로 고정하고 파랑을 다섯 번 넣는다. S는 들어온 어떤 물감보다도 파란 4.53까지 커져서 그대로 머문다. h는 1을 넘지 못한다. LSTM에서는 0.88이고, RNN에서는 0.94까지 갔다가 옅어진다.

preset-saturated = 파랑에는 천장이 있다
preset-saturated-caption = 0.25, 0.5, 1의 물감이 g = 0.635, 0.905, 0.995가 된다. 물감이 네 배라도 파랑은 네 배가 아니다(f를 0.5로 고정해 그사이에 S가 비워진다). 17번째 시점의 g는 거의 평평해서, 물감을 조금 바꾸어도 S는 그 0.030만큼만 바뀐다.

preset-cannot-learn = 기억하지만 배우지 못한다
preset-cannot-learn-caption = 한쪽에 걸린 RNN(u = 1.5)에는 24번째 시점에 파랑이 113 %나 남지만 기울기는 10⁻⁹보다 작다. 1번째 시점을 조금 바꾸어도 끝에서는 거의 달라지지 않는다. LSTM에는 66 %가 남고 기울기는 0.30이다.
