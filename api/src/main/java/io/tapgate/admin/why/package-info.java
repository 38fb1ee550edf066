/**
 * Why a client is where it is, in sentences: what is on record, read out in the order it happened.
 *
 * <p>It tells what was written down when it happened, and judges nothing anew.
 */
@NullMarked
package io.tapgate.admin.why;

import org.jspecify.annotations.NullMarked;
