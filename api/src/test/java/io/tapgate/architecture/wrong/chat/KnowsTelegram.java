package io.tapgate.architecture.wrong.chat;

import org.telegram.telegrambots.meta.api.objects.Update;

record KnowsTelegram(Update update) {}
