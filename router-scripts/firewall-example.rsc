# The least a router needs so that it is closed by itself. An example: read it, then
#   /import file-name=firewall-example.rsc
# It knows the VPN clients by the interface list "tapgate-vpn", which their ppp profile fills:
#   /ppp/profile/set PROFILE interface-list=tapgate-vpn use-ipv6=no
# use-ipv6=no, as all of this is about IPv4: IPv6 would walk around it.
/interface/list/add name=tapgate-vpn comment=tapgate

/ip/firewall/filter
# Through the router, in both directions: only while the address stands in the permit list.
add chain=forward in-interface-list=tapgate-vpn src-address-list=!tapgate-permit action=drop comment=tapgate
add chain=forward out-interface-list=tapgate-vpn dst-address-list=!tapgate-permit action=drop comment=tapgate
# To the router: name service, and nothing else until permitted.
add chain=input in-interface-list=tapgate-vpn protocol=udp dst-port=53 action=accept comment=tapgate
add chain=input in-interface-list=tapgate-vpn protocol=tcp dst-port=53 action=accept comment=tapgate
add chain=input in-interface-list=tapgate-vpn src-address-list=!tapgate-permit action=drop comment=tapgate
# Banned callers cannot dial in. Name the ports of your VPN and no others, or a ban closes more than the VPN.
add chain=input src-address-list=tapgate-ban protocol=udp dst-port=500,1701,4500 action=drop comment=tapgate

# They must stand above fasttrack and above every rule that accepts "established". This moves them to the
# top; look at what came of it: /ip/firewall/filter/print
:do {
  :local top [:pick [/ip/firewall/filter/find where dynamic=no] 0]
  /ip/firewall/filter/move [/ip/firewall/filter/find where comment=tapgate] destination=$top
} on-error={ :log warning "tapgate: move the new firewall rules to the top by hand" }
