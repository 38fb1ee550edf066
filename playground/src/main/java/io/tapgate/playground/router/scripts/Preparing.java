package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.rsc.Script;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an admin does with the scripts of router-scripts/ before the first client dials in. */
public final class Preparing {
  private static final String PROFILES = "/ppp/profile";
  private static final Pattern API_URL = Pattern.compile("(?m)^:local apiUrl \".*\"$");

  private final Device device;

  public Preparing(Device device) {
    this.device = device;
  }

  /**
   * Runs prepare.rsc for the profile of those who dial in, with on-up.rsc and on-down.rsc.
   *
   * @param places what is filled in, by the names that the scripts have for it
   */
  public void prepare(Console console, URI apiUrl, Map<String, String> places) {
    String profile = device.inside(inner -> inner.configuration().usualProfile());
    Map<String, String> all = new HashMap<>(places);
    all.put("VPN_PROFILES", profile);
    all.put("API_URL", written(apiUrl));
    all.put("ON_UP", ScriptFile.ON_UP.filled(all));
    all.put("ON_DOWN", ScriptFile.ON_DOWN.filled(all));
    configure(Preparing::certified);
    paste(console, ScriptFile.PREPARE.filled(all));
  }

  /** Runs it as typed into the terminal. */
  public void paste(Console console, String script) {
    Script.of(script).run(new ByHand(device, console), Map.of());
  }

  /** It has one already, which nobody here knows the key of: to make one takes its time. */
  private static void certified(Configuration router) {
    Shelf services = router.shelf("/ip/service");
    Item api = services.where("name", "api-ssl").orElseThrow();
    if (services.value(api, "certificate").equals("none")) {
      Item _ = router.add("/certificate", "name=own common-name=own");
      boolean _ = services.change(api, Map.of("certificate", "own"));
    }
  }

  /** From now on the scripts report there, in whichever profile they are. */
  public void reportTo(URI apiUrl) {
    String line = Matcher.quoteReplacement(":local apiUrl \"" + written(apiUrl) + "\"");
    configure(router -> {
      Shelf profiles = router.shelf(PROFILES);
      profiles.all().forEach(one -> moved(profiles, one, line));
    });
  }

  private static void moved(Shelf profiles, Item profile, String line) {
    Map<String, String> changes = new HashMap<>();
    for (String name : new String[] {"on-up", "on-down"}) {
      changes.put(name, API_URL.matcher(profile.said(name)).replaceFirst(line));
    }
    boolean _ = profiles.change(profile, changes);
  }

  private static String written(URI apiUrl) {
    return ScriptFile.quoted(apiUrl.toString().replaceFirst("/+$", ""));
  }

  private void configure(Consumer<Configuration> work) {
    device.change(new Cause.Hand(), inner -> work.accept(inner.configuration()));
  }
}
