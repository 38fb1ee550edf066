/** The doors at which routers report, and the one that does at once what the timer does. */
@NullMarked
package io.tapgate.connection.web;

import org.jspecify.annotations.NullMarked;
