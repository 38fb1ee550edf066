# Tapgate, for RouterOS 7.12 or newer: takes away what prepare.rsc and Tapgate put here, and nothing else; see README.md.
# VPN clients are then let through as your own rules say.
{
:local denyList "@@DENY_LIST@@"
:local permitList "@@PERMIT_LIST@@"
:local banList "@@BAN_LIST@@"

# What Tapgate put before a script of your own ends with this line; what follows is yours, and stays.
:local end "# tapgate: end"
:local yours do={
  :local at [:find $1 $2]
  :if ([:typeof $at] != "num") do={ :return $1 }
  :set at ($at + [:len $2])
  :if ([:pick $1 $at ($at + 1)] = "\n") do={ :set at ($at + 1) }
  :return [:pick $1 $at [:len $1]]
}
:foreach profile in=[/ppp/profile/find where interface-list=tapgate-vpn] do={
  :local up [:tostr [/ppp/profile/get $profile on-up]]
  :local down [:tostr [/ppp/profile/get $profile on-down]]
  /ppp/profile/set $profile !interface-list on-up=[$yours $up $end] on-down=[$yours $down $end]
  :local note [:tostr [/ppp/profile/get $profile comment]]
  :local mark "tapgate: use-ipv6 was "
  :local at [:find $note $mark]
  :if ([:typeof $at] = "num") do={
    :local rest [:pick $note ($at + [:len $mark]) [:len $note]]
    :local next [:find $rest "; "]
    :local more ""
    :if ([:typeof $next] = "num") do={
      :set more [:pick $rest ($next + 2) [:len $rest]]
      :set rest [:pick $rest 0 $next]
    }
    /ppp/profile/set $profile use-ipv6=$rest
    :local words ""
    :if ($at > 1) do={ :set words [:pick $note 0 ($at - 2)] }
    :if (($words != "") and ($more != "")) do={ :set words ($words . "; ") }
    /ppp/profile/set $profile comment=($words . $more)
  }
}
/ip/firewall/filter/remove [find where comment~"^tapgate"]
/ipv6/firewall/filter/remove [find where comment~"^tapgate"]
/ip/firewall/address-list/remove [find where list=$permitList]
/ip/firewall/address-list/remove [find where comment=tapgate and (list=$denyList or list=$banList or list=tapgate-telegram)]
/interface/list/member/remove [find where comment=tapgate]
/interface/list/remove [find where comment~"^tapgate"]
/user/remove [find where comment=tapgate]

# The API as it was.
:local service [:pick [/ip/service/find where name=api-ssl] 0]
:if ([:tostr [/ip/service/get $service certificate]] = "tapgate-api") do={ /ip/service/set $service certificate=none }
/certificate/remove [find where name=tapgate-api]
:local group [/user/group/find where comment~"^tapgate"]
:if ([:len $group] > 0) do={
  :if ([/user/group/get [:pick $group 0] comment] ~ "tapgate: api-ssl was disabled") do={ /ip/service/set $service disabled=yes }
  /user/group/remove $group
}
:put "tapgate: nothing of Tapgate is left on this router"
}
