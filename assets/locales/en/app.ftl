# The frame of the window: menus, transport, notices, dialogs.
app-name = Paint Dilution
language-own-name = English

page-explore = Explore
page-explore-tip = One sequence of paint through an RNN and an LSTM, side by side
page-train = Train
page-train-tip = Networks that learn, before your eyes, to recall the first colour

menu-file = File
menu-open = Open scene…
menu-recent = Open recent
menu-save = Save scene as…
menu-copy-csv = Copy data as CSV
menu-about = About
menu-settings = Settings
menu-reduce-motion = Reduce motion
menu-reduce-motion-tip = Nothing moves by itself: a scene opens at its last step.
menu-notation = Write the cell state as { $letter }
menu-notation-tip = PyTorch and most courses write c; the first papers wrote s. Only the letter changes: scene files and CSV keep S.
menu-theme-system = As the system
menu-theme-light = Light
menu-theme-dark = Dark
menu-projector = Projector ({ $key })
menu-projector-tip = For a lecture hall: larger text, heavier strokes, and only what it takes to follow. The sliders come back when it is switched off.
menu-zoom = Zoom { $percent }
menu-zoom-in = Larger
menu-zoom-out = Smaller
menu-zoom-own = Own size
menu-full-screen = Full screen
menu-help = Help: what is what, and the keys
undo = Undo
redo = Redo
switch-theme = Switch between light and dark
switch-language = Switch the language
scene-menu = Scene
dialog-open = Open a scene
dialog-save = Save the scene
dialog-scenes = Scenes for Paint Dilution
close = Close

transport-first = To step 1
transport-back = One step back
transport-play = Play
transport-pause = Pause
transport-on = One step on
transport-last = To the last step
transport-loop = Start over at the end
transport-scrub = Time step
transport-speed = Speed
# The step at hand in the transport bar.
transport-step = t = { $step } / { $length }

notice-opened = Opened { $file }
notice-saved = Saved { $file }
notice-copied = Copied: { $rows } rows of CSV
notice-set-aside = { $file } could not be read and was set aside: { $reason }
notice-set-aside-hint = The program starts as new. Your file is kept as { $path }
notice-unreadable = { $file } could not be read: { $reason }
notice-unreadable-hint = The program starts as new. Look at { $path }
notice-not-kept = The settings could not be kept for the next start: { $reason }
notice-one-file = Only the first of the dropped files was opened
notice-drop = Drop a scene file to open it
notice-no-dialog = There is no file dialog on this system
notice-no-dialog-hint = Install xdg-desktop-portal or zenity. A scene can also be dropped on the window, or named on the command line.
notice-no-thread = The system gave no thread for the file; close some programs and try again

about-what = Shows recurrent networks, RNN and LSTM, from the inside. Every number on the page is computed from the networks’ equations; click a number, a sentence or a valve to see them filled in.
about-version = Version { $version }
about-licence = MIT OR Apache-2.0. Fonts: Pretendard (SIL OFL 1.1), DejaVu Sans (Bitstream Vera).
about-libraries = Libraries and fonts in this program

# Why a settings file was set aside.
settings-newer = its version { $found } is newer than this program's { $version }; a newer release reads it
settings-no-version = it has no version from 1 to { $version }
settings-form = line { $line }: { $message }
settings-speed = there is no speed { $found }; the speeds are { $speeds }
settings-zoom = zoom is { $found }; { $least } to { $most } is allowed
settings-window = the window has no such size; each side is { $least } to { $most }
settings-race = the race cannot be run: { $reason }

# Files under way.
notice-busy-dialog = A file dialog is open; choose a file there, or close it
notice-busy-fetching = A file is being read or a figure drawn; try again in a moment
notice-busy-writing = A file is being written; try again in a moment
notice-taken = Nothing was written: { $file } exists already
notice-taken-hint = To overwrite it, choose { $file } itself in the dialog; or give another name.
