# Tapgate, for RouterOS 7.12 or newer: a session came up. Body of a ppp profile's on-up; see README.md.
:local apiUrl "@@API_URL@@"
:local hookToken "@@HOOK_TOKEN@@"
:local denyList "@@DENY_LIST@@"
:local permitList "@@PERMIT_LIST@@"

# Copied: "find" takes a name that is also a property for the property.
:local accountName $user
:local tunnelAddress [:tostr $"remote-address"]
:local routerAddress [:tostr $"local-address"]
:local callerAddress $"caller-id"
:if ([:len $tunnelAddress] = 0) do={ :error "tapgate: no IPv4 address" }
:local exactly ("^" . $tunnelAddress . "(/32)?\$")
:local ends ("^" . $tunnelAddress . "(:|\$)")

# First the gate, whoever listens.
:do {
  /ip/firewall/address-list/remove [find where list=$permitList and address~$exactly]
} on-error={
  :log error ("tapgate: " . $tunnelAddress . " would not leave " . $permitList . "; its session is dropped")
  /ppp/active/remove [find where address~$exactly]
}
:do {
  :foreach flow in=[/ip/firewall/connection/find where (src-address~$ends or dst-address~$ends \
      or reply-src-address~$ends or reply-dst-address~$ends)] do={
    :do { /ip/firewall/connection/remove $flow } on-error={}
  }
} on-error={ :log error ("tapgate: connections of " . $tunnelAddress . " may still be open") }
# With a timeout, so in memory alone. An entry that is there already does as well.
:do {
  /ip/firewall/address-list/add list=$denyList address=$tunnelAddress timeout=1d comment=tapgate
} on-error={}

# What is not ASCII goes through byte by byte and arrives whole.
:local escaped do={
  :local controls "\01\02\03\04\05\06\07\08\09\0A\0B\0C\0D\0E\0F\10\11\12\13\14\15\16\17\18\19\1A\1B\1C\1D\1E\1F"
  :local codes "0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F"
  :local text [:tostr $1]
  :local out ""
  :local at 0
  :while ($at < [:len $text]) do={
    :local char [:pick $text $at ($at + 1)]
    :local found [:find $controls $char]
    :if ([:typeof $found] = "num") do={ :set char ("\\u00" . [:pick $codes ($found * 2) ($found * 2 + 2)]) }
    :if (($char = "\"") or ($char = "\\")) do={ :set char ("\\" . $char) }
    :set out ($out . $char)
    :set at ($at + 1)
  }
  :return $out
}

# The secret's comment may name the chat: chat=123456, as a word of its own.
:local chat ""
:do {
  :foreach secret in=[/ppp/secret/find where name=$accountName] do={
    :local note (" " . [/ppp/secret/get $secret comment] . " ")
    :local at [:find $note " chat="]
    :if ([:typeof $at] = "num") do={
      :local digits [:pick $note ($at + 6) [:len $note]]
      :set digits [:pick $digits 0 [:find $digits " "]]
      :if (($digits ~ "^[1-9][0-9]*\$") and ([:len $digits] < 19)) do={ :set chat $digits }
    }
  }
} on-error={}

# What the router itself calls this session, where it tells.
:local more ""
:do {
  :local active [:pick [/ppp/active/find where name=$accountName and address~$exactly] 0]
  :local id [:tostr [/ppp/active/get $active session-id]]
  :if ($id ~ "^0x[0-9A-Fa-f]+\$") do={ :set more (",\"session\":\"" . $id . "\"") }
  :set more ($more . ",\"service\":\"" . [$escaped [/ppp/active/get $active service]] . "\"")
} on-error={}

:local report ("{\"name\":\"" . [$escaped $accountName] . "\",\"source_ip\":\"" . $tunnelAddress . \
  "\",\"destination_ip\":\"" . $routerAddress . "\",\"caller_id\":\"" . [$escaped $callerAddress] . "\"")
:if ($chat != "") do={ :set report ($report . ",\"chat_id\":\"" . $chat . "\"") }

# Told once. If nobody listens, it stays closed.
:do {
  /tool/fetch url=($apiUrl . "/client/connect") check-certificate=yes http-method=post http-data=($report . $more . "}") \
    http-header-field=("Authorization: Bearer " . $hookToken . ",Content-Type: application/json") \
    output=none duration=10s
} on-error={ :log warning ("tapgate: " . $accountName . " is up: the report was not accepted or did not arrive") }
# tapgate: end
