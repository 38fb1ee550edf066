package io.tapgate.doors;

import static io.tapgate.doors.Visitor.Role.ADMIN;
import static io.tapgate.doors.Visitor.Role.HOOK;
import static io.tapgate.doors.Visitor.Role.METRICS;
import static io.tapgate.doors.Visitor.Role.READ;
import static io.tapgate.doors.Visitor.Role.WATCHER;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * Who may knock where. A key that does not open this door is as good as none, and what is not
 * listed here is closed.
 */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {

  @Bean
  SecurityFilterChain doors(HttpSecurity http, Keys keys) throws Exception {
    return http.authorizeHttpRequests(doors ->
            doors
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/client/connect", "/client/disconnect")
                .hasRole(HOOK.name())
                .requestMatchers("/client/confirm", "/client/reject", "/watcher/*")
                .hasRole(WATCHER.name())
                .requestMatchers("/client/timecheck")
                .hasRole(ADMIN.name())
                .requestMatchers("/actuator/prometheus")
                .hasAnyRole(ADMIN.name(), METRICS.name())
                .requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers("/api/v1/**")
                .hasRole(READ.name())
                .requestMatchers(HttpMethod.GET, "/docs", "/docs/*")
                .permitAll()
                .anyRequest()
                .denyAll())
        .addFilterBefore(new BearerFilter(keys), AuthorizationFilter.class)
        .exceptionHandling(refusals ->
            refusals
                .authenticationEntryPoint((request, response, _) -> refuse(request, response))
                .accessDeniedHandler((request, response, _) -> refuse(request, response)))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(Customizer.withDefaults())
        .build();
  }

  /** Each arrow of the flow has figures of its own; a timer around each filter costs every hook. */
  @Bean
  SecurityObservationSettings noTimersAroundFilters() {
    return SecurityObservationSettings.noObservations();
  }

  /** There are no users with passwords; without this, Spring would make one up and log it. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  @Bean
  FilterRegistrationBean<UrlHandlerFilter> trailingSlashIsAccepted() {
    return first(UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build(), 0);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodiesAreBounded() {
    return first(new BodyLimit(), 1);
  }

  @Bean
  FilterRegistrationBean<AlwaysWhole> nothingIsNotModified() {
    FilterRegistrationBean<AlwaysWhole> registration = first(new AlwaysWhole(), 2);
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(
      F filter, int position) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
    return registration;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    Object over = request.getAttribute(BearerFilter.OVER);
    Problems.write(response, over == null ? noKey() : keyOver(over.toString()));
  }

  private static ProblemDetail noKey() {
    return Problems.of(
        401,
        "no-key",
        "This door needs its own key.",
        "Send `Authorization: Bearer …` with the token that belongs to this door.");
  }

  private static ProblemDetail keyOver(String why) {
    return Problems.of(401, "key-over", "This key " + why + ".", "Ask an admin for a new one.");
  }
}
