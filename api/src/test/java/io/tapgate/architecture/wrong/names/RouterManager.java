package io.tapgate.architecture.wrong.names;

record RouterManager() {}
