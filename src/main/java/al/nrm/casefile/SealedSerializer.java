package al.nrm.casefile;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.SingleQueryVariableValueCondition;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionOutputInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Does what the engine's own serializer of a type does, but of a protected variable only what is sealed meets the database. */
class SealedSerializer<T extends TypedValue> implements TypedValueSerializer<T> {

    private final TypedValueSerializer<T> plain;
    private final ProtectedValues values;

    SealedSerializer(TypedValueSerializer<T> plain, ProtectedValues values) {
        this.plain = plain;
        this.values = values;
    }

    @Override
    public void writeValue(T value, ValueFields fields) {
        if (!isProtected(fields)) {
            plain.writeValue(value, fields);
        } else if (fields instanceof SingleQueryVariableValueCondition) {
            throw new BadUserRequestException("'" + fields.getName() + "' is protected and cannot be searched for");
        } else {
            PackedFields packed = new PackedFields(fields.getName());
            plain.writeValue(value, packed);
            values.seal(packed, fields);
        }
    }

    @Override
    public T readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        return plain.readValue(isProtected(fields) ? values.open(fields) : fields, deserialize, asTransient);
    }

    /** Decisions read and yield open facts only, which the gate holds for every table; a transient value is never stored. */
    private boolean isProtected(ValueFields fields) {
        boolean decision = fields instanceof HistoricDecisionInputInstanceEntity
                || fields instanceof HistoricDecisionOutputInstanceEntity;
        boolean stored = !(fields instanceof VariableInstanceEntity variable && variable.isTransient());
        boolean something = getType() != ValueType.NULL;
        return something && stored && !decision && !OpenFacts.contains(fields.getName());
    }

    @Override
    public String getName() {
        return plain.getName();
    }

    @Override
    public ValueType getType() {
        return plain.getType();
    }

    @Override
    public boolean canHandle(TypedValue value) {
        return plain.canHandle(value);
    }

    @Override
    public T convertToTypedValue(UntypedValueImpl value) {
        return plain.convertToTypedValue(value);
    }

    @Override
    public String getSerializationDataformat() {
        return plain.getSerializationDataformat();
    }

    @Override
    public boolean isMutableValue(T value) {
        return plain.isMutableValue(value);
    }
}
