package al.nrm.institution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import al.nrm.institution.Grant.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Brings grants into the engine and takes them out again, leaving every other permission on the same resource alone. */
final class EngineGrants {
    private final AuthorizationService authorizations;

    EngineGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void bring(Set<Grant> grants) {
        Map<Target, Authorization> existing = existing(grants);
        byTarget(grants).forEach((target, permissions) -> {
            Authorization authorization = existing.computeIfAbsent(target, this::create);
            permissions.forEach(grant -> authorization.addPermission(grant.enginePermission()));
            authorizations.saveAuthorization(authorization);
        });
    }

    void withdraw(Set<Grant> grants) {
        Map<Target, Authorization> existing = existing(grants);
        byTarget(grants).forEach((target, permissions) -> {
            Authorization authorization = existing.get(target);
            if (authorization == null) {
                return; // an administrator was quicker
            }
            permissions.forEach(grant -> authorization.removePermission(grant.enginePermission()));
            if (isEmpty(authorization, target)) {
                authorizations.deleteAuthorization(authorization.getId());
            } else {
                authorizations.saveAuthorization(authorization);
            }
        });
    }

    private static Map<Target, List<Grant>> byTarget(Set<Grant> grants) {
        return grants.stream().collect(groupingBy(Grant::target));
    }

    /** The groups' authorizations, read in one query a resource type: one a grant would take the start's time. */
    private Map<Target, Authorization> existing(Set<Grant> grants) {
        Map<Target, Authorization> existing = new HashMap<>();
        for (Resources resource :
                grants.stream().map(grant -> grant.target().resource()).collect(toSet())) {
            authorizations
                    .createAuthorizationQuery()
                    .authorizationType(AUTH_TYPE_GRANT)
                    .resourceType(resource)
                    .list()
                    .forEach(found ->
                            existing.put(new Target(found.getGroupId(), resource, found.getResourceId()), found));
        }
        return existing;
    }

    private Authorization create(Target target) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(target.group());
        authorization.setResource(target.resource());
        authorization.setResourceId(target.resourceId());
        return authorization;
    }

    private static boolean isEmpty(Authorization authorization, Target target) {
        return Stream.of(target.possible())
                .filter(permission -> permission.getValue() != Permissions.NONE.getValue())
                .noneMatch(authorization::isPermissionGranted);
    }
}
