# 창의 틀: 메뉴, 재생 막대, 알림, 대화 상자.
app-name = 물감 희석
language-own-name = 한국어

page-explore = 탐색
page-explore-tip = 물감 시퀀스 하나를 RNN과 LSTM에 나란히 흘려 본다
page-train = 학습
page-train-tip = 첫 색을 떠올리도록 신경망이 학습하는 모습을 눈앞에서 본다

menu-file = 파일
menu-open = 장면 열기…
menu-recent = 최근 파일
menu-save = 장면 저장…
menu-copy-csv = 데이터를 CSV로 복사
menu-about = 정보
menu-settings = 설정
menu-reduce-motion = 움직임 줄이기
menu-reduce-motion-tip = 저절로 움직이지 않는다. 장면은 마지막 시점에서 열린다.
menu-notation = 셀 상태를 { $letter }로 쓰기
menu-notation-tip = PyTorch와 여러 강의는 c로, 처음 논문은 s로 썼다. 글자만 바뀌며 장면 파일과 CSV에는 그대로 S로 적힌다.
menu-theme-system = 시스템 설정대로
menu-theme-light = 밝게
menu-theme-dark = 어둡게
menu-projector = 프로젝터 ({ $key })
menu-projector-tip = 강의실용: 글자는 크게, 선은 굵게, 따라가는 데 필요한 것만 남긴다. 끄면 슬라이더가 돌아온다.
menu-zoom = 확대 { $percent }
menu-zoom-in = 크게
menu-zoom-out = 작게
menu-zoom-own = 원래 크기
menu-full-screen = 전체 화면
menu-help = 도움말: 화면에 있는 것들과 키
undo = 되돌리기
redo = 다시 하기
switch-theme = 밝은 화면과 어두운 화면 바꾸기
switch-language = 언어 바꾸기
scene-menu = 장면
dialog-open = 장면 열기
dialog-save = 장면 저장
dialog-scenes = 물감 희석 장면
close = 닫기

transport-first = 1번째 시점으로
transport-back = 한 시점 뒤로
transport-play = 재생
transport-pause = 멈춤
transport-on = 한 시점 앞으로
transport-last = 마지막 시점으로
transport-loop = 끝나면 처음부터 다시
transport-scrub = 시점
transport-speed = 속도
transport-step = t = { $step } / { $length }

notice-opened = { $file } 파일을 열었다
notice-saved = { $file } 파일에 저장했다
notice-copied = CSV { $rows }행을 복사했다
notice-set-aside = { $file } 파일을 읽을 수 없어 따로 옮겨 두었다: { $reason }
notice-set-aside-hint = 처음 상태로 시작한다. 원래 파일은 { $path }에 그대로 있다
notice-unreadable = { $file } 파일을 읽을 수 없다: { $reason }
notice-unreadable-hint = 처음 상태로 시작한다. { $path } 파일을 살펴보자
notice-not-kept = 다음 시작을 위한 설정을 저장하지 못했다: { $reason }
notice-one-file = 끌어 놓은 파일 가운데 첫 번째만 열었다
notice-drop = 장면 파일을 놓으면 열린다
notice-no-dialog = 이 시스템에는 파일 대화 상자가 없다
notice-no-dialog-hint = xdg-desktop-portal이나 zenity를 설치하자. 장면 파일을 창에 끌어 놓거나 명령줄에서 이름을 줄 수도 있다.
notice-no-thread = 파일을 다룰 스레드를 얻지 못했다. 다른 프로그램을 닫고 다시 해 보자

about-what = 순환 신경망(RNN과 LSTM)의 안쪽을 보여 준다. 화면의 모든 수는 신경망의 식으로 계산한 값이다. 수나 문장, 밸브를 누르면 수를 넣은 식이 펼쳐진다.
about-version = 버전 { $version }
about-licence = MIT 또는 Apache-2.0. 글꼴: Pretendard (SIL OFL 1.1), DejaVu Sans (Bitstream Vera).
about-libraries = 이 프로그램에 들어 있는 라이브러리와 글꼴

# 설정 파일을 따로 옮겨 둔 까닭.
settings-newer = 이 프로그램의 버전 { $version }보다 새로운 버전({ $found })의 파일이다. 더 새로운 판의 프로그램으로 읽을 수 있다
settings-no-version = 1에서 { $version } 사이의 버전이 적혀 있지 않다
settings-form = { $line }번째 줄: { $message }
settings-speed = 없는 재생 속도다({ $found }). 쓸 수 있는 속도는 { $speeds }
settings-zoom = 확대 배율을 쓸 수 없다({ $found }). { $least }에서 { $most }까지 쓸 수 있다
settings-window = 창 크기가 맞지 않는다. 가로와 세로는 { $least }에서 { $most }까지다
settings-race = 이대로는 학습을 시작할 수 없다: { $reason }

# 진행 중인 파일 작업.
notice-busy-dialog = 파일 대화 상자가 열려 있다. 거기서 파일을 고르거나 닫자
notice-busy-fetching = 파일을 읽거나 그림을 그리는 중이다. 잠시 뒤에 다시 해 보자
notice-busy-writing = 파일에 저장하는 중이다. 잠시 뒤에 다시 해 보자
notice-taken = 저장하지 않았다: { $file } 파일이 이미 있다
notice-taken-hint = 덮어쓰려면 대화 상자에서 { $file } 파일을 직접 고르고, 아니면 다른 이름을 쓰자.
