package io.tapgate.router.routeros;

import java.security.cert.CertificateException;

/** A certificate we do not trust; the message says why, and what to do, in a person's words. */
final class UntrustedException extends CertificateException {
  UntrustedException(String message) {
    super(message);
  }

  UntrustedException(String message, Throwable cause) {
    super(message, cause);
  }
}
