package io.tapgate.router.routeros;

import io.tapgate.router.OffLimits;
import io.tapgate.router.RouterDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** RouterOS is the make of router we speak to. */
@Configuration(proxyBeanMethods = false)
class RouterosWiring {
  @Bean
  RouterDoors routerDoors(OffLimits offLimits) {
    return new RouterosDoors(Limits.usual(), offLimits);
  }
}
