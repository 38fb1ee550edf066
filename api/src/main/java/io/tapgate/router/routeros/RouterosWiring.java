package io.tapgate.router.routeros;

import io.tapgate.router.OffLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** RouterOS is the make of router we speak to. */
@Configuration(proxyBeanMethods = false)
class RouterosWiring {
  @Bean
  RouterosDoors routerosDoors(OffLimits offLimits) {
    return new RouterosDoors(Limits.usual(), offLimits);
  }
}
