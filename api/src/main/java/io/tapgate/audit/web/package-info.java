/** The audit over HTTP: a list to look through, an export to keep, and a check of the chain. */
@NullMarked
package io.tapgate.audit.web;

import org.jspecify.annotations.NullMarked;
