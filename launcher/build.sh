# The jars: built when one is missing or older than what it is made from.
# shellcheck shell=sh

parts='playground watcher api'
shared=telegram # a part of the watcher and of the api
built=target/built-by-tapgate           # all parts
cli_built=cli/target/built-by-tapgate    # the command line alone

build_if_needed() {
  stale=''
  for part in $parts; do
    if ! [ -f "$part/target/$part-run.jar" ]; then
      stale="$part is not built yet"
      break
    elif is_older "$part/target/$part-run.jar" "$part"; then
      stale="$part has changed since it was built"
      break
    fi
  done
  [ -z "$stale" ] || build "$built" playground,watcher,api,cli
}

# Maven leaves a jar alone whose content did not change, so a build that went well counts as well.
is_older() {
  jar=$1 part=$2
  set -- pom.xml "$part/pom.xml" "$part/src/main"
  [ "$part" = cli ] || set -- "$@" "$shared/pom.xml" "$shared/src/main"
  for source in "$@"; do
    shift
    [ ! -e "$source" ] || set -- "$@" "$source"
  done
  [ $# -gt 0 ] || return 1
  [ ! -f "$built" ] || set -- "$@" -newer "$built"
  [ "$part" != cli ] || [ ! -f "$cli_built" ] || set -- "$@" -newer "$cli_built"
  [ -n "$(find "$@" -newer "$jar")" ]
}

# build MARK PARTS: what is marked was built at that time, or later.
build() {
  need_maven
  say "Building ($stale). The first time takes some minutes: Maven fetches the libraries."
  mkdir -p "${1%/*}" && : >"$1.begun"
  run_to_its_end maven -q -Dstyle.color=never -pl "$2" -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package ||
    die "the build failed; Maven's words are above. Nothing was started."
  mv "$1.begun" "$1"
}
