# Programs of the local run: started in the background, known by pid and start time, so that a pid that
# was given to another program later is never touched. Sourced after state.sh.

# start_time PID: when the kernel says that it started; empty when it is gone or only waits to be reaped.
start_time() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

# pid_of NAME: the pid when the program that we started still runs, else nothing.
pid_of() {
  local pid started
  [ -s "$RUN/pids/$1" ] || return 0
  read -r pid started <"$RUN/pids/$1"
  [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ] && printf '%s' "$pid"
  return 0
}

running() { [ -n "$(pid_of "$1")" ]; }

# start_process NAME COMMAND...: output goes to .run/log/NAME.log. The command and the program's age are
# remembered: `current NAME COMMAND...` tells whether what runs is what would be started now.
start_process() {
  local name=$1 pid
  shift
  setsid "$@" >>"$RUN/log/$name.log" 2>&1 </dev/null 9>&- &
  pid=$!
  printf '%s %s\n' "$pid" "$(start_time "$pid")" >"$RUN/pids/$name"
  fingerprint "$@" >"$RUN/pids/$name.command"
}

fingerprint() {
  local word
  for word in "$@"; do
    printf '%s\n' "$word"
    case $word in /*) [ ! -f "$word" ] || stat -c '%i %Y' "$word" ;; esac
  done
}

current() {
  local name=$1
  shift
  running "$name" && [ "$(cat "$RUN/pids/$name.command" 2>/dev/null)" = "$(fingerprint "$@")" ]
}

# stop_process NAME [SIGNAL]: asks it to end (TERM), waits half a minute, then kills it.
stop_process() {
  local name=$1 signal=${2:-TERM} pid
  pid=$(pid_of "$name")
  if [ -n "$pid" ]; then
    kill -s "$signal" "$pid"
    wait_for 30 stopped "$name" || {
      warn "$name did not end in 30 s: killed"
      kill -s KILL "$pid" 2>/dev/null || true
    }
  fi
  rm -f "$RUN/pids/$name" "$RUN/pids/$name.command"
}

stopped() { ! running "$1"; }

# await NAME SECONDS COMMAND...: until the command succeeds while NAME runs; shows the log's end if not.
await() {
  local name=$1 seconds=$2
  shift 2
  if wait_for "$seconds" ready_or_gone "$name" "$@" && running "$name" && "$@" >/dev/null 2>&1; then
    return 0
  fi
  tail -n 20 "$RUN/log/$name.log" >&2 || true
  die "$name did not get ready; its log is .run/log/$name.log"
}

ready_or_gone() {
  local name=$1
  shift
  "$@" || ! running "$name"
}
