# The command line: finds Java and a fresh jar without starting one program more than it must, and hands over.
# shellcheck shell=sh disable=SC2154 # home, jdk: set by the files beside this one

# What is run is a copy of the jar in young classes, and what Java learnt of it at a rehearsal: cli/RATIONALE.md.
cli_jar=cli/target/cli-run.jar
young_jar=cli/target/cli-young.jar
cache=cli/target/cli-young.aot
cli_java='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx256m -Xlog:disable'

speak_to_api() {
  find_jdk_again
  build_cli_if_needed
  know_the_installation
  describe_terminal
  speak_utf8
  if has_cache; then
    set -- "-XX:AOTCache=$home/$cache" -cp "$home/$young_jar" io.tapgate.cli.Main "$@"
  else
    set -- -cp "$home/$cli_jar" io.tapgate.cli.Main "$@"
  fi
  CDPATH='' cd -- "$here" || exit 1
  # shellcheck disable=SC2086 # a list of flags
  exec "$jdk/bin/java" $cli_java "$@"
}

# The one of the last time, while it is there: looking through a machine takes longer than it takes to answer.
find_jdk_again() {
  made_by=''
  [ ! -r "$cache.by" ] || IFS= read -r made_by <"$cache.by"
  if [ -n "$made_by" ] && [ "${JAVA_HOME:-$made_by}" = "$made_by" ] && [ -x "$made_by/bin/java" ]; then
    jdk=$made_by
  else
    find_jdk
  fi
}

# Beside what a build made nothing is looked at but what may have changed since.
build_cli_if_needed() {
  if ! [ -f "$cli_jar" ]; then
    stale='the command line is not built yet'
  elif is_older "$cli_jar" cli; then
    stale='the command line has changed since it was built'
  else
    return 0
  fi
  find_jdk
  trap stop_building EXIT
  trap 'stopped_by 129' HUP
  trap 'stopped_by 130' INT
  trap 'stopped_by 143' TERM
  build "$cli_built" cli >&2
  trap - EXIT HUP INT TERM
}

stop_building() {
  code=$?
  trap - EXIT
  stop_children
  exit "$code"
}

# The address and key of what runs here, and no other setting: none of them is the command line's business.
# Whoever may not read .env has a key of their own. A key that stands in .env is for the address that stands
# there: API_URL is a common name, and may mean something else to whoever exports it.
know_the_installation() {
  [ -z "${TAPGATE_URL:-}" ] || [ -z "${TAPGATE_API_KEY:-}" ] || return 0
  [ -n "${ADMIN_TOKEN:-}" ] || unset API_URL API_PORT
  if [ -f .env ] && [ -r .env ]; then
    # What else stands there is told by up and settings; a line that cannot be read is told here too.
    from_dotenv=$(LC_ALL=C awk -v known='API_URL API_PORT ADMIN_TOKEN' -f launcher/dotenv.awk .env 2>/dev/null) ||
      from_dotenv=$(ask_awk -f launcher/dotenv.awk .env) || exit 2
    while IFS= read -r setting; do
      case $setting in
        *=*) export "${setting?}" ;;
      esac
    done <<TEXT
$from_dotenv
TEXT
  elif [ -r "$playground_key" ] && ! has_settings; then
    { IFS= read -r API_URL && IFS= read -r ADMIN_TOKEN; } <"$playground_key" && export API_URL ADMIN_TOKEN
  fi
}

# Which of the three are terminals, and how large: Java would need a library to know.
describe_terminal() {
  TAPGATE_TERMINAL=''
  [ ! -t 0 ] || TAPGATE_TERMINAL="$TAPGATE_TERMINAL in"
  [ ! -t 2 ] || TAPGATE_TERMINAL="$TAPGATE_TERMINAL err"
  if [ -t 1 ]; then
    TAPGATE_TERMINAL="$TAPGATE_TERMINAL out"
    # shellcheck disable=SC2046 # rows and columns
    set -- $(stty size 2>/dev/null </dev/tty)
    [ $# -ne 2 ] || { LINES=$1 COLUMNS=$2 && export LINES COLUMNS; }
  fi
  export TAPGATE_TERMINAL
}

# Made anew when the jar or the JDK is another one; where it cannot be made, nobody is told and nothing is slower.
has_cache() {
  if [ "$made_by" = "$jdk" ] && [ "$cache.by" -nt "$cli_jar" ] && [ "$cache.by" -nt "$jdk/release" ]; then
    [ -f "$cache" ]
  else
    rehearse >/dev/null 2>&1 </dev/null &
    return 1
  fi
}

# Runs beside the command that is waited for. Whoever makes the folder first makes the cache.
rehearse() {
  making=$cache.making
  rehearsing=$(exec sh -c 'echo "$PPID"')
  mkdir "$making" || { ! kill -0 "$(cat "$making/pid")" && rm -rf "$making" && mkdir "$making"; } || return
  echo "$rehearsing" >"$making/pid"
  trap '' HUP INT
  # shellcheck disable=SC2086 # a list of flags
  rm -f "$cache" &&
    nice "$jdk/bin/java" $cli_java -cp "$cli_jar" io.tapgate.cli.Rejuvenation "$cli_jar" "$young_jar" &&
    nice "$jdk/bin/java" $cli_java -XX:AOTCacheOutput="$making/aot" -cp "$home/$young_jar" io.tapgate.cli.Rehearsal
  mv "$making/aot" "$cache"
  printf '%s\n' "$jdk" >"$cache.by"
  rm -rf "$making"
}
