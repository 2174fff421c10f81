package al.nrm.institution;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;

/** One permission of one group on one resource of the engine: the smallest thing that can be granted or withdrawn. */
record Grant(Target target, String permission) {

    /** What permissions are given to and on; the engine keeps one authorization for each. */
    record Target(String group, Resources resource, String resourceId) {

        Permission[] possible() {
            return resource == Resources.PROCESS_DEFINITION
                    ? ProcessDefinitionPermissions.values()
                    : Permissions.values();
        }
    }

    Grant(String group, Resources resource, String resourceId, Permission permission) {
        this(new Target(group, resource, resourceId), permission.getName());
    }

    Permission enginePermission() {
        return target.resource() == Resources.PROCESS_DEFINITION
                ? ProcessDefinitionPermissions.valueOf(permission)
                : Permissions.valueOf(permission);
    }
}
