#!/usr/bin/env bash
# usage: stage.sh [--no-tray] [--no-compositor] [--size WxH] COMMAND [ARGUMENT...]
# Runs COMMAND on a private desktop and ends with its status: a display with window manager, compositor and
# tray host, a session bus, and a sound server whose sink "speaker" is what the default microphone "test_mic"
# hears. Programs play into another sink, "headphones", so that the app's chimes do not reach its microphone.
# HOME, runtime folder and TMPDIR are private and gone afterwards, and so is every process started inside.
# With V2M_STAGE_VISIBLE=1 and a screen, the desktop is shown in a window; the user's own keyboard, clipboard
# and microphone stay out of it in any case. QT_SCALE_FACTOR passes through.
# Set-up (apt, uv) belongs before it. Any number of stages may run side by side.
set -u

tray=1 compositor=1 size=1280x800
while [ $# -gt 0 ]; do
    case "$1" in
        --no-tray) tray=0; shift ;;
        --no-compositor) compositor=0; shift ;;
        --size) size=$2; shift 2 ;;
        --) shift; break ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || { echo "stage: say which command to run" >&2; exit 64; }

V2M_STAGE=$(mktemp -d "${TMPDIR:-/tmp}/v2m-stage.XXXXXX") || exit 70
mkdir -m 700 "$V2M_STAGE/run" "$V2M_STAGE/home" "$V2M_STAGE/tmp" "$V2M_STAGE/log"
export V2M_STAGE
servers=()

inside() {  # what the command started, whatever group or session it moved to
    env -u V2M_STAGE grep -lzsxF "V2M_STAGE=$V2M_STAGE" /proc/[0-9]*/environ 2>/dev/null | while IFS=/ read -r _ _ pid _; do
        [[ " $$ $BASHPID ${servers[*]} " == *" $pid "* ]] || echo "$pid"
    done
}

each() {  # SIGNAL PID...: some may have ended meanwhile
    local signal=$1 pid
    shift
    for pid in "$@"; do kill "-$signal" "$pid" 2>/dev/null; done
    return 0
}

strike() {  # first what ran on the stage, then the stage; with time to end in good order
    trap - EXIT
    trap '' TERM INT HUP
    # shellcheck disable=SC2046  # lists of process numbers
    each CONT $(inside)
    each TERM $(inside)
    for _ in $(seq 60); do [ -n "$(inside)" ] || break; sleep .05; done
    each KILL $(inside)
    each CONT "${servers[@]}"
    each TERM "${servers[@]}"
    for _ in $(seq 10); do [ -n "$(jobs -rp)" ] || break; sleep .05; done
    each KILL "${servers[@]}"
    wait 2>/dev/null
    rm -rf "$V2M_STAGE"
}
trap strike EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP

serve() {  # NAME COMMAND...: a server of this desktop; it ends with this script even if that is killed
    local name=$1
    shift
    setpriv --pdeathsig TERM "$@" >"$V2M_STAGE/log/$name" 2>&1 &
    servers+=($!)
}

await() {  # NAME CONDITION: up to ten seconds
    local name=$1
    shift
    for _ in $(seq 200); do
        "$@" >/dev/null 2>&1 && return
        sleep .05
    done
    echo "stage: $name did not start" >&2
    tail -n 20 "$V2M_STAGE"/log/* >&2
    exit 70
}

window_manager_runs() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 0x; }
compositor_runs() { xwininfo -root -tree | grep -q '"picom"'; }
tray_runs() { xdotool search --class tint2; }
display_number() { [ -s "$V2M_STAGE/display" ]; }

user_display=${DISPLAY:-}
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER XAUTHORITY DESKTOP_STARTUP_ID XMODIFIERS \
    XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP XDG_SESSION_TYPE \
    PULSE_SINK PULSE_SOURCE PULSE_COOKIE PULSE_RUNTIME_PATH PIPEWIRE_REMOTE \
    GTK_IM_MODULE QT_IM_MODULE QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME V2M_PROFILE

# A number of its own: servers that look for the lowest free one take each other's when they begin or end together.
# Without -noreset they begin anew, and refuse who comes just then, when a first question has been answered.
number=$((1000 + $$ % 50000))
exec 3>"$V2M_STAGE/display"
if [ "${V2M_STAGE_VISIBLE:-}" = 1 ] && [ -n "$user_display" ] && command -v Xephyr >/dev/null; then
    serve display Xephyr ":$number" -displayfd 3 -screen "$size" -title "Voice2Machine: private desktop" -nolisten tcp -noreset
else
    serve display Xvfb ":$number" -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset
fi
exec 3>&-
await "the display" display_number

export DISPLAY=":$(cat "$V2M_STAGE/display")" HOME=$V2M_STAGE/home TMPDIR=$V2M_STAGE/tmp
export XDG_RUNTIME_DIR=$V2M_STAGE/run PULSE_SERVER=unix:$V2M_STAGE/run/pulse.sock
export QT_QPA_PLATFORM=xcb XDG_SESSION_TYPE=x11 LC_ALL=C.UTF-8
printf 'pcm.!default pulse\nctl.!default pulse\n' >"$HOME/.asoundrc"

export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
serve bus dbus-daemon --session --nofork --address="$DBUS_SESSION_BUS_ADDRESS"
await "the session bus" test -S "$XDG_RUNTIME_DIR/bus"
serve openbox openbox
await "the window manager" window_manager_runs
[ $compositor = 0 ] || serve picom picom --backend xrender
[ $tray = 0 ] || serve tint2 tint2

# Without the session bus: only one server can have its name there, and tests start servers of their own.
serve pulseaudio env DBUS_SESSION_BUS_ADDRESS=disabled: pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --realtime=no --high-priority=no \
    -L "module-native-protocol-unix socket=$XDG_RUNTIME_DIR/pulse.sock auth-anonymous=1" \
    -L "module-null-sink sink_name=headphones rate=48000 channels=2" \
    -L "module-null-sink sink_name=speaker rate=48000 channels=1 format=float32le" \
    -L "module-remap-source source_name=test_mic master=speaker.monitor source_properties=device.description=TestMicrophone"
export STAGE_PULSE_PID=$!
await "the sound server" pactl info
pactl set-default-sink headphones
pactl set-default-source test_mic
# A stream kept open on each side: the first one of a sleeping sound server takes more than a second.
serve player pacat --playback --latency-msec=20 -d speaker --raw /dev/zero
serve recorder parec --latency-msec=20 -d test_mic --raw /dev/null
[ $compositor = 0 ] || await "the compositor" compositor_runs
[ $tray = 0 ] || await "the tray host" tray_runs

setpriv --pdeathsig TERM setsid "$@" &
wait $!
exit $?
