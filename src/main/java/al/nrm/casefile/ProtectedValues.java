package al.nrm.casefile;

import org.camunda.bpm.engine.impl.persistence.entity.HistoricDetailVariableInstanceUpdateEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.springframework.stereotype.Component;

/** Seals what the engine is about to store of a protected variable under the key of its case, and opens what it has stored. */
@Component
class ProtectedValues {

    /** What the text column takes; longer ones lie with the bytes, at the price of a row more in three tables. */
    private static final int TEXT_COLUMN = 4000;

    private static final String NAME = "variable ";

    private final CaseSeals seals;
    private final CaseAtHand cases;

    ProtectedValues(CaseSeals seals, CaseAtHand cases) {
        this.seals = seals;
        this.cases = cases;
    }

    void seal(PackedFields plain, ValueFields stored) {
        byte[] sealed = seals.seal(caseOf(stored), NAME + plain.getName(), plain.pack());
        String text = SealedText.of(sealed);
        boolean fits = text.length() <= TEXT_COLUMN;
        stored.setTextValue(fits ? text : null);
        stored.setTextValue2(null);
        stored.setLongValue(null);
        stored.setDoubleValue(null);
        stored.setByteArrayValue(fits ? null : sealed);
    }

    PackedFields open(ValueFields stored) {
        String text = stored.getTextValue();
        byte[] bytes = text == null ? stored.getByteArrayValue() : null;
        byte[] sealed = bytes == null ? SealedText.bytes(text) : bytes;
        return PackedFields.unpack(stored.getName(), seals.open(caseOf(stored), NAME + stored.getName(), sealed));
    }

    /** By the row's place and not by what is in it, so that nothing moved to another case opens there. */
    private String caseOf(ValueFields stored) {
        if (stored instanceof VariableInstanceEntity variable) {
            // a new variable is written before it has its place
            return variable.getProcessInstanceId() == null ? cases.inHand() : cases.of(variable.getProcessInstanceId());
        }
        if (stored instanceof HistoricVariableInstanceEntity variable) {
            return cases.of(variable.getProcessInstanceId());
        }
        if (stored instanceof HistoricDetailVariableInstanceUpdateEntity update) {
            return cases.of(update.getProcessInstanceId());
        }
        throw new NoCase();
    }
}
