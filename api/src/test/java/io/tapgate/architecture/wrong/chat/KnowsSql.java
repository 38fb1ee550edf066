package io.tapgate.architecture.wrong.chat;

import java.sql.Connection;

record KnowsSql(Connection connection) {}
