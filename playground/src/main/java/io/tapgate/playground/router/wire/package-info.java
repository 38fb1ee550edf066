/**
 * Bytes on the API port: words with their length in front, sentences ended by a word of length
 * zero. Nothing in here knows what a sentence means. It shares no code with Tapgate's own client on
 * purpose: two readings of one protocol, each a check of the other.
 */
@NullMarked
package io.tapgate.playground.router.wire;

import org.jspecify.annotations.NullMarked;
