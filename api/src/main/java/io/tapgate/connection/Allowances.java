package io.tapgate.connection;

/** Routers may differ in what they allow. */
public interface Allowances {
  Allowance at(RouterId router);
}
