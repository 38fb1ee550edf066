/**
 * Who judges that nobody got in: a replay of the pretend router's log, held against the taps that
 * people really made.
 *
 * <p>{@link io.tapgate.stories.referee.Evidence} is all that is known here: the log (sessions,
 * lists, weather, reboots), what phones showed, which buttons were pressed by whom, and when the
 * outside or a node was away. {@link io.tapgate.stories.referee.Course} replays it, {@link
 * io.tapgate.stories.referee.Rights} tells from when a session may be let in, and {@link
 * io.tapgate.stories.referee.Rule} names what must never happen. Tapgate's database, log and
 * answers are never looked at: a judge who asks the accused proves nothing.
 *
 * <p>Which session a question is about is told by what the phone shows: see {@link
 * io.tapgate.stories.referee.Questions}.
 */
@NullMarked
package io.tapgate.stories.referee;

import org.jspecify.annotations.NullMarked;
