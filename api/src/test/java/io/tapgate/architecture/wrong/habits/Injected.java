package io.tapgate.architecture.wrong.habits;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class Injected {
  @Autowired @Nullable String needed;
}
