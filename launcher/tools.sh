# The tools that must be on the machine: a JDK, Maven, and what single tests want.
# shellcheck shell=sh disable=SC2154 # built: set by the files beside this one

wanted_java=25

# Sets $jdk: JAVA_HOME if it is new enough, else the oldest that is, as nearest to what the tests ran on.
find_jdk() {
  jdk='' jdk_version='' too_old=''
  consider "${JAVA_HOME:-}"
  [ -z "$jdk" ] || return 0
  for place in "${TAPGATE_JDKS:-/usr/lib/jvm}"/* /usr/java/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$(/usr/libexec/java_home -v "$wanted_java+" 2>/dev/null)" "$(jdk_of_the_path)"; do
    consider "$place"
  done
  [ -n "$jdk" ] || no_jdk
}

jdk_of_the_path() {
  compiler=$(command -v javac) || return 0
  compiler=$(readlink -f "$compiler" 2>/dev/null) || return 0
  printf '%s\n' "${compiler%/bin/javac}"
}

consider() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  version=''
  while IFS='="' read -r name nothing value rest; do # JAVA_VERSION="25.0.1"
    [ "$name" != JAVA_VERSION ] || version=${value%%[!0-9]*}
  done <"$1/release"
  [ -n "$version" ] || return 0
  if [ "$version" -lt "$wanted_java" ]; then
    too_old="$too_old
  found, but too old: Java $version in $1"
  elif [ -z "$jdk" ] || [ "$version" -lt "$jdk_version" ]; then
    jdk=$1 jdk_version=$version
  fi
}

no_jdk() {
  trouble "no JDK $wanted_java or newer on this machine.$too_old
Install one and try again:
  Debian, Ubuntu   apt-get install openjdk-25-jdk
                   where apt does not know it: temurin-25-jdk, from Eclipse Adoptium's apt repository
  macOS            brew install openjdk@25
  SDKMAN           sdk install java 25-tem
One that stands elsewhere:  JAVA_HOME=/path/to/it ./tapgate up"
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

may_install() { [ "$(id -u)" -eq 0 ] && have apt-get; }

apt_install() {
  say "Installing with apt-get: $*"
  quiet_apt install "$@" || { quiet_apt update && quiet_apt install "$@"; }
}

quiet_apt() {
  doing=$1
  shift
  DEBIAN_FRONTEND=noninteractive apt-get "$doing" -qq -y --no-install-recommends "$@" >/dev/null </dev/null
}

need_maven() {
  have mvn && return 0
  may_install || die 'Maven is missing. Install it and try again:  apt-get install maven   (as root; macOS: brew install maven)'
  apt_install maven || die 'Maven is missing, and apt-get could not install it. Its words are above.'
}

# Maven itself runs on the JDK that was found: the formatter reads Java 25 inside Maven's own process.
# What Java 25 thinks of the insides of older Mavens is no news to anybody here.
maven() {
  [ "$jdk_version" -ne 25 ] ||
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
  exec env JAVA_HOME="$jdk" mvn -B -ntp "$@"
}

# The tests that speak with foreign programs find them, or say that they are skipped and why.
offer_test_tools() {
  may_install || return 0
  offer node nodejs
  offer npm npm
  offer chromium chromium
  offer cc gcc
  if offer nginx nginx && have systemctl; then
    systemctl disable --now --quiet nginx 2>/dev/null # wanted as a program, not as a service on port 80
  fi
}

# offer PROGRAM PACKAGE: 0 only if it was installed just now.
offer() {
  ! have "$1" || return 1
  apt_install "$2" && return
  trouble "apt-get could not install $2. Tests that need it will say so."
  return 1
}

run_tests() {
  find_jdk
  need_maven
  offer_test_tools
  forget_settings
  mkdir -p target && : >"$built.begun"
  (maven verify "$@") || exit
  # Everything was built on the way: `up` need not do it again.
  [ $# -gt 0 ] || mv "$built.begun" "$built"
}

# Java reads the environment and its arguments in the locale's character set; in "C" a password or a name outside
# ASCII would arrive broken.
speak_utf8() {
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}
