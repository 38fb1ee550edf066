/** Where the api is, which key goes there, and how its answers are read. */
@NullMarked
package io.tapgate.cli.api;

import org.jspecify.annotations.NullMarked;
