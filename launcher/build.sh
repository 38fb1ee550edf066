# The jars: built when one is missing or older than what it is made from.
# shellcheck shell=sh

parts='playground watcher api'
shared=telegram # a part of the watcher and of the api
built=target/built-by-tapgate

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
  [ -z "$stale" ] || build
}

# Maven leaves a jar alone whose content did not change, so a build that went well counts as well.
is_older() {
  set -- "$1" pom.xml "$2/pom.xml" "$2/src/main" "$shared/pom.xml" "$shared/src/main"
  jar=$1
  shift
  for source in "$@"; do
    [ -e "$source" ] || continue
    if [ -f "$built" ]; then
      [ -z "$(find "$source" -newer "$jar" -newer "$built" | head -n 1)" ] || return 0
    else
      [ -z "$(find "$source" -newer "$jar" | head -n 1)" ] || return 0
    fi
  done
  return 1
}

build() {
  need_maven
  say "Building ($stale). The first time takes some minutes: Maven fetches the libraries."
  mkdir -p target && : >"$built.begun"
  run_to_its_end maven -q -Dstyle.color=never -pl playground,watcher,api -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package ||
    die "the build failed; Maven's words are above. Nothing was started."
  mv "$built.begun" "$built"
}
