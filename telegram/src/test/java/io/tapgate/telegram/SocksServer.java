package io.tapgate.telegram;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A SOCKS5 proxy (RFC 1928, RFC 1929) that wants a user and a password, takes host names alone, and
 * brings everybody to the one place it knows.
 */
final class SocksServer implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final String login;
  final List<String> asked = new CopyOnWriteArrayList<>();

  SocksServer(int target, String login) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.login = login;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        asked.add("closed: " + e.getMessage());
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target)) {
      DataInputStream in = new DataInputStream(caller.getInputStream());
      OutputStream out = caller.getOutputStream();
      greet(in, out);
      asked.add(destination(in));
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      Thread back = Thread.ofVirtual().start(() -> copy(there, caller));
      copy(caller, there);
      back.join();
    } catch (IOException e) {
      asked.add("broken: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void greet(DataInputStream in, OutputStream out) throws IOException {
    in.readByte();
    in.skipNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 2});
    in.readByte();
    String given = word(in) + ":" + word(in);
    out.write(new byte[] {1, (byte) (given.equals(login) ? 0 : 1)});
    if (!given.equals(login)) {
      throw new IOException("wrong login " + given);
    }
  }

  private static String destination(DataInputStream in) throws IOException {
    in.skipNBytes(3);
    int kind = in.readUnsignedByte();
    if (kind != 3) {
      throw new IOException("an address, but the proxy looks up names itself");
    }
    return word(in) + ":" + in.readUnsignedShort();
  }

  private static String word(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
