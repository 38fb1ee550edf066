/** Made to fail: a root that knows technologies and another room's leaf. */
@NullMarked
package io.tapgate.architecture.wrong.router;

import org.jspecify.annotations.NullMarked;
