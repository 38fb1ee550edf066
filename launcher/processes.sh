# The processes that `up` starts, watches and takes with it.
# shellcheck shell=sh
# Each is known by its pid. Background jobs of a plain shell do not hear Ctrl-C: the launcher alone does, and ends them.
# Whatever way the launcher ends (short of kill -9) goes through take_all_along.
# shellcheck disable=SC2154 # jdk, home and watcher_settings are set by the files beside this one

children='' # name:pid, the newest first
probe=''    # the pid that waits for answers, while one does
napping=''  # the pid of the sleep under way
pause=0.3
stop_seconds=25

# One `up` for a data folder. The lock holds our pid; one that nobody holds any more is taken over.
take_lock() {
  run=$1/run
  logs=$1/log
  lock=$run/up.pid
  if ! (umask 077 && mkdir -p "$run" "$logs") || ! [ -w "$run" ]; then
    die "cannot write to $1. Set DATA_DIR to a folder that $(id -un) may write to."
  fi
  until write_lock; do
    holder=$(cat "$lock" 2>/dev/null)
    case $holder:$(command_line "${holder:-none}") in
      "$$":*) ;; # an earlier run had the pid that is ours now: in a container each has
      *tapgate*) die "Tapgate already runs here (pid $holder, data in $1). Stop it first: Ctrl-C where it runs, or kill $holder" ;;
    esac
    rm -f "$lock" || die "cannot remove $lock, which an earlier run left behind."
  done
  trap take_all_along EXIT
  trap 'stopped_by 129' HUP
  trap 'stopped_by 130' INT
  trap 'stopped_by 143' TERM
  end_leftovers
}

write_lock() { (set -C && echo $$ >"$lock") 2>/dev/null; }

command_line() {
  if [ -d /proc/self ]; then
    tr '\000' ' ' 2>/dev/null <"/proc/$1/cmdline"
  else
    ps -p "$1" -o args= 2>/dev/null
  fi
}

# A launcher that was killed outright could not take its processes with it.
end_leftovers() {
  [ -f "$run/children" ] || return 0
  while IFS=: read -r name pid; do
    case $(command_line "${pid:-none}") in
      *"$run/$name.jar"*)
        say "An earlier run left its $name behind (pid $pid). Stopping it."
        children="$name:$pid $children"
        ;;
    esac
  done <"$run/children"
  stop_children
  rm -f "$run/children"
}

# start NAME FLAG...: from a copy of the jar, so that a build may replace the original meanwhile.
start() {
  part=$1
  shift
  cp "$part/target/$part-run.jar" "$run/$part.jar" || die "cannot copy the $part's jar to $run."
  [ ! -f "$logs/$part.log" ] || mv "$logs/$part.log" "$logs/$part.log.1"
  in_its_surroundings "$part" "$@" -jar "$run/$part.jar" >>"$logs/$part.log" 2>&1 </dev/null &
  children="$part:$! $children"
  echo "$part:$!" >>"$run/children"
}

in_its_surroundings() {
  # shellcheck disable=SC2086 # a list of names
  case $1 in
    watcher) keep_settings $watcher_settings ;;
  esac
  shift
  exec "$jdk/bin/java" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "$@"
}

# A Java program of the launcher's own, in one file.
doors() { "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m launcher/Doors.java "$@"; }

# until_answering SECONDS URL...: watches over everything until each URL answers; 1 when they do not in time.
until_answering() {
  "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m launcher/Doors.java wait "$@" >/dev/null 2>&1 </dev/null &
  probe=$!
  while kill -0 "$probe" 2>/dev/null; do
    look_after_children
    nap
  done
  finished=$probe probe=''
  wait "$finished"
}

watch_over_children() {
  pause=1
  while :; do
    look_after_children
    nap
  done
}

look_after_children() {
  for child in $children; do
    kill -0 "${child#*:}" 2>/dev/null || fallen "${child%:*}" "${child#*:}"
  done
}

# In the background, so that a signal is heard at once.
nap() {
  sleep "$pause" &
  napping=$!
  wait "$napping"
}

# Runs a command in the background until it is done, so that it too can be stopped.
run_to_its_end() {
  "$@" </dev/null &
  children="$1:$! $children"
  worker=$!
  naps=0
  while kill -0 "$worker" 2>/dev/null; do
    nap
    naps=$((naps + 1))
    [ $((naps % 100)) -ne 0 ] || say "Still at it."
  done
  children=${children#* }
  wait "$worker"
}

fallen() {
  wait "$2"
  code=$?
  forget "$1:$2"
  if refusal=$(sed -n '/^The .* cannot start:$/,$p' "$logs/$1.log") && [ -n "$refusal" ]; then
    trouble "$refusal"
  else
    trouble "the $1 ended by itself, exit code $code. The last lines of $logs/$1.log:"
    # Where in Java something went wrong stands in the log; here it would push out what went wrong.
    sed -e '/^[[:space:]]*at .*(/d' -e '/ common frames omitted$/d' "$logs/$1.log" | tail -n 15 | sed 's/^/  | /' >&2
  fi
  exit "$(exit_code_after "$code")"
}

forget() {
  left=''
  for child in $children; do
    [ "$child" = "$1" ] || left="$left$child "
  done
  children=$left
}

stopped_by() {
  say "Stopping."
  exit "$1"
}

take_all_along() {
  code=$?
  trap '' INT TERM HUP
  trap - EXIT
  stop_children
  rm -f "$run/children" "$run/key" "$lock"
  exit "$code"
}

# Ends what was started, newest first, and waits for it.
stop_children() {
  for child in $probe $napping; do kill "$child" 2>/dev/null; done
  for child in $children; do kill -TERM "${child#*:}" 2>/dev/null; done
  rounds=$((stop_seconds * 5))
  while [ "$rounds" -gt 0 ] && any_left; do
    sleep 0.2 2>/dev/null || sleep 1
    rounds=$((rounds - 1))
  done
  for child in $children; do
    ! kill -0 "${child#*:}" 2>/dev/null || force "${child%:*}" "${child#*:}"
  done
  children=''
}

# `return 0`, not `return`: in a trap that would give the code from before the trap.
any_left() {
  for child in $children; do
    kill -0 "${child#*:}" 2>/dev/null && return 0
  done
  return 1
}

force() {
  trouble "the $1 did not stop within $stop_seconds seconds: killing it (pid $2)."
  kill -KILL "$2" 2>/dev/null
  wait "$2" 2>/dev/null
}
