#!/usr/bin/env bash
# A whole task with the keyboard alone, on a display of its own: filter by a kind, step the time, select an event and read its sources, save a picture,
# change the style, read the map in words, change the size of the text, open a casebook. The pointer rests in a corner and is never used.
#   drive_keys.sh PROGRAM GEODATA OUTPUT-FOLDER
set -u
program=$1 geodata=$2 out=$3
for tool in Xvfb xdotool import compare convert; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

rm -rf "$out"; mkdir -p "$out/home" "$out/config"
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp -noreset 3>"$out/display" >"$out/xvfb.log" 2>&1 &
server=$!
application=
finish() { [[ -n $application ]] && kill "$application" 2>/dev/null; kill $server 2>/dev/null; }
trap finish EXIT
for _ in $(seq 100); do [[ -s $out/display ]] && break; sleep 0.1; done
[[ -s $out/display ]] || { echo "skipped: Xvfb does not start: $(tail -1 "$out/xvfb.log")"; exit 77; }
export DISPLAY=:$(cat "$out/display") HOME=$out/home XDG_CONFIG_HOME=$out/config LIBGL_ALWAYS_SOFTWARE=1 SURPLACE_GEODATA=$geodata
unset WAYLAND_DISPLAY

shot() { import -window root "$out/$1.png"; }
differing() { # pixels of a region that differ between two pictures
  compare -metric AE -fuzz 2% \( "$out/$1.png" -crop "$3" +repage \) \( "$out/$2.png" -crop "$3" +repage \) null: 2>&1 | sed 's/[^0-9.e+].*//' | xargs printf '%.0f'
}
settle() {
  for _ in $(seq 40); do
    sleep 0.25; shot settle-a; sleep 0.15; shot settle-b
    [[ $(differing settle-a settle-b 1280x720+0+0) == 0 ]] && return
  done
  fail "the window does not come to rest"
}
# Takes picture $2 once at least $4 pixels of region $3 differ from picture $1; $5 says what was expected.
changed() {
  local n=0
  for _ in $(seq 60); do
    shot "$2"; n=$(differing "$1" "$2" "$3")
    [[ $n -ge $4 ]] && settle && shot "$2" && return
    sleep 0.2
  done
  fail "$5: only $n pixels of $3 changed"
}
keys() { for key in "$@"; do xdotool key "$key"; sleep 0.25; done; settle; }
# Pixels of a colour in a region of a picture.
pixels() { convert "$out/$1.png" -crop "$2" +repage -fill black +opaque "$3" -fill white -opaque "$3" -format '%[fx:mean*w*h]' info: | xargs printf '%.0f'; }
stop() {
  xdotool key ctrl+q
  for _ in $(seq 50); do kill -0 $application 2>/dev/null || break; sleep 0.1; done
  kill -0 $application 2>/dev/null && fail "the window does not close" && kill $application
  wait $application; local status=$?
  application=
  [[ $status == 0 ]] || fail "exit status $status: $(tail -1 "$out/stderr.log")"
}
start() {
  "$program" open "$@" >"$out/stdout.log" 2>"$out/stderr.log" &
  application=$!
  for _ in $(seq 150); do xdotool search --name ' – Surplace$' >/dev/null 2>&1 && break; sleep 0.1; done
  kill -0 $application 2>/dev/null || { echo "FAILED: the window does not open: $(cat "$out/stderr.log")"; exit 1; }
  xdotool mousemove 1279 719 # on the margin beside the bars
  settle
}

details=360x380+900+80 track=1200x100+40+600 title=330x60+15+55
ring='#0048BA'

echo "the help card lists the keys; Esc leaves it"
start "$geodata/casebook"
shot start
keys F1; shot help
[[ $(differing start help 600x600+340+60) -gt 20000 ]] || fail "F1 opens no card"
keys Escape

echo "filter by a kind: Ctrl+F, on to the filters, choose, close"
keys ctrl+f; shot list
[[ $(differing start list 300x300+20+200) -gt 1000 ]] || fail "Ctrl+F unfolds no list"
keys Tab; shot ring
[[ $(pixels ring 344x40+10+190 $ring) -gt 100 ]] || fail "no ring shows where the keyboard is"
keys Return Tab      # the filters unfold; on to the kinds
shot filters
keys Return Down Return Escape # the list of kinds, its second row after the first: a kind
changed filters filtered $track 200 "a kind filters the bars"

echo "step the time"
keys F6 F6 F6 F6 F6 F6; shot cycled # wherever it is: Esc brings the map back
keys Escape Escape
keys Home; shot first
keys Right Right Right
changed first stepped $title 20 "steps change the date"
keys End

echo "select an event and read its sources"
keys ctrl+f Tab Tab Tab Tab Tab Tab Tab Tab; shot before
for _ in $(seq 14); do # on to the rows
  keys Tab; keys Down Return; shot selected
  [[ $(differing before selected $details) -gt 2000 ]] && break
done
[[ $(differing before selected $details) -gt 2000 ]] || fail "Enter on a row opens no details"
keys Escape F6; shot in-details

echo "save a picture"
keys Escape; keys ctrl+p
keys ctrl+a; xdotool type --delay 30 "$out/keys.png"; keys Return
for _ in $(seq 100); do [[ -s $out/keys.png ]] && break; sleep 0.1; done
[[ -s $out/keys.png ]] || fail "no picture was saved"
grep -qa 'Absence of reports is not absence of events' "$out/keys.png" || fail "the picture has no words"

echo "change the style in the menu"
settle; shot light
keys F10; shot menu
[[ $(differing light menu 300x400+960+60) -gt 5000 ]] || fail "F10 opens no menu"
dark=300x24+955+514 # the row of the dark style
for _ in $(seq 40); do
  xdotool key Down; sleep 0.3; shot menu-style
  [[ $(pixels menu-style $dark $ring) -gt 100 ]] && break
done
xdotool key Return; settle
changed light restyled 600x300+380+150 20000 "the menu changes the style"

echo "the map in words, on the clipboard"
keys Escape Escape d; shot words
[[ $(differing restyled words 600x400+340+160) -gt 20000 ]] || fail "D opens no card"
keys Escape

echo "larger and smaller"
settle; shot usual
keys ctrl+plus ctrl+plus ctrl+plus ctrl+plus ctrl+plus; shot large
[[ $(differing usual large 1280x720+0+0) -gt 100000 ]] || fail "Ctrl++ changes no size"
keys ctrl+0

echo "open a casebook"
keys ctrl+o ctrl+a; xdotool type --delay 30 "$geodata/casebook"; keys Return; sleep 2; settle
stop
[[ -s $out/stderr.log ]] && fail "messages on stderr: $(cat "$out/stderr.log")"
grep -q '^style = dark' "$out/config/surplace/window.ini" || fail "the style is not remembered"

echo "every size of text shows a whole window"
for scale in 0.75 1 1.25 1.5 2 2.5 3; do
  printf 'welcome_seen = yes\nui_scale = %s\n' $scale >"$out/config/surplace/window.ini"
  start "$geodata/casebook" --at 2017-06-25
  shot "scale-$scale"
  [[ $(identify -format %k "$out/scale-$scale.png") -gt 1000 ]] || fail "nothing is seen at $scale"
  stop
done

rm -f "$out"/settle-?.png
[[ $failures == 0 ]] && echo "all of it can be done with keys" && exit 0
echo "$failures failures; pictures are in $out"
exit 1
