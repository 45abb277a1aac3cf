#!/usr/bin/env bash
# Drives the window as a person would, on a display of its own: starts it, plays, drags the day, selects on the map, filters by typing, drops
# panels, opens a bad file and saves a picture; looks at what changed on the screen, at stderr and at the exit status.
#   drive_window.sh PROGRAM GEODATA OUTPUT-FOLDER
set -u
program=$1 geodata=$2 out=$3
for tool in Xvfb xdotool import compare convert; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

rm -rf "$out"; mkdir -p "$out/home" "$out/config"
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }

# The server chooses a free display and says its number.
Xvfb -displayfd 3 -screen 0 2560x1440x24 -nolisten tcp -noreset 3>"$out/display" >"$out/xvfb.log" 2>&1 &
server=$!
application=
finish() { [[ -n $application ]] && kill "$application" 2>/dev/null; kill $server 2>/dev/null; }
trap finish EXIT
for _ in $(seq 100); do [[ -s $out/display ]] && break; sleep 0.1; done
[[ -s $out/display ]] || { echo "skipped: Xvfb does not start: $(tail -1 "$out/xvfb.log")"; exit 77; }
export DISPLAY=:$(cat "$out/display") HOME=$out/home XDG_CONFIG_HOME=$out/config LIBGL_ALWAYS_SOFTWARE=1 SURPLACE_GEODATA=$geodata SURPLACE_FRAME_STATS=1 LC_ALL=C
unset WAYLAND_DISPLAY

width=1280 height=720
start() { # arguments of surplace open; the window's size follows its --ui-scale
  "$program" open "$@" >"$out/stdout.log" 2>"$out/stderr.log" &
  application=$!
  for _ in $(seq 150); do
    xdotool search --name ' – Surplace$' >/dev/null 2>&1 && break
    kill -0 $application 2>/dev/null || break
    sleep 0.1
  done
  kill -0 $application 2>/dev/null || { echo "FAILED: the window does not open: $(cat "$out/stderr.log")"; exit 1; }
  xdotool mousemove 1000 420 # over the sea: a mark under the pointer would open
  settle
}
shot() { import -window root -crop "${width}x$height+0+0" +repage "$out/$1.png"; }
# Waits until two pictures a moment apart are the same.
settle() {
  for _ in $(seq 40); do
    sleep 0.25; shot settle-a; sleep 0.15; shot settle-b
    [[ $(differing settle-a settle-b "${width}x$height+0+0") == 0 ]] && return
  done
  fail "the window does not come to rest"
}
# Pixels of a region that differ between two pictures.
differing() {
  compare -metric AE -fuzz 2% \( "$out/$1.png" -crop "$3" +repage \) \( "$out/$2.png" -crop "$3" +repage \) null: 2>&1 | sed 's/[^0-9.e+].*//' | xargs printf '%.0f'
}
# Takes picture $2 once at least $4 pixels of region $3 differ from picture $1, and the window has come to rest; $5 says what was expected.
changed() {
  local n=0
  for _ in $(seq 60); do
    shot "$2"; n=$(differing "$1" "$2" "$3")
    [[ $n -ge $4 ]] && settle && shot "$2" && return
    sleep 0.2
  done
  fail "$5: only $n pixels of $3 changed"
}
# Takes picture $2 once region $3 is as in picture $1.
same() {
  local n=0
  for _ in $(seq 60); do
    shot "$2"; n=$(differing "$1" "$2" "$3")
    [[ $n -eq 0 ]] && return
    sleep 0.2
  done
  fail "$4: $n pixels of $3 changed"
}
stop() { # closes the window and expects exit status 0
  xdotool key ctrl+q
  for _ in $(seq 50); do kill -0 $application 2>/dev/null || break; sleep 0.1; done
  kill -0 $application 2>/dev/null && fail "the window does not close" && kill $application
  wait $application; local status=$?
  application=
  [[ $status == 0 ]] || fail "exit status $status: $(tail -1 "$out/stderr.log")"
}

title=330x60+15+55     # the large date
map=860x430+380+70     # the map between the panels
track=1200x100+40+600  # the bars of the timeline

echo "start, and rest"
start "$geodata/casebook"
shot start
colours=$(identify -format %k "$out/start.png")
[[ $colours -gt 1000 ]] || fail "the first picture has only $colours colours"
before=$(awk '{print $14 + $15}' /proc/$application/stat); sleep 3
after=$(awk '{print $14 + $15}' /proc/$application/stat)
[[ $((after - before)) -le 1 ]] || fail "an idle window used $((after - before)) ticks of CPU in 3 seconds"

echo "play"
xdotool key space; sleep 6; xdotool key space
changed start played $title 100 "playing changes the date"
changed start played $map 1000 "playing changes the map"
xdotool key Right
changed played stepped $title 20 "a step changes the date"

echo "drag the day along the timeline"
xdotool key Home; settle; shot first-day
xdotool mousemove 300 640 mousedown 1 sleep 0.4 mousemove 500 640 sleep 0.4 mousemove 899 640 sleep 0.4 mouseup 1
changed first-day dragged $title 100 "dragging changes the date"
changed first-day dragged $map 1000 "dragging changes the map"

