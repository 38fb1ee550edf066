package io.tapgate.cli.api;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Stands where Java's client wants a TLS context and will never use it. A real one reads every
 * authority this machine trusts, which takes longer than the rest of a command.
 */
final class NoTls extends SSLContextSpi {

  static SSLContext context() {
    return new SSLContext(new NoTls(), null, "none") {};
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return new SSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return new SSLParameters();
  }

  @Override
  protected void engineInit(
      KeyManager @Nullable [] keys,
      TrustManager @Nullable [] trusted,
      @Nullable SecureRandom random) {
    throw never();
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw never();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw never();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    throw never();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    throw never();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    throw never();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    throw never();
  }

  private static IllegalStateException never() {
    return new IllegalStateException("this line speaks no TLS");
  }
}
