package al.nrm.casefile;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Puts the seals between the engine and its database, before it stores anything of a case. */
@Component
class ProtectCases extends AbstractCamundaConfiguration {

    private final ProtectedValues values;
    private final DatabaseDoor door;

    ProtectCases(ProtectedValues values, DatabaseDoor door) {
        this.values = values;
        this.door = door;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        // Takes the place of the engine's own of the same name.
        engine.setCustomHistoryLevels(List.of(new HistoryOfVariables()));
        // A value changes by being set. The engine would compare what it has read with what it would write, and the
        // same
        // value sealed again is never the same.
        engine.setImplicitVariableUpdateDetectionEnabled(false);
    }

    /** After every other plugin has brought its serializers, and before anything is deployed or started. */
    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        // It would make serializers that seal nothing.
        engine.setFallbackSerializerFactory(null);
        VariableSerializers serializers = engine.getVariableSerializers();
        List.copyOf(serializers.getSerializers()).forEach(serializer -> replace(serializers, serializer));
        engine.getSqlSessionFactory().getConfiguration().addInterceptor(door);
    }

    private <T extends TypedValue> void replace(VariableSerializers all, TypedValueSerializer<T> plain) {
        int place = all.getSerializerIndex(plain);
        all.removeSerializer(plain);
        all.addSerializer(new SealedSerializer<>(plain, values), place);
    }
}