echo "select on the map"
stop
start "$geodata/casebook" --at 2017-06-25 --view 122.4,41.3,124.4,42.3 # Shenyang is in the middle
shot unselected
picked=
for offset in 0,0 20,0 -20,0 0,20 0,-20 20,20 -20,-20 20,-20 -20,20 40,0 -40,0 0,40 0,-40; do
  xdotool mousemove $((640 + ${offset%,*})) $((360 + ${offset#*,})); sleep 0.3; xdotool click 1; settle; shot picked
  [[ $(differing unselected picked 360x400+900+80) -gt 2000 ]] && picked=yes && break
done
[[ -n $picked ]] || fail "no click around Shenyang opens the details"
xdotool key Escape; xdotool mousemove 700 150
changed picked closed 360x400+900+80 2000 "Esc closes the details"

echo "open a stack with keys and choose in it"
stop
start "$geodata/casebook" --place cn-shenyang --view 122.4,41.3,124.4,42.3 # all of Shenyang, in the middle
shot closed-stack
xdotool key n
changed closed-stack focused $map 200 "N puts a ring around the mark"
xdotool key Return
changed focused opened $map 3000 "Enter lays the events out"
xdotool key Right
changed opened walked $map 100 "an arrow goes to the next event of the stack"
xdotool key Return
changed walked chosen 360x400+900+80 2000 "Enter opens the details of an event"
xdotool key Right Right Return
changed chosen chosen-next 360x400+900+80 500 "and of the one after the next"
xdotool key Escape
changed chosen-next details-only $map 3000 "Esc closes the stack"
xdotool key Escape Escape
same closed-stack closed-again $map "Esc closes the details, then leaves the mark"

echo "open a stack with the pointer and choose in it"
xdotool mousemove 640 368
changed closed-stack hovered $map 3000 "the pointer at rest opens the stack"
xdotool mousemove 1000 150
same closed-stack left $map "it closes when the pointer leaves"
xdotool mousemove 640 368 sleep 0.1 click 1
changed closed-stack clicked 360x400+900+80 2000 "a click lists the events"
xdotool mousemove 1000 150; settle; shot pinned
[[ $(differing closed-stack pinned $map) -gt 3000 ]] || fail "a clicked stack does not stay open"
xdotool key Escape
same closed-stack unpinned $map "one Esc closes stack and list"

echo "select in the list"
stop
start "$geodata/casebook" --at 2017-06-25
shot closed
xdotool key ctrl+f
changed closed list 300x300+20+200 1000 "Ctrl+F unfolds the list"
xdotool key Escape; xdotool mousemove 180 330 click 1
changed list selected 360x400+900+80 2000 "a click on a row opens the details"
# However long the button is held: what comes while the window is about to rest is shown too.
for held in 0.06 0.07 0.075 0.08 0.09; do
  xdotool key Escape; changed selected deselected 360x400+900+80 2000 "Esc closes the details again"
  xdotool mousedown 1 sleep $held mouseup 1
  changed deselected selected 360x400+900+80 2000 "a click held for $held s opens the details"
done

echo "filter by typing, in Korean too"
xdotool key ctrl+f; settle; xdotool type --delay 30 helong
changed selected filtered $track 200 "the filter changes the bars"
changed selected filtered 300x250+20+290 1000 "the filter changes the list"
xdotool key --delay 300 ctrl+a; settle
# xdotool lends each letter a key and takes it back: slowly, so that the window has read it by then.
xdotool type --delay 1500 '연'; xdotool type --delay 1500 '길'
changed filtered korean 280x30+25+206 30 "Korean letters show in the search box"
xdotool key ctrl+a; xdotool key BackSpace
same selected cleared $track "the filter goes with its words"
xdotool mousemove 620 400 click 1; settle # out of the search box

echo "fold everything away, and back"
settle; shot panels; xdotool key b
changed panels bare $track 5000 "B folds the panels away"
xdotool key b
same panels panels-again $track "B brings the panels back"

echo "a bad file leaves the casebook as it is"
printf 'not a database' >"$out/bad.gpkg"
xdotool key ctrl+o
changed panels-again dialog $track 5000 "Ctrl+O opens a card"
xdotool key ctrl+a; xdotool type --delay 10 "$out/bad.gpkg"; xdotool key Return
same panels-again bad $track "a bad file leaves the timeline"
changed panels-again bad 480x150+360+5 300 "a bad file is said in a notice"

echo "save a picture"
xdotool key ctrl+p
changed bad dialog $track 5000 "Ctrl+P opens a card"
xdotool key ctrl+a; xdotool type --delay 10 "$out/saved.png"; xdotool key Return
for _ in $(seq 100); do [[ -s $out/saved.png ]] && break; sleep 0.1; done
settle; shot saved-notice
[[ $(identify -format '%wx%h' "$out/saved.png" 2>/dev/null) == 2560x1440 ]] || fail "the picture was not saved in twice the window's size"
stop
grep '^frames:' "$out/stderr.log"
grep -v '^frames:' "$out/stderr.log" && fail "messages on stderr"
grep -q 'list_open = yes' "$out/config/surplace/window.ini" || fail "the unfolded list is not remembered"

echo "text twice as large, broken settings"
printf '\001\377 = =\nlist_width = -1\n' >"$out/config/surplace/window.ini"
width=2560 height=1440
start "$geodata/casebook" --ui-scale 2
shot large
[[ $(identify -format %k "$out/large.png") -gt 1000 ]] || fail "the large window is empty"
stop

echo "no display"
env -u DISPLAY -u WAYLAND_DISPLAY "$program" open "$geodata/casebook" >"$out/stdout.log" 2>"$out/stderr.log"
[[ $? == 1 ]] || fail "without a display the exit status is not 1"
grep -q 'surplace render' "$out/stderr.log" || fail "without a display the way out is not named: $(cat "$out/stderr.log")"

rm -f "$out"/settle-?.png
[[ $failures == 0 ]] && echo "the window does all of it" && exit 0
echo "$failures failures; pictures are in $out"
exit 1
