package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Insides;

/** A command that only one menu knows, and who says it. */
record Asked(Cause by, Verb verb, Arguments arguments, Insides inner) {}
