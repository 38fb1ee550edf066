# Settings: from the environment, then from .env, which is read and never run.
# shellcheck shell=sh

# The names of you_need.env. Those of PLAYGROUND… belong to the launcher, not to people.
known_settings() { sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' you_need.env; }

# awk sees the environment as it is; asking the shell for a variable by its name would need eval.
ask_awk() { LC_ALL=C awk -v known="$(known_settings | tr '\n' ' ')" "$@"; }

load_settings() {
  from_dotenv=''
  if has_dotenv; then
    readable_text .env
    from_dotenv=$(ask_awk -f launcher/dotenv.awk .env) || exit 2
  fi
  while IFS= read -r setting; do
    # shellcheck disable=SC2163 # NAME=value, whatever the value holds
    [ -z "$setting" ] || export "$setting"
  done <<TEXT
$from_dotenv
TEXT
  # Empty means not set: nobody downstream has to know that.
  for name in $(ask_awk 'BEGIN { n = split(known, k, " "); for (i = 1; i <= n; i++) if (k[i] in ENVIRON && ENVIRON[k[i]] == "") print k[i] }'); do
    unset "$name"
  done
}

has_dotenv() { [ -e .env ] || [ -L .env ]; }

readable_text() {
  { [ -f "$1" ] && [ -r "$1" ]; } || misused "$1 cannot be read: it must be a plain file that $(id -un) may read."
  [ "$(wc -c <"$1")" -eq "$(tr -d '\000' <"$1" | wc -c)" ] ||
    misused "$1 is not plain text: it holds NUL bytes. Save it as UTF-8 (some editors write UTF-16)."
}

# Whether anybody set anything: then it is no playground.
has_settings() {
  has_dotenv || ask_awk 'BEGIN {
    n = split(known, k, " ")
    for (i = 1; i <= n; i++) if (k[i] !~ /^PLAYGROUND/ && ENVIRON[k[i]] != "") exit 0
    exit 1
  }'
}

forget_settings() {
  for name in $(known_settings); do unset "$name"; done
}

# Leaves only the settings that are named: a process gets no secret that it does not need.
keep_settings() {
  for name in $(known_settings); do
    case " $* " in
      *" $name "*) ;;
      *) unset "$name" ;;
    esac
  done
}

show_settings() {
  [ $# -eq 0 ] || misused "settings takes nothing more."
  load_settings
  FROM_DOTENV=$(printf '%s\n' "$from_dotenv" | sed 's/=.*//') ask_awk -f launcher/show.awk
}
