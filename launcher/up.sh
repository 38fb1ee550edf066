# `./tapgate up`: the playground where nothing is set, else the api and the watcher with those settings.
# shellcheck shell=sh disable=SC2154 # home, logs: set by the files beside this one

# shellcheck disable=SC2034 # read in processes.sh
watcher_settings='TELEGRAM_TOKEN TELEGRAM_API_URL TELEGRAM_PROXY WATCHER_TOKEN WATCHER_PORT API_URL PLAYGROUND'
small_java='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError' # measured: watcher/RATIONALE.md

playground_key=var/playground/run/key # what ./tapgate status and the others open it with

up() {
  [ $# -eq 0 ] || misused "up takes nothing more. Settings go into .env or the environment."
  load_settings
  find_jdk
  speak_utf8
  if has_settings; then up_with_settings; else up_playground; fi
}

begin() {
  take_lock "$DATA_DIR"
  build_if_needed
  umask 077
}

start_api() { start api -XX:+UseSerialGC -Xmx384m -XX:+UseCompactObjectHeaders; }
# shellcheck disable=SC2086 # a list of flags
start_watcher() { start watcher $small_java -Xmx20m; }
# shellcheck disable=SC2086
start_playground() { start playground $small_java -Xmx128m; }

# ---- with settings

up_with_settings() {
  [ "${PLAYGROUND:-false}" = false ] || misused "PLAYGROUND is the launcher's own. Take it away, or take all settings away to start the playground."
  DATA_DIR=$(absolute "${DATA_DIR:-./var}")
  export DATA_DIR
  api_port=${API_PORT:-8080} watcher_port=${WATCHER_PORT:-8081}
  export API_URL="${API_URL:-http://127.0.0.1:$api_port}"
  mode=settings
  begin
  refuse_taken_ports
  say "Starting the api, some 15 seconds; its words go to $logs/api.log"
  start_api
  # The api says what is missing or malformed, and ends: the watcher waits for it to be content.
  answers_in_time "$api_port" /actuator/health/readiness api
  say "The api is ready. Starting the watcher."
  start_watcher
  answers_in_time "$watcher_port" /health watcher
  say "Tapgate is up: the api on port $api_port, the watcher's health on port $watcher_port, logs in $logs. Ctrl-C stops it."
  watch_over_children
}

# With settings a supervisor may want to know how the program ended; for the playground 1 is enough.
exit_code_after() {
  if [ "$mode" = settings ] && [ "$1" -ne 0 ]; then echo "$1"; else echo 1; fi
}

absolute() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$home/${1#./}" ;;
  esac
}

is_port() {
  case $1 in
    '' | *[!0-9]* | ??????*) return 1 ;;
  esac
  [ "$1" -ge 1 ] && [ "$1" -le 65535 ]
}

# A port that is none is left to the program whose it is: that one says what is wrong.
refuse_taken_ports() {
  is_port "$api_port" && is_port "$watcher_port" || return 0
  for port in $(doors taken "$api_port" "$watcher_port"); do
    if [ "$port" = "$api_port" ]; then name=API_PORT; else name=WATCHER_PORT; fi
    die "port $port is in use, or may not be used. Set $name to a free one, or stop the program that has it."
  done
}

# Slow is not wrong: a database or Telegram may come back. So this tells, and goes on waiting.
answers_in_time() {
  is_port "$1" || set -- 1 "$2" "$3"
  until_answering 60 "http://127.0.0.1:$1$2" && return 0
  say "The $3 is not ready after a minute; $logs/$3.log says why. Still waiting."
  until_answering 0 "http://127.0.0.1:$1$2"
}

# ---- the playground

up_playground() {
  DATA_DIR=$home/var/playground
  mode=playground
  begin
  playground_settings
  printf '%s\n' "$API_URL" "$ADMIN_TOKEN" >"$playground_key"
  say "Starting the playground: a pretend router, a pretend Telegram, and the real Tapgate between them. Some 15 seconds."
  start_playground
  start_api
  start_watcher
  if ! playground_answers_within 30; then
    say "Still starting: $logs/api.log says how far it is."
    playground_answers_within 270 || die "the playground was not ready within five minutes. Its logs are in $logs"
  fi
  say "Open http://127.0.0.1:$PLAYGROUND_PORT/ and press connect. Ctrl-C here stops everything."
  watch_over_children
}

playground_answers_within() {
  until_answering "$1" "http://127.0.0.1:$PLAYGROUND_PORT/" "$API_URL/actuator/health/readiness" \
    "http://127.0.0.1:$WATCHER_PORT/health"
}

playground_settings() {
  # shellcheck disable=SC2046 # four ports
  set -- $(doors free "$(port_or "${PLAYGROUND_PORT:-}" 8090)" "$(port_or "${PLAYGROUND_ROUTER_PORT:-}" 8728)" 8080 8081)
  [ $# -eq 4 ] || die "could not look for free ports."
  [ "$1" = "${PLAYGROUND_PORT:-8090}" ] || say "Port ${PLAYGROUND_PORT:-8090} is in use: the page is on port $1."
  export PLAYGROUND=true PLAYGROUND_PORT="$1" PLAYGROUND_ROUTER_PORT="$2" API_PORT="$3" WATCHER_PORT="$4" DATA_DIR
  export API_URL="http://127.0.0.1:$3"
  TELEGRAM_TOKEN=1:$(random_hex) ROUTER_PASSWORD=$(random_hex)
  HOOK_TOKEN=$(random_hex) WATCHER_TOKEN=$(random_hex) ADMIN_TOKEN=$(random_hex)
  export TELEGRAM_TOKEN ROUTER_PASSWORD HOOK_TOKEN WATCHER_TOKEN ADMIN_TOKEN
  export TELEGRAM_API_URL="http://127.0.0.1:$1" TELEGRAM_NETWORKS_URL=none ADMIN_CHATS=1
  export ROUTER_NAME=playground ROUTER_HOST=127.0.0.1 ROUTER_PORT="$2" ROUTER_TLS=off ROUTER_USERNAME=tapgate
  export DENY_LIST=deny PERMIT_LIST=permit PERMANENT_BAN_LIST=ban
  export UNCONFIRMED_TIMEOUT=60s BAN_TIMEOUT=2m MAX_UNCONFIRMED_CONNECTIONS=3 # short: one wants to see them happen
}

port_or() { if is_port "$1"; then echo "$1"; else echo "$2"; fi; }

random_hex() { od -An -v -N32 -tx1 /dev/urandom | tr -d ' \n'; }
