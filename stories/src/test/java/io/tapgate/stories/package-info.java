/**
 * The flow as a person meets it: api, watcher and playground as processes of their own, started
 * from the jars that are shipped, on real sockets and a real PostgreSQL.
 *
 * <p>The router and Telegram of most stories are the playground's two, held by the test itself: it
 * speaks with api and watcher over the same sockets either way, and the test can look closer, press
 * what no phone offers, and catch the very instant for a kill. {@link
 * io.tapgate.stories.PlaygroundStory} has all three jars as {@code ./tapgate up} starts them, and
 * knocks at the page's doors alone.
 *
 * <p>Whatever a story is about: when its stage is closed, {@link
 * io.tapgate.stories.referee.Referee} judges from the router's log and the taps alone that nobody
 * got in who must not.
 *
 * <p>What the api's own tests prove in one process is not proved here once more. Stories never look
 * into a process but through its doors, its log, its database and the two ends of the flow; and
 * they end only processes that they started.
 */
@NullMarked
package io.tapgate.stories;

import org.jspecify.annotations.NullMarked;
