# Prints each setting in force and where it comes from. A secret shows its length alone.

BEGIN {
  count = split(known, names, " ")
  n = split(ENVIRON["FROM_DOTENV"], lines, "\n")
  for (i = 1; i <= n; i++) dotenv[lines[i]] = 1
  for (i = 1; i <= count; i++) if (names[i] in ENVIRON) {
    shown++
    printf "%-28s %-12s %s\n", names[i], names[i] in dotenv ? ".env" : "environment", shape(names[i], ENVIRON[names[i]])
  }
  print shown ? "Everything else has its default: see you_need.env." : "Nothing is set: ./tapgate up starts the playground."
}

function shape(name, value) {
  if (name ~ /TOKEN|PASSWORD|KEY/ && name !~ /^TRUST_/) return "(secret, " length(value) " bytes)"
  gsub(/\/\/[^\/@]*@/, "//(hidden)@", value)
  gsub(/password=[^&]*/, "password=(hidden)", value)
  return value
}
