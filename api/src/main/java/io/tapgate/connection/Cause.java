package io.tapgate.connection;

/** Why a connection is in its state. */
public enum Cause {
  /** The router reported it up. */
  REPORTED,
  /** The router lists a session that nobody reported. */
  FOUND,
  /** Somebody pressed a button. */
  TAP,
  /** Nobody did, in time. */
  DEADLINE,
  /** One connection too many in a row: a ban began. */
  OVER_LIMIT,
  /** A ban was in force already. */
  DURING_BAN,
  /** The router reported it down. */
  HUNG_UP,
  /** The router does not list its session any more. */
  SESSION_GONE,
  /** Another connection took its tunnel address. */
  REPLACED,
  /** An admin answered for the client. */
  ADMIN,
  /** An admin ended it: its session is dropped. */
  DISCONNECTED
}
