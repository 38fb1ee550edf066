package io.tapgate.playground.router.config;

/** The configuration that MikroTik's home routers are shipped with, fasttrack included. */
public final class Shipped {
  private static final String FILTER = "/ip/firewall/filter";

  private Shipped() {}

  public static void onto(Configuration router) {
    router.add("/interface/list", "name=WAN comment=defconf");
    router.add("/interface/list", "name=LAN comment=defconf");
    router.add("/interface/list/member", "list=LAN interface=bridge comment=defconf");
    router.add("/interface/list/member", "list=WAN interface=ether1 comment=defconf");
    input(router);
    forward(router);
  }

  /** The same, where an admin has opened the way in for VPN clients. */
  public static void withVpn(Configuration router) {
    onto(router);
    Shelf filter = router.shelf(FILTER);
    Item way =
        router.add(
            FILTER, "chain=input action=accept protocol=udp dst-port=500,1701,4500 comment=VPN");
    filter.move(way, filter.where("comment", "defconf: drop all not coming from LAN"));
  }

  private static void input(Configuration router) {
    router.add(
        FILTER,
        "chain=input action=accept connection-state=established,related,untracked"
            + " comment=defconf:_accept_established,related,untracked");
    router.add(
        FILTER, "chain=input action=drop connection-state=invalid comment=defconf:_drop_invalid");
    router.add(FILTER, "chain=input action=accept protocol=icmp comment=defconf:_accept_ICMP");
    router.add(
        FILTER,
        "chain=input action=accept dst-address=127.0.0.1"
            + " comment=defconf:_accept_to_local_loopback_(for_CAPsMAN)");
    router.add(
        FILTER,
        "chain=input action=drop in-interface-list=!LAN"
            + " comment=defconf:_drop_all_not_coming_from_LAN");
  }

  private static void forward(Configuration router) {
    router.add(
        FILTER,
        "chain=forward action=accept ipsec-policy=in,ipsec comment=defconf:_accept_in_ipsec_policy");
    router.add(
        FILTER,
        "chain=forward action=accept ipsec-policy=out,ipsec"
            + " comment=defconf:_accept_out_ipsec_policy");
    router.add(
        FILTER,
        "chain=forward action=fasttrack-connection connection-state=established,related"
            + " hw-offload=true comment=defconf:_fasttrack");
    router.add(
        FILTER,
        "chain=forward action=accept connection-state=established,related,untracked"
            + " comment=defconf:_accept_established,related,_untracked");
    router.add(
        FILTER, "chain=forward action=drop connection-state=invalid comment=defconf:_drop_invalid");
    router.add(
        FILTER,
        "chain=forward action=drop connection-nat-state=!dstnat connection-state=new"
            + " in-interface-list=WAN comment=defconf:_drop_all_from_WAN_not_DSTNATed");
  }
}
