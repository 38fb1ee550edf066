package io.tapgate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class Tapgate {
  static void main(String[] arguments) {
    SpringApplication.run(Tapgate.class, arguments);
  }
}
