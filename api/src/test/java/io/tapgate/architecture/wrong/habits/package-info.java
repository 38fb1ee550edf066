/** Made to fail: what nobody may do. */
@NullMarked
package io.tapgate.architecture.wrong.habits;

import org.jspecify.annotations.NullMarked;
