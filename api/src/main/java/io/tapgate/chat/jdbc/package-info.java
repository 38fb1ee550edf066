/** Questions, notices and chats in PostgreSQL. */
@NullMarked
package io.tapgate.chat.jdbc;

import org.jspecify.annotations.NullMarked;
