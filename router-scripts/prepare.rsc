# Tapgate, for RouterOS 7.12 or newer: the gate, and the user Tapgate comes in by. Run it as often as you like; see README.md.
# In braces, so that it can also be pasted: the terminal forgets each line otherwise.
{
:local tapgate "@@TAPGATE_ADDRESS@@"
:local apiUser "@@API_USERNAME@@"
:local apiPassword "@@API_PASSWORD@@"
:local vpnProfiles {"@@VPN_PROFILES@@"}
:local vpnUdpPorts "@@VPN_UDP_PORTS@@"
:local vpnTcpPorts "@@VPN_TCP_PORTS@@"
:local permitList "@@PERMIT_LIST@@"
:local banList "@@BAN_LIST@@"
# on-up.rsc and on-down.rsc, each with its places filled in, as one text each.
:local onUp "@@ON_UP@@"
:local onDown "@@ON_DOWN@@"

# Before anything is changed: can all of it be done? (A variable called name would stand for the property in "find".)
:foreach vpnProfile in=$vpnProfiles do={
  :if ([:len [/ppp/profile/find where name=$vpnProfile]] = 0) do={
    :error ("tapgate: there is no profile " . $vpnProfile . ". /ppp/profile/print shows those there are")
  }
  :if ([:len [:tostr [/ppp/profile/get [find where name=$vpnProfile] bridge]]] > 0) do={
    :error ("tapgate: the profile " . $vpnProfile . " bridges its clients past every rule. Take bridge out of it first")
  }
  :local lists [:tostr [/ppp/profile/get [find where name=$vpnProfile] interface-list]]
  :if (($lists != "") and ($lists != "tapgate-vpn")) do={
    :error ("tapgate: the profile " . $vpnProfile . " puts its clients into the interface list " . $lists . \
      ". Let that list include tapgate-vpn, put tapgate-vpn into the profile instead, and run this again")
  }
}

:if ([:len [/user/find where name=$apiUser]] > 0) do={
  :if ([/user/get [find where name=$apiUser] group] != "tapgate") do={
    :error ("tapgate: there is a user " . $apiUser . " of your own. Give Tapgate another name (ROUTER_USERNAME)")
  }
}

# Where a phone in the sandbox may go, so that somebody whose phone is the VPN client can tap. Tapgate keeps it true.
:foreach range in={"91.105.192.0/23"; "91.108.4.0/22"; "91.108.8.0/22"; "91.108.12.0/22"; "91.108.16.0/22"; \
    "91.108.20.0/22"; "91.108.56.0/22"; "149.154.160.0/20"; "185.76.151.0/24"} do={
  :if ([:len [/ip/firewall/address-list/find where list=tapgate-telegram and address=$range]] = 0) do={
    /ip/firewall/address-list/add list=tapgate-telegram address=$range comment=tapgate
  }
}

# Each VPN client is in this interface list while it is dialled in.
:if ([:len [/interface/list/find where name=tapgate-vpn]] = 0) do={
  /interface/list/add name=tapgate-vpn comment="tapgate: VPN clients"
}

# The user of Tapgate: the API, from where Tapgate is, and no more.
:if ([:len [/user/group/find where name=tapgate]] = 0) do={
  /user/group/add name=tapgate policy=api,read,write comment=tapgate
} else={
  /user/group/set [find where name=tapgate] policy=api,read,write
}
:if ([:len [/user/find where name=$apiUser]] = 0) do={
  /user/add name=$apiUser group=tapgate address=$tapgate password=$apiPassword comment=tapgate
} else={
  /user/set [find where name=$apiUser] group=tapgate address=$tapgate password=$apiPassword disabled=no
}

# The API over TLS. A certificate that it has stays. What was before is noted down for remove.rsc.
:local service [:pick [/ip/service/find where name=api-ssl] 0]
:if ([:tostr [/ip/service/get $service certificate]] ~ "^(none)?\$") do={
  :if ([:len [/certificate/find where name=tapgate-api]] = 0) do={
    /certificate/add name=tapgate-api common-name=tapgate-api key-size=prime256v1 days-valid=3650 \
      key-usage=digital-signature,key-encipherment,tls-server
  }
  :if ([:len [:tostr [/certificate/get [find where name=tapgate-api] fingerprint]]] = 0) do={
    /certificate/sign [find where name=tapgate-api]
  }
  /ip/service/set $service certificate=tapgate-api
}
:if ([/ip/service/get $service disabled]) do={
  /user/group/set [find where name=tapgate] \
    comment=([/user/group/get [find where name=tapgate] comment] . "; tapgate: api-ssl was disabled")
  /ip/service/set $service disabled=no
}
:local apiPort [/ip/service/get $service port]
:local apiFrom [:tostr [/ip/service/get $service address]]

# SSTP listens where its server says.
:if ([/interface/sstp-server/server/get enabled]) do={
  :set vpnTcpPorts ($vpnTcpPorts . "," . [/interface/sstp-server/server/get port])
}

# The rules. New ones first, then the old ones go: there is no moment without a gate.
:local old [/ip/firewall/filter/find where comment~"^tapgate"]
:local oldSix [/ipv6/firewall/filter/find where comment~"^tapgate"]

# What each direction of VPN traffic comes to. What is permitted and new meets your own rules below; what goes on is
# accepted here, so that none of it ever comes to a fasttrack rule.
/ip/firewall/filter
add chain=tapgate-out action=accept dst-address-list=tapgate-telegram protocol=tcp dst-port=80,443,5222 \
  comment="tapgate: Telegram, for the tap"
add chain=tapgate-out action=drop src-address-list=("!" . $permitList) comment="tapgate: who is not let in"
add chain=tapgate-out action=accept connection-state=established,related out-interface-list=!tapgate-vpn \
  comment="tapgate: what goes on"
add chain=tapgate-in action=accept src-address-list=tapgate-telegram protocol=tcp src-port=80,443,5222 \
  connection-state=established comment="tapgate: Telegram, for the tap"
add chain=tapgate-in action=drop dst-address-list=("!" . $permitList) comment="tapgate: who is not let in"
add chain=tapgate-in action=accept connection-state=established,related comment="tapgate: what goes on"
add chain=tapgate-router action=accept protocol=udp dst-port=53 comment="tapgate: names"
add chain=tapgate-router action=accept protocol=tcp dst-port=53 comment="tapgate: long names"
add chain=tapgate-router action=drop src-address-list=("!" . $permitList) comment="tapgate: who is not let in"

# The ways into them, above everything else, in this order. Without a rule to stand above, at the end.
:local there [find where chain=forward and !dynamic]
:local first [:pick $there 0]
:if ([:len $there] = 0) do={
  add chain=forward action=jump jump-target=tapgate-out in-interface-list=tapgate-vpn comment="tapgate: from VPN clients"
  add chain=forward action=jump jump-target=tapgate-in out-interface-list=tapgate-vpn comment="tapgate: to VPN clients"
} else={
  add chain=forward action=jump jump-target=tapgate-out in-interface-list=tapgate-vpn comment="tapgate: from VPN clients" \
    place-before=$first
  add chain=forward action=jump jump-target=tapgate-in out-interface-list=tapgate-vpn comment="tapgate: to VPN clients" \
    place-before=$first
}
:set there [find where chain=input and !dynamic]
:set first [:pick $there 0]
:if ([:len $there] = 0) do={
  add chain=input action=accept in-interface-list=!tapgate-vpn src-address=$tapgate protocol=tcp dst-port=$apiPort \
    comment="tapgate: Tapgate itself"
  add chain=input action=drop src-address-list=$banList connection-state=new protocol=udp dst-port=$vpnUdpPorts \
    comment="tapgate: who is banned does not dial in"
  add chain=input action=drop src-address-list=$banList connection-state=new protocol=tcp dst-port=$vpnTcpPorts \
    comment="tapgate: who is banned does not call in"
  add chain=input action=jump jump-target=tapgate-router in-interface-list=tapgate-vpn comment="tapgate: the router itself"
} else={
  add chain=input action=accept in-interface-list=!tapgate-vpn src-address=$tapgate protocol=tcp dst-port=$apiPort \
    comment="tapgate: Tapgate itself" place-before=$first
  add chain=input action=drop src-address-list=$banList connection-state=new protocol=udp dst-port=$vpnUdpPorts \
    comment="tapgate: who is banned does not dial in" place-before=$first
  add chain=input action=drop src-address-list=$banList connection-state=new protocol=tcp dst-port=$vpnTcpPorts \
    comment="tapgate: who is banned does not call in" place-before=$first
  add chain=input action=jump jump-target=tapgate-router in-interface-list=tapgate-vpn \
    comment="tapgate: the router itself" place-before=$first
}
:foreach rule in=$old do={ remove $rule }

/ipv6/firewall/filter
:set there [find where chain=forward and !dynamic]
:set first [:pick $there 0]
:if ([:len $there] = 0) do={
  add chain=forward action=drop in-interface-list=tapgate-vpn comment="tapgate: no IPv6 from VPN clients"
  add chain=forward action=drop out-interface-list=tapgate-vpn comment="tapgate: no IPv6 to VPN clients"
} else={
  add chain=forward action=drop in-interface-list=tapgate-vpn comment="tapgate: no IPv6 from VPN clients" \
    place-before=$first
  add chain=forward action=drop out-interface-list=tapgate-vpn comment="tapgate: no IPv6 to VPN clients" \
    place-before=$first
}
:set there [find where chain=input and !dynamic]
:set first [:pick $there 0]
:if ([:len $there] = 0) do={
  add chain=input action=drop in-interface-list=tapgate-vpn comment="tapgate: no IPv6 to the router"
} else={
  add chain=input action=drop in-interface-list=tapgate-vpn comment="tapgate: no IPv6 to the router" place-before=$first
}
:foreach rule in=$oldSix do={ remove $rule }

# Last, what brings VPN clients before the gate: from the next time they dial in. No IPv6, which reports do not carry.
# What was before is noted down for remove.rsc; a script of your own stays, below ours.
:local end "# tapgate: end"
:local yours do={
  :local at [:find $1 $2]
  :if ([:typeof $at] != "num") do={ :return $1 }
  :set at ($at + [:len $2])
  :if ([:pick $1 $at ($at + 1)] = "\n") do={ :set at ($at + 1) }
  :return [:pick $1 $at [:len $1]]
}
:foreach vpnProfile in=$vpnProfiles do={
  :local profile [/ppp/profile/find where name=$vpnProfile]
  :local six [:tostr [/ppp/profile/get $profile use-ipv6]]
  :if ($six = "true") do={ :set six "yes" }
  :if (($six != "no") and ($six != "false")) do={
    :local note [:tostr [/ppp/profile/get $profile comment]]
    :if ($note != "") do={ :set note ($note . "; ") }
    /ppp/profile/set $profile use-ipv6=no comment=($note . "tapgate: use-ipv6 was " . $six)
  }
  :local up [:tostr [/ppp/profile/get $profile on-up]]
  :local down [:tostr [/ppp/profile/get $profile on-down]]
  /ppp/profile/set $profile interface-list=tapgate-vpn on-up=($onUp . [$yours $up $end]) \
    on-down=($onDown . [$yours $down $end])
}
:put "tapgate: the gate is closed. /ip/firewall/filter/print where comment~\"tapgate\" shows it"
:if ($apiFrom != "") do={
  :put ("tapgate: api-ssl answers " . $apiFrom . " alone: see that " . $tapgate . " is among them")
}
:put ("tapgate: the fingerprint of the API is " . \
  [/certificate/get [find where name=[/ip/service/get $service certificate]] fingerprint])
}
