package io.tapgate.playground.router.service;

import io.tapgate.playground.router.certificate.Certified;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Insides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The two ways into the API, plain and by TLS. Which are open, on which port, for whom and by which
 * certificate is written down among the router's services.
 */
public final class ApiDoors {
  private static final System.Logger LOG = System.getLogger(ApiDoors.class.getName());
  private static final String SERVICES = "/ip/service";

  private final Optional<SSLContext> own;
  private final ApiDoor main;
  private final ApiDoor other;

  /**
   * Takes the ports, on loopback only; 0 takes any free one.
   *
   * @param own a certificate that came with the router; then the main way in is TLS
   */
  public ApiDoors(Optional<SSLContext> own, int port) {
    this.own = own;
    this.main = new ApiDoor(own.isPresent() ? "api-ssl" : "api", port);
    this.other = new ApiDoor(own.isPresent() ? "api" : "api-ssl", 0);
  }

  /** Where most people come in. */
  public int port() {
    return main.port();
  }

  public int tlsPort() {
    return main.isSecure() ? main.port() : other.port();
  }

  /** The services tell where the doors are. */
  public void writeDown(Configuration router) {
    Shelf services = router.shelf(SERVICES);
    for (ApiDoor door : List.of(main, other)) {
      Item service = services.where("name", door.service()).orElseThrow();
      boolean _ = services.change(service, Map.of("port", String.valueOf(door.port())));
    }
  }

  /** Opens and closes as it is written down. */
  void follow(Device device, BiConsumer<ApiDoor, Socket> welcome) {
    for (ApiDoor door : List.of(main, other)) {
      Item service = device.inside(inner -> service(door, inner));
      if (service.isDisabled()) {
        door.shut();
      } else {
        open(door, Integer.parseInt(service.said("port")), welcome);
      }
    }
  }

  /** A port that somebody else has is one on which nobody answers: that is not the API's end. */
  private static void open(ApiDoor door, int port, BiConsumer<ApiDoor, Socket> welcome) {
    try {
      door.open(port, socket -> welcome.accept(door, socket));
    } catch (UncheckedIOException taken) {
      LOG.log(Level.WARNING, "the service {0} does not answer: {1}", door.service(), taken);
    }
  }

  void shut() {
    main.shut();
    other.shut();
  }

  /** The caller as it is to be spoken to; empty when it may not come in by this door. */
  Optional<Socket> greeted(ApiDoor door, Socket caller, Device device) throws IOException {
    Item service = device.inside(inner -> service(door, inner));
    String from = caller.getInetAddress().getHostAddress();
    if (!Login.covers(service.said("address"), from)) {
      return Optional.empty();
    }
    return Optional.of(door.isSecure() ? secured(caller, service, device) : caller);
  }

  private Socket secured(Socket caller, Item service, Device device) throws IOException {
    SSLContext context =
        device
            .inside(inner -> certified(service, inner))
            .map(Certified::context)
            .or(() -> own)
            .orElseGet(ApiDoors::without);
    SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true);
    secured.setUseClientMode(false);
    if (service.said("tls-version").equals("only-1.2")) {
      secured.setEnabledProtocols(new String[] {"TLSv1.2"});
    }
    return secured;
  }

  private static Optional<Certified> certified(Item service, Insides inner) {
    return inner
        .configuration()
        .shelf("/certificate")
        .where("name", service.said("certificate"))
        .flatMap(item -> inner.certificates().of(item.id()))
        .filter(one -> one.key().isPresent());
  }

  /** Without a certificate a router offers only what no client of today takes. */
  private static SSLContext without() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no TLS", missing);
    }
  }

  private static Item service(ApiDoor door, Insides inner) {
    return inner.configuration().shelf(SERVICES).where("name", door.service()).orElseThrow();
  }
}
