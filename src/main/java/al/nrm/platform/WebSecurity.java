package al.nrm.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closed by default: REST by HTTP Basic, everything else by one login page; only the health probe is anonymous. */
@Configuration
class WebSecurity {

    private static final RequestMatcher AUDIT = path("/audit/**");

    /** Programs alone: the gateway to the focal points abroad. */
    private static final RequestMatcher TRANSNATIONAL = path("/transnational/**");

    /**
     * As a matcher, not as a string: a string would be matched against Spring MVC's paths, and REST is no part of them.
     * The auditor's programs bring a password, his browser a session.
     */
    private static final RequestMatcher REST = new OrRequestMatcher(
            path("/engine-rest/**"),
            TRANSNATIONAL,
            path("/online-reports"),
            new AndRequestMatcher(AUDIT, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null));

    private static final RequestMatcher LOG_OUT = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"),
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout"));

    /** For whatever is no page of the web apps; those bring a policy of their own, with a nonce. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, IdentityService identities) throws Exception {
        return http.securityMatcher(REST)
                .authorizeHttpRequests(requests -> requests.requestMatchers(AUDIT)
                        .hasAuthority(Routes.AUDITOR)
                        .requestMatchers(TRANSNATIONAL)
                        .hasAuthority(Routes.GATEWAY)
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(askForPassword()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No session and no cookie: there is nothing for a foreign page to ride on but the browser's own Basic
                // dialogue.
                .csrf(csrf -> csrf.disable())
                .headers(WebSecurity::headers)
                .addFilterAfter(new EngineSession(identities), AuthorizationFilter.class)
                .addFilterAfter(AllowedRoutes.ofRest(), EngineSession.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain web(HttpSecurity http, EngineUsers users) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // A refusal is forwarded to the error page; asking for a login there would hide it.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(path("/login"), path("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(path("/actuator/**"), path("/error"))
                        .denyAll()
                        .requestMatchers(AUDIT)
                        .hasAuthority(Routes.AUDITOR)
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").failureHandler(sayWhatWasWrong()))
                .requestCache(asked -> asked.requestCache(pagesAskedFor()))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**")))
                .logout(logout -> logout.logoutRequestMatcher(LOG_OUT))
                // The web apps bring a filter of their own against forged requests.
                .csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(WebSecurity::headers)
                .addFilterBefore(new CurrentGroups(users), AnonymousAuthenticationFilter.class)
                .addFilterAfter(AllowedRoutes.ofWebApps(), AuthorizationFilter.class)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                // The engine's API says "no-cache", which lets a browser keep a victim's data on its disk.
                .addHeaderWriter((request, response) -> {
                    if (request.getRequestURI().matches("/(engine-rest|camunda/api)/.*")) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    }
                });
    }

    /** The login leads back to the page that was asked for, and never to a font or an icon that an old page still wanted. */
    private static RequestCache pagesAskedFor() {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        return pages;
    }

    private static AuthenticationEntryPoint askForPassword() {
        BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("National Referral Mechanism");
        return (request, response, failure) -> {
            if (failure instanceof TooManyAttempts tooMany) {
                tooMany.send(response);
            } else {
                basic.commence(request, response, failure);
            }
        };
    }

    private static AuthenticationFailureHandler sayWhatWasWrong() {
        AuthenticationFailureHandler page = new SimpleUrlAuthenticationFailureHandler("/login?error");
        return (request, response, failure) -> {
            if (failure instanceof TooManyAttempts tooMany) {
                tooMany.send(response);
            } else {
                page.onAuthenticationFailure(request, response, failure);
            }
        };
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
