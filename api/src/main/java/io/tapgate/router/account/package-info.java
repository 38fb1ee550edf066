/**
 * The VPN accounts that routers keep themselves: listed, made, disabled, enabled, given another
 * password and removed, at once and because an admin says so.
 *
 * <p>A router is spoken to over a door of its own ({@link io.tapgate.router.account.AccountDoors}),
 * opened for one errand and closed after it, from whichever node was asked, and never inside a
 * transaction. An account that does not carry our {@linkplain
 * io.tapgate.router.account.AccountComment comment} is the admin's: it is shown, and never touched.
 * No password is ever read; one of ours is shown once, and kept nowhere.
 */
@NullMarked
package io.tapgate.router.account;

import org.jspecify.annotations.NullMarked;
