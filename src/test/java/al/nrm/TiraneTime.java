package al.nrm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every test of the class begins at this moment on Tirana's clock, which stands still until the test moves it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TiraneTime.Clock.class)
public @interface TiraneTime {

    /** The moment, such as {@code 2026-11-02T10:00}. */
    String value();

    /** Gives the engine its own time back after each test. */
    class Clock implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            Cases.itIs(
                    test.getRequiredTestClass().getAnnotation(TiraneTime.class).value());
        }

        @Override
        public void afterEach(ExtensionContext test) {
            ClockUtil.reset();
        }
    }
}
