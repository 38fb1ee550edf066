# Reads .env and prints NAME=value for each setting that it gives: one line each, the value bare.
# Nothing is ever run or expanded. Complaints name the line, never what stands in it: it may be a secret.
# Wants `known`: the names of you_need.env. A name that the environment has already is left out.

BEGIN {
  count = split(known, names, " ")
  for (n = 1; n <= count; n++) is_known[names[n]] = 1
}

{
  line = $0
  if (NR == 1) sub(/^\357\273\277/, "", line)
  sub(/\r$/, "", line)
  sub(/^[ \t]+/, "", line)
  if (line == "" || line ~ /^#/) next
  sub(/^export[ \t]+/, "", line)
  at = index(line, "=")
  name = substr(line, 1, at - 1)
  if (at == 0) wrong("there is no '='. Write NAME=value, or # before a comment")
  else if (name ~ /[ \t]$/) wrong("there is a blank before the '='. Write NAME=value")
  else if (name !~ /^[A-Za-z_][A-Za-z0-9_]*$/) wrong("what stands before the '=' is no name. A name has letters, digits and _")
  else take(name, substr(line, at + 1))
}

END { if (failed) exit 2 }

function take(name, text) {
  gsub(/^[ \t]+|[ \t]+$/, "", text)
  bad = 0
  if (text ~ /^["']/) text = unquoted(text)
  if (bad) return
  if (!(name in is_known)) return warn(name " is not a setting and is passed over. " nearest(name))
  if (name in given) warn(name " is set again; line " given[name] " no longer counts")
  given[name] = NR
  if (!(name in ENVIRON)) print name "=" text
}

# In double quotes \" means " and \\ means \; in single quotes everything is itself.
function unquoted(text,    quote, i, c, next_c, out) {
  quote = substr(text, 1, 1)
  for (i = 2; i <= length(text); i++) {
    c = substr(text, i, 1)
    next_c = substr(text, i + 1, 1)
    if (c == quote) return closed(out, substr(text, i + 1))
    if (c == "\\" && quote == "\"" && (next_c == "\"" || next_c == "\\")) {
      c = next_c
      i++
    }
    out = out c
  }
  wrong("the quote that opens the value is not closed on this line")
}

function closed(value, rest) {
  if (rest !~ /^([ \t]+(#.*)?)?$/) wrong("something follows the closing quote. Quote the whole value" \
    ", with \\\" for a quote inside double quotes")
  return value
}

function wrong(what) {
  complain("line " NR ": " what ".")
  bad = failed = 1
}

function warn(what) { complain("line " NR ": " what) }

function complain(what) { print "tapgate: .env, " what > "/dev/stderr" }

function nearest(name,    n, d, best, least) {
  least = 4
  for (n = 1; n <= count; n++) {
    d = distance(toupper(name), names[n])
    if (d < least) {
      least = d
      best = names[n]
    }
  }
  return best == "" ? "you_need.env lists those there are." : "Did you mean " best "?"
}

# How many letters must be changed, added or left out to make b of a.
function distance(a, b,    i, j, row, above, left) {
  for (j = 0; j <= length(b); j++) row[j] = j
  for (i = 1; i <= length(a); i++) {
    above = row[0]
    row[0] = i
    for (j = 1; j <= length(b); j++) {
      left = above + (substr(a, i, 1) != substr(b, j, 1))
      above = row[j]
      if (row[j] + 1 < left) left = row[j] + 1
      if (row[j - 1] + 1 < left) left = row[j - 1] + 1
      row[j] = left
    }
  }
  return row[length(b)]
}
