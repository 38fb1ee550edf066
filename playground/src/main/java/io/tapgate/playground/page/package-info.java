/**
 * The page that shows the router and the phones side by side, and the doors behind its buttons.
 *
 * <p>All of it is for this machine alone: a request whose {@code Host} is not the loopback address,
 * or that another site's page sends, is refused (see {@link io.tapgate.playground.page.Guard}). The
 * page is plain files without any resource from elsewhere. It decides nothing and keeps nothing: it
 * shows what the router and Telegram show, live, by Server-Sent Events.
 *
 * <p>The doors, for stories too. Bodies are JSON objects; an answer is JSON; what cannot be done is
 * a problem document (RFC 9457) whose {@code detail} says why.
 *
 * <table>
 * <caption>Doors</caption>
 * <tr><th>call</th><th>body</th><th>answer</th></tr>
 * <tr><td>{@code GET /playground/state}</td><td></td><td>everything there is to see</td></tr>
 * <tr><td>{@code GET /playground/events}</td><td></td>
 *     <td>the same as an event stream: event {@code state} at each change, {@code beat} each 5 s</td></tr>
 * <tr><td>{@code POST /playground/join}</td>
 *     <td>{@code person} (a short name for the doors), {@code chat}; optional {@code name}, {@code
 *     language}, {@code account}, {@code caller}, {@code started} (default true)</td><td>{}</td></tr>
 * <tr><td>{@code POST /playground/connect}</td>
 *     <td>{@code person}; optional {@code caller}, {@code address}, {@code service}, {@code reported}
 *     (default true: the hook is sent)</td><td>{@code session}, {@code address}</td></tr>
 * <tr><td>{@code POST /playground/hang-up}</td>
 *     <td>{@code person}, or {@code session} for one of several; optional {@code reported}</td>
 *     <td>{@code session}</td></tr>
 * <tr><td>{@code POST /playground/tap}</td>
 *     <td>{@code person}, {@code message}, {@code button} (label or data); optional {@code chat}</td>
 *     <td>{@code press}</td></tr>
 * <tr><td>{@code POST /playground/forge}</td>
 *     <td>{@code person}, {@code message}, {@code data}; optional {@code chat}: a press that no phone
 *     offers</td><td>{@code press}</td></tr>
 * <tr><td>{@code POST /playground/write}</td>
 *     <td>{@code person}, {@code text}; optional {@code chat}</td><td>{@code message}</td></tr>
 * <tr><td>{@code POST /playground/block}</td>
 *     <td>{@code person}, {@code blocked}: whether they block the bot</td><td>{}</td></tr>
 * <tr><td>{@code POST /playground/router/weather}</td>
 *     <td>{@code weather}: {@code fine}, {@code off}, {@code refusing} ({@code text}), {@code silent},
 *     {@code mute}, {@code cut} ({@code whole}), {@code slow} ({@code millis}), {@code trapping}
 *     ({@code text}, {@code verbs}, {@code rows}) or {@code fatal} ({@code text}); what stands in brackets has a
 *     default. See {@link io.tapgate.playground.router.device.RouterWeather}</td>
 *     <td>the weather</td></tr>
 * <tr><td>{@code POST /playground/router/reboot}</td>
 *     <td>optional {@code version}: the RouterOS it comes up with</td><td>{}</td></tr>
 * <tr><td>{@code POST /playground/router/stall}</td>
 *     <td>nothing: API connections open now fall silent for good</td><td>{}</td></tr>
 * <tr><td>{@code GET /playground/router/log}</td><td>optional {@code ?after=} a number</td>
 *     <td>{@code complete}, {@code forgotten}, {@code happenings}: everything since the start, each
 *     with {@code number}, {@code at}, {@code by} and {@code what}</td></tr>
 * <tr><td>{@code GET /playground/telegram/taps}</td><td></td>
 *     <td>{@code taps}: every press of a button since the start</td></tr>
 * <tr><td>{@code POST /playground/telegram/weather}</td>
 *     <td>{@code weather}: {@code fine}, {@code off}, {@code silent}, {@code mute}, {@code cut},
 *     {@code slow} ({@code millis}), {@code failing} ({@code status}), {@code flooded} ({@code
 *     millis}), {@code strict} or {@code late} ({@code millis}, {@code every}). See {@link
 *     io.tapgate.playground.telegram.TelegramWeather}</td><td>the weather</td></tr>
 * <tr><td>{@code POST /playground/telegram/reach}</td>
 *     <td>{@code person}, {@code reach}: {@code open}, {@code blocked}, {@code deactivated} or {@code
 *     not-found}</td><td>{}</td></tr>
 * <tr><td>{@code POST /playground/telegram/again}</td>
 *     <td>optional {@code updates}: how many of the last ones the bot reads once more</td>
 *     <td>{@code updates}: how many there were</td></tr>
 * <tr><td>{@code POST /playground/router}, {@code POST /playground/telegram}</td>
 *     <td>{@code power}: {@code on}, {@code silent} or {@code off}; the short way to those
 *     weathers</td><td>the weather</td></tr>
 * </table>
 */
@NullMarked
package io.tapgate.playground.page;

import org.jspecify.annotations.NullMarked;
