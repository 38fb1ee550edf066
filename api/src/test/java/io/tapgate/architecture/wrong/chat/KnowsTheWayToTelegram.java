package io.tapgate.architecture.wrong.chat;

import io.tapgate.telegram.TelegramSettings;

record KnowsTheWayToTelegram(TelegramSettings settings) {}
