package io.tapgate.architecture.wrong.names;

record Nested() {
  record ConnectionDto() {}
}
