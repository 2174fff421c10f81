package al.nrm.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closed by default: REST by HTTP Basic, everything else by one login page; only the health probe is anonymous. */
@Configuration
class WebSecurity {

    /** As a matcher, not as a string: a string would be matched against Spring MVC's paths, and REST is no part of them. */
    private static final RequestMatcher REST = path("/engine-rest/**");

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, IdentityService identities, TaskService tasks) throws Exception {
        return http.securityMatcher(REST)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No session and no cookie: there is nothing for a foreign page to ride on but the browser's own Basic
                // dialogue.
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new EngineSession(identities), AuthorizationFilter.class)
                .addFilterAfter(AllowedRoutes.ofRest(tasks), EngineSession.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain web(HttpSecurity http, TaskService tasks) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // A refusal is forwarded to the error page; asking for a login there would hide it.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(path("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(path("/camunda/api/admin/setup/**"), path("/actuator/**"))
                        .denyAll()
                        .requestMatchers(path("/camunda/api/cockpit/**"))
                        .hasAnyAuthority("system-admin", "auditor")
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").permitAll())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**")))
                .logout(logout -> logout.logoutRequestMatcher(
                        request -> request.getRequestURI().endsWith("/logout")))
                // The web apps bring a filter of their own against forged requests.
                .csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .addFilterAfter(AllowedRoutes.ofWebApps(tasks), AuthorizationFilter.class)
                .build();
    }

    @Bean
    FilterRegistrationBean<Filter> webAppLogin() {
        FilterRegistrationBean<Filter> login = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        login.setInitParameters(Map.of("authentication-provider", WebAppLogin.class.getName()));
        login.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*"));
        login.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return login;
    }
}
