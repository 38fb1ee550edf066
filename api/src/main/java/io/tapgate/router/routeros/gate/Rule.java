package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Item;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One rule of the gate. It is found again by its chain and comment.
 *
 * @param said what it says, in the words of the router
 */
record Rule(String chain, String comment, Map<String, String> said) {
  /** Whatever makes a rule hold for more or fewer packets, and what it does with them. */
  static final String SAID =
      "chain,action,jump-target,connection-state,connection-nat-state,in-interface,out-interface,"
          + "in-interface-list,out-interface-list,src-address,dst-address,src-address-list,"
          + "dst-address-list,src-address-type,dst-address-type,src-mac-address,protocol,src-port,"
          + "dst-port,any-port,packet-mark,connection-mark,routing-mark,ipsec-policy,limit,"
          + "dst-limit,random,time,content,layer7-protocol,tls-host,connection-limit,"
          + "connection-bytes,connection-rate,connection-type,hotspot,nth,per-connection-classifier,"
          + "tcp-flags,icmp-options,packet-size,dscp,ttl,fragment";

  private static final List<String> ALL = List.of(SAID.split(","));

  Rule {
    said = Map.copyOf(said);
  }

  /** As it would be typed: {@code action=drop protocol=udp}, no blank in a value. */
  static Rule of(String chain, String comment, String words) {
    Map<String, String> said = new LinkedHashMap<>();
    Arrays.stream(words.split(" "))
        .map(word -> word.split("=", 2))
        .forEach(pair -> said.put(pair[0], pair[1]));
    return new Rule(chain, Gatehouse.MARK + ": " + comment, said);
  }

  boolean isMeantBy(Item item) {
    return Standing.says(item, "chain", chain) && Standing.says(item, "comment", comment);
  }

  /** What of it reads otherwise on the router; empty: nothing. */
  Set<String> differences(Item item) {
    Set<String> differences = new TreeSet<>();
    for (String name : ALL) {
      String wanted = name.equals("chain") ? chain : said.getOrDefault(name, "");
      if (!normal(wanted).equals(normal(Standing.said(item, name)))) {
        differences.add(name);
      }
    }
    return differences;
  }

  Map<String, String> written() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("chain", chain);
    all.putAll(said);
    all.put("comment", comment);
    return all;
  }

  /** Lists in any order, and a single address with or without its prefix. */
  private static String normal(String value) {
    return String.join(",", new TreeSet<>(List.of(value.replaceFirst("/32$", "").split(","))));
  }
}
