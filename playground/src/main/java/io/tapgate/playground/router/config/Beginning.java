package io.tapgate.playground.router.config;

/** What is there on a router that nobody has touched. */
final class Beginning {
  private Beginning() {}

  static void of(Configuration router) {
    router.add("/interface", "name=ether1 type=ether");
    router.add("/interface", "name=bridge type=bridge");
    router.add("/ppp/profile", "name=default default=true");
    router.add("/ppp/profile", "name=default-encryption default=true use-encryption=yes");
    group(router, "read", Policies.allBut("ftp", "write", "policy"));
    group(router, "write", Policies.allBut("ftp", "policy"));
    group(router, "full", Policies.all());
    router.add("/user", "name=admin group=full");
    for (String service :
        new String[] {
          "telnet 23", "ftp 21", "www 80", "ssh 22", "api 8728", "winbox 8291", "api-ssl 8729"
        }) {
      String[] words = service.split(" ", 2);
      router.add("/ip/service", "name=" + words[0] + " port=" + words[1]);
    }
  }

  private static void group(Configuration router, String name, String policy) {
    router.add("/user/group", "name=" + name + " policy=" + policy);
  }
}
