package io.tapgate.router.routeros.gate;

import io.tapgate.router.gate.Inspections;
import io.tapgate.router.gate.Visits;
import io.tapgate.router.routeros.RouterosDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** RouterOS is the make of router we visit. */
@Configuration(proxyBeanMethods = false)
class GateWiring {
  @Bean
  Visits visits(RouterosDoors doors) {
    return new RouterosVisits(doors);
  }

  @Bean
  Inspections inspections(RouterosDoors doors) {
    return new RouterosInspections(doors);
  }
}
