package al.nrm.platform;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything that the running server answers to, asked of the server itself: servlets, REST resources, Spring's pages. */
class ServerRoutes {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final ApplicationContext context;
    private final ServletContext servlets;

    ServerRoutes(WebApplicationContext context) {
        this.context = context;
        servlets = context.getServletContext();
    }

    /** Each as method and full path, with the names of path parameters in braces. */
    SortedSet<String> all() {
        SortedSet<String> routes = new TreeSet<>();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            for (String mapping : servlet.getMappings()) {
                routes.add("ANY " + mapping);
                if (ServletContainer.class.getName().equals(servlet.getClassName())) {
                    String prefix = mapping.replaceFirst("/\\*$", "");
                    resources(servlet).stream()
                            .map(Resource::from)
                            .filter(Objects::nonNull)
                            .forEach(root -> walk(prefix, root, routes));
                }
            }
        }
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(pages -> pages.getHandlerMethods().keySet().forEach(page -> routes.addAll(routes(page))));
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(files -> files.getHandlerMap().keySet().forEach(path -> routes.add("GET " + path)));
        return routes;
    }

    private Collection<Class<?>> resources(ServletRegistration servlet) {
        String application = servlet.getInitParameter(APPLICATION);
        try {
            return application == null
                    ? context.getBean(ResourceConfig.class).getClasses()
                    : ((Application) Class.forName(application).getConstructor().newInstance()).getClasses();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(application, e);
        }
    }

    private static void walk(String prefix, Resource resource, Set<String> routes) {
        walkBelow(prefix + segment(resource.getPath()), resource, routes);
    }

    /** Of a resource that another leads to, the path of its own is not asked. */
    private static void walkBelow(String path, Resource resource, Set<String> routes) {
        for (ResourceMethod method : resource.getResourceMethods()) {
            routes.add(method.getHttpMethod() + " " + (path.isEmpty() ? "/" : path));
        }
        resource.getChildResources().forEach(child -> walk(path, child, routes));
        if (resource.getResourceLocator() != null) {
            Class<?> below = resource.getResourceLocator().getInvocable().getRawResponseType();
            walkBelow(path, Resource.from(below), routes);
        }
    }

    private static String segment(String path) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return "";
        }
        String plain = path.replaceAll("\\{\\s*(\\w+)\\s*(:[^}]*)?}", "{$1}").replaceFirst("/$", "");
        return plain.startsWith("/") ? plain : "/" + plain;
    }

    private static List<String> routes(RequestMappingInfo page) {
        List<String> routes = new ArrayList<>();
        for (String path : page.getPatternValues()) {
            Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
            if (methods.isEmpty()) {
                routes.add("ANY " + path);
            }
            methods.forEach(method -> routes.add(method + " " + path));
        }
        return routes;
    }
}
