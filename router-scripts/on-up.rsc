# Tapgate, on-up: closes the gate for this address, then reports the connection.
# Goes into the ppp profile of the VPN; README.md beside this file says how. RouterOS 7.12 or newer.
:local api "@@API_URL@@"
:local token "@@HOOK_TOKEN@@"
:local deny "@@DENY_LIST@@"
:local permit "@@PERMIT_LIST@@"

:local who $user
:local inside $"remote-address"
:local router $"local-address"
:local outside $"caller-id"

# 1. The router first: what an earlier session on this address was allowed ends here, Tapgate alive or not.
:do {
  /ip firewall address-list add list=$deny address=$inside dynamic=yes comment="tapgate"
} on-error={}
:foreach entry in=[/ip firewall address-list find where list=$permit address=$inside] do={
  :do { /ip firewall address-list remove $entry } on-error={}
}
:local flow ("^" . $inside . "(:|\$)")
:foreach entry in=[/ip firewall connection find where (src-address~$flow || dst-address~$flow || reply-src-address~$flow || reply-dst-address~$flow)] do={
  :do { /ip firewall connection remove $entry } on-error={}
}
:if ([:len [/ip firewall address-list find where list=$permit address=$inside]] > 0) do={
  :log error "tapgate: $inside would not leave the permit list; its session is dropped"
  /ppp active remove [find where address=$inside]
}

# 2. What the router knows beyond the variables: the session's id, the kind of VPN, the chat of the account.
:local session ""
:local service ""
:do {
  :local line [/ppp active find where name=$who address=$inside]
  :if ([:len $line] = 1) do={
    :set session [:tostr [/ppp active get $line session-id]]
    :set service [:tostr [/ppp active get $line service]]
  }
} on-error={}
:local chat ""
:do {
  :local note [/ppp secret get [find where name=$who] comment]
  :local i [:find $note "chat="]
  :if ([:typeof $i] = "num") do={
    :set i ($i + 5)
    :while ($i < [:len $note] && [:typeof [:find "0123456789" [:pick $note $i]]] = "num") do={
      :set chat ($chat . [:pick $note $i])
      :set i ($i + 1)
    }
  }
} on-error={}

# One more field of JSON, or nothing. Written out, because :serialize is not in every version.
:local field do={
  :if ([:len $2] = 0) do={ :return "" }
  :local hex "0123456789abcdef"
  :local low "\01\02\03\04\05\06\07\08\09\0A\0B\0C\0D\0E\0F\10\11\12\13\14\15\16\17\18\19\1A\1B\1C\1D\1E\1F"
  :local out ""
  :local i 0
  :while ($i < [:len $2]) do={
    :local c [:pick $2 $i]
    :local code [:find $low $c]
    :if ([:typeof $code] = "num") do={
      :set code ($code + 1)
      :set c ("\\u00" . [:pick $hex ($code / 16)] . [:pick $hex ($code % 16)])
    } else={
      :if ($c = "\"" || $c = "\\") do={ :set c ("\\" . $c) }
    }
    :set out ($out . $c)
    :set i ($i + 1)
  }
  :return (",\"" . $1 . "\":\"" . $out . "\"")
}

# 3. One report. If nobody hears it, the client stays outside and Tapgate finds the session by itself.
:local body ("{\"source_ip\":\"" . $inside . "\"" . [$field "destination_ip" [:tostr $router]] . \
  [$field "caller_id" [:tostr $outside]] . [$field "name" $who] . [$field "chat_id" $chat] . \
  [$field "session" $session] . [$field "service" $service] . "}")
:do {
  /tool fetch url="$api/client/connect" http-method=post check-certificate=yes output=none duration=10s \
    http-header-field="Authorization: Bearer $token,Content-Type: application/json" http-data=$body
} on-error={ :log warning "tapgate: the connection of $who was not reported; it stays closed" }
