package al.nrm.casefile;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** What a person sent by a start form: the accepted values, to which a check may add. */
public final class Submission {

    private final String user;
    private final List<String> groups;
    private final VariableMap values;
    private final ExecutionEntity instance;

    Submission(String user, List<String> groups, VariableMap values, ExecutionEntity instance) {
        this.user = user;
        this.groups = groups;
        this.values = values;
        this.instance = instance;
    }

    /**
     * Who sent it.
     *
     * @return user id
     */
    public String user() {
        return user;
    }

    /**
     * The groups of the person who sent it.
     *
     * @return group ids
     */
    public List<String> groups() {
        return groups;
    }

    /**
     * An accepted value.
     *
     * @param field key of the field
     * @return its value, or null where it was left empty
     */
    public Object value(String field) {
        return values.get(field);
    }

    /**
     * Adds or replaces a value that will be stored with the others.
     *
     * @param variable name of the variable
     * @param value its value
     */
    public void put(String variable, Object value) {
        values.put(variable, value);
    }

    /**
     * Names the case that the new process instance belongs to.
     *
     * @param caseNumber the case number, which becomes the business key
     */
    public void belongsTo(String caseNumber) {
        instance.setProcessBusinessKey(caseNumber);
        values.put("caseNumber", caseNumber);
    }
}
