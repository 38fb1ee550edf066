/** The door at which admins add, change and remove routers. */
@NullMarked
package io.tapgate.router.web;

import org.jspecify.annotations.NullMarked;
