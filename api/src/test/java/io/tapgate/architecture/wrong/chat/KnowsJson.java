package io.tapgate.architecture.wrong.chat;

import tools.jackson.databind.JsonNode;

record KnowsJson(JsonNode body) {}
